"""The preview's own words."""

from cop_challenge.core.text import Text

FINE = Text("In order.", "preview.fine")
WRONG = Text("{count} problem", "preview.wrong", plural="{count} problems")
MORE = Text("And {count} more: “cop-challenge check” lists them all.", "preview.more")
KEPT = Text("What you see is the lesson as it was before.", "preview.kept")
KEYS = Text(
    "Page down, Page up: next and last picture; with Shift: next and last place. Home: play from the "
    "beginning. L language, T track, A letters, W window, S speech, F1 hides this.",
    "preview.keys",
)

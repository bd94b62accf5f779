"""Words of this kind that are the same in every lesson."""

from __future__ import annotations

from collections.abc import Mapping

from cop_challenge.activities.ripple.schema import Ring
from cop_challenge.core.text import Text

ASK_OR_NOT = Text("It is ready to share. What first?", "ui.ripple.ask-or-not")
ASK_ONE = Text("Ask {name}", "ui.ripple.ask-one")
ASK_ALL = Text("Ask everyone on it", "ui.ripple.ask-all")
SKIP = Text("Share without asking", "ui.ripple.skip")
ALL_YES = Text("A clear yes. Now it can go.", "ui.ripple.all-yes")
NOT_YET = Text("Not like this. What now?", "ui.ripple.not-yet")
FOR_WHOM = Text("Who is it for?", "ui.ripple.for-whom")
HOW_TO_MEND = Text("It went too far. What helps now?", "ui.ripple.mend")
CHOOSE_RING = Text("Choose a circle", "ui.ripple.choose-ring")

NEXT_WAVE = Text("Next ripple", "ui.ripple.next-wave")
TO_THE_END = Text("To the last ripple", "ui.ripple.to-the-end")
WHAT_CAME = Text("And then?", "ui.ripple.what-came")
WHAT_IF = Text("What if…? Run it back", "ui.ripple.what-if")
ASK_AFTER_ALL = Text("Back: ask first", "ui.ripple.ask-after-all")

AUDIENCES: Mapping[Ring, Text] = {
    Ring.FRIEND: Text("One friend", "ui.ripple.friend"),
    Ring.GROUP: Text("Close group", "ui.ripple.group"),
    Ring.CLASS: Text("The class", "ui.ripple.class"),
    Ring.EVERYBODY: Text("Everybody", "ui.ripple.everybody"),
}
PICTURES: Mapping[Ring, str] = {ring: f"ui/icons/ring-{ring}.svg" for ring in Ring}

NOBODY = Text("Nobody has seen it yet", "ui.ripple.seen.nobody")
ONE = Text("One person has seen it", "ui.ripple.seen.one")
ALL = Text("The whole bay has seen it", "ui.ripple.seen.all")
SEEN: tuple[tuple[float, Text], ...] = (
    (0.4, Text("A few people have seen it", "ui.ripple.seen.few")),
    (0.7, Text("About half the bay has seen it", "ui.ripple.seen.half")),
    (1.0, Text("Nearly the whole bay has seen it", "ui.ripple.seen.most")),
)
"""Up to which share of the bay each is said; words, because shares of a bay are felt rather than counted."""
COPIES = Text("Most lights are out. A copy may remain, and help remains too.", "ui.ripple.copies")
NO_COPIES = Text("The lights are out. Whoever saw it knows how you mended it.", "ui.ripple.no-copies")

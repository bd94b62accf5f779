"""Renews what is made by itself in the pages about the kinds: examples, tables of fields, pictures.

python scripts/kind_pages.py                        # docs/kinds/*.md and the table in content/README.md
python scripts/kind_pages.py --pictures [KIND…]     # and the pictures, of these kinds or of all
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path

from cop_challenge.activities import registry
from cop_challenge.app import process, wiring
from cop_challenge.lessons import guide, kind_page
from cop_challenge.lessons.library import Library

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "content" / "README.md"
PAGES = ROOT / "docs" / "kinds"
PICTURES = ROOT / "docs" / "pictures" / "kinds"
SIZE = (480, 270)

MOMENTS = {
    "quiz": "fast-fingers.sick-phone-window-1",
    "scenario": "stone-with-a-secret.three-stones-and-a-wish-1",
    "stop": "shh-says-the-bear.bear.secret-1",
    "patrol": "octopus-goes-for-a-ride.hurry-now-1",
    "bystander": "dumpling-on-the-board.potato-1",
    "ripple": "goat-with-a-hat.goat-in-hat-class-seen-1",
    "helpers": "pip-knits-a-net.mean-words-1",
    "inspect": "fish-in-the-mailbox.golden-boots-4",
    "sort": "on-show-for-the-world.house-map-1",
    "forge": "the-snoring-guess-bot.nosy-5",
    "maze": "the-chest-under-the-sea.reef-gate-1",
    "chat": "a-dragon-for-a-secret.dragon-egg-3",
    "factory": "the-moon-is-a-lamp.run-1",
    "deal": "the-tablet-sleeps-in-the-kitchen.stopping-choose-1",
}
"""The moment each kind is shown at, as `screenshots` names it; others at the second of their first lesson."""


def texts(library: Library) -> dict[Path, str]:
    """Every page as it should be, by file."""
    pages = {}
    for kind in registry.ACTIVITIES:
        path = PAGES / f"{kind}.md"
        now = path.read_text(encoding="utf-8") if path.exists() else ""
        pages[kind] = kind_page.renewed(now, kind, library.tracks)
    readme = README.read_text(encoding="utf-8")
    table = kind_page.overview(readme, pages, library.lessons.values(), library.tracks)
    return {README: table, **{PAGES / f"{kind}.md": page for kind, page in pages.items()}}


def take(library: Library, kinds: Sequence[str]) -> None:
    """Draws the telling moment of each kind at full size and writes it smaller."""
    process.headless()
    import pygame

    from cop_challenge.app.studio import Studio
    from cop_challenge.app.survey import lessons
    from cop_challenge.ui.canvas import Canvas
    from cop_challenge.ui.frame import Situation
    from cop_challenge.ui.geometry import Viewport

    places = wiring.places()
    options = wiring.visit_options(places, wiring.Choices(), library)
    studio = Studio(places, patient=True)
    studio.find_pictures(library.find_picture)
    pygame.display.init()
    surface = pygame.display.set_mode((1920, 1080))
    studio.start_afresh(*surface.get_size())
    PICTURES.mkdir(parents=True, exist_ok=True)
    for kind in kinds:
        wanted = MOMENTS.get(kind, "")
        lesson = wanted.partition(".")[0]
        card = next(card for card in options.cards if (card.id == lesson if lesson else card.kind == kind))
        moments = lessons(replace(options, cards=(card,)))
        if wanted:
            view = next((view for name, view in moments if name == wanted), None)
        else:
            *_, (_, view) = islice(moments, 2)
        if view is None:
            raise SystemExit(f"{kind}: no moment is called “{wanted}”. See MOMENTS in {Path(__file__).name}.")
        shown = replace(view, language="en")
        Canvas(surface).show(
            studio.compose(shown, Situation(Viewport(*surface.get_size()), still=True)).items
        )
        path = PICTURES / f"{kind}.png"
        pygame.image.save(pygame.transform.smoothscale(surface, SIZE), path)
        print(path)


def main() -> None:
    """Writes what differs; says which fields nobody has described yet."""
    library = wiring.library(wiring.places())
    for path, text in texts(library).items():
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8", newline="\n")
            print(path)
    if sys.argv[1:2] == ["--pictures"]:
        take(library, sys.argv[2:] or registry.ACTIVITIES)
    tracks = library.tracks
    bare = [
        f"{kind}: {row.of} {row.field}"
        for kind in registry.ACTIVITIES
        for row in guide.rows(kind, tracks, next(iter(tracks)))
        if not row.means
    ]
    if bare:
        raise SystemExit("Give these a docstring in their schema.py:\n" + "\n".join(bare))


if __name__ == "__main__":
    main()

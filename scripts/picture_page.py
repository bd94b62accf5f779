"""Writes docs/pictures.md: every picture and friend a lesson may name, to choose from by looking.

python scripts/picture_page.py
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from cop_challenge.app import wiring
from cop_challenge.core.track import Character

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "pictures.md"
ASSETS = ROOT / "assets"
A_ROW = 5
GROUPS = {
    "Things, places, and what happens": ("ui/pictures/*",),
    "Signs": ("ui/icons/*",),
    "Shells for the moves of a chat": ("ui/chat/pin-*",),
    "Helpers who are busy": ("ui/helpers/busy-*",),
    "What else is in the bay": (
        *(f"ui/ripple/{name}" for name in ("copies", "feed", "home", "office", "school", "shop")),
        "ui/maze/seahorse",
    ),
}
"""Pictures that lessons choose from; all others are parts of scenes and mean nothing alone."""
NOT_CHOSEN = frozenset({"pin-empty"})

HEAD = """\
# Pictures and friends to choose from

*For educators: what a lesson may name without drawing anything.* Copy what stands below a picture behind
`picture:`. One of your own goes into your folder's `pictures/`: [packs.md](packs.md#pictures-of-your-own).

This page is made by `python scripts/picture_page.py`.
"""


def text() -> str:
    """The page as it should be."""
    friends = wiring.library(wiring.places()).characters.values()
    parts = [HEAD, "## Friends of the bay\n", "Copy what stands below a friend behind `who:` or `hero:`.\n"]
    parts += [*_table(_friend(each) for each in friends), ""]
    for title, patterns in GROUPS.items():
        found = [path for pattern in patterns for path in sorted(ASSETS.glob(f"{pattern}.svg"))]
        shown = (path for path in found if path.stem not in NOT_CHOSEN)
        parts += [f"## {title}\n", *_table(map(_picture, shown)), ""]
    return "\n".join(parts)


def _friend(one: Character) -> str:
    return f"{_image(one.picture, one.name.source)}<br>{one.name.source}<br>`{one.id}`"


def _picture(path: Path) -> str:
    place = path.relative_to(ASSETS).as_posix()
    return f"{_image(place, path.stem.replace('-', ' '))}<br>`{place}`"


def _image(path: str, says: str) -> str:
    return f'<img src="../assets/{path}" width="96" alt="{says}">'


def _table(cells: Iterator[str]) -> Iterator[str]:
    every = list(cells)
    yield "|" + " |" * A_ROW
    yield "|" + "---|" * A_ROW
    for start in range(0, len(every), A_ROW):
        row = every[start : start + A_ROW]
        yield "| " + " | ".join([*row, *[""] * (A_ROW - len(row))]) + " |"


if __name__ == "__main__":
    PAGE.write_text(text(), encoding="utf-8", newline="\n")

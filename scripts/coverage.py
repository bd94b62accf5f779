"""Renews content/COVERAGE.md, which tells what the built-in lessons cover.

python scripts/coverage.py
"""

from __future__ import annotations

from cop_challenge.app import wiring
from cop_challenge.lessons import coverage
from cop_challenge.lessons.pack import Inherited, Pack
from cop_challenge.lessons.pack_loader import load_pack


def content() -> Pack:
    """The built-in lessons."""
    places = wiring.places()
    return load_pack(places.content, Inherited(places.assets))


def main() -> None:
    """Writes the page."""
    pack = content()
    (pack.root / "COVERAGE.md").write_text(coverage.page(pack), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()

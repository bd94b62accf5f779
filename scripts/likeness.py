"""Prints how far apart the lessons' wordings lie, and those of copies that were only changed.

python scripts/likeness.py      # the table of docs/architecture.md
"""

from __future__ import annotations

from cop_challenge.app import wiring
from cop_challenge.lessons import likeness


def main() -> None:
    """Prints the table."""
    for line in likeness.table(wiring.library(wiring.places()).lessons.values()):
        print(line)


if __name__ == "__main__":
    main()

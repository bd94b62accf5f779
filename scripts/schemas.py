"""Writes content/schemas anew: what editors know of lessons and the other files. python scripts/schemas.py"""

from __future__ import annotations

from pathlib import Path

from cop_challenge.app import wiring
from cop_challenge.day.json_schema import schemas
from cop_challenge.lessons.json_schema import written
from cop_challenge.lessons.modeline import FOLDER

HERE = Path(__file__).resolve().parent.parent / "content" / FOLDER


def texts() -> dict[Path, str]:
    """Every schema as it should be, by file."""
    library = wiring.library(wiring.places())
    made = schemas(library.tracks, library.characters)
    return {HERE / name: written(schema) for name, schema in made.items()}


def main() -> None:
    """Writes what differs, and takes away what is no schema any more."""
    wanted = texts()
    HERE.mkdir(exist_ok=True)
    for path, text in wanted.items():
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8", newline="\n")
            print(path)
    for path in HERE.glob("*.json"):
        if path not in wanted:
            path.unlink()


if __name__ == "__main__":
    main()

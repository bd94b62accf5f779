"""A commented day file to start from."""

from __future__ import annotations

import datetime
import re
from importlib.resources import files
from pathlib import Path

NAME = "day.yaml"


def example(date: datetime.date, pin: str = "") -> str:
    """The file's text, for a day held on `date`; `pin`: as `day.pin.hashed` gives it."""
    text = files("cop_challenge.day").joinpath("example.yaml").read_text(encoding="utf-8")
    text = re.sub(r"^date: \S+", f"date: {date.isoformat()}", text, count=1, flags=re.MULTILINE)
    return re.sub(r'^pin: ""$', f'pin: "{pin}"', text, count=1, flags=re.MULTILINE)


def write_example(place: Path, date: datetime.date, pin: str = "") -> Path:
    """Writes it; `place` is a folder, or the file itself if it ends in .yaml or .yml. Where it is now.

    Raises OSError (FileExistsError too: nothing is overwritten).
    """
    path = place if place.suffix in (".yaml", ".yml") else place / NAME
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("x", encoding="utf-8", newline="\n") as file:
        file.write(example(date, pin))
    return path

"""A commented lesson of each kind to start from: the kind's own `example.yaml`."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_TRACK = re.compile(r"^track: +(\S+)", re.MULTILINE)
_LINE = re.compile(r"^id: +(\S+)", re.MULTILINE)


class NotAnId(ValueError):
    """The name asked for can't name a lesson."""


def example(kind: str) -> str:
    """The kind's example as it stands."""
    return files(f"cop_challenge.activities.{kind}").joinpath("example.yaml").read_text(encoding="utf-8")


def write_example(kind: str, name: str, folder: Path, track: str = "") -> Path:
    """Writes the example into the folder, by another name if one is given; the file that is now there.

    `track`: for other players; `check` then says which of its texts are too long for them.

    Raises NotAnId, and OSError (FileExistsError too: nothing is overwritten).
    """
    if name and not ID.fullmatch(name):
        raise NotAnId(
            f"“{name}” can't name a lesson: small letters, digits and hyphens, such as “my-lesson”."
        )
    text = example(kind)
    found = _LINE.search(text)
    assert found, f"the example of {kind} has no id"
    if name:
        text = f"{text[: found.start(1)]}{name}{text[found.end(1) :]}"
    if track:
        text = _TRACK.sub(f"track: {track}", text, count=1)
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name or found[1]}.yaml"
    with path.open("x", encoding="utf-8", newline="\n") as file:
        file.write(text)
    return path

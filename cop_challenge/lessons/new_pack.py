"""A pack to start from: a folder that plays as it is."""

from __future__ import annotations

import shutil
import tempfile
from importlib.resources import as_file, files
from pathlib import Path

from cop_challenge.lessons.about import FILE as ABOUT
from cop_challenge.lessons.example import ID, NotAnId, write_example

KIND = "quiz"
LESSON = "my-first-lesson"


def write_pack(folder: Path) -> Path:
    """Makes the folder, named by the pack's id, with everything in it; it is there whole or not at all.

    Raises NotAnId, and OSError (FileExistsError too: nothing is overwritten).
    """
    if not ID.fullmatch(folder.name):
        raise NotAnId(
            f"“{folder.name}” can't name a pack: small letters, digits and hyphens, such as “my-school”."
        )
    if folder.exists():
        raise FileExistsError(17, "something of this name is there already", str(folder))
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".new-", dir=folder.parent) as made:
        stage = Path(made) / folder.name
        with as_file(files("cop_challenge.lessons.starter")) as starter:
            shutil.copytree(starter, stage, ignore=shutil.ignore_patterns("__*"))
        about = stage / ABOUT
        text = about.read_text(encoding="utf-8").replace("id: my-school", f"id: {folder.name}", 1)
        about.write_text(text, encoding="utf-8", newline="\n")
        write_example(KIND, LESSON, stage / "lessons")
        stage.rename(folder)
    return folder

"""The first line of a file for editors: it names the file's schema, which lies in the same pack."""

from __future__ import annotations

from os.path import relpath
from pathlib import Path

from cop_challenge.lessons.pack import pack_of

FOLDER = "schemas"
"""Of a pack: so its files carry no path of the computer they were written on, and need no network."""
LESSON = "lesson.json"
"""Of a lesson of any kind."""


def modeline(schema: Path, file: Path) -> str:
    """What yaml-language-server looks for, as seen from the file's folder."""
    return f"# yaml-language-server: $schema={Path(relpath(schema, file.parent)).as_posix()}\n"


def beside(file: Path, schemas: Path, name: str) -> str:
    """The line for a file that is about to be written; its pack gets the schema as `schemas` has it now.

    Raises OSError.
    """
    text = (schemas / name).read_text(encoding="utf-8")
    schema = pack_of(file) / FOLDER / name
    if not schema.is_file() or schema.read_text(encoding="utf-8") != text:
        schema.parent.mkdir(exist_ok=True)
        schema.write_text(text, encoding="utf-8", newline="\n")
    return modeline(schema, file.absolute())

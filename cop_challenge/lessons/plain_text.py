"""The text of a file that authors have written: UTF-8, of a size that can be read, and nothing but text."""

from __future__ import annotations

import re
import stat
from pathlib import Path
from typing import Any

from cop_challenge.lessons.diagnostics import Complaint

MAX_BYTES = 256 * 1024

CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
"""All that YAML refuses, so that libyaml, which does not say where, never has to."""

SAVE_AS_UTF_8 = "Save it again as UTF-8; most editors ask for the encoding in “Save as”."
RETYPE = "Open the file in a text editor and remove the character, or write the file anew."
AS_TEXT = (
    "Copy the words into a text editor, such as Notepad, and save them there as a file that ends in “.yaml”."
)

DOCUMENTS = (
    (b"PK\x03\x04", "the document of a word processor, or an archive"),
    (b"\xd0\xcf\x11\xe0", "the document of a word processor"),
    (b"{\\rtf", "the document of a word processor (RTF)"),
    (b"%PDF", "a PDF document"),
    (b"<!doctype", "a web page"),
    (b"<html", "a web page"),
)
"""What files begin with that are no text, however they are called."""


class Broken(Exception):
    """Nothing more can be read; the complaint has its line and column, 0 for the whole file."""

    def __init__(self, complaint: Complaint, line: int = 0, column: int = 0) -> None:
        super().__init__(complaint.rule)
        self.complaint, self.line, self.column = complaint, line, column


def broken(rule: str, line: int = 0, column: int = 0, **values: Any) -> Broken:
    """To be raised."""
    return Broken(Complaint(rule, values), line, column)


def text_of(path: Path) -> str:
    """The file's text; never reads more than MAX_BYTES, never waits on a pipe or a device."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise broken("unreadable", reason="it is not an ordinary file")
        if status.st_size > MAX_BYTES:
            raise broken("too-large", size=_kilobytes(status.st_size), limit=_kilobytes(MAX_BYTES))
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise broken("unreadable", reason=(error.strerror or str(error)).lower()) from None
    if len(data) > MAX_BYTES:
        raise broken("too-large", size="more", limit=_kilobytes(MAX_BYTES))
    for start, found in DOCUMENTS:
        if data.lstrip(b"\xef\xbb\xbf \r\n")[: len(start)].lower() == start.lower():
            raise broken("not-text", 1, 1, found=found, remedy=AS_TEXT)
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise broken("not-utf-8", 1, 1, guess=" but UTF-16", remedy=SAVE_AS_UTF_8)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = error.object[: error.start].decode("utf-8")  # not `data`: a byte-order mark is off already
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        raise broken("not-utf-8", line, column, guess="", remedy=SAVE_AS_UTF_8) from None
    if control := CONTROL.search(text):
        line = text.count("\n", 0, control.start()) + 1
        column = control.start() - text.rfind("\n", 0, control.start())
        found = f"the character U+{ord(control[0]):04X}"
        # UTF-16 without its mark: every second byte of most letters is zero.
        remedy = SAVE_AS_UTF_8 if text.count("\0") > len(text) / 4 else RETYPE
        raise broken("not-text", line, column, found=found, remedy=remedy)
    return text


def _kilobytes(size: int) -> str:
    return f"{max(1, size // 1024):,} kB"

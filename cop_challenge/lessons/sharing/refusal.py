"""Why a pack is not taken: a sentence that says what is wrong, and one that says what to do."""

from __future__ import annotations

from pathlib import Path
from typing import Any

_AGAIN = "Ask whoever made it to build it anew with “cop-challenge pack build”."
_UNSAFE = "Don't use it; tell whoever gave it to you."
_DRAWING = "Save it again as a plain SVG, in Inkscape with “Save as: Plain SVG”; or save it as PNG."
_RENAME = "Give it a plain name: letters, digits, hyphens, dots."

SENTENCES = {
    # the file as a whole
    "unreadable": ("it can't be read ({reason})", "Check that it is there and may be opened."),
    "too-large-pack": ("it is {size} large; {limit} is the most", "Leave out large pictures, or make two packs."),
    "not-a-pack": ("this is no .coppack file", _AGAIN),
    "damaged": ("it is damaged ({reason})", f"Copy it once more; if that does not help: {_AGAIN[0].lower()}{_AGAIN[1:]}"),
    "hidden-data": ("something else is hidden {place}", _UNSAFE),
    "too-many-files": ("it has {found} files; {limit} are the most", "Make two packs of it."),
    "compressed": ("“{found}” is compressed, and could unfold to any size", _AGAIN),
    "encrypted": ("“{found}” is locked with a password", _AGAIN),
    "link": ("“{found}” is a link to another place", _UNSAFE),
    "not-a-file": ("“{found}” is no ordinary file", _AGAIN),
    "needs-newer": ("it was built by a newer version of this game", "Update the game first."),
    "no-manifest": ("“{found}”, its list of files, is missing", _AGAIN),
    "bad-manifest": ("its list of files is not in order ({reason})", _AGAIN),
    "missing-file": ("“{found}” is listed, and not there", _AGAIN),
    "unlisted-file": ("“{found}” is there, and not listed", _UNSAFE),
    "changed-file": ("“{found}” is not what it was when the pack was built", _UNSAFE),
    "other-id": ("its pack.yaml names the pack “{found}”, its list of files “{wanted}”", _AGAIN),
    # names
    "leads-out": ("“{found}” leads out of the pack", _UNSAFE),
    "bad-name": ("“{found}” can't be a file's name on every computer ({reason})", _RENAME),
    "reserved-name": ("“{found}” is a name that Windows keeps for itself", _RENAME),
    "long-name": ("the name “{found}” is too long; {limit} characters are the most", "Shorten names of files and folders."),
    "same-name": ("“{found}” and “{other}” are one name on some computers", "Rename one of the two."),
    # content of files
    "program": ("“{found}” is a program or script", _UNSAFE),
    "archive": ("“{found}” is an archive inside the pack", "Unpack it, and put its files into the pack by themselves."),
    "file-type": ("“{found}” is of a type that no pack has", "A pack may have: {known}."),
    "too-large-file": ("“{found}” is {size} large; {limit} is the most", "Make it smaller: fewer pixels, a shorter recording, two files."),
    "not-its-type": ("“{found}” is not what its name says", "Open it in the program it was made with, and save it again under this type."),
    "double-file": ("“{found}” is two kinds of file in one", _UNSAFE),
    "not-text": ("“{found}” is no UTF-8 text", "Save it again as UTF-8."),
    "too-many-pixels": ("“{found}” has {size} pixels; {limit} are the most", "Make it smaller in a drawing program: 1920 pixels are enough for any screen."),
    "drawing-broken": ("the drawing “{found}” can't be read ({reason})", _DRAWING),
    "drawing-entity": ("the drawing “{found}” declares entities or a document type", _DRAWING),
    "drawing-script": ("the drawing “{found}” carries a script ({what})", _DRAWING),
    "drawing-reference": ("the drawing “{found}” fetches something from elsewhere ({what})", _DRAWING),
    "drawing-element": ("the drawing “{found}” has “{what}”, which is no part of a picture", _DRAWING),
    "drawing-endless": ("the drawing “{found}” repeats itself without end or too often", "Simplify it: fewer copies of copies."),
    # building and keeping
    "errors": ("“cop-challenge check {found}” finds {count} in it", "Mend what it names first."),
    "no-id": ("its pack.yaml has no “id:”", "Add a line such as “id: my-school”; updates find the pack by it."),
    "empty-pack": ("there is nothing in it to share", "Put a lesson, a helpline or spot messages into it."),
    "not-installed": ("no pack “{found}” is installed", "{known}"),
    "local-changes": ("files were changed here: {found}", "Copy what you need from {place}, or remove the pack with “--changed-too”."),
    "cannot-write": ("{found} can't be written ({reason})", "Close what has files of it open, make room on the disk, and try again; nothing was changed."),
}  # fmt: skip
"""Fact and remedy by name."""


class PackRefused(Exception):
    """A pack that is not built, not installed or not removed; the message says what and why."""

    def __init__(self, rule: str, **values: Any) -> None:
        self.rule = rule
        self.values = {name: _shown(value) for name, value in values.items()}
        self.place: Path | None = None
        super().__init__(rule)

    def of(self, place: Path) -> PackRefused:
        """The same with the file or folder that is refused."""
        self.place = place
        return self

    def __str__(self) -> str:
        fact, remedy = (sentence.format_map(self.values) for sentence in SENTENCES[self.rule])
        return f"{self.place.name if self.place else 'The pack'}: {fact}. {remedy}".rstrip()


def _shown(value: object) -> str:
    """A value as a sentence can hold it: one line of signs that show, however long and strange it was."""
    words = "".join(sign if sign.isprintable() else "�" for sign in str(value))
    return words if len(words) <= 120 else f"{words[:119]}…"


def size(count: int) -> str:
    """Bytes in words."""
    return f"{count / 1_000_000:,.1f} MB" if count >= 1_000_000 else f"{max(1, count // 1000):,} kB"

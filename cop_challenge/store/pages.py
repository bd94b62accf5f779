"""Facts read from the pages of an SQLite file that SQLite itself can't read any more.

A file is cut into pages, and each page is read for itself, whatever has become of the others. That is safe
here and nowhere else: facts are never changed and never deleted, so every record on any page is one, however
old the page (https://www.sqlite.org/fileformat2.html, sections 1.6, 2 and 4). Facts stand in a table without
rowid, whose pages are index pages; all that is not one of those holds no fact.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cop_challenge.store.database import COLUMNS, WHOLE_NUMBERS, Row
from cop_challenge.store.fact import NoFact, row_of

MAGIC = b"SQLite format 3\x00"
HEADER, WAL_HEADER, FRAME_HEADER = 100, 32, 24
"""Bytes before the first page's content, the first frame and a frame's page."""
USUAL_PAGE = 4096
INTERIOR_INDEX, INTERIOR_TABLE, LEAF_INDEX, LEAF_TABLE = 2, 5, 10, 13
KNOWN_PAGES = (INTERIOR_INDEX, INTERIOR_TABLE, LEAF_INDEX, LEAF_TABLE)

_AT_THE_END = ("phase", "form", "topic", "standing", "signal", "first", "surface")
FIRST_COLUMNS = tuple(name for name in COLUMNS if name not in _AT_THE_END)
ORDERS = (COLUMNS, FIRST_COLUMNS + _AT_THE_END, FIRST_COLUMNS)
"""How a record's values may follow each other: as files are made now; as in one of the first version, with
the columns it got later behind all others; and as a record in it that is older than these."""


@dataclass(frozen=True)
class Page:
    """What was found on one page."""

    number: int
    """From 1, as SQLite counts."""
    rows: tuple[Row, ...] = ()
    broken: int = 0
    """Records on it that could not be read."""
    lost: bool = False
    """Nothing on it could be read."""


class _Torn(Exception):
    """These bytes are no record."""


def page_size(data: bytes) -> int:
    """Bytes a page has, as the header says; the usual size where it can't be read."""
    said = int.from_bytes(data[16:18], "big")
    said = 65536 if said == 1 else said
    return said if data.startswith(MAGIC) and said >= 512 and said & (said - 1) == 0 else USUAL_PAGE


def pages(data: bytes) -> Iterator[Page]:
    """All pages of a file, the last one too where it was cut short."""
    size = page_size(data)
    reserved = data[20] if data.startswith(MAGIC) else 0
    for start in range(0, len(data), size):
        yield _page(start // size + 1, data[start : start + size], size, reserved)


def pages_ahead(log: bytes, data: bytes) -> Iterator[Page]:
    """Pages in the write-ahead log that stands beside the file; numbered as in the file."""
    size = page_size(data)
    for start in range(WAL_HEADER, len(log), FRAME_HEADER + size):
        number = int.from_bytes(log[start : start + 4], "big")
        content = log[start + FRAME_HEADER : start + FRAME_HEADER + size]
        yield _page(number, content, size, 0)


def missing(data: bytes) -> int:
    """How many pages the header counts that the file does not have."""
    said = int.from_bytes(data[28:32], "big") if data.startswith(MAGIC) else 0
    return max(0, said - -(-len(data) // page_size(data)))


def _page(number: int, data: bytes, size: int, reserved: int) -> Page:
    start = HEADER if number == 1 else 0
    kind = data[start] if len(data) > start else 0
    if kind not in KNOWN_PAGES:
        return Page(number, lost=True)
    if kind in (INTERIOR_TABLE, LEAF_TABLE):
        return Page(number)
    count = int.from_bytes(data[start + 3 : start + 5], "big")
    pointers = start + (12 if kind == INTERIOR_INDEX else 8)
    rows: list[Row] = []
    broken = 0
    for cell in range(count):
        at = pointers + 2 * cell
        if at + 2 > size:
            return Page(number, tuple(rows), broken, lost=not rows)
        place = int.from_bytes(data[at : at + 2], "big") + (4 if kind == INTERIOR_INDEX else 0)
        try:
            rows.append(_row(_record(data, place, size - reserved)))
        except _Torn:
            broken += 1
    return Page(number, tuple(rows), broken, lost=bool(broken) and not rows)


def _row(values: list[str | int]) -> Row:
    for order in ORDERS:
        if len(values) == len(order) and all(
            isinstance(value, int) == (name in WHOLE_NUMBERS)
            for name, value in zip(order, values, strict=True)
        ):
            try:
                return row_of(dict(zip(order, values, strict=True)))
            except NoFact:
                raise _Torn from None
    raise _Torn


def _record(data: bytes, at: int, usable: int) -> list[str | int]:
    """The values of the record at this place; _Torn if there is none, or if it goes on on another page."""
    length, at = _varint(data, at)
    # The most that an index page keeps of a record; facts are a tenth of that.
    if length > (usable - 12) * 64 // 255 - 23 or at + length > len(data):
        raise _Torn
    end = at + length
    head, place = _varint(data, at)
    body = at + head
    values: list[str | int] = []
    while place < at + head:
        kind, place = _varint(data, place)
        if kind in (8, 9):
            values.append(kind - 8)
            continue
        size = kind if kind <= 4 else {5: 6, 6: 8}.get(kind, (kind - 13) // 2)
        if kind in (0, 7, 10, 11) or (kind > 11 and kind % 2 == 0) or body + size > end:
            raise _Torn
        value = data[body : body + size]
        body += size
        if kind < 7:
            values.append(int.from_bytes(value, "big", signed=True))
            continue
        try:
            values.append(value.decode("utf-8"))
        except UnicodeDecodeError:
            raise _Torn from None
    if place != at + head or body != end:
        raise _Torn
    return values


def _varint(data: bytes, at: int) -> tuple[int, int]:
    """SQLite's big-endian integer of up to nine bytes, and the place behind it."""
    value = 0
    for step in range(9):
        if not 0 <= at + step < len(data):
            raise _Torn
        byte = data[at + step]
        if step == 8:
            return value << 8 | byte, at + 9
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, at + step + 1
    raise AssertionError  # pragma: no cover

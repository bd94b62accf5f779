"""A spreadsheet of everything to translate, for those who have never seen a `.po` file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from cop_challenge.translate.catalogue import Catalogue, Translation
from cop_challenge.translate.message import Fault, Message
from cop_challenge.translate.table import NotASheet, lines, table

COLUMNS = ("key", "where", "original", "limit", "translation", "state")
NEEDED = frozenset({"key", "original", "translation"})
"""Columns without which nothing can be taken from a sheet, in small letters."""
DONE, AGAIN, MISSING = "done", "look again", ""
_FORM = re.compile(r"(.+) \[(\d+)\]")


@dataclass(frozen=True, slots=True)
class Row:
    """One line."""

    number: int
    """Of the sheet, from 1."""
    key: str
    form: int | None
    """Which plural form; None where there is one form only."""
    english: str
    translation: str
    state: str


def written(catalogue: Catalogue, messages: Iterable[Message], separator: str = ",") -> bytes:
    """The sheet as CSV. Marked as UTF-8, or Excel would take it for something else."""
    return table((COLUMNS, *_rows(catalogue, messages)), separator)


def _rows(catalogue: Catalogue, messages: Iterable[Message]) -> Iterator[tuple[str, ...]]:
    known = {each.key: each for each in catalogue.translations}
    numbers = catalogue.numbers()
    for message in messages:
        entry = known.get(message.key)
        where = "\n".join(message.comments())
        limit = "" if message.limit is None else str(message.limit)
        forms = len(numbers) if message.plural else 1
        current = entry if entry and entry.sources == message.sources else None
        old = current or entry
        state = MISSING if not (old and old.begun) else DONE if current and current.done else AGAIN
        for form in range(forms):
            said = old.forms[min(form, len(old.forms) - 1)] if old else ""
            if message.plural:
                for_these = numbers[form]
                source = message.source if for_these == (1,) else message.plural
                examples = ", ".join(map(str, for_these[:6])) + (" …" if len(for_these) > 6 else "")
                yield f"{message.key} [{form}]", f"{where}\nFor {examples}", source, limit, said, state
            else:
                yield message.key, where, message.source, limit, said, state


def read(data: bytes, place: str, language: str) -> list[Row]:
    """The lines of a sheet, however a spreadsheet program saved it; NotASheet if it is none."""
    found = lines(data, place, language)
    titles = [title.strip().lower() for title in found[0][1]] if found else []
    titles = ["original" if title == "english" else title for title in titles]
    if not set(titles) >= NEEDED:
        raise _no_sheet(place)
    return [_row(number, dict(zip(titles, line, strict=False))) for number, line in found[1:] if any(line)]


def _no_sheet(place: str) -> NotASheet:
    names = ", ".join(COLUMNS)
    fact = "The first line does not name the columns key, original and translation."
    return NotASheet(Fault(f"{place}:1", fact, f"Keep the first line as it was: {names}. Save as CSV."))


def _row(number: int, cells: dict[str, str]) -> Row:
    key = cells.get("key", "")
    form = _FORM.fullmatch(key)
    return Row(
        number,
        form[1] if form else key,
        int(form[2]) if form else None,
        cells.get("original", ""),
        cells.get("translation", ""),
        cells.get("state", "").lower(),
    )


def same(one: str, other: str) -> bool:
    """The same words; spreadsheets change spaces and line ends."""
    return one.split() == other.split()


def by_key(rows: Sequence[Row]) -> dict[str, list[Row]]:
    """The lines of each text, its plural forms together."""
    found: dict[str, list[Row]] = {}
    for row in rows:
        if row.key:
            found.setdefault(row.key, []).append(row)
    return found


def entry_of(rows: Sequence[Row], before: Translation) -> tuple[str, ...]:
    """All forms of a text as the sheet has them; what it leaves empty stays."""
    forms = list(before.forms)
    for row in rows:
        number = row.form or 0
        if row.translation and number < len(forms):
            forms[number] = row.translation
    return tuple(forms)

"""A spreadsheet of everything to translate, for those who have never seen a `.po` file."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from cop_challenge.translate.catalogue import Catalogue, Translation
from cop_challenge.translate.message import Fault, Message

COLUMNS = ("key", "where", "original", "limit", "translation", "state")
NEEDED = frozenset({"key", "original", "translation"})
"""Columns without which nothing can be taken from a sheet, in small letters."""
DONE, AGAIN, MISSING = "done", "look again", ""
SEPARATORS = ",;\t"
_FORMULA = re.compile(r"'?[=+\-@]")
"""What a spreadsheet would calculate. An apostrophe in front keeps it a text."""
_FORM = re.compile(r"(.+) \[(\d+)\]")

CODE_PAGES = {
    **dict.fromkeys(("ar", "fa", "ur"), "cp1256"),
    **dict.fromkeys(("ru", "uk", "be", "bg", "sr", "mk"), "cp1251"),
    **dict.fromkeys(("pl", "cs", "sk", "hu", "sl", "hr", "ro"), "cp1250"),
    **dict.fromkeys(("el",), "cp1253"),
    **dict.fromkeys(("tr", "az"), "cp1254"),
    **dict.fromkeys(("he",), "cp1255"),
    **dict.fromkeys(("lt", "lv", "et"), "cp1257"),
    **dict.fromkeys(("vi",), "cp1258"),
    **dict.fromkeys(("zh",), "gb18030"),
    **dict.fromkeys(("ja",), "cp932"),
    **dict.fromkeys(("ko",), "cp949"),
    **dict.fromkeys(("th",), "cp874"),
}
"""What “CSV” without “UTF-8” means to Excel on a Windows of that language; Western Europe's elsewhere."""


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


class NotASheet(ValueError):
    """Nothing can be taken from it; says why."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(str(fault))
        self.fault = fault


def written(catalogue: Catalogue, messages: Iterable[Message], separator: str = ",") -> bytes:
    """The sheet as CSV. Marked as UTF-8, or Excel would take it for something else."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=separator)
    writer.writerow(COLUMNS)
    for row in _rows(catalogue, messages):
        writer.writerow([f"'{cell}" if _FORMULA.match(cell) else cell for cell in row])
    return codecs.BOM_UTF8 + out.getvalue().encode()


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
    text = _decoded(data, place, language)
    first, _, rest = text.partition("\n")
    if first.strip().lower().startswith("sep="):  # a hint some programs write
        text, first = rest, rest.partition("\n")[0]
    separator = max(SEPARATORS, key=first.count)
    reader = csv.reader(io.StringIO(text), delimiter=separator)
    try:
        lines = [(reader.line_num, line) for line in reader]
    except csv.Error:
        raise _no_sheet(place) from None
    titles = [title.strip().lower() for title in lines[0][1]] if lines else []
    titles = ["original" if title == "english" else title for title in titles]
    if not set(titles) >= NEEDED:
        raise _no_sheet(place)
    return [_row(number, dict(zip(titles, line, strict=False))) for number, line in lines[1:] if any(line)]


def _no_sheet(place: str) -> NotASheet:
    names = ", ".join(COLUMNS)
    fact = "The first line does not name the columns key, original and translation."
    return NotASheet(Fault(f"{place}:1", fact, f"Keep the first line as it was: {names}. Save as CSV."))


def _decoded(data: bytes, place: str, language: str) -> str:
    if data[:4] == b"PK\x03\x04":
        fact, remedy = "It is a workbook, not CSV.", "Save it as “CSV UTF-8 (comma delimited)”."
        raise NotASheet(Fault(place, fact, remedy))
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        page = CODE_PAGES.get(language.replace("-", "_").partition("_")[0], "cp1252")
        return data.decode(page, errors="replace")


def _row(number: int, cells: dict[str, str]) -> Row:
    plain = {title: _plain(cell) for title, cell in cells.items()}
    key = plain.get("key", "")
    form = _FORM.fullmatch(key)
    return Row(
        number,
        form[1] if form else key,
        int(form[2]) if form else None,
        plain.get("original", ""),
        plain.get("translation", ""),
        plain.get("state", "").lower(),
    )


def _plain(cell: str) -> str:
    cell = cell.strip()
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


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

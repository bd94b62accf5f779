"""A table as spreadsheet programs write and read it: CSV in any encoding, with any separator."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterable, Sequence

from cop_challenge.translate.message import Fault

SEPARATORS = ",;\t"
_FORMULA = re.compile(r"'?[=+\-@]")
"""What a spreadsheet would calculate. An apostrophe in front keeps it a text."""

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


class NotASheet(ValueError):
    """Nothing can be taken from it; says why."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(str(fault))
        self.fault = fault


def table(rows: Iterable[Sequence[str]], separator: str = ",") -> bytes:
    """Rows as CSV. Marked as UTF-8, or Excel would take it for something else."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=separator)
    writer.writerows([f"'{cell}" if _FORMULA.match(cell) else cell for cell in row] for row in rows)
    return codecs.BOM_UTF8 + out.getvalue().encode()


def lines(data: bytes, place: str, language: str) -> list[tuple[int, list[str]]]:
    """All rows with their line numbers, cells without what only spreadsheets need.

    NotASheet for a workbook, or where no CSV can be found.
    """
    text = decoded(data, place, language)
    first, _, rest = text.partition("\n")
    if first.strip().lower().startswith("sep="):  # a hint some programs write
        text, first = rest, rest.partition("\n")[0]
    separator = max(SEPARATORS, key=first.count)
    reader = csv.reader(io.StringIO(text), delimiter=separator)
    try:
        return [(reader.line_num, [_plain(cell) for cell in line]) for line in reader]
    except csv.Error:
        fact, remedy = "This is no table that can be read.", "Save it again as CSV."
        raise NotASheet(Fault(f"{place}:{reader.line_num or 1}", fact, remedy)) from None


def decoded(data: bytes, place: str, language: str) -> str:
    """The text, in whatever encoding a spreadsheet program saved it; NotASheet for a workbook."""
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


def _plain(cell: str) -> str:
    cell = cell.strip()
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell

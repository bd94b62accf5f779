"""A sheet and back."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Callable
from dataclasses import replace

import pytest

from cop_challenge.translate.catalogue import Catalogue, Translation, new, update
from cop_challenge.translate.merge import Merged, merge
from cop_challenge.translate.sheet import COLUMNS, read, written
from cop_challenge.translate.table import NotASheet

from .conftest import message

MESSAGES = [
    message("a", "Hello"),
    message("b", "{name}, come in"),
    message("c", "{count} thing", "{count} things"),
    message("d", "-5, that is cold; or warm, “really”"),
]


def table(data: bytes, separator: str = ",") -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig")), delimiter=separator))


def filled(catalogue: Catalogue, fill: dict[str, str], separator: str = ",") -> str:
    """The sheet as text, with these translations."""
    lines = table(written(catalogue, MESSAGES, separator), separator)
    out = io.StringIO()
    writer = csv.writer(out, delimiter=separator)
    writer.writerows([*line[:4], fill.get(line[0], line[4]), *line[5:]] for line in lines)
    return out.getvalue()


def back(catalogue: Catalogue, text: str | bytes, *, overwrite: bool = False) -> Merged:
    data = text if isinstance(text, bytes) else text.encode()
    return merge(catalogue, MESSAGES, read(data, "s.csv", catalogue.language), "s.csv", overwrite=overwrite)


def said(merged: Merged) -> dict[str, tuple[str, ...]]:
    return {each.key: each.forms for each in merged.catalogue.translations if each.begun}


def test_it_has_a_line_for_each_text_and_each_plural_form() -> None:
    """UTF-8 with a mark, or Excel would guess."""
    data = written(new("sw"), MESSAGES)
    assert data.startswith(codecs.BOM_UTF8)
    lines = table(data)
    assert tuple(lines[0]) == COLUMNS
    assert [line[0] for line in lines[1:]] == ["a", "b", "c [0]", "c [1]", "d"]
    assert lines[3][1].endswith("For 1")
    assert [lines[3][2], lines[4][2]] == ["{count} thing", "{count} things"]


def test_nothing_in_it_is_calculated() -> None:
    """A text that begins like a formula comes back as it was."""
    made = written(new("sw"), MESSAGES)
    assert table(made)[5][2].startswith("'-5")
    merged = back(new("sw"), filled(new("sw"), {"d": "'-5, baridi"}))
    assert said(merged) == {"d": ("-5, baridi",)}
    assert not merged.faults


def test_a_new_language_is_filled_from_a_sheet() -> None:
    merged = back(
        new("sw"), filled(new("sw"), {"a": "Habari", "c [0]": "kitu {count}", "c [1]": "vitu {count}"})
    )
    assert said(merged) == {"a": ("Habari",), "c": ("kitu {count}", "vitu {count}")}
    assert (merged.taken, merged.faults) == (2, [])


ENCODINGS: list[tuple[str, Callable[[str], bytes]]] = [
    ("utf-8 with a mark", lambda text: text.encode("utf-8-sig")),
    ("utf-8", str.encode),
    ("utf-16", lambda text: text.encode("utf-16")),
    ("Windows, Russian", lambda text: text.encode("cp1251", errors="replace")),
]


@pytest.mark.parametrize(("name", "encode"), ENCODINGS, ids=[name for name, _ in ENCODINGS])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_however_a_spreadsheet_saved_it(name: str, encode: Callable[[str], bytes], separator: str) -> None:
    merged = back(new("ru"), encode(filled(new("ru"), {"a": "Привет; да, «друг»"}, separator)))
    assert said(merged) == {"a": ("Привет; да, «друг»",)}


def test_letters_that_were_lost_are_noticed() -> None:
    """Excel writes question marks for what its code page does not have."""
    merged = back(new("am"), filled(new("am"), {"a": "???? ??"}))
    assert not said(merged)
    assert "letters were lost" in merged.faults[0].fact


def test_another_translation_is_not_overwritten_unless_asked() -> None:
    made = update(new("sw"), MESSAGES)
    theirs = replace(
        made, translations=(replace(made.translations[0], forms=("Jambo",)), *made.translations[1:])
    )
    sheet = filled(made, {"a": "Habari"})
    left = back(theirs, sheet)
    assert said(left) == {"a": ("Jambo",)}
    assert "“Jambo” in the catalogue and “Habari” in the sheet" in left.faults[0].fact
    taken = back(theirs, sheet, overwrite=True)
    assert said(taken) == {"a": ("Habari",)}
    assert taken.told == ["a: “Jambo” is “Habari” now."]


def test_an_empty_cell_takes_nothing_away() -> None:
    made = replace(update(new("sw"), MESSAGES), translations=(Translation("a", ("Hello",), ("Jambo",)),))
    merged = back(made, filled(made, {"a": ""}))
    assert said(merged) == {"a": ("Jambo",)}
    assert not merged.faults


def test_keys_nobody_knows_are_listed() -> None:
    merged = back(new("sw"), filled(new("sw"), {"a": "Habari"}).replace("\na,", "\nz,"))
    assert merged.faults[0].place == "s.csv:2"
    assert "There is no text “z”" in merged.faults[0].fact


def test_a_text_that_has_changed_since_is_noticed() -> None:
    """Taken where there is none, to be looked at; never over one that is there."""
    sheet = filled(new("sw"), {"a": "Habari"}).replace(",Hello,", ",Hallo,")
    merged = back(new("sw"), sheet)
    entry = merged.catalogue.translations[0]
    assert (entry.forms, entry.fuzzy, entry.previous) == (("Habari",), True, ("Hallo",))
    assert "says something else in the original now: “Hello”" in merged.faults[0].fact
    theirs = replace(update(new("sw"), MESSAGES), translations=(Translation("a", ("Hello",), ("Jambo",)),))
    assert said(back(theirs, sheet)) == {"a": ("Jambo",)}


def test_a_wrong_line_is_not_taken_and_the_others_are() -> None:
    merged = back(new("sw"), filled(new("sw"), {"a": "Habari", "b": "Karibu"}))
    assert said(merged) == {"a": ("Habari",)}
    assert "“{name}” is missing" in merged.faults[0].fact


def test_what_had_to_be_looked_at_is_confirmed_or_rewritten() -> None:
    old = replace(new("sw"), translations=(Translation("a", ("Hi",), ("Habari",)),))
    sheet = filled(old, {})
    assert next(line for line in table(sheet.encode()) if line[0] == "a")[5] == "look again"
    confirmed = back(old, sheet.replace("look again", "done"))
    assert (confirmed.catalogue.translations[0].done, confirmed.confirmed) == (True, 1)
    rewritten = back(old, filled(old, {"a": "Hujambo"}))
    assert rewritten.catalogue.translations[0].done
    assert rewritten.told == ["a: “Habari” is “Hujambo” now."]


@pytest.mark.parametrize(
    ("data", "fact"),
    [
        (b"", "first line"),
        (b"a,b\n1,2\n", "first line"),
        (b"PK\x03\x04...", "a workbook"),
        (b'"key', "first line"),
    ],
)
def test_what_is_no_sheet_is_refused(data: bytes, fact: str) -> None:
    with pytest.raises(NotASheet, match=fact):
        read(data, "s.csv", "sw")

"""Sheets of questions."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cop_challenge.exchange.question import Choice, Read
from cop_challenge.exchange.table_reader import COLUMNS, read, template
from cop_challenge.translate.table import NotASheet

LINE = {"question": "Which?", "answer 1": "One", "right 1": "yes", "answer 2": "Two", "right 2": "no"}


def sheet(*rows: dict[str, str], separator: str = ",") -> str:
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, restval="", delimiter=separator)
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def reads(data: str | bytes, language: str = "en") -> list[Read]:
    return list(read(data if isinstance(data, bytes) else data.encode(), "s.csv", language))


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_the_template_is_two_whole_questions(separator: str) -> None:
    """With everything a round has, whatever stands between the cells."""
    found = [each.question for each in reads(template(separator))]
    assert all(isinstance(each, Choice) and each.who and each.harmless is not None for each in found)
    assert [each.harmless for each in found if isinstance(each, Choice)] == [False, True]


@pytest.mark.parametrize(
    ("encoding", "language", "word"),
    [("utf-8-sig", "en", "naïve"), ("utf-16", "ru", "да"), ("cp1252", "en", "naïve"), ("cp1251", "ru", "да")],
)
def test_excel_s_encodings_are_read(encoding: str, language: str, word: str) -> None:
    (found,) = reads(sheet(LINE | {"question": word}, separator=";").encode(encoding), language)
    assert isinstance(found.question, Choice)
    assert found.question.text == word


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"question": ""}, "“question” is empty"),
        ({"answer 2": "", "right 2": ""}, "fewer than two answers"),
        ({"right 1": "perhaps"}, "“perhaps” in “right 1” is neither yes nor no"),
        ({"because 3": "Why?"}, "“answer 3” is empty"),
        ({"harmless": "rather"}, "“rather” in “harmless”"),
    ],
)
def test_a_line_that_is_not_taken_says_why(change: dict[str, str], reason: str) -> None:
    """With its number; the lines around it are taken."""
    one, wrong, other = reads(sheet(LINE, LINE | change, LINE))
    assert (one.question is None, other.question is None, wrong.question) == (False, False, None)
    assert wrong.line == 3
    assert reason in " ".join(wrong.reasons)


@pytest.mark.parametrize(("data", "fact"), [("", "does not name"), ("question,answer\n", "does not name")])
def test_what_has_no_header_is_refused(data: str, fact: str) -> None:
    with pytest.raises(NotASheet, match=fact):
        reads(data)


def test_a_column_that_is_not_known_is_named() -> None:
    """Rather than left out silently."""
    with pytest.raises(NotASheet, match="No column is called answer 5"):
        reads(sheet(LINE).replace("lesson", "answer 5", 1))


@settings(max_examples=80)
@given(st.lists(st.lists(st.text(max_size=12), min_size=len(COLUMNS), max_size=len(COLUMNS)), max_size=4))
def test_any_cells_are_read_without_an_error(cells: list[list[str]]) -> None:
    rows = [dict(zip(COLUMNS, row, strict=True)) for row in cells]
    try:
        found = reads(sheet(*rows).encode("utf-8", "replace"))
    except NotASheet:
        return
    assert all(bool(each.question) != bool(each.reasons) for each in found)

"""Passports, and the stamps that visits earned."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from pypdf import PdfReader

from cop_challenge.core.result import Fact, Result
from cop_challenge.core.tags import Habit
from cop_challenge.core.words import HABITS
from cop_challenge.lessons.library import Library
from cop_challenge.printing.earned import Earned, earned
from cop_challenge.printing.passport import Passport, passports
from cop_challenge.printing.press import Press
from cop_challenge.printing.sheet import CannotPrint, Setting
from cop_challenge.store.database import Row

from .conftest import DAY

Printed = Callable[..., list[str]]


def row(visit: str, hour: str, habit: str, fact: Fact = Fact.FINISHED) -> Row:
    return Row("st", visit, 1, hour, Result(fact, track="8-12", habit=habit, lesson="any"))


def places_of(pdf: bytes) -> dict[str, tuple[float, float, bool]]:
    """By word: where on the page its first letter stands, as shares of it, and whether on its head."""
    page = PdfReader(io.BytesIO(pdf)).pages[0]
    found: dict[str, tuple[float, float, bool]] = {}

    def seen(text: str, outer: list[float], inner: list[float], *_: object) -> None:
        if words := text.strip():
            x = inner[4] * outer[0] + inner[5] * outer[2] + outer[4]
            y = inner[4] * outer[1] + inner[5] * outer[3] + outer[5]
            turned = inner[0] * outer[0] + inner[1] * outer[2] < 0
            found.setdefault(words, (x / float(page.mediabox.width), y / float(page.mediabox.height), turned))

    page.extract_text(visitor_text=seen)
    return found


def test_it_folds_to_a_book(library: Library, press: Press) -> None:
    """Cover below at the end, back beside it; the inside above, on its head, its second page at the start."""
    made = passports([Passport(library.tracks["8-12"])])
    at = places_of(press.pdf(made, Setting(DAY)))
    for words, start, below in (
        ("Passport", False, True),
        ("Teach a friend", True, True),
        ("Set your limits", False, False),
        ("Tell someone", True, False),
    ):
        x, y, turned = at[words]
        assert (x < 0.5 or (turned and x <= 0.5)) == start, words
        assert (y < 0.5, turned) == (below, not below), words


def test_stamps_are_printed_where_they_were_earned(library: Library, press: Press) -> None:
    """A picture for each, and none for the others."""
    made = passports([Passport(library.tracks["5-7"], frozenset({Habit.REACT, Habit.TELL}))])
    (page,) = press.data(made, Setting(DAY))["values"]["pages"]
    stamped = {habit["name"] for habit in page["habits"] if habit["stamp"]}
    assert stamped == {HABITS[Habit.REACT].source, HABITS[Habit.TELL].source}


def test_nobody_is_named(library: Library, printed: Printed) -> None:
    """A line to write on, whatever was earned."""
    (page,) = printed(passports([Passport(library.tracks["13-17"], frozenset(Habit))], "lion"))
    assert "Name" in page
    assert "Lion" not in page


def test_stamps_are_those_of_finished_lessons() -> None:
    """Of the latest hour, a passport a visit; what was left halfway stamps nothing."""
    rows = [
        row("a", "2026-11-24T08", "tell"),
        row("b", "2026-11-24T09", "react"),
        row("b", "2026-11-24T09", "react"),
        row("b", "2026-11-24T09", "meeting", Fact.LEFT),
        row("c", "2026-11-24T09", "set-limits"),
    ]
    assert earned(rows) == (
        Earned("8-12", frozenset({Habit.REACT})),
        Earned("8-12", frozenset({Habit.SET_LIMITS})),
    )
    assert earned(rows, "a") == (Earned("8-12", frozenset({Habit.TELL})),)


@pytest.mark.parametrize(
    ("visit", "says"),
    [("", "No lesson was finished here"), ("a", "finished in the visit “a”"), ("x", "There is no visit “x”")],
)
def test_what_was_not_earned_is_said(visit: str, says: str) -> None:
    """Fact and remedy."""
    with pytest.raises(CannotPrint, match=says):
        earned([row("a", "2026-11-24T08", "tell", Fact.LEFT)], visit)

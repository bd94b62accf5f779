"""Two noes, blame, habits of answers, blocking without telling."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cop_challenge.activities.lesson import Asked, Option
from cop_challenge.core.text import Text
from cop_challenge.lessons.language import blocking, choices
from cop_challenge.lessons.language.blame import advice as blame_advice
from cop_challenge.lessons.language.blame import blame
from cop_challenge.lessons.language.negatives import double_negative

from .conftest import Make


@pytest.mark.parametrize(
    "text",
    ["Never tell nobody.", "It is not unkind.", "Don’t go without asking.", "You cannot say nothing to Mum."],
)
def test_two_noes_in_a_breath_are_found(text: str) -> None:
    assert double_negative(text)


@pytest.mark.parametrize(
    "text",
    [
        "A no needs no reason.",
        "No photo without asking.",
        "No password, no money, no link.",
        "It is not far, and nobody minds.",
        "You may say no. Nothing happens.",
        "Nobody knows who it is not.",
    ],
)
def test_a_no_as_a_thing_and_noes_in_a_row_are_fine(text: str) -> None:
    assert double_negative(text) == ""


@pytest.mark.parametrize(
    "text", ["You should have asked.", "That was careless.", "It is your own fault.", "Game over. You lose!"]
)
def test_blame_is_found(text: str) -> None:
    assert blame(text)


@pytest.mark.parametrize(
    "text",
    [
        "It is not your fault.",
        "None of this is your fault.",
        "Nothing you wrote is your fault.",
        "Somebody says: “You should have known.”",
        "A faulty lamp and a careful snail",
    ],
)
def test_comfort_and_quoted_speech_do_not_blame(text: str) -> None:
    assert blame(text) == ""


def test_a_wrong_answer_may_blame_and_a_right_one_may_not(lesson: Make) -> None:
    """What it does is explained; an adult's lesson needs it among the answers."""
    found = blame_advice(lesson("So.", ("You should have asked", "How could you"), ("A", "B")))
    assert [finding.path for finding in found] == [("rounds", 0, "answers", 0, "text")]


def test_the_longest_as_a_habit_is_found(lesson: Make) -> None:
    pair = ("a right answer", "a wrong")
    assert [finding.rule for finding in choices.advice(lesson("So.", *[pair] * 4))] == ["longest-is-right"]


def test_one_exception_breaks_the_habit(lesson: Make) -> None:
    pairs = [("a right answer", "a wrong")] * 3 + [("right", "a long wrong one")]
    assert list(choices.advice(lesson("So.", *pairs))) == []


def test_shuffled_answers_have_no_first(lesson: Make) -> None:
    """In every round of a quiz the right one comes first in the file; the game deals them anew."""
    assert list(choices.advice(lesson("So.", *[("same", "long")] * 6))) == []


def asked(marks: list[bool]) -> Asked:
    return Asked((), tuple(Option((), Text("x"), mark) for mark in marks))


@given(st.lists(st.lists(st.booleans(), min_size=2, max_size=4), min_size=1, max_size=8))
def test_chance_falls_from_one(marks: list[list[bool]]) -> None:
    found = [asked(each) for each in marks]
    odds = [choices.chance(hits, found) for hits in range(len(found) + 2)]
    assert odds[0] == pytest.approx(1)
    assert odds == sorted(odds, reverse=True)
    assert odds[-1] == 0


def test_chance_is_that_of_coins() -> None:
    assert choices.chance(3, [asked([True, False])] * 3) == pytest.approx(1 / 8)


def test_blocking_wants_telling(lesson: Make) -> None:
    silent = lesson("Yes.", ("Block him", "Write back"), ("A", "B"))
    told = lesson("Yes.", ("Block him, tell Mum", "Write back"), ("A", "B"))
    assert [finding.rule for finding in blocking.advice(silent)] == ["block-without-tell"]
    assert list(blocking.advice(told)) == []

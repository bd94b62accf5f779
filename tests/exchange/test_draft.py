"""Lessons made of questions."""

from __future__ import annotations

import pytest

from cop_challenge.exchange.account import Outcome
from cop_challenge.exchange.draft import Draft, Wishes, drafts, evenly, slug, split_story
from cop_challenge.exchange.gift_reader import read


def drafted(text: str, options: int = 4) -> tuple[tuple[Draft, ...], list[tuple[Outcome, tuple[str, ...]]]]:
    made, account = drafts(read(text), Wishes("8-12", options), "x", (), "x.txt")
    return made, [(entry.outcome, entry.reasons) for entry in account.entries]


@pytest.mark.parametrize(
    ("text", "story", "prompt"),
    [
        ("What helps?", "", "What helps?"),
        ("Hana is sad. What helps?", "Hana is sad.", "What helps?"),
        ("A comes. B goes.\nChoose one.", "A comes. B goes.", "Choose one."),
        ("“Hello!” says Mei", "“Hello!” says Mei"[:0], "“Hello!” says Mei"),
        ("你好。她怎么办？", "你好。", "她怎么办？"),
        ("أرسل أحد صورة. ماذا تفعل؟", "أرسل أحد صورة.", "ماذا تفعل؟"),
    ],
)
def test_what_stands_before_the_question_is_its_story(text: str, story: str, prompt: str) -> None:
    """The last line is asked, or else the last sentence."""
    assert split_story(text) == (story, prompt)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Who's there, Élodie?", "whos-there-elodie"),
        ("ጥያቄ", ""),
        ("one two three four five six seven eight", "one-two-three-four-five-six"),
        ("a" * 40, ""),
    ],
)
def test_ids_are_words(words: str, name: str) -> None:
    assert slug(words) == name


def test_ids_are_never_what_an_editor_would_read_as_something_else() -> None:
    """`true`, `no` and numbers are no texts to a YAML editor."""
    (lesson,), _ = drafted("Is it so?{T}\n\n::4::How many?{=4 ~no ~ስንት}\n\n::4::Again?{=4 ~5}\n")
    assert [round_.id for round_ in lesson.rounds] == ["is-it-so", "question-4", "question-4-2"]
    assert [answer.id for answer in lesson.rounds[0].answers] == ["answer-true", "answer-false"]
    assert [answer.id for answer in lesson.rounds[1].answers] == ["answer-4", "answer-no", "answer"]


def test_a_true_or_false_question_is_asked_as_one() -> None:
    (lesson,), _ = drafted("Pictures can be changed. Films, too.{T}\n")
    assert lesson.rounds[0].story == "Pictures can be changed. Films, too."
    assert lesson.rounds[0].prompt == "True or false?"


def test_where_few_answers_fit_a_wrong_one_stays() -> None:
    """In their order; what was left is a comment, with what was said of it."""
    (lesson,), told = drafted("Which?{=a =b =c ~d#Hm. ~e}\n", options=3)
    assert [answer.text for answer in lesson.rounds[0].answers] == ["a", "b", "d"]
    assert lesson.rounds[0].notes == ("Left out, right: c", "Left out, wrong: e")
    assert told[0][0] is Outcome.IN_PART


def test_things_for_few_places_are_sorted_and_others_asked_for() -> None:
    """Six things or more, and no more places than fit."""
    pairs = "".join(f"={name} -> {place}\n" for name, place in zip("abcdef", "xyxyxz", strict=True))
    (lesson,), _ = drafted(f"Where?{{{pairs}}}")
    assert lesson.sorting
    assert [item.bin for item in lesson.sorting.items] == ["x", "place-y", "x", "place-y", "x", "z"]
    (lesson,), _ = drafted(f"Where?{{{pairs}}}", options=2)
    assert [len(round_.answers) for round_ in lesson.rounds] == [2] * 6


def test_parts_are_even() -> None:
    assert [len(part) for part in evenly(range(23), 10)] == [7, 8, 8]
    assert list(evenly([], 10)) == []

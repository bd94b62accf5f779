"""GIFT there and back, and whatever a file may hold."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from cop_challenge.exchange import gift_reader
from cop_challenge.exchange.asked import questions
from cop_challenge.exchange.bringing import from_gift
from cop_challenge.exchange.draft import Wishes, drafts
from cop_challenge.exchange.gift_reader import read
from cop_challenge.exchange.gift_writer import gift
from cop_challenge.exchange.lesson_file import lesson_file
from cop_challenge.exchange.question import Choice, Option, Question
from cop_challenge.lessons.library import Library
from cop_challenge.lessons.source import read as read_yaml

from .conftest import CHOICE, MATCHING


def back(text: str) -> list[Question]:
    """What is read of it, as if it had no lines."""
    found = list(read(text))
    assert all(each.question for each in found), [each.reasons for each in found]
    return [replace(each.question, line=0) for each in found if each.question]


@settings(max_examples=150)
@example([Choice(0, "", "[html] is <b>\n// what?", (Option("[plain]", True), Option("//b", False)))])
@example(
    [Choice(0, "a::b", "$CATEGORY: x", (Option("a", True), Option("b", False)), category="a\\:b {c} = \\\\")]
)
@given(st.lists(st.one_of(CHOICE, MATCHING), min_size=1, max_size=3))
def test_what_is_exported_comes_back(made: list[Question]) -> None:
    """Questions, answers, which are right, feedback, titles and categories: all of it."""
    # A file cannot leave a category again.
    made = [replace(question, category=made[0].category) for question in made]
    assert back(gift(made)) == made


def test_every_quiz_and_sorting_lesson_comes_back(library: Library) -> None:
    """The game's own, whole."""
    found, entries = questions(library.lessons.values(), lambda text: text.source)
    taken = sum(lesson.kind in ("quiz", "sort") for lesson in library.lessons.values())
    assert len([entry for entry in entries if entry.outcome != "left"]) == taken >= 10
    assert len(found) >= 50
    assert back(gift(found)) == [replace(question, notes=()) for question in found]


GIFT_LIKE = st.text(st.sampled_from("ab {}~=#%:\\/$\n\r[]>-<&;.50TF"), max_size=120)


@settings(max_examples=200)
@given(st.one_of(GIFT_LIKE, st.text(max_size=80)))
@example("{" * 50_000)
@example("=" * 10_000 + "{~" * 10_000)
@example("[html]" + "<" * 15_000 + "{=a~b}")
@example("[html]" + "<!" * 7_000 + "{=a~b}")
@example("[markdown]" + "*" * 15_000 + "{=a~b}")
@example("[markdown]" + "[" * 15_000 + "{=a~b}")
@example("::" * 9_000)
@example("[html]" + "<!" * 500_000)
@example("[html]&#0;&#xd800;&#1;{=&#127; ~b}")
def test_any_text_is_read_without_an_error(text: str) -> None:
    """And every question of it is in the account; whatever is taken is good YAML."""
    made, account = drafts(read(text), Wishes("8-12"), "x", (), "x.txt")
    assert len(account.entries) == len(list(read(text)))
    for draft in made:
        assert lesson_file(draft).count("\nid: ") == 1


@settings(max_examples=40)
@given(made=st.lists(st.one_of(CHOICE, MATCHING), min_size=1, max_size=3))
def test_what_is_written_is_yaml(made: list[Question], tmp_path_factory: pytest.TempPathFactory) -> None:
    """Whatever words a question has, the lesson's file can be read, and holds them."""
    path = tmp_path_factory.mktemp("lesson") / "x.yaml"
    lessons, _ = drafts(read(gift(made)), Wishes("8-12"), "x", (), "x.txt")
    assert lessons
    for draft in lessons:
        path.write_text(lesson_file(draft), "utf-8")
        plain = read_yaml(path)[0].plain()
        assert plain["title"] == " ".join(draft.title.split())
        for round_, written in zip(draft.rounds, plain.get("rounds", ()), strict=True):
            assert [answer["text"] for answer in written["answers"]] == [each.text for each in round_.answers]


@settings(max_examples=60)
@given(st.binary(max_size=60))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    """In whatever encoding; nothing raises but for a workbook."""
    if not data.startswith(b"PK\x03\x04"):
        assert isinstance(list(from_gift(data, "x.txt", "sw")), list)


def test_a_file_of_too_many_questions_says_where_it_was_left() -> None:
    text = "A?{T}\n\n" * (gift_reader.MAX_QUESTIONS + 5)
    found = list(read(text))
    assert len(found) == gift_reader.MAX_QUESTIONS + 1
    assert found[-1].line == 2 * gift_reader.MAX_QUESTIONS + 1
    assert "from here on" in found[-1].reasons[0]


def test_a_question_too_long_and_one_of_too_many_answers_are_left() -> None:
    (long,) = read(f"{'a' * 30_000}?{{T}}")
    assert "longer" in long.reasons[0]
    (many,) = read(f"Which?{{{'~a' * 50}=b}}")
    assert "51 answers" in many.reasons[0]


def test_a_category_is_a_lesson() -> None:
    """Named by its last part; more than ten questions are two lessons, evenly."""
    text = (
        "$CATEGORY: a/Friends\n\n"
        + "".join(f"Who is {n}?{{T}}\n\n" for n in range(11))
        + "$CATEGORY: b\n\nC?{T}\n"
    )
    made, account = drafts(read(text), Wishes("8-12"), "x", {"friends"}, "x.txt")
    assert [(draft.id, draft.title, len(draft.rounds)) for draft in made] == [
        ("friends-2", "Friends", 5),
        ("friends-3", "Friends", 6),
        ("b", "b", 1),
    ]
    assert account.whole

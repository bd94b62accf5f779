"""The one walk over a lesson's texts, and what it says of sources and choices."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel, TypeAdapter, ValidationError

from cop_challenge.activities.lesson import Lesson
from cop_challenge.activities.source import STORY, Backing, Source
from cop_challenge.activities.texts import sources, texts
from cop_challenge.app.wiring import Places
from cop_challenge.core.text import Text
from cop_challenge.lessons.library import load_library
from cop_challenge.lessons.source import read

BACKING: TypeAdapter[Any] = TypeAdapter(Backing)
FOUND = {"title": "A report", "year": "2020", "address": "https://reports.example/1"}


@pytest.fixture(scope="module")
def lessons(places: Places) -> dict[str, Lesson]:
    return dict(load_library(places.content, places.assets).lessons)


@pytest.fixture(scope="module")
def files(places: Places) -> dict[str, Path]:
    return {path.stem: path for path in (places.content / "lessons").rglob("*.yaml")}


def all_texts(value: Any) -> Iterator[Text]:
    """Whatever is a text, however deep, found without looking at the schema."""
    if isinstance(value, Text):
        yield value
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from all_texts(getattr(value, name))
    elif isinstance(value, tuple):
        for item in value:
            yield from all_texts(item)
    elif hasattr(value, "values"):
        for item in value.values():
            yield from all_texts(item)


def test_the_walk_leaves_nothing_out(lessons: dict[str, Lesson]) -> None:
    """Every text of every lesson once."""
    for lesson in lessons.values():
        expected = sorted(text.key for text in all_texts(lesson) if text)
        assert sorted(said.text.key for said in texts(lesson)) == expected


def test_each_path_leads_to_its_text_in_the_file(lessons: dict[str, Lesson], files: dict[str, Path]) -> None:
    """So that a finding names the right line."""
    for id_, lesson in lessons.items():
        data = read(files[id_])[0].plain()
        for said in texts(lesson):
            value = data
            for step in said.path:
                value = value[step]
            assert " ".join(value.split()) == said.text.source


def test_each_text_has_a_role(lessons: dict[str, Lesson]) -> None:
    assert {id_ for id_, lesson in lessons.items() for said in texts(lesson) if not said.role} == set()


def test_each_choice_leads_to_its_text(lessons: dict[str, Lesson]) -> None:
    for lesson in lessons.values():
        by_path = {said.path: said.text for said in texts(lesson)}
        for asked in lesson.asked():
            for option in asked.options:
                assert by_path[option.path] == option.text


@pytest.mark.parametrize(
    "kind", ["quiz", "stop", "inspect", "bystander", "chat", "scenario", "deal", "forge"]
)
def test_kinds_with_answers_say_which_are_right(kind: str, lessons: dict[str, Lesson]) -> None:
    for lesson in lessons.values():
        if lesson.kind == kind:
            marks = {option.right for asked in lesson.asked() for option in asked.options}
            assert marks == {True, False}


def test_a_source_counts_for_everything_below(lessons: dict[str, Lesson]) -> None:
    """The nearest one is the text's; what stands beside has none."""
    backed = {said.path: said.source for said in texts(lessons["leaked-at-lunch"]) if said.source}
    assert {path[:2] for path in backed} == {("pools", 0), ("bots", 1)}


def test_a_factorys_message_says_what_it_rests_on_and_that_is_no_source(lessons: dict[str, Lesson]) -> None:
    found = [said for said in texts(lessons["bananas-vote-at-night"]) if said.path[-1] == "source"]
    assert found
    assert {said.source for said in found} == {STORY}


def test_sources_are_listed_once_and_in_order(lessons: dict[str, Lesson]) -> None:
    assert [source.title.split(":")[0] for source in sources(lessons["leaked-at-lunch"])] == [
        "Joseph Bonneau",
        "Daniel Lowe Wheeler",
    ]
    assert sources(lessons["bananas-vote-at-night"]) == ()


def test_a_source_is_a_publication_or_the_story() -> None:
    assert BACKING.validate_python("story") == STORY
    assert BACKING.validate_python(FOUND) == Source(title="A report", year=2020, address=FOUND["address"])


@pytest.mark.parametrize(
    ("value", "rule"),
    [
        ("my cousin", "bad-source"),
        ({**FOUND, "address": "reports"}, "bad-source"),
        ({**FOUND, "doi": "ssoar.71817"}, "bad-source"),
        ({"title": "A report", "year": "2020"}, "lost-source"),
        ({**FOUND, "year": "20"}, "greater_than_equal"),
        ({"year": "2020", "doi": "10.21241/x"}, "missing"),
    ],
)
def test_what_nobody_could_look_up_is_no_source(value: Any, rule: str) -> None:
    with pytest.raises(ValidationError) as refused:
        BACKING.validate_python(value)
    assert [error["type"] for error in refused.value.errors()] == [rule]


def test_texts_that_stand_by_themselves_are_found() -> None:
    """In lists and mappings of whatever may hold some."""
    held = (Text("One."), {"two": Text("Two.")}, ((Text("Three."), Text("")), 4))
    assert [said.text.source for said in texts(held)] == ["One.", "Two.", "Three."]

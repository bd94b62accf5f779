from __future__ import annotations

from pathlib import Path

import pytest

from cop_challenge.activities import registry
from cop_challenge.activities.lesson import Entry, Lesson
from cop_challenge.core.text import Text
from cop_challenge.lessons.library import Library, load_library


@pytest.mark.parametrize("kind", registry.ACTIVITIES)
def test_every_kind_is_whole(kind: str) -> None:
    """Its folder has a model of that kind, a check and a play."""
    model = registry.schema(kind)
    assert issubclass(model, Lesson)
    assert model.model_fields["kind"].annotation.__args__ == (kind,)  # type: ignore[union-attr]


@pytest.mark.parametrize("kind", registry.ACTIVITIES)
def test_every_kind_has_lessons(library: Library, kind: str) -> None:
    """The built-in content shows each kind at work."""
    assert any(lesson.kind == kind for lesson in library.lessons.values())


@pytest.mark.parametrize("kind", registry.ACTIVITIES)
def test_a_third_of_what_is_judged_is_harmless(library: Library, kind: str) -> None:
    """In every lesson of every kind, wherever something is judged at all."""
    for lesson in library.lessons.values():
        if lesson.kind == kind:
            harmless, total = lesson.judged()
            assert 3 * harmless >= total
            assert (total > 0) == (kind not in {"scenario", "helpers", "deal"})


def texts(value: object) -> list[Text]:
    if isinstance(value, Text):
        return [value] if value else []
    if isinstance(value, Entry):
        return [text for _, inner in value for text in texts(inner)]
    if isinstance(value, tuple):
        return [text for inner in value for text in texts(inner)]
    if isinstance(value, dict):
        return [text for inner in value.values() for text in texts(inner)]
    return []


def test_every_text_has_a_key_of_its_own(library: Library) -> None:
    """Keys are built from ids and never shared, so each text has its own translation."""
    keys = [text.key for lesson in library.lessons.values() for text in texts(lesson)]
    assert len(keys) > 400
    assert len(set(keys)) == len(keys)
    assert "who-can-help.title" in keys


def test_an_unknown_kind_is_no_import(library: Library) -> None:
    """A kind is looked up in the list, never imported by whatever a file says."""
    with pytest.raises(KeyError):
        registry.schema("os")


@pytest.mark.parametrize("kind", registry.ACTIVITIES)
def test_every_kind_has_a_valid_example(root: Path, tmp_path: Path, kind: str) -> None:
    """Its folder has a commented lesson to start from, without a single problem."""
    example = root / "cop_challenge" / "activities" / kind / "example.yaml"
    words = example.read_text(encoding="utf-8")
    assert words.count("#") >= 5
    lesson = words.split("\nid: ")[1].split()[0]
    (tmp_path / "lessons").mkdir()
    (tmp_path / "lessons" / f"{lesson}.yaml").write_text(words, encoding="utf-8")
    found = load_library(root / "content", root / "assets", [tmp_path])
    assert found.problems == ()
    assert found.lessons[lesson].kind == kind


def test_the_phone_of_the_page_about_scenarios_is_in_order(root: Path, tmp_path: Path) -> None:
    """Its lines make a story on a phone, once there are a head above them and endings below."""
    page = (root / "docs/kinds/scenario.md").read_text("utf-8")
    phone = page.partition("## A phone")[2].partition("```yaml\n")[2].partition("```")[0]
    head = (
        'schema: 1\nid: phone\nkind: scenario\ntrack: 13-17\ntitle: "Comet"\nsmart: react\nrisk: contact\n'
        'strand: online-relationships\ntakeaway: "Ask why."\nminutes: 2\nhero: idris\nstart: new-message\n'
    )
    ending = '    who: idris\n    feeling: calm\n    text: "Good."\n    why: "A question helps."\n'
    ends = "".join(f'  {name}:\n    ending: "Done"\n{ending}' for name in ("because-we-won", "saved"))
    (tmp_path / "lessons").mkdir()
    (tmp_path / "lessons/phone.yaml").write_text(head + phone + ends, encoding="utf-8")
    found = load_library(root / "content", root / "assets", [tmp_path])
    assert found.problems == ()
    assert "phone" in found.lessons

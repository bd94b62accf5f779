"""H5P packages: what stands in them leads somewhere, and nothing of a lesson's words is missing."""

from __future__ import annotations

import html
import io
import json
import re
import zipfile
from typing import Any

import pytest

from cop_challenge.activities.lesson import Lesson
from cop_challenge.activities.scenario.schema import Model as Scenario
from cop_challenge.activities.texts import texts
from cop_challenge.exchange.h5p import VERSIONS, Package, Setting, needs, package
from cop_challenge.lessons.library import Library


@pytest.fixture(scope="module")
def packages(library: Library) -> list[tuple[Lesson, Package]]:
    setting = Setting(lambda text: text.source, library.characters, own_licence=True)
    return [(lesson, made) for lesson in library.lessons.values() if (made := package(lesson, setting))]


def parts(made: Package) -> tuple[dict[str, Any], dict[str, Any]]:
    with zipfile.ZipFile(io.BytesIO(made.data)) as archive:
        assert archive.namelist() == ["h5p.json", "content/content.json"]
        return json.loads(archive.read("h5p.json")), json.loads(archive.read("content/content.json"))


def test_quizzes_sortings_and_stories_have_packages(
    library: Library, packages: list[tuple[Lesson, Package]]
) -> None:
    """And no other kind."""
    kinds = {"quiz", "sort", "scenario"}
    assert {lesson.kind for lesson, _ in packages} == kinds
    assert len(packages) == sum(lesson.kind in kinds for lesson in library.lessons.values())


def test_every_library_in_the_content_is_named(packages: list[tuple[Lesson, Package]]) -> None:
    """A platform looks for each of them, in its version, before it takes the package."""
    for _, made in packages:
        about, content = parts(made)
        named = {
            f"{each['machineName']} {each['majorVersion']}.{each['minorVersion']}"
            for each in about["preloadedDependencies"]
        }
        used = set(re.findall(r'"library": "([^"]+)"', json.dumps(content)))
        assert used <= named == set(made.libraries)
        assert about["mainLibrary"] in {name.split()[0] for name in named}
        assert about["license"] == "CC BY"
        assert all(library in needs([made]) for library in named)


def test_all_words_of_a_lesson_are_in_its_package(packages: list[tuple[Lesson, Package]]) -> None:
    for lesson, made in packages:
        if lesson.kind == "sort":
            continue  # its ending and its joke belong to the backpack
        _, content = parts(made)
        said = html.unescape(json.dumps(content, ensure_ascii=False).replace('\\"', '"'))
        missing = [each.text.source for each in texts(lesson) if each.text.source not in said]
        assert not missing, lesson.id


def test_every_way_of_a_story_leads_to_its_moment(packages: list[tuple[Lesson, Package]]) -> None:
    """Moments are numbered, the first is where it starts, and endings lead to the end screen."""
    for lesson, made in packages:
        if not isinstance(lesson, Scenario):
            continue
        content = parts(made)[1]["branchingScenario"]["content"]
        names = [node["type"]["metadata"]["title"].rpartition(".")[2] for node in content]
        assert names[0] == lesson.start
        assert set(names) == set(lesson.states)
        for name, node in zip(names, content, strict=True):
            state = lesson.states[name]
            asked = node["type"]["params"].get("branchingQuestion")
            ways = (
                [each["nextContentId"] for each in asked["alternatives"]]
                if asked
                else [node["nextContentId"]]
            )
            assert [names[way] if way >= 0 else "" for way in ways] == [c.to for c in state.choices] or (
                ways == [-1] and not state.choices
            )


def test_the_same_lesson_gives_the_same_bytes(library: Library) -> None:
    setting = Setting(lambda text: text.source, library.characters)
    lesson = library.lessons["who-can-help"]
    assert package(lesson, setting) == package(lesson, setting)


def test_versions_can_be_chosen(library: Library) -> None:
    """For a platform that has others."""
    setting = Setting(str, library.characters, versions={**VERSIONS, "H5P.MultiChoice": "1.14"})
    made = package(library.lessons["who-can-help"], setting)
    assert made
    assert "H5P.MultiChoice 1.14" in made.libraries
    assert parts(made)[1]["questions"][0]["library"] == "H5P.MultiChoice 1.14"

"""The page that tells what the lessons cover is true, and whole."""

from __future__ import annotations

import re

import pytest

from cop_challenge.core.tags import Habit, Risk, Strand
from cop_challenge.core.words import HABITS
from cop_challenge.lessons import coverage
from cop_challenge.lessons.pack import Pack

REMEDY = "run: python scripts/coverage.py"


@pytest.fixture(scope="module")
def page(built_in: Pack) -> str:
    return coverage.page(built_in)


def section(page: str, name: str) -> str:
    return page.split(f"## {name}")[1].split("\n## ")[0]


def test_the_page_is_up_to_date(built_in: Pack, page: str) -> None:
    """Lessons and page tell the same."""
    assert (built_in.root / "COVERAGE.md").read_text("utf-8") == page, REMEDY


def test_every_lesson_is_listed_once(built_in: Pack, page: str) -> None:
    """With a link to its file."""
    links = re.findall(r"\]\((lessons/[^)]+)\)", page)
    files = sorted(home.relative_to(built_in.root).as_posix() for home in built_in.homes.values())
    assert sorted(links) == files


def test_every_link_leads_somewhere(built_in: Pack, page: str) -> None:
    """To a file, or to a heading of the page."""
    headings = {coverage.anchor(heading) for heading in re.findall(r"^#+ (.+)$", page, re.MULTILINE)}
    for link in re.findall(r"\]\(([^)]+)\)", page):
        assert link[1:] in headings if link[0] == "#" else (built_in.root / link).is_file(), link


def test_every_row_of_a_table_has_its_columns(page: str) -> None:
    """A stroke in a title would make one more."""
    for table in re.findall(r"(?:^\|.*\|\n)+", page, re.MULTILINE):
        widths = {len(re.findall(r"(?<!\\)\|", line)) for line in table.splitlines()}
        assert len(widths) == 1


def test_habits_risks_and_strands_have_names() -> None:
    """All that a lesson may say of itself can be said on the page."""
    assert (set(coverage.RISKS), set(coverage.STRANDS)) == (set(Risk), set(Strand))


def test_counts_add_up(built_in: Pack, page: str) -> None:
    """A track's habits over all kinds are its lessons."""
    for track in built_in.tracks.values():
        own = [lesson for lesson in built_in.lessons.values() if lesson.track == track.id]
        row = re.search(r"^\| \*in all\* \|(.*)\|$", section(page, track.name.source), re.MULTILINE)
        assert row
        *habits, total = [cell.strip() for cell in row[1].split("|")]
        assert total == str(len(own))
        assert sum(int(cell) for cell in habits if cell != coverage.NONE) == len(own)


def test_a_hole_is_a_dash(built_in: Pack) -> None:
    """Not a nought that the eye passes over."""
    telling = {name: each for name, each in built_in.lessons.items() if each.smart is Habit.TELL}
    page = coverage.page(Pack(**{**vars(built_in), "lessons": telling}))
    assert f"| {HABITS[Habit.MEETING].source} | – | – | – | – | – |" in page


def test_what_is_missing_is_said_in_words(built_in: Pack) -> None:
    """Of all that a track is to hold."""
    page = coverage.page(Pack(**{**vars(built_in), "lessons": {}}))
    said = section(page, built_in.tracks["5-7"].name.source)
    assert "- 0 lessons; wanted: 15" in said
    assert "- Tell someone: 0 lessons in 0 kinds of game; wanted: 3 in 3" in said
    assert "- No lesson yet: Copyright and ownership" in said
    assert all(f"- No lesson yet: {name.source}" in said for name in coverage.RISKS.values())


def test_a_track_that_keeps_its_promise_says_so(built_in: Pack) -> None:
    """And lists nothing."""
    promise = built_in.targets["5-7"].model_copy(update={"habits": (), "risks": (), "strands": ()})
    page = coverage.page(Pack(**{**vars(built_in), "targets": {"5-7": promise}}))
    assert "All that this track is to hold is there." in section(page, built_in.tracks["5-7"].name.source)

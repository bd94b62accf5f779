"""Files of a beginner: each is answered with the right line, and with a remedy that mends it."""

from __future__ import annotations

import difflib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cop_challenge.lessons.diagnostics import Problem
from cop_challenge.lessons.pitfalls import pitfall, unnoticed

FILES = sorted((Path(__file__).parent / "beginners").glob("[0-9]*"))
NAME = "lessons/two-second-stop.yaml"

WHOLE_FILE = ("CC003", "CC004", "CC010")
"""Rules whose remedy may change other lines than the one named: the file is saved anew, or its shape is."""

each_file = pytest.mark.parametrize("case", FILES, ids=lambda case: case.name)


@pytest.fixture
def problems(write, check, pack):
    """What `check` says of a file of the pack."""

    def problems(case: Path, name: str) -> tuple[Problem, ...]:
        write((case / name).read_bytes(), NAME)
        return check(pack)

    return problems


def told(found: tuple[Problem, ...]) -> str:
    """As on screen, with the file's bare name."""
    return "".join(f"{str(problem).replace(str(problem.file), problem.file.name)}\n" for problem in found)


@each_file
def test_a_slip_is_answered_in_one_way(case: Path, problems) -> None:
    """One problem, at its line and column, with its remedy; or none, where nothing needs mending."""
    found = problems(case, "broken.yaml")
    assert told(found) == (case / "expected.txt").read_text("utf-8")
    assert len(found) <= 1


@each_file
def test_the_remedy_mends_it(case: Path, problems) -> None:
    """The file as it is once the remedy was followed has no problem."""
    assert problems(case, "mended.yaml") == ()


@each_file
def test_the_line_named_is_the_one_to_mend(case: Path, problems) -> None:
    """What differs between the broken and the mended file is the line that was named."""
    found = problems(case, "broken.yaml")
    if not found or found[0].code in WHOLE_FILE:
        return
    before, after = (
        (case / name).read_text("utf-8-sig").splitlines() for name in ("broken.yaml", "mended.yaml")
    )
    changed = {
        line
        for tag, start, end, _, _ in difflib.SequenceMatcher(
            None, before, after, autojunk=False
        ).get_opcodes()
        if tag != "equal"
        for line in (range(start, end) if end > start else (start - 1,))  # a line that was missing
    }
    # Of two lines that say the same, either may be taken away.
    assert changed & {found[0].line - 1, found[0].line - 2}


def test_there_are_fifty() -> None:
    """And none without its three files."""
    assert len(FILES) >= 50
    for case in FILES:
        assert {path.name for path in case.iterdir()} == {"broken.yaml", "mended.yaml", "expected.txt"}


LINES = st.text("aid: \t-–“”\"'[]{}#|>@=\u00a0\u200b\n\r", max_size=120)


@given(text=LINES, line=st.integers(1, 20))
def test_a_pitfall_has_a_place_in_the_text(text: str, line: int) -> None:
    """Whatever stands there, looking for a slip ends, and points into the file."""
    for found in (pitfall(text, line), unnoticed(text)):
        if found:
            assert 1 <= found.line <= text.count("\n") + text.count("\r") + 1
            assert found.column >= 1
            assert found.remedy.endswith(".")


def test_nothing_shipped_looks_like_a_slip(places) -> None:
    """Lessons that are in order are left alone, however they are written."""
    for path in places.content.rglob("*.yaml"):
        assert unnoticed(path.read_text("utf-8")) is None, path

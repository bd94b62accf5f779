from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from cop_challenge.app.doctor.examine import Check, examine
from cop_challenge.app.doctor.finding import Finding, Level, good
from cop_challenge.cli.main import run


def test_a_look_that_hangs_is_given_up() -> None:
    """What it found before is told, and the next one is made."""

    def hangs() -> Iterator[Finding]:
        yield good("First", "well.")
        time.sleep(30)

    begun = time.monotonic()
    found = list(examine([Check("Slow", hangs, 0.3), Check("Next", lambda: [good("Next", "well.")])]))
    assert time.monotonic() - begun < 5
    assert [(each.name, each.level) for each in found] == [
        ("First", Level.GOOD),
        ("Slow", Level.MEND),
        ("Next", Level.GOOD),
    ]


def test_a_look_that_fails_is_a_line_not_a_traceback() -> None:
    """With what happened."""

    def fails() -> Iterator[Finding]:
        raise KeyError("gone")
        yield

    (found,) = examine([Check("Broken", fails)])
    assert (found.level, "KeyError" in found.fact) == (Level.MEND, True)


EXPECTED = (
    *("Python", "Packages", "Display", "First picture", "Sound", "Fonts", "Lessons", "Day", "Helplines"),
    *("Language, English", "Voice, English", "Results", "Disk", "Drawn pictures", "Clock", "Other stations"),
)


def test_doctor_is_one_line_each(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """A sign before each, no colour where no terminal is; exit 1 if something must be mended: here a day
    that is not there."""
    assert run(["doctor", "--lang", "en", "--day", str(tmp_path / "day.yaml")]) == 1
    out = capsys.readouterr().out
    *lines, last = out.splitlines()
    assert [line[2:].rpartition(":")[0][: len(name)] for line, name in zip(lines, EXPECTED, strict=True)] == [
        *EXPECTED
    ]
    assert {line[0] for line in lines} == {"✓", "!", "✗"}
    assert "\x1b" not in out
    assert last.startswith("Not fit yet: 1 to mend")


@pytest.mark.slow
def test_a_fit_laptop_is_fit_in_all_languages(capsys: pytest.CaptureFixture[str]) -> None:
    """Exit 0, within seconds."""
    begun = time.monotonic()
    assert run(["doctor"]) == 0
    assert time.monotonic() - begun < 60
    assert capsys.readouterr().out.splitlines()[-1].startswith("Fit, with ")


def test_a_language_that_is_not_there_is_wrong_use() -> None:
    """Exit 2."""
    assert run(["doctor", "--lang", "xx"]) == 2

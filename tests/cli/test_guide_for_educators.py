"""content/README.md to the letter: every command in it runs, one after the other, in an empty folder."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pygame
import pytest

from cop_challenge.cli.main import run

WINDOWS = ("play", "preview")
"""Commands that open a window; it is closed as soon as its first picture stands there."""

LONG = ("simulate",)
"""Commands that take their time."""


def commands(root: Path) -> list[list[str]]:
    """All of them, in the order of the page."""
    text = (root / "content" / "README.md").read_text("utf-8")
    found = re.findall(r"^ {4}cop-challenge (.*)$|`cop-challenge ([^`]+)`", text, re.MULTILINE)
    return [shlex.split(block or inline) for block, inline in found]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the terminal was opened."""
    (tmp_path / "work").mkdir()
    monkeypatch.chdir(tmp_path / "work")
    return tmp_path / "work"


def obeyed(command: list[str]) -> int:
    """The command's exit code; a window is closed at once."""
    if command[0] in WINDOWS:
        pygame.display.init()
        pygame.event.clear()
        pygame.event.post(pygame.event.Event(pygame.QUIT))
    return run(command)


def test_every_command_of_the_guide_works(
    root: Path, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """From nothing to a lesson that plays, checks and helps an editor."""
    done = [command for command in commands(root) if command[0] not in LONG]
    assert [command[0] for command in done[:4]] == ["new", "preview", "check", "play"]
    for command in done:
        assert obeyed(command) == 0, (command, capsys.readouterr())
    assert (folder / "my-school/lessons/our-visitor.yaml").is_file()
    assert "1 lesson in order, no problem." in capsys.readouterr().out


@pytest.mark.slow
def test_the_long_commands_work_too(root: Path, folder: Path) -> None:
    """Simulated players through the new lesson and all the others."""
    for command in commands(root):
        if command[0] in ("new", *LONG):
            assert obeyed(command) == 0


def test_the_first_line_stands_in_the_guide_as_it_is_written(root: Path, folder: Path) -> None:
    """And names a file that is there."""
    obeyed(next(command for command in commands(root) if command[0] == "new"))
    lesson = folder / "my-school/lessons/our-visitor.yaml"
    first = lesson.read_text("utf-8").splitlines()[0]
    assert f"\n{first}\n" in (root / "content" / "README.md").read_text("utf-8")
    assert (lesson.parent / first.partition("$schema=")[2]).resolve().is_file()


def test_a_new_day_names_its_schema_too(folder: Path) -> None:
    """And has it beside itself."""
    assert run(["new", "day", "our-day", "--no-pin"]) == 0
    day = folder / "our-day/day.yaml"
    assert day.read_text("utf-8").splitlines()[0] == "# yaml-language-server: $schema=schemas/day.json"
    assert (folder / "our-day/schemas/day.json").is_file()


def test_the_settings_of_the_guide_name_schemas_that_are_written(root: Path, folder: Path) -> None:
    """For each file a pack may have."""
    text = (root / "content" / "README.md").read_text("utf-8")
    named = set(re.findall(r'"schemas/([\w-]+\.json)":', text))
    assert run(["schema", "--out", "schemas"]) == 0
    written = {path.name for path in (folder / "schemas").iterdir()}
    assert named == {name for name in written if not name.startswith("lesson-")}


def test_the_mistake_of_the_guide_is_told_as_it_says(
    root: Path, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A quotation mark taken away: its line, and that it is never closed."""
    obeyed(next(command for command in commands(root) if command[0] == "new"))
    lesson = folder / "my-school/lessons/our-visitor.yaml"
    lines = lesson.read_text("utf-8").splitlines()
    at = next(index for index, line in enumerate(lines) if "story:" in line)
    lines[at] = lines[at].rstrip('"')
    lesson.write_text("\n".join(lines), "utf-8")
    assert run(["check", "my-school"]) == 1
    said = capsys.readouterr().out
    assert f"our-visitor.yaml:{at + 1}:" in said
    assert "is never closed" in said


def test_schemas_that_can_not_be_written_are_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file stands where the folder should be."""
    (folder / "schemas").write_text("", "utf-8")
    assert run(["schema", "--out", "schemas/inner"]) == 1
    assert "can't be written" in capsys.readouterr().err


def test_a_preview_of_nothing_is_wrong_use(folder: Path) -> None:
    """There is no such file."""
    assert run(["preview", "nothing.yaml"]) == 2

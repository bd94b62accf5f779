from __future__ import annotations

from pathlib import Path

import pytest

from cop_challenge.core.comfort import USUAL, Comfort
from cop_challenge.store.settings import SettingsFile, read_settings


def test_settings_are_kept_from_day_to_day(tmp_path: Path) -> None:
    """What was kept is read again."""
    path = tmp_path / "data" / "settings.json"
    comfort = Comfort(text=150, contrast="high", volume=30, sound="off")
    SettingsFile(path).keep(comfort).join()
    assert read_settings(path) == (comfort, "")


def test_no_file_is_no_problem(tmp_path: Path) -> None:
    """A new station has the usual settings."""
    assert read_settings(tmp_path / "settings.json") == (USUAL, "")


@pytest.mark.parametrize("content", ["", "{", "[]", '"loud"', "\x00\x01", '{"text": 999, "mood": "sad"}'])
def test_a_broken_file_is_named_and_the_game_goes_on(tmp_path: Path, content: str) -> None:
    """Place and fact in one line; what is not understood stays as usual."""
    path = tmp_path / "settings.json"
    path.write_text(content, encoding="utf-8")
    comfort, problem = read_settings(path)
    assert comfort == USUAL
    assert problem.startswith(f"{path}: ")


def test_what_is_right_in_a_broken_file_counts(tmp_path: Path) -> None:
    """One wrong line does not lose the others."""
    path = tmp_path / "settings.json"
    path.write_text('{"text": 150, "motion": "wild"}', encoding="utf-8")
    comfort, problem = read_settings(path)
    assert comfort == Comfort(text=150)
    assert "motion" in problem


def test_a_disk_that_refuses_is_said(tmp_path: Path) -> None:
    """A folder that cannot be made: the station plays on and the staff page says why."""
    (tmp_path / "data").write_text("a file", encoding="utf-8")
    settings = SettingsFile(tmp_path / "data" / "settings.json")
    settings.keep(USUAL).join()
    assert settings.problem.startswith(f"{tmp_path / 'data' / 'settings.json'}: ")

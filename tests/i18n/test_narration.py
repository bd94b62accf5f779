from __future__ import annotations

from pathlib import Path

import pytest

from cop_challenge.core.text import Text
from cop_challenge.i18n.narration import LINES, Narration

KITE = Text("A kite!", "kite-day.story")


@pytest.fixture
def narration(tmp_path: Path) -> Narration:
    for pack in ("ours", "theirs"):
        folder = tmp_path / pack / "narration" / "sw"
        folder.mkdir(parents=True)
        (folder / "kite-day.story.ogg").write_bytes(b"OggS")
    found = Narration()
    found.look_in([tmp_path / "ours", tmp_path / "theirs"])
    return found


def said(tmp_path: Path, pack: str, lines: str) -> None:
    (tmp_path / pack / "narration" / "sw" / LINES).write_text(lines, encoding="utf-8")


def test_the_first_packs_recording_is_taken(narration: Narration, tmp_path: Path) -> None:
    assert narration.find("sw", KITE, "Tiara!") == tmp_path / "ours/narration/sw/kite-day.story.ogg"


def test_a_recording_of_other_words_is_passed_over(narration: Narration, tmp_path: Path) -> None:
    said(tmp_path, "ours", '{"kite-day.story": "Ndege!"}')
    assert narration.find("sw", KITE, "Tiara!") == tmp_path / "theirs/narration/sw/kite-day.story.ogg"


def test_there_is_none_in_another_language_or_of_another_text(narration: Narration) -> None:
    assert narration.find("am", KITE, "Tiara!") is None
    assert narration.find("sw", Text("x", "kite-day.title"), "x") is None


def test_what_is_filled_in_is_for_a_voice(narration: Narration) -> None:
    assert narration.find("sw", KITE.fill(count=3), "Tiara!") is None


def test_a_damaged_list_of_lines_takes_no_recording_along_into_the_game(
    narration: Narration, tmp_path: Path
) -> None:
    said(tmp_path, "ours", "{")
    assert narration.find("sw", KITE, "Tiara!") == tmp_path / "theirs/narration/sw/kite-day.story.ogg"

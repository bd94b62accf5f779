"""`cop-challenge translate record`, with a microphone that always hears the same word."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest
from click.testing import CliRunner, Result

from cop_challenge.cli.main import cli
from cop_challenge.i18n.narration import read
from cop_challenge.lessons.example import write_example
from cop_challenge.translate.recording import RATE

if TYPE_CHECKING:
    from cop_challenge.translate.recording import Samples


class Word:
    """A tone of one second in a quiet room; silence at first, if it is told so."""

    def __init__(self) -> None:
        self.silent = 0
        self.played = 0

    def record(self, until: Callable[[], object]) -> Samples:
        until()
        self.silent -= 1
        tone = np.sin(2 * np.pi * 200 * np.arange(RATE) / RATE) * (0.2 if self.silent < 0 else 0)
        return np.concatenate([np.zeros(RATE), tone, np.zeros(RATE)]).astype(np.float32)

    def play(self, samples: Samples) -> None:
        self.played += 1


@pytest.fixture
def word(monkeypatch: pytest.MonkeyPatch) -> Word:
    made = Word()
    monkeypatch.setattr("cop_challenge.translate.microphone.Microphone", lambda: made)
    return made


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    write_example("quiz", "", tmp_path / "lessons")
    return tmp_path


def record(pack: Path, answers: str, *more: str) -> Result:
    command = ["translate", "record", "--lang", "en", "--track", "8-12", "--pack", str(pack), *more]
    return CliRunner().invoke(cli, command, input=answers)


def test_a_line_is_kept_once_its_reader_likes_it(pack: Path, word: Word) -> None:
    result = record(pack, "\n\n\n" + "q\n")
    assert "1 lines kept" in result.output
    assert len(read(pack, "en").keys) == 1
    assert word.played == 1


def test_a_line_can_be_read_again_before_it_is_kept(pack: Path, word: Word) -> None:
    record(pack, "\n\na\n\n\n" + "q\n")
    assert word.played == 2
    assert len(read(pack, "en").keys) == 1


def test_silence_is_not_kept(pack: Path, word: Word) -> None:
    word.silent = 1
    result = record(pack, "\n\nq\n")
    assert "Nothing was heard" in result.output
    assert read(pack, "en").keys == frozenset()


def test_next_time_it_goes_on_where_one_stopped(pack: Path, word: Word) -> None:
    before = record(pack, "\n\n\nq\n").output
    total = int(before.partition("[1 of ")[2].partition("]")[0])
    assert f"[1 of {total - 1}]" in record(pack, "q\n").output
    assert f"[1 of {total}]" in record(pack, "q\n", "--again").output


def test_recordings_can_be_kept_in_a_pack_of_ones_own(pack: Path, word: Word, tmp_path: Path) -> None:
    record(pack, "\n\n\nq\n", "--into", str(tmp_path / "voices"))
    assert len(read(tmp_path / "voices", "en").keys) == 1


def test_a_track_that_is_not_there_is_named_with_those_that_are(pack: Path, word: Word) -> None:
    result = CliRunner().invoke(
        cli, ["translate", "record", "--lang", "en", "--track", "9", "--pack", str(pack)]
    )
    assert result.exit_code == 2
    assert "there are: 8-12" in result.output


def test_without_a_translation_there_is_nothing_to_read(pack: Path, word: Word) -> None:
    result = CliRunner().invoke(
        cli,
        ["translate", "record", "--lang", "sw", "--track", "8-12", "--pack", str(pack)],
        standalone_mode=False,
    )
    assert result.return_value == 1
    assert "translated into “sw”" in result.output

"""Every construct of Moodle's GIFT documentation, a file each, with what becomes of its questions."""

from __future__ import annotations

from pathlib import Path

import pytest

from cop_challenge.exchange.bringing import from_gift
from cop_challenge.exchange.draft import Wishes, drafts

CORPUS = Path(__file__).parent / "gift"
FILES = sorted(CORPUS.glob("*.gift.txt"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name.partition(".")[0])
def test_each_question_is_accounted_for(path: Path) -> None:
    """Taken, taken in part, or left, with line number and reasons: to the letter."""
    _, account = drafts(from_gift(path.read_bytes(), path.name, "en"), Wishes("8-12"), "x", (), path.name)
    found = "".join(
        f"{entry.place.rpartition(':')[2]}: {entry.outcome}: {entry.name}\n"
        + "".join(f"    {reason}\n" for reason in entry.reasons)
        for entry in account.entries
    )
    assert found == (CORPUS / path.name.replace(".gift.", ".account.")).read_text("utf-8")


def test_the_corpus_is_whole() -> None:
    """A file without an expected account would prove nothing."""
    assert len(FILES) >= 45
    assert len(list(CORPUS.glob("*.account.txt"))) == len(FILES)

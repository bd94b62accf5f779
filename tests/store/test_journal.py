from __future__ import annotations

from pathlib import Path

from cop_challenge.core import actions as do
from cop_challenge.core.comfort import USUAL
from cop_challenge.store.journal import JournalFile, Left, Start, read_journal

START = Start(7, USUAL, True, frozenset({"am"}), language="ar", track="8-12")


def test_a_visit_comes_back_as_it_was_offered(tmp_path: Path) -> None:
    """With the one language and the one track that staff had left: else its actions would lead elsewhere."""
    journal = JournalFile(tmp_path / "visit.jsonl")
    journal.begin(START)
    for action in (do.Continue(), do.Choose("lion"), do.End()):
        journal.note(action)
    left = read_journal(tmp_path / "visit.jsonl")
    journal.close()
    assert left == Left(START, (do.Continue(), do.Choose("lion"), do.End()), 0)

from __future__ import annotations

import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

from cop_challenge.core.chance import chance
from cop_challenge.store.database import Store

WRITER = Path(__file__).with_name("crash_writer.py")


def kill_one(path: Path, visit: str, delay_seconds: float) -> int:
    """Start a writer, kill it after its first word plus a delay; the last number it acknowledged."""
    writer = subprocess.Popen(
        [sys.executable, str(WRITER), str(path), visit], stdout=subprocess.PIPE, text=True
    )
    assert writer.stdout is not None
    first = writer.stdout.readline()
    time.sleep(delay_seconds)
    writer.kill()
    rest, _ = writer.communicate()
    # A number cut short by the kill was not acknowledged.
    said = [line for line in (first + rest).splitlines(keepends=True) if line.endswith("\n")]
    return int(said[-1]) if said else 0


def survive(path: Path, kills: int) -> None:
    luck = chance(1, "kills")
    promised: dict[str, int] = {}
    for number in range(kills):
        visit = f"{number:04x}"
        promised[visit] = kill_one(path, visit, luck.random() * 0.03)
    with Store(path) as store:
        assert store._connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        kept = Counter(row.visit for row in store.rows())
    assert all(promised.values())
    for visit, count in promised.items():
        assert kept[visit] >= count, f"{visit}: {count} acknowledged, {kept[visit]} kept"
        assert kept[visit] % 3 == 0, f"{visit}: rows of one append were torn apart"


def test_nothing_acknowledged_is_lost(tmp_path: Path) -> None:
    """Killed without warning a dozen times, the file is whole and holds every acknowledged row."""
    survive(tmp_path / "results.sqlite", 12)


@pytest.mark.slow
def test_nothing_acknowledged_is_lost_in_two_hundred_kills(tmp_path: Path) -> None:
    """The same, 200 times into one file."""
    survive(tmp_path / "results.sqlite", 200)

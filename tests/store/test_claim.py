from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from cop_challenge.store.claim import AlreadyRunning, Claim

HOLDER = """
import sys
from pathlib import Path
from cop_challenge.store.claim import Claim
claim = Claim(Path(sys.argv[1]))
print("claimed", flush=True)
sys.stdin.read()
"""


def test_a_second_game_is_sent_to_the_first(tmp_path: Path) -> None:
    """One sentence says where it runs; once the first is closed, the next may play."""
    first = Claim(tmp_path / "station.lock")
    with pytest.raises(AlreadyRunning, match="already runs"):
        Claim(tmp_path / "station.lock")
    first.release()
    Claim(tmp_path / "station.lock").release()


def test_a_killed_game_holds_nothing(tmp_path: Path) -> None:
    """The next one may claim as soon as it is gone."""
    path = tmp_path / "station.lock"
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert holder.stdout is not None
    assert holder.stdout.readline() == "claimed\n"
    with pytest.raises(AlreadyRunning):
        Claim(path)
    holder.kill()
    holder.communicate()
    Claim(path).release()


def test_where_no_file_can_be_made_nothing_is_claimed(tmp_path: Path) -> None:
    """A folder nobody can write to keeps nobody from playing."""
    (tmp_path / "data").write_text("", encoding="utf-8")
    Claim(tmp_path / "data" / "station.lock").release()
    assert (tmp_path / "data").is_file()

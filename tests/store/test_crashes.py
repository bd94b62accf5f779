from __future__ import annotations

from datetime import date
from pathlib import Path

from cop_challenge.store.crashes import MOST, MOST_CHARACTERS, Crashes

TODAY, YESTERDAY = date(2026, 11, 23), date(2026, 11, 22)


def test_the_latest_few_are_kept(tmp_path: Path) -> None:
    """The oldest ones go, also when the clock has gone back meanwhile."""
    crashes = Crashes(tmp_path / "crashes")
    made = [crashes.keep(f"{number}", TODAY if number < 10 else YESTERDAY) for number in range(MOST + 5)]
    assert sorted((tmp_path / "crashes").iterdir()) == sorted(made[5:])
    assert made[-1].read_text(encoding="utf-8") == f"{MOST + 4}"


def test_only_a_crash_of_today_is_news(tmp_path: Path) -> None:
    crashes = Crashes(tmp_path)
    assert crashes.latest(TODAY) is None
    path = crashes.keep("", TODAY)
    assert crashes.latest(TODAY) == path
    assert crashes.latest(YESTERDAY) is None


def test_a_long_one_keeps_its_beginning_and_its_end(tmp_path: Path) -> None:
    text = Crashes(tmp_path).keep("a" * MOST_CHARACTERS + "end", TODAY).read_text(encoding="utf-8")
    assert len(text) < MOST_CHARACTERS + 20
    assert text.startswith("aaa")
    assert text.endswith("end")

"""Many packs at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from cop_challenge.app.wiring import Places
from cop_challenge.lessons import checking
from cop_challenge.lessons.checking import check_paths, weight


@pytest.fixture
def packs(tmp_path: Path, quiz: str) -> Path:
    """Three packs in a folder, the second with a mistake."""
    for number in range(3):
        path = tmp_path / f"packs/pack-{number}/lessons/two-second-stop.yaml"
        path.parent.mkdir(parents=True)
        path.write_text(quiz.replace("kind: quiz", "kind: quizz") if number == 1 else quiz, "utf-8")
    return tmp_path / "packs"


def test_a_folder_of_packs_is_looked_at_pack_by_pack(places: Places, packs: Path) -> None:
    report = check_paths([packs], places.content, places.assets)
    assert report.lessons == 2
    assert [problem.code for problem in report.problems] == ["CC016"]


def test_several_processes_say_what_one_says(
    places: Places, packs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In the same order."""
    alone = check_paths([packs], places.content, places.assets)
    monkeypatch.setattr(checking, "WORTH_SHARING", 2)
    assert check_paths([packs], places.content, places.assets) == alone


def test_everything_looked_at_is_told(places: Places, packs: Path) -> None:
    """Until all is done."""
    told: list[int] = []
    check_paths([packs], places.content, places.assets, done=told.append)
    assert told == [1, 1, 1]
    assert sum(told) == weight(packs)

"""What the check says of the lessons that are there."""

from __future__ import annotations

from pathlib import Path

import pytest

from cop_challenge.activities import registry
from cop_challenge.app.wiring import Places
from cop_challenge.lessons.example import example
from cop_challenge.lessons.language.readability import reading_level
from cop_challenge.lessons.library import load_library
from cop_challenge.lessons.pack import Inherited
from cop_challenge.lessons.pack_loader import load_pack


@pytest.mark.parametrize("kind", registry.ACTIVITIES)
def test_the_example_of_each_kind_needs_no_advice(kind: str, tmp_path: Path, places: Places) -> None:
    """Whoever starts from it starts from good language."""
    built_in = load_pack(places.content, Inherited(places.assets))
    inherited = Inherited(places.assets, built_in.tracks, built_in.characters)
    (tmp_path / "lessons").mkdir()
    text = example(kind)
    id_ = next(line.split()[1] for line in text.splitlines() if line.startswith("id:"))
    (tmp_path / "lessons" / f"{id_}.yaml").write_text(text, encoding="utf-8")
    problems = load_pack(tmp_path, inherited, advice=True).problems
    assert [str(problem) for problem in problems] == []


def test_each_track_is_as_easy_as_it_promises(places: Places) -> None:
    """A lesson for children who read is measured, and its track's grade is a real bound."""
    library = load_library(places.content, places.assets)
    for lesson in library.lessons.values():
        grade, most = reading_level(lesson), library.tracks[lesson.track].reading.grade
        assert grade is not None
        assert most is None or grade <= most

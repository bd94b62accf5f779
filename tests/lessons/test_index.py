"""A station that has seen its packs before reads only what is played, and plays what it would have played."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from cop_challenge.app.wiring import Places
from cop_challenge.core.activity import LessonGone
from cop_challenge.lessons.index import Index
from cop_challenge.lessons.library import Library, load_library

OLD = 1_600_000_000
"""Seconds; a file changed then is trusted by its time."""
OVER = (
    "id: over\npublisher: Us\nhide: [fast-fingers]\norder: [two-second-stop]\n"
    "texts:\n  film-the-slippers.title: Slippers\n"
)


@pytest.fixture
def start(places: Places, pack: Path, tmp_path: Path):
    """One more start of a station with the pack."""

    def start(known: bool = True) -> Library:
        index = Index(tmp_path / "index") if known else None
        return load_library(places.content, places.assets, [pack], None, index)

    return start


@pytest.fixture
def lesson(write, quiz: str) -> Path:
    """The pack's only lesson, written long ago."""
    path = write(quiz)
    os.utime(path, (OLD, OLD))
    return path


def same(one: Library, other: Library) -> bool:
    """Whether both offer and tell the same."""
    return (
        (one.cards, one.problems, one.origins, one.measures, one.tracks, one.first, one.partners)
        == (other.cards, other.problems, other.origins, other.measures, other.tracks, other.first, other.partners)
        and dict(one.lessons) == dict(other.lessons)
        and list(one.lessons) == list(other.lessons)
    )  # fmt: skip


def test_it_is_the_same_library(start, lesson: Path, write) -> None:
    """At the first look, at the second, and with an overlay."""
    write(OVER, "pack.yaml")
    plainly = start(known=False)
    assert same(start(), plainly)
    assert same(start(), plainly)


def test_a_known_lesson_is_not_read_before_it_is_played(start, lesson: Path) -> None:
    """Its file is lost, and nobody notices until then."""
    start()
    known = start()
    lesson.unlink()
    assert "two-second-stop" in {card.id for card in known.cards}
    with pytest.raises(LessonGone):
        known.open_lesson("two-second-stop", 1)
    assert list(known.gone) == ["two-second-stop"]


def test_no_more_lessons_stay_read_than_were_asked_for(places: Places, tmp_path: Path) -> None:
    """A station's memory is that of the lessons it played last."""
    index = Index(tmp_path / "index", kept=2)
    load_library(places.content, places.assets, (), None, index)
    known = load_library(places.content, places.assets, (), None, index)
    first, second, third = list(known.lessons)[:3]
    read = {id: known.lessons[id] for id in (first, second, third)}
    assert [known.lessons[id] is read[id] for id in (second, third)] == [True, True]
    assert known.lessons[first] is not read[first]


def test_a_changed_lesson_is_read_anew(start, lesson: Path) -> None:
    """Also if it is as long as before, and was written in the same second."""
    start()
    lesson.write_text(
        lesson.read_text("utf-8").replace("The Two-Second Stop", "The Ten-Second Stop"), "utf-8"
    )
    assert start().lessons["two-second-stop"].title.source == "The Ten-Second Stop"


def test_a_lesson_that_was_broken_meanwhile_is_gone(start, lesson: Path) -> None:
    start()
    known = start()
    lesson.write_text("kind: quiz\n", "utf-8")
    with pytest.raises(LessonGone):
        known.open_lesson("two-second-stop", 1)


def test_a_lesson_that_became_another_one_is_gone(start, lesson: Path, story: str) -> None:
    """The map has promised a quiz."""
    start()
    known = start()
    lesson.write_text(story.replace("id: dumpling-kite", "id: two-second-stop"), "utf-8")
    with pytest.raises(LessonGone):
        known.open_lesson("two-second-stop", 1)


def test_problems_are_known_too(start, write, quiz: str) -> None:
    """With their file, at both looks."""
    path = write(quiz.replace("kind: quiz", "kind: quizz"))
    os.utime(path, (OLD, OLD))
    first, again = start(), start()
    assert [problem.code for problem in first.problems] == ["CC016"]
    assert again.problems == first.problems


def test_a_new_lesson_is_seen(start, lesson: Path, write, story: str) -> None:
    start()
    write(story, "lessons/dumpling-kite.yaml")
    assert "dumpling-kite" in start().lessons


def test_a_lost_picture_is_seen(start, write, quiz: str) -> None:
    """Lessons depend on which pictures there are."""
    picture = write("<svg xmlns='http://www.w3.org/2000/svg'/>", "mine.svg")
    write(quiz.replace("ui/icons/gift.svg", "mine.svg"))
    assert start().problems == ()
    picture.unlink()
    assert [problem.code for problem in start().problems] == ["CC022"]


def test_other_limits_are_seen(start, lesson: Path, write, places: Places) -> None:
    """A pack's own tracks decide what its lessons may say."""
    start()
    tracks = (places.content / "tracks.yaml").read_text("utf-8").replace("title: 6", "title: 1")
    write(tracks, "tracks.yaml")
    assert same(start(), start(known=False))
    assert "two-second-stop" not in start().lessons


def test_a_broken_copy_is_made_anew(start, lesson: Path, tmp_path: Path) -> None:
    start()
    for copy in (tmp_path / "index").iterdir():
        copy.write_text('{"context": 1}', "utf-8")
    assert same(start(), start(known=False))


def test_links_are_never_taken_for_known(start, lesson: Path) -> None:
    """What they lead to may change unseen."""
    target = lesson.parent.parent / "elsewhere.yaml"
    lesson.rename(target)
    try:
        lesson.symlink_to(target)
    except OSError:
        pytest.skip("this system makes no links")
    start()
    again = start()
    target.unlink()
    assert again.lessons["two-second-stop"].id == "two-second-stop"


def test_where_nothing_can_be_kept_everything_is_read(
    places: Places, pack: Path, lesson: Path, tmp_path: Path
) -> None:
    """Another file has the folder's place."""
    (tmp_path / "taken").write_text("", "utf-8")
    loaded = load_library(places.content, places.assets, [pack], None, Index(tmp_path / "taken"))
    assert loaded.lessons["two-second-stop"].id == "two-second-stop"

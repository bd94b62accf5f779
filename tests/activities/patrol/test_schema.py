from __future__ import annotations

from pathlib import Path

import pytest

from cop_challenge.activities.patrol import words
from cop_challenge.activities.patrol.deal import harmless_of, longest_run
from cop_challenge.activities.patrol.schema import Model, Sign, check
from cop_challenge.lessons.library import Library


def broken(lesson: Model) -> list[str]:
    return [finding.rule for finding in check(lesson)]


def test_a_sound_lesson_has_no_finding(lesson: Model) -> None:
    """Nothing is found wrong with it."""
    assert broken(lesson) == []


def test_each_popup_has_a_right_move(make, popup) -> None:
    """A tricky one for which nothing is right is found; a harmless one can always be used."""
    popups = (popup("a", right=()), popup("b", True), popup("c", True))
    assert broken(make(popups=popups, show=3)) == ["no-right-move"]


def test_a_third_is_harmless(make, popup) -> None:
    """All danger only trains suspicion."""
    assert broken(make(popups=[popup(name) for name in "abcd"])) == ["few-harmless"]


def test_there_are_enough_to_show(make, popup) -> None:
    """A play can't show more than there are."""
    popups = (popup("a"), popup("b"), popup("c", True))
    assert broken(make(popups=popups, show=4)) == ["wrong-count"]


def test_ids_are_not_repeated(make, popup) -> None:
    """Results find a pop-up by its id."""
    assert broken(make(popups=(popup("a"), popup("a"), popup("c", True)), show=3)) == ["repeated-id"]


@pytest.mark.parametrize("right", [("use",), ("tap",)])
def test_what_is_tricky_can_not_be_used_rightly(make, popup, right: tuple[str, ...]) -> None:
    """`harmless` alone says whether carrying on is right, so the two can't contradict each other."""
    with pytest.raises(ValueError, match="literal_error"):
        make(popups=(popup("a", right=right), popup("b"), popup("c", True)), show=3)


def test_the_youngest_play_without_a_clock(library: Library) -> None:
    """Where players do not read yet, no lesson offers a quick patrol; elsewhere one may."""
    patrols = [lesson for lesson in library.lessons.values() if isinstance(lesson, Model)]
    assert {lesson.arcade for lesson in patrols if lesson.track == "5-7"} == {False}
    assert any(lesson.arcade for lesson in patrols)


def test_built_in_patrols_have_more_than_they_show(library: Library) -> None:
    """Eight to fourteen, of which six to ten come: no two plays are the same."""
    for lesson in library.lessons.values():
        if isinstance(lesson, Model):
            assert 8 <= len(lesson.popups) <= 14
            assert 6 <= lesson.show <= min(10, len(lesson.popups) - 2)


def test_every_sign_has_words_and_an_icon(root: Path) -> None:
    """Nothing is said by colour alone."""
    from cop_challenge.activities.patrol.scene.signs import ICONS

    assert set(words.SIGNS) == set(ICONS) == set(Sign)
    assert all((root / f"assets/ui/icons/{icon}.svg").is_file() for icon in ICONS.values())


def test_a_play_has_a_third_to_a_half_harmless(make, popup) -> None:
    """Also where the lesson has nearly nothing else, as far as there are enough of either sort."""
    many = [popup(f"fine{number}", True) for number in range(6)] + [popup("a"), popup("b"), popup("c")]
    assert harmless_of(make(popups=many, show=6)) == 3
    assert harmless_of(make(show=3)) == 1
    assert longest_run([True, True, False, True]) == 2

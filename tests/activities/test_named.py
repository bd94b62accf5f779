from __future__ import annotations

from dataclasses import replace

from cop_challenge.activities.forge.rules import SENTENCES
from cop_challenge.activities.named import asked_in, chosen_in
from cop_challenge.core.options import VisitOptions
from cop_challenge.core.result import Fact, Outcome
from cop_challenge.lessons.library import Library
from cop_challenge.sim.runner import play_visit


def test_whatever_is_answered_wrongly_is_found_in_its_lesson(options: VisitOptions, library: Library) -> None:
    """Every step of every lesson in which a first try can go wrong has words.

    But for the forge's question how a lock is remembered, which is the game's own.
    """
    seen = set()
    for card in options.cards:
        alone = replace(options, cards=(card,), track=card.track, minutes=None)
        for result in play_visit(alone, "first-option", 3).results:
            if result.fact is Fact.ANSWERED and result.outcome is Outcome.TRY_AGAIN:
                seen.add((result.lesson, result.step))
    assert len(seen) > 100
    seen = {(lesson, step) for lesson, step in seen if step != SENTENCES}
    assert not [pair for pair in seen if not asked_in(library.lessons[pair[0]], pair[1])]


def test_a_choice_brings_what_the_lesson_says_to_it(library: Library) -> None:
    """Its own words, and why it is not the best."""
    lesson = library.lessons["a-box-nobody-can-see-into"]
    chosen, because = chosen_in(lesson, "golden-goalkeeper", "just-this-one")
    assert "All right, this once" in chosen.source
    assert because.source.startswith("It buys a peaceful evening")


def test_the_part_of_a_step_is_found(library: Library) -> None:
    """`gift.photo` is a picture of the story `gift`; `gift-tell` is the story itself."""
    lesson = library.lessons["gifts-with-strings"]
    assert asked_in(lesson, "gift.photo") != asked_in(lesson, "gift-tell")
    assert asked_in(lesson, "gift.photo")


def test_what_a_lesson_does_not_have_is_nothing(library: Library) -> None:
    """Results may be older than the lesson."""
    lesson = library.lessons["gifts-with-strings"]
    assert not asked_in(lesson, "no-such-step")
    assert chosen_in(lesson, "gift-tell", "no-such-choice") == chosen_in(lesson, "nowhere", "nothing")

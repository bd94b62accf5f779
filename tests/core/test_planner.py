from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cop_challenge.core.planner import LessonCard, plan
from cop_challenge.core.tags import Habit, Risk, Strand
from cop_challenge.core.text import Text


def card(habit: Habit, kind: str = "quiz", minutes: int = 3) -> LessonCard:
    name = f"{habit}-{kind}"
    return LessonCard(
        name, "8-12", kind, habit, Risk.CONTACT, Strand.PRIVACY, Text(name), Text(name), minutes
    )


CARDS = [card(habit, kind) for habit in Habit for kind in ("quiz", "scenario")]


def test_without_a_clock_every_lantern_is_offered() -> None:
    """One lesson a habit."""
    assert {c.habit for c in plan(CARDS, seed=1)} == set(Habit)


def test_kinds_alternate() -> None:
    """No two lessons in a row are of one kind while another is at hand."""
    kinds = [c.kind for c in plan(CARDS, seed=1, last_kind="quiz")]
    assert all(a != b for a, b in zip(["quiz", *kinds], kinds, strict=False))


def test_unlit_lanterns_come_first() -> None:
    """A lit lantern is offered again only when none is dark."""
    lit = [Habit.TELL, Habit.REACT]
    assert {c.habit for c in plan(CARDS, seed=1, lit=lit, played=["x"])} == set(Habit) - set(lit)
    assert {c.habit for c in plan(CARDS, seed=1, lit=list(Habit), played=["x"])} == set(Habit)


def test_seeds_deal_different_beginnings() -> None:
    """Neighbouring stations do not all start with the same lantern."""
    assert len({plan(CARDS, seed=seed)[0].habit for seed in range(40)}) == len(Habit)


@given(
    minutes=st.floats(0, 30),
    lengths=st.lists(st.integers(1, 15), min_size=1, max_size=10),
    seed=st.integers(0, 1000),
)
def test_a_first_lesson_is_always_offered(minutes: float, lengths: list[int], seed: int) -> None:
    """However short the visit, something can be played, and it is the shortest if nothing fits."""
    cards = [card(list(Habit)[i % 5], f"k{i}", length) for i, length in enumerate(lengths)]
    offered = plan(cards, seed=seed, minutes=minutes)
    assert offered
    if minutes < min(lengths):
        assert [c.minutes for c in offered] == [min(lengths)]
    else:
        assert all(c.minutes <= minutes for c in offered)


@given(minutes=st.floats(0, 30), seed=st.integers(0, 1000))
def test_later_lessons_fit_the_time_left(minutes: float, seed: int) -> None:
    """Once a stamp is earned, nothing is begun that cannot be finished."""
    offered = plan(CARDS, seed=seed, minutes=minutes, lit=[Habit.TELL], played=["tell-quiz"])
    assert all(c.minutes <= minutes for c in offered)
    assert len(offered) in (0, 4)

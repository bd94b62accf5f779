"""Which lessons a visit offers."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from math import inf

from cop_challenge.core.chance import chance
from cop_challenge.core.tags import Habit, Risk, Strand
from cop_challenge.core.text import Text


@dataclass(frozen=True, slots=True)
class LessonCard:
    """What a plan and a map need to know of a lesson."""

    id: str
    track: str
    kind: str
    habit: Habit
    risk: Risk
    strand: Strand
    title: Text
    takeaway: Text
    minutes: int
    """How long a play takes, as the author says."""
    endings: tuple[str, ...] = ()
    """Ids of its endings; none for a lesson that has but one."""
    place: int | None = None
    """Among the lessons a pack puts first, from 0."""

    @property
    def turn(self) -> float:
        """By which lessons are sorted: those put first, then all others alike."""
        return inf if self.place is None else self.place


def plan(
    cards: Iterable[LessonCard],
    *,
    seed: int,
    minutes: float | None = None,
    lit: Collection[Habit] = (),
    played: Collection[str] = (),
    last_kind: str = "",
) -> tuple[LessonCard, ...]:
    """The lessons to offer now, best first, at most one a habit; planned anew after each lesson.

    Lit habits are offered only when no other can be; a kind is not repeated while another is at hand;
    what does not fit in `minutes` by itself is left out (None: no limit), but as long as nothing has
    been `played` one lesson is always offered, the shortest there is, so that even the shortest visit
    ends in a stamp.
    Which unlit habit leads is dealt by `seed`, so neighbouring stations do not all start alike, unless a pack
    puts lessons first.
    """
    left = [card for card in cards if card.id not in played]
    fitting = [card for card in left if minutes is None or card.minutes <= minutes]
    if not fitting and left and not played:
        shortest = min(card.minutes for card in left)
        fitting = [card for card in left if card.minutes == shortest][:1]

    habits = list(Habit)
    turn = chance(seed, "plan").randrange(len(habits))
    habits = habits[turn:] + habits[:turn]
    first = {
        habit: min((card.turn for card in fitting if card.habit is habit), default=inf) for habit in habits
    }
    habits.sort(key=lambda habit: (habit in lit, first[habit]))

    offered: list[LessonCard] = []
    kind_before = last_kind
    for habit in habits:
        choices = [card for card in fitting if card.habit is habit]
        if not choices or (habit in lit and any(card.habit not in lit for card in offered)):
            continue
        choices.sort(key=lambda card: chance(seed, "card", card.id).random())
        choices.sort(key=lambda card: (card.turn, card.kind == kind_before))
        offered.append(choices[0])
        kind_before = choices[0].kind
    return tuple(offered)

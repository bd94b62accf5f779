"""Lesson plans: what a track's games practise, a lesson of 45 minutes, and cards to talk about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from cop_challenge.activities.lesson import Lesson
from cop_challenge.activities.source import Source
from cop_challenge.activities.texts import sources
from cop_challenge.core.tags import Habit, Risk
from cop_challenge.core.track import Track
from cop_challenge.core.words import HABITS, RISKS, STAFF_TELLS, STAFF_TELLS_HOW, STRANDS
from cop_challenge.printing import art, words
from cop_challenge.printing import teacher_words as says
from cop_challenge.printing.sheet import CannotPrint, Sheet, Value

CARDS_A_HABIT = 2
FRAMEWORKS = (
    Source(
        title="Guidelines for Children on Child Online Protection, ITU",
        year=2020,
        address="https://www.itu-cop-guidelines.com",
    ),
    Source(
        title="The 4Cs: Classifying Online Risk to Children, CO:RE", year=2021, doi="10.21241/ssoar.71817"
    ),
    Source(
        title="Education for a Connected World, UK Council for Internet Safety",
        year=2020,
        address="https://www.gov.uk/government/publications/education-for-a-connected-world",
    ),
)
"""What habits, risks and strands come from."""


def plans(tracks: Sequence[Track], lessons: Iterable[Lesson]) -> Sheet:
    """A plan for each track. CannotPrint if one has no lessons."""
    every = tuple(lessons)
    values: dict[str, Value] = {
        "challenge": words.CHALLENGE,
        "kind": says.PLAN,
        "aim": says.AIM,
        "habits": says.HABITS,
        "steps_title": says.STEPS_TITLE,
        "steps": tuple(
            {"minutes": says.MINUTES.fill(minutes=minutes), "what": what} for minutes, what in says.STEPS
        ),
        "risks": says.RISKS,
        "tells": STAFF_TELLS,
        "tells_how": STAFF_TELLS_HOW,
        "lead": says.LEAD_IS,
        "list": says.LIST,
        "risk": says.RISK,
        "strand": says.STRAND,
        "cards": says.CARDS,
        "sources": says.SOURCES,
        "pages": tuple(_plan(track, every) for track in tracks),
    }
    return Sheet("plan", says.PLAN, values)


def _plan(track: Track, every: Iterable[Lesson]) -> dict[str, Value]:
    order = list(Habit)
    own = [lesson for lesson in every if lesson.track == track.id]
    lessons = sorted(own, key=lambda lesson: (order.index(lesson.smart), lesson.id))
    if not lessons:
        raise CannotPrint(f"The track “{track.id}” has no lessons here; “--pack” adds a folder of lessons.")
    named = (source for lesson in lessons for source in sources(lesson))
    return {
        "track": track.name,
        "ages": track.ages,
        "nuru": art.nuru(track),
        "nuru_plain": art.nuru(track, plain=True),
        "habits": tuple(
            {
                "name": name,
                "rule": words.RULES[habit],
                "stamp": art.stamp(habit),
                "games": _games(lesson.smart is habit for lesson in lessons),
            }
            for habit, name in HABITS.items()
        ),
        "risks": tuple(
            {"what": what, "games": _games(lesson.risk is risk for lesson in lessons)}
            for risk, what in RISKS.items()
        ),
        "lessons": tuple(_row(lesson) for lesson in lessons),
        "cards": tuple(_cards(lessons)),
        "sources": tuple(dict.fromkeys(map(_cited, (*FRAMEWORKS, *named)))),
    }


def _games(which: Iterable[bool]) -> Value:
    return says.GAMES.fill(count=sum(which))


def _row(lesson: Lesson) -> dict[str, Value]:
    return {
        "stamp": art.stamp(lesson.smart),
        "title": lesson.title,
        "takeaway": lesson.takeaway,
        "minutes": says.MINUTES.fill(minutes=lesson.minutes),
        "risk": list(Risk).index(lesson.risk),
        "strand": STRANDS[lesson.strand],
    }


def _cards(lessons: Sequence[Lesson]) -> Iterator[dict[str, Value]]:
    """Of each habit the take-aways of its first lessons, from as many strands as there are."""
    for habit in Habit:
        own = [lesson for lesson in lessons if lesson.smart is habit]
        strands = {lesson.strand: lesson for lesson in reversed(own)}
        first = sorted(own, key=lambda lesson: strands[lesson.strand] is not lesson)
        for turn, lesson in enumerate(first[:CARDS_A_HABIT]):
            number = list(Habit).index(habit) * CARDS_A_HABIT + turn
            yield {
                "stamp": art.stamp(habit),
                "habit": HABITS[habit],
                "says": lesson.takeaway,
                "asks": says.QUESTIONS[number % len(says.QUESTIONS)],
            }


def _cited(source: Source) -> str:
    """As it is found; titles stay in their own language."""
    where = f"doi:{source.doi}" if source.doi else source.address
    return f"{source.title}, {source.year}. {where}"

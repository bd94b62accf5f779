"""The whole school's harbour as a poster: the day's last picture, and a line for the school's name."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from cop_challenge.core.harbour import HOOKS, Harbour, lights
from cop_challenge.core.tags import Habit
from cop_challenge.core.words import HABITS, HARBOUR_LIT, NUMBER, PASSPORT_TITLE, TITLE
from cop_challenge.printing import art, words
from cop_challenge.printing.sheet import Picture, Sheet, Value


def poster(found: Harbour, day: date, title: str = "") -> Sheet:
    """One page; figures that must not be shown are not on it, nor can they be counted in the picture."""
    values: Mapping[str, Value] = {
        "challenge": words.CHALLENGE,
        "bay": TITLE,
        "says": PASSPORT_TITLE,
        "together": HARBOUR_LIT.fill(count=found.total) if found.total else None,
        "day": title or None,
        "date": day,
        "school": words.SCHOOL,
        "scene": art.harbour(),
        "lights": tuple(
            {
                "picture": art.light(light.habit, "water" if light.afloat else "sky"),
                "line": art.light(light.habit, "line"),
                "x": light.x,
                "y": light.y,
                "size": light.size,
                "afloat": light.afloat,
            }
            for light in lights(found)
        ),
        "habits": tuple(_habit(found, habit) for habit in Habit),
        "nuru": Picture("nuru/happy.svg"),
    }
    return Sheet("harbour", PASSPORT_TITLE, values)


def _habit(found: Harbour, habit: Habit) -> dict[str, Value]:
    count = found.lit[habit]
    x, y = HOOKS[habit]
    return {
        "name": HABITS[habit],
        "number": None if count is None else NUMBER.fill(number=count),
        "lantern": art.lantern(habit) if found.shining(habit) else art.unlit(habit),
        "stamp": art.stamp(habit) if found.shining(habit) else art.slot(habit),
        "x": x,
        "y": y,
    }

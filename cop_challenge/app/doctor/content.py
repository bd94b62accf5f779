"""Lessons, languages, the day and its helplines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from cop_challenge.app.doctor.case import Case
from cop_challenge.app.doctor.finding import Finding, good, look, mend
from cop_challenge.core.helpline import SAMPLE_COUNTRY, current
from cop_challenge.day.day import Day, DayRefused
from cop_challenge.i18n.dates import in_words
from cop_challenge.i18n.locale import SOURCE_LANGUAGE, own_name
from cop_challenge.lessons.checking import check_paths
from cop_challenge.lessons.diagnostics import Problem


def lessons(case: Case, today: date) -> Iterator[Finding]:
    """What `check` finds in the built-in content and the packs."""
    here = case.places
    report = check_paths([here.content, *case.packs], here.content, here.assets, today)
    if report.problems:
        paths = " ".join(map(str, case.packs))
        fact = _told(report.problems)
        yield mend("Lessons", fact, f"All of them: cop-challenge check {paths}".rstrip())
    else:
        yield good("Lessons", f"{report.lessons} in order{_and_packs(case)}.")


def _and_packs(case: Case) -> str:
    names = ", ".join(pack.resolve().name for pack in case.packs)
    return f", those of {names} among them" if names else ""


def languages(case: Case) -> Iterator[Finding]:
    """How far each can be trusted, and what is in it."""
    drafts = {language.code for language in case.spoken.drafts()}
    total = len(case.library.lessons)
    for code in case.languages:
        name = f"Language, {own_name(code)}"
        told = case.told[code]
        fact = f"{int(100 * told.share)} % of all texts; {told.lessons} of {total} lessons."
        if not told.lessons:
            yield mend(name, fact, "Nothing can be played in it: finish its translation, or leave it out.")
        elif code in drafts and code != SOURCE_LANGUAGE:
            yield look(
                name, f"a first draft, {fact}", "Let a native reader read it; docs/translators.md says how."
            )
        else:
            yield good(name, fact)


def day(case: Case) -> Iterator[Finding]:
    """The day's file."""
    found = case.day
    if found is None:
        yield good("Day", "none named: visits as the game is by itself; --day names a file.")
    elif isinstance(found, DayRefused):
        yield mend("Day", _told(found.problems), f"All of it: cop-challenge check {case.day_file}")
    elif found.unmeasured:
        yield look("Day", _of(found), case.translator(found.unmeasured))
    else:
        yield good("Day", _of(found))


def _of(day: Day) -> str:
    later = f" and {len(day.later_dates)} more days" if day.later_dates else ""
    return f"“{day.title}” on {in_words(day.date, 'en')}{later}, visits of {day.minutes} minutes."


def helplines(case: Case, today: date) -> Iterator[Finding]:
    """Whom a child may call on the day."""
    held = case.held
    if held is None:
        yield look(
            "Helplines",
            "none without a day's file.",
            "Name one with --day; docs/helplines.md tells the rest.",
        )
        return
    on = max(today, held.dates[-1])
    here = [
        line for line in case.library.helplines.values() if line.country == held.country != SAMPLE_COUNTRY
    ]
    sure = current(here, on, held.helpline_days, country=held.country)
    remedy = "Call, and write down the day; docs/helplines.md says how."
    if not here:
        none = f"none for the country “{held.country}”" if held.country else "the day names no country"
        yield look("Helplines", f"{none}, so children see no number.", remedy)
    elif len(sure) < len(here):
        yield look(
            "Helplines",
            f"{len(here) - len(sure)} of {len(here)} were verified too long ago, or not yet.",
            remedy,
        )
    else:
        age = (on - min(line.verified_on for line in sure)).days
        yield good("Helplines", f"{len(sure)}, verified {age} days before the day, or later.")


def _told(problems: Sequence[Problem]) -> str:
    """The first, in one line, and how many there are."""
    first = str(problems[0]).replace("\n", " ")
    first = " ".join(first.split())
    return first if len(problems) == 1 else f"{len(problems)} problems, the first: {first}"

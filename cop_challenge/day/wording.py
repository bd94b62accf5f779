"""The sentences of a day's report: what was found, and what may and may not be claimed from it."""

from __future__ import annotations

from cop_challenge.core import words
from cop_challenge.core.text import Text
from cop_challenge.day.learning import Estimate

TITLE = Text("{title}, {date}", "report.title")
NO_DAY = Text("All results on this station", "report.no-day")
PLAYED = Text("What was played", "report.played")
VISITS = Text("Visits: {visits}", "report.visits")
STAMPED = Text("With a stamped passport: {visits}", "report.stamped")
BY_HOUR = Text("By hour", "report.by-hour")
BY_TRACK = Text("By track", "report.by-track")
BY_LANGUAGE = Text("By language", "report.by-language")
LIT = Text("Lanterns lit, in visits", "report.lit")
HARDEST = Text("What was hardest: worth talking about tomorrow", "report.hardest")
HARD = Text(
    "{lesson}: {percent} % right at the first try ({count} visit)",
    "report.hard",
    plural="{lesson}: {percent} % right at the first try ({count} visits)",
)
HARD_FOR_MOST = Text("{lesson}: most needed a second try", "report.hard-for-most")
"""Where the share can't be shown."""
OFTEN = Text("Often chosen: {choice}", "report.often")
LEARNING = Text("What one sitting taught", "report.learning")
LEARNED = Text("What one sitting taught: {track}", "report.learned")
NOT_MEASURED = Text("Nothing was measured.", "report.not-measured")
COMPARED = Text("Compared: {compared} of {measured} measured visits", "report.compared")
LEFT_OUT = Text(
    "Visits that skipped a sheet or left before its end are not compared; that was decided before the day.",
    "report.left-out",
)
HIDDEN = Text("not shown: too few, or a few could be worked out from it", "report.hidden")
DASH = "–"
"""Stands in a table for a figure that is left out; `DASHED` says why."""
DASHED = words.NAMED.fill(name=DASH, what=HIDDEN)
TOO_FEW = Text("Too few visits to say anything: at least {least} are needed.", "report.too-few")
GAIN = Text(
    "Right answers grew by {taught} points of a hundred on what was played, by {untaught} on what was not "
    "played yet: a difference of {difference} (95 % interval {low} to {high}; d = {effect}).",
    "report.gain",
)
TRANSFER = Text(
    "On questions that look unlike the games: {taught} % right on what was played, {untaught} % on what was "
    "not: a difference of {difference} (95 % interval {low} to {high}).",
    "report.transfer",
)
HITS = Text("Danger found, in what was played: {before} % before, {after} % after", "report.hits")
FALSE_ALARMS = Text(
    "Safe things taken for dangerous: {before} % before, {after} % after", "report.false-alarms"
)
TELL_FIRST = Text("Somebody is told first: {before} % before, {after} % after", "report.tell-first")
SURE = Text("Sure to know what to do: {before} % before, {after} % after", "report.sure")
AGAIN = Text("Would play again: {percent} %", "report.again")
BY_LANGUAGE_GAIN = Text("{language}: {difference} (95 % interval {low} to {high})", "report.language-gain")

COLUMNS = {
    "visits": Text("Visits", "report.column.visits"),
    "stamped": Text("Passports stamped", "report.column.stamped"),
    "taught": Text("Played", "report.column.taught"),
    "untaught": Text("Not played yet", "report.column.untaught"),
    "difference": Text("Difference", "report.column.difference"),
    "low": Text("At least", "report.column.low"),
    "high": Text("At most", "report.column.high"),
    "yes": words.AGAIN_YES,
    "maybe": words.AGAIN_MAYBE,
    "no": words.AGAIN_NO,
}
ROW = Text("{figures}")
"""A line of a table; the language's own list has nothing to translate."""
GAINS = Text("How much right answers grew, in points of a hundred", "report.gains")
WOULD_AGAIN = Text("Would play again, in visits", "report.would-again")
AS_TABLE = Text("As a table", "report.as-table")

CASE = Text("Case study", "report.case.title")
CASE_CONTEXT = Text("Context: who took part, where, and why", "report.case.context")
CASE_DONE = Text("What was done", "report.case.done")
CASE_FIGURES = Text("Figures", "report.case.figures")
CASE_LESSONS = Text("Lessons learned", "report.case.lessons")
CASE_MINUTES = Text("Minutes a visit: {minutes}", "report.case.minutes")
CASE_STATIONS = Text("Laptops: {stations}", "report.case.stations")
CASE_TRACKS = Text("Tracks: {tracks}", "report.case.tracks")
CASE_LANGUAGES = Text("Languages: {languages}", "report.case.languages")
CASE_BOXES = (
    Text("What went well", "report.case.well"),
    Text("What was difficult, and what helped", "report.case.difficult"),
    Text("What we would do differently", "report.case.differently"),
    Text("What we do next, who, and by when", "report.case.next"),
)
"""Boxes to fill in by hand."""

MAY = Text("What may be claimed", "report.may")
MAY_NOT = Text("What may not be claimed", "report.may-not")
MORE = Text(
    "In this sitting, visitors learned from the games: they knew more afterwards, and more so of what they "
    "had played than of what they had not.",
    "report.more",
)
NOTHING = Text(
    "Nothing about learning: the interval holds zero. With this many visits, a difference smaller than about "
    "{width} points would not be seen, so “no difference” may not be claimed either.",
    "report.nothing",
)
FINER = Text(
    "Several days' or stations' files together see finer: name each of them with --results.",
    "report.finer",
)
LESS = Text(
    "On this day the games' own topic gained less than the other one. Look at the questions and at how the "
    "day went before drawing any conclusion.",
    "report.less",
)
MORE_ALARMS = Text(
    "Safe things were taken for dangerous more often afterwards. Talk about that: trusting what is fine is "
    "part of the lesson.",
    "report.more-alarms",
)
NEVER = (
    Text(
        "That anybody behaves differently now: what was measured is knowledge and rehearsed skill.",
        "report.never.behaviour",
    ),
    Text(
        "That it lasts: ask again after four weeks, for the class as a whole.",
        "report.never.lasting",
    ),
    Text(
        "Anything about a single child, class or school: the figures know none of them.",
        "report.never.single",
    ),
    Text(
        "An exact interval: children of one class are alike, and one may have played twice, so it is an "
        "approximate one.",
        "report.never.exact",
    ),
)


LEFT_TO_RIGHT = "\u200e"
"""Before a sign: on a page written from the right it would else come to stand behind its number."""


def points(share: float) -> str:
    """A difference of shares in points of a hundred, with its sign."""
    return signed(round(100 * share))


def signed(number: int) -> str:
    """The number with its sign, in whatever direction the page is written."""
    if not number:
        return "0"
    return f"{LEFT_TO_RIGHT}{'+' if number > 0 else '−'}{abs(number)}"


def percent(share: float) -> int:
    """A share in whole percent."""
    return round(100 * share)


def count(found: int | None) -> Text | int:
    """A count, or why it is not shown."""
    return HIDDEN if found is None else found


def estimate(text: Text, found: Estimate, *, shares: bool = False) -> Text:
    """The estimate's sentence; `shares`: the two sides are shares, not gains."""
    side = percent if shares else points
    return text.fill(
        taught=side(found.taught),
        untaught=side(found.untaught),
        difference=points(found.difference),
        low=points(found.low),
        high=points(found.high),
        effect=f"{found.effect:.2f}".replace("-", f"{LEFT_TO_RIGHT}−"),
    )

"""The sentences of a day's report: what was found, and what may and may not be claimed from it."""

from __future__ import annotations

from cop_challenge.core.text import Text
from cop_challenge.day.learning import Estimate
from cop_challenge.day.suppression import LEAST_VISITS, NEARLY_ALL, Part

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
    "{lesson}, {step}: {percent} % right at the first try ({count} visit)",
    "report.hard",
    plural="{lesson}, {step}: {percent} % right at the first try ({count} visits)",
)
LEARNED = Text("What one sitting taught: {track}", "report.learned")
NOT_MEASURED = Text("Nothing was measured.", "report.not-measured")
COMPARED = Text("Compared: {compared} of {measured} measured visits", "report.compared")
LEFT_OUT = Text(
    "Visits that skipped a sheet or left before its end are not compared; that was decided before the day.",
    "report.left-out",
)
FEW = Text("fewer than {least}", "report.few")
ALL_BUT_FEW = Text("all but fewer than {least}", "report.all-but-few")
HIDDEN = Text("not shown: too few, or a few could be worked out from it", "report.hidden")
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


def points(share: float) -> str:
    """A difference of shares in points of a hundred, with its sign."""
    rounded = round(100 * share)
    return f"+{rounded}" if rounded > 0 else f"−{-rounded}" if rounded < 0 else "0"


def percent(share: float) -> int:
    """A share in whole percent."""
    return round(100 * share)


def count(found: int | Part | None) -> Text | int:
    """A count, or why it is not shown."""
    if isinstance(found, Part):
        if found.count is None:
            return (ALL_BUT_FEW if found.hidden == NEARLY_ALL else FEW).fill(least=LEAST_VISITS)
        return found.count
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
        effect=f"{found.effect:.2f}",
    )

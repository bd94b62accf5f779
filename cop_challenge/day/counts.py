"""Everything a report may count, before anything is left out: cells, and which are sums of which.

All tables stand in one system, so that what one leaves out can't be worked out from another
(`suppression.protected`).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from cop_challenge.core.result import Fact, Outcome
from cop_challenge.core.tags import Habit
from cop_challenge.day.sittings import Sitting
from cop_challenge.day.suppression import LEAST_VISITS, Sum
from cop_challenge.store.database import Row

Cell = tuple[str, ...]
"""`("track", "8-12", "stamped")`."""
Visit = tuple[str, str]
"""Station and number."""

ALL: Cell = ("all",)
STAMPED, OTHERWISE = "stamped", "otherwise"
AGAIN = ("yes", "maybe", "no")


@dataclass
class Counts:
    """Visits in cells. Never shown as they are."""

    cells: dict[Cell, int] = field(default_factory=dict)
    sums: list[Sum[Cell]] = field(default_factory=list)

    def split(self, whole: Cell, parts: Iterable[tuple[Cell, int]]) -> None:
        """Adds cells that make up another one."""
        added = dict(parts)
        self.cells.update(added)
        self.sums.append((whole, tuple(added)))


@dataclass(frozen=True, slots=True)
class Tried:
    """First tries at one question."""

    lesson: str
    step: str
    track: str
    right: int
    wrong: int
    often: str
    """Wrong choice taken by ten visits or more, the most frequent of these; or nothing."""

    @property
    def visits(self) -> int:
        """Who tried."""
        return self.right + self.wrong

    @property
    def cell(self) -> Cell:
        """Of all who tried."""
        return ("step", self.lesson, self.step)


def of_play(rows: Sequence[Row]) -> Counts:
    """Visits by hour, track, language, ending and habit; a visit is where it began."""
    begun: dict[Visit, Row] = {}
    stamped: set[Visit] = set()
    lit: defaultdict[str, set[Visit]] = defaultdict(set)
    for row in rows:
        visit, result = (row.station, row.visit), row.result
        match result.fact:
            case Fact.BEGAN:
                begun.setdefault(visit, row)
            case Fact.ENDED if result.outcome is Outcome.PASSPORT:
                stamped.add(visit)
            case Fact.FINISHED:
                lit[result.habit].add(visit)
    counts = Counts({ALL: len(begun)})
    hours = Counter(row.hour for row in begun.values())
    counts.split(ALL, ((("hour", hour), count) for hour, count in sorted(hours.items())))
    with_stamp = begun.keys() & stamped
    counts.split(ALL, (((STAMPED,), len(with_stamp)), ((OTHERWISE,), len(begun) - len(with_stamp))))
    for name in ("track", "language"):
        groups: defaultdict[str, set[Visit]] = defaultdict(set)
        for visit, row in begun.items():
            groups[getattr(row.result, name)].add(visit)
        counts.split(ALL, (((name, group), len(visits)) for group, visits in sorted(groups.items())))
        for group, visits in groups.items():
            done = len(visits & with_stamp)
            ends = (((name, group, STAMPED), done), ((name, group, OTHERWISE), len(visits) - done))
            counts.split((name, group), ends)
        for end in (STAMPED, OTHERWISE):
            counts.sums.append(((end,), tuple((name, group, end) for group in sorted(groups))))
    for habit in Habit:
        shone = len(lit[habit] & begun.keys())
        cells = ((("lit", habit), shone), (("lit", habit, OTHERWISE), len(begun) - shone))
        counts.split(ALL, cells)
    return counts


def tries(rows: Iterable[Row]) -> list[Tried]:
    """Questions that ten visits or more got wrong at first, the hardest first."""
    first: defaultdict[tuple[str, str, str], dict[Visit, tuple[bool, str]]] = defaultdict(dict)
    for row in rows:
        result = row.result
        if result.fact is Fact.ANSWERED and result.attempt == 1 and result.outcome is not Outcome.NONE:
            good = result.outcome is Outcome.GOOD
            asked = first[result.lesson, result.step, result.track]
            asked.setdefault((row.station, row.visit), (good, result.choice))
    found = []
    for (lesson, step, track), answers in first.items():
        chosen = Counter(choice for good, choice in answers.values() if not good)
        wrong = sum(chosen.values())
        if wrong < LEAST_VISITS:
            continue
        often = min(chosen, key=lambda choice: (-chosen[choice], choice))
        named = often if chosen[often] >= LEAST_VISITS else ""
        found.append(Tried(lesson, step, track, len(answers) - wrong, wrong, named))
    return sorted(found, key=lambda one: (one.right / one.visits, one.lesson, one.step))


def add_tries(counts: Counts, found: Iterable[Tried]) -> None:
    """Each question as a part of its track: who met it, who did not, who was right at once."""
    for one in found:
        whole = ("track", one.track)
        met = min(one.visits, counts.cells.get(whole, 0))
        rest = ((*one.cell, "not-met"), counts.cells.get(whole, 0) - met)
        if whole in counts.cells:
            counts.split(whole, ((one.cell, met), rest))
        else:
            counts.cells[one.cell] = one.visits
        counts.split(one.cell, (((*one.cell, "right"), one.right), ((*one.cell, "wrong"), one.wrong)))


def add_measured(counts: Counts, tracks: dict[str, list[Sitting]]) -> None:
    """Each track's measured visits: compared or not, by language, and whether they would play again."""
    for track, visits in tracks.items():
        complete = [one for one in visits if one.complete]
        measured: Cell = ("measured", track)
        compared: Cell = ("compared", track)
        if ("track", track) in counts.cells:
            rest = counts.cells["track", track] - len(visits)
            counts.split(("track", track), ((measured, len(visits)), (("unmeasured", track), max(0, rest))))
        counts.cells[measured] = len(visits)
        counts.split(
            measured, ((compared, len(complete)), (("left-out", track), len(visits) - len(complete)))
        )
        languages = Counter(one.language for one in complete)
        counts.split(
            compared, ((("compared", track, name), count) for name, count in sorted(languages.items()))
        )
        wishes = Counter(one.again for one in complete)
        counts.split(compared, ((("again", track, wish), wishes[wish]) for wish in AGAIN))

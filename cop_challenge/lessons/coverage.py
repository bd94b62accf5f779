"""The page that tells what a pack's lessons cover: content/COVERAGE.md."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from statistics import mean

from cop_challenge.activities import registry
from cop_challenge.activities.lesson import Lesson
from cop_challenge.core.tags import Habit, Risk, Strand
from cop_challenge.core.track import Track
from cop_challenge.core.words import HABITS, RISKS, STRANDS
from cop_challenge.lessons.pack import Pack
from cop_challenge.lessons.targets import Hole, Targets, holes, judged, percent

COMMAND = "scripts/coverage.py"
"""What makes the page."""

NONE = "–"
"""Nothing is there, or nothing can be said."""

HEAD = f"""# What the lessons cover

<!-- made by {COMMAND} from the lessons and from tracks.yaml: change those, then run it again -->

Every lesson practises one of five habits (ITU's SMART), is about one of four sorts of risk (the 4Cs of
CO:RE), belongs to one strand of digital life (UKCIS, *Education for a Connected World*) and is for one track:
an age, or the grown-ups around it. This page counts them. {NONE} means that there is none.
"""

NOTES = f"""
*Harmless cases*: where players judge things, one by one, the share in which nothing is wrong. A game of
nothing but dangers would teach to trust nobody; so each such lesson has a third or more.

*Reading level*: the school grade that the English texts of a lesson are for; the mean of a track's lessons,
and the highest. {NONE} where there is too little text to say it.
"""


@dataclass(frozen=True)
class Part:
    """A track and its lessons."""

    track: Track
    lessons: tuple[Lesson, ...]
    """In the order of their habits, then of their titles."""
    targets: Targets | None

    @property
    def name(self) -> str:
        """`Little Lights (5–7)`."""
        return f"{self.track.name.source} ({self.track.ages.source})"

    def missing(self) -> list[str]:
        """What the track is to hold and does not, a sentence each."""
        found = holes(self.track.id, self.targets, self.lessons) if self.targets else ()
        return [_wanted(hole) for hole in found]


def _wanted(hole: Hole) -> str:
    """The hole without the words of lesson files."""
    said = hole.values
    match hole.rule:
        case "thin-habit":
            name, wanted = HABITS[Habit(hole.about)].source, f"{said['wanted']} in {said['wanted_kinds']}"
            return f"{name}: {said['found']} in {said['kinds']} of game; wanted: {wanted}"
        case "missing-from-track":
            about = RISKS[Risk(hole.about)] if hole.key == "risks" else STRANDS[Strand(hole.about)]
            return f"No lesson yet: {about.source}"
        case _:
            return f"{said['found']}; wanted: {said['wanted']}"


def page(pack: Pack) -> str:
    """The whole page."""
    parts = [_part(pack, track) for track in pack.tracks.values()]
    blocks = [
        HEAD,
        "## All tracks\n",
        _table(
            ["track", "lessons", "minutes", "kinds", "harmless cases", "reading level"], map(_line, parts)
        ),
        NOTES.lstrip(),
        "## Habits\n",
        _by_track("habit", Habit, [HABITS[habit].source for habit in Habit], parts, "smart"),
        "## Risks\n",
        _by_track("risk", Risk, [RISKS[risk].source for risk in Risk], parts, "risk"),
        "## Strands\n",
        _by_track("strand", Strand, [STRANDS[strand].source for strand in Strand], parts, "strand"),
        *(_section(pack, part) for part in parts),
    ]
    return "\n".join(blocks)


def _part(pack: Pack, track: Track) -> Part:
    habits = list(Habit)
    lessons = [lesson for lesson in pack.lessons.values() if lesson.track == track.id]
    lessons.sort(key=lambda lesson: (habits.index(lesson.smart), lesson.title.source))
    return Part(track, tuple(lessons), pack.targets.get(track.id))


def _line(part: Part) -> Iterator[str]:
    yield f"[{part.name}](#{anchor(part.name)})"
    yield _number(len(part.lessons))
    yield _number(sum(lesson.minutes for lesson in part.lessons))
    yield _number(len({lesson.kind for lesson in part.lessons}))
    yield _harmless(part.lessons)
    levels = [level for lesson in part.lessons if (level := _reading_level(lesson)) is not None]
    yield f"{mean(levels):.1f}, highest {max(levels):.1f}" if levels else NONE


def _by_track(
    what: str, tags: Iterable[object], names: Iterable[str], parts: Sequence[Part], key: str
) -> str:
    counts = [Counter(getattr(lesson, key) for lesson in part.lessons) for part in parts]
    rows = ([name, *(_number(count[tag]) for count in counts)] for tag, name in zip(tags, names, strict=True))
    return _table([what, *(part.name for part in parts)], rows)


def _section(pack: Pack, part: Part) -> str:
    lines = [f"## {part.name}\n"]
    missing = part.missing()
    if missing:
        lines += ["What this track is still to hold:\n", *(f"- {sentence}" for sentence in missing), ""]
    elif part.targets:
        lines += ["All that this track is to hold is there.\n"]
    counts = Counter((lesson.kind, lesson.smart) for lesson in part.lessons)
    kinds = [kind for kind in registry.ACTIVITIES if any(lesson.kind == kind for lesson in part.lessons)]
    all_kinds = Counter(lesson.kind for lesson in part.lessons)
    all_habits = Counter(lesson.smart for lesson in part.lessons)
    rows = [
        [_kind(kind), *(_number(counts[kind, habit]) for habit in Habit), _number(all_kinds[kind])]
        for kind in kinds
    ]
    rows.append(["*in all*", *(_number(all_habits[habit]) for habit in Habit), _number(len(part.lessons))])
    lines.append(_table(["kind of game", *(HABITS[habit].source for habit in Habit), "in all"], rows))
    heads = ["lesson", "habit", "risk", "strand", "kind", "minutes", "harmless cases", "reading level"]
    lines.append(_table(heads, (_lesson(pack, lesson) for lesson in part.lessons)))
    return "\n".join(lines)


def _lesson(pack: Pack, lesson: Lesson) -> Iterator[str]:
    home = pack.homes[lesson.id].relative_to(pack.root).as_posix()
    yield f"[{lesson.title.source}]({home})"
    yield HABITS[lesson.smart].source
    yield lesson.risk.capitalize()
    yield STRANDS[lesson.strand].source
    yield lesson.kind
    yield str(lesson.minutes)
    yield _harmless([lesson])
    level = _reading_level(lesson)
    yield NONE if level is None else f"{level:.1f}"


def _reading_level(lesson: Lesson) -> float | None:
    from cop_challenge.lessons.language.readability import reading_level

    return reading_level(lesson)


def _harmless(lessons: Collection[Lesson]) -> str:
    share = judged(lessons)
    return (
        f"{share.harmless} of {share.total} ({percent(share.harmless / share.total)})"
        if share.total
        else NONE
    )


def _kind(kind: str) -> str:
    return f"[{kind}](../docs/kinds/{kind}.md)"


def _number(count: int) -> str:
    return str(count) if count else NONE


def anchor(heading: str) -> str:
    """The place of a heading on its page, as it is linked to."""
    return "".join(sign for sign in heading.lower().replace(" ", "-") if sign.isalnum() or sign == "-")


def _table(heads: Sequence[str], rows: Iterable[Iterable[str]]) -> str:
    """In Markdown."""
    lines = [f"| {' | '.join(heads)} |", f"|{'---|' * len(heads)}"]
    cells = ((cell.replace("|", "\\|") for cell in row) for row in rows)
    lines += (f"| {' | '.join(row)} |" for row in cells)
    return "\n".join(lines) + "\n"

"""The pages about the kinds: written by hand, with blocks made from schemas, examples and lessons."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from cop_challenge.activities import registry
from cop_challenge.activities.lesson import Lesson
from cop_challenge.core.track import Track
from cop_challenge.lessons import guide
from cop_challenge.lessons.example import example

COMMAND = "scripts/kind_pages.py"
"""What makes the blocks; readers of a page find its name in their first lines."""

SECTIONS = {"example": "The smallest lesson", "fields": "Every field", "kinds": "The kinds"}
"""The heading each block stands below; the picture's stands below the title."""

START = """# {name}

*One line: what children do.*

## What children do

## When to use it

## The smallest lesson

## Every field

## Three tips
"""
"""A page nobody has begun yet."""

_TRACK = re.compile(r"^track: +(\S+)", re.MULTILINE)
_TITLE = re.compile(r"\A# (.+)$", re.MULTILINE)
_MADE_BY_HAND = re.compile(r"^```.*?^```$|^\|.*?$", re.MULTILINE | re.DOTALL)
_LINE = re.compile(r"^\*([^*\n]+?)\.?\*$", re.MULTILINE)


def renewed(page: str, kind: str, tracks: Mapping[str, Track]) -> str:
    """The page with its three blocks made anew. A page without blocks gets them where they belong.

    There the code and the tables of those two sections make way; nothing else is touched.
    """
    page = page or START.format(name=kind.capitalize())
    title = _TITLE.search(page)
    name = title[1].split(" (")[0] if title else kind
    blocks = {
        "picture": f"![{name}](../pictures/kinds/{kind}.png)",
        "example": _example(kind),
        "fields": _fields(kind, tracks),
    }
    for block, made in blocks.items():
        page = _put(page, block, made)
    return page


def _example(kind: str) -> str:
    """The kind's example, whole."""
    return (
        "Get it as a file of your own and change every text. If its form is new to you, read\n"
        "[content/README.md](../../content/README.md#reading-a-lesson-file) first.\n\n"
        f"    cop-challenge new lesson --kind {kind} --id my-lesson\n\n"
        f"```yaml\n{example(kind).rstrip()}\n```"
    )


def _fields(kind: str, tracks: Mapping[str, Track]) -> str:
    """The table of the kind's own fields, and where the others stand."""
    found = _TRACK.search(example(kind))
    assert found, f"the example of {kind} has no track"
    track = tracks[found[1]]
    return (
        "The lines from `schema:` to `minutes:` are the same in every lesson:\n"
        "[content/README.md](../../content/README.md#every-lesson) explains them.\n"
        f"Numbers of words are those of {track.name.source} ({track.ages.source});\n"
        "[content/tracks.yaml](../../content/tracks.yaml) has them for everybody.\n\n"
        f"{guide.table(guide.rows(kind, tracks, found[1]))}"
    )


def _put(page: str, block: str, made: str) -> str:
    """The page with the block between its marks."""
    whole = f"<!-- {block}: made by {COMMAND} -->\n\n{made}\n\n<!-- end -->"
    marked = re.compile(rf"<!-- {block}: .*?<!-- end -->", re.DOTALL)
    if marked.search(page):
        return marked.sub(lambda _: whole, page, count=1)
    heading = SECTIONS.get(block)
    if heading is None:
        first, _, rest = page.partition("\n")
        return f"{first}\n\n{whole}\n{rest}"
    section = re.compile(rf"^## {heading}\n(.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)
    if found := section.search(page):
        words = _MADE_BY_HAND.sub("", found[1]).strip()
        parts = (page[: found.start()] + f"## {heading}", whole, words, page[found.end() :])
        return "\n\n".join(part for part in parts if part)
    before, tips, after = page.partition("## Three tips")
    return f"{before.rstrip()}\n\n## {heading}\n\n{whole}\n\n{tips}{after}".rstrip() + "\n"


def overview(
    readme: str, pages: Mapping[str, str], lessons: Collection[Lesson], tracks: Mapping[str, Track]
) -> str:
    """content/README.md with its table of kinds made anew."""
    lines = ["| kind | what children do | minutes | ages |", "|---|---|---|---|"]
    for kind in registry.ACTIVITIES:
        own = [lesson for lesson in lessons if lesson.kind == kind]
        minutes = sorted({lesson.minutes for lesson in own})
        ages = [track.ages.source for track in tracks.values() if any(each.track == track.id for each in own)]
        cells = (
            f"[`{kind}`](../docs/kinds/{kind}.md)",
            _line(kind, pages[kind]),
            _span(minutes),
            ", ".join(ages),
        )
        lines.append(f"| {' | '.join(cells)} |")
    return _put(readme, "kinds", "\n".join(lines))


def _line(kind: str, page: str) -> str:
    """The line in italics below a page's title, or what the kind's model says of itself."""
    found = _LINE.search(page)
    return found[1] if found else (registry.schema(kind).__doc__ or "").strip().rstrip(".")


def _span(numbers: Sequence[int]) -> str:
    if not numbers:
        return ""
    return str(numbers[0]) if len(numbers) == 1 else f"{numbers[0]}–{numbers[-1]}"

"""What educators read about the kinds: made from the schemas, so that it can't grow old."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Literal

import pytest
from pydantic import ConfigDict, Field

from cop_challenge.activities import fields, registry
from cop_challenge.activities.lesson import Entry, Lesson, Pictured
from cop_challenge.core.track import Track
from cop_challenge.lessons import guide, kind_page
from cop_challenge.lessons.library import Library

REMEDY = "run: python scripts/kind_pages.py"


class Colour(StrEnum):
    RED = "red"
    """Like a lobster."""
    BLUE = "blue"


class Egg(Pictured):
    model_config = ConfigDict(title="boiled egg")

    id: fields.Id
    colour: Colour = Colour.BLUE
    """Its colour | outside."""


class Nest(Entry):
    eggs: Annotated[tuple[Egg, ...], Field(min_length=2, max_length=4), fields.AtMost("options")]
    """What lies
    in it."""
    size: Annotated[int, Field(ge=-2, le=3)] = 0
    owner: fields.CharacterId = ""
    sign: Literal["left", "right", ""] = ""
    words: fields.Story
    twin: fields.Id | None = None
    warm: bool = True
    friends: Annotated[tuple[fields.Id, ...], Field(min_length=1)]


class Model(Lesson):
    kind: Literal["nests"]
    nest: Nest
    """The nest."""


@pytest.fixture
def rows(monkeypatch: pytest.MonkeyPatch, tracks: dict[str, Track]) -> dict[str, guide.Row]:
    """Of a made-up kind, by entry and field."""
    monkeypatch.setattr(guide, "notes", guide.notes.__wrapped__)
    monkeypatch.setattr(guide, "PACKAGE", __name__)
    monkeypatch.setattr(registry, "schema", lambda kind: Model)
    return {f"{row.of}.{row.field}": row for row in guide.rows("nests", tracks, "8-12")}


def test_fields_come_in_the_order_of_a_file(rows: dict[str, guide.Row]) -> None:
    """The lesson's own first, then those of the entries in it; inherited ones last, shared ones never."""
    assert list(rows)[:2] == ["lesson.nest", "nest.eggs"]
    assert list(rows)[-3:] == ["boiled egg.id", "boiled egg.colour", "boiled egg.picture"]


@pytest.mark.parametrize(
    ("field", "may_be"),
    [
        ("lesson.nest", "a *nest*: its fields stand below it"),
        ("nest.eggs", "a list of 2–4 (5–7: at most 3), each a *boiled egg*"),
        ("nest.size", "a number from -2 to 3"),
        ("nest.owner", "a character"),
        ("nest.sign", "one of `left`, `right`"),
        ("nest.words", "a text of up to 35 words"),
        ("nest.twin", "a name in small letters and hyphens"),
        ("nest.warm", "`yes` or `no`"),
        ("nest.friends", "a list of at least 1, each a name in small letters and hyphens"),
        ("boiled egg.colour", "one of `red` (like a lobster), `blue`"),
        ("boiled egg.picture", "the path of a picture"),
    ],
)
def test_types_are_told_in_words(rows: dict[str, guide.Row], field: str, may_be: str) -> None:
    """What may be written, with the limits of the track."""
    assert rows[field].may_be == may_be


@pytest.mark.parametrize(
    ("field", "left_out"),
    [
        ("nest.eggs", "needed"),
        ("nest.size", "`0`"),
        ("nest.owner", "nothing"),
        ("nest.twin", "nothing"),
        ("nest.warm", "`yes`"),
        ("boiled egg.colour", "`blue`"),
        ("boiled egg.picture", "nothing; needed for 5–7"),
    ],
)
def test_what_a_field_is_without_an_author(rows: dict[str, guide.Row], field: str, left_out: str) -> None:
    """Needed, or the value it has then."""
    assert rows[field].left_out == left_out


def test_meanings_are_docstrings(rows: dict[str, guide.Row]) -> None:
    """In one line, and harmless in a table."""
    assert rows["nest.eggs"].means == "What lies in it."
    assert rows["nest.warm"].means == ""
    assert r"Its colour \| outside." in guide.table(rows.values())


@pytest.mark.parametrize("kind", registry.ACTIVITIES)
def test_every_field_is_described(tracks: dict[str, Track], kind: str) -> None:
    """Each field an author can write has a docstring in its schema."""
    bare = [f"{row.of}: {row.field}" for row in guide.rows(kind, tracks, "8-12") if not row.means]
    assert not bare, f"give these a docstring in {kind}/schema.py, then {REMEDY}"


def test_every_shared_field_is_described(root: Path) -> None:
    """content/README.md shows what all lessons have, and the schema says it too."""
    shown = (root / "content" / "README.md").read_text("utf-8").split("## Every lesson")[1]
    for name, info in Lesson.model_fields.items():
        assert f"\n{info.alias or name}: " in shown
        assert guide.notes(Lesson)[name]


@pytest.mark.parametrize("kind", registry.ACTIVITIES)
def test_pages_are_up_to_date(root: Path, tracks: dict[str, Track], kind: str) -> None:
    """Every kind has a page with a picture, its example and its fields as they are."""
    path = root / "docs" / "kinds" / f"{kind}.md"
    page = path.read_text("utf-8") if path.exists() else ""
    # The whole pages in a failure would bury the remedy.
    same = kind_page.renewed(page, kind, tracks) == page
    assert same, f"docs/kinds/{kind}.md is out of date; {REMEDY}"
    for heading in ("What children do", "What players do"):
        if f"\n## {heading}\n" in page:
            break
    else:
        pytest.fail(f"docs/kinds/{kind}.md does not say what children do")
    for heading in ("When to use it", "The smallest lesson", "Every field", "Three tips"):
        assert page.count(f"\n## {heading}\n") == 1
        assert page.split(f"\n## {heading}\n")[1].split("\n## ")[0].strip(), f"“{heading}” is empty"
    picture = root / "docs" / "pictures" / "kinds" / f"{kind}.png"
    assert picture.exists(), f"{REMEDY} --pictures {kind}"


def test_the_table_of_kinds_is_up_to_date(root: Path, library: Library) -> None:
    """content/README.md lists each kind with its line, minutes and ages."""
    readme = (root / "content" / "README.md").read_text("utf-8")
    pages = {
        kind: (root / "docs" / "kinds" / f"{kind}.md").read_text("utf-8") for kind in registry.ACTIVITIES
    }
    same = kind_page.overview(readme, pages, library.lessons.values(), library.tracks) == readme
    assert same, f"content/README.md is out of date; {REMEDY}"


def test_a_page_without_blocks_gets_them(tracks: dict[str, Track]) -> None:
    """Whatever is not made stays as it was written, and a second time changes nothing."""
    page = (
        "# Quiz (`kind: quiz`)\n\nWords.\n\n## The smallest lesson\n\n```yaml\nold: one\n\n# two\n```\n\n"
        "## Every field\n\n| old |\n|---|\n\nNote.\n\n## Three tips\n\n1. One.\n"
    )
    made = kind_page.renewed(page, "quiz", tracks)
    assert "old" not in made
    assert made.index("| `rounds` |") < made.index("\n\nNote.\n\n## Three tips\n")
    assert "![Quiz](../pictures/kinds/quiz.png)" in made
    assert made.index("my-first-quiz") < made.index("| `rounds` |") < made.index("1. One.")
    assert kind_page.renewed(made, "quiz", tracks) == made


def test_a_page_can_be_begun(tracks: dict[str, Track]) -> None:
    """A kind without a page gets one to be filled in."""
    made = kind_page.renewed("", "quiz", tracks)
    assert made.startswith("# Quiz\n")
    assert kind_page.renewed(made, "quiz", tracks) == made

"""The quick way through a file says what the thorough one says, or nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cop_challenge.app.wiring import Places
from cop_challenge.lessons.plain_reading import plain
from cop_challenge.lessons.source import Refused, nodes

HERE = Path("x.yaml")
PIECES = st.sampled_from(
    [
        *("a: b\n", "- c\n", "  d: e\n", "  - f: g\n", "a: again\n", "? [x]\n", ": y\n", "<<: z\n"),
        *('h: "i\\n"\n', "j: “k”\n", 'l: m"\n', "n: &o p\n", "q: *o\n", "r: !s t\n", "---\n", "u: >\n  v\n"),
        *("w: 'x y'\n", "[1, {z: 2}]\n", "# only a note\n", "\n", "\t", "x: " + "y" * 201 + "\n"),
    ]
)


def thorough(text: str) -> object:
    """What stands in the file, or None if there is anything to say about it."""
    try:
        root, problems = nodes(text, HERE)
    except Refused:
        return None
    return None if problems else root.plain()


@given(st.lists(PIECES, max_size=8).map("".join))
def test_it_never_says_anything_else(text: str) -> None:
    said = plain(text)
    assert said is None or said == thorough(text)


def test_it_reads_all_built_in_lessons(places: Places) -> None:
    """None of them needs the slow way."""
    files = sorted((places.content / "lessons").rglob("*.yaml"))
    texts = [path.read_text(encoding="utf-8") for path in files]
    assert [path.name for path, text in zip(files, texts, strict=True) if plain(text) is None] == []


@pytest.mark.parametrize("depth", [11, 12, 13, 200])
def test_depth_is_bounded_alike(depth: int) -> None:
    text = "[" * depth + "x" + "]" * depth
    assert plain(text) == thorough(text)


@pytest.mark.parametrize("entries", [7998, 7999, 8000, 8001])
def test_entries_are_bounded_alike(entries: int) -> None:
    text = "".join("- x\n" for _ in range(entries))
    assert plain(text) == thorough(text)

"""What there is to translate."""

from __future__ import annotations

import importlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from cop_challenge.activities.registry import ACTIVITIES
from cop_challenge.activities.texts import texts
from cop_challenge.app.wiring import Places
from cop_challenge.core.text import Text
from cop_challenge.lessons.library import Library
from cop_challenge.lessons.pack import Inherited
from cop_challenge.translate.comments import comments
from cop_challenge.translate.content import Found, content
from cop_challenge.translate.interface import interface
from cop_challenge.translate.message import Part, shared_keys

from .conftest import message


def _inside(value: Any) -> Iterator[Text]:
    if isinstance(value, Text):
        yield value
    elif isinstance(value, Mapping):
        for each in value.values():
            yield from _inside(each)
    elif isinstance(value, tuple):
        for each in value:
            yield from _inside(each)


def test_every_word_of_the_interface_is_found(root: Path) -> None:
    """What the modules of words hold when they are loaded, with its plural."""
    modules = ["core.words", "day.wording", "printing.words"]
    modules += [
        f"activities.{kind}.words"
        for kind in ACTIVITIES
        if (root / f"cop_challenge/activities/{kind}/words.py").is_file()
    ]
    held = {
        (text.key, text.source, text.plural)
        for name in modules
        for value in vars(importlib.import_module(f"cop_challenge.{name}")).values()
        for text in _inside(value)
        if text.key
    }
    found = {(each.key, each.source, each.plural) for each in interface()}
    assert len(held) > 300
    assert held <= found


def test_no_two_texts_share_a_key(built_in: Found) -> None:
    assert [str(fault) for fault in shared_keys([*interface(), *built_in.messages])] == []


def test_a_shared_key_is_named() -> None:
    (fault,) = shared_keys([message("a.b", "One"), message("a.b", "Two"), message("a.c", "Three")])
    assert "“One” and “Two”" in fault.fact


def test_every_text_of_every_lesson_is_found(built_in: Found, library: Library) -> None:
    found = {(each.key, each.source) for each in built_in.messages}
    held = {
        (said.text.key, said.text.source) for lesson in library.lessons.values() for said in texts(lesson)
    }
    assert len(held) > 4000
    assert held <= found


def test_tracks_people_questions_and_messages_are_found(built_in: Found, library: Library) -> None:
    found = {(each.key, each.source) for each in built_in.messages}
    held = [text for track in library.tracks.values() for text in (track.name, track.ages)]
    held += [each.name for each in library.characters.values()]
    held += [each.text for messages in library.spot_messages.values() for each in messages]
    for measure in library.measures.values():
        for item in measure.items:
            held += [item.story, item.prompt, *(reply.text for reply in item.replies)]
    assert len(held) > 200
    assert {(text.key, text.source) for text in held} <= found


def test_a_translator_sees_where_it_stands_and_how_long_it_may_be(small: Path, places: Places) -> None:
    found = content(small, Inherited(places.assets)).messages
    prompt = next(each for each in found if each.key.endswith(".prompt"))
    assert prompt.part is Part.LESSONS
    assert prompt.where.startswith("Game “")
    assert "(quiz, 8-12) › rounds ›" in prompt.where
    assert "› prompt" in prompt.where
    assert prompt.limit == 25 or prompt.limit
    assert prompt.file == f"lessons/8-12/{prompt.key.partition('.')[0]}.yaml"


def test_what_authors_write_beside_a_text_goes_along(small: Path, places: Places) -> None:
    """Above its entry, above the text, and at the end of its line."""
    (path,) = (small / "lessons").rglob("*.yaml")
    lines = path.read_text("utf-8").splitlines()
    number = next(number for number, line in enumerate(lines) if line.strip().startswith("prompt:"))
    indent = lines[number][: len(lines[number]) - len(lines[number].lstrip())]
    lines[number] += "   # A pun: keep it funny."
    lines.insert(number, f"{indent}# Said with a smile.")
    path.write_text("\n".join(lines), "utf-8")
    found = content(small, Inherited(places.assets)).messages
    prompt = next(each for each in found if each.key.endswith(".prompt"))
    assert prompt.notes[-2:] == ("Said with a smile.", "A pun: keep it funny.")


def test_only_what_no_value_covers_is_a_comment() -> None:
    text = (
        "# Of the whole file.\n"
        "\n"
        "a: no # comment\n"
        'b: "a # in a sentence"   # and a comment\n'
        "c: >\n"
        "  # this is text\n"
        "  # and this\n"
        "# above d, line one\n"
        "# line two\n"
        "d: one\n"
        "  two  # after two lines\n"
        "e: tag#3\n"
        "list:   # of the list\n"
        "  - {id: x, text: Hello}   # of the entry\n"
    )
    assert {line: said for line, said in comments(text).items() if said} == {
        2: ("Of the whole file.",),
        3: ("comment",),
        4: ("and a comment",),
        10: ("above d, line one", "line two", "after two lines"),
        13: ("of the list",),
        14: ("of the entry",),
    }


def test_a_pack_has_only_its_own_texts(places: Places, small: Path, library: Library) -> None:
    """Tracks and people it inherits are translated where they come from."""
    for name in ("tracks.yaml", "characters.yaml"):
        (small / name).unlink()
    below = Inherited(places.assets, library.tracks, library.characters)
    found = content(small, below)
    assert not found.problems
    assert {each.part for each in found.messages} == {Part.LESSONS}

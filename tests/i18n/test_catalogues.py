"""The shipped catalogues: whole, in order, and honest about who has read them."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from cop_challenge.app.wiring import Places, today
from cop_challenge.i18n.catalogue import FILE, State, load, state
from cop_challenge.lessons.pack import Inherited
from cop_challenge.translate import po
from cop_challenge.translate.checks import check
from cop_challenge.translate.content import content
from cop_challenge.translate.interface import interface
from cop_challenge.translate.message import Message, Part

WHOLE = ("ar", "am", "fr")
"""Languages in which everything is translated."""
PART = ("es", "ru", "zh_Hans")
"""Languages of the interface, of what measures learning, and of this track: """
TRACK = "8-12"
FORMS = {"ar": 6, "am": 2, "ru": 3, "zh_Hans": 1}
"""Plural forms, of languages about which all tables agree."""


@pytest.fixture(scope="module")
def messages(places: Places) -> tuple[Message, ...]:
    found = content(places.content, Inherited(places.assets, today=today()))
    return (*interface(), *found.messages)


@cache
def catalogue(path: Path) -> po.Catalogue:
    return po.read(path)


def belongs(message: Message) -> bool:
    """It is among what every shipped language has."""
    return message.part is not Part.LESSONS or message.track == TRACK


@pytest.mark.parametrize("code", [*WHOLE, *PART])
def test_a_catalogue_is_in_order(places: Places, messages: tuple[Message, ...], code: str) -> None:
    """Placeholders, plural forms, lines: what `translate compile` says."""
    path = places.locales / code / FILE
    assert [str(fault) for fault in check(catalogue(path), path.name, messages)] == []


@pytest.mark.parametrize("code", [*WHOLE, *PART])
def test_what_a_language_promises_is_translated(
    places: Places, messages: tuple[Message, ...], code: str
) -> None:
    known = load(places.locales / code / FILE).texts
    wanted = messages if code in WHOLE else [message for message in messages if belongs(message)]
    assert [message.key for message in wanted if known.get(message.key, [""])[0] != message.source] == []


@pytest.mark.parametrize("code", [*WHOLE, *PART])
def test_nothing_is_left_in_english(places: Places, messages: tuple[Message, ...], code: str) -> None:
    """A sentence that says the same in both languages was forgotten; names and signs may."""
    known = load(places.locales / code / FILE).texts
    same = [
        message.source
        for message in messages
        if message.key in known and known[message.key][1][0] == message.source and message.words > 3
    ]
    assert same == []


@pytest.mark.parametrize(("code", "forms"), FORMS.items())
def test_plural_forms_are_the_languages_own(places: Places, code: str, forms: int) -> None:
    known = catalogue(places.locales / code / FILE)
    assert known.plural[0] == forms
    plurals = [each for each in known.translations if len(each.sources) == 2]
    assert plurals
    assert {len(each.forms) for each in plurals} == {forms}


@pytest.mark.parametrize("code", [*WHOLE, *PART])
def test_a_draft_says_so_and_comes_with_its_glossary(places: Places, code: str) -> None:
    assert state(places.locales / code / FILE) is State.DRAFT
    glossary = (places.locales / code / "GLOSSARY.md").read_text("utf-8")
    assert "awaiting a native reader" in glossary
    assert glossary.count("\n|") > 40

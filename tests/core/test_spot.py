"""Spot messages: ten a track, all five habits, taking turns where people walk past."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cop_challenge.core import words
from cop_challenge.core.options import VisitOptions
from cop_challenge.core.spot import SpotMessage, in_turn
from cop_challenge.core.tags import Habit
from cop_challenge.core.text import Text
from cop_challenge.core.visit import Visit
from cop_challenge.lessons.library import Library


def message(name: str) -> SpotMessage:
    return SpotMessage(name, Text(name), Habit.TELL)


@given(st.dictionaries(st.sampled_from("abc"), st.integers(0, 5)))
def test_everybodys_messages_take_turns(counts: dict[str, int]) -> None:
    """Each once, in its track's order, and no track's second before every other's first."""
    messages = {t: tuple(message(f"{t}{number}") for number in range(n)) for t, n in counts.items()}
    turns = [text.source for text in in_turn(messages, "abc")]
    assert sorted(turns) == sorted(m.id for track in messages.values() for m in track)
    assert [int(name[1:]) for name in turns] == sorted(int(name[1:]) for name in turns)


@pytest.mark.parametrize("track", ["5-7", "8-12", "13-17", "parents", "educators"])
def test_each_track_has_ten_and_every_habit(library: Library, track: str) -> None:
    found = library.spot_messages[track]
    assert len(found) >= 10
    assert {message.habit for message in found} == set(Habit)


def test_every_message_is_one_sentence_of_its_own(library: Library) -> None:
    found = [message.text for track in library.spot_messages.values() for message in track]
    assert len({text.source for text in found}) == len({text.key for text in found}) == len(found)
    assert [
        text.source for text in found if not re.fullmatch(r"[^.!?]+[.!?]|“[^”]+”[^.!?]+[.]", text.source)
    ] == []


def test_the_attract_screen_begins_with_the_slogan(options: VisitOptions) -> None:
    """It stands there before any content is read; nothing jumps when the messages come."""
    assert Visit(options, 1).view().messages[0] == words.SLOGAN
    assert Visit(replace(options, spot_messages={}), 1).view().messages == (words.SLOGAN,)


def test_only_tracks_that_can_be_played_speak(options: VisitOptions) -> None:
    cards = tuple(card for card in options.cards if card.track in ("8-12", "parents"))
    shown = set(Visit(replace(options, cards=cards), 1).view().messages)
    wanted = {m.text for track in ("8-12", "parents") for m in options.spot_messages[track]}
    assert shown == {words.SLOGAN, *wanted}


def test_a_station_of_one_track_speaks_to_it(options: VisitOptions) -> None:
    shown = Visit(replace(options, track="5-7"), 1).view().messages
    assert shown == (words.SLOGAN, *(message.text for message in options.spot_messages["5-7"]))

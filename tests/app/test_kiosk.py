"""A station children use alone: no way out but the PIN, and the pages of staff over a running visit."""

from __future__ import annotations

import time

import pygame
import pytest

from cop_challenge.app.backroom import PATIENCE_SECONDS
from cop_challenge.app.knock import HOLD_SECONDS
from cop_challenge.app.staff import Page
from cop_challenge.core.activity import legal
from cop_challenge.core.result import Fact, Outcome
from cop_challenge.core.screen import Screen

from .conftest import MakePlay, Play

PIN = "2468"


def post(play: Play, *events: pygame.event.Event) -> None:
    for event in events:
        pygame.event.post(event)
        play.loop.step()


def key(code: int, mod: int = 0) -> pygame.event.Event:
    return pygame.event.Event(pygame.KEYDOWN, key=code, mod=mod)


def pad(kind: int, button: int) -> pygame.event.Event:
    return pygame.event.Event(kind, button=button, instance_id=0)


CHORD = (
    pygame.CONTROLLER_BUTTON_LEFTSHOULDER,
    pygame.CONTROLLER_BUTTON_RIGHTSHOULDER,
    pygame.CONTROLLER_BUTTON_START,
)


def corner(kind: int, x: int = 635) -> pygame.event.Event:
    return pygame.event.Event(kind, pos=(x, 5), button=1, touch=True)


def in_lesson(play: Play) -> None:
    for option in ("begin", "lion"):
        play.pilot.touch(option)
    play.pilot.touch(legal(play.station.view.offers)[0].id)
    assert play.station.view.screen is Screen.LESSON


def page(play: Play) -> Page:
    return play.station._backroom.page


def type_pin(play: Play, pin: str) -> None:
    post(play, *(key(pygame.K_KP_0 if sign == "0" else pygame.K_KP_1 + int(sign) - 1) for sign in pin))
    post(play, key(pygame.K_RETURN))
    for _ in range(1000):
        play.loop.step()
        if not play.station._backroom._lock.busy:
            return
        time.sleep(0.001)


@pytest.mark.parametrize(
    "event",
    [
        pygame.event.Event(pygame.QUIT),
        key(pygame.K_F11),
        key(pygame.K_RETURN, pygame.KMOD_ALT),
        key(pygame.K_ESCAPE),
    ],
)
def test_nothing_closes_a_kiosk(make_play: MakePlay, event: pygame.event.Event) -> None:
    """The window's button, Alt+F4, F11, Alt+Enter and Escape lead to the PIN."""
    play = make_play(kiosk=True, pin=PIN)
    post(play, event)
    assert play.station.running
    assert not play.station.full_screen_wanted
    assert page(play) is Page.PAD
    post(play, event)
    assert play.station.running


def test_without_a_kiosk_the_window_closes(make_play: MakePlay) -> None:
    """And the page of staff asks for no PIN where the day has none."""
    play = make_play()
    post(play, key(pygame.K_ESCAPE))
    assert page(play) is Page.STATION
    post(play, pygame.event.Event(pygame.QUIT))
    assert not play.station.running


def test_the_pin_opens_and_closes_in_order(make_play: MakePlay) -> None:
    """By the keypad, then Close."""
    play = make_play(kiosk=True, pin=PIN)
    post(play, key(pygame.K_ESCAPE))
    type_pin(play, PIN)
    assert page(play) is Page.STATION
    play.pilot.touch("close")
    assert not play.station.running


@pytest.mark.parametrize("hand", ["touch", "key"])
def test_the_pin_can_be_typed_on_screen(make_play: MakePlay, hand: str) -> None:
    """With a finger, or with arrows alone as on a gamepad."""
    play = make_play(kiosk=True, pin=PIN)
    post(play, key(pygame.K_ESCAPE))
    for sign in PIN:
        getattr(play.pilot, hand)(f"digit-{sign}")
    getattr(play.pilot, hand)("open")
    for _ in range(1000):
        play.loop.step()
        if page(play) is Page.STATION:
            break
        time.sleep(0.001)
    assert page(play) is Page.STATION


def test_a_wrong_pin_waits_even_after_leaving(make_play: MakePlay) -> None:
    """Seconds are shown, no digit is, and going away and coming back changes nothing."""
    play = make_play(kiosk=True, pin=PIN)
    post(play, key(pygame.K_ESCAPE))
    for _ in range(3):
        type_pin(play, "1357")
        play.pass_time(5)
    type_pin(play, "1357")
    play.pilot.touch("stay")
    post(play, key(pygame.K_ESCAPE))
    assert page(play) is Page.PAD
    shown = " ".join(letters.words for letters in play.station.frame.lettering)
    assert "8 seconds" in shown
    type_pin(play, PIN)
    assert page(play) is Page.PAD
    play.pass_time(9)
    type_pin(play, PIN)
    assert page(play) is Page.STATION


def test_a_typed_pin_is_seen_as_dots_only_and_forgotten(make_play: MakePlay) -> None:
    """Backspace takes one back; whoever leaves leaves nothing there."""
    play = make_play(kiosk=True, pin=PIN)
    post(play, key(pygame.K_ESCAPE), key(pygame.K_2), key(pygame.K_4), key(pygame.K_BACKSPACE))
    assert play.station._staff_shown().typed == 1
    assert "\u2022" in [letters.words for letters in play.station.frame.lettering]
    play.pilot.touch("stay")
    post(play, key(pygame.K_ESCAPE))
    assert play.station._staff_shown().typed == 0


@pytest.mark.parametrize("way", ["escape", "corner", "chord", "close"])
def test_every_way_leads_there_from_a_lesson_and_back(make_play: MakePlay, way: str) -> None:
    """Held for three seconds; the lesson stands there as it was, and no fact is written twice."""
    play = make_play(track="8-12", kiosk=True, pin=PIN, idle_seconds=20)
    in_lesson(play)
    before, kept = play.station.view, list(play.kept.rows)
    if way == "escape":
        post(play, key(pygame.K_ESCAPE))
    elif way == "corner":
        post(play, corner(pygame.MOUSEBUTTONDOWN))
    elif way == "chord":
        post(play, *(pad(pygame.CONTROLLERBUTTONDOWN, button) for button in CHORD))
    else:
        post(play, pygame.event.Event(pygame.QUIT))
    play.pass_time(HOLD_SECONDS + 0.5)
    assert page(play) is Page.PAD
    if way == "corner":
        post(play, corner(pygame.MOUSEBUTTONUP))
    type_pin(play, PIN)
    assert page(play) is Page.STATION
    play.pass_time(60)  # longer than a child may be still: the visit's clocks stand
    play.pilot.touch("stay")
    if way == "escape":
        play.pilot.touch("return")  # it has paused the lesson on its way
    assert play.station.view == before
    assert play.kept.rows == kept


def test_a_short_press_in_the_corner_is_a_childs(make_play: MakePlay) -> None:
    """It pauses, as ever; a finger that slides away knocks no more."""
    play = make_play(track="8-12", kiosk=True, pin=PIN)
    in_lesson(play)
    post(play, corner(pygame.MOUSEBUTTONDOWN))
    post(play, corner(pygame.MOUSEMOTION, 300))
    play.pass_time(HOLD_SECONDS + 1)
    assert page(play) is Page.NONE


def test_staff_end_a_visit(make_play: MakePlay) -> None:
    """The lesson is left, the visit is over once, and the next one may begin."""
    play = make_play(track="8-12", kiosk=True)
    in_lesson(play)
    post(play, pygame.event.Event(pygame.QUIT))
    play.pilot.touch("end")
    assert play.station.view.screen is Screen.ATTRACT
    assert not play.station.covered
    ended = [row.result for row in play.kept.rows if row.result.fact is Fact.ENDED]
    assert [result.outcome for result in ended] == [Outcome.STOPPED]
    assert any(row.result.fact is Fact.LEFT for row in play.kept.rows)
    counts = play.station._desk.tally.counts("2026-11-23")
    assert (counts.begun, counts.finished) == (1, 0)


def test_staff_offer_one_track_only(make_play: MakePlay) -> None:
    """From the next visit on; going through all of them ends with all."""
    play = make_play()
    post(play, key(pygame.K_ESCAPE))
    play.pilot.touch("settings")
    play.pilot.touch("only-track")
    first = play.station._only[1]
    assert first
    play.pilot.touch("stay")
    play.pilot.touch("begin")
    assert play.station.view.screen is Screen.AVATAR
    assert play.station.view.track is not None
    assert play.station.view.track.id == first


def test_a_forgotten_page_goes_away(make_play: MakePlay) -> None:
    """A child may come next; the game stays open."""
    play = make_play(kiosk=True)
    post(play, key(pygame.K_ESCAPE), pygame.event.Event(pygame.KEYUP, key=pygame.K_ESCAPE, mod=0))
    assert page(play) is Page.STATION
    play.pass_time(PATIENCE_SECONDS[Page.STATION] + 1)
    assert page(play) is Page.NONE
    assert play.station.running

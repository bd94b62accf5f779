"""A station children use alone: no way out but the PIN, and the pages of staff over a running visit."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

import pygame
import pytest

from cop_challenge.app import staff
from cop_challenge.app.backroom import PATIENCE_SECONDS, Backroom, Desk
from cop_challenge.app.knock import HOLD_SECONDS
from cop_challenge.app.narrowing import ALL
from cop_challenge.app.play import make_station
from cop_challenge.app.staff import Facts, Page, Shown
from cop_challenge.app.sticks import Room
from cop_challenge.app.studio import Studio
from cop_challenge.app.wiring import Choices, Places
from cop_challenge.core import actions as do
from cop_challenge.core.activity import legal
from cop_challenge.core.comfort import USUAL
from cop_challenge.core.options import Language, VisitOptions
from cop_challenge.core.result import Fact, Outcome, Result
from cop_challenge.core.screen import Screen
from cop_challenge.core.text import Text
from cop_challenge.day.pin import hashed
from cop_challenge.store.copy import Copied, copy_results
from cop_challenge.store.database import Row, Store
from cop_challenge.store.tally import Counts
from cop_challenge.ui.frame import Situation
from cop_challenge.ui.geometry import Viewport
from cop_challenge.ui.look import Look
from cop_challenge.ui.sound import Silence
from cop_challenge.ui.voice.speaker import Mute

from .conftest import Kept, MakePlay, Play

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


@pytest.mark.parametrize(("x", "found"), [(5, Page.PAD), (635, Page.NONE)])
def test_where_lines_end_at_the_left_the_corner_is_there(make_play: MakePlay, x: int, found: Page) -> None:
    """On an Arabic page the upper left corner leads to the page for staff, and the right one does not."""
    arabic = Language("ar", Text("العربية"))
    play = make_play(languages=(arabic,), language="ar", track="8-12", kiosk=True, pin=PIN)
    play.pilot.touch("begin")
    assert play.station.frame.situation.right_to_left
    post(play, corner(pygame.MOUSEBUTTONDOWN, x))
    play.pass_time(HOLD_SECONDS + 0.5)
    assert page(play) is found


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
    first = play.station._only.track
    assert first
    play.pilot.touch("stay")
    play.pilot.touch("begin")
    assert play.station.view.screen is Screen.AVATAR
    assert play.station.view.track is not None
    assert play.station.view.track.id == first


def test_staff_copy_the_results_to_a_stick(tmp_path: Path) -> None:
    """The page finds the stick, copies beside the game, and says what came of it."""
    results, stick = tmp_path / "results.sqlite", tmp_path / "STICK"
    stick.mkdir()
    with Store(results) as store:
        store.append([Row("st", "a", 1, "2026-11-23T09", Result(Fact.BEGAN))])
    desk = Desk(
        room=lambda: Room(10**9, (stick,)), copy=lambda folder: copy_results(results, folder, "st-2026-11-23")
    )
    room, now = Backroom(desk), 0.0

    def shown() -> Shown:
        return room.shown(now, USUAL, Counts(), False, ())

    room.knock(now)
    for done in (lambda: shown().stick, lambda: shown().copied):
        for _ in range(2000):
            room.step(now)
            if done():
                break
            time.sleep(0.001)
        if not shown().copied:
            room.take(do.Choose("copy"), now)
    copied = shown().copied
    assert copied
    assert (copied.rows, Path(copied.file).name) == (1, "st-2026-11-23.sqlite")
    assert (stick / "st-2026-11-23.csv").is_file()


def test_a_forgotten_page_goes_away(make_play: MakePlay) -> None:
    """A child may come next; the game stays open."""
    play = make_play(kiosk=True)
    post(play, key(pygame.K_ESCAPE), pygame.event.Event(pygame.KEYUP, key=pygame.K_ESCAPE, mod=0))
    assert page(play) is Page.STATION
    play.pass_time(PATIENCE_SECONDS[Page.STATION] + 1)
    assert page(play) is Page.NONE
    assert play.station.running


def test_a_days_pin_and_lead_reach_the_page(places: Places, tmp_path: Path) -> None:
    """From the day file of a real station; a day without a PIN is named as a problem."""
    day = tmp_path / "day.yaml"
    lead = "lead: {role: The deputy head, where: room 4}"
    day.write_text(
        f"schema: 1\ntitle: A day\ndate: 2026-11-23\n{lead}\npin: {hashed(PIN)}\n", encoding="utf-8"
    )
    for named, problem in ((day, False), (None, True)):
        surface = pygame.display.set_mode((640, 360))
        choices = Choices(track="8-12", language="en", seed=5, day=named, kiosk=True)
        station, lessons = make_station(surface, choices, places, Kept())
        lessons.start()
        assert lessons._thread is not None
        lessons._thread.join()
        station.tick(0.1)
        facts = station._desk.facts()
        assert (staff.NO_PIN in facts.problems) is problem
        assert facts.lead == ("The deputy head, room 4" if named else "")
        station.handle(key(pygame.K_F11))
        assert station._backroom.page is (Page.PAD if named else Page.STATION)
        station.close()
        station.narrator.close()


STICKS = tuple(Path(f"/media/deputy-head/KINGSTON DATATRAVELER {number}") for number in (1, 2))


@pytest.mark.parametrize("size", [(1024, 600), (1920, 1080), (800, 1280)])
@pytest.mark.parametrize("page", [Page.PAD, Page.STATION, Page.SETTINGS])
def test_the_pages_of_staff_fit_in_the_largest_letters(
    studio: Studio, options: VisitOptions, page: Page, size: tuple[int, int]
) -> None:
    """With two sticks of long names, a copy that failed, and a lead to go to."""
    comfort = replace(USUAL, text=150)
    pygame.display.init()
    pygame.display.set_mode(size)
    studio.start_afresh(*size)
    shown = Shown(
        page,
        comfort,
        Facts(84, 5, ("English",) * 7, lead="The deputy head, in the room behind the library", day="A day"),
        room=Room(10**12, STICKS),
        stick=STICKS[0],
        copied=Copied(problem="E:: No space left on device"),
        visiting=True,
        only=ALL.offers(options),
        typed=12,
    )
    frame = studio.frame(Situation(Viewport(*size), still=True, look=Look.of(comfort)))
    staff.draw(frame, shown, Silence(), Mute())
    assert frame.problems == []

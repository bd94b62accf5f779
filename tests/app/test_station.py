from __future__ import annotations

from itertools import pairwise

import pygame
import pytest

from cop_challenge.app.pilot import play_visit
from cop_challenge.core.activity import Role, legal
from cop_challenge.core.chance import chance
from cop_challenge.core.result import Fact, Outcome
from cop_challenge.core.screen import Screen
from cop_challenge.sim.players import PLAYERS
from cop_challenge.ui.focus import Direction, way

from .conftest import MakePlay, Play


def to_passport(play: Play, hand: str) -> None:
    """Plays one visit with one device, first way on, until its lanterns lead to the passport."""
    take = getattr(play.pilot, hand)
    for _ in range(300):
        view = play.station.view
        if view.screen is Screen.PASSPORT:
            return
        ahead = [offer for offer in legal(view.offers) if offer.role in (Role.ANSWER, Role.ADVANCE)]
        if view.screen is Screen.MAP and len(view.lit) >= 2:
            ahead = [offer for offer in ahead if offer.id == "passport"]
        take(ahead[0].id)
    raise AssertionError(f"no passport; still at {play.station.view.place}")


@pytest.mark.parametrize("hand", ["key", "click", "touch"])
def test_one_device_alone_plays_to_the_passport(make_play: MakePlay, hand: str) -> None:
    """Keyboard alone, mouse alone, touch alone: each comes from hello to the stamps."""
    play = make_play()
    to_passport(play, hand)
    assert len(play.station.view.lit) >= 2
    facts = [row.result.fact for row in play.kept.rows]
    assert facts[0] is Fact.BEGAN
    assert facts[-1] is Fact.ENDED
    assert facts.count(Fact.FINISHED) >= 2


PAD = {
    Direction.LEFT: pygame.CONTROLLER_BUTTON_DPAD_LEFT,
    Direction.RIGHT: pygame.CONTROLLER_BUTTON_DPAD_RIGHT,
    Direction.UP: pygame.CONTROLLER_BUTTON_DPAD_UP,
    Direction.DOWN: pygame.CONTROLLER_BUTTON_DPAD_DOWN,
}


def test_a_gamepad_alone_plays_to_the_passport(make_play: MakePlay) -> None:
    """The d-pad reaches what the arrows reach, A takes it."""
    play = make_play()

    def push(button: int) -> None:
        pygame.event.post(pygame.event.Event(pygame.CONTROLLERBUTTONDOWN, button=button, instance_id=0))
        play.loop.step()

    for _ in range(300):
        view = play.station.view
        if view.screen is Screen.PASSPORT:
            break
        if view.screen is Screen.MAP and view.lit:
            push(pygame.CONTROLLER_BUTTON_DPAD_LEFT)  # shows the focus
            for direction in way(play.station.frame.targets, play.station.focus, "passport") or ():
                push(PAD[direction])
            assert play.station.focus == "passport"
        push(pygame.CONTROLLER_BUTTON_A)
    assert play.station.view.screen is Screen.PASSPORT


@pytest.mark.parametrize(
    ("player", "size"),
    [
        ("random", (480, 800)),
        *(
            pytest.param(player, size, marks=pytest.mark.slow)
            for size in ((1024, 600), (480, 800))
            for player in PLAYERS
            if (player, size) != ("random", (480, 800))
        ),
    ],
)
def test_simulated_players_come_through_the_window(
    make_play: MakePlay, player: str, size: tuple[int, int]
) -> None:
    """Real events, by option id, a device dealt for every move: nobody is stuck."""
    play = make_play(size, minutes=8)
    luck = chance(11, player, size[0])
    hands = [play.pilot.key, play.pilot.click, play.pilot.touch]
    assert play_visit(play.pilot, play.station, player, hands, luck) > 3


@pytest.mark.slow
@pytest.mark.parametrize("player", PLAYERS)
def test_simulated_players_come_through_the_window_many_times(make_play: MakePlay, player: str) -> None:
    """Twenty visits each."""
    play = make_play((1366, 768), minutes=10)
    luck = chance(12, player)
    for _ in range(20):
        play_visit(
            play.pilot, play.station, player, [play.pilot.key, play.pilot.click, play.pilot.touch], luck
        )


def test_facts_are_numbered_by_visit(make_play: MakePlay) -> None:
    """Rows carry a visit of 16 hex digits, count from one, and know only the hour."""
    play = make_play()
    to_passport(play, "touch")
    play.pilot.touch("done")
    to_passport(play, "touch")
    visits = {row.visit for row in play.kept.rows}
    assert len(visits) == 2
    for visit in visits:
        assert len(visit) == 16
        numbers = [row.number for row in play.kept.rows if row.visit == visit]
        assert numbers == list(range(1, len(numbers) + 1))
    assert {row.hour for row in play.kept.rows} == {"2026-11-23T14"}


def test_a_still_screen_is_not_drawn(make_play: MakePlay) -> None:
    """Nothing happens, nothing is painted."""
    play = make_play()
    play.pilot.touch("begin")
    play.loop.step()
    assert [play.loop.step() for _ in range(20)] == [False] * 20


def test_pressing_shows_at_once(make_play: MakePlay) -> None:
    """The next picture after a finger goes down is another one, before it goes up."""
    play = make_play()
    target = play.station.frame.targets[0]
    x, y = round((target.box.x + target.box.w / 2) / 3), round((target.box.y + target.box.h / 2) / 3)
    pygame.event.post(pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=(x, y), button=1, touch=True))
    assert play.loop.step()
    assert play.station.view.screen is Screen.ATTRACT


def test_what_a_press_leads_to_is_drawn(make_play: MakePlay) -> None:
    """A new screen on which nothing moves is still painted."""
    play = make_play()
    for key in (pygame.K_ESCAPE, pygame.K_RETURN):  # asks whether to close, and back
        pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=key, mod=0))
        assert play.loop.step()


def test_letting_go_elsewhere_takes_nothing(make_play: MakePlay) -> None:
    """A finger that slides off has changed its mind."""
    play = make_play()
    pygame.event.post(pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=(320, 320), button=1, touch=True))
    pygame.event.post(pygame.event.Event(pygame.MOUSEBUTTONUP, pos=(2, 2), button=1, touch=True))
    play.loop.step()
    assert play.station.view.screen is Screen.ATTRACT


def test_number_keys_take_answers(make_play: MakePlay) -> None:
    """Key 1 is card 1."""
    play = make_play(track="8-12")
    play.pilot.touch("begin")
    pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_1, mod=0))
    play.loop.step()
    assert play.station.view.avatar == "elephant"


def test_escape_pauses_a_lesson_and_asks_before_closing(make_play: MakePlay) -> None:
    """In a lesson it pauses, and again goes on; on the attract screen it opens the staff page."""
    play = make_play(track="8-12")
    escape = pygame.event.Event(pygame.KEYDOWN, key=pygame.K_ESCAPE, mod=0)
    play.pilot.touch("begin")
    play.pilot.touch("lion")
    play.pilot.touch(legal(play.station.view.offers)[0].id)
    pygame.event.post(escape)
    play.loop.step()
    assert play.station.view.screen is Screen.PAUSE
    pygame.event.post(escape)
    play.loop.step()
    assert play.station.view.screen is Screen.LESSON

    play = make_play()
    pygame.event.post(escape)
    play.loop.step()
    play.pilot.key("stay")
    assert play.station.running
    pygame.event.post(escape)
    play.loop.step()
    play.pilot.key("close")
    assert not play.station.running


def test_a_child_who_walks_away_leaves_a_fresh_station(make_play: MakePlay) -> None:
    """Idle time, a countdown that changes by the second, then the attract screen and a fact that says so."""
    play = make_play(idle_seconds=5, countdown_seconds=4)
    play.pilot.touch("begin")
    play.pilot.touch("8-12")
    play.pilot.touch("lion")
    play.pass_time(5.5)
    assert play.station.view.screen is Screen.STILL_HERE
    counts = []
    for _ in range(12):
        play.pass_time(0.5)
        if play.station.view.screen is not Screen.STILL_HERE:
            break
        counts.append(play.station.view.countdown)
    assert all(a >= b for a, b in pairwise(counts))
    assert play.station.view.screen is Screen.ATTRACT
    assert play.kept.rows[-1].result.outcome is Outcome.IDLE


def test_a_press_before_the_lessons_are_there_is_not_lost(
    make_play: MakePlay, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first touch comes through as soon as the lessons are loaded."""
    play = make_play()
    ready = play.station._ready
    play.station._options = None
    monkeypatch.setattr(play.station, "_ready", lambda: None)
    play.station._begin()
    play.loop.step()
    play.pilot.touch("begin")
    assert play.station.view.screen is Screen.ATTRACT
    monkeypatch.setattr(play.station, "_ready", ready)
    play.pass_time(0.5)
    assert play.station.view.screen is Screen.TRACK


def test_a_suspended_laptop_does_not_end_the_visit(make_play: MakePlay) -> None:
    """Hours between two looks at the clock count as a second."""
    play = make_play(idle_seconds=5)
    play.pilot.touch("begin")
    play.now += 7200
    play.loop.step()
    assert play.station.view.screen is Screen.TRACK


def test_the_window_may_change_its_size(make_play: MakePlay) -> None:
    """After a resize everything is drawn anew and nothing is lost."""
    play = make_play()
    play.pilot.touch("begin")
    surface = pygame.display.set_mode((480, 800))
    play.station.resize(surface)
    assert play.loop.step()
    assert play.station.view.screen is Screen.TRACK
    assert play.station.frame.portrait

from __future__ import annotations

import pygame

from cop_challenge.app.soundtrack import ambience_of, effect_of, music_of
from cop_challenge.core.activity import Role, legal
from cop_challenge.core.chance import chance
from cop_challenge.core.options import VisitOptions
from cop_challenge.core.screen import Screen
from cop_challenge.core.visit import Visit
from cop_challenge.sim.players import at_random, perfect

from .conftest import MakePlay


def test_a_visit_is_heard_from_hello_to_passport(options: VisitOptions) -> None:
    """A perfect visit has its good answers, its lights and one fanfare, and never a “try again”."""
    visit, luck, heard = Visit(options, 1), chance(1), []
    while not visit.view().over:
        before = visit.view()
        results = visit.act(perfect(visit, luck))
        heard.append(effect_of(before, visit.view(), results))
    assert heard.count("fanfare") == 1
    assert heard.count("light") >= 5
    assert heard.count("good") > 20
    assert "try-again" not in heard


def test_a_wrong_answer_sounds_kind(options: VisitOptions) -> None:
    """It has a sound of its own."""
    visit, luck, heard = Visit(options, 1), chance(2), set()
    for _ in range(300):
        if visit.view().over:
            break
        before = visit.view()
        heard.add(effect_of(before, visit.view(), visit.act(at_random(visit, luck))))
    assert "try-again" in heard


def test_waiting_is_calm(options: VisitOptions) -> None:
    """Music of the overlays, of the attract screen and of reading differ; the sea is heard at the bay."""
    visit = Visit(options, 1)
    assert (music_of(visit.view()), ambience_of(visit.view())) == ("attract", "waves")
    visit.act(next(o.action for o in legal(visit.view().offers) if o.role is Role.HELP))
    assert (visit.view().screen, music_of(visit.view())) == (Screen.GROWN_UP, "calm")


def test_crickets_are_heard_before_the_first_lantern(options: VisitOptions) -> None:
    """While track and friend are chosen it is night; on the map the sea takes over."""
    visit, heard = Visit(options, 1), {}
    for option in ("begin", "8-12", "lion"):
        visit.act(next(o.action for o in legal(visit.view().offers) if o.id == option))
        heard[visit.view().screen] = ambience_of(visit.view())
    assert heard == {Screen.TRACK: "crickets", Screen.AVATAR: "crickets", Screen.MAP: "waves"}


def test_keys_mute_and_change_the_volume(make_play: MakePlay) -> None:
    """M, plus and minus, on any screen; the volume stays between nothing and all."""
    play = make_play()

    def press(key: int) -> None:
        pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=key, mod=0))
        play.loop.step()

    press(pygame.K_m)
    assert play.station.sound.mute
    press(pygame.K_m)
    assert not play.station.sound.mute
    for _ in range(15):
        press(pygame.K_MINUS)
    assert play.station.sound.volume == 0
    press(pygame.K_PLUS)
    assert 0.05 < play.station.sound.volume < 0.15

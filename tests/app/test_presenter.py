"""What stands on the screen while things change: fades, calm, larger letters, the staff page."""

from __future__ import annotations

from dataclasses import replace

import pygame
import pytest

from cop_challenge.app.audit import contrast_problems
from cop_challenge.app.staff import left_out
from cop_challenge.app.studio import Studio
from cop_challenge.app.survey import every_view, screens, sheets
from cop_challenge.app.wiring import Places
from cop_challenge.core import actions as do
from cop_challenge.core.activity import Role, legal
from cop_challenge.core.chance import chance
from cop_challenge.core.comfort import USUAL, Comfort
from cop_challenge.core.options import Language, VisitOptions
from cop_challenge.core.screen import Screen, VisitView
from cop_challenge.core.text import Text
from cop_challenge.ui import theme
from cop_challenge.ui.frame import Situation
from cop_challenge.ui.geometry import Box, Viewport

from .conftest import MakePlay, Play
from .shares import some_moments


def key(play: Play, code: int) -> None:
    pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=code, mod=0, unicode=""))
    play.loop.step()


def test_the_screen_before_fades_away(make_play: MakePlay) -> None:
    """A press shows at once, and within a quarter of a second only the new screen is left."""
    play = make_play(lively=True)
    play.pilot.touch("begin")
    before = len(play.station.frame.items)
    assert play.station.moving
    for _ in range(12):
        play.now += 0.05
        play.loop.step()
    assert len(play.station.frame.items) < before


def test_calm_needs_no_movement(make_play: MakePlay) -> None:
    """With calm movement nothing changes its place: entrances are over at once, and after the fade all is still."""
    play = make_play(lively=True, comfort=Comfort(motion="calm"))
    play.pilot.touch("begin")
    places = [(item.x, item.y) for item in play.station.frame.items if hasattr(item, "surface")]
    play.now += 0.05
    play.loop.step()
    assert [(item.x, item.y) for item in play.station.frame.items if hasattr(item, "surface")] == places
    play.now += 0.3
    play.loop.step()
    assert not play.station.moving


def test_calm_can_be_switched_at_once(make_play: MakePlay) -> None:
    """The attract screen moves; one press on the tile in the pause, and back on it nothing does."""
    play = make_play(lively=True)
    assert play.station.moving
    play.pilot.touch("pause")
    play.pilot.touch("motion")
    play.pilot.touch("return")
    play.pass_time(1)
    assert play.station.view.comfort.motion == "calm"
    assert not play.station.frame.lively


def test_larger_letters_show_at_once(make_play: MakePlay) -> None:
    """Pressing the tile makes the letters on this very screen larger."""
    play = make_play(size=(1366, 768))
    play.pilot.touch("pause")
    before = {letters.words: letters.rect[3] for letters in play.station.frame.lettering}
    play.pilot.touch("text")
    after = {letters.words: letters.rect[3] for letters in play.station.frame.lettering}
    assert after["Movement"] > before["Movement"]


def test_settings_of_a_visit_end_with_it(make_play: MakePlay) -> None:
    """The next child starts with the station's own settings, but a hall stays as loud as it is."""
    play = make_play(idle_seconds=2, countdown_seconds=2)
    play.pilot.touch("begin")
    play.pilot.touch("pause")
    for name in ("text", "contrast", "sound"):
        play.pilot.touch(name)
    play.pilot.touch("return")
    play.pass_time(6)
    assert play.station.view.screen is Screen.ATTRACT
    assert play.station.view.comfort == replace(USUAL, sound="off")
    assert play.comforts[-1] == replace(USUAL, sound="off")


def test_staff_settings_are_the_stations(make_play: MakePlay) -> None:
    """What is set on the staff page is kept and is where the next visits start."""
    play = make_play(idle_seconds=2, countdown_seconds=2)
    key(play, pygame.K_ESCAPE)
    play.pilot.touch("settings")
    play.pilot.touch("text")
    play.pilot.touch("stay")
    assert play.comforts == [replace(USUAL, text=125)]
    play.pilot.touch("begin")
    play.pass_time(6)
    assert play.station.view.comfort.text == 125


def test_keys_change_the_volume_and_keep_it(make_play: MakePlay) -> None:
    """M mutes, minus and plus step; the station remembers."""
    play = make_play()
    key(play, pygame.K_m)
    key(play, pygame.K_MINUS)
    assert play.station.sound.mute
    assert play.station.sound.volume == pytest.approx(0.7)
    assert play.comforts[-1] == replace(USUAL, sound="off", volume=70)


@pytest.mark.parametrize("size", [(1024, 600), (1366, 768), (800, 1280), (1280, 1024)])
def test_the_staff_page_fits(make_play: MakePlay, size: tuple[int, int]) -> None:
    """With long complaints too; every control can be pressed, and what to do when a child tells is there."""
    play = make_play(
        size=size,
        problems=(left_out("content/lessons/8-12/some-lesson.yaml:14:5: CC007 " + "word " * 30),) * 9,
    )
    key(play, pygame.K_ESCAPE)
    frame = play.station.frame
    assert frame.problems == []
    assert {"stay", "close", "settings"} <= {target.id for target in frame.targets}
    shown = " ".join(letters.words for letters in frame.lettering)
    assert "safeguarding lead" in shown
    assert "10 things to look at" in shown  # the ninth, and nobody who reads aloud
    play.pilot.touch("settings")
    assert play.station.frame.problems == []
    assert {"stay", "back", "text", "contrast"} <= {target.id for target in play.station.frame.targets}


def test_a_rewound_story_runs_backwards(make_play: MakePlay) -> None:
    """A sign in the middle and the moment before moving away: it is seen that time goes back."""
    play = make_play(lively=True, track="8-12")
    play.pilot.touch("begin")
    play.pilot.touch("lion")
    luck = chance(4)
    for _ in range(400):
        offers = legal(play.station.view.offers)
        if play.station.view.screen is Screen.LESSON and any(o.id == "rewind" for o in offers):
            break
        ahead = [o for o in offers if o.role in (Role.ANSWER, Role.ADVANCE)]
        play.station.act(luck.choice(ahead).action)
        play.pass_time(0.5)
    play.pass_time(1)
    play.pilot.touch("rewind")
    play.now += 0.1
    play.loop.step()
    veils = [item for item in play.station.frame.items if item.rect.size == (640, 360) and item.rect.x > 0]
    assert veils


def test_the_attract_screen_takes_turns(make_play: MakePlay) -> None:
    """Spot messages and languages follow each other while nobody plays."""
    persian = Language("fa", Text("فارسی"))
    play = make_play(lively=True, languages=(Language("en", Text("English")), persian))
    seen, spoken = set(), set()
    for _ in range(90):
        play.now += 0.5
        play.loop.step()
        seen |= {letters.words for letters in play.station.frame.lettering}
        spoken.add(play.station.frame.situation.right_to_left)
    assert {message.source for message in play.station.view.messages[:6]} <= seen
    assert spoken == {False, True}


# ------------------------------------------------------------------ readable


def faint(places: Places, views: list[tuple[str, VisitView]], size: tuple[int, int]) -> list[str]:
    pygame.display.init()
    surface = pygame.display.set_mode(size)
    studio = Studio(places, patient=True)
    studio.start_afresh(*size)
    return [
        f"{name}: {problem}"
        for name, view in views
        for problem in contrast_problems(
            studio.compose(view, Situation(Viewport(*size), still=True)), surface
        )
    ]


@pytest.mark.parametrize(
    ("contrast", "moments"),
    [("normal", 10), *(pytest.param(name, 40, marks=pytest.mark.slow) for name in ("normal", "high"))],
)
def test_words_stand_out_in_every_picture(
    places: Places, measured: VisitOptions, contrast: str, moments: int
) -> None:
    """4.5 to 1 against what really lies behind them: all screens, and a dealt share of all moments."""
    views = list(screens(measured))
    luck = chance(6, contrast)
    views += [*some_moments(measured, luck, moments), *luck.sample(list(sheets(measured)), 6)]
    views = [(name, replace(view, comfort=Comfort(contrast=contrast))) for name, view in views]
    assert faint(places, views, (1366, 768)) == []


def test_faint_words_are_found(studio: Studio) -> None:
    """The measurement can fail: grey on paper, and cream straight on a bright sky."""
    pygame.display.init()
    surface = pygame.display.set_mode((640, 360))
    studio.start_afresh(640, 360)
    frame = studio.frame(Situation(Viewport(640, 360)))
    frame.slab("panel-paper", Box(100, 100, 900, 300))
    frame.text("Can you read this", Box(150, 150, 800, 200), theme.STORY.with_(colour=(200, 190, 170)))
    frame.text("And this one here", Box(150, 150, 800, 200), theme.STORY)
    (problem,) = contrast_problems(frame, surface)
    assert "Can you read this" in problem


@pytest.mark.parametrize("text", [pytest.param(125, marks=pytest.mark.slow), 150])
@pytest.mark.parametrize(
    "size",
    [
        (1024, 600),
        (800, 1280),
        *(pytest.param(size, marks=pytest.mark.slow) for size in ((1366, 768), (1280, 1024))),
    ],
)
def test_larger_letters_fit(studio: Studio, measured: VisitOptions, size: tuple[int, int], text: int) -> None:
    """No overflow, no overlap: all screens, and a dealt share of all moments of all lessons."""
    pygame.display.init()
    pygame.display.set_mode(size)
    studio.start_afresh(*size)
    luck = chance(8, *size, text)
    views = [
        *screens(measured),
        *luck.sample(list(sheets(measured)), 10),
        *some_moments(measured, luck, 25),
    ]
    found = [
        f"{name}: {problem}"
        for name, view in views
        for problem in studio.compose(
            replace(view, comfort=Comfort(text=text)), Situation(Viewport(*size), still=True)
        ).problems
    ]
    assert found == []


@pytest.mark.slow
@pytest.mark.parametrize("text", [100, 125, 150])
@pytest.mark.parametrize(
    "size", [(1024, 600), (1366, 768), (1280, 1024), (1920, 1080), (3840, 2160), (800, 1280)]
)
def test_every_picture_at_every_size_of_window_and_letters(
    studio: Studio, measured: VisitOptions, size: tuple[int, int], text: int
) -> None:
    """All of them."""
    pygame.display.init()
    pygame.display.set_mode(size)
    studio.start_afresh(*size)
    found = [
        f"{name}: {problem}"
        for name, view in every_view(measured)
        for problem in studio.compose(
            replace(view, comfort=Comfort(text=text)), Situation(Viewport(*size), still=True)
        ).problems
    ]
    assert found == []


def test_adjusting_is_no_move_of_the_game(make_play: MakePlay) -> None:
    """A setting leaves no fact behind."""
    play = make_play()
    play.station.act(do.Adjust("text", "150"))
    assert play.kept.rows == []

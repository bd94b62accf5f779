from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import replace

import pygame
import pytest

from cop_challenge.app.studio import Studio
from cop_challenge.app.survey import lessons, sheets
from cop_challenge.core.comfort import Comfort
from cop_challenge.core.options import Language, VisitOptions
from cop_challenge.core.screen import Screen, VisitView
from cop_challenge.core.speech import named, spoken
from cop_challenge.core.text import Text
from cop_challenge.i18n.translator import Translator
from cop_challenge.ui.frame import Situation
from cop_challenge.ui.geometry import Viewport
from cop_challenge.ui.voice.speaker import Phrase

from .conftest import MakePlay, Play


class Tape:
    """A speaker that reads one phrase each time it is told to go on."""

    reason = name = problem = ""

    def __init__(self) -> None:
        self.ahead: list[Phrase] = []
        self.said: list[str] = []

        self.unvoiced: Set[str] = frozenset()

    def ask(self, languages: Iterable[str]) -> None:
        """What it can't read is set by tests."""

    @property
    def at(self) -> str:
        return self.ahead[0].offer if self.ahead else ""

    @property
    def busy(self) -> bool:
        return bool(self.ahead)

    def read(self, phrases: Sequence[Phrase]) -> None:
        self.ahead = list(phrases)

    def step(self, now: float) -> None:
        """Nothing goes on by itself."""

    def next(self) -> None:
        """The phrase at hand has been said."""
        self.said.append(self.ahead.pop(0).words)

    def close(self) -> None:
        self.ahead = []


@pytest.fixture
def tape() -> Tape:
    return Tape()


def begun(make_play: MakePlay, tape: Tape, track: str, **comfort: str) -> Play:
    """A station that can read, in the first lesson of a track."""
    play = make_play(track=track, comfort=Comfort(**comfort))  # type: ignore[arg-type]
    play.station.give_voice(tape)
    play.loop.step()
    for option in ("begin", "lion"):
        play.pilot.touch(option)
    play.pilot.touch(play.station.view.offers[0].id)
    assert play.station.view.screen is Screen.LESSON
    return play


def all_said(play: Play) -> list[str]:
    return [said.text.source for said in spoken(play.station.view) if not said.text.values]


def test_little_ones_hear_the_screen_without_asking(make_play: MakePlay, tape: Tape) -> None:
    play = begun(make_play, tape, "5-7")
    assert set(all_said(play)) <= {phrase.words for phrase in tape.ahead}


def test_elsewhere_one_press_reads_the_screen_and_another_stops_it(make_play: MakePlay, tape: Tape) -> None:
    play = begun(make_play, tape, "8-12")
    assert not tape.busy
    play.pilot.touch("listen")
    assert set(all_said(play)) <= {phrase.words for phrase in tape.ahead}
    play.pilot.touch("listen")
    assert not tape.busy


def test_whatever_is_done_interrupts(make_play: MakePlay, tape: Tape) -> None:
    play = begun(make_play, tape, "8-12")
    play.pilot.touch("listen")
    before = list(tape.ahead)
    play.pilot.touch("pause")
    assert not set(before) & set(tape.ahead)


def test_the_focus_ring_goes_along_and_comes_back(make_play: MakePlay, tape: Tape) -> None:
    play = begun(make_play, tape, "8-12")
    play.pilot.touch("listen")
    play.loop.step()
    before = play.station.focus, play.station.focus_seen
    shown = []
    while tape.busy:
        play.loop.step()
        if tape.at:
            assert (play.station.focus, play.station.focus_seen) == (tape.at, True)
            shown.append(tape.at)
        tape.next()
    play.loop.step()
    assert shown
    assert (play.station.focus, play.station.focus_seen) == before


def test_a_focus_that_is_moved_is_named_and_stays(make_play: MakePlay, tape: Tape) -> None:
    play = begun(make_play, tape, "8-12", speech="on")
    play.pilot._press(pygame.K_RIGHT)  # the right arrow, twice: the first shows where the focus is
    play.pilot._press(pygame.K_RIGHT)
    here = play.station.focus
    assert {phrase.offer for phrase in tape.ahead} == {here}
    play.loop.step()
    while tape.busy:
        tape.next()
    play.loop.step()
    assert (play.station.focus, play.station.focus_seen) == (here, True)


def test_arrows_are_not_pulled_back_by_what_is_being_read(make_play: MakePlay, tape: Tape) -> None:
    """Where nothing is named: reading goes on, and the ring stays with whoever has moved it."""
    play = begun(make_play, tape, "8-12")
    play.pilot.touch("listen")
    while not tape.at:
        tape.next()
    play.loop.step()
    for _ in range(2):
        play.pilot._press(pygame.K_DOWN)
    moved = play.station.focus
    assert moved != tape.at
    while tape.busy:
        play.loop.step()
        assert play.station.focus == moved
        tape.next()


def test_an_empty_page_of_staff_says_nothing(make_play: MakePlay, tape: Tape) -> None:
    play = make_play(track="5-7")
    play.station.give_voice(tape)
    play.loop.step()
    play.pilot.touch("listen")
    assert tape.busy
    play.pilot._press(pygame.K_ESCAPE)
    assert not tape.busy


def test_a_voice_that_has_failed_is_not_offered(make_play: MakePlay, tape: Tape) -> None:
    tape.reason = "no voice"
    play = make_play(track="5-7")
    play.station.give_voice(tape)
    play.loop.step()
    assert "listen" not in {target.id for target in play.station.frame.targets}


class Listening(Translator):
    """Remembers the texts it was asked for."""

    asked: set[str]

    def __call__(self, text: Text) -> str:
        self.asked |= keys(text)
        return super().__call__(text)


def keys(text: Text) -> set[str]:
    """Of the text, and of all texts in it."""
    inner = [keys(value) for _, value in text.values if isinstance(value, Text)]
    return {text.key}.union(*inner)


def unread(studio: Studio, view: VisitView) -> set[str]:
    """Words of the lesson that are drawn and not read."""
    ears = studio.translator
    assert isinstance(ears, Listening)
    ears.asked = set()
    studio.compose(view, Situation(Viewport(640, 360), still=True))
    drawn = {key for key in ears.asked if key and not key.startswith("ui.")}
    said = [*spoken(view), *(one for offer in view.offers for one in named(view, offer))]
    activity = view.activity
    assert activity is not None
    # Whose face it is stands beside what they say; that is read.
    faces = {one.name.key for one in (activity.speaker, activity.hero) if one}
    return drawn.difference(faces, *(keys(one.text) for one in said))


def views(options: VisitOptions) -> Iterator[tuple[str, VisitView]]:
    yield from lessons(options)
    yield from sheets(options)


def silent(studio: Studio, options: VisitOptions) -> list[str]:
    """Every moment of every lesson with words that nobody reads."""
    listening = Listening(studio.translator._folders[0])
    listening.asked = set()
    studio.translator, before = listening, studio.translator
    try:
        return [f"{name}: {words}" for name, view in views(options) if (words := unread(studio, view))]
    finally:
        studio.translator = before


def test_all_words_of_lessons_are_read(studio: Studio, measured: VisitOptions) -> None:
    """One lesson of each kind here, all of them in the slow set."""
    few = {card.kind: card for card in measured.cards}
    assert silent(studio, replace(measured, cards=tuple(few.values()))) == []


@pytest.mark.slow
def test_all_words_of_all_lessons_are_read(studio: Studio, measured: VisitOptions) -> None:
    assert silent(studio, measured) == []


def test_a_language_is_named_in_itself_as_one_comes_to_it(make_play: MakePlay, tape: Tape) -> None:
    """Before anybody has said that they can't read."""
    play = make_play(languages=(Language("en", Text("English")), Language("ar", Text("العربية"))))
    play.station.give_voice(tape)
    play.loop.step()
    play.pilot.touch("begin")
    for _ in range(2):
        pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_DOWN, mod=0, unicode=""))
        play.loop.step()
    assert [(phrase.words, phrase.language) for phrase in tape.ahead] == [("العربية", "ar")]


def test_words_are_read_as_fast_as_the_settings_say(make_play: MakePlay, tape: Tape) -> None:
    begun(make_play, tape, "5-7", speed="slow")
    assert {phrase.speed for phrase in tape.ahead} == {"slow"}


def test_little_ones_wait_for_a_voice_or_a_grown_up(make_play: MakePlay, tape: Tape) -> None:
    """What the voice can't read is known a moment after it was asked; the screen that invites follows."""
    for reader, enabled in (("voice", False), ("grown-up", True)):
        play = make_play(comfort=Comfort(reader=reader))
        play.station.give_voice(tape)
        tape.unvoiced = {"en"}
        play.loop.step()
        play.now += 0.1
        play.loop.step()
        play.pilot.touch("begin")
        offers = {offer.id: offer.enabled for offer in play.station.view.offers}
        assert offers["5-7"] is enabled
        tape.unvoiced = frozenset()

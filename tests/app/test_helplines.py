"""Cards of services and spot messages as they are drawn: they fit, and all their words are read."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pygame
import pytest

from cop_challenge.app import staff
from cop_challenge.app.scenes.attract import TURN_SECONDS
from cop_challenge.app.studio import Studio
from cop_challenge.app.survey import helplines, screens
from cop_challenge.core import words
from cop_challenge.core.comfort import Comfort
from cop_challenge.core.options import VisitOptions
from cop_challenge.core.screen import VisitView
from cop_challenge.core.speech import named, spoken
from cop_challenge.core.visit import Visit
from cop_challenge.ui.frame import Frame, Situation
from cop_challenge.ui.geometry import Viewport
from cop_challenge.ui.look import Look
from cop_challenge.ui.sound import Silence
from cop_challenge.ui.voice.speaker import Mute

SIZES = [(1024, 600), (1366, 768), (800, 1280)]
sizes = pytest.mark.parametrize("size", SIZES)
scales = pytest.mark.parametrize("text", [100, 150])


@pytest.fixture(scope="module")
def helped(options: VisitOptions) -> list[tuple[str, VisitView]]:
    """Every screen with somebody to call on it."""
    return [(name, view) for name, view in screens(options) if view.helplines]


def prepared(studio: Studio, size: tuple[int, int]) -> Viewport:
    pygame.display.init()
    pygame.display.set_mode(size)
    studio.start_afresh(*size)
    return Viewport(*size)


def shown(frame: Frame) -> str:
    return " ".join(letters.words for letters in frame.lettering)


def test_the_calm_screen_and_the_passport_are_looked_at(helped: list[tuple[str, VisitView]]) -> None:
    assert {(str(view.screen), len(view.helplines)) for _, view in helped} == {
        ("grown-up", 1),
        ("passport", 1),
        ("passport", 3),
    }


@pytest.mark.parametrize("right_to_left", [False, True])
@sizes
@scales
def test_cards_fit(
    studio: Studio, helped: list[tuple[str, VisitView]], size: tuple[int, int], text: int, right_to_left: bool
) -> None:
    port = prepared(studio, size)
    for name, view in helped:
        view = replace(view, comfort=Comfort(text=text))
        frame = studio.compose(view, Situation(port, right_to_left, still=True))
        assert frame.problems == [], name
        for line in view.helplines:
            assert line.number in shown(frame)
            assert line.name.source in shown(frame)


def test_all_words_of_a_card_are_read(studio: Studio, helped: list[tuple[str, VisitView]]) -> None:
    """Numbers digit by digit; what stands in one line on paper may be two sentences."""
    port = prepared(studio, (640, 360))
    for name, view in helped:
        frame = studio.compose(view, Situation(port, still=True))
        told = [*spoken(view), *(one for offer in view.offers for one in named(view, offer))]
        said = " ".join(studio.translator(utterance.text) for utterance in told)
        assert view.track
        said += view.track.name.source + " ".join(line.number for line in view.helplines)
        for letters in frame.lettering:
            for part in letters.words.replace("\u200e", "").split("\u00a0· "):
                assert part in said, f"{name}: {part}"


def test_a_number_is_never_turned_round(studio: Studio, helped: list[tuple[str, VisitView]]) -> None:
    """On a right-to-left page, too, its groups of digits stand in the order they are dialled."""
    port = prepared(studio, (640, 360))
    view = next(view for _, view in helped)
    turned = replace(view, helplines=(replace(view.helplines[0], number="+00 11 22"),))
    frame = studio.compose(turned, Situation(port, True, still=True))
    (number,) = (letters.words for letters in frame.lettering if "11" in letters.words)
    from cop_challenge.ui.bidi import base_level, levels

    base = base_level(number, 1)
    assert set(levels(number, base)) == {0}


@sizes
@scales
def test_every_spot_message_fits(
    studio: Studio, options: VisitOptions, size: tuple[int, int], text: int
) -> None:
    port = prepared(studio, size)
    view = replace(Visit(options, 1).view(), comfort=Comfort(text=text))
    assert len(view.messages) > 50
    for number, message in enumerate(view.messages):
        situation = Situation(port, still=True, now=number * TURN_SECONDS + 1)
        frame = studio.compose(view, situation)
        assert frame.problems == [], message.key
        assert message.source in shown(frame)


@pytest.mark.parametrize(
    ("state", "said"),
    [
        (words.STAFF_HELP_NONE, "none"),
        (words.STAFF_HELP_GOOD.fill(day=date(2026, 6, 1)), "1 June 2026"),
        (words.STAFF_HELP_OLD.fill(day=date(2026, 6, 1)), "too old since 1 June 2026"),
        (words.STAFF_HELP_SOME.fill(day=date(2026, 6, 1), good=1, total=3), "1 of 3"),
    ],
)
@pytest.mark.parametrize("size", [*SIZES, (1280, 1024)])
def test_staff_see_how_sure_the_helplines_are(
    studio: Studio, state: words.Text, said: str, size: tuple[int, int]
) -> None:
    port = prepared(studio, size)
    for text in (100, 150):
        frame = studio.frame(Situation(port, still=True, look=Look.of(Comfort(text=text))))
        facts = staff.Facts(84, 5, ("English",), 9, helplines=state)
        staff.draw(frame, staff.Shown(facts=facts), Silence(), Mute())
        assert frame.problems == []
        assert said in shown(frame)


def test_a_day_is_written_as_the_language_writes_it(studio: Studio) -> None:
    text = words.STAFF_HELP_GOOD.fill(day=date(2026, 6, 1))
    written = {}
    for language in ("en", "fr", "ar", "nowhere"):
        studio.translator.language = language
        written[language] = studio.translator(text)
    studio.translator.language = "en"
    assert "1 June 2026" in written["en"]
    assert "1 juin 2026" in written["fr"]
    assert "يونيو" in written["ar"]
    assert "2026-06-01" in written["nowhere"]


def test_made_up_services_are_of_no_country() -> None:
    assert {line.country for line in helplines(("8-12",))} == {"ZZ"}

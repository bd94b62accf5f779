"""The pseudo-language on screen: what has no brackets escaped translation."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pygame
import pytest

from cop_challenge.app import staff
from cop_challenge.app.studio import Studio
from cop_challenge.app.survey import helplines, screens, sheets
from cop_challenge.app.wiring import Places
from cop_challenge.core import words
from cop_challenge.core.chance import chance
from cop_challenge.core.options import VisitOptions
from cop_challenge.core.screen import PICKERS
from cop_challenge.i18n.locale import PSEUDO_LANGUAGE
from cop_challenge.lessons.pack import Inherited
from cop_challenge.translate import po, pseudo
from cop_challenge.translate.content import content
from cop_challenge.translate.interface import interface
from cop_challenge.ui.frame import Frame, Situation
from cop_challenge.ui.geometry import Viewport
from cop_challenge.ui.sound import Silence
from cop_challenge.ui.voice.speaker import Mute

from .shares import some_moments

SIZE = (640, 360)
SHARE = 14
"""Moments of lessons, and of sheets; all of them take minutes."""
MADE_UP = {
    said
    for line in helplines(("8-12",))
    for said in (line.name.source, line.hours.source, line.cost.source, line.speaks.source, line.address)
}
"""What the pictures' made-up services say: no catalogue has them."""


@pytest.fixture(scope="module")
def studio(places: Places, tmp_path_factory: pytest.TempPathFactory) -> Studio:
    """One that speaks the pseudo-language."""
    locales = tmp_path_factory.mktemp("locales")
    messages = (*interface(), *content(places.content, Inherited(places.assets)).messages)
    path = locales / PSEUDO_LANGUAGE / "messages.po"
    po.write(path, pseudo.catalogue(messages), messages, date(2026, 11, 24))
    made = Studio(replace(places, locales=locales, cache=Path(locales / "cache")))
    made.translator.language = PSEUDO_LANGUAGE
    pygame.display.init()
    pygame.display.set_mode(SIZE)
    made.start_afresh(*SIZE)
    return made


def escaped(frame: Frame) -> list[str]:
    """Words on the picture that are no translation: numbers, and nothing else, may be."""
    plain = (letters.words.strip("\u200e") for letters in frame.lettering if "[" not in letters.words)
    return [words for words in plain if not re.fullmatch(r"[\d\W]*", words) and words not in MADE_UP]


def test_nothing_on_any_screen_escapes_translation(studio: Studio, measured: VisitOptions) -> None:
    """Screens, questions and a share of all lessons; languages are named in themselves."""
    luck = chance(11)
    views = [*screens(measured)]
    views += luck.sample(list(sheets(measured)), SHARE) + some_moments(measured, luck, SHARE)
    situation = Situation(Viewport(*SIZE), still=True)
    found = {
        name: words
        for name, view in views
        if view.screen not in PICKERS
        and (words := escaped(studio.compose(replace(view, language=PSEUDO_LANGUAGE), situation)))
    }
    assert found == {}


@pytest.mark.parametrize("page", [staff.Page.PAD, staff.Page.STATION, staff.Page.SETTINGS])
def test_the_pages_of_staff_are_translated_too(studio: Studio, page: staff.Page) -> None:
    """Nothing on them is English by chance."""
    frame = studio.frame(Situation(Viewport(*SIZE), still=True))
    problems = (staff.because(words.STAFF_NOT_KEPT, "disk full"), words.UNMEASURED_PAIRS, staff.NO_PIN)
    facts = staff.Facts(12, 5, (), problems=problems)
    staff.draw(frame, staff.Shown(page, facts=facts, typed=1), Silence(), Mute())
    assert escaped(frame) == []

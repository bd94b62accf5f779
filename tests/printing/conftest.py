"""A press, and what came out of it as text."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from pypdf import PdfReader

from cop_challenge.activities.deal.document import Document, document
from cop_challenge.activities.deal.schema import Model
from cop_challenge.app.wiring import Places
from cop_challenge.core.options import VisitOptions
from cop_challenge.core.result import Result
from cop_challenge.i18n.translator import Translator
from cop_challenge.lessons.library import Library
from cop_challenge.printing.press import Press
from cop_challenge.printing.sheet import Setting, Sheet
from cop_challenge.sim.runner import play_visit

DAY = date(2026, 11, 24)
PLAN, CARD = "a-plan-on-one-page", "the-tablet-sleeps-in-the-kitchen"


def plain(text: str) -> str:
    """Words with single spaces, wherever lines were broken."""
    return re.sub(r"\s+", " ", text)


@pytest.fixture(scope="session")
def press(places: Places, library: Library) -> Press:
    return Press(places.assets / "fonts", library.find_picture, Translator(places.locales))


@pytest.fixture(scope="session")
def printed(press: Press) -> Callable[..., list[str]]:
    """The words of each page."""

    def read(sheet: Sheet, setting: Setting | None = None, by: Press = press) -> list[str]:
        reader = PdfReader(io.BytesIO(by.pdf(sheet, setting or Setting(DAY))))
        return [plain(page.extract_text()) for page in reader.pages]

    return read


def lesson_of(library: Library, name: str) -> Model:
    found = library.lessons[name]
    assert isinstance(found, Model)
    return found


@pytest.fixture
def plan(library: Library) -> Model:
    return lesson_of(library, PLAN)


@pytest.fixture
def card(library: Library) -> Model:
    return lesson_of(library, CARD)


def full(lesson: Model) -> Document:
    """As a careful player leaves it: the longest words everywhere, each period once."""
    chosen: dict[str, str] = {}
    for number, line in enumerate(lesson.lines):
        fitting = [choice for choice in line.choices if choice.fits]
        chosen[line.id] = max(fitting, key=lambda choice: len(choice.writes.source)).id
        chosen[f"{line.id}.stands"] = ("not-yet", "begun", "done")[number % 3]
        chosen[f"{line.id}.when"] = ("this-week", "this-month", "this-term")[number % 3]
        if lesson.roles:
            chosen[f"{line.id}.who"] = max(lesson.roles, key=lambda role: len(role.name.source)).id
    return document(lesson, chosen, ("parent", "child") if lesson.paired else ("school",))


@pytest.fixture(scope="session")
def visit_of(options: VisitOptions) -> Callable[[str], tuple[Result, ...]]:
    """The results of a real visit in which that lesson was played to its end."""

    def play(name: str) -> tuple[Result, ...]:
        (only,) = (one for one in options.cards if one.id == name)
        alone = replace(options, cards=(only,), track=only.track, minutes=None)
        played = play_visit(alone, "perfect", 1)
        assert not played.stuck
        return played.results

    return play

"""Every document in every language there is: all on its pages, and no letter missing."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Mapping
from itertools import cycle, product

import pytest
from pypdf import PdfReader

from cop_challenge.activities.deal.schema import Model
from cop_challenge.app.wiring import Places, places
from cop_challenge.core.harbour import Harbour
from cop_challenge.core.tags import Habit
from cop_challenge.core.text import Text
from cop_challenge.i18n.locale import available
from cop_challenge.i18n.translator import Translator
from cop_challenge.lessons.library import Library
from cop_challenge.printing import certificate, deals, follow_up, harbour, passport, plan, posters
from cop_challenge.printing.kept import Finished
from cop_challenge.printing.press import Press
from cop_challenge.printing.sheet import INKS, PAPERS, Ink, Paper, Setting, Sheet

from .conftest import CARD, DAY, PLAN, full, lesson_of

Make = Callable[[Library], tuple[Sheet, int]]
"""A document, and how many pages it has."""


def _certificates(library: Library) -> tuple[Sheet, int]:
    return certificate.certificates(list(library.tracks.values())), len(library.tracks)


def _passports(library: Library) -> tuple[Sheet, int]:
    made = [passport.Passport(track, frozenset({Habit.TELL})) for track in library.tracks.values()]
    return passport.passports(made, "lion"), len(made)


def _posters(library: Library) -> tuple[Sheet, int]:
    messages = library.spot_messages
    pages = len(Habit) + sum(len(own) for own in messages.values())
    return posters.posters(list(library.tracks.values()), messages), pages


def _plans(library: Library) -> tuple[Sheet, int]:
    return plan.plans(list(library.tracks.values()), library.lessons.values()), 3 * len(library.tracks)


def _follow_ups(library: Library) -> tuple[Sheet, int]:
    measured = [(library.tracks[name], measure) for name, measure in library.measures.items()]
    return follow_up.follow_up(measured), 2 * len(measured)


def _harbour(library: Library) -> tuple[Sheet, int]:
    lit = dict(zip(Habit, (864, 741, None, 660, 0), strict=True))
    return harbour.poster(Harbour(lit), DAY, "A day with a rather long title at the schools of the bay"), 1


def _made(lesson: Model) -> tuple[Sheet, int]:
    return deals.finished([Finished(lesson, full(lesson))], DAY), 1


def _blank(lesson: Model, library: Library, pages: int) -> tuple[Sheet, int]:
    return deals.blank(lesson, DAY, library.characters), pages


DOCUMENTS: Mapping[str, Make] = {
    "certificate": _certificates,
    "passport": _passports,
    "posters": _posters,
    "lesson-plan": _plans,
    "follow-up": _follow_ups,
    "harbour": _harbour,
    "programme": lambda library: _made(lesson_of(library, PLAN)),
    "programme-blank": lambda library: _blank(lesson_of(library, PLAN), library, 3),
    "deal-card": lambda library: _made(lesson_of(library, CARD)),
    "deal-card-blank": lambda library: _blank(lesson_of(library, CARD), library, 2),
}
SETTINGS = tuple(product(PAPERS, INKS))
LANGUAGES = available(places().locales)


def sealed(pdf: bytes) -> bool:
    """PDF/UA refuses what no font can show; without its seal a letter, or a heading, was missing."""
    reader = PdfReader(io.BytesIO(pdf))
    return "pdfuaid:part" in reader.trailer["/Root"]["/Metadata"].get_object().get_data().decode()


def holds(places: Places, library: Library, name: str, code: str, paper: Paper, ink: Ink) -> None:
    sheet, pages = DOCUMENTS[name](library)
    press = Press(places.assets / "fonts", library.find_picture, Translator(places.locales, code))
    pdf = press.pdf(sheet, Setting(DAY, paper, ink))
    assert len(PdfReader(io.BytesIO(pdf)).pages) == pages
    assert sealed(pdf)


def share() -> Iterator[tuple[str, str, Paper, Ink]]:
    """Each document in every other language, papers and inks in turn."""
    turn = cycle((*SETTINGS, SETTINGS[0]))
    for code, name in tuple(product(LANGUAGES, DOCUMENTS))[::2]:
        yield name, code, *next(turn)


@pytest.mark.parametrize(("name", "code", "paper", "ink"), tuple(share()))
def test_it_holds(places: Places, library: Library, name: str, code: str, paper: Paper, ink: Ink) -> None:
    """A share of papers and inks."""
    holds(places, library, name, code, paper, ink)


def test_a_missing_letter_would_be_seen(press: Press, library: Library) -> None:
    """The seal tells the difference."""
    lesson = lesson_of(library, PLAN)
    odd = lesson.model_copy(update={"heading": Text("ᚠ")})
    assert sealed(press.pdf(_made(lesson)[0], Setting(DAY)))
    assert not sealed(press.pdf(_made(odd)[0], Setting(DAY)))


@pytest.mark.slow
@pytest.mark.parametrize(("paper", "ink"), SETTINGS)
@pytest.mark.parametrize(("code", "name"), tuple(product(LANGUAGES, DOCUMENTS)))
def test_it_holds_on_every_paper(
    places: Places, library: Library, name: str, code: str, paper: Paper, ink: Ink
) -> None:
    """All of them."""
    holds(places, library, name, code, paper, ink)

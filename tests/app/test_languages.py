from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from cop_challenge.app.languages import Languages
from cop_challenge.app.wiring import Choices, Places, library, visit_options
from cop_challenge.core import actions as do
from cop_challenge.core.comfort import USUAL
from cop_challenge.core.offering import tracks
from cop_challenge.core.options import VisitOptions
from cop_challenge.core.screen import Screen
from cop_challenge.core.text import Text
from cop_challenge.core.visit import Visit
from cop_challenge.i18n.translator import Translator
from cop_challenge.lessons.example import write_example

CHINESE = Path(__file__).parents[1] / "lessons/examples/CC098/good"
"""A pack with one lesson, written in Chinese."""


@pytest.fixture
def bare(places: Places, tmp_path: Path) -> Places:
    """The game without a catalogue."""
    return replace(places, locales=tmp_path / "locales", cache=tmp_path / "cache")


def options(places: Places, *packs: Path) -> VisitOptions:
    return visit_options(places, Choices(packs=packs), library(places, packs))


def test_a_pack_brings_the_language_it_is_written_in(bare: Places) -> None:
    assert [language.code for language in options(bare, CHINESE).languages] == ["en", "zh_Hans"]


def test_a_language_offers_the_lessons_that_are_in_it(bare: Places) -> None:
    known = options(bare, CHINESE)
    assert known.lessons_in["zh_Hans"] == {"two-second-stop"}
    assert "two-second-stop" not in known.lessons_in["en"]
    assert [card.id for card in known.cards_of("8-12", "zh_Hans")] == ["two-second-stop"]


def test_where_nothing_is_in_the_language_everything_is_offered(bare: Places) -> None:
    known = options(bare, CHINESE)
    assert len(known.cards_of("13-17", "zh_Hans")) > 10


def test_a_track_that_is_not_translated_says_in_which_language_it_is(bare: Places) -> None:
    shown = {offer.id: offer for offer in tracks(options(bare, CHINESE), "zh_Hans", USUAL)}
    assert shown["13-17"].detail == Text("English")
    assert shown["13-17"].enabled
    assert not shown["8-12"].detail


def test_it_says_so_rightly_where_a_day_offers_other_languages_only(bare: Places) -> None:
    known = options(bare, CHINESE)
    others = replace(known, languages=known.languages[1:])
    shown = {offer.id: offer for offer in tracks(others, "zh_Hans", USUAL)}
    assert shown["13-17"].detail == Text("English")


def test_a_visit_in_the_packs_language_plays_its_lesson(bare: Places) -> None:
    visit = Visit(replace(options(bare, CHINESE), language="zh_Hans", track="8-12"), 3)
    while visit.view().screen is not Screen.MAP:
        visit.act(visit.view().offers[0].action)
    lanterns = [offer.id for offer in visit.view().offers if isinstance(offer.action, do.Open)]
    assert lanterns == ["react"]


def test_a_pack_in_another_language_can_be_translated_into_english(bare: Places, tmp_path: Path) -> None:
    folder = tmp_path / "pack"
    (folder / "lessons").mkdir(parents=True)
    (folder / "pack.yaml").write_text("language: sw\n", encoding="utf-8")
    write_example("quiz", "", folder / "lessons")
    loaded = library(bare, (folder,))
    (lesson,) = loaded.origins
    title = loaded.lessons[lesson].title
    (folder / "locales/en").mkdir(parents=True)
    (folder / "locales/en/messages.po").write_text(
        f'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
        f'msgctxt "{title.key}"\nmsgid "{title.source}"\nmsgstr "In English"\n',
        encoding="utf-8",
    )
    translator = Languages(bare, (folder,), loaded).look(Translator(bare.locales))
    assert translator(title) == "In English"
    translator.language = "sw"
    assert translator(title) == title.source
    assert translator.spoken_in(title) == "sw"


def test_what_nobody_has_translated_is_read_by_a_voice_of_its_own_language(bare: Places) -> None:
    loaded = library(bare, (CHINESE,))
    translator = Languages(bare, (CHINESE,), loaded).look(Translator(bare.locales, "fr"))
    assert translator.spoken_in(loaded.lessons["two-second-stop"].title) == "zh_Hans"
    assert translator.spoken_in(loaded.lessons["kite-day"].title) == "en"

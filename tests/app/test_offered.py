"""What a day offers reaches the station's visits."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from cop_challenge.app import wiring
from cop_challenge.app.offered import messages, offered
from cop_challenge.app.wiring import Choices, Places, visit_options
from cop_challenge.core import actions as do
from cop_challenge.core.screen import Screen
from cop_challenge.core.visit import Visit
from cop_challenge.day.day import Day
from cop_challenge.lessons.library import Library

DATE = date(2026, 11, 24)
THERE = {"a": 1, "b": 2, "c": 3}


def test_the_day_s_order_and_only_what_is_there() -> None:
    """The usual one first; unknown ones and repeated ones are passed over."""
    assert offered(THERE, ["c", "x", "a", "c"]) == (3, 1)


def test_a_day_that_says_nothing_offers_all() -> None:
    """So does one that names only what is not there: a station always plays."""
    assert offered(THERE, []) == offered(THERE, ["x"]) == (1, 2, 3)


def test_what_staff_chose_at_the_station_is_offered() -> None:
    """The command line goes before the day."""
    assert offered(THERE, ["a"], "c") == (1, 3)


def test_languages_and_tracks_of_the_day(places: Places, library: Library) -> None:
    """In its order, and no others."""
    day = Day("Ours", DATE, languages=("es", "en"), tracks=("13-17", "8-12"))
    options = visit_options(places, Choices(), library, day)
    assert [language.code for language in options.languages] == ["es", "en"]
    assert [track.id for track in options.tracks] == ["13-17", "8-12"]
    assert options.track == ""


def test_a_single_one_is_not_asked_for(places: Places, library: Library) -> None:
    """From the first screen straight to the friend for the passport."""
    day = Day("Ours", DATE, languages=("es",), tracks=("8-12",))
    visit = Visit(visit_options(places, Choices(), library, day), 1)
    visit.act(do.Continue())
    view = visit.view()
    assert (view.screen, view.language) == (Screen.AVATAR, "es")
    assert view.track
    assert view.track.id == "8-12"


def test_messages_of_the_day(library: Library) -> None:
    """By their ids; all of them if none is there."""
    one = library.spot_messages["8-12"][0]
    named = messages(library.spot_messages, [one.id])
    assert one in named["8-12"]
    assert {each.id for every in named.values() for each in every} == {one.id}
    assert messages(library.spot_messages, ["no-such"]) == library.spot_messages


def test_a_day_may_name_what_its_packs_bring(places: Places, tmp_path: Path) -> None:
    """Their tracks, languages and messages are known to `check`."""
    (tmp_path / "ours/locales/sw").mkdir(parents=True)
    (tmp_path / "ours/locales/sw/messages.po").write_text('msgid ""\nmsgstr ""\n', encoding="utf-8")
    path = tmp_path / "day.yaml"
    path.write_text("schema: 1\ntitle: Ours\ndate: 2026-11-24\npacks: [ours]\n", encoding="utf-8")
    assert "sw" in (wiring.known_to_days(places, path).languages or ())

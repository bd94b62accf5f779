"""Whom a player may call: only what somebody of this country has verified lately."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cop_challenge.core import actions as do
from cop_challenge.core import words
from cop_challenge.core.helpline import Helpline, Service, current, for_track, one_of_each, spelled, state
from cop_challenge.core.options import VisitOptions
from cop_challenge.core.screen import Screen, VisitView
from cop_challenge.core.speech import spoken
from cop_challenge.core.text import Text
from cop_challenge.core.visit import Visit

TODAY = date(2026, 11, 24)
EVERYBODY = ("5-7", "8-12", "13-17", "parents", "educators")
LINE = Helpline(
    id="ferry",
    service=Service.HELPLINE,
    country="ET",
    name=Text("Example helpline of the ferry"),
    number="000 000",
    hours=Text("Every day"),
    cost=Text("Free"),
    languages=("am",),
    speaks=Text("አማርኛ"),
    verified_on=date(2026, 6, 1),
    tracks=EVERYBODY,
)

dates = st.dates(date(2020, 1, 1), date(2040, 12, 31))
lines = st.lists(
    st.builds(
        replace,
        st.just(LINE),
        id=st.text("abc", min_size=1, max_size=3),
        service=st.sampled_from(Service),
        country=st.sampled_from(("ET", "EG", "ZZ")),
        verified_on=dates,
        languages=st.sampled_from((("am",), ("ar",), ("am", "ar"))),
        tracks=st.sampled_from((EVERYBODY, ("parents",), ("8-12", "13-17"))),
    ),
    max_size=8,
)


@given(lines, dates, st.integers(0, 2000), st.sampled_from(("", "ET", "EG", "ZZ")))
def test_only_what_is_sure_is_shown(found: list[Helpline], today: date, oldest: int, country: str) -> None:
    """Of this country, verified neither in the future nor longer ago than the day allows."""
    for line in current(found, today, oldest, country=country):
        assert line.country == country
        assert today - timedelta(days=oldest) <= line.verified_on <= today


@given(lines, dates, st.integers(0, 2000))
def test_all_that_is_sure_is_shown(found: list[Helpline], today: date, oldest: int) -> None:
    shown = current(found, today, oldest, country="ET")
    for line in found:
        if line.country == "ET" and 0 <= (today - line.verified_on).days <= oldest:
            assert line in shown


@given(lines, dates)
def test_without_a_country_nothing_is_shown(found: list[Helpline], today: date) -> None:
    """No default: another country's number helps nobody."""
    assert current(found, today, 10**6, country="") == ()


@given(lines, dates)
def test_a_sample_is_never_shown(found: list[Helpline], today: date) -> None:
    """Not even on a day that names the samples' country."""
    assert current(found, today, 10**6, country="ZZ") == ()


@given(lines, st.sampled_from(EVERYBODY), st.sampled_from(("am", "ar", "")))
def test_of_a_track_only_its_own_in_order(found: list[Helpline], track: str, language: str) -> None:
    """Helplines first; of one sort those first that speak the language; the others are not lost."""
    shown = for_track(found, track, language)
    assert len(shown) == len([line for line in found if track in line.tracks])
    keys = [(list(Service).index(line.service), language not in line.languages) for line in shown]
    assert keys == sorted(keys)


@given(lines)
def test_one_of_each_has_no_sort_twice(found: list[Helpline]) -> None:
    chosen = one_of_each(Service, found)
    assert [line.service for line in chosen] == [
        service for service in Service if any(line.service is service for line in found)
    ]


@pytest.mark.parametrize(("days", "shown"), [(0, True), (365, True), (366, False), (-1, False)])
def test_a_helpline_ages_by_whole_days(days: int, shown: bool) -> None:
    line = replace(LINE, verified_on=TODAY - timedelta(days=days))
    assert bool(current([line], TODAY, 365, country="ET")) is shown


def test_staff_see_on_which_day_it_was_verified() -> None:
    """Of several the one verified longest ago: that is how sure the list is."""
    newer = replace(LINE, verified_on=date(2026, 10, 1))
    assert state([newer, LINE], TODAY, 365, country="ET") == words.STAFF_HELP_GOOD.fill(day=LINE.verified_on)


def test_staff_see_since_when_it_is_too_old() -> None:
    """The first day on which it was no longer shown."""
    text = state([LINE], TODAY, 30, country="ET")
    assert text == words.STAFF_HELP_OLD.fill(day=date(2026, 7, 2))
    assert current([LINE], date(2026, 7, 1), 30, country="ET")
    assert not current([LINE], date(2026, 7, 2), 30, country="ET")


def test_staff_see_that_only_some_are_shown() -> None:
    old = replace(LINE, verified_on=date(2024, 1, 1))
    text = state([LINE, old], TODAY, 365, country="ET")
    assert text == words.STAFF_HELP_SOME.fill(day=LINE.verified_on, good=1, total=2)


def test_staff_see_a_day_that_is_still_to_come() -> None:
    """The file or the laptop's clock is wrong; either way nobody is sent to a number nobody has called."""
    line = replace(LINE, verified_on=date(2027, 1, 1))
    assert state([line], TODAY, 365, country="ET") == words.STAFF_HELP_FUTURE.fill(day=line.verified_on)


@pytest.mark.parametrize("country", ["", "EG", "ZZ"])
def test_staff_see_that_there_is_none(country: str) -> None:
    found = [LINE, replace(LINE, country="ZZ")]
    assert state(found, TODAY, 365, country=country) == words.STAFF_HELP_NONE


@given(lines, dates, st.integers(0, 2000))
def test_the_staffs_line_is_of_what_is_shown(found: list[Helpline], today: date, oldest: int) -> None:
    """It says so exactly when children see a helpline."""
    good = state(found, today, oldest, country="ET").key in {
        words.STAFF_HELP_GOOD.key,
        words.STAFF_HELP_SOME.key,
    }
    assert good == bool(current(found, today, oldest, country="ET"))


@pytest.mark.parametrize(
    ("number", "said"), [("116 00", "1 1 6 0 0"), ("zero zero", "zero zero"), ("+00 0", "+ 0 0 0")]
)
def test_a_number_is_said_digit_by_digit(number: str, said: str) -> None:
    assert spelled(number) == said


# In a visit

ALL = tuple(replace(LINE, id=service, service=service) for service in Service)


def at_map(options: VisitOptions, track: str, helplines: tuple[Helpline, ...] = ALL) -> Visit:
    visit = Visit(replace(options, track=track, helplines=helplines), 1)
    visit.act(do.Continue())
    visit.act(do.Choose("lion"))
    return visit


def calm(options: VisitOptions, track: str, helplines: tuple[Helpline, ...] = ALL) -> VisitView:
    visit = at_map(options, track, helplines)
    visit.act(do.CallGrownUp())
    return visit.view()


@pytest.mark.parametrize("track", ["8-12", "13-17", "parents", "educators"])
def test_the_calm_screen_names_somebody_to_talk_to(options: VisitOptions, track: str) -> None:
    """One, and no place to report to: that is for later."""
    assert [line.service for line in calm(options, track).helplines] == [Service.HELPLINE]


def test_without_a_helpline_the_calm_screen_is_as_it_was(options: VisitOptions) -> None:
    assert calm(options, "8-12", ()) == replace(calm(options, "8-12"), helplines=())


def test_those_who_do_not_read_get_the_grown_up(options: VisitOptions) -> None:
    """A number is nothing to them."""
    assert calm(options, "5-7").helplines == ()


def test_nobody_is_named_before_a_track_is_chosen(options: VisitOptions) -> None:
    """Whoever asks for a grown-up there may be five."""
    visit = Visit(replace(options, helplines=ALL), 1)
    visit.act(do.Continue())
    visit.act(do.CallGrownUp())
    assert visit.view().helplines == ()


def test_a_lesson_names_nobody(options: VisitOptions) -> None:
    visit = at_map(options, "13-17")
    assert visit.view().helplines == ()
    visit.act(visit.view().offers[0].action)
    assert visit.view().helplines == ()


def passport(options: VisitOptions, track: str) -> VisitView:
    from cop_challenge.core.chance import chance
    from cop_challenge.sim.players import perfect

    visit, luck = at_map(options, track), chance(1)
    while visit.view().screen is not Screen.LANTERN:
        visit.act(perfect(visit, luck))
    visit.act(do.Continue())
    visit.act(do.Finish())
    return visit.view()


@pytest.mark.parametrize(
    ("track", "services"),
    [
        ("5-7", []),
        ("8-12", [Service.HELPLINE]),
        ("13-17", list(Service)),
        ("parents", list(Service)),
        ("educators", list(Service)),
    ],
)
def test_the_passport_has_what_belongs_to_the_track(
    options: VisitOptions, track: str, services: list[Service]
) -> None:
    """A hotline never for young children, whatever its file says."""
    view = passport(options, track)
    assert view.screen is Screen.PASSPORT
    assert [line.service for line in view.helplines] == services


def test_all_of_a_card_is_read(options: VisitOptions) -> None:
    said = {utterance.text for utterance in spoken(calm(options, "8-12"))}
    assert {LINE.name, LINE.hours, LINE.cost, Text("0 0 0 0 0 0")} <= said
    assert words.HELPLINES["helpline"] in said
    assert words.HELPLINE_SPEAKS.fill(languages=LINE.speaks) in said


def test_the_grown_up_here_is_named_first(options: VisitOptions) -> None:
    told = [utterance.text for utterance in spoken(calm(options, "8-12"))]
    assert told.index(words.GROWN_UP_CALM) < told.index(LINE.name)

from __future__ import annotations

from dataclasses import replace

import pytest

from cop_challenge.core import actions as do
from cop_challenge.core.activity import Offer, Role, legal
from cop_challenge.core.comfort import USUAL
from cop_challenge.core.languages import A_PAGE
from cop_challenge.core.options import Language, VisitOptions
from cop_challenge.core.result import Result
from cop_challenge.core.screen import Screen
from cop_challenge.core.speech import named, spoken
from cop_challenge.core.text import Text
from cop_challenge.core.visit import Visit

TWO = Language("en", Text("English")), Language("ar", Text("العربية"))
MANY = tuple(Language(f"x{number}", Text(f"Language {number}")) for number in range(20))


@pytest.fixture
def two(options: VisitOptions) -> VisitOptions:
    return replace(options, languages=TWO)


def take(visit: Visit, *ids: str) -> list[Result]:
    results: list[Result] = []
    for name in ids:
        offer = next(offer for offer in legal(visit.view().offers) if offer.id == name)
        results += visit.act(offer.action)
    return results


def offer(visit: Visit, name: str) -> Offer:
    return next(offer for offer in visit.view().offers if offer.id == name)


def in_lesson(options: VisitOptions) -> Visit:
    visit = Visit(options, 1)
    take(visit, "begin", "en", "8-12", "lion")
    visit.act(legal(visit.view().offers)[0].action)
    return visit


@pytest.mark.parametrize(
    ("way", "screen"),
    [
        (("begin", "en"), Screen.TRACK),
        (("begin", "en", "8-12"), Screen.AVATAR),
        (("begin", "en", "8-12", "lion"), Screen.MAP),
    ],
)
def test_the_languages_lead_back_to_where_one_was(
    two: VisitOptions, way: tuple[str, ...], screen: Screen
) -> None:
    visit = Visit(two, 1)
    take(visit, *way)
    before = visit.view()
    take(visit, "languages", "ar")
    assert visit.view() == replace(before, language="ar")
    assert before.screen is screen


def test_a_lesson_goes_on_where_it_was_in_the_other_language(two: VisitOptions) -> None:
    visit = in_lesson(two)
    before = visit.view()
    take(visit, "pause", "languages", "ar", "return")
    assert visit.view() == replace(before, language="ar")


def test_facts_carry_the_language_they_came_about_in(two: VisitOptions) -> None:
    visit = in_lesson(two)
    take(visit, "pause", "languages", "ar", "return")
    results: list[Result] = []
    while not results:
        ahead = [o for o in legal(visit.view().offers) if o.role in (Role.ANSWER, Role.ADVANCE)]
        results += visit.act(ahead[0].action)
    assert {result.language for result in results} == {"ar"}


def test_one_may_come_back_without_choosing(two: VisitOptions) -> None:
    visit = in_lesson(two)
    take(visit, "pause")
    before = visit.view()
    take(visit, "languages", "return")
    assert visit.view() == before


def test_time_among_the_languages_does_not_count(two: VisitOptions) -> None:
    """A choice of language takes nothing away from the visit's minutes."""
    visit = Visit(replace(two, minutes=5.0, idle_seconds=1000), 1)
    take(visit, "begin", "en", "8-12", "lion")
    cards = [card.id for card in legal(visit.view().offers)]
    take(visit, "languages")
    visit.act(do.Tick(290))
    take(visit, "return")
    assert [card.id for card in legal(visit.view().offers)] == cards


def test_one_language_is_no_choice(options: VisitOptions) -> None:
    visit = Visit(options, 1)
    take(visit, "begin", "8-12", "lion")
    assert "languages" not in {offer.id for offer in visit.view().offers}


def test_many_languages_stand_on_pages_that_go_round(options: VisitOptions) -> None:
    visit = Visit(replace(options, languages=MANY), 1)
    take(visit, "begin")
    seen: list[str] = []
    for _ in range(2):
        seen += [offer.id for offer in visit.view().offers if offer.role is Role.ANSWER]
        take(visit, "more")
    assert seen == [language.code for language in MANY]
    assert [offer.id for offer in visit.view().offers][:A_PAGE] == seen[:A_PAGE]


def test_the_page_with_the_present_language_comes_first(options: VisitOptions) -> None:
    visit = Visit(replace(options, languages=MANY), 1)
    take(visit, "begin", "more", "x15", "languages")
    assert "x15" in {offer.id for offer in visit.view().offers}


def test_each_language_is_named_in_itself(two: VisitOptions) -> None:
    visit = Visit(two, 1)
    take(visit, "begin")
    view = visit.view()
    assert view.named
    assert [said.language for said in named(view, offer(visit, "ar"))] == ["ar"]
    assert {said.language for said in spoken(view) if said.offer} == {"en", "ar"}


# ------------------------------------------------------- languages without a voice


def test_little_ones_are_not_offered_a_language_nobody_reads(two: VisitOptions) -> None:
    visit = Visit(replace(two, unvoiced={"ar"}), 1)
    take(visit, "begin", "ar")
    assert not offer(visit, "5-7").enabled
    assert offer(visit, "5-7").detail
    assert offer(visit, "8-12").enabled
    take(visit, "languages", "en")
    assert offer(visit, "5-7").enabled


def test_little_ones_can_not_change_to_it_either(two: VisitOptions) -> None:
    visit = Visit(replace(two, unvoiced={"ar"}), 1)
    take(visit, "begin", "en", "5-7", "lion", "languages")
    assert not offer(visit, "ar").enabled


def test_unless_a_grown_up_reads(two: VisitOptions) -> None:
    visit = Visit(replace(two, unvoiced={"ar"}, comfort=replace(USUAL, reader="grown-up")), 1)
    take(visit, "begin", "ar")
    assert offer(visit, "5-7").enabled


def test_a_station_set_up_for_little_ones_is_never_stuck(two: VisitOptions) -> None:
    """Staff chose the track; without any voice there is still a way on."""
    visit = Visit(replace(two, track="5-7", voice=False), 1)
    take(visit, "begin")
    assert legal([offer for offer in visit.view().offers if offer.role is Role.ANSWER])


def test_what_can_not_be_read_has_no_speaker(two: VisitOptions) -> None:
    visit = Visit(replace(two, unvoiced={"ar"}), 1)
    take(visit, "begin", "ar", "8-12")
    assert "listen" not in {offer.id for offer in visit.view().offers}

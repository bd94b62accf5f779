"""Every picture the game can show: each screen of a visit, each moment of each lesson."""

from __future__ import annotations

import copy
from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import date

from cop_challenge.core import actions as do
from cop_challenge.core.activity import Role, View, legal
from cop_challenge.core.helpline import Helpline, Service
from cop_challenge.core.measure import Deal, Form, Phase
from cop_challenge.core.options import Language, VisitOptions
from cop_challenge.core.planner import LessonCard
from cop_challenge.core.screen import Screen, VisitView
from cop_challenge.core.sheet import Sheet
from cop_challenge.core.text import Text
from cop_challenge.core.visit import Visit

SEED = 7

OTHERS = tuple(
    Language(code, Text(name))
    for code, name in (
        ("ar", "العربية"),
        ("am", "አማርኛ"),
        ("fr", "Français"),
        ("es", "Español"),
        ("ru", "Русский"),
        ("zh", "中文"),
    )
)
"""Languages whose letters are shipped: the screen of languages is looked at before all of them are there."""


MANY = [
    Language(f"x-{number}", Text(name))
    for number, name in enumerate(
        (
            *("Kiswahili", "Português", "Bahasa Indonesia", "Af Soomaali", "Hausa", "Yorùbá", "isiZulu"),
            *("Українська", "O‘zbekcha", "Türkçe", "Tiếng Việt", "فارسی", "ትግርኛ", "Nederlands (België)"),
        )
    )
]
"""More of them than stand on a page, in letters that are shipped."""


HELPLINES = (
    ("Example helpline of Lantern Bay", "000 000 000", "", "Every day, from sunrise to the last ferry"),
    ("Example hotline of the Lighthouse Keepers", "", "report.lantern-bay.example", "Day and night"),
    ("Example picture service of the Five Lanterns", "", "pictures.lantern-bay.example", "Day and night"),
)
"""One made-up service of each sort: name, number, address, hours."""


def helplines(tracks: tuple[str, ...]) -> tuple[Helpline, ...]:
    """Made-up services for these tracks, as pictures and tests show them."""
    return tuple(
        Helpline(
            id=service,
            service=service,
            country="ZZ",
            name=Text(name),
            number=number,
            address=address,
            hours=Text(hours),
            cost=Text("free, also from a phone without credit"),
            languages=("en", "fr"),
            speaks=Text("English, français"),
            tracks=tracks,
            verified_on=date(2026, 1, 15),
        )
        for service, (name, number, address, hours) in zip(Service, HELPLINES, strict=True)
    )


def _took(visit: Visit, *actions: do.Action) -> Visit:
    """A copy of the visit after the actions."""
    visit = copy.copy(visit)
    for action in actions:
        visit.act(action)
    return visit


def _forward(visit: Visit, screen: Screen) -> Iterator[Visit]:
    """The visit at every screen up to `screen`, always taking the first way on."""
    while True:
        yield visit
        view = visit.view()
        if view.screen is screen:
            return
        offers = [offer for offer in legal(view.offers) if offer.role in (Role.ANSWER, Role.ADVANCE)]
        visit = _took(visit, offers[0].action)


def screens(options: VisitOptions) -> Iterator[tuple[str, VisitView]]:
    """Every screen that is neither lesson nor sheet, by name."""
    options = replace(options, measures={})
    if len(options.languages) == 1:
        several = replace(options, languages=(*options.languages, *OTHERS), language="")
        yield str(Screen.LANGUAGE), _took(Visit(several, SEED), do.Continue()).view()
        yield from _switching(several)
    else:
        yield from _switching(options)
    to_map = list(_forward(Visit(replace(options, track="", minutes=None), SEED), Screen.MAP))
    for visit in to_map:
        yield str(visit.view().screen), visit.view()
    at_map = to_map[-1]
    yield "grown-up", _took(at_map, do.CallGrownUp()).view()
    yield "pause", _took(at_map, do.Pause()).view()
    opened = _took(at_map, next(offer.action for offer in legal(at_map.view().offers)))
    yield "grown-up-in-lesson", _took(opened, do.CallGrownUp()).view()
    yield "pause-in-lesson", _took(opened, do.Pause()).view()
    lit = 0
    for visit in _through(at_map):
        view = visit.view()
        if view.screen is Screen.LANTERN:
            lit += 1
            yield f"lantern-{lit}", view
            yield f"map-{lit}-lit", _took(visit, do.Continue()).view()
            if lit in (1, 5):
                yield f"passport-{lit}", _took(visit, do.Continue(), do.Finish()).view()
        if lit == 5:
            break
    waiting = _took(at_map, do.Tick(options.idle_seconds), do.Tick(options.countdown_seconds / 2))
    yield "still-here", waiting.view()
    yield from _together(options)
    yield from _helped(options)


def _together(options: VisitOptions) -> Iterator[tuple[str, VisitView]]:
    """Two friends, who bring stamps, at the places where that shows; and the map for the last time."""
    pair = replace(options, seats=2, stamps=True, track="", minutes=None)
    *_, second, stamps = _forward(Visit(pair, SEED), Screen.STAMPS)
    yield "avatar-second", second.view()
    yield "stamps", stamps.view()
    habit = stamps.view().offers[0].action
    brought = _took(stamps, habit)
    yield "stamps-one", brought.view()
    at_map = _took(brought, do.Continue())
    yield "map-one-brought", at_map.view()
    yield "lesson-pair", _took(at_map, next(offer.action for offer in legal(at_map.view().offers))).view()
    lit = next(visit for visit in _through(at_map) if visit.view().screen is Screen.LANTERN)
    yield "lantern-pair", lit.view()
    yield "map-last", replace(_took(lit, do.Continue()).view(), last=True)
    yield "passport-pair", _took(lit, do.Continue(), do.Finish()).view()


def _switching(options: VisitOptions) -> Iterator[tuple[str, VisitView]]:
    """Where the language is changed, and the languages: some, many, and one that nobody reads."""
    code = options.languages[-1].code
    silent = replace(options, track="", minutes=None, unvoiced={code})
    first, *_, at_map = _forward(Visit(silent, SEED), Screen.MAP)
    yield "map-of-several-languages", at_map.view()
    yield "pause-of-several-languages", _took(at_map, do.Pause()).view()
    yield "languages", _took(at_map, do.Languages()).view()
    started = _took(first, do.Continue(), *([] if options.language else [do.Choose(code)]))
    if options.language:
        started = _took(started, do.Languages(), do.Choose(code))
    yield "track-nobody-reads", started.view()
    many = replace(silent, languages=options.languages + tuple(MANY), language="")
    full = _took(Visit(many, SEED), do.Continue())
    yield "languages-full", full.view()
    yield "languages-last-page", _took(full, do.Turn()).view()


def _helped(options: VisitOptions) -> Iterator[tuple[str, VisitView]]:
    """The screens with somebody to call on them, where readers play: one sort of help, and every sort."""
    filled = {card.track for card in options.cards}
    readers = [track for track in options.tracks if track.id in filled and not track.pictured]
    shown = {len(track.services): track for track in reversed(readers)}
    for count, track in sorted(shown.items()):
        several = replace(options, track=track.id, minutes=None, helplines=helplines((track.id,)))
        *_, at_map = _forward(Visit(several, SEED), Screen.MAP)
        name = f"helplines-{count}"
        yield f"grown-up-{name}", _took(at_map, do.CallGrownUp()).view()
        lit = next(visit for visit in _through(at_map) if visit.view().screen is Screen.LANTERN)
        opened = _took(lit, do.Continue())
        opened = _took(opened, next(offer.action for offer in legal(opened.view().offers)))
        yield f"grown-up-in-lesson-{name}", _took(opened, do.CallGrownUp()).view()
        yield f"passport-{name}", _took(lit, do.Continue(), do.Finish()).view()


def _through(visit: Visit) -> Iterator[Visit]:
    """Snapshots of the visit as a perfect player goes on."""
    from cop_challenge.core.chance import chance
    from cop_challenge.sim.players import perfect

    luck = chance(SEED, "survey")
    while not visit.view().over:
        visit = _took(visit, perfect(visit, luck))
        yield visit


def lessons(options: VisitOptions, tracks: Collection[str] = ()) -> Iterator[tuple[str, VisitView]]:
    """Every moment of every lesson (of these tracks, if any is named), by lesson and place."""
    for card in options.cards:
        if tracks and card.track not in tracks:
            continue
        for name, visit in moments(card.id, opened(options, card)):
            yield name, visit.view()


def opened(options: VisitOptions, card: LessonCard) -> Visit:
    """A visit at the first picture of the lesson."""
    alone = replace(options, cards=(card,), track=card.track, minutes=None, measures={})
    *_, visit = _forward(Visit(alone, SEED), Screen.MAP)
    return _took(visit, do.Open(card.id))


def moments(lesson: str, visit: Visit) -> Iterator[tuple[str, Visit]]:
    """The visit at every moment of the lesson it is in, each differing view once.

    Breadth first over everything that can be done.
    """
    ahead, seen = [visit], set()
    while ahead:
        visit = ahead.pop(0)
        view = visit.view()
        activity = view.activity
        if view.screen is not Screen.LESSON or activity is None:
            continue
        marks = tuple((offer.id, offer.mark) for offer in activity.offers)
        # How one came here does not change the picture, only how far the bar stands.
        key = activity.place, marks, activity.note
        if key in seen:
            continue
        seen.add(key)
        number = sum(place == activity.place for place, _, _ in seen)
        yield f"{lesson}.{activity.place}-{number}", visit
        ahead += [_took(visit, offer.action) for offer in legal(activity.offers)]


def sheets(options: VisitOptions, tracks: Collection[str] = ()) -> Iterator[tuple[str, VisitView]]:
    """Every question of both forms, and each once more with an answer chosen."""
    for track, measure in options.measures.items():
        if tracks and track not in tracks:
            continue
        *_, visit = _forward(Visit(replace(options, track=track, minutes=None), SEED), Screen.SHEET)
        start = visit.view()
        yield f"sheet-{track}.first", start
        seen: set[str] = set()  # both forms end with the same questions about oneself
        for form in Form:
            sheet = Sheet(Deal(measure, *measure.topics, form.other, None, SEED), Phase.AFTER)
            for moment, view in _questions(sheet):
                if moment in seen:
                    continue
                seen.add(moment)
                beside = start.offers[len(start.activity.offers) if start.activity else 0 :]
                yield f"sheet-{track}.{moment}", replace(start, activity=view, offers=view.offers + beside)


def _questions(sheet: Sheet) -> Iterator[tuple[str, View]]:
    """Each question of the sheet as it comes and as it stands once its first answer is chosen."""
    while not (view := sheet.view()).finished:
        yield view.place, view
        sheet.act(next(offer.action for offer in view.offers if offer.role is Role.ANSWER))
        yield f"{view.place}-chosen", sheet.view()
        sheet.act(do.Continue())


def every_view(options: VisitOptions, tracks: Collection[str] = ()) -> Iterator[tuple[str, VisitView]]:
    """Screens first, then sheets, then lessons."""
    yield from screens(options)
    yield from sheets(options, tracks)
    yield from lessons(options, tracks)

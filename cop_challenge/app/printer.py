"""Documents of this station, from its results, its lessons and today's date, to a PDF file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, time
from pathlib import Path

from cop_challenge.app.languages import Languages, offered_in
from cop_challenge.app.wiring import Places, find_packs, library
from cop_challenge.core.harbour import Harbour
from cop_challenge.core.options import Digits
from cop_challenge.core.track import Track
from cop_challenge.day.hours import Span
from cop_challenge.day.plan import Plan
from cop_challenge.day.timetable import timetable
from cop_challenge.i18n.dates import span_on_paper
from cop_challenge.i18n.translator import Translator
from cop_challenge.lessons.library import Library
from cop_challenge.printing import (
    certificate,
    deals,
    earned,
    follow_up,
    harbour,
    kept,
    passport,
    plan,
    posters,
)
from cop_challenge.printing.press import Press
from cop_challenge.printing.sheet import CannotPrint, Ink, Paper, Setting, Sheet
from cop_challenge.store.database import Store, StoreError


@dataclass(frozen=True)
class Order:
    """What all documents are ordered with."""

    out: Path
    today: date
    language: str = "en"
    paper: Paper = "a4"
    ink: Ink = "colour"
    copies: int = 1
    packs: tuple[Path, ...] = ()
    country: str = ""
    """Of the day: how numbers are written there."""
    digits: Digits = Digits.DEFAULT


@dataclass(frozen=True)
class Source:
    """Where a deal comes from; with none of these it is a form to fill in by hand."""

    latest: bool = False
    """The latest ones of this station, or of `results`."""
    visit: str = ""
    results: Path | None = None
    """Another results file."""
    lesson: str = ""

    @property
    def blank(self) -> bool:
        """Nothing that was played is asked for."""
        return not (self.latest or self.visit or self.results)


Make = Callable[[Library], tuple[Sheet, str]]
"""A document, and what it is in words."""


def print_deal(places: Places, order: Order, source: Source, *, card: bool) -> str:
    """A protection programme or a family deal card; says what it printed. CannotPrint with what to do."""
    wanted = kept.Wanted(card, source.visit, source.lesson)

    def make(loaded: Library) -> tuple[Sheet, str]:
        if source.blank:
            lesson = kept.usual(kept.deal_lessons(loaded.lessons, wanted), source.lesson)
            what = "a form to fill in by hand; “--latest” prints what was made on this station"
            return deals.blank(lesson, order.today, loaded.characters), what
        made = kept.finished(_rows(source.results or places.results), loaded.lessons, wanted)
        if len(made) == 1:
            return deals.finished(made, order.today), "what was made in one visit"
        many = "of that visit" if source.visit else "of the latest hour (results know no minutes)"
        return deals.finished(made, order.today), f"all {len(made)} {many}"

    return _print(places, order, make)


def print_passport(
    places: Places, order: Order, source: Source, tracks: Sequence[str], avatar: str = ""
) -> str:
    """Passports to be stamped by hand, one a track; or with the stamps that visits earned, a sheet each."""

    def make(loaded: Library) -> tuple[Sheet, str]:
        chosen = _chosen(loaded, tracks)
        if source.blank:
            made = [passport.Passport(track) for track in chosen]
            return passport.passports(made, avatar), f"to be stamped by hand: {_named(chosen)}"
        known = [
            passport.Passport(loaded.tracks[one.track], one.stamps)
            for one in earned.earned(_rows(source.results or places.results), source.visit)
            if one.track in {track.id for track in chosen}
        ]
        if not known:
            remedy = "name that one with “--track”, or its folder with “--pack”"
            raise CannotPrint(f"Another track was played than {_named(chosen)}; {remedy}.")
        stamps = sum(len(one.stamps) for one in known)
        return passport.passports(known, avatar), f"{len(known)} with {stamps} stamps"

    return _print(places, order, make)


def print_certificate(places: Places, order: Order, tracks: Sequence[str]) -> str:
    """Certificates of these tracks, or of all. CannotPrint if there is no such track."""

    def make(loaded: Library) -> tuple[Sheet, str]:
        chosen = _chosen(loaded, tracks)
        return certificate.certificates(chosen), _named(chosen)

    return _print(places, order, make)


def print_timetable(places: Places, order: Order, plan: Plan) -> str:
    """The plan for the wall, its numbers as the day's country writes them."""
    day = plan.day
    order = replace(order, country=day.country, digits=day.digits)

    def written(span: Span) -> list[str]:
        start, end = (time(*divmod(at, 60)) for at in (span.start, span.end))
        return span_on_paper(start, end, order.language, order.country, order.digits.value)

    def make(loaded: Library) -> tuple[Sheet, str]:
        return timetable(plan, loaded.tracks, written), day.title

    return _print(places, order, make)


def print_posters(places: Places, order: Order, tracks: Sequence[str]) -> str:
    """The five habits; with tracks their spot messages, too. CannotPrint if there is no such track."""

    def make(loaded: Library) -> tuple[Sheet, str]:
        chosen = _chosen(loaded, tracks) if tracks else ()
        what = f"the five habits and the messages of {_named(chosen)}" if chosen else "the five habits"
        return posters.posters(chosen, loaded.spot_messages), what

    return _print(places, order, make, as_offered=True)


def print_harbour(places: Places, order: Order, found: Harbour, title: str) -> str:
    """The whole school's harbour, as a poster; `title` of the day, if there is one."""

    def make(loaded: Library) -> tuple[Sheet, str]:
        count = (
            "figures that are too small are left out" if found.total is None else f"{found.total} lanterns"
        )
        return harbour.poster(found, order.today, title), count

    return _print(places, order, make)


def print_plan(places: Places, order: Order, tracks: Sequence[str]) -> str:
    """Lesson plans of these tracks, or of all. CannotPrint if there is no such track."""

    def make(loaded: Library) -> tuple[Sheet, str]:
        chosen = _chosen(loaded, tracks)
        return plan.plans(chosen, loaded.lessons.values()), _named(chosen)

    return _print(places, order, make, as_offered=True)


def print_follow_up(places: Places, order: Order, tracks: Sequence[str]) -> str:
    """The questions after four weeks. CannotPrint if there is no such track, or nothing measures it."""

    def make(loaded: Library) -> tuple[Sheet, str]:
        chosen = _chosen(loaded, tracks)
        without = [track.id for track in chosen if track.id not in loaded.measures]
        if without:
            raise CannotPrint(f"The track “{without[0]}” has no questions; name others with “--track”.")
        return follow_up.follow_up([(track, loaded.measures[track.id]) for track in chosen]), _named(chosen)

    return _print(places, order, make)


def _chosen(loaded: Library, tracks: Sequence[str]) -> tuple[Track, ...]:
    unknown = [track for track in tracks if track not in loaded.tracks]
    if unknown:
        known = ", ".join(loaded.tracks)
        raise CannotPrint(f"There is no track “{unknown[0]}” here; there are: {known}.")
    return tuple(loaded.tracks[track] for track in tracks or loaded.tracks)


def _named(tracks: Sequence[Track]) -> str:
    return ", ".join(track.id for track in tracks)


def _print(places: Places, order: Order, make: Make, *, as_offered: bool = False) -> str:
    """`as_offered`: with the lessons and messages that a station offers in the language."""
    packs = find_packs(places, order.packs).packs
    loaded = library(places, packs)
    translator = Translator(places.locales, order.language, places.catalogues)
    translator.country, translator.digits = order.country, order.digits.value
    Languages(places, packs, loaded).look(translator)
    press = Press(places.assets / "fonts", loaded.find_picture, translator)
    sheet, what = make(offered_in(loaded, translator) if as_offered else loaded)
    pdf = press.pdf(sheet, Setting(order.today, order.paper, order.ink, order.copies))
    try:
        order.out.parent.mkdir(parents=True, exist_ok=True)
        order.out.write_bytes(pdf)
    except OSError as error:
        remedy = "name another place with “--out”, or close the file where it is open"
        raise CannotPrint(f"{order.out} can't be written ({error.strerror or error}); {remedy}.") from None
    return f"{order.out}: {translator(sheet.title)}, {what}."


def _rows(path: Path) -> list[kept.Kept]:
    if not path.is_file():
        raise CannotPrint(
            f"Nothing has been played here yet: there is no {path}. Name another results file with “--from”, "
            "or print a blank form: leave out “--latest”, “--visit” and “--from”."
        )
    try:
        with Store(path) as store:
            return list(store.rows())
    except StoreError as error:
        remedy = "If it is no results file, name the right one with “--from”"
        raise CannotPrint(f"{error} {remedy}.") from None

"""Documents of this station, from its results, its lessons and today's date, to a PDF file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from cop_challenge.app.languages import Languages
from cop_challenge.app.wiring import Places, find_packs, library
from cop_challenge.i18n.translator import Translator
from cop_challenge.lessons.library import Library
from cop_challenge.printing import certificate, deals, kept
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
    packs: tuple[Path, ...] = ()


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


def print_certificate(places: Places, order: Order, tracks: Sequence[str]) -> str:
    """Certificates of these tracks, or of all. CannotPrint if there is no such track."""

    def make(loaded: Library) -> tuple[Sheet, str]:
        unknown = [track for track in tracks if track not in loaded.tracks]
        if unknown:
            known = ", ".join(loaded.tracks)
            raise CannotPrint(f"There is no track “{unknown[0]}” here; there are: {known}.")
        chosen = [loaded.tracks[track] for track in tracks or loaded.tracks]
        return certificate.certificates(chosen), ", ".join(track.id for track in chosen)

    return _print(places, order, make)


def _print(places: Places, order: Order, make: Make) -> str:
    packs = find_packs(places, order.packs).packs
    loaded = library(places, packs)
    translator = Translator(places.locales, order.language, places.catalogues)
    Languages(places, packs, loaded).look(translator)
    press = Press(places.assets / "fonts", loaded.find_picture, translator)
    sheet, what = make(loaded)
    pdf = press.pdf(sheet, Setting(order.today, order.paper, order.ink))
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

"""A day's report as files: PDF, web page and CSV, in one language, all from the same handout."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from cop_challenge.app.languages import Languages
from cop_challenge.app.wiring import Places, library
from cop_challenge.day import paper
from cop_challenge.day.figures_file import write_figures
from cop_challenge.day.handout import Handout, handout
from cop_challenge.day.report import Report
from cop_challenge.day.webpage import webpage
from cop_challenge.i18n.translator import Translator
from cop_challenge.lessons.library import Library
from cop_challenge.printing.press import Press
from cop_challenge.printing.sheet import CannotPrint, Ink, Paper, Setting

BYTE_ORDER_MARK = "\ufeff"
"""Without it spreadsheets on Windows take UTF-8 for something else."""


@dataclass(frozen=True)
class Told:
    """A report in a language."""

    handout: Handout
    say: Translator
    library: Library


def told(places: Places, found: Report, language: str, packs: tuple[Path, ...] = ()) -> Told:
    """The report with the words of the lessons that are here."""
    loaded = library(places, packs)
    say = Translator(places.locales, language, places.catalogues)
    Languages(places, packs, loaded).look(say)
    if found.day:
        say.country, say.digits = found.day.country, found.day.digits.value
    tracks = {track.id: track.name for track in loaded.tracks.values()}
    return Told(handout(found, tracks, loaded.lessons), say, loaded)


def write(places: Places, this: Told, folder: Path, setting: Setting) -> Iterator[str]:
    """Writes the files into the folder, and says of each where it is, or why it is not. The PDF comes last:
    whatever keeps it from being set, the others are there."""
    language = this.say.language
    tongue = language.replace("_", "-")
    makes: tuple[tuple[str, Callable[[], bytes]], ...] = (
        ("csv", lambda: _csv(this)),
        (
            "html",
            lambda: webpage(this.handout, this.say, tongue, right_to_left=this.say.right_to_left).encode(),
        ),
        (
            "pdf",
            lambda: Press(places.assets / "fonts", this.library.find_picture, this.say).pdf(
                paper.sheet(this.handout), setting
            ),
        ),
    )
    for ending, make in makes:
        path = folder / f"report-{language}.{ending}"
        content = make()
        try:
            folder.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        except OSError as error:
            remedy = "name another folder with “--out”, or close the file where it is open"
            raise CannotPrint(f"{path} can't be written ({error.strerror or error}); {remedy}.") from None
        yield f"{path} is there."


def _csv(this: Told) -> bytes:
    out = io.StringIO()
    write_figures(this.handout, out, this.say)
    return (BYTE_ORDER_MARK + out.getvalue()).encode()


def setting(found: Report, today: date, paper: Paper, ink: Ink) -> Setting:
    """Paper and ink, with the day that was held on the page."""
    return Setting(found.day.date if found.day else today, paper, ink)

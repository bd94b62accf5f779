"""The press itself."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date, time
from pathlib import Path

import pytest
from pypdf import PdfReader

from cop_challenge.activities.deal.document import document
from cop_challenge.activities.deal.schema import Model
from cop_challenge.app.wiring import Places
from cop_challenge.core.text import Text
from cop_challenge.i18n.translator import Translator
from cop_challenge.lessons.library import Library
from cop_challenge.printing import certificate, deals
from cop_challenge.printing.drawing import dressed
from cop_challenge.printing.kept import Finished
from cop_challenge.printing.press import TEMPLATES, Press
from cop_challenge.printing.sheet import CannotPrint, Picture, Setting, Sheet

from .conftest import DAY, full

Printed = Callable[..., list[str]]
PO = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
ODD = r'#strong[x] $a_1$ \ "no" <b> @ref * _ ` // /* */ [ ] { } = - + ~ & % \u{41}'


@pytest.fixture
def arabic(tmp_path: Path, places: Places, library: Library) -> Press:
    """A press with an Arabic catalogue of one entry."""
    (tmp_path / "ar").mkdir()
    entry = 'msgctxt "print.school"\nmsgid "School"\nmsgstr "المدرسة"\n'
    (tmp_path / "ar" / "messages.po").write_text(PO + entry, encoding="utf-8")
    return Press(places.assets / "fonts", library.find_picture, Translator(tmp_path, "ar"))


def _plan(plan: Model) -> Sheet:
    return deals.finished([Finished(plan, full(plan))], DAY)


def test_the_same_day_gives_the_same_file(press: Press, plan: Model) -> None:
    """Byte for byte; another day gives another."""
    first = press.pdf(_plan(plan), Setting(DAY))
    assert first == press.pdf(_plan(plan), Setting(DAY))
    assert first != press.pdf(_plan(plan), Setting(date(2026, 11, 25)))


@pytest.mark.parametrize(("paper", "width", "height"), [("a4", 595, 842), ("letter", 612, 792)])
def test_the_paper_is_the_one_asked_for(
    press: Press, plan: Model, paper: str, width: int, height: int
) -> None:
    """In points."""
    setting = Setting(DAY, paper)  # type: ignore[arg-type]
    box = PdfReader(io.BytesIO(press.pdf(_plan(plan), setting))).pages[0].mediabox
    assert (round(box.width), round(box.height)) == (width, height)


def test_only_the_games_own_fonts_are_used(press: Press, plan: Model) -> None:
    """Whatever the system has, a page looks the same everywhere."""
    page = PdfReader(io.BytesIO(press.pdf(_plan(plan), Setting(DAY)))).pages[0]
    names = {
        font.get_object()["/BaseFont"].partition("+")[2] for font in page["/Resources"]["/Font"].values()
    }
    assert names
    assert all(name.startswith(("Fredoka", "Nunito")) for name in names), names


def test_a_screen_reader_finds_its_way(press: Press, plan: Model) -> None:
    """Title, language and structure are in the file."""
    reader = PdfReader(io.BytesIO(press.pdf(_plan(plan), Setting(DAY))))
    assert reader.metadata is not None
    assert reader.metadata.title == "Our Protection Programme"
    assert reader.trailer["/Root"]["/Lang"] == "en"
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]


def test_words_are_never_read_as_code(press: Press, printed: Printed, plan: Model) -> None:
    """Every sign stands on the page as it was written."""
    odd = plan.model_copy(update={"heading": Text(ODD)})
    (page,) = printed(deals.finished([Finished(odd, full(odd))], DAY))
    assert ODD in page


def test_signs_no_font_has_do_not_stop_the_press(printed: Printed, plan: Model) -> None:
    """An emoji of a pack, a script without a font."""
    odd = plan.model_copy(update={"heading": Text("Plan 🦙 ᚠ\u202e\x00")})
    assert len(printed(deals.finished([Finished(odd, full(odd))], DAY))) == 1


def test_right_to_left_turns_the_page(arabic: Press, press: Press, plan: Model) -> None:
    """The direction reaches the page, and the reader's window."""
    for by, direction, language in ((press, "ltr", "en"), (arabic, "rtl", "ar")):
        (mark,) = by.marks(_plan(plan), Setting(DAY), "setting")
        assert (mark["value"]["direction"], mark["value"]["language"]) == (direction, language)
    reader = PdfReader(io.BytesIO(arabic.pdf(_plan(plan), Setting(DAY))))
    assert reader.trailer["/Root"]["/ViewerPreferences"]["/Direction"] == "/R2L"


def test_a_catalogue_is_all_a_language_needs(arabic: Press, plan: Model) -> None:
    """Its words, its date; what is not translated shows its source."""
    data = arabic.data(_plan(plan), Setting(DAY))
    assert data["values"]["school"] == "المدرسة"
    assert "Who takes it on" in data["values"]["who"]
    assert "نوفمبر" in data["today"]


def test_what_is_not_translated_keeps_its_full_stop(arabic: Press, plan: Model) -> None:
    """English on an Arabic page is set apart from it; Arabic is not."""
    data = arabic.data(_plan(plan), Setting(DAY))["values"]
    assert data["look_again"] == "\u2068We look at this page again on\u2069"
    assert data["school"] == "المدرسة"


def test_a_class_has_its_copies_in_one_file(press: Press, library: Library, printed: Printed) -> None:
    """One after the other, all alike; the file grows by little, as pictures are there once."""
    sheet = certificate.certificates([library.tracks["5-7"]])
    pages = printed(sheet, Setting(DAY, copies=30))
    assert len(pages) == 30
    assert len(set(pages)) == 1
    one, many = (press.pdf(sheet, Setting(DAY, copies=copies)) for copies in (1, 30))
    assert len(many) < 10 * len(one)


def test_days_and_hours_are_told_as_readers_count_them(places: Places) -> None:
    """In Amharic in both ways, wherever a sheet has them."""
    press = Press(places.assets / "fonts", lambda name: None, Translator(places.locales, "am"))
    sheet = Sheet("programme", Text("Day"), {"opens": time(9, 30), "day": date(2026, 11, 29)})
    data = press.data(sheet, Setting(date(2026, 11, 29)))
    assert data["today"] == data["values"]["day"] == "29 ኖቬምበር 2026 (20 ኅዳር 2019)"
    assert data["values"]["opens"] == "09:30 (ከጠዋቱ 3:30)"


def test_a_missing_picture_leaves_its_place_empty(places: Places, printed: Printed, plan: Model) -> None:
    """A pack may have lost it; the words are what counts."""
    press = Press(places.assets / "fonts", lambda name: None, Translator(places.locales))
    assert len(printed(_plan(plan), None, press)) == 1


def test_a_broken_picture_is_a_sentence(tmp_path: Path, places: Places, card: Model) -> None:
    """With what to do about it."""
    broken = tmp_path / "broken.svg"
    broken.write_text("<svg", encoding="utf-8")
    press = Press(places.assets / "fonts", lambda name: broken, Translator(places.locales))
    with pytest.raises(CannotPrint, match="save it anew"):
        press.pdf(deals.finished([Finished(card, document(card, {}))], DAY), Setting(DAY))


def test_a_photograph_can_be_printed(tmp_path: Path, places: Places, card: Model) -> None:
    """Packs bring PNG as well."""
    import pygame

    photo = tmp_path / "photo.png"
    pygame.image.save(pygame.Surface((8, 8)), photo)
    press = Press(places.assets / "fonts", lambda name: photo, Translator(places.locales))
    assert press.pdf(deals.finished([Finished(card, full(card))], DAY), Setting(DAY)).startswith(b"%PDF")


def test_pages_can_be_had_as_pictures(press: Press, library: Library) -> None:
    """For looking at, and for documents about the game."""
    tracks = list(library.tracks.values())
    pages = press.pictures(certificate.certificates(tracks), Setting(DAY), ppi=20)
    assert len(pages) == len(tracks)
    assert all(page.startswith(b"\x89PNG") for page in pages)


def test_a_drawing_is_coloured_and_cut_by_a_style() -> None:
    """What stands in the file stays; a drawing without a proper root is left alone."""
    source = '<svg viewBox="0 0 1 1"><g id="a"/></svg>'
    style = "<style>#a{display:none}svg{color:#FFF6E4}</style>"
    picture = Picture("x", "#FFF6E4", ("a",))
    assert dressed(source, picture) == f'<svg viewBox="0 0 1 1">{style}<g id="a"/></svg>'
    assert dressed(source, Picture("x")) == source
    assert dressed("<p/>", picture) == "<p/>"


def test_templates_hold_no_words() -> None:
    """All that is read comes from the sheet, so that it can be translated."""
    import re

    for path in TEMPLATES.glob("*.typ"):
        code = re.sub(r"//.*", "", path.read_text(encoding="utf-8"))
        for body in re.findall(r"\[([^\[\]]*)\]", code):
            shown = re.sub(r"#?[\w-]+(\.[\w-]+)*(\([^()]*\))?", "", body) if "#" in body else body
            assert not re.search(r"[A-Za-z]{2,}", shown), (path.name, body)

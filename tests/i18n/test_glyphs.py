"""No missing-glyph box: whatever may be drawn has a picture in the shipped fonts."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

import pytest
from babel import Locale

from cop_challenge.app.survey import MANY, OTHERS
from cop_challenge.app.wiring import Places
from cop_challenge.i18n import numbers
from cop_challenge.i18n.locale import available, own_name
from cop_challenge.ui.fonts import FontBook
from cop_challenge.ui.theme import FAMILIES

BAY = tuple(language.code for language in OTHERS)


@pytest.fixture(scope="module")
def fonts(places: Places) -> FontBook:
    return FontBook(places.assets / "fonts")


def missing(fonts: FontBook, text: str) -> set[str]:
    """Characters some family has no picture for; signs of control are not drawn."""
    drawn = {char for char in unicodedata.normalize("NFC", text) if unicodedata.category(char) != "Cf"}
    return {
        char
        for char in drawn - set("\n\t")
        for family in FAMILIES.values()
        if fonts.face_for(char, family) is None
    }


def signs(code: str) -> Iterator[str]:
    """Digits, quotation marks, signs of numbers and lists, and names of months, as Babel knows them."""
    locale = Locale.parse(code)
    for country in ("", "EG", "DZ", "ET", "FR", "CN"):
        yield numbers.number(-1234567890.5, code, country)
        yield numbers.share(40, code, country)
    yield numbers.listing(["a", "b", "c"], code)
    # Babel has no quotation marks: these are the ones CLDR names for the languages of the bay.
    yield "“”‘’«»„‹›「」『』《》…–—·"
    yield from locale.months["format"]["wide"].values()


@pytest.mark.parametrize("code", ["en", *BAY])
def test_digits_and_signs_of_every_language_have_letters(fonts: FontBook, code: str) -> None:
    assert missing(fonts, "".join(signs(code))) == set()


def test_every_catalogue_has_letters(fonts: FontBook, places: Places) -> None:
    """All that stands in `locales/`, and what each language is called."""
    from babel.messages.pofile import read_po

    for code in available(places.locales):
        text = own_name(code)
        path = places.locales / code / "messages.po"
        if path.is_file():
            with path.open("rb") as file:
                for message in read_po(file):
                    forms = message.string if isinstance(message.string, tuple) else (message.string,)
                    text += "".join(map(str, forms)) if message.id else ""
        assert missing(fonts, text) == set(), code


def test_everything_authors_have_written_has_letters(fonts: FontBook, places: Places) -> None:
    for path in sorted(places.content.rglob("*.yaml")):
        assert missing(fonts, path.read_text(encoding="utf-8")) == set(), path.name


def test_the_languages_of_the_pictures_have_letters(fonts: FontBook) -> None:
    assert missing(fonts, "".join(language.name.source for language in (*OTHERS, *MANY))) == set()

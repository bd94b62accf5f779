from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from babel import localedata

from cop_challenge.core.text import Listing, Percent, Text
from cop_challenge.i18n import numbers
from cop_challenge.i18n.translator import Translator


@pytest.mark.parametrize(
    ("language", "country", "written"),
    [
        ("en", "", "12,345"),
        ("ar", "EG", "١٢٬٣٤٥"),
        ("ar", "DZ", "12.345"),
        ("fa", "", "۱۲٬۳۴۵"),
        ("am", "ET", "12,345"),
        ("xx", "", "12345"),
    ],
)
def test_numbers_are_written_as_the_language_does_in_the_country(
    language: str, country: str, written: str
) -> None:
    assert numbers.number(12345, language, country) == written


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("en", "40 thousand"),
        ("fr", "40 mille"),
        ("ru", "40 тысяч"),
        ("zh_Hans", "4万"),
        ("am", "40 ሺ"),
        ("sw", "40,000"),
        ("xx", "40000"),
    ],
)
def test_large_numbers_are_counted_as_the_language_counts(language: str, written: str) -> None:
    assert numbers.rounded(40_000, language).replace("\u00a0", " ") == written


def test_a_day_may_want_the_digits_everybody_knows() -> None:
    assert numbers.number(12, "ar", "EG", "latn") == "12"
    assert numbers.share(40, "fa", "", "latn") == "40%"


@pytest.mark.parametrize(
    ("language", "country", "written"),
    [("en", "", "40\u00a0%"), ("ar", "EG", "٤٠٪"), ("fr", "", "40\u00a0%"), ("zh", "", "40%")],
)
def test_shares_have_the_sign_of_the_language(language: str, country: str, written: str) -> None:
    assert numbers.share(40, language, country) == written


@pytest.mark.parametrize(
    ("language", "written"), [("en", "a, b, c"), ("fr", "a, b et c"), ("ar", "a وb وc"), ("zh", "a、b和c")]
)
def test_lists_are_joined_as_the_language_does(language: str, written: str) -> None:
    assert numbers.listing(["a", "b", "c"], language) == written


def test_every_language_babel_knows_can_be_written() -> None:
    for code in localedata.locale_identifiers():
        assert numbers.number(12345.6, code)
        assert numbers.share(7, code)
        assert "a" in numbers.listing(["a", "b"], code)


def test_whatever_fills_a_text_is_written_in_its_language() -> None:
    say = Translator(Path(), "ar")
    say.country = "EG"
    text = Text("{count} {share} {names} {code}").fill(
        count=3, share=Percent(50), names=Listing(("a", Text("{n}").fill(n=2))), code="22"
    )
    assert say(text) == "٣ ٥٠٪ a\u200e و٢ 22"


def test_english_numbers_wait_for_no_babel() -> None:
    """The first picture is drawn before anything heavy is loaded."""
    code = (
        "import sys; from pathlib import Path; from cop_challenge.i18n.translator import Translator;"
        "from cop_challenge.core.text import *;"
        "t = Text('{a} {b} {c}').fill(a=12345, b=Percent(4), c=Listing(('x', 'y')));"
        "print(Translator(Path())(t), 'babel' in sys.modules)"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)
    assert out.stdout.split() == ["12,345", "4", "%", "x,", "y", "False"]


def test_a_number_after_foreign_words_is_not_read_as_theirs() -> None:
    """On pages written from the right: marks end the words' own direction; elsewhere nothing is added."""
    text = Text("{title}, {n}").fill(title="A day", n=1)
    assert Translator(Path(), "ar")(text) == "A day\u200e\u200f, 1"
    assert Translator(Path(), "am")(text) == "A day, 1"

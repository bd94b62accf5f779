from __future__ import annotations

from datetime import date

import pytest

from cop_challenge.i18n.dates import in_words


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "24 November 2026"),
        ("fr", "24 novembre 2026"),
        ("zh_Hans", "2026年11月24日"),
        ("zh-Hans", "2026年11月24日"),
        ("xx", "2026-11-24"),
    ],
)
def test_a_date_is_written_as_its_language_does(language: str, words: str) -> None:
    """A language nobody knows gets the form everybody can read."""
    assert in_words(date(2026, 11, 24), language) == words

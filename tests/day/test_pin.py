from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cop_challenge.day.pin import NotAPin, hashed, is_stored, matches

PINS = st.text("0123456789", min_size=4, max_size=12)


@given(PINS, PINS)
@settings(max_examples=8)
def test_only_the_pin_itself_matches(pin: str, other: str) -> None:
    """And the stored form is known as one."""
    stored = hashed(pin)
    assert is_stored(stored)
    assert matches(pin, stored)
    assert matches(other, stored) == (pin == other)


def test_the_pin_is_not_told_by_what_is_stored() -> None:
    """Each time another salt, and no digits of it in a row."""
    stored = hashed("284619")
    assert "2846" not in stored
    assert stored != hashed("284619")


def test_the_same_salt_gives_the_same_hash() -> None:
    """A file written today is read by every later version: RFC 7914 with these very numbers."""
    assert hashed("2846", lambda count: bytes(range(count))) == (
        "scrypt$AAECAwQFBgcICQoLDA0ODw$BOQhCsxfDehszxUuXdFmbSeqhQ9q1Gs0aWv2EBtj7OQ"
    )


@pytest.mark.parametrize("typed", ["٢٨٤٦", "２８４６", " 2846 "])
def test_any_script_s_digits_are_the_same_pin(typed: str) -> None:
    """An Arabic keyboard types other digits than the one the PIN was made with."""
    assert matches(typed, hashed("2846"))


@pytest.mark.parametrize("pin", ["", "123", "1234567890123", "12a4", "12 34", "①②③④", "-123"])
def test_what_is_no_pin(pin: str) -> None:
    """Is refused when it is made, and never matches."""
    with pytest.raises(NotAPin, match="4 to 12 digits"):
        hashed(pin)
    assert not matches(pin, hashed("1234"))


@pytest.mark.parametrize("stored", ["", "1234", "scrypt$$", "scrypt$AAECAwQFBgcICQoLDA0ODw$short", "md5$a$b"])
def test_what_was_not_stored_here_never_matches(stored: str) -> None:
    """Whatever stands in the file; least of all the PIN in clear."""
    assert not is_stored(stored)
    assert not matches("1234", stored)

from __future__ import annotations

import pytest

from cop_challenge.lessons.language.numbers import dialable, emergency


@pytest.mark.parametrize("text", ["Call +99 1234 5678", "Call 555 0100 22", "0-8-0-0-1-2-3", "116 111"])
def test_numbers_that_could_be_dialled_are_found(text: str) -> None:
    """However they are spaced."""
    assert dialable(text)


@pytest.mark.parametrize("text", ["On 2026-01-31", "12345 coins", "From 8 to 12", "7, 8, 9, 10, 11, 12"])
def test_other_numbers_are_allowed(text: str) -> None:
    """Dates, prices and lists."""
    assert dialable(text) == ""


@pytest.mark.parametrize(
    "text",
    [
        "Call 112 now.",
        "Then dial 999!",
        "the emergency number 911",
        "Ring the police on 110.",
        "The helpline is 1098.",
        "Somebody dials 9-1-1.",
    ],
)
def test_emergency_numbers_are_found(text: str) -> None:
    assert emergency(text)


@pytest.mark.parametrize(
    "text",
    [
        "Call 300 people.",
        "112 steps lead up to the lamp.",
        "The PIN was 4711.",
        "She scored 999 points.",
        "At 9:11 the bell rings.",
        "The phone costs 180.50.",
        "In 2026 the phone rings.",
        "room 110 is free",
    ],
)
def test_quantities_years_and_pins_are_no_emergency(text: str) -> None:
    assert emergency(text) == ""

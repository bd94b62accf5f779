from __future__ import annotations

import pytest
from pydantic import TypeAdapter, ValidationError

from cop_challenge.activities.fields import Story

STORY: TypeAdapter[object] = TypeAdapter(Story)


def rule_broken(text: str) -> str:
    try:
        STORY.validate_python(text)
    except ValidationError as error:
        return str(error.errors()[0]["type"])
    return ""


@pytest.mark.parametrize(
    "text",
    [
        "Look at https://coins.zz now",
        "www.free-coins.zz/x",
        "Write to me@coins.zz",
        "FREE.COINS.ZZ",
        "www.real.zz/free.example",
        "http://localhost/x",
    ],
)
def test_addresses_that_could_be_real_are_found(text: str) -> None:
    """With or without scheme, in capitals, as mail, or hidden behind a path."""
    assert rule_broken(text) == "real-address"


@pytest.mark.parametrize(
    "text",
    [
        "Look at “https://coins.example” now",
        "www.coins.example/free",
        "me@coins.example.",
        "Stop… wait. Then tell. Quick.Then run",
        "It costs 3.50 coins, e.g. today",
    ],
)
def test_what_belongs_to_nobody_is_allowed(text: str) -> None:
    """Example addresses, and sentences that only look like one."""
    assert rule_broken(text) == ""


@pytest.mark.parametrize("text", ["Call +99 1234 5678", "Call 555 0100 22", "0-8-0-0-1-2-3"])
def test_numbers_that_could_be_dialled_are_found(text: str) -> None:
    """However they are spaced."""
    assert rule_broken(text) == "dialable-number"


@pytest.mark.parametrize("text", ["On 2026-01-31", "12345 coins", "From 8 to 12", "7, 8, 9, 10, 11, 12"])
def test_other_numbers_are_allowed(text: str) -> None:
    """Dates, prices and lists."""
    assert rule_broken(text) == ""

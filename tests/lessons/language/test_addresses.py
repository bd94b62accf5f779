from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cop_challenge.lessons.language.addresses import RESERVED, RESERVED_NAMES, real_address

LABEL = st.from_regex(r"[a-z][a-z0-9]{0,9}", fullmatch=True)


@pytest.mark.parametrize(
    "text",
    [
        "Look at https://coins.zz now",
        "www.free-coins.zz/x",
        "Write to me@coins.zz",
        "FREE.COINS.ZZ",
        "www.real.zz/free.example",
        "http://localhost.zz/x",
        "Go to coins.zz.",
        "“coins.zz”",
        "coins.example.zz",
        "notexample.com",
        "Me@bay.so",
        "bay.it/free",
    ],
)
def test_addresses_that_could_be_real_are_found(text: str) -> None:
    """With or without scheme, in capitals, as mail, or hidden behind a path."""
    assert real_address(text)


@pytest.mark.parametrize(
    "text",
    [
        "Look at “https://coins.example” now",
        "www.coins.example/free",
        "me@coins.example.",
        "coins.test and coins.invalid",
        "example.com, shop.example.org",
        "Stop… wait. Then tell. Quick.Then run",
        "Stop.Think.Tell.",
        "It costs 3.50 coins, e.g. today",
        "photo.png, notes.md, film.mov, all.zip",
        "bread, salt, etc.and soup",
        "Open it.so quickly",
        "At 5.30 p.m. or i.e. later",
    ],
)
def test_what_belongs_to_nobody_is_allowed(text: str) -> None:
    """Reserved endings, names of files, and sentences that only look like an address."""
    assert real_address(text) == ""


@given(LABEL, st.sampled_from((*RESERVED, *(f".{name}" for name in RESERVED_NAMES))))
def test_reserved_endings_are_never_found(label: str, ending: str) -> None:
    assert real_address(f"See https://{label}{ending}/path now.") == ""


@given(st.lists(LABEL, min_size=1, max_size=3), st.sampled_from(["com", "org", "et", "eg", "shop"]))
def test_real_endings_are_always_found(labels: list[str], ending: str) -> None:
    """Whatever stands before them, but for the names that are reserved."""
    host = ".".join([*labels, ending])
    if labels[-1] != "example":
        assert real_address(f"See {host} now.") == host


@given(st.text(max_size=400))
def test_any_text_is_read(text: str) -> None:
    real_address(text)

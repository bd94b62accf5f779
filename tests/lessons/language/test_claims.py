from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cop_challenge.lessons.language.claims import claim


@pytest.mark.parametrize(
    "text",
    [
        "Two in three tell a friend first.",
        "one in three children",
        "9 out of 10 messages",
        "Nine of ten read on.",
        "30 % have seen it.",
        "12 per cent of pupils",
        "Studies show that it helps.",
        "research has found little",
        "according to a survey",
        "On average, a child waits.",
        "Most children tell nobody.",
        "Nearly all of the teenagers know it.",
        "half of all children",
        "twice as likely as before",
        "1,072 pupils took part.",
        "In 2020 it was counted.",
        "12 million pictures",
    ],
)
def test_facts_are_found(text: str) -> None:
    assert claim(text)


@pytest.mark.parametrize(
    "text",
    [
        "One of the three is Lucho.",
        "One of two people says no.",
        "Five fish, ten coins, 300 marbles.",
        "At 20:15 the ferry leaves.",
        "I am 100 % sure.",
        "Half an hour later",
        "Most of the soup is gone.",
        "She studies the map.",
        "entry 0412",
        "4.9 of 5 stars",
        "Many children wait like that.",
    ],
)
def test_what_belongs_to_a_scene_is_no_fact(text: str) -> None:
    assert claim(text) == ""


@given(st.integers(0, 99), st.integers(1, 9))
def test_every_percentage_is_a_fact(whole: int, tenth: int) -> None:
    assert claim(f"About {whole}.{tenth} % of them")

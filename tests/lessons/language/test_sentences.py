from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cop_challenge.lessons.language.sentences import sentences, words_of

WORD = st.from_regex(r"[a-z]{2,9}", fullmatch=True)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Stop. Wait! Tell?", ["Stop.", "Wait!", "Tell?"]),
        ("“Stop!” says Bia. Mum looks.", ["“Stop!” says Bia.", "Mum looks."]),
        ("She says: “Come.” Then she runs.", ["She says: “Come.”", "Then she runs."]),
        ("Dr. A. Kettle has come.", ["Dr. A. Kettle has come."]),
        ("It costs 3.50 coins.", ["It costs 3.50 coins."]),
        ("Legendary… legendary… sock.", ["Legendary… legendary… sock."]),
        ("A heading", []),
        ("“A whole sentence.”", ["“A whole sentence.”"]),
    ],
)
def test_a_text_is_split_where_a_sentence_ends(text: str, found: list[str]) -> None:
    assert sentences(text) == found


def test_words_keep_their_apostrophes_and_hyphens() -> None:
    assert words_of("“Isn’t it a two-second stop?”") == ["Isn’t", "it", "a", "two-second", "stop"]


@given(st.lists(st.lists(WORD, min_size=1, max_size=12), max_size=6))
def test_plain_sentences_come_out_as_they_went_in(written: list[list[str]]) -> None:
    text = " ".join(" ".join(words).capitalize() + "." for words in written)
    assert [[word.lower() for word in words_of(each)] for each in sentences(text)] == written


@given(st.text(max_size=300))
def test_any_text_is_split(text: str) -> None:
    for sentence in sentences(text):
        assert sentence in text

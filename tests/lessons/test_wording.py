"""What of a lesson's sentences is compared, and what is not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cop_challenge.core.text import Text
from cop_challenge.lessons.alike import same_form, same_matter
from cop_challenge.lessons.library import Library
from cop_challenge.lessons.wording import SMALL_WORDS, Wording, anatomy, wording

STORY = (
    "A player writes to Bia: “Send me a photo and win a singing spoon!” She has always wanted one that sings."
)

SMALL = SMALL_WORDS.split()
sentences = st.lists(
    st.lists(st.sampled_from([*SMALL[:40], "goat", "spoon", "sings"]), min_size=1, max_size=12), max_size=6
)


def of(*sources: str) -> Wording:
    return wording(tuple(map(Text, sources)))


def written(found: list[list[str]]) -> str:
    return " ".join(" ".join(words) + "." for words in found)


def test_other_names_leave_the_form() -> None:
    """Another child, another thing, another verb."""
    other = STORY.replace("Bia", "Nia").replace("singing spoon", "flying kettle").replace("sings", "flies")
    assert of(other).form == of(STORY).form != frozenset()


def test_an_adjective_more_leaves_the_form() -> None:
    """Neighbours that name something count as one."""
    assert of(STORY.replace("singing spoon", "big blue singing spoon")).form == of(STORY).form


def test_other_small_words_change_the_form() -> None:
    """They hold a sentence together."""
    assert of(STORY.replace("to Bia", "about Bia")).form != of(STORY).form


def test_matter_is_what_is_named() -> None:
    """Small words are none, and a plural is its singular."""
    assert of("The goat's two spoons, and three goats!").matter == {"goat", "spoon"}


def test_words_are_counted() -> None:
    """As an author counts them."""
    assert of("The goat's two spoons… and three goats!", "Yes?").words == 8


def test_two_texts_make_no_sentence_together() -> None:
    """What follows a text without a full stop is another sentence."""
    assert of("is it not a goat", "or is it not").form == of("is it not a goat.", "Or is it not!").form


@pytest.mark.parametrize("nothing", ["", "…", "“ ”", "!?"])
def test_nothing_is_like_nothing(nothing: str) -> None:
    """Texts without words share nothing, not even with themselves."""
    assert same_form(of(nothing), of(nothing)) == same_matter(of(nothing), of(nothing)) == 0


@given(sentences, st.randoms(use_true_random=False))
def test_the_order_of_sentences_is_nothing(found: list[list[str]], random) -> None:
    """However they are turned, form and matter are the same."""
    turned = list(found)
    random.shuffle(turned)
    assert of(written(turned)) == of(written(found))


@given(sentences)
def test_whether_in_one_text_or_in_several_is_nothing(found: list[list[str]]) -> None:
    """A story of three sentences, or three panels of one."""
    assert of(written(found)) == of(*(written([words]) for words in found))


@given(st.text())
def test_any_text_has_a_wording(text: str) -> None:
    """Whatever the script."""
    assert of(text).words >= 0


@given(sentences, sentences)
def test_likeness_is_mutual_and_a_share(one: list[list[str]], other: list[list[str]]) -> None:
    """From 0 to 1, whichever of the two comes first."""
    for measure in (same_form, same_matter):
        share = measure(of(written(one)), of(written(other)))
        assert 0 <= share <= 1
        assert share == measure(of(written(other)), of(written(one)))


def test_a_lesson_is_the_sum_of_its_parts(library: Library) -> None:
    """Taken apart into rounds or not, its wording is the same."""
    for lesson in library.lessons.values():
        assert anatomy(lesson).whole == wording(lesson)

"""What `compile` finds."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cop_challenge.translate.catalogue import Catalogue, Translation, new
from cop_challenge.translate.checks import check
from cop_challenge.translate.pseudo import catalogue, pseudo
from cop_challenge.translate.stats import counts

from .conftest import message


def held(*entries: Translation, language: str = "sw") -> Catalogue:
    return replace(new(language), translations=entries)


@pytest.mark.parametrize(
    ("source", "form", "fact"),
    [
        ("{name}: {what}", "{name}", "“{what}” is missing"),
        ("{name}", "{jina}", "“{name}” is missing"),
        ("Hello", "{name}", "“{name}” does not stand in the English text"),
        ("{name}", "{name} {", "“{” is no placeholder"),
        ("{name}", "{name.__class__}", "“{name.__class__}” is no placeholder"),
        ("{name}", "{name} {0:>99999999}", "“{0:>99999999}” is no placeholder"),
        ("One line", "Two\nlines", "more or fewer lines"),
        ("Word", "Neno ", "begins or ends with a space"),
        ("Word", "Ne\u200bno\x07", "a sign that cannot be seen"),
    ],
)
def test_each_wrong_translation_is_named_with_its_line(source: str, form: str, fact: str) -> None:
    (fault,) = check(held(Translation("a", (source,), (form,), line=7)), "sw/messages.po")
    assert fault.place == "sw/messages.po:7"
    assert fact in fault.fact
    assert fault.remedy


def test_nothing_is_wrong_with_what_is_right_missing_or_fuzzy() -> None:
    entries = (
        Translation("a", ("{name}",), ("Jina {name}",)),
        Translation("b", ("{name}",), ("",)),
        Translation("c", ("{name}",), ("bad",), fuzzy=True),
    )
    assert list(check(held(*entries), "x")) == []


def test_a_form_for_one_number_may_say_it_in_words() -> None:
    """Arabic has a form for two alone; the form for eleven and more must have the number."""
    sources = ("{count} thing", "{count} things")
    good = ("لا شيء", "شيء واحد", "شيئان", "{count} أشياء", "{count} شيئا", "{count} شيء")
    assert list(check(held(Translation("a", sources, good), language="ar"), "x")) == []
    (fault,) = check(held(Translation("a", sources, (*good[:5], "شيء")), language="ar"), "x")
    assert "form 5: “{count}” is missing" in fault.fact


def test_a_form_that_is_left_out_is_named() -> None:
    sources = ("{count} thing", "{count} things")
    (fault,) = check(held(Translation("a", sources, ("{count} kitu", ""))), "x")
    assert "form 1: the translation is missing" in fault.fact


def test_a_translation_of_another_sentence_is_named() -> None:
    entries = (Translation("a", ("Old",), ("Zamani",)), Translation("gone", ("Old",), ("Zamani",)))
    facts = [fault.fact for fault in check(held(*entries), "x", [message("a", "New")])]
    assert "another sentence" in facts[0]
    assert "no more" in facts[1]


def test_a_rule_that_is_none_is_named() -> None:
    broken = replace(new("sw"), headers={"Plural-Forms": "nplurals=2; plural=import os"})
    assert "Plural-Forms" in next(iter(check(broken, "x"))).fact


def test_the_pseudo_language_is_longer_accented_and_leaves_placeholders_alone() -> None:
    made = pseudo("{count} things to look at, before the game begins")
    assert made.startswith("[{count} thíñgš")
    assert made.endswith("]")
    assert len(made) >= 1.35 * len("{count} things to look at, before the game begins")
    entries = catalogue([message("a", "{count} thing", "{count} things"), message("b", "No")])
    assert list(check(entries, "x")) == []


def test_counts_tell_translated_fuzzy_and_missing() -> None:
    messages = [message("a", "One two three"), message("b", "Four five"), message("c", "Six")]
    entries = (
        Translation("a", ("One two three",), ("Moja",)),
        Translation("b", ("Four five",), ("Nne",), fuzzy=True),
    )
    first, everything = counts(held(*entries), messages)
    assert (first.name, first.texts, first.translated, first.fuzzy, first.missing) == (
        "interface",
        3,
        1,
        1,
        1,
    )
    assert (everything.words, everything.left, everything.percent) == (6, 3, 33)

from __future__ import annotations

import pytest

from cop_challenge.lessons.language.names import brand, institution, listed


def test_the_list_of_brands_is_long_and_has_no_name_twice() -> None:
    names = [name for section in listed("brands.txt").values() for name in section]
    assert len(names) >= 80
    assert len({name.lower() for name in names}) == len(names)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Hana plays minecraft.", "minecraft"),
        ("A TikTok video", "TikTok"),
        ("the class group on WhatsApp", "WhatsApp"),
        ("She sends it over Signal.", "Signal"),
        ("They meet on Discord.", "Discord"),
        ("On Zoom they laugh.", "Zoom"),
        ("a GTA clip", "GTA"),
        ("She asks Siri for a joke.", "Siri"),
    ],
)
def test_brands_are_found(text: str, found: str) -> None:
    """Whatever their capitals; those that are words only with one."""
    assert brand(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Give the signal, then steam on.",
        "Switch it off. Zoom in. Line up!",
        "“Apple or pear?” asks Mum.",
        "The Two-Second Switch",
        "An apple, two windows and a word",
        "a legond of legos",
        "Grandpa tells a story. Meet him at noon.",
        "Iwe siri yetu. Siri ni nzito.",
    ],
)
def test_ordinary_words_are_no_brands(text: str) -> None:
    """Neither small, nor at the beginning of a sentence, nor in a heading, nor inside other words, nor in another language."""
    assert brand(text) == ""


def test_institutions_are_found() -> None:
    assert institution("UNICEF asked children.") == "UNICEF"
    assert institution("With Take It Down the picture stays here.") == "Take It Down"


@pytest.mark.parametrize("text", ["Who is there?", "WHO IS THERE?", "take it down", "the hotel UKELELE"])
def test_words_are_no_institutions(text: str) -> None:
    assert institution(text) == ""

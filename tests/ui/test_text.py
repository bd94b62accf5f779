from __future__ import annotations

import pygame
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from uniseg.linebreak import line_break_units

from cop_challenge.app.wiring import Places
from cop_challenge.ui import theme
from cop_challenge.ui.bidi import base_level, levels, visual_order
from cop_challenge.ui.breaks import break_units
from cop_challenge.ui.fonts import FontBook
from cop_challenge.ui.typesetter import Typesetter

STYLE = theme.STORY.with_(size=40, least=20)

WORDS = {
    "Cyrillic": st.from_regex(r"[“(]?[а-яёА-ЯЁ]{1,8}[,.!?:;…]?[”)]?", fullmatch=True),
    "Arabic": st.from_regex(r"[“(]?([ء-غف-ي][ًٌٍَُِّْ]?){1,8}[،.؟!؛:]?[”)]?", fullmatch=True),
    "Ethiopic": st.from_regex(r"[“(]?[ሀ-ሏመ-ሟሰ-ሷ]{1,6}[።፣፤፥፦፧!]?[”)]?", fullmatch=True),
    "Spanish": st.from_regex(r"[¿¡]?[a-zñáéí]{1,8}[!?,.]?", fullmatch=True),
    "French": st.from_regex(r"(«[\u00a0\u202f])?[a-zéè]{1,8}([\u00a0\u202f][!?:;»])?[,.]?", fullmatch=True),
}
HAN = st.from_regex(r"([（《「]?[一-十请告诉大人灯][，。！？：；、）》」]{0,2}){1,30}", fullmatch=True)
WORD = st.from_regex(r"[“‘(]?[A-Za-zéèñüç]{1,8}(?:[’'][a-z]{1,3})?[,.!?;:…]?[”)]?[,.!?]?", fullmatch=True)
NUMBER = st.from_regex(r"[0-9]{1,4}(\u00a0?%)?[,.!?]?", fullmatch=True)


@pytest.fixture(scope="module")
def typesetter(places: Places) -> Typesetter:
    pygame.font.init()
    made = Typesetter(FontBook(places.assets / "fonts"))
    made.start_afresh(1920, 1080)
    return made


@given(st.lists(WORD | NUMBER, min_size=1, max_size=12))
@settings(max_examples=200)
def test_simple_sentences_break_as_the_standard_says(words: list[str]) -> None:
    """The short way for plain Latin sentences gives what UAX #14 gives."""
    text = " ".join(words)
    assert break_units(text) == tuple(line_break_units(text))


@given(st.sampled_from(sorted(WORDS)).flatmap(lambda script: st.lists(WORDS[script] | NUMBER, min_size=1)))
@settings(max_examples=300)
def test_simple_sentences_of_other_scripts_break_as_the_standard_says(words: list[str]) -> None:
    """The same for the other languages of the bay."""
    text = " ".join(words)
    assert break_units(text) == tuple(line_break_units(text))


@given(HAN)
@settings(max_examples=300)
def test_chinese_sentences_break_as_the_standard_says(text: str) -> None:
    """The short way for Chinese, too."""
    assert break_units(text) == tuple(line_break_units(text))


def test_amharic_breaks_after_its_word_sign() -> None:
    """Old writing sets ፡ between words, new writing a space."""
    assert break_units("ሰላም፡ለሰው፡ይንገሩ።") == ("ሰላም፡", "ለሰው፡", "ይንገሩ።")
    assert break_units("ሰላም ለሰው ይንገሩ።") == ("ሰላም ", "ለሰው ", "ይንገሩ።")


@given(st.text(max_size=60))
@settings(max_examples=100)
def test_breaking_loses_nothing(text: str) -> None:
    """Joined pieces are the text."""
    assert "".join(break_units(text)) == text


def test_chinese_breaks_between_characters() -> None:
    """Text without spaces has places to break, but never before a full stop."""
    assert break_units("请告诉大人。") == ("请", "告", "诉", "大", "人。")


@given(st.text(alphabet="abc مرحبا 12.,()", max_size=40), st.sampled_from([0, 1]))
@settings(max_examples=200)
def test_every_character_has_a_level(text: str, base: int) -> None:
    """Levels are one a character and never below the paragraph's."""
    found = levels(text, base)
    assert len(found) == len(text)
    assert all(level >= base for level in found)


def test_an_address_in_an_arabic_sentence_keeps_its_order() -> None:
    """Latin inside Arabic has an even level, higher than the paragraph's."""
    text = "اضغط على game.example الآن"
    found = levels(text, 1)
    assert {found[text.index("g") + i] for i in range(len("game.example"))} == {2}
    assert found[0] == 1


def test_runs_of_a_right_to_left_line_stand_from_the_right() -> None:
    """Reordering by UAX #9, rule L2."""
    assert visual_order([1, 2, 1], ["first", "address", "last"]) == ["last", "address", "first"]
    assert visual_order([0, 1, 1, 0], list("abcd")) == list("acbd")
    assert visual_order([0, 0], list("ab")) == list("ab")


def test_a_paragraph_knows_its_direction() -> None:
    """The first strong letter decides; without one, the page does."""
    assert (base_level("12 مرحبا", 0), base_level("12 hello", 1), base_level("12", 1)) == (1, 0, 1)


def test_arabic_is_joined(typesetter: Typesetter) -> None:
    """Joined letters are narrower than the same letters one by one."""
    joined = typesetter.fit("بببب", STYLE, 10**4, 10**4, 1.0, True).width
    single = typesetter.fit("ب ب ب ب", STYLE, 10**4, 10**4, 1.0, True).width
    assert joined < single * 0.8


@pytest.mark.parametrize(
    "text",
    [
        "Tell someone",
        "Расскажи взрослому",
        "أخبر شخصًا تثق به",
        "ለሚያምኑት ሰው ይንገሩ",
        "请告诉你信任的大人",
        "œuvre à l’école",
    ],
)
def test_five_scripts_have_letters(typesetter: Typesetter, text: str) -> None:
    """No missing-glyph box in any of the scripts the game ships."""
    typesetter.missing.clear()
    setting = typesetter.fit(text, STYLE, 10**4, 10**4, 1.0, False)
    assert setting.width > 0
    assert typesetter.missing == set()


@given(
    st.lists(
        st.sampled_from(["light", "መብራት", "ضوء", "灯", "свет", "don’t", "x.example"]), min_size=1, max_size=30
    ),
    st.integers(200, 1200),
)
@settings(max_examples=60)
def test_lines_keep_inside_their_width(typesetter: Typesetter, words: list[str], width: int) -> None:
    """Every line is as wide as asked at the most, whatever the mix of scripts."""
    setting = typesetter.fit(" ".join(words), STYLE, width, 10**5, 1.0, False)
    assert setting.width <= width or setting.overflows


def test_text_shrinks_before_it_overflows(typesetter: Typesetter) -> None:
    """A longer translation is set smaller, down to the style's least size, then reported."""
    text = "one two three four five six seven eight nine ten"
    roomy = typesetter.fit(text, STYLE, 400, 400, 1.0, False)
    tight = typesetter.fit(text, STYLE, 400, 110, 1.0, False)
    hopeless = typesetter.fit(text, STYLE, 120, 40, 1.0, False)
    assert roomy.pixels == 40
    assert 20 <= tight.pixels < 40
    assert (tight.overflows, hopeless.overflows) == (False, True)


def test_balanced_lines_are_of_like_length(typesetter: Typesetter) -> None:
    """A heading does not leave one word alone on its last line."""
    text = "The lanterns of the bay have gone out tonight"
    style = STYLE.with_(balanced=True)
    greedy = typesetter.fit(text, STYLE, 760, 500, 1.0, False)
    balanced = typesetter.fit(text, style, 760, 500, 1.0, False)
    assert len(greedy.lines) == len(balanced.lines) == 2
    assert balanced.lines[1].width > greedy.lines[1].width


def test_kept_pictures_are_bounded(typesetter: Typesetter) -> None:
    """However much is shown in a day, only about a window's worth of text pictures is kept."""
    typesetter.start_afresh(400, 300)
    for number in range(200):
        setting = typesetter.fit(f"line {number}", STYLE, 400, 100, 1.0, False)
        typesetter.picture(setting, STYLE, 400)
    kept = sum(s.get_width() * s.get_height() * 4 for s in typesetter._pictures.values())
    assert kept <= 400 * 300 * 4 + 400 * 100 * 4
    typesetter.start_afresh(1920, 1080)

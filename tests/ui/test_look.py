from __future__ import annotations

import re
from itertools import product

import pytest

from cop_challenge.activities.registry import ACTIVITIES
from cop_challenge.app.wiring import Places
from cop_challenge.core.comfort import Comfort
from cop_challenge.ui import theme
from cop_challenge.ui.furniture import GLASS
from cop_challenge.ui.look import HIGH_COLOURS, PLAIN, Look
from cop_challenge.ui.moods import MOODS
from cop_challenge.ui.theme import contrast

HIGH = Look(high=True)


def faces(places: Places, slab: str, look: Look) -> list[theme.Colour]:
    """Colours of a slab's faces, on which words stand."""
    source = look.drawing((places.assets / f"ui/slabs/{slab}.svg").read_text(encoding="utf-8"))
    found = re.findall(r'stop-color="(#\w{6})"', source)
    for rect in re.findall(r'<rect class="face[^>]*>', source):
        found += re.findall(r' fill="(#\w{6})"', rect) if "wide" not in rect else []
    assert found, slab
    return [theme.colour(code) for code in found]


MOOD_WORDS = [
    (slab, style.colour)
    for mood in MOODS.values()
    for slab, style in (
        (mood.panel, mood.question),
        (mood.panel, mood.story),
        (mood.bubble, mood.note),
        *((f"{mood.card}-{state}", mood.answer) for state in ("idle", "selected", "good", "try")),
    )
]
WORDS = [
    *MOOD_WORDS,
    ("panel-paper", theme.COUNTER),
    ("panel-paper", theme.GOOD),
    ("city-panel", theme.GOOD_ON_DARK),
    ("book", theme.INK),
    ("button-primary", theme.INK),
    ("button-secondary", theme.CREAM),
    ("button-disabled", theme.CREAM),
    ("round", theme.CREAM),
    ("round-gold", theme.INK),
    ("chip", theme.CREAM),
    ("tile", theme.CREAM),
    ("tile", theme.AMBER_TEXT),
    ("tile", theme.DISABLED),
    ("tile-selected", theme.INK),
    ("panel-night", theme.CREAM),
    ("panel-night", theme.AMBER_TEXT),
    ("panel-night", theme.TRY_ON_DARK),
    ("panel-night", theme.GOOD_ON_DARK),
    ("chat-left", theme.CREAM),
    ("chat-right", theme.INK),
    ("chat-deed", theme.HINT),
    ("phone-head", theme.CREAM),
    ("bubble", theme.INK),
]
"""Every pair of a ground and the words the game puts on it."""


@pytest.mark.parametrize("look", [PLAIN, HIGH], ids=["normal", "high"])
@pytest.mark.parametrize(("slab", "colour"), WORDS, ids=lambda value: str(value))
def test_words_stand_out_from_their_ground(
    places: Places, slab: str, colour: theme.Colour, look: Look
) -> None:
    """4.5 to 1 on the lightest and the darkest part of the ground (WCAG 2, 1.4.3); 7 in strong contrast."""
    least = 7.0 if look.high else 4.5
    grounds = faces(places, slab, look)
    # Of a drawing's faces the first is the ground; a book's cover and edge carry no words.
    if slab == "book":
        grounds = grounds[:2]
    for ground in grounds:
        assert contrast(look.colour(colour), ground) >= least, ground


def edges(places: Places, slab: str) -> list[theme.Colour]:
    source = (places.assets / f"ui/slabs/{slab}.svg").read_text(encoding="utf-8")
    return [theme.colour(code) for code in re.findall(r'stroke="(#\w{6})"', source)]


@pytest.mark.parametrize("slab", ["button-secondary", "round", "chip", "tile", "city-card-idle", "bar"])
@pytest.mark.parametrize("ground", [*theme.NIGHT[:2], theme.ABYSS], ids=str)
def test_dark_controls_stand_out_by_their_edge(places: Places, slab: str, ground: theme.Colour) -> None:
    """3 to 1 against the night they lie on (WCAG 2, 1.4.11)."""
    assert max(contrast(edge, ground) for edge in edges(places, slab)) >= 3


@pytest.mark.parametrize(
    ("slab", "face"),
    [
        (f"{card}-{state}", f"{card}-{state}")
        for card in ("card", "city-card")
        for state in ("selected", "good", "try")
    ],
)
def test_states_stand_out_by_their_edge(places: Places, slab: str, face: str) -> None:
    """3 to 1 between a state's edge and its own face."""
    (edge,) = edges(places, slab)
    assert contrast(edge, faces(places, face, PLAIN)[0]) >= 3


def test_the_focus_ring_shows_on_night_and_on_paper(places: Places) -> None:
    """Two tones: one of them stands out from any ground."""
    tones = edges(places, "ring")
    for ground in (*theme.NIGHT, *theme.DUSK, *theme.DAWN, theme.CREAM, theme.colour("#FFC94A")):
        assert max(contrast(tone, ground) for tone in tones) >= 3


def test_lantern_symbols_stand_out_from_chips() -> None:
    """The coloured sign on a chip is read by its form; it still has 3 to 1."""
    for glass in GLASS.values():
        assert contrast(glass, theme.INK) >= 3


@pytest.mark.parametrize(("first", "second"), [("good", "try"), ("good", "idle"), ("try", "idle")])
@pytest.mark.parametrize("card", ["card", "city-card"])
def test_states_differ_without_colour(places: Places, card: str, first: str, second: str) -> None:
    """With all colours taken out the drawings are still different: by edge, dashes or width."""

    def form(state: str) -> str:
        return re.sub(
            r"#\w{6}", "", (places.assets / f"ui/slabs/{card}-{state}.svg").read_text(encoding="utf-8")
        )

    signs = {
        name: (places.assets / f"ui/badges/{name}.svg").read_text(encoding="utf-8")
        for name in ("good", "try-again")
    }
    assert form(first) != form(second)
    assert re.sub(r"#\w{6}", "", signs["good"]) != re.sub(r"#\w{6}", "", signs["try-again"])


@pytest.mark.parametrize(("percent", "high"), list(product((100, 125, 150), ("normal", "high"))))
def test_letters_grow_and_never_shrink_below_the_usual_least(percent: int, high: str) -> None:
    """The wanted size grows as set; the least size is at least what everybody has."""
    look = Look.of(Comfort(text=percent, contrast=high))
    for style in (theme.STORY, theme.ANSWER, theme.QUESTION, theme.LABEL):
        seen = look.style(style)
        assert seen.size == pytest.approx(style.size * percent / 100)
        assert style.least <= seen.least <= seen.size


def test_the_easy_font_is_another_one() -> None:
    """Every family has an easier counterpart that begins with another font."""
    look = Look(easy=True)
    for family in ("title", "strong", "label", "body"):
        easy = look.style(theme.TextStyle(family, 40, theme.INK)).family
        assert theme.FAMILIES[easy][0].startswith("Lexend")
        assert theme.FAMILIES[family][0] != theme.FAMILIES[easy][0]


def test_no_colour_of_the_interface_is_forgotten(places: Places) -> None:
    """Each colour of a slab has a counterpart in strong contrast, or is one itself."""
    known = set(HIGH_COLOURS) | set(HIGH_COLOURS.values())
    stages = ("stage-", "note-", "ring", "frame")  # pictures' grounds, and what is black and white already
    for path in sorted((places.assets / "ui/slabs").glob("*.svg")):
        if path.stem.startswith((*stages, *(f"{kind}-" for kind in ACTIVITIES))):
            continue
        for code in re.findall(r"#\w{6}", path.read_text(encoding="utf-8")):
            assert theme.colour(code) in known, f"{path.name}: {code}"

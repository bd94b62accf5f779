"""Words of the forge's interface."""

from __future__ import annotations

from collections.abc import Mapping

from cop_challenge.activities.forge.spans import Span, longest
from cop_challenge.core.text import Rounded, Text

FORGE = Text("Forge it!", "ui.forge.forge")
AGAIN = Text("Forge again", "ui.forge.again")
KNOCK = Text("Knock and listen", "ui.forge.knock")
MOULD = Text("The mould", "ui.forge.mould")
TAKE_OUT = Text("Take out: {tile}", "ui.forge.take-out")
FILL = Text("Forge a lock that holds longer than {span}.", "ui.forge.fill")
RATE = Text("{number} guesses a second", "ui.forge.rate")
KNOWS = Text("knows {hero}", "ui.forge.knows")
STORY = Text("Which story keeps your tiles in your head?", "ui.forge.story")

HOLLOW = Text("{tile}: that sounds hollow. {because}", "ui.forge.hollow")
RINGS = Text("Every tile rings true. Down with the hammer!", "ui.forge.rings")
SHORT = Text(
    "Every tile rings true, but the row is too short. One more multiplies the work.", "ui.forge.short"
)
REPEATED = Text(
    "Guess-bots try doubles straight away. The same again adds almost nothing.", "ui.forge.repeated"
)

LESS = Text("Found in less than a blink", "ui.forge.less")
FOUND = Text("Lasted longer than {span}. Not long enough", "ui.forge.found")
HOLDS = Text("Holds longer than {span}", "ui.forge.holds")
GUESSES = Text("Guesses needed: {number}", "ui.forge.guesses")

COUNT = Text("{count}", "ui.forge.count")
ROUNDED = Text("{number}")
DIGITS = Text("a number with {count} digit", "ui.forge.digits", plural="a number with {count} digits")

SPANS: Mapping[Span, Text] = {
    Span.BLINK: Text("a blink", "ui.forge.span.blink"),
    Span.BREATH: Text("a breath", "ui.forge.span.breath"),
    Span.SONG: Text("a song", "ui.forge.span.song"),
    Span.LESSON: Text("a lesson at school", "ui.forge.span.lesson"),
    Span.SCHOOL_DAY: Text("a school day", "ui.forge.span.school-day"),
    Span.DAY: Text("a day and a night", "ui.forge.span.day"),
    Span.WEEK: Text("a week", "ui.forge.span.week"),
    Span.MONTH: Text("a month", "ui.forge.span.month"),
    Span.YEAR: Text("a year", "ui.forge.span.year"),
    Span.SCHOOL_YEARS: Text("all your years at school", "ui.forge.span.school-years"),
    Span.LIFE: Text("a long life", "ui.forge.span.life"),
    Span.PYRAMIDS: Text("the pyramids have stood", "ui.forge.span.pyramids"),
    Span.ICE_AGE: Text("the ice age has been over", "ui.forge.span.ice-age"),
    Span.PEOPLE: Text("there have been people", "ui.forge.span.people"),
    Span.DINOSAURS: Text("the dinosaurs have been gone", "ui.forge.span.dinosaurs"),
    Span.EARTH: Text("the Earth is old", "ui.forge.span.earth"),
    Span.STARS: Text("the stars have shone", "ui.forge.span.stars"),
}


def number(value: int) -> Text:
    """A count in words: two leading digits are enough, and very large ones are told by their length."""
    if value < 1_000:
        return COUNT.fill(count=value)
    if value < 10**12:
        unit = 10 ** (len(str(value)) - 2)
        return ROUNDED.fill(number=Rounded(value // unit * unit))
    return DIGITS.fill(count=len(str(value)))


def duration(seconds: float, held: bool) -> Text:
    """How long it took, or holds, in a time one knows."""
    span = longest(seconds)
    if span is None:
        return LESS
    return (HOLDS if held else FOUND).fill(span=SPANS[span])

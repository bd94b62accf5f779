"""Programmes and cards on paper."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from cop_challenge.activities.deal.document import document
from cop_challenge.activities.deal.schema import Model
from cop_challenge.activities.deal.words import PILLARS
from cop_challenge.lessons.library import Library
from cop_challenge.printing import deals
from cop_challenge.printing.kept import Finished
from cop_challenge.printing.press import Press
from cop_challenge.printing.sheet import INKS, PAPERS, Ink, Paper, Setting

from .conftest import CARD, DAY, PLAN, full, lesson_of, plain

Printed = Callable[..., list[str]]
DEALS = (PLAN, "the-day-after", CARD, "no-goat-without-asking")


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("ink", INKS)
@pytest.mark.parametrize("name", DEALS)
def test_what_was_made_fits_one_page(
    library: Library, printed: Printed, name: str, paper: Paper, ink: Ink
) -> None:
    """On every paper, with either ink, every line with its words."""
    lesson = lesson_of(library, name)
    made = full(lesson)
    (page,) = printed(deals.finished([Finished(lesson, made)], DAY), Setting(DAY, paper, ink))
    for line in made.lines:
        assert plain(line.text.source) in page


def test_a_programme_is_dated(printed: Printed, plan: Model) -> None:
    """The day it was printed; a week and a month from then; a term's end is left to write."""
    (page,) = printed(deals.finished([Finished(plan, full(plan))], DAY))
    for words in (
        "24 November 2026",
        "This week 1 December 2026",
        "This month 24 December 2026",
        "This term",
    ):
        assert words in page


def test_a_programme_names_roles_and_leaves_names_to_write(printed: Printed, plan: Model) -> None:
    """A line for a name in every row, and all five pillars."""
    (page,) = printed(deals.finished([Finished(plan, full(plan))], DAY))
    assert page.count("Name") == len(plan.pillars)
    assert all(name.source in page for name in PILLARS.values())


def test_a_card_says_when_to_look_again(printed: Printed, card: Model) -> None:
    """After two weeks, and both hands sign."""
    (page,) = printed(deals.finished([Finished(card, full(card))], DAY))
    for words in ("8 December 2026", "The big hand", "The small hand"):
        assert words in page


def test_a_line_without_words_is_left_to_tick(printed: Printed, plan: Model) -> None:
    """A lesson that has changed since the visit still prints: that line offers its choices."""
    made = full(plan)
    gone = document(plan, {}).lines[0]
    (page,) = printed(deals.finished([Finished(plan, replace(made, lines=(gone, *made.lines[1:])))], DAY))
    for choice in plan.pillars[0].choices:
        assert plain(choice.writes.source) in page


def test_several_documents_have_a_page_each(printed: Printed, library: Library) -> None:
    """Each with its own title, also of different lessons."""
    lessons = [lesson_of(library, name) for name in DEALS[:2]]
    pages = printed(deals.finished([Finished(one, full(one)) for one in lessons], DAY))
    assert len(pages) == 2
    for page, lesson in zip(pages, lessons, strict=True):
        assert lesson.heading.source in page


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("name", DEALS)
def test_a_blank_form_has_every_choice(library: Library, printed: Printed, name: str, paper: Paper) -> None:
    """To tick on the form, and weighed on the last page, whether it holds or not."""
    lesson = lesson_of(library, name)
    *form, last = printed(deals.blank(lesson, DAY, library.characters), Setting(DAY, paper))
    assert len(form) == (1 if lesson.paired else 2)
    for line in lesson.lines:
        for choice in line.choices:
            assert plain(choice.writes.source) in " ".join(form)
            assert plain(choice.because.source) in last


def test_a_blank_form_has_every_role_and_period(library: Library, printed: Printed, plan: Model) -> None:
    """For each pillar."""
    form = " ".join(printed(deals.blank(plan, DAY, library.characters))[:-1])
    for words in (
        *(role.name.source for role in plan.roles),
        "This week",
        "This month",
        "This term",
        "Begun",
    ):
        assert form.count(words) == len(plan.pillars), words


def test_much_longer_words_still_fit_one_page(printed: Printed, plan: Model) -> None:
    """Another language may take half as much room again."""
    made = full(plan)
    lines = tuple(
        replace(line, text=replace(line.text, source=f"{line.text.source} {line.text.source[:40]}"))
        for line in made.lines
    )
    assert len(printed(deals.finished([Finished(plan, replace(made, lines=lines))], DAY))) == 1


def test_no_file_holds_a_name(press: Press, plan: Model) -> None:
    """Who made it is nobody's business: the file names no author."""
    assert b"/Author" not in press.pdf(deals.finished([Finished(plan, full(plan))], DAY), Setting(DAY))

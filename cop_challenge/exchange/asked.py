"""What a lesson of this game asks, as questions for others."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from cop_challenge.activities.lesson import Lesson
from cop_challenge.activities.quiz.schema import Model as Quiz
from cop_challenge.activities.sort.schema import Item
from cop_challenge.activities.sort.schema import Model as Sort
from cop_challenge.core.text import Text
from cop_challenge.exchange.account import Entry, Outcome, outcome
from cop_challenge.exchange.question import Choice, Matching, Option, Question

Say = Callable[[Text], str]
"""A text in the language of the export."""


def questions(lessons: Iterable[Lesson], say: Say) -> tuple[tuple[Question, ...], tuple[Entry, ...]]:
    """What can be asked elsewhere, and what became of each lesson."""
    found: list[Question] = []
    entries: list[Entry] = []
    for lesson in lessons:
        made = tuple(_questions(lesson, say))
        found += made
        reasons = tuple(dict.fromkeys(note for question in made for note in question.notes))
        if not made:
            reasons = (f"A game of the kind “{lesson.kind}” is no list of questions.",)
        done = outcome(reasons) if made else Outcome.LEFT
        entries.append(Entry(lesson.id, say(lesson.title), done, reasons))
    return tuple(found), tuple(entries)


def _questions(lesson: Lesson, say: Say) -> Iterator[Question]:
    if isinstance(lesson, Quiz):
        yield from choices(lesson, say)
    elif isinstance(lesson, Sort):
        yield _matching(lesson, say)


def choices(lesson: Quiz | Sort, say: Say) -> Iterator[Choice]:
    """Each round of a quiz; each thing of a sorting lesson, with its bins to choose from."""
    if isinstance(lesson, Sort):
        for item in lesson.items:
            text = f"{say(lesson.prompt)}\n{say(item.text)}"
            yield _choice(lesson, item.id, text, tuple(_bins(lesson, item, say)), say)
        return
    for round_ in lesson.rounds:
        options = tuple(
            Option(say(answer.text), answer.right, say(answer.because)) for answer in round_.answers
        )
        yield _choice(lesson, round_.id, f"{say(round_.story)}\n{say(round_.prompt)}", options, say)


def _choice(lesson: Lesson, name: str, text: str, options: tuple[Option, ...], say: Say) -> Choice:
    return Choice(0, f"{lesson.id}.{name}", text, options, category=say(lesson.title).replace("/", "//"))


def _bins(lesson: Sort, item: Item, say: Say) -> Iterator[Option]:
    said = {wrong.id: wrong.because for wrong in item.wrong}
    for bin_ in lesson.bins:
        yield Option(say(bin_.text), bin_.id in item.bins, say(said.get(bin_.id, item.because)))


def _matching(lesson: Sort, say: Say) -> Matching:
    bins = {bin_.id: say(bin_.text) for bin_ in lesson.bins}
    notes = ["What is said about each thing became feedback for the whole question."]
    if any(len(item.bins) > 1 for item in lesson.items):
        notes.append("Where a thing belongs into several places, the first was taken.")
    return Matching(
        0,
        lesson.id,
        f"{say(lesson.story)}\n{say(lesson.prompt)}",
        tuple((say(item.text), bins[item.bins[0]]) for item in lesson.items),
        feedback="\n".join(f"{say(item.text)}: {say(item.because)}" for item in lesson.items),
        category=say(lesson.title).replace("/", "//"),
        notes=tuple(notes),
    )

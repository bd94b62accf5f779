"""Questions as Moodle's GIFT text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cop_challenge.exchange.markup import as_html, needs_html
from cop_challenge.exchange.question import Choice, Matching, Question


def gift(questions: Iterable[Question]) -> str:
    """A file Moodle reads: a category before each group of questions, an empty line behind each."""
    category = ""
    parts: list[str] = []
    for question in questions:
        if question.category != category:
            category = question.category
            # Moodle takes every sign of a category as it is, but for two backslashes.
            named = " ".join(category.split()).replace("\\", "\\\\")
            parts.append(f"$CATEGORY: {named}\n")
        parts.append("\n".join(_lines(question)) + "\n")
    return "\n".join(parts)


def _lines(question: Question) -> Iterator[str]:
    say = _Writer(any(map(needs_html, _texts(question))))
    title = f"::{escaped(question.title)}::" if question.title else ""
    yield f"{title}{say(question.text)} {{"
    if isinstance(question, Choice):
        for option in question.options:
            feedback = f"#{say(option.feedback)}" if option.feedback else ""
            yield f"\t{'=' if option.right else '~'}{say(option.text)}{feedback}"
    else:
        for thing, place in (*question.pairs, *(("", place) for place in question.spare)):
            # Moodle reads places as plain text, whatever the form of the question.
            yield f"\t={say(thing)} -> {escaped(place)}"
    if question.feedback:
        yield f"\t####{say(question.feedback)}"
    yield "}"


class _Writer:
    """Writes all texts of a question in one form: what has none of its own takes the question's."""

    def __init__(self, as_html: bool) -> None:
        self._as_html = as_html

    def __call__(self, text: str) -> str:
        if not text:
            return ""
        return f"[html]{escaped(as_html(text))}" if self._as_html else escaped(text)


def _texts(question: Question) -> Iterator[str]:
    yield question.text
    yield question.feedback
    if isinstance(question, Matching):
        yield from (thing for thing, _ in question.pairs)
    else:
        for option in question.options:
            yield from (option.text, option.feedback)


def escaped(text: str) -> str:
    """The text with every sign that GIFT would read as its own behind a backslash."""
    text = text.replace("\\", "\\\\")
    for sign in ":#={}~":
        text = text.replace(sign, f"\\{sign}")
    return "\\n".join(text.splitlines())

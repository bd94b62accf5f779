"""Questions as lessons of this game, as far as they say what a lesson needs; what is missing stays open."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from cop_challenge.exchange.account import Account, Entry, Outcome, outcome
from cop_challenge.exchange.question import Choice, Matching, Option, Question, Read

MOST_ROUNDS, LEAST_ITEMS, MOST_ITEMS, MOST_CHOICES = 10, 6, 12, 4
"""Of a quiz and of a sorting lesson; see their schemas."""
TRUE_OR_FALSE = ("True", "False")
_SENTENCE = re.compile(r"(?<=[.!?…؟።])[\"”’»)]{0,2}\s+(?![a-z])|(?<=[。！？])[”’»）」]{0,2}\s*")
_ID_LENGTH = 32
_YAML_WORDS = frozenset({"true", "false", "yes", "no", "on", "off", "y", "n", "null"})
"""Words, like numbers, of which editors that check YAML make something else than an id."""
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Wishes:
    """What whoever imports says of all lessons; empty where they say nothing."""

    track: str
    options: int = MOST_CHOICES
    """Most answers on a screen of that track."""
    smart: str = ""
    risk: str = ""
    strand: str = ""
    who: str = ""
    takeaway: str = ""
    title: str = ""
    """Of all lessons; else each has the name of its category."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer of a round."""

    id: str
    text: str
    right: bool
    because: str
    note: str


@dataclass(frozen=True, slots=True)
class Round:
    """One scene of a quiz."""

    id: str
    who: str
    story: str
    prompt: str
    harmless: bool | None
    answers: tuple[Answer, ...]
    notes: tuple[str, ...]
    """For its author, as comments."""


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to sort."""

    id: str
    text: str
    bin: str
    """Id of the place where it belongs."""


@dataclass(frozen=True, slots=True)
class Sorting:
    """What a sorting lesson has in place of rounds."""

    prompt: str
    story: str
    bins: tuple[tuple[str, str], ...]
    """Id and text of each."""
    items: tuple[Item, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """One lesson to be."""

    id: str
    title: str
    wishes: Wishes
    rounds: tuple[Round, ...] = ()
    sorting: Sorting | None = None


@dataclass
class _Names:
    """Ids of one list, each once."""

    taken: set[str] = field(default_factory=set)

    def new(self, words: str, otherwise: str) -> str:
        """An id that says what these words say, as far as Latin letters can."""
        base = slug(words)
        if not base or base[0].isdigit() or base in _YAML_WORDS:
            base = f"{otherwise}-{base}".rstrip("-")
        name, number = base, 1
        while name in self.taken:
            number += 1
            name = f"{base}-{number}"
        self.taken.add(name)
        return name


def slug(words: str) -> str:
    """The first words in small letters with hyphens; "" if they have no Latin letter."""
    latin = unicodedata.normalize("NFKD", words[:400]).encode("ascii", "ignore").decode().lower()
    name = ""
    for word in re.findall(r"[a-z0-9]+", latin.replace("'", "")):
        longer = f"{name}-{word}" if name else word
        if len(longer) > _ID_LENGTH:
            break
        name = longer
    return name


def split_story(text: str) -> tuple[str, str]:
    """Story and prompt: the last line is the question, or else the last sentence."""
    before, _, last = text.rpartition("\n")
    if before:
        return " ".join(before.split()), last
    ends = [found.end() for found in _SENTENCE.finditer(text) if found.end() < len(text)]
    return (text[: ends[-1]].strip(), text[ends[-1] :]) if ends else ("", text)


def drafts(
    reads: Iterable[Read], wishes: Wishes, name: str, taken: Collection[str], file: str
) -> tuple[tuple[Draft, ...], Account]:
    """Lessons of these questions, and what became of each of them.

    A category is a lesson, or several where it has more questions than one can hold. `name`: of the file,
    for questions without a category. `taken`: ids that lessons have already. `file`: for places.
    """
    shelf = _Shelf(wishes, name, _Names(set(taken)))
    entries: list[Entry] = []
    for read in reads:
        place = f"{file}:{read.line}"
        if read.question is None:
            entries.append(Entry(place, read.name, Outcome.LEFT, read.reasons))
            continue
        reasons = (*read.question.notes, *shelf.add(read.question))
        entries.append(Entry(place, read.name, outcome(reasons), reasons))
    return tuple(shelf.drafts()), Account(tuple(entries))


@dataclass
class _Shelf:
    wishes: Wishes
    name: str
    ids: _Names
    rounds: dict[str, list[Round]] = field(default_factory=dict)
    """By category."""
    sortings: list[tuple[str, Sorting]] = field(default_factory=list)
    """Title and lesson."""
    names: dict[str, _Names] = field(default_factory=dict)
    """Ids of the rounds of each category."""

    def add(self, question: Question) -> tuple[str, ...]:
        """Takes it in; what had to be left of it."""
        if isinstance(question, Choice):
            return self._round(question, question.title or question.text)
        places = question.places
        enough = len(question.pairs) >= LEAST_ITEMS and len(places) <= self.wishes.options
        if enough and not question.spare:
            title = question.title or self._title(question.category)
            for pairs in evenly(question.pairs, MOST_ITEMS):
                self.sortings.append((title, _sorting(question, pairs)))
            return ("Its general feedback became a comment.",) if question.feedback else ()
        reasons: list[str] = []
        for thing, place in question.pairs:
            others = [other for other in places if other != place]
            options = (Option(place, True), *(Option(other, False) for other in others))
            text = f"{question.text}\n{thing}"
            one = Choice(question.line, question.title, text, options, question.feedback, question.category)
            reasons += self._round(one, thing)
        return (f"Each of its {len(question.pairs)} pairs became a question.", *dict.fromkeys(reasons))

    def _round(self, question: Choice, words: str) -> tuple[str, ...]:
        kept, reasons = _kept(question.options, self.wishes.options)
        notes = [_comment(option) for option in question.options if option not in kept]
        if question.feedback and all(option.feedback for option in kept):
            notes.append(f"Said after any answer: {question.feedback}")
            reasons.append("Its general feedback became a comment: each answer has its own.")
        if not any(option.right for option in kept):
            reasons.append("No answer is right: mark one.")
        if all(option.right for option in kept):
            reasons.append("Every answer is right: add a wrong one.")
        story, prompt = split_story(question.text)
        if tuple(option.text for option in question.options) == TRUE_OR_FALSE:
            story, prompt = " ".join(question.text.split()), "True or false?"
        names = self.names.setdefault(question.category, _Names())
        answers = _Names()
        self.rounds.setdefault(question.category, []).append(
            Round(
                names.new(words, "question"),
                question.who or self.wishes.who,
                story,
                prompt,
                question.harmless,
                tuple(
                    Answer(
                        answers.new(option.text, "answer"),
                        option.text,
                        option.right,
                        option.feedback or question.feedback,
                        option.note,
                    )
                    for option in kept
                ),
                tuple(notes),
            )
        )
        return tuple(reasons)

    def _title(self, category: str) -> str:
        last = [part.strip() for part in category.replace("//", " ").split("/") if part.strip(" $")]
        return self.wishes.title or (last[-1] if last else self.name)

    def drafts(self) -> Iterable[Draft]:
        """All lessons, quizzes first."""
        for category, rounds in self.rounds.items():
            title = self._title(category)
            for part in evenly(rounds, MOST_ROUNDS):
                yield Draft(self.ids.new(title, "questions"), title, self.wishes, tuple(part))
        for title, sorting in self.sortings:
            yield Draft(self.ids.new(title, "sorting"), title, self.wishes, sorting=sorting)


def _comment(option: Option) -> str:
    said = f" ({option.feedback})" if option.feedback else ""
    return f"Left out, {'right' if option.right else 'wrong'}: {option.text}{said}"


def _kept(options: Sequence[Option], most: int) -> tuple[list[Option], list[str]]:
    """At most so many, a wrong one among them, in their order; and what is to be said of the others."""
    if len(options) <= most:
        return list(options), []
    right = [option for option in options if option.right]
    wrong = [option for option in options if not option.right]
    right = right[: most - 1 if wrong else most]
    chosen = [*right, *wrong[: most - len(right)]]
    kept = [option for option in options if any(option is each for each in chosen)]
    left = ", ".join(f"“{option.text}”" for option in options if option not in kept)
    return kept, [f"At most {most} answers stand on a screen, so these became comments: {left}."]


def _sorting(question: Matching, pairs: Sequence[tuple[str, str]]) -> Sorting:
    names = _Names()
    bins = {place: names.new(place, "place") for place in question.places}
    items = tuple(Item(names.new(thing, "thing"), thing, bins[place]) for thing, place in pairs)
    story, prompt = split_story(question.text)
    used = {item.bin for item in items}
    notes = (f"Said at the end: {question.feedback}",) if question.feedback else ()
    kept = tuple((name, place) for place, name in bins.items() if name in used)
    return Sorting(prompt, story, kept, items, tuple(" ".join(note.split()) for note in notes))


def evenly(things: Sequence[_T], most: int) -> Iterable[Sequence[_T]]:
    """In parts of at most so many, none much smaller than another."""
    parts = -(-len(things) // most)
    for part in range(parts):
        yield things[part * len(things) // parts : (part + 1) * len(things) // parts]

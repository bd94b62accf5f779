"""Questions in a spreadsheet: a line each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from cop_challenge.exchange.account import named
from cop_challenge.exchange.draft import MOST_CHOICES
from cop_challenge.exchange.gift_reader import MAX_QUESTIONS
from cop_challenge.exchange.question import Choice, Option, Read
from cop_challenge.lessons.source import CONTROL
from cop_challenge.translate.message import Fault
from cop_challenge.translate.table import NotASheet, lines, table

_NUMBERS = range(1, MOST_CHOICES + 1)
COLUMNS = (
    *("lesson", "who", "story", "question", "harmless"),
    *(f"{name} {number}" for number in _NUMBERS for name in ("answer", "right", "because")),
)
NEEDED = frozenset({"question", "answer 1", "right 1", "answer 2", "right 2"})
"""Columns without which no question can be taken."""
_NOTHING = ("", "", "")
_EXAMPLES = (
    (
        *("A Visitor in the Game", "hana", "A player with a rocket as picture wants to be Hana’s friend."),
        *("What helps Hana to decide?", "no"),
        *("Ask a friend in class who it is.", "yes", "Checking another way shows who is really there."),
        *("Accept at once. Rockets are great!", "no", "A picture can be anybody’s. Asking comes first."),
        *(*_NOTHING, *_NOTHING),
    ),
    (
        *("A Visitor in the Game", "lucho", "Lucho’s cousin says on the phone: My new name is FastGoat."),
        *("FastGoat asks to join. And now?", "yes"),
        *("Welcome the cousin.", "yes", "Lucho has heard it from the cousin. That is checked well."),
        *("Block FastGoat.", "no", "There is no need: Lucho knows who it is."),
        *(*_NOTHING, *_NOTHING),
    ),
)
_YES = frozenset({"yes", "y", "true", "right", "x", "1", "✓", "✔"})
_NO = frozenset({"no", "n", "false", "wrong", "0", "-", ""})
_COLUMN = re.compile(r"(answer|right|because) *(\d)")


def template(separator: str = ",") -> bytes:
    """A sheet to fill in, with two questions to show how."""
    return table((COLUMNS, *_EXAMPLES), separator)


def read(data: bytes, place: str, language: str = "en") -> Iterator[Read]:
    """Each line of a sheet; NotASheet if it is none."""
    found = lines(data, place, language)
    titles = [_title(cell) for cell in found[0][1]] if found else []
    if missing := sorted(NEEDED - set(titles)):
        fact = f"The first line does not name the column {', '.join(missing)}."
        remedy = "Begin with the sheet of “import csv --template sheet.csv”, and keep its first line."
        raise NotASheet(Fault(f"{place}:1", fact, remedy))
    if unknown := sorted({title for title in titles if title} - set(COLUMNS)):
        fact = f"No column is called {', '.join(unknown)}."
        raise NotASheet(
            Fault(f"{place}:1", fact, f"Remove it, or give it one of these names: {', '.join(COLUMNS)}.")
        )
    rows = [(number, cells) for number, cells in found[1:] if any(cells)]
    for number, cells in rows[:MAX_QUESTIONS]:
        yield _row(number, {title: _clean(cell) for title, cell in zip(titles, cells, strict=False)})
    for number, _ in rows[MAX_QUESTIONS : MAX_QUESTIONS + 1]:
        reason = f"Nothing was read from here on: a sheet may have {MAX_QUESTIONS} questions. Split it."
        yield Read(number, None, "", (reason,))


def _title(cell: str) -> str:
    title = " ".join(cell.lower().split())
    return f"{found[1]} {found[2]}" if (found := _COLUMN.fullmatch(title)) else title


def _clean(cell: str) -> str:
    return CONTROL.sub(" ", cell).strip()


def _row(number: int, cells: Mapping[str, str]) -> Read:
    story, question = cells.get("story", ""), cells.get("question", "")
    name = named("", question or story or next(filter(None, cells.values()), ""))
    faults: list[str] = []
    options: list[Option] = []
    if not question:
        faults.append("The cell “question” is empty: write the question.")
    for each in _NUMBERS:
        text, because = cells.get(f"answer {each}", ""), cells.get(f"because {each}", "")
        right = _yes_or_no(cells, f"right {each}", faults)
        if text:
            options.append(Option(text, bool(right), because))
        elif because or right:
            faults.append(f"The cell “answer {each}” is empty: write the answer, or clear what is beside it.")
    if len(options) < 2:
        faults.append("There are fewer than two answers to choose from.")
    harmless = _yes_or_no(cells, "harmless", faults) if cells.get("harmless") else None
    if faults:
        return Read(number, None, name, tuple(faults))
    return Read(
        number,
        Choice(
            number,
            "",
            f"{' '.join(story.split())}\n{' '.join(question.split())}".strip(),
            tuple(options),
            category=cells.get("lesson", ""),
            who=cells.get("who", "").lower(),
            harmless=harmless,
        ),
        name,
    )


def _yes_or_no(cells: Mapping[str, str], title: str, faults: list[str]) -> bool | None:
    word = cells.get(title, "").lower()
    if word in _YES or word in _NO:
        return word in _YES
    faults.append(f"“{named('', word)}” in “{title}” is neither yes nor no: write one of the two.")
    return None

"""Moodle's GIFT text format, read as Moodle reads it.

Source: docs.moodle.org/en/GIFT_format, and question/format/gift/format.php where that leaves something open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from cop_challenge.exchange.account import named
from cop_challenge.exchange.markup import FORMATS, plain
from cop_challenge.exchange.question import Choice, Matching, Option, Question, Read
from cop_challenge.lessons.source import CONTROL

MAX_CHARACTERS = 20_000
"""Of one question; more is a mistake, such as a missing blank line all through a file."""
MAX_ANSWERS = 40
_BEGINNING = 1000
"""Characters of a question among which its name is looked for."""
MAX_QUESTIONS = 2000
BLANK = "_____"
"""Stands where the answers stood within a sentence; Moodle's own."""

_ESCAPED = ":#={}~\n"
_HIDDEN = {ord(sign): chr(code) for code, sign in enumerate(_ESCAPED, start=1)}
_SHOWN = {ord(hidden): chr(sign) for sign, hidden in _HIDDEN.items()}
_BACKSLASH = "\x0e"
_WEIGHT = re.compile(r"%(-?\d{1,3}(?:[.,]\d*)?)%")
_FORMAT = re.compile(r"\[(\w+)\]")
_TRUE, _FALSE = ("T", "TRUE"), ("F", "FALSE")
_TAGS = re.compile(r"\[(?:tag|id):[^\]\n]{1,200}\]")

BLANK_LINE = "Questions stand apart by an empty line, and no empty line stands inside the braces."


@dataclass(frozen=True, slots=True)
class _Block:
    """Lines up to the next empty one."""

    line: int
    text: str
    """Without comments; signs that are escaped are hidden."""
    notes: tuple[str, ...]


class _Left(Exception):
    """Can't be carried over, and why."""


def read(text: str) -> Iterator[Read]:
    """Each question of a file in its order; categories go with those that follow. Never raises."""
    category = ""
    for count, block in enumerate(_blocks(text)):
        if count >= MAX_QUESTIONS:
            reason = (
                f"A file may have {MAX_QUESTIONS} questions: from here on nothing was read. Split the file."
            )
            yield Read(block.line, None, named("", _shown(block.text)), (reason,))
            return
        body = block.text
        if body.startswith("$CATEGORY:"):
            head, _, body = body.partition("\n")
            category = _shown(head.removeprefix("$CATEGORY:")).strip()
            body = body.strip()
            if not body:
                continue
        yield _read(block, body, category)


def _blocks(text: str) -> Iterator[_Block]:
    lines: list[str] = []
    notes: list[str] = []
    first = 0
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    for number, line in enumerate((*text.split("\n"), ""), start=1):
        bare = line.strip()
        if bare.startswith("//"):
            if _TAGS.search(bare):
                notes.append("Its id and tags were left; the game has none.")
            if lines:
                lines.append("")
        elif bare:
            first = first or number
            lines.append(line)
        elif lines:
            source = "\n".join(lines)
            if CONTROL.search(source):
                notes.append("Control characters were left out.")
            yield _Block(first, _hidden(CONTROL.sub(" ", source)).strip(), tuple(dict.fromkeys(notes)))
            lines, notes, first = [], [], 0


def _hidden(text: str) -> str:
    """Escaped signs by ones that cannot stand in a text any more: those of `CONTROL`."""
    text = text.replace("\\\\", _BACKSLASH).replace("\\n", _HIDDEN[ord("\n")])
    for sign in _ESCAPED[:-1]:
        text = text.replace(f"\\{sign}", _HIDDEN[ord(sign)])
    return text.replace(_BACKSLASH, "\\")


def _shown(text: str) -> str:
    return text.translate(_SHOWN)


def _read(block: _Block, body: str, category: str) -> Read:
    title, body = _title(body)
    form, stem = _form(body[:_BEGINNING].partition("{")[0].strip(), "moodle")
    name = named(title, plain(_shown(stem), form).text or _shown(body[:_BEGINNING]))
    try:
        question = _question(block, title, body, category)
    except _Left as left:
        return Read(block.line, None, name, (*block.notes, str(left)))
    return Read(block.line, question, named(title, question.text))


def _title(body: str) -> tuple[str, str]:
    if body.startswith("::"):
        title, closed, rest = body[2:].partition("::")
        if closed:
            return " ".join(_shown(title).split()), rest.strip()
    return "", body


def _form(text: str, inherited: str) -> tuple[str, str]:
    found = _FORMAT.match(text)
    if found and found[1] in FORMATS:
        return found[1], text[found.end() :].strip()
    return inherited, text


@dataclass(slots=True)
class _Reader:
    """Turns pieces of one question into plain text, and remembers what was lost on the way."""

    form: str
    lost: list[str]

    def __call__(self, text: str) -> str:
        """A text that may name a form of its own."""
        form, rest = _form(text.strip(), self.form)
        return self.plain(rest, form)

    def plain(self, text: str, form: str) -> str:
        """A text of this form."""
        found = plain(_shown(text), form)
        self.lost += (f"Left out: {what}." for what in found.lost)
        return found.text


def _question(block: _Block, title: str, body: str, category: str) -> Question:
    if len(body) > MAX_CHARACTERS:
        raise _Left(f"It is longer than {MAX_CHARACTERS:,} characters. {BLANK_LINE}")
    start, end = body.find("{"), body.find("}")
    if start < 0 and end < 0:
        raise _Left("It is a description: it asks nothing. Use it as the story of a question.")
    if start < 0 or end < start:
        raise _Left(
            f"A brace stands alone. {BLANK_LINE} A brace that belongs to the text is written \\{{ or \\}}."
        )
    answers, after = body[start + 1 : end].strip(), body[end + 1 :].strip()
    if "{" in after or "}" in after:
        raise _Left(f"There is more than one pair of braces. {BLANK_LINE}")
    form, before = _form(body[:start].strip(), "moodle")
    gap = (" " if body[:start][-1:].isspace() else "") + BLANK if after else ""
    space = " " if body[end + 1 : end + 2].isspace() else ""
    reader = _Reader(form, list(block.notes))
    text = reader.plain(f"{before}{gap}{space}{after}" if after else before, form)
    answers, marked, general = answers.rpartition("####")
    if not marked:
        answers, general = general, ""
    answers = answers.strip()
    feedback = reader(general)
    if not answers:
        raise _Left("An essay has no answers to choose from.")
    if answers.startswith("#"):
        raise _Left("A number is typed in, and the game has nothing to type. Offer numbers to choose from.")
    if not text:
        raise _Left("It has answers and no question.")
    values = {"title": title, "feedback": feedback, "category": category, "line": block.line}
    if "~" not in answers and "=" in answers and "->" in answers:
        pairs, spare = _pairs(answers, reader)
        return Matching(text=text, pairs=pairs, spare=spare, notes=_notes(reader), **values)  # type: ignore[arg-type]
    options = _options(answers, reader)
    return Choice(text=text, options=options, notes=_notes(reader), **values)  # type: ignore[arg-type]


def _notes(reader: _Reader) -> tuple[str, ...]:
    return tuple(dict.fromkeys(reader.lost))


def _options(answers: str, reader: _Reader) -> tuple[Option, ...]:
    if "~" in answers:
        options = _several(answers.replace("=", "~="), "~", reader)
    elif answers.partition("#")[0].strip().upper() in (*_TRUE, *_FALSE):
        return _true_or_false(answers, reader)
    else:
        options = _typed(answers, reader)
    if len(options) < 2:
        raise _Left("It has one answer only; there must be two to choose from.")
    return options


def _true_or_false(answers: str, reader: _Reader) -> tuple[Option, ...]:
    answer, _, comments = answers.partition("#")
    wrong, _, right = comments.partition("#")
    is_true = answer.strip().upper() in _TRUE
    said = reader(right), reader(wrong)
    return (
        Option("True", is_true, said[0 if is_true else 1]),
        Option("False", not is_true, said[1 if is_true else 0]),
    )


def _pieces(answers: str, sign: str) -> list[str]:
    pieces = [piece.strip() for piece in answers.split(sign)]
    pieces = pieces if pieces[0] else pieces[1:]
    if len(pieces) > MAX_ANSWERS:
        raise _Left(f"It has {len(pieces)} answers; more than {MAX_ANSWERS} are not read.")
    return pieces


def _several(answers: str, sign: str, reader: _Reader) -> tuple[Option, ...]:
    options = tuple(_option(piece, reader) for piece in _pieces(answers, sign))
    if not all(option.text for option in options):
        reader.lost.append("An answer without text was left.")
    return tuple(option for option in options if option.text)


def _option(piece: str, reader: _Reader) -> Option:
    """`=right`, `wrong`, `%50%half right`, each perhaps with `#feedback`."""
    right = piece.startswith("=")
    piece = piece.removeprefix("=").strip()
    note = ""
    if weight := _WEIGHT.match(piece):
        piece = piece[weight.end() :]
        share = float(weight[1].replace(",", "."))
        right = share > 0
        if share not in (0, 100):
            note = f"had the weight {weight[1]} %"
            reader.lost.append("Weights were left: in the game an answer is right or not.")
    text, _, feedback = piece.partition("#")
    return Option(reader(text), right, reader(feedback), note)


def _typed(answers: str, reader: _Reader) -> tuple[Option, ...]:
    """Short answers: with wrong ones among them they can be chosen from."""
    pieces = [piece if piece.startswith("%") else f"={piece}" for piece in _pieces(answers, "=") if piece]
    options = [_option(piece, reader) for piece in pieces]
    given = tuple(option for option in options if option.text and "*" not in option.text)
    if all(option.right for option in given) or not any(option.right for option in given):
        raise _Left("The answer is typed in, and there are no wrong ones to choose from. Add some with ~.")
    reader.lost.append("The answer was typed in; now it is chosen.")
    if len(given) < len(options):
        reader.lost.append("An answer with * stands for many and was left.")
    return given


def _pairs(answers: str, reader: _Reader) -> tuple[tuple[tuple[str, str], ...], tuple[str, ...]]:
    pairs: list[tuple[str, str]] = []
    spare: list[str] = []
    for piece in _pieces(answers, "="):
        thing, arrow, place = piece.partition("->")
        thing, place = reader(thing), plain(_shown(place), "plain").text
        if not arrow or not place:
            raise _Left(f"“{named('', _shown(piece))}” has no pair: write = one -> other.")
        if thing:
            pairs.append((thing, place))
        else:
            spare.append(place)
    if len({place for _, place in pairs} | set(spare)) < 2 or not pairs:
        raise _Left("All things belong to one place, so there is nothing to find out.")
    return tuple(pairs), tuple(place for place in dict.fromkeys(spare) if place not in dict(pairs).values())

"""Slips of those who write YAML for the first time, told in their words.

YAML's own errors name what its grammar missed, often a line too late. Here the lines themselves are looked
at: the first slip that is surely one is what an author has to mend.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

LONGEST = 2000
"""Characters of a line that is looked at."""

BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
"""Where YAML's lines end."""

_ODD = "\u00a0\u00ad\u1680\u2000-\u200f\u202a-\u202f\u205f-\u2064\u2066-\u2069\u3000\ufeff"
_KEY = r"[A-Za-z_][\w-]*"
_START = rf"^( *(?:- +)*)({_KEY})"
"""Blanks and hyphens, and a name."""

HIDDEN = re.compile(
    rf"^ *(?:- *)?([{_ODD}])[{_ODD} ]*(?:- *)?{_KEY} *:"
    rf"|^ *(?:- +)?{_KEY}[{_ODD}]*:?([{_ODD}])"
    rf"|^ *-([{_ODD}])",
    re.MULTILINE,
)
"""Characters nobody sees, where YAML wants a blank or nothing."""
BULLET = re.compile(rf'^ *([–—−‐‑•·▪●◦*+>]) *(?=["“]|{_KEY} *:)', re.MULTILINE)
TIGHT_HYPHEN = re.compile(rf"^ *(-){_KEY}:(?= |$)", re.MULTILINE)
ALWAYS = (HIDDEN, BULLET, TIGHT_HYPHEN)
"""What YAML may take for something else without a word."""

FENCE = re.compile(r"^ *(```|~~~)")
TAB = re.compile(r"^ *\t")
OTHER_COLON = re.compile(rf"{_START} *([：﹕；;=→]|->)(?=[ \"“\w])")
TIGHT_COLON = re.compile(rf"{_START}:(?=[\"'“‘A-Za-z0-9])(?!//)")
CURLY = re.compile(rf"^ *(?:- +)*(?:{_KEY}: +)?([“”„‟«»‹‘’‚])")
VALUE = re.compile(rf"^( *(?:- +)*(?:{_KEY}: +)?)(\S.*)$")
SECOND_COLON = re.compile(rf"^ *(?:- +)*({_KEY}): +([^\"'\[{{|>#\s](?:(?! #).)*?)(:)(?: |$)")
NO_COLON = re.compile(rf"{_START}(?: +\S.*|)$")
HYPHEN_BEHIND = re.compile(rf"^ *(?:- +)*{_KEY}: +(-) +\S")
LOOKS_LIKE_A_LINE = re.compile(rf"^ *(?:- +)*{_KEY}:(?: |$)|^ *- ")
BLOCK = re.compile(rf"^( *)(?:- +)*(?:{_KEY}: +)?[|>][+-]?\d? *(?:#.*)?$")

QUOTED = 'Put the whole text between straight quotation marks (").'
CURLY_REMEDY = (
    'Type straight quotation marks (") at both ends instead. '
    "If players are to see the curly ones, put straight ones around them."
)


@dataclass(frozen=True)
class Pitfall:
    """One slip, as a person would point at it."""

    line: int
    column: int
    """Both from 1."""
    reason: str
    """What is wrong, as the end of a sentence."""
    remedy: str


@dataclass(frozen=True)
class _Open:
    """A column in which lines may begin."""

    column: int
    """From 0."""
    hyphen: bool
    """Of hyphens, or of keys."""
    line: int
    """Where it was opened, from 0."""


def unnoticed(text: str) -> Pitfall | None:
    """What YAML may read without an error and yet nobody meant: hidden characters, bullets, “-id:”."""
    if not any(pattern.search(text) for pattern in ALWAYS):
        return None
    return next((found for at, line in _content(text) if (found := _sly(at, line, text))), None)


def pitfall(text: str, line: int) -> Pitfall | None:
    """The slip that made YAML give up at this line, or None if none is sure."""
    lines = [one[:LONGEST] for one in BREAK.split(text)]
    for at, words in _content(text):
        if found := _sly(at, words, text) or _in_line(at, words) or _quotes(at, lines):
            return found
        if at == line - 1:
            break
    near = [(at, words) for at, words in _content(text) if at < line][-2:]
    for at, words in reversed(near):
        if at == line - 1 and (found := _second_colon(at, words, lines)):
            return found
    for at, words in near:
        if at < line - 1 and re.match(rf"{_START}$", words.rstrip()):
            return _no_colon(at, words.rstrip())
    return _layout(text, line) or next((found for at, words in near if (found := _no_colon(at, words))), None)


def _content(text: str) -> Iterator[tuple[int, str]]:
    """Lines with something in them, from 0, but comments and what stands in a block of text."""
    block = -1
    for at, line in enumerate(BREAK.split(text)):
        indent = len(line) - len(line.lstrip(" "))
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if block >= 0 and indent > block:
            continue
        block = indent if BLOCK.match(line[:LONGEST]) else -1
        yield at, line[:LONGEST]


def _sly(at: int, line: str, text: str) -> Pitfall | None:
    if found := HIDDEN.match(line):
        group = next(number for number in (1, 2, 3) if found[number])
        sign = found[group]
        name = unicodedata.name(sign, "a character without a name").lower()
        blank = unicodedata.category(sign) == "Zs"
        again = sum(1 for _ in HIDDEN.finditer(text)) - 1
        also = f" It stands in {again} more line{'s' if again > 1 else ''}." if again else ""
        return Pitfall(
            at + 1,
            found.start(group) + 1,
            f"here stands a character nobody sees: {name} (U+{ord(sign):04X})",
            ("Delete it and press the space bar instead." if blank else "Delete it.") + also,
        )
    if found := BULLET.match(line):
        return Pitfall(
            at + 1,
            found.start(1) + 1,
            f"an entry begins with “{found[1]}”, which is no hyphen",
            "Begin it with the hyphen of the keyboard (-) and a blank.",
        )
    if found := TIGHT_HYPHEN.match(line):
        return Pitfall(
            at + 1,
            found.start(1) + 1,
            "there is no blank behind the hyphen",
            "Put a blank between the hyphen and the word.",
        )
    return None


def _in_line(at: int, line: str) -> Pitfall | None:
    """Slips that one line shows."""
    if FENCE.match(line):
        return Pitfall(
            at + 1,
            1,
            "this line belongs to the page from which the lesson was copied",
            "Remove the line.",
        )
    if found := TAB.match(line):
        return Pitfall(
            at + 1,
            found.end(),
            "the line is indented with the tab key",
            "Delete the tabs at its beginning and press the space bar twice for each of them.",
        )
    if found := OTHER_COLON.match(line):
        return Pitfall(
            at + 1,
            found.start(3) + 1,
            f"behind “{found[2]}” stands “{found[3]}” instead of a colon",
            f"Write “{found[2]}: ”, with a colon and a blank.",
        )
    if found := TIGHT_COLON.match(line):
        return Pitfall(
            at + 1,
            found.end(),
            "there is no blank behind the colon",
            f"Write “{found[2]}: ”, with a blank before what follows.",
        )
    if found := CURLY.match(line):
        reason = f"a text begins with a curly quotation mark ({found[1]})"
        return Pitfall(at + 1, found.start(1) + 1, reason, CURLY_REMEDY)
    if found := HYPHEN_BEHIND.match(line):
        return Pitfall(
            at + 1,
            found.start(1) + 1,
            "a list begins in the line of its name",
            "Begin a new line before the hyphen, two blanks further in than the name.",
        )
    return None


def _quotes(at: int, lines: list[str]) -> Pitfall | None:
    """Quotation marks and brackets that open in this line, and signs that may not begin a text."""
    found = VALUE.match(lines[at])
    if not found:
        return None
    start, value = len(found[1]), found[2]
    sign = value[0]
    text = " " in value.split(" #")[0].strip() and not BLOCK.match(lines[at])
    if sign in "@`%" or (sign in "*&!|>" and text):
        return Pitfall(at + 1, start + 1, f"a text begins with “{sign}”, which YAML keeps for itself", QUOTED)
    if sign in "\"'":
        return _quoted(at, start, value, lines)
    if sign in "[{":
        return _bracketed(at, start, value, lines)
    return None


def _quoted(at: int, start: int, value: str, lines: list[str]) -> Pitfall | None:
    sign = value[0]
    whole = re.match(r'"(?:[^"\\]|\\.)*"' if sign == '"' else r"'(?:[^']|'')*'", value)
    if whole is None:
        if not _goes_on(sign, at, lines):
            reason = f"the quotation mark ({sign}) that opens here is never closed"
            return Pitfall(at + 1, start + 1, reason, f"Put another {sign} at the end of the text.")
        return None
    behind = value[whole.end() :]
    if not behind.strip() or re.match(r"\s+#|\s*[,:\]}]", behind):
        return None
    column = start + whole.end() + 1
    if more := re.match(rf"\s*({_KEY}): ", behind):
        return Pitfall(at + 1, column, *_two_names(more[1]))
    if sign == "'":
        return Pitfall(
            at + 1,
            column - 1,
            "the text ends at its apostrophe, and more stands behind it",
            'Put the text between double quotation marks (") instead of single ones.',
        )
    return Pitfall(
        at + 1,
        column - 1,
        "the text ends at its second quotation mark, and more stands behind it",
        'Write those within the text as curly ones (“…”), and leave the first and the last straight (").',
    )


def _goes_on(sign: str, at: int, lines: list[str]) -> bool:
    """Whether a text closes in a later line, before another name or entry begins."""
    for line in lines[at + 1 :]:
        if LOOKS_LIKE_A_LINE.match(line):
            return False
        if sign in line:
            return True
    return False


def _bracketed(at: int, start: int, value: str, lines: list[str]) -> Pitfall | None:
    opens, closes = value[0], "]" if value[0] == "[" else "}"
    bare = re.sub(r'"(?:[^"\\]|\\.)*"', lambda quoted: "x" * len(quoted[0]), value)
    depth = 0
    for index, sign in enumerate(bare):
        depth += (sign in "[{") - (sign in "]}")
        if depth == 0:
            behind = value[index + 1 :]
            if behind.strip() and not re.match(r"\s+#|\s*:(?: |$)", behind):
                return Pitfall(
                    at + 1, start + 1, f"a text begins with “{opens}”, which YAML keeps for lists", QUOTED
                )
            return None
    if '"' in bare.split(" #")[0]:
        reason = 'a quotation mark (") that opens here is never closed'
        column = start + bare.index('"') + 1
        return Pitfall(at + 1, column, reason, 'Put another " at the end of that text.')
    if not _goes_on(closes, at, lines):
        reason = f"the bracket “{opens}” that opens here is never closed"
        return Pitfall(at + 1, start + 1, reason, f"Put “{closes}” at the end of the line.")
    return None


def _two_names(name: str) -> tuple[str, str]:
    return f"two names stand in one line, and “{name}” is the second", f"Begin a new line before “{name}:”."


def _second_colon(at: int, line: str, lines: list[str]) -> Pitfall | None:
    found = SECOND_COLON.match(line)
    if not found:
        return None
    names = {known[2] for each in lines if (known := re.match(rf"{_START}:", each))}
    before = re.search(rf" ({_KEY})$", found[2])
    if before and before[1] in names:
        return Pitfall(at + 1, found.start(3) - len(before[1]) + 1, *_two_names(before[1]))
    reason = "a colon stands within a text that has no quotation marks"
    return Pitfall(at + 1, found.start(3) + 1, reason, QUOTED)


def _no_colon(at: int, line: str) -> Pitfall | None:
    found = NO_COLON.match(line)
    if not found or ": " in line or line.rstrip().endswith(":"):
        return None
    reason = f"there is no colon behind “{found[2]}”"
    return Pitfall(
        at + 1, found.end(2) + 1, reason, f"Write “{found[2]}:”, with a blank before what follows."
    )


def _layout(text: str, line: int) -> Pitfall | None:
    """A line that begins where none may."""
    open_at: list[_Open] = []
    first = -1
    for at, words in _content(text):
        if at >= line:
            break
        indent = len(words) - len(words.lstrip(" "))
        if open_at and at == line - 1:
            return _misplaced(at, words, indent, open_at, first)
        if first < 0:
            first = at
        rest = words[indent:]
        open_at = [
            each
            for each in open_at
            if each.column < indent or (each.column == indent and each.hyphen == rest.startswith("- "))
        ]
        if not open_at or open_at[-1].column != indent:
            open_at.append(_Open(indent, rest.startswith("- "), at))
        while rest.startswith("- "):
            inner = rest[1:].lstrip(" ")
            indent += len(rest) - len(inner)
            open_at.append(_Open(indent, inner.startswith("- "), at))
            rest = inner
    return None


def _misplaced(at: int, words: str, indent: int, open_at: list[_Open], first: int) -> Pitfall | None:
    if not re.match(rf"^ *(?:- |{_KEY} *:)", words):
        return None
    if indent == 0 and open_at[0].column > 0:
        blanks = _blanks(open_at[0].column)
        reason = f"this line begins with {blanks}, and those below it with none"
        return Pitfall(first + 1, 1, reason, f"Remove {blanks} at its beginning.")
    hyphen = words.lstrip().startswith("- ")
    here = {each.hyphen for each in open_at if each.column == indent}
    if here == {True} and not hyphen:
        name = words.strip().partition(":")[0]
        reason = "an entry of the list begins here without its hyphen"
        return Pitfall(at + 1, indent + 1, reason, f"Put a hyphen and a blank before it: “- {name}: …”.")
    if here:
        return None
    entries = (each for each in open_at if each.column == indent + 2 and not each.hyphen)
    if hyphen and (entry := next(entries, None)):
        reason = "the list begins here, and its first entry has no hyphen"
        remedy = "Put a hyphen and a blank in place of the last two blanks at its beginning."
        return Pitfall(entry.line + 1, entry.column + 1, reason, remedy)
    fitting = [each.column for each in open_at if each.hyphen == hyphen]
    nearest = min(fitting or [each.column for each in open_at], key=lambda column: abs(column - indent))
    much = indent - nearest
    deed = f"Remove {_blanks(much)}" if much > 0 else f"Add {_blanks(-much)}"
    reason = f"this line begins in column {indent + 1}, and the lines it belongs with in column {nearest + 1}"
    return Pitfall(at + 1, indent + 1, reason, f"{deed} at its beginning.")


def _blanks(count: int) -> str:
    return "1 blank" if count == 1 else f"{count} blanks"

"""Catalogues as the game reads them: `locales/<code>/messages.po`, and a quick copy of what it says.

Reading a gettext file of 6,000 texts takes 0.1 s, which a frame has not got. What was read is kept beside
the pictures that were drawn, by the file's digest: a new or changed catalogue needs nothing done to it.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from cop_challenge.core.text import Text
from cop_challenge.i18n import placeholders
from cop_challenge.i18n.copies import keep

FILE = "messages.po"
FORM = 1
"""Of the quick copy; another number leaves older copies unread."""
HEAD_BYTES = 8192
MOST_COPIES = 40
"""Kept at a time: every change of a catalogue makes another."""


class State(StrEnum):
    """How far a language can be trusted, as the first lines of its catalogue say."""

    DRAFT = "First draft, awaiting a native reader."
    REVIEWED = "Read and approved by a native reader."


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Translations of one language by key: the source each is of, and its forms."""

    texts: Mapping[str, tuple[str, Sequence[str]]] = field(default_factory=dict)
    rule: str = "0"
    """C expression that gives the form for a number `n`, as in gettext's `Plural-Forms`."""

    def find(self, text: Text, count: object) -> str | None:
        """The words for `text`, or None: not translated, or translated from another sentence."""
        source, forms = self.texts.get(text.key, (None, ()))
        if source != text.source or not forms:
            return None
        if len(forms) == 1 or not isinstance(count, int):
            return forms[0]
        return forms[min(plural_rule(self.rule)(abs(count)), len(forms) - 1)]


EMPTY = Catalogue()
_rules: dict[str, Callable[[int], int]] = {}


def plural_rule(expression: str) -> Callable[[int], int]:
    """The rule as a function; ValueError if it is none."""
    if expression not in _rules:
        from gettext import c2py

        _rules[expression] = c2py(expression)
    return _rules[expression]


def state(path: Path) -> State:
    """What the catalogue says of itself in the comment at its head: a draft, unless it was read."""
    try:
        with path.open("rb") as file:
            head = file.read(HEAD_BYTES).decode("utf-8", errors="replace")
    except OSError:
        return State.DRAFT
    comments = head.partition("msgid")[0]
    return State.REVIEWED if State.REVIEWED in comments else State.DRAFT


def load(path: Path, kept: Path | None = None) -> Catalogue:
    """What may be shown of a catalogue; nothing if there is none. `kept`: folder of quick copies."""
    try:
        data = path.read_bytes()
    except OSError:
        return EMPTY
    copy = _copy(data, kept) if kept else None
    if copy and (found := _quick(copy)):
        return found
    made = _parsed(data)
    if copy:
        _keep(copy, made)
    return made


def prepare(path: Path, kept: Path) -> None:
    """See to it that there is a quick copy, without holding what it says in memory."""
    with contextlib.suppress(OSError):
        data = path.read_bytes()
        if not _copy(data, kept).is_file():
            _keep(_copy(data, kept), _parsed(data))


def _copy(data: bytes, kept: Path) -> Path:
    return kept / f"{hashlib.sha256(data).hexdigest()[:32]}-{FORM}.json"


def _parsed(data: bytes) -> Catalogue:
    """All that is translated, no draft, and fills as its source does."""
    from babel.messages.pofile import PoFileError, read_po

    try:
        catalogue = read_po(data.splitlines())
        rule = plural_rule(catalogue.plural_expr)
    except (PoFileError, ValueError, LookupError, UnicodeDecodeError):
        return EMPTY
    alone = [len(each) == 1 for each in placeholders.numbers(rule, catalogue.num_plurals)]
    texts: dict[str, tuple[str, Sequence[str]]] = {}
    for message in catalogue:
        if not message.context or message.fuzzy:
            continue
        plural = not isinstance(message.id, str)
        sources = (message.id,) if isinstance(message.id, str) else tuple(message.id)
        said = message.string or ""
        forms = (said,) if isinstance(said, str) else tuple(said)
        if not all(forms):
            continue
        may_leave = alone if plural else [False]
        wrong = (
            placeholders.fault(sources[-1], form, may_leave_count=leave)
            for form, leave in zip(forms, may_leave, strict=True)
        )
        if not any(wrong):
            texts[message.context] = (sources[0], forms)
    return Catalogue(texts, catalogue.plural_expr)


def _quick(path: Path) -> Catalogue | None:
    try:
        data = json.loads(path.read_bytes())
        return Catalogue(data["texts"], data["rule"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _keep(path: Path, made: Catalogue) -> None:
    said = json.dumps({"rule": made.rule, "texts": made.texts}, ensure_ascii=False)
    keep(path, said.encode(), MOST_COPIES)

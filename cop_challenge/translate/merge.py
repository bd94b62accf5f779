"""A sheet taken back into its catalogue: nothing is overwritten silently."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from cop_challenge.translate.catalogue import Catalogue, Translation, update
from cop_challenge.translate.checks import wrong_with
from cop_challenge.translate.message import Fault, Message
from cop_challenge.translate.sheet import AGAIN, DONE, Row, by_key, entry_of, same


@dataclass
class Merged:
    """What became of a sheet."""

    catalogue: Catalogue
    taken: int = 0
    """Texts whose translation is new or another one now."""
    confirmed: int = 0
    """Texts that had to be looked at again, and were."""
    faults: list[Fault] = field(default_factory=list)
    """Lines that were not taken, or not as they stand, and why."""
    told: list[str] = field(default_factory=list)
    """Translations that gave way to the sheet's."""


def merge(
    catalogue: Catalogue,
    messages: Iterable[Message],
    rows: Sequence[Row],
    place: str,
    *,
    overwrite: bool = False,
    whole: bool = True,
) -> Merged:
    """The catalogue with the sheet's translations; with `overwrite` also where another one stands.

    `whole`: these are all texts there are.
    """
    current = {message.key: message for message in messages}
    merged = Merged(update(catalogue, current.values(), whole=whole))
    alone = [len(numbers) == 1 for numbers in merged.catalogue.numbers()]
    entries = {each.key: each for each in merged.catalogue.translations}
    for key, lines in by_key(rows).items():
        here = f"{place}:{lines[0].number}"
        if not any(line.translation for line in lines):
            continue
        if key not in current:
            fact = f"There is no text “{key}”."
            merged.faults.append(Fault(here, fact, "It is gone, or its key was changed in the sheet."))
            continue
        if wrong := _wrong(lines, entries[key], alone):
            fact, remedy = wrong
            merged.faults.append(Fault(here, f"“{key}” was not taken: {fact}", remedy))
            continue
        entries[key] = _merged(lines, current[key], entries[key], here, merged, overwrite)
    merged.catalogue = replace(merged.catalogue, translations=tuple(entries.values()))
    return merged


def _letters_lost(words: str) -> bool:
    """A program has put a sign for each letter that it could not write: whole words of them."""
    return "\ufffd" in words or re.search(r"(?<!\S)\?\?", words) is not None


def _wrong(lines: Sequence[Row], entry: Translation, alone: list[bool]) -> tuple[str, str] | None:
    plural = len(entry.sources) > 1
    for line in lines:
        if not line.translation:
            continue
        if _letters_lost(line.translation) and not _letters_lost(line.english):
            return "letters were lost when it was saved.", "Save the sheet as “CSV UTF-8 (comma delimited)”."
        number = line.form or 0
        if plural != (line.form is not None) or number >= len(entry.forms):
            return "it has other plural forms now.", "Write a new sheet."
        leave = plural and alone[number]
        if wrong := wrong_with(entry.sources, line.translation, may_leave_count=leave):
            return wrong
    return None


def _merged(
    lines: Sequence[Row], message: Message, before: Translation, here: str, merged: Merged, overwrite: bool
) -> Translation:
    """The entry with the sheet's words, as far as they may be taken."""
    forms = entry_of(lines, before)
    key = message.key
    changed = [
        line.english for line in lines if not any(same(line.english, source) for source in message.sources)
    ]
    asked = any(line.state == AGAIN for line in lines)
    if forms == before.forms:
        if before.fuzzy and not changed and all(line.state == DONE for line in lines) and all(forms):
            merged.confirmed += 1
            return replace(before, fuzzy=False, previous=())
        return before
    if changed:
        fact = f"“{key}” says something else in the original now: “{message.source}”."
        if before.begun:
            merged.faults.append(Fault(here, fact, "Not taken: write a new sheet and translate it there."))
            return before
        merged.faults.append(Fault(here, fact, "Taken to be looked at again; it is not shown until then."))
        merged.taken += 1
        return replace(before, forms=forms, fuzzy=True, previous=(changed[0],))
    losing = [(old, new) for old, new in zip(before.forms, forms, strict=True) if old and old != new]
    if losing and before.done and not overwrite:
        old, new = losing[0]
        fact = f"“{key}” is “{old}” in the catalogue and “{new}” in the sheet."
        merged.faults.append(Fault(here, fact, "Left as it is; “--overwrite” takes the sheet's."))
        return before
    merged.told += [f"{key}: “{old}” is “{new}” now." for old, new in losing]
    merged.taken += 1
    # Whoever rewrites what had to be looked at again has looked at it.
    fuzzy = asked and not before.fuzzy and before.begun
    return replace(before, forms=forms, fuzzy=fuzzy, previous=before.previous if fuzzy else ())

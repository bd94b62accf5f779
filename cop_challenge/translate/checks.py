"""What is wrong with a catalogue: each thing with its line, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cop_challenge.i18n.placeholders import fault
from cop_challenge.lessons.plain_text import CONTROL
from cop_challenge.translate.catalogue import Catalogue, Translation
from cop_challenge.translate.message import Fault, Message

_NEWLINE = "\n"


def check(catalogue: Catalogue, place: str, messages: Iterable[Message] = ()) -> Iterator[Fault]:
    """All that keeps the catalogue from being shown as it is meant; `place` is its file.

    With `messages`, also what has been translated from other sentences than the game has now.
    """
    try:
        alone = [len(each) == 1 for each in catalogue.numbers()]
    except (ValueError, ArithmeticError):
        yield Fault(
            place, "“Plural-Forms” at its head is no rule.", "“translate update” of a new language shows one."
        )
        return
    current = {message.key: message for message in messages}
    for each in catalogue.translations:
        here = f"{place}:{each.line}" if each.line else place
        if not each.begun or each.fuzzy:
            continue
        yield from _entry(each, here, alone)
        message = current.get(each.key)
        if current and (message is None or message.sources != each.sources):
            known = (
                "is of another sentence than the game has now" if message else "is of a text that is no more"
            )
            yield Fault(here, f"The translation of “{each.key}” {known}.", "Run “translate update”.")


def _entry(each: Translation, here: str, alone: list[bool]) -> Iterator[Fault]:
    plural = len(each.sources) > 1
    if plural and len(each.forms) != len(alone):
        fact = f"“{each.key}” has {len(each.forms)} plural forms, the language {len(alone)}."
        yield Fault(here, fact, "Run “translate update”, then fill in each form.")
        return
    for number, form in enumerate(each.forms):
        which = f", form {number}" if plural else ""
        if wrong := wrong_with(each.sources, form, may_leave_count=plural and alone[number]):
            fact, remedy = wrong
            yield Fault(here, f"In “{each.key}”{which}: {fact}", remedy)


def wrong_with(
    sources: tuple[str, ...], form: str, *, may_leave_count: bool = False
) -> tuple[str, str] | None:
    """Fact and remedy of the first thing wrong with one form, or None."""
    source = sources[-1]
    if not form.strip():
        return "the translation is missing.", "Fill in each form, or mark the entry fuzzy."
    if wrong := fault(source, form, may_leave_count=may_leave_count):
        return wrong, "Write what stands in {braces} as the original does."
    if CONTROL.search(form):
        return "there is a sign that cannot be seen.", "Write the line anew."
    if form.count(_NEWLINE) != source.count(_NEWLINE):
        return "there are more or fewer lines than in the original.", "Break lines only where it does."
    if form != form.strip() and source == source.strip():
        return "it begins or ends with a space.", "Take the space away."
    return None

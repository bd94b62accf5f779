"""A language's catalogue, and how it follows the texts: no translation is ever lost."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain

from cop_challenge.i18n.catalogue import State, plural_rule
from cop_challenge.i18n.placeholders import numbers
from cop_challenge.translate.message import Message


@dataclass(frozen=True, slots=True)
class Translation:
    """One entry of a catalogue."""

    key: str
    sources: tuple[str, ...]
    """The sentence it is of, and its plural if it has one."""
    forms: tuple[str, ...]
    """One, or with a plural one for each of the language's forms; empty ones are missing."""
    fuzzy: bool = False
    """To be looked at again: it is not shown."""
    previous: tuple[str, ...] = ()
    """The sentences it was of before they changed."""
    notes: tuple[str, ...] = ()
    """The translators' own comments."""
    line: int = 0
    """Of its file; 0: not from a file."""

    @property
    def begun(self) -> bool:
        """Somebody has written something."""
        return any(self.forms)

    @property
    def done(self) -> bool:
        """It is shown."""
        return all(self.forms) and not self.fuzzy


@dataclass(frozen=True)
class Catalogue:
    """All of a language."""

    language: str
    """Code as its folder is named."""
    headers: Mapping[str, str] = field(default_factory=dict)
    """As in the file, by name."""
    comments: tuple[str, ...] = ()
    """Lines at the head of the file."""
    translations: tuple[Translation, ...] = ()
    retired: tuple[Translation, ...] = ()
    """Of texts that are no more; they come back when these do."""

    @property
    def plural(self) -> tuple[int, str]:
        """How many plural forms, and the rule that chooses."""
        said = dict(
            part.strip().split("=", 1)
            for part in self.headers.get("Plural-Forms", "").split(";")
            if "=" in part
        )
        return int(said.get("nplurals", "2")), said.get("plural", "n != 1")

    def numbers(self) -> Sequence[tuple[int, ...]]:
        """For each plural form, numbers it is for. ValueError if the header has no rule."""
        count, rule = self.plural
        return numbers(plural_rule(rule), count)

    @property
    def state(self) -> State:
        """Draft, unless its head says that it was read."""
        return State.REVIEWED if State.REVIEWED in self.comments else State.DRAFT

    def stated(self, state: State) -> Catalogue:
        """The same, with this said at its head."""
        others = (line for line in self.comments if line not in tuple(State))
        return replace(self, comments=(state.value, *others))


def new(language: str) -> Catalogue:
    """An empty catalogue, a draft, with the plural rule that Babel knows for the language."""
    from babel import UnknownLocaleError
    from babel.messages.plurals import get_plural

    code = language.replace("-", "_")
    try:
        plural = get_plural(code).plural_forms
    except (UnknownLocaleError, ValueError):
        try:
            plural = get_plural(code.partition("_")[0]).plural_forms
        except (UnknownLocaleError, ValueError):
            plural = "nplurals=2; plural=(n != 1);"
    headers = {
        "Project-Id-Version": "Lantern Bay",
        "PO-Revision-Date": "",
        "Last-Translator": "",
        "Language-Team": "",
        "Language": code,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": plural,
    }
    return Catalogue(language, headers).stated(State.DRAFT)


def update(catalogue: Catalogue, messages: Iterable[Message], *, whole: bool = True) -> Catalogue:
    """The catalogue for these texts, in their order.

    Same key and same sentence: kept. Same key, another sentence: kept as fuzzy with the former sentence,
    however much was rewritten. Gone: retired. `whole`: these are all texts; else what is gone stays.
    """
    # Of one key there may be several: a text that was rewritten, translated, and written back.
    every = sorted(chain(catalogue.retired, catalogue.translations), key=lambda each: each.begun)
    exact = {(each.key, each.sources): each for each in every}
    nearest = {each.key: each for each in every}
    forms, _ = catalogue.plural
    found: list[Translation] = []
    for message in messages:
        same = exact.get((message.key, message.sources))
        near = nearest.get(message.key)
        if same and (same.begun or not (near and near.begun)):
            found.append(same)
        elif near and near.begun:
            found.append(_carried(near, message, forms))
        else:
            count = forms if message.plural else 1
            found.append(Translation(message.key, message.sources, ("",) * count, notes=_notes(near)))
    kept = set(map(_said, found))
    gone = [each for each in catalogue.translations if _said(each) not in kept and (each.begun or each.notes)]
    there = {each.key for each in found}
    stays = [] if whole else [each for each in gone if each.key not in there]
    left = [each for each in catalogue.retired if _said(each) not in kept]
    return replace(
        catalogue,
        translations=(*found, *stays),
        retired=(*left, *(each for each in gone if each not in stays)),
    )


def _said(each: Translation) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    """What must not get lost of a translation: all that was written, wherever it stands now."""
    return each.key, each.forms, each.notes


def _notes(near: Translation | None) -> tuple[str, ...]:
    return near.notes if near else ()


def _carried(near: Translation, message: Message, forms: int) -> Translation:
    """The translation of a sentence that has changed, for somebody to look at."""
    # Once more changed: what it was translated from is still the first one.
    previous = near.previous if near.fuzzy and near.previous else near.sources
    kept = near.forms
    if message.plural and len(kept) == 1:
        kept = kept * forms
    elif not message.plural:
        kept = (kept[-1] or next(form for form in kept if form),)
    return Translation(message.key, message.sources, kept, True, previous, near.notes)

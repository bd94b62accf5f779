"""What is made: a card or a programme as data, from what was chosen. Paper and screen both draw it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from cop_challenge.activities.deal.schema import Model, Pillar, Rule, Stands, When
from cop_challenge.core.result import Fact, Outcome, Result
from cop_challenge.core.text import NOTHING, Text

STANDS, WHO, WHEN = ".stands", ".who", ".when"
"""Endings of the steps of a programme's line. No id has a full stop, so none can be mistaken."""
SIGNED = "document.signed"
"""The step of a signature."""


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """One line; what has not been chosen yet is empty."""

    id: str
    question: Text
    picture: str = ""
    """Of a rule."""
    pillar: Pillar | None = None
    text: Text = NOTHING
    """The wording."""
    binds: str = ""
    """`both`, `child` or `grown-up`."""
    stands: Stands | None = None
    """Where the school stood when it was written."""
    who: Text = NOTHING
    """A role."""
    role: str = ""
    """Its picture."""
    when: When | None = None

    @property
    def whole(self) -> bool:
        """Nothing is missing."""
        return bool(self.text) and (self.pillar is None or self.when is not None)


@dataclass(frozen=True, slots=True)
class Document:
    """A Deal Card or a Protection Programme."""

    title: Text
    card: bool
    """A card; else a programme."""
    lines: tuple[DocumentLine, ...]
    signed: tuple[str, ...] = ()
    """Whose hands stand below it: `parent`, `child`; `school` for the stamp."""


def document(lesson: Model, chosen: Mapping[str, str], signed: Iterable[str] = ()) -> Document:
    """The document after these choices: option ids by step, as results name them."""
    return Document(
        title=lesson.heading,
        card=lesson.paired,
        lines=tuple(_line(lesson, line.id, chosen) for line in lesson.lines),
        signed=tuple(signed),
    )


def from_results(lesson: Model, results: Iterable[Result]) -> Document:
    """The document as it came out of a visit; what was taken back or did not hold is left out."""
    chosen: dict[str, str] = {}
    signed: list[str] = []
    for result in results:
        own = result.lesson in ("", lesson.id)
        if not own or result.fact is not Fact.ANSWERED or result.outcome is Outcome.TRY_AGAIN:
            continue
        if result.step == SIGNED:
            signed.append(result.choice)
        else:
            chosen[result.step] = result.choice
    return document(lesson, chosen, signed)


def _line(lesson: Model, name: str, chosen: Mapping[str, str]) -> DocumentLine:
    line = next(line for line in lesson.lines if line.id == name)
    taken = chosen.get(name, "")
    if isinstance(line, Rule):
        wording = next((choice for choice in line.choices if choice.id == taken), None)
        return DocumentLine(
            name,
            line.prompt,
            picture=line.picture,
            text=wording.writes if wording else NOTHING,
            binds=wording.binds if wording else "",
        )
    step = next((choice for choice in line.choices if choice.id == taken), None)
    stands, when = chosen.get(name + STANDS), chosen.get(name + WHEN)
    role = next((role for role in lesson.roles if role.id == chosen.get(name + WHO)), None)
    return DocumentLine(
        name,
        line.prompt,
        pillar=line.pillar,
        text=step.writes if step else NOTHING,
        stands=Stands(stands) if stands else None,
        who=role.name if role else NOTHING,
        role=role.picture if role else "",
        when=When(when) if when else None,
    )

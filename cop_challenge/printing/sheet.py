"""A document before it is set: its template, and the values that stand in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, time
from typing import Literal, TypeAlias, Union, get_args

from cop_challenge.core.text import Text

Paper = Literal["a4", "letter"]
Ink = Literal["colour", "saving"]
PAPERS: tuple[Paper, ...] = get_args(Paper)
INKS: tuple[Ink, ...] = get_args(Ink)


class CannotPrint(Exception):
    """Nothing was printed; the message is for a person and says what to do."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing or photograph of the game or of a pack."""

    name: str
    """As lessons name it: `ui/icons/key.svg`."""
    colour: str = ""
    """`#RRGGBB` for an icon; else its own."""
    hidden: tuple[str, ...] = ()
    """Ids of parts of the drawing that are left out."""


Value: TypeAlias = Union[  # noqa: UP007  (a string in a `|` is none)
    str, int, float, bool, Text, date, time, Picture, Sequence["Value"], Mapping[str, "Value"], None
]
"""What a template can show. Texts, dates, times and pictures are resolved only when the sheet is set."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One document."""

    template: str
    """A file of `printing/templates`, without its ending."""
    title: Text
    """Of the PDF, as a reader's window shows it."""
    values: Mapping[str, Value] = field(default_factory=dict)
    """What the template finds in `sheet.values`."""


@dataclass(frozen=True, slots=True)
class Setting:
    """How it is printed, whatever it is."""

    today: date
    """Stands on the page, and in the file as its date of making: the same day gives the same file."""
    paper: Paper = "a4"
    ink: Ink = "colour"
    copies: int = 1
    """The whole document, one after the other: a class's in one file."""

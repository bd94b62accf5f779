"""What a kind's lessons may say, read from its schema and told to educators as a table."""

from __future__ import annotations

import ast
import inspect
import textwrap
import types
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from annotated_types import Ge, Le, MaxLen, MinLen
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from cop_challenge.activities import fields, registry
from cop_challenge.activities.fields import AtMost, Words
from cop_challenge.activities.lesson import Entry, Lesson, Pictured
from cop_challenge.core.track import Track

SHARED = frozenset(Lesson.model_fields)
"""Fields of every lesson: content/README.md describes them once."""

NAMED = "Its own name, for translations and results; never seen on screen."
"""What an `id` is wherever its schema says nothing else."""

PACKAGE = "cop_challenge."
"""Whose classes have docstrings for authors."""

PLAIN = {
    fields.Id: "a name in small letters and hyphens",
    fields.CharacterId: "a character",
    fields.Picture: "the path of a picture",
    bool: "`yes` or `no`",
    str: "a name",
}
"""What the simple types are to an author."""


@dataclass(frozen=True)
class Row:
    """One field, as authors are told of it."""

    field: str
    of: str
    """The entry it belongs to, in the author's words: `lesson`, `round`…"""
    left_out: str
    """What it is then, or that it is needed."""
    may_be: str
    means: str
    """From the attribute's docstring; "" if it has none."""


@cache
def notes(cls: type) -> Mapping[str, str]:
    """Docstrings below the attributes of a class and of those it inherits from, by attribute.

    Read from the source, and only here: pydantic's `use_attribute_docstrings` does the same as each class is
    made, and took 20 ms of every start.
    """
    found: dict[str, str] = {}
    for base in reversed(cls.__mro__):
        if not base.__module__.startswith(PACKAGE):
            continue
        (tree,) = ast.parse(textwrap.dedent(inspect.getsource(base))).body
        assert isinstance(tree, ast.ClassDef)
        for line, after in zip(tree.body, tree.body[1:], strict=False):
            if isinstance(after, ast.Expr) and isinstance(after.value, ast.Constant):
                target = (
                    line.target if isinstance(line, ast.AnnAssign) else getattr(line, "targets", [None])[0]
                )
                if isinstance(target, ast.Name):
                    found[target.id] = " ".join(str(after.value.value).split())
    return found


def rows(kind: str, tracks: Mapping[str, Track], track: str) -> Iterator[Row]:
    """The kind's own fields, the lesson's first; words are counted as in `track`."""
    model = registry.schema(kind)
    ahead: list[type[BaseModel]] = [model]
    seen: set[type[BaseModel]] = set()
    while ahead:
        entry = ahead.pop(0)
        if entry in seen:
            continue
        seen.add(entry)
        inner = []
        for name, hint in _own_first(entry):
            if entry is model and name in SHARED:
                continue
            yield _row(entry, name, hint, tracks, track)
            inner += list(_entries(hint))
        ahead = inner + ahead


def _own_first(entry: type[BaseModel]) -> list[tuple[str, Any]]:
    """Names and types of its fields: what it says itself before what it inherits.

    What every entry may have is told once, in content/README.md.
    """
    hints, own = get_type_hints(entry, include_extras=True), inspect.get_annotations(entry)
    names = [name for name in own if name in entry.model_fields]
    names += [name for name in entry.model_fields if name not in own and name not in Entry.model_fields]
    return [(name, hints[name]) for name in names]


def _row(entry: type[BaseModel], name: str, hint: Any, tracks: Mapping[str, Track], track: str) -> Row:
    info = entry.model_fields[name]
    left_out = "needed" if info.is_required() else _value(info.default)
    if name == "picture" and issubclass(entry, Pictured):
        young = ", ".join(each.ages.source for each in tracks.values() if each.pictured)
        left_out += f"; needed for {young}"
    means = notes(entry).get(name) or (NAMED if name == "id" else "")
    return Row(info.alias or name, called(entry), left_out, _may_be(hint, tracks, track), means)


def called(entry: type[BaseModel]) -> str:
    """What an author calls an entry: the title in its model's settings, or its class's name."""
    return (
        "lesson"
        if issubclass(entry, Lesson)
        else str(entry.model_config.get("title", entry.__name__.lower()))
    )


def _value(default: Any) -> str:
    """A value as an author would write it."""
    if isinstance(default, bool):
        return "`yes`" if default else "`no`"
    return f"`{default}`" if isinstance(default, int) or (isinstance(default, str) and default) else "nothing"


def _given(hint: Any) -> Any:
    """The type of what is written, if anything is."""
    if get_origin(hint) in (Union, types.UnionType):
        (hint,) = (each for each in get_args(hint) if each is not type(None))
    return hint


def _unwrapped(hint: Any) -> tuple[Any, list[Any]]:
    """The type itself and what is noted on it."""
    marks: list[Any] = []
    hint = _given(hint)
    if get_origin(hint) is Annotated:
        hint, *noted = get_args(hint)
        for mark in noted:
            marks += mark.metadata if isinstance(mark, FieldInfo) else [mark]
    return hint, marks


def _entries(hint: Any) -> Iterator[type[Entry]]:
    """The models a type is built of."""
    base, _ = _unwrapped(hint)
    if isinstance(base, type) and issubclass(base, Entry):
        yield base
    for inner in get_args(base):
        if get_origin(base) is not Literal:
            yield from _entries(inner)


def _may_be(hint: Any, tracks: Mapping[str, Track], track: str) -> str:
    """What may be written for a type."""
    hint = _given(hint)
    if hint in PLAIN:
        return PLAIN[hint]
    base, marks = _unwrapped(hint)
    if base in PLAIN and not any(isinstance(mark, Words) for mark in marks):
        return PLAIN[base]
    for mark in marks:
        if isinstance(mark, Words):
            limit = tracks[track].limits.get(mark.role)
            return f"a text of up to {limit} words" if limit else "a text"
    if choices := _values(base):
        return "one of " + ", ".join(choices)
    low = next((mark.ge for mark in marks if isinstance(mark, Ge)), None)
    high = next((mark.le for mark in marks if isinstance(mark, Le)), None)
    if base in (int, float):
        return f"a number from {low:,} to {high:,}" if low is not None and high is not None else "a number"
    if get_origin(base) is tuple:
        return _list(base, marks, tracks, track)
    if isinstance(base, type) and issubclass(base, Entry):
        return f"{_a(called(base))}: its fields stand below it"
    _, value = get_args(base)
    most = next((mark.max_length for mark in marks if isinstance(mark, MaxLen)), None)
    models = list(_entries(value))
    what = _a(called(models[0])) if models else _may_be(value, tracks, track)
    return f"{_count(marks, most)} entries, each a name and, below it, {what}".lstrip()


def _values(base: Any) -> list[str]:
    """The words one may choose from, with what they mean where that is said."""
    if get_origin(base) is Literal:
        return [f"`{value}`" for value in get_args(base) if value]
    if not (isinstance(base, type) and issubclass(base, Enum)):
        return []
    said = notes(base)
    return [
        f"`{member.value}`" + (f" ({_inline(said[member.name])})" if member.name in said else "")
        for member in base
    ]


def _inline(sentence: str) -> str:
    return sentence[0].lower() + sentence[1:].rstrip(".")


def _list(base: Any, marks: list[Any], tracks: Mapping[str, Track], track: str) -> str:
    """How many of what; fewer where the track, or a younger one, allows fewer."""
    inner = get_args(base)[0]
    models = list(_entries(inner))
    what = _a(called(models[0])) if models else _may_be(inner, tracks, track)
    most = next((mark.max_length for mark in marks if isinstance(mark, MaxLen)), None)
    roles = [mark.role for mark in marks if isinstance(mark, AtMost)]
    if most and roles:
        most = min(most, tracks[track].limits.get(roles[0], most))
    fewer = [
        f"{each.ages.source}: at most {each.limits[role]}"
        for role in roles
        for each in tracks.values()
        if most and each.limits.get(role, most) < most
    ]
    tail = f" ({'; '.join(fewer)})" if fewer else ""
    count = _count(marks, most)
    return f"a list{' of ' if count else ''}{count}{tail}, each {what}"


def _count(marks: Iterable[Any], most: int | None) -> str:
    """`2–4`, as numbers of entries are said."""
    least = next((mark.min_length for mark in marks if isinstance(mark, MinLen)), 0)
    if most is None:
        return f"at least {least}" if least else ""
    if least == most:
        return str(most)
    return f"{least}–{most}" if least else f"up to {most}"


def _a(word: str) -> str:
    return f"{'an' if word[0] in 'aeiou' else 'a'} *{word}*"


def table(found: Iterable[Row]) -> str:
    """The rows in Markdown."""
    lines = ["| field | of | if left out | may be | what it is |", "|---|---|---|---|---|"]
    for row in found:
        cells = (f"`{row.field}`", row.of, row.left_out, row.may_be, row.means)
        lines.append("| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |")
    return "\n".join(lines)

"""One file → one validated lesson, or every problem in it at once."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from cop_challenge.activities import registry
from cop_challenge.activities.fields import Surroundings
from cop_challenge.activities.lesson import SCHEMA_VERSION, Lesson
from cop_challenge.core.track import Track
from cop_challenge.lessons import language
from cop_challenge.lessons.diagnostics import RULES, Complaint, Problem, closest, did_you_mean, listed
from cop_challenge.lessons.plain_reading import plain
from cop_challenge.lessons.plain_text import Broken, text_of
from cop_challenge.lessons.source import Node, Refused, nodes

_Path = tuple[str | int, ...]
M = TypeVar("M", bound=BaseModel)


class Found:
    """Problems of one file, put at their places."""

    def __init__(self, shown: Path, root: Node | Callable[[], Node]) -> None:
        """`root`: has the places; called for them only if there is a problem."""
        self._shown = shown
        self._root = root
        self.problems: list[Problem] = []

    def add(self, rule: str, path: _Path, *, at_key: bool = False, **values: Any) -> None:
        """One more problem at `path`, with the rule's sentences filled."""
        words = {"hint": "", "key": _name(path), **values}
        if "known" in words and "found" in words and isinstance(words["known"], list):
            words["hint"] = did_you_mean(str(words["found"]), words["known"])
        words = {name: _shortened(listed(value)) for name, value in words.items()}
        if not isinstance(self._root, Node):
            self._root = self._root()
        line, column = self._root.place(path, at_key=at_key)
        self.problems.append(Complaint(rule, words).at(self._shown, line, column))


LONGEST = 600
"""Characters of a value that a message repeats."""


def _shortened(words: str) -> str:
    return words if len(words) <= LONGEST else f"{words[:LONGEST]}…"


def _name(path: _Path) -> str:
    """What an author calls the place: its last key."""
    return next((f"“{name}”" for name in reversed(path) if isinstance(name, str)), "the file")


def load_lesson(
    path: Path,
    tracks: Mapping[str, Track],
    around: Surroundings,
    shown: Path | None = None,
    *,
    advice: bool = False,
) -> tuple[Lesson | None, list[Problem]]:
    """The lesson, or None if there is an error, and every problem of the file in reading order.

    `advice`: say also what could be said better.
    """
    lesson, problems = mended_lesson(path, tracks, around, shown, advice=advice)
    return (None if any(problem.is_error for problem in problems) else lesson), problems


def mended_lesson(
    path: Path,
    tracks: Mapping[str, Track],
    around: Surroundings,
    shown: Path | None = None,
    *,
    advice: bool = False,
) -> tuple[Lesson | None, list[Problem]]:
    """The lesson as far as it could be mended, for whoever wants to see it, and every problem of the file."""
    shown = shown or path
    try:
        text = text_of(path)
        data = plain(text)
        root, problems = (None, []) if data is not None else nodes(text, shown)
    except Broken as broken:
        return None, [broken.complaint.at(shown, broken.line, broken.column)]
    except Refused as refused:
        return None, refused.problems
    found = Found(shown, root or (lambda: nodes(text, shown)[0]))
    data = root.plain() if root else data
    lesson = _validated(data, tracks, around, found, advice)
    if lesson and path.stem != lesson.id == data.get("id"):  # not an id that was guessed to go on
        found.add("file-name", ("id",), file=path.name, found=lesson.id)
    return lesson, sorted(problems + found.problems)


def _validated(
    data: Any, tracks: Mapping[str, Track], around: Surroundings, found: Found, advice: bool
) -> Lesson | None:
    if not isinstance(data, dict):
        found.add("wrong-shape", (), expected="keys with values", found=_shape(data), remedy=_KEYS)
        return None
    kind = data.get("kind")
    if not isinstance(kind, str) or kind not in registry.ACTIVITIES:
        if kind is None:
            found.add("missing-key", (), key="kind")
        else:
            found.add("unknown-kind", ("kind",), found=str(kind), known=list(registry.ACTIVITIES))
        return None
    track = data.get("track")
    if isinstance(track, str) and track not in tracks:
        found.add("unknown-track", ("track",), found=track, known=list(tracks))
    around = surroundings(around, tracks.get(str(track)))
    lesson, guessed = validated(registry.schema(kind), data, around, found)
    if lesson is None:
        return None
    findings = [*registry.check(lesson), *language.errors(lesson)]
    if advice and isinstance(track, str) and track in tracks:
        findings += language.advice(lesson, tracks[track].reading, around.language)
    for finding in findings:
        if not any(path[: len(finding.path)] == finding.path for path in guessed):
            found.add(finding.rule, finding.path, **finding.values)
    return lesson.keyed(lesson.id)


def surroundings(around: Surroundings, track: Track | None) -> Surroundings:
    """What validation may look at, with the track's limits in it."""
    if track is None:
        return around
    return replace(
        around,
        limits=track.limits,
        pictured=track.pictured,
        length=track.length(around.language),
    )


_KEYS = "Write a name, a colon and what it stands for in each line, all below each other, without hyphens."
_LIST = "Let each entry begin with a hyphen and a blank, in lines of their own below the name."
_VALUE = "Write one text, number or word behind the colon, and nothing below it."
"""How the three shapes are written."""

MENDING_ROUNDS = 3
"""A missing value may first turn into a text and then into a yes or no."""


def validated(model: type[M], data: Any, around: Surroundings, found: Found) -> tuple[M | None, list[_Path]]:
    """The model, with every problem in `found`, and the paths whose values had to be guessed.

    If something is wrong, the data is mended as far as that can be done (misspelt keys put right,
    unknown ones dropped, missing ones filled) and validated once more without limits: cross-checks
    then find their own problems in the same run, and an author need not come back mistake by mistake.
    """
    try:
        return model.model_validate(data, context=around), []
    except ValidationError as error:
        errors: list[Any] = error.errors()
    misspelt = set(_misspelt(errors, model))
    for one in errors:
        if tuple(one["loc"]) not in misspelt:
            _explain(one, model, found)
    mended = copy.deepcopy(data)
    guessed: list[_Path] = []
    for _ in range(MENDING_ROUNDS):
        guessed += [path for one in reversed(errors) if (path := _mend(one, mended, len(guessed), model))]
        try:
            return model.model_validate(mended), guessed
        except ValidationError as error:
            errors = error.errors()
    return None, guessed


def _misspelt(errors: list[Any], model: type[BaseModel]) -> Iterator[_Path]:
    """Paths of keys that are not missing but misspelt, which is said where they stand."""
    missing = {tuple(error["loc"]) for error in errors if error["type"] == "missing"}
    for error in errors:
        path = tuple(error["loc"])
        if error["type"] == "extra_forbidden":
            meant = (*path[:-1], closest(str(path[-1]), sorted(_known_keys(model, path[:-1]))))
            if meant in missing:
                yield meant


def _explain(error: Any, model: type[BaseModel], found: Found) -> None:
    path: _Path = tuple(error["loc"])
    given, context = error["input"], error.get("ctx", {})
    match error["type"]:
        case "extra_forbidden":
            key = str(path[-1])
            known = sorted(_known_keys(model, path[:-1]))
            found.add("unknown-key", path, at_key=True, key=key, hint=did_you_mean(key, known), known=known)
        case "missing":
            found.add("missing-key", path[:-1], key=str(path[-1]))
        case "enum" | "literal_error":
            known = [word.strip(" '") for word in context["expected"].replace(" or ", ", ").split(",")]
            found.add("not-a-choice", path, found=given, known=known)
        case "string_pattern_mismatch":
            found.add("bad-id", path, found=given)
        case "string_too_long":
            found.add("bad-id", path, found=f"{str(given)[:40]}…")
        case "bool_parsing":
            found.add("not-a-number", path, expected="yes or no", found=given)
        case "int_parsing" | "int_from_float":
            found.add("not-a-number", path, expected="a whole number", found=given)
        case "float_parsing":
            found.add("not-a-number", path, expected="a number such as 0.33", found=given)
        case "greater_than_equal" | "less_than_equal" if path == ("schema",):
            found.add("newer-schema", path, found=given, known=str(SCHEMA_VERSION))
        case "greater_than_equal":
            found.add("not-a-number", path, expected=f"{context['ge']} or more", found=given)
        case "less_than_equal":
            found.add("not-a-number", path, expected=f"{context['le']} or less", found=given)
        case "too_short":
            # pydantic counts only entries without a mistake; those with one have been spoken of.
            count = len(given) if isinstance(given, (list, dict)) else context["actual_length"]
            if count < context["min_length"]:
                found.add("wrong-count", path, found=count, expected=f"at least {context['min_length']}")
        case "too_long":
            # pydantic stops counting at the first entry too many.
            count = len(given) if isinstance(given, (list, dict)) else context["actual_length"]
            found.add("wrong-count", path, found=count, expected=f"at most {context['max_length']}")
        case "tuple_type" | "list_type":
            expected = "a list (lines that start with a hyphen)"
            found.add("wrong-shape", path, expected=expected, found=_shape(given), remedy=_LIST)
        case "model_type" | "mapping_type" | "dict_type" | "model_attributes_type":
            found.add("wrong-shape", path, expected="keys with values", found=_shape(given), remedy=_KEYS)
        case "string_type" | "bool_type" | "int_type":
            found.add("wrong-shape", path, expected="one value", found=_shape(given), remedy=_VALUE)
        case rule if rule in RULES:
            found.add(rule, path, **context)
        case _:
            said = f"“{given}” ({error['msg']})"
            found.add("wrong-shape", path, expected="another value", found=said, remedy=_VALUE)


def _shape(value: Any) -> str:
    if isinstance(value, dict):
        return "keys with values"
    return "a list" if isinstance(value, list) else "a text"


def _known_keys(model: type[BaseModel], path: _Path) -> Iterator[str]:
    """Keys the entry at `path` may have."""
    current: Any = model
    for name in path:
        if isinstance(current, type) and issubclass(current, BaseModel):
            current = current.model_fields[str(name)].annotation
        else:  # an index or a key leads from a list or a mapping to one of its entries
            current = _entry(current)
    current = _entry(current)
    if isinstance(current, type) and issubclass(current, BaseModel):
        for name, field in current.model_fields.items():
            yield field.alias or name


def _entry(annotation: Any) -> Any:
    """The model inside `tuple[Model, ...]` or `Mapping[str, Model]`."""
    for argument in getattr(annotation, "__args__", ()):
        if isinstance(argument, type) and issubclass(argument, BaseModel):
            return argument
        if (inner := _entry(argument)) is not argument and isinstance(inner, type):
            return inner
    return annotation


def _mend(error: Any, data: Any, turn: int, model: type[BaseModel]) -> _Path | None:
    """Make one refused value acceptable; its path, if the value is now a guess."""
    path: _Path = tuple(error["loc"])
    holder = data
    try:
        for name in path[:-1]:
            holder = holder[name]
        match error["type"]:
            case "extra_forbidden":
                value = holder.pop(path[-1])
                meant = closest(str(path[-1]), sorted(_known_keys(model, path[:-1])))
                if not meant or meant in holder:
                    return None
                # “chioces” dropped would make its state a dead end.
                holder[meant] = value
                return (*path[:-1], meant)
            case "enum" | "literal_error":
                holder[path[-1]] = error["ctx"]["expected"].split("'")[1]
            case "bool_parsing":
                holder[path[-1]] = "no"
            case "int_parsing" | "float_parsing" | "greater_than_equal" | "less_than_equal":
                holder[path[-1]] = "1"
            case "missing":
                holder.setdefault(path[-1], f"x{turn}")
            case "empty-text" | "string_pattern_mismatch":
                holder[path[-1]] = f"x{turn}"
            case _:
                return None
    except (KeyError, IndexError, TypeError):
        return None
    return path

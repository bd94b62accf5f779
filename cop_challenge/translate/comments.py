"""What authors write beside their texts: the `#` comments of a YAML file, by the line they are about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

import yaml

from cop_challenge.lessons.source import YAML_LOADER


def comments(text: str) -> Mapping[int, tuple[str, ...]]:
    """Comments by line, from 1: those right above it, then the one at its end.

    Only what no value covers counts: a `#` inside a sentence is a sentence's.
    """
    if "#" not in text:
        return {}
    lines = text.splitlines()
    found: defaultdict[int, list[str]] = defaultdict(list)
    waiting: list[tuple[int, str]] = []
    ends: dict[int, str] = {}
    firsts: dict[int, int] = {}
    for line, column, start in _gaps(text):
        mark = _hash(lines[line][column:] if line < len(lines) else "")
        if mark >= 0:
            ends[line] = lines[line][column + mark :].lstrip("# ").strip()
            firsts[line] = start
    for line, comment in ends.items():
        own = lines[line].lstrip().startswith("#")
        if own:
            waiting.append((line, comment))
    for line, comment in waiting:
        below = line
        while below in ends and lines[below].lstrip().startswith("#"):
            below += 1
        found[below + 1].append(comment)
    for line, comment in ends.items():
        if not lines[line].lstrip().startswith("#"):
            found[firsts[line] + 1].append(comment)
    return {line: tuple(filter(None, said)) for line, said in found.items()}


def _gaps(text: str) -> Iterator[tuple[int, int, int]]:
    """Line and column from which on no value stands on a line, and the line where its last value began."""
    covered: dict[int, tuple[int, int]] = {}
    inside: set[int] = set()
    for event in yaml.parse(text, Loader=YAML_LOADER):
        if isinstance(event, yaml.ScalarEvent):
            first: Any = event.start_mark
            last: Any = event.end_mark
            # A block's end is the start of the line that follows it.
            end = last.line - 1 if last.column == 0 and last.line > first.line else last.line
            block = event.style in ("|", ">")
            inside.update(range(first.line + 1, end + 1 if block else end))
            covered[end] = (len(text) if block else last.column, first.line)
            if block:
                covered[first.line] = (first.column + 1, first.line)
    for line in range(text.count("\n") + 1):
        if line not in inside:
            yield line, *covered.get(line, (0, line))


def _hash(rest: str) -> int:
    """Where a comment begins in the rest of a line; -1: there is none."""
    for index, sign in enumerate(rest):
        if sign == "#" and (index == 0 or rest[index - 1].isspace()):
            return index
    return -1

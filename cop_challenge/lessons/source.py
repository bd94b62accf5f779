"""YAML as authors mean it: every scalar is text with its place, and nothing in a file can hurt.

YAML 1.1 would eat a child's "No" and read 1:30 as ninety; here all scalars stay text. Anchors,
aliases, merge keys and tags are refused as soon as they are seen, so nothing can be expanded;
size, depth and number of entries are bounded before any tree is built.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from cop_challenge.lessons.diagnostics import Complaint, Problem

MAX_BYTES = 256 * 1024
MAX_DEPTH = 12
MAX_ENTRIES = 8000
MAX_WORD = 200
"""Characters without a space between them. Word limits count such a run as one word, and the patterns
that look for addresses take time with its square; Chinese sentences fit easily."""

YAML_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml where the wheel has it; ten times faster, the same events."""

CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
"""All that YAML refuses, so that libyaml, which does not say where, never has to."""

Key = str | int


@dataclass
class Node:
    """A value and where it stands. `value` is a str, a list of nodes or a dict of nodes."""

    value: str | list[Node] | dict[str, Node]
    line: int
    column: int
    keys: dict[str, tuple[int, int]] = field(default_factory=dict)
    """Where each key of a mapping stands."""

    def plain(self) -> Any:
        """Only strings, lists and dicts, for validation."""
        if isinstance(self.value, str):
            return self.value
        if isinstance(self.value, list):
            return [node.plain() for node in self.value]
        return {key: node.plain() for key, node in self.value.items()}

    def place(self, path: tuple[Key, ...], *, at_key: bool = False) -> tuple[int, int]:
        """Line and column of what `path` names, or of the nearest thing that exists.

        `at_key` asks for the last name itself rather than its value.
        """
        node = self
        for depth, name in enumerate(path):
            value = node.value
            last = depth == len(path) - 1
            if isinstance(value, dict) and isinstance(name, str) and name in value:
                if at_key and last:
                    return node.keys[name]
                child = value[name]
            elif isinstance(value, list) and isinstance(name, int) and name < len(value):
                child = value[name]
            else:
                break
            if isinstance(value, dict) and isinstance(child.value, dict) and isinstance(name, str):
                # A mapping starts below its key; the key is what an author looks for.
                line, column = node.keys[name]
                child = Node(child.value, line, column, child.keys)
            node = child
        return node.line, node.column


class Refused(Exception):
    """The file can't be taken further; carries all that is known to be wrong."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


def read(path: Path, shown: Path | None = None) -> tuple[Node, list[Problem]]:
    """The file as nodes, and problems that still leave a tree (repeated keys).

    `shown` is the path problems name. Raises Refused if there is no tree to go on with.
    """
    shown = shown or path
    try:
        text = _text(path)
        return _Builder(shown).build(text)
    except _Broken as broken:
        raise Refused([broken.complaint.at(shown, broken.line, broken.column)]) from None


class _Broken(Exception):
    def __init__(self, complaint: Complaint, line: int = 0, column: int = 0) -> None:
        super().__init__(complaint.rule)
        self.complaint, self.line, self.column = complaint, line, column


def _broken(rule: str, line: int = 0, column: int = 0, **values: Any) -> _Broken:
    return _Broken(Complaint(rule, values), line, column)


def _text(path: Path) -> str:
    """The file's text; never reads more than MAX_BYTES, never waits on a pipe or a device."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise _broken("unreadable", reason="it is not an ordinary file")
        if status.st_size > MAX_BYTES:
            raise _broken("too-large", size=_kilobytes(status.st_size), limit=_kilobytes(MAX_BYTES))
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise _broken("unreadable", reason=(error.strerror or str(error)).lower()) from None
    if len(data) > MAX_BYTES:
        raise _broken("too-large", size="more", limit=_kilobytes(MAX_BYTES))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = error.object[: error.start].decode("utf-8")  # not `data`: a byte-order mark is off already
        raise _broken("not-utf-8", before.count("\n") + 1, len(before) - before.rfind("\n")) from None
    if control := CONTROL.search(text):
        line = text.count("\n", 0, control.start()) + 1
        column = control.start() - text.rfind("\n", 0, control.start())
        raise _broken("not-text", line, column, found=f"the character U+{ord(control[0]):04X}")
    return text


def _kilobytes(size: int) -> str:
    return f"{max(1, size // 1024):,} kB"


class _Builder:
    """Builds nodes from YAML's events, without recursion."""

    def __init__(self, shown: Path) -> None:
        self._shown = shown
        self._problems: list[Problem] = []
        self._entries = 0

    def build(self, text: str) -> tuple[Node, list[Problem]]:
        root: Node | None = None
        stack: list[tuple[Node, list[Node]]] = []
        """Open collections, each with the key that waits for its value."""
        for event in self._events(text):
            mark = event.start_mark
            line, column = mark.line + 1, mark.column + 1
            self._refuse_features(event, line, column)
            node: Node | None = None
            if isinstance(event, yaml.ScalarEvent):
                self._refuse_no_text(event.value, line, column)
                node = Node(event.value, line, column)
            elif isinstance(event, yaml.SequenceStartEvent):
                node = Node([], line, column)
            elif isinstance(event, yaml.MappingStartEvent):
                node = Node({}, line, column)
            elif isinstance(event, yaml.CollectionEndEvent):
                stack.pop()
            if node is None:
                continue
            self._entries += 1
            if self._entries > MAX_ENTRIES or len(stack) >= MAX_DEPTH:
                raise _broken("too-deep", line, column, depth=MAX_DEPTH, entries=MAX_ENTRIES)
            if not stack:
                if root is not None:
                    raise _broken("yaml-feature", line, column, feature="A second document (“---”)")
                root = node
            else:
                self._put(stack[-1], node)
            if not isinstance(node.value, str):
                stack.append((node, []))
        if root is None:
            raise _broken("not-yaml", 1, 1, reason="the file is empty")
        return root, self._problems

    def _events(self, text: str) -> Iterator[Any]:
        try:
            yield from yaml.parse(text, Loader=YAML_LOADER)
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            reason = error.problem or error.context or "it is no YAML"
            line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
            if "nesting depth" in reason:
                # Newer releases of libyaml give up by themselves, before the events that we would count.
                raise _broken("too-deep", line, column, depth=MAX_DEPTH, entries=MAX_ENTRIES) from None
            raise _broken("not-yaml", line, column, reason=reason) from None
        except yaml.YAMLError as error:
            raise _broken("not-yaml", 1, 1, reason=str(error).splitlines()[0]) from None

    @staticmethod
    def _refuse_features(event: Any, line: int, column: int) -> None:
        feature = ""
        if isinstance(event, yaml.AliasEvent):
            feature = f"An alias (“*{event.anchor}”)"
        elif getattr(event, "anchor", None):
            feature = f"An anchor (“&{event.anchor}”)"
        elif getattr(event, "tag", None) not in (None, "!"):
            feature = f"A tag (“{event.tag}”)"
        elif isinstance(event, yaml.ScalarEvent) and event.value == "<<" and not event.style:
            feature = "A merge key (“<<”)"
        if feature:
            raise _broken("yaml-feature", line, column, feature=feature)

    @staticmethod
    def _refuse_no_text(value: str, line: int, column: int) -> None:
        """Characters that came in as an escape (`"\\0"`), and runs no reader would call a word."""
        if control := CONTROL.search(value):
            raise _broken("not-text", line, column, found=f"the character U+{ord(control[0]):04X}")
        longest = max(map(len, value.split()), default=0)
        if longest > MAX_WORD:
            raise _broken("not-text", line, column, found=f"a word of {longest:,} characters")

    def _put(self, holder: tuple[Node, list[Node]], node: Node) -> None:
        parent, waiting = holder
        if isinstance(parent.value, list):
            parent.value.append(node)
            return
        assert isinstance(parent.value, dict)
        if not waiting:
            if not isinstance(node.value, str):
                found = "a list" if isinstance(node.value, list) else "keys with values"
                values = {"key": "a key", "expected": "one word", "found": found}
                raise _broken("wrong-shape", node.line, node.column, **values)
            waiting.append(node)
            return
        key = waiting.pop()
        assert isinstance(key.value, str)
        if key.value in parent.value:
            first = parent.keys[key.value][0]
            complaint = Complaint("repeated-key", {"key": key.value, "first": first})
            self._problems.append(complaint.at(self._shown, key.line, key.column))
            return
        parent.value[key.value] = node
        parent.keys[key.value] = (key.line, key.column)


def inside(root: Path, path: Path) -> bool:
    """Whether `path`, with every link in it followed, lies inside `root`."""
    return Path(os.path.realpath(path)).is_relative_to(os.path.realpath(root))

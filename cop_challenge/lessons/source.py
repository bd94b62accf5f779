"""YAML as authors mean it: every scalar is text with its place, and nothing in a file can hurt.

YAML 1.1 would eat a child's "No" and read 1:30 as ninety; here all scalars stay text. Anchors,
aliases, merge keys and tags are refused as soon as they are seen, so nothing can be expanded;
size, depth and number of entries are bounded before any tree is built.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from cop_challenge.lessons.diagnostics import Complaint, Problem
from cop_challenge.lessons.pitfalls import CURLY_REMEDY, pitfall, unnoticed
from cop_challenge.lessons.plain_text import CONTROL, RETYPE, Broken, broken, text_of

MAX_DEPTH = 12
MAX_ENTRIES = 8000
MAX_WORD = 200
"""Characters without a space between them. Word limits count such a run as one word, and the patterns
that look for addresses take time with its square; Chinese sentences fit easily."""

YAML_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml where the wheel has it; ten times faster, the same events."""

Key = str | int

EMPTY = "Start from an example: “cop-challenge new lesson --kind quiz” writes one."
ONE_WORD = "Write one word before the colon; a text with brackets or braces goes between quotation marks."
WRITE_OUT = "Put it between quotation marks if it is a text; else write out what it stands for."
LOOK = (
    "Look at this line and the one above: "
    "indentation, a missing quote, a colon inside a sentence without quotes."
)
"""What to do where nobody can say more."""

OPENING, CLOSING = "“„‟«»‹‘‚", "”“‟»«›’"
"""Curly quotation marks, as languages pair them."""


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
        text = text_of(path)
    except Broken as broken:
        raise Refused([broken.complaint.at(shown, broken.line, broken.column)]) from None
    return nodes(text, shown)


def nodes(text: str, shown: Path) -> tuple[Node, list[Problem]]:
    """The same of the file's text."""
    try:
        return _Builder(shown).build(text)
    except Broken as broken:
        raise Refused([broken.complaint.at(shown, broken.line, broken.column)]) from None


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
        escapes = "\\" in text  # raw, none of these characters comes as far as this
        for event in self._events(text):
            mark = event.start_mark
            line, column = mark.line + 1, mark.column + 1
            if root is not None and isinstance(event, yaml.DocumentStartEvent):
                feature, remedy = "A second document (“---”)", "Put what follows into a file of its own."
                raise broken("yaml-feature", line, column, feature=feature, remedy=remedy)
            node: Node | None = None
            if isinstance(event, yaml.ScalarEvent):
                value = event.value
                if event.anchor or event.tag or value == "<<":
                    self._refuse_features(event, line, column)
                if escapes or len(value) > MAX_WORD:
                    self._refuse_no_text(value, line, column)
                if not event.style and value and (value[0] in OPENING or value[-1] == '"'):
                    self._notice_quotes(value, line, column)
                node = Node(value, line, column)
            elif isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent, yaml.AliasEvent)):
                self._refuse_features(event, line, column)
                node = Node({} if isinstance(event, yaml.MappingStartEvent) else [], line, column)
            elif isinstance(event, yaml.CollectionEndEvent):
                stack.pop()
            if node is None:
                continue
            self._entries += 1
            if self._entries > MAX_ENTRIES or len(stack) >= MAX_DEPTH:
                raise broken("too-deep", line, column, depth=MAX_DEPTH, entries=MAX_ENTRIES)
            if not stack:
                root = node
            else:
                self._put(stack, node)
            if not isinstance(node.value, str):
                stack.append((node, []))
        if root is None:
            raise broken("not-yaml", 1, 1, reason="nothing stands in the file", remedy=EMPTY)
        return root, self._problems

    def _events(self, text: str) -> Iterator[Any]:
        if slip := unnoticed(text):
            raise broken("not-yaml", slip.line, slip.column, reason=slip.reason, remedy=slip.remedy)
        try:
            yield from yaml.parse(text, Loader=YAML_LOADER)
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            reason = error.problem or error.context or "it is no YAML"
            line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
            if "nesting depth" in reason:
                # Newer releases of libyaml give up by themselves, before the events that we would count.
                raise broken("too-deep", line, column, depth=MAX_DEPTH, entries=MAX_ENTRIES) from None
            if slip := pitfall(text, line):
                raise broken(
                    "not-yaml", slip.line, slip.column, reason=slip.reason, remedy=slip.remedy
                ) from None
            raise broken("not-yaml", line, column, reason=reason, remedy=LOOK) from None
        except yaml.YAMLError as error:
            raise broken("not-yaml", 1, 1, reason=str(error).splitlines()[0], remedy=LOOK) from None

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
            raise broken("yaml-feature", line, column, feature=feature, remedy=WRITE_OUT)

    @staticmethod
    def _refuse_no_text(value: str, line: int, column: int) -> None:
        """Characters that came in as an escape (`"\\0"`), and runs no reader would call a word."""
        if control := CONTROL.search(value):
            found = f"the character U+{ord(control[0]):04X}"
            raise broken("not-text", line, column, found=found, remedy=RETYPE)
        longest = max(map(len, value.split()), default=0)
        if longest > MAX_WORD:
            raise broken("not-text", line, column, found=f"a word of {longest:,} characters", remedy=RETYPE)

    def _notice_quotes(self, value: str, line: int, column: int) -> None:
        """Quotation marks around a text that YAML takes for letters of it; one of them is there."""
        reason = remedy = ""
        if value[0] in OPENING:
            if not set(CLOSING) & set(value[1:]):
                reason = f"a text begins with a curly quotation mark ({value[0]}), and is cut off"
                raise broken("not-yaml", line, column, reason=reason, remedy=CURLY_REMEDY)
            if value[-1] in CLOSING and not set(value[1:-1]) & set(OPENING + CLOSING) - {"’"}:
                reason = f"the text stands between curly quotation marks ({value[0]}{value[-1]})"
                remedy = CURLY_REMEDY
        elif value.count('"') % 2:
            reason = 'a quotation mark (") closes here that was never opened'
            remedy = "Put one at the beginning of the text, too."
        if reason:
            complaint = Complaint("not-yaml", {"reason": reason, "remedy": remedy})
            self._problems.append(complaint.at(self._shown, line, column))

    def _put(self, stack: list[tuple[Node, list[Node]]], node: Node) -> None:
        parent, waiting = stack[-1]
        if isinstance(parent.value, list):
            parent.value.append(node)
            return
        assert isinstance(parent.value, dict)
        if not waiting:
            if not isinstance(node.value, str):
                found = "a list" if isinstance(node.value, list) else "keys with values"
                values = {"key": "a key", "expected": "one word", "found": found, "remedy": ONE_WORD}
                raise broken("wrong-shape", node.line, node.column, **values)
            waiting.append(node)
            return
        key = waiting.pop()
        assert isinstance(key.value, str)
        if key.value in parent.value:
            first = parent.keys[key.value][0]
            around = stack[-2][0].value if len(stack) > 1 else None
            begins = isinstance(around, list) and key.value == next(iter(parent.value))
            remedy = "Keep one of the two."
            if begins:
                entry = f"“- {key.value}: …”"
                remedy = f"Put a hyphen and a blank before the second, where an entry begins: {entry}."
            repeated = {"key": key.value, "first": first, "remedy": remedy}
            self._problems.append(Complaint("repeated-key", repeated).at(self._shown, key.line, key.column))
            if not begins:
                return
            # Read on as if the hyphen stood there, or each of its lines would be one more complaint.
            assert isinstance(around, list)
            parent = Node({}, key.line, key.column)
            around.append(parent)
            stack[-1] = parent, waiting
            assert isinstance(parent.value, dict)
        parent.value[key.value] = node
        parent.keys[key.value] = (key.line, key.column)


def inside(root: Path, path: Path) -> bool:
    """Whether `path`, with every link in it followed, lies inside `root`."""
    return Path(os.path.realpath(path)).is_relative_to(os.path.realpath(root))

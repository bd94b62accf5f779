"""The game's own texts, read from its source: every `Text("…", "key")` written there, and what stands by it.

Reading the source instead of a list of modules: a text is found wherever it is written, from below the
layers that write it.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import cop_challenge
from cop_challenge.activities.registry import ACTIVITIES
from cop_challenge.translate.message import Message, Part

PACKAGE = Path(cop_challenge.__file__).parent
_PARTS = {"ui": Part.INTERFACE, "print": Part.PAPER, "report": Part.REPORT}


def interface(package: Path = PACKAGE) -> Iterator[Message]:
    """All texts of the modules in `package`, those of every screen first, in the order of lines."""
    core = package / "core"
    for path in sorted(package.rglob("*.py"), key=lambda path: (path.parent != core, path)):
        source = path.read_text(encoding="utf-8")
        if "Text(" in source:
            yield from _of_module(source, (Path(package.name) / path.relative_to(package)).as_posix())


def _of_module(source: str, file: str) -> Iterator[Message]:
    lines = source.splitlines()
    body = ast.parse(source).body
    for number, statement in enumerate(body):
        below = body[number + 1] if number + 1 < len(body) else None
        about = _docstring(below) if isinstance(statement, (ast.Assign, ast.AnnAssign)) else ""
        calls = [node for node in ast.walk(statement) if isinstance(node, ast.Call)]
        for call in sorted(calls, key=lambda call: (call.lineno, call.col_offset)):
            if found := _written(call):
                text, key, plural = found
                notes = tuple(note for note in (about, _comment(lines, call.lineno)) if note)
                part = _PARTS.get(key.partition(".")[0], Part.INTERFACE)
                yield Message(key, text, part, _where(key), file, plural, notes=notes)


def _written(call: ast.Call) -> tuple[str, str, str] | None:
    """Source, key and plural of a `Text(…)` with a key; None for any other call."""
    if not (isinstance(call.func, ast.Name) and call.func.id == "Text") or len(call.args) < 2:
        return None
    text, key = (_constant(argument) for argument in call.args[:2])
    plural = next((_constant(each.value) for each in call.keywords if each.arg == "plural"), "")
    return (text, key, plural) if text and key else None


def _constant(node: ast.expr) -> str:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def _docstring(statement: ast.stmt | None) -> str:
    """What is written below a name about it."""
    words = _constant(statement.value) if isinstance(statement, ast.Expr) else ""
    return " ".join(words.split())


def _comment(lines: list[str], line: int) -> str:
    """The `#` lines right above."""
    found: list[str] = []
    for above in reversed(lines[: line - 1]):
        if not above.strip().startswith("#"):
            break
        found.insert(0, above.strip().lstrip("# "))
    return " ".join(found)


def _where(key: str) -> str:
    """`ui.maze.lens` → what a translator can picture."""
    first, _, rest = key.partition(".")
    group = rest.partition(".")[0]
    match first:
        case "print":
            return "On paper" + (f": {group}" if "." in rest else "")
        case "report":
            return "Report of a day, for staff"
    if group in ACTIVITIES:
        return f"Interface of the game “{group}”"
    return "Interface, staff page" if group == "staff" else f"Interface: {group}"

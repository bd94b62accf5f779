"""docs/diagnostics.md: every rule with what it says, a bad example and the same mended."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from cop_challenge.lessons.diagnostics import Complaint, Problem, Rule, Severity

COMMAND = "scripts/diagnostics.py"

HEAD = f"""# What `check` says

Every problem has a number. Look it up here: what is wrong, what to do, a bad example and the same mended.
Errors keep a file from being used until they are mended; *advice* is given only by `check --advice`, and its
lesson is played all the same.

<!-- made by {COMMAND} from cop_challenge/lessons/diagnostics.py and tests/lessons/examples -->
"""

AROUND = 1
"""Lines shown before and after those that differ."""
MOST = 24
"""Lines of an example that are shown."""

NOT_SHOWN: Mapping[str, str] = {
    "CC001": "Instead of a file, a folder is called so.",
    "CC002": "The file is longer than any lesson.",
    "CC003": "It was saved in another encoding, so some letters look right in one editor only.",
    "CC036": "Two files of the pack say the same `id:`.",
    "CC039": "The file's name and its `id:` differ.",
    "CC040": "The pack's folder `lessons` is empty or missing.",
}
"""Bad examples that no line shows."""

_MARK = re.compile(r" *# CC\d{3}$")


def page(entries: Iterable[str]) -> str:
    """The whole page."""
    return "\n".join((HEAD, *entries))


def entry(rule: Rule, problem: Problem, bad: Path, good: Path) -> str:
    """One rule: its example's own sentences, and where the two packs differ."""
    kind = " (advice)" if rule.severity is Severity.ADVICE else ""
    parts = [f"## {rule.code}{kind}", f"**{_plain(problem.message)}**", _plain(problem.remedy)]
    if rule.code in NOT_SHOWN:
        parts.append(NOT_SHOWN[rule.code])
    else:
        before, after = _lines(bad), _lines(good)
        for title, shown in zip(("Bad:", "Mended:"), _differing(before, after), strict=True):
            parts += [title, "\n".join(("```yaml", *shown, "```"))]
    return "\n\n".join(parts) + "\n"


def too_large() -> Problem:
    """Of a file that no repository should hold."""
    return Complaint("too-large", {"size": "300 kB", "limit": "256 kB"}).at(Path("lesson.yaml"))


def _plain(sentence: str) -> str:
    """Harmless in Markdown: what looks like a mark of it is none."""
    return re.sub(r"([*_`<>])", r"\\\1", sentence)


def _lines(pack: Path) -> list[str]:
    """What the pack's files say, one after the other; signs that are no letters by their number."""
    lines: list[str] = []
    for path in sorted(path for path in pack.rglob("*.yaml") if path.is_file()):
        data = path.read_bytes()
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = data.decode("latin-1")
        lines += [_MARK.sub("", line) for line in text.split("\n")]
    return [re.sub("[\x00-\x08\x0b-\x1f]", lambda sign: f"[U+{ord(sign[0]):04X}]", line) for line in lines]


def _differing(before: list[str], after: list[str]) -> Iterator[list[str]]:
    """The lines of each that the other has not, with their neighbours."""
    blocks = difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    changes = [block for block in blocks if block[0] != "equal"]
    bad = [(start, end) for _, start, end, _, _ in changes]
    good = [(start, end) for _, _, _, start, end in changes]
    for lines, spans in ((before, bad), (after, good)):
        wanted = {
            line
            for start, end in spans
            for line in range(max(0, start - AROUND), min(len(lines), end + AROUND))
        }
        shown: list[str] = []
        for line in sorted(wanted):
            if shown and line - 1 not in wanted:
                shown.append("# …")
            shown.append(lines[line])
        yield _dedented(shown[:MOST])


def _dedented(lines: list[str]) -> list[str]:
    full = [line for line in lines if line.strip() and line != "# …"]
    spare = min((len(line) - len(line.lstrip(" ")) for line in full), default=0)
    plain = [line if line == "# …" else line[spare:].rstrip() for line in lines]
    return "\n".join(plain).strip("\n").split("\n")

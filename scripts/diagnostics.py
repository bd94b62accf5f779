"""Writes docs/diagnostics.md anew: every rule with its example. python scripts/diagnostics.py"""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

from cop_challenge.app import wiring
from cop_challenge.day.day import problems as day_problems
from cop_challenge.lessons.diagnostics import RULES, Problem
from cop_challenge.lessons.diagnostics_page import entry, page, too_large
from cop_challenge.lessons.pack import Inherited
from cop_challenge.lessons.pack_loader import load_pack
from cop_challenge.lessons.together import Together

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = ROOT / "tests" / "lessons" / "examples"
TODAY = date(2026, 11, 24)
"""Of all examples, as of their tests."""
PAGE = ROOT / "docs" / "diagnostics.md"


def main() -> None:
    """Each rule's own sentences are those of its bad example."""
    here = wiring.places()
    built_in = load_pack(here.content, Inherited(here.assets))
    inherited = replace(Inherited.of(built_in, here.assets, TODAY), spot_messages={})
    together = Together(built_in)

    def first(folder: Path, code: str) -> Problem:
        pack, day = load_pack(folder, inherited, advice=True), folder / "day.yaml"
        found = [*pack.problems, *together.problems(pack), *(day_problems(day) if day.is_file() else ())]
        return next(problem for problem in found if problem.code == code)

    entries = []
    for rule in RULES.values():
        bad, good = EXAMPLES / rule.code / "bad", EXAMPLES / rule.code / "good"
        problem = too_large() if rule.code == "CC002" else first(bad, rule.code)
        entries.append(entry(rule, problem, bad, good))
    PAGE.write_text(page(entries), encoding="utf-8", newline="\n")
    print(PAGE, file=sys.stderr)


if __name__ == "__main__":
    main()

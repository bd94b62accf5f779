"""docs/diagnostics.md has every rule as it is, with the examples that are tested."""

from __future__ import annotations

from pathlib import Path

import pytest

from cop_challenge.lessons.diagnostics import RULES, Problem, Rule
from cop_challenge.lessons.diagnostics_page import HEAD, NOT_SHOWN, entry, too_large

REMEDY = "run: python scripts/diagnostics.py"


@pytest.fixture(scope="module")
def written(root: Path) -> str:
    return (root / "docs" / "diagnostics.md").read_text("utf-8")


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.code)
def test_each_rule_stands_there_as_it_is(rule: Rule, written: str, examples: Path, check) -> None:
    """Sentences and example of the page are those of the rule's tested example."""
    bad, good = examples / rule.code / "bad", examples / rule.code / "good"
    found: Problem = (
        too_large()
        if rule.code == "CC002"
        else next(problem for problem in check(bad, advice=True) if problem.code == rule.code)
    )
    assert entry(rule, found, bad, good) in written, REMEDY


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.code)
def test_each_example_shows_what_was_mended(rule: Rule, written: str) -> None:
    """The bad and the mended lines differ, and both are short enough to be read."""
    section = written.split(f"## {rule.code}")[1].split("\n## ")[0]
    if rule.code in NOT_SHOWN:
        assert "```" not in section
        return
    _, bad, _, mended, _ = section.split("```")
    assert bad != mended
    assert 1 <= bad.count("\n") <= 26


def test_nothing_else_stands_there(written: str) -> None:
    """No rule that is gone, and the page's own head."""
    assert written.startswith(HEAD)
    assert written.count("\n## CC") == len(RULES), REMEDY

from __future__ import annotations

import pytest
from pydantic import ValidationError

from cop_challenge.activities.deal.schema import Stands, check, offered
from cop_challenge.lessons.library import Library

from .conftest import CARDS, PROGRAMMES, make, pillar, rule, wording

RULES = [rule("one"), rule("two"), rule("three")]
PILLARS = [pillar("one"), pillar("two"), pillar("three")]
ROLES = [{"id": "lead", "name": "The lead"}]


def broken(**lines: object) -> list[tuple[str, tuple[str | int, ...]]]:
    return [(finding.rule, finding.path) for finding in check(make(**lines))]


def test_sound_documents_have_no_finding() -> None:
    """The card and the programme these tests start from are in order."""
    assert broken(rules=RULES) == []
    assert broken(pillars=PILLARS, roles=ROLES) == []


def test_a_lesson_makes_one_document() -> None:
    """Neither, both, or one of two lines is no document."""
    assert broken() == [("wrong-count", ())]
    assert broken(rules=RULES, pillars=PILLARS) == [("wrong-count", ("pillars",))]
    assert broken(rules=RULES[:2]) == [("wrong-count", ("rules",))]


def test_ids_are_not_repeated() -> None:
    """Lines, choices and roles are found by their ids."""
    assert broken(rules=[*RULES, rule("one")]) == [("repeated-id", ("rules", 3, "id"))]
    twice = rule("one", choices=[wording("hold", True), wording("hold", False)])
    assert broken(rules=[twice, *RULES[1:]]) == [("repeated-id", ("rules", 0, "choices", 1, "id"))]
    assert broken(pillars=PILLARS, roles=ROLES * 2) == [("repeated-id", ("roles", 1, "id"))]


def test_each_line_has_a_choice_that_holds_and_one_that_does_not() -> None:
    """Else there is nothing to find out, or nothing to write."""
    here = ("rules", 0, "choices")
    none = rule("one", choices=[wording("cry", False), wording("shout", False)])
    every = rule("one", choices=[wording("cry", True), wording("shout", True)])
    assert ("no-right-answer", here) in broken(rules=[none, *RULES[1:]])
    assert broken(rules=[every, *RULES[1:]]) == [("no-wrong-answer", here)]


def test_wherever_a_school_stands_there_is_a_good_step() -> None:
    """A school that is done gets suggestions as well, good ones and others."""
    only = pillar("one", choices=[wording("hold", True, after=["not-yet"]), wording("shout", False)])
    assert broken(pillars=[only, *PILLARS[1:]], roles=ROLES) == [
        ("no-right-answer", ("pillars", 0, "choices"))
    ]


def test_without_hard_choices_there_is_still_a_line_to_write() -> None:
    """After a stumble the tempting ones are left out."""
    bare = rule("one", choices=[wording("hold", True), wording("shout", False, hard=True)])
    assert broken(rules=[bare, *RULES[1:]]) == [("wrong-count", ("rules", 0, "choices"))]


def test_a_card_binds_the_grown_up() -> None:
    """At least one line must, whichever of its wordings is chosen; and somebody speaks for both sides."""
    child = [wording("hold", True, binds="child"), wording("shout", False)]
    assert broken(rules=[rule(name, choices=child) for name in ("a", "b", "c")]) == [
        ("one-sided", ("rules",))
    ]
    assert broken(rules=[*RULES[:2], rule("c", choices=child)]) == []
    assert broken(rules=RULES, child="") == [("missing-key", ())]


def test_somebody_takes_a_step_on() -> None:
    """A programme has a role that fits, and explains one that does not."""
    nobody = {"id": "all", "name": "All", "fits": False}
    assert broken(pillars=PILLARS) == [("wrong-count", ())]
    found = broken(pillars=PILLARS, roles=[nobody])
    assert found == [("wrong-count", ("roles",)), ("missing-key", ("roles", 0))]


def test_a_document_is_one_page() -> None:
    """No more than six rules, five pillars and four choices."""
    for lines in (
        {"rules": [rule(f"r{number}") for number in range(7)]},
        {"pillars": [pillar(f"p{number}") for number in range(6)]},
        {"rules": [rule("a", choices=[wording(f"c{number}", True) for number in range(5)])]},
    ):
        with pytest.raises(ValidationError):
            make(**lines)


def test_built_in_lessons_are_five_rules_or_all_pillars_once(library: Library) -> None:
    """Cards have five rules, each with two wordings that hold; no programme asks for a pillar twice."""
    for name in CARDS:
        rules = library.lessons[name].rules  # type: ignore[attr-defined]
        assert len(rules) == 5
        assert all(sum(choice.fits for choice in rule.choices) >= 2 for rule in rules)
    for name in PROGRAMMES:
        lines = library.lessons[name].pillars  # type: ignore[attr-defined]
        assert len({line.pillar for line in lines}) == len(lines) >= 4
        assert all(2 <= len(offered(line, stands)) <= 4 for line in lines for stands in Stands)
    assert len(library.lessons[PROGRAMMES[0]].pillars) == 5  # type: ignore[attr-defined]

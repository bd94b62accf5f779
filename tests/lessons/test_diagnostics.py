"""Each rule is broken by one example and kept by its twin, and says so at the right place."""

from __future__ import annotations

import difflib
from pathlib import Path

import pytest

from cop_challenge.lessons.diagnostics import RULES, Complaint, Problem, Rule, Severity, did_you_mean
from cop_challenge.lessons.plain_text import MAX_BYTES

WHOLE = {
    "CC001": "lessons/two-second-stop.yaml",
    "CC002": "lessons/two-second-stop.yaml",
    "CC036": "lessons/morning/two-second-stop.yaml",
    "CC040": ".",
}
"""Rules about a whole file or folder: their example has no line to mark."""

each_rule = pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: f"{rule.code}-{rule.name}")


@pytest.fixture
def bad(rule: Rule, examples: Path, tmp_path: Path) -> Path:
    """The pack that breaks the rule."""
    if rule.code == "CC002":
        return padded(examples / "CC002/good", tmp_path)
    return examples / rule.code / "bad"


def is_advice(rule: Rule) -> bool:
    return rule.severity is Severity.ADVICE


def padded(good: Path, folder: Path) -> Path:
    """The good example with more comments than a lesson may be long."""
    (folder / "lessons").mkdir()
    for lesson in good.glob("lessons/*.yaml"):
        comments = b"# And once more: stop, look, choose.\n" * (MAX_BYTES // 32)
        (folder / "lessons" / lesson.name).write_bytes(lesson.read_bytes() + comments)
    return folder


def marked(pack: Path, code: str) -> tuple[Path, int]:
    """The file and line that carry the mark `# CC007` at their end, or else the whole file."""
    for path in sorted(path for path in pack.rglob("*") if path.is_file()):
        for number, line in enumerate(path.read_bytes().splitlines(), start=1):
            if line.endswith(f"# {code}".encode()):
                return path.resolve(), number
    return (pack / WHOLE[code]).resolve(), 0


@each_rule
def test_bad_example_breaks_its_rule_only_and_at_the_mark(rule: Rule, bad: Path, check) -> None:
    """The bad example has one problem: its own, in the marked line."""
    found = [
        (problem.code, problem.file.resolve(), problem.line) for problem in check(bad, advice=is_advice(rule))
    ]
    assert found == [(rule.code, *marked(bad, rule.code))]


@each_rule
def test_advice_is_given_only_to_those_who_ask(rule: Rule, bad: Path, check) -> None:
    """Without being asked for, an example of bad style has no problem; one with an error has it always."""
    assert (check(bad) == ()) == is_advice(rule)


@each_rule
def test_good_example_has_no_problem(rule: Rule, examples: Path, check) -> None:
    """The good example breaks no rule at all."""
    assert check(examples / rule.code / "good", advice=is_advice(rule)) == ()


@each_rule
def test_twins_differ_in_one_place(rule: Rule, examples: Path) -> None:
    """What the bad and the good example say is the same, but for the mended place."""

    def lines(pack: Path) -> list[str]:
        files = sorted(path for path in pack.rglob("*.yaml") if path.is_file())
        return [line for path in files for line in path.read_text("latin-1").splitlines()]

    before, after = lines(examples / rule.code / "bad"), lines(examples / rule.code / "good")
    same = sum(block.size for block in difflib.SequenceMatcher(None, before, after).get_matching_blocks())
    assert same >= 0.7 * len(before)  # CC002's bad example is made, so it has no lines here


@each_rule
def test_sentences_are_filled_and_finished(rule: Rule, bad: Path, check) -> None:
    """Message and remedy of a problem have no placeholder left and end with a full stop."""
    for problem in check(bad, advice=True):
        for sentence in (problem.message, problem.remedy):
            assert not set("{}") & set(sentence)
            assert sentence.endswith(".")
            assert "  " not in sentence


@each_rule
def test_line_and_column_count_from_one(rule: Rule, bad: Path, check) -> None:
    """A problem in a line has a column; one of the whole file has neither."""
    for problem in check(bad, advice=True):
        assert (problem.column > 0) == (problem.line > 0)


def test_every_rule_has_an_example(examples: Path) -> None:
    """No rule is without an example, and no example without a rule."""
    assert {path.name for path in examples.glob("CC*")} == {rule.code for rule in RULES.values()}


def test_codes_are_unique_and_without_gaps() -> None:
    """CC001, CC002… each stands for one rule."""
    assert [rule.code for rule in RULES.values()] == [f"CC{number:03}" for number in range(1, len(RULES) + 1)]


def test_a_problem_reads_place_fact_remedy() -> None:
    """Editors jump to `file:line:column`; the remedy stands below, indented."""
    problem = Complaint("bad-id", {"found": "Bus Stop"}).at(Path("a.yaml"), 3, 5)
    assert str(problem).splitlines() == [
        "a.yaml:3:5: CC017 “Bus Stop” can't be an id.",
        "    Use small letters a–z, digits and hyphens, such as “stop-and-tell”; 60 at the most.",
    ]


def test_a_problem_of_a_whole_file_names_no_line() -> None:
    """`pack: CC040 …`, not `pack:0:0`."""
    assert str(Complaint("no-lessons").at(Path("pack"))).startswith("pack: CC040 ")


def test_problems_sort_in_reading_order() -> None:
    """By file, then line, then column."""
    places = [("b.yaml", 1, 1), ("a.yaml", 10, 1), ("a.yaml", 9, 7), ("a.yaml", 9, 2)]
    problems = [Problem(Path(file), line, column, "CC008", "", "") for file, line, column in places]
    assert [(str(p.file), p.line, p.column) for p in sorted(problems)] == sorted(places)


def test_braces_in_a_found_word_stay_as_they_are() -> None:
    """An author's `{name}` is shown, not taken for a placeholder."""
    assert "“{name}”" in Complaint("bad-id", {"found": "{name}"}).at(Path("a.yaml"), 1, 1).message


@pytest.mark.parametrize(
    ("word", "known", "meant"),
    [
        ("promt", ["id", "prompt"], "prompt"),
        ("Tell", ["react", "tell"], "tell"),
        ("zebra", ["id", "who"], ""),
    ],
)
def test_did_you_mean_offers_a_near_word_only(word: str, known: list[str], meant: str) -> None:
    """A near word is offered whatever its capitals; a far one is not."""
    assert did_you_mean(word, known) == (f"Did you mean “{meant}”? " if meant else "")

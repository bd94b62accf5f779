"""Older files are brought to today's schema, step by step, with everything their authors wrote."""

from __future__ import annotations

from pathlib import Path

from cop_challenge.activities.lesson import SCHEMA_VERSION
from cop_challenge.lessons.pack import Inherited
from cop_challenge.lessons.pack_loader import load_pack
from cop_challenge.lessons.upgrade import STEPS, Step, upgrade, version

FUTURE = {
    1: Step("“minutes” became “lasts”", lambda text: text.replace("minutes:", "lasts:")),
    2: Step("“lasts” became “time”", lambda text: text.replace("lasts:", "time:")),
}
"""How two later versions might differ, to try the way."""


def test_there_is_a_step_from_every_older_version() -> None:
    """Nobody can raise the version and leave older files behind."""
    assert set(STEPS) == set(range(SCHEMA_VERSION))


def test_a_file_without_a_version_gets_one(quiz: str, pack: Path, inherited: Inherited) -> None:
    """It is played, and says the same."""
    old = quiz.replace("schema: 1\n", "")
    upgraded = upgrade(old)
    assert upgraded is not None
    (pack / "lessons/two-second-stop.yaml").write_text(upgraded.text, "utf-8")
    assert [problem.code for problem in load_pack(pack, inherited).problems] == []
    assert upgraded.text.replace("schema: 1\n", "") == old
    assert (upgraded.before, upgraded.after) == (0, 1)


def test_steps_follow_each_other_and_comments_stay() -> None:
    """From 1 to 3 by 2; the report names each step."""
    upgraded = upgrade('# Mine.\nschema: "1"  # old\nminutes: 3 # short\n', FUTURE, 3)
    assert upgraded is not None
    assert upgraded.text == '# Mine.\nschema: "3"  # old\ntime: 3 # short\n'
    assert upgraded.steps == ("“minutes” became “lasts”", "“lasts” became “time”")


def test_windows_line_ends_stay() -> None:
    """The new line ends like its neighbours."""
    upgraded = upgrade("# Mine.\r\nid: a\r\n")
    assert upgraded is not None
    assert upgraded.text == "# Mine.\r\nschema: 1\r\nid: a\r\n"


def test_todays_and_newer_files_are_left_alone(quiz: str) -> None:
    """A newer one is the checker's to speak of."""
    assert upgrade(quiz) is None
    assert upgrade(quiz.replace("schema: 1", "schema: 7")) is None


def test_what_names_no_version_in_an_understandable_way_is_left_alone() -> None:
    """Nothing is guessed: the checker says what is wrong there."""
    assert [version(text) for text in ("schema: one\nid: a\n", "", "- a\n")] == [None, None, None]

from __future__ import annotations

from cop_challenge.activities.ripple.schema import check
from tests.activities.ripple.make import (
    agreed,
    audience,
    boats,
    lesson,
    post,
    refused,
    way,
)


def broken(*posts: dict[str, object], **rest: object) -> set[str]:
    return {finding.rule for finding in check(lesson(*posts, **rest))}


def test_a_sound_lesson_has_no_finding() -> None:
    """The example these tests start from is in order."""
    assert broken() == set()


def test_a_third_is_harmless() -> None:
    """Harmless is what everybody agrees to and every circle fits; it is worked out, not declared."""
    hard = [refused(id=f"r{n}") for n in range(3)]
    assert broken(*hard) == {"few-harmless"}
    assert broken(*hard[:2], agreed()) == set()


def test_a_no_needs_a_good_way_on() -> None:
    """Where somebody says no there is a right way and a wrong one."""
    assert "no-right-answer" in broken(post("plain"), agreed(), refused(ways=[]))
    assert "no-right-answer" in broken(post("plain"), agreed(), refused(ways=[way("x", False)]))
    assert "no-wrong-answer" in broken(post("plain"), agreed(), refused(ways=[way("x", True)]))


def test_what_went_too_far_can_be_mended() -> None:
    """A circle that does not fit needs something that mends it."""
    wide = post("wide", audiences=[audience("friend"), audience("everybody", False)])
    assert "no-right-answer" in broken(post("plain"), agreed(), wide)


def test_some_circle_fits() -> None:
    """There is always somebody to share with."""
    none = post("none", audiences=[audience("class", False), audience("everybody", False)],
                mends=[way("sorry", True), way("wait", False)])  # fmt: skip
    assert "no-right-answer" in broken(post("plain"), agreed(), none)


def test_people_have_feelings() -> None:
    """Who is on it but was not asked feels something, and it is told."""
    assert "missing-key" in broken(post("plain"), agreed(), refused(unasked="x") | {"id": "a"},
                                   {k: v for k, v in refused().items() if k != "unasked"})  # fmt: skip


def test_boats_have_names_and_rings_have_boats() -> None:
    """A boat is a character or has name and picture; every ring has somebody in it."""
    nameless = [*boats()[:-1], {"id": "x", "ring": "everybody"}]
    assert broken(bay=nameless) == {"missing-key"}
    lonely = [boat | {"ring": "class"} for boat in boats()]
    assert broken(bay=lonely) == {"wrong-count"}


def test_texts_do_not_share_a_key() -> None:
    """Ways, mends and circles of a post have different ids, since keys are built from them."""
    again = [way("crop", True), way("wait", False)]
    assert broken(post("plain"), agreed(), refused(mends=again)) == {"repeated-id"}
    assert broken(post("plain"), agreed(), refused(ways=[way("class", True), way("x", False)])) == {
        "repeated-id"
    }
    twice = boats()
    twice[1]["id"] = "b0"
    assert broken(bay=twice) == {"repeated-id"}

from __future__ import annotations

import pytest

from cop_challenge.activities.quiz.rules import TRIES, Quiz, play
from cop_challenge.activities.quiz.schema import Model
from cop_challenge.core.actions import Choose, Continue, Rewind
from cop_challenge.core.activity import IllegalAction, Mark, Tone
from cop_challenge.core.result import Outcome
from cop_challenge.core.words import LIGHT_LANTERN


def answer(name: str, right: bool) -> dict[str, object]:
    return {"id": name, "text": name, "right": right, "because": f"because of {name}"}


def round_(name: str, *answers: dict[str, object]) -> dict[str, object]:
    return {
        "id": name,
        "who": "mei",
        "story": "A story",
        "prompt": "What now?",
        "harmless": True,
        "answers": answers,
    }


@pytest.fixture
def lesson() -> Model:
    return Model.model_validate(
        {
            "schema": 1, "id": "q", "kind": "quiz", "track": "8-12", "title": "T", "smart": "react", "risk": "contact",
            "strand": "privacy-and-security", "takeaway": "Stop", "minutes": 3,
            "rounds": [
                round_("one", answer("good", True), answer("bad", False), answer("worse", False), answer("odd", False)),
                round_("two", answer("yes", True), answer("no", False)),
            ],
        }
    )  # fmt: skip


def test_a_wrong_answer_is_explained_and_tried_again(lesson: Model) -> None:
    """The explanation stands there, the answer is spent, the others are still open."""
    quiz = play(lesson, 1, {})
    (result,) = quiz.act(Choose("bad"))
    view = quiz.view()
    assert (result.outcome, result.attempt, result.light) == (Outcome.TRY_AGAIN, 1, 0)
    assert view.note is not None
    assert (view.note.tone, view.note.text.source) == (Tone.TRY_AGAIN, "because of bad")
    states = {offer.id: (offer.mark, offer.enabled) for offer in view.offers}
    assert states["bad"] == (Mark.TRY_AGAIN, False)
    assert states["good"] == (Mark.PLAIN, True)


def test_a_second_try_gives_light(lesson: Model) -> None:
    """Right at the second attempt is worth two."""
    quiz = play(lesson, 1, {})
    quiz.act(Choose("bad"))
    (result,) = quiz.act(Choose("good"))
    assert (result.outcome, result.attempt, result.light) == (Outcome.GOOD, 2, 2)


def test_nobody_is_left_guessing(lesson: Model) -> None:
    """After every try is used the right answer stands there with its explanation."""
    quiz = play(lesson, 1, {})
    for name in ("bad", "worse")[:TRIES]:
        quiz.act(Choose(name))
    view = quiz.view()
    assert view.note is not None
    assert (view.note.tone, view.note.text.source) == (Tone.SHOWN, "because of good")
    assert [offer.id for offer in view.offers if offer.enabled] == ["continue"]


def test_rounds_follow_and_end(lesson: Model) -> None:
    """After the last round the quiz is finished, and only then."""
    quiz = play(lesson, 1, {})
    quiz.act(Choose("good"))
    quiz.act(Continue())
    assert (quiz.view().place, quiz.view().done) == ("two", 1)
    quiz.act(Choose("yes"))
    assert not quiz.view().finished
    quiz.act(Continue())
    assert quiz.view().finished


def test_answers_stand_in_an_order_of_the_seed(lesson: Model) -> None:
    """The order is dealt, so that the first is not always right, and the same seed deals the same."""
    orders = {tuple(offer.id for offer in play(lesson, seed, {}).view().offers) for seed in range(30)}
    assert len(orders) > 5
    assert play(lesson, 3, {}).view() == play(lesson, 3, {}).view()


def test_a_quiz_knows_no_rewind(lesson: Model) -> None:
    """What the view does not offer is refused."""
    with pytest.raises(IllegalAction):
        play(lesson, 1, {}).act(Rewind())


def with_hard(lesson: Model) -> Model:
    """Its first round is hard; two are for all."""
    rounds = [round_.model_copy(update={"hard": round_.id == "one"}) for round_ in lesson.rounds]
    three = rounds[1].model_copy(update={"id": "three"})
    return lesson.model_copy(update={"rounds": (*rounds, three)})


def solve(quiz: Quiz, *choices: str) -> None:
    """Choose these, and go on."""
    for choice in choices:
        quiz.act(Choose(choice))
    quiz.act(Continue())


def test_hard_rounds_come_last_to_those_who_find_the_others(lesson: Model) -> None:
    quiz = play(with_hard(lesson), 1, {})
    assert (quiz.view().place, quiz.view().total) == ("two", 3)
    solve(quiz, "yes")
    assert quiz.view().place == "three"
    solve(quiz, "yes")
    assert (quiz.view().place, quiz.view().finished) == ("one", False)
    solve(quiz, "good")
    assert quiz.view().finished


def test_hard_rounds_are_left_out_for_those_who_need_second_tries(lesson: Model) -> None:
    quiz = play(with_hard(lesson), 1, {})
    solve(quiz, "no", "yes")
    quiz.act(Choose("yes"))
    assert (quiz.view().place, quiz.view().total) == ("three", 2)
    assert [offer.label for offer in quiz.view().offers][-1] == LIGHT_LANTERN
    quiz.act(Continue())
    assert quiz.view().finished


def test_where_answers_are_pictures_a_hand_shows_the_first_one_only(lesson: Model) -> None:
    assert play(lesson, 1, {}).view().hint == ""
    drawn = [
        round_.model_copy(
            update={"answers": tuple(a.model_copy(update={"picture": "x.svg"}) for a in round_.answers)}
        )
        for round_ in lesson.rounds
    ]
    quiz = play(lesson.model_copy(update={"rounds": tuple(drawn)}), 1, {})
    assert quiz.view().hint == "good"
    solve(quiz, "good")
    assert quiz.view().hint == ""

from __future__ import annotations

from dataclasses import replace

from cop_challenge.app.survey import every_view
from cop_challenge.core import actions as do
from cop_challenge.core.activity import Role
from cop_challenge.core.comfort import Comfort
from cop_challenge.core.options import VisitOptions
from cop_challenge.core.screen import Screen, VisitView
from cop_challenge.core.speech import ON_FOCUS, fresh, named, spoken
from cop_challenge.core.visit import Visit


def lesson(options: VisitOptions, track: str, **comfort: str) -> Visit:
    """A visit in its first lesson."""
    visit = Visit(replace(options, track=track, comfort=Comfort(**comfort)), 1)  # type: ignore[arg-type]
    visit.act(do.Continue())
    visit.act(do.Choose("lion"))
    visit.act(visit.view().offers[0].action)
    return visit


def test_what_is_read_first_is_what_it_is_about(options: VisitOptions) -> None:
    """Title, question, answers in the order they stand, and what leads on at last."""
    view = lesson(options, "8-12").view()
    said = [utterance.offer for utterance in spoken(view)]
    offers = [offer.id for offer in view.offers if offer.role not in ON_FOCUS]
    assert said[0] == ""
    assert list(dict.fromkeys(filter(None, said))) == offers


def test_every_screen_says_something(options: VisitOptions) -> None:
    silent = [name for name, view in every_view(options, ["parents"]) if not spoken(view)]
    assert silent == []


def test_every_offer_has_a_name_to_be_read(options: VisitOptions) -> None:
    """Also buttons that show only a sign."""
    nameless = [
        (name, offer.id)
        for name, view in every_view(options, ["5-7"])
        for offer in view.offers
        if offer.role is not Role.DRAG and not named(view, offer)
    ]
    assert nameless == []


def test_after_an_answer_only_what_is_new_is_read(options: VisitOptions) -> None:
    quizzes = tuple(card for card in options.cards if card.kind == "quiz")
    visit = lesson(replace(options, cards=quizzes), "8-12")
    before = visit.view()
    visit.act(next(offer.action for offer in before.offers if offer.role is Role.ANSWER))
    after = visit.view()
    assert after.activity is not None
    assert after.activity.note is not None
    told = [utterance.text for utterance in fresh(before, after)]
    assert told[0] == after.activity.note.text
    assert not set(told) & {utterance.text for utterance in spoken(before)}


def test_another_screen_is_read_from_the_beginning(options: VisitOptions) -> None:
    visit = lesson(options, "8-12")
    before = visit.view()
    visit.act(do.Pause())
    visit.act(do.Return())
    assert fresh(replace(before, screen=Screen.PAUSE, activity=None), visit.view()) == spoken(before)


def test_little_ones_are_read_to_and_others_where_somebody_wants_it(options: VisitOptions) -> None:
    def reads(track: str, **comfort: str) -> bool:
        return lesson(options, track, **comfort).view().spoken

    assert [reads("5-7"), reads("8-12"), reads("parents")] == [True, False, False]
    assert [reads("5-7", speech="off"), reads("8-12", speech="on")] == [False, True]


def test_where_nothing_can_read_aloud_nobody_is_offered_it(options: VisitOptions) -> None:
    def ears(view: VisitView) -> int:
        return sum(offer.role is Role.LISTEN for offer in view.offers)

    mute = lesson(replace(options, voice=False), "5-7").view()
    assert (ears(mute), mute.spoken) == (0, False)
    assert ears(lesson(options, "5-7").view()) == 1


def test_listening_changes_nothing(options: VisitOptions) -> None:
    visit = lesson(options, "8-12")
    before = visit.view()
    assert visit.act(do.Listen()) == ()
    assert visit.view() == before

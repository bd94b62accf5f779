"""What is read aloud: derived from the view, so that it can never fall behind the screen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cop_challenge.core import words
from cop_challenge.core.actions import Choose
from cop_challenge.core.activity import Offer, Role, View
from cop_challenge.core.helpline import Helpline, spelled
from cop_challenge.core.screen import PICKERS, Screen, VisitView
from cop_challenge.core.tags import Habit
from cop_challenge.core.text import Text

ON_FOCUS = frozenset({Role.DRAG, Role.HELP, Role.PAUSE, Role.LISTEN, Role.BACK, Role.LANGUAGE, Role.SETTING})
"""Roles whose offers are read only when somebody comes to them: they stand on every screen."""


@dataclass(frozen=True, slots=True)
class Utterance:
    """One thing to say."""

    text: Text
    offer: str = ""
    """Id of the offer it names; the focus ring goes there while it is said."""
    language: str = ""
    """The one it is said in, if not the page's own: a language is named in itself."""


def spoken(view: VisitView) -> tuple[Utterance, ...]:
    """Everything on screen in the order it is read: what it is about first, what can be done last."""
    told = _of_lesson(view, view.activity) if view.activity else _of_screen(view) + _whom_to_call(view)
    offers = [said for offer in view.offers if offer.role not in ON_FOCUS for said in named(view, offer)]
    later = {said.text for said in offers}
    return (*(Utterance(text) for text in dict.fromkeys(told) if text and text not in later), *offers)


def fresh(before: VisitView, after: VisitView) -> tuple[Utterance, ...]:
    """What is read by itself after a change: all of another screen, of the same one what is new."""
    said = spoken(after)
    if before.screen is not after.screen or before.language != after.language:
        return said
    heard = {utterance.text for utterance in spoken(before)}
    return tuple(utterance for utterance in said if utterance.text not in heard)


def named(view: VisitView, offer: Offer) -> tuple[Utterance, ...]:
    """What an offer is called, for somebody who comes to it."""
    label = offer.label
    if view.screen is Screen.MAP and offer.id in set(Habit):
        label = words.NAMED.fill(name=words.HABITS[Habit(offer.id)], what=offer.label)
    if view.screen in PICKERS and isinstance(offer.action, Choose):
        return (Utterance(label, offer.id, offer.action.option),)
    if view.screen is Screen.TRACK and not offer.enabled:
        return (Utterance(words.NAMED.fill(name=label, what=offer.detail), offer.id),)
    return tuple(Utterance(text, offer.id) for text in (label, offer.detail) if text)


def _of_lesson(visit: VisitView, view: View) -> Iterator[Text]:
    """The note first: it answers what was just done."""
    if visit.card:
        yield visit.card.title
    if view.note:
        yield view.note.text
    yield view.heading
    if view.hero and view.feeling:
        yield words.FEELS.fill(hero=view.hero.name, feeling=words.FEELINGS[view.feeling])
    yield view.story
    yield from view.aloud
    for line in view.chat:
        yield words.NAMED.fill(name=line.who.name, what=line.text) if line.who else line.text
    if view.prompt and view.speaker:
        yield words.NAMED.fill(name=view.speaker.name, what=view.prompt)
    else:
        yield view.prompt


def _whom_to_call(view: VisitView) -> tuple[Text, ...]:
    """Each service as its card has it, from what it is for to what is spoken there."""
    return tuple(text for line in view.helplines for text in _of_service(line))


def _of_service(line: Helpline) -> tuple[Text, ...]:
    speaks = words.HELPLINE_SPEAKS.fill(languages=line.speaks)
    contact = (Text(spelled(line.number)), Text(line.address))
    return (words.HELPLINES[line.service], line.name, *contact, line.hours, line.cost, speaks)


def _of_screen(view: VisitView) -> tuple[Text, ...]:
    """The words of the screens around the lessons."""
    match view.screen:
        case Screen.ATTRACT:
            brought = (words.BROUGHT.fill(name=partner.name) for partner in view.partners)
            return (words.TITLE, words.SLOGAN, *brought)
        case Screen.LANGUAGE | Screen.LANGUAGES:
            return (words.CHOOSE_LANGUAGE,)
        case Screen.TRACK:
            return (words.CHOOSE_TRACK, words.NURU_HELLO)
        case Screen.AVATAR if view.friends.avatars:
            return (words.CHOOSE_SECOND, words.NURU_SECOND)
        case Screen.AVATAR:
            return (words.CHOOSE_AVATAR, words.NURU_AVATAR)
        case Screen.STAMPS:
            return (words.CHOOSE_STAMPS, words.NURU_STAMPS)
        case Screen.MAP if view.last:
            return (words.MAP_LAST, words.MAP_NURU_AGAIN)
        case Screen.MAP if view.lit:
            return (words.MAP_NEXT, words.MAP_NURU_AGAIN)
        case Screen.MAP:
            return (words.MAP_TITLE, words.MAP_NURU)
        case Screen.LANTERN:
            assert view.card is not None
            lit = words.LIT.fill(lantern=words.HABITS[view.card.habit])
            return (lit, words.REMEMBER, view.card.takeaway)
        case Screen.PASSPORT:
            lanterns = words.PASSPORT_LANTERNS.fill(lit=len(view.lit), total=len(Habit))
            light = words.PASSPORT_LIGHT.fill(light=view.light)
            return (words.PASSPORT_TITLE if view.lit else words.TITLE, words.PASSPORT_STAMP, lanterns, light)
        case Screen.PAUSE:
            return (words.PAUSE_TITLE,)
        case Screen.GROWN_UP:
            return (words.GROWN_UP_TITLE, words.GROWN_UP_CALM)
        case Screen.STILL_HERE:
            return (words.STILL_HERE,)
        case _:
            return ()

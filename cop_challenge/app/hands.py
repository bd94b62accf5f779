"""What hands do at a station: intents to the focus, to targets, and to actions of the visit."""

from __future__ import annotations

from typing import Protocol

from cop_challenge.app.narrator import Narrator
from cop_challenge.app.presenter import Presenter
from cop_challenge.app.scenes.pad import OPEN
from cop_challenge.core import actions as do
from cop_challenge.core.activity import Role, legal
from cop_challenge.core.screen import Screen, VisitView
from cop_challenge.ui import focus
from cop_challenge.ui import input as pads
from cop_challenge.ui.frame import Target
from cop_challenge.ui.sound import Sound


class Table(Protocol):
    """What hands reach: the station they play at."""

    @property
    def view(self) -> VisitView:
        """What the visit shows now."""

    @property
    def covered(self) -> bool:
        """A page of staff lies over the visit."""

    @property
    def narrator(self) -> Narrator:
        """Who reads aloud."""

    @property
    def sound(self) -> Sound:
        """What is heard."""

    def act(self, action: do.Action) -> None:
        """Do it in the visit."""

    def take(self, target: Target) -> None:
        """Do what stands there, in the visit or on the page that covers it."""

    def open_staff(self) -> None:
        """Somebody asks for the page of staff."""

    def type(self, digit: int) -> bool:
        """A digit for the page that covers the visit; whether it wants any."""

    def rub(self) -> bool:
        """The last such digit goes; whether there was one."""

    def show(self) -> None:
        """A new frame, if anything has changed: what follows at once must find the new picture's targets."""


class Hands:
    """Obeys intents at a table."""

    def __init__(self, table: Table, presenter: Presenter) -> None:
        self._table = table
        self._presenter = presenter

    def obey(self, intent: pads.Intent) -> None:
        """One intent, whichever device it came from."""
        table, show, targets = self._table, self._presenter, self._presenter.frame.targets
        match intent:
            case pads.Move(direction):
                self._move(focus.towards(targets, show.focus, direction))
            case pads.Step(by):
                self._move(focus.following(targets, show.focus, by))
            case pads.Press():
                self._take(show.focus)
            case pads.Pick(number):
                self._pick(number)
            case pads.Away():
                self._away()
            case pads.Rub():
                if table.rub():
                    table.show()
                else:
                    self._away()
            case pads.Point(x, y):
                under = focus.at(targets, *show.viewport.point(x, y))
                show.carry(x, y)
                if under and not show.pressed:
                    if under != show.focus and not table.covered:
                        table.narrator.dwell(table.view, under, show.now)
                    show.set(focus=under, seen=True)
            case pads.Down(x, y, touch):
                under = focus.at(targets, *show.viewport.point(x, y))
                show.set(focus=under or show.focus, pressed=under, seen=not touch)
                show.grip(x, y)
            case pads.Up(x, y, _):
                held, under = show.pressed, focus.at(targets, *show.viewport.point(x, y))
                show.set(pressed="")
                show.drop()
                if held and held == under:
                    self._take(held)
                elif held and under:
                    self._drop(held, under)
            case pads.Mute():
                table.act(do.Adjust("sound", table.view.comfort.after("sound")))
            case pads.Louder(by):
                table.act(do.Adjust("volume", table.view.comfort.after("volume", 1 if by > 0 else -1)))

    def _move(self, to: str) -> None:
        """The focus goes there; a hidden focus first shows where it is."""
        show, table = self._presenter, self._table
        table.sound.play("focus")
        show.set(focus=to if show.focus_seen else show.focus, seen=True)
        if not table.covered:
            table.narrator.name(table.view, show.focus)

    def _take(self, name: str) -> None:
        target = next((target for target in self._presenter.frame.targets if target.id == name), None)
        if target is not None:
            self._table.take(target)
            self._table.show()

    def _drop(self, thing: str, into: str) -> None:
        """Something was carried from one target to another."""
        table, action = self._table, do.Place(thing, into)
        if not table.covered and any(offer.action == action for offer in legal(table.view.offers)):
            table.act(action)
            table.show()

    def _pick(self, number: int) -> None:
        """Keys 1 to 9 take answers as they are numbered on their cards; on the pad they are digits."""
        if self._table.covered:
            if self._table.type((number + 1) % 10):
                # Enter is to send what was typed, not the key that has the focus.
                self._presenter.set(focus=OPEN, seen=True)
                self._table.show()
            return
        answers = [offer for offer in self._table.view.offers if offer.role is Role.ANSWER]
        if number < len(answers) and answers[number].enabled:
            self._presenter.set(focus=answers[number].id, seen=True)
            self._take(answers[number].id)

    def _away(self) -> None:
        """Escape pauses, goes back, or on the attract screen asks for the page of staff."""
        table = self._table
        if table.covered:
            on_settings = any(target.id == "back" for target in self._presenter.frame.targets)
            self._take("back" if on_settings else "stay")
            return
        if table.view.screen is Screen.ATTRACT:
            table.open_staff()
            table.show()
            return
        for name in ("back", "return", "here", "pause"):
            if any(target.id == name for target in self._presenter.frame.targets):
                self._take(name)
                return

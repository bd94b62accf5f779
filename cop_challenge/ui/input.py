"""pygame's events as what somebody wants, whichever device they hold."""

from __future__ import annotations

from dataclasses import dataclass

import pygame
from pygame._sdl2 import controller

from cop_challenge.ui.focus import Direction


@dataclass(frozen=True, slots=True)
class Move:
    """Focus goes in a direction."""

    direction: Direction


@dataclass(frozen=True, slots=True)
class Step:
    """Focus goes to the next (1) or previous (-1) target."""

    by: int


@dataclass(frozen=True, slots=True)
class Press:
    """Take what has the focus."""


@dataclass(frozen=True, slots=True)
class Away:
    """Escape, or the gamepad's second button: leave, go back, or close."""


@dataclass(frozen=True, slots=True)
class Rub:
    """Backspace: take back what was typed; where nothing is typed, as `Away`."""


@dataclass(frozen=True, slots=True)
class Point:
    """The mouse or a finger is at a pixel."""

    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Down:
    """A mouse button or finger goes down."""

    x: int
    y: int
    touch: bool


@dataclass(frozen=True, slots=True)
class Up:
    """And up again."""

    x: int
    y: int
    touch: bool


@dataclass(frozen=True, slots=True)
class Pick:
    """The answer with that number, from 0: the keys 1 to 9, and 0 for the tenth."""

    number: int


@dataclass(frozen=True, slots=True)
class FullScreen:
    """Switch between window and full screen."""


@dataclass(frozen=True, slots=True)
class Mute:
    """Sound off, or on again."""


@dataclass(frozen=True, slots=True)
class Louder:
    """Volume up, or down if negative, as a share of all."""

    by: float


@dataclass(frozen=True, slots=True)
class Hold:
    """Something that is held goes down or up: the key `escape`, or on a gamepad the `chord` of both shoulder
    buttons and Start."""

    what: str
    down: bool


Intent = Hold | Move | Step | Press | Away | Rub | Point | Down | Up | Pick | FullScreen | Mute | Louder

VOLUME_STEP = 0.1

_ARROWS = {
    pygame.K_LEFT: Direction.LEFT,
    pygame.K_RIGHT: Direction.RIGHT,
    pygame.K_UP: Direction.UP,
    pygame.K_DOWN: Direction.DOWN,
}
_PRESSES = {pygame.K_RETURN, pygame.K_KP_ENTER, pygame.K_SPACE}
_PAD_ARROWS = {
    pygame.CONTROLLER_BUTTON_DPAD_LEFT: Direction.LEFT,
    pygame.CONTROLLER_BUTTON_DPAD_RIGHT: Direction.RIGHT,
    pygame.CONTROLLER_BUTTON_DPAD_UP: Direction.UP,
    pygame.CONTROLLER_BUTTON_DPAD_DOWN: Direction.DOWN,
}
_HATS = {(-1, 0): Direction.LEFT, (1, 0): Direction.RIGHT, (0, 1): Direction.UP, (0, -1): Direction.DOWN}

_CHORD = {
    pygame.CONTROLLER_BUTTON_LEFTSHOULDER,
    pygame.CONTROLLER_BUTTON_RIGHTSHOULDER,
    pygame.CONTROLLER_BUTTON_START,
}
_DIGITS = {
    **{pygame.K_1 + number: number for number in range(9)},
    **{pygame.K_KP_1 + number: number for number in range(9)},
    pygame.K_0: 9,
    pygame.K_KP_0: 9,
}

PUSHED, RELEASED = 0.6, 0.35
"""How far a stick is pushed to count, and let go to count as released."""


class Input:
    """Turns events into intents. Remembers only which sticks are pushed and which pads are open."""

    def __init__(self) -> None:
        self._pushed: set[tuple[int, int]] = set()
        self._chord: set[tuple[int, int]] = set()
        self._pads: dict[int, controller.Controller | pygame.joystick.JoystickType] = {}

    def open_pads(self) -> None:
        """Look for gamepads; costs some milliseconds, so not before the first picture."""
        controller.init()
        pygame.joystick.init()

    def intents(self, event: pygame.event.Event) -> list[Intent]:
        """What the event means; nothing for most."""
        kind = event.type
        if kind == pygame.KEYDOWN:
            return self._key(event)
        if kind == pygame.KEYUP and event.key == pygame.K_ESCAPE:
            return [Hold("escape", False)]
        if kind == pygame.MOUSEMOTION:
            return [Point(*event.pos)]
        if kind == pygame.MOUSEBUTTONDOWN and event.button == 1:
            return [Down(event.pos[0], event.pos[1], bool(getattr(event, "touch", False)))]
        if kind == pygame.MOUSEBUTTONUP and event.button == 1:
            return [Up(event.pos[0], event.pos[1], bool(getattr(event, "touch", False)))]
        return self._pad(event)

    @staticmethod
    def _key(event: pygame.event.Event) -> list[Intent]:
        key, modifiers = event.key, getattr(event, "mod", 0)
        if key in _ARROWS:
            return [Move(_ARROWS[key])]
        if key == pygame.K_TAB:
            return [Step(-1 if modifiers & pygame.KMOD_SHIFT else 1)]
        if key == pygame.K_F11 or (key == pygame.K_RETURN and modifiers & pygame.KMOD_ALT):
            return [FullScreen()]
        if key in _PRESSES:
            return [Press()]
        if key == pygame.K_ESCAPE:
            return [Away(), Hold("escape", True)]
        if key == pygame.K_AC_BACK:
            return [Away()]
        if key == pygame.K_BACKSPACE:
            return [Rub()]
        if key == pygame.K_m:
            return [Mute()]
        if key in (pygame.K_PLUS, pygame.K_EQUALS, pygame.K_KP_PLUS):
            return [Louder(VOLUME_STEP)]
        if key in (pygame.K_MINUS, pygame.K_KP_MINUS):
            return [Louder(-VOLUME_STEP)]
        return [Pick(_DIGITS[key])] if key in _DIGITS else []

    def _pad(self, event: pygame.event.Event) -> list[Intent]:
        kind = event.type
        if kind == pygame.JOYDEVICEADDED:
            self._add_pad(event.device_index)
        elif kind == pygame.JOYDEVICEREMOVED:
            self._pads.pop(event.instance_id, None)
            self._chord = {held for held in self._chord if held[0] != event.instance_id}
            return [Hold("chord", False)]
        elif kind == pygame.CONTROLLERBUTTONUP and event.button in _CHORD:
            self._chord.discard((event.instance_id, event.button))
            return [Hold("chord", False)]
        elif kind == pygame.CONTROLLERBUTTONDOWN:
            if event.button in _CHORD:
                return self._strike(event.instance_id, event.button)
            if event.button in _PAD_ARROWS:
                return [Move(_PAD_ARROWS[event.button])]
            if event.button == pygame.CONTROLLER_BUTTON_A:
                return [Press()]
            if event.button in (pygame.CONTROLLER_BUTTON_B, pygame.CONTROLLER_BUTTON_BACK):
                return [Away()]
        elif kind == pygame.CONTROLLERAXISMOTION and event.axis in (0, 1):
            return self._stick(event.instance_id, event.axis, event.value / 32768)
        elif kind in (pygame.JOYBUTTONDOWN, pygame.JOYAXISMOTION, pygame.JOYHATMOTION):
            return self._plain_stick(event)
        return []

    def _strike(self, pad: int, button: int) -> list[Intent]:
        """A button of the chord; all of them on one gamepad are the chord."""
        self._chord.add((pad, button))
        return [Hold("chord", True)] if {(pad, each) for each in _CHORD} <= self._chord else []

    def _plain_stick(self, event: pygame.event.Event) -> list[Intent]:
        """A joystick SDL has no mapping for: first button takes, second leaves."""
        if isinstance(self._pads.get(event.instance_id), controller.Controller):
            return []  # its controller events say the same
        if event.type == pygame.JOYHATMOTION:
            return [Move(_HATS[event.value])] if event.value in _HATS else []
        if event.type == pygame.JOYAXISMOTION:
            return self._stick(event.instance_id, event.axis, event.value) if event.axis in (0, 1) else []
        return [Press()] if event.button == 0 else [Away()] if event.button == 1 else []

    def _stick(self, pad: int, axis: int, value: float) -> list[Intent]:
        """One move a push, however long it is held."""
        if abs(value) < RELEASED:
            self._pushed.discard((pad, axis))
        elif abs(value) > PUSHED and (pad, axis) not in self._pushed:
            self._pushed.add((pad, axis))
            ways = (Direction.LEFT, Direction.RIGHT) if axis == 0 else (Direction.UP, Direction.DOWN)
            return [Move(ways[value > 0])]
        return []

    def _add_pad(self, index: int) -> None:
        try:
            if controller.is_controller(index):
                pad = controller.Controller(index)
                self._pads[pad.as_joystick().get_instance_id()] = pad
            else:
                stick = pygame.joystick.Joystick(index)
                self._pads[stick.get_instance_id()] = stick
        except pygame.error:
            return  # unplugged again before it could be opened

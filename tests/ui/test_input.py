from __future__ import annotations

import pygame
import pytest

from cop_challenge.ui.focus import Direction
from cop_challenge.ui.input import (
    Away,
    Down,
    FullScreen,
    Hold,
    Input,
    Move,
    Pick,
    Point,
    Press,
    Rub,
    Step,
    Up,
)


def event(kind: int, **values: object) -> pygame.event.Event:
    return pygame.event.Event(kind, **values)


@pytest.mark.parametrize(
    ("happened", "meant"),
    [
        (event(pygame.KEYDOWN, key=pygame.K_LEFT, mod=0), [Move(Direction.LEFT)]),
        (event(pygame.KEYDOWN, key=pygame.K_TAB, mod=0), [Step(1)]),
        (event(pygame.KEYDOWN, key=pygame.K_TAB, mod=pygame.KMOD_LSHIFT), [Step(-1)]),
        (event(pygame.KEYDOWN, key=pygame.K_SPACE, mod=0), [Press()]),
        (event(pygame.KEYDOWN, key=pygame.K_RETURN, mod=pygame.KMOD_LALT), [FullScreen()]),
        (event(pygame.KEYDOWN, key=pygame.K_F11, mod=0), [FullScreen()]),
        (event(pygame.KEYDOWN, key=pygame.K_ESCAPE, mod=0), [Away(), Hold("escape", True)]),
        (event(pygame.KEYUP, key=pygame.K_ESCAPE, mod=0), [Hold("escape", False)]),
        (event(pygame.KEYDOWN, key=pygame.K_BACKSPACE, mod=0), [Rub()]),
        (event(pygame.KEYDOWN, key=pygame.K_KP_7, mod=0), [Pick(6)]),
        (event(pygame.KEYDOWN, key=pygame.K_0, mod=0), [Pick(9)]),
        (event(pygame.KEYDOWN, key=pygame.K_3, mod=0), [Pick(2)]),
        (event(pygame.KEYDOWN, key=pygame.K_q, mod=0), []),
        (event(pygame.MOUSEMOTION, pos=(3, 4)), [Point(3, 4)]),
        (event(pygame.MOUSEBUTTONDOWN, pos=(3, 4), button=1, touch=True), [Down(3, 4, True)]),
        (event(pygame.MOUSEBUTTONUP, pos=(3, 4), button=1, touch=False), [Up(3, 4, False)]),
        (event(pygame.MOUSEBUTTONDOWN, pos=(3, 4), button=3), []),
        (event(pygame.CONTROLLERBUTTONDOWN, button=pygame.CONTROLLER_BUTTON_A, instance_id=0), [Press()]),
        (event(pygame.CONTROLLERBUTTONDOWN, button=pygame.CONTROLLER_BUTTON_B, instance_id=0), [Away()]),
        (
            event(pygame.CONTROLLERBUTTONDOWN, button=pygame.CONTROLLER_BUTTON_DPAD_UP, instance_id=0),
            [Move(Direction.UP)],
        ),
        (event(pygame.JOYHATMOTION, value=(0, -1), instance_id=0), [Move(Direction.DOWN)]),
        (event(pygame.JOYBUTTONDOWN, button=0, instance_id=0), [Press()]),
    ],
)
def test_every_device_says_the_same_things(happened: pygame.event.Event, meant: list[object]) -> None:
    """Keyboard, mouse, touch and gamepad end in the same few intents."""
    assert Input().intents(happened) == meant


def test_a_held_stick_moves_once() -> None:
    """The focus does not run away while a child holds the stick."""
    pads = Input()

    def push(value: int) -> list[object]:
        return list(pads.intents(event(pygame.CONTROLLERAXISMOTION, axis=0, value=value, instance_id=0)))

    assert push(30000) == [Move(Direction.RIGHT)]
    assert push(32000) == []
    assert push(0) == []
    assert push(-30000) == [Move(Direction.LEFT)]


def test_the_chord_is_all_three_buttons_of_one_gamepad() -> None:
    """Both shoulders and Start; it ends with the first that is let go."""
    pads, new = Input(), pygame.event.Event
    left, right, start = (
        pygame.CONTROLLER_BUTTON_LEFTSHOULDER,
        pygame.CONTROLLER_BUTTON_RIGHTSHOULDER,
        pygame.CONTROLLER_BUTTON_START,
    )
    for pad, button in ((0, left), (0, start), (1, right)):
        assert pads.intents(new(pygame.CONTROLLERBUTTONDOWN, button=button, instance_id=pad)) == []
    down = new(pygame.CONTROLLERBUTTONDOWN, button=right, instance_id=0)
    assert pads.intents(down) == [Hold("chord", True)]
    up = new(pygame.CONTROLLERBUTTONUP, button=start, instance_id=0)
    assert pads.intents(up) == [Hold("chord", False)]
    assert pads.intents(down) == []

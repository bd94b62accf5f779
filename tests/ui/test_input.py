from __future__ import annotations

import pygame
import pytest

from cop_challenge.ui.focus import Direction
from cop_challenge.ui.input import Away, Down, FullScreen, Input, Move, Pick, Point, Press, Step, Up


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
        (event(pygame.KEYDOWN, key=pygame.K_ESCAPE, mod=0), [Away()]),
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

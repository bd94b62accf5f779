from __future__ import annotations

import pygame
from hypothesis import given, settings
from hypothesis import strategies as st

from cop_challenge.ui.canvas import Canvas, Item

SIZE = (64, 48)


def surface(colour: tuple[int, int, int, int], size: tuple[int, int]) -> pygame.Surface:
    made = pygame.Surface(size, pygame.SRCALPHA)
    made.fill(colour)
    return made


GROUND = pygame.Surface(SIZE)
GROUND.fill((20, 30, 60))
PIECES = [
    surface((200, 50, 50, 255), (10, 8)),
    surface((50, 200, 50, 128), (20, 14)),
    surface((0, 0, 250, 90), (7, 30)),
]

ITEMS = st.lists(
    st.builds(
        Item,
        st.sampled_from(PIECES),
        st.integers(-10, 60),
        st.integers(-10, 44),
        st.sampled_from([255, 255, 120]),
    ),
    max_size=6,
)


def painted(items: list[Item]) -> bytes:
    target = pygame.Surface(SIZE)
    Canvas(target).show([Item(GROUND, 0, 0), *items])
    return pygame.image.tobytes(target, "RGB")


@given(st.lists(ITEMS, min_size=1, max_size=5))
@settings(max_examples=150)
def test_repainting_the_difference_is_as_good_as_repainting_all(pictures: list[list[Item]]) -> None:
    """After any row of changes the screen is what a fresh painting would be."""
    target = pygame.Surface(SIZE)
    canvas = Canvas(target)
    for items in pictures:
        canvas.show([Item(GROUND, 0, 0), *items])
    assert pygame.image.tobytes(target, "RGB") == painted(pictures[-1])


def test_a_still_picture_is_not_painted_again() -> None:
    """The same items leave nothing to do."""
    canvas = Canvas(pygame.Surface(SIZE))
    items = [Item(GROUND, 0, 0), Item(PIECES[0], 3, 3)]
    assert canvas.show(items) == [pygame.Rect(0, 0, *SIZE)]
    assert canvas.show(list(items)) == []


def test_only_what_moved_is_painted() -> None:
    """Old place and new place, no more."""
    canvas = Canvas(pygame.Surface(SIZE))
    canvas.show([Item(GROUND, 0, 0), Item(PIECES[0], 3, 3)])
    assert canvas.show([Item(GROUND, 0, 0), Item(PIECES[0], 30, 3)]) == [
        pygame.Rect(3, 3, 10, 8),
        pygame.Rect(30, 3, 10, 8),
    ]

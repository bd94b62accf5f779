"""The words of the trick factory that rules and scene share: moves, zones of a poster, chutes."""

from __future__ import annotations

from enum import StrEnum


class Move(StrEnum):
    """How a part makes people pass a rumour on."""

    EMOTION = "emotion"
    US_AGAINST_THEM = "us-against-them"
    HURRY = "hurry"
    EVERYBODY_KNOWS = "everybody-knows"
    FAKE_EXPERT = "fake-expert"
    HIDDEN_TRUTH = "hidden-truth"
    HALF_PICTURE = "half-picture"
    FALSE_NUMBERS = "false-numbers"
    PLAIN = "plain"
    """No trick at all; it travels as far as plain things do."""


class Zone(StrEnum):
    """What a part is on the poster; the scene sets each in its own way."""

    HEADLINE = "headline"
    PICTURE = "picture"
    SOURCE = "source"
    PROOF = "proof"
    CALL = "call"


class Bin(StrEnum):
    """The chutes of the sorting gate."""

    TRICKS = "tricks"
    HONEST = "honest"
    CHECK = "check"
    """Nobody can tell from the message alone: check first."""


class Line(StrEnum):
    """The lines of a message."""

    SOURCE = "source"
    TEXT = "text"
    PROOF = "proof"

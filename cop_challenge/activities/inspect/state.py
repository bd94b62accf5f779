"""Where a game with the magnifier is, and what lies on the table then."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cop_challenge.activities.inspect.parts import Board, Points, Spot, Stage
from cop_challenge.activities.inspect.schema import Case, Region

GLINTS = 2
"""Clues that catch the light in the first case; one less after each case that went well, one more after
another: help follows the player."""

LOOK, DO = "look-", "do-"
"""What the ids of regions and deeds begin with in offers, so that none is called like a decision."""


@dataclass(frozen=True)
class State:
    """Where the game is."""

    case: int = 0
    """Index into the order of this play."""
    stage: Stage = Stage.LOOK
    looked: tuple[str, ...] = ()
    """Regions looked at, in order."""
    focus: str = ""
    """Region under the magnifier."""
    wrong: bool = False
    """The other decision was just made: now it is to be looked at again."""
    misses: int = 0
    missed: tuple[str, ...] = ()
    """Regions to look at again after a miss."""
    shown: bool = False
    """The decision was not found but shown."""
    tried: tuple[str, ...] = ()
    """Deeds that were not the best."""
    done: str = ""
    """The right deed, once it is found or shown."""
    glints: int = GLINTS
    begun: bool = False
    """A clue was found in this visit."""
    finished: bool = False


def clues(case: Case, names: Sequence[str]) -> list[Region]:
    """Those of the named regions that are clues, in the order given."""
    named = {region.id: region for region in case.regions}
    return [named[name] for name in names if named[name].points is not Points.NOTHING]


def every_clue(case: Case) -> list[Region]:
    """All clues of a case, in its order."""
    return clues(case, [region.id for region in case.regions])


def overlooked(state: State, case: Case) -> tuple[str, ...]:
    """The clues not found yet; if there are none, those that point the right way, to read again."""
    missed = [clue.id for clue in every_clue(case) if clue.id not in state.looked]
    return tuple(missed or [clue.id for clue in every_clue(case) if clue.points is case.answer])


def board(state: State, case: Case) -> Board:
    """What the scene draws. Once it is known what it is, every clue is shown."""
    known = state.stage is not Stage.LOOK
    later = [region.id for region in case.regions if known and region.id not in state.looked]
    looked = (*state.looked, *later)
    closed = [clue.id for clue in every_clue(case) if clue.id not in looked]
    glints = () if state.misses else closed[: state.glints]
    return Board(
        look=case.look,
        stage=state.stage,
        answer=case.answer if known else None,
        spots=tuple(
            Spot(
                id=f"{LOOK}{region.id}",
                part=region.part,
                text=region.text,
                picture=region.picture,
                found=region.points if region.id in looked else None,
                glint=region.id in glints,
                missed=region.id in state.missed,
            )
            for region in case.regions
        ),
        focus=f"{LOOK}{state.focus}" if state.focus and not known else "",
        caught=tuple((clue.part, clue.points) for clue in clues(case, looked)),
        needed=case.clues_needed,
    )

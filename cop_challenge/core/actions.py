"""What a player can do. Frozen values: a visit is replayed by doing them again."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Choose:
    """Take the option of that id: an answer, a language, a track, an avatar."""

    option: str


@dataclass(frozen=True, slots=True)
class Place:
    """Put a thing somewhere, in one movement: what tap and tap again does in two."""

    thing: str
    into: str


@dataclass(frozen=True, slots=True)
class Undo:
    """Take back what was done last."""


@dataclass(frozen=True, slots=True)
class Continue:
    """Go on to what comes next."""


@dataclass(frozen=True, slots=True)
class Rewind:
    """Go back to the choice before, inside a story."""


@dataclass(frozen=True, slots=True)
class Open:
    """Enter a lesson from the map."""

    lesson: str


@dataclass(frozen=True, slots=True)
class Leave:
    """Leave the lesson for the map; it waits where it was left."""


@dataclass(frozen=True, slots=True)
class Back:
    """Go to the screen before."""


@dataclass(frozen=True, slots=True)
class Finish:
    """Go to the passport."""


@dataclass(frozen=True, slots=True)
class CallGrownUp:
    """I want a grown-up."""


@dataclass(frozen=True, slots=True)
class Pause:
    """Stop for a moment: rest, leave, or change how the game looks and sounds."""


@dataclass(frozen=True, slots=True)
class Adjust:
    """Change a setting of `core.comfort`; may be done anywhere, it changes nothing of the play."""

    setting: str
    value: str


@dataclass(frozen=True, slots=True)
class Languages:
    """Show the languages, over whatever is shown; choosing one leads back there."""


@dataclass(frozen=True, slots=True)
class Turn:
    """The next page of what there is to choose from; after the last one comes the first."""


@dataclass(frozen=True, slots=True)
class Return:
    """Go back to where we were before an overlay."""


@dataclass(frozen=True, slots=True)
class Listen:
    """Read it to me; it changes nothing of the play."""


@dataclass(frozen=True, slots=True)
class Stir:
    """Somebody is there: a key, a touch or a movement that does nothing else."""


@dataclass(frozen=True, slots=True)
class End:
    """Staff end the visit; whatever is shown, it may be done."""


@dataclass(frozen=True, slots=True)
class Skip:
    """Not now: leave a sheet of questions; nothing depends on it."""


@dataclass(frozen=True, slots=True)
class Tick:
    """Time went by."""

    seconds: float


Action = (
    Choose
    | Place
    | Undo
    | Continue
    | Rewind
    | Open
    | Leave
    | Back
    | Finish
    | CallGrownUp
    | End
    | Pause
    | Adjust
    | Return
    | Languages
    | Listen
    | Skip
    | Stir
    | Tick
    | Turn
)

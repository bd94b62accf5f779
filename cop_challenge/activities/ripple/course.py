"""Where a ripple is, and what follows from that."""

from __future__ import annotations

from dataclasses import dataclass

from cop_challenge.activities.ripple.board import Phase
from cop_challenge.activities.ripple.schema import Audience, Model, Post, Ring
from cop_challenge.activities.ripple.spread import Reached, spread

STAGES = 4
"""Steps of the progress bar a post counts for: asked, shared, seen, done."""


@dataclass(frozen=True)
class State:
    """Where the ripple is."""

    post: int = 0
    phase: Phase = Phase.ASK
    asked: bool = False
    way: str = ""
    """The right way found (or shown) after a no."""
    tried: tuple[str, ...] = ()
    """Misses among the ways or mends in hand, in order."""
    mend: str = ""
    """The right mend, once it is found or shown."""
    ring: Ring | None = None
    back: Ring | None = None
    """The circle whose ripple was just run back."""
    wave: int = 0
    compared: tuple[Ring, ...] = ()
    """Circles of this post whose ripple has been watched."""
    attempts: tuple[str, ...] = ()
    """One entry for every answer given, by step."""
    earned: tuple[str, ...] = ()
    """Steps that have given their light: running it back never gives it twice."""
    touched: bool = False
    """Something good has been done: no more need to show how."""
    finished: bool = False


class Course:
    """A lesson's posts in their order, and what a state means in them."""

    def __init__(self, lesson: Model, seed: int) -> None:
        self.lesson = lesson
        self.seed = seed
        self.posts = tuple(sorted(lesson.posts, key=lambda post: post.hard))
        self._known: dict[tuple[str, Ring], tuple[Reached, ...]] = {}
        """Ripples worked out before: asked for in every view, and always the same."""

    def begin(self, number: int, before: State | None = None) -> State:
        """The state at the start of a post: with nobody on it, there is nobody to ask."""
        people = bool(self.posts[number].people)
        before = before or State()
        return State(
            post=number,
            phase=Phase.ASK if people else Phase.CIRCLE,
            asked=not people,
            attempts=before.attempts,
            earned=before.earned,
            touched=before.touched,
        )

    def post(self, state: State) -> Post:
        """The post at hand."""
        return self.posts[state.post]

    def last(self, state: State) -> bool:
        """Whether no other post follows."""
        return state.post == len(self.posts) - 1

    def audience(self, state: State, ring: Ring) -> Audience:
        """What the author says of the circle."""
        return next(audience for audience in self.post(state).audiences if audience.id is ring)

    def reached(self, state: State, ring: Ring | None) -> tuple[Reached, ...]:
        """Everybody the post reaches from that circle; nobody from none."""
        if ring is None:
            return ()
        post = self.post(state).id
        if (post, ring) not in self._known:
            audience = self.audience(state, ring)
            self._known[post, ring] = spread(self.lesson.bay, audience, self.seed, self.lesson.id, post)
        return self._known[post, ring]

    def waves(self, state: State) -> int:
        """How many ripples there are."""
        return max((reached.wave for reached in self.reached(state, state.ring)), default=0)

    def fits(self, state: State) -> bool:
        """Whether it goes to a circle that fits."""
        return state.ring is not None and self.audience(state, state.ring).fine

    def hurt(self, state: State) -> bool:
        """Whether there is something to mend."""
        return not self.fits(state) or (not state.asked and self.post(state).objected)

    def place(self, state: State) -> str:
        """Named after what is at hand, so that different ways to one moment share its name."""
        name = self.post(state).id
        shared = state.ring if state.asked else "unasked"
        match state.phase:
            case Phase.ASK:
                return name
            case Phase.ANSWERS:
                return f"{name}-answers"
            case Phase.CIRCLE:
                return f"{name}-circle"
            case Phase.SPREAD if state.wave == 1:
                return f"{name}-{shared}"
            case Phase.SPREAD:
                return f"ripple-{state.wave}-of-{self.waves(state)}"
            case Phase.EFFECT:
                return f"{name}-{shared}-seen"
            case _:
                return f"{name}-mend"

    def done(self, state: State) -> int:
        """Steps behind us, of `STAGES` a post."""
        return state.post * STAGES + self._stage(state)

    def _stage(self, state: State) -> int:
        match state.phase:
            case Phase.ASK | Phase.ANSWERS:
                return 0
            case Phase.CIRCLE:
                return 1
            case Phase.SPREAD:
                return 2
            case Phase.EFFECT:
                return 3 if self.hurt(state) else STAGES
            case _:
                return STAGES if state.mend else 3

"""Composing one picture of the screen: scenes put things into boxes, this puts them into pixels.

Scenes lay out left to right; on a right-to-left page every box is mirrored here, once.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from cop_challenge.core.actions import Action
from cop_challenge.core.activity import Offer
from cop_challenge.core.text import Text
from cop_challenge.ui import theme
from cop_challenge.ui.art import Art
from cop_challenge.ui.canvas import Item, Wash
from cop_challenge.ui.geometry import Box, Viewport
from cop_challenge.ui.look import PLAIN, Look
from cop_challenge.ui.moods import ADVENTURE, Mood
from cop_challenge.ui.motion import SETTLED, Curve, Motions, ease
from cop_challenge.ui.scenery import SHIFT, SIZE, cover, planes
from cop_challenge.ui.theme import TextStyle
from cop_challenge.ui.typesetter import Typesetter

MIRRORED = frozenset(
    {
        *("back", "next", "retry", "speaker", "speaker-off", "quieter", "louder"),
        *("send", "leads-away", "snail", "squad-joke", "move-hurry"),
    }
)
"""Icons that point, fly or creep along the reading direction. Clocks, films, checks, magnifiers and things
one knows from the street stay as they are."""

SMALLEST_TARGET = 96.0

GLIDE_SECONDS = 0.6

ANY_ROOM = Box(0, 0, 1e5, 1e5)


@dataclass(frozen=True, slots=True)
class Target:
    """Something to press."""

    id: str
    box: Box
    """Where it is on screen, already mirrored."""
    action: Action


@dataclass(frozen=True, slots=True)
class Lettering:
    """Words that were set: what a check of contrast needs to know."""

    words: str
    below: int
    """How many items lie below them."""
    rect: tuple[int, int, int, int]
    """Pixels the words fill."""
    colour: theme.Colour
    keyline: theme.Colour | None


@dataclass(frozen=True, slots=True)
class Situation:
    """What composing depends on besides the view: all of it given, so the same gives the same picture."""

    viewport: Viewport
    right_to_left: bool = False
    focus: str = ""
    """Id of the target with the focus ring."""
    pressed: str = ""
    carried: tuple[float, float] | None = None
    """Units by which the pointer has moved since it pressed, once that is a movement."""
    now: float = 0.0
    """Seconds, for things that never stop moving."""
    age: float = 1e9
    """Seconds since this place was entered."""
    still: bool = False
    """Nothing moves."""
    look: Look = PLAIN
    motions: Motions = field(default_factory=Motions, compare=False)


@dataclass
class Frame:
    """A picture being composed."""

    situation: Situation
    typesetter: Typesetter
    art: Art
    say: Callable[[Text], str]
    items: list[Item | Wash] = field(default_factory=list)
    targets: list[Target] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    """What a reader would stumble over: text that does not fit, targets that overlap."""
    moving: bool = False
    """Another picture is needed as soon as can be."""
    changes_at: float = math.inf
    """When, on the situation's clock, the picture changes by itself."""
    camera: float = 0.0
    """How far the camera is from its rest, -1 to 1."""
    first: str = ""
    """Target that gets the focus when the place is new."""
    mood: Mood = ADVENTURE
    """The track's own hand."""
    lettering: list[Lettering] = field(default_factory=list)

    @property
    def box(self) -> Box:
        """The whole screen."""
        return self.situation.viewport.box

    @property
    def portrait(self) -> bool:
        """Whether the screen is taller than wide."""
        return self.situation.viewport.portrait

    @property
    def look(self) -> Look:
        """How the player wants things to look."""
        return self.situation.look

    @property
    def lively(self) -> bool:
        """Whether things may move; else changes only fade."""
        return not (self.situation.still or self.look.calm)

    # -------------------------------------------------------------- motion

    def follow(self, name: str, goal: float, seconds: float, curve: Curve = ease) -> float:
        """A value on its way to `goal`, wherever it was before."""
        now = self.situation.now
        tween = self.situation.motions.follow(name, goal, now, seconds, curve)
        if not self.lively:
            return goal
        self.moving |= not tween.over(now)
        return tween.at(now)

    def since(self, name: str, value: object, seconds: float) -> float:
        """Seconds since the named thing has had this value; `seconds` or more asks for no new picture."""
        age = self.situation.motions.since(name, value, self.situation.now)
        if not self.lively:
            return SETTLED
        self.moving |= age < seconds
        return age

    def entering(self, seconds: float, delay: float = 0.0) -> float:
        """How far an entrance that takes `seconds` has come since this place was entered, 0 to 1."""
        if not self.lively:
            return 1.0
        share = (self.situation.age - delay) / seconds
        self.moving |= share < 1
        return min(1.0, max(0.0, share))

    @contextmanager
    def shifted(
        self, x: float = 0.0, y: float = 0.0, *, across: float = 1.0, down: float = 1.0, alpha: float = 255
    ) -> Iterator[None]:
        """What is drawn inside is moved by units, stretched about its middle, and made fainter."""
        begin = len(self.items)
        yield
        drawn = [item for item in self.items[begin:] if isinstance(item, Item)]
        if not drawn or (x, y, across, down, alpha) == (0.0, 0.0, 1.0, 1.0, 255):
            return
        scale = self.situation.viewport.scale
        dx = round((-x if self.situation.right_to_left else x) * scale)
        dy = round(y * scale)
        whole = drawn[0].rect.unionall([item.rect for item in drawn])
        self.items[begin:] = [
            self._stretched(item, whole.center, across, down, dx, dy, round(alpha)) for item in drawn
        ]

    def _stretched(
        self, item: Item, middle: tuple[int, int], across: float, down: float, dx: int, dy: int, alpha: int
    ) -> Item:
        surface = item.surface
        if (across, down) != (1.0, 1.0):
            surface = self.art.stretched(surface, across, down)
        left = middle[0] + round((item.x - middle[0]) * across) + dx
        top = middle[1] + round((item.y - middle[1]) * down) + dy
        return Item(surface, left, top, item.alpha * alpha // 255)

    # ---------------------------------------------------------------- boxes

    def _mirrored(self, box: Box) -> Box:
        if not self.situation.right_to_left:
            return box
        return Box(self.box.w - box.right, box.y, box.w, box.h)

    def _put(self, box: Box, surface_item: Callable[[int, int, int, int], Item]) -> None:
        self.items.append(surface_item(*self.situation.viewport.pixels(self._mirrored(box))))

    # ------------------------------------------------------------- drawing

    def sky(self, light: float) -> None:
        """The bay's sky over the whole screen; `light` 0 to 1."""
        view = self.situation.viewport
        self.items.append(Item(self.art.sky(view.width, view.height, light), 0, 0))

    def scene(self, name: str, light: float = 0.0) -> None:
        """A painted scene over the whole screen; its plain sky until it has been drawn.

        The camera comes to rest as the screen is entered: nearer planes glide further.
        """
        view = self.situation.viewport
        if self.look.high:
            self.items.append(Wash((0, 0, 0), 255, view.width, view.height))
            return
        self.camera = 0.5 * (1 - ease(self.entering(GLIDE_SECONDS)))
        self._planes(name, light)

    def dawn(self, name: str, before: float, light: float, share: float) -> None:
        """The scene on its way from one light to the next; `share` 0 to 1."""
        if self.look.high or share >= 1 or before == light:
            self.scene(name, light)
            return
        view = self.situation.viewport
        self._planes(name, light)
        stacks = planes(name, before).values()
        flat = self.art.flattened(list(stacks), view.width, view.height, cover(view.width, view.height))
        if flat:
            self.items.append(Item(flat, 0, 0, round(255 * (1 - share))))

    def _planes(self, name: str, light: float) -> None:
        view = self.situation.viewport
        width, height = cover(view.width, view.height)
        stack = planes(name, light)
        drawn = {plane: self.art.plane(sheets, width, height) for plane, sheets in stack.items()}
        if drawn["base"] is None:
            self.sky(light)
            return
        for name, plane in drawn.items():
            if plane:
                left = round((view.width - width) / 2 + self._shift(name, width))
                top = (view.height - height) // 2
                self.items.append(Item(plane.surface, left + plane.x, top + plane.y))

    def _shift(self, plane: str, width: int) -> float:
        """Pixels a plane of a scene that wide lies beside its place."""
        return self.camera * SHIFT[plane] * width / SIZE[0]

    def on_scene(self, x: float, y: float) -> tuple[float, float]:
        """Where a point of the painted scene's middle plane is, in units."""
        view = self.situation.viewport
        width, height = cover(view.width, view.height)
        across = (view.width - width) / 2 + self._shift("mid", width) + x * width / SIZE[0]
        down = (view.height - height) // 2 + y * height / SIZE[1]
        return across / view.scale, down / view.scale

    def prepare(self, name: str, light: float = 0.0) -> None:
        """Have a scene drawn that will be shown next."""
        view = self.situation.viewport
        for sheets in planes(name, light).values():
            self.art.plane(sheets, *cover(view.width, view.height))

    def shade(self, opacity: int = 200) -> None:
        """Darkens everything so far."""
        if self.look.high:
            return  # it is black already
        view = self.situation.viewport
        self.items.append(Wash(theme.ABYSS, opacity, view.width, view.height))

    def slab(self, name: str, box: Box, drop: float = 0) -> None:
        """A card, button or panel that fills the box."""
        scale = self.situation.viewport.scale
        self._put(
            box,
            lambda x, y, w, h: Item(self.art.slab(name, max(1, w), max(1, h), scale, drop, self.look), x, y),
        )

    def picture(
        self,
        name: str,
        box: Box,
        *,
        style: str = "",
        mirror: bool = False,
        alpha: int = 255,
        gesture: str = "",
    ) -> None:
        """A picture in the middle of the box, as large as fits; `mirror`: flipped on mirrored pages."""
        flip = mirror and self.situation.right_to_left

        def item(x: int, y: int, w: int, h: int) -> Item:
            size = max(1, w), max(1, h)
            shown = gesture if gesture and self.art.at_hand(name, *size, gesture) else ""
            surface = self.art.picture(name, *size, style, flip, shown, self.look)
            return Item(
                surface, x + (w - surface.get_width()) // 2, y + (h - surface.get_height()) // 2, alpha
            )

        self._put(box, item)

    def icon(self, path: str, box: Box, colour: theme.Colour) -> None:
        """A line icon in one colour."""
        stem = path.rpartition("/")[2].partition(".")[0]
        colour = self.look.colour(colour)
        style = f"svg{{color:#{bytes(colour).hex()}}}" if path.startswith("ui/icons/") else ""
        self.picture(path, box, style=style, mirror=stem in MIRRORED)

    def text(self, text: Text | str, box: Box, style: TextStyle, valign: str = "middle") -> float:
        """Words in the box, smaller where they must be; returns the height they take, in units."""
        words = self.say(text) if isinstance(text, Text) else text
        if not words:
            return 0.0
        view = self.situation.viewport
        style = self.look.style(style)
        _, _, width, height = view.pixels(box)
        setting = self.typesetter.fit(
            words, style, max(1, width), max(1, height), view.scale, self.situation.right_to_left
        )
        if setting.overflows:
            key = text.key if isinstance(text, Text) else ""
            self.problems.append(f"text does not fit its place: {key or words[:60]!r}")
        if setting.right_to_left != self.situation.right_to_left and style.align != "centre":
            # A paragraph of the other direction still starts where the page's paragraphs start.
            style = style.with_(align="end" if style.align == "start" else "start")

        def item(x: int, y: int, w: int, h: int) -> Item:
            surface = self.typesetter.picture(setting, style, w)
            top = {"top": 0, "middle": (h - setting.height) // 2, "bottom": h - setting.height}[valign]
            border = (surface.get_height() - setting.height) // 2
            spare = w - setting.width
            at_right = (style.align == "end") != setting.right_to_left
            left = spare // 2 if style.align == "centre" else spare if at_right else 0
            rect = x + left, y + top, setting.width, setting.height
            self.lettering.append(Lettering(words, len(self.items), rect, style.colour, style.keyline))
            return Item(surface, x - border, y + top - border)

        self._put(box, item)
        return setting.height / view.scale

    def text_height(self, text: Text | str, width: float, style: TextStyle, *, least: bool = False) -> float:
        """Units the words take at the style's full (or least) size in that width."""
        words = self.say(text) if isinstance(text, Text) else text
        if not words:
            return 0.0
        view = self.situation.viewport
        style = self.look.style(style)
        size = style.least if least else style.size
        setting = self.typesetter.fit(
            words,
            style.with_(size=size, least=size),
            # A pixel less than it may have: a box's edges are rounded each for itself.
            view.length(width) - 1,
            10**6,
            view.scale,
            self.situation.right_to_left,
        )
        return setting.height / view.scale

    def text_width(self, text: Text | str, style: TextStyle, room: Box = ANY_ROOM) -> float:
        """Units the longest line takes when the words are set in a box of that size."""
        words = self.say(text) if isinstance(text, Text) else text
        view = self.situation.viewport
        style = self.look.style(style)
        width, height = view.length(room.w), view.length(room.h)
        setting = self.typesetter.fit(words, style, width, height, view.scale, self.situation.right_to_left)
        return setting.width / view.scale

    # ------------------------------------------------------------ controls

    def target(self, offer: Offer, box: Box) -> bool:
        """Makes the box pressable, if the offer may be taken; whether it is pressed right now."""
        if offer.enabled:
            place = self._mirrored(box)
            self._look_at(offer.id, place)
            self.targets.append(Target(offer.id, place, offer.action))
        return self.pressed(offer)

    def _look_at(self, name: str, place: Box) -> None:
        for other in self.targets:
            if place.meets(other.box):
                self.problems.append(f"“{name}” lies over “{other.id}”")
        if min(place.w, place.h) < SMALLEST_TARGET - 0.5:
            self.problems.append(f"“{name}” is too small to touch: {place.w:.0f}×{place.h:.0f}")
        whole = self.box.grown(1)
        if not (whole.holds(place.x, place.y) and whole.holds(place.right - 1, place.bottom - 1)):
            self.problems.append(f"“{name}” leaves the screen")

    def carried(self, offer: Offer) -> tuple[float, float] | None:
        """How far the pointer carries what it has pressed, in units along the page; None if it does not."""
        moved = self.situation.carried
        if moved is None or not self.pressed(offer):
            return None
        return (-moved[0] if self.situation.right_to_left else moved[0]), moved[1]

    def pressed(self, offer: Offer) -> bool:
        """Whether a finger or button holds it down."""
        return offer.enabled and self.situation.pressed == offer.id

    def focused(self, offer: Offer) -> bool:
        """Whether it has the focus ring."""
        return offer.enabled and self.situation.focus == offer.id

    def ring(self, box: Box, name: str = "ring") -> None:
        """The focus ring around a box."""
        self.slab(name, box.grown(11))

"""Composing one picture of the screen: scenes put things into boxes, this puts them into pixels.

Scenes lay out left to right; on a right-to-left page every box is mirrored here, once.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, field

from cop_challenge.core.actions import Action
from cop_challenge.core.activity import Mark, Offer
from cop_challenge.core.text import Text
from cop_challenge.ui import theme
from cop_challenge.ui.art import Art
from cop_challenge.ui.canvas import Item
from cop_challenge.ui.geometry import Box, Viewport
from cop_challenge.ui.motion import ease
from cop_challenge.ui.scenery import SHIFT, SIZE, cover, planes
from cop_challenge.ui.theme import TextStyle
from cop_challenge.ui.typesetter import Typesetter

MIRRORED = frozenset({"back", "next", "retry", "speaker"})
"""Icons that point along the reading direction."""

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
class Situation:
    """What composing depends on besides the view: all of it given, so the same gives the same picture."""

    viewport: Viewport
    right_to_left: bool = False
    focus: str = ""
    """Id of the target with the focus ring."""
    pressed: str = ""
    now: float = 0.0
    """Seconds, for things that never stop moving."""
    age: float = 1e9
    """Seconds since this place was entered."""
    still: bool = False
    """Nothing moves."""


@dataclass
class Frame:
    """A picture being composed."""

    situation: Situation
    typesetter: Typesetter
    art: Art
    say: Callable[[Text], str]
    items: list[Item] = field(default_factory=list)
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

    @property
    def box(self) -> Box:
        """The whole screen."""
        return self.situation.viewport.box

    @property
    def portrait(self) -> bool:
        """Whether the screen is taller than wide."""
        return self.situation.viewport.portrait

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
        if not self.situation.still and self.situation.age < GLIDE_SECONDS:
            self.camera = 0.5 * (1 - ease(self.situation.age / GLIDE_SECONDS))
            self.moving = True
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
        view = self.situation.viewport
        self.items.append(Item(self.art.shade(view.width, view.height, theme.ABYSS, opacity), 0, 0))

    def slab(self, name: str, box: Box, drop: float = 0) -> None:
        """A card, button or panel that fills the box."""
        scale = self.situation.viewport.scale
        self._put(box, lambda x, y, w, h: Item(self.art.slab(name, max(1, w), max(1, h), scale, drop), x, y))

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
            surface = self.art.picture(name, *size, style, flip, shown)
            return Item(
                surface, x + (w - surface.get_width()) // 2, y + (h - surface.get_height()) // 2, alpha
            )

        self._put(box, item)

    def icon(self, path: str, box: Box, colour: theme.Colour) -> None:
        """A line icon in one colour."""
        stem = path.rpartition("/")[2].partition(".")[0]
        style = f"svg{{color:#{bytes(colour).hex()}}}" if path.startswith("ui/icons/") else ""
        self.picture(path, box, style=style, mirror=stem in MIRRORED)

    def text(self, text: Text | str, box: Box, style: TextStyle, valign: str = "middle") -> float:
        """Words in the box, smaller where they must be; returns the height they take, in units."""
        words = self.say(text) if isinstance(text, Text) else text
        if not words:
            return 0.0
        view = self.situation.viewport
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
            return Item(surface, x - border, y + top - border)

        self._put(box, item)
        return setting.height / view.scale

    def text_height(self, text: Text | str, width: float, style: TextStyle) -> float:
        """Units the words take at the style's full size in that width."""
        words = self.say(text) if isinstance(text, Text) else text
        if not words:
            return 0.0
        view = self.situation.viewport
        setting = self.typesetter.fit(
            words,
            style.with_(least=style.size),
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

    def pressed(self, offer: Offer) -> bool:
        """Whether a finger or button holds it down."""
        return offer.enabled and self.situation.pressed == offer.id

    def focused(self, offer: Offer) -> bool:
        """Whether it has the focus ring."""
        return offer.enabled and self.situation.focus == offer.id

    def ring(self, box: Box, name: str = "ring") -> None:
        """The focus ring around a box."""
        self.slab(name, box.grown(11))

    def button(self, offer: Offer, box: Box, *, primary: bool = True, label: Text | None = None) -> None:
        """A wide button with its icon and label."""
        pressed = self.target(offer, box)
        kind = ("button-primary" if primary else "button-secondary") if offer.enabled else "button-disabled"
        drop = 9.0 if pressed else 0.0
        self.slab(kind, box, drop)
        if self.focused(offer):
            self.ring(box)
        colour = theme.INK if primary and offer.enabled else theme.CREAM
        style = theme.BUTTON.with_(colour=colour)
        face = Box(box.x, box.y + drop, box.w, box.h - 14).inset(36, 8)
        words = self.say(label or offer.label)
        if offer.picture:
            # Icon and words together stand in the middle.
            size = min(60.0, face.h)
            width = self.text_width(words, style, Box(0, 0, face.w - size - 20, face.h)) + 4
            both = face.centred(size + 20 + width, face.h)
            spot, face = both.cut_left(size, 20)
            self.icon(offer.picture, spot.centred(size, size), colour)
        self.text(words, face, style)

    def round_button(self, offer: Offer, box: Box, picture: str = "") -> None:
        """A round button with an icon only."""
        pressed = self.target(offer, box)
        drop = 7.0 if pressed else 0.0
        self.slab("round", Box(box.x, box.y, box.w, box.h + 10), drop)
        if self.focused(offer):
            self.ring(box, "ring-round")
        self.icon(picture or offer.picture, box.moved(y=drop).inset(box.w * 0.25), theme.CREAM)

    def answer(self, offer: Offer, box: Box, slot: str = "") -> None:
        """An answer card: letter slot or sign, and words. Its state shows in form, sign and colour."""
        pressed = self.target(offer, box)
        kind = {Mark.GOOD: "card-good", Mark.TRY_AGAIN: "card-try"}.get(offer.mark, "card-idle")
        if self.focused(offer):
            kind = "card-selected"
        drop = 8.0 if pressed else 0.0
        self.slab(kind, box, drop)
        if self.focused(offer):
            self.ring(box)
        face = Box(box.x, box.y + drop, box.w, box.h - theme.LIP)
        side = min(132.0, face.h)
        badge, words = face.inset(20, 0).cut_left(side, 12)
        badge = badge.centred(side, side)
        if offer.mark is not Mark.PLAIN:
            self.picture(f"ui/badges/{offer.mark}.svg", badge)
        else:
            self.picture("ui/badges/slot.svg", badge)
            if offer.picture:
                self.icon(offer.picture, badge.inset(side * 0.28), theme.INK)
            else:
                self.text(slot, badge, theme.BUTTON.with_(size=44, least=20))
        self.text(offer.label, words.inset(0, 8).cut_left(words.w - 24)[0], theme.ANSWER)

    def bubble(self, text: Text | str, box: Box, style: TextStyle = theme.STORY) -> None:
        """Somebody's words on paper."""
        self.slab("bubble", box)
        self.text(text, Box(box.x, box.y, box.w, box.h - 10).inset(36, 22), style)

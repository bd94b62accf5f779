"""Things to press, drawn: buttons, answer cards, tiles; and words on paper."""

from __future__ import annotations

from cop_challenge.core.activity import Mark, Offer
from cop_challenge.core.text import Text
from cop_challenge.core.words import NUMBER
from cop_challenge.ui import theme
from cop_challenge.ui.frame import Frame
from cop_challenge.ui.geometry import Box
from cop_challenge.ui.motion import bump
from cop_challenge.ui.theme import TextStyle

POP_SECONDS, NOD_SECONDS = 0.32, 0.24
"""How long a card answers: a good choice pops, another nods."""


SHRUNK = 0.72
"""Share of its size down to which a button's words shrink to stay in one line."""


def button(frame: Frame, offer: Offer, box: Box, *, primary: bool = True, label: Text | None = None) -> None:
    """A wide button with its icon and label."""
    pressed = frame.target(offer, box)
    kind = ("button-primary" if primary else "button-secondary") if offer.enabled else "button-disabled"
    drop = 9.0 if pressed else 0.0
    frame.slab(kind, box, drop)
    if frame.focused(offer):
        frame.ring(box)
    colour = theme.INK if primary and offer.enabled else theme.CREAM
    style = theme.BUTTON.with_(colour=colour, family=frame.mood.heading)
    face = Box(box.x, box.y + drop, box.w, box.h - 14).inset(36, 8)
    words = frame.say(label or offer.label)
    if offer.picture:
        # Icon and words together stand in the middle.
        size = min(60.0, face.h)
        room = Box(0, 0, face.w - size - 20, face.h)
        line = frame.text_width(words, style)
        if room.w < line <= room.w / SHRUNK:
            # Rather somewhat smaller in one line than broken beside its icon.
            style = style.with_(size=style.size * room.w / line * 0.98, least=style.size * SHRUNK * 0.9)
        width = frame.text_width(words, style, room) + 4
        both = face.centred(size + 20 + width, face.h)
        spot, face = both.cut_left(size, 20)
        frame.icon(offer.picture, spot.centred(size, size), colour)
    frame.text(words, face, style)


def round_button(frame: Frame, offer: Offer, box: Box, picture: str = "", *, gold: bool = False) -> None:
    """A round button with an icon only; gold, where it should be found by those who cannot read."""
    pressed = frame.target(offer, box)
    drop = 7.0 if pressed else 0.0
    frame.slab("round-gold" if gold else "round", Box(box.x, box.y, box.w, box.h + 10), drop)
    if frame.focused(offer):
        frame.ring(box, "ring-round")
    frame.icon(
        picture or offer.picture, box.moved(y=drop).inset(box.w * 0.25), theme.INK if gold else theme.CREAM
    )


def emblem(frame: Frame, icon: str, box: Box) -> None:
    """A large round sign that cannot be pressed."""
    frame.picture("ui/disc-night.svg", Box(box.x, box.y, box.w, box.h * 1.07))
    frame.icon(icon, box.inset(box.w * 0.24), theme.CREAM)


def _face(frame: Frame, offer: Offer, box: Box) -> Box:
    """A card's target, ground and ring; what is left of its face."""
    pressed = frame.target(offer, box)
    state = {Mark.GOOD: "good", Mark.TRY_AGAIN: "try", Mark.CHOSEN: "selected"}.get(offer.mark, "idle")
    if frame.focused(offer):
        state = "selected"
    drop = 8.0 if pressed else 0.0
    frame.slab(f"{frame.mood.card}-{state}", box, drop)
    if frame.focused(offer):
        frame.ring(box)
    return Box(box.x, box.y + drop, box.w, box.h - theme.LIP)


def _answered(frame: Frame, offer: Offer) -> dict[str, float]:
    """How the card moves just after it was chosen, for `Frame.shifted`."""
    age = frame.since(f"mark:{offer.id}", offer.mark, POP_SECONDS)
    if offer.mark is Mark.GOOD and age < POP_SECONDS:
        grown = 1 + 0.05 * bump(age / POP_SECONDS)
        return {"across": grown, "down": grown}
    if offer.mark is Mark.TRY_AGAIN and age < NOD_SECONDS:
        return {"y": 8 * bump(age / NOD_SECONDS)}
    return {}


def badge(frame: Frame, offer: Offer, box: Box, slot: str = "") -> None:
    """The card's sign: how it stands, else its icon, else its number."""
    if offer.mark is not Mark.PLAIN:
        frame.picture(f"ui/badges/{offer.mark}.svg", box)
        return
    frame.picture("ui/badges/slot.svg", box)
    if offer.picture.startswith("ui/icons/"):
        frame.icon(offer.picture, box.inset(box.w * 0.28), theme.INK)
    else:
        size = min(44.0, box.h * 0.4) / frame.look.text
        number = NUMBER.fill(number=int(slot)) if slot.isdecimal() else slot
        frame.text(number, box, theme.BUTTON.with_(size=size, least=size / 2))


def badge_side(frame: Frame, narrow: bool) -> float:
    """Side of a card's sign; smaller where cards stand side by side."""
    return min(84.0, frame.mood.badge) if narrow else frame.mood.badge


def answer(frame: Frame, offer: Offer, box: Box, slot: str = "", *, narrow: bool = False) -> None:
    """An answer card: sign or number, picture, and words. Its state shows in form, sign and colour."""
    mood = frame.mood
    with frame.shifted(**_answered(frame, offer)):
        face = _face(frame, offer, box)
        side = min(badge_side(frame, narrow), face.h)
        sign, words = face.inset(20, 0).cut_left(side, 12)
        badge(frame, offer, sign.centred(side, side), slot)
        if offer.picture and not offer.picture.startswith("ui/icons/"):
            spot, words = words.cut_left(min(words.h * 1.15, words.w * 0.3), 16)
            frame.picture(offer.picture, spot.inset(0, 10))
        frame.text(offer.label, words.inset(0, 8).cut_left(words.w - 24)[0], mood.answer)


def picture_card(frame: Frame, offer: Offer, box: Box) -> None:
    """A tall card with a large picture and few words below it, for those who do not read yet.

    Where room is short, words shrink a little before the picture does.
    """
    with frame.shifted(**_answered(frame, offer)):
        face = _face(frame, offer, box)
        inner = face.inset(24, 22)
        style = frame.mood.answer.with_(align="centre", balanced=True)
        words = frame.text_height(offer.label, inner.w, style)
        left = inner.h - 6 - inner.w * 240 / 276
        words = max(min(words, left), words * 0.8)
        label, picture = inner.cut_bottom(min(inner.h * 0.5, max(70.0, words)), 6)
        if offer.picture.startswith("ui/icons/"):
            frame.icon(offer.picture, picture.inset(picture.w * 0.12, picture.h * 0.06), theme.INK)
        else:
            frame.picture(offer.picture, picture)
        frame.text(offer.label, label, style)
        if offer.mark is not Mark.PLAIN:
            frame.picture(f"ui/badges/{offer.mark}.svg", Box(face.x - 18, face.y - 18, 116, 116))


def picture_row(frame: Frame, offer: Offer, box: Box) -> None:
    """A low card, its picture as high as itself and words beside it, for those who do not read yet."""
    with frame.shifted(**_answered(frame, offer)):
        face = _face(frame, offer, box)
        inner = face.inset(22, 12)
        spot, words = inner.cut_left(min(inner.h * 276 / 240, inner.w * 0.44), 20)
        frame.picture(offer.picture, spot)
        frame.text(offer.label, words, frame.mood.answer.with_(balanced=True))
        if offer.mark is not Mark.PLAIN:
            frame.picture(f"ui/badges/{offer.mark}.svg", Box(face.x - 18, face.y - 18, 92, 92))


def bubble(
    frame: Frame, text: Text | str, box: Box, style: TextStyle = theme.STORY, slab: str = "bubble"
) -> None:
    """Somebody's words on paper."""
    frame.slab(slab, box)
    frame.text(text, Box(box.x, box.y, box.w, box.h - 10).inset(36, 22), style)


NARROW = 400.0
"""Width below which a setting's tile gives its words what room there is."""


def setting(frame: Frame, offer: Offer, box: Box) -> None:
    """A tile that shows a setting and its value, and changes it when pressed."""
    pressed = frame.target(offer, box)
    focused = frame.focused(offer)
    frame.slab("tile-selected" if focused else "tile", box)
    if focused:
        frame.ring(box)
    narrow = box.w < NARROW
    face = box.moved(y=6 if pressed else 0).inset(14 if narrow else 20, 10 if narrow else 14)
    colour = theme.INK if focused else theme.CREAM if offer.enabled else theme.DISABLED
    icon, words = face.cut_left(*((52, 12) if narrow else (72, 18)))
    frame.icon(offer.picture, icon.centred(min(64, icon.w), 64), colour)
    name, value = words.rows(2)
    style = theme.LABEL.with_(align="start", size=36, least=20 if narrow else 28)
    frame.text(offer.label, name, style.with_(colour=colour))
    accent = theme.INK if focused else theme.AMBER_TEXT if offer.enabled else theme.DISABLED
    frame.text(offer.detail, value, style.with_(family="title", colour=accent))

"""The bay from above: the hero on a raft, houses with faces in their windows, and the net between."""

from __future__ import annotations

from cop_challenge.activities.helpers.board import Board, Seat, Stand
from cop_challenge.activities.helpers.scene import net
from cop_challenge.activities.helpers.scene.ring import placed
from cop_challenge.core.activity import Offer, View
from cop_challenge.ui import furniture, page, theme
from cop_challenge.ui.frame import Frame
from cop_challenge.ui.geometry import Box
from cop_challenge.ui.motion import bump, glide, springy
from cop_challenge.ui.theme import TextStyle

HOUSES = ("a", "b", "c")
FACE = 0.73
"""Side of a face in its window, as a share of the house."""
POP_SECONDS = 0.4
SIGN_SECONDS = 0.5
ENTRANCE = 0.3
FLOAT_SECONDS = 0.6


def _name_style(frame: Frame) -> TextStyle:
    size = 38.0 if frame.mood.nuru == "big" else 32.0
    # Names grow less than other words: faces tell who it is, and they need the room.
    size /= frame.look.text**0.6
    return theme.LABEL_INK.with_(size=size, least=24, family=frame.mood.heading, line=1.12)


def compose(frame: Frame, activity: View, board: Board, box: Box) -> None:
    """The whole bay in the box."""
    frame.slab("helpers-bay", box)
    inner = Box(box.x, box.y, box.w, box.h - 10).inset(26, 22)
    style = _name_style(frame)
    # Small and far: those who have nothing to do with it just now. Around the whole net, only its holders.
    away = [(n, seat) for n, seat in enumerate(board.seats) if seat.stand is Stand.AWAY]
    near = [(n, seat) for n, seat in enumerate(board.seats) if seat.stand is not Stand.AWAY]
    whole = bool(activity.heading)

    def name_height(width: float) -> float:
        return max(frame.text_height(seat.name, width - 40, style) for _, seat in near) + 22

    ring = placed(inner, len(near), len(away), name_height, whole=whole)
    _water(frame, board, inner)
    raft = _floats(frame, "raft", ring.crew, inner)
    ways = [
        _floats(frame, seat.id, ring.seat(place), inner, ring.houses[place])
        for place, (_, seat) in enumerate(near)
    ]
    windows = {
        seat.id: net.middle(house.moved(*way))
        for (_, seat), house, way in zip(near, ring.houses, ways, strict=True)
    }
    _net(frame, board, windows, net.middle(ring.crew.moved(*raft)), whole=whole)
    for (number, seat), house in zip(away, ring.far, strict=False):
        with frame.shifted(*_floats(frame, seat.id, house, inner)):
            _building(frame, seat, house, HOUSES[number % 3], alpha=170)
    offers = {offer.id: offer for offer in page.answers_of(activity)} if not board.waiting else {}
    for place, (number, seat) in enumerate(near):
        house, name = ring.houses[place], ring.names[place]
        with frame.shifted(*ways[place]):
            _house(frame, seat, offers.get(seat.id), house, name, HOUSES[number % 3])
            _sign(frame, seat, house, waiting=seat.id == board.waiting)
    with frame.shifted(*raft):
        _crew(frame, activity, board, ring.crew)
    if board.knots:
        net.sparks(frame, board.knots[-1], windows[board.knots[-1]], ring.crew.h * 0.42)
    for place, (_, seat) in enumerate(near):
        if seat.id == activity.hint:
            furniture.hand(frame, ring.seat(place))


def _floats(frame: Frame, name: str, box: Box, bay: Box, at: Box | None = None) -> tuple[float, float]:
    """How far it still is from its place: everybody floats there when places change, and stays in the bay.

    `at`: the part of the box by which its place is known.
    """
    x, y = net.middle(at or box)
    right = frame.follow(f"helpers-x:{name}", x, FLOAT_SECONDS, glide) - x
    down = frame.follow(f"helpers-y:{name}", y, FLOAT_SECONDS, glide) - y
    right = min(max(right, bay.x - box.x), bay.right - box.right)
    down = min(max(down, bay.y - box.y), bay.bottom - box.bottom)
    return round(right), round(down)


RIPPLES = ((0.24, 0.36, 150), (0.74, 0.3, 120), (0.3, 0.66, 130), (0.72, 0.68, 150))
"""Where the water glints: across, down, and how wide."""


POOL = 0.66
"""Share of the bay that glows: a picture of its own, so not larger than it must be."""


def _water(frame: Frame, board: Board, box: Box) -> None:
    """Shallow water in the middle; the more helpers, the warmer it glows."""
    pool = box.centred(box.w * POOL, box.h * POOL)
    warm = frame.follow("helpers-warm", min(1.0, len(board.knots) / board.needed), net.GROW_SECONDS)
    for name, share in (("shallows", 1 - warm), ("warmth", warm)):
        if share > 0:
            frame.picture(f"ui/helpers/{name}.svg", pool, alpha=round(255 * share))
    for across, down, width in RIPPLES:
        spot = Box(box.x + box.w * across - width / 2, box.y + box.h * down, width, width * 0.3)
        frame.picture("ui/helpers/ripples.svg", spot)


def _net(frame: Frame, board: Board, windows: dict[str, net.Point], hero: net.Point, *, whole: bool) -> None:
    """Pale ways to those who can be asked, threads of light to those who hold one."""
    for seat in board.seats:
        if board.worry and not board.waiting and seat.stand in (Stand.HERE, Stand.BUSY):
            net.faint(frame, hero, windows[seat.id])
    net.threads(frame, hero, [windows[name] for name in board.knots])
    if whole and len(windows) > 2:
        net.woven(frame, hero, list(windows.values()))


def _building(frame: Frame, seat: Seat, house: Box, kind: str, alpha: int = 255) -> None:
    """A house with a face in its window; nobody is home where somebody came along."""
    side = house.w
    frame.picture(f"ui/helpers/house-{kind}.svg", Box(house.x, house.bottom - side, side, side), alpha=alpha)
    face = side * FACE
    x, y = house.x + side / 2, house.bottom - side * 0.476
    shown = "ui/helpers/out.svg" if seat.stand is Stand.BESIDE else seat.picture
    frame.picture(shown, Box(x - face / 2, y - face / 2, face, face), alpha=alpha)


def _house(frame: Frame, seat: Seat, offer: Offer | None, house: Box, name: Box, kind: str) -> None:
    """A large house, perhaps to be pressed, with its name below."""
    whole = house.united(name)
    pressed = bool(offer and frame.target(offer, whole))
    lit = seat.stand is Stand.KNOT
    age = frame.since(f"seat:{seat.id}", seat.stand, POP_SECONDS)
    grown = 1 + 0.07 * bump(age / POP_SECONDS) if age < POP_SECONDS and lit else 1.0
    nod = 8 * bump(age / POP_SECONDS) if age < POP_SECONDS and seat.stand is Stand.TRIED else 0.0
    with frame.shifted(y=nod + (8 if pressed else 0), across=grown, down=grown):
        if lit:
            frame.picture("ui/helpers/halo.svg", Box(house.x, house.y, house.w, house.w).grown(house.w * 0.1))
        _building(frame, seat, house, kind, alpha=190 if seat.stand in (Stand.TRIED, Stand.BESIDE) else 255)
    if offer and frame.focused(offer):
        frame.ring(whole)
    _name(frame, seat, name, lit=lit)


def _name(frame: Frame, seat: Seat, row: Box, *, lit: bool) -> None:
    style = _name_style(frame)
    wide = row.w - 40
    width = frame.text_width(seat.name, style, Box(0, 0, wide, row.h - 18)) + 40
    height = min(row.h, frame.text_height(seat.name, wide, style) + 22)
    chip = row.cut_top(height)[0].centred(min(row.w, max(width, 90.0)), height)
    frame.slab("helpers-name-lit" if lit else "helpers-name", chip)
    frame.text(seat.name, Box(chip.x, chip.y, chip.w, chip.h - 6).inset(10, 4), style)


def _sign(frame: Frame, seat: Seat, square: Box, *, waiting: bool) -> None:
    """What a child sees without reading: busy, not here, coming along, or a knot."""
    side = square.w * (0.54 if waiting else 0.46)
    spot = Box(square.right - side * 0.86, square.y - side * 0.08, side, side)
    if seat.sign:
        share = springy(frame.since(f"sign:{seat.id}", seat.sign, SIGN_SECONDS) / SIGN_SECONDS)
        with frame.shifted(y=round(-40 * (1 - share))):
            frame.picture(seat.sign, spot)
        return
    mark = {Stand.TRIED: "badges/try-again", Stand.BESIDE: "badges/good", Stand.KNOT: "helpers/knot-full"}
    if seat.stand in mark:
        small = Box(spot.right - side * 0.8, spot.y, side * 0.8, side * 0.8)
        frame.picture(f"ui/{mark[seat.stand]}.svg", small)


def _crew(frame: Frame, activity: View, board: Board, box: Box) -> None:
    """The hero on the raft with what is on its mind, who came along, and the knots so far."""
    unit = box.h / 300
    knots = 52 * unit
    row = Box(box.x, box.bottom - knots, box.w, knots)
    frame.picture("ui/helpers/raft.svg", Box(box.x + box.w * 0.1, row.y - 78 * unit, box.w * 0.8, 90 * unit))
    side = 206 * unit
    middle = box.x + box.w * (0.36 if board.worry else 0.5)
    hero = Box(middle - side / 2, row.y - side - 14 * unit, side, side)
    friends = [seat for seat in board.seats if seat.stand is Stand.BESIDE]
    for number, seat in enumerate(friends):
        small = side * 0.7
        left = hero.x - small * 0.5 - number * small * 0.4
        frame.picture(seat.picture, Box(left, hero.bottom - small, small, small))
    if activity.hero:
        share = springy(frame.entering(ENTRANCE))
        with frame.shifted(y=round(24 * (1 - share))):
            frame.picture(activity.hero.picture, hero)
    if activity.feeling:
        badge = 68 * unit
        place = Box(hero.right - badge * 0.95, hero.bottom - badge * 0.9, badge, badge)
        frame.picture(f"ui/badges/feeling-{activity.feeling}.svg", place)
    if board.worry:
        cloud = Box(hero.right - 34 * unit, box.y - 2 * unit, 192 * unit, 160 * unit)
        frame.picture("ui/helpers/thought.svg", cloud)
        inside = Box(cloud.x + 38 * unit, cloud.y + 8 * unit, 144 * unit, 108 * unit)
        if board.worry.startswith("ui/icons/"):
            frame.icon(board.worry, inside.centred(84 * unit, 84 * unit), theme.INK)
        else:
            frame.picture(board.worry, inside)
    _knots(frame, board, row, knots)


def _knots(frame: Frame, board: Board, row: Box, side: float) -> None:
    """One knot for each helper the net needs, tied or still open."""
    gap = side * 0.22
    wide = side * board.needed + gap * (board.needed - 1)
    for number, place in enumerate(row.centred(wide, side).columns(board.needed, gap)):
        state = "full" if number < len(board.knots) else "empty"
        frame.picture(f"ui/helpers/knot-{state}.svg", place)

"""The panel with story and question, and the chips on its edge."""

from __future__ import annotations

from cop_challenge.core import words
from cop_challenge.core.activity import View
from cop_challenge.core.screen import VisitView
from cop_challenge.core.text import Text
from cop_challenge.ui import controls, furniture, theme
from cop_challenge.ui.frame import Frame
from cop_challenge.ui.geometry import Box, heights
from cop_challenge.ui.motion import bump
from cop_challenge.ui.theme import TextStyle

PAD = (56.0, 40.0)
"""Space inside a panel's edges."""
FACE = 130.0
"""Side of a speaker's picture."""
NARROW = 560.0
"""Width of words beside a face from which on they rather stand below it."""
LARGE = 1.3
"""Size of letters, of 1, from which on words come first."""
CHIP_ROOM = 10.0
"""Besides, with large letters: for chips whose lower edge hangs into the panel."""


def story_style(frame: Frame, activity: View) -> TextStyle:
    """A story is set larger where no question follows it."""
    style = frame.mood.story
    return style if activity.prompt else style.with_(size=style.size * 1.15)


def _rows(frame: Frame, activity: View, width: float) -> tuple[float, float]:
    """Height of the row of faces above the story, if there is one, and the story's width.

    With the largest letters, words come first and faces are left out.
    """
    beside = (FACE + 24 if activity.speaker else 0) + (FACE + 20 if activity.picture else 0)
    if not beside or frame.look.text > LARGE:
        return 0.0, width
    if width - beside >= NARROW:
        return 0.0, width - beside
    return FACE + 12, width


def _pad(frame: Frame) -> tuple[float, float]:
    return (40.0, 24.0) if frame.look.text > LARGE else PAD


def wants(frame: Frame, activity: View, width: float) -> tuple[float, float]:
    """Least and wanted height of the panel with story and question."""
    pad = _pad(frame)
    inner = width - 2 * pad[0]
    above, text = _rows(frame, activity, inner)
    wants = []
    for least in (True, False):
        height = 2 * pad[1] + 24.0 + above
        story = frame.text_height(activity.story, text, story_style(frame, activity), least=least)
        height += max(FACE if text < inner else 0.0, story)
        for line in (activity.heading, activity.prompt):
            if line:
                height += 14 + frame.text_height(line, inner, frame.mood.question, least=least)
        wants.append(height)
    return wants[0], wants[1]


def draw(frame: Frame, view: VisitView, activity: View, box: Box) -> None:
    """Story and question on paper, with who speaks, what it is about, and how the hero feels."""
    frame.slab(frame.mood.panel, box)
    inner = Box(box.x, box.y, box.w, box.h - 14).inset(*_pad(frame))
    if frame.look.text > LARGE:
        inner = inner.cut_top(CHIP_ROOM)[1]
    question, story = frame.mood.question, story_style(frame, activity)
    above, text = _rows(frame, activity, inner.w)
    if above:
        row, inner = inner.cut_top(above - 12, 12)
        _faces(frame, activity, row)
    lines = [(activity.heading, question.with_(colour=furniture.good_colour(frame))), (activity.story, story)]
    lines.append((activity.prompt, question))
    shown = [(line, style) for line, style in lines if line]
    least = FACE if text < inner.w else 0.0
    wants = []
    for line, style in shown:
        width, floor = (text, least) if style is story else (inner.w, 0.0)
        low, high = (frame.text_height(line, width, style, least=smallest) for smallest in (True, False))
        wants.append((max(low, floor), max(high, floor)))
    tall = heights(inner.h - 14 * (len(shown) - 1), wants)
    spare = max(0.0, inner.h - sum(tall) - 14 * (len(shown) - 1))
    if not activity.story:
        inner = inner.cut_top(spare / 2)[1]
    for (line, style), height in zip(shown, tall, strict=True):
        place, inner = inner.cut_top(height + (spare if style is story else 0), 14)
        if style is story and text < place.w:
            place = _faces(frame, activity, place)
        frame.text(line, place, style)
    if view.card:
        habit_chip(frame, view, box)
    if activity.feeling:
        feeling_chip(frame, activity, box)


def _faces(frame: Frame, activity: View, row: Box) -> Box:
    """Who speaks at the start of the row and what it is about at its end; what is left between them."""
    if activity.speaker:
        face, row = row.cut_left(FACE, 24)
        frame.picture(activity.speaker.picture, face.centred(FACE, min(FACE, face.h)))
    if activity.picture:
        picture, row = row.cut_right(FACE, 20)
        thing(frame, activity.picture, picture.centred(FACE, min(FACE, picture.h)))
    return row


def thing(frame: Frame, picture: str, box: Box) -> None:
    """A picture, or an icon in the colour of the letters around it."""
    if picture.startswith("ui/icons/"):
        frame.icon(
            picture, box.centred(min(box.w, box.h) * 0.8, min(box.w, box.h) * 0.8), frame.mood.story.colour
        )
    else:
        frame.picture(picture, box)


def habit_chip(frame: Frame, view: VisitView, panel_box: Box) -> None:
    """Which lantern this is about, on the panel's upper edge."""
    assert view.card is not None
    habit = view.card.habit
    icon = furniture.SYMBOLS[habit]
    width = panel_box.w * (0.48 if frame.portrait else 0.52)
    room = Box(panel_box.x + 24, panel_box.y - 42, width, 72)
    chip(frame, words.HABITS[habit], room, icon=icon, colour=furniture.GLASS[habit])


def feeling_chip(frame: Frame, activity: View, panel_box: Box, *, alone: bool = False) -> None:
    """How the hero feels: a face and a word, so that the consequence is seen. `alone`: no habit beside it."""
    assert activity.feeling is not None
    hero: Text | str = activity.hero.name if activity.hero else ""
    label = words.FEELS.fill(hero=hero, feeling=words.FEELINGS[activity.feeling])
    share = 0.9 if alone else 0.46 if frame.portrait else 0.42
    width = panel_box.w * share
    room = Box(panel_box.right - 24 - width, panel_box.y - 42, width, 72)
    age = frame.since("feeling", activity.feeling, controls.POP_SECONDS)
    grown = 1 + 0.12 * bump(age / controls.POP_SECONDS)
    with frame.shifted(across=grown, down=grown):
        chip(frame, label, room, picture=f"ui/badges/feeling-{activity.feeling}.svg", end=True)


def chip(
    frame: Frame,
    label: Text | str,
    room: Box,
    *,
    icon: str = "",
    picture: str = "",
    colour: theme.Colour = theme.CREAM,
    end: bool = False,
) -> Box:
    """A pill with a sign and a word, no wider than it must be, at the start or the end of its room."""
    style = theme.CHIP.with_(family=frame.mood.heading, least=24)
    width = min(room.w, frame.text_width(label, style) + 146)
    box = room.cut_right(width)[0] if end else room.cut_left(width)[0]
    frame.slab("chip", box)
    sign, text = box.inset(22, 4).cut_left(60, 14)
    if icon:
        frame.icon(icon, sign.centred(48, 48), colour)
    elif picture:
        frame.picture(picture, sign)
    frame.text(label, text, style)
    return box

"""The backpack: it waits, opens its mouth, and closes over its joke."""

from __future__ import annotations

import math

from cop_challenge.activities.sort.board import Board, Stage
from cop_challenge.activities.sort.scene.layout import PACK
from cop_challenge.ui.frame import Frame
from cop_challenge.ui.geometry import Box
from cop_challenge.ui.motion import bump, springy

CLOSE_SECONDS = 0.55
CLOSE_AFTER = 0.35


def drawn(box: Box) -> Box:
    """Where in its box the backpack is drawn: on the ground, in its own proportions."""
    height = min(box.h, box.w / PACK)
    return box.cut_bottom(height)[0].centred(height * PACK, height)


def draw(frame: Frame, board: Board, box: Box) -> None:
    """Closed before the game, open in it; it hops a little as it gives something out."""
    body = drawn(box)
    state = "closed" if board.stage is Stage.CLOSED else "open"
    hop = bump(frame.entering(0.3)) if board.fresh or board.stage is Stage.CLOSED else 0.0
    step = round(hop * 4) / 4
    with frame.shifted(across=1 - 0.04 * step, down=1 + 0.05 * step):
        frame.picture(f"ui/sort/backpack-{state}.svg", body)


def closes(frame: Frame, box: Box) -> None:
    """The flap comes down, the eyes close, and light springs out."""
    body = drawn(box)
    share = frame.entering(CLOSE_SECONDS, CLOSE_AFTER)
    if share <= 0:
        frame.picture("ui/sort/backpack-open.svg", body)
        return
    frame.picture("ui/glow.svg", Box(body.x - 90, body.y - 70, body.w + 180, body.h + 140), alpha=150)
    down = round((0.86 + 0.14 * springy(share)) * 50) / 50
    with frame.shifted(across=2 - down, down=down):
        frame.picture("ui/sort/backpack-packed.svg", body)
    middle = body.x + body.w / 2, body.y + body.h / 2
    for number in range(8):
        angle = math.tau * (number + 0.5) / 8
        far = 0.5 + 0.14 * (number % 2)
        x = middle[0] + math.cos(angle) * (body.w * far + 50) * share
        y = middle[1] + math.sin(angle) * (body.h * far + 20) * share
        side = 46.0 if number % 2 else 34.0
        frame.picture("ui/spark.svg", Box(x - side / 2, y - side / 2, side, side))

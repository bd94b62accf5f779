"""The painted scenes: layers of SVG stacked into a few drawings, night turning to dawn between them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

SIZE = (1920.0, 1080.0)
"""Of every background drawing."""

SHIFT = {"base": 4.0, "mid": 10.0, "near": 22.0}
"""How far a plane moves at the most, in the drawing's units, to either side."""

PLANES = ("base", "mid", "near")
"""From the sky forwards; `base` is opaque."""

HARBOUR = "harbour"
"""The bay itself. Every other scene is a track's mood, named as its folder."""

_ID = re.compile(r'\bid="([^"]+)"')
_USE = re.compile(r'(url\(#|href="#)([^)"]+)')
_BODY = re.compile(r"<svg\b[^>]*>(.*)</svg>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One drawing in a stack."""

    name: str
    """Below `backgrounds/`, without ending."""
    opacity: float = 1.0
    down: float = 0.0
    """Moved down by so many units."""


def planes(scene: str, light: float) -> dict[str, tuple[Sheet, ...]]:
    """What each plane of the scene is stacked of.

    `light` goes from 0, night, to 1, dawn; only the harbour has one.
    """
    if scene != HARBOUR:
        return {
            "base": (Sheet(f"{scene}/sky"), Sheet(f"{scene}/far")),
            "mid": (Sheet(f"{scene}/mid"),),
            "near": (Sheet(f"{scene}/near"),),
        }
    early, late = ("night", "dusk") if light < 0.5 else ("dusk", "dawn")
    share = light * 2 if light < 0.5 else light * 2 - 1

    def both(layer: str) -> tuple[Sheet, ...]:
        sheets = (Sheet(f"harbour-{early}/{layer}"), Sheet(f"harbour-{late}/{layer}", share))
        return tuple(sheet for sheet in sheets if sheet.opacity > 0)

    moon, sun = max(0.0, 1 - 1.25 * light), max(0.0, 2 * light - 1)
    discs = (Sheet("harbour-moon", moon), Sheet("harbour-sun", min(1.0, 2 * sun), 420 * (1 - sun)))
    return {
        "base": (*both("sky"), *(disc for disc in discs if disc.opacity > 0), *both("far")),
        "mid": (*both("mid"), *both("posts")),
        "near": both("near"),
    }


def stacked(sheets: Sequence[Sheet], read: Callable[[str], str]) -> str:
    """The sheets as one drawing. `read` gives a sheet's SVG; ids are made different so they don't meet."""
    parts = []
    for number, sheet in enumerate(sheets):
        found = _BODY.search(read(f"backgrounds/{sheet.name}.svg"))
        body = found[1] if found else ""
        body = _ID.sub(rf'id="s{number}-\1"', body)
        body = _USE.sub(rf"\1s{number}-\2", body)
        parts.append(f'<g opacity="{sheet.opacity:.3f}" transform="translate(0 {sheet.down:.1f})">{body}</g>')
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {SIZE[0]:g} {SIZE[1]:g}">'
    return f"{head}{''.join(parts)}</svg>"


def cover(width: int, height: int) -> tuple[int, int]:
    """Pixels of a scene that covers the window with room for the nearest layer's movement."""
    spare = 1 + 2 * SHIFT["near"] / SIZE[0]
    scale = max(width / SIZE[0] * spare, height / SIZE[1])
    return round(SIZE[0] * scale), round(SIZE[1] * scale)

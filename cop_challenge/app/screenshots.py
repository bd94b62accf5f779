"""`screenshots`: every picture of the game as a file, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from functools import partial
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

from cop_challenge.app import process, wiring
from cop_challenge.core.comfort import USUAL, Comfort

if TYPE_CHECKING:
    from cop_challenge.app.studio import Studio
    from cop_challenge.core.options import VisitOptions
    from cop_challenge.ui.frame import Frame, Situation


@dataclass(frozen=True)
class Shot:
    """One picture."""

    path: Path
    problems: tuple[str, ...]


def take(
    out: Path,
    codes: Sequence[str],
    sizes: Sequence[tuple[int, int]],
    tracks: Sequence[str] = (),
    packs: Sequence[Path] = (),
    looks: Sequence[Comfort] = (USUAL,),
    only: Collection[str] = (),
) -> Iterator[Shot]:
    """Writes `out/<language>/<width>x<height>/<name>.png`, one by one; with `only`, those of these names.

    Looks other than the usual one get a folder of their own: `1366x768-text-150`.
    """
    process.headless()
    import pygame

    from cop_challenge.app.audit import contrast_problems
    from cop_challenge.app.languages import Languages
    from cop_challenge.app.studio import Studio
    from cop_challenge.ui.canvas import Canvas
    from cop_challenge.ui.frame import Situation
    from cop_challenge.ui.geometry import Viewport

    places = wiring.places()
    loaded = wiring.library(places, packs)
    options = replace(wiring.visit_options(places, wiring.Choices(), loaded), measures=loaded.measures)
    studio = Studio(places, patient=True)
    studio.find_pictures(loaded.find_picture)
    Languages(places, packs, loaded).look(studio.translator)
    pygame.display.init()
    for code, size, comfort in product(codes, sizes, looks):
        surface = pygame.display.set_mode(size)
        studio.start_afresh(*size)
        folder = out / code / f"{size[0]}x{size[1]}{_name(comfort)}"
        folder.mkdir(parents=True, exist_ok=True)
        for name, code_shown, draw in _pages(studio, options, tracks, code, comfort):
            if only and name not in only:
                continue
            studio.translator.language = code_shown
            first = draw(Situation(Viewport(*size), studio.translator.right_to_left, still=True))
            frame = draw(replace(first.situation, focus=first.first))
            Canvas(surface).show(frame.items)
            path = folder / f"{name}.png"
            pygame.image.save(surface, path)
            missing = [f"no font has “{char}”" for char in sorted(studio.typesetter.missing)]
            studio.typesetter.missing.clear()
            faint = contrast_problems(frame, surface)
            pictures = [f"picture {name}: {what}" for name, what in studio.art.problems.items()]
            yield Shot(path, (*frame.problems, *faint, *missing, *pictures))


def _pages(
    studio: Studio, options: VisitOptions, tracks: Sequence[str], code: str, comfort: Comfort
) -> Iterator[tuple[str, str, Callable[[Situation], Frame]]]:
    """Name, language and drawing of every page: all views of visits, and the pages of staff."""
    from cop_challenge.app import staff
    from cop_challenge.app.narrowing import ALL
    from cop_challenge.app.survey import every_view
    from cop_challenge.core.screen import Screen
    from cop_challenge.ui.look import Look
    from cop_challenge.ui.sound import Silence
    from cop_challenge.ui.voice.speaker import Mute

    for name, view in every_view(options, tracks):
        if view.screen is not Screen.LANGUAGE:
            view = replace(view, language=code)
        shown = replace(view, comfort=comfort)
        yield name, code, partial(studio.compose, shown)

    facts = staff.Facts(
        len(options.cards), len(options.tracks), tuple(x.name.source for x in options.languages)
    )

    def staff_page(shown: staff.Shown, situation: Situation) -> Frame:
        frame = studio.frame(replace(situation, look=Look.of(comfort)))
        staff.draw(frame, shown, Silence(), Mute())
        return frame

    yield "staff", code, partial(staff_page, staff.Shown(comfort=comfort, facts=facts))
    settings = staff.Shown(staff.Page.SETTINGS, comfort, only=ALL.offers(options))
    yield "staff-settings", code, partial(staff_page, settings)
    yield "staff-pin", code, partial(staff_page, staff.Shown(staff.Page.PAD, comfort, typed=3))
    waiting = staff.Shown(staff.Page.PAD, comfort, wait_seconds=32, refused=True)
    yield "staff-pin-wait", code, partial(staff_page, waiting)


def _name(comfort: Comfort) -> str:
    """What is unusual about it."""
    usual = asdict(USUAL)
    return "".join(f"-{name}-{value}" for name, value in asdict(comfort).items() if value != usual[name])

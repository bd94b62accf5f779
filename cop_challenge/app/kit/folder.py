"""`kit`: a folder for a stick that installs and plays the game where there is no network."""

from __future__ import annotations

import hashlib
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from packaging.requirements import Requirement

from cop_challenge.app.kit.fetch import fetch
from cop_challenge.app.kit.own_wheel import NAME, own_wheel
from cop_challenge.app.kit.scripts import Facts, write_scripts
from cop_challenge.app.kit.target import targets
from cop_challenge.app.kit.trouble import NoKit
from cop_challenge.app.kit.wheels import NotAWheel, Wheel, closure, wheels_in
from cop_challenge.app.wiring import Places
from cop_challenge.day.day import load_day
from cop_challenge.day.day import problems as day_problems
from cop_challenge.lessons.checking import check_paths

DAY = "day.yaml"
DIGESTS = "sha256sums.txt"
NEEDED = (Requirement(NAME), Requirement("pip"))
"""pip too: a system's Python need not have one."""
_LEFT_OUT = shutil.ignore_patterns(".git", "__pycache__", ".DS_Store", "Thumbs.db")


@dataclass(frozen=True)
class Order:
    """What was asked for."""

    platform: str
    pythons: tuple[tuple[int, int], ...]
    out: Path
    day: Path | None = None
    packs: tuple[Path, ...] = ()


def make(order: Order, places: Places, today: date, say: Callable[[str], None]) -> tuple[Wheel, ...]:
    """The kit, whole, in `order.out`; its wheels. NoKit, and nothing is there, if anything is not in order.

    `say` is told what is being done.
    """
    _accept(order, places, today)
    with _unfinished(order.out) as folder:
        wheels = folder / "wheels"
        wheels.mkdir()
        say("The game's own wheel …")
        own_wheel(wheels)
        kept: set[Path] = set()
        for target in targets(order.platform, order.pythons):
            say(f"{target}: what the game needs …")
            kept.update(wheel.path for wheel in fetch(NEEDED, target, wheels))
        for wheel in wheels_in(wheels):
            if wheel.path not in kept:  # an older version, asked for before another package forbade it
                wheel.path.unlink()
        _bring(order, folder)
        versions = tuple(".".join(map(str, python)) for python in order.pythons)
        names = tuple(pack.resolve().name for pack in order.packs)
        write_scripts(Facts(order.platform, versions, today, order.day is not None, names), folder)
        prove(order, wheels)
        write_digests(folder)
    return wheels_in(order.out / "wheels")


def prove(order: Order, wheels: Path) -> None:
    """NoKit unless each target can install the game from these wheels alone."""
    there = wheels_in(wheels)
    for target in targets(order.platform, order.pythons):
        if missing := closure(NEEDED, there, target).missing:
            raise NoKit(f"{target}: no wheel for {', '.join(missing)}.")


def write_digests(folder: Path) -> None:
    """The list that `sha256sum -c` reads, of every file in the folder."""
    lines = []
    for path in sorted(each for each in folder.rglob("*") if each.is_file()):
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        lines.append(f"{digest}  {path.relative_to(folder).as_posix()}\n")
    (folder / DIGESTS).write_text("".join(lines), encoding="utf-8", newline="\n")


def _accept(order: Order, places: Places, today: date) -> None:
    """NoKit if something is wrong with what is to be put into the kit, before anything is fetched."""
    if order.out.exists() and (not order.out.is_dir() or any(order.out.iterdir())):
        raise NoKit(f"{order.out}: is there already. Name another folder with --out, or delete it.")
    if order.day and (found := day_problems(order.day)):
        raise NoKit("\n".join(map(str, found)))
    for pack in _of_the_day(order):
        if order.day and not pack.resolve().is_relative_to(order.day.resolve().parent):
            raise NoKit(f"{pack}: the day's packs must lie beside its file, or the kit can't hold them so.")
    names = [pack.resolve().name for pack in order.packs]
    if double := next((name for name in names if names.count(name) > 1), ""):
        raise NoKit(f"{double}: two packs have this folder name. Rename one of them.")
    if packs := (*order.packs, *_of_the_day(order)):
        report = check_paths(packs, places.content, places.assets, today)
        if report.problems:
            raise NoKit("\n".join(map(str, report.problems)))


def _of_the_day(order: Order) -> tuple[Path, ...]:
    """The packs its file names, by paths from where it lies."""
    return load_day(order.day).packs if order.day else ()


def _bring(order: Order, folder: Path) -> None:
    """The day and the packs."""
    if order.day:
        shutil.copyfile(order.day, folder / DAY)
    for pack in _of_the_day(order):
        assert order.day
        place = folder / pack.resolve().relative_to(order.day.resolve().parent)
        shutil.copytree(pack, place, ignore=_LEFT_OUT, dirs_exist_ok=True)
    for pack in order.packs:
        shutil.copytree(pack, folder / "packs" / pack.resolve().name, ignore=_LEFT_OUT)


@contextmanager
def _unfinished(out: Path) -> Iterator[Path]:
    """A folder that takes the place of `out` once it is whole; until then, and for ever if anything goes
    wrong, nothing of it looks like a kit."""
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        made = Path(tempfile.mkdtemp(prefix=f"{out.name}.", suffix=".unfinished", dir=out.parent))
    except OSError as error:
        raise NoKit(f"{out}: can't be made ({error.strerror}).") from None
    try:
        try:
            yield made
            made.chmod(0o755)
            if out.is_dir():
                out.rmdir()
            made.replace(out)
        except shutil.Error as error:
            raise NoKit(f"{error.args[0][0][0]}: can't be copied.") from None
        except NotAWheel as error:
            raise NoKit(str(error)) from None
        except OSError as error:
            where = error.filename or out
            raise NoKit(f"{where}: can't be written ({error.strerror}). Is the disk full?") from None
    finally:
        shutil.rmtree(made, ignore_errors=True)


def size_mb(folder: Path) -> int:
    """Of all its files."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) // 1_000_000

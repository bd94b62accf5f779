"""Where a station's packs come from: the user's packs folder, sticks, and the command line, in this order.

Of two packs with one id the later place wins. Whatever can't be used is left out, and staff are told.
"""

from __future__ import annotations

import threading
import time
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from cop_challenge.lessons.about import FILE as ABOUT
from cop_challenge.lessons.about import NOTHING_SAID, About
from cop_challenge.lessons.own_file import mended_own_file
from cop_challenge.lessons.pack import is_pack
from cop_challenge.lessons.sharing.archive import SUFFIX
from cop_challenge.lessons.sharing.build import visible
from cop_challenge.lessons.sharing.contents import check_content, check_type, suffix
from cop_challenge.lessons.sharing.manifest import MAX_FILES
from cop_challenge.lessons.sharing.names import check_name
from cop_challenge.lessons.sharing.refusal import PackRefused

FOLDER = "cop-challenge-packs"
"""In the top folder of a stick."""
MAX_PACKS = 50
MAX_ALL_BYTES = 200_000_000
HEAD = 64
"""Bytes of a recording that are read."""
SECONDS = 5.0
"""A stick that has not answered by then is left out: lessons wait for it."""


@dataclass(frozen=True)
class Found:
    """Packs to lay over the built-in content, and what was left out."""

    packs: tuple[Path, ...] = ()
    """The first at the bottom."""
    left_out: tuple[str, ...] = ()
    """Sentences for staff."""


@dataclass
class _Look:
    """One folder of packs, looked at in a thread of its own; what is found so far is always usable."""

    folder: Path
    packs: list[Path] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    done: bool = False

    def look(self) -> None:
        """Checks every pack as if it were added: nobody has done so before."""
        try:
            for path in _entries(self.folder):
                if path.suffix.lower() == SUFFIX:
                    self.left_out.append(f"{path}: not installed yet. Do so with “cop-challenge pack add”.")
                    continue
                try:
                    check_folder(path)
                except PackRefused as refused:
                    self.left_out.append(f"Left out: {refused.of(path)}")
                else:
                    self.packs.append(path)
        except OSError as error:
            self.left_out.append(f"{self.folder}: can't be read ({error.strerror or error}).")
        self.done = True


def find(installed: Path, drives: Iterable[Path], named: Sequence[Path], seconds: float = SECONDS) -> Found:
    """All packs of a station; `drives` are top folders of sticks, which have `seconds` to answer."""
    left_out: list[str] = []
    try:
        at_home = list(_entries(installed))
    except OSError as error:
        at_home = []
        left_out.append(f"{installed}: can't be read ({error.strerror or error}).")
    looks = [_Look(drive / FOLDER) for drive in drives]
    threads = [threading.Thread(target=look.look, name="sticks", daemon=True) for look in looks]
    for thread in threads:
        thread.start()
    ends = time.monotonic() + seconds
    for thread in threads:
        thread.join(max(0.0, ends - time.monotonic()))
    on_sticks: list[Path] = []
    for look in looks:
        if look.done:
            on_sticks += look.packs
            left_out += look.left_out
        else:
            left_out.append(f"{look.folder}: does not answer. Take the stick out, put it in, and start anew.")
    folders = [path for path in at_home if path.suffix.lower() != SUFFIX]
    packs, hidden = _once([*folders, *on_sticks, *named])
    return Found(packs, (*left_out, *hidden))


def check_folder(root: Path) -> None:
    """PackRefused unless `pack build` would take what the folder holds. Files of other types don't matter."""
    total = count = 0
    try:
        for found, path in visible(root):
            name = unicodedata.normalize("NFC", found)
            check_name(name)
            if path.is_symlink() or not path.is_file():
                raise PackRefused("link" if path.is_symlink() else "not-a-file", found=name)
            length = path.stat().st_size
            try:
                check_type(name, length)
            except PackRefused as refused:
                if refused.rule != "file-type":
                    raise
                continue
            total, count = total + length, count + 1
            if count > MAX_FILES:
                raise PackRefused("too-many-files", found=f"{count:,} or more", limit=f"{MAX_FILES:,}")
            if total > MAX_ALL_BYTES:
                raise PackRefused("too-large-pack", size="more", limit=f"{MAX_ALL_BYTES // 1_000_000} MB")
            with path.open("rb") as file:  # recordings are long, sticks are slow, and a head says enough
                check_content(name, file.read(HEAD if suffix(name) == ".ogg" else length))
    except OSError as error:
        raise PackRefused("unreadable", reason=error.strerror or error) from None


def id_of(pack: Path) -> str:
    """What the pack calls itself; the folder's name where it says nothing."""
    return about(pack).id or pack.name


def about(pack: Path) -> About:
    """What the pack says of itself, as far as it can be read."""
    path = pack / ABOUT
    said = mended_own_file(path, pack, About, lambda _: ())[0] if path.is_file() else None
    return said or NOTHING_SAID


def _entries(folder: Path) -> Iterator[Path]:
    """Packs and .coppack files right below the folder, by name."""
    if not folder.is_dir():
        return
    found = sorted(path for path in folder.iterdir() if not path.name.startswith("."))
    packs = (path for path in found if path.suffix.lower() == SUFFIX or (path.is_dir() and is_pack(path)))
    for number, path in enumerate(packs):
        if number >= MAX_PACKS:
            return
        yield path


def _once(packs: Sequence[Path]) -> tuple[tuple[Path, ...], list[str]]:
    """Of packs with one id the last; the others as sentences."""
    by_id: dict[str, Path] = {}
    left_out = []
    for pack in packs:
        id = id_of(pack)
        if (before := by_id.pop(id, None)) and before.resolve() != pack.resolve():
            left_out.append(f"{before}: left out, because {pack} is the same pack (“{id}”).")
        by_id[id] = pack
    return tuple(by_id.values()), left_out

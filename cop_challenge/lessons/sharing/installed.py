"""The user's packs folder: adding, updating, listing and removing. Every change is whole or not at all."""

from __future__ import annotations

import hashlib
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from cop_challenge.lessons.about import FILE as ABOUT
from cop_challenge.lessons.about import About
from cop_challenge.lessons.own_file import load_own_file
from cop_challenge.lessons.sharing import manifest
from cop_challenge.lessons.sharing.archive import Archive
from cop_challenge.lessons.sharing.build import BESIDE, visible
from cop_challenge.lessons.sharing.manifest import FileFact, Manifest
from cop_challenge.lessons.sharing.refusal import PackRefused
from cop_challenge.lessons.sharing.update import Change, Fate, merge
from cop_challenge.lessons.upgrade import Upgraded, upgrade

_OLD, _ADDING = ".old-", ".adding-"
_VERSIONED = ("lessons/", "measure/")
"""Folders whose files name a schema."""


@dataclass(frozen=True)
class Added:
    """What was installed."""

    path: Path
    manifest: Manifest
    before: Manifest | None
    """Of the pack it takes the place of."""
    upgraded: tuple[tuple[str, Upgraded], ...]
    """Files of an older schema."""
    changes: tuple[Change, ...]
    """What an update met here that had been changed here."""


@dataclass(frozen=True)
class Installed:
    """A pack in the folder."""

    path: Path
    manifest: Manifest

    def changed(self) -> tuple[str, ...]:
        """Files that are not what was installed: changed, added, or gone."""
        before = _digests(self.manifest)
        now = _digests_of(self.path)
        return tuple(sorted(name for name in before.keys() | now.keys() if before.get(name) != now.get(name)))


def add(file: Path, packs: Path) -> Added:
    """Installs the .coppack into the packs folder, or brings the installed one up to date.

    Raises PackRefused; then nothing has changed.
    """
    with Archive(file) as archive, _writing(packs):
        packs.mkdir(parents=True, exist_ok=True)
        recover(packs)
        for left in packs.glob(f"{_ADDING}*"):  # by a run that was cut off
            shutil.rmtree(left, ignore_errors=True)
        with _stage(packs) as stage:
            listed, upgraded = _unpack(archive, stage)
            _check_id(stage, listed, file)
            target = packs / listed.id
            before = read_manifest(target)
            changes: tuple[Change, ...] = ()
            if target.exists():
                base = _digests(before) if before else {}
                changes = merge(base, _digests_of(target), _digests(listed))
                _lay(changes, target, stage)
            (stage / manifest.FILE).write_bytes(listed.data())
            _swap(stage, target)
    told = tuple(change for change in changes if change.changed_here)
    return Added(target, listed, before, upgraded, told)


def installed(packs: Path) -> tuple[Installed, ...]:
    """All packs in the folder, by id."""
    if not packs.is_dir():
        return ()
    found = ((path, read_manifest(path)) for path in sorted(packs.iterdir()) if not path.name.startswith("."))
    return tuple(Installed(path, listed) for path, listed in found if listed)


def remove(id: str, packs: Path, *, changed_too: bool = False) -> Installed:
    """Removes an installed pack. PackRefused if there is none, or if files of it were changed here."""
    here = {each.manifest.id: each for each in installed(packs)}
    if id not in here:
        known = f"Installed: {', '.join(here)}." if here else "None is."
        raise PackRefused("not-installed", found=id, known=known)
    pack = here[id]
    with _writing(pack.path):
        if not changed_too and (changed := pack.changed()):
            raise PackRefused("local-changes", found=", ".join(changed), place=pack.path).of(pack.path)
        old = packs / f"{_OLD}{id}"
        shutil.rmtree(old, ignore_errors=True)
        pack.path.rename(old)
        shutil.rmtree(old, ignore_errors=True)
    return pack


def recover(packs: Path) -> None:
    """Brings back a pack whose update was cut off between its two steps, and clears away a replaced one."""
    for old in packs.glob(f"{_OLD}*"):
        target = packs / old.name.removeprefix(_OLD)
        if target.exists() or read_manifest(old) is None:
            shutil.rmtree(old, ignore_errors=True)
        else:
            old.rename(target)


def read_manifest(pack: Path) -> Manifest | None:
    """What was installed into this folder; None if that can't be told."""
    path = pack / manifest.FILE
    try:
        if path.is_symlink() or path.stat().st_size > manifest.MAX_BYTES:
            return None
        return Manifest.read(path.read_bytes())
    except (OSError, PackRefused):
        return None


@contextmanager
def _writing(place: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        found = error.filename or place
        raise PackRefused("cannot-write", found=found, reason=error.strerror or error).of(place) from None


@contextmanager
def _stage(packs: Path) -> Iterator[Path]:
    """A hidden folder beside the packs, on the same disk, gone afterwards if it is still there."""
    stage = Path(tempfile.mkdtemp(prefix=_ADDING, dir=packs))
    try:
        yield stage
    finally:
        shutil.rmtree(stage, ignore_errors=True)


def _unpack(archive: Archive, stage: Path) -> tuple[Manifest, tuple[tuple[str, Upgraded], ...]]:
    """Writes every file, older ones upgraded; the list as it is now."""
    facts, upgraded = {}, []
    for name, data in archive.files():
        if name.startswith(_VERSIONED) and name.endswith((".yaml", ".yml")):
            changed = upgrade(data.decode("utf-8-sig"))
            if changed:
                upgraded.append((name, changed))
                data = changed.text.encode()
        facts[name] = FileFact.of(data)
        path = stage / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return archive.manifest.model_copy(update={"files": facts}), tuple(upgraded)


def _check_id(stage: Path, listed: Manifest, file: Path) -> None:
    """The list is written by a machine from pack.yaml; if they differ, one of them was written by hand."""
    about, _ = load_own_file(stage / ABOUT, stage, About, lambda _: ())
    if about is not None and about.id != listed.id:
        raise PackRefused("other-id", found=about.id, wanted=listed.id).of(file)


def _lay(changes: tuple[Change, ...], target: Path, stage: Path) -> None:
    """Brings what is kept from `target` into `stage`, where the update lies."""
    for change in changes:
        here, coming = target / change.here, stage / change.name
        beside = coming.with_name(f"{coming.name}{BESIDE}")
        if change.fate is Fate.BESIDE:
            coming.replace(beside)
        if change.fate in (Fate.KEPT, Fate.BESIDE):
            coming.unlink(missing_ok=True)
            _copy(here, stage / change.here)
        if change.fate is Fate.KEPT:  # of an earlier update, and nobody has looked at it yet
            _copy(here.with_name(f"{here.name}{BESIDE}"), beside)
    for hidden in target.glob(".*"):  # whatever an author's other programs keep there
        if hidden.is_dir() and not hidden.is_symlink():
            shutil.copytree(hidden, stage / hidden.name, symlinks=True)
        else:
            _copy(hidden, stage / hidden.name)


def _copy(here: Path, to: Path) -> None:
    if here.is_file():
        to.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(here, to, follow_symlinks=False)


def _swap(stage: Path, target: Path) -> None:
    """Two renames; between them `recover` knows what to do."""
    old = target.with_name(f"{_OLD}{target.name}")
    shutil.rmtree(old, ignore_errors=True)
    stage.chmod(0o755)  # as any folder: mkdtemp's is closed to others
    _renamed(target, old, only_if=target.exists)
    try:
        stage.rename(target)
    except OSError:
        _renamed(old, target, only_if=old.exists)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _renamed(path: Path, to: Path, only_if: Callable[[], bool]) -> None:
    if only_if():
        path.rename(to)


def _digests(listed: Manifest) -> dict[str, str]:
    return {name: fact.sha256 for name, fact in listed.files.items()}


def _digests_of(pack: Path) -> dict[str, str]:
    """Of every file here but the list and what earlier updates laid beside."""
    found = {}
    for name, path in visible(pack):
        if name != manifest.FILE and not name.endswith(BESIDE) and path.is_file():
            with path.open("rb") as file:
                found[name] = hashlib.file_digest(file, "sha256").hexdigest()
    return found

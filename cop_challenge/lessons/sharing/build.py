"""A folder becomes one .coppack: the same folder the same bytes, on every machine."""

from __future__ import annotations

import os
import tempfile
import unicodedata
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from cop_challenge.lessons.pack import Pack
from cop_challenge.lessons.sharing import manifest
from cop_challenge.lessons.sharing.archive import SUFFIX, Archive
from cop_challenge.lessons.sharing.contents import LIMITS, check_content, check_type, suffix
from cop_challenge.lessons.sharing.manifest import FileFact, Manifest
from cop_challenge.lessons.sharing.names import check_name, check_together
from cop_challenge.lessons.sharing.refusal import PackRefused
from cop_challenge.lessons.source import inside

BESIDE = ".new"
"""Ending of what an update has laid beside a file that was changed here."""
_JUNK = frozenset({"thumbs.db", "desktop.ini", "__macosx"})
"""What systems put into folders by themselves."""
_DATE = (1980, 1, 1, 0, 0, 0)
"""The first a zip can tell: when a pack was built is nobody's concern."""
_UNIX = 3


@dataclass(frozen=True)
class Built:
    """What was made."""

    path: Path
    manifest: Manifest
    left_out: tuple[str, ...]
    """Files of the folder that are of no type a pack has, and links."""


def build(pack: Pack, out: Path | None = None) -> Built:
    """Writes the pack, beside its folder as `ID.coppack` unless told where. Raises PackRefused.

    `pack` is without errors. What is written was read once more by the same eyes that `pack add` has.
    """
    root = pack.root
    try:
        if not (id := pack.about.id):
            raise PackRefused("no-id")
        names, left_out = _names(root)
        contents = {name: _content(path, name) for name, path in names.items()}
    except PackRefused as refused:
        raise refused.of(root) from None
    except OSError as error:
        raise PackRefused("unreadable", reason=error.strerror or error).of(root) from None
    about = pack.about
    listed = Manifest(
        id=id,
        title=about.title,
        version=about.version,
        language=about.language,
        publisher=about.publisher,
        licence=about.licence,
        lessons=sorted(pack.lessons),
        files={name: FileFact.of(data) for name, data in contents.items()},
    )
    name = f"{id}{SUFFIX}"
    path = out or root.absolute().parent / name
    try:
        _write(path, {manifest.FILE: listed.data(), **contents})
    except OSError as error:
        raise PackRefused("cannot-write", found=path, reason=error.strerror or error).of(path) from None
    return Built(path, listed, left_out)


def visible(root: Path) -> Iterator[tuple[str, Path]]:
    """Files and links below the folder that are not hidden, by name with “/”; links are not followed."""
    folders = [root]
    while folders:
        with os.scandir(folders.pop()) as entries:
            for entry in entries:
                path = Path(entry.path)
                if entry.name.startswith((".", "__MACOSX")) or entry.name.lower() in (
                    "thumbs.db",
                    "desktop.ini",
                ):
                    continue
                if entry.is_dir(follow_symlinks=False):
                    if inside(root, path):  # Windows' junctions are links that look like folders
                        folders.append(path)
                else:
                    yield path.relative_to(root).as_posix(), path


def _names(root: Path) -> tuple[dict[str, Path], tuple[str, ...]]:
    """What goes into the pack, in the order of its names, and what does not."""
    names: dict[str, Path] = {}
    left_out = []
    for found, path in visible(root):
        if found == manifest.FILE or found.endswith(BESIDE):
            continue
        # macOS hands out accents as characters of their own; two spellings would be two names elsewhere.
        name = unicodedata.normalize("NFC", found)
        if path.is_symlink() or not path.is_file() or suffix(name) not in LIMITS:
            left_out.append(name)
            continue
        check_name(name)
        check_type(name, path.stat().st_size)
        names[name] = path
        if len(names) > manifest.MAX_FILES:
            raise PackRefused("too-many-files", found="more", limit=f"{manifest.MAX_FILES:,}")
    if not names:
        raise PackRefused("empty-pack")
    check_together(names)
    return dict(sorted(names.items())), tuple(sorted(left_out))


def _content(path: Path, name: str) -> bytes:
    data = path.read_bytes()
    check_content(name, data)
    return data


def _write(path: Path, contents: dict[str, bytes]) -> None:
    """Stored, not compressed: different libraries compress to different bytes."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, made = tempfile.mkstemp(prefix=".", suffix=SUFFIX, dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file, zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
            for name, data in contents.items():
                info = zipfile.ZipInfo(name, _DATE)
                info.create_system = _UNIX
                info.external_attr = 0o100644 << 16
                archive.writestr(info, data)
        with Archive(Path(made)) as read:
            for _ in read.files():
                pass
        Path(made).chmod(0o644)  # as any file: mkstemp's is closed to others
        Path(made).replace(path)
    finally:
        Path(made).unlink(missing_ok=True)

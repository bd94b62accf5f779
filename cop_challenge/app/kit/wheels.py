"""Wheels in a folder, and whether a target can install what it needs from them alone."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable
from dataclasses import dataclass, field
from email.parser import HeaderParser
from pathlib import Path

from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.tags import Tag
from packaging.utils import canonicalize_name, parse_wheel_filename
from packaging.version import Version

from cop_challenge.app.kit.target import Target


class NotAWheel(ValueError):
    """A file that ends in .whl and can't be read as one; the message names it."""


@dataclass(frozen=True)
class Wheel:
    """One wheel, as its name and its metadata say."""

    path: Path
    name: str
    """Canonical: small letters and hyphens."""
    version: Version
    tags: frozenset[Tag]
    requires: tuple[Requirement, ...] = ()
    pythons: SpecifierSet = field(default_factory=SpecifierSet)

    def fits(self, target: Target) -> bool:
        """Whether the target can install it."""
        return bool(self.tags & target.tags) and self.pythons.contains(
            f"{target.version}.0", prereleases=True
        )


def read_wheel(path: Path) -> Wheel:
    """The wheel in the file; NotAWheel if it is none."""
    try:
        name, version, _, tags = parse_wheel_filename(path.name)
        with zipfile.ZipFile(path) as archive:
            (inside,) = (each for each in archive.namelist() if _is_metadata(each))
            headers = HeaderParser().parsestr(archive.read(inside).decode("utf-8"))
        requires = tuple(map(Requirement, headers.get_all("Requires-Dist", [])))
        pythons = SpecifierSet(headers.get("Requires-Python", ""))
    except (ValueError, OSError, KeyError, zipfile.BadZipFile) as error:
        raise NotAWheel(f"{path}: not a whole wheel ({error}). Make the kit anew.") from None
    return Wheel(path, name, version, tags, requires, pythons)


def _is_metadata(name: str) -> bool:
    folder, _, file = name.rpartition("/")
    return file == "METADATA" and folder.endswith(".dist-info") and "/" not in folder


def wheels_in(folder: Path) -> tuple[Wheel, ...]:
    """All of a folder, by file name."""
    return tuple(read_wheel(path) for path in sorted(folder.glob("*.whl")))


@dataclass
class _Wish:
    """What has been asked of one package so far."""

    versions: SpecifierSet = field(default_factory=SpecifierSet)
    extras: set[str] = field(default_factory=set)


@dataclass(frozen=True)
class Closure:
    """What a target needs, and which wheels give it."""

    wishes: tuple[str, ...]
    """A requirement for each package, without markers: `pydantic<3,>=2.7`."""
    wheels: tuple[Wheel, ...]
    """The newest wheel that meets each."""
    missing: tuple[str, ...]
    """Of the wishes, those that no wheel meets."""


def closure(first: Iterable[Requirement], wheels: Iterable[Wheel], target: Target) -> Closure:
    """All that `first` needs, directly or not, with markers as they are on the target."""
    wheels = tuple(wheel for wheel in wheels if wheel.fits(target))
    wishes: dict[str, _Wish] = {}
    open_ends = [(requirement, frozenset({""})) for requirement in first]
    seen: set[tuple[str, Version, frozenset[str]]] = set()
    while open_ends:
        requirement, extras = open_ends.pop()
        if not _applies(requirement, extras, target):
            continue
        name = canonicalize_name(requirement.name)
        wish = wishes.setdefault(name, _Wish())
        wish.versions &= requirement.specifier
        wish.extras |= requirement.extras
        best = _best(name, wish.versions, wheels)
        wanted = frozenset({"", *wish.extras})
        if best and (name, best.version, wanted) not in seen:
            seen.add((name, best.version, wanted))
            open_ends += [(each, wanted) for each in best.requires]
    found = {name: _best(name, wish.versions, wheels) for name, wish in wishes.items()}
    lines = {name: _line(name, wish) for name, wish in wishes.items()}
    return Closure(
        tuple(sorted(lines.values())),
        tuple(wheel for _, wheel in sorted(found.items()) if wheel),
        tuple(sorted(lines[name] for name, wheel in found.items() if wheel is None)),
    )


def _applies(requirement: Requirement, extras: Iterable[str], target: Target) -> bool:
    marker = requirement.marker
    return marker is None or any(marker.evaluate({**target.environment, "extra": extra}) for extra in extras)


def _best(name: str, versions: SpecifierSet, wheels: Iterable[Wheel]) -> Wheel | None:
    found = (wheel for wheel in wheels if wheel.name == name and versions.contains(wheel.version))
    return max(found, key=lambda wheel: wheel.version, default=None)


def _line(name: str, wish: _Wish) -> str:
    extras = f"[{','.join(sorted(wish.extras))}]" if wish.extras else ""
    return f"{name}{extras}{wish.versions}"

"""Where a pack's pictures are, and which may be used."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from cop_challenge.lessons.source import inside

PICTURE_TYPES = frozenset({".svg", ".png", ".jpg", ".jpeg", ".webp"})


def find_picture(name: str, roots: tuple[Path, ...]) -> Path | None:
    """The picture's file in the first root that has it."""
    for root in roots:
        path = root / name
        if _is_file(path) and inside(root, path):
            return path
    return None


def picture_problem(name: str, roots: tuple[Path, ...]) -> str:
    """The rule a picture's path breaks, or ""."""
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts or "\\" in name or ":" in name or "\x00" in name:
        return "outside-pack"
    if path.suffix.lower() not in PICTURE_TYPES:
        return "picture-type"
    if find_picture(name, roots):
        return ""
    leads_out = any(_is_file(root / name) for root in roots)
    return "outside-pack" if leads_out else "missing-picture"


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # before Python 3.14: a name too long for the system to look for
        return False

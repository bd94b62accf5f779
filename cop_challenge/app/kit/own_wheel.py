"""The game's own wheel: built from a checkout, or put together again from what is installed."""

from __future__ import annotations

import base64
import csv
import hashlib
import io
import zipfile
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from cop_challenge.app.kit.pip import run_pip
from cop_challenge.app.kit.trouble import NoKit

NAME = "cop-challenge"
_LOCAL = frozenset({"RECORD", "INSTALLER", "REQUESTED", "direct_url.json"})
"""Files of a distribution's metadata that tell of this installation, not of the wheel."""


def own_wheel(into: Path) -> Path:
    """The wheel of the game that runs here, written into the folder; NoKit if that can't be done."""
    root = Path(__file__).resolve().parents[3]
    if (root / "pyproject.toml").is_file():
        run_pip("wheel", "--quiet", "--no-deps", "--wheel-dir", str(into), str(root))
        (made,) = into.glob("cop_challenge-*.whl")
        return made
    try:
        return repacked(distribution(NAME), into)
    except PackageNotFoundError:
        raise NoKit(
            "The game is not installed as a package here. Install it with pip and try again."
        ) from None


def repacked(installed: Distribution, into: Path) -> Path:
    """An installed distribution as the wheel it came from; NoKit if a file has changed since."""
    files = {
        file.as_posix(): file
        for file in installed.files or ()
        if ".." not in file.parts and file.suffix != ".pyc" and not _is_local(file.parts)
    }
    about = next((name for name in files if name.endswith(".dist-info/WHEEL")), "")
    if not about:
        raise NoKit(f"{installed.name}: what was installed is not listed. Install it anew with pip.")
    tag = next(
        line.partition(":")[2].strip()
        for line in files[about].read_text(encoding="utf-8").splitlines()
        if line.startswith("Tag:")
    )
    folder = about.rpartition("/")[0]
    path = into / f"{folder.removesuffix('.dist-info')}-{tag}.whl"
    lines = []
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, file in sorted(files.items()):
            try:
                data = Path(str(file.locate())).read_bytes()
            except OSError as error:
                raise NoKit(
                    f"{file.locate()}: can't be read ({error.strerror}). Install the game anew."
                ) from None
            digest = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode("ascii")
            if file.hash and file.hash.mode == "sha256" and file.hash.value != digest:
                raise NoKit(f"{file.locate()}: not as it was installed. Install the game anew.")
            lines.append((name, f"sha256={digest}", str(len(data))))
            archive.writestr(name, data)
        archive.writestr(f"{folder}/RECORD", _record([*lines, (f"{folder}/RECORD", "", "")]))
    return path


def _is_local(parts: tuple[str, ...]) -> bool:
    return len(parts) == 2 and parts[0].endswith(".dist-info") and parts[1] in _LOCAL


def _record(lines: list[tuple[str, str, str]]) -> str:
    """The list of a wheel's files, as the wheel format wants it."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(lines)
    return out.getvalue()

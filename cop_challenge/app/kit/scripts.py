"""What somebody with a stick opens: install, doctor, start, and the page to read first."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from string import Template

from cop_challenge import __version__
from cop_challenge.app.kit.target import LEAST_GLIBC, LEAST_MACOS, NAMES

FILES = Path(__file__).parent / "files"
COPIED = ("install.py", "start.py")
ENDINGS = {"win_amd64": ".bat", "macos": ".command", "linux": ".sh"}
HOW = {
    "win_amd64": "   (If Windows warns: More info, Run anyway.)",
    "macos": "   (If the Mac refuses: right click, Open. Else, in a terminal:\n   sh install.command)",
    "linux": "   (If a double click shows its text, in a terminal: sh install.sh)",
}
"""What may stand in the way of the first double click."""
SUMS = {
    "win_amd64": "certutil -hashfile FILE SHA256",
    "macos": "shasum -a 256 -c sha256sums.txt",
    "linux": "sha256sum -c sha256sums.txt",
}
LAST_INSTALLERS = {"3.11": "3.11.9", "3.12": "3.12.10"}
"""The last releases of a Python for which python.org has installers; later ones are source code only."""
EVENING = ("doctor", "doctor", "Looks whether this computer is fit for the day.", "pause")
PLAYING = ("start", "play", "Starts the station.", "if not %RESULT%==0 pause")
"""Name, verb, what it does, and when its window stays open on Windows."""


@dataclass(frozen=True)
class Facts:
    """What scripts and page say of a kit."""

    platform: str
    pythons: tuple[str, ...]
    made: date
    day: bool = False
    """It has a day's file."""
    packs: tuple[str, ...] = ()
    """Names of its packs' folders."""

    @property
    def wanted(self) -> str:
        """`3.12 or 3.13`."""
        return " or ".join(self.pythons)

    @property
    def ending(self) -> str:
        """Of the files to open."""
        return ENDINGS[self.platform]


def write_scripts(facts: Facts, folder: Path) -> None:
    """All of them, into the kit's folder."""
    (folder / "scripts").mkdir()
    for name in COPIED:
        (folder / "scripts" / name).write_bytes((FILES / name).read_bytes())
    about = {
        "game": __version__,
        "platform": facts.platform,
        "name": NAMES[facts.platform],
        "pythons": facts.pythons,
    }
    (folder / "scripts" / "kit.json").write_text(json.dumps(about, indent=2) + "\n", encoding="utf-8")
    form = ".bat" if facts.platform == "win_amd64" else ".sh"
    install = f"install{facts.ending}"
    texts = {
        install: _filled(f"install{form}", pythons=" ".join(facts.pythons), wanted=facts.wanted),
        "READ-ME-FIRST.txt": _page(facts),
    }
    for name, verb, purpose, pause in (EVENING, PLAYING):
        values = {"verb": verb, "purpose": purpose, "pause": pause, "install": install}
        texts[f"{name}{facts.ending}"] = _filled(f"run{form}", **values)
    for name, text in texts.items():
        path = folder / name
        path.write_text(text, encoding="utf-8", newline="\r\n" if form == ".bat" else "\n")
        if path.suffix in (".sh", ".command"):
            path.chmod(0o755)


def _filled(name: str, **values: str) -> str:
    return Template((FILES / name).read_text(encoding="utf-8")).substitute(values)


def _page(facts: Facts) -> str:
    contents = {"day.yaml": "the day" if facts.day else "", "packs": ", ".join(facts.packs)}
    lines = "".join(f"   {name:<14} {what}\n" for name, what in contents.items() if what)
    return _filled(
        "READ-ME-FIRST.txt",
        system=NAMES[facts.platform],
        day=facts.made.isoformat(),
        version=__version__,
        python="\n".join(f"   {line}" for line in _python(facts)),
        how=HOW[facts.platform],
        install=f"install{facts.ending}",
        doctor=f"doctor{facts.ending}",
        start=f"start{facts.ending}",
        contents=lines,
        sums=SUMS[facts.platform],
    )


def _python(facts: Facts) -> Iterable[str]:
    """Which Python is needed, and how it comes onto the computer."""
    if facts.platform == "linux":
        yield f"The computer needs glibc 2.{LEAST_GLIBC} or newer, as most systems since 2020"
        yield f"have, and Python {facts.wanted}. Where that is missing, ask whoever"
        yield "looks after the computer for the package:"
        yield from (f"   python{version}" for version in facts.pythons)
        return
    least = f"macOS {LEAST_MACOS[0]}" if facts.platform == "macos" else "Windows 10"
    page = "macos" if facts.platform == "macos" else "windows"
    yield f"The computer needs {least} or newer and Python {facts.wanted}. It is not"
    yield "in this folder: on a machine with Internet, put its installer here, from"
    yield f"   https://www.python.org/downloads/{page}/"
    for version in facts.pythons:
        yield f"   {_installer(version, facts.platform)}"
    yield "Compare its SHA-256 with that on the page. Run it first, as it suggests."


def _installer(python: str, platform: str) -> str:
    """The name of python.org's file; where releases still come, how it looks."""
    release = LAST_INSTALLERS.get(python)
    suffix = "amd64.exe" if platform == "win_amd64" else "macos11.pkg"
    return f"python-{release}-{suffix}" if release else f"python-{python}.*-{suffix} (the newest {python})"

from __future__ import annotations

import ast
import json
import os
import shutil
import stat
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from cop_challenge.app.kit.folder import write_digests
from cop_challenge.app.kit.scripts import FILES, Facts, write_scripts
from cop_challenge.cli.main import cli

MakeWheel = Callable[..., Path]
HERE = {"win32": "win_amd64", "darwin": "macos"}.get(sys.platform, "linux")
RUNNING = f"{sys.version_info[0]}.{sys.version_info[1]}"
MADE = date(2026, 11, 20)


def written(folder: Path, platform: str, *pythons: str) -> Path:
    folder.mkdir()
    write_scripts(Facts(platform, pythons or ("3.12",), MADE, day=True, packs=("ours",)), folder)
    return folder


@pytest.mark.parametrize(
    ("platform", "ending"), [("win_amd64", ".bat"), ("macos", ".command"), ("linux", ".sh")]
)
def test_a_kit_has_three_things_to_open(tmp_path: Path, platform: str, ending: str) -> None:
    """And a page to read first, which names them, the Python needed, the day and the packs."""
    kit = written(tmp_path / "kit", platform, "3.12", "3.13")
    opened = {path.name for path in kit.glob(f"*{ending}")}
    assert opened == {f"install{ending}", f"doctor{ending}", f"start{ending}"}
    page = (kit / "READ-ME-FIRST.txt").read_text(encoding="utf-8")
    for name in (*opened, "3.12 or 3.13", "day.yaml", "ours", "2026-11-20", "sha256sums.txt"):
        assert name in page
    assert max(map(len, page.splitlines())) <= 80


@pytest.mark.parametrize(
    ("platform", "installer"),
    [("win_amd64", "python-3.12.10-amd64.exe"), ("macos", "python-3.12.10-macos11.pkg")],
)
def test_the_python_to_add_is_named(tmp_path: Path, platform: str, installer: str) -> None:
    """Its file and its page."""
    page = (written(tmp_path / "kit", platform) / "READ-ME-FIRST.txt").read_text(encoding="utf-8")
    assert installer in page
    assert "https://www.python.org/downloads/" in page


def test_lines_end_as_the_system_wants_them(tmp_path: Path) -> None:
    """A batch file with bare line feeds loses its labels; a shell script with carriage returns does not run."""
    windows, linux = written(tmp_path / "w", "win_amd64"), written(tmp_path / "l", "linux")
    for path in (*windows.glob("*.bat"), windows / "READ-ME-FIRST.txt"):
        data = path.read_bytes()
        assert data.count(b"\n") == data.count(b"\r\n") > 3
        assert path.suffix != ".bat" or data.isascii()
    for path in linux.glob("*.sh"):
        assert b"\r" not in path.read_bytes()
        assert os.name == "nt" or path.stat().st_mode & stat.S_IXUSR


@pytest.mark.parametrize("platform", ["macos", "linux"])
def test_shell_scripts_are_understood(tmp_path: Path, platform: str) -> None:
    """By any POSIX shell; nothing is left to fill in."""
    shell = shutil.which("sh")
    assert shell or sys.platform == "win32"
    scripts = [*written(tmp_path / "kit", platform).glob("*.sh"), *(tmp_path / "kit").glob("*.command")]
    for path in scripts if shell else ():
        subprocess.run([str(shell), "-n", str(path)], check=True, timeout=10)
    assert not any(
        "$purpose" in path.read_text("utf-8") or "$$" in path.read_text("utf-8") for path in scripts
    )


@pytest.mark.parametrize("name", ["install.py", "start.py"])
def test_copied_programs_need_nothing_but_python(name: str) -> None:
    """They run before anything is installed, on old Pythons, too."""
    tree = ast.parse((FILES / name).read_text(encoding="utf-8"), feature_version=(3, 7))
    imported = {
        each.partition(".")[0]
        for node in ast.walk(tree)
        for each in (
            [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else []
        )
    }
    assert imported
    assert imported <= sys.stdlib_module_names


def test_start_and_doctor_call_the_game_with_what_is_in_the_folder(tmp_path: Path) -> None:
    """With commands and options that the game has."""
    kit = written(tmp_path / "a kit", "linux")
    (kit / "day.yaml").touch()
    (kit / "packs" / "ours").mkdir(parents=True)
    program = "import start, json; print(json.dumps([start.arguments('play'), start.arguments('doctor')]))"
    told = subprocess.run(
        [sys.executable, "-c", program],
        cwd=kit / "scripts",
        capture_output=True,
        text=True,
        check=True,
        timeout=30,
    )
    for command, *options in json.loads(told.stdout):
        known = {name for parameter in cli.commands[command].params for name in parameter.opts}
        assert {each for each in options if each.startswith("--")} <= known
        assert {"--day", "--pack"} <= set(options)
        assert {str(kit / "day.yaml"), str(kit / "packs" / "ours")} <= set(options)


# ------------------------------------------------------------------ install.py


def installing(kit: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(kit / "scripts" / "install.py")]
    return subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)


@pytest.fixture
def kit(tmp_path: Path, make_wheel: MakeWheel) -> Path:
    """A kit for this machine with an empty game in it."""
    folder = written(tmp_path / "kit", HERE, RUNNING)
    (folder / "wheels").mkdir()
    make_wheel(folder / "wheels", "cop_challenge-1")
    (folder / "day.yaml").write_text("schema: 1\n", encoding="utf-8")
    write_digests(folder)
    return folder


def test_a_damaged_stick_is_found_before_anything_is_installed(kit: Path) -> None:
    """The file is named; a changed day is none of that, it is only mentioned."""
    (kit / "day.yaml").write_text("schema: 1\ntitle: new\n", encoding="utf-8")
    (wheel,) = (kit / "wheels").glob("cop*.whl")
    wheel.write_bytes(wheel.read_bytes()[:-1])
    done = installing(kit)
    assert done.returncode == 1
    assert f"{wheel.name}: damaged or missing" in done.stderr
    assert not (kit / "game").exists()


def test_another_systems_kit_says_so(tmp_path: Path) -> None:
    """A Mac's kit on Windows, and so on."""
    other = written(tmp_path / "other", "macos" if HERE != "macos" else "linux", RUNNING)
    done = installing(other)
    assert done.returncode == 1
    assert "this computer is not. Take the other kit." in done.stderr


def test_another_python_says_which_is_needed(tmp_path: Path) -> None:
    """And where that is told."""
    done = installing(written(tmp_path / "other", HERE, "3.99"))
    assert done.returncode == 1
    assert f"This is Python {RUNNING}; the kit needs Python 3.99. See READ-ME-FIRST.txt." in done.stderr


def test_half_a_kit_is_no_kit(kit: Path) -> None:
    """Copying was broken off before the digests, or before the scripts' own facts were whole."""
    (kit / "sha256sums.txt").unlink()
    done = installing(kit)
    assert (done.returncode, "Traceback" in done.stderr) == (1, False)
    assert "sha256sums.txt" in done.stderr
    (kit / "scripts" / "kit.json").write_text("{", encoding="utf-8")
    done = installing(kit)
    assert (done.returncode, "Traceback" in done.stderr) == (1, False)
    assert "damaged" in done.stderr

"""Whole kits, made from an index and used without one: `pytest -m slow`, which needs the network once."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from cop_challenge.app import wiring
from cop_challenge.app.kit.folder import NEEDED, Order, make
from cop_challenge.app.kit.target import MACHINES, targets
from cop_challenge.app.kit.wheels import closure, wheels_in
from cop_challenge.cli.main import run

pytestmark = pytest.mark.slow
RUNNING = sys.version_info[:2]
OWN = {"win-amd64": "win_amd64", "linux-x86_64": "linux"}.get(
    sysconfig.get_platform(), "macos" if sys.platform == "darwin" else ""
)


def made(out: Path, platform: str, python: tuple[int, int], *packs: Path, day: Path | None = None) -> Path:
    make(Order(platform, (python,), out, day, packs), wiring.places(), wiring.today(), print)
    return out


@pytest.mark.parametrize("platform", sorted(MACHINES))
def test_every_target_can_install_its_kit(platform: str, tmp_path: Path) -> None:
    """Every wheel has a tag of a target, each target finds all it needs, and no wheel is there in vain."""
    wheels = wheels_in(made(tmp_path / "kit", platform, (3, 12)) / "wheels")
    needed = set()
    for target in targets(platform, ((3, 12),)):
        found = closure(NEEDED, wheels, target)
        assert found.missing == ()
        assert all(wheel.tags & target.tags for wheel in found.wheels)
        needed |= {wheel.path for wheel in found.wheels}
    assert needed == {wheel.path for wheel in wheels}
    names = {wheel.name for wheel in wheels}
    assert {"pygame-ce", "espeakng-loader", "typst", "pip"} <= names
    assert ("comtypes" in names) is (platform == "win_amd64")


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The kit for this machine with a day and a pack, installed with no network."""
    assert OWN, "no kit is made for this machine; run this test on another"
    home = tmp_path_factory.mktemp("kits")
    assert (
        run(["new", "lesson", "--kind", "quiz", "--id", "our-own", "--out", str(home / "ours" / "lessons")])
        == 0
    )
    day = home / "day.yaml"
    day.write_text(f'schema: 1\ntitle: "Day"\ndate: {wiring.today().isoformat()}\n', encoding="utf-8")
    kit = made(home / "a kit", OWN, RUNNING, home / "ours", day=day)
    done = offline(kit, "scripts/install.py")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "those of ours among them" in done.stdout
    yield kit
    shutil.rmtree(home)


def offline(kit: Path, *arguments: str, python: str = sys.executable) -> subprocess.CompletedProcess[str]:
    """Run without a network where the system can take it away, and in any case without an index."""
    return subprocess.run(
        [*alone(), python, *arguments],
        cwd=kit,
        env=environment(kit),
        capture_output=True,
        encoding="utf-8",
        timeout=600,
        check=False,
    )


def alone() -> list[str]:
    """On Linux a network namespace with nothing in it."""
    return ["unshare", "-rn"] if sys.platform == "linux" else []


def environment(kit: Path) -> dict[str, str]:
    own = {
        "COP_CHALLENGE_DATA": str(kit / "data"),
        "COP_CHALLENGE_CACHE": str(kit / "cache"),
        "PYTHONUTF8": "1",
    }
    return {**os.environ, **own, "PIP_INDEX_URL": "http://127.0.0.1:9/simple"}


def game(kit: Path) -> str:
    return str(kit / "game" / ("Scripts/python.exe" if os.name == "nt" else "bin/python"))


def test_the_kit_s_own_game_runs(installed: Path) -> None:
    """It comes from the kit and nothing of it from here."""
    program = "import cop_challenge, pygame; print(cop_challenge.__file__); print(pygame.__file__)"
    done = offline(installed, "-I", "-c", program, python=game(installed))
    assert all(Path(line).is_relative_to(installed / "game") for line in done.stdout.split("\n")[-3:-1])


@pytest.mark.parametrize(
    "command",
    [
        ["check"],
        ["simulate", "--visits", "5"],
        ["screenshots", "--out", "shots", "--size", "640x360", "--track", "parents"],
        ["print", "programme", "--out", "plan.pdf"],
    ],
)
def test_the_game_works_with_no_network(installed: Path, command: list[str]) -> None:
    """Content, rules, pictures and paper."""
    done = offline(installed, "-I", "-m", "cop_challenge", *command, python=game(installed))
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_station_plays_with_no_network(installed: Path) -> None:
    """With the kit's day and pack; it is still there after a few seconds and has kept its pictures."""
    command = ["-I", "-m", "cop_challenge", "play", "--day", "day.yaml", "--pack", "packs/ours"]
    station = subprocess.Popen(
        [*alone(), game(installed), *command], cwd=installed, env=environment(installed)
    )
    try:
        time.sleep(6)
        assert station.poll() is None
        assert any((installed / "cache").rglob("*.*"))
    finally:
        station.terminate()
        station.wait(20)


def test_an_installed_game_makes_kits_too(installed: Path, tmp_path: Path) -> None:
    """Its own wheel is put together from what is installed, and is what the next laptop needs."""
    wheels = installed / "wheels"
    (pip,) = wheels.glob("pip-*.whl")
    install = [game(installed), str(pip / "pip"), "install", "--quiet", "--no-index", str(pip)]
    subprocess.run(install, check=True, capture_output=True, timeout=120)
    python = f"{RUNNING[0]}.{RUNNING[1]}"
    command = ["kit", "--platform", OWN, "--python", python, "--out", str(tmp_path / "again")]
    # As an address: pip takes a space in such a variable for the next folder.
    shop = {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": wheels.as_uri(), "PIP_CONFIG_FILE": os.devnull}
    done = subprocess.run(
        [game(installed), "-I", "-m", "cop_challenge", *command],
        env={**os.environ, **shop},
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        timeout=600,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    again = wheels_in(tmp_path / "again" / "wheels")
    assert {wheel.path.name for wheel in again} == {path.name for path in wheels.glob("*.whl")}
    assert not closure(NEEDED, again, targets(OWN, (RUNNING,))[0]).missing

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from cop_challenge.app.kit.fetch import fetch
from cop_challenge.app.kit.target import targets
from cop_challenge.app.kit.trouble import NoKit

MakeWheel = Callable[..., Path]
GAME = (Requirement("cop-challenge"),)


@pytest.fixture
def shop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where pip finds wheels, and nowhere else."""
    folder = tmp_path / "shop"
    folder.mkdir()
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(folder))
    return folder


@pytest.fixture
def wheels(tmp_path: Path) -> Path:
    folder = tmp_path / "wheels"
    folder.mkdir()
    return folder


def test_pip_brings_what_the_target_needs(shop: Path, wheels: Path, make_wheel: MakeWheel) -> None:
    """Round by round: the target's own wheels, what only it needs, and nothing else."""
    make_wheel(wheels, "cop_challenge-1", "b>=1", "w; sys_platform == 'win32'")
    make_wheel(shop, "b-1", "deep; os_name == 'nt'", tag="cp312-cp312-win_amd64")
    make_wheel(shop, "b-1", tag="cp312-cp312-manylinux2014_x86_64")
    for name in ("w-1", "deep-1", "other-1"):
        make_wheel(shop, name)
    for platform, found in (("win_amd64", {"b", "w", "deep"}), ("linux", {"b"})):
        (target,) = targets(platform, ((3, 12),))
        assert {wheel.name for wheel in fetch(GAME, target, wheels)} == {"cop-challenge", *found}


def test_a_missing_wheel_is_named_with_its_target(shop: Path, wheels: Path, make_wheel: MakeWheel) -> None:
    """And the remedy: another Python."""
    make_wheel(wheels, "cop_challenge-1", "b")
    make_wheel(shop, "b-1", tag="cp312-cp312-win_amd64")
    (target,) = targets("linux", ((3, 12),))
    with pytest.raises(NoKit, match=r"Linux x86_64, Python 3\.12: pip: .*\bb\b.*--python"):
        fetch(GAME, target, wheels)


@pytest.mark.usefixtures("nobody")
def test_without_an_index_the_message_says_so(wheels: Path, make_wheel: MakeWheel) -> None:
    """What is missing is the network, not the wheel."""
    make_wheel(wheels, "cop_challenge-1", "b")
    (target,) = targets("linux", ((3, 12),))
    with pytest.raises(NoKit, match=r"No package index could be reached.*Connect this machine"):
        fetch(GAME, target, wheels)

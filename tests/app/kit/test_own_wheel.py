from __future__ import annotations

import shutil
import subprocess
import sys
import zipfile
from importlib.metadata import Distribution, distribution
from pathlib import Path

import pytest

from cop_challenge.app.kit.own_wheel import repacked
from cop_challenge.app.kit.trouble import NoKit
from cop_challenge.app.kit.wheels import read_wheel


@pytest.fixture
def installed(tmp_path: Path) -> Distribution:
    """A package, installed apart: click, which is wherever the game is."""
    place = tmp_path / "site"
    source = distribution("click")
    for file in source.files or ():
        if ".." not in file.parts and file.suffix != ".pyc":
            (place / file).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(str(file.locate()), place / file)
    (found,) = Distribution.discover(name="click", path=[str(place)])
    return found


def test_what_was_installed_becomes_a_wheel_again(installed: Distribution, tmp_path: Path) -> None:
    """pip installs it elsewhere, with every file, and nothing of this installation goes with it."""
    made = repacked(installed, tmp_path)
    assert str(read_wheel(made).version) == installed.version
    target = tmp_path / "again"
    install = [
        "-m",
        "pip",
        "install",
        "--quiet",
        "--no-deps",
        "--no-index",
        "--target",
        str(target),
        str(made),
    ]
    subprocess.run([sys.executable, *install], check=True, capture_output=True, timeout=120)
    assert (target / "click" / "core.py").read_bytes() == Path(
        str(installed.locate_file("click/core.py"))
    ).read_bytes()
    with zipfile.ZipFile(made) as archive:
        names = {Path(name).name for name in archive.namelist()}
    assert not names & {"INSTALLER", "REQUESTED", "direct_url.json"}


def test_a_changed_file_is_not_passed_on(installed: Distribution, tmp_path: Path) -> None:
    """Twenty laptops would have it."""
    file = Path(str(installed.locate_file("click/core.py")))
    file.write_text("changed", encoding="utf-8")
    with pytest.raises(NoKit, match=r"core\.py: not as it was installed\. Install the game anew"):
        repacked(installed, tmp_path)


def test_a_missing_file_is_named(installed: Distribution, tmp_path: Path) -> None:
    """With what to do."""
    Path(str(installed.locate_file("click/core.py"))).unlink()
    with pytest.raises(NoKit, match=r"core\.py: can't be read .*Install the game anew"):
        repacked(installed, tmp_path)

from __future__ import annotations

import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest


@pytest.fixture(scope="module")
def wheel(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--outdir", str(out), str(root)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    (made,) = out.glob("*.whl")
    return made


def test_nothing_lies_loose(wheel: Path) -> None:
    """Assets, content and locales are inside the package; with them their licences."""
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    assert {name.partition("/")[0].partition("-")[0] for name in names} == {"cop_challenge"}
    assert "cop_challenge/content/tracks.yaml" in names
    assert "cop_challenge/assets/fonts/fonts.json" in names
    assert "cop_challenge/printing/templates/programme.typ" in names
    assert any(name.startswith("cop_challenge/locales/") for name in names)
    assert any(name.endswith("licenses/LICENSE") for name in names)
    assert not any("tests/" in name or name.endswith(".pyc") for name in names)


def test_an_installed_game_finds_all_it_needs(wheel: Path, tmp_path: Path) -> None:
    """In a fresh environment, from another folder: content is checked, visits are played, pictures drawn,
    a page printed.

    The environment borrows the installed dependencies, so only the game itself is installed anew.
    """
    home = tmp_path / "env"
    venv.create(home, with_pip=True)
    python = home / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    install = [str(python), "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", str(wheel)]
    subprocess.run(install, check=True, capture_output=True, timeout=120)
    borrowed = [path for path in sys.path if path.endswith("site-packages")]
    program = (
        f"import sys; sys.path += {borrowed!r}\n"
        "import cop_challenge; from pathlib import Path\n"
        f"assert Path(cop_challenge.__file__).is_relative_to({str(home)!r}), cop_challenge.__file__\n"
        "from cop_challenge.cli.main import run\n"
        "assert run(['check']) == 0\n"
        "assert run(['simulate', '--visits', '5']) == 0\n"
        "assert run(['print', 'programme', '--out', 'plan.pdf']) == 0\n"
        "assert run(['screenshots', '--out', 'shots', '--size', '640x360', '--track', 'parents']) == 0\n"
    )
    done = subprocess.run(
        [str(python), "-c", program], cwd=tmp_path, capture_output=True, text=True, timeout=300, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert (tmp_path / "shots" / "en" / "640x360" / "attract.png").is_file()

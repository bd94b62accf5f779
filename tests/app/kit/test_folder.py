from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from cop_challenge.app.kit.folder import write_digests
from cop_challenge.cli.main import run

DAY = 'schema: 1\ntitle: "Day"\ndate: 2026-11-24\n'


def kit(out: Path, *more: str) -> int:
    return run(["kit", "--platform", "linux", "--out", str(out), *more])


def test_what_is_there_is_never_overwritten(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An older kit, or anybody's folder."""
    out = tmp_path / "kit"
    out.mkdir()
    (out / "mine.txt").write_text("mine", encoding="utf-8")
    assert kit(out) == 1
    assert "is there already. Name another folder" in capsys.readouterr().err
    assert (out / "mine.txt").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize(
    ("text", "says"), [(DAY.replace("24", "99"), "day.yaml:3"), ("- nothing\n", "day.yaml:1")]
)
def test_a_wrong_day_stops_the_kit_before_anything_is_fetched(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, says: str
) -> None:
    """With the problem's place, and nothing left behind."""
    day = tmp_path / "day.yaml"
    day.write_text(text, encoding="utf-8")
    assert kit(tmp_path / "kit", "--day", str(day)) == 1
    assert says in capsys.readouterr().err
    assert sorted(path.name for path in tmp_path.iterdir() if "data" not in path.name) == ["day.yaml"]


def test_a_broken_pack_stops_the_kit(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Its problem is named: laptops far from here could not be mended any more."""
    (tmp_path / "ours" / "lessons").mkdir(parents=True)
    (tmp_path / "ours" / "lessons" / "x.yaml").write_text("kind: quizz\n", encoding="utf-8")
    assert kit(tmp_path / "kit", "--pack", str(tmp_path / "ours")) == 1
    assert "x.yaml" in capsys.readouterr().err
    assert not (tmp_path / "kit").exists()


def test_two_packs_of_one_name_would_be_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Their folders stand beside each other in the kit."""
    for place in ("a", "b"):
        (tmp_path / place / "ours").mkdir(parents=True)
    assert (
        kit(
            tmp_path / "kit",
            *("--pack", str(tmp_path / "a" / "ours"), "--pack", str(tmp_path / "b" / "ours")),
        )
        == 1
    )
    assert "ours: two packs have this folder name" in capsys.readouterr().err


@pytest.mark.usefixtures("nobody")
def test_without_a_network_nothing_looks_like_a_kit(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Place, fact, remedy; what was begun is gone."""
    assert kit(tmp_path / "far" / "kit") == 1
    assert "No package index could be reached" in capsys.readouterr().err
    assert list((tmp_path / "far").iterdir()) == []


def test_a_place_that_can_t_be_written_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file stands where a folder should be."""
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert kit(tmp_path / "file" / "kit") == 1
    assert "can't be made" in capsys.readouterr().err


@pytest.mark.parametrize("version", ["3", "2.7", "3.10", "three", "3.12.1"])
def test_a_python_the_game_does_not_run_on_is_refused(tmp_path: Path, version: str) -> None:
    """Wrong use: exit 2."""
    assert kit(tmp_path / "kit", "--python", version) == 2


def test_digests_are_those_of_every_file(tmp_path: Path) -> None:
    """In the form that `sha256sum -c` reads, with slashes on every system."""
    (tmp_path / "wheels").mkdir()
    (tmp_path / "wheels" / "a.whl").write_bytes(b"a")
    (tmp_path / "day.yaml").write_bytes(b"d")
    write_digests(tmp_path)
    told = (tmp_path / "sha256sums.txt").read_text(encoding="utf-8").splitlines()
    assert told == [
        f"{hashlib.sha256(b'd').hexdigest()}  day.yaml",
        f"{hashlib.sha256(b'a').hexdigest()}  wheels/a.whl",
    ]

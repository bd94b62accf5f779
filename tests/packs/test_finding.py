"""Packs are found in the user's folder, on sticks and by name; what can't be used is said."""

from __future__ import annotations

import shutil
import threading
import time
from pathlib import Path

import psutil
import pytest

from cop_challenge.app import wiring
from cop_challenge.lessons.sharing import finding
from cop_challenge.lessons.sharing.finding import FOLDER, find
from cop_challenge.lessons.sharing.installed import add


@pytest.fixture(autouse=True)
def _no_disk_of_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(psutil, "disk_partitions", lambda all: [Disk(Path.home().anchor)])


class Disk:
    def __init__(self, mountpoint: str) -> None:
        self.mountpoint = mountpoint


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    (tmp_path / "stick" / FOLDER).mkdir(parents=True)
    return tmp_path / "stick"


def test_a_pack_on_a_stick_is_found(stick: Path, folder: Path, packs: Path) -> None:
    """In its folder `cop-challenge-packs`."""
    shutil.copytree(folder, stick / FOLDER / "my-school")
    assert find(packs, [stick], []).packs == (stick / FOLDER / "my-school",)


def test_nothing_else_on_a_stick_is_looked_at(stick: Path, folder: Path, packs: Path) -> None:
    """Neither what lies beside that folder, nor deeper in it, nor what is no pack."""
    shutil.copytree(folder, stick / "my-school")
    shutil.copytree(folder, stick / FOLDER / "more/my-school")
    (stick / FOLDER / "photos").mkdir()
    assert find(packs, [stick], []) == finding.Found()


def test_packs_lie_over_each_other_in_order(stick: Path, folder: Path, packs: Path) -> None:
    """The installed ones at the bottom, then sticks, then those that were named; by name in each place."""
    places = [packs / "b", packs / "a", stick / FOLDER / "c", folder.parent / "named"]
    for place in places:
        shutil.copytree(folder, place)
        (place / "pack.yaml").write_text(f"id: pack-{place.name}\n", "utf-8")
    found = find(packs, [stick], places[3:])
    assert [path.name for path in found.packs] == ["a", "b", "c", "named"]
    assert found.left_out == ()


def test_of_one_id_the_later_place_wins(stick: Path, folder: Path, packs: Path) -> None:
    """The other is left out, and staff hear which."""
    shutil.copytree(folder, packs / "my-school")
    shutil.copytree(folder, stick / FOLDER / "copy")
    found = find(packs, [stick], [])
    assert found.packs == (stick / FOLDER / "copy",)
    (sentence,) = found.left_out
    assert sentence.startswith(str(packs / "my-school"))
    assert "“my-school”" in sentence


def test_an_unsafe_pack_on_a_stick_is_left_out(stick: Path, folder: Path, packs: Path) -> None:
    """Nobody has looked at it before: it is looked at as if it were added."""
    shutil.copytree(folder, stick / FOLDER / "bad")
    (stick / FOLDER / "bad/pictures/gate.svg").write_text("<svg onload='x()'/>", "utf-8")
    found = find(packs, [stick], [])
    assert found.packs == ()
    assert found.left_out[0].startswith("Left out: bad: the drawing “pictures/gate.svg” carries a script")


def test_sources_on_a_stick_do_not_matter(stick: Path, folder: Path, packs: Path) -> None:
    """A folder is copied as it is, with what a drawing was made from; the station reads none of it."""
    shutil.copytree(folder, stick / FOLDER / "my-school")
    (stick / FOLDER / "my-school/pictures/gate.kra").write_bytes(b"\0\1\2")
    (stick / FOLDER / "my-school/narration").mkdir()
    (stick / FOLDER / "my-school/narration/hello.ogg").write_bytes(b"OggS" + bytes(9000))
    assert find(packs, [stick], []).left_out == ()


def test_a_station_mends_an_update_that_was_cut_off(folder: Path, make) -> None:
    """The power went between the two steps: the pack plays on as it was."""
    here = wiring.places()
    path = add(make(), here.packs).path
    path.rename(here.packs / ".old-my-school")
    assert wiring.find_packs(here).packs == (path,)


def test_a_file_that_waits_to_be_added_is_named(stick: Path, packs: Path) -> None:
    """A .coppack on a stick does nothing by itself."""
    (stick / FOLDER / "my-school.coppack").write_bytes(b"PK")
    assert "pack add" in find(packs, [stick], []).left_out[0]


def test_a_stick_that_does_not_answer_holds_nobody_up(
    stick: Path, packs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The station starts without it, and says so."""
    answer = threading.Event()
    monkeypatch.setattr(finding, "check_folder", lambda _: answer.wait(20))
    (stick / FOLDER / "slow/lessons").mkdir(parents=True)
    began = time.monotonic()
    found = find(packs, [stick], [], seconds=0.2)
    answer.set()
    assert time.monotonic() - began < 5
    assert found.packs == ()
    assert "does not answer" in found.left_out[0]


def test_installed_packs_play(folder: Path, places: wiring.Places) -> None:
    """What lies in the user's packs folder is in the library of a station."""
    here = wiring.places()
    shutil.copytree(folder, here.packs / "my-school")
    loaded = wiring.library(here, wiring.find_packs(here).packs)
    assert "two-second-stop" in loaded.lessons


def test_the_systems_own_disk_is_no_stick() -> None:
    """Everybody could write there."""
    assert wiring.sticks() == ()


def test_every_other_disk_may_be_one(stick: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Some systems call a stick a disk like others."""
    monkeypatch.setattr(psutil, "disk_partitions", lambda all: [Disk(str(stick)), Disk(Path.home().anchor)])
    assert wiring.sticks() == (stick,)


def test_this_machines_disks_can_be_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """The real answer, whatever it is, is a row of folders."""
    monkeypatch.undo()
    assert all(path.is_absolute() for path in wiring.sticks())

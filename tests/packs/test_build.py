"""A folder becomes one file: the same bytes everywhere, with nothing in it that would be refused."""

from __future__ import annotations

import hashlib
import os
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from cop_challenge.lessons.pack import Inherited, Pack
from cop_challenge.lessons.pack_loader import load_pack
from cop_challenge.lessons.sharing.archive import Archive
from cop_challenge.lessons.sharing.build import build
from cop_challenge.lessons.sharing.refusal import PackRefused

Make = Callable[..., Path]

SMALL = "2c35fdf0f1c8be51f840cc0cc948d79a978808568680d2ea98b43d9f0e739542"
"""SHA-256 of a pack of two files, as it is on every machine."""


def test_the_manifest_says_what_the_pack_says(make: Make) -> None:
    """Title, version, publisher and licence from pack.yaml; ids of lessons; every file."""
    with Archive(make()) as archive:
        listed = archive.manifest
    assert (listed.id, listed.title, listed.version) == ("my-school", "My School", "1")
    assert (listed.publisher, listed.licence, listed.language) == ("A School by the Bay", "CC BY 4.0", "en")
    assert listed.lessons == ["two-second-stop"]
    assert [*listed.files] == ["lessons/two-second-stop.yaml", "pack.yaml", "pictures/gate.svg"]


def test_what_comes_out_is_what_went_in(make: Make, folder: Path) -> None:
    """Byte for byte."""
    with Archive(make()) as archive:
        for name, data in archive.files():
            assert data == (folder / name).read_bytes()


def test_times_and_permissions_change_nothing(make: Make, folder: Path) -> None:
    """Built later, on another machine: the same bytes."""
    before = make(name="a.coppack").read_bytes()
    for path in folder.rglob("*"):
        os.utime(path, (1_000_000_000, 1_000_000_000))
        path.chmod(0o755)
    assert make(name="b.coppack").read_bytes() == before


def test_a_small_pack_has_the_same_bytes_on_every_machine(tmp_path: Path, below: Inherited) -> None:
    """Nothing is compressed, so no library's version shows."""
    folder = tmp_path / "small"
    (folder / "lessons").mkdir(parents=True)
    (folder / "pack.yaml").write_bytes(b"id: small\n")
    (folder / "README.md").write_bytes("Größe\n".encode())
    data = build(load_pack(folder, below), tmp_path / "a.coppack").path.read_bytes()
    assert hashlib.sha256(data).hexdigest() == SMALL


def test_any_zip_program_can_look_into_it(make: Make) -> None:
    """It is a plain zip, and its digests are there for everybody."""
    with zipfile.ZipFile(make()) as archive:
        assert archive.testzip() is None
        assert archive.namelist()[0] == "coppack.json"


def test_it_lies_beside_its_folder(loaded: Pack) -> None:
    """`my-school.coppack`, unless told otherwise."""
    assert build(loaded).path == loaded.root.parent / "my-school.coppack"


def test_notes_of_other_programs_are_left_out_and_named(folder: Path, loaded: Pack) -> None:
    """Sources and links are no part of a pack; hidden files and what updates laid beside are nobody's concern."""
    for name in ("gate.kra", ".DS_Store", "Thumbs.db", "lessons/two-second-stop.yaml.new"):
        (folder / name).write_bytes(b"x")
    built = build(loaded)
    assert built.left_out == ("gate.kra",)
    assert len(built.manifest.files) == 3


def test_a_link_is_left_out(folder: Path, loaded: Pack, tmp_path: Path) -> None:
    """Whatever it leads to."""
    (tmp_path / "secret.txt").write_text("secret", "utf-8")
    try:
        (folder / "notes.txt").symlink_to(tmp_path / "secret.txt")
    except OSError:
        pytest.skip("no links here")
    assert build(loaded).left_out == ("notes.txt",)


@pytest.mark.parametrize(
    ("files", "rule"),
    [
        ({"pack.yaml": "title: No Id\n"}, "no-id"),
        ({"pictures/gate.svg": "<svg><script/></svg>"}, "drawing-script"),
        ({"pictures/gate.png": b"#!/bin/sh"}, "program"),
        ({"lessons/aux.md": "hello"}, "reserved-name"),
        ({"notes.txt": b" " * 300_000}, "too-large-file"),
    ],
)
def test_what_would_be_refused_is_not_built(make: Make, folder: Path, files: dict, rule: str) -> None:
    """Whoever builds hears of it, not whoever adds; and no half file lies about."""
    with pytest.raises(PackRefused) as refused:
        make(files)
    assert refused.value.rule == rule
    assert str(refused.value).startswith("my-school: ")
    assert not [*folder.parent.glob("*coppack*")]


def test_accents_are_written_in_one_way(make: Make, folder: Path) -> None:
    """macOS hands them out in two pieces; on other systems that would be another name."""
    with Archive(make({"pictures/cafe\u0301.svg": "<svg/>"})) as archive:
        assert "pictures/caf\u00e9.svg" in archive.manifest.files

"""What a pack must not be is refused: each with its sentence, nothing written, in bounded time and memory."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cop_challenge.lessons.sharing.archive import Archive
from cop_challenge.lessons.sharing.contents import check_content
from cop_challenge.lessons.sharing.installed import add
from cop_challenge.lessons.sharing.refusal import SENTENCES, PackRefused
from tests.packs.hostile import CASES, GOOD, drawing, jpeg, png, webp, with_file, write, zipped

SECONDS = 5
"""For the slowest, on a laptop that does other things: most take milliseconds."""
BYTES = 64_000_000
"""More than the process has before it looks."""
BOUNDED = """
import json, pathlib, resource, sys
from cop_challenge.lessons.sharing.installed import add
from cop_challenge.lessons.sharing.refusal import PackRefused
from cop_challenge.lessons.sharing.contents import check_content
check_content("a.svg", b"<svg/>")
import psutil
packs = pathlib.Path(sys.argv[1])
limit = psutil.Process().memory_info().vms + int(sys.argv[2])
resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
said = {}
for file in sorted(packs.glob("*.coppack")):
    try:
        add(file, packs / "installed")
        said[file.stem] = "taken"
    except PackRefused as refused:
        said[file.stem] = refused.rule
print(json.dumps(said))
"""


@pytest.mark.parametrize("case", CASES)
def test_it_is_refused_with_its_sentence_and_nothing_is_left(case: str, tmp_path: Path) -> None:
    """Its own rule says no, in one line that names file and remedy; no file has been written anywhere."""
    file = write(case, tmp_path)
    began = time.monotonic()
    with pytest.raises(PackRefused) as refused:
        add(file, tmp_path / "packs")
    assert time.monotonic() - began < SECONDS
    assert refused.value.rule == CASES[case][1]
    sentence = str(refused.value)
    assert sentence.startswith("hostile.coppack: ")
    assert sentence.isprintable()
    assert sentence.endswith((".", "”"))
    assert not re.search(r"{\w+}", sentence)
    assert {path.name for path in tmp_path.rglob("*")} <= {"hostile.coppack", "packs"}


def test_every_rule_about_files_is_broken_by_somebody() -> None:
    """No sentence for what nobody ever tried."""
    elsewhere = {"unreadable", "too-large-pack", "errors", "no-id", "empty-pack", "not-installed"}
    elsewhere |= {"local-changes", "cannot-write"}
    assert {rule for _, rule in CASES.values()} | elsewhere == set(SENTENCES)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the system sets the limit")
def test_memory_is_bounded_for_all_of_them(tmp_path: Path) -> None:
    """With 64 MB more than an idle process each is refused as ever: none gets as far as to ask for more."""
    names = {f"{number:03}": case for number, case in enumerate(CASES)}
    for number, case in names.items():
        (tmp_path / f"{number}.coppack").write_bytes(CASES[case][0]())
    done = subprocess.run(
        [sys.executable, "-c", BOUNDED, str(tmp_path), str(BYTES)],
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    said = {names[number]: rule for number, rule in json.loads(done.stdout).items()}
    assert said == {case: rule for case, (_, rule) in CASES.items()}


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    """200 MB is the most; a sparse file of a terabyte is refused at once."""
    file = tmp_path / "hostile.coppack"
    with file.open("wb") as sparse:
        sparse.write(b"PK\x03\x04")
        sparse.truncate(201_000_000)
    with pytest.raises(PackRefused, match=r"200\.0 MB is the most"):
        add(file, tmp_path / "packs")


@pytest.mark.parametrize("data", [png(1920, 1080), png(1, 1)])
def test_a_plain_picture_is_taken(data: bytes) -> None:
    """As drawing programs save them."""
    check_content("a.png", data)


@pytest.mark.parametrize(
    ("name", "data"),
    [("a.jpg", jpeg(4000, 3000)), ("a.jpg", jpeg(8, 8, b"\0" * 99)), ("a.webp", webp(1920, 1080))],
)
def test_a_photo_is_taken(name: str, data: bytes) -> None:
    """Telephones lay some bytes of their own behind it."""
    check_content(name, data)


def test_every_drawing_of_the_game_is_taken(root: Path) -> None:
    """No rule about drawings forbids what drawings need."""
    drawings = sorted((root / "assets").rglob("*.svg"))
    assert drawings
    for path in drawings:
        if path.stat().st_size <= 1_000_000:
            check_content(path.name, path.read_bytes())


def test_a_drawing_of_inkscape_is_taken() -> None:
    """With its notes, gradients, clips, styles, and a small picture inside."""
    check_content(
        "a.svg",
        b"""<?xml version="1.0" encoding="UTF-8" standalone="no"?>
        <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"
          xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" viewBox="0 0 9 9"
          xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd"
          inkscape:export-filename="C:\\Users\\me\\a.png">
        <sodipodi:namedview pagecolor="#fff"/><metadata/>
        <style>.a { fill: url(#b); stroke: none }</style>
        <defs><linearGradient id="c"><stop offset="0"/></linearGradient>
        <linearGradient id="b" xlink:href="#c"/><clipPath id="d"><path d="M0 0"/></clipPath></defs>
        <g clip-path="url(#d)" style="fill:url('#b')" inkscape:label="x"><use xlink:href="#e"/></g>
        <path id="e" class="a" d="M0 0h9"/></svg>""",
    )


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_damaged_pack_is_refused_or_whole(tmp_path: Path, data: st.DataObject) -> None:
    """Whatever bytes change, a pack is refused with a sentence, or every file is as it was built."""
    good = bytearray(zipped(*GOOD.items()))
    for _ in range(data.draw(st.integers(1, 4))):
        good[data.draw(st.integers(0, len(good) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, 40))
    file = tmp_path / "a.coppack"
    file.write_bytes(good[: len(good) - cut])
    found: object = None
    try:
        with Archive(file) as archive:
            found = sorted(data for _, data in archive.files())
    except PackRefused as refused:
        found = str(refused).partition(": ")[0]
    assert found in ("a.coppack", sorted(GOOD.values()))


@given(st.binary(max_size=300))
def test_no_content_is_too_strange(data: bytes) -> None:
    """Of any bytes under any name it is said in words why not, or they are fine."""
    for name in ("a.svg", "a.png", "a.jpg", "a.webp", "a.yaml", "a.ogg"):
        for head in (b"", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"RIFF\0\0\0\0WEBPVP8L"):
            said = "fine"
            try:
                check_content(name, head + data)
            except PackRefused as refused:
                said = refused.rule
            assert said in {"fine", *SENTENCES}


def test_the_factory_makes_good_packs_too(tmp_path: Path) -> None:
    """Without anything wrong in it, what it makes is taken: cases are refused for what they say."""
    (tmp_path / "a.coppack").write_bytes(with_file("lessons/b.yaml"))
    (tmp_path / "b.coppack").write_bytes(drawing("<rect/>"))
    for name in ("a.coppack", "b.coppack"):
        assert add(tmp_path / name, tmp_path / "packs").manifest.id == "my-school"

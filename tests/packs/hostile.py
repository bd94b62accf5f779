"""A factory of .coppack files with something wrong in them: each with the rule that refuses it."""

from __future__ import annotations

import io
import json
import stat
import struct
import zipfile
import zlib
from collections.abc import Callable, Mapping
from pathlib import Path

from cop_challenge.lessons.sharing import manifest
from cop_challenge.lessons.sharing.manifest import FileFact, Manifest

GOOD = {"pack.yaml": b"id: my-school\n", "lessons/a.yaml": b"schema: 1\n"}
SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">%s</svg>'


def listed(files: Mapping[str, bytes]) -> bytes:
    facts = {name: FileFact.of(data) for name, data in files.items()}
    # Past the model: a hostile list is not written by it.
    written = Manifest(id="my-school", language="en", files={}).model_dump()
    written["files"] = {name: fact.model_dump() for name, fact in facts.items()}
    return json.dumps(written).encode()


def entry(name: str, mode: int = stat.S_IFREG | 0o644, **changes: object) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    info.create_system = 3
    info.external_attr = mode << 16
    for key, value in changes.items():
        setattr(info, key, value)
    return info


def zipped(*entries: tuple[zipfile.ZipInfo | str, bytes], files: Mapping[str, bytes] | None = None) -> bytes:
    """These entries after a list that names them (or `files`)."""
    infos = [(info if isinstance(info, zipfile.ZipInfo) else entry(info), data) for info, data in entries]
    named = {info.filename: data for info, data in infos} if files is None else files
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(entry(manifest.FILE), listed(named))
        for info, data in infos:
            archive.writestr(info, data, info.compress_type)
    return buffer.getvalue()


def with_file(name: str, data: bytes = b"hello\n") -> bytes:
    """A good pack and this file."""
    return zipped(*GOOD.items(), (name, data))


def renamed(before: str, after: bytes) -> bytes:
    """Names no zip library would write: swapped in afterwards, of the same length."""
    assert len(before) == len(after)
    return with_file(before).replace(before.encode(), after)


def drawing(inner: str, outer: str = SVG) -> bytes:
    return with_file("pictures/a.svg", (outer % inner if "%s" in outer else outer).encode())


def png(width: int, height: int, tail: bytes = b"") -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return (
        b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(b"\0" * 64)) + chunk(b"IEND", b"") + tail
    )


def jpeg(width: int, height: int, tail: bytes = b"") -> bytes:
    frame = b"\xff\xc0" + struct.pack(">HBHHB", 11, 8, height, width, 1) + b"\x01\x11\x00"
    return b"\xff\xd8\xff\xe0\x00\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0" + frame + b"\xff\xd9" + tail


def webp(width: int, height: int, tail: bytes = b"") -> bytes:
    body = b"WEBPVP8X" + struct.pack("<I", 10) + b"\0\0\0\0"
    body += (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    return b"RIFF" + struct.pack("<I", len(body)) + body + tail


def empty_zip() -> bytes:
    buffer = io.BytesIO()
    zipfile.ZipFile(buffer, "w").close()
    return buffer.getvalue()


def patched(data: bytes, sign: bytes, offset: int, value: bytes) -> bytes:
    """The last record of this sort with some of its bytes changed."""
    at = data.rindex(sign) + offset
    return data[:at] + value + data[at + len(value) :]


def bomb() -> bytes:
    info = entry("lessons/b.yaml", compress_type=zipfile.ZIP_DEFLATED)
    return zipped(*GOOD.items(), (info, b" " * 50_000_000))


def many() -> bytes:
    return zipped(*((f"lessons/{number}.yaml", b"") for number in range(manifest.MAX_FILES + 1)))


def copies(levels: int = 12) -> str:
    """A drawing of ten copies of ten copies…"""
    inner = '<g id="g0"><rect/></g>'
    for level in range(1, levels):
        inner += f'<g id="g{level}">' + f'<use href="#g{level - 1}"/>' * 10 + "</g>"
    return f"<defs>{inner}</defs><use href='#g{levels - 1}'/>"


def locked() -> bytes:
    data = with_file("lessons/b.yaml")
    at = data.rindex(b"PK\x01\x02")
    return data[: at + 8] + b"\x01\x00" + data[at + 10 :]


def inside_out() -> bytes:
    """One name in the directory, another before the file itself."""
    data = with_file("lessons/b.yaml")
    at = data.index(b"lessons/b.yaml", data.index(b"PK\x03\x04", 50))
    at = data.rindex(b"lessons/b.yaml", 0, data.index(b"PK\x01\x02"))
    return data[:at] + b"lessons/c.yaml" + data[at + 14 :]


def overlapping() -> bytes:
    """Two entries of the directory that lead to one file."""
    data = with_file("lessons/b.yaml")
    return patched(data, b"PK\x01\x02", 42, b"\x00\x00\x00\x00")


def zip64_end() -> bytes:
    """A second end that would be believed before the first."""
    data = with_file("lessons/b.yaml")
    at = data.rindex(b"PK\x05\x06")
    size, start = struct.unpack("<II", data[at + 12 : at + 20])
    locator = b"PK\x06\x07" + struct.pack("<IQI", 0, 0, 1)
    end = data[at : at + 12] + struct.pack("<II", size + len(locator), start) + data[at + 20 :]
    return data[:at] + locator + end


def list_of(written: object) -> bytes:
    buffer = io.BytesIO()
    data = written if isinstance(written, bytes) else json.dumps(written).encode()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(entry(manifest.FILE), data)
        for name, content in GOOD.items():
            archive.writestr(entry(name), content)
    return buffer.getvalue()


GOOD_LIST = json.loads(listed(GOOD))
LONG = "x" * 120

CASES: dict[str, tuple[Callable[[], bytes], str]] = {
    # names that lead elsewhere
    "parent folder": (lambda: with_file("../evil.yaml"), "leads-out"),
    "parent folder further in": (lambda: with_file("lessons/../../evil.yaml"), "leads-out"),
    "absolute": (lambda: with_file("/etc/cron.d/evil.yaml"), "leads-out"),
    "drive letter": (lambda: with_file("C:evil.yaml"), "leads-out"),
    "drive and folder": (lambda: with_file("c:/evil.yaml"), "leads-out"),
    "backslashes": (lambda: renamed("lessons/xx/evil.yaml", b"lessons\\..\\evil.yaml"), "leads-out"),
    "network folder": (lambda: renamed("//host/evil.yaml", b"\\\\host\\evil.yaml"), "leads-out"),
    # names that are not portable
    "NUL": (lambda: renamed("lessons/a_.yaml", b"lessons/a\0.yaml"), "bad-name"),
    "control character": (lambda: with_file("lessons/a\n.yaml"), "bad-name"),
    "turned round": (lambda: with_file("pictures/a\u202egnp.svg"), "bad-name"),
    "alternate stream": (lambda: with_file("lessons/a.yaml:evil"), "bad-name"),
    "question mark": (lambda: with_file("lessons/why?.yaml"), "bad-name"),
    "dot at the end": (lambda: with_file("lessons./b.yaml"), "bad-name"),
    "blank at the end": (lambda: with_file("lessons /b.yaml"), "bad-name"),
    "a folder without a name": (lambda: with_file("lessons//b.yaml"), "bad-name"),
    "this folder": (lambda: with_file("./b.yaml"), "bad-name"),
    "hidden": (lambda: with_file(".git/config.txt"), "bad-name"),
    "decomposed": (lambda: with_file("lessons/e\u0301.yaml"), "bad-name"),
    "device": (lambda: with_file("lessons/con.yaml"), "reserved-name"),
    "device in capitals": (lambda: with_file("LPT1.txt"), "reserved-name"),
    "device folder": (lambda: with_file("aux/b.yaml"), "reserved-name"),
    "device with two suffixes": (lambda: with_file("nul.tar.yaml"), "reserved-name"),
    "superscript device": (lambda: with_file("com¹.yaml"), "reserved-name"),
    "long part": (lambda: with_file(f"lessons/{LONG}.yaml"), "long-name"),
    "long path": (lambda: with_file("/".join(["folder"] * 30) + "/a.yaml"), "long-name"),
    # one name twice
    "same name": (lambda: renamed("pack.yamx", b"pack.yaml"), "same-name"),
    "same but for capitals": (lambda: with_file("Pack.yaml"), "same-name"),
    "same folder but for capitals": (lambda: with_file("Lessons/b.yaml"), "same-name"),
    "same but for its form": (lambda: zipped(("ﬁ.yaml", b""), ("fi.yaml", b"")), "same-name"),
    "file and folder": (lambda: zipped(("a.txt", b""), ("a.txt/b.yaml", b"")), "same-name"),
    # entries that are no files
    "link": (lambda: zipped((entry("a.yaml", stat.S_IFLNK | 0o777), b"/etc/passwd")), "link"),
    "device file": (lambda: zipped((entry("a.yaml", stat.S_IFCHR | 0o666), b"")), "not-a-file"),
    "pipe": (lambda: zipped((entry("a.yaml", stat.S_IFIFO | 0o666), b"")), "not-a-file"),
    "folder entry": (lambda: with_file("lessons/", b""), "bad-name"),
    "locked": (locked, "encrypted"),
    # bombs
    "bomb": (bomb, "compressed"),
    "many files": (many, "too-many-files"),
    "large text": (lambda: with_file("lessons/b.yaml", b" " * 300_000), "too-large-file"),
    "told to be large": (
        lambda: patched(with_file("lessons/b.yaml"), b"PK\x01\x02", 20, b"\xff\xff\xff\x7f" * 2),
        "too-large-file",
    ),
    "zip inside": (lambda: with_file("lessons/b.zip", empty_zip()), "archive"),
    "pack inside": (lambda: with_file("b.coppack", empty_zip()), "archive"),
    "zip by another name": (lambda: with_file("lessons/b.yaml", with_file("c.yaml")), "archive"),
    "empty zip by another name": (lambda: with_file("lessons/b.yaml", empty_zip()), "archive"),
    "gzip by another name": (lambda: with_file("a.svg", b"\x1f\x8b\x08\0\0\0\0\0"), "archive"),
    "tar by another name": (lambda: with_file("a.md", b"a" + b"\0" * 256 + b"ustar\x0000"), "archive"),
    # the list of files
    "no list": (lambda: zipped_without_list(), "no-manifest"),
    "wrong digest": (lambda: zipped(("a.yaml", b"two"), files={"a.yaml": b"one"}), "changed-file"),
    "wrong size": (lambda: zipped(("a.yaml", b"two"), files={"a.yaml": b"three"}), "changed-file"),
    "not listed": (lambda: zipped(*GOOD.items(), files={"pack.yaml": GOOD["pack.yaml"]}), "unlisted-file"),
    "not there": (lambda: zipped(("a.yaml", b""), files={"a.yaml": b"", "b.yaml": b""}), "missing-file"),
    "list is no JSON": (lambda: list_of(b"{"), "bad-manifest"),
    "list is no UTF-8": (lambda: list_of(b"\xff\xfe{}"), "bad-manifest"),
    "list is another thing": (lambda: list_of([]), "bad-manifest"),
    "list is deep": (lambda: list_of(b"[" * 500_000), "bad-manifest"),
    "list is large": (lambda: list_of(b" " * (manifest.MAX_BYTES + 1)), "bad-manifest"),
    "list says a thing twice": (lambda: list_of(b'{"id": "a", "id": "b"}'), "bad-manifest"),
    "list knows more": (lambda: list_of(GOOD_LIST | {"run": "evil"}), "bad-manifest"),
    "list with a path as id": (lambda: list_of(GOOD_LIST | {"id": "../../evil"}), "bad-manifest"),
    "list with a newline after its id": (lambda: list_of(GOOD_LIST | {"id": "evil\n"}), "bad-manifest"),
    "list with a number as text": (lambda: list_of(GOOD_LIST | {"title": 7}), "bad-manifest"),
    "list with an endless number": (lambda: list_of(b'{"format": ' + b"9" * 10_000 + b"}"), "bad-manifest"),
    "list without a digest": (lambda: list_of(GOOD_LIST | {"files": {"pack.yaml": {"size": 14}}}), "bad-manifest"),
    "of the future": (lambda: list_of(GOOD_LIST | {"format": 2}), "needs-newer"),
    "two ids": (lambda: list_of(GOOD_LIST | {"id": "your-school"}), "other-id"),
    # types
    "program": (lambda: with_file("setup.exe", b"MZ"), "program"),
    "script": (lambda: with_file("lessons/a.sh"), "program"),
    "python": (lambda: with_file("lessons/a.py"), "program"),
    "web page": (lambda: with_file("index.html"), "program"),
    "shortcut": (lambda: with_file("My School.lnk"), "program"),
    "two suffixes": (lambda: with_file("gate.exe.png", png(8, 8)), "program"),
    "script by another name": (lambda: with_file("a.md", b"#!/bin/sh\nrm -rf ~\n"), "program"),
    "linux program by another name": (lambda: with_file("a.png", b"\x7fELF\x02\x01\x01"), "program"),
    "windows program by another name": (lambda: with_file("a.png", b"MZ\x90" + b"\0" * 80), "program"),
    "macOS program by another name": (lambda: with_file("a.ogg", b"\xcf\xfa\xed\xfe\x07"), "program"),
    "unknown type": (lambda: with_file("macro.docx"), "file-type"),
    "font": (lambda: with_file("a.ttf"), "file-type"),
    "no type": (lambda: with_file("lessons/thing"), "file-type"),
    "not a picture": (lambda: with_file("a.png", b"hello"), "not-its-type"),
    "a picture of another type": (lambda: with_file("a.png", jpeg(8, 8)), "not-its-type"),
    "a picture that breaks off": (lambda: with_file("a.png", png(8, 8)[:30]), "not-its-type"),
    "not a sound": (lambda: with_file("a.ogg", b"RIFF"), "not-its-type"),
    "not a text": (lambda: with_file("a.yaml", b"\xff\xfea\0"), "not-text"),
    "text with NUL": (lambda: with_file("a.yaml", b"a: b\0\n"), "not-text"),
    # pictures
    "wide png": (lambda: with_file("a.png", png(60_000, 1)), "too-many-pixels"),
    "large png": (lambda: with_file("a.png", png(8000, 8000)), "too-many-pixels"),
    "png of nothing": (lambda: with_file("a.png", png(0, 0)), "too-many-pixels"),
    "large jpeg": (lambda: with_file("a.jpg", jpeg(65_000, 65_000)), "too-many-pixels"),
    "large webp": (lambda: with_file("a.webp", webp(16_000, 16_000)), "too-many-pixels"),
    "heavy png": (lambda: with_file("a.png", png(8, 8) + b"\0" * 8_000_001), "too-large-file"),
    # two in one
    "png and zip": (lambda: with_file("a.png", png(8, 8, with_file("b.yaml"))), "double-file"),
    "jpeg and zip": (lambda: with_file("a.jpg", jpeg(8, 8, with_file("b.yaml"))), "double-file"),
    "webp and something": (lambda: with_file("a.webp", webp(8, 8, b"<script>" * 9)), "double-file"),
    "png and script": (lambda: with_file("a.png", png(8, 8, b"<?php evil() ?>")), "double-file"),
    "text and zip": (lambda: with_file("a.md", b"# Hello\n" + empty_zip()), "double-file"),
    "jpeg and PDF": (lambda: with_file("a.jpg", jpeg(8, 8, b"%PDF-1.7\n")), "double-file"),
    # the archive itself
    "no zip": (lambda: b"hello", "not-a-pack"),
    "nothing": (lambda: b"", "not-a-pack"),
    "program before": (lambda: b"MZ\x90" + with_file("b.yaml"), "not-a-pack"),
    "file before": (lambda: b"PK\x03\x04" + b"x" * 40 + with_file("b.yaml"), "hidden-data"),
    "something behind": (lambda: with_file("b.yaml") + b"evil", "hidden-data"),
    "a second pack behind": (lambda: with_file("b.yaml") + with_file("c.yaml"), "hidden-data"),
    "a comment": (lambda: commented(), "hidden-data"),
    "an extra field": (lambda: zipped((entry("a.yaml", extra=b"\x99\x99\x02\x00hi"), b"")), "hidden-data"),
    "a second end": (zip64_end, "hidden-data"),
    "cut off": (lambda: with_file("lessons/b.yaml")[:-30], "damaged"),
    "only a beginning": (lambda: b"PK\x03\x04", "damaged"),
    "two descriptions": (inside_out, "damaged"),
    "overlapping": (overlapping, "hidden-data"),
    "directory too large": (
        lambda: patched(with_file("b.yaml"), b"PK\x05\x06", 8, b"\x00\x00\x00\x00"),
        "damaged",
    ),
    "a bit flipped": (lambda: with_file("b.yaml", b"hello").replace(b"hello", b"jello"), "damaged"),
    # drawings
    "script in a drawing": (lambda: drawing("<script>alert(1)</script>"), "drawing-script"),
    "script of another language": (
        lambda: drawing('<script xmlns="http://www.w3.org/1999/xhtml" src="#"/>'),
        "drawing-script",
    ),
    "event": (lambda: drawing('<rect onclick="alert(1)"/>'), "drawing-script"),
    "event on loading": (lambda: drawing("", '<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>'), "drawing-script"),
    "event in capitals": (lambda: drawing('<rect OnClick="x()"/>'), "drawing-script"),
    "script as address": (lambda: drawing('<a href="javascript:alert(1)"><rect/></a>'), "drawing-script"),
    "script as broken address": (lambda: drawing('<a xlink:href=" java&#10;script:x()"/>'), "drawing-script"),
    "web page in a drawing": (lambda: drawing('<foreignObject><b xmlns="http://www.w3.org/1999/xhtml"/></foreignObject>'), "drawing-script"),
    "animation that leads out": (lambda: drawing('<set attributeName="href" to="http://evil.example"/>'), "drawing-script"),
    "picture from elsewhere": (lambda: drawing('<image href="http://evil.example/a.png"/>'), "drawing-reference"),
    "picture from the disk": (lambda: drawing('<image xlink:href="file:///etc/passwd"/>'), "drawing-reference"),
    "picture beside it": (lambda: drawing('<image href="../../results.sqlite"/>'), "drawing-reference"),
    "copy from elsewhere": (lambda: drawing('<use href="other.svg#a"/>'), "drawing-reference"),
    "drawing in a drawing": (lambda: drawing('<image href="data:image/svg+xml;base64,AAAA"/>'), "drawing-reference"),
    "page as data": (lambda: drawing('<a href="data:text/html,hi"><rect/></a>'), "drawing-reference"),
    "filling from elsewhere": (lambda: drawing('<rect fill="url(http://evil.example#a)"/>'), "drawing-reference"),
    "style from elsewhere": (lambda: drawing('<rect style="fill: url(&quot;//evil.example&quot;)"/>'), "drawing-reference"),
    "style sheet": (lambda: drawing("<style>@import '//evil.example/a.css';</style>"), "drawing-reference"),
    "font in a drawing": (lambda: drawing("<style>@font-face { src: url(https://evil.example/f) }</style>"), "drawing-reference"),
    "escaped style": (lambda: drawing(r"<style>a { fill: \75 rl(//evil.example) }</style>"), "drawing-reference"),
    "escaped attribute": (lambda: drawing(r'<rect fill="u\72 l(//evil.example)"/>'), "drawing-reference"),
    "style sheet before": (
        lambda: drawing("", '<?xml-stylesheet href="//evil.example"?><svg xmlns="http://www.w3.org/2000/svg"/>'),
        "drawing-reference",
    ),
    "base": (lambda: drawing('<g xml:base="http://evil.example/"><use href="#a"/></g>'), "drawing-reference"),
    "entity": (
        lambda: drawing("", '<!DOCTYPE svg [<!ENTITY a "hello">]><svg xmlns="http://www.w3.org/2000/svg">&a;</svg>'),
        "drawing-entity",
    ),
    "entities of entities": (lambda: drawing("", laughs()), "drawing-entity"),
    "entity from the disk": (
        lambda: drawing("", '<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]><svg>&a;</svg>'),
        "drawing-entity",
    ),
    "document type": (
        lambda: drawing("", '<!DOCTYPE svg SYSTEM "http://evil.example/a.dtd"><svg/>'),
        "drawing-entity",
    ),
    "broken drawing": (lambda: drawing("<g>"), "drawing-broken"),
    "another encoding": (
        lambda: drawing("", '<?xml version="1.0" encoding="cp037"?><svg xmlns="http://www.w3.org/2000/svg"/>'),
        "drawing-broken",
    ),
    "no drawing": (lambda: drawing("", "hello"), "drawing-broken"),
    "another document": (lambda: drawing("", "<html/>"), "drawing-element"),
    "unknown element": (lambda: drawing("<canvas/>"), "drawing-element"),
    "element of another language": (lambda: drawing('<b xmlns="http://www.w3.org/1999/xhtml"/>'), "drawing-element"),
    "copies of copies": (lambda: drawing(copies()), "drawing-endless"),
    "copy of itself": (lambda: drawing('<g id="a"><use href="#a"/></g>'), "drawing-endless"),
    "copies in a circle": (
        lambda: drawing('<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>'),
        "drawing-endless",
    ),
    "deep": (lambda: drawing("<g>" * 50_000 + "</g>" * 50_000), "drawing-endless"),
    "many elements": (lambda: drawing("<g/>" * 100_000), "drawing-endless"),
    "large picture inside": (
        lambda: drawing(f'<image href="data:image/png;base64,{b64(png(20_000, 20_000))}"/>'),
        "too-many-pixels",
    ),
    "no picture inside": (lambda: drawing('<image href="data:image/png;base64,aGVsbG8="/>'), "drawing-broken"),
}  # fmt: skip
"""What is wrong → the file's bytes, and the rule that refuses it."""


def b64(data: bytes) -> str:
    import base64

    return base64.b64encode(data).decode()


def laughs() -> str:
    entities = '<!ENTITY a0 "ha">' + "".join(
        f'<!ENTITY a{level} "{f"&a{level - 1};" * 10}">' for level in range(1, 12)
    )
    return f'<!DOCTYPE svg [{entities}]><svg xmlns="http://www.w3.org/2000/svg">&a11;</svg>'


def commented() -> bytes:
    buffer = io.BytesIO(with_file("b.yaml"))
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.comment = b"evil"
    return buffer.getvalue()


def zipped_without_list() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(entry("pack.yaml"), b"id: my-school\n")
    return buffer.getvalue()


def write(case: str, folder: Path) -> Path:
    path = folder / "hostile.coppack"
    path.write_bytes(CASES[case][0]())
    return path

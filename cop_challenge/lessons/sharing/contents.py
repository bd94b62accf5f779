"""What files a pack may hold, and that each is what its name says."""

from __future__ import annotations

from pathlib import PurePosixPath

from cop_challenge.lessons.sharing import rasters
from cop_challenge.lessons.sharing.drawings import check_drawing
from cop_challenge.lessons.sharing.refusal import PackRefused, size

KB, MB = 1000, 1_000_000
TEXT_BYTES = 256 * 1024
"""As `lessons.source` reads them."""

LIMITS = {
    ".yaml": TEXT_BYTES,
    ".yml": TEXT_BYTES,
    ".md": TEXT_BYTES,
    ".txt": TEXT_BYTES,
    ".po": 4 * MB,
    ".json": 2 * MB,
    ".csv": 2 * MB,
    ".svg": 1 * MB,
    ".png": 8 * MB,
    ".jpg": 8 * MB,
    ".jpeg": 8 * MB,
    ".webp": 8 * MB,
    ".ogg": 4 * MB,
}
"""Most bytes of a file by its type. .json: what recordings say; .ogg: recordings."""
PLAIN_NAMES = frozenset({"LICENSE", "LICENCE", "README", "COPYING"})
"""Texts that often have no suffix."""
_RASTERS = {
    ".png": (rasters.PNG,),
    ".jpg": (rasters.JPEG,),
    ".jpeg": (rasters.JPEG,),
    ".webp": (b"RIFF",),
}
_PROGRAM_TYPES = """
.exe .com .bat .cmd .msi .msix .scr .pif .cpl .dll .sys .ocx .drv .lnk .url .scf .inf .reg .hta .chm .js
.mjs .cjs .jse .vbs .vbe .wsf .wsh .ps1 .psm1 .sh .bash .zsh .csh .fish .command .app .dmg .pkg .so
.dylib .o .a .elf .run .bin .appimage .desktop .deb .rpm .apk .jar .class .py .pyc .pyo .pyw .pth .rb
.pl .php .lua .tcl .swf .wasm .htm .html .xhtml .docm .xlsm .pptm
"""
_PROGRAMS = frozenset(_PROGRAM_TYPES.split())
_ARCHIVE_TYPES = """
.zip .coppack .gz .tgz .tar .bz2 .xz .zst .7z .rar .lz .cab .iso .img .svgz .whl .egg .h5p
"""
_ARCHIVES = frozenset(_ARCHIVE_TYPES.split())
_PROGRAM_SIGNS = (
    b"\x7fELF",
    b"#!",
    b"\xfe\xed\xfa\xce",
    b"\xfe\xed\xfa\xcf",
    b"\xce\xfa\xed\xfe",
    b"\xcf\xfa\xed\xfe",
    b"\xca\xfe\xba\xbe",
    b"\x00asm",
    b"dex\n",
    b"L\x00\x00\x00\x01\x14\x02\x00",
)
"""First bytes of programs of Linux, scripts, macOS (both orders, both widths, universal; Java's too),
WebAssembly, Android, and of Windows' links. Windows' own begin like a text could: see `_is_windows`."""
_ARCHIVE_SIGNS = (
    b"PK\x03\x04",
    b"PK\x05\x06",
    b"\x1f\x8b",
    b"BZh",
    b"\xfd7zXZ\x00",
    b"7z\xbc\xaf\x27\x1c",
    b"Rar!\x1a\x07",
    b"\x28\xb5\x2f\xfd",
    b"MSCF",
)
_ZIP_END = b"PK\x05\x06"
_ZIP_TAIL = 22 + 0xFFFF
"""The end record and the longest comment behind it: where a zip is recognised, whatever stands before."""


def suffix(name: str) -> str:
    """The type a name says, in small letters; `.txt` for names that are known to be texts."""
    path = PurePosixPath(name)
    return ".txt" if path.name in PLAIN_NAMES else path.suffix.lower()


def check_type(name: str, length: int) -> None:
    """PackRefused unless a pack may hold a file of this name and length in bytes."""
    kind = suffix(name)
    inner = {f".{part.lower()}" for part in PurePosixPath(name).name.split(".")[1:]}
    if inner & _PROGRAMS:
        raise PackRefused("program", found=name)
    if kind in _ARCHIVES:
        raise PackRefused("archive", found=name)
    if kind not in LIMITS:
        raise PackRefused("file-type", found=name, known=", ".join(LIMITS))
    if length > LIMITS[kind]:
        raise PackRefused("too-large-file", found=name, size=size(length), limit=size(LIMITS[kind]))


def check_content(name: str, data: bytes) -> None:
    """PackRefused unless the file is what its name says, and nothing else besides."""
    kind = suffix(name)
    if data.startswith(_PROGRAM_SIGNS) or _is_windows(data):
        raise PackRefused("program", found=name)
    if data.startswith(_ARCHIVE_SIGNS) or data[257:262] == b"ustar":
        raise PackRefused("archive", found=name)
    if _ends_as_zip(data) or b"%PDF-" in data[:1024]:
        raise PackRefused("double-file", found=name)
    if kind in _RASTERS:
        _check_raster(name, data)
    elif kind == ".ogg":
        if not data.startswith(b"OggS"):
            raise PackRefused("not-its-type", found=name)
    else:
        _check_text(name, data)
        if kind == ".svg":
            check_drawing(data, name)


def _is_windows(data: bytes) -> bool:
    """The first header points to a second one: "MZ" alone could begin a word."""
    at = int.from_bytes(data[60:64], "little")
    return data[:2] == b"MZ" and (data[at : at + 2] in (b"PE", b"NE", b"LE") or b"\x00" in data[:64])


def _ends_as_zip(data: bytes) -> bool:
    """Whether a zip reader would find its end record: its comment reaches to the end of the data."""
    start = max(0, len(data) - _ZIP_TAIL)
    at = data.find(_ZIP_END, start)
    while at >= 0:
        comment = int.from_bytes(data[at + 20 : at + 22], "little")
        if at + 22 <= len(data) <= at + 22 + comment + 64:  # readers forgive some bytes behind it
            return True
        at = data.find(_ZIP_END, at + 1)
    return False


def _check_raster(name: str, data: bytes) -> None:
    try:
        if not data.startswith(_RASTERS[suffix(name)]):
            raise rasters.NotARaster
        width, height = rasters.pixels(data)
    except rasters.TwoInOne:
        raise PackRefused("double-file", found=name) from None
    except rasters.NotARaster:
        raise PackRefused("not-its-type", found=name) from None
    if not (0 < width <= rasters.MAX_SIDE and 0 < height <= rasters.MAX_SIDE) or (
        width * height > rasters.MAX_PIXELS
    ):
        limit = f"{rasters.MAX_PIXELS:,}, {rasters.MAX_SIDE:,} on a side,"
        raise PackRefused("too-many-pixels", found=name, size=f"{width:,} × {height:,}", limit=limit)


def _check_text(name: str, data: bytes) -> None:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise PackRefused("not-text", found=name) from None
    if "\x00" in text:
        raise PackRefused("not-text", found=name)

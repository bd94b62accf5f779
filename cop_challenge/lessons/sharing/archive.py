"""Reading a .coppack: everything about the file is looked at before anything in it is believed.

A pack is a zip of one strict form: stored, not compressed; one file after the other from the first byte,
then their directory, then the end, with nothing before, between or behind. So nothing can unfold, and no
second file can hide in it. https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT has the layout.
"""

from __future__ import annotations

import stat
import struct
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

from cop_challenge.lessons.sharing import manifest
from cop_challenge.lessons.sharing.contents import check_content, check_type
from cop_challenge.lessons.sharing.manifest import FileFact, Manifest
from cop_challenge.lessons.sharing.names import LONGEST, check_name, check_together
from cop_challenge.lessons.sharing.refusal import PackRefused, size

SUFFIX = ".coppack"
MAX_BYTES = 200_000_000
_END = struct.Struct("<4s4H2IH")
_LOCAL = struct.Struct("<4s5H3I2H")
_ENTRY_BYTES = 46 + 4 * LONGEST
"""Of the directory, with the longest name that is allowed."""
_UTF8 = 0x800
_ENCRYPTED = 0x1 | 0x40 | 0x2000


class Archive:
    """An opened pack of which form, names, types and sizes are in order."""

    def __init__(self, path: Path) -> None:
        """Raises PackRefused."""
        self.path = path
        with self._refusing():
            self._file = self._opened()
            try:
                self._zip = self._directory()
                self._entries = self._checked()
                self.manifest = self._manifest()
            except BaseException:
                self._file.close()
                raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._zip.close()
        self._file.close()

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Each file with its name, checked against digest and type. PackRefused at the first wrong one.

        One file at a time is in memory, none larger than its type allows.
        """
        with self._refusing():
            for name, fact in sorted(self.manifest.files.items()):
                data = self._read(name)
                if FileFact.of(data) != fact:
                    raise PackRefused("changed-file", found=name)
                check_content(name, data)
                yield name, data

    @contextmanager
    def _refusing(self) -> Iterator[None]:
        """Whatever is wrong with a zip becomes a sentence about this file."""
        try:
            yield
        except PackRefused as refused:
            raise refused.of(self.path) from None
        except OSError as error:
            raise PackRefused("unreadable", reason=error.strerror or error).of(self.path) from None
        except (
            zipfile.BadZipFile,
            zipfile.LargeZipFile,
            NotImplementedError,
            struct.error,
            EOFError,
            UnicodeError,
            RuntimeError,
            ValueError,
        ) as error:
            raise PackRefused("damaged", reason=error).of(self.path) from None

    def _opened(self) -> BinaryIO:
        status = self.path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise PackRefused("not-a-pack")
        if status.st_size > MAX_BYTES:
            raise PackRefused("too-large-pack", size=size(status.st_size), limit=size(MAX_BYTES))
        return self.path.open("rb")

    def _directory(self) -> zipfile.ZipFile:
        """The zip, once its end says that there is little to read: zipfile reads all of it at once."""
        if self._file.read(4) not in (b"PK\x03\x04", b"PK\x05\x06"):
            raise PackRefused("not-a-pack")
        length = self._file.seek(0, 2)
        if length < _END.size:
            raise PackRefused("damaged", reason="it breaks off")
        self._file.seek(length - _END.size)
        sign, disk, first_disk, here, total, bytes_, start, comment = _END.unpack(self._file.read(_END.size))
        if sign != b"PK\x05\x06" or comment:
            # The end stands elsewhere: either some of the file is missing, or something follows.
            self._file.seek(max(0, length - _END.size - 0xFFFF))
            if b"PK\x05\x06" in self._file.read():
                raise PackRefused("hidden-data", place="behind its end")
            raise PackRefused("damaged", reason="its end is missing")
        if total > manifest.MAX_FILES + 1:
            raise PackRefused("too-many-files", found=f"{total:,} or more", limit=f"{manifest.MAX_FILES:,}")
        if bytes_ > total * _ENTRY_BYTES:
            raise PackRefused("damaged", reason="its directory is larger than its files need")
        if disk or first_disk or here != total or start + bytes_ != length - _END.size:
            raise PackRefused("hidden-data", place="between its parts")
        self._file.seek(max(0, length - _END.size - 20))
        if self._file.read(4) == b"PK\x06\x07":  # leads to another end, for archives beyond 4 GB
            raise PackRefused("hidden-data", place="between its parts")
        self._start = start
        return zipfile.ZipFile(self._file)

    def _checked(self) -> dict[str, zipfile.ZipInfo]:
        infos = self._zip.infolist()
        names = []
        for info in infos:
            # zipfile cuts a name at NUL, and turns the system's own separator into “/”.
            name = info.orig_filename
            names.append(name)
            check_name(name)
            self._check_entry(info)
        check_together(names)
        for info in infos:
            if info.filename == manifest.FILE:
                if info.file_size > manifest.MAX_BYTES:
                    raise PackRefused("bad-manifest", reason=f"it is {size(info.file_size)} large")
            else:
                check_type(info.filename, info.file_size)
        self._check_places(infos)
        return {info.filename: info for info in infos}

    @staticmethod
    def _check_entry(info: zipfile.ZipInfo) -> None:
        name = info.orig_filename
        mode = info.external_attr >> 16
        if stat.S_ISLNK(mode):
            raise PackRefused("link", found=name)
        if stat.S_IFMT(mode) not in (0, stat.S_IFREG) or info.is_dir() or info.external_attr & 0x410:
            raise PackRefused("not-a-file", found=name)
        if info.flag_bits & _ENCRYPTED:
            raise PackRefused("encrypted", found=name)
        if info.compress_type != zipfile.ZIP_STORED or info.compress_size != info.file_size:
            raise PackRefused("compressed", found=name)
        if info.flag_bits & ~_UTF8 or info.extra or info.comment:
            raise PackRefused("hidden-data", place=f"beside “{name}”")

    def _check_places(self, infos: list[zipfile.ZipInfo]) -> None:
        """Each file begins where the one before it ends, and is told alike in both places."""
        at = 0
        for info in sorted(infos, key=lambda info: info.header_offset):
            if info.header_offset != at:
                raise PackRefused("hidden-data", place=f"before “{info.filename}”")
            self._file.seek(at)
            sign, _, flags, method, _, _, crc, packed, unpacked, name, extra = _LOCAL.unpack(
                self._file.read(_LOCAL.size)
            )
            same = (flags, method, crc, packed, unpacked) == (
                info.flag_bits,
                info.compress_type,
                info.CRC,
                info.compress_size,
                info.file_size,
            )
            if sign != b"PK\x03\x04" or not same or extra:
                raise PackRefused("damaged", reason=f"“{info.filename}” is described in two ways")
            at += _LOCAL.size + name + packed
        if at != self._start:
            raise PackRefused("hidden-data", place="behind its last file")

    def _manifest(self) -> Manifest:
        if manifest.FILE not in self._entries:
            raise PackRefused("no-manifest", found=manifest.FILE)
        listed = Manifest.read(self._read(manifest.FILE))
        there = self._entries.keys() - {manifest.FILE}
        for name in sorted(listed.files.keys() - there):
            raise PackRefused("missing-file", found=name)
        for name in sorted(there - listed.files.keys()):
            raise PackRefused("unlisted-file", found=name)
        for name, fact in listed.files.items():
            if self._entries[name].file_size != fact.size:
                raise PackRefused("changed-file", found=name)
        return listed

    def _read(self, name: str) -> bytes:
        with self._zip.open(self._entries[name]) as file:
            return file.read()

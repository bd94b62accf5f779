"""Names of files in a pack: such as every computer can keep, and none that leads elsewhere."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from cop_challenge.lessons.sharing.refusal import PackRefused

LONGEST = 140
"""Characters of a whole path: Windows allows 260 with the user's own folder before it."""
LONGEST_PART = 80
"""Characters of a file or folder; in UTF-8 they fit Linux' 255 bytes."""
_RESERVED = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])(\..*)?", re.IGNORECASE)
_FORBIDDEN = re.compile(r'[<>"|?*:]')


def check_name(name: str) -> None:
    """PackRefused unless `name`, with “/” between folders, is safe and portable.

    The names Windows keeps and the characters it forbids:
    https://learn.microsoft.com/windows/win32/fileio/naming-a-file
    """
    parts = name.split("/")
    if name.startswith("/") or "\\" in name or ".." in parts or re.match(r"[A-Za-z]:", name):
        raise PackRefused("leads-out", found=name)
    if len(name) > LONGEST or any(len(part) > LONGEST_PART for part in parts):
        raise PackRefused("long-name", found=name, limit=LONGEST_PART if len(name) <= LONGEST else LONGEST)
    if any(unicodedata.category(sign) in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp") for sign in name):
        raise PackRefused("bad-name", found=name, reason="it has characters that don't show")
    if forbidden := _FORBIDDEN.search(name):
        raise PackRefused("bad-name", found=name, reason=f"“{forbidden[0]}” stands in it")
    if unicodedata.normalize("NFC", name) != name:
        raise PackRefused("bad-name", found=name, reason="its accents are written in an unusual way")
    for part in parts:
        if part in ("", "."):
            raise PackRefused("bad-name", found=name, reason="a folder has no name")
        if part[0] == " " or part[-1] in " .":
            raise PackRefused("bad-name", found=name, reason="a blank or a dot stands at an end")
        if part.startswith("."):
            raise PackRefused("bad-name", found=name, reason="it is hidden")
        if _RESERVED.fullmatch(part.rstrip()):
            raise PackRefused("reserved-name", found=name)


def folded(name: str) -> str:
    """What two names share that some file system takes for one."""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())


def check_together(names: Iterable[str]) -> None:
    """PackRefused if two names are one where capitals or accents don't count, or a file is a folder too."""
    seen: dict[str, str] = {}
    folders: dict[str, str] = {}
    for name in names:
        key = folded(name)
        if key in seen:
            raise PackRefused("same-name", found=name, other=seen[key])
        seen[key] = name
        parts = name.split("/")
        for depth in range(1, len(parts)):
            folder = "/".join(parts[:depth])
            if folders.setdefault(folded(folder), folder) != folder:
                raise PackRefused("same-name", found=folder, other=folders[folded(folder)])
    for key, folder in folders.items():
        if key in seen:
            raise PackRefused("same-name", found=seen[key], other=folder)

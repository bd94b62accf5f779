"""`coppack.json`: what a pack says of itself, and the digest of every file in it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from cop_challenge.lessons.sharing.refusal import PackRefused

FILE = "coppack.json"
FORMAT = 1
"""Of .coppack files."""
MAX_BYTES = 2_000_000
MAX_FILES = 4000

Line = Annotated[str, Field(max_length=300)]
Name = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
Digest = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


class FileFact(BaseModel):
    """One file."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    size: Annotated[int, Field(ge=0)]
    """Bytes."""
    sha256: Digest

    @classmethod
    def of(cls, data: bytes) -> FileFact:
        """Of a file with this content."""
        return cls(size=len(data), sha256=hashlib.sha256(data).hexdigest())


class Manifest(BaseModel):
    """The whole list."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    format: Annotated[int, Field(ge=1)] = FORMAT
    id: Name
    title: Line = ""
    version: Line = ""
    language: Line
    publisher: Line = ""
    licence: Line = ""
    lessons: Annotated[list[Name], Field(max_length=MAX_FILES)] = []
    """Ids."""
    files: Annotated[Mapping[str, FileFact], Field(max_length=MAX_FILES)]
    """By path, with “/” between folders; this list itself is not in it."""

    def data(self) -> bytes:
        """As it is written: the same bytes on every machine."""
        written = json.dumps(self.model_dump(), indent=1, sort_keys=True, ensure_ascii=False)
        return f"{written}\n".encode()

    @classmethod
    def read(cls, data: bytes) -> Manifest:
        """Raises PackRefused with what is not in order."""
        try:
            values = json.loads(data.decode("utf-8"), object_pairs_hook=_once)
            if (
                isinstance(values, dict)
                and isinstance(values.get("format"), int)
                and values["format"] > FORMAT
            ):
                raise PackRefused("needs-newer")
            return cls.model_validate(values)
        except ValidationError as error:
            first = error.errors()[0]
            place = ".".join(map(str, first["loc"]))
            reason = f"{place}: {first['msg']}".strip(": ")
        except RecursionError:
            reason = "it is nested too deeply"
        except ValueError as error:
            reason = str(error)
        raise PackRefused("bad-manifest", reason=reason)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object in which no key stands twice: which one counts would be anybody's guess."""
    values = dict(pairs)
    if len(values) < len(pairs):
        raise ValueError("a name stands twice in it")
    return values

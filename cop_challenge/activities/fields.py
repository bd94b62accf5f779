"""The types of a lesson's fields: what a value must be, checked with its track and pack in hand."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    StringConstraints,
    ValidationInfo,
)
from pydantic_core import PydanticCustomError, core_schema

from cop_challenge.core.text import Text
from cop_challenge.core.track import ENGLISH, Length


@dataclass(frozen=True)
class Surroundings:
    """What validation may look at outside the file. Passed as pydantic's context; all optional."""

    limits: Mapping[str, int] = field(default_factory=dict)
    """Most words by role, of the lesson's track."""
    characters: Collection[str] | None = None
    picture_problem: Callable[[str], str] = lambda picture: ""
    """The diagnostic rule a picture path breaks, or ""."""
    pictured: bool = False
    """Everything to choose from needs a picture, in the lesson's track."""
    language: str = "en"
    """The texts are written in."""
    length: Length = ENGLISH
    """How the limits are counted in that language."""


def around_of(info: ValidationInfo) -> Surroundings:
    """What validation was given to look at."""
    return info.context if isinstance(info.context, Surroundings) else Surroundings()


@dataclass(frozen=True)
class Words:
    """Marks a `Text` field that players read; `role` names its limit in the track."""

    role: str

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        return core_schema.with_info_after_validator_function(self._validate, core_schema.str_schema())

    def __get_pydantic_json_schema__(
        self, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return {"type": ["string", "number", "boolean"], "pattern": r"\S"}

    def _validate(self, value: str, info: ValidationInfo) -> Text:
        source = " ".join(value.split())
        if not source:
            raise PydanticCustomError("empty-text", "empty")
        around = around_of(info)
        limit = around.limits.get(self.role)
        if limit is not None and (count := around.length.count(source)) > around.length.most(limit):
            raise PydanticCustomError(
                "too-many-characters" if around.length.characters else "too-many-words",
                "too long",
                {"role": self.role, "count": count, "limit": around.length.most(limit)},
            )
        return Text(source)


@dataclass(frozen=True)
class AtMost:
    """Marks a list of which a track may allow fewer entries; `role` names its limit in the track."""

    role: str

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        return core_schema.with_info_after_validator_function(self._validate, handler(source))

    def _validate(self, value: Any, info: ValidationInfo) -> Any:
        limit = around_of(info).limits.get(self.role)
        if limit is not None and len(value) > limit:
            raise PydanticCustomError(
                "too-many-entries", "too many", {"role": self.role, "count": len(value), "limit": limit}
            )
        return value


def for_editors(pattern: str) -> Any:
    """Marks a field whose form editors can tell by a pattern; its validator has the better sentence."""
    return Field(json_schema_extra={"pattern": pattern})


def _character(value: str, info: ValidationInfo) -> str:
    known = around_of(info).characters
    if known is not None and value not in known:
        raise PydanticCustomError("unknown-character", "unknown", {"found": value, "known": sorted(known)})
    return value


def _picture(value: str, info: ValidationInfo) -> str:
    if rule := around_of(info).picture_problem(value):
        raise PydanticCustomError(rule, "picture", {"found": value})
    return value


Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
CharacterId = Annotated[str, AfterValidator(_character)]
Picture = Annotated[str, AfterValidator(_picture)]

Title = Annotated[Text, Words("title")]
Takeaway = Annotated[Text, Words("takeaway")]
Story = Annotated[Text, Words("story")]
Prompt = Annotated[Text, Words("prompt")]
Answer = Annotated[Text, Words("answer")]
Because = Annotated[Text, Words("because")]
Scene = Annotated[Text, Words("scene")]
Message = Annotated[Text, Words("message")]
Why = Annotated[Text, Words("why")]
Ending = Annotated[Text, Words("ending")]

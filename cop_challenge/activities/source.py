"""Where a fact comes from: for whoever prints or doubts a lesson, never for children's screens."""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, GetCoreSchemaHandler, GetJsonSchemaHandler, model_validator
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from cop_challenge.activities.fields import for_editors

STORY = "story"
"""Instead of a source: the figure belongs to the story, and nobody claims it of the world."""

_ADDRESS = re.compile(r"https?://[\w-]+(\.[\w-]+)+(/\S*)?")
_DOI = re.compile(r"10\.\d{4,9}/\S+")


class Source(BaseModel):
    """A publication somebody can look up."""

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        # For editors: what the validator below says.
        json_schema_extra={"anyOf": [{"required": ["address"]}, {"required": ["doi"]}]},
    )

    title: Annotated[str, Field(min_length=1)]
    """What it is called, and who published it."""
    year: Annotated[int, Field(ge=1800, le=2200)]
    """When it was published."""
    address: Annotated[str, for_editors(f"^({_ADDRESS.pattern})?$")] = ""
    """Where it stands on the web; this or `doi` is needed."""
    doi: Annotated[str, for_editors(f"^({_DOI.pattern})?$")] = ""
    """Its digital object identifier, such as `10.21241/ssoar.71817`."""

    @model_validator(mode="after")
    def _can_be_found(self) -> Self:
        if not self.address and not self.doi:
            raise PydanticCustomError("lost-source", "neither address nor doi")
        if self.address and not _ADDRESS.fullmatch(self.address):
            raise PydanticCustomError("bad-source", "no address", {"found": self.address})
        if self.doi and not _DOI.fullmatch(self.doi):
            raise PydanticCustomError("bad-source", "no doi", {"found": self.doi})
        return self


class _OrStory:
    """A source's keys, or the one word; a plain union would put its branches into the paths of errors."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_wrap_validator_function(_either, handler.generate_schema(Source))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return {"anyOf": [{"const": STORY}, handler(schema)]}


def _either(value: Any, source: core_schema.ValidatorFunctionWrapHandler) -> Any:
    if value == STORY:
        return STORY
    if isinstance(value, str):
        raise PydanticCustomError("bad-source", "a word", {"found": value})
    return source(value)


Backing = Annotated[Source | Literal["story"], _OrStory()]
"""What stands behind `source:`."""

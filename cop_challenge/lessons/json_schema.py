"""JSON Schemas of all files a pack may have: editors complete, explain and underline by them.

They say what `check` says of a file's form, as far as one file can tell. What a text may hold, what a pack
has, and what a track allows is not in them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from cop_challenge.activities import registry
from cop_challenge.activities.lesson import Entry, Lesson
from cop_challenge.core.track import Character, Track
from cop_challenge.lessons import helplines, spot, tables
from cop_challenge.lessons.about import About
from cop_challenge.lessons.guide import NAMED, notes
from cop_challenge.lessons.measure import MeasureFile
from cop_challenge.lessons.modeline import LESSON

DRAFT = "http://json-schema.org/draft-07/schema#"
"""What yaml-language-server understands whole."""

SUFFIX = ".json"

FILES: Mapping[str, type[Entry]] = {
    "pack": About,
    "tracks": tables.TracksFile,
    "characters": tables.CharactersFile,
    "measure": MeasureFile,
    "spot-messages": spot.SpotFile,
    "helpline": helplines.HelplineFile,
}
"""A pack's own files, by the name of their schema."""

SCALARS = ["string", "number", "boolean"]
"""What YAML may make of a word; the game reads all of them as the word that stands there."""
NOTHING = "null"
"""What YAML makes of a missing value, and the game of an empty one."""
YES_NO = (
    "^([Yy]([Ee][Ss])?|[Nn][Oo]?|[Oo][Nn]|[Oo][Ff][Ff]|[Tt]([Rr][Uu][Ee])?|[Ff]([Aa][Ll][Ss][Ee])?|[01])$"
)
"""What the game takes for a yes or no."""
WHOLE, NUMBER = r"^\s*[+-]?[0-9]+(\.0*)?\s*$", r"^\s*[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)\s*$"
"""Numbers between quotation marks, which are numbers here."""


class _Editors(GenerateJsonSchema):
    """Schemas of what authors write, before anything is read into it."""

    def str_schema(self, schema: core_schema.StringSchema) -> JsonSchemaValue:
        return super().str_schema(schema) | {"type": [*SCALARS, NOTHING]}

    def bool_schema(self, schema: core_schema.BoolSchema) -> JsonSchemaValue:
        return {
            "anyOf": [
                {"enum": ["yes", "no"]},
                {"type": "boolean"},
                {"enum": [0, 1]},
                {"type": "string", "pattern": YES_NO},
            ]
        }

    def int_schema(self, schema: core_schema.IntSchema) -> JsonSchemaValue:
        return super().int_schema(schema) | {"type": ["integer", "string"], "pattern": WHOLE}

    def float_schema(self, schema: core_schema.FloatSchema) -> JsonSchemaValue:
        return super().float_schema(schema) | {"type": ["number", "string"], "pattern": NUMBER}

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        """What may be left out is not written as nothing."""
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        """What is left out is told by the guides, in the author's words."""
        return self.generate_inner(schema["schema"])

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        made = super().model_schema(schema)
        cls: type[BaseModel] = schema["cls"]
        said = notes(cls)
        for name, info in cls.model_fields.items():
            means = said.get(name) or (NAMED if name == "id" else "")
            if means:
                made["properties"][info.alias or name]["description"] = means
        return made

    def enum_schema(self, schema: core_schema.EnumSchema) -> JsonSchemaValue:
        made = super().enum_schema(schema)
        said = notes(schema["cls"])
        told = [f"{one.value}: {said[one.name]}" for one in schema["members"] if one.name in said]
        return {"enum": made["enum"]} | ({"description": " ".join(told)} if told else {})


def schema_of(model: type[BaseModel], title: str) -> dict[str, Any]:
    """One file's schema, whole in itself."""
    made = model.model_json_schema(schema_generator=_Editors, ref_template="#/definitions/{model}")
    made["definitions"] = made.pop("$defs", {})
    made.pop("description", None)
    plain: dict[str, Any] = _plain(made, top=True)
    return {"$schema": DRAFT, "title": title} | plain


def _plain(value: Any, *, top: bool = False) -> Any:
    """Without the titles that pydantic makes of every name, nor what classes say to programmers."""
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if not isinstance(value, dict):
        return value
    made: dict[str, Any] = {}
    for key, inner in value.items():
        if key == "title" and isinstance(inner, str):
            continue
        if key in ("properties", "definitions"):
            made[key] = {name: _plain(each) for name, each in inner.items()}
        else:
            made[key] = inner if key in ("enum", "required", "examples") else _plain(inner)
    if NOTHING in made.get("type", ()) and not _may_be_empty(made):
        made["type"] = SCALARS
    if not top and made.get("type") == "object" and "properties" in made:
        made.pop("description", None)
    return made


def _may_be_empty(field: Mapping[str, Any]) -> bool:
    return "minLength" not in field and re.search(field.get("pattern", ""), "") is not None


def lesson_schema(tracks: Iterable[str], characters: Iterable[str]) -> dict[str, Any]:
    """Of a lesson of any kind: `kind:` chooses what else it has."""
    definitions: dict[str, Any] = {}
    kinds: list[dict[str, Any]] = []
    for kind in registry.ACTIVITIES:
        own = schema_of(registry.schema(kind), kind)
        inner = own.pop("definitions")
        for name, each in inner.items():
            definitions[f"{kind}-{name}"] = _moved(each, kind)
        del own["$schema"]
        definitions[kind] = _moved(own, kind)
        chosen = {"properties": {"kind": {"const": kind}}, "required": ["kind"]}
        kinds.append({"if": chosen, "then": {"$ref": f"#/definitions/{kind}"}})
    shared = schema_of(Lesson, "")["properties"]
    kind_field = {"enum": list(registry.ACTIVITIES), "description": shared["kind"]["description"]}
    made = {
        "$schema": DRAFT,
        "title": "A lesson of the COP Challenge game",
        "type": "object",
        "properties": {"kind": kind_field},
        "required": ["kind"],
        "allOf": kinds,
        "definitions": definitions,
    }
    return _known(made, tracks, characters)


def _moved(value: Any, kind: str) -> Any:
    """With references to the definitions of this kind, which stand among those of others."""
    if isinstance(value, list):
        return [_moved(item, kind) for item in value]
    if not isinstance(value, dict):
        return value
    return {
        key: inner.replace("#/definitions/", f"#/definitions/{kind}-", 1)
        if key == "$ref" and isinstance(inner, str)
        else _moved(inner, kind)
        for key, inner in value.items()
    }


def _known(schema: dict[str, Any], tracks: Iterable[str], characters: Iterable[str]) -> dict[str, Any]:
    """With the names to choose from as examples: a pack may bring others."""
    names = {"track": list(tracks), "who": list(characters), "hero": list(characters)}
    ahead: list[Any] = [schema]
    while ahead:
        here = ahead.pop()
        if isinstance(here, dict):
            for key, examples in names.items():
                field = here.get("properties", {}).get(key)
                if isinstance(field, dict) and "type" in field:
                    field["examples"] = examples
            ahead += here.values()
        elif isinstance(here, list):
            ahead += here
    return schema


def schemas(tracks: Mapping[str, Track], characters: Mapping[str, Character]) -> dict[str, dict[str, Any]]:
    """All of a pack's, by file name: a lesson of any kind, each kind alone, and the pack's own files."""
    made = {LESSON: lesson_schema(tracks, characters)}
    for kind in registry.ACTIVITIES:
        made[f"lesson-{kind}{SUFFIX}"] = _known(
            schema_of(registry.schema(kind), f"A lesson of the kind {kind}"), tracks, characters
        )
    for name, model in FILES.items():
        made[f"{name}{SUFFIX}"] = _known(
            schema_of(model, f"{name}.yaml of the COP Challenge game"), tracks, characters
        )
    return made


def written(schema: Mapping[str, Any]) -> str:
    """The schema as its file holds it."""
    return json.dumps(schema, ensure_ascii=False, separators=(",", ":")) + "\n"

"""All JSON Schemas there are: those of a pack, and the day file's."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from cop_challenge.core.track import Character, Track
from cop_challenge.day.day import DayFile
from cop_challenge.day.example import SCHEMA
from cop_challenge.lessons import json_schema


def schemas(tracks: Mapping[str, Track], characters: Mapping[str, Character]) -> dict[str, dict[str, Any]]:
    """By file name, as they lie in content/schemas."""
    day = json_schema.schema_of(DayFile, "A day of the COP Challenge game")
    return json_schema.schemas(tracks, characters) | {SCHEMA: day}

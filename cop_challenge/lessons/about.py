"""What a pack says of itself: `pack.yaml`."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

from cop_challenge.activities.fields import for_editors
from cop_challenge.activities.lesson import Entry
from cop_challenge.i18n.locale import LANGUAGE, SOURCE_LANGUAGE

FILE = "pack.yaml"


def _language(value: str) -> str:
    if not re.fullmatch(LANGUAGE, value):
        raise PydanticCustomError("not-a-language", "no language", {"found": value})
    return value


class About(Entry):
    """A pack as a whole; a pack that has no such file is one of everything usual."""

    language: Annotated[str, AfterValidator(_language), for_editors(f"^({LANGUAGE})$")] = SOURCE_LANGUAGE
    """Code of the language its texts are written in."""


NOTHING_SAID = About()

from __future__ import annotations

from pydantic import TypeAdapter, ValidationError

from cop_challenge.activities.fields import Story

STORY: TypeAdapter[object] = TypeAdapter(Story)


def rule_broken(text: str) -> str:
    try:
        STORY.validate_python(text)
    except ValidationError as error:
        return str(error.errors()[0]["type"])
    return ""


def test_a_text_of_blanks_is_none() -> None:
    assert rule_broken("  \n ") == "empty-text"

"""Lessons made of what a test wants to read."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from cop_challenge.activities.quiz.schema import Model

Make = Callable[..., Model]
"""Called with a text for every explanation, and perhaps pairs of right and wrong answers."""


@pytest.fixture
def lesson() -> Make:
    def make(because: str = "So.", *pairs: tuple[str, str], title: str = "Spoon") -> Model:
        return Model.model_validate(
            {
                "schema": "1",
                "id": "spoon",
                "kind": "quiz",
                "track": "8-12",
                "title": title,
                "smart": "tell",
                "risk": "content",
                "strand": "privacy-and-security",
                "takeaway": because,
                "minutes": "1",
                "rounds": [
                    _round(number, because, *pair) for number, pair in enumerate(pairs or [("A", "B")] * 2)
                ],
            }
        )

    return make


def _round(number: int, because: str, right: str, wrong: str) -> dict[str, object]:
    return {
        "id": f"r{number}",
        "who": "bia",
        "story": because,
        "prompt": because,
        "harmless": "yes",
        "answers": [
            {"id": "right", "text": right, "right": "yes", "because": because},
            {"id": "wrong", "text": wrong, "right": "no", "because": because},
        ],
    }

"""Interface words of the net of helpers."""

from __future__ import annotations

from cop_challenge.core.text import Text

WHAT_NOW = Text("Busy! What now?", "ui.helpers.what-now")

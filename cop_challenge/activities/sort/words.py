"""What the interface says in a sorting lesson."""

from __future__ import annotations

from cop_challenge.core.text import Text

OPEN = Text("Open the backpack", "ui.sort.open")
UNDO = Text("Take it out again", "ui.sort.undo")

"""The interface words of the chat and of the talk at the table."""

from __future__ import annotations

from cop_challenge.core.text import Text

SPOT = Text("Something fishy in there? Tap the line. Or just answer.", "ui.chat.spot")
ANSWER = Text("What do you answer? The ways out stay open.", "ui.chat.answer")
LISTEN = Text("What lies behind the words? Tap a line. Or just answer.", "ui.chat.listen")
REPLY = Text("What do you say?", "ui.chat.reply")
NAMED = Text("{name}: {because}", "ui.chat.named")
CAUGHT = Text("In this chat:", "ui.chat.caught")
HEARD = Text("Between the lines:", "ui.chat.heard")
ALSO = Text("Also in there:", "ui.chat.also")
OPENNESS = (
    Text("Shut tight", "ui.chat.open-0"),
    Text("Holding back", "ui.chat.open-1"),
    Text("A little open", "ui.chat.open-2"),
    Text("Opening up", "ui.chat.open-3"),
    Text("Wide open", "ui.chat.open-4"),
)
"""How far somebody opens up, by the steps of the flower."""

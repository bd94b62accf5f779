"""Words of the toy theatre that no lesson brings."""

from __future__ import annotations

from cop_challenge.core.text import Text

HELLO = Text("Feels not right? Press the button! Try it!", "ui.stop.hello")
UH_OH = Text("Uh-oh!", "ui.stop.uh-oh")
GO_ON = Text("Go on", "ui.stop.go-on")
CALM = Text("{why} The button is always here for you.", "ui.stop.calm")
"""Pressed while all is well: never wrong, only not needed."""
PASSED = Text("Hmm. Does this feel right?", "ui.stop.passed")
TOGETHER = Text("We press it together!", "ui.stop.together")
WHO = Text("Who can help {hero}?", "ui.stop.who")
SAY = Text("What can {hero} say?", "ui.stop.say")
TOLD = Text("Well told!", "ui.stop.told")
NO_NEED = Text("No button today!", "ui.stop.no-need")
NEXT_STORY = Text("Next story", "ui.stop.next-story")

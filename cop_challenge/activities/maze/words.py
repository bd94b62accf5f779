"""The interface words of the house of crooked doors, and the names of the tricks."""

from __future__ import annotations

from collections.abc import Mapping

from cop_challenge.activities.maze.board import Pattern
from cop_challenge.core.text import Text

ENTER = Text("In we go", "ui.maze.enter")
LENS = Text("That’s a trick!", "ui.maze.lens")
LENS_AWAY = Text("Put it away", "ui.maze.lens-away")
LENS_ASK = Text("Which part is a trick? Tap it.", "ui.maze.lens-ask")
WISHES = Text("Our wishes", "ui.maze.wishes")
FOUND = Text("Tricks found: {count}", "ui.maze.found")
NOW_YOU = Text("Out there", "ui.maze.now-you")
NAMED = Text("{name}! {because}", "ui.maze.named")
HONEST = Text("No trick. {because}", "ui.maze.honest")
STILL_BROKEN = Text("One wish is still broken: “{wish}”. It can be mended here.", "ui.maze.still-broken")
ON = Text("on", "ui.maze.on")
OFF = Text("off", "ui.maze.off")

PATTERNS: Mapping[Pattern, Text] = {
    Pattern.HIDDEN_NO: Text("Hidden No", "ui.maze.pattern.hidden-no"),
    Pattern.TICKED: Text("Ticked for you", "ui.maze.pattern.ticked"),
    Pattern.HURRY: Text("False hurry", "ui.maze.pattern.hurry"),
    Pattern.SHAME: Text("Guilt button", "ui.maze.pattern.shame"),
    Pattern.CHANCE: Text("Paid chance", "ui.maze.pattern.chance"),
    Pattern.BURIED: Text("Buried words", "ui.maze.pattern.buried"),
    Pattern.AGREE_ALL: Text("Yes to everything", "ui.maze.pattern.agree-all"),
    Pattern.DETOUR: Text("Long way out", "ui.maze.pattern.detour"),
    Pattern.TWISTED: Text("Twisted words", "ui.maze.pattern.twisted"),
    Pattern.NOT_FREE: Text("Free that costs", "ui.maze.pattern.not-free"),
    Pattern.NAG: Text("Asks and asks", "ui.maze.pattern.nag"),
}
"""What each trick is called."""

SIGNS: Mapping[Pattern, str] = {
    Pattern.HIDDEN_NO: "eye-off",
    Pattern.TICKED: "check",
    Pattern.HURRY: "hourglass",
    Pattern.SHAME: "mask",
    Pattern.CHANCE: "gift",
    Pattern.BURIED: "letters",
    Pattern.AGREE_ALL: "thumb-up",
    Pattern.DETOUR: "snail",
    Pattern.TWISTED: "puzzle",
    Pattern.NOT_FREE: "coins",
    Pattern.NAG: "bell",
}
"""The icon of each trick's badge."""

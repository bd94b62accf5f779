"""The interface words of this kind."""

from __future__ import annotations

from cop_challenge.core.text import Text

CHOOSE_ONE = Text("What does the squad do?", "ui.bystander.choose-one")
CHOOSE_TWO = Text("This one needs two of you. What do you do first?", "ui.bystander.choose-two")
AND_NOW = Text("Good. And what else?", "ui.bystander.and-now")
YOUR_TURN = {
    "left": Text("Sun: your turn", "ui.bystander.left-turn"),
    "right": Text("Wave: your turn", "ui.bystander.right-turn"),
}
HAND = {
    "left": Text("Sun", "ui.bystander.left"),
    "right": Text("Wave", "ui.bystander.right"),
}
"""The two players are called by their signs, so that nobody is first or second."""
MORE_LIGHT = Text("{hero}: more light", "ui.bystander.more-light")
LESS_LIGHT = Text("{hero}: less light", "ui.bystander.less-light")
SAME_LIGHT = Text("{hero}: no change", "ui.bystander.same-light")
FOLLOW = Text("Others follow: {count}", "ui.bystander.follow")
TURN_AWAY = Text("Others leave: {count}", "ui.bystander.turn-away")
WAIT = Text("The others wait", "ui.bystander.wait")
SAFE = Text("You are safe", "ui.bystander.safe")
EXPOSED = Text("It turns to you", "ui.bystander.exposed")
SQUAD = Text("You", "ui.bystander.squad")
"""Who wrote it, in the feed."""

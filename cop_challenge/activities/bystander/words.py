"""The interface words of this kind."""

from __future__ import annotations

from cop_challenge.core.text import Text

CHOOSE_ONE = Text("What does the squad do?", "ui.bystander.choose-one")
CHOOSE_TWO = Text("This one needs two of you. What do you do first?", "ui.bystander.choose-two")
AND_NOW = Text("Good. And what else?", "ui.bystander.and-now")
EACH_HAND = Text("Two players: each takes one sign.", "ui.bystander.each-hand")
OTHER_HAND = {
    "left": Text("Now the player with the sun.", "ui.bystander.left-turn"),
    "right": Text("Now the player with the wave.", "ui.bystander.right-turn"),
}
HAND = {
    "left": Text("Sun", "ui.bystander.left"),
    "right": Text("Wave", "ui.bystander.right"),
}
"""The two players are called by their signs, so that nobody is first or second."""
MORE_LIGHT = Text("More light for {hero}", "ui.bystander.more-light")
LESS_LIGHT = Text("Less light for {hero}", "ui.bystander.less-light")
SAME_LIGHT = Text("{hero}: no change yet", "ui.bystander.same-light")
FOLLOW = Text("Others follow: {count}", "ui.bystander.follow")
TURN_AWAY = Text("Others turn away: {count}", "ui.bystander.turn-away")
WAIT = Text("The others wait", "ui.bystander.wait")
SAFE = Text("You are safe", "ui.bystander.safe")
EXPOSED = Text("Now it turns to you", "ui.bystander.exposed")
SQUAD = Text("You", "ui.bystander.squad")
"""Who wrote it, in the feed."""

"""The interface words of the Trick Factory."""

from __future__ import annotations

from collections.abc import Mapping

from cop_challenge.activities.factory.moves import Bin, Move
from cop_challenge.core.text import Text

MOVES: Mapping[Move, Text] = {
    Move.EMOTION: Text("Big feelings", "ui.factory.move.emotion"),
    Move.US_AGAINST_THEM: Text("Us against them", "ui.factory.move.us-against-them"),
    Move.HURRY: Text("Hurry, share", "ui.factory.move.hurry"),
    Move.EVERYBODY_KNOWS: Text("Everybody knows", "ui.factory.move.everybody-knows"),
    Move.FAKE_EXPERT: Text("Fake expert", "ui.factory.move.fake-expert"),
    Move.HIDDEN_TRUTH: Text("They hide it", "ui.factory.move.hidden-truth"),
    Move.HALF_PICTURE: Text("Half a picture", "ui.factory.move.half-picture"),
    Move.FALSE_NUMBERS: Text("Made-up numbers", "ui.factory.move.false-numbers"),
    Move.PLAIN: Text("No trick", "ui.factory.move.plain"),
}
"""What each move is called, in both halves of a lesson."""

BINS: Mapping[Bin, Text] = {
    Bin.TRICKS: Text("Built by tricks", "ui.factory.bin.tricks"),
    Bin.HONEST: Text("Reported honestly", "ui.factory.bin.honest"),
    Bin.CHECK: Text("Can’t tell: check first", "ui.factory.bin.check"),
}

WHY: Mapping[Bin, Text] = {
    Bin.TRICKS: Text("Tricks, yes. Which move drives it?", "ui.factory.why.tricks"),
    Bin.HONEST: Text("Honest, yes. What makes it solid?", "ui.factory.why.honest"),
    Bin.CHECK: Text("Open, yes. What would settle it?", "ui.factory.why.check"),
}
"""Asked once it is known where a message belongs."""

WHERE = Text("Which chute?", "ui.factory.where")
RUMOUR = Text("Today’s rumour", "ui.factory.rumour")
PLATE = Text("Hurts nobody", "ui.factory.plate")
TOY = Text(
    "A toy estimate: each sharer shows it to 25 people, and tricks make more of them pass it on.",
    "ui.factory.toy",
)
REACH = Text("Estimated reach: {place}", "ui.factory.reach")
PLACES = (
    Text("your stairwell", "ui.factory.place.stairwell"),
    Text("your school", "ui.factory.place.school"),
    Text("your district", "ui.factory.place.district"),
    Text("half the city", "ui.factory.place.half-city"),
    Text("the whole city", "ui.factory.place.city"),
)
"""How far it gets, by the dial's marks."""
OUT = Text(
    "It would be seen by about {count} person. The dial never asks whether it is true.",
    "ui.factory.out",
    plural="It would be seen by about {count} people. The dial never asks whether it is true.",
)
GATE = Text("Next shift: the sorting gate. Not everything on this belt is rubbish.", "ui.factory.gate")

SHRED = Text("Shred it", "ui.factory.shred")
SWAP = Text("Swap the part", "ui.factory.swap")
TO_GATE = Text("To the gate", "ui.factory.to-gate")

"""Words of the patrol's own interface."""

from __future__ import annotations

from collections.abc import Mapping

from cop_challenge.activities.patrol.schema import Sign
from cop_challenge.core.text import Text

CLOSE = Text("Close it", "ui.patrol.close")
ASK = Text("Ask a grown-up", "ui.patrol.ask")
USE = Text("Carry on", "ui.patrol.use")
START = Text("Start the patrol", "ui.patrol.start")
CALM = Text("Calm patrol", "ui.patrol.calm")
QUICK = Text("Quick patrol", "ui.patrol.quick")
SIGNS_TITLE = Text("Did you see?", "ui.patrol.signs")

SIGNS: Mapping[Sign, Text] = {
    Sign.HURRY: Text("A hurry", "ui.patrol.sign.hurry"),
    Sign.PRIZE: Text("A gift", "ui.patrol.sign.prize"),
    Sign.PRIVATE: Text("Something private", "ui.patrol.sign.private"),
    Sign.MONEY: Text("It costs money", "ui.patrol.sign.money"),
    Sign.SCARE: Text("An alarm", "ui.patrol.sign.scare"),
    Sign.SECRET: Text("A secret", "ui.patrol.sign.secret"),
    Sign.UNKNOWN: Text("Nobody knows who", "ui.patrol.sign.unknown"),
    Sign.HURTS: Text("It hurts", "ui.patrol.sign.hurts"),
    Sign.ELSEWHERE: Text("It leads away", "ui.patrol.sign.elsewhere"),
    Sign.KNOWN: Text("Someone I know", "ui.patrol.sign.known"),
    Sign.EXPECTED: Text("I waited for it", "ui.patrol.sign.expected"),
    Sign.BELONGS: Text("It belongs here", "ui.patrol.sign.belongs"),
    Sign.PATIENT: Text("It can wait", "ui.patrol.sign.patient"),
}

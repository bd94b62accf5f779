"""The interface words of this kind."""

from __future__ import annotations

from cop_challenge.activities.deal.schema import Pillar, Stands, When
from cop_challenge.core.text import Text

CHOOSES = {
    "parent": Text("The big hand chooses", "ui.deal.parent-chooses"),
    "child": Text("The small hand chooses", "ui.deal.child-chooses"),
}
SHAKE = {
    "parent": Text("Big hand: agreed!", "ui.deal.parent-shakes"),
    "child": Text("Small hand: agreed!", "ui.deal.child-shakes"),
}
"""The hand that did not choose takes it, or does not."""
OTHER_WORDS = Text("Other words", "ui.deal.other-words")
AGREE = {
    "parent": Text("Can the big hand keep this, too?", "ui.deal.parent-agrees"),
    "child": Text("Can the small hand keep this, too?", "ui.deal.child-agrees"),
}
READ_CARD = Text("Read it aloud together. Does a line pinch? Tap it and change it.", "ui.deal.read-card")
NOW_YOU = Text("And now the small hand.", "ui.deal.now-you")
READ_PLAN = Text(
    "Read it through. Tap a line to change it, or put the stamp on it.", "ui.deal.read-programme"
)
SIGN = {
    "parent": Text("The big hand signs", "ui.deal.parent-signs"),
    "child": Text("The small hand signs", "ui.deal.child-signs"),
    "school": Text("Stamp it", "ui.deal.school-signs"),
}

NEXT_STEP = Text("What is a good next step?", "ui.deal.next-step")
WHO = Text("Who takes it on?", "ui.deal.who")
WHEN = Text("By when?", "ui.deal.when")
STEP_BACK = Text("One step back", "ui.deal.step-back")

STANDS = {
    Stands.NOT_YET: Text("Not yet", "ui.deal.not-yet"),
    Stands.BEGUN: Text("Begun", "ui.deal.begun"),
    Stands.DONE: Text("Done", "ui.deal.done"),
}
PERIODS = {
    When.WEEK: Text("This week", "ui.deal.this-week"),
    When.MONTH: Text("This month", "ui.deal.this-month"),
    When.TERM: Text("This term", "ui.deal.this-term"),
}
PILLARS = {
    Pillar.POLICY: Text("Policy", "ui.deal.policy"),
    Pillar.TECHNOLOGY: Text("Technology", "ui.deal.technology"),
    Pillar.PEOPLE: Text("People", "ui.deal.people"),
    Pillar.TRAINING: Text("Training", "ui.deal.training"),
    Pillar.PARTNERS: Text("Partners", "ui.deal.partners"),
}

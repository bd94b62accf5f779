"""The words of what a teacher holds in hand: the lesson plan, and the questions after four weeks."""

from __future__ import annotations

from cop_challenge.core.text import Text

PLAN = Text("Lesson plan", "print.plan.title")
AIM = Text(
    "Players practise five habits. Afterwards they can say in their own words what they would do, and whom "
    "they would tell.",
    "print.plan.aim",
)
HABITS = Text("The five habits", "print.plan.habits")
GAMES = Text("{count} game", "print.plan.games", plural="{count} games")
STEPS_TITLE = Text("One lesson", "print.plan.steps")
MINUTES = Text("{minutes} min", "print.plan.minutes")
STEPS = (
    (
        5,
        Text(
            "Begin: what do you like to do online? Nobody needs to tell of trouble here; whoever wants to "
            "finds you afterwards.",
            "print.plan.step.begin",
        ),
    ),
    (
        20,
        Text("Play in pairs: a game or two, and change hands after each.", "print.plan.step.play"),
    ),
    (
        15,
        Text(
            "Talk: each pair draws a card and answers for somebody in a story, not for themselves.",
            "print.plan.step.talk",
        ),
    ),
    (
        5,
        Text("Close: everybody says one sentence that a friend should hear today.", "print.plan.step.close"),
    ),
)
"""Minutes, and what is done; the school's own length changes the middle."""
RISKS = Text("What the games are about", "print.plan.risks")
LEAD_IS = Text("Our safeguarding lead:", "print.plan.lead")
LIST = Text("The games and what to take along", "print.plan.list")
RISK = Text("Risk", "print.plan.risk")
STRAND = Text("Belongs to", "print.plan.strand")
CARDS = Text("Cards to cut out and to talk about", "print.plan.cards")
QUESTIONS = (
    Text("When is this easy, and when is it hard?", "print.plan.question.hard"),
    Text("What could somebody say, word for word?", "print.plan.question.say"),
    Text("Who can help, and who else if that one is busy?", "print.plan.question.help"),
    Text("When would it be fine to do without?", "print.plan.question.fine"),
    Text("How would you explain it to somebody younger?", "print.plan.question.younger"),
)
"""They take turns on the cards. None asks what somebody has done or met."""
SOURCES = Text("Where it comes from", "print.plan.sources")

FOLLOW_UP = Text("Four weeks later", "print.follow-up.title")
FOLLOW_UP_HOW = Text(
    "Read each story and its answers aloud; show the pictures, if there are any. Then: eyes closed, one hand "
    "each. Count the hands for every answer. Write down no names, and do not say yet which one holds.",
    "print.follow-up.how",
)
GROUP = Text("Group", "print.follow-up.group")
PRESENT = Text("How many are here", "print.follow-up.present")
TALLY = Text("Hands", "print.follow-up.tally")
SUM = Text("Sum", "print.follow-up.sum")
KEY = Text("Afterwards: which answers hold", "print.follow-up.key")
SAFE = Text("Nothing is wrong in this story: suspicion is no right answer.", "print.follow-up.safe")
KEY_HOW = Text(
    "Divide the hands for these answers by all hands. Where fewer than half chose one, play that game again. "
    "Keep sums of groups under ten to yourself. They tell what is remembered, not how anybody behaves.",
    "print.follow-up.key-how",
)

"""The words of paper. Lessons bring their own; all that is also on screen stands where the screen has it."""

from __future__ import annotations

from collections.abc import Mapping

from cop_challenge.core.tags import Habit
from cop_challenge.core.text import Text

CHALLENGE = Text("Child Online Protection Challenge", "print.challenge")
SCHOOL = Text("School", "print.school")
DATE = Text("Date", "print.date")
NAME = Text("Name", "print.name")
SIGNATURE = Text("Signature", "print.signature")
STAMP = Text("Stamp of the school", "print.stamp")
OWN = Text("Something of our own:", "print.own")
HOLDS = Text("holds", "print.holds")
HOLDS_NOT = Text("will not hold", "print.holds-not")

PROGRAMME = Text("Protection programme", "print.programme.title")
HOW_PROGRAMME = Text(
    "For each pillar: tick where you stand, then one small next step, who takes it on, and by when. "
    "Some steps sound better than they are; the last page tells which, and why.",
    "print.programme.how",
)
NEXT_STEP = Text("Next step", "print.programme.next-step")
WHO = Text("Who takes it on", "print.programme.who")
ROLE = Text("Another role:", "print.programme.role")
WHEN = Text("By when", "print.programme.when")
DONE_ON = Text("Done on", "print.programme.done-on")
HEAD = Text("Head of the school", "print.programme.head")
LEAD = Text("Safeguarding lead", "print.programme.lead")
LOOK_AGAIN = Text("We look at this page again on", "print.programme.look-again")
WEIGH_PROGRAMME = Text("What each step is worth, and what it costs", "print.programme.weigh")
WEIGH_HOW = Text(
    "Read this after choosing, not before. A step that holds may still be the wrong one for your school.",
    "print.programme.weigh-how",
)

CARD = Text("Family deal card", "print.card.title")
HOW_CARD = Text(
    "Choose one wording for each line, together; write your own if none fits. "
    "A deal holds when both sides can keep it. The last page tells what each wording is worth.",
    "print.card.how",
)
PARENT_SIGNS = Text("The big hand", "print.card.parent")
CHILD_SIGNS = Text("The small hand", "print.card.child")
CARD_AGAIN = Text("Does a line pinch? We sit down again on", "print.card.again")
WEIGH_CARD = Text("What each wording is worth, and what it costs", "print.card.weigh")
WEIGH_CARD_HOW = Text(
    "Read this after choosing, not before. What both sides may say is said with good reasons.",
    "print.card.weigh-how",
)
CHILD_SAYS = Text("A child may say:", "print.card.child-says")
PARENT_SAYS = Text("A grown-up may say:", "print.card.parent-says")

RULES: Mapping[Habit, Text] = {
    Habit.SET_LIMITS: Text("I decide when it is enough.", "print.rule.set-limits"),
    Habit.MEETING: Text("Never alone, never in secret: a grown-up comes along.", "print.rule.meeting"),
    Habit.ACCEPTING: Text("An invitation is a question. I may say no.", "print.rule.accepting"),
    Habit.REACT: Text("Stop, breathe, then choose. Show somebody.", "print.rule.react"),
    Habit.TELL: Text("It is never too late to tell, and never my fault.", "print.rule.tell"),
}
"""Each habit in one sentence, for every age."""

PASSPORT = Text("Passport", "print.passport.title")
FRIEND = Text("My friend of the bay", "print.passport.friend")
"""Below an empty frame in which a child draws the figure chosen on the station."""
TEACH = Text("Teach a friend", "print.passport.teach")
TEACH_HOW = Text("Show somebody one of the habits. Each time there is a stamp.", "print.passport.teach-how")
FOLD = Text("Fold the upper half to the back, then close it like a book.", "print.passport.fold")

POSTERS = Text("Posters", "print.poster.title")

CERTIFICATE = Text("Certificate", "print.certificate.title")
IS_FOR = Text("This certificate is for", "print.certificate.for")
AMBASSADOR = Text("COP Ambassador", "print.certificate.ambassador")
KEEPER = Text("Keeper of the Light", "print.certificate.keeper")
DEEDS = {
    "playful": Text(
        "who played for the light of the bay and practised five good habits.", "print.certificate.playful"
    ),
    "adventure": Text(
        "who went out to bring the light back to the bay, and practised the five habits on the way.",
        "print.certificate.adventure",
    ),
    "city": Text(
        "who practised looking twice, saying no in time, and the five habits.", "print.certificate.city"
    ),
    "study": Text(
        "who took part in the Child Online Protection Challenge, practised the five habits, "
        "and will pass them on.",
        "print.certificate.study",
    ),
}
"""What was done, by the mood of the track: no more is claimed than a day can hold."""

TIMETABLE = Text("Who plays when", "print.timetable.title")
BY_GROUP = Text("When each group comes", "print.timetable.by-group")
GROUP = Text("Group", "print.timetable.group")
TIME = Text("Time", "print.timetable.time")
HOW_MANY = Text("How many", "print.timetable.how-many")
BREAK = Text("Break", "print.timetable.break")
STATION = Text("Station {station}", "print.timetable.station")
STATIONS = Text("Stations {first}–{last}", "print.timetable.stations")
"""From one number to another."""
PLAYERS = Text("{count} player", "print.timetable.players", plural="{count} players")
"""Children, or grown-ups."""

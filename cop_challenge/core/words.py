"""Every word of the interface. Lessons bring their own; nothing else on screen is text."""

from __future__ import annotations

from collections.abc import Mapping

from cop_challenge.core.tags import Feeling, Habit, Risk, Strand
from cop_challenge.core.text import Text

TITLE = Text("Lantern Bay", "ui.title")
SLOGAN = Text("Click Safe, Click Clever", "ui.slogan")
"""In large letters on the screen that invites; the tracks' spot messages take turns with it."""
BROUGHT = Text("Brought to you by {name}", "ui.attract.brought")
"""With the publisher of a pack, as it calls itself."""
BEGIN = Text("Touch to light the bay", "ui.attract.begin")

CHOOSE_LANGUAGE = Text("Choose your language", "ui.language.title")
CHOOSE_TRACK = Text("Choose your light", "ui.track.title")
TRACK_SOON = Text("Not lit yet", "ui.track.soon")
UNREAD = Text("No voice here", "ui.track.unread")
"""Why little ones can't play in a language: nothing would be read to them."""
LANGUAGES = Text("Another language", "ui.languages")
PAGE_OF = Text("{page} / {pages}")
"""On the way to more languages: whoever needs it reads no word of this one."""
NUMBER = Text("{number}")
CHOOSE_AVATAR = Text("Who are you today?", "ui.avatar.title")
NURU_HELLO = Text("Hi, I am Nuru! Which light is yours?", "ui.track.nuru")
NURU_AVATAR = Text("Pick a friend for your passport.", "ui.avatar.nuru")

CHOOSE_SECOND = Text("And who is your friend?", "ui.avatar.second")
NURU_SECOND = Text("You take turns: whoever stands in front answers.", "ui.avatar.nuru-second")
CHOOSE_STAMPS = Text("Which stamps are in your passport already?", "ui.stamps.title")
NURU_STAMPS = Text("Touch them, and the sky gets brighter.", "ui.stamps.nuru")
STAMPS_NONE = Text("None yet", "ui.stamps.none")

MAP_TITLE = Text("The lanterns of the bay have gone out. Light one!", "ui.map.title")
MAP_NEXT = Text("Which lantern next?", "ui.map.next")
MAP_LAST = Text("One more, or your passport?", "ui.map.last")
MAP_NURU = Text("Each lantern is a story. Choose the one you like.", "ui.map.nuru")
MAP_NURU_AGAIN = Text("Look, the sky is getting brighter!", "ui.map.nuru-again")
TO_PASSPORT = Text("My passport", "ui.map.passport")

NEXT = Text("Next", "ui.next")
BACK = Text("Back", "ui.back")
LEAVE = Text("To the map", "ui.leave")
REWIND = Text("Rewind", "ui.rewind")
ANOTHER_WAY = Text("Try another way", "ui.another-way")
LIGHT_LANTERN = Text("Light the lantern", "ui.light-lantern")
REMEMBER = Text("Take this with you:", "ui.remember")
LIT = Text("{lantern} is lit!", "ui.lantern.lit")
SKIP = Text("Skip these questions", "ui.sheet.skip")
SHEET_BEFORE = Text("Before you play: what would you do?", "ui.sheet.before")
SHEET_AFTER = Text("One more look: what would you do?", "ui.sheet.after")
SURE = Text("Would you know what to do?", "ui.sheet.sure")
SURE_VERY = Text("Yes, I am sure", "ui.sheet.sure.very")
SURE_A_BIT = Text("I think so", "ui.sheet.sure.a-bit")
SURE_NOT_YET = Text("Not yet", "ui.sheet.sure.not-yet")
AGAIN = Text("Would you play here again?", "ui.sheet.again")
AGAIN_YES = Text("Yes!", "ui.sheet.again.yes")
AGAIN_MAYBE = Text("Maybe", "ui.sheet.again.maybe")
AGAIN_NO = Text("No", "ui.sheet.again.no")
LISTEN = Text("Read it to me", "ui.listen")
NAMED = Text("{name}: {what}", "ui.named")
FEELS = Text("{hero}: {feeling}", "ui.feels")

PASSPORT_TITLE = Text("The bay is glowing!", "ui.passport.title")
PASSPORT_LANTERNS = Text("Lanterns: {lit} of {total}", "ui.passport.lanterns")
PASSPORT_LIGHT = Text("Light gathered: {light}", "ui.passport.light")
PASSPORT_STAMP = Text("Show this page and get your stamps.", "ui.passport.stamp")
GOODBYE = Text("Done", "ui.passport.done")

HARBOUR_LIT = Text(
    "{count} lantern, lit by all of us together",
    "ui.harbour.lit",
    plural="{count} lanterns, lit by all of us together",
)
"""Under `PASSPORT_TITLE`, at the end of a day: a whole school's."""

GROWN_UP = Text("I want a grown-up", "ui.grown-up")
GROWN_UP_TITLE = Text("A grown-up here can help.", "ui.grown-up.title")
GROWN_UP_CALM = Text(
    "Put up your hand, or walk to the grown-up at this station. There is time.", "ui.grown-up.calm"
)
HELPLINES: Mapping[str, Text] = {
    "helpline": Text("To talk to someone", "ui.helpline.helpline"),
    "hotline": Text("To report what is against the law, without your name", "ui.helpline.hotline"),
    "image-removal": Text("To have a private picture taken down", "ui.helpline.image-removal"),
}
"""What each sort of service is for."""
HELPLINE_SPEAKS = Text("Speaks: {languages}", "ui.helpline.speaks")
HELPLINE_WHEN = Text("{hours}\u00a0· {cost}", "ui.helpline.when")
GROWN_UP_BACK = Text("Back to where I was", "ui.grown-up.back")

RESTING = Text("Nuru is resting. Please tell the grown-up here.", "ui.resting")
RESTING_CRASHES = Text(
    "For staff: the game stopped {count} times in a row. It tries again by itself.", "ui.resting.crashes"
)
RESTING_REFUSED = Text(
    "For staff: the game can't go on as it was started. It tries again by itself.", "ui.resting.refused"
)
RESTING_NOW = Text("Enter or a touch: now", "ui.resting.now")

PAUSE = Text("Pause", "ui.pause")
PAUSE_TITLE = Text("A little pause", "ui.pause.title")
GO_ON = Text("Go on", "ui.pause.go-on")
LOOKS = Text("How it looks and sounds", "ui.pause.looks")

QUIETER = Text("Quieter", "ui.setting.quieter")
LOUDER = Text("Louder", "ui.setting.louder")
PERCENT = Text("{percent}")
"""Written by the language's own rules: it has nothing to translate."""
SETTINGS: Mapping[str, Text] = {
    "sound": Text("Sound", "ui.setting.sound"),
    "speech": Text("Reading aloud", "ui.setting.speech"),
    "speed": Text("Voice", "ui.setting.speed"),
    "reader": Text("Who reads", "ui.setting.reader"),
    "text": Text("Letter size", "ui.setting.text"),
    "letters": Text("Letters", "ui.setting.letters"),
    "motion": Text("Movement", "ui.setting.motion"),
    "contrast": Text("Contrast", "ui.setting.contrast"),
}
VALUES: Mapping[str, Text] = {
    "slow": Text("slow", "ui.setting.slow"),
    "fast": Text("fast", "ui.setting.fast"),
    "voice": Text("a voice", "ui.setting.voice"),
    "grown-up": Text("a grown-up", "ui.setting.grown-up"),
    "fits": Text("for little ones", "ui.setting.fits"),
    "on": Text("on", "ui.setting.on"),
    "off": Text("off", "ui.setting.off"),
    "lively": Text("lively", "ui.setting.lively"),
    "calm": Text("calm", "ui.setting.calm"),
    "normal": Text("normal", "ui.setting.normal"),
    "high": Text("strong", "ui.setting.high"),
    "round": Text("round", "ui.setting.round"),
    "easy": Text("easy to read", "ui.setting.easy"),
}

STAFF_TITLE = Text("For staff", "ui.staff.title")
STAFF_STATION = Text("This station", "ui.staff.station")
STAFF_LESSONS = Text("Lessons: {lessons}; tracks: {tracks}", "ui.staff.lessons")
STAFF_LANGUAGES = Text("Languages: {languages}", "ui.staff.languages")
STAFF_DRAFTS = Text("First drafts, awaiting a native reader: {languages}", "ui.staff.drafts")
STAFF_FACTS = Text("Facts kept so far: {facts}", "ui.staff.facts")
STAFF_SOUND = Text("Sound: {state}", "ui.staff.sound")
STAFF_VOICE = Text("Reading aloud: {state}", "ui.staff.voice")
STAFF_DAY = Text("Day: {day} ({measured})", "ui.staff.day")
STAFF_MEASURED = Text("questions before and after", "ui.staff.measured")
STAFF_NOT_MEASURED = Text("nothing is measured", "ui.staff.not-measured")
UNMEASURED_PAIRS = Text(
    "Nothing is measured on this day: its stations are played in pairs.", "ui.staff.unmeasured.pairs"
)
UNMEASURED_SHORT = Text(
    "Nothing is measured on this day: visits of {minutes} minutes are shorter than {least}.",
    "ui.staff.unmeasured.short",
)
STAFF_TWO = Text("{first} · {second}", "ui.staff.two")
"""Two facts in a line: the page has little room."""
STAFF_UNVOICED = Text(
    "No voice for {languages}: little ones can't play, unless the settings say that a grown-up reads.",
    "ui.staff.unvoiced",
)
STAFF_NO_VOICE = Text(
    "No voice: little ones can't play, unless the settings say that a grown-up reads.",
    "ui.staff.no-voice",
)
STAFF_SOUND_WORKS = Text("works", "ui.staff.sound.works")
STAFF_HELP_NONE = Text("Helplines: none for this day", "ui.staff.help.none")
STAFF_HELP_GOOD = Text("Helplines: verified on {day}", "ui.staff.help.good")
STAFF_HELP_SOME = Text("Helplines: {good} of {total} sure, verified on {day}", "ui.staff.help.some")
STAFF_HELP_OLD = Text("Helplines: too old since {day}", "ui.staff.help.old")
STAFF_HELP_FUTURE = Text("Helplines: “verified” on {day}, which is still to come", "ui.staff.help.future")
STAFF_CRASH = Text("There was a crash: {file}", "ui.staff.crash")
STAFF_BROKEN = Text("none ({why})", "ui.staff.broken")
"""Sound, or reading aloud; here and below, `why` is said by the system or by a file's checks, in English."""
STAFF_NOT_KEPT = Text(
    "The disk refuses results; they wait in memory. Make room, or copy them to a stick. ({why})",
    "ui.staff.not-kept",
)
STAFF_NOTHING_PLAYED = Text("Nothing has been played here yet.", "ui.staff.nothing-played")
STAFF_NOT_COPIED = Text("The results could not be copied. Try another stick. ({why})", "ui.staff.not-copied")
STAFF_NO_JOURNAL = Text(
    "After a crash, a visit could not go on: it can't be written down. Make room on the disk. ({why})",
    "ui.staff.no-journal",
)
STAFF_SETTINGS_STRANGE = Text(
    "Kept settings can't be read; the usual ones hold. ({why})", "ui.staff.settings.strange"
)
STAFF_SETTINGS_LOST = Text(
    "Settings last until the game ends: they can't be written. ({why})", "ui.staff.settings.lost"
)
STAFF_NO_PIN = Text(
    "Anybody can open this page and close the game, for the day has no PIN. “{command}” makes one.",
    "ui.staff.no-pin",
)
STAFF_LEFT_OUT = Text("Left out: {why}", "ui.staff.left-out")
STAFF_PICTURE = Text("A picture is missing: {why}", "ui.staff.picture")
STAFF_FINE = Text("Nothing is wrong.", "ui.staff.fine")
STAFF_WRONG = Text("{count} thing to look at", "ui.staff.wrong", plural="{count} things to look at")
STAFF_START_WITH = Text("Every visit starts with", "ui.staff.start-with")
STAFF_PIN = Text("Staff PIN", "ui.staff.pin")
STAFF_PIN_WAIT = Text(
    "Not right. Again in {count} second", "ui.staff.pin.wait", plural="Not right. Again in {count} seconds"
)
STAFF_PIN_WRONG = Text("Not right. Try again.", "ui.staff.pin.wrong")
STAFF_PIN_ERASE = Text("Erase", "ui.staff.pin.erase")
STAFF_PIN_OPEN = Text("Open", "ui.staff.pin.open")
STAFF_COUNTS = Text(
    "Visits today: {begun}; to the passport: {finished}; lanterns: {lanterns}", "ui.staff.counts"
)
STAFF_DISK = Text("Free on disk: {free} GB", "ui.staff.disk")
STAFF_LEAD = Text("Safeguarding lead: {lead}", "ui.staff.lead")
STAFF_SETTINGS = Text("Settings", "ui.staff.settings")
STAFF_OPEN = Text("open", "ui.staff.settings.open")
STAFF_END = Text("End this visit", "ui.staff.end")
STAFF_END_NONE = Text("nobody plays", "ui.staff.end.none")
STAFF_END_NOW = Text("and start afresh", "ui.staff.end.now")
STAFF_COPY = Text("Copy the results", "ui.staff.copy")
STAFF_COPY_NO_STICK = Text("no USB stick", "ui.staff.copy.no-stick")
STAFF_COPY_BUSY = Text("copying …", "ui.staff.copy.busy")
STAFF_COPIED = Text("{rows} facts copied: {file}", "ui.staff.copied")
STAFF_STICK = Text("USB stick", "ui.staff.stick")
STAFF_LANGUAGE = Text("Language here", "ui.staff.language")
STAFF_TRACK = Text("Track here", "ui.staff.track")
STAFF_ALL = Text("all", "ui.staff.all")
STAFF_TELLS = Text("If a child tells you something", "ui.staff.tells")
STAFF_TELLS_HOW = Text(
    "Stay calm and listen. Say: “I am glad you told me. It is not your fault.” Promise no secrecy, ask no "
    "questions that lead. Write down the child's own words and go to the safeguarding lead today.",
    "ui.staff.tells-how",
)

STILL_HERE = Text("Still here?", "ui.still-here")
STILL_HERE_BUTTON = Text("I am here!", "ui.still-here.yes")

CLOSE_TITLE = Text("Close the game?", "ui.close.title")
CLOSE_YES = Text("Close", "ui.close.yes")
CLOSE_NO = Text("Keep playing", "ui.close.no")

HABITS: Mapping[Habit, Text] = {
    Habit.SET_LIMITS: Text("Set your limits", "ui.habit.set-limits"),
    Habit.MEETING: Text("Meeting online friends", "ui.habit.meeting"),
    Habit.ACCEPTING: Text("Accepting invitations", "ui.habit.accepting"),
    Habit.REACT: Text("React", "ui.habit.react"),
    Habit.TELL: Text("Tell someone", "ui.habit.tell"),
}

RISKS: Mapping[Risk, Text] = {
    Risk.CONTENT: Text("Content: something harmful that is seen, heard or read", "print.risk.content"),
    Risk.CONTACT: Text(
        "Contact: somebody, mostly an adult, who seeks a child out and means harm", "print.risk.contact"
    ),
    Risk.CONDUCT: Text("Conduct: harm that children do each other, suffer or watch", "print.risk.conduct"),
    Risk.CONTRACT: Text("Contract: unfair offers, purchases, data and small print", "print.risk.contract"),
}
"""The four sorts of risk in an educator's words."""

STRANDS: Mapping[Strand, Text] = {
    Strand.SELF_IMAGE: Text("Self-image and identity", "print.strand.self-image"),
    Strand.RELATIONSHIPS: Text("Online relationships", "print.strand.relationships"),
    Strand.REPUTATION: Text("Online reputation", "print.strand.reputation"),
    Strand.BULLYING: Text("Online bullying", "print.strand.bullying"),
    Strand.INFORMATION: Text("Managing online information", "print.strand.information"),
    Strand.HEALTH: Text("Health, well-being and lifestyle", "print.strand.health"),
    Strand.PRIVACY: Text("Privacy and security", "print.strand.privacy"),
    Strand.COPYRIGHT: Text("Copyright and ownership", "print.strand.copyright"),
}
"""The strands by their own names (UKCIS, *Education for a Connected World*)."""

FEELINGS: Mapping[Feeling, Text] = {
    Feeling.HAPPY: Text("happy", "ui.feeling.happy"),
    Feeling.CALM: Text("calm", "ui.feeling.calm"),
    Feeling.UNSURE: Text("unsure", "ui.feeling.unsure"),
    Feeling.WORRIED: Text("worried", "ui.feeling.worried"),
    Feeling.SAD: Text("sad", "ui.feeling.sad"),
    Feeling.RELIEVED: Text("relieved", "ui.feeling.relieved"),
    Feeling.PROUD: Text("proud", "ui.feeling.proud"),
}

AVATARS: Mapping[str, Text] = {
    "elephant": Text("Elephant", "ui.avatar.elephant"),
    "lion": Text("Lion", "ui.avatar.lion"),
    "oryx": Text("Oryx", "ui.avatar.oryx"),
    "peacock": Text("Peacock", "ui.avatar.peacock"),
    "axolotl": Text("Axolotl", "ui.avatar.axolotl"),
    "turtle": Text("Turtle", "ui.avatar.turtle"),
}

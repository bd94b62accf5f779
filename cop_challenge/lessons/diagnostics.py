"""Every rule content must keep: a number, a sentence that says what is wrong, one that says what to do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any


class Severity(StrEnum):
    """What a broken rule means for a lesson."""

    ERROR = "error"
    """It is not played until this is mended: safety, limits, form."""
    ADVICE = "advice"
    """It could be said better. Shown to those who ask."""


@dataclass(frozen=True)
class Rule:
    """One numbered rule."""

    code: str
    """`CC007`; never used again for something else."""
    name: str
    """The word the code knows it by."""
    message: str
    """What is wrong, with `{placeholders}`."""
    remedy: str
    """What to do about it."""
    severity: Severity = Severity.ERROR


def _rules(*rows: tuple[str, str, str, str], severity: Severity = Severity.ERROR) -> dict[str, Rule]:
    return {name: Rule(code, name, message, remedy, severity) for code, name, message, remedy in rows}


RULES = _rules(
    # the file
    ("CC001", "unreadable", "This file can't be read: {reason}.", "Check that it exists, is an ordinary file and may be opened."),
    ("CC002", "too-large", "This file is {size} large; {limit} is the most.", "A lesson is a page of text: move other things out of it, or split it."),
    ("CC003", "not-utf-8", "This file is not UTF-8 text.", "Save it again as UTF-8; most editors ask for the encoding in “Save as”."),
    ("CC004", "not-text", "This file holds {found}, which is no text.", "Open the file in a text editor and remove the character, or write the file anew."),
    ("CC005", "not-yaml", "The YAML breaks off here: {reason}.", "Look at this line and the one above: indentation, a missing quote, a colon inside a sentence without quotes."),
    ("CC006", "repeated-key", "“{key}” stands twice here; the first is in line {first}.", "Keep one of the two."),
    ("CC007", "unknown-key", "“{key}” is not known here.", "{hint}It may have: {known}."),
    ("CC008", "missing-key", "“{key}” is missing.", "Add a line “{key}: …” here."),
    ("CC009", "not-a-choice", "“{found}” is not known as {key}.", "{hint}Choose one of: {known}."),
    ("CC010", "wrong-shape", "{key} should be {expected}, not {found}.", "Compare with the example in content/README.md: indentation and dashes make the shape."),
    ("CC011", "not-a-number", "{key} should be {expected}, not “{found}”.", "Write {expected}, and nothing else."),
    ("CC012", "yaml-feature", "{feature} can't be used in lessons.", "Write the text out where it belongs; lessons are plain keys, lists and texts."),
    ("CC013", "too-deep", "This file goes deeper or has more entries than any lesson needs.", "A lesson has at most {depth} levels and {entries} entries: split it."),
    ("CC014", "wrong-count", "{key} has the wrong number of entries: {found}; needed: {expected}.", "Add or remove entries."),
    ("CC015", "empty-text", "{key} has no text.", "Write the text after the colon, or remove the line if it is optional."),
    ("CC016", "unknown-kind", "There is no kind of lesson “{found}”.", "{hint}The kinds are: {known}."),
    ("CC017", "bad-id", "“{found}” can't be an id.", "Use small letters a–z, digits and hyphens, such as “stop-and-tell”; 60 at the most."),
    ("CC018", "repeated-id", "The id “{found}” is used twice in this list.", "Give each entry an id of its own: results and translations find it by that."),
    ("CC019", "unknown-state", "No state is named “{found}”.", "{hint}The states are: {known}."),
    ("CC020", "dead-end", "From “{state}” no ending can be reached.", "Add a choice that leads on, or an “ending:” with its “why:”."),
    ("CC021", "unreachable-state", "Nothing leads to “{state}”.", "Let a choice lead “to: {state}”, or remove it."),
    ("CC022", "missing-picture", "The picture “{found}” is not in this pack nor in the game's assets.", "Check the spelling (capitals too), or put the file into the pack's pictures folder."),
    ("CC023", "outside-pack", "“{found}” leads out of the pack.", "Use a path inside the pack, such as “pictures/school.svg”, and no links to other folders."),
    ("CC024", "too-many-words", "{key} has {count} words; this track allows {limit}.", "Shorten it, or say it in two steps."),
    ("CC025", "no-right-answer", "In “{round}” no answer is right.", "Mark one with “right: yes”."),
    ("CC026", "no-wrong-answer", "In “{round}” every answer is right.", "Mark at least one with “right: no” and explain it kindly."),
    ("CC027", "few-harmless", "Only {count} of {total} rounds are harmless; at least a third must be.", "Add rounds with “harmless: yes” in which trusting is right: all danger only trains suspicion."),
    ("CC028", "real-address", "“{found}” could be a real web or mail address.", "Use an address ending in “.example”, which belongs to nobody."),
    ("CC029", "dialable-number", "“{found}” could be dialled.", "Leave it out; verified helplines belong in the helpline file only."),
    ("CC030", "unknown-track", "There is no track “{found}”.", "{hint}The tracks are: {known}."),
    ("CC031", "unknown-character", "There is no character “{found}”.", "{hint}The characters are: {known}."),
    ("CC032", "few-endings", "The story has too few endings: {count}; needed: at least {least} good ones.", "Add another good way to end it: a child should see that more than one way is right."),
    ("CC033", "no-explanation", "“{state}” has no “why:”.", "Explain in one or two friendly sentences why this happens and what helps."),
    ("CC034", "ending-goes-on", "“{state}” is an ending and has choices too.", "Remove “ending:” or the choices."),
    ("CC035", "setback-ending", "“{state}” is a setback and an ending.", "No story ends badly: let the setback lead on to something that mends it."),
    ("CC036", "repeated-lesson", "The lesson id “{found}” is used in {other} too.", "Give one of them another id; results and translations are kept by id."),
    ("CC037", "newer-schema", "This file says schema {found}; this game knows 1 to {known}.", "Write “schema: {known}”, or update the game if the file comes from a newer one."),
    ("CC038", "picture-type", "“{found}” is not a picture the game can show.", "Use an .svg, .png, .jpg or .webp file."),
    ("CC039", "file-name", "The file is called “{file}” and its lesson “{found}”.", "Name the file “{found}.yaml”, so that it can be found by its id."),
    ("CC040", "no-lessons", "There is no lesson in this pack.", "Put lesson files into the folder “lessons”."),
    ("CC041", "message-without-phone", "“{state}” has messages, but this story has no phone.", "Write “skin: phone” at the top of the lesson, or tell the messages in “text:”."),
    ("CC042", "phone-without-message", "The phone is empty in “{state}”, where the story starts.", "Add “messages:” with the first message, or remove “skin: phone”."),
    ("CC043", "no-picture", "{key} has no picture; in this track children cannot be expected to read.", "Add a line “picture: …” here, such as “picture: ui/pictures/ball.svg”."),
    ("CC044", "too-many-entries", "{key} has {count} entries; this track allows {limit}.", "Take some away, or make two lessons of them."),
    # kinds of their own
    ("CC045", "unknown-bin", "“{found}” can't stand here as a bin.", "{hint}Choose one of: {known}."),
    ("CC046", "empty-bin", "Nothing belongs into “{bin}”.", "Let an item name it under “bins:”, or remove it."),
    ("CC047", "fits-everywhere", "“{item}” is right in every bin, so there is nothing to find out.", "Take a bin away from its “bins:”."),
    ("CC048", "turn-without-help", "“{story}” turns, but its “{missing}” is missing.", "A story that turns needs “stop:” (why pressing is right), “tell:” (who can help) and “say:” (what to say)."),
    ("CC049", "help-without-turn", "Nothing turns in “{story}”, so nobody gets to its “{key}”.", "Mark the picture where it turns with “uh_oh: yes”, or remove “{key}:”."),
    ("CC050", "turns-at-once", "“{story}” turns at its first picture.", "Begin with a picture in which all is well: only then can a change be noticed."),
    ("CC051", "unknown-person", "Nobody around the bay is called “{found}”.", "{hint}The people are: {known}."),
    ("CC052", "few-worries", "The net needs {needed} helpers, and there are only {count} worries to ask about.", "Add worries, or lower “needed:”; each worry wins one helper."),
    ("CC053", "never-busy", "No helper is ever busy.", "Give at least one helper a “busy:” line: asking again is what this game trains."),
    ("CC054", "arcade-too-young", "This lesson offers a quick patrol; in this track players do not read yet.", "Remove “arcade: yes”: here pop-ups come one at a time, and nothing runs by a clock."),
    ("CC055", "no-right-move", "For the pop-up “{popup}” no move is right.", "Write “right: [close, ask]”, or one of the two; or “harmless: yes” if using it is right."),
    ("CC056", "few-clues", "“{case}” is a {kind}, and {count} of its clues say so; clues_needed is {least}.", "Add regions with “points: {kind}”, or ask for fewer clues."),
    ("CC057", "unknown-part", "Nothing here is named “{found}”.", "{hint}There are: {known}."),
    ("CC058", "no-good-lock", "No lock of this shelf is sure to hold against “{bot}”.", "Add tiles of long lists without “hard: yes”, ask for less in “must_hold:”, or give the bot more slots; the last bot's “least:” and “slots:” must be the same."),
    ("CC059", "wrong-placeholders", "The sentence has {found}; it needs each of: {known}.", "Name each tile of the last lock in the sentence by its place, as in the example file of the kind."),
    ("CC060", "unknown-name", "Nothing here has the id “{found}”.", "{hint}The ids are: {known}."),
    ("CC061", "empty-hand", "In “{wave}” the {hand} hand has no real choice.", "With “pair: yes” each hand needs two actions or more, one of them with “right: yes”: write “hand: {hand}” at them."),
    ("CC062", "one-sided", "No line of this card binds the grown-up, whichever of its fitting wordings is chosen.", "Make one line of which no fitting choice says “binds: child”: a deal binds both hands."),
    ("CC063", "goes-round", "This talk can go round in a circle: {beats}.", "Let each reply lead on towards an ending; going back for another try is what Rewind is for."),
    ("CC064", "unused-move", "No line makes the move “{move}”.", "Write “move: {move}” at a line, or remove the move."),
    # language
    ("CC065", "brand", "“{found}” is a real name of a product or company.", "Invent one: a child then learns that it happens everywhere, not in that one app."),
    ("CC066", "emergency-number", "“{found}” could be dialled in an emergency.", "Say who is called, not the number: numbers belong in the helpline file, where each has its country."),
    ("CC067", "missing-source", "“{found}” states a fact, and there is no source for it.", "Add “source:” with title, year, and address or doi, here or further up; write “source: story” if the figure is made up; or say it without."),
    ("CC068", "named-without-source", "“{found}” is a real institution, and there is no source for what is said of it.", "Add “source:” with title, year, and address or doi, here or further up; or say it without the name."),
    ("CC069", "bad-source", "“{found}” can't stand here as a source.", "Write “source:” with title, year, and address (https://…) or doi (10.…) below it; or “source: story” if the figures are made up."),
    ("CC070", "lost-source", "This source has neither “address” nor “doi”.", "Add one of them: a source is there to be looked up."),
) | _rules(
    ("CC071", "long-sentence", "A sentence here has {count} words; in this track {limit} are enough: “{found}”.", "Make two of it."),
    ("CC072", "long-sentences", "This lesson's sentences have {count} words on average; in this track {limit} are enough.", "Split those with “and”, “which”, “so that”, the longest first: “{found}”."),
    ("CC073", "hard-to-read", "This lesson reads like school grade {count}; in this track {limit} is enough.", "Take shorter words and shorter sentences, above all here: “{found}”."),
    ("CC074", "double-negative", "“{found}” says no twice.", "Say what is so, instead of what is not: “Ask first” for “Don't go without asking”."),
    ("CC075", "longest-is-right", "In {count} of {total} choices the longest answer is a right one.", "Shorten right answers, or give wrong ones their reasons: else the longest can be picked without reading."),
    ("CC076", "first-is-right", "In {count} of {total} choices the first answer is right, and here they stay in the order of the file.", "Put some right answers second or last: else the first can be picked without reading."),
    ("CC077", "blame", "“{found}” blames.", "Say what helps now: nobody who feels blamed will tell."),
    ("CC078", "block-without-tell", "Somebody is blocked in this lesson, and nobody is told.", "Let blocking and telling go together: whoever blocks and keeps silent stays alone with it."),
    severity=Severity.ADVICE,
) | _rules(
    # lessons looked at together
    ("CC079", "small-track", "The track “{track}” has {found}; wanted: {wanted}.", "Write more for this track, or lower “{key}:”, which says what it is to hold."),
    ("CC080", "thin-habit", "In “{track}”, {habit} has {found} in {kinds}; wanted: {wanted} in {wanted_kinds}.", "Write a lesson with “track: {track}” and “smart: {habit}”. {hint}"),
    ("CC081", "missing-from-track", "No lesson of “{track}” has “{key}: {tag}”.", "Write one, or take it out of what the track is to hold."),
    ("CC082", "alike-lessons", "This lesson is much like “{other}”: {shared}.", "Give it a situation and a decision of its own, or leave one of the two out."),
    ("CC083", "alike-rounds", "“{one}” and “{other}” ask the same with other words in it: {share} of their form is the same.", "Let something else happen in one of them, or leave it out."),
    # helplines and spot messages
    ("CC084", "future-date", "“{found}” is still to come.", "Write the day on which somebody last called the service and made sure."),
    ("CC085", "unknown-country", "“{found}” is not the country of a service that can be called.", "Use the country's two letters (ISO 3166), such as “ET” for Ethiopia; “ZZ” is for samples, whose number and address must lead nowhere."),
    ("CC086", "not-for-them", "A service of the sort {service} is not for the track “{found}”.", "Remove it from “tracks:”; this sort is for: {known}. A child who sees something bad needs somebody to talk to, not a place to report to."),
    ("CC087", "nobody-answers", "Nobody answers at “{found}”.", "Call the service, and write the number as it was dialled or the address as it was opened; without either, remove the file."),
    ("CC088", "unsaid-habit", "No message of {track} is about “{habit}”.", "Add one with “smart: {habit}”: each track hears all five habits."),
    # measuring what was learned
    ("CC089", "unknown-topic", "There is no topic “{found}” here.", "{hint}The topics are: {known}; an item about neither has no “topic:”."),
    ("CC090", "unknown-lesson", "No lesson of this track is called “{found}”.", "{hint}Name lessons by their id."),
    ("CC091", "taught-twice", "“{found}” is taught in both topics.", "Leave it in one of them: the other topic must not be taught yet when the second sheet is filled in."),
    ("CC092", "nobody-told", "The item “{item}” asks what somebody does first, and no reply brings anybody in.", "Give one reply “tell: yes”."),
    ("CC093", "forms-differ", "The two forms differ: of “{sort}” form a has {a}, form b has {b}.", "Write both forms with the same number of items of each sort, and of the same difficulty."),
    ("CC094", "sheet-length", "This sheet has {found} items, and says {wanted}.", "Add or remove items, or change the number."),
    ("CC095", "few-safe-items", "Only {count} of the {total} items on the sheet {phase} are safe.", "A third must be, or suspecting everything would look like learning."),
    # the day
    ("CC096", "not-a-date", "“{found}” is no date.", "Write it as year-month-day: 2026-11-23."),
    ("CC097", "not-a-country", "“{found}” is no country code.", "Write two capital letters, such as ET for Ethiopia (ISO 3166)."),
    ("CC098", "too-many-characters", "{key} has {count} characters; in this language the track allows {limit}.", "Shorten it, or say it in two steps."),
    ("CC099", "not-a-language", "“{found}” is no code of a language.", "Write it as catalogues are named, such as sw for Swahili or zh_Hans for Chinese."),
    ("CC100", "not-a-time", "“{found}” is no time of day.", "Write hours and minutes, such as 08:30."),
    ("CC101", "time-order", "{found} is not after {before}.", "Correct one of the two: a day, a break and a stay begin before they end, breaks stand in their order, and nothing goes past midnight."),
    ("CC102", "no-visit-fits", "Between {hours} there is no room for a whole visit of {minutes} minutes.", "Give more time, move a break, or make visits shorter; the way of a school (“travel:”) goes off at both ends."),
    ("CC103", "not-on-the-day", "“{found}” is none of the day's dates.", "Write one of them: {known}; or add it to “dates:” above."),
    ("CC104", "bad-pin", "A PIN is not kept in this form.", "Write what “cop-challenge day pin” gives you, or leave it empty for no PIN: in clear, whoever sees this file would know it."),
    ("CC105", "repeated-name", "“{found}” stands twice in this list.", "Leave one out, or give each a name of its own: the timetable has nothing else to tell them apart."),
    ("CC106", "no-such-pack", "“{found}” is no folder.", "Write where the pack lies, as seen from this file, or remove the line."),
    ("CC107", "too-long", "{key} has {count} characters; {limit} fit.", "Shorten it."),
    # what a pack changes in what lies below it
    ("CC108", "no-such-lesson", "No lesson is called “{found}”.", "{hint}Name lessons by their id, which is also their file's name."),
    ("CC109", "no-such-text", "There is no text “{found}” to replace.", "{hint}A text is named by the ids that lead to it, such as “red-light.r1.prompt”; “cop-challenge pack texts” lists all."),
    ("CC110", "lost-topic", "With these hidden, the questions before and after in “{track}” have fewer than {least} lessons left about “{topic}”.", "Hide fewer of them, or bring questions of your own in “measure/{track}.yaml”."),
)  # fmt: skip
"""All rules by name. docs/diagnostics.md is written from these; each has an example in tests."""


@dataclass(frozen=True, order=True)
class Problem:
    """One rule broken at one place."""

    file: Path
    line: int
    """From 1; 0 when the place is the whole file."""
    column: int
    code: str
    message: str
    remedy: str
    severity: Severity = Severity.ERROR

    @property
    def is_error(self) -> bool:
        """Whether the lesson can't be played with it."""
        return self.severity is Severity.ERROR

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}:{self.column}" if self.line else f"{self.file}"
        advice = "" if self.is_error else "advice "
        return f"{place}: {advice}{self.code} {self.message}\n    {self.remedy}"

    def as_dict(self) -> dict[str, Any]:
        """For `check --format json`."""
        return {
            "file": self.file.as_posix(),
            "line": self.line,
            "column": self.column,
            "code": self.code,
            "severity": self.severity.value,
            "message": self.message,
            "remedy": self.remedy,
        }


@dataclass(frozen=True)
class Complaint:
    """A rule broken, before its place in a file is known."""

    rule: str
    values: Mapping[str, Any] = field(default_factory=dict)

    def at(self, file: Path, line: int = 0, column: int = 0) -> Problem:
        """The problem a person reads."""
        rule = RULES[self.rule]
        return Problem(
            file,
            line,
            column,
            rule.code,
            _sentence(rule.message.format_map(self.values)),
            _sentence(rule.remedy.format_map(self.values)),
            rule.severity,
        )


def _sentence(words: str) -> str:
    """With a capital letter, whatever its first filling was."""
    return words[:1].upper() + words[1:]


def listed(words: object) -> str:
    """Names in a row, for a sentence."""
    return ", ".join(map(str, words)) if isinstance(words, (list, tuple)) else str(words)


def closest(word: str, known: list[str]) -> str:
    """The known word most like this one, or ""."""
    import difflib  # 10 ms, needed only when something is wrong

    return next(iter(difflib.get_close_matches(word.lower(), known, n=1, cutoff=0.6)), "")


def did_you_mean(word: str, known: list[str]) -> str:
    """`Did you mean “prompt”? ` or nothing."""
    close = closest(word, known)
    return f"Did you mean “{close}”? " if close else ""

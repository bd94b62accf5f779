"""Four weeks later: four questions of a track's measure, asked of a whole group and counted by hands."""

from __future__ import annotations

from collections.abc import Sequence

from cop_challenge.core.chance import chance
from cop_challenge.core.measure import Case, Form, Item, Measure, Phase
from cop_challenge.core.track import Track
from cop_challenge.printing import art, words
from cop_challenge.printing import teacher_words as says
from cop_challenge.printing.sheet import Picture, Sheet, Value

ASKED = (
    (0, Form.A, Case.RISKY),
    (0, Form.B, Case.SAFE),
    (1, Form.A, Case.SAFE),
    (1, Form.B, Case.RISKY),
)
"""Topic, form and case of each question: both topics, both forms, and as many safe stories as risky ones."""


def chosen(measure: Measure) -> tuple[Item, ...]:
    """Four items. Where a topic has no safe story, one about neither topic, else a risky one."""
    return tuple(_item(measure, measure.topics[topic].id, form, case) for topic, form, case in ASKED)


def _item(measure: Measure, topic: str, form: Form, case: Case) -> Item:
    def wanting(item: Item) -> tuple[bool, ...]:
        # Of risky stories the one in which something has to be done first: telling is what shall last.
        return item.case is not case, item.topic != topic, case is Case.RISKY and not item.first, item.new

    return min(measure.sheet(form, Phase.AFTER, topic), key=wanting)


def follow_up(sheets: Sequence[tuple[Track, Measure]]) -> Sheet:
    """Two pages a track: to count on, and which answers hold."""
    values: dict[str, Value] = {
        "challenge": words.CHALLENGE,
        "title": says.FOLLOW_UP,
        "how": says.FOLLOW_UP_HOW,
        "school": words.SCHOOL,
        "group": says.GROUP,
        "date": words.DATE,
        "present": says.PRESENT,
        "tally": says.TALLY,
        "sum": says.SUM,
        "key": says.KEY,
        "key_how": says.KEY_HOW,
        "safe": says.SAFE,
        "sign": Picture("ui/icons/check.svg", "#0F7A55"),
        "pages": tuple(_page(track, measure) for track, measure in sheets),
    }
    return Sheet("follow-up", says.FOLLOW_UP, values)


def _page(track: Track, measure: Measure) -> dict[str, Value]:
    return {
        "track": track.name,
        "ages": track.ages,
        "nuru": art.nuru(track),
        "nuru_plain": art.nuru(track, plain=True),
        "items": tuple(_asked(item) for item in chosen(measure)),
    }


def _asked(item: Item) -> dict[str, Value]:
    face = Picture(item.who.picture) if item.who else None
    # In the file the right one comes first; dealt the same way for every class, so that sums can be compared.
    replies = list(item.replies)
    chance(0, "follow-up", item.id).shuffle(replies)
    return {
        "picture": Picture(item.picture) if item.picture else face,
        "story": item.story,
        "prompt": item.prompt,
        "safe": item.case is Case.SAFE,
        "replies": tuple(
            {
                "text": reply.text,
                "right": reply.right,
                "picture": Picture(reply.picture) if reply.picture else None,
            }
            for reply in replies
        ),
    }

"""Protection programmes and family deal cards: as made on a station, or blank, to fill in by hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from cop_challenge.activities.deal import words as deal_words
from cop_challenge.activities.deal.document import Document, DocumentLine, document
from cop_challenge.activities.deal.schema import Check, Model, Option, Rule, Stands, When
from cop_challenge.core.track import Character
from cop_challenge.printing import words
from cop_challenge.printing.art import HALO
from cop_challenge.printing.kept import Finished
from cop_challenge.printing.sheet import Picture, Sheet, Value

ENDS = {When.WEEK: timedelta(days=7), When.MONTH: timedelta(days=30)}
"""When a period is over, counted from the day of printing. A term's end only the school knows."""
CARD_AGAIN = timedelta(days=14)
"""After this a family looks at its card again."""
LEVELS = {stands: Picture(f"ui/deal/level-{stands}.svg") for stands in Stands}
COMMON: Mapping[str, Value] = {
    "challenge": words.CHALLENGE,
    "date": words.DATE,
    "name": words.NAME,
    "signature": words.SIGNATURE,
    "stamp": words.STAMP,
    "own": words.OWN,
    "sign_holds": Picture("ui/icons/check.svg", "#0F7A55"),
    "sign_holds_not": Picture("ui/icons/retry.svg", "#A8500C"),
    "holds": words.HOLDS,
    "holds_not": words.HOLDS_NOT,
}
"""Words of every deal."""


def finished(made: Sequence[Finished], today: date) -> Sheet:
    """Each on a page of its own; a line whose words are no longer in its lesson is left to tick."""
    first = made[0].lesson
    values: dict[str, Value] = {
        "blank": False,
        "pages": tuple(_page(one.lesson, one.document, today) for one in made),
    }
    return _sheet(first, values, today)


def blank(lesson: Model, today: date, cast: Mapping[str, Character]) -> Sheet:
    """A form with every choice to tick, and a page that says what each is worth."""
    values: dict[str, Value] = {
        "blank": True,
        "pages": (_page(lesson, document(lesson, {}), today),),
        "weighed": tuple(_weighed(line, cast, lesson) for line in lesson.lines),
        "weighed_roles": tuple(
            {"text": role.name, "because": role.because, "fits": role.fits}
            for role in lesson.roles
            if role.because
        ),
    }
    return _sheet(lesson, values, today)


def _sheet(lesson: Model, values: Mapping[str, Value], today: date) -> Sheet:
    own = _card_words(today) if lesson.paired else _programme_words()
    return Sheet("card" if lesson.paired else "programme", lesson.heading, {**COMMON, **own, **values})


def _programme_words() -> dict[str, Value]:
    return {
        "kind": words.PROGRAMME,
        "how": words.HOW_PROGRAMME,
        "school": words.SCHOOL,
        "next_step": words.NEXT_STEP,
        "who": words.WHO,
        "role": words.ROLE,
        "when": words.WHEN,
        "done_on": words.DONE_ON,
        "head": words.HEAD,
        "lead": words.LEAD,
        "look_again": words.LOOK_AGAIN,
        "weigh": words.WEIGH_PROGRAMME,
        "weigh_how": words.WEIGH_HOW,
        "emblem": Picture("nuru/emblem.svg"),
        "emblem_plain": Picture("nuru/emblem.svg", hidden=("ring",)),
        "school_stamp": Picture("ui/deal/print-school.svg"),
    }


def _card_words(today: date) -> dict[str, Value]:
    return {
        "kind": words.CARD,
        "how": words.HOW_CARD,
        "parent_signs": words.PARENT_SIGNS,
        "child_signs": words.CHILD_SIGNS,
        "again": words.CARD_AGAIN,
        "again_on": today + CARD_AGAIN,
        "weigh": words.WEIGH_CARD,
        "weigh_how": words.WEIGH_CARD_HOW,
        "nuru": Picture("nuru/happy.svg", hidden=HALO),
        "shake": Picture("ui/deal/shake.svg"),
    }


def _page(lesson: Model, made: Document, today: date) -> dict[str, Value]:
    lines = zip(made.lines, lesson.lines, strict=True)
    return {
        "heading": lesson.heading,
        "takeaway": lesson.takeaway,
        "signed": tuple(dict.fromkeys(made.signed)),
        "lines": tuple(_line(lesson, line, source, today) for line, source in lines),
    }


def _line(lesson: Model, line: DocumentLine, source: Rule | Check, today: date) -> dict[str, Value]:
    common: dict[str, Value] = {
        "prompt": line.question,
        "text": line.text or None,
        "choices": tuple(choice.writes for choice in source.choices),
    }
    if line.pillar is None:
        binds = Picture(f"ui/deal/binds-{line.binds}.svg") if line.binds else None
        return {**common, "picture": Picture(line.picture), "binds": binds}
    return {
        **common,
        "pillar": deal_words.PILLARS[line.pillar],
        "picture": Picture(f"ui/icons/pillar-{line.pillar}.svg", "#FFF6E4"),
        "picture_plain": Picture(f"ui/icons/pillar-{line.pillar}.svg"),
        "level": LEVELS[line.stands] if line.stands else None,
        "stands": deal_words.STANDS[line.stands] if line.stands else None,
        "levels": tuple({"name": name, "picture": LEVELS[at]} for at, name in deal_words.STANDS.items()),
        "who": line.who or None,
        "roles": tuple(role.name for role in lesson.roles),
        "when": deal_words.PERIODS[line.when] if line.when else None,
        "by": today + ENDS[line.when] if line.when in ENDS else None,
        "periods": tuple(deal_words.PERIODS.values()),
    }


def _weighed(line: Rule | Check, cast: Mapping[str, Character], lesson: Model) -> dict[str, Value]:
    """What is good about each wording, and what it costs."""
    says: tuple[Value, ...] = ()
    if isinstance(line, Rule):
        says = (
            {"who": words.CHILD_SAYS, "words": line.child_says, "picture": _face(cast, lesson.child)},
            {"who": words.PARENT_SAYS, "words": line.parent_says, "picture": _face(cast, lesson.parent)},
        )
    return {
        "prompt": line.prompt,
        "pillar": deal_words.PILLARS[line.pillar] if isinstance(line, Check) else None,
        "says": says,
        "choices": tuple(_worth(choice) for choice in line.choices),
    }


def _worth(choice: Option) -> dict[str, Value]:
    return {"text": choice.writes, "because": choice.because, "fits": choice.fits}


def _face(cast: Mapping[str, Character], name: str) -> Picture | None:
    return Picture(cast[name].picture) if name in cast else None

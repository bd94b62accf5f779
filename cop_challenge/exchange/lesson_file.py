"""A draft as a lesson file, commented, with a line for everything its author still has to write."""

from __future__ import annotations

import json
from collections.abc import Iterator

from cop_challenge.activities.lesson import SCHEMA_VERSION
from cop_challenge.core.tags import Habit, Risk, Strand
from cop_challenge.exchange.draft import Draft, Round, Sorting

_HEAD = """\
# Made of questions that were brought along. Lines such as “# takeaway:” wait for you: write what belongs
# there, and take the first # away. “cop-challenge check” tells what is still missing.
"""
_HARMLESS = "yes: nothing is wrong here, and trusting is right; else no. At least a third are yes"
_WHO = "who stands beside it, such as hana, mei, samir or lucho"


def lesson_file(draft: Draft) -> str:
    """The whole file as YAML."""
    return _HEAD + "\n" + "\n".join(_lines(draft)) + "\n"


def _lines(draft: Draft) -> Iterator[str]:
    wishes = draft.wishes
    yield f"schema: {SCHEMA_VERSION}"
    yield f"id: {draft.id}"
    yield f"kind: {'sort' if draft.sorting else 'quiz'}"
    yield f"track: {wishes.track}"
    yield f"title: {quoted(draft.title)}"
    yield _told("", "smart", wishes.smart, f"the habit it trains: {', '.join(Habit)}")
    yield _told("", "risk", wishes.risk, f"the sort of risk: {', '.join(Risk)}")
    yield _told("", "strand", wishes.strand, f"the part of digital life: {', '.join(Strand)}")
    yield _said("", "takeaway", wishes.takeaway, "the one sentence to take along")
    if draft.sorting:
        yield f"minutes: {max(2, len(draft.sorting.items) // 3)}"
        yield from _sorting(draft.sorting, wishes.who)
        return
    yield f"minutes: {max(2, len(draft.rounds) // 2)}"
    yield ""
    yield "rounds:"
    for round_ in draft.rounds:
        yield from _round(round_)


def _round(round_: Round) -> Iterator[str]:
    yield f"  - id: {round_.id}"
    for note in round_.notes:
        yield f"    # {_one_line(note)}"
    yield _said("    ", "who", round_.who, _WHO)
    yield _said("    ", "story", round_.story, "what happens, before the question")
    yield _said("    ", "prompt", round_.prompt, "the question")
    harmless = "" if round_.harmless is None else _yes(round_.harmless)
    yield _told("    ", "harmless", harmless, _HARMLESS)
    yield "    answers:"
    for answer in round_.answers:
        yield f"      - id: {answer.id}"
        yield f"        text: {quoted(answer.text)}"
        yield f"        right: {_yes(answer.right)}{f'  # {_one_line(answer.note)}' if answer.note else ''}"
        yield _said("        ", "because", answer.because, "why; shown when it is chosen")


def _sorting(sorting: Sorting, who: str) -> Iterator[str]:
    yield ""
    for note in sorting.notes:
        yield f"# {_one_line(note)}"
    yield _said("", "who", who, f"whose backpack it is, {_WHO.partition(', ')[2]}")
    yield _said("", "story", sorting.story, "what is packed, and what for")
    yield _said("", "prompt", sorting.prompt, "the question asked of every thing")
    yield ""
    yield "bins:"
    yield "  # Write “harmless: yes” below one that needs no care: a third of all things belong there."
    for name, text in sorting.bins:
        yield f"  - id: {name}"
        yield f"    text: {quoted(text)}"
    yield ""
    yield "items:"
    for item in sorting.items:
        yield f"  - id: {item.id}"
        yield f"    text: {quoted(item.text)}"
        yield f"    bins: [{item.bin}]"
        yield _said("    ", "because", "", "why it belongs there")
    yield ""
    yield _said("", "ending", "", "what stands over the closed backpack")
    yield _said("", "joke", "", "what happens as it closes")


def quoted(text: str) -> str:
    """In quotation marks, so that YAML makes nothing else of it."""
    # JSON's strings are YAML's, too.
    return json.dumps(_one_line(text), ensure_ascii=False)


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _yes(value: bool) -> str:
    return "yes" if value else "no"


def _told(indent: str, key: str, word: str, hint: str) -> str:
    return f"{indent}{key}: {word}" if word else f"{indent}# {key}:  # {hint}"


def _said(indent: str, key: str, text: str, hint: str) -> str:
    return _told(indent, key, quoted(text) if text.strip() else "", hint)

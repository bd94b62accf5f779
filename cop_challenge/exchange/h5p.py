"""Lessons as H5P packages: Question Set and Branching Scenario.

A package is a zip with `h5p.json` (h5p.org/documentation/developers/json-file-definitions) and
`content/content.json`, whose form is that of the libraries' `semantics.json`. Libraries are named only.
"""

from __future__ import annotations

import io
import json
import uuid
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from cop_challenge.activities.lesson import Lesson
from cop_challenge.activities.quiz.schema import Model as Quiz
from cop_challenge.activities.scenario.schema import Model as Scenario
from cop_challenge.activities.scenario.schema import State
from cop_challenge.activities.sort.schema import Model as Sort
from cop_challenge.core import words
from cop_challenge.core.track import Character
from cop_challenge.exchange.asked import Say, choices
from cop_challenge.exchange.markup import as_html, paragraphs
from cop_challenge.exchange.question import Choice

QUESTION_SET, MULTI_CHOICE = "H5P.QuestionSet", "H5P.MultiChoice"
SCENARIO, QUESTION, TEXT = "H5P.BranchingScenario", "H5P.BranchingQuestion", "H5P.AdvancedText"
VERSIONS: Mapping[str, str] = {
    QUESTION_SET: "1.20",
    MULTI_CHOICE: "1.16",
    SCENARIO: "1.10",
    QUESTION: "1.0",
    TEXT: "1.1",
}
"""Of the libraries; a platform without them takes a package only if it has exactly these."""
_LONG_AGO = (1980, 1, 1, 0, 0, 0)
"""The date of every file in a package, so that the same lesson gives the same bytes."""
_END = -1
"""In a Branching Scenario: on to the end screen."""


@dataclass(frozen=True)
class Setting:
    """What packages are made with."""

    say: Say
    characters: Mapping[str, Character]
    language: str = "en"
    own_licence: bool = False
    """The lessons are this game's own, under CC BY 4.0; else their licence is not stated."""
    versions: Mapping[str, str] = field(default_factory=lambda: VERSIONS)

    def library(self, name: str) -> str:
        """As content names it: `H5P.MultiChoice 1.16`."""
        return f"{name} {self.versions[name]}"


@dataclass(frozen=True)
class Package:
    """One file for a learning platform."""

    name: str
    """Without its ending."""
    libraries: tuple[str, ...]
    """With their versions."""
    data: bytes


def package(lesson: Lesson, setting: Setting) -> Package | None:
    """The lesson as a package; None for kinds H5P has nothing for."""
    libraries: tuple[str, ...]
    if isinstance(lesson, Quiz | Sort):
        libraries, content = (QUESTION_SET, MULTI_CHOICE), _question_set(lesson, setting)
    elif isinstance(lesson, Scenario):
        libraries, content = (SCENARIO, QUESTION, TEXT), _scenario(lesson, setting)
    else:
        return None
    files = {"h5p.json": _about(lesson, libraries, setting), "content/content.json": content}
    return Package(lesson.id, tuple(map(setting.library, libraries)), _zipped(files))


def needs(packages: Iterable[Package]) -> str:
    """What a platform needs, for whoever looks after it."""
    libraries = sorted({library for each in packages for library in each.libraries})
    return "\n".join(
        (
            "These H5P packages hold lessons and no libraries. The platform needs these, in these versions:",
            "",
            *(f"  {library}" for library in libraries),
            "",
            "In Moodle, WordPress or Drupal, open the H5P hub once and fetch “Question Set” and “Branching",
            "Scenario”; an administrator may have to allow that. Then upload the packages.",
            "If the platform has other versions, export again and name them, such as",
            '  --library "H5P.MultiChoice 1.14"',
            "Texts are carried over, pictures and sound are not.",
            "",
        )
    )


def _zipped(files: Mapping[str, Any]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, _LONG_AGO)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, json.dumps(content, ensure_ascii=False, indent=1))
    return out.getvalue()


def _about(lesson: Lesson, libraries: tuple[str, ...], setting: Setting) -> dict[str, Any]:
    licence = {"license": "CC BY", "licenseVersion": "4.0"} if setting.own_licence else {"license": "U"}
    return {
        "title": setting.say(lesson.title),
        "language": setting.language.partition("_")[0],
        "mainLibrary": libraries[0],
        "embedTypes": ["iframe"],
        **licence,
        "preloadedDependencies": [
            {"machineName": name, "majorVersion": int(major), "minorVersion": int(minor)}
            for name in libraries
            for major, _, minor in [setting.versions[name].partition(".")]
        ],
    }


def _content(setting: Setting, library: str, name: str, params: dict[str, Any]) -> dict[str, Any]:
    """A piece of content within another; its id is always the same for the same `name`."""
    return {
        "library": setting.library(library),
        "params": params,
        "subContentId": str(uuid.uuid5(uuid.NAMESPACE_URL, f"cop-challenge:{name}")),
        "metadata": {"title": name, "license": "U", "contentType": library.partition(".")[2]},
    }


def _question_set(lesson: Quiz | Sort, setting: Setting) -> dict[str, Any]:
    intro = setting.say(lesson.story) if isinstance(lesson, Sort) else ""
    return {
        "introPage": {
            "showIntroPage": bool(intro),
            "title": setting.say(lesson.title),
            "introduction": paragraphs(intro),
            "startButtonText": setting.say(words.NEXT),
        },
        "progressType": "dots",
        # Nobody fails here: what is shown at the end is what to take along.
        "passPercentage": 0,
        "questions": [
            _content(setting, MULTI_CHOICE, question.title, _multi_choice(question))
            for question in choices(lesson, setting.say)
        ],
        "texts": {
            "prevButton": setting.say(words.BACK),
            "nextButton": setting.say(words.NEXT),
            "finishButton": setting.say(words.GOODBYE),
        },
        "endGame": {
            "showResultPage": True,
            "showSolutionButton": True,
            "showRetryButton": True,
            "message": as_html(f"{setting.say(words.REMEMBER)} {setting.say(lesson.takeaway)}"),
            "retryButtonText": setting.say(words.ANOTHER_WAY),
        },
    }


def _multi_choice(question: Choice) -> dict[str, Any]:
    return {
        "question": paragraphs(*question.text.splitlines()),
        "answers": [
            {
                "text": f"<div>{as_html(option.text)}</div>",
                "correct": option.right,
                "tipsAndFeedback": {"chosenFeedback": f"<div>{as_html(option.feedback)}</div>"},
            }
            for option in question.options
        ],
        # One choice at a time, as in the game: any right answer is enough.
        "behaviour": {"type": "single", "randomAnswers": True, "singlePoint": True, "enableRetry": True},
    }


def _scenario(lesson: Scenario, setting: Setting) -> dict[str, Any]:
    names = [lesson.start, *(name for name in lesson.states if name != lesson.start)]
    numbers = {name: number for number, name in enumerate(names)}
    return {
        "branchingScenario": {
            "title": setting.say(lesson.title),
            "startScreen": {
                "startScreenTitle": paragraphs(setting.say(lesson.title)),
                "startScreenSubtitle": "",
            },
            "endScreens": [
                {
                    "endScreenTitle": paragraphs(setting.say(lesson.title)),
                    "endScreenSubtitle": paragraphs(setting.say(lesson.takeaway)),
                    "endScreenScore": 0,
                    "contentId": _END,
                }
            ],
            "content": [_moment(lesson, name, numbers, setting) for name in names],
            "scoringOptionGroup": {"scoringOption": "no-score", "includeInteractionsScores": False},
            "behaviour": {"enableBackwardsNavigation": True, "forceContentFinished": False},
            "l10n": {
                "startScreenButtonText": setting.say(words.NEXT),
                "endScreenButtonText": setting.say(words.ANOTHER_WAY),
                "backButtonText": setting.say(words.BACK),
                "proceedButtonText": setting.say(words.NEXT),
            },
        }
    }


def _moment(lesson: Scenario, name: str, numbers: Mapping[str, int], setting: Setting) -> dict[str, Any]:
    state, say = lesson.states[name], setting.say
    told = "".join(_told(state, setting))
    node: dict[str, Any] = {"showContentTitle": False, "contentBehaviour": "useBehavioural", "feedback": {}}
    key = f"{lesson.id}.{name}"
    if len(state.choices) > 1:
        options = [
            {"text": say(choice.text), "nextContentId": numbers[choice.to], "feedback": {}}
            for choice in state.choices
        ]
        asked = {"branchingQuestion": {"question": told, "alternatives": options}}
        return node | {"type": _content(setting, QUESTION, key, asked)}
    # A question needs two ways on: where there is one or none, the moment is a page with “Proceed”.
    for choice in state.choices:
        told += f"<p><strong>{as_html(say(choice.text))}</strong></p>"
        node["nextContentId"] = numbers[choice.to]
    if not state.choices:
        node["nextContentId"] = _END
        node["feedback"] = {"title": paragraphs(say(state.ending)), "subtitle": paragraphs(_why(state, say))}
    return node | {"type": _content(setting, TEXT, key, {"text": told})}


def _told(state: State, setting: Setting) -> Iterator[str]:
    say = setting.say
    yield paragraphs(say(state.text))
    for message in state.messages:
        writer = setting.characters.get(message.who)
        name = say(writer.name) if writer else message.who
        yield f"<p><em>{as_html(name)}:</em> {as_html(say(message.text))}</p>"
    if state.choices:
        yield paragraphs(_why(state, say))


def _why(state: State, say: Say) -> str:
    return say(state.why) if state.why else ""

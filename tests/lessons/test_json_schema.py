"""Editors know of every file what `check` knows of its form: proved with a validator of its own."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator

from cop_challenge.activities import registry
from cop_challenge.app.wiring import Places
from cop_challenge.core.track import Track
from cop_challenge.day.example import SCHEMA as DAY
from cop_challenge.day.json_schema import schemas
from cop_challenge.lessons import guide
from cop_challenge.lessons.diagnostics import RULES, Rule
from cop_challenge.lessons.json_schema import FILES, written
from cop_challenge.lessons.library import Library
from cop_challenge.lessons.modeline import LESSON, beside, modeline

REMEDY = "run: python scripts/schemas.py"

CAUGHT = frozenset(
    {
        *("unknown-key", "missing-key", "not-a-choice", "wrong-shape", "not-a-number", "wrong-count"),
        *("empty-text", "unknown-kind", "bad-id", "newer-schema", "bad-source", "lost-source", "too-deep"),
        *("not-a-date", "not-a-time", "not-a-country", "not-a-language"),
    }
)
"""Rules whose bad example a schema finds: all that is about the form of one entry. Left to `check` are the
file as such (its letters, its YAML), what a text says and how long it is, what other entries, files and packs
hold, and whatever depends on the track."""


class EditorsYaml(yaml.SafeLoader):
    """YAML 1.2, as yaml-language-server reads it: `yes` is a word, `true` is not, a date is a word."""


EditorsYaml.yaml_implicit_resolvers = {}
EditorsYaml.add_implicit_resolver("!bool", re.compile("^(true|True|TRUE|false|False|FALSE)$"), list("tTfF"))
EditorsYaml.add_implicit_resolver("!int", re.compile("^[-+]?[0-9]+$"), list("-+0123456789"))
EditorsYaml.add_implicit_resolver("!float", re.compile(r"^[-+]?[0-9]*\.[0-9]+$"), list("-+.0123456789"))
EditorsYaml.add_implicit_resolver("!null", re.compile("^(~|null|Null|NULL|)$"), ["~", "n", "N", ""])
EditorsYaml.add_constructor("!bool", lambda loader, node: node.value.lower() == "true")
EditorsYaml.add_constructor("!int", lambda loader, node: int(node.value))
EditorsYaml.add_constructor("!float", lambda loader, node: float(node.value))
EditorsYaml.add_constructor("!null", lambda loader, node: None)


@pytest.fixture(scope="module")
def known(library: Library) -> dict[str, Draft7Validator]:
    """A validator for each schema."""
    made = schemas(library.tracks, library.characters)
    return {name: Draft7Validator(schema) for name, schema in made.items()}


def schema_name(file: Path) -> str:
    """Which schema is for a file of a pack, seen from the pack's folder."""
    folders = {"lessons": LESSON, "measure": "measure.json", "helplines": "helpline.json"}
    return folders.get(file.parts[0], f"{file.stem}.json")


@cache
def loaded(file: Path) -> Any:
    return yaml.load(file.read_text("utf-8-sig"), Loader=EditorsYaml)


def underlined(known: dict[str, Draft7Validator], pack: Path) -> list[str]:
    """What an editor would underline in a pack; what is no text or no YAML is not for a schema to say."""
    found = []
    for file in sorted(pack.rglob("*.yaml")):
        try:
            held = loaded(file)
        except (OSError, UnicodeDecodeError, RecursionError, yaml.YAMLError):
            continue
        found += [
            f"{file.name}: {error.message}"
            for error in known[schema_name(file.relative_to(pack))].iter_errors(held)
        ]
    return found


def test_the_written_schemas_are_up_to_date(root: Path, library: Library) -> None:
    """content/schemas holds what the models say now."""
    folder = root / "content" / "schemas"
    made = schemas(library.tracks, library.characters)
    assert {path.name for path in folder.iterdir()} == set(made), REMEDY
    stale = [name for name, schema in made.items() if (folder / name).read_text("utf-8") != written(schema)]
    assert not stale, REMEDY


def test_every_schema_is_one(known: dict[str, Draft7Validator]) -> None:
    """By the rules of JSON Schema's draft 7."""
    for validator in known.values():
        Draft7Validator.check_schema(validator.schema)


def test_all_content_is_valid(known: dict[str, Draft7Validator], places: Places) -> None:
    """No editor underlines anything in what is shipped."""
    assert underlined(known, places.content) == []


@pytest.mark.parametrize("kind", registry.ACTIVITIES)
def test_a_kinds_own_schema_says_the_same(
    known: dict[str, Draft7Validator], library: Library, places: Places, kind: str
) -> None:
    """Its lessons are valid alone, too, and those of other kinds are not."""
    own = known[f"lesson-{kind}.json"]
    for file in places.content.glob("lessons/**/*.yaml"):
        assert own.is_valid(loaded(file)) == (library.lessons[file.stem].kind == kind)


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.code)
def test_what_a_schema_can_catch_is_caught(
    known: dict[str, Draft7Validator], examples: Path, rule: Rule
) -> None:
    """The bad example is underlined if its mistake is one of form, and the good one never is."""
    assert bool(underlined(known, examples / rule.code / "bad")) == (rule.name in CAUGHT)
    assert underlined(known, examples / rule.code / "good") == []


@pytest.mark.parametrize("word", ["yes", "no", "Yes", "NO", "on", "off", "true", "'yes'"])
def test_a_yes_or_no_may_be_written_as_the_game_reads_it(
    known: dict[str, Draft7Validator], quiz: str, load_text, word: str
) -> None:
    """Every word that the game takes is none that an editor underlines."""
    text = re.sub("right: yes", f"right: {word}", quiz, count=1)
    assert not [problem for problem in load_text(text) if problem.code == "CC011"]
    assert known[LESSON].is_valid(yaml.load(text, Loader=EditorsYaml))


@pytest.mark.parametrize(("line", "valid"), [("3", True), ("'3'", True), ("three", False), ("99", False)])
def test_a_number_may_stand_in_quotes(
    known: dict[str, Draft7Validator], quiz: str, load_text, line: str, valid: bool
) -> None:
    """As in the game."""
    text = re.sub("minutes: .*", f"minutes: {line}", quiz)
    assert (not load_text(text)) == valid
    assert known[LESSON].is_valid(yaml.load(text, Loader=EditorsYaml)) == valid


@pytest.fixture
def load_text(write, check, pack):
    """Problems of a lesson's text."""

    def load_text(text: str):
        write(text)
        return check(pack)

    return load_text


def _entries(schema: dict[str, Any]) -> list[dict[str, Any]]:
    """All parts of a schema that have properties."""
    found, ahead = [], [schema]
    while ahead:
        here = ahead.pop()
        found += [here] if "properties" in here and "if" not in here else []
        ahead += [inner for inner in here.values() if isinstance(inner, dict)]
        ahead += [
            each
            for inner in here.values()
            if isinstance(inner, list)
            for each in inner
            if isinstance(each, dict)
        ]
    return found


@pytest.mark.parametrize(
    "name", [f"lesson-{kind}.json" for kind in registry.ACTIVITIES] + [DAY] + [f"{n}.json" for n in FILES]
)
def test_every_key_is_explained(known: dict[str, Draft7Validator], name: str) -> None:
    """What stands below a field in its model is what an editor shows above it."""
    for entry in _entries(known[name].schema):
        for key, field in entry["properties"].items():
            assert field.get("description"), f"{name}: {key}"


def test_descriptions_are_those_of_the_guides(
    known: dict[str, Draft7Validator], tracks: dict[str, Track]
) -> None:
    """One sentence a field, wherever it is read."""
    (row,) = [
        row for row in guide.rows("quiz", tracks, "8-12") if (row.of, row.field) == ("answer", "because")
    ]
    answer = known[LESSON].schema["definitions"]["quiz-Answer"]
    assert answer["properties"]["because"]["description"] == row.means


def test_tracks_and_characters_are_offered_and_others_allowed(
    known: dict[str, Draft7Validator], quiz: str
) -> None:
    """A pack may bring its own."""
    shared = known[LESSON].schema["definitions"]["quiz"]["properties"]
    assert "8-12" in shared["track"]["examples"]
    assert known[LESSON].is_valid(yaml.load(quiz.replace("8-12", "my-own"), Loader=EditorsYaml))


def test_the_first_line_is_seen_from_the_files_folder(tmp_path: Path) -> None:
    """Whatever system wrote it, with strokes that every system reads."""
    line = modeline(tmp_path / "schemas" / LESSON, tmp_path / "lessons" / "8-12" / "x.yaml")
    assert line == "# yaml-language-server: $schema=../../schemas/lesson.json\n"


def test_a_pack_gets_the_schema_its_files_name(pack: Path, places: Places) -> None:
    """Whole, in a folder of its own, and once more when the game has a newer one."""
    lesson, schemas = pack / "lessons" / "8-12" / "x.yaml", places.content / "schemas"
    assert beside(lesson, schemas, LESSON) == "# yaml-language-server: $schema=../../schemas/lesson.json\n"
    mine = pack / "schemas" / LESSON
    assert mine.read_bytes() == (schemas / LESSON).read_bytes()
    mine.write_text("{}", "utf-8")
    beside(lesson, schemas, LESSON)
    assert mine.read_bytes() == (schemas / LESSON).read_bytes()


def test_schemas_are_plain_json(known: dict[str, Draft7Validator]) -> None:
    """Nothing is lost on the way to a file."""
    for validator in known.values():
        assert json.loads(written(validator.schema)) == validator.schema

"""`cop-challenge translate …`, as its guide tells it."""

from __future__ import annotations

import csv
import re
import shlex
import shutil
from dataclasses import replace
from pathlib import Path

import click
import pygame
import pytest

from cop_challenge.app import wiring
from cop_challenge.app.languages import Languages
from cop_challenge.cli.main import cli, run
from cop_challenge.core import words
from cop_challenge.i18n.catalogue import State, state
from cop_challenge.i18n.translator import Translator
from cop_challenge.lessons.example import write_example
from cop_challenge.translate.catalogue import new


@pytest.fixture(autouse=True)
def here(tmp_path: Path, places: wiring.Places, monkeypatch: pytest.MonkeyPatch) -> wiring.Places:
    """A game with one lesson and no catalogue, and a pack in the folder one works in."""
    content = tmp_path / "game" / "content"
    content.mkdir(parents=True)
    for name in ("tracks.yaml", "characters.yaml"):
        shutil.copy(places.content / name, content)
    write_example("quiz", "", content / "lessons" / "8-12")
    write_example("sort", "", tmp_path / "my-pack" / "lessons")
    small = replace(places, content=content, locales=tmp_path / "game" / "locales", cache=tmp_path / "cache")
    monkeypatch.setattr("cop_challenge.cli.work.places", lambda: small)
    monkeypatch.chdir(tmp_path)
    return small


def spoken(here: wiring.Places, *packs: Path) -> list[str]:
    return [language.code for language in Languages(here, packs, wiring.library(here, packs)).known]


def catalogue(here: wiring.Places, language: str = "sw") -> Path:
    return here.locales / language / "messages.po"


def fill(path: Path, translations: dict[str, str]) -> None:
    """As a translator fills a sheet in."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        lines = [[*line[:4], translations.get(line[0], line[4]), line[5]] for line in csv.reader(file)]
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows(lines)


def test_a_new_language_from_a_sheet_is_spoken_at_once(here: wiring.Places) -> None:
    """No code, no list of languages, no compiling."""
    assert run(["translate", "sheet", "--lang", "sw", "sw.csv"]) == 0
    fill(
        Path("sw.csv"),
        {"ui.back": "Rudi", "ui.staff.wrong [0]": "Kitu kimoja", "ui.staff.wrong [1]": "Vitu {count}"},
    )
    assert run(["translate", "sheet", "--lang", "sw", "--from", "sw.csv"]) == 0
    assert spoken(here) == ["en", "sw"]
    say = Translator(here.locales, "sw")
    assert say(words.BACK) == "Rudi"
    assert [say(words.STAFF_WRONG.fill(count=n)) for n in (1, 2)] == ["Kitu kimoja", "Vitu 2"]
    assert say(words.NEXT) == "Next"


def test_a_sheet_that_is_there_is_not_overwritten(
    here: wiring.Places, capsys: pytest.CaptureFixture[str]
) -> None:
    """It may hold a week's work that nobody has taken back yet."""
    Path("sw.csv").write_text("mine", "utf-8")
    assert run(["translate", "sheet", "--lang", "sw", "sw.csv"]) == 1
    assert "--from" in capsys.readouterr().err
    assert Path("sw.csv").read_text("utf-8") == "mine"


def test_a_sheet_with_a_mistake_says_so(capsys: pytest.CaptureFixture[str], here: wiring.Places) -> None:
    """Exit 1: place, fact, remedy; what is right is taken all the same."""
    run(["translate", "sheet", "--lang", "sw", "sw.csv"])
    fill(Path("sw.csv"), {"ui.back": "Rudi", "ui.named": "Jina"})
    assert run(["translate", "sheet", "--lang", "sw", "--from", "sw.csv"]) == 1
    out = capsys.readouterr().out
    assert re.search(r"sw\.csv:\d+: “ui\.named” was not taken: “\{name\}” is missing\.\n    Write", out)
    assert Translator(here.locales, "sw")(words.BACK) == "Rudi"


def test_update_makes_a_draft_and_loses_nothing(
    here: wiring.Places, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["translate", "update", "--lang", "sw"]) == 0
    path = catalogue(here)
    assert state(path) is State.DRAFT
    path.write_text(
        path.read_text("utf-8").replace('msgid "Back"\nmsgstr ""', 'msgid "Back"\nmsgstr "Rudi"'), "utf-8"
    )
    before = path.read_bytes()
    assert run(["translate", "update"]) == 0
    assert path.read_bytes() == before
    assert (
        "1 translated, 0 to look at again, 0 kept of texts that are gone, nothing new."
        in capsys.readouterr().out
    )
    assert run(["translate", "update", "--state", "reviewed"]) == 0
    assert state(path) is State.REVIEWED


def test_a_lesson_that_cannot_be_read_keeps_its_translations(
    here: wiring.Places, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit 1, and they are neither retired nor gone."""
    (lesson,) = here.content.rglob("lessons/**/*.yaml")
    run(["translate", "update", "--lang", "sw"])
    path = catalogue(here)
    text = path.read_text("utf-8")
    key = f"{lesson.stem}.title"
    path.write_text(re.sub(rf'(msgctxt "{key}"\nmsgid .*\nmsgstr )""', r'\1"Kichwa"', text), "utf-8")
    whole = lesson.read_text("utf-8")
    lesson.write_text("schema: 1\n", "utf-8")
    assert run(["translate", "update"]) == 1
    assert f"{lesson.name}: not in order" in capsys.readouterr().err
    assert f'\nmsgctxt "{key}"' in path.read_text("utf-8")
    lesson.write_text(whole, "utf-8")
    assert run(["translate", "update"]) == 0
    assert re.search(rf'\nmsgctxt "{key}"\nmsgid .*\nmsgstr "Kichwa"', path.read_text("utf-8"))


def test_compile_names_what_is_wrong_and_makes_quick_copies(
    here: wiring.Places, capsys: pytest.CaptureFixture[str]
) -> None:
    run(["translate", "update", "--lang", "sw"])
    assert run(["translate", "compile"]) == 0
    assert list(here.catalogues.glob("*.json"))
    path = catalogue(here)
    text = path.read_text("utf-8").replace(
        'msgid "{name}: {what}"\nmsgstr ""', 'msgid "{name}: {what}"\nmsgstr "{name}"'
    )
    path.write_text(text, "utf-8")
    line = text[: text.index('msgid "{name}: {what}"')].count("\n") + 1
    assert run(["translate", "compile"]) == 1
    assert f"messages.po:{line}: In “ui.named”: “{{what}}” is missing." in capsys.readouterr().out


def test_a_pack_keeps_its_own_translations(here: wiring.Places) -> None:
    """Only its lessons, in its folder; the station speaks its language and finds its words."""
    pack = Path("my-pack")
    assert run(["translate", "update", "--lang", "sw", "--pack", "my-pack"]) == 0
    path = pack / "locales" / "sw" / "messages.po"
    text = path.read_text("utf-8")
    assert "ui." not in re.sub("#.*", "", text)
    assert not here.locales.exists()
    assert spoken(here, pack) == ["en", "sw"]


@pytest.mark.parametrize("code", ["", "en", "../x", "a b", "sw/ug", "English"])
def test_what_can_be_no_language_is_refused(code: str) -> None:
    """Exit 2: a code names a folder."""
    assert run(["translate", "update", "--lang", code]) == 2


def test_a_broken_catalogue_is_named_and_left_alone(
    here: wiring.Places, capsys: pytest.CaptureFixture[str]
) -> None:
    path = catalogue(here)
    path.parent.mkdir(parents=True)
    path.write_text('msgid ""\nmsgstr ""\n\nmsgstr[x "a"\n', "utf-8")
    for command in ("update", "compile", "stats"):
        assert run(["translate", command]) == 1
        assert "messages.po" in capsys.readouterr().err
    assert "msgstr[x" in path.read_text("utf-8")


def commands(root: Path) -> list[list[str]]:
    """All commands of the guide, in its order."""
    guide = (root / "docs" / "translators.md").read_text("utf-8")
    blocks = re.findall(r"```sh\n(.*?)```|`(cop-challenge [^`]+)`", guide, re.DOTALL)
    lines = [line for block, inline in blocks for line in (block or inline).splitlines()]
    assert all(line.startswith("cop-challenge ") for line in lines)
    return [shlex.split(line)[1:] for line in lines]


def test_the_guide_s_commands_work(root: Path, here: wiring.Places, monkeypatch: pytest.MonkeyPatch) -> None:
    """To the letter, one after the other, by somebody who fills the sheet in and reads nothing out today."""
    pytest.importorskip("numpy")
    monkeypatch.setattr("cop_challenge.translate.microphone.Microphone", object)
    monkeypatch.setattr("cop_challenge.cli.record._asked", lambda question: "q")
    done = 0
    for command in commands(root):
        if command[0] == "translate":
            assert run(command) == 0, command
            done += 1
            if command[1] == "sheet" and command[-1] == "sw.csv" and "--from" not in command:
                fill(Path("sw.csv"), {"my-first-quiz.title": "Mgeni Kwenye Mchezo"})
        else:
            # That it is written as the game understands it; playing and drawing are for the slow test.
            given = iter(command)
            at: click.Command = cli
            while isinstance(at, click.Group):
                at = at.commands[next(given)]
            at.make_context(command[0], list(given))
    assert done >= 12
    assert (here.locales / "en-XA" / "messages.po").is_file()
    assert state(catalogue(here)) is State.REVIEWED


@pytest.mark.slow
def test_what_the_guide_shows_can_be_looked_at(
    root: Path, here: wiring.Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Windows open, and are closed at once; pages are printed."""
    monkeypatch.setattr(wiring, "sticks", lambda: ())
    monkeypatch.setattr("cop_challenge.cli.options.places", lambda: here)
    for command in (["update", "--lang", "sw"], ["update", "--lang", "sw", "--pack", "my-pack"]):
        assert run(["translate", *command]) == 0
    for command in commands(root):
        if command[0] in ("play", "print"):
            pygame.display.init()
            pygame.event.clear()
            pygame.event.post(pygame.event.Event(pygame.QUIT))
            assert run(command) == 0, command


def test_the_guide_is_right_about_plurals() -> None:
    """Two forms in Kiswahili, three in Russian, six in Arabic, one in Chinese."""
    assert [new(code).plural[0] for code in ("sw", "ru", "ar", "zh_Hans")] == [2, 3, 6, 1]

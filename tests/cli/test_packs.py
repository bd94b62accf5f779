from __future__ import annotations

import shlex
import shutil
from collections.abc import Callable
from pathlib import Path

import pygame
import pytest

from cop_challenge.app import wiring
from cop_challenge.cli.main import run
from cop_challenge.lessons.example import example


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A new pack; no stick of this machine is looked at."""
    monkeypatch.setattr(wiring, "sticks", lambda: ())
    assert run(["new", "pack", str(tmp_path / "my-school")]) == 0
    return tmp_path / "my-school"


def test_a_new_pack_is_in_order_and_plays(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """pack.yaml, a lesson, a picture, a README; the whole of it checks, and its lesson is in the station."""
    assert run(["check", str(folder)]) == 0
    assert "1 lesson in order, no problem." in capsys.readouterr().out
    assert sorted(path.name for path in folder.iterdir()) == [
        "README.md",
        "lessons",
        "pack.yaml",
        "pictures",
        "schemas",
    ]
    loaded = wiring.library(wiring.places(), [folder])
    assert "my-first-lesson" in loaded.lessons
    assert [partner.name for partner in loaded.partners] == ["My School"]


def test_a_new_pack_is_named_by_its_folder(tmp_path: Path) -> None:
    """Its id is the folder's name."""
    assert run(["new", "pack", str(tmp_path / "shule-yetu")]) == 0
    assert "\nid: shule-yetu " in (tmp_path / "shule-yetu/pack.yaml").read_text("utf-8")


@pytest.mark.parametrize(("name", "code"), [("My School", 2), ("my-school", 1)])
def test_a_new_pack_overwrites_nothing(
    folder: Path, name: str, code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    """A name that is none is wrong use; one that is taken is a problem; both are said."""
    before = (folder / "pack.yaml").read_bytes()
    assert run(["new", "pack", str(folder.parent / name)]) == code
    assert name in capsys.readouterr().err
    assert (folder / "pack.yaml").read_bytes() == before
    assert [path.name for path in folder.parent.iterdir() if path.name.startswith(".")] == []


def test_a_new_lesson_is_for_its_track(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`--track` is the line in the file; a track that is none is named."""
    arguments = ["new", "lesson", "--kind", "sort", "--out", str(tmp_path)]
    assert run([*arguments, "--track", "13-17"]) == 0
    assert "\ntrack: 13-17\n" in (tmp_path / "my-first-sorting.yaml").read_text("utf-8")
    assert run([*arguments, "--track", "13-71"]) == 2
    assert "13-17" in capsys.readouterr().err
    assert "\ntrack: 8-12\n" in example("sort")


def test_a_pack_goes_from_one_station_to_the_next(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Built, added, listed, played, removed: each says what it did."""
    file = folder.parent / "my-school.coppack"
    assert run(["pack", "build", str(folder)]) == 0
    assert "1 lessons" not in capsys.readouterr().out
    assert run(["pack", "add", str(file)]) == 0
    assert "Lessons of My School 1 is installed" in capsys.readouterr().out
    assert run(["pack", "list"]) == 0
    assert "my-school: Lessons of My School, version 1, My School, CC BY 4.0" in capsys.readouterr().out
    here = wiring.places()
    assert "my-first-lesson" in wiring.library(here, wiring.find_packs(here).packs).lessons
    assert run(["pack", "remove", "my-school"]) == 0
    assert run(["pack", "remove", "my-school"]) == 1
    assert "no pack “my-school” is installed" in capsys.readouterr().err


def test_an_update_reports_what_stays(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Which file, and where to find the other one."""
    file = folder.parent / "my-school.coppack"
    run(["pack", "build", str(folder)])
    run(["pack", "add", str(file)])
    for place, words in ((wiring.places().packs / "my-school", "Mine"), (folder, "Theirs")):
        (place / "README.md").write_text(words, "utf-8")
    run(["pack", "build", str(folder)])
    capsys.readouterr()
    assert run(["pack", "add", str(file)]) == 0
    assert (
        "README.md: changed here and in the update. Yours stays; compare README.md.new."
        in capsys.readouterr().out
    )


def test_a_pack_with_errors_is_not_built(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The errors are named as by `check`."""
    lesson = folder / "lessons/my-first-lesson.yaml"
    lesson.write_text(lesson.read_text("utf-8").replace("kind: quiz", "kind: quizz"), "utf-8")
    assert run(["pack", "build", str(folder)]) == 1
    said = capsys.readouterr().err
    assert "CC016" in said
    assert "finds 1 error in it. Mend what it names first." in said
    assert not (folder.parent / "my-school.coppack").exists()


def test_a_file_that_is_no_pack_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One sentence, exit 1."""
    (tmp_path / "a.coppack").write_bytes(b"hello")
    assert run(["pack", "add", str(tmp_path / "a.coppack")]) == 1
    assert capsys.readouterr().err.startswith("a.coppack: this is no .coppack file. ")


def test_keys_of_texts_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    """For `texts:` in pack.yaml."""
    assert run(["pack", "texts", "fast-fingers"]) == 0
    assert capsys.readouterr().out.startswith("fast-fingers.title: Fast Fingers\n")
    assert run(["pack", "texts", "fast-finger"]) == 2


SHOWN = ("play", "preview", "print")
"""Commands that open a window, closed as soon as its first picture stands there, or make pages."""


@pytest.fixture
def obeyed(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[bool], int]:
    """Does what the guide says, in an empty folder; how many commands ran."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(wiring, "sticks", lambda: ())
    guide = (root / "docs/packs.md").read_text("utf-8").splitlines()
    commands = [shlex.split(line)[1:] for line in guide if line.startswith("    cop-challenge ")]

    def obey(shown: bool) -> int:
        done = 0
        for command in commands:
            if command[0] in SHOWN:
                if not shown:
                    continue
                pygame.display.init()
                pygame.event.clear()
                pygame.event.post(pygame.event.Event(pygame.QUIT))
            assert run(command) == 0, command
            done += 1
            if command[:2] == ["new", "pack"]:  # step 1, in an editor
                about = tmp_path / "my-school/pack.yaml"
                words = about.read_text("utf-8").replace("language: en ", "language: sw ")
                about.write_text(words.replace("Lessons of My School", "Masomo ya Shule Yangu"), "utf-8")
        return done

    return obey


def test_every_command_of_the_guide_runs(obeyed: Callable[[bool], int]) -> None:
    """One after the other, as a reader would; only windows and pages are left for the slow test."""
    assert obeyed(False) == 8


@pytest.mark.slow
def test_every_command_of_the_guide_runs_with_its_windows_and_pages(
    obeyed: Callable[[bool], int], tmp_path: Path
) -> None:
    """A pack in Swahili among them: it plays and prints in its language."""
    assert obeyed(True) == 13
    assert {"plan.pdf", "posters.pdf"} <= {path.name for path in tmp_path.iterdir()}


def test_the_friends_of_the_guide_are_in_order(root: Path, folder: Path) -> None:
    """As they are printed there, in a pack that has their picture."""
    guide = (root / "docs/packs.md").read_text("utf-8")
    block = guide.partition("```yaml\ncharacters:")[2].partition("```")[0]
    (folder / "characters.yaml").write_text(f"characters:{block}", "utf-8")
    shutil.copy(root / "docs/examples/bandari-yetu/pictures/neema.svg", folder / "pictures")
    assert run(["check", str(folder)]) == 0


def test_the_pack_file_of_the_guide_is_in_order(root: Path, folder: Path) -> None:
    """As it is printed there, in a pack that has the lesson it names."""
    guide = (root / "docs/packs.md").read_text("utf-8")
    about = guide.partition("```yaml\nid:")[2].partition("```")[0]
    (folder / "pack.yaml").write_text(f"id:{about}".replace("language: sw", "language: en"), "utf-8")
    assert run(["check", str(folder)]) == 0

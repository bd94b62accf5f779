"""`cop-challenge import …` and `export …`, as their guide tells it."""

from __future__ import annotations

import json
import re
import shlex
import zipfile
from pathlib import Path

import pytest

from cop_challenge.cli.exchange import _game
from cop_challenge.cli.main import run
from cop_challenge.lessons.pack import Pack

QUESTIONS = """\
// About friends
$CATEGORY: School/Friends

::The rocket::A player with a rocket wants to be Hana’s friend. What helps Hana to decide? {
  =Ask a friend in class.#Then Hana knows who is there.
  ~Accept at once.#Asking can come first.
}

What may Hana share?{~%50%A drawing ~%50%A score ~%-100%A password}

Pictures can be changed.{T}

Write to Hana.{}
"""


@pytest.fixture(scope="module")
def game() -> Pack:
    """The built-in lessons, read once for all commands of this module."""
    return _game()


@pytest.fixture(autouse=True)
def _here(game: Pack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder with a file of questions."""
    monkeypatch.setattr("cop_challenge.cli.exchange._game", lambda: game)
    monkeypatch.chdir(tmp_path)
    Path("questions.txt").write_text(QUESTIONS, "utf-8")


def lesson() -> Path:
    (found,) = Path("my-school/lessons").rglob("*.yaml")
    return found


SAID = {
    "smart": "tell",
    "risk": "contact",
    "strand": "online-relationships",
    "harmless": "yes",
    "who": "hana",
}


def filled(text: str) -> str:
    """The lesson with all its open lines written."""
    return re.sub(
        r"(?m)^( *)# (\w+):  # .*$",
        lambda found: f"{found[1]}{found[2]}: {SAID.get(found[2], 'It helps.')}",
        text,
    )


def test_gift_is_brought_with_an_account_and_what_is_left_to_write(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Exit 1: one question was left, and is named with its line."""
    assert run(["import", "gift", "questions.txt", "--into", "my-school", "--track", "8-12"]) == 1
    told = capsys.readouterr().out
    assert "questions.txt:13: left: “Write to Hana.”\n    An essay" in told
    assert "4 questions: 2 taken, 1 taken in part, 1 left." in told
    assert "“harmless” is missing" in told
    assert lesson().name == "friends.yaml"
    assert lesson().parent.name == "8-12"


def test_a_lesson_is_complete_once_its_open_lines_are_written(capsys: pytest.CaptureFixture[str]) -> None:
    """Each is written where its comment stands, by taking the first # away; nothing else is needed."""
    run(["import", "gift", "questions.txt", "--into", "my-school", "--track", "8-12"])
    path = lesson()
    path.write_text(filled(path.read_text("utf-8")), "utf-8")
    capsys.readouterr()
    assert run(["check", "my-school"]) == 0, capsys.readouterr().out


def test_matching_becomes_a_sorting_lesson_to_complete(capsys: pytest.CaptureFixture[str]) -> None:
    """The same for a backpack: its open lines, and which place is harmless."""
    pairs = "".join(f"={name} -> {'Keep' if at % 2 else 'Share'}\n" for at, name in enumerate("abcdefg"))
    Path("m.txt").write_text(f"What goes where? Keep it, or share it?{{{pairs}}}\n", "utf-8")
    assert run(["import", "gift", "m.txt", "--into", "my-school", "--track", "8-12"]) == 0
    path = lesson()
    text = filled(path.read_text("utf-8"))
    path.write_text(text.replace('text: "Share"\n', 'text: "Share"\n    harmless: yes\n'), "utf-8")
    capsys.readouterr()
    assert run(["check", "my-school"]) == 0, capsys.readouterr().out


def test_nothing_is_overwritten() -> None:
    """A second import stands beside the first."""
    for _ in range(2):
        run(["import", "gift", "questions.txt", "--into", "my-school", "--track", "8-12"])
    assert {path.name for path in Path("my-school").rglob("*.yaml")} == {"friends.yaml", "friends-2.yaml"}


def test_the_template_becomes_a_lesson_that_plays(capsys: pytest.CaptureFixture[str]) -> None:
    """With the four lines all lessons have said at once."""
    assert run(["import", "csv", "--template", "t.csv", "--separator", "semicolon"]) == 0
    common = [
        "--smart",
        "accepting",
        "--risk",
        "contact",
        "--strand",
        "online-relationships",
        "--takeaway",
        "Ask.",
    ]
    assert run(["import", "csv", "t.csv", "--into", "my-school", "--track", "8-12", *common]) == 0
    assert "ready to play" in capsys.readouterr().out
    assert run(["check", "my-school"]) == 0


@pytest.mark.parametrize(
    "arguments",
    [
        ["import", "gift", "questions.txt"],
        ["import", "gift", "questions.txt", "--into", "x"],
        ["import", "gift", "questions.txt", "--into", "x", "--track", "9-99"],
        ["import", "gift", "nothing.txt", "--into", "x", "--track", "8-12"],
        ["import", "gift", "questions.txt", "--into", "x", "--track", "8-12", "--smart", "clever"],
        ["import", "csv"],
        ["import", "csv", "--template", "questions.txt"],
        ["export", "gift", "no-such-lesson", "--out", "x"],
        ["export", "h5p", "who-can-help", "--out", "x.h5p", "--library", "H5P.Nothing 1.0"],
        ["export", "h5p", "who-can-help", "--out", "x.h5p", "--library", "H5P.MultiChoice one"],
    ],
)
def test_wrong_use_is_refused(arguments: list[str]) -> None:
    """Exit 2, and nothing is written."""
    assert run(arguments) == 2
    assert [path.name for path in Path().iterdir()] == ["questions.txt"]


@pytest.mark.parametrize(
    ("data", "fact"),
    [(b"PK\x03\x04", "workbook"), (b"a,b\n", "does not name"), (b"x" * 3_000_000, "larger than 2 MB")],
)
def test_what_is_no_sheet_is_explained(data: bytes, fact: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit 1, a sentence, and no folder."""
    Path("s.csv").write_bytes(data)
    assert run(["import", "csv", "s.csv", "--into", "x", "--track", "8-12"]) == 1
    assert fact in capsys.readouterr().err
    assert not Path("x").exists()


def test_a_file_where_the_folder_should_be_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    Path("x").mkdir()
    Path("x/lessons").write_text("", "utf-8")
    assert run(["import", "gift", "questions.txt", "--into", "x", "--track", "8-12"]) == 1
    assert "can't be read or written" in capsys.readouterr().err


def test_lessons_are_exported_in_a_language_they_have() -> None:
    """The words of its catalogue; a language nobody speaks here is refused."""
    assert run(["export", "gift", "who-can-help", "--out", "en.txt"]) == 0
    assert run(["export", "gift", "who-can-help", "--out", "fr.txt", "--lang", "fr"]) == 0
    english, french = (Path(name).read_text("utf-8") for name in ("en.txt", "fr.txt"))
    assert "What can Pip do now?" in english
    assert "What can Pip do now?" not in french
    assert run(["export", "gift", "who-can-help", "--out", "x.txt", "--lang", "xx"]) == 2


def test_a_game_that_is_no_list_of_questions_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    """Exit 1, and no file."""
    assert run(["export", "gift", "a-beak-like-a-sparrow", "--out", "x.txt"]) == 1
    assert "no list of questions" in capsys.readouterr().out
    assert not Path("x.txt").exists()


def test_the_guide_s_commands_work(root: Path) -> None:
    """To the letter, one after the other; the lesson they work on is finished in between."""
    guide = (root / "docs" / "exchange.md").read_text("utf-8")
    commands = [line for block in re.findall(r"```sh\n(.*?)```", guide, re.S) for line in block.splitlines()]
    for command in commands:
        program, *arguments = shlex.split(command)
        assert program == "cop-challenge"
        # The guide's own file has an essay, which is left.
        assert run(arguments) == (1 if arguments[:2] == ["import", "gift"] else 0), command
    assert len(commands) >= 8
    with zipfile.ZipFile("story.h5p") as story:
        assert json.loads(story.read("h5p.json"))["mainLibrary"] == "H5P.BranchingScenario"
    assert "H5P.MultiChoice 1.14" in Path("my-school-h5p/what-the-platform-needs.txt").read_text("utf-8")
    assert "$CATEGORY" in Path("my-school.gift.txt").read_text("utf-8")

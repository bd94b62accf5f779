"""`cop-challenge print …`, from the command to the file."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader

from cop_challenge.app import wiring
from cop_challenge.cli.main import run
from cop_challenge.core.options import VisitOptions
from cop_challenge.sim.runner import play_visit
from cop_challenge.store.database import Row, Store

DAY = ["--date", "2026-11-24"]


def keep(options: VisitOptions, lesson: str, path: Path) -> None:
    """One visit in which the lesson was played to its end."""
    (only,) = (card for card in options.cards if card.id == lesson)
    alone = replace(options, cards=(only,), track=only.track, minutes=None)
    results = play_visit(alone, "perfect", 1).results
    with Store(path) as store:
        store.append([Row("st", "0a", n, "2026-11-23T14", result) for n, result in enumerate(results, 1)])


def words(path: Path) -> str:
    pages = PdfReader(io.BytesIO(path.read_bytes())).pages
    return re.sub(r"\s+", " ", " ".join(page.extract_text() for page in pages))


@pytest.mark.parametrize("document", ["programme", "deal-card"])
def test_without_more_it_is_a_form(tmp_path: Path, capsys: pytest.CaptureFixture[str], document: str) -> None:
    """Exit 0, a file in a folder that is made for it, and a line that says so."""
    out = tmp_path / "new" / "form.pdf"
    assert run(["print", document, "--out", str(out)]) == 0
    assert "a form to fill in by hand" in capsys.readouterr().out
    assert "Something of our own" in words(out)


@pytest.mark.parametrize(
    ("document", "lesson", "heading"),
    [
        ("programme", "a-plan-on-one-page", "Our Protection Programme"),
        ("deal-card", "the-tablet-sleeps-in-the-kitchen", "Our Deal for Screens at Home"),
    ],
)
def test_what_was_played_is_printed(
    tmp_path: Path, options: VisitOptions, document: str, lesson: str, heading: str
) -> None:
    """The latest here, the same visit by its number, and from another file: the same page."""
    keep(options, lesson, wiring.places().results)
    keep(options, lesson, tmp_path / "other.sqlite")
    made = []
    for source in (["--latest"], ["--visit", "0a"], ["--from", str(tmp_path / "other.sqlite")]):
        out = tmp_path / f"{source[0]}.pdf"
        assert run(["print", document, "--out", str(out), *source, *DAY]) == 0
        made.append(out.read_bytes())
    assert len(set(made)) == 1
    assert heading in words(out)
    assert "24 November 2026" in words(out)


def test_certificates_of_one_track_or_of_all(tmp_path: Path) -> None:
    """A page each; on Letter with little ink, too."""
    one, all_of_them = tmp_path / "one.pdf", tmp_path / "all.pdf"
    letter = ["--paper", "letter", "--ink", "saving"]
    assert run(["print", "certificate", "--out", str(one), "--track", "educators", *letter]) == 0
    assert run(["print", "certificate", "--out", str(all_of_them)]) == 0
    assert len(PdfReader(one).pages) == 1
    assert len(PdfReader(all_of_them).pages) == 5


@pytest.mark.parametrize(
    ("arguments", "pages"),
    [
        (["passport", "--track", "8-12", "--avatar", "lion", "--copies", "3"], 3),
        (["posters"], 5),
        (["posters", "--track", "5-7", "--ink", "saving"], 15),
        (["lesson-plan", "--track", "parents", "--lang", "ar"], 3),
        (["follow-up", "--paper", "letter", "--lang", "am"], 10),
    ],
)
def test_what_a_school_prints(tmp_path: Path, arguments: list[str], pages: int) -> None:
    """Exit 0, and its pages."""
    out = tmp_path / "x.pdf"
    assert run(["print", *arguments, "--out", str(out)]) == 0
    assert len(PdfReader(out).pages) == pages


def test_a_passport_has_the_stamps_of_a_visit(tmp_path: Path, options: VisitOptions) -> None:
    """A sheet for the visit, of its track; not of another one."""
    keep(options, "a-plan-on-one-page", wiring.places().results)
    out = tmp_path / "x.pdf"
    assert run(["print", "passport", "--latest", "--out", str(out)]) == 0
    assert "Schools" in words(out)
    assert run(["print", "passport", "--latest", "--track", "5-7", "--out", str(out)]) == 1


@pytest.mark.parametrize(("opened", "code"), [(0, 0), (1, 1)])
def test_a_preview_opens_what_was_printed(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    opened: int,
    code: int,
) -> None:
    """By the system's viewer; where there is none the file is there and a sentence says so."""
    asked: list[str] = []
    monkeypatch.setattr("click.launch", lambda path: asked.append(path) or opened)
    out = tmp_path / "x.pdf"
    assert run(["print", "certificate", "--preview", "--out", str(out)]) == code
    assert asked == [str(out.resolve())]
    assert out.exists()
    assert ("open" in capsys.readouterr().err) == bool(opened)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["passport", "--latest"], "Nothing has been played here yet"),
        (["lesson-plan", "--track", "dance"], "no track “dance”"),
        (["programme", "--latest"], "Nothing has been played here yet"),
        (["programme", "--lesson", "dance"], "No lesson “dance”"),
        (["certificate", "--track", "dance"], "no track “dance”"),
    ],
)
def test_what_cannot_be_printed_is_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], says: str
) -> None:
    """Exit 1, and no file."""
    out = tmp_path / "x.pdf"
    assert run(["print", *arguments, "--out", str(out)]) == 1
    assert says in capsys.readouterr().err
    assert not out.exists()


def test_a_place_that_cannot_be_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder that is a file: exit 1 and what to do."""
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert run(["print", "certificate", "--out", str(tmp_path / "file" / "x.pdf")]) == 1
    assert "can't be written" in capsys.readouterr().err


def test_a_file_that_holds_no_results(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit 1 and what to do."""
    (tmp_path / "notes.txt").write_text("no results at all, only words" * 50, encoding="utf-8")
    arguments = ["--from", str(tmp_path / "notes.txt"), "--out", str(tmp_path / "x.pdf")]
    assert run(["print", "programme", *arguments]) == 1
    assert "name the right one with “--from”" in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments",
    [
        ["programme"],
        ["programme", "--out", "x.pdf", "--lang", "xx"],
        ["certificate", "--out", "x", "--paper", "a0"],
        ["certificate", "--out", "x", "--copies", "0"],
        ["passport", "--out", "x", "--avatar", "cat"],
    ],
)
def test_wrong_use_is_exit_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """No place, no such language, paper, figure, no copy at all."""
    assert run(["print", *arguments]) == 2
    assert capsys.readouterr().err.strip()


def test_a_days_file_dates_its_paper(tmp_path: Path) -> None:
    """Printed the evening before: the day's date, first language and tracks; what is named goes before."""
    day, out = tmp_path / "day.yaml", tmp_path / "plan.pdf"
    text = 'schema: 1\ntitle: "A day"\ndate: 2026-11-24\nlanguages: [fr, en]\ntracks: [8-12, parents]\n'
    day.write_text(text, encoding="utf-8")
    assert run(["print", "certificate", "--day", str(day), "--out", str(out)]) == 0
    assert words(out).count("24 novembre 2026") == 2
    named = ["--lang", "en", "--track", "5-7", *DAY[:1], "2026-12-05"]
    assert run(["print", "certificate", "--day", str(day), "--out", str(out), *named]) == 0
    assert words(out).count("5 December 2026") == 1


def test_a_days_file_that_is_wrong_is_a_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    day = tmp_path / "day.yaml"
    day.write_text("schema: 1\ntitel: A day\n", encoding="utf-8")
    assert run(["print", "passport", "--day", str(day), "--out", str(tmp_path / "p.pdf")]) == 1
    assert "titel" in capsys.readouterr().err

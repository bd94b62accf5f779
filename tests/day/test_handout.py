from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from cop_challenge.app import reporter
from cop_challenge.app.wiring import Places
from cop_challenge.cli.main import run
from cop_challenge.core.options import VisitOptions
from cop_challenge.core.result import Fact, Outcome, Result
from cop_challenge.core.tags import Habit
from cop_challenge.day import counts, wording
from cop_challenge.day.day import Day
from cop_challenge.day.handout import Handout, handout
from cop_challenge.day.learned import by_track
from cop_challenge.day.report import report
from cop_challenge.day.sittings import sittings
from cop_challenge.day.suppression import LEAST_VISITS, protected
from cop_challenge.i18n.translator import Translator
from cop_challenge.lessons.library import Library
from cop_challenge.sim.players import PLAYERS
from cop_challenge.sim.runner import play_visit
from cop_challenge.store.database import Row, Store

DAY = Day("Harbour day <at> the “hill school”", date(2026, 11, 23), measure=True)
VISITS = 150
TRACKS = ("8-12",) * 5 + ("13-17",) * 2 + ("parents",)
LANGUAGES = ("en", "en", "en", "ar", "am")


@pytest.fixture(scope="module")
def rows(measured: VisitOptions) -> list[Row]:
    """A day of simulated players; short visits, so that some stay without a passport."""
    names = list(PLAYERS)
    found = []
    for number in range(VISITS):
        track, language = TRACKS[number % 8], LANGUAGES[number % 5]
        options = replace(measured, track=track, language=language, minutes=4)
        player = names[number % len(names)] if number % 3 else "perfect"
        visit = play_visit(options, player, number)
        hour = f"2026-11-23T{9 + number % 4:02}"
        found += [
            Row(f"st{number % 3}", f"{number:016x}", step, hour, fact)
            for step, fact in enumerate(visit.results, 1)
        ]
    return found


@pytest.fixture(scope="module")
def shown(rows: list[Row], library: Library) -> Handout:
    tracks = {track.id: track.name for track in library.tracks.values()}
    return handout(report(rows, DAY), tracks, library.lessons)


@pytest.fixture(scope="module")
def written(
    rows: list[Row], places: Places, tmp_path_factory: pytest.TempPathFactory
) -> Callable[[str], dict[str, bytes]]:
    """The three files in a language."""

    def write(language: str) -> dict[str, bytes]:
        folder = tmp_path_factory.mktemp(language)
        found = report(rows, DAY)
        this = reporter.told(replace(places, cache=folder / "cache"), found, language)
        list(reporter.write(places, this, folder, reporter.setting(found, DAY.date, "a4", "colour")))
        return {path.suffix: path.read_bytes() for path in folder.glob("report-*")}

    return write


def table(of: Handout, name: str) -> dict[str, tuple[int | None, ...]]:
    (found,) = (one for one in of.tables if one.id == name)
    return {row.id: row.cells for row in found.rows}


def test_the_report_counts_what_was_recorded(rows: list[Row], shown: Handout) -> None:
    """Every figure shown, counted here once more from the facts."""
    began = {(row.station, row.visit): row for row in rows if row.result.fact is Fact.BEGAN}
    stamped = {(row.station, row.visit) for row in rows if row.result.outcome is Outcome.PASSPORT}
    assert table(shown, "day")["all"][0] == len(began)
    for name, key in (
        ("hours", lambda row: row.hour),
        ("tracks", lambda row: row.result.track),
        ("languages", lambda row: row.result.language),
    ):
        visits = Counter(key(row) for row in began.values())
        done = Counter(key(row) for visit, row in began.items() if visit in stamped)
        cells = table(shown, name)
        assert cells.keys() == visits.keys()
        for group, (count, *with_stamp) in cells.items():
            assert count in (None, visits[group])
            assert with_stamp in ([], [None], [done[group]])
    for habit, (count,) in table(shown, "lanterns").items():
        lit = {
            (row.station, row.visit)
            for row in rows
            if row.result.fact is Fact.FINISHED and row.result.habit == habit
        }
        assert count in (None, len(lit & began.keys()))
    assert sum(cell is not None for one in shown.tables for row in one.rows for cell in row.cells) > 20


def test_what_was_hard_is_said_in_the_lessons_words(
    rows: list[Row], shown: Handout, library: Library
) -> None:
    """Title, question and take-away; no ids."""
    hard = [one for section in shown.sections for one in section.hard]
    assert hard
    say = Translator(Path())
    titles = {lesson.title.source for lesson in library.lessons.values()}
    takeaways = {lesson.takeaway for lesson in library.lessons.values()}
    steps = {row.result.step for row in rows}
    for one in hard:
        assert any(title in say(one.figures) for title in titles)
        assert say(one.asked) not in steps
        assert one.takeaway in takeaways


@pytest.mark.parametrize("language", ["en", "ar", "am"])
def test_page_pdf_and_csv_tell_the_same_figures(
    written: Callable[[str], dict[str, bytes]], language: str
) -> None:
    """Each figure of the CSV file stands in the page's table and among the words of the PDF."""
    files = written(language)
    lines = list(csv.DictReader(io.StringIO(files[".csv"].decode("utf-8-sig"))))
    page = ElementTree.fromstring(_xml(files[".html"]))
    grids = {figure.attrib["id"]: _grid(figure) for figure in page.iter("figure")}
    pdf = "\n".join(one.extract_text() for one in PdfReader(io.BytesIO(files[".pdf"])).pages)
    numbers = Counter(re.findall(r"\d+", _latin(pdf)))
    for name, grid in grids.items():
        own = [line for line in lines if line["table"] == name]
        found = [cell for row in grid for cell in row]
        assert [_number(cell) for cell in found] == [line["value"] for line in own]
        for line in own:
            assert not line["value"] or numbers[line["value"].lstrip("-")]
    assert {"hours", "tracks", "languages", "lanterns"} <= grids.keys()


def _xml(page: bytes) -> str:
    """The page with its empty elements closed, as XML has them."""
    text = page.decode().partition("\n")[2]
    return re.sub(r"<meta([^>]*)>", r"<meta\1/>", text)


def _grid(figure: ElementTree.Element) -> list[list[str]]:
    return [
        ["".join(cell.itertext()) for cell in row.findall("td")]
        for body in figure.iter("tbody")
        for row in body.findall("tr")
    ]


def _latin(text: str) -> str:
    return text.translate({0x660 + digit: str(digit) for digit in range(10)})


def _number(cell: str) -> str:
    """As the CSV file has it."""
    plain = _latin(cell).strip(wording.LEFT_TO_RIGHT)
    return "" if plain == wording.DASH else plain.replace("−", "-").lstrip("+")


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_page_needs_nothing_and_runs_nothing(
    written: Callable[[str], dict[str, bytes]], language: str
) -> None:
    """No script, no address, no picture from elsewhere; each chart has its table; words can't be markup."""
    source = written(language)[".html"].decode()
    page = ElementTree.fromstring(_xml(source.encode()))
    assert page.attrib == {"lang": language, "dir": "rtl" if language == "ar" else "ltr"}
    tags = {element.tag for element in page.iter()}
    assert not tags & {"script", "link", "img", "iframe", "object", "at"}
    assert "http:" not in source
    assert "https:" not in source
    assert not [name for element in page.iter() for name in element.attrib if name.startswith("on")]
    figures = list(page.iter("figure"))
    assert figures
    for figure in figures:
        (drawing,) = figure.iter("svg")
        assert drawing.attrib["role"] == "img"
        assert drawing.attrib["aria-label"]
        assert list(figure.iter("table"))
    assert "prefers-color-scheme: dark" in source
    assert "@media print" in source


def test_bars_differ_in_pattern_and_carry_their_numbers(written: Callable[[str], dict[str, bytes]]) -> None:
    """Colour is never the only sign."""
    page = ElementTree.fromstring(_xml(written("en")[".html"]))
    (tracks,) = (figure for figure in page.iter("figure") if figure.attrib["id"] == "tracks")
    (drawing,) = tracks.iter("svg")
    kinds = {rect.attrib["class"] for rect in drawing.iter("rect")}
    assert {"solid", "striped"} <= kinds
    numbers = [text.text for text in drawing.iter("text") if text.attrib["class"] == "number"]
    assert numbers == [cell for row in _grid(tracks) for cell in row]


def test_everything_drawn_stays_on_its_drawing(written: Callable[[str], dict[str, bytes]]) -> None:
    """From the left and from the right."""
    for language in ("en", "ar"):
        page = ElementTree.fromstring(_xml(written(language)[".html"]))
        for drawing in (one for figure in page.iter("figure") for one in figure.iter("svg")):
            _, _, width, height = map(float, drawing.attrib["viewBox"].split())
            for rect in drawing.iter("rect"):
                x, y = float(rect.attrib["x"]), float(rect.attrib["y"])
                assert -0.1 <= x <= x + float(rect.attrib["width"]) <= width + 0.1
                assert 0 <= y <= y + float(rect.attrib["height"]) <= height


def test_a_case_study_is_the_last_page(written: Callable[[str], dict[str, bytes]]) -> None:
    """On one page, with its boxes."""
    page = PdfReader(io.BytesIO(written("en")[".pdf"])).pages[-1].extract_text()
    for text in (wording.CASE, wording.CASE_CONTEXT, wording.CASE_LESSONS, *wording.CASE_BOXES):
        assert text.source in page
    assert "Laptops: 3" in page


def test_the_command_writes_three_files(
    rows: list[Row], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """From a folder of stations' files; facts of another day are spoken of."""
    for station in ("st0", "st1", "st2"):
        with Store(tmp_path / "stick" / f"{station}.sqlite") as store:
            store.append([row for row in rows if row.station == station])
    other = [replace(row, station="st9", hour="2020-01-01T10") for row in rows if row.station == "st1"]
    with Store(tmp_path / "stick" / "wrong-clock.sqlite") as store:
        store.append(other)
    day = tmp_path / "day.yaml"
    day.write_text("schema: 1\ntitle: Harbour day\ndate: 2026-11-23\n", encoding="utf-8")
    order = ["day", "report", str(day), "--results", str(tmp_path / "stick"), "--out", str(tmp_path / "out")]
    assert run(order) == 0
    said = capsys.readouterr()
    assert "Station st9: " in said.err
    assert "not counted" in said.err
    names = {path.name for path in (tmp_path / "out").iterdir()}
    assert names == {"report-en.csv", "report-en.html", "report-en.pdf"}


def test_a_folder_that_cannot_be_written_is_a_sentence(
    rows: list[Row], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With what to do."""
    with Store(tmp_path / "a.sqlite") as store:
        store.append(rows[:300])
    (tmp_path / "out").write_text("a file", encoding="utf-8")
    order = ["day", "report", "--results", str(tmp_path / "a.sqlite"), "--out", str(tmp_path / "out")]
    assert run(order) == 2
    assert "is a file" in capsys.readouterr().err


# ---------------------------------------------------------------- suppression

VISIT = st.tuples(
    st.sampled_from(["8-12", "8-12", "8-12", "13-17", "5-7"]),
    st.sampled_from(["en", "en", "en", "ar", "fr"]),
    st.sampled_from(["09", "09", "10", "11"]),
    st.booleans(),
    st.sampled_from(["", "left", "yes", "yes", "maybe", "no"]),
    st.sampled_from([Outcome.GOOD, Outcome.TRY_AGAIN]),
)


def facts(number: int, visit: tuple[str, str, str, bool, str, Outcome]) -> list[Row]:
    track, language, hour, stamped, again, first = visit
    found = [Result(Fact.BEGAN)]
    if again:
        found.append(Result(Fact.DEALT, topic="people"))
    if stamped:
        found.append(
            Result(Fact.ANSWERED, lesson=f"lesson-{track}", step="one", choice="x", outcome=first, attempt=1)
        )
        found.append(Result(Fact.FINISHED, lesson=f"lesson-{track}", habit=Habit.TELL))
    if again not in ("", "left"):
        found.append(Result(Fact.RATED, step="again", choice=again, phase="after"))
    found.append(Result(Fact.ENDED, outcome=Outcome.PASSPORT if stamped else Outcome.IDLE))
    return [
        Row("st", f"{number:016x}", step, f"2026-11-23T{hour}", replace(fact, track=track, language=language))
        for step, fact in enumerate(found, 1)
    ]


@settings(max_examples=40)
@given(st.lists(VISIT, max_size=120), st.integers(1, 4))
def test_nothing_left_out_can_be_worked_out_from_all_tables_together(
    visits: list[tuple[str, str, str, bool, str, Outcome]], times: int
) -> None:
    """The tables as published, all of their sums at once, solved in another way than the report does."""
    rows = [row for number, visit in enumerate(visits * times) for row in facts(number, visit)]
    shown = handout(report(rows), {})
    published = {
        (one.id, row.id, column): cell
        for one in shown.tables
        for row in one.rows
        for column, cell in zip(one.columns, row.cells, strict=True)
        if one.unit == "visits"
    }
    assert not [cell for cell in published.values() if cell and cell < LEAST_VISITS]
    hard = counts.tries(rows)
    whole = counts.of_play(rows)
    counts.add_tries(whole, hard)
    counts.add_measured(whole, by_track(sittings(rows)))
    found = protected(whole.cells, whole.sums)
    # What is published is what was protected.
    assert published["day", "all", "visits"] == found[counts.ALL]
    for (name, group, column), cell in published.items():
        if name in ("tracks", "languages"):
            key = (name[:-1], group) if column == "visits" else (name[:-1], group, "stamped")
            assert cell == found[key]
    hidden = sorted(cell for cell, count in found.items() if count is None)
    if not hidden:
        return
    sums = np.array(
        [[(c in parts) - (c == total) for c in hidden] for total, parts in whole.sums], dtype=float
    )
    _, sizes, ways = np.linalg.svd(sums)
    free = ways[int((sizes > 1e-9).sum()) :]
    told = [cell for index, cell in enumerate(hidden) if not len(free) or abs(free[:, index]).max() < 1e-9]
    assert not [cell for cell in told if 0 < whole.cells[cell] < LEAST_VISITS]
    for total, parts in whole.sums:
        unknown = sum(whole.cells[part] for part in parts if found[part] is None)
        assert found[total] is None or unknown == 0 or unknown >= LEAST_VISITS


def test_a_whole_day_of_a_few_says_nothing() -> None:
    """Six visits: not even how many."""
    rows = [
        row for number in range(6) for row in facts(number, ("8-12", "en", "09", True, "yes", Outcome.GOOD))
    ]
    shown = handout(report(rows), {})
    assert {cell for one in shown.tables for row in one.rows for cell in row.cells} <= {None, 0}
    assert shown.leaves_out


def test_the_data_tell_no_more_than_the_tables(rows: list[Row]) -> None:
    """JSON gives the same counts; how many an estimate rests on is not told beside them."""
    told = report(rows, DAY).as_dict()
    estimates = [one["gain"] for one in told["learned"] if one["gain"]]
    assert estimates
    assert not [one for one in estimates if "visits" in one]
    assert told["played"]["visits"] == VISITS

from __future__ import annotations

import random
import sqlite3
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cop_challenge.cli.main import run
from cop_challenge.core.result import Fact, Outcome, Result
from cop_challenge.store.database import Row, Store, StoreError
from cop_challenge.store.export import write_csv, write_jsonl
from cop_challenge.store.merging import clocks, elsewhere, gather, merge, totals, union
from cop_challenge.store.pages import ORDERS
from cop_challenge.store.taking import take

STATION = "1a2b3c4d"


def visit(number: int, facts: int = 12, hour: str = "2026-11-23T10", station: str = STATION) -> list[Row]:
    """One visit as a station keeps it."""
    found = [Result(Fact.BEGAN, track="8-12", language="en")]
    found += [
        Result(
            Fact.ANSWERED,
            "8-12",
            "en",
            "red-light",
            "quiz",
            "tell",
            f"round-{step}",
            "yes",
            Outcome.GOOD,
            1,
            3,
        )
        for step in range(facts - 2)
    ]
    found.append(Result(Fact.ENDED, track="8-12", language="en", outcome=Outcome.PASSPORT))
    return [Row(station, f"{number:016x}", step, hour, one) for step, one in enumerate(found, 1)]


def store(path: Path, rows: list[Row]) -> Path:
    with Store(path) as opened:
        opened.append(rows)
    return path


def held(path: Path) -> list[Row]:
    with Store(path) as opened:
        return list(opened.rows())


ROWS = [row for number in range(60) for row in visit(number)]
"""Enough for a few dozen pages."""


@given(
    st.lists(st.lists(st.integers(0, 11), max_size=12), min_size=1, max_size=5),
    st.randoms(use_true_random=False),
)
def test_order_and_repetition_do_not_matter(shares: list[list[int]], luck: random.Random) -> None:
    """Any parts of a visit's facts, in any order and any number of times: the same union."""
    facts = visit(1)
    files = [[facts[index] for index in share] for share in shares]
    told, differing = union(row for file in files for row in file)
    again = [*files, luck.choice(files)]
    luck.shuffle(again)
    assert union(row for file in again for row in file) == (told, [])
    assert not differing
    assert {row.number for row in told} == {index + 1 for share in shares for index in share}


@given(st.randoms(use_true_random=False))
def test_facts_told_in_two_ways_do_not_depend_on_the_order(luck: random.Random) -> None:
    """One of both is taken, always the same one, and which fact it is gets named."""
    facts = visit(1)
    other = Row(STATION, facts[3].visit, 4, facts[3].hour, Result(Fact.ANSWERED, choice="no"))
    given_rows = [*facts, other]
    luck.shuffle(given_rows)
    assert union(given_rows) == union([*facts, other])
    assert union(given_rows)[1] == [(STATION, facts[3].visit, 4)]


def test_stations_are_merged(tmp_path: Path) -> None:
    """Results files, a CSV, JSON lines and a folder of them; everything once."""
    stick = tmp_path / "stick" / "deep"
    stick.mkdir(parents=True)
    store(stick / "a.sqlite", ROWS[:300])
    store(tmp_path / "b.sqlite", ROWS[200:500])
    with (tmp_path / "c.csv").open("w", encoding="utf-8", newline="") as file:
        write_csv(ROWS[480:600], file)
    with (tmp_path / "d.jsonl").open("w", encoding="utf-8") as file:
        write_jsonl(ROWS[590:], file)
    files = [tmp_path / "stick", tmp_path / "b.sqlite", tmp_path / "c.csv", tmp_path / "d.jsonl"]
    merged = merge(tmp_path / "all.sqlite", files)
    assert merged.gathered.problems == ()
    assert held(tmp_path / "all.sqlite") == sorted(ROWS, key=lambda row: (row.hour, row.visit, row.number))
    assert merged.added == merged.facts == len(ROWS)


def test_merging_again_adds_nothing(tmp_path: Path) -> None:
    """The same file twice is harmless, and what was merged before stays."""
    store(tmp_path / "a.sqlite", ROWS[:100])
    store(tmp_path / "b.sqlite", ROWS[100:200])
    merge(tmp_path / "all.sqlite", [tmp_path / "a.sqlite"])
    assert merge(tmp_path / "all.sqlite", [tmp_path / "a.sqlite"]).added == 0
    merged = merge(tmp_path / "all.sqlite", [tmp_path / "b.sqlite"])
    assert (merged.added, merged.facts) == (100, 200)


def test_a_folder_that_holds_the_merged_file_is_fine(tmp_path: Path) -> None:
    """What is written is not read as one station more."""
    store(tmp_path / "a.sqlite", ROWS[:50])
    for _ in range(2):
        merged = merge(tmp_path / "all.sqlite", [tmp_path])
    assert [taken.path.name for taken in merged.gathered.files] == ["a.sqlite"]


def test_files_to_merge_are_only_read(tmp_path: Path) -> None:
    """Not a byte changes, not even in one of an older version: sticks may be write-protected."""
    path = store(tmp_path / "a.sqlite", ROWS[:50])
    old = sqlite3.connect(path)
    old.execute("PRAGMA user_version=1")
    old.execute('ALTER TABLE fact DROP COLUMN "surface"')
    old.commit()
    old.close()
    before = path.read_bytes()
    assert len(take(path).rows) == 50
    assert path.read_bytes() == before
    assert {file.name for file in tmp_path.iterdir()} == {"a.sqlite"}


def test_what_is_still_in_the_log_is_taken(tmp_path: Path) -> None:
    """A station that was copied while it played has its last facts beside its file."""
    copied = tmp_path / "copy"
    copied.mkdir()
    with Store(tmp_path / "a.sqlite") as opened:
        opened.append(ROWS[:40])
        for file in tmp_path.glob("a.sqlite*"):
            (copied / file.name).write_bytes(file.read_bytes())
    assert len(take(copied / "a.sqlite").rows) == 40


# --------------------------------------------------------------------- damage


def pages_of(path: Path) -> dict[int, set[tuple[str, int]]]:
    """Which facts each page holds, found by their bytes alone."""
    data = path.read_bytes()
    found: dict[int, set[tuple[str, int]]] = {}
    for start in range(0, len(data), 4096):
        page = data[start : start + 4096]
        found[start // 4096] = {(row.visit, row.number) for row in ROWS if _key(row) in page}
    return found


def _key(row: Row) -> bytes:
    """How station, visit, number and hour follow each other in a record; 1 is a serial type of its own."""
    number = b"" if row.number == 1 else bytes([row.number])
    return f"{row.station}{row.visit}".encode() + number + f"{row.hour}{row.result.fact}".encode()


@pytest.mark.parametrize("filling", [b"\0", b"\xff", b"?"])
@pytest.mark.parametrize("page", range(2, 12))
def test_a_damaged_page_loses_only_its_own_facts(tmp_path: Path, page: int, filling: bytes) -> None:
    """Whichever page is overwritten: all facts of the others are taken, and the page is named."""
    path = store(tmp_path / "a.sqlite", ROWS)
    on_pages = pages_of(path)
    data = bytearray(path.read_bytes())
    data[page * 4096 : (page + 1) * 4096] = filling * 4096
    path.write_bytes(data)
    taken = take(path)
    kept = {(row.visit, row.number) for row in taken.rows}
    assert {(row.visit, row.number) for row in ROWS} - kept == on_pages[page]
    assert set(taken.rows) <= set(ROWS)
    assert any(f"page {page + 1} " in sentence for sentence in taken.damage)


def test_a_file_cut_short_keeps_what_it_has(tmp_path: Path) -> None:
    """A stick pulled out too early: in the middle of a page."""
    path = store(tmp_path / "a.sqlite", ROWS)
    on_pages = pages_of(path)
    path.write_bytes(path.read_bytes()[: 9 * 4096 + 100])
    taken = take(path)
    kept = {(row.visit, row.number) for row in taken.rows}
    assert set().union(*(on_pages[page] for page in range(9))) <= kept
    assert set(taken.rows) <= set(ROWS)
    assert any("cut short" in sentence for sentence in taken.damage)


def test_a_file_without_its_beginning_is_read(tmp_path: Path) -> None:
    """The first page holds no facts, but SQLite is lost without it."""
    path = store(tmp_path / "a.sqlite", ROWS)
    data = path.read_bytes()
    path.write_bytes(b"\0" * 4096 + data[4096:])
    assert set(take(path).rows) == set(ROWS)


@given(st.lists(st.tuples(st.integers(0, 60 * 4096), st.binary(min_size=1, max_size=400)), max_size=4))
def test_no_damage_stops_the_reading(
    tmp_path_factory: pytest.TempPathFactory, wounds: list[tuple[int, bytes]]
) -> None:
    """Whatever was overwritten, something is said and no fact of an untouched page is lost."""
    folder = tmp_path_factory.mktemp("wounds")
    path = store(folder / "a.sqlite", ROWS)
    on_pages = pages_of(path)
    data = bytearray(path.read_bytes())
    whole = bytes(data)
    for place, what in wounds:
        data[place : place + len(what)] = what[: max(0, len(data) - place)]
    path.write_bytes(data)
    touched = {
        page
        for page in on_pages
        if data[page * 4096 : page * 4096 + 4096] != whole[page * 4096 : page * 4096 + 4096]
    }
    taken = take(path)
    if taken.foreign:
        assert 0 in touched
        return
    kept = {(row.visit, row.number) for row in taken.rows}
    if 0 not in touched:
        for page, facts in on_pages.items():
            assert page in touched or facts <= kept


def test_damage_is_healed_by_another_copy(tmp_path: Path) -> None:
    """The facts one file lost come from the other; only what is in neither is missed, by visit and number."""
    store(tmp_path / "a.sqlite", ROWS)
    export = (tmp_path / "b.csv").open("w", encoding="utf-8", newline="")
    with export:
        write_csv(ROWS[:400], export)
    lines = (tmp_path / "b.csv").read_text(encoding="utf-8").splitlines()
    del lines[10]
    lines[20] = lines[20][:30]
    (tmp_path / "b.csv").write_text("\n".join(lines), encoding="utf-8")
    found = gather([tmp_path / "b.csv"])
    assert any("missing fact 10" in sentence for sentence in found.problems)
    assert not any("missing" in one for one in gather([tmp_path]).problems)
    assert set(gather([tmp_path]).rows) == set(ROWS)


def test_a_line_that_is_no_fact_is_named_and_left_out(tmp_path: Path) -> None:
    """File, line and reason; an unclosed quote does not swallow what follows."""
    path = tmp_path / "a.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        write_csv(ROWS[:8], file)
    lines = path.read_text(encoding="utf-8").splitlines()
    lines[2] = '"' + lines[2]
    lines[3] = lines[3].replace(ROWS[2].visit, "1.23457E+15")
    lines[4] = lines[4].replace("2026-11-23T10", "23.11.2026 10:00")
    lines[5] = lines[5].replace("answered", "anwsered")
    path.write_text("\n".join(lines), encoding="utf-8")
    taken = take(path)
    assert [row.number for row in taken.rows] == [1, 6, 7, 8]
    for line, reason in ((3, "can't be read"), (4, "number of a visit"), (5, "no hour"), (6, "no fact")):
        assert any(f"{path}:{line}: " in said and reason in said for said in taken.damage)


@pytest.mark.parametrize("separator", [";", "\t"])
def test_a_csv_saved_by_a_spreadsheet_is_read(tmp_path: Path, separator: str) -> None:
    """With another separator, a byte order mark and Windows' line ends."""
    path = tmp_path / "a.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        write_csv(ROWS[:30], file)
    saved = path.read_text(encoding="utf-8").replace(",", separator).replace("\n", "\r\n")
    path.write_bytes(b"\xef\xbb\xbf" + saved.encode())
    assert (list(take(path).rows), take(path).damage) == (ROWS[:30], ())


def test_an_older_export_is_taken(tmp_path: Path) -> None:
    """Without the columns that came later."""
    old = ORDERS[2]
    text = ",".join(old) + "\n" + ",".join(str(ROWS[1].flat()[name]) for name in old) + "\n"
    (tmp_path / "a.csv").write_text(text, encoding="utf-8")
    assert take(tmp_path / "a.csv").rows == (ROWS[1],)


def test_an_upgraded_file_is_salvaged(tmp_path: Path) -> None:
    """Its later columns stand behind all others, and its oldest records have none of them."""
    path = tmp_path / "a.sqlite"
    kinds = {"number": "INTEGER", "attempt": "INTEGER", "light": "INTEGER", "schema": "INTEGER"}
    columns = ", ".join(f'"{name}" {kinds.get(name, "TEXT")} NOT NULL' for name in ORDERS[2])
    with sqlite3.connect(path) as old:
        old.execute("PRAGMA application_id=1129271363")
        old.execute("PRAGMA user_version=1")
        old.execute(f"CREATE TABLE fact ({columns}, PRIMARY KEY (station, visit, number)) WITHOUT ROWID")
        for row in ROWS[:300]:
            values = [row.flat()[name] for name in ORDERS[2]]
            old.execute(f"INSERT INTO fact VALUES ({','.join('?' * len(values))})", values)
    store(path, ROWS[300:])
    assert set(take(path).rows) == set(ROWS)
    data = path.read_bytes()
    path.write_bytes(data[:4096] + b"\0" * 4096 + data[8192:])
    kept = set(take(path).rows)
    assert kept <= set(ROWS)
    assert len(kept) > 500


@pytest.mark.parametrize(
    ("name", "content"),
    [("a.csv", b"name,age\nPip,7\n"), ("a.sqlite", b"hello " * 99), ("a.jsonl", b"\x00\xff"), ("a.csv", b"")],
)
def test_what_is_no_results_file_is_left_out_with_a_sentence(
    tmp_path: Path, name: str, content: bytes
) -> None:
    """A teacher's own table on the same stick."""
    (tmp_path / name).write_bytes(content)
    taken = take(tmp_path / name)
    assert taken.rows == ()
    assert len(taken.damage) == 1


def test_another_programs_database_and_a_newer_games_are_left_out(tmp_path: Path) -> None:
    """Nothing of theirs is guessed at."""
    with sqlite3.connect(tmp_path / "theirs.db") as other:
        other.execute("CREATE TABLE fact (x)")
    newer = store(tmp_path / "newer.sqlite", ROWS[:9])
    with sqlite3.connect(newer) as connection:
        connection.execute("PRAGMA user_version=99")
    assert "another program" in take(tmp_path / "theirs.db").damage[0]
    assert "newer version" in take(newer).damage[0]
    assert take(newer).rows == ()


def test_a_damaged_target_is_never_written_over(tmp_path: Path) -> None:
    """It may be the only copy."""
    out = tmp_path / "all.sqlite"
    out.write_bytes(b"not mine")
    store(tmp_path / "a.sqlite", ROWS[:9])
    with pytest.raises(StoreError, match="Name another file"):
        merge(out, [tmp_path / "a.sqlite"])
    assert out.read_bytes() == b"not mine"


# --------------------------------------------------------------------- clocks


def day(station: str, hours: range, date: str = "2026-11-23") -> list[Row]:
    return [row for hour in hours for row in visit(hour, 3, f"{date}T{hour:02}", station)]


def test_clocks_that_agree_are_not_spoken_of() -> None:
    """One station opened later and another closed earlier; an hour's difference is none."""
    rows = (
        day("aa", range(9, 14))
        + day("bb", range(11, 14))
        + day("cc", range(9, 12))
        + day("dd", range(10, 15))
    )
    assert clocks(rows) == ()


def test_a_clock_that_is_wrong_is_named() -> None:
    """Three hours ahead; and one of another year."""
    rows = day("aa", range(9, 13)) + day("bb", range(9, 13)) + day("cc", range(12, 16))
    rows += day("dd", range(9, 13), "2020-01-01")
    told = clocks(rows)
    assert len(told) == 2
    assert any("cc" in one and "3 hours ahead" in one for one in told)
    assert any("dd" in one and "2020-01-01" in one for one in told)


def test_visits_on_another_day_are_spoken_of() -> None:
    """They are not in the report of that day, so somebody should know."""
    import datetime

    (told,) = elsewhere(day("dd", range(9, 13), "2020-01-01"), [datetime.date(2026, 11, 23)])
    assert "dd" in told
    assert "4 visits" in told


def test_the_command_says_what_was_taken(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Per station visits, facts and hours; exit 1 and a sentence where something was damaged."""
    store(tmp_path / "a.sqlite", day("aa", range(9, 11)))
    assert run(["results", "merge", str(tmp_path / "all.sqlite"), str(tmp_path / "a.sqlite")]) == 0
    said = capsys.readouterr().out
    assert "Station aa: 2 visits, 6 facts, 2026-11-23 09, 10 h." in said
    assert "6 new, 6 facts in all" in said
    (tmp_path / "b.csv").write_text("station,visit,number,hour,fact\nx\n", encoding="utf-8")
    assert run(["results", "merge", str(tmp_path / "all.sqlite"), str(tmp_path)]) == 1
    assert "b.csv:2: no fact" in capsys.readouterr().err
    assert totals(held(tmp_path / "all.sqlite"))[0].facts == 6

"""Helpline files and spot messages: checked like lessons, and laid over each other as packs are."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cop_challenge.app.wiring import Places
from cop_challenge.cli.main import run
from cop_challenge.core.helpline import Service, current
from cop_challenge.core.tags import Habit
from cop_challenge.lessons.checking import check_paths
from cop_challenge.lessons.helplines import CALLABLE, HelplineFile, Verifier, countries
from cop_challenge.lessons.library import Library, load_library
from cop_challenge.lessons.pack import Inherited, is_pack

from .conftest import TODAY, Check, Write

FERRY = """\
service: helpline
country: ZZ
name: "Example helpline of the ferry"
number: "zero zero zero"
hours: "Every day, 8.00-20.00"
cost: "Free"
languages: [en, am]
tracks: [8-12, parents]
source: "Made up"
verified_on: 2026-01-15
verified_by: teacher
"""


@pytest.fixture
def problems(write: Write, check: Check, pack: Path):
    """Codes and lines of what is wrong with a helpline file."""

    def problems(old: str = "", new: str = "", name: str = "helplines/ferry.yaml") -> list[tuple[str, int]]:
        assert old in FERRY
        write(FERRY.replace(old, new, 1) if old else FERRY, name)
        return [(problem.code, problem.line) for problem in check(pack)]

    return problems


def test_the_sample_that_is_shipped_is_in_order_and_never_shown(library: Library) -> None:
    (sample,) = library.helplines.values()
    assert sample.country == "ZZ"
    assert current([sample], sample.verified_on, 10**6, country="ZZ") == ()
    assert current([sample], sample.verified_on, 10**6, country="ET") == ()


def test_helplines_alone_are_a_pack(problems, pack: Path) -> None:
    """A country needs no lesson of its own to bring its services."""
    (pack / "lessons").rmdir()
    assert problems() == []
    assert is_pack(pack)


def test_a_service_is_loaded_as_it_was_written(write: Write, pack: Path, places: Places) -> None:
    write(FERRY, "helplines/ferry.yaml")
    line = load_library(places.content, places.assets, [pack], TODAY).helplines["ferry"]
    assert (line.service, line.country, line.number) == (Service.HELPLINE, "ZZ", "zero zero zero")
    assert (line.hours.source, line.hours.key) == ("Every day, 8.00-20.00", "helpline.ferry.hours")
    assert (line.verified_on, line.tracks) == (date(2026, 1, 15), ("8-12", "parents"))
    assert line.speaks.source == "English, አማርኛ"


@pytest.mark.parametrize(
    ("old", "new", "wrong"),
    [
        ("verified_on: 2026-01-15\n", "", ("CC008", 1)),
        ('hours: "Every day, 8.00-20.00"\n', "", ("CC008", 1)),
        ("2026-01-15", "last spring", ("CC011", 10)),
        ("2026-01-15", "2026-02-30", ("CC011", 10)),
        ("2026-01-15", "15.01.2026", ("CC011", 10)),
        ("2026-01-15", "20260115", ("CC011", 10)),
        ("2026-01-15", "2026-11-25", ("CC084", 10)),
        ("ZZ", "Lantern Bay", ("CC085", 2)),
        ("ZZ", "et", ("CC085", 2)),
        ("ZZ", "EU", ("CC085", 2)),
        ("ZZ", "ET", ("CC087", 4)),
        ("helpline\n", "hotline\n", ("CC086", 8)),
        ("helpline\n", "image-removal\n", ("CC086", 8)),
        ("helpline\n", "hospital\n", ("CC009", 1)),
        ("teacher", "Mr Lamp", ("CC009", 11)),
        ("am]", "Amharic]", ("CC011", 7)),
        ("parents]", "grandparents]", ("CC030", 8)),
        ('number: "zero zero zero"\n', "", ("CC008", 1)),
        ('"Free"', '""', ("CC015", 6)),
        ('"Free"', f'"{"free " * 17}"', ("CC024", 6)),
        ("cost", "costs", ("CC007", 6)),
    ],
)
def test_what_is_wrong_is_told_at_its_place(problems, old: str, new: str, wrong: tuple[str, int]) -> None:
    assert wrong in problems(old, new)


def test_today_is_no_day_to_come(problems) -> None:
    assert problems("2026-01-15", TODAY.isoformat()) == []


@pytest.mark.parametrize("number", ["000 000", "0", "call us", "00-00", ""])
def test_a_real_country_takes_no_samples_number(problems, number: str) -> None:
    """Whoever copies the sample and forgets a line is told before a child is."""
    found = problems(
        'ZZ\nname: "Example helpline of the ferry"\nnumber: "zero zero zero"',
        f'ET\nname: "Ours"\nnumber: "{number}"',
    )
    assert [code for code, _ in found] == (["CC087"] if number else ["CC008"])


def test_a_real_country_takes_no_samples_address(problems) -> None:
    found = problems("ZZ\n", "ET\naddress: talk.lantern-bay.example\n")
    assert [code for code, _ in found] == ["CC087", "CC087"]


@given(st.from_regex(CALLABLE, fullmatch=True))
def test_what_can_be_called_is_short_and_has_no_word(number: str) -> None:
    assert 3 <= len(number) <= 24
    assert not any(char.isalpha() for char in number)


@pytest.mark.parametrize("number", ["12345", "+000 0000 1"])
def test_a_samples_number_cannot_be_dialled(problems, number: str) -> None:
    """More likely its country was forgotten than its number wrong."""
    assert problems("zero zero zero", number) == [("CC085", 2)]


def test_a_samples_address_belongs_to_nobody(problems) -> None:
    assert problems("ZZ\n", "ZZ\naddress: lantern-bay.org\n") == [("CC085", 2)]


def test_a_files_name_is_its_id(problems) -> None:
    assert problems(name="helplines/Our Ferry.yaml") == [("CC017", 0)]


def test_a_broken_file_leaves_the_others(write: Write, pack: Path, places: Places) -> None:
    write(FERRY, "helplines/ferry.yaml")
    write(FERRY.replace("ZZ", "??"), "helplines/boat.yaml")
    loaded = load_library(places.content, places.assets, [pack], TODAY)
    assert "ferry" in loaded.helplines
    assert "boat" not in loaded.helplines
    assert [problem.code for problem in loaded.problems] == ["CC085"]


def test_one_file_can_be_checked_alone(write: Write, pack: Path, places: Places) -> None:
    """Its neighbours' mistakes are not told."""
    write("service: nothing", "helplines/boat.yaml")
    path = write(FERRY, "helplines/ferry.yaml")
    assert check_paths([path], places.content, places.assets, TODAY).problems == ()
    path = write(FERRY.replace("2026-01-15", "2999-01-15"), "helplines/ferry.yaml")
    codes = [problem.code for problem in check_paths([path], places.content, places.assets, TODAY).problems]
    assert codes == ["CC084"]


def test_countries_are_those_of_the_world() -> None:
    assert {"ET", "EG", "BR", "CN", "XK"} <= countries()
    assert not {"ZZ", "EU", "UN", "QO", "XA"} & countries()


# The guide


@pytest.fixture
def country(places: Places, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The guide's folder, with the sample copied into it; one stands beside it."""
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "our-country/helplines/to-talk.yaml"
    file.parent.mkdir(parents=True)
    file.write_bytes((places.content / "helplines/sample-lantern-bay.yaml").read_bytes())
    return file


def test_the_guides_check_works(country: Path, root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    guide = (root / "docs/helplines.md").read_text("utf-8")
    assert "    cop-challenge check our-country\n" in guide
    assert run(["check", "our-country"]) == 0
    assert "1 helpline in order, no problem." in capsys.readouterr().out


def test_a_sample_with_nothing_but_its_country_changed_is_refused(
    country: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    country.write_text(country.read_text("utf-8").replace("country: ZZ", "country: ET"), "utf-8")
    assert run(["check", "our-country"]) == 1
    told = capsys.readouterr().out
    assert told.count("CC087 Nobody answers at") == 2
    assert str(Path("our-country/helplines/to-talk.yaml:10:")) in told


def test_the_guide_names_every_line_and_every_choice(root: Path) -> None:
    guide = (root / "docs/helplines.md").read_text("utf-8")
    assert [name for name in HelplineFile.model_fields if f"`{name}`" not in guide] == []
    assert [one for one in (*Service, *Verifier) if f"`{one}`" not in guide] == []


# Spot messages


def spot(*entries: str, track: str = "8-12") -> str:
    return "\n".join(["spot:", f"  {track}:", *(f"    - {entry}" for entry in entries)]) + "\n"


def test_a_packs_message_joins_the_others(write: Write, pack: Path, places: Places, library: Library) -> None:
    write(spot('{id: tea, smart: tell, text: "Tell it over tea."}'), "spot-messages.yaml")
    found = load_library(places.content, places.assets, [pack]).spot_messages["8-12"]
    assert [message.id for message in found] == [*(m.id for m in library.spot_messages["8-12"]), "tea"]
    assert (found[-1].text.key, found[-1].habit) == ("spot.8-12.tea.text", Habit.TELL)


def test_a_packs_message_replaces_the_one_of_its_id(
    write: Write, pack: Path, places: Places, library: Library
) -> None:
    first = library.spot_messages["8-12"][0]
    write(spot(f'{{id: {first.id}, smart: {first.habit}, text: "Soup first."}}'), "spot-messages.yaml")
    found = load_library(places.content, places.assets, [pack]).spot_messages["8-12"]
    assert found[0].text.source == "Soup first."
    assert len(found) == len(library.spot_messages["8-12"])


@pytest.mark.parametrize(
    ("entry", "track", "code"),
    [
        (
            '{id: tea, smart: tell, text: "One two three four five six seven eight nine ten."}',
            "8-12",
            "CC024",
        ),
        ('{id: tea, smart: tell, text: "Tell it at tea.org today."}', "8-12", "CC028"),
        ('{id: tea, smart: talk, text: "Tell it over tea."}', "8-12", "CC009"),
        ('{id: tea, smart: tell, text: "Tell it over tea."}', "teens", "CC030"),
    ],
)
def test_a_wrong_message_is_told_and_takes_none_away(
    write: Write, pack: Path, places: Places, library: Library, entry: str, track: str, code: str
) -> None:
    write(spot(entry, track=track), "spot-messages.yaml")
    loaded = load_library(places.content, places.assets, [pack])
    assert [(problem.code, problem.line) for problem in loaded.problems if problem.line] == [(code, 3)]
    assert loaded.spot_messages == library.spot_messages


def test_a_track_with_few_messages_is_told(
    write: Write, pack: Path, check: Check, inherited: Inherited
) -> None:
    """Below ten a wall stays empty, and habits unsaid are named."""
    write(spot('{id: tea, smart: tell, text: "Tell it over tea."}'), "spot-messages.yaml")
    codes = [problem.code for problem in check(pack)]
    assert codes == ["CC014", *["CC088"] * 4]

"""docs/examples/bandari-yetu: a whole pack in another language than English, as its guide says to make one."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pygame
import pytest
from pypdf import PdfReader

from cop_challenge.app import wiring
from cop_challenge.app.languages import Languages
from cop_challenge.app.studio import Studio
from cop_challenge.app.survey import lessons
from cop_challenge.app.wiring import Places
from cop_challenge.cli.main import run
from cop_challenge.core.chance import chance
from cop_challenge.core.options import VisitOptions
from cop_challenge.core.screen import VisitView
from cop_challenge.core.text import Text
from cop_challenge.lessons.library import Library
from cop_challenge.sim.runner import Summary, endings, every_lesson, play_visit
from cop_challenge.ui.frame import Situation
from cop_challenge.ui.geometry import Viewport
from cop_challenge.ui.shelf import Shelf

SIZE = (1024, 600)
LESSONS = {
    "sauti-ya-tumbo": ("stop", "5-7"),
    "cheza-au-uliza": ("sort", "5-7"),
    "hodi-hodi": ("quiz", "8-12"),
    "haraka-haina-baraka": ("inspect", "8-12"),
    "kibarua-cha-kofia": ("chat", "13-17"),
    "samaki-anapoa": ("scenario", "parents"),
}


@pytest.fixture(scope="module")
def pack() -> Path:
    return Path(__file__).resolve().parents[2] / "docs/examples/bandari-yetu"


@pytest.fixture(scope="module")
def loaded(places: Places, pack: Path) -> Library:
    return wiring.library(places, [pack])


@pytest.fixture(scope="module")
def there(places: Places, pack: Path, loaded: Library) -> VisitOptions:
    """What visits of a station with the pack may use, in Swahili."""
    return wiring.visit_options(places, wiring.Choices(language="sw", packs=(pack,)), loaded)


@pytest.fixture(scope="module")
def own(there: VisitOptions) -> VisitOptions:
    """With the pack's lessons alone."""
    return replace(there, cards=tuple(card for card in there.cards if card.id in LESSONS))


@pytest.fixture(autouse=True)
def _no_stick_is_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wiring, "sticks", lambda: ())


def test_it_passes_the_check(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing could be said better either, as far as that can be told of Swahili."""
    assert run(["check", "--advice", str(pack)]) == 0
    assert capsys.readouterr().out == "6 lessons in order, no problem.\n"


def test_six_kinds_over_four_tracks_are_there(loaded: Library) -> None:
    found = {id: loaded.lessons[id] for id in LESSONS}
    assert {id: (lesson.kind, lesson.track) for id, lesson in found.items()} == LESSONS
    assert loaded.problems == ()


def test_it_changes_what_lies_below(loaded: Library) -> None:
    """A lesson is hidden, a track renamed, friends are added, its own lessons come first, helplines are not invented."""
    assert "fast-fingers" not in loaded.lessons
    assert loaded.tracks["8-12"].name.source == "Wavumbuzi"
    assert {"neema", "baraka", "mama-neema", "nuru"} <= loaded.characters.keys()
    assert loaded.first[0] == "hodi-hodi"
    assert {line.country for line in loaded.helplines.values()} <= {"ZZ"}
    [partner] = loaded.partners
    assert (partner.name, partner.logo) == ("Kitengo cha Mitaala, Bandari Yetu", "pictures/nembo.svg")


def test_the_station_offers_its_lessons_in_swahili(there: VisitOptions) -> None:
    """Of each track the lessons that are in Swahili; where none is, all."""
    assert "sw" in [language.code for language in there.languages]
    for track in ("5-7", "8-12", "13-17", "parents"):
        offered = {card.id for card in there.cards_of(track, "sw")}
        assert offered == {id for id, (_, its) in LESSONS.items() if its == track}
    assert len(there.cards_of("educators", "sw")) > 5


def test_every_lesson_is_played_to_each_of_its_endings(own: VisitOptions) -> None:
    """By every simulated player; none is stuck."""
    summary = Summary()
    for played in every_lesson(own, 1):
        summary.add(played)
    assert summary.stuck == []
    assert set(summary.finished) == set(LESSONS)
    assert [missed for card in own.cards for missed in endings(own, card, 1)[1]] == []


@pytest.mark.parametrize("track", ["5-7", "8-12", "13-17", "parents"])
def test_a_visit_in_swahili_is_played_to_its_passport(there: VisitOptions, track: str) -> None:
    played = play_visit(replace(there, track=track), "perfect", 3)
    assert played.stuck is None
    assert {result.lesson for result in played.results if result.lesson} == {
        id for id, (_, its) in LESSONS.items() if its == track
    }


@pytest.fixture(scope="module")
def faults(
    places: Places, pack: Path, loaded: Library, tmp_path_factory: pytest.TempPathFactory
) -> Callable[[list[tuple[str, VisitView]]], list[str]]:
    """What does not fit, of views of the pack in Swahili."""
    studio = Studio(places, shelf=Shelf(tmp_path_factory.mktemp("shelf")))
    studio.find_pictures(loaded.find_picture)
    Languages(places, [pack], loaded).look(studio.translator)

    def found(views: list[tuple[str, VisitView]]) -> list[str]:
        pygame.display.init()
        pygame.display.set_mode(SIZE)
        studio.start_afresh(*SIZE)
        studio.translator.language = "sw"
        situation = Situation(Viewport(*SIZE), False, still=True)
        problems = [
            f"{name}: {problem}"
            for name, view in views
            for problem in studio.compose(replace(view, language="sw"), situation).problems
        ]
        return [*problems, *sorted(studio.typesetter.missing), *studio.art.problems]

    return found


def test_a_share_of_its_moments_fits_a_small_screen(
    own: VisitOptions, faults: Callable[[list[tuple[str, VisitView]]], list[str]]
) -> None:
    """In Swahili, at 100 %; every letter is there, and every picture can be drawn."""
    one = replace(own, cards=tuple(card for card in own.cards if card.id in ("hodi-hodi", "samaki-anapoa")))
    assert faults(chance(8, "sw").sample(list(lessons(one)), 16)) == []


@pytest.mark.slow
def test_all_of_its_moments_fit_a_small_screen(
    own: VisitOptions, faults: Callable[[list[tuple[str, VisitView]]], list[str]]
) -> None:
    assert faults(list(lessons(own))) == []


def test_single_texts_are_in_its_language(places: Places, pack: Path, loaded: Library) -> None:
    """Names, messages and reworded texts are read by a voice of Swahili, all others by one of their own."""
    translator = Languages(places, [pack], loaded)._translator()
    translator.language = "en"
    for text in (
        loaded.characters["neema"].name,
        loaded.tracks["8-12"].name,
        next(one.text for one in loaded.spot_messages["8-12"] if one.id == "hodi"),
        loaded.lessons["hodi-hodi"].title,
    ):
        assert translator.spoken_in(text) == "sw"
    assert translator.spoken_in(loaded.tracks["8-12"].ages) == "en"
    assert translator.spoken_in(loaded.characters["nuru"].name) == "en"


def pages(path: Path) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in PdfReader(path).pages]


def test_its_lesson_plan_prints_in_swahili(pack: Path, tmp_path: Path) -> None:
    """Three pages with the games that a station offers in Swahili, and no others."""
    out = tmp_path / "plan.pdf"
    order = [
        "print",
        "lesson-plan",
        "--track",
        "8-12",
        "--lang",
        "sw",
        "--pack",
        str(pack),
        "--out",
        str(out),
    ]
    assert run(order) == 0
    first, games, cards = pages(out)
    assert "Wavumbuzi" in first
    assert "Hodi Hodi! Ni Nani?" in games
    assert "Haraka Haina Baraka" in games
    assert "Film the Slippers" not in games
    assert "Angalia sehemu zake" in cards


@pytest.mark.slow
def test_its_posters_print_in_swahili(pack: Path, tmp_path: Path) -> None:
    """The five habits, and the messages that are in Swahili."""
    out = tmp_path / "posters.pdf"
    assert (
        run(["print", "posters", "--track", "8-12", "--lang", "sw", "--pack", str(pack), "--out", str(out)])
        == 0
    )
    found = pages(out)
    assert len(found) == 5 + 2
    assert "Sema karibu baada ya kujua nani anabisha hodi." in found[5]


@pytest.fixture
def installed(pack: Path, tmp_path: Path) -> Places:
    """A station to which the pack came as one file."""
    shutil.copytree(pack, tmp_path / "bandari-yetu")
    file = tmp_path / "bandari-yetu.coppack"
    assert run(["pack", "build", str(tmp_path / "bandari-yetu")]) == 0
    assert run(["pack", "add", str(file)]) == 0
    return wiring.places()


def test_it_is_built_installed_listed_and_played(
    installed: Places, capsys: pytest.CaptureFixture[str]
) -> None:
    """As one file, from one station to the next."""
    assert run(["pack", "list"]) == 0
    said = capsys.readouterr().out
    assert "bandari-yetu: Bandari Yetu: Usalama Mtandaoni, version 1, Kitengo cha Mitaala" in said
    found = wiring.library(installed, wiring.find_packs(installed).packs)
    assert LESSONS.keys() <= found.lessons.keys()


@pytest.mark.slow
def test_the_window_opens_in_swahili(installed: Places) -> None:
    """Of the station to which it was added; closed at once."""
    pygame.display.init()
    pygame.event.clear()
    pygame.event.post(pygame.event.Event(pygame.QUIT))
    assert run(["play", "--lang", "sw", "--track", "8-12"]) == 0


def test_a_language_that_no_pack_has_is_named(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With those there are, the pack's among them."""
    assert run(["play", "--lang", "xx", "--pack", str(pack)]) == 2
    said = capsys.readouterr().err
    assert "There is no language “xx” here" in said
    assert "sw" in said.partition("there are: ")[2]


def test_a_text_reworded_in_english_is_english_again(places: Places, pack: Path, tmp_path: Path) -> None:
    """In a pack over the Swahili one, whose sentence it replaces; and a lesson replaced belongs to its pack."""
    over = tmp_path / "over"
    (over / "lessons").mkdir(parents=True)
    about = (
        'language: en\ntexts:\n  hodi-hodi.title: "Knock, Knock! Who Is It?"\n  character.neema: "Grace"\n'
    )
    (over / "pack.yaml").write_text(about, "utf-8")
    (over / "spot-messages.yaml").write_text(
        'spot:\n  8-12:\n    - {id: haraka, smart: react, text: "Hurry has no blessing."}\n', "utf-8"
    )
    (tmp_path / "lessons").mkdir()
    for name in ("tracks.yaml", "characters.yaml", "spot-messages.yaml"):
        shutil.copy(places.content / name, tmp_path)
    shutil.copytree(pack, tmp_path / "pack")
    (tmp_path / "pack/pack.yaml").write_text("language: sw\n", "utf-8")
    packs = [tmp_path / "pack", over]
    found = wiring.library(replace(places, content=tmp_path), packs)
    translator = Languages(places, packs, found)._translator()
    translator.language = "fr"
    assert found.characters["neema"].name == Text("Grace", "character.neema")
    assert translator.spoken_in(found.characters["neema"].name) == "en"
    assert translator.spoken_in(found.lessons["hodi-hodi"].title) == "en"
    assert translator.spoken_in(found.lessons["hodi-hodi"].takeaway) == "sw"

"""A lesson on screen while it is written: at each save, at its place, with what is wrong over it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pygame
import pytest

from cop_challenge.app.preview.draft import DraftFile
from cop_challenge.app.preview.moments import Moments
from cop_challenge.app.preview.station import POLL_SECONDS, SIZES, Preview
from cop_challenge.app.studio import Studio
from cop_challenge.app.wiring import Places
from cop_challenge.core.screen import Screen
from cop_challenge.lessons.example import write_example


class Author:
    """Somebody who writes in the file, presses keys, and looks."""

    def __init__(self, path: Path, studio: Studio, places: Places) -> None:
        pygame.display.init()
        self.path = path
        self.saves = 0
        surface = pygame.display.set_mode((640, 360))
        self.preview = Preview(surface, studio, DraftFile(path, places), places, still=True)
        self.look()

    def save(self, text: str) -> None:
        """The file as it is now; each save has its own time, however coarse the clock of the disk is."""
        self.path.write_text(text, "utf-8")
        self.saves += 1
        at = self.path.stat().st_mtime_ns + self.saves * 10**7
        os.utime(self.path, ns=(at, at))
        self.preview.tick(POLL_SECONDS)
        self.look()

    def press(self, key: int, mod: int = 0) -> None:
        self.preview.handle(pygame.event.Event(pygame.KEYDOWN, key=key, mod=mod))
        self.look()

    def look(self) -> None:
        self.preview.tick(0.01)
        self.preview.draw()

    @property
    def words(self) -> str:
        """All that is written on the screen."""
        return "\n".join(letters.words for letters in self.preview.frame.lettering)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The example of a quiz, in a pack of its own."""
    return write_example("quiz", "", tmp_path / "pack" / "lessons")


@pytest.fixture
def author(path: Path, studio: Studio, places: Places) -> Iterator[Author]:
    yield Author(path, studio, places)
    studio.find_pictures(lambda name: places.assets / name if (places.assets / name).is_file() else None)


def test_the_lesson_stands_on_screen(author: Author) -> None:
    """Its first moment, the file's name, and that all is well."""
    assert author.preview.view.screen is Screen.LESSON
    assert "A player with a rocket as picture" in author.words
    assert "my-first-quiz.yaml · 1/" in author.words
    assert "In order." in author.words


def test_a_save_is_shown_within_half_a_second(author: Author) -> None:
    """After the file was asked once more whether it has changed."""
    assert POLL_SECONDS < 0.5
    author.save(author.path.read_text("utf-8").replace("a rocket as picture", "a teapot as picture"))
    assert "A player with a teapot as picture" in author.words


def test_an_empty_file_is_one_being_saved(author: Author) -> None:
    """Editors empty a file before they write it: nothing is said of that moment."""
    author.save("")
    assert "In order." in author.words


def test_a_file_that_is_gone_changes_nothing(author: Author) -> None:
    """Some editors put a new file in the old one's place."""
    author.path.unlink()
    author.preview.tick(POLL_SECONDS)
    author.look()
    assert "A player with a rocket" in author.words


def test_an_error_is_told_on_the_round_that_has_it(author: Author) -> None:
    """Line, fact and remedy; the picture is the round's own, as far as it could be mended."""
    author.save(author.path.read_text("utf-8").replace("harmless: yes", "harmless: perhaps"))
    assert author.preview.view.activity.place.startswith("cousin-calls")
    line = (
        author.path.read_text("utf-8")
        .splitlines()
        .index("    harmless: perhaps              # at least a third of all rounds must be harmless")
        + 1
    )
    assert f"my-first-quiz.yaml:{line} · CC011 “harmless” should be yes or no" in author.words
    assert "Write yes or no, and nothing else." in author.words
    assert "1 problem" in author.words


def test_a_long_text_is_seen_as_it_would_stand(author: Author) -> None:
    """The track refuses it, and the author sees why."""
    author.save(author.path.read_text("utf-8").replace("What helps Hana to decide?", "What helps? " * 30))
    assert "CC024" in author.words
    assert "What helps? What helps?" in author.words


def test_a_file_that_is_no_yaml_leaves_the_lesson_as_it_was(author: Author) -> None:
    """And says so."""
    author.save(author.path.read_text("utf-8").replace("title:", "title"))
    assert "there is no colon behind “title”" in author.words
    assert "What you see is the lesson as it was before." in author.words
    assert "A player with a rocket" in author.words


def test_what_was_mended_is_gone_from_the_screen(author: Author) -> None:
    """Problems last as long as their cause."""
    good = author.path.read_text("utf-8")
    author.save(good.replace("who: lucho", "who: nobody"))
    assert "CC031" in author.words
    author.save(good)
    assert "CC031" not in author.words
    assert "In order." in author.words


@pytest.mark.parametrize("text", ["just words", "- a list", "kind: quizz\n", "kind: quiz\ntrack: nowhere\n"])
def test_a_file_that_never_was_a_lesson_has_its_problems_on_screen(
    path: Path, studio: Studio, places: Places, text: str
) -> None:
    """There is nothing to show but them, and the lesson comes once there is one."""
    good = path.read_text("utf-8")
    path.write_text(text, "utf-8")
    author = Author(path, studio, places)
    assert "CC0" in author.words
    author.save(good)
    assert "A player with a rocket" in author.words


def test_a_save_keeps_ones_place(author: Author) -> None:
    """Whoever writes the second round does not want to see the first one after each save."""
    author.press(pygame.K_PAGEDOWN)
    author.press(pygame.K_PAGEDOWN)
    moment = author.preview.moment
    author.save(author.path.read_text("utf-8").replace("FastGoat asks", "FastGoat wants"))
    assert author.preview.moment == moment


def test_keys_go_to_every_moment_and_back(author: Author) -> None:
    """Page down as often as there are moments, each another picture; Page up the same way back."""
    seen = [author.preview.moment]
    for _ in range(30):
        author.press(pygame.K_PAGEDOWN)
        seen.append(author.preview.moment)
        if seen[-1] == seen[-2]:
            break
    forth = seen[:-1]
    assert len(set(forth)) == len(forth) >= 4
    for moment in reversed(forth[:-1]):
        author.press(pygame.K_PAGEUP)
        assert author.preview.moment == moment


def test_shift_goes_to_the_next_round(author: Author) -> None:
    """Past the moments that differ only in what was answered."""
    author.press(pygame.K_PAGEDOWN, pygame.KMOD_SHIFT)
    assert author.preview.view.activity.place.startswith("cousin-calls")
    author.press(pygame.K_HOME)
    assert author.preview.view.activity.place.startswith("new-request")


def test_it_can_be_played_through_from_any_moment(author: Author) -> None:
    """With the keys of a station; at its end the lesson begins once more by Home."""
    for _ in range(12):
        author.press(pygame.K_RETURN)
        if author.preview.view.screen is not Screen.LESSON:
            break
    assert author.preview.view.screen is Screen.LANTERN
    author.press(pygame.K_HOME)
    assert author.preview.view.screen is Screen.LESSON


def test_keys_change_language_letters_track_and_window(author: Author) -> None:
    """One after the other, at the same moment."""
    place = author.preview.view.place
    author.press(pygame.K_l)
    assert author.preview.view.language != "en"
    author.press(pygame.K_a)
    assert author.preview.view.comfort.text == 125
    author.press(pygame.K_t)
    assert " · 13-17" in author.words
    author.press(pygame.K_w)
    assert pygame.display.get_surface().get_size() == SIZES[1]
    author.press(pygame.K_s)
    assert author.preview.view.spoken
    assert author.preview.view.place == place


def test_settings_stay_from_moment_to_moment(author: Author) -> None:
    """And through a save."""
    author.press(pygame.K_a)
    author.press(pygame.K_l)
    language = author.preview.view.language
    author.press(pygame.K_PAGEDOWN)
    author.save(author.path.read_text("utf-8") + "\n")
    assert (author.preview.view.comfort.text, author.preview.view.language) == (125, language)


def test_f1_hides_and_shows_what_lies_over_the_lesson(author: Author) -> None:
    """The line at the bottom stays."""
    author.save(author.path.read_text("utf-8").replace("who: lucho", "who: nobody"))
    author.press(pygame.K_F1)
    assert "CC031" not in author.words
    assert "1 problem" in author.words
    author.press(pygame.K_F1)
    assert "CC031" in author.words


@pytest.mark.parametrize("size", SIZES)
def test_many_problems_fit_the_screen(author: Author, size: tuple[int, int]) -> None:
    """The first ones, and how many there are besides."""
    text = author.path.read_text("utf-8").replace("right:", "rihgt:").replace("because:", "why:")
    author.save(text)
    author.preview.resize(pygame.display.set_mode(size))
    author.look()
    assert "cop-challenge check" in author.words
    for letters in author.preview.frame.lettering:
        _, y, _, h = letters.rect
        assert y + h <= size[1] + 2


def test_lessons_as_they_are_typed_never_stop_it(author: Author) -> None:
    """Every tenth line missing, one after the other: there is a picture or a problem, and no traceback."""
    lines = author.path.read_text("utf-8").splitlines()
    for cut in range(3, len(lines), 4):
        author.save("\n".join(lines[:cut]))
        author.save("\n".join(lines[:cut] + lines[cut + 1 :]))
        assert author.words


def test_entries_around_a_line(path: Path, places: Places) -> None:
    """From the innermost outwards, by ids and by names of states."""
    path.write_text(
        "id: x\nstates:\n  street:\n    choices:\n      - id: go\n        to: sea\n      - {id: stay, to: x}\n",
        "utf-8",
    )
    file = DraftFile(path, places)
    assert file.names_around(6)[:2] == ("go", "choices")
    assert "street" in file.names_around(6)
    assert file.names_around(7)[0] == "stay"
    assert "go" not in file.names_around(7)


def test_moments_are_worked_out_as_they_are_needed(author: Author) -> None:
    """A long lesson is on screen before its last moment is known."""
    moments = author.preview._moments
    assert isinstance(moments, Moments)
    assert len(moments.names) < 3
    assert all(a != b for a, b in pairwise(moments.names))

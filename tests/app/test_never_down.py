"""What happens to a station when something around it breaks: each has a line in docs/stations.md."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pygame
import pytest

from cop_challenge.app import wiring
from cop_challenge.app.heart import Heart
from cop_challenge.app.play import Crashed, make_station, play
from cop_challenge.app.station import Station
from cop_challenge.app.window import Loop, open_window
from cop_challenge.core import actions as do
from cop_challenge.core.activity import Role, legal
from cop_challenge.core.result import Fact
from cop_challenge.core.screen import Screen
from cop_challenge.store.database import Store
from cop_challenge.store.journal import JournalFile, Left, read_journal
from cop_challenge.store.recorder import Recorder

from .conftest import MakePlay, Play

VISIT = Path(__file__).with_name("one_visit.py")


def first_way(play: Play, until: Callable[[], bool], most: int = 400) -> None:
    """Takes the first way on until it is so."""
    for _ in range(most):
        if until():
            return
        ahead = [o for o in legal(play.station.view.offers) if o.role in (Role.ANSWER, Role.ADVANCE)]
        play.pilot.touch(ahead[0].id)
        play.pass_time(0.5)
    raise AssertionError(f"still at {play.station.view.place}")


def left_by(play: Play, path: Path) -> Left:
    """Plays into a second lesson with a journal, which is left as a crash leaves it."""
    journal = JournalFile(path)
    play.station._current.journal = journal
    play.station._begin()
    first_way(play, lambda: bool(play.station.view.lit) and play.station.view.screen is Screen.LESSON)
    play.pass_time(1)
    left = read_journal(path)
    journal.close()
    assert left is not None
    return left


def test_a_visit_is_taken_up_where_it_was(make_play: MakePlay, tmp_path: Path) -> None:
    """The same screen, lanterns and light; the same facts under the same numbers, so that none counts twice."""
    before = make_play(track="8-12")
    left = left_by(before, tmp_path / "visit.jsonl")
    after = make_play(track="8-12", seed=99, left=left)
    assert after.station.view == before.station.view
    assert after.kept.rows == [row for row in before.kept.rows if row.visit == after.kept.rows[0].visit]
    rows = [*before.kept.rows, *after.kept.rows]
    with Store(tmp_path / "r.sqlite") as store:
        store.append(rows)
        assert sum(1 for _ in store.rows()) == len({(row.visit, row.number) for row in rows})
    first_way(after, lambda: after.station.view.screen is Screen.LANTERN)
    numbers = [row.number for row in after.kept.rows]
    assert numbers == list(range(1, len(numbers) + 1))


def test_a_visit_that_can_not_be_taken_up_is_a_fresh_station(make_play: MakePlay, tmp_path: Path) -> None:
    """A lesson of it is gone, say: the attract screen, without a word."""
    left = left_by(make_play(track="8-12"), tmp_path / "visit.jsonl")
    broken = Left(left.start, (*left.actions, do.Open("gone"), do.Choose("nothing")), 0)
    assert make_play(track="8-12", left=broken).station.view.screen is Screen.ATTRACT


def test_a_clock_that_jumps_changes_no_visit(make_play: MakePlay) -> None:
    """Forwards a year, backwards a day: facts carry the hour it shows, and the visit takes its own time."""
    play = make_play(track="8-12")
    hours = iter(["2026-11-23T14", "2027-11-23T14", "2026-11-22T09"] * 200)
    play.station._current.hour = lambda: next(hours)
    first_way(play, lambda: play.station.view.screen is Screen.LANTERN)
    assert {row.hour for row in play.kept.rows} >= {"2026-11-23T14", "2027-11-23T14"}
    assert [row.number for row in play.kept.rows] == list(range(1, len(play.kept.rows) + 1))
    assert play.kept.rows[-1].result.fact is Fact.FINISHED


def test_a_screen_that_changes_is_drawn_anew(make_play: MakePlay) -> None:
    """A projector plugged in or out: another size, the same visit."""
    play = make_play((640, 360), track="8-12")
    play.pilot.touch("begin")
    before = play.station.view
    pygame.display.set_mode((800, 600))
    pygame.event.post(pygame.event.Event(pygame.VIDEORESIZE, w=800, h=600, size=(800, 600)))
    assert play.loop.step()
    assert play.station.view == before
    assert play.station._presenter.viewport.width == 800


def loaded_station(packs: tuple[Path, ...] = ()) -> tuple[Station, Loop, Recorder]:
    places = wiring.places()
    recorder = Recorder(places.results)
    choices = wiring.Choices(track="8-12", language="en", packs=packs, seed=3)
    station, lessons = make_station(open_window((640, 360), chosen=True), choices, places, recorder)
    loop = Loop(station, wiring.now)
    loop.step()
    lessons.start()
    assert lessons._thread is not None
    lessons._thread.join()
    loop.step()
    return station, loop, recorder


def play_on(station: Station, loop: Loop) -> None:
    """To the first lantern."""
    for _ in range(400):
        if station.view.screen is Screen.LANTERN:
            return
        ahead = [o for o in legal(station.view.offers) if o.role in (Role.ANSWER, Role.ADVANCE)]
        station.act(ahead[0].action)
        loop.step()
    raise AssertionError(f"still at {station.view.place}")


def pack_of(places: wiring.Places, folder: Path) -> Path:
    """A pack with one good lesson of the game under another name, and one that is broken."""
    (folder / "lessons").mkdir(parents=True)
    lesson = next((places.content / "lessons" / "8-12").glob("who-can-help.yaml"))
    shutil.copy(lesson, folder / "lessons" / lesson.name)
    (folder / "lessons" / "broken.yaml").write_text("kind: quiz\nrounds: [\n", encoding="utf-8")
    pack = 'id: school\nname: "School"\nversion: "1"\n'
    (folder / "pack.yaml").write_text(pack, encoding="utf-8")
    return folder


def test_a_broken_pack_is_left_out_and_a_pulled_one_played_on(places: wiring.Places, tmp_path: Path) -> None:
    """What is wrong stands on the staff page; a stick that is pulled takes no lesson along."""
    pack = pack_of(places, tmp_path / "stick")
    station, loop, recorder = loaded_station((pack,))
    assert any(
        "broken.yaml" in problem for problem in map(station.studio.translator, station._desk.facts().problems)
    )
    shutil.rmtree(pack)
    play_on(station, loop)
    station.close()
    assert recorder.close()


def test_without_a_sound_device_it_plays_silently(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is raised; staff read why."""
    from cop_challenge.ui.sound import open_sound

    monkeypatch.setenv("SDL_AUDIODRIVER", "no-such-driver")
    pygame.mixer.quit()
    sound = open_sound(wiring.places().assets / "sound")
    assert "No sound device" in sound.reason
    sound.play("good")
    sound.close()


def one_visit(data: Path, before: str = "") -> dict[str, object]:
    """A station in a process of its own, in a name space in which `before` may mount what it likes."""
    shell = f'{before}exec "$@"'
    command = ["unshare", "-rm", "sh", "-c", shell, "sh", sys.executable, str(VISIT)]
    environment = {**os.environ, "COP_CHALLENGE_DATA": str(data)}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr
    found: dict[str, object] = json.loads(done.stdout.splitlines()[-1])
    return found


def can_mount() -> bool:
    if not shutil.which("unshare"):
        return False
    tried = subprocess.run(["unshare", "-rm", "mount", "-t", "tmpfs", "none", "/mnt"], check=False)
    return tried.returncode == 0


@pytest.mark.skipif(not can_mount(), reason="no disk of its own can be made here (unshare, mount)")
@pytest.mark.parametrize(
    ("options", "said"),
    [("size=96k", ("disk is full",)), ("ro", ("Read-only", "unable to open", "can't be used"))],
    ids=["full disk", "read-only folder"],
)
def test_where_nothing_can_be_written_it_plays_on(
    tmp_path: Path, options: str, said: tuple[str, ...]
) -> None:
    """A disk of 96 kB, and one that may only be read: the visit comes to its end, and staff read why."""
    data = tmp_path / "data"
    data.mkdir()
    mount = f"mount -t tmpfs -o {options} none '{data}' && "
    fill = f"head -c 1m /dev/zero > '{data}/full' 2> /dev/null; " if "size" in options else ""
    found = one_visit(data, mount + fill)
    assert found["screen"] == "lantern"
    assert any(word in str(found["problem"]) for word in said), found
    assert found["kept"] == 0


def test_room_that_comes_back_is_used(tmp_path: Path) -> None:
    """The same visit on a disk with room writes every fact: nothing of the proof above is by chance."""
    data = tmp_path / "data"
    done = subprocess.run(
        [sys.executable, str(VISIT)],
        env={**os.environ, "COP_CHALLENGE_DATA": str(data)},
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    found = json.loads(done.stdout.splitlines()[-1])
    assert (found["problem"], found["screen"]) == ("", "lantern")
    assert found["kept"] == found["facts"]


def test_a_mistake_of_the_game_is_kept_in_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a watchdog, too: one sentence names the file, and the file names the place."""

    def broken(*_: object) -> bool:
        raise ZeroDivisionError("nought")

    monkeypatch.setattr(Loop, "step", broken)
    with pytest.raises(Crashed, match="crash-0001"):
        play(wiring.Choices(size=(640, 360), seed=1))
    (path,) = wiring.places().crashes.iterdir()
    text = path.read_text(encoding="utf-8")
    assert all(word in text for word in ("ZeroDivisionError", "pygame-ce", "--seed 1", "in broken"))


def test_staff_see_the_crash_of_today(make_play: MakePlay) -> None:
    """The file it is in stands among what should be looked at."""
    from cop_challenge.store.crashes import Crashes

    path = Crashes(wiring.places().crashes).keep("", wiring.today())
    station, _, recorder = loaded_station()
    assert station._desk.facts().crash == str(path)
    station.close()
    assert recorder.close()


def test_a_heart_nobody_hears_stops() -> None:
    """The watchdog is gone: the game ends with it."""
    now = 0.0
    reader, writer = os.pipe()
    with contextlib.suppress(BrokenPipeError), os.fdopen(writer, "w") as out:
        heart = Heart(out, lambda: now, sys.__stderr__)
        assert heart.beat()
        assert os.read(reader, 100) == b"beat\n"
        os.close(reader)
        now = 0.5
        assert heart.beat()  # not yet due
        now = 1.5
        assert not heart.beat()
        heart.stop()

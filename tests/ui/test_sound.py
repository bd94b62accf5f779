from __future__ import annotations

import math
import time
from array import array
from collections.abc import Callable, Iterator
from operator import mul
from pathlib import Path

import pygame
import pytest

from cop_challenge.app.wiring import Places
from cop_challenge.ui import mixer as sounds
from cop_challenge.ui.mixer import Sounds
from cop_challenge.ui.motion import Tween, linear
from cop_challenge.ui.sound import AMBIENCES, EFFECTS, MUSIC, Silence, Sound, open_sound
from cop_challenge.ui.voice.wave import wave_of

MOST_SECONDS = {
    "tap": 0.08,
    "focus": 0.06,
    "page": 0.3,
    "good": 0.7,
    "try-again": 0.5,
    "light": 1.4,
    "fanfare": 3.0,
}
LEAST_SECONDS = {"waves": 12, "crickets": 8, "attract": 45, "play": 45, "calm": 45}
PEAK = 10 ** (-3 / 20) * 32768
SLOW_RATE = 8000
"""Loudness is measured at this rate: enough for soft music, and quick without numpy."""


@pytest.fixture
def folder(places: Places) -> Path:
    return places.assets / "sound"


@pytest.fixture
def sound(folder: Path) -> Iterator[Sounds]:
    """Open on the dummy driver, with every effect loaded."""
    opened = open_sound(folder)
    assert isinstance(opened, Sounds)
    until(lambda: set(EFFECTS) <= set(opened._sounds))
    yield opened
    opened.close()


def until(happened: Callable[[], bool], seconds: float = 10.0) -> None:
    """Wait for the thread."""
    end = time.perf_counter() + seconds
    while not happened():
        assert time.perf_counter() < end, "it never happened"
        time.sleep(0.002)


def level() -> float:
    return round(pygame.mixer.music.get_volume(), 2)


# -------------------------------------------------------------------- files


def decoded(
    folder: Path, names: tuple[str, ...], rate: int = sounds.RATE
) -> Iterator[tuple[str, array[int]]]:
    """Each file as the mixer hears it: left, right, left, right."""
    pygame.mixer.init(rate, -16, 2, 1024, allowedchanges=0)
    try:
        for name in names:
            yield name, array("h", pygame.mixer.Sound(folder / f"{name}.ogg").get_raw())
    finally:
        pygame.mixer.quit()


def k_weighted(samples: array[int], rate: int) -> list[float]:
    """One channel through the two filters of ITU-R BS.1770, as one of fourth order."""

    def by(x: list[float], y: list[float]) -> list[float]:
        return [sum(x[i] * y[n - i] for i in range(3) if 0 <= n - i < 3) for n in range(5)]

    k, q, high = (
        math.tan(math.pi * 1681.974450955533 / rate),
        0.7071752369554196,
        10 ** (3.999843853973347 / 20),
    )
    middle, whole = high**0.4996667741545416, 1 + k / q + k * k
    shelf = [high + middle * k / q + k * k, 2 * (k * k - high), high - middle * k / q + k * k]
    shelf_back = [1, 2 * (k * k - 1) / whole, (1 - k / q + k * k) / whole]
    k, q = math.tan(math.pi * 38.13547087602444 / rate), 0.5003270373238773
    cut_back = [1, 2 * (k * k - 1) / (1 + k / q + k * k), (1 - k / q + k * k) / (1 + k / q + k * k)]
    b0, b1, b2, b3, b4 = by([b / whole for b in shelf], [1, -2, 1])
    _, a1, a2, a3, a4 = by(shelf_back, cut_back)
    made: list[float] = []
    keep = made.append
    x1 = x2 = x3 = x4 = y1 = y2 = y3 = y4 = 0.0
    for x in samples:
        y = b0 * x + b1 * x1 + b2 * x2 + b3 * x3 + b4 * x4 - a1 * y1 - a2 * y2 - a3 * y3 - a4 * y4
        x4, x3, x2, x1 = x3, x2, x1, x
        y4, y3, y2, y1 = y3, y2, y1, y
        keep(y)
    return made


def blocks(samples: array[int], rate: int, step: float) -> list[float]:
    """K-weighted power of every 400 ms, a block each `step` seconds; silence around short sounds."""
    hop, span = round(rate * step), round(0.4 / step)
    powers: list[float] = []
    for channel in (samples[::2], samples[1::2]):
        heard = k_weighted(channel, rate)
        parts = [heard[at : at + hop] for at in range(0, len(heard), hop)]
        sums = [0.0] * span + [sum(map(mul, part, part)) for part in parts] + [0.0] * span
        means = [sum(sums[at : at + span]) / (span * hop * 32768**2) for at in range(len(sums) - span)]
        powers = [a + b for a, b in zip(powers, means, strict=True)] if powers else means
    return powers


def lufs(power: float) -> float:
    return -0.691 + 10 * math.log10(power)


def integrated(samples: array[int], rate: int) -> float:
    """Loudness of the whole, gated at -70 LUFS and 10 LU below the rest."""
    powers = [power for power in blocks(samples, rate, 0.1) if power > 10 ** (-69.309 / 10)]
    gate = sum(powers) / len(powers) / 10
    powers = [power for power in powers if power > gate]
    return lufs(sum(powers) / len(powers))


def test_code_and_folder_name_the_same_sounds(folder: Path) -> None:
    """No sound is missing and none lies there unused."""
    assert {path.stem for path in folder.glob("*.ogg")} == {*EFFECTS, *AMBIENCES, *MUSIC}


def test_all_sounds_are_small(folder: Path) -> None:
    """They fit on a USB stick beside everything else."""
    assert sum(path.stat().st_size for path in folder.iterdir()) < 3_000_000


def test_effects_are_short_and_never_shout(folder: Path) -> None:
    """Each is as short as its moment, begins and ends in silence, and stays 3 dB below full scale."""
    for name, samples in decoded(folder, EFFECTS):
        assert 0.03 < len(samples) / 2 / sounds.RATE <= MOST_SECONDS[name], name
        assert 1000 < max(max(samples), -min(samples)) <= PEAK, name
        assert max(map(abs, (*samples[:4], *samples[-4:]))) < 330, name


def test_loops_are_long_and_have_no_seam(folder: Path) -> None:
    """The step from the end to the beginning is one of the steps inside; peaks stay below -3 dBFS."""
    for name, samples in decoded(folder, (*AMBIENCES, *MUSIC)):
        assert len(samples) / 2 / sounds.RATE >= LEAST_SECONDS[name], name
        assert 1000 < max(max(samples), -min(samples)) <= PEAK, name
        for side in (0, 1):
            channel = samples[side::2]
            inside = sorted(abs(b - a) for a, b in zip(channel[:-1:31], channel[1::31], strict=False))
            assert abs(channel[0] - channel[-1]) <= inside[round(len(inside) * 0.999)], name


def test_music_leaves_room_for_speech(folder: Path) -> None:
    """Each loop is as loud as the others: -20 LUFS, give or take one."""
    for name, samples in decoded(folder, MUSIC, SLOW_RATE):
        assert integrated(samples, SLOW_RATE) == pytest.approx(-20, abs=1), name


def test_effects_of_one_sort_are_equally_loud(folder: Path) -> None:
    """Within 2 LU; touches are softer than answers, the focus softer than both."""
    loud = {
        name: lufs(max(blocks(samples, sounds.RATE, 0.01)))
        for name, samples in decoded(folder, EFFECTS, sounds.RATE)
    }
    answers = [loud[name] for name in ("good", "try-again", "light", "fanfare")]
    touches = [loud[name] for name in ("tap", "page")]
    assert max(answers) - min(answers) <= 2.1
    assert max(touches) - min(touches) <= 2.0
    assert loud["focus"] + 4 < min(touches)
    assert max(touches) + 4 < min(answers)
    assert min(answers) > -19
    assert max(answers) < -15


# ------------------------------------------------------------------ silence


def test_without_a_device_there_is_silence(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every wish is taken, nothing is opened, and the reason can be read."""
    monkeypatch.setenv("SDL_AUDIODRIVER", "nowhere")
    quiet: Sound = open_sound(folder)
    assert isinstance(quiet, Silence)
    assert "nowhere" in quiet.reason
    quiet.play("tap")
    quiet.music("play")
    quiet.music("")
    quiet.ambient("waves")
    quiet.duck(True)
    quiet.mute, quiet.volume = True, 0.4
    assert (quiet.mute, quiet.volume) == (True, 0.4)
    quiet.close()
    assert pygame.mixer.get_init() is None


def test_without_its_folder_there_is_silence(tmp_path: Path) -> None:
    """A game installed by halves still plays, and names what is missing."""
    quiet = open_sound(tmp_path / "gone")
    assert isinstance(quiet, Silence)
    assert "gone" in quiet.reason


def test_a_broken_file_is_one_sound_less(folder: Path, tmp_path: Path) -> None:
    """It is reported; the others are heard."""
    for name in EFFECTS:
        (tmp_path / f"{name}.ogg").write_bytes((folder / f"{name}.ogg").read_bytes())
    (tmp_path / "good.ogg").write_bytes(b"no sound")
    opened = open_sound(tmp_path)
    assert isinstance(opened, Sounds)
    try:
        opened.music("calm")
        opened.ambient("waves")
        until(lambda: {"good", "calm", "waves"} <= set(opened.problems))
        until(lambda: "fanfare" in opened._sounds)
        opened.play("good")
        opened.play("tap")
        assert pygame.mixer.get_busy()
        assert opened.reason == ""
    finally:
        opened.close()


def test_a_device_that_goes_away_is_silence(sound: Sounds) -> None:
    """Nothing raises once the mixer is closed under it; the reason says so."""
    pygame.mixer.quit()
    sound.play("tap")
    sound.volume = 0.5
    sound.music("play")
    assert "stopped" in sound.reason


# -------------------------------------------------------------------- sound


def test_an_effect_is_heard_at_once(sound: Sounds) -> None:
    """It plays when asked, twice if asked twice, but not doubled by two askers in one moment."""
    sound.play("good")
    sound.play("good")
    assert sound._sounds["good"].get_num_channels() == 1
    time.sleep(sounds.SAME_SECONDS + 0.005)
    sound.play("good")
    assert sound._sounds["good"].get_num_channels() == 2


def test_effects_end_long_after_they_are_heard(sound: Sounds) -> None:
    """An end makes the mixer wait for the interpreter; silence keeps it away from drawing a new screen."""
    for name in EFFECTS:
        assert sound._sounds[name].get_length() > sound._seconds[name] + sounds.REST_SECONDS - 0.01


def test_an_effect_puts_away_what_is_over(folder: Path) -> None:
    """So that voices are free however many effects there were."""
    clock = [100.0]
    opened = open_sound(folder, lambda: clock[0])
    assert isinstance(opened, Sounds)
    try:
        until(lambda: set(EFFECTS) <= set(opened._sounds))
        for _ in range(3 * sounds.VOICES):
            opened.play("tap")
            clock[0] += 0.2
        assert opened._sounds["tap"].get_num_channels() == 1
    finally:
        opened.close()


def test_music_goes_on_when_asked_again(sound: Sounds) -> None:
    """A scene may ask for its music with every picture; it is not begun anew."""
    sound.music("attract")
    until(lambda: sound._content() and pygame.mixer.music.get_pos() > 60)
    sound.music("attract")
    before = pygame.mixer.music.get_pos()
    time.sleep(0.06)
    assert pygame.mixer.music.get_pos() >= before
    assert pygame.mixer.music.get_busy()


def test_music_changes_softly(sound: Sounds) -> None:
    """The old one fades, then the new one begins; who changes back meanwhile gets the old one again."""
    sound.music("attract")
    until(lambda: sound._content() and pygame.mixer.music.get_pos() > 1000 * sounds.MUSIC_FADE_SECONDS)
    began = time.perf_counter()
    sound.music("calm")
    until(lambda: sound._content())
    assert time.perf_counter() - began > sounds.MUSIC_FADE_SECONDS * 0.8
    assert sound._music == "calm"
    sound.music("play")
    until(lambda: sound._leaving)
    sound.music("calm")
    until(lambda: sound._content())
    assert sound._music == "calm"
    assert pygame.mixer.music.get_busy()
    sound.music("")
    until(lambda: not pygame.mixer.music.get_busy())


def test_ambience_repeats_until_another_is_asked(sound: Sounds, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both are heard while one replaces the other; none is silence."""
    monkeypatch.setattr(sounds, "AMBIENT_FADE_SECONDS", 0.25)
    sound.ambient("waves")
    until(lambda: sound._content())
    sound.ambient("crickets")
    until(lambda: sound._content())
    assert [sound._sounds[name].get_num_channels() for name in AMBIENCES] == [1, 1]
    sound.ambient("")
    until(lambda: not pygame.mixer.get_busy())


def test_mute_and_volume_act_at_once(sound: Sounds) -> None:
    """On what is playing and on what will, without waiting for the thread."""
    sound.volume = 0.5
    assert (level(), sound._sounds["tap"].get_volume()) == (0.5, 0.5)
    sound.mute = True
    assert (level(), sound._sounds["tap"].get_volume()) == (0.0, 0.0)
    sound.mute = False
    assert level() == 0.5
    sound.volume = 7
    assert (sound.volume, level()) == (1.0, 1.0)


def test_speech_wins(sound: Sounds) -> None:
    """Music and effects step back to a quarter of the volume chosen, and come back."""
    sound.volume = 0.8
    sound.duck(True)
    until(lambda: level() == 0.2)
    until(lambda: round(sound._sounds["good"].get_volume(), 2) == 0.2)
    sound.volume = 0.4
    assert level() == pytest.approx(0.1, abs=0.02)
    sound.volume = 0.8
    sound.duck(False)
    until(lambda: level() == 0.8)
    until(lambda: sound._content())


def test_a_step_back_takes_a_moment() -> None:
    """Gradual, and over within 150 ms; turned around halfway it does not jump."""
    down = Tween(1.0, sounds.DUCKED, 10.0, sounds.DUCK_SECONDS, linear)
    assert [down.at(10.0), down.at(10.15)] == [1.0, sounds.DUCKED]
    assert down.at(10.0 + sounds.DUCK_SECONDS / 2) == pytest.approx(0.625)
    back = down.towards(1.0, 10.05)
    assert back.at(10.05) == down.at(10.05)


def test_nothing_to_do_is_nothing_done(sound: Sounds) -> None:
    """Once every wish is met, the thread sleeps until the next."""
    sound.music("play")
    until(lambda: sound._content())
    time.sleep(0.05)
    before = time.process_time()
    time.sleep(0.3)
    assert time.process_time() - before < 0.06


def test_closing_frees_the_device(folder: Path) -> None:
    """Also twice; wishes after it are taken and nothing comes of them."""
    opened = open_sound(folder)
    opened.music("calm")
    opened.close()
    opened.close()
    assert pygame.mixer.get_init() is None
    opened.play("tap")
    opened.music("play")
    opened.duck(True)
    opened.volume = 0.3
    assert opened.reason


# ------------------------------------------------------------------- speech

SECOND = wave_of(bytes(2 * 22050), 22050)
"""One second of speech, as a voice hands it over."""


def test_speech_begins_and_ends(sound: Sounds) -> None:
    sound.say(wave_of(bytes(2 * 4410), 22050))
    assert sound.speaking
    began = time.perf_counter()
    until(lambda: not sound.speaking)
    assert 0.19 < time.perf_counter() - began < 1


def test_speech_can_be_interrupted_at_once(sound: Sounds) -> None:
    sound.say(SECOND)
    until(lambda: sound._speech.get_busy())
    sound.hush()
    assert (sound.speaking, sound._speech.get_busy()) == (False, False)


def test_speech_is_interrupted_before_it_has_begun(sound: Sounds) -> None:
    sound.say(SECOND)
    sound.hush()
    time.sleep(0.1)
    assert (sound.speaking, sound._speech.get_busy()) == (False, False)


def test_later_speech_takes_the_place_of_earlier(sound: Sounds) -> None:
    sound.say(SECOND)
    until(lambda: sound._spoken is not None)
    first = sound._spoken
    sound.say(SECOND)
    until(lambda: sound._spoken is not first)
    assert sound._speech.get_sound() is sound._spoken


def test_speech_is_as_loud_as_everything_was_set_and_steps_back_for_nobody(sound: Sounds) -> None:
    sound.volume = 0.5
    sound.duck(True)
    sound.say(SECOND)
    until(lambda: sound._spoken is not None and sound._settled)
    assert sound._spoken is not None
    assert sound._spoken.get_volume() == pytest.approx(0.5, abs=0.02)
    assert level() < 0.2
    sound.mute = True
    assert sound._spoken.get_volume() == 0


def test_speech_that_is_no_sound_is_a_line_for_staff(sound: Sounds) -> None:
    sound.say(b"hm")
    until(lambda: not sound.speaking)
    assert "speech" in sound.problems
    assert not sound.reason

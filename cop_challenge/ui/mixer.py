"""Sound through pygame's mixer.

Three facts of it shape this. Opening it holds the whole interpreter, in a thread too, so it is
opened after the first picture and not before. A sound that ends makes the mixer's own thread wait for the
interpreter, and while a picture is drawn (up to 0.3 s) everything would stutter: so each effect is
followed by silence, and is put away by the next one. And there is one stream of music, so a change is one
fade out and one fade in, which a thread of ours sees to.
"""

from __future__ import annotations

import io
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Literal

import pygame

from cop_challenge.ui.motion import Tween, linear
from cop_challenge.ui.sound import AMBIENCES, EFFECTS, Ambience, Effect, Music

RATE = 44100
"""Samples a second, as the files have them."""
BUFFER = 1024
"""Samples mixed at once: 23 ms, which a busy old laptop still keeps up with."""
FRAME_BYTES = 4
"""Of two channels of 16 bits."""
MUSIC_FADE_SECONDS = 0.3
"""Out, and the same again in."""
AMBIENT_FADE_SECONDS = 1.5
FADED_IN_SECONDS = 0.1
"""A channel that has not been heard yet, SDL_mixer does not fade out."""
DUCKED = 0.25
"""Share of the volume that is left under speech."""
DUCK_SECONDS = 0.14
REST_SECONDS = 3.0
"""Silence after each effect: longer than drawing any picture."""
SAME_SECONDS = 0.03
"""The same effect asked twice within that is one, not one twice as loud."""
VOICES = 8
"""Effects heard together."""
CHANNELS = len(AMBIENCES) + VOICES + 1
"""One more for speech."""
STEP_SECONDS = 0.01
"""Between steps of a change."""


class Sounds:
    """Sound through the mixer, which is open already; `open_sound` makes one."""

    def __init__(self, folder: Path, now: Callable[[], float]) -> None:
        self._folder = folder
        self._now = now
        self.reason = ""
        self.problems: dict[str, str] = {}
        self._mute = False
        self._volume = 1.0
        self._sounds: dict[str, pygame.mixer.Sound] = {}
        self._seconds: dict[str, float] = {}
        """How long each effect is heard."""
        self._air, self._other_air = (pygame.mixer.Channel(number) for number in range(len(AMBIENCES)))
        self._air_began = -1.0
        """When `_air` began to play."""
        self._voices = [pygame.mixer.Channel(len(AMBIENCES) + number) for number in range(VOICES)]
        self._speech = pygame.mixer.Channel(len(AMBIENCES) + VOICES)
        self._to_say: bytes | None = None
        """Speech that has not begun."""
        self._spoken: pygame.mixer.Sound | None = None
        """Speech that has, and until when it is heard."""
        self._speech_over = 0.0
        self._over = [0.0] * VOICES
        """When what each voice plays is over; 0 if it rests."""
        self._last: dict[str, float] = {}
        """When each effect was last asked for."""
        self._wanted_music = ""
        self._music = ""
        """What was started last."""
        self._leaving = False
        """It is fading out."""
        self._wanted_ambient = ""
        self._ambient = ""
        self._duck = Tween(1.0, 1.0, 0.0, DUCK_SECONDS, linear)
        self._settled = True
        """The last step of ducking has been made."""
        self._closing = False
        self._levels = threading.Lock()
        self._wish = threading.Condition()
        self._thread = threading.Thread(target=self._work, name="sound", daemon=True)
        self._thread.start()

    # ---------------------------------------------------------------- wishes

    def play(self, name: Effect) -> None:
        """Once, now; an effect that is not loaded yet is left out, not late."""
        now = self._now()
        sound = self._sounds.get(name)
        if sound is None or now - self._last.get(name, -1.0) < SAME_SECONDS or not self._open():
            return
        self._last[name] = now
        try:
            for number, over in enumerate(self._over):
                if 0 < over <= now:
                    self._voices[number].stop()
                    self._over[number] = 0.0
            number = min(range(VOICES), key=self._over.__getitem__)
            self._voices[number].play(sound)
            self._over[number] = now + self._seconds[name]
        except pygame.error as error:
            self._fall_silent(error)

    def music(self, name: Music | Literal[""]) -> None:
        """This from now on, softly changed; the same again just goes on, none is silence."""
        if name != self._wanted_music:
            with self._wish:
                self._wanted_music = name
                self._wish.notify()

    def ambient(self, name: Ambience | Literal[""]) -> None:
        """This around everything from now on; none is silence."""
        if name != self._wanted_ambient:
            with self._wish:
                self._wanted_ambient = name
                self._wish.notify()

    def say(self, wave: bytes) -> None:
        """Speech, a WAV file, once, now, instead of what is being said."""
        with self._wish:
            self._to_say = wave
            self._wish.notify()

    def hush(self) -> None:
        """Nothing is said any more."""
        with self._wish:
            self._to_say, self._speech_over = None, 0.0
            if self._open():
                self._speech.stop()

    @property
    def speaking(self) -> bool:
        """Something is being said, or about to be."""
        return not self.reason and (self._to_say is not None or self._now() < self._speech_over)

    def duck(self, on: bool) -> None:
        """Somebody speaks: everything else steps back until `duck(False)`."""
        end = DUCKED if on else 1.0
        if end != self._duck.end:
            now = self._now()
            with self._wish:
                self._duck = self._duck.towards(end, now)
                self._settled = False
                self._wish.notify()

    @property
    def mute(self) -> bool:
        """Nothing is heard, and all goes on."""
        return self._mute

    @mute.setter
    def mute(self, mute: bool) -> None:
        self._mute = mute
        self._set_levels()

    @property
    def volume(self) -> float:
        """From 0 to 1."""
        return self._volume

    @volume.setter
    def volume(self, volume: float) -> None:
        self._volume = min(1.0, max(0.0, volume))
        self._set_levels()

    def close(self) -> None:
        """Silence, and the device is free."""
        with self._wish:
            if self._closing:
                return
            self._closing = True
            self._wish.notify()
        self._thread.join()
        self.reason = self.reason or "Sound is closed."
        if pygame.mixer.get_init():
            pygame.mixer.stop()
            pygame.mixer.quit()

    # ---------------------------------------------------------------- levels

    def _set_levels(self) -> None:
        """Music, ambience and effects at once, also what is playing."""
        if not self._open():
            return
        try:
            with self._levels:
                level = 0.0 if self._mute else self._volume * self._duck.at(self._now())
                pygame.mixer.music.set_volume(level)
                for sound in list(self._sounds.values()):
                    sound.set_volume(level)
                if self._spoken:
                    self._spoken.set_volume(0.0 if self._mute else self._volume)
        except pygame.error as error:
            self._fall_silent(error)

    def _open(self) -> bool:
        """Whether anything can be asked of the mixer; once closed, it would take the game with it."""
        if not self.reason and not pygame.mixer.get_init():
            self._fall_silent("the mixer was closed")
        return not self.reason

    def _fall_silent(self, why: pygame.error | str) -> None:
        self.reason = f"Sound has stopped: {why}. Start the game again."

    # ------------------------------------------------------------ the thread

    def _work(self) -> None:
        """Sees to everything that takes time; sleeps while there is nothing to do."""
        unloaded = list(EFFECTS)
        while self._open():
            try:
                self._step_duck()
                self._begin_speech()
                self._change_music()
                self._change_ambient()
                if unloaded:
                    self._load(unloaded.pop(0), REST_SECONDS)
            except pygame.error as error:
                self._fall_silent(error)
            with self._wish:
                if self._closing:
                    return
                if not unloaded:
                    self._wish.wait(None if self._content() else STEP_SECONDS)

    def _content(self) -> bool:
        """Every wish is met."""
        music = self._music == self._wanted_music and not self._leaving
        return music and self._ambient == self._wanted_ambient and self._settled and self._to_say is None

    def _begin_speech(self) -> None:
        wave = self._to_say
        if wave is None:
            return
        try:
            sound = pygame.mixer.Sound(file=io.BytesIO(wave))
        except pygame.error as error:
            self.problems["speech"] = str(error)
            self._to_say = None
            return
        seconds = sound.get_length()
        sound = _rested(sound, REST_SECONDS)
        with self._wish:
            if self._to_say is wave:  # else it was interrupted while it was unpacked
                self._spoken, self._to_say = sound, None
                self._speech_over = self._now() + seconds
                sound.set_volume(0.0 if self._mute else self._volume)
                self._speech.play(sound)

    def _step_duck(self) -> None:
        if not self._settled:
            with self._wish:
                self._settled = self._duck.at(self._now()) == self._duck.end
            self._set_levels()

    def _change_music(self) -> None:
        wanted = self._wanted_music
        if wanted == self._music and not self._leaving:
            return
        player = pygame.mixer.music
        if self._music and player.get_busy():
            if not self._leaving:
                player.fadeout(round(MUSIC_FADE_SECONDS * 1000))
                self._leaving = True
            return
        if wanted:
            try:
                player.load(self._folder / f"{wanted}.ogg")
                player.play(-1, fade_ms=round(MUSIC_FADE_SECONDS * 1000))
            except (pygame.error, OSError) as error:
                self.problems[wanted] = str(error)
        self._music, self._leaving = wanted, False

    def _change_ambient(self) -> None:
        wanted = self._wanted_ambient
        if wanted == self._ambient or self._now() - self._air_began < FADED_IN_SECONDS:
            return
        fade = round(AMBIENT_FADE_SECONDS * 1000)
        if wanted and wanted not in self._sounds:
            self._load(wanted)
        self._air.fadeout(fade)
        if wanted in self._sounds:
            self._air, self._other_air = self._other_air, self._air
            self._air.play(self._sounds[wanted], loops=-1, fade_ms=fade)
            self._air_began = self._now()
        self._ambient = wanted

    def _load(self, name: str, rest_seconds: float = 0.0) -> None:
        """Ready to be played, followed by that much silence."""
        try:
            sound = pygame.mixer.Sound(self._folder / f"{name}.ogg")
        except (pygame.error, OSError) as error:
            self.problems[name] = str(error)
            return
        self._seconds[name] = sound.get_length()
        if rest_seconds:
            sound = _rested(sound, rest_seconds)
        self._sounds[name] = sound
        self._set_levels()


def _rested(sound: pygame.mixer.Sound, seconds: float) -> pygame.mixer.Sound:
    """The sound, followed by that much silence."""
    return pygame.mixer.Sound(buffer=sound.get_raw() + bytes(round(seconds * RATE) * FRAME_BYTES))

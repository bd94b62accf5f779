"""Reads phrases aloud, one after another; can be interrupted at any time and never waits for anything."""

from __future__ import annotations

import base64
import contextlib
import json
import queue
import threading
from collections import OrderedDict, deque
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, Protocol

from cop_challenge.ui.companion import Companion
from cop_challenge.ui.sound import Sound

IDLE_SECONDS = 30.0
"""Silence after which the voice's process ends."""
KEPT = 24
"""Phrases that are kept as said: bins and buttons are read again and again."""
PAUSE_SECONDS = 0.25
"""Between two phrases."""
PATIENCE_SECONDS = 6.0
"""How long a phrase is waited for; one that has not come by then is left out."""
RECORDED = "recorded"
"""Name of the voice that somebody lent."""
OGG = b"OggS"
"""How such a file begins."""
MOST_STARTS = 3
"""A voice whose process ends by itself that often is given up."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words to say."""

    words: str
    language: str
    offer: str = ""
    """Id of the offer they name."""
    speed: str = "normal"
    """slow, normal or fast."""
    recorded: Path | None = None
    """Somebody has read it out: this is heard instead of a voice."""

    @property
    def key(self) -> tuple[str, str, str, Path | None]:
        """What is heard depends on this alone."""
        return self.language, self.speed, self.words, self.recorded


class _Answer(NamedTuple):
    """What became of a wish."""

    phrase: Phrase
    voice: str
    """Empty: none could."""
    sound: bytes = b""
    problem: str = ""


class Speaker(Protocol):
    """What the station asks of a voice. Nothing here raises or waits."""

    reason: str
    """Why nothing is read, for the staff page; empty while something can be."""
    name: str
    """Of the voice heard last."""
    problem: str
    """What could not be read."""
    unvoiced: Set[str]
    """Codes of languages it was asked for and has no voice for."""

    def ask(self, languages: Iterable[str]) -> None:
        """Find out which of these can be read; `unvoiced` tells, a moment later."""

    @property
    def at(self) -> str:
        """Id of the offer whose name is being read."""

    @property
    def busy(self) -> bool:
        """Something is being read, or about to be."""

    def read(self, phrases: Sequence[Phrase]) -> None:
        """These from now on, and nothing of what was still to be read."""

    def step(self, now: float) -> None:
        """Go on; call it often."""

    def close(self) -> None:
        """Silence, and the process ends."""


class Mute:
    """No voice; takes every wish."""

    reason = "There is no voice."
    name = problem = at = ""
    busy = False
    unvoiced: Set[str] = frozenset()

    def ask(self, languages: Iterable[str]) -> None:
        """No language at all."""

    def read(self, phrases: Sequence[Phrase]) -> None:
        """Nothing is read."""

    def step(self, now: float) -> None:
        """There is nothing to go on with."""

    def close(self) -> None:
        """Nothing is open."""


class Reader:
    """A voice in a process of its own, heard through the game's sound."""

    def __init__(self, sound: Sound) -> None:
        self._sound = sound
        self.reason = sound.reason
        self.name = self.problem = ""
        self.unvoiced: Set[str] = frozenset()
        self._ahead: deque[Phrase] = deque()
        self._now: Phrase | None = None
        """What is being read, or waited for."""
        self._said = False
        """It has been given to the sound."""
        self._rested = 0.0
        """When the next phrase may begin."""
        self._late = 0.0
        """When what is waited for is given up."""
        self._kept: OrderedDict[tuple[str, str, str, Path | None], bytes] = OrderedDict()
        """Sound files by phrase; empty bytes where no voice could."""
        self._asking = threading.Lock()
        self._wishes: queue.Queue[Phrase | None] = queue.Queue()
        self._answers: queue.SimpleQueue[_Answer] = queue.SimpleQueue()
        self._asked: Phrase | None = None
        """What the process is thinking about."""
        self._answered = threading.Event()
        self._ends = 0
        self._companion = Companion("cop_challenge.ui.voice.worker", name="voice", heard=self._heard)
        self._writer: threading.Thread | None = None

    @property
    def at(self) -> str:
        """Id of the offer whose name is being read."""
        return self._now.offer if self._now and self._said else ""

    @property
    def busy(self) -> bool:
        """Something is being read, or about to be."""
        return self._now is not None or bool(self._ahead)

    def read(self, phrases: Sequence[Phrase]) -> None:
        """These from now on, and nothing of what was still to be read."""
        if self._said:
            self._sound.hush()
        self._now, self._said, self._rested = None, False, 0.0
        self._ahead = deque(phrase for phrase in phrases if phrase.words.strip())
        self._forget_wishes()
        if self.reason:
            self._ahead.clear()
        for phrase in self._ahead:
            if phrase.key not in self._kept:
                self._wish(phrase)
        self._sound.duck(bool(self._ahead))

    def ask(self, languages: Iterable[str]) -> None:
        """Find out which of these can be read; `unvoiced` tells, a moment later."""
        if not self.reason:
            for language in languages:
                self._wish(Phrase("", language))

    def _wish(self, phrase: Phrase) -> None:
        self._wishes.put(phrase)
        if self._writer is None:
            self._writer = threading.Thread(target=self._write, name="voice-wishes", daemon=True)
            self._writer.start()

    def _forget_wishes(self) -> None:
        questions = []
        with contextlib.suppress(queue.Empty):
            while True:
                phrase = self._wishes.get_nowait()
                if phrase and not phrase.words:
                    questions.append(phrase)
        for phrase in questions:
            self._wishes.put(phrase)

    def step(self, now: float) -> None:
        """Go on; call it often."""
        self._take_answers()
        if self._said and not self._sound.speaking:
            self._now, self._said, self._rested = None, False, now + PAUSE_SECONDS
        if self._now is None and self._ahead:
            self._now, self._late = self._ahead.popleft(), now + PATIENCE_SECONDS
        if self._now is None:
            self._sound.duck(False)
        elif not self._said and now >= self._rested:
            self._begin(self._now, now)

    def _begin(self, phrase: Phrase, now: float) -> None:
        said = self._kept.get(phrase.key)
        if said:
            self._kept.move_to_end(phrase.key)
            self._sound.say(said)
            self._said = True
        elif said is not None or now > self._late or self.reason:
            self._now = None  # there is nothing to be heard: on to the next

    def _take_answers(self) -> None:
        while not self._answers.empty():
            answer = self._answers.get()
            phrase = answer.phrase
            if not phrase.words:
                self.unvoiced |= set() if answer.voice else {phrase.language}
                continue
            self.name = answer.voice or self.name
            self.problem = answer.problem or self.problem
            self._kept[phrase.key] = answer.sound
            if len(self._kept) > KEPT:
                self._kept.popitem(last=False)

    # ------------------------------------------------------------ the threads

    def _write(self) -> None:
        while True:
            try:
                phrase = self._wishes.get(timeout=IDLE_SECONDS)
            except queue.Empty:
                self._companion.end()
                phrase = self._wishes.get()
            if phrase is None:
                return
            if phrase.recorded and self._play_back(phrase, phrase.recorded):
                continue
            self._asked = phrase
            self._answered.clear()
            try:
                self._companion.write(json.dumps([phrase.language, phrase.words, phrase.speed]))
            except (OSError, ValueError) as error:
                self._failed(phrase, str(error))
                continue
            # One at a time: after an interruption nothing old stands before what is wanted now.
            self._answered.wait(PATIENCE_SECONDS)

    def _play_back(self, phrase: Phrase, path: Path) -> bool:
        """Whether the recording could be read; else a voice says it."""
        problem = "not a sound file (Ogg Vorbis); record it again."
        try:
            sound = path.read_bytes()
        except OSError as error:
            sound, problem = b"", f"can't be read ({error.strerror})."
        if not sound.startswith(OGG):
            self.problem = f"{path.name}: {problem}"
            return False
        self._answers.put(_Answer(phrase, RECORDED, sound))
        return True

    def _heard(self, line: str) -> None:
        phrase, self._asked = self._asked, None
        if line and phrase:
            voice, sound = json.loads(line)
            said = base64.b64decode(sound) if voice else b""
            self._answers.put(_Answer(phrase, voice, said, "" if voice else sound))
        elif phrase:
            self._failed(phrase, "its process ended")
        self._answered.set()

    def _failed(self, phrase: Phrase, why: str) -> None:
        """Once more, in a new process; too often is too often."""
        self._companion.end()
        self._ends += 1
        if self._ends < MOST_STARTS:
            self._wishes.put(phrase)
        else:
            self.reason = f"Reading aloud has stopped: {why}. Start the game again."

    def close(self) -> None:
        """Silence, and the process ends."""
        self.read(())
        self._wishes.put(None)
        self._companion.end()
        self.reason = self.reason or "Reading aloud is closed."

"""Who reads the screen aloud: what is read when, and the focus ring that goes along."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from pathlib import Path

from cop_challenge.app.presenter import Presenter
from cop_challenge.core import words
from cop_challenge.core.screen import VisitView
from cop_challenge.core.speech import Utterance, fresh, named, spoken
from cop_challenge.core.text import Text
from cop_challenge.i18n.narration import Narration
from cop_challenge.i18n.translator import Translator
from cop_challenge.ui.voice.speaker import Phrase, Speaker

DWELL_SECONDS = 0.5
"""A mouse that rests on something that long wants to know what it is; one that passes by does not."""


class Narrator:
    """Reads by itself where the view says so, and wherever somebody asks for it."""

    def __init__(self, translator: Translator, narration: Narration, speaker: Speaker) -> None:
        """`narration`: what people have read out."""
        self._translator = translator
        self._narration = narration
        self.speaker = speaker
        self._resting: tuple[VisitView, str, float] | None = None
        """What the mouse rests on, and since when."""
        self._at = ""
        """Where the ring was taken to."""
        self._lent: tuple[str, bool] = "", False
        """Focus before that, and whether its ring was seen."""
        self._parted = False
        """Somebody has moved the ring elsewhere: it does not go along with what is still being read."""

    @property
    def able(self) -> bool:
        """Whether anything can be read."""
        return not self.speaker.reason

    @property
    def unvoiced(self) -> Set[str]:
        """Codes of languages that can't be read, as far as is known by now."""
        return self.speaker.unvoiced

    def listen(self, view: VisitView) -> None:
        """Everything on screen from the beginning; silence, if it is being read."""
        self._say(view, () if self.speaker.busy else spoken(view))

    def changed(self, before: VisitView, view: VisitView) -> None:
        """Something was done: what was being read is out of date, what is new is read."""
        if before == view:
            return
        self._resting = None
        if before.over or view.over or not view.spoken:
            self.hush()
        else:
            self._say(view, fresh(before, view))

    def name(self, view: VisitView, offer: str) -> None:
        """Somebody has come to an offer."""
        self._resting, self._at, self._parted = None, "", True
        if view.named:
            self._say(view, [said for one in view.offers if one.id == offer for said in named(view, one)])

    def dwell(self, view: VisitView, offer: str, now: float) -> None:
        """The mouse has come to an offer."""
        self._resting = view, offer, now

    def hush(self) -> None:
        """Nothing is read any more."""
        self.speaker.read(())

    def _say(self, view: VisitView, said: Iterable[Utterance]) -> None:
        self._parted = False
        language = view.language
        before = self._translator.language
        speed = view.comfort.speed
        phrases = []
        for one in said:
            self._translator.language = one.language or language
            for text, recorded in self._parts(one.text):
                said_in = self._translator.spoken_in(text)
                phrases.append(Phrase(self._translator(text), said_in, one.offer, speed, recorded))
        self._translator.language = before
        self.speaker.read(phrases)

    def _parts(self, text: Text) -> Iterator[tuple[Text, Path | None]]:
        """What is said at one go: who speaks apart from what they say, where that was recorded."""
        values = dict(text.values)
        name, what = values.get("name"), values.get("what")
        if text.key == words.NAMED.key and isinstance(name, Text) and isinstance(what, Text):
            found = self._recorded(what)
            yield from ((name, self._recorded(name)), (what, found)) if found else ((text, None),)
        else:
            yield text, self._recorded(text)

    def _recorded(self, text: Text) -> Path | None:
        return self._narration.find(self._translator.language, text, self._translator(text))

    def step(self, show: Presenter) -> None:
        """Let time go by; the ring goes to what is being named, and back where it was afterwards."""
        if self._resting and show.now - self._resting[2] >= DWELL_SECONDS:
            view, offer, _ = self._resting
            if offer == show.focus and not self.speaker.busy:
                self.name(view, offer)
            self._resting = None
        self.speaker.step(show.now)
        at = self.speaker.at
        if self._parted or at == self._at or (at and at not in {target.id for target in show.frame.targets}):
            return
        if at and not self._at:
            self._lent = show.focus, show.focus_seen
        if at:
            show.set(focus=at, seen=True)
        elif show.focus == self._at:  # else somebody has moved it meanwhile
            focus, seen = self._lent
            show.set(focus=focus, seen=seen)
        self._at = at

    def close(self) -> None:
        """Nothing is read any more."""
        self.speaker.close()

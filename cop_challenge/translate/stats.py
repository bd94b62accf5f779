"""How far a translation has come, by part and by track."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from cop_challenge.i18n.narration import Recordings
from cop_challenge.translate.catalogue import Catalogue
from cop_challenge.translate.message import Message


@dataclass(frozen=True, slots=True)
class Count:
    """Of some texts."""

    name: str
    texts: int = 0
    translated: int = 0
    fuzzy: int = 0
    """To be looked at again."""
    words: int = 0
    """Of the source."""
    left: int = 0
    """Words of the source that are not translated yet."""
    recorded: int = 0
    """Texts that somebody has read out as they are translated now."""

    @property
    def missing(self) -> int:
        """Texts without a translation."""
        return self.texts - self.translated - self.fuzzy

    @property
    def percent(self) -> int:
        """Translated texts in whole percent; a hundred only when all are."""
        return 100 * self.translated // self.texts if self.texts else 100


def counts(
    catalogue: Catalogue, messages: Iterable[Message], recordings: Recordings | None = None
) -> Iterator[Count]:
    """One for each part, of lessons one for each track, and of everything."""
    messages = tuple(messages)
    known = {(each.key, each.sources): each for each in catalogue.translations}
    groups: dict[str, list[Message]] = {}
    for message in messages:
        name = f"{message.part}, {message.track}" if message.track else str(message.part)
        groups.setdefault(name, []).append(message)
    for name, group in (*groups.items(), ("all", messages)):
        found = [(message, known.get((message.key, message.sources))) for message in group]
        done = [message for message, entry in found if entry and entry.done]
        yield Count(
            name,
            len(group),
            len(done),
            sum(1 for _, entry in found if entry and entry.begun and not entry.done),
            sum(message.words for message in group),
            sum(message.words for message in group) - sum(message.words for message in done),
            sum(
                recordings.has(message.key, entry.forms[0])
                for message, entry in found
                if recordings and entry and entry.done
            ),
        )


def table(found: Iterable[Count]) -> Iterator[str]:
    """The counts in columns."""
    heads = ("texts", 7), ("done", 7), ("fuzzy", 7), ("missing", 9), ("words", 8), ("to do", 8), ("", 7)
    yield f"  {'':24}" + "".join(f"{name:>{wide}}" for name, wide in (*heads, ("recorded", 10)))
    for each in found:
        yield (
            f"  {each.name:24}{each.texts:7}{each.translated:7}{each.fuzzy:7}{each.missing:9}"
            f"{each.words:8}{each.left:8}{each.percent:5} %{each.recorded:10}"
        )

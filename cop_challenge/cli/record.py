"""`cop-challenge translate record`: one line after the other, read out and kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import click

from cop_challenge.cli.options import GOOD, PROBLEMS
from cop_challenge.cli.work import pack_option, work_on
from cop_challenge.translate.recording import Line, NothingHeard, finished, keep

if TYPE_CHECKING:
    from collections.abc import Callable

    from cop_challenge.i18n.narration import Recordings
    from cop_challenge.translate.catalogue import Catalogue
    from cop_challenge.translate.message import Message
    from cop_challenge.translate.recording import Samples

KEYS = "Enter: keep · a: again · s: leave this line out · q: stop for today"


class Ear(Protocol):
    """What a microphone can do."""

    def record(self, until: Callable[[], object]) -> Samples:
        """What is heard until `until` returns."""

    def play(self, samples: Samples) -> None:
        """Lets it be heard."""


def lines(messages: Iterable[Message], catalogue: Catalogue | None, track: str) -> Iterator[Line]:
    """What is to be read out for a track: its lessons' texts in order, as the catalogue says them.

    Texts with a number or a name to fill in are for a voice, and so is what is not translated yet.
    """
    said = {each.key: each for each in catalogue.translations if each.done} if catalogue else {}
    for message in messages:
        if message.track != track or message.filled or message.plural:
            continue
        entry = said.get(message.key)
        if catalogue is None:
            yield Line(message.key, message.source, message.where)
        elif entry and entry.sources == message.sources:
            yield Line(message.key, entry.forms[0], message.where)


def session(
    ear: Ear, wanted: Sequence[Line], folder: Path, language: str, known: Recordings, *, again: bool
) -> int:
    """Goes through the lines that are not recorded yet (or all); how many were kept.

    Each is kept at once: whoever stops goes on there next time.
    """
    ahead = [line for line in wanted if again or not known.has(line.key, line.words)]
    kept = 0
    for number, line in enumerate(ahead, 1):
        click.echo(f"\n[{number} of {len(ahead)}] {line.where}\n\n    {line.words}\n")
        answer = _asked("Enter: record · s: leave out · q: stop")
        while answer not in ("s", "q"):
            heard = ear.record(lambda: _asked("Recording … Enter: done"))
            try:
                made = finished(heard)
            except NothingHeard:
                answer = _asked("Nothing was heard. Speak closer to the microphone. Enter: again · s · q")
                continue
            ear.play(made)
            answer = _asked(KEYS)
            if answer == "":
                keep(folder, language, line, made)
                kept += 1
                break
        if answer == "q":
            break
    return kept


def _asked(question: str) -> str:
    answer: str = click.prompt(question, default="", show_default=False)
    return answer.strip().lower()


@click.command(short_help="Read lines out for the game.")
@click.option(
    "--lang", "language", required=True, help="Language you read in, such as sw; the original one, too."
)
@click.option("--track", required=True, help="Track whose lessons you read, such as 5-7.")
@click.option("--again", is_flag=True, help="Also the lines that are recorded already.")
@click.option(
    "--into",
    type=click.Path(file_okay=False, path_type=Path),
    help="Pack to keep the recordings in; else with the texts.",
)
@pack_option
def record(language: str, track: str, again: bool, into: Path | None, pack: Path | None) -> int:
    """Read out the lessons of a track, line by line: they are heard instead of a computer's voice.

    Stop whenever you like; next time it goes on where you stopped. This is the only command that uses the
    microphone; a station never does.
    """
    from cop_challenge.i18n.narration import read
    from cop_challenge.translate.microphone import Microphone, NoMicrophone
    from cop_challenge.translate.po import Unreadable

    work = work_on(pack)
    folder = into or work.narration
    tracks = sorted({message.track for message in work.messages if message.track})
    if track not in tracks:
        raise click.BadParameter(f"There is no track “{track}” here; there are: {', '.join(tracks)}.")
    try:
        catalogue = None if language == work.source else work.catalogue(language)
        wanted = list(lines(work.messages, catalogue, track))
        if not wanted:
            click.echo(f"Nothing of track {track} is translated into “{language}” yet.", err=True)
            return PROBLEMS
        kept = session(Microphone(), wanted, folder, language, read(folder, language), again=again)
    except (Unreadable, NoMicrophone) as error:
        click.echo(str(error), err=True)
        return PROBLEMS
    except OSError as error:
        click.echo(
            f"{error.filename}: can't be written ({error.strerror}). Name a folder of your own with "
            "“--into”, and play with “--pack” and that folder.",
            err=True,
        )
        return PROBLEMS
    now = read(folder, language)
    done = sum(now.has(line.key, line.words) for line in wanted)
    click.echo(f"\n{kept} lines kept in {now.folder}; {done} of {len(wanted)} are recorded.")
    return GOOD

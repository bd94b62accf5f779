"""Files of questions into a pack: read within bounds, written as lessons, nothing overwritten."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from pathlib import Path

from cop_challenge.exchange import gift_reader, table_reader
from cop_challenge.exchange.account import Account
from cop_challenge.exchange.draft import Wishes, drafts
from cop_challenge.exchange.lesson_file import lesson_file
from cop_challenge.exchange.question import Read
from cop_challenge.translate.message import Fault
from cop_challenge.translate.table import NotASheet, decoded

MAX_BYTES = 2 * 1024 * 1024
"""Of a file of questions; a year's lessons are a tenth of that."""


@dataclass(frozen=True)
class Brought:
    """What an import wrote, and what became of each question."""

    files: tuple[Path, ...]
    account: Account


def from_gift(data: bytes, place: str, language: str) -> Iterable[Read]:
    """Questions of a GIFT file; NotASheet if it is none."""
    return gift_reader.read(decoded(data, place, language))


FORMATS: dict[str, Callable[[bytes, str, str], Iterable[Read]]] = {
    "gift": from_gift,
    "csv": table_reader.read,
}


def bring(
    source: Path, form: str, pack: Path, wishes: Wishes, taken: Collection[str], language: str
) -> Brought:
    """The questions of `source` as lessons in the pack's folder `lessons/<track>`.

    `form`: of FORMATS. `taken`: ids of lessons there are already; a file's own name counts, too. Raises
    NotASheet for what is no such file, and OSError.
    """
    reads = FORMATS[form](_bounded(source), str(source), language)
    folder = pack / "lessons" / wishes.track
    there = {path.stem for path in (pack / "lessons").rglob("*.y*ml")}
    # A file's name may hold what is no text.
    name = source.stem.encode("utf-8", "replace").decode().replace("_", " ")
    made, account = drafts(reads, wishes, name, {*taken, *there}, str(source))
    files: list[Path] = []
    for draft in made:
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"{draft.id}.yaml"
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(lesson_file(draft))
        files.append(path)
    return Brought(tuple(files), account)


def _bounded(source: Path) -> bytes:
    with source.open("rb") as file:
        data = file.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        fact = f"It is larger than {MAX_BYTES // 1024 // 1024} MB."
        raise NotASheet(Fault(str(source), fact, "Split it, or look whether it is the file you meant."))
    return data

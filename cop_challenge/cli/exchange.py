"""`cop-challenge import …` and `export …`: questions from and to what teachers have (docs/exchange.md)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from functools import wraps
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cop_challenge.app.wiring import pack_locales, places, today
from cop_challenge.cli.options import GOOD, PROBLEMS, known_language
from cop_challenge.core.tags import Habit, Risk, Strand

if TYPE_CHECKING:
    from cop_challenge.activities.lesson import Lesson
    from cop_challenge.exchange.account import Entry
    from cop_challenge.exchange.asked import Say
    from cop_challenge.lessons.diagnostics import Problem
    from cop_challenge.lessons.pack import Pack

SEPARATORS = {"comma": ",", "semicolon": ";", "tab": "\t"}


@click.group("import")
def import_() -> None:
    """Questions from what teachers have, as lessons to finish."""


def _one_of(tags: type[StrEnum]) -> click.Choice[str]:
    return click.Choice([tag.value for tag in tags])


def _about_lessons(command: Callable[..., int]) -> Callable[..., int]:
    """The options that say what all lessons made of a file are."""
    for option in (
        click.option("--takeaway", default="", help="The one sentence to take along."),
        click.option("--who", default="", help="Id of the character beside the questions, such as hana."),
        click.option("--strand", type=_one_of(Strand), help="The part of digital life they belong to."),
        click.option("--risk", type=_one_of(Risk), help="The sort of risk they are about."),
        click.option("--smart", type=_one_of(Habit), help="The habit they train."),
        click.option("--title", default="", help="Of the lessons; else the category's or the file's name."),
        click.option("--track", default="", help="For whom: 5-7, 8-12, 13-17, parents or educators."),
        click.option(
            "--into",
            "pack",
            type=click.Path(file_okay=False, path_type=Path),
            help="Folder of your lessons; made if it is not there.",
        ),
    ):
        command = option(command)
    return command


_file = click.Path(exists=True, dir_okay=False, path_type=Path)


@import_.command(short_help="A file in Moodle's GIFT format.")
@click.argument("file", type=_file)
@_about_lessons
def gift(file: Path, **about: Any) -> int:
    """A file in Moodle's GIFT format, as quizzes and sorting lessons.

    Each question is accounted for: taken, taken in part (and what was left), or left (and why).
    """
    return _bring(file, "gift", **about)


@import_.command("csv", short_help="A spreadsheet, a question a line.")
@click.argument("file", required=False, type=_file)
@click.option(
    "--template",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write a sheet to fill in, and nothing else.",
)
@click.option("--separator", type=click.Choice(list(SEPARATORS)), default="comma", show_default=True)
@_about_lessons
def csv_(file: Path | None, template: Path | None, separator: str, **about: Any) -> int:
    """A spreadsheet, a question a line, as quizzes; --template writes one to fill in."""
    if (file is None) == (template is None):
        raise click.UsageError("Name a sheet to import, or a file for “--template” to write.")
    if file:
        return _bring(file, "csv", **about)
    assert template
    from cop_challenge.exchange.table_reader import template as sheet

    if template.exists():
        raise click.UsageError(f"{template} is there already; name another file.")
    try:
        template.write_bytes(sheet(SEPARATORS[separator]))
    except OSError as error:
        return _unwritable(template, error)
    click.echo(f"{template}: write a question a line; two show how.")
    return GOOD


def _bring(file: Path, form: str, *, pack: Path | None, track: str, **about: str | None) -> int:
    from cop_challenge.exchange.bringing import bring
    from cop_challenge.exchange.draft import MOST_CHOICES, Wishes
    from cop_challenge.translate.table import NotASheet

    game = _game()
    target = _pack(pack, game) if pack and pack.is_dir() else game
    known = target.tracks
    if pack is None or track not in known:
        named = "Say where to put lessons with “--into FOLDER”" if pack is None else f"No track “{track}”"
        raise click.UsageError(f"{named}, and for whom with “--track”: {', '.join(known)}.")
    said = {name: value or "" for name, value in about.items()}
    wishes = Wishes(track, min(MOST_CHOICES, known[track].limits.get("options", MOST_CHOICES)), **said)
    try:
        brought = bring(file, form, pack, wishes, game.lessons, target.language)
    except NotASheet as error:
        click.echo(str(error), err=True)
        return PROBLEMS
    except OSError as error:
        return _unwritable(Path(error.filename or pack), error)
    _tell(brought.account.told())
    click.echo(str(brought.account))
    problems = _pack(pack, game).problems if brought.files else ()
    for path in brought.files:
        open_ = [problem for problem in problems if problem.file == path]
        says = f"{_counted(len(open_), 'thing')} still to write" if open_ else "ready to play"
        click.echo(f"{path}: {says}.")
        _tell_open(open_)
    return GOOD if brought.account.whole else PROBLEMS


def _tell_open(problems: Iterable[Problem]) -> None:
    """What stays to be written, each once with all its lines: every question lacks the same."""
    places: dict[tuple[str, str, str], list[str]] = {}
    for problem in problems:
        places.setdefault((problem.code, problem.message, problem.remedy), []).append(str(problem.line))
    for (code, message, remedy), lines in places.items():
        click.echo(f"    line{'s' if len(lines) > 1 else ''} {', '.join(lines)}: {code} {message} {remedy}")


@click.group()
def export() -> None:
    """Lessons for those who go on in a learning platform."""


def _exported(command: Callable[..., int]) -> Callable[..., int]:
    """What every export has: whose lessons, where to, in which language."""

    @click.argument("lessons", type=click.Path(path_type=Path))
    @click.option("--lang", "language", default="", help="Language; else as the lessons were written.")
    @click.option(
        "--out", required=True, type=click.Path(path_type=Path), help="File to write, or folder of files."
    )
    @wraps(command)
    def exported(lessons: Path, language: str, out: Path, **own: Any) -> int:
        pack = _chosen(lessons)
        known_language(language, () if pack.root == places().content else (pack.root,))
        if not pack.lessons:
            click.echo(f"{lessons}: there is no lesson in order; “cop-challenge check” tells why.", err=True)
            return PROBLEMS
        try:
            return command(pack, _say(pack, language), language or pack.language, out, **own)
        except OSError as error:
            return _unwritable(Path(error.filename or out), error)

    return exported


@export.command("gift", short_help="Moodle's GIFT format.")
@_exported
def export_gift(pack: Pack, say: Say, language: str, out: Path) -> int:
    """Quizzes and sorting lessons as a file for Moodle.

    LESSONS is a lesson's file, a pack's folder, or the id of a lesson of the game.
    """
    from cop_challenge.exchange.asked import questions
    from cop_challenge.exchange.gift_writer import gift as written

    found, entries = questions(pack.lessons.values(), say)
    _tell(entry for entry in entries if entry.reasons)
    if not found:
        return PROBLEMS
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(written(found), encoding="utf-8", newline="\n")
    click.echo(f"{out}: {_counted(len(found), 'question')}, in Moodle's GIFT format.")
    return GOOD


@export.command("h5p", short_help="H5P packages: Question Set, Branching Scenario.")
@click.option(
    "--library",
    "libraries",
    multiple=True,
    help="A library in another version, such as “H5P.MultiChoice 1.14”; may be given again.",
)
@_exported
def export_h5p(pack: Pack, say: Say, language: str, out: Path, libraries: tuple[str, ...]) -> int:
    """Quizzes, sorting lessons and stories as H5P packages; beside them stands what a platform needs.

    LESSONS is a lesson's file, a pack's folder, or the id of a lesson of the game.
    """
    from cop_challenge.exchange import h5p

    versions = _versions(libraries, h5p.VERSIONS)
    own = pack.root == places().content
    setting = h5p.Setting(say, pack.characters, language, own_licence=own, versions=versions)
    packages = [made for lesson in pack.lessons.values() if (made := h5p.package(lesson, setting))]
    for lesson in pack.lessons.values():
        if lesson.id not in {made.name for made in packages}:
            click.echo(f"{lesson.id}: left: H5P has nothing for games of the kind “{lesson.kind}”.")
    if not packages:
        return PROBLEMS
    one = out.suffix == ".h5p"
    if one and len(packages) > 1:
        raise click.UsageError(f"These are {len(packages)} packages: name a folder with “--out”.")
    folder = out.parent if one else out
    folder.mkdir(parents=True, exist_ok=True)
    for made in packages:
        (out if one else folder / f"{made.name}.h5p").write_bytes(made.data)
    needed = folder / "what-the-platform-needs.txt"
    needed.write_text(h5p.needs(packages), encoding="utf-8", newline="\n")
    click.echo(f"{out}: {_counted(len(packages), 'package')}. What the platform needs stands in {needed}.")
    return GOOD


def _versions(libraries: Iterable[str], known: Mapping[str, str]) -> Mapping[str, str]:
    chosen = dict(known)
    for library in libraries:
        name, _, version = library.strip().partition(" ")
        major, _, minor = version.partition(".")
        if name not in known or not (major + minor).isdecimal() or not major or not minor:
            there = ", ".join(f"{each} {number}" for each, number in known.items())
            raise click.UsageError(f"“{library}” names no library and version; there are: {there}.")
        chosen[name] = version
    return chosen


def _counted(count: int, what: str) -> str:
    return f"{count} {what}{'' if count == 1 else 's'}"


def _tell(entries: Iterable[Entry]) -> None:
    for entry in entries:
        click.echo(str(entry))


def _unwritable(path: Path, error: OSError) -> int:
    click.echo(f"{path}: can't be read or written ({error.strerror}).", err=True)
    return PROBLEMS


def _game() -> Pack:
    from cop_challenge.lessons.pack import Inherited
    from cop_challenge.lessons.pack_loader import load_pack

    here = places()
    return load_pack(here.content, Inherited(here.assets, today=today()))


def _pack(root: Path, game: Pack, only: Path | None = None) -> Pack:
    """A pack of somebody's own, with all that the game lends it."""
    from cop_challenge.lessons.pack import Inherited
    from cop_challenge.lessons.pack_loader import load_pack

    if root.resolve() == game.root.resolve() and not only:
        return game
    lent = Inherited.of(game, places().assets, today())
    return load_pack(root, lent, only)


def _chosen(lessons: Path) -> Pack:
    """The lessons that were named: a pack's, a file's, or one of the game by its id."""
    from dataclasses import replace

    from cop_challenge.lessons.pack import pack_of

    game = _game()
    if lessons.is_dir():
        return _pack(lessons, game)
    if lessons.is_file():
        return _pack(pack_of(lessons), game, lessons.absolute())
    lesson: Lesson | None = game.lessons.get(str(lessons))
    if lesson is None:
        raise click.UsageError(f"{lessons} is no file, no folder, and no lesson of the game.")
    return replace(game, lessons={lesson.id: lesson})


def _say(pack: Pack, language: str) -> Say:
    if not language:
        return attrgetter("source")
    from cop_challenge.i18n.translator import Translator

    here = places()
    say = Translator(here.locales, language, here.catalogues)
    say.look_in(pack_locales([pack.root]), dict.fromkeys(pack.lessons, pack.language))
    return say

"""`cop-challenge translate …`: catalogues and sheets for translators; locales/README.md is their guide."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cop_challenge.app.wiring import places, today
from cop_challenge.cli.options import GOOD, PROBLEMS

if TYPE_CHECKING:
    from cop_challenge.translate.catalogue import Catalogue
    from cop_challenge.translate.message import Fault, Message

STATES = ("draft", "reviewed")
SEPARATORS = {"comma": ",", "semicolon": ";", "tab": "\t"}


@dataclass(frozen=True)
class Work:
    """What is translated: the game with its built-in content, or one pack."""

    locales: Path
    messages: tuple[Message, ...]
    whole: bool
    """Every file could be read."""

    def path(self, language: str) -> Path:
        """The language's catalogue."""
        return self.locales / language / "messages.po"

    def catalogue(self, language: str) -> Catalogue:
        """As it is in its file, or a new one."""
        from cop_challenge.translate import catalogue, po

        path = self.path(language)
        return po.read(path) if path.is_file() else catalogue.new(language)

    def keep(self, language: str, made: Catalogue) -> bool:
        """Written, for the game to read; whether anything changed."""
        from cop_challenge.translate import po

        return po.write(self.path(language), made, self.messages, today())

    def chosen(self, languages: tuple[str, ...]) -> tuple[str, ...]:
        """These languages, or all that are there."""
        from cop_challenge.i18n.locale import PSEUDO_LANGUAGE
        from cop_challenge.translate import po

        return languages or tuple(code for code in po.files(self.locales) if code != PSEUDO_LANGUAGE)


def _language(context: click.Context, option: click.Parameter, given: str | tuple[str, ...]) -> object:
    """Refuses what can be no language's code, or would name another folder."""
    import re

    for code in (given,) if isinstance(given, str) else given:
        if not re.fullmatch(r"[A-Za-z]{2,3}([_-][A-Za-z0-9]{2,8})*", code) or code.lower() == "en":
            raise click.BadParameter(
                f"“{code}” is no code of a language to translate into, such as sw or zh_Hans."
            )
    return given


_languages = click.option(
    "--lang", "languages", multiple=True, callback=_language, help="Language, such as sw; may be given again."
)
_one_language = click.option(
    "--lang", "language", required=True, callback=_language, help="Language, such as sw."
)
_pack = click.option(
    "--pack",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Translate this pack, into its own folder “locales”, instead of the game.",
)


def _work(pack: Path | None) -> Work:
    """Extracts everything; what can't be read is told."""
    from cop_challenge.lessons.pack import Inherited, load_pack
    from cop_challenge.translate.content import content
    from cop_challenge.translate.interface import interface
    from cop_challenge.translate.message import shared_keys

    here = places()
    below = Inherited(here.assets, today=today())
    if pack:
        built_in = load_pack(here.content, below)
        cards = tuple(lesson.card() for lesson in built_in.lessons.values())
        below = Inherited(
            here.assets, built_in.tracks, built_in.characters, cards, built_in.spot_messages, today()
        )
    found = content(pack or here.content, below)
    errors = [problem for problem in found.problems if problem.is_error]
    if errors:
        files = sorted({problem.file.name for problem in errors})
        known = f"{', '.join(files[:5])}{' …' if len(files) > 5 else ''}"
        click.echo(
            f"{known}: not in order (“cop-challenge check” tells more), so what can't be read can't be "
            "translated yet. What was translated of it stays.",
            err=True,
        )
    messages = found.messages if pack else (*interface(), *found.messages)
    shared = list(shared_keys(messages))
    for fault in shared:
        click.echo(str(fault), err=True)
    if shared:
        raise click.exceptions.Exit(PROBLEMS)
    return Work(pack / "locales" if pack else here.locales, messages, not errors)


def _told(faults: Iterator[Fault] | list[Fault]) -> int:
    count = 0
    for fault in faults:
        click.echo(str(fault))
        count += 1
    return count


def _each(work: Work, languages: tuple[str, ...], do: Callable[[str, Catalogue], bool]) -> int:
    """Does it for each language; exit code."""
    from cop_challenge.translate.po import Unreadable

    good = work.whole
    for language in work.chosen(languages):
        try:
            good = do(language, work.catalogue(language)) and good
        except Unreadable as error:
            click.echo(str(error), err=True)
            good = False
        except OSError as error:
            click.echo(f"{error.filename}: can't be read or written ({error.strerror}).", err=True)
            good = False
    return GOOD if good else PROBLEMS


@click.group()
def translate() -> None:
    """Catalogues and sheets for translators; locales/README.md is their guide."""


@translate.command()
@click.option(
    "--out", type=click.Path(dir_okay=False, path_type=Path), help="File to write; else the screen."
)
@_pack
def extract(out: Path | None, pack: Path | None) -> int:
    """Everything to translate, as a gettext template (.pot) for other tools."""
    from cop_challenge.translate.po import template

    work = _work(pack)
    made = template(work.messages)
    if out is None:
        click.echo(made, nl=False)
    else:
        try:
            out.parent.mkdir(parents=True, exist_ok=True)
            out.write_text(made, encoding="utf-8", newline="\n")
        except OSError as error:
            click.echo(f"{out}: can't be written ({error.strerror}).", err=True)
            return PROBLEMS
        click.echo(f"{len(work.messages)} texts, {sum(each.words for each in work.messages)} words in {out}.")
    return GOOD if work.whole else PROBLEMS


@translate.command(short_help="Bring catalogues up to date with the texts.")
@_languages
@click.option(
    "--state", type=click.Choice(STATES), help="Say at its head how far the language can be trusted."
)
@_pack
def update(languages: tuple[str, ...], state: str | None, pack: Path | None) -> int:
    """Bring catalogues up to date with the texts; a language that is not there yet gets one.

    A text that has changed keeps its translation, marked fuzzy; one that is gone keeps it at the end.
    """
    from cop_challenge.i18n.catalogue import State
    from cop_challenge.translate import catalogue

    work = _work(pack)

    def do(language: str, old: Catalogue) -> bool:
        made = catalogue.update(old, work.messages, whole=work.whole)
        if state:
            made = made.stated(State[state.upper()])
        changed = work.keep(language, made)
        done = sum(each.done for each in made.translations)
        again = sum(each.begun and not each.done for each in made.translations)
        says = "" if changed else ", nothing new"
        click.echo(
            f"{work.path(language)}: {len(work.messages)} texts, {done} translated, {again} to look at "
            f"again, {len(made.retired)} kept of texts that are gone{says}."
        )
        return True

    return _each(work, languages, do)


@translate.command("compile")
@_languages
@_pack
def compile_(languages: tuple[str, ...], pack: Path | None) -> int:
    """Check catalogues, and make the quick copies that the game reads (it makes them itself if need be)."""
    from cop_challenge.i18n.catalogue import load
    from cop_challenge.translate.checks import check

    work = _work(pack)

    def do(language: str, old: Catalogue) -> bool:
        path = work.path(language)
        wrong = _told(check(old, path.as_posix(), work.messages if work.whole else ()))
        shown = len(load(path, places().catalogues).texts)
        click.echo(f"{path}: {shown} texts shown in the game, {wrong} problems.")
        return not wrong

    return _each(work, languages, do)


@translate.command()
@_languages
@_pack
def stats(languages: tuple[str, ...], pack: Path | None) -> int:
    """How far each language has come, by part and by track."""
    from cop_challenge.i18n.locale import own_name
    from cop_challenge.translate.stats import counts, table

    work = _work(pack)

    def do(language: str, old: Catalogue) -> bool:
        click.echo(f"{own_name(language)} ({language}): {old.state}")
        for line in table(counts(old, work.messages)):
            click.echo(line)
        return True

    return _each(work, languages, do)


@translate.command()
@_pack
def pseudo(pack: Path | None) -> int:
    """A pseudo-language for looking at: `play --lang en-XA` shows what escaped and what does not fit."""
    from cop_challenge.i18n.locale import PSEUDO_LANGUAGE
    from cop_challenge.translate.pseudo import catalogue

    work = _work(pack)

    def do(language: str, _: Catalogue) -> bool:
        work.keep(language, catalogue(work.messages))
        click.echo(f"{work.path(language)}: now “cop-challenge play --lang {language}”.")
        return True

    return _each(work, (PSEUDO_LANGUAGE,), do)


@translate.command(short_help="A spreadsheet to translate in, and back.")
@_one_language
@click.argument("out", required=False, type=click.Path(dir_okay=False, path_type=Path))
@click.option(
    "--from",
    "source",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Take this sheet's translations into the catalogue.",
)
@click.option("--overwrite", is_flag=True, help="Also where the catalogue has another translation.")
@click.option("--separator", type=click.Choice(list(SEPARATORS)), default="comma", show_default=True)
@_pack
def sheet(
    language: str, out: Path | None, source: Path | None, overwrite: bool, separator: str, pack: Path | None
) -> int:
    """A spreadsheet to translate in (OUT), or one that was filled in, taken back (--from)."""
    if (out is None) == (source is None):
        raise click.UsageError("Name a file to write, or one to take back with “--from”.")
    work = _work(pack)

    def do(language: str, old: Catalogue) -> bool:
        if source:
            return _taken_back(work, language, old, source, overwrite)
        assert out
        from cop_challenge.translate.sheet import written

        out.write_bytes(written(old, work.messages, SEPARATORS[separator]))
        click.echo(f"{out}: {len(work.messages)} texts. Fill in the column “translation”.")
        return True

    return _each(work, (language,), do)


def _taken_back(work: Work, language: str, old: Catalogue, source: Path, overwrite: bool) -> bool:
    from cop_challenge.translate.merge import merge
    from cop_challenge.translate.sheet import NotASheet, read

    try:
        rows = read(source.read_bytes(), str(source), language)
    except NotASheet as error:
        click.echo(str(error), err=True)
        return False
    merged = merge(old, work.messages, rows, str(source), overwrite=overwrite, whole=work.whole)
    if merged.taken or merged.confirmed:
        work.keep(language, merged.catalogue)
    for line in merged.told:
        click.echo(line)
    wrong = _told(merged.faults)
    click.echo(
        f"{work.path(language)}: {merged.taken} translations taken, {merged.confirmed} confirmed, "
        f"{wrong} lines to look at."
    )
    return not wrong

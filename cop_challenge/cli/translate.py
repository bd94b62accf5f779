"""`cop-challenge translate …`: catalogues and sheets for translators; docs/translators.md is their guide."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from cop_challenge.app.wiring import places
from cop_challenge.cli.options import GOOD, PROBLEMS
from cop_challenge.cli.work import Work, each, language_option, languages_option, pack_option, told, work_on

if TYPE_CHECKING:
    from cop_challenge.translate.catalogue import Catalogue

STATES = ("draft", "reviewed")
SEPARATORS = {"comma": ",", "semicolon": ";", "tab": "\t"}


@click.group()
def translate() -> None:
    """Catalogues and sheets for translators; docs/translators.md is their guide."""


@translate.command()
@click.option(
    "--out", type=click.Path(dir_okay=False, path_type=Path), help="File to write; else the screen."
)
@pack_option
def extract(out: Path | None, pack: Path | None) -> int:
    """Everything to translate, as a gettext template (.pot) for other tools."""
    from cop_challenge.translate.po import template

    work = work_on(pack)
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
@languages_option
@click.option(
    "--state", type=click.Choice(STATES), help="Say at its head how far the language can be trusted."
)
@pack_option
def update(languages: tuple[str, ...], state: str | None, pack: Path | None) -> int:
    """Bring catalogues up to date with the texts; a language that is not there yet gets one.

    A text that has changed keeps its translation, marked fuzzy; one that is gone keeps it at the end.
    """
    from cop_challenge.i18n.catalogue import State
    from cop_challenge.translate import catalogue

    work = work_on(pack)

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

    return each(work, languages, do)


@translate.command("compile")
@languages_option
@pack_option
def compile_(languages: tuple[str, ...], pack: Path | None) -> int:
    """Check catalogues, and make the quick copies that the game reads (it makes them itself if need be)."""
    from cop_challenge.i18n.catalogue import load
    from cop_challenge.translate.checks import check

    work = work_on(pack)

    def do(language: str, old: Catalogue) -> bool:
        path = work.path(language)
        wrong = told(check(old, path.as_posix(), work.messages if work.whole else ()))
        shown = len(load(path, places().catalogues).texts)
        click.echo(f"{path}: {shown} texts shown in the game, {wrong} problems.")
        return not wrong

    return each(work, languages, do)


@translate.command()
@languages_option
@pack_option
def stats(languages: tuple[str, ...], pack: Path | None) -> int:
    """How far each language has come, by part and by track."""
    from cop_challenge.i18n.locale import own_name
    from cop_challenge.i18n.narration import read
    from cop_challenge.translate.stats import counts, table

    work = work_on(pack)

    def do(language: str, old: Catalogue) -> bool:
        click.echo(f"{own_name(language)} ({language}): {old.state}")
        for line in table(counts(old, work.messages, read(work.narration, language))):
            click.echo(line)
        return True

    return each(work, languages, do)


@translate.command()
@pack_option
def pseudo(pack: Path | None) -> int:
    """A pseudo-language for looking at: `play --lang en-XA` shows what escaped and what does not fit."""
    from cop_challenge.i18n.locale import PSEUDO_LANGUAGE
    from cop_challenge.translate.pseudo import catalogue

    work = work_on(pack)

    def do(language: str, _: Catalogue) -> bool:
        work.keep(language, catalogue(work.messages))
        also = f" --pack {pack}" if pack else ""
        click.echo(f"{work.path(language)}: now “cop-challenge play --lang {language}{also}”.")
        return True

    return each(work, (PSEUDO_LANGUAGE,), do)


@translate.command(short_help="A spreadsheet to translate in, and back.")
@language_option
@click.argument("out", required=False, type=click.Path(dir_okay=False, path_type=Path))
@click.option(
    "--from",
    "source",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Take this sheet's translations into the catalogue.",
)
@click.option("--overwrite", is_flag=True, help="Also where the catalogue has another translation.")
@click.option("--separator", type=click.Choice(list(SEPARATORS)), default="comma", show_default=True)
@pack_option
def sheet(
    language: str, out: Path | None, source: Path | None, overwrite: bool, separator: str, pack: Path | None
) -> int:
    """A spreadsheet to translate in (OUT), or one that was filled in, taken back (--from)."""
    if (out is None) == (source is None):
        raise click.UsageError("Name a file to write, or one to take back with “--from”.")
    if out and out.exists():
        remedy = "Take it back with “--from” first, or name another file"
        click.echo(f"{out} is there already, and may hold somebody's work. {remedy}.", err=True)
        return PROBLEMS
    work = work_on(pack)

    def do(language: str, old: Catalogue) -> bool:
        if source:
            return _taken_back(work, language, old, source, overwrite)
        assert out
        from cop_challenge.translate.sheet import written

        out.write_bytes(written(old, work.messages, SEPARATORS[separator]))
        click.echo(f"{out}: {len(work.messages)} texts. Fill in the column “translation”.")
        return True

    return each(work, (language,), do)


def _taken_back(work: Work, language: str, old: Catalogue, source: Path, overwrite: bool) -> bool:
    from cop_challenge.translate.merge import merge
    from cop_challenge.translate.sheet import read
    from cop_challenge.translate.table import NotASheet

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
    wrong = told(merged.faults)
    click.echo(
        f"{work.path(language)}: {merged.taken} translations taken, {merged.confirmed} confirmed, "
        f"{wrong} lines to look at."
    )
    return not wrong

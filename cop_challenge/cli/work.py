"""What the translators' commands work on, and the options they share."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cop_challenge.app.wiring import places, today
from cop_challenge.cli.options import GOOD, PROBLEMS
from cop_challenge.i18n.locale import LANGUAGE

if TYPE_CHECKING:
    from cop_challenge.translate.catalogue import Catalogue
    from cop_challenge.translate.message import Fault, Message


@dataclass(frozen=True)
class Work:
    """What is translated: the game with its built-in content, or one pack."""

    locales: Path
    narration: Path
    """The folder that holds, or would hold, the folder of recordings."""
    messages: tuple[Message, ...]
    whole: bool
    """Every file could be read."""
    source: str
    """Code of the language they are written in."""

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
    for code in (given,) if isinstance(given, str) else given:
        if not re.fullmatch(LANGUAGE, code):
            raise click.BadParameter(f"“{code}” is no code of a language, such as sw or zh_Hans.")
    return given


languages_option = click.option(
    "--lang", "languages", multiple=True, callback=_language, help="Language, such as sw; may be given again."
)
language_option = click.option(
    "--lang", "language", required=True, callback=_language, help="Language, such as sw."
)
pack_option = click.option(
    "--pack",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Translate this pack, into its own folder “locales”, instead of the game.",
)


def work_on(pack: Path | None) -> Work:
    """Extracts everything; what can't be read is told."""
    from cop_challenge.lessons.pack import Inherited
    from cop_challenge.lessons.pack_loader import load_pack
    from cop_challenge.translate.content import content
    from cop_challenge.translate.interface import interface
    from cop_challenge.translate.message import shared_keys

    here = places()
    below = Inherited(here.assets, today=today())
    if pack:
        below = Inherited.of(load_pack(here.content, below), here.assets, today())
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
    return Work(
        pack / "locales" if pack else here.locales, pack or here.content, messages, not errors, found.language
    )


def told(faults: Iterable[Fault]) -> int:
    """Says them; how many there were."""
    count = 0
    for fault in faults:
        click.echo(str(fault))
        count += 1
    return count


def each(work: Work, languages: tuple[str, ...], do: Callable[[str, Catalogue], bool]) -> int:
    """Does it for each language; exit code."""
    from cop_challenge.translate.po import Unreadable

    if work.source in languages:
        raise click.BadParameter(f"“{work.source}” is what the texts are written in. Name another language.")
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

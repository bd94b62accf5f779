"""`cop-challenge pack …`: packs as one file, and those of this station."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from cop_challenge.app.wiring import find_packs, places, today
from cop_challenge.cli.options import GOOD, PROBLEMS

if TYPE_CHECKING:
    from cop_challenge.lessons.sharing.manifest import Manifest


@click.group("pack")
def packs() -> None:
    """Packs: share yours as one file, add what others share. docs/packs.md tells more."""


def _lessons(listed: Manifest) -> str:
    count = len(listed.lessons)
    return "1 lesson" if count == 1 else f"{count} lessons"


@packs.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option(
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The file to write; else ID.coppack beside the folder.",
)
def build(folder: Path, out: Path | None) -> int:
    """Make one .coppack file of a pack's folder; the same folder gives the same bytes."""
    from cop_challenge.lessons.checking import check_paths
    from cop_challenge.lessons.pack import Inherited
    from cop_challenge.lessons.pack_loader import load_pack
    from cop_challenge.lessons.sharing.build import build as build_file
    from cop_challenge.lessons.sharing.refusal import PackRefused

    here = places()
    try:
        report = check_paths([folder], here.content, here.assets, today())
        errors = [problem for problem in report.problems if problem.is_error]
        if errors:
            click.echo("\n".join(map(str, errors)), err=True)
            count = "1 error" if len(errors) == 1 else f"{len(errors)} errors"
            raise PackRefused("errors", found=folder, count=count).of(folder.absolute())
        below = load_pack(here.content, Inherited(here.assets, today=today()))
        made = build_file(load_pack(folder, Inherited.of(below, here.assets, today())), out)
    except PackRefused as refused:
        click.echo(str(refused), err=True)
        return PROBLEMS
    for name in made.left_out:
        click.echo(f"Left out: {name} (of no type that packs have, or a link).")
    listed = made.manifest
    click.echo(f"{made.path}: {listed.title or listed.id}, {_lessons(listed)}, {len(listed.files)} files.")
    return GOOD


@packs.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def add(file: Path) -> int:
    """Install a .coppack file, or update what is installed; what was changed here stays."""
    from cop_challenge.lessons.sharing.installed import add as add_file
    from cop_challenge.lessons.sharing.refusal import PackRefused
    from cop_challenge.lessons.sharing.update import Fate

    here = places()
    try:
        added = add_file(file, here.packs)
    except PackRefused as refused:
        click.echo(str(refused), err=True)
        return PROBLEMS
    listed, before = added.manifest, added.before
    versions = f" {listed.version}" if listed.version else ""
    instead = f" (before: {before.version or 'no version'})" if before else ""
    click.echo(f"{listed.title or listed.id}{versions} is installed{instead}: {added.path}")
    for name, upgraded in added.upgraded:
        steps = "; ".join(upgraded.steps)
        click.echo(f"{name}: brought from schema {upgraded.before} to {upgraded.after} ({steps}).")
    for change in added.changes:
        if change.fate is Fate.BESIDE:
            click.echo(
                f"{change.name}: changed here and in the update. Yours stays; compare {change.name}.new."
            )
        else:
            click.echo(f"{change.here}: changed here only; yours stays.")
    click.echo(f"Look at what the station thinks of it: cop-challenge check {added.path}")
    return GOOD


@packs.command("list")
def list_() -> int:
    """The packs this station plays, the lowest first, and what was left out."""
    from cop_challenge.lessons.sharing.installed import installed

    here = places()
    known = {each.path: each for each in installed(here.packs)}
    found = find_packs(here)
    for path in found.packs:
        pack = known.get(path)
        if pack is None:
            click.echo(f"{path.name}: {path}")
            continue
        listed = pack.manifest
        told = [
            listed.title,
            listed.version and f"version {listed.version}",
            listed.publisher,
            listed.licence,
        ]
        changed = pack.changed()
        told += [f"{len(listed.lessons)} lessons", f"changed here: {', '.join(changed)}" if changed else ""]
        click.echo(f"{listed.id}: {', '.join(filter(None, told))} ({path})")
    for line in found.left_out:
        click.echo(line, err=True)
    if not found.packs:
        click.echo(f"No pack yet. Packs lie in {here.packs}.")
    return PROBLEMS if found.left_out else GOOD


@packs.command()
@click.argument("id")
@click.option("--changed-too", is_flag=True, help="Also if files of it were changed on this computer.")
def remove(id: str, changed_too: bool) -> int:
    """Remove an installed pack."""
    from cop_challenge.lessons.sharing.installed import remove as remove_pack
    from cop_challenge.lessons.sharing.refusal import PackRefused

    try:
        gone = remove_pack(id, places().packs, changed_too=changed_too)
    except PackRefused as refused:
        click.echo(str(refused), err=True)
        return PROBLEMS
    click.echo(f"{gone.manifest.title or id} is removed.")
    return GOOD


@packs.command()
@click.argument("lesson", default="")
def texts(lesson: str) -> int:
    """Keys of the built-in texts, for “texts:” in pack.yaml; of one LESSON, or of all."""
    from cop_challenge.app.wiring import library
    from cop_challenge.lessons.overlay import told

    loaded = library(places())
    if lesson and lesson not in loaded.lessons:
        raise click.UsageError(f"There is no lesson “{lesson}” here; “cop-challenge pack texts” lists all.")
    everything = (loaded.lessons, loaded.tracks, loaded.characters, loaded.measures, loaded.spot_messages)
    for text in told(loaded.lessons[lesson] if lesson else everything):
        click.echo(f"{text.key}: {text.source}")
    return GOOD

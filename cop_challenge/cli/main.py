"""The command line. Each command is a few lines and imports what it needs when it runs."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from cop_challenge import __version__
from cop_challenge.app.process import prepare_memory, prepare_sdl
from cop_challenge.app.wiring import Choices, find_packs, now, places, today
from cop_challenge.cli.authors import preview, schema
from cop_challenge.cli.bench import bench
from cop_challenge.cli.day import HAS_NO_PIN, HAS_PIN, asked_pin
from cop_challenge.cli.day import day as day_commands
from cop_challenge.cli.doctor import doctor
from cop_challenge.cli.exchange import export as export_commands
from cop_challenge.cli.exchange import import_
from cop_challenge.cli.kit import kit
from cop_challenge.cli.options import GOOD, PROBLEMS, WRONG_USE, Size, known_language, pack, progress
from cop_challenge.cli.packs import packs as pack_commands
from cop_challenge.cli.paper import paper
from cop_challenge.cli.record import record
from cop_challenge.cli.results import results
from cop_challenge.cli.translate import translate

_seed = click.option("--seed", type=click.IntRange(0), help="Deal the same visits again.")


@click.group(
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, prog_name="cop-challenge")
@click.pass_context
def cli(context: click.Context) -> int:
    """The Child Online Protection Challenge: a station children, parents and teachers can play.

    Alone, it plays.
    """
    if context.invoked_subcommand is None:
        return int(context.invoke(play))
    return GOOD


@cli.command()
@click.option("--track", default="", help="Offer only this track: 5-7, 8-12, 13-17, parents or educators.")
@click.option("--lang", "language", default="", help="Play in this language, such as en.")
@click.option("--minutes", type=click.FloatRange(1, 120), help="How long a visit lasts.")
@click.option("--size", type=Size(), help="Play in a window of this size instead of the whole screen.")
@click.option("--day", type=click.Path(dir_okay=False, path_type=Path), help="The day's file.")
@click.option("--watch", is_flag=True, help="Start the game again when it stops by itself or stands still.")
@click.option(
    "--kiosk",
    is_flag=True,
    help="A station children use alone: the whole screen, watched, closed by staff only.",
)
@click.option(
    "--copy-to",
    type=click.Path(file_okay=False, path_type=Path),
    help="A folder for staff to copy results to, besides USB sticks.",
)
@click.option("--watched", type=click.Choice(["first", "again", "afresh"]), hidden=True)
@pack
@_seed
def play(
    track: str = "",
    language: str = "",
    minutes: float | None = None,
    size: tuple[int, int] | None = None,
    packs: tuple[Path, ...] = (),
    seed: int | None = None,
    day: Path | None = None,
    watch: bool = False,
    kiosk: bool = False,
    copy_to: Path | None = None,
    watched: str | None = None,
) -> int:
    """The station (F11: window or whole screen; Escape on the first screen: the page for staff)."""
    choices = Choices(track, language, minutes, packs, seed, None if kiosk else size, day, kiosk, copy_to)
    if language:
        known_language(language, find_packs(places(), packs).packs)
    if (watch or kiosk) and not watched:
        from cop_challenge.app.watch import watch as watch_game

        return watch_game(choices)
    prepare_sdl(kiosk)
    prepare_memory()
    from cop_challenge.app.heart import NO_SCREEN, REFUSED, Heart
    from cop_challenge.app.play import Crashed, UnknownTrack
    from cop_challenge.app.play import play as play_game
    from cop_challenge.app.watchdog import Mode
    from cop_challenge.app.window import NoDisplay
    from cop_challenge.day.day import DayRefused
    from cop_challenge.store.claim import AlreadyRunning

    heart = Heart(sys.stdout, now) if watched else None
    try:
        play_game(choices, heart, Mode(watched or Mode.FIRST))
    except NoDisplay as error:
        if heart:
            heart.say(NO_SCREEN)
        without = "without one, “simulate”, “screenshots” and “check” work"
        click.echo(f"There is no screen to play on ({error}); {without}.", err=True)
        return PROBLEMS
    except (UnknownTrack, DayRefused, AlreadyRunning) as error:
        if heart:
            heart.say(REFUSED)
        if isinstance(error, UnknownTrack):
            raise click.UsageError(str(error)) from None
        click.echo(str(error), err=True)
        return PROBLEMS
    except Crashed as error:
        click.echo(str(error), err=True)
        return PROBLEMS
    return GOOD


def _known_track(track: str, packs: Sequence[Path]) -> None:
    from cop_challenge.app.wiring import library

    known = sorted(library(places(), packs).tracks)
    if track not in known:
        raise click.UsageError(f"There is no track “{track}” here; there are: {', '.join(known)}.")


@cli.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option(
    "--advice",
    is_flag=True,
    help="Also what could be said better: long sentences, blame, a habit of answers.",
)
def check(paths: tuple[Path, ...], form: str, advice: bool) -> int:
    """Every problem in lessons, packs and days: files or folders; without any, the built-in content."""
    import json

    from cop_challenge.app.wiring import known_to_days
    from cop_challenge.day.day import is_day
    from cop_challenge.day.day import problems as day_problems
    from cop_challenge.lessons.checking import check_paths, weight

    here = places()
    days = [path for path in paths if path.is_file() and is_day(path)]
    others = [path for path in paths if path not in days] if paths else [here.content]
    with progress(sum(map(weight, others)), "Lessons looked at") as done:
        report = check_paths(others, here.content, here.assets, today(), advice=advice, done=done)
    of_days = [day_problems(path, known_to_days(here, path)) for path in days]
    report = report.with_problems([problem for found in of_days for problem in found])
    if form == "json":
        click.echo(
            json.dumps([problem.as_dict() for problem in report.problems], indent=2, ensure_ascii=False)
        )
    else:
        for problem in report.problems:
            click.echo(str(problem))
        count = len(report.problems)
        found = "no problem" if not count else "1 problem" if count == 1 else f"{count} problems"
        count, what = report.lessons, "lesson"
        if report.helplines and not report.lessons:
            count, what = report.helplines, "helpline"
        if days and not others:
            count, what = of_days.count([]), "day"
        click.echo(f"{count} {what}{'' if count == 1 else 's'} in order, {found}.")
    return PROBLEMS if report.problems else GOOD


@cli.command()
@click.argument("packs", nargs=-1, type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option(
    "--visits", type=click.IntRange(1), default=50, show_default=True, help="How many visits to play."
)
@click.option("--minutes", type=click.FloatRange(1, 120), help="How long a visit lasts.")
@click.option("--seed", type=click.IntRange(0), default=1, show_default=True)
def simulate(packs: tuple[Path, ...], visits: int, minutes: float | None, seed: int) -> int:
    """Simulated players through every lesson, and through whole visits; “stuck” is a failure."""
    from cop_challenge.app import wiring
    from cop_challenge.sim.runner import Summary, endings, every_lesson, many_visits

    loaded = wiring.library(places(), packs)
    options = wiring.visit_options(places(), Choices(minutes=minutes), loaded)
    if not options.cards:
        click.echo("There is no lesson to play; see “check”.", err=True)
        return PROBLEMS
    alone, together = Summary(), Summary()
    for played in every_lesson(options, seed):
        alone.add(played)
    for played in many_visits(options, visits, seed):
        together.add(played)
    for stuck in alone.stuck + together.stuck:
        click.echo(str(stuck))
    ended = ", ".join(f"{count} {name}" for name, count in sorted(together.outcomes.items()))
    click.echo(
        f"{len(options.cards)} lessons by every player: {alone.visits} visits, {len(alone.stuck)} stuck."
    )
    click.echo(f"{visits} whole visits: {len(together.stuck)} stuck; ended: {ended}.")
    found = {card.id: endings(options, card, seed) for card in options.cards}
    declared = sum(count for count, _ in found.values())
    missed = [f"{lesson}: {name}" for lesson, (_, names) in found.items() for name in names]
    click.echo(f"{declared - len(missed)} of {declared} endings reached.")
    for ending in missed:
        click.echo(f"Never reached: {ending}.")
    for problem in loaded.problems:
        click.echo(str(problem), err=True)
    never = sorted(set(loaded.lessons) - set(alone.finished))
    if never:
        click.echo(f"Never finished: {', '.join(never)}.")
    return PROBLEMS if alone.stuck or together.stuck or never or missed or loaded.problems else GOOD


@cli.command()
@click.option(
    "--out", required=True, type=click.Path(file_okay=False, path_type=Path), help="Folder for the pictures."
)
@click.option("--lang", "codes", multiple=True, help="Language; may be given again.")
@click.option("--size", "sizes", multiple=True, type=Size(), help="Picture size; may be given again.")
@click.option("--track", "tracks", multiple=True, help="Only these tracks' lessons; may be given again.")
@click.option(
    "--text-scale",
    "scales",
    multiple=True,
    type=click.Choice(["100", "125", "150"]),
    help="Size of letters in percent; may be given again.",
)
@click.option("--contrast", type=click.Choice(["normal", "high"]), default="normal", show_default=True)
@click.option("--letters", type=click.Choice(["round", "easy"]), default="round", show_default=True)
@pack
def screenshots(
    out: Path,
    codes: tuple[str, ...],
    sizes: tuple[tuple[int, int], ...],
    tracks: tuple[str, ...],
    scales: tuple[str, ...],
    contrast: str,
    letters: str,
    packs: tuple[Path, ...],
) -> int:
    """Every screen and every moment of every lesson as PNG; no display needed.

    Text that does not fit or stands out too little, and controls that overlap are failures.
    """
    for code in codes:
        known_language(code, packs)
    for track in tracks:
        _known_track(track, packs)
    from cop_challenge.app.screenshots import take
    from cop_challenge.core.comfort import Comfort

    shots = 0
    wrong: list[str] = []
    looks = [Comfort(text=int(scale), contrast=contrast, letters=letters) for scale in scales or ("100",)]
    for shot in take(out, codes or ("en",), sizes or ((1920, 1080),), tracks, packs, looks):
        shots += 1
        wrong += [f"{shot.path.relative_to(out)}: {problem}" for problem in shot.problems]
    for line in wrong:
        click.echo(line)
    click.echo(f"{shots} pictures in {out}, {len(wrong)} problems.")
    return PROBLEMS if wrong else GOOD


@cli.group()
def new() -> None:
    """A commented, valid file to start from."""


@new.command()
@click.option("--kind", required=True, help="Which mini-game; docs/kinds tells of each.")
@click.option("--track", default="", help="For whom: 5-7, 8-12, 13-17, parents or educators.")
@click.option("--id", "name", default="", help="Small letters and hyphens; else the example's own.")
@click.option(
    "--out",
    default=Path("lessons"),
    show_default=True,
    type=click.Path(file_okay=False, path_type=Path),
    help="Folder of lessons to put it into.",
)
def lesson(kind: str, track: str, name: str, out: Path) -> int:
    """A lesson of a kind; change every text in it. A file that is there is never overwritten."""
    from cop_challenge.activities.registry import ACTIVITIES
    from cop_challenge.lessons.example import NotAnId, write_example
    from cop_challenge.lessons.modeline import FOLDER

    if kind not in ACTIVITIES:
        raise click.UsageError(f"There is no kind “{kind}”; there are: {', '.join(sorted(ACTIVITIES))}.")
    if track:
        _known_track(track, ())
    try:
        path = write_example(kind, name, out, track, places().content / FOLDER)
    except NotAnId as error:
        raise click.UsageError(str(error)) from None
    except OSError as error:
        click.echo(f"{error.filename or out}: can't be written ({error.strerror}).", err=True)
        return PROBLEMS
    click.echo(f"{path} is there. Change its texts, then: cop-challenge check {path}")
    return GOOD


@new.command("pack")
@click.argument("folder", type=click.Path(path_type=Path))
def new_pack(folder: Path) -> int:
    """A folder that plays as it is: pack.yaml, a lesson, a picture, and what to do next."""
    from cop_challenge.lessons.example import NotAnId
    from cop_challenge.lessons.modeline import FOLDER
    from cop_challenge.lessons.new_pack import write_pack

    try:
        path = write_pack(folder, places().content / FOLDER)
    except NotAnId as error:
        raise click.UsageError(str(error)) from None
    except OSError as error:
        click.echo(f"{error.filename or folder}: can't be written ({error.strerror}).", err=True)
        return PROBLEMS
    click.echo(
        f"{path} is there, and plays: cop-challenge play --pack {path}. Its README.md tells what is next."
    )
    return GOOD


@new.command()
@click.argument("place", required=False, default=Path(), type=click.Path(path_type=Path))
@click.option("--pin", help="For the staff page, four to twelve digits; else it is asked for.")
@click.option("--no-pin", is_flag=True, help="No PIN, and no question about it.")
def day(place: Path, pin: str | None, no_pin: bool) -> int:
    """A day file, for tomorrow. PLACE is a folder or a file; a file that is there is never overwritten."""
    from datetime import timedelta

    from cop_challenge.day.example import write_example
    from cop_challenge.lessons.modeline import FOLDER

    stored = "" if no_pin else asked_pin(pin)
    try:
        path = write_example(place, today() + timedelta(days=1), stored, places().content / FOLDER)
    except OSError as error:
        click.echo(f"{error.filename or place}: can't be written ({error.strerror}).", err=True)
        return PROBLEMS
    click.echo(f"{path} is there. Change it, then: cop-challenge check {path}")
    click.echo(HAS_PIN if stored else HAS_NO_PIN)
    return GOOD


cli.add_command(preview)
cli.add_command(schema)
cli.add_command(day_commands)
cli.add_command(pack_commands)
cli.add_command(import_)
cli.add_command(export_commands)
cli.add_command(paper)
cli.add_command(results)
cli.add_command(kit)
cli.add_command(doctor)
cli.add_command(bench)
translate.add_command(record)
cli.add_command(translate)


def run(arguments: Sequence[str]) -> int:
    """The exit code: 0 good, 1 problems found, 2 wrong use."""
    if hasattr(sys.stdout, "reconfigure"):
        # Windows consoles and pipes may not be UTF-8; a message must never end in a traceback.
        sys.stdout.reconfigure(errors="replace")
        sys.stderr.reconfigure(errors="replace")  # type: ignore[union-attr]
    try:
        outcome = cli.main(list(arguments), prog_name="cop-challenge", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return WRONG_USE
    except click.exceptions.Abort:
        return PROBLEMS
    return outcome if isinstance(outcome, int) else GOOD

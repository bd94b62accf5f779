"""`check`: every problem of the given files and folders."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from cop_challenge.lessons.diagnostics import Complaint, Problem
from cop_challenge.lessons.pack import Inherited, load_pack, pack_of
from cop_challenge.lessons.together import Together


@dataclass(frozen=True)
class Report:
    """What was found."""

    lessons: int
    """Lessons without an error."""
    problems: tuple[Problem, ...]
    helplines: int = 0
    """Helpline files in order."""

    def with_problems(self, others: Iterable[Problem]) -> Report:
        """The same with what was found elsewhere."""
        return replace(self, problems=(*self.problems, *others))


def check_paths(
    paths: Sequence[Path], content: Path, assets: Path, today: date | None = None, *, advice: bool = False
) -> Report:
    """Folders are packs, files are lessons or helplines of the pack they lie in.

    Built-in tracks, characters and pictures are at hand for all of them. `advice`: say also what could be
    said better.
    """
    base = load_pack(content, Inherited(assets, today=today), advice=advice)
    inherited = Inherited.of(base, assets, today)
    together = Together(base)
    problems: list[Problem] = []
    lessons = helplines = 0
    for path in paths:
        try:
            is_folder, is_there = path.is_dir(), path.exists() or path.is_symlink()
        except OSError as error:  # a name too long, a folder that may not be entered
            reason = (error.strerror or str(error)).lower()
            problems.append(Complaint("unreadable", {"reason": reason}).at(path))
            continue
        if is_folder:
            same = path.resolve() == content.resolve()
            pack = base if same else load_pack(path, inherited, advice=advice)
        elif is_there:
            pack = load_pack(pack_of(path), inherited, only=path.absolute(), advice=advice)
        else:
            problems.append(Complaint("unreadable", {"reason": "there is no such file or folder"}).at(path))
            continue
        lessons += len(pack.lessons)
        helplines += len(pack.helplines)
        problems += (_shortened(problem) for problem in (*pack.problems, *together.problems(pack)))
    return Report(lessons, tuple(problems), helplines)


def _shortened(problem: Problem) -> Problem:
    """The problem with its file as seen from here, where that is shorter."""
    try:
        return replace(problem, file=problem.file.relative_to(Path.cwd()))
    except ValueError:
        return problem

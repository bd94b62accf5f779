"""`check`: every problem of the given files and folders."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import nullcontext
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from cop_challenge.lessons.diagnostics import Complaint, Problem
from cop_challenge.lessons.pack import Inherited, Pack, is_pack, pack_of
from cop_challenge.lessons.pack_loader import lesson_files, load_pack
from cop_challenge.lessons.together import Together


@dataclass(frozen=True)
class Report:
    """What was found."""

    lessons: int
    """Lessons without an error."""
    problems: tuple[Problem, ...]
    helplines: int = 0
    """Helpline files in order."""

    def with_other(self, other: Report) -> Report:
        """Both together."""
        return Report(
            self.lessons + other.lessons,
            (*self.problems, *other.problems),
            self.helplines + other.helplines,
        )

    def with_problems(self, others: Iterable[Problem]) -> Report:
        """The same with what was found elsewhere."""
        return replace(self, problems=(*self.problems, *others))


def check_paths(
    paths: Sequence[Path],
    content: Path,
    assets: Path,
    today: date | None = None,
    *,
    advice: bool = False,
    done: Callable[[int], None] = lambda files: None,
) -> Report:
    """Folders are packs, or hold some; files are lessons or helplines of the pack they lie in.

    Built-in tracks, characters and pictures are at hand for all of them. `advice`: say also what could be
    said better. `done` hears how many files were looked at, some at a time: see `weight`. Many packs share
    the machine's processors.
    """
    paths = [each for path in paths for each in _packs_in(path)]
    weights = [weight(path) for path in paths]
    several = len(paths) > 1 and sum(weights) >= WORTH_SHARING
    report = Report(0, ())
    around = (content, assets, today, advice)
    with _workers(*around) if several else nullcontext() as pool:
        looks = pool.map(_look, paths) if pool else map(_Checker(*around).look, paths)
        for found, files in zip(looks, weights, strict=True):
            report = report.with_other(found)
            done(files)
    return report


def weight(path: Path) -> int:
    """How many lesson files a look at the path takes; 1 at least."""
    try:
        return sum(max(1, len(lesson_files(each))) if each.is_dir() else 1 for each in _packs_in(path))
    except OSError:  # said when it is looked at
        return 1


WORTH_SHARING = 300
"""Lessons, below which another process takes longer to start than it saves."""


def _packs_in(path: Path) -> list[Path]:
    """The packs in a folder that is none itself; else the path."""
    try:
        folders = sorted(path.iterdir()) if path.is_dir() and not is_pack(path) else []
    except OSError:  # said when it is looked at
        folders = []
    return [folder for folder in folders if folder.is_dir() and is_pack(folder)] or [path]


class _Checker:
    """Looks at one path after the other, beside the built-in content."""

    def __init__(self, content: Path, assets: Path, today: date | None, advice: bool) -> None:
        self._content, self._advice = content.resolve(), advice
        self._base = load_pack(content, Inherited(assets, today=today), advice=advice)
        self._inherited = Inherited.of(self._base, assets, today)
        self._together = Together(self._base)

    def look(self, path: Path) -> Report:
        """What is wrong there."""
        try:
            is_folder, is_there = path.is_dir(), path.exists() or path.is_symlink()
        except OSError as error:  # a name too long, a folder that may not be entered
            reason = (error.strerror or str(error)).lower()
            return Report(0, (Complaint("unreadable", {"reason": reason}).at(path),))
        if not is_there:
            reason = "there is no such file or folder"
            return Report(0, (Complaint("unreadable", {"reason": reason}).at(path),))
        pack = self._pack(path, None if is_folder else path.absolute())
        found = (*pack.problems, *self._together.problems(pack))
        return Report(len(pack.lessons), tuple(map(_shortened, found)), len(pack.helplines))

    def _pack(self, path: Path, only: Path | None) -> Pack:
        if only is None and path.resolve() == self._content:
            return self._base
        root = pack_of(path) if only else path
        return load_pack(root, self._inherited, only, advice=self._advice)


_checker: _Checker | None = None
"""Of a worker process."""


MOST_WORKERS = 8


def _workers(*around: Any) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(min(os.cpu_count() or 1, MOST_WORKERS), initializer=_begin, initargs=around)


def _begin(*around: Any) -> None:
    global _checker
    _checker = _Checker(*around)
    # All of that stays as long as the worker: going through it again and again took a fifth of its time.
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 50)


def _look(path: Path) -> Report:
    assert _checker is not None
    return _checker.look(path)


def _shortened(problem: Problem) -> Problem:
    """The problem with its file as seen from here, where that is shorter."""
    try:
        return replace(problem, file=problem.file.relative_to(Path.cwd()))
    except ValueError:
        return problem

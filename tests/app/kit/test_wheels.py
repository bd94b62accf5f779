from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from cop_challenge.app.kit.target import targets
from cop_challenge.app.kit.wheels import Closure, NotAWheel, closure, read_wheel, wheels_in

MakeWheel = Callable[..., Path]


def needs(folder: Path, platform: str, *first: str) -> Closure:
    (target, *_) = targets(platform, ((3, 12),))
    return closure(map(Requirement, first), wheels_in(folder), target)


def names(found: Closure) -> list[str]:
    return [wheel.path.name.partition("-py3")[0].partition("-cp")[0] for wheel in found.wheels]


def test_only_what_the_target_needs_is_needed(tmp_path: Path, make_wheel: MakeWheel) -> None:
    """A dependency that a marker keeps for Windows is asked for there and nowhere else, at any depth."""
    make_wheel(tmp_path, "game-1", "b", "c; sys_platform == 'win32'")
    make_wheel(tmp_path, "b-1", "d; platform_system == 'Windows'", "e; sys_platform == 'linux'")
    assert needs(tmp_path, "win_amd64", "game").missing == ("c", "d")
    assert needs(tmp_path, "linux", "game").missing == ("e",)


def test_extras_bring_what_they_name(tmp_path: Path, make_wheel: MakeWheel) -> None:
    """Asked for by a dependency, and not without."""
    make_wheel(tmp_path, "game-1", "b[fast]")
    make_wheel(tmp_path, "b-1", "c; extra == 'fast'", "d; extra == 'slow'")
    assert needs(tmp_path, "linux", "game").missing == ("c",)
    assert needs(tmp_path, "linux", "b").missing == ()


def test_two_wishes_for_one_package_are_one(tmp_path: Path, make_wheel: MakeWheel) -> None:
    """The newest that meets both is taken; if none does, both are named in one line for pip."""
    make_wheel(tmp_path, "game-1", "b>=1", "c")
    make_wheel(tmp_path, "c-1", "b<3")
    for version in ("b-1", "b-2", "b-3"):
        make_wheel(tmp_path, version)
    assert names(needs(tmp_path, "linux", "game")) == ["b-2", "c-1", "game-1"]
    (tmp_path / "b-1-py3-none-any.whl").unlink()
    (tmp_path / "b-2-py3-none-any.whl").unlink()
    (missing,) = needs(tmp_path, "linux", "game").missing
    assert Requirement(missing) == Requirement("b>=1,<3")


def test_circles_come_to_an_end(tmp_path: Path, make_wheel: MakeWheel) -> None:
    """Two packages may need each other."""
    make_wheel(tmp_path, "a-1", "b")
    make_wheel(tmp_path, "b-1", "a")
    assert names(needs(tmp_path, "linux", "a")) == ["a-1", "b-1"]


def test_a_wheel_of_another_machine_or_python_does_not_count(tmp_path: Path, make_wheel: MakeWheel) -> None:
    """Neither by its tag nor by the Pythons it says it is for."""
    make_wheel(tmp_path, "a-1", tag="cp312-cp312-win_amd64")
    make_wheel(tmp_path, "b-1", pythons=">=3.13")
    assert needs(tmp_path, "linux", "a", "b").missing == ("a", "b")
    assert needs(tmp_path, "win_amd64", "a", "b").missing == ("b",)


@pytest.mark.parametrize("name", ["broken-1-py3-none-any.whl", "nonsense.whl"])
def test_what_is_no_wheel_is_named(tmp_path: Path, name: str) -> None:
    """A download cut short: the message says which file."""
    (tmp_path / name).write_bytes(b"PK half")
    with pytest.raises(NotAWheel, match=name):
        read_wheel(tmp_path / name)

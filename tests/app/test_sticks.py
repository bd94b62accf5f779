from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from cop_challenge.app.sticks import removable, room


@dataclass
class Drive:
    mountpoint: str
    opts: str


@pytest.mark.parametrize(
    ("system", "drives", "found"),
    [
        ("win32", [Drive("C:", "rw,fixed"), Drive("E:", "rw,removable"), Drive("D:", "cdrom")], ["E:"]),
        (
            "linux",
            [Drive("/", "rw"), Drive("/media/school/STICK", "rw,nosuid"), Drive("/media/x/DVD", "ro")],
            ["/media/school/STICK"],
        ),
        ("darwin", [Drive("/", "rw"), Drive("/Volumes/STICK", "rw,local")], ["/Volumes/STICK"]),
    ],
)
def test_sticks_are_found_where_each_system_has_them(
    system: str, drives: list[Drive], found: list[str]
) -> None:
    """Fixed disks and what can't be written to are none."""
    assert removable(drives, system) == tuple(map(Path, found))


def test_room_is_told_of_a_folder_still_to_be_made(tmp_path: Path) -> None:
    """Of the disk it will be on."""
    assert (room(tmp_path / "not" / "there").free_bytes or 0) > 0


def test_a_folder_that_was_named_goes_before_sticks(tmp_path: Path) -> None:
    """As long as it is there."""
    assert room(tmp_path, tmp_path).sticks[0] == tmp_path
    assert tmp_path / "gone" not in room(tmp_path, tmp_path / "gone").sticks

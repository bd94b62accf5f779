"""For which machines a kit is made: their wheels' tags and what dependency markers mean there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from packaging.tags import Tag, compatible_tags, cpython_tags, mac_platforms

LEAST_MACOS = (11, 0)
"""The oldest macOS a kit is made for: the first that runs on both sorts of Mac."""
LEAST_GLIBC = 28
"""The oldest Linux, as the minor version of its glibc 2: Debian 10, Ubuntu 20.04, RHEL 8."""
OLDEST_GLIBC = {"x86_64": 5, "aarch64": 17}
"""Where wheels' tags begin, by machine."""
OLD_NAMES = {5: "manylinux1", 12: "manylinux2010", 17: "manylinux2014"}
"""Tags that say the same as `manylinux_2_…`, by minor version."""


@dataclass(frozen=True)
class Machine:
    """A sort of computer, as markers and tags name it."""

    sys_platform: str
    os_name: str
    platform_system: str
    platform_machine: str

    @property
    def platforms(self) -> Iterator[str]:
        """Platform tags of the wheels that run there, the best first."""
        if self.sys_platform == "win32":
            yield "win_amd64"
        elif self.sys_platform == "darwin":
            yield from mac_platforms(LEAST_MACOS, self.platform_machine)
        else:
            for minor in range(LEAST_GLIBC, OLDEST_GLIBC[self.platform_machine] - 1, -1):
                yield f"manylinux_2_{minor}_{self.platform_machine}"
                if minor in OLD_NAMES:
                    yield f"{OLD_NAMES[minor]}_{self.platform_machine}"


MACHINES = {
    "win_amd64": (Machine("win32", "nt", "Windows", "AMD64"),),
    "macos": (
        Machine("darwin", "posix", "Darwin", "arm64"),
        Machine("darwin", "posix", "Darwin", "x86_64"),
    ),
    "linux": (Machine("linux", "posix", "Linux", "x86_64"),),
}
"""What `--platform` may say. One folder serves both sorts of Mac."""

NAMES = {"win_amd64": "Windows (64 bits)", "macos": "macOS", "linux": "Linux (64 bits)"}
"""The same in words."""


@dataclass(frozen=True)
class Target:
    """A machine with a Python."""

    machine: Machine
    python: tuple[int, int]

    def __str__(self) -> str:
        return f"{self.machine.platform_system} {self.machine.platform_machine}, Python {self.version}"

    @property
    def version(self) -> str:
        """`3.12`."""
        return ".".join(map(str, self.python))

    @cached_property
    def tags(self) -> frozenset[Tag]:
        """A wheel with one of these can be installed there."""
        platforms = list(self.machine.platforms)
        interpreter = f"cp{self.python[0]}{self.python[1]}"
        return frozenset(
            (
                *cpython_tags(self.python, platforms=platforms),
                *compatible_tags(self.python, interpreter, platforms),
            )
        )

    @cached_property
    def environment(self) -> dict[str, str]:
        """Every variable of a marker, so that none is taken from the machine this runs on."""
        return {
            "implementation_name": "cpython",
            "implementation_version": f"{self.version}.0",
            "os_name": self.machine.os_name,
            "platform_machine": self.machine.platform_machine,
            "platform_python_implementation": "CPython",
            "platform_release": "",
            "platform_system": self.machine.platform_system,
            "platform_version": "",
            "python_full_version": f"{self.version}.0",
            "python_version": self.version,
            "sys_platform": self.machine.sys_platform,
        }


def targets(platform: str, pythons: tuple[tuple[int, int], ...]) -> tuple[Target, ...]:
    """Every machine of the platform with every Python."""
    return tuple(Target(machine, python) for machine in MACHINES[platform] for python in pythons)

from __future__ import annotations

import sys
import sysconfig

import pytest
from packaging.markers import Marker, default_environment
from packaging.tags import Tag, parse_tag, sys_tags

from cop_challenge.app.kit.target import MACHINES, Target, targets


def tagged(target: Target, tag: str) -> bool:
    return bool(parse_tag(tag) & target.tags)


@pytest.mark.parametrize(
    ("platform", "marker", "holds"),
    [
        ("win_amd64", "sys_platform == 'win32'", True),
        ("win_amd64", "os_name == 'nt' and platform_machine == 'AMD64'", True),
        ("macos", "sys_platform == 'darwin' and platform_system == 'Darwin'", True),
        ("macos", "sys_platform == 'win32'", False),
        ("linux", "platform_system == 'Linux' and python_version >= '3.12'", True),
        ("linux", "sys_platform == 'win32' or platform_system == 'Windows'", False),
        ("linux", "python_full_version < '3.12'", False),
    ],
)
def test_markers_hold_as_on_the_target(platform: str, marker: str, holds: bool) -> None:
    """Wherever the kit is made."""
    for target in targets(platform, ((3, 12),)):
        assert Marker(marker).evaluate({**target.environment, "extra": ""}) is holds


def test_no_variable_of_a_marker_is_left_to_this_machine() -> None:
    """All that packaging knows are named."""
    (target,) = targets("linux", ((3, 12),))
    assert set(target.environment) == set(default_environment())


@pytest.mark.parametrize(
    ("platform", "fits", "never"),
    [
        ("win_amd64", "cp312-cp312-win_amd64", "cp312-cp312-win32"),
        ("win_amd64", "cp37-abi3-win_amd64", "cp311-cp311-win_amd64"),
        ("linux", "cp312-cp312-manylinux2014_x86_64", "cp312-cp312-musllinux_1_2_x86_64"),
        ("linux", "cp39-abi3-manylinux_2_28_x86_64", "cp39-abi3-manylinux_2_34_x86_64"),
        ("linux", "py3-none-any", "cp312-cp312-linux_aarch64"),
        ("macos", "cp312-cp312-macosx_10_13_universal2", "cp312-cp312-macosx_14_0_universal2"),
    ],
)
def test_tags_are_the_targets(platform: str, fits: str, never: str) -> None:
    """Its own, and none of another system, Python or later release."""
    for target in targets(platform, ((3, 12),)):
        assert tagged(target, fits)
        assert not tagged(target, never)


def test_a_mac_kit_is_for_both_sorts() -> None:
    """A wheel for one of them is not enough for the other."""
    arm, intel = targets("macos", ((3, 12),))
    assert tagged(arm, "cp312-cp312-macosx_11_0_arm64")
    assert not tagged(intel, "cp312-cp312-macosx_11_0_arm64")
    assert tagged(intel, "cp312-cp312-macosx_10_15_x86_64")


def test_what_fits_a_target_fits_this_machine() -> None:
    """Where this machine is one: every tag of the target is one of its own, so the table makes nothing up."""
    names = {"linux-x86_64": "linux", "win-amd64": "win_amd64"}
    platform = names.get(sysconfig.get_platform(), "macos" if sys.platform == "darwin" else "")
    assert platform in MACHINES, "no kit is made for this machine; run this test on another"
    target = targets(platform, (sys.version_info[:2],))[0]
    own = {tag for tag in sys_tags() if tag.platform != "linux_x86_64"}
    strange = {tag for tag in target.tags - own if not _older(tag)}
    assert not strange


def _older(tag: Tag) -> bool:
    """A second Mac's tags."""
    return sys.platform == "darwin"

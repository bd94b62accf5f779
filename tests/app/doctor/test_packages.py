from __future__ import annotations

from importlib.metadata import version

from cop_challenge.app.doctor.finding import Level
from cop_challenge.app.doctor.packages import packages, python


def test_this_python_is_well() -> None:
    """Tests run where the game does."""
    (found,) = python()
    assert found.level is Level.GOOD


def test_what_is_installed_is_held_against_what_is_needed() -> None:
    """Versions outside the range and missing packages are named; other systems' packages do not count."""
    wanted = ["click>=8.1,<9", "nowhere-to-be-found; sys_platform == 'plan9'", "nor-this; extra == 'test'"]
    (found,) = packages(wanted)
    assert (found.level, found.fact) == (Level.GOOD, "all 1 are there, in versions that fit.")
    (found,) = packages([*wanted, "pyyaml<1", "nowhere-to-be-found>=1"])
    assert found.level is Level.MEND
    assert f"pyyaml is {version('pyyaml')}, but <1 is needed; nowhere-to-be-found is missing" in found.fact


def test_the_game_s_own_list_is_asked() -> None:
    """All is as its metadata asks."""
    (found,) = packages()
    assert found.level is Level.GOOD

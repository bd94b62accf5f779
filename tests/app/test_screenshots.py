from __future__ import annotations

from pathlib import Path

import pygame

from cop_challenge.app.screenshots import take


def test_screenshots_write_every_picture(tmp_path: Path) -> None:
    """A folder a language and size, a PNG of just that size a view, no problems."""
    shots = []
    for shot in take(tmp_path, ["en"], [(640, 360)]):
        shots.append(shot)
        if len(shots) > 20:
            break
    assert [shot.problems for shot in shots if shot.problems] == []
    assert (tmp_path / "en" / "640x360" / "attract.png").is_file()
    assert {pygame.image.load(shot.path).get_size() for shot in shots} == {(640, 360)}

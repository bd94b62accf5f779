"""Renews the pictures in the README and the documents.

python scripts/readme_pictures.py
"""

from __future__ import annotations

import tempfile
from pathlib import Path

import pygame

from cop_challenge.app.screenshots import take

OUT = Path(__file__).resolve().parent.parent / "docs" / "pictures"
WANTED = {"quiz": "fast-fingers.sick-phone-window-1"}
SIZE = (960, 540)


def main() -> None:
    """Takes the wanted screens at full size and writes them smaller."""
    OUT.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        shots = {shot.path.stem: shot.path for shot in take(Path(folder), ["en"], [(1920, 1080)])}
        for name, shot in WANTED.items():
            picture = pygame.image.load(shots[shot])
            pygame.image.save(pygame.transform.smoothscale(picture, SIZE), OUT / f"{name}.png")
            print(OUT / f"{name}.png")


if __name__ == "__main__":
    main()

"""Renews the gallery in the README.

python scripts/readme_pictures.py
"""

from __future__ import annotations

import tempfile
from pathlib import Path

import pygame

from cop_challenge.app.screenshots import take

OUT = Path(__file__).resolve().parent.parent / "docs" / "pictures"
WANTED = {
    "attract": "attract",
    "tracks": "track",
    "map": "map-2-lit",
    "little-lights": "pips-big-backpack.my-kite-1",
    "explorers": "the-chest-under-the-sea.reef-gate-1",
    "story": "stone-with-a-secret.three-stones-and-a-wish-1",
    "night-city": "the-moon-is-a-lamp.run-1",
    "passport": "passport-5",
}
"""Eight screens: name of the picture, and of the moment it shows."""
SIZE = (480, 270)


def main() -> None:
    """Takes the wanted screens at full size and writes them smaller."""
    OUT.mkdir(parents=True, exist_ok=True)
    for old in OUT.glob("*.png"):
        old.unlink()
    with tempfile.TemporaryDirectory() as folder:
        taken = take(Path(folder), ["en"], [(1920, 1080)], only=set(WANTED.values()))
        shots = {shot.path.stem: shot.path for shot in taken}
        for name, shot in WANTED.items():
            picture = pygame.image.load(shots[shot])
            pygame.image.save(pygame.transform.smoothscale(picture, SIZE), OUT / f"{name}.png")
            print(OUT / f"{name}.png")


if __name__ == "__main__":
    main()

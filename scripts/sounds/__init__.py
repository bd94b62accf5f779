"""How the game's sounds are made; `scripts/make_sounds.py` runs it."""

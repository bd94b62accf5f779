"""The kinds of mini-game, one folder each. `registry` lists them."""

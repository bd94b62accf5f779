"""The Child Online Protection Challenge as a station anyone can play, offline."""

__version__ = "0.1.0"

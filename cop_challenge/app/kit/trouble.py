"""Why a kit could not be made."""

from __future__ import annotations


class NoKit(Exception):
    """Place, fact and remedy, for whoever asked for the kit."""

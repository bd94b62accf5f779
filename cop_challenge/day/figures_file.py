"""A report's figures as CSV: one line a figure, for whoever goes on working with them."""

from __future__ import annotations

import csv
from collections.abc import Callable
from typing import TextIO

from cop_challenge.core.text import Text
from cop_challenge.day import wording
from cop_challenge.day.handout import Handout

COLUMNS = ("table", "row", "figure", "value", "unit", "table_name", "row_name", "figure_name")
"""Ids first: they are the same in every language. `value` is empty where a figure is left out."""
FORMULA = ("=", "+", "-", "@")
"""A cell that begins so is worked out by spreadsheets."""


def write_figures(shown: Handout, out: TextIO, say: Callable[[Text], str]) -> int:
    """Writes all figures with their names in one language; returns how many."""
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    count = 0
    for table in shown.tables:
        for row in table.rows:
            for column, cell in zip(table.columns, row.cells, strict=True):
                count += 1
                names = (say(table.title), say(row.name), say(wording.COLUMNS.get(column, Text(column))))
                ids = (table.id, row.id, column)
                value = "" if cell is None else cell
                writer.writerow((*map(_plain, ids), value, table.unit, *map(_plain, names)))
    return count


def _plain(text: str) -> str:
    return f"'{text}" if text.startswith(FORMULA) else text

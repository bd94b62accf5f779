"""Results as files other programs read."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable
from typing import TextIO

from cop_challenge.store.database import COLUMNS, Row


def write_csv(rows: Iterable[Row], out: TextIO) -> int:
    """A header and one line a fact; returns how many facts."""
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\n")
    writer.writeheader()
    count = 0
    for count, row in enumerate(rows, 1):  # noqa: B007
        writer.writerow(row.flat())
    return count


def write_jsonl(rows: Iterable[Row], out: TextIO) -> int:
    """One JSON object a line; returns how many facts."""
    count = 0
    for count, row in enumerate(rows, 1):  # noqa: B007
        out.write(json.dumps(row.flat(), ensure_ascii=False) + "\n")
    return count


FORMATS = {"csv": write_csv, "jsonl": write_jsonl}

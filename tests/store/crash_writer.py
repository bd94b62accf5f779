"""Writes facts for ever and says which are acknowledged; its parent kills it at any moment."""

from __future__ import annotations

import sys
from pathlib import Path

from cop_challenge.core.result import Fact, Result
from cop_challenge.store.database import Row, Store

path, visit = Path(sys.argv[1]), sys.argv[2]
with Store(path) as store:
    number = 0
    while True:
        rows = [Row("st", visit, number + i, "2026-11-23T14", Result(Fact.ANSWERED)) for i in (1, 2, 3)]
        store.append(rows)
        number += 3
        print(number, flush=True)

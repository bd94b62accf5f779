from __future__ import annotations

import os
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

MakeWheel = Callable[..., Path]


@pytest.fixture
def make_wheel() -> MakeWheel:
    """A wheel with nothing in it but what it needs."""

    def make(folder: Path, name: str, *requires: str, tag: str = "py3-none-any", pythons: str = "") -> Path:
        project, version = name.split("-")
        info = f"{project}-{version}.dist-info"
        headers = [f"Metadata-Version: 2.1\nName: {project}\nVersion: {version}"]
        headers += [f"Requires-Dist: {each}" for each in requires]
        headers += [f"Requires-Python: {pythons}"] if pythons else []
        path = folder / f"{name}-{tag}.whl"
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr(f"{info}/METADATA", "\n".join(headers) + "\n")
            archive.writestr(f"{info}/WHEEL", f"Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: {tag}\n")
            archive.writestr(f"{info}/RECORD", "")
        return path

    return make


@pytest.fixture
def nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    """pip with an index that nobody answers at."""
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    monkeypatch.setenv("PIP_RETRIES", "1")
    monkeypatch.setenv("PIP_INDEX_URL", "http://127.0.0.1:9/simple")
    for name in ("PIP_FIND_LINKS", "PIP_EXTRA_INDEX_URL"):
        monkeypatch.delenv(name, raising=False)

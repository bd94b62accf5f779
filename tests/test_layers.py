from __future__ import annotations

import subprocess
import sys
from pathlib import Path


def test_rules_never_load_pygame(root: Path) -> None:
    """A fresh interpreter imports all but ui, scenes, app and cli, and finds no pygame."""
    package = root / "cop_challenge"
    modules = [
        ".".join(path.relative_to(root).with_suffix("").parts).removesuffix(".__init__")
        for path in sorted(package.rglob("*.py"))
        if path.relative_to(package).parts[0] not in ("ui", "app", "cli", "__main__.py")
        and "scene" not in (path.stem, path.parent.name)
    ]
    assert len(modules) > 25
    program = f"import sys\nfor name in {modules!r}: __import__(name)\nassert 'pygame' not in sys.modules"
    subprocess.run([sys.executable, "-c", program], check=True, timeout=60)


def test_nothing_heavy_stands_before_the_first_picture() -> None:
    """Lessons, catalogues and print are loaded after it."""
    program = (
        "import sys, os; os.environ['SDL_VIDEODRIVER'] = 'dummy'\n"
        "import cop_challenge.cli.main, cop_challenge.app.play\n"
        "heavy = {'pydantic', 'yaml', 'babel', 'uniseg', 'bidi', 'psutil', 'rich', 'typst', 'numpy'} & set(sys.modules)\n"
        "assert not heavy, heavy"
    )
    subprocess.run([sys.executable, "-c", program], check=True, timeout=60)

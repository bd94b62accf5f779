"""Cuts the game's static fonts from the font packages on PyPI.

    python -m pip install -e '.[fonts]' && python scripts/cut_fonts.py

SDL_ttf cannot choose a weight in a variable font, and its synthetic bold is ugly; so each weight is a
file of its own. Scripts keep all they have, because local lessons bring words no catalogue of today
holds; only Chinese is cut, to GB 2312 and what its neighbours use in print (GBK would triple it).
`fonts.json` tells the text engine what each file covers.
"""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

OUT = Path(__file__).resolve().parent.parent / "assets" / "fonts"


@dataclass(frozen=True)
class Cut:
    """One static font."""

    name: str
    package: str
    file: str
    licence: str
    axes: dict[str, float]
    script: str
    """ISO 15924, for the shaper."""
    only: str = ""
    """Keep these characters; empty: all."""


def gb2312() -> str:
    """Every character of GB 2312, read from Python's own codec."""
    high = range(0xA1, 0xF8)
    pairs = (bytes((a, b)) for a in high for b in range(0xA1, 0xFF))
    return "".join(pair.decode("gb2312", "ignore") for pair in pairs)


LATIN = "".join(map(chr, (*range(0x20, 0x7F), *range(0xA0, 0x180), *range(0x2010, 0x2040), 0x20AC)))

CUTS = (
    Cut(
        "Fredoka-600",
        "fontpkg_fredoka",
        "files/Fredoka[wdth,wght].ttf",
        "LICENSE",
        {"wdth": 100, "wght": 600},
        "Latn",
    ),
    *(
        Cut(
            f"Nunito-{weight}",
            "fontpkg_nunito",
            "files/Nunito[wght].ttf",
            "LICENSE",
            {"wght": weight},
            "Latn",
        )
        for weight in (700, 800, 900)
    ),
    # For whoever finds wide, open letters easier to tell apart.
    *(
        Cut(
            f"Lexend-{weight}",
            "fontpkg_lexend",
            "files/Lexend[wght].ttf",
            "LICENSE",
            {"wght": weight},
            "Latn",
        )
        for weight in (500, 700)
    ),
    *(
        Cut(
            f"NotoSansArabic-{weight}",
            "fontpkg_noto_sans_arabic",
            "files/NotoSansArabic[wdth,wght].ttf",
            "LICENSE",
            {"wdth": 100, "wght": weight},
            "Arab",
        )
        for weight in (700, 800)
    ),
    Cut(
        "NotoSansEthiopic-700",
        "justmytype_intl_africa",
        "fonts/ofl/notosansethiopic/NotoSansEthiopic[wdth,wght].ttf",
        "fonts/ofl/notosansethiopic/OFL.txt",
        {"wdth": 100, "wght": 700},
        "Ethi",
    ),
    Cut(
        "NotoSansSC-700",
        "justmytype_intl_cjk",
        "fonts/ofl/notosanssc/NotoSansSC[wght].ttf",
        "fonts/ofl/notosanssc/OFL.txt",
        {"wght": 700},
        "Hani",
        only=gb2312() + LATIN,
    ),
)


def ranges(codes: list[int]) -> list[list[int]]:
    """Sorted code points as inclusive [first, last] ranges."""
    found: list[list[int]] = []
    for code in codes:
        if found and code == found[-1][1] + 1:
            found[-1][1] = code
        else:
            found.append([code, code])
    return found


def main() -> None:
    """Writes every font, its licence and the coverage table."""
    OUT.mkdir(parents=True, exist_ok=True)
    table = []
    for cut in CUTS:
        source = files(cut.package)
        font = instantiateVariableFont(TTFont(str(source / cut.file)), cut.axes, updateFontNames=False)
        if cut.only:
            options = subset.Options(layout_features=["*"], name_IDs=["*"], notdef_outline=True)
            cutter = subset.Subsetter(options)
            cutter.populate(text=cut.only)
            cutter.subset(font)
        # The same bytes on every machine: a font keeps the date its maker gave it.
        font.recalcTimestamp = False
        path = OUT / f"{cut.name}.ttf"
        font.save(path)
        family = cut.name.partition("-")[0]
        shutil.copyfile(str(source / cut.licence), OUT / f"{family}-LICENSE.txt")
        codes = sorted(font.getBestCmap())
        table.append({"name": cut.name, "script": cut.script, "covers": ranges(codes)})
        print(f"{cut.name}: {path.stat().st_size // 1024} kB, {len(codes)} characters")
    (OUT / "fonts.json").write_text(json.dumps(table, separators=(",", ":")) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

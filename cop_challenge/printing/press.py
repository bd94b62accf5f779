"""The press: a sheet and a setting become a PDF, or pictures of its pages.

Typst sets the page. Everything that varies goes in as one JSON value and is shown as a value: no text of
a lesson or a pack is ever read as Typst code.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, cast

from cop_challenge.core.text import Text
from cop_challenge.i18n.dates import on_paper
from cop_challenge.i18n.translator import Translator
from cop_challenge.printing.drawing import dressed
from cop_challenge.printing.sheet import CannotPrint, Picture, Setting, Sheet, Value

if TYPE_CHECKING:
    import typst

TEMPLATES = Path(__file__).resolve().parent / "templates"
ISOLATE, POP_ISOLATE = "\u2068", "\u2069"
"""Around words of another direction (Unicode Standard Annex #9)."""
ACCESSIBLE: Literal["ua-1"] = "ua-1"
"""PDF/UA-1: tagged, so that a screen reader finds headings and the order of reading."""


class Press:
    """Sets sheets with the game's own fonts, and with no others."""

    def __init__(
        self, fonts: Path, find_picture: Callable[[str], Path | None], translator: Translator
    ) -> None:
        """`fonts`: folder of the font files; `find_picture`: a picture's file by the name lessons use."""
        self._fonts = fonts
        self._find = find_picture
        self._translate = translator

    def pdf(self, sheet: Sheet, setting: Setting) -> bytes:
        """The document; the same sheet and setting give the same bytes. CannotPrint if it can't be set."""
        made = datetime.combine(setting.today, time(), UTC)

        def compiled(compiler: typst.Compiler) -> bytes:
            try:
                pdf = compiler.compile(format="pdf", pdf_standards=[ACCESSIBLE], timestamp=made)
            except RuntimeError:
                # The standard refuses signs no font has, such as an emoji of a pack; paper does not mind.
                pdf = compiler.compile(format="pdf", timestamp=made)
            assert isinstance(pdf, bytes)
            return pdf

        return cast(bytes, self._run(sheet, setting, compiled))

    def pictures(self, sheet: Sheet, setting: Setting, ppi: float = 96) -> tuple[bytes, ...]:
        """Its pages as PNG."""
        made = self._run(sheet, setting, lambda compiler: compiler.compile(format="png", ppi=ppi))
        return tuple(made) if isinstance(made, list) else (made,)

    def marks(self, sheet: Sheet, setting: Setting, label: str) -> Any:
        """What the template has marked with `#metadata(…) <label>`, and where; for tests."""
        return json.loads(self._run(sheet, setting, lambda compiler: compiler.query(f"<{label}>")))

    def _run(self, sheet: Sheet, setting: Setting, work: Callable[[typst.Compiler], Any]) -> Any:
        try:
            import typst
        except ImportError as error:
            install = "python -m pip install typst"
            raise CannotPrint(f"Printing needs typst, which can't be loaded ({error}): {install}.") from None
        fonts = typst.Fonts(
            include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(self._fonts)]
        )
        compiler = typst.Compiler(
            input=str(TEMPLATES / f"{sheet.template}.typ"),
            root=str(TEMPLATES),
            font_paths=fonts,
            ignore_system_fonts=True,
            sys_inputs={"sheet": json.dumps(self.data(sheet, setting), ensure_ascii=False)},
        )
        try:
            return work(compiler)
        except typst.TypstError as error:
            remedy = "If it is a picture of a pack, save it anew as plain SVG or PNG"
            raise CannotPrint(f"The page can't be set: {error.message}. {remedy}.") from None

    def data(self, sheet: Sheet, setting: Setting) -> Mapping[str, Any]:
        """What the template finds in `sheet`: resolved values, and the sources of all pictures by name."""
        pictures: dict[str, str | list[int]] = {}
        return {
            "title": self._translate(sheet.title),
            "language": self._translate.language.replace("_", "-"),
            "direction": "rtl" if self._translate.right_to_left else "ltr",
            "paper": setting.paper,
            "saving": setting.ink == "saving",
            "copies": setting.copies,
            "today": self._dated(setting.today),
            "values": self._resolved(sheet.values, pictures),
            "pictures": pictures,
        }

    def _resolved(self, value: Value, pictures: dict[str, str | list[int]]) -> Any:
        if isinstance(value, Text):
            return self._said(value)
        if isinstance(value, date | time):
            return self._dated(value)
        if isinstance(value, Picture):
            return self._pictured(value, pictures)
        if isinstance(value, Mapping):
            return {name: self._resolved(item, pictures) for name, item in value.items()}
        if isinstance(value, Sequence) and not isinstance(value, str):
            return [self._resolved(item, pictures) for item in value]
        return value

    def _dated(self, moment: date | time) -> str:
        say = self._translate
        return on_paper(moment, say.language, say.country, say.digits)

    def _said(self, text: Text) -> str:
        """Its words; a sentence that nobody has translated yet keeps its full stop at its own end."""
        words = self._translate(text)
        strange = self._translate.right_to_left and not self._translate.has(text)
        return f"{ISOLATE}{words}{POP_ISOLATE}" if strange else words

    def _pictured(self, picture: Picture, pictures: dict[str, str | list[int]]) -> str | None:
        """The picture's name in the table; None, and an empty place on the page, if there is none."""
        name = "|".join((picture.name, picture.colour, *picture.hidden))
        if name not in pictures:
            path = self._find(picture.name) if picture.name else None
            if path is None:
                return None
            try:
                pictures[name] = (
                    dressed(path.read_text(encoding="utf-8"), picture)
                    if path.suffix.lower() == ".svg"
                    else list(path.read_bytes())
                )
            except (OSError, UnicodeDecodeError):
                return None
        return name

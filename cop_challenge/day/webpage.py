"""A report as one web page: no script, no other file, no network; light and dark; to read and to print."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from html import escape
from pathlib import Path

from cop_challenge.core.text import Text
from cop_challenge.day import wording
from cop_challenge.day.charts import chart
from cop_challenge.day.handout import Case, Handout, Section
from cop_challenge.day.hardest import Spoken
from cop_challenge.day.sentences import Line, figure
from cop_challenge.day.tables import Table

STYLE = Path(__file__).with_name("webpage.css")
POLICY = "default-src 'none'; style-src 'unsafe-inline'"
"""The page can load nothing, whatever a pack's words might ask for."""

Say = Callable[[Text], str]


def webpage(shown: Handout, say: Say, language: str, *, right_to_left: bool) -> str:
    """The whole page."""
    title = escape(say(shown.title))
    direction = "rtl" if right_to_left else "ltr"
    style = STYLE.read_text(encoding="utf-8")
    body = "".join(_section(section, say, right_to_left) for section in shown.sections)
    note = f'<p class="note">{_said(wording.DASHED, say)}</p>' if shown.leaves_out else ""
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(language)}" dir="{direction}">\n<head>\n'
        f'<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta name="color-scheme" content="light dark">\n'
        f"<title>{title}</title>\n<style>\n{style}</style>\n</head>\n<body>\n{_PATTERNS}"
        f"<main>\n<h1>{title}</h1>\n{body}{note}{_case(shown.case, say)}</main>\n</body>\n</html>\n"
    )


_PATTERNS = (
    '<svg width="0" height="0" aria-hidden="true" class="patterns"><defs>'
    '<pattern id="stripes" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    '<rect width="7" height="7" class="ground"/><rect width="3.5" height="7" class="stroke"/></pattern>'
    '<pattern id="dots" width="7" height="7" patternUnits="userSpaceOnUse">'
    '<rect width="7" height="7" class="ground"/><circle cx="3.5" cy="3.5" r="1.9" class="stroke"/></pattern>'
    "</defs></svg>\n"
)


def _said(text: Text, say: Say) -> str:
    return escape(say(text))


def _section(section: Section, say: Say, right_to_left: bool) -> str:
    tables = "".join(_table(table, say, right_to_left) for table in section.tables)
    hard = "".join(_hard(one, say) for one in section.hard)
    title, lines = _said(section.title, say), _lines(section.lines, say)
    return f"<section>\n<h2>{title}</h2>\n{lines}{tables}{hard}</section>\n"


def _lines(lines: Iterable[Line], say: Say) -> str:
    """Sentences as paragraphs; those indented below one as a list."""
    parts: list[str] = []
    below = False
    for indent, text in lines:
        if (indent > 0) != below:
            parts.append("</ul>\n" if below else "<ul>\n")
            below = indent > 0
        parts.append(f"<li>{_said(text, say)}</li>\n" if below else f"<p>{_said(text, say)}</p>\n")
    return "".join(parts) + ("</ul>\n" if below else "")


def _table(table: Table, say: Say, right_to_left: bool) -> str:
    drawing = chart(table, say, right_to_left=right_to_left)
    return (
        f'<figure id="{escape(table.id)}">\n<figcaption>{_said(table.title, say)}</figcaption>\n{drawing}\n'
        f'<details open="open"><summary>{_said(wording.AS_TABLE, say)}</summary>\n'
        f"{_grid(table, say)}</details>\n</figure>\n"
    )


def _grid(table: Table, say: Say) -> str:
    heads = "".join(f'<th scope="col">{_said(wording.COLUMNS[name], say)}</th>' for name in table.columns)
    rows = "".join(
        f'<tr><th scope="row">{_said(row.name, say)}</th>'
        + "".join(f"<td>{_cell(cell, table, say)}</td>" for cell in row.cells)
        + "</tr>\n"
        for row in table.rows
    )
    return (
        f'<table aria-label="{_said(table.title, say)}">\n<thead><tr><td></td>{heads}</tr></thead>\n'
        f"<tbody>\n{rows}</tbody></table>\n"
    )


def _cell(cell: int | None, table: Table, say: Say) -> str:
    shown = _said(figure(cell, table.unit), say)
    if cell is not None:
        return f'<bdi dir="ltr">{shown}</bdi>'
    return f'<abbr title="{_said(wording.HIDDEN, say)}">{shown}</abbr>'


def _hard(one: Spoken, say: Say) -> str:
    below = "".join(
        f'<p class="{kind}">{_said(text, say)}</p>\n'
        for kind, text in (("often", one.often), ("because", one.because), ("takeaway", one.takeaway))
        if text
    )
    return (
        f'<article class="hard">\n<h3>{_said(one.figures, say)}</h3>\n'
        f"<blockquote>{_said(one.asked, say)}</blockquote>\n{below}</article>\n"
    )


def _case(case: Case, say: Say) -> str:
    """The case study: what is known, and boxes for what only people know."""

    def part(title: Text, texts: Iterable[Text] = (), box: bool = True) -> str:
        told = "".join(f"<p>{_said(text, say)}</p>\n" for text in texts)
        return f"<h3>{_said(title, say)}</h3>\n{told}" + ('<div class="box"></div>\n' if box else "")

    boxes = "".join(f'<h4>{_said(text, say)}</h4>\n<div class="box"></div>\n' for text in wording.CASE_BOXES)
    return (
        f'<section class="case">\n<h2>{_said(wording.CASE, say)}</h2>\n'
        f"{part(wording.CASE_CONTEXT)}{part(wording.CASE_DONE, case.done)}"
        f"{part(wording.CASE_FIGURES, case.figures, box=False)}"
        f"<h3>{_said(wording.CASE_LESSONS, say)}</h3>\n{boxes}</section>\n"
    )

"""Drawings as paper wants them: an icon in a colour, parts left out."""

from __future__ import annotations

import re

from cop_challenge.printing.sheet import Picture

_ROOT = re.compile(r"<svg\b[^>]*>")


def dressed(source: str, picture: Picture) -> str:
    """The SVG's source with the picture's colour and without its hidden parts, by a style of its own."""
    rules = [f"#{part}{{display:none}}" for part in picture.hidden]
    if picture.colour:
        rules.append(f"svg{{color:{picture.colour}}}")
    root = _ROOT.search(source)
    if not rules or root is None or root.group().endswith("/>"):
        return source
    return f"{source[: root.end()]}<style>{''.join(rules)}</style>{source[root.end() :]}"

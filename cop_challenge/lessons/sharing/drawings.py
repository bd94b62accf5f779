"""Whether an SVG is a picture and nothing else: no script, no reference outwards, no endless copies.

What is allowed is listed, not what is forbidden: a new way of running something is then no way in.
"""

from __future__ import annotations

import base64
import binascii
import re
from dataclasses import dataclass, field
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser

from cop_challenge.lessons.sharing import rasters
from cop_challenge.lessons.sharing.refusal import PackRefused

SVG = "http://www.w3.org/2000/svg"
MAX_DEPTH = 100
MAX_ELEMENTS = 20_000
MAX_DRAWN = 200_000
"""Elements, each counted as often as it is drawn through copies, patterns and masks."""

_DRAWN = """
svg g defs symbol use path rect circle ellipse line polyline polygon text tspan textPath title desc
metadata linearGradient radialGradient stop pattern clipPath mask filter marker image style switch a
feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting
feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur
feImage feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile
feTurbulence view
"""
_ELEMENTS = frozenset(_DRAWN.split())
_SCRIPTS = frozenset({"script", "handler", "listener", "foreignObject", "iframe", "embed", "object", "audio",
                      "video", "set", "animate", "animateTransform", "animateMotion", "discard"})  # fmt: skip
"""What runs or changes something; animation can turn a harmless reference into another."""
_NOTES = (
    "http://www.inkscape.org/",
    "http://sodipodi.sourceforge.net/",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "http://purl.org/dc/",
    "http://creativecommons.org/ns#",
    "http://web.resource.org/cc/",
    "http://ns.adobe.com/",
    "http://www.bohemiancoding.com/sketch/ns",
    "http://www.serif.com/",
)
"""Namespaces in which drawing programs keep their own notes; nothing is drawn by them."""
_PICTURE = re.compile(r"data:image/(?:png|jpe?g|webp);base64,(.*)", re.DOTALL | re.IGNORECASE)
_ENCODING = re.compile(rb"<\?xml[^>]*?encoding\s*=\s*['\"]([^'\"]*)")
_URL = re.compile(r"url\(\s*(['\"]?)(.*?)\1\s*\)", re.IGNORECASE)
_OUTWARD = ("\\", "@import", "://", "image(", "image-set(")
"""What a style could lead outwards with, besides `url()`; an escape could hide any of them."""
_ROOT = ""


def check_drawing(data: bytes, name: str) -> None:
    """PackRefused unless the SVG is safe to show; time and memory grow with its length only."""
    # Another encoding would let the reader here see another drawing than the one that is shown.
    if (told := _ENCODING.match(data.removeprefix(b"\xef\xbb\xbf"))) and told[1].lower() not in (
        b"utf-8",
        b"us-ascii",
    ):
        raise PackRefused("drawing-broken", found=name, reason="it is not UTF-8")
    look = _Look(name)
    try:
        parser = DefusedXMLParser(target=look, forbid_dtd=True, forbid_entities=True, forbid_external=True)
        parser.feed(data)
        parser.close()
    except DefusedXmlException:
        raise PackRefused("drawing-entity", found=name) from None
    except (ParseError, ValueError, LookupError) as error:
        raise PackRefused("drawing-broken", found=name, reason=error) from None
    look.finish()


@dataclass
class _Part:
    """What stands below one id."""

    elements: int = 0
    points_to: list[str] = field(default_factory=list)


class _Look:
    """Receives the drawing's elements one after the other and keeps next to nothing of them."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._parts = {_ROOT: _Part()}
        self._open: list[tuple[str, ...]] = [(_ROOT,)]
        """Of each open element, the ids it stands below."""
        self._style: list[str] | None = None
        self._count = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        space, _, local = tag[1:].rpartition("}") if tag.startswith("{") else ("", "", tag)
        self._count += 1
        if len(self._open) > MAX_DEPTH or self._count > MAX_ELEMENTS:
            raise self._refused("drawing-endless")
        if self._count == 1 and local != "svg":
            raise self._refused("drawing-element", what=local)
        if local in _SCRIPTS:
            raise self._refused("drawing-script", what=f"<{local}>")
        if space not in ("", SVG):
            if not space.startswith(_NOTES):
                raise self._refused("drawing-element", what=local)
        elif local not in _ELEMENTS:
            raise self._refused("drawing-element", what=local)
        within = self._open[-1]
        if (id := attributes.get("id", "")) and id not in self._parts and len(within) < MAX_DEPTH:
            self._parts[id] = _Part()
            within = (*within, id)
        self._open.append(within)
        for owner in within:
            self._parts[owner].elements += 1
        for key, value in attributes.items():
            if not key[1:].startswith(_NOTES):
                self._attribute(key.rpartition("}")[2], value, within, link=local == "a")
        if local == "style":
            self._style = []

    def end(self, tag: str) -> None:
        within = self._open.pop()
        if self._style is not None and tag.rpartition("}")[2] == "style":
            self._css("".join(self._style), within)
            self._style = None

    def data(self, data: str) -> None:
        if self._style is not None:
            self._style.append(data)

    def pi(self, target: str, data: str) -> None:
        raise self._refused("drawing-reference", what=f"<?{target}?>")

    def close(self) -> None:
        """All elements have come."""

    def finish(self) -> None:
        """Looks at what only the whole drawing shows."""
        if not self._count:
            raise self._refused("drawing-broken", reason="it is empty")
        drawn: dict[str, int] = {}
        for id in self._parts:
            self._drawn(id, drawn)

    def _drawn(self, start: str, drawn: dict[str, int]) -> None:
        """Counts what is drawn by `start`, without recursion; a part that draws itself is refused."""
        ahead = [(start, False)]
        on_the_way: set[str] = set()
        while ahead:
            id, done = ahead.pop()
            part = self._parts[id]
            if done:
                on_the_way.discard(id)
                drawn[id] = part.elements + sum(drawn.get(other, 0) for other in part.points_to)
                if drawn[id] > MAX_DRAWN:
                    raise self._refused("drawing-endless")
            elif id not in drawn:
                if id in on_the_way:
                    raise self._refused("drawing-endless")
                on_the_way.add(id)
                ahead.append((id, True))
                for other in set(part.points_to):
                    if other in on_the_way:
                        raise self._refused("drawing-endless")
                    if other in self._parts and other not in drawn:
                        ahead.append((other, False))

    def _attribute(self, key: str, value: str, within: tuple[str, ...], *, link: bool) -> None:
        if key.lower().startswith("on"):
            raise self._refused("drawing-script", what=key)
        if key in ("href", "src"):
            self._reference(value.strip(), within, link=link)
        elif key == "base":
            raise self._refused("drawing-reference", what=key)
        elif key == "style" or "url(" in value.lower() or "\\" in value:
            self._css(value, within)

    def _reference(self, value: str, within: tuple[str, ...], *, link: bool = False) -> None:
        if re.sub(r"\s", "", value).lower().startswith(("javascript:", "vbscript:")):
            raise self._refused("drawing-script", what=value)
        if value.startswith("#"):
            if not link:
                for owner in within:
                    self._parts[owner].points_to.append(value[1:])
        elif picture := _PICTURE.fullmatch(value):
            self._picture(picture[1])
        elif value:
            raise self._refused("drawing-reference", what=value)

    def _picture(self, encoded: str) -> None:
        try:
            width, height = rasters.pixels(base64.b64decode(encoded))
        except (binascii.Error, ValueError) as error:
            raise self._refused("drawing-broken", reason=error) from None
        if max(width, height) > rasters.MAX_SIDE or width * height > rasters.MAX_PIXELS:
            limit = f"{rasters.MAX_PIXELS:,}"
            raise self._refused("too-many-pixels", size=f"{width} × {height}", limit=limit)

    def _css(self, css: str, within: tuple[str, ...]) -> None:
        """Styles may point inside the drawing only."""
        for found in _URL.finditer(css):
            self._reference(found[2].strip(), within)
        rest = _URL.sub("", css).lower()
        if "url(" in rest or any(sign in rest for sign in _OUTWARD):
            raise self._refused("drawing-reference", what=css.strip())

    def _refused(self, rule: str, **values: object) -> PackRefused:
        return PackRefused(rule, found=self._name, **values)

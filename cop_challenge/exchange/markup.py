"""HTML and Markdown to the plain sentences that the game shows, and back."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from html.parser import HTMLParser

from cop_challenge.lessons.source import CONTROL

FORMATS = ("html", "markdown", "plain", "moodle")
"""What may stand in brackets before a text."""

_BLOCKS = frozenset({"p", "br", "div", "li", "ul", "ol", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "pre"})
_SEEN = {
    **dict.fromkeys(("img", "svg", "picture"), "a picture"),
    **dict.fromkeys(("audio", "video", "iframe", "object", "embed", "source"), "sound or film"),
    "a": "the address behind a link",
    **dict.fromkeys(("table", "td", "th"), "the form of a table"),
    **dict.fromkeys(("sub", "sup"), "raised or lowered signs"),
    **dict.fromkeys(("script", "style"), "program code"),
}
"""Elements of which more than emphasis is lost, and what it is."""
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,2000}>|&#?\w{1,32};")
_MARKDOWN = (
    (re.compile(r"!\[([^\][]{0,500})\]\([^()\s]{0,500}\)"), r"\1", "a picture"),
    (re.compile(r"\[([^\][]{1,500})\]\([^()\s]{0,500}\)"), r"\1", "the address behind a link"),
    (re.compile(r"(?m)^#{1,6} +"), "", ""),
    (re.compile(r"(?m)^ {0,3}[*+-] +"), "", ""),
    (re.compile(r"\*\*([^*\n]{1,2000})\*\*"), r"\1", ""),
    (re.compile(r"(?<!\w)[*_]([^*_\n]{1,2000})[*_](?!\w)"), r"\1", ""),
    (re.compile(r"`([^`\n]{1,2000})`"), r"\1", ""),
)


@dataclass(frozen=True, slots=True)
class Plain:
    """Words without their form."""

    text: str
    """Lines without empty ones between them."""
    lost: tuple[str, ...] = ()
    """What went with the form, beyond emphasis: “a picture”."""


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self.lost: list[str] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._hidden += tag in ("script", "style")
        if tag in _BLOCKS:
            self.words.append("\n")
        if tag in _SEEN:
            self.lost.append(_SEEN[tag])
        if tag == "img" and (alternative := dict(attrs).get("alt")):
            self.words.append(f" {alternative} ")

    def handle_endtag(self, tag: str) -> None:
        self._hidden -= tag in ("script", "style") and self._hidden > 0
        if tag in _BLOCKS:
            self.words.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.words.append(data)


def plain(text: str, form: str) -> Plain:
    """The text of a format of FORMATS; `moodle` is plain text in which tags may stand."""
    lost: list[str] = []
    if form == "markdown":
        for pattern, kept, what in _MARKDOWN:
            text, count = pattern.subn(kept, text)
            if count and what:
                lost.append(what)
    if form == "html" or (form in ("moodle", "markdown") and _TAG.search(text)):
        # Line ends mean nothing to HTML; where text is plain with some tags in it they do.
        source = " ".join(text.split()) if form == "html" else text.replace("\n", "<br>")
        words = _Words()
        words.feed(source)
        words.close()
        text, lost = "".join(words.words), lost + words.lost
    lines = (" ".join(line.split()) for line in CONTROL.sub(" ", text).splitlines())
    return Plain("\n".join(line for line in lines if line), tuple(dict.fromkeys(lost)))


def as_html(text: str) -> str:
    """Lines as HTML that says the same."""
    return "<br>".join(html.escape(line, quote=False) for line in text.splitlines())


def needs_html(text: str) -> bool:
    """Signs in it would be read as tags, as the name of a format, or as a comment."""
    return any(sign in text for sign in "<>&") or text.startswith(("[", "//"))


def paragraphs(*texts: str) -> str:
    """Texts as paragraphs of HTML; empty ones are left out."""
    return "".join(f"<p>{as_html(text)}</p>" for text in texts if text)

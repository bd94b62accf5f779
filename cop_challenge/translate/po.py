"""Catalogues as gettext files: read by Babel, written so that every line of them comes back."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from email import message_from_string
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.catalog import Message as BabelMessage
from babel.messages.pofile import PoFileError, PoFileParser, normalize, unescape

from cop_challenge.translate.catalogue import Catalogue, Translation
from cop_challenge.translate.message import Fault, Message

WIDTH = 100
_QUOTED = re.compile(r'"(?:\\.|[^"\\])*"')
_FORMER = "\x02"
"""Marks lines of former sentences among the comments that Babel reads."""


class Unreadable(Exception):
    """The file is no catalogue; says where and why."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(str(fault))
        self.fault = fault


class _Catalog(Catalog):
    """Babel's, which also says which entries stand twice and keeps headers it does not know."""

    def __init__(self) -> None:
        super().__init__()
        self.head = ""
        self.repeated: list[BabelMessage] = []

    def __setitem__(self, id: Any, message: BabelMessage) -> None:
        if id == "" and not message.context:
            self.head = str(message.string)
        elif self.get(id, message.context):
            self.repeated.append(message)
        super().__setitem__(id, message)


def read(path: Path, language: str = "") -> Catalogue:
    """The catalogue in a file; Unreadable, or OSError if it is not there. The folder names the language."""
    place = path.as_posix()
    catalog = _Catalog()
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
        PoFileParser(catalog, abort_invalid=True).parse(map(_marked, range(len(lines)), lines))
    except UnicodeDecodeError:
        raise Unreadable(
            Fault(place, "It is not written in UTF-8.", "Save it once more, as UTF-8.")
        ) from None
    except PoFileError as error:
        raise Unreadable(_no_po(f"{place}:{_line(error)}")) from None
    except (ValueError, AssertionError, IndexError, AttributeError, LookupError):
        raise Unreadable(_no_po(place)) from None
    if catalog.repeated:
        again = catalog.repeated[0]
        raise Unreadable(
            Fault(f"{place}:{again.lineno}", f"“{again.context}” stands here twice.", "Keep one of the two.")
        )
    messages = [message for message in catalog if message.id]
    head = message_from_string(catalog.head)
    return Catalogue(
        language or path.parent.name,
        dict(head.items()),
        tuple(line.removeprefix("#").strip() for line in catalog.header_comment.splitlines()),
        tuple(map(_translation, messages)),
        tuple(map(_translation, catalog.obsolete.values())),
    )


def _marked(number: int, line: str) -> str:
    """Babel knows nothing of “#|” and “#~|”, and keeps only one of two comments that say the same."""
    for start in ("#|", "#~|"):
        if line.startswith(start):
            return f"# {_FORMER}{number} {line[len(start) :]}"
    return line


def _line(error: PoFileError) -> int:
    return int(error.lineno) + 1


def _no_po(place: str) -> Fault:
    return Fault(
        place, "Here it is no gettext file.", "Compare with the entries above, or open it in a PO editor."
    )


def _translation(message: BabelMessage) -> Translation:
    sources = tuple(message.id) if isinstance(message.id, (tuple, list)) else (str(message.id),)
    forms = tuple(message.string) if isinstance(message.string, (tuple, list)) else (str(message.string),)
    notes = tuple(each for each in message.user_comments if not each.startswith(_FORMER) and each)
    before = " ".join(each for each in message.user_comments if each.startswith(_FORMER))
    _, _, before = before.partition("msgid ")
    previous = tuple(_joined(part) for part in before.split("msgid_plural ")) if before else ()
    return Translation(
        str(message.context or ""), sources, forms, message.fuzzy, previous, notes, message.lineno or 0
    )


def _joined(quoted: str) -> str:
    return "".join(unescape(part) for part in _QUOTED.findall(quoted))


def text(catalogue: Catalogue, messages: Iterable[Message] = ()) -> str:
    """The file's text; `messages` bring what translators are told."""
    known = {message.key: message for message in messages}
    blocks = [_head(catalogue)]
    blocks += ("".join(_entry(each, known.get(each.key))) for each in catalogue.translations)
    blocks += ("".join(_entry(each, None, "#~ ")) for each in catalogue.retired)
    return "\n".join(blocks)


def template(messages: Iterable[Message]) -> str:
    """A catalogue to fill in: the `.pot` file of other tools."""
    messages = tuple(messages)
    headers = {
        "Project-Id-Version": "Lantern Bay",
        "PO-Revision-Date": "",
        "Last-Translator": "",
        "Language-Team": "",
        "Language": "",
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": "nplurals=2; plural=(n != 1);",
    }
    entries = (Translation(each.key, each.sources, ("",) * len(each.sources)) for each in messages)
    return text(Catalogue("", headers, (), tuple(entries)), messages)


def _head(catalogue: Catalogue) -> str:
    headers = "".join(f"{name}: {value}\n" for name, value in catalogue.headers.items())
    comments = "".join(f"# {line}".rstrip() + "\n" for line in catalogue.comments)
    return f'{comments}msgid ""\nmsgstr {_quoted(headers, "")}\n'


def _entry(each: Translation, message: Message | None, prefix: str = "") -> Iterator[str]:
    yield from (f"# {note}\n" for note in each.notes)
    if message:
        yield from (f"#. {comment}\n" for comment in message.comments())
        file = message.file if " " not in message.file else f"\u2068{message.file}\u2069"
        yield f"#: {file}\n"
    flags = ["fuzzy"] * each.fuzzy + ["python-brace-format"] * bool(message and message.filled)
    if flags:
        yield f"#, {', '.join(flags)}\n"
    names = ("msgid", "msgid_plural")
    former = f"{prefix.strip() or '#'}| "
    for name, source in zip(names, each.previous, strict=False):
        yield f"{former}{name} {_quoted(source, former)}\n"
    if each.key:
        yield f"{prefix}msgctxt {_quoted(each.key, prefix)}\n"
    for name, source in zip(names, each.sources, strict=False):
        yield f"{prefix}{name} {_quoted(source, prefix)}\n"
    if len(each.sources) == 1:
        yield f"{prefix}msgstr {_quoted(each.forms[0], prefix)}\n"
    else:
        for number, form in enumerate(each.forms):
            yield f"{prefix}msgstr[{number}] {_quoted(form, prefix)}\n"


def _quoted(words: str, prefix: str) -> str:
    return normalize(words, prefix, WIDTH)


def write(path: Path, catalogue: Catalogue, messages: Iterable[Message], day: date) -> bool:
    """Whether the file changed; it is replaced whole, so that a full disk leaves the old one."""
    messages = tuple(messages)
    if path.is_file() and path.read_bytes() == text(catalogue, messages).encode():
        return False
    headers = {**catalogue.headers, "PO-Revision-Date": f"{day.isoformat()} 00:00+0000"}
    made = text(replace(catalogue, headers=headers), messages)
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(".new")
    part.write_text(made, encoding="utf-8", newline="\n")
    part.replace(path)
    return True


def files(locales: Path) -> Mapping[str, Path]:
    """Catalogues in a folder by language."""
    return {path.parent.name: path for path in sorted(locales.glob("*/messages.po"))}

"""The quick way through a file in which nothing is unusual, as nearly all are; `source` has the thorough one.

Places are what takes time, and only problems need them. This way gives up at the first thing that might be
one, and has nothing to say about it: whoever asks reads the file again with `source.read`.
"""

from __future__ import annotations

from typing import Any

import yaml

from cop_challenge.lessons.pitfalls import unnoticed
from cop_challenge.lessons.source import MAX_DEPTH, MAX_ENTRIES, MAX_WORD, OPENING, YAML_LOADER

_NO_KEY = object()


def plain(text: str) -> Any:
    """Strings, lists and dicts, as `source.Node.plain` gives them; None: not to be had this way."""
    # Escapes bring characters that no text may hold.
    if "\\" in text or unnoticed(text):
        return None
    try:
        return _built(text)
    except yaml.YAMLError:
        return None


def _built(text: str) -> Any:
    root: Any = None
    stack: list[list[Any]] = []
    """Open collections, each with the key that waits for its value."""
    entries = documents = 0
    event: Any
    for event in yaml.parse(text, Loader=YAML_LOADER):
        kind = type(event)
        value: Any
        if kind is yaml.ScalarEvent:
            value = event.value
            if event.anchor or event.tag or (len(value) > MAX_WORD and _long_word(value)):
                return None
            if not event.style and value and (value[0] in OPENING or value[-1] == '"' or value == "<<"):
                return None
        elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            if event.anchor or event.tag or len(stack) + 1 >= MAX_DEPTH:
                return None
            value = {} if kind is yaml.MappingStartEvent else []
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            stack.pop()
            continue
        elif kind is yaml.DocumentStartEvent:
            documents += 1
            if documents > 1:
                return None
            continue
        elif kind is yaml.AliasEvent:
            return None
        else:
            continue
        entries += 1
        if entries > MAX_ENTRIES:
            return None
        if not stack:
            root = value
        else:
            holder, key = stack[-1]
            if isinstance(holder, list):
                holder.append(value)
            elif key is _NO_KEY:
                if not isinstance(value, str) or value in holder:
                    return None
                stack[-1][1] = value
            else:
                holder[key] = value
                stack[-1][1] = _NO_KEY
        if not isinstance(value, str):
            stack.append([value, _NO_KEY])
    return root


def _long_word(value: str) -> bool:
    return max(map(len, value.split()), default=0) > MAX_WORD

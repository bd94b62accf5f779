"""A catalogue follows the texts, and loses nothing."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cop_challenge.i18n.catalogue import State
from cop_challenge.translate import po
from cop_challenge.translate.catalogue import Catalogue, Translation, new, update
from cop_challenge.translate.message import Message

from .conftest import message

DAY = date(2026, 11, 24)
WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"]), min_size=1, max_size=90
).filter(lambda words: words.strip() == words)


def translated(catalogue: Catalogue, **forms: str) -> Catalogue:
    """As if somebody had filled these in; names of keys with `_` for `.`."""
    return replace(
        catalogue,
        translations=tuple(
            replace(each, forms=(forms[each.key],), fuzzy=False, previous=()) if each.key in forms else each
            for each in catalogue.translations
        ),
    )


def one(catalogue: Catalogue) -> Translation:
    (entry,) = catalogue.translations
    return entry


def test_the_same_text_keeps_its_translation() -> None:
    made = translated(update(new("sw"), [message("a", "Hello")]), a="Habari")
    assert update(made, [message("a", "Hello")]) == made


def test_a_changed_text_keeps_it_as_fuzzy_with_the_former_sentence() -> None:
    """However much of it was rewritten."""
    made = translated(update(new("sw"), [message("a", "Hello")]), a="Habari")
    entry = one(update(made, [message("a", "Something altogether different, and long")]))
    assert (entry.forms, entry.fuzzy, entry.previous) == (("Habari",), True, ("Hello",))
    assert not entry.done


def test_changed_twice_it_still_tells_what_it_was_translated_from() -> None:
    made = translated(update(new("sw"), [message("a", "One")]), a="Moja")
    made = update(update(made, [message("a", "Two")]), [message("a", "Three")])
    assert one(made).previous == ("One",)


def test_a_text_that_is_gone_is_kept_and_comes_back() -> None:
    made = translated(update(new("sw"), [message("a", "Hello")]), a="Habari")
    gone = update(made, [])
    assert (gone.translations, len(gone.retired)) == ((), 1)
    back = update(gone, [message("a", "Hello")])
    assert (one(back).done, back.retired) == (True, ())


def test_when_files_cannot_be_read_their_translations_stay_where_they_are() -> None:
    made = translated(
        update(new("sw"), [message("a", "Hello"), message("b", "Bye")]), a="Habari", b="Kwaheri"
    )
    made = update(made, [message("b", "Bye")], whole=False)
    assert ({each.key for each in made.translations}, made.retired) == ({"a", "b"}, ())


def test_a_text_that_gets_a_plural_has_every_form_to_look_at() -> None:
    made = translated(update(new("ar"), [message("a", "{count} things")]), a="{count} أشياء")
    entry = one(update(made, [message("a", "{count} thing", "{count} things")]))
    assert (len(entry.forms), entry.fuzzy) == (6, True)


@pytest.mark.parametrize(
    ("language", "forms"),
    [("sw", 2), ("am", 2), ("ru", 3), ("ar", 6), ("zh_Hans", 1), ("en-XA", 2), ("xx", 2)],
)
def test_the_plural_rule_is_the_languages_own(language: str, forms: int) -> None:
    made = new(language)
    assert made.plural[0] == forms
    assert all(made.numbers())


def test_its_head_says_how_far_it_can_be_trusted(tmp_path: Path) -> None:
    from cop_challenge.i18n.catalogue import state

    path = tmp_path / "sw" / "messages.po"
    assert state(path) is State.DRAFT
    for said in (State.DRAFT, State.REVIEWED):
        po.write(path, replace(new("sw"), comments=("By nobody.",)).stated(said), (), DAY)
        assert state(path) is said
        assert po.read(path).state is said
        assert "By nobody." in po.read(path).comments


def test_headers_are_right_and_stay(tmp_path: Path) -> None:
    """Those that the game does not know, too."""
    path = tmp_path / "ar" / "messages.po"
    made = new("ar")
    po.write(path, replace(made, headers={**made.headers, "X-Generator": "A PO editor 3"}), (), DAY)
    read = po.read(path)
    assert read.headers["Language"] == "ar"
    assert read.headers["X-Generator"] == "A PO editor 3"
    assert read.headers["PO-Revision-Date"] == "2026-11-24 00:00+0000"
    assert read.headers["Content-Type"] == "text/plain; charset=UTF-8"


def test_a_file_that_says_the_same_is_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "sw" / "messages.po"
    assert po.write(path, update(new("sw"), [message("a", "Hello")]), (), DAY)
    assert not po.write(path, po.read(path), (), date(2027, 1, 1))


def test_the_same_entry_twice_is_named(tmp_path: Path) -> None:
    """Babel would keep one of the two and say nothing."""
    path = tmp_path / "sw" / "messages.po"
    entry = 'msgctxt "a"\nmsgid "Hello"\nmsgstr "{}"\n\n'
    path.parent.mkdir()
    path.write_text(
        'msgid ""\nmsgstr "Language: sw\\n"\n\n' + entry.format("Habari") + entry.format("Jambo"), "utf-8"
    )
    with pytest.raises(po.Unreadable, match=r"messages\.po:9: “a” stands here twice"):
        po.read(path)


@pytest.mark.parametrize(
    "text",
    [
        b"\xff\xfe\x00",
        b"no catalogue",
        b'msgid "a"\n',
        b'msgstr[x] "a"',
        b'"a"',
        b'msgid ""\nmsgstr "Plural-Forms: nplurals=x;"\n',
    ],
)
def test_what_is_no_catalogue_is_refused_with_its_place(tmp_path: Path, text: bytes) -> None:
    path = tmp_path / "messages.po"
    path.write_bytes(text)
    with pytest.raises(po.Unreadable, match=r"messages\.po"):
        po.read(path)


def test_what_msgmerge_writes_can_be_read(tmp_path: Path) -> None:
    """Former sentences of retired entries, which Babel stumbles over."""
    path = tmp_path / "sw" / "messages.po"
    path.parent.mkdir()
    path.write_text(
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n#, fuzzy\n#~| msgid "Old"\n#~ msgctxt "a"\n#~ msgid "New"\n#~ msgstr "Mpya"\n',
        "utf-8",
    )
    (entry,) = po.read(path).retired
    assert (entry.key, entry.forms, entry.previous, entry.fuzzy) == ("a", ("Mpya",), ("Old",), True)


@given(
    st.lists(
        st.builds(
            Translation,
            key=st.text("abc.-", min_size=1, max_size=6),
            sources=st.tuples(WORDS),
            forms=st.tuples(WORDS),
            fuzzy=st.booleans(),
            previous=st.one_of(st.just(()), st.tuples(WORDS), st.tuples(WORDS, WORDS)),
            notes=st.lists(
                st.text("abc xyz,!", min_size=1).filter(lambda x: x.strip() == x), max_size=2, unique=True
            ).map(tuple),
        ),
        max_size=6,
        unique_by=lambda each: each.key,
    ),
    st.integers(0, 6),
)
def test_a_file_gives_back_what_was_written(entries: Sequence[Translation], live: int) -> None:
    """Every sign of every translation, former sentence and note, in use or retired."""
    import tempfile

    made = replace(new("sw"), translations=tuple(entries[:live]), retired=tuple(entries[live:]))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "sw" / "messages.po"
        po.write(path, made, (), DAY)
        read = po.read(path)
    assert [replace(each, line=0) for each in read.translations] == list(made.translations)
    assert [replace(each, line=0) for each in read.retired] == list(made.retired)


KEYS = st.sampled_from("abc")
SOURCES = st.sampled_from(["Hello", "Bye", "{count} things"])
TEXTS = st.dictionaries(KEYS, st.tuples(SOURCES, st.sampled_from(["", "{count} of them"])), max_size=3)


@given(st.lists(st.tuples(TEXTS, st.lists(KEYS, max_size=2), st.booleans()), max_size=7))
def test_no_translation_is_ever_lost(story: list[tuple[dict[str, tuple[str, str]], list[str], bool]]) -> None:
    """Whatever becomes of the texts: all that was written and not rewritten by a translator is still there."""
    made = new("sw")
    written: set[tuple[str, str]] = set()
    number = 0
    for texts, filled, whole in story:
        messages: list[Message] = [message(key, *said) for key, said in texts.items()]
        made = update(made, messages, whole=whole)
        assert [each.key for each in made.translations][: len(messages)] == list(texts)
        entries = []
        for each in made.translations:
            if each.key in filled:
                written -= {(each.key, form) for form in each.forms}
                number += 1
                each = replace(
                    each,
                    forms=tuple(f"w{number}.{i}" for i in range(len(each.forms))),
                    fuzzy=False,
                    previous=(),
                )
                written |= {(each.key, form) for form in each.forms}
            entries.append(each)
        made = replace(made, translations=tuple(entries))
        # A retired copy may hold what a translator has rewritten since; the other way round nothing may be missing.
        there = {(each.key, form) for each in (*made.translations, *made.retired) for form in each.forms}
        assert written <= there


@pytest.mark.skipif(not shutil.which("msgfmt"), reason="GNU gettext is not here")
def test_gnu_gettext_finds_nothing_wrong(tmp_path: Path) -> None:
    """In a file with everything a file can have."""
    messages = [message("a", "{count} thing", "{count} things"), message("b", 'Say “{name}”\\ or "not"')]
    made = update(new("ar"), messages)
    first, second = made.translations
    made = replace(
        made,
        translations=(
            replace(first, forms=tuple(f"{{count}} {n}" for n in range(6)), notes=("A note",)),
            replace(second, forms=("{name}",), fuzzy=True, previous=("Long " * 60 + "{name}",)),
        ),
        retired=(Translation("c", ("Gone",), ("ذهب",), True, ("Former",), ("Why",)),),
    )
    path = tmp_path / "ar" / "messages.po"
    po.write(path, made, messages, DAY)
    done = subprocess.run(
        ["msgfmt", "--check-format", "--check-domain", "-o", "/dev/null", str(path)],
        capture_output=True,
        text=True,
    )
    assert (done.returncode, done.stderr) == (0, "")

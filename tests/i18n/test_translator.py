"""Texts in the language of the moment."""

from __future__ import annotations

from pathlib import Path

import pytest

from cop_challenge.core.text import Text
from cop_challenge.i18n import catalogue
from cop_challenge.i18n.locale import available
from cop_challenge.i18n.translator import Translator

HEAD = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Plural-Forms: {}\\n"\n\n'
ARABIC = (
    "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);"
)
HELLO = Text("Hello", "a")
THINGS = Text("{count} thing", "b", plural="{count} things")


def put(folder: Path, language: str, *entries: str, plural: str = "nplurals=2; plural=(n != 1);") -> Path:
    """A catalogue in `folder`."""
    path = folder / language / "messages.po"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(HEAD.format(plural) + "\n\n".join(entries) + "\n", encoding="utf-8")
    return path


def entry(text: Text, said: str, flags: str = "") -> str:
    return f'{flags}msgctxt "{text.key}"\nmsgid "{text.source}"\nmsgstr "{said}"'


def test_a_catalogue_is_used_as_soon_as_it_is_there(tmp_path: Path) -> None:
    """Nothing has to be done to it."""
    put(tmp_path, "sw", entry(HELLO, "Habari"))
    assert available(tmp_path) == ("en", "sw")
    assert Translator(tmp_path, "sw")(HELLO) == "Habari"
    assert Translator(tmp_path, "sw")(Text("Bye", "z")) == "Bye"


def test_fuzzy_entries_and_those_of_another_sentence_show_the_source(tmp_path: Path) -> None:
    put(tmp_path, "sw", entry(HELLO, "Habari", "#, fuzzy\n"), entry(Text("Old", "c"), "Zamani"))
    say = Translator(tmp_path, "sw")
    assert [say(HELLO), say(Text("New", "c"))] == ["Hello", "New"]


@pytest.mark.parametrize("said", ["Jina", "{jina}", "{name.__class__}", "{name[0]}", "{name:>9}", "{name} {"])
def test_a_translation_that_fills_otherwise_shows_the_source(tmp_path: Path, said: str) -> None:
    """And never reaches into what is filled in."""
    text = Text("Name: {name}", "n")
    put(tmp_path, "sw", entry(text, said))
    assert Translator(tmp_path, "sw")(text.fill(name="Hana")) == "Name: Hana"


def test_english_knows_one_and_many(tmp_path: Path) -> None:
    say = Translator(tmp_path)
    assert [say(THINGS.fill(count=n)) for n in (0, 1, 2)] == ["0 things", "1 thing", "2 things"]


def test_arabic_knows_six_forms(tmp_path: Path) -> None:
    forms = "\n".join(f'msgstr[{n}] "f{n} {{count}}"' for n in range(6))
    put(
        tmp_path,
        "ar",
        f'msgctxt "b"\nmsgid "{THINGS.source}"\nmsgid_plural "{THINGS.plural}"\n{forms}',
        plural=ARABIC,
    )
    say = Translator(tmp_path, "ar")
    said = [say(THINGS.fill(count=n))[:2] for n in (0, 1, 2, 3, 10, 11, 99, 100, 102)]
    assert said == ["f0", "f1", "f2", "f3", "f3", "f4", "f4", "f5", "f5"]


def test_a_packs_own_words_go_first(tmp_path: Path) -> None:
    """The last pack's before the first one's; where it has none, the game's."""
    put(tmp_path / "game", "sw", entry(HELLO, "mchezo"), entry(Text("Bye", "z"), "kwaheri"))
    put(tmp_path / "one", "sw", entry(HELLO, "moja"))
    put(tmp_path / "two", "sw", entry(HELLO, "mbili"))
    say = Translator(tmp_path / "game", "sw")
    assert say(HELLO) == "mchezo"
    say.look_in((tmp_path / "one", tmp_path / "two"))
    assert [say(HELLO), say(Text("Bye", "z"))] == ["mbili", "kwaheri"]


def test_quick_copies_say_the_same_and_follow_their_file(tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    path = put(tmp_path, "sw", entry(HELLO, "Habari"))
    for made in (catalogue.load(path, kept), catalogue.load(path, kept), catalogue.load(path)):
        assert (made.find(HELLO, None), made.rule) == ("Habari", "(n != 1)")
    put(tmp_path, "sw", entry(HELLO, "Jambo"))
    assert catalogue.load(path, kept).find(HELLO, None) == "Jambo"
    assert len(list(kept.glob("*.json"))) == 2


@pytest.mark.parametrize("broken", [b"", b"{}", b"[1]", b'{"texts": 1', b"\xff"])
def test_a_broken_copy_is_made_anew(tmp_path: Path, broken: bytes) -> None:
    path = put(tmp_path, "sw", entry(HELLO, "Habari"))
    catalogue.load(path, tmp_path / "kept")
    (copy,) = (tmp_path / "kept").glob("*.json")
    copy.write_bytes(broken)
    assert catalogue.load(path, tmp_path / "kept").find(HELLO, None) == "Habari"


def test_prepared_catalogues_need_no_reading(tmp_path: Path) -> None:
    """What the station does beside its first picture."""
    put(tmp_path, "sw", entry(HELLO, "Habari"))
    Translator(tmp_path, kept=tmp_path / "kept").prepare(["en", "sw", "am"])
    assert len(list((tmp_path / "kept").glob("*.json"))) == 1


@pytest.mark.parametrize(
    "text", [b"", b"rubbish", b"\xff\xfe", HEAD.format("nplurals=2; plural=n n;").encode()]
)
def test_what_is_no_catalogue_translates_nothing(tmp_path: Path, text: bytes) -> None:
    path = put(tmp_path, "sw")
    path.write_bytes(text)
    assert Translator(tmp_path, "sw")(HELLO) == "Hello"

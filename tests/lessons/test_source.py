"""What an author writes arrives as it was written, and every mistake of a file is told at once."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cop_challenge.activities.fields import Surroundings
from cop_challenge.lessons.loader import load_lesson
from cop_challenge.lessons.plain_text import CONTROL
from cop_challenge.lessons.source import MAX_WORD, Node, Refused, read


def texts(node: Node) -> dict[str, object]:
    """The file's mapping without places."""
    plain = node.plain()
    assert isinstance(plain, dict)
    return plain


def codes(problems) -> list[str]:
    return [problem.code for problem in problems]


@pytest.fixture
def load(write, tracks):
    """A lesson from its text, and its problems."""

    def load(data: str | bytes, name: str = "lessons/two-second-stop.yaml"):
        return load_lesson(write(data, name), tracks, Surroundings())

    return load


@pytest.fixture(scope="module")
def scratch(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One file that all drawn examples are written to."""
    return tmp_path_factory.mktemp("scratch") / "drawn.yaml"


# Scalars


@pytest.mark.parametrize(
    "word",
    [
        "No",
        "on",
        "Yes",
        "off",
        "true",
        "1:30",
        "010",
        "0x1F",
        "1e3",
        "1_000",
        ".inf",
        "null",
        "~",
        "2026-01-01",
    ],
)
def test_a_scalar_stays_text(word: str, write) -> None:
    """YAML's own readings of a plain word are not made."""
    node, problems = read(write(f"said: {word}\n"))
    assert texts(node) == {"said": word}
    assert problems == []


@pytest.mark.parametrize("key", ["No", "1", "null", "2026-01-01"])
def test_a_key_stays_text(key: str, write) -> None:
    """A key is read like any other word."""
    node, _ = read(write(f"{key}: goat\n"))
    assert texts(node) == {key: "goat"}


def test_a_missing_value_is_empty_text(write) -> None:
    """`title:` alone says nothing, and not “null”."""
    assert texts(read(write("title:\n"))[0]) == {"title": ""}


def test_a_merge_sign_in_quotes_is_text(write) -> None:
    """Only a plain `<<` is YAML's merge key."""
    assert texts(read(write('said: "<<"\n'))[0]) == {"said": "<<"}


def test_a_place_is_a_line_and_column_from_one(write) -> None:
    """`place` finds the value of a key, counted as editors count."""
    node, _ = read(write("rounds:\n  - id: kite\n    who: mei\n"))
    assert node.place(("rounds", 0, "who")) == (3, 10)


def test_the_place_of_what_is_missing_is_its_holder(write) -> None:
    """A path that leads on beyond the file stops at the nearest thing there is."""
    node, _ = read(write("rounds:\n  - id: kite\n"))
    assert node.place(("rounds", 0, "answers", 3)) == node.place(("rounds", 0)) == (2, 5)


# Files


def test_a_byte_order_mark_is_accepted(quiz: str, load) -> None:
    """Some editors put one before the first letter."""
    assert load(b"\xef\xbb\xbf" + quiz.encode())[1] == []


def test_windows_line_ends_are_accepted(quiz: str, load) -> None:
    """CRLF changes neither texts nor places."""
    lesson, problems = load(quiz.replace("\n", "\r\n"))
    assert problems == []
    assert lesson == load(quiz)[0]


def test_a_foreign_byte_is_placed_by_character(write) -> None:
    """A byte-order mark and letters of two bytes before the place do not move it."""
    with pytest.raises(Refused) as refused:
        read(write(b"\xef\xbb\xbftitle: K\xc3\xa4se\nwhy: \xc3\xa4\xe4\n"))
    problem = refused.value.problems[0]
    assert (problem.code, problem.line, problem.column) == ("CC003", 2, 7)


@pytest.mark.parametrize("character", ["\x00", "\x08", "\x1b", "\x7f", "\x80", "\x92", "\uffff"])
def test_a_control_character_is_named_where_it_stands(character: str, write) -> None:
    """Also those that YAML itself refuses without saying where."""
    with pytest.raises(Refused) as refused:
        read(write(f"title: Kite\nwhy: a{character}\n"))
    problem = refused.value.problems[0]
    assert (problem.code, problem.line, problem.column) == ("CC004", 2, 7)
    assert f"U+{ord(character):04X}" in problem.message


@pytest.mark.parametrize("escape", ["\\0", "\\a", "\\e", "\\x92", "\\uffff"])
def test_a_control_character_can_not_come_in_as_an_escape(escape: str, write) -> None:
    """What may not stand in a file may not stand in a text either."""
    with pytest.raises(Refused) as refused:
        read(write(f'title: Kite\nwhy: "wind{escape}"\n'))
    problem = refused.value.problems[0]
    assert (problem.code, problem.line, problem.column) == ("CC004", 2, 6)


def test_a_word_may_be_long(write) -> None:
    """A paragraph without spaces, as Chinese has it, is no mistake."""
    paragraph = "风筝" * (MAX_WORD // 2)
    assert texts(read(write(f"why: {paragraph}\n"))[0]) == {"why": paragraph}


def test_a_word_may_not_be_longer_than_any_paragraph(write) -> None:
    """A run that no word limit would count is refused."""
    with pytest.raises(Refused) as refused:
        read(write("why: " + "a" * (MAX_WORD + 1)))
    assert codes(refused.value.problems) == ["CC004"]


@pytest.mark.parametrize(("key", "shape"), [("[a, b]", "a list"), ("{a: b}", "keys with values")])
def test_a_key_that_is_no_word_is_called_what_it_is(key: str, shape: str, write) -> None:
    """YAML allows lists and mappings as keys; lessons do not."""
    with pytest.raises(Refused) as refused:
        read(write(f"{key}: goat\n"))
    assert refused.value.problems[0].message.endswith(f"not {shape}.")


def test_an_empty_file_is_refused(write) -> None:
    """Nothing at all is no lesson."""
    with pytest.raises(Refused) as refused:
        read(write(""))
    assert codes(refused.value.problems) == ["CC005"]


def test_a_second_document_is_refused(write) -> None:
    """One file is one lesson."""
    with pytest.raises(Refused) as refused:
        read(write("a: b\n---\na: c\n"))
    assert codes(refused.value.problems) == ["CC012"]


def test_problems_name_the_file_as_it_is_shown(write) -> None:
    """The path a person knows, not the one that was opened."""
    with pytest.raises(Refused) as refused:
        read(write("a: [\n"), Path("kite.yaml"))
    assert refused.value.problems[0].file == Path("kite.yaml")


# Repeated keys


def test_a_repeated_key_names_the_first(write) -> None:
    """The second is the problem's place; the first one's line is in the sentence."""
    _, problems = read(write("id: kite\nwho: mei\nid: spoon\n"))
    assert [(p.code, p.line, p.column) for p in problems] == [("CC006", 3, 1)]
    assert "“id” stands twice here; the first is in line 1." in problems[0].message


def test_the_first_of_two_keys_counts(write) -> None:
    """What stands below a repeated key is passed over, and the rest is read on."""
    node, _ = read(write("id: kite\nid: {who: [mei, pip]}\nwho: bia\n"))
    assert texts(node) == {"id": "kite", "who": "bia"}


def test_the_same_key_in_two_entries_is_no_repetition(write) -> None:
    """Each entry has keys of its own."""
    assert read(write("- id: kite\n- id: spoon\n"))[1] == []


# Everything at once


def test_all_mistakes_of_a_file_are_told_at_once(story: str, load) -> None:
    """Unknown key, wrong word, long title, dead end, repeated id: one look finds them all, top to bottom."""
    broken = (
        story.replace("minutes: 1\n", "minutes: 1\ncolour: red\n")
        .replace("smart: tell", "smart: tel")
        .replace('"The Dumpling Kite"', '"The Very Brave Dumpling Kite and the Wind"')
        .replace("        to: dad-holds-the-string\n\n  dad", "        to: street-is-out\n\n  dad")
        .replace("id: draw-it", "id: fly-it")
    )
    _, problems = load(broken, "lessons/dumpling-kite.yaml")
    assert codes(problems) == ["CC024", "CC009", "CC007", "CC020", "CC018"]
    assert [problem.line for problem in problems] == sorted(problem.line for problem in problems)


def test_a_broken_lesson_is_no_lesson(quiz: str, load) -> None:
    """With any problem there is nothing to play."""
    assert load(quiz.replace("minutes: 1", "minutes: 99"))[0] is None


@pytest.mark.parametrize(
    ("right", "wrong", "meant"),
    [
        ("    prompt:", "    promt:", "prompt"),
        ("smart: react", "smart: reakt", "react"),
        ("kind: quiz", "kind: Quiz", "quiz"),
        ("track: 8-12", "track: 8-13", "8-12"),
        ("strand: managing-online", "strand: managing-offline", "managing-online-information"),
    ],
)
def test_did_you_mean(right: str, wrong: str, meant: str, quiz: str, load) -> None:
    """A near miss is answered with the word that was probably meant."""
    _, problems = load(quiz.replace(right, wrong, 1))
    assert any(f"Did you mean “{meant}”?" in problem.remedy for problem in problems)


def test_did_you_mean_this_state(story: str, load) -> None:
    """A state that is misspelt in a choice is found by its likeness."""
    _, problems = load(story.replace("to: page-seven", "to: page-seve"), "lessons/dumpling-kite.yaml")
    assert any("Did you mean “page-seven”?" in problem.remedy for problem in problems)


def test_a_misspelt_key_is_one_mistake(story: str, load) -> None:
    """“chioces” is not also reported as a dead end with unreachable states behind it."""
    _, problems = load(story.replace("    choices:", "    chioces:", 1), "lessons/dumpling-kite.yaml")
    assert codes(problems) == ["CC007"]


def test_a_wrong_value_in_an_entry_does_not_make_the_list_too_short(quiz: str, load) -> None:
    """Two rounds, one with a mistake, are still two rounds."""
    _, problems = load(quiz.replace("harmless: yes", "harmless: perhaps"))
    assert codes(problems) == ["CC011"]


def test_a_bad_id_says_nothing_of_the_file_name(quiz: str, load) -> None:
    """An id that can't be one is not compared with the file's name; nor is a missing one."""
    assert codes(load(quiz.replace("id: two-second-stop", "id: Two Seconds"))[1]) == ["CC017"]
    assert codes(load(quiz.replace("id: two-second-stop\n", ""))[1]) == ["CC008"]


@pytest.mark.parametrize("state", ["page-seven", "text", "ending", "choices"])
def test_a_state_may_be_named_like_a_key(state: str, story: str, load) -> None:
    """Known keys are listed for an entry of a mapping, whatever its name."""
    broken = story.replace("page-seven", state).replace("feeling: happy", "feeling: happy\n    zebra: yes")
    _, problems = load(broken, "lessons/dumpling-kite.yaml")
    assert codes(problems) == ["CC007"]
    assert problems[0].remedy.endswith(
        "choices, ending, feeling, messages, picture, setback, source, text, who, why."
    )


@pytest.mark.parametrize(
    ("data", "code"), [("just words", "CC010"), ("- a\n- b", "CC010"), ("title: Kite", "CC008")]
)
def test_a_file_that_is_no_lesson_is_told_so(data: str, code: str, load) -> None:
    """A text, a list, or keys without a kind."""
    assert codes(load(data)[1]) == [code]


# Drawn texts

MEANT = st.text(
    st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\u2028\u2029\ufffe\uffff")
    | st.sampled_from("\n\t"),
    max_size=MAX_WORD,
)
"""What a person writes: no control characters, no line separators (YAML folds those within quotes)."""


@given(said=MEANT)
def test_any_text_in_double_quotes_comes_back_the_same(said: str, scratch: Path) -> None:
    """What JSON writes as a string, a lesson reads as the same text, every letter, space and line end."""
    scratch.write_text(f"said: {json.dumps(said, ensure_ascii=False)}\n", "utf-8", newline="")
    assert texts(read(scratch)[0]) == {"said": said}


@given(
    words=st.lists(st.text("ab Nnoyes019:~'", min_size=1, max_size=12), min_size=1, max_size=20, unique=True)
)
def test_lists_and_keys_come_back_the_same(words: list[str], scratch: Path) -> None:
    """Words keep their order as entries of a list and as keys."""
    quoted = [json.dumps(word) for word in words]
    scratch.write_text("\n".join((*(f"{word}: [{word}]" for word in quoted), "")), "utf-8", newline="")
    assert list(texts(read(scratch)[0]).items()) == [(word, [word]) for word in words]


YAML_LIKE = st.text("ab0 \n\t:-?,[]{}&*!|>'\"%@`#<~=.\\\r\ufeff\u0085\u2028é", max_size=200)


@given(data=st.binary(max_size=2000) | YAML_LIKE.map(str.encode))
def test_no_bytes_raise_anything_but_refused(data: bytes, scratch: Path) -> None:
    """Whatever stands in a file, there is a tree or a problem with a place."""
    scratch.write_bytes(data)
    try:
        node, problems = read(scratch)
    except Refused as refused:
        problems = refused.problems
        assert problems
    else:
        assert not any(CONTROL.search(text) for text in strings(node.plain()))
    assert all(problem.line > 0 and problem.column > 0 for problem in problems)


def strings(plain: object) -> list[str]:
    """All texts of a tree, keys too."""
    if isinstance(plain, str):
        return [plain]
    if isinstance(plain, list):
        return [text for item in plain for text in strings(item)]
    assert isinstance(plain, dict)
    return [text for key, value in plain.items() for text in (key, *strings(value))]

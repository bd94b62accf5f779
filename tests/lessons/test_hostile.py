"""Files made to hurt: each is a plain problem, takes little memory, and nothing leads out of the pack."""

from __future__ import annotations

import copy
import json
import os
import sys
import tempfile
import tracemalloc
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cop_challenge.activities.fields import Surroundings
from cop_challenge.activities.registry import ACTIVITIES
from cop_challenge.app.wiring import Places
from cop_challenge.lessons.library import load_library
from cop_challenge.lessons.loader import load_lesson
from cop_challenge.lessons.pictures import find_picture, picture_problem
from cop_challenge.lessons.plain_text import MAX_BYTES
from cop_challenge.lessons.source import MAX_ENTRIES, Refused, read

MEMORY = 20_000_000
"""Bytes that reading any one file may take at its peak."""


def can_link() -> bool:
    """Whether this system lets this user make symbolic links (Windows asks for a privilege)."""
    with tempfile.TemporaryDirectory() as folder:
        try:
            (Path(folder) / "link").symlink_to("nowhere")
        except (OSError, NotImplementedError):
            return False
    return True


links = pytest.mark.skipif(not can_link(), reason="this system lets this user make no symbolic links")
pipes = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")


# Content


def bomb() -> str:
    """Ten aliases of ten aliases of ten…: a few lines that would unfold into billions."""
    lines = ['a0: &a0 ["light", "light"]']
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 12)]
    return "\n".join(lines)


def merges() -> str:
    """Ten mappings, each merged into the next."""
    return "{kite: red}".join(["<<: " + "{<<: " * 9, "}" * 9])


CONTENT: dict[str, tuple[str, Callable[[], str | bytes]]] = {
    "alias bomb": ("CC012", bomb),
    "alias to itself": ("CC012", lambda: "a: &a [*a]"),
    "merges ten deep": ("CC012", merges),
    "anchored merges": ("CC012", lambda: "\n".join(f"m{n}: &m{n} {{<<: *m{n - 1}}}" for n in range(1, 11))),
    "tag that would run a command": ("CC012", lambda: "!!python/object/apply:os.system ['true']"),
    "tag on a key": ("CC012", lambda: "!!binary aGk=: kite"),
    "every byte": ("CC003", lambda: bytes(range(256)) * 400),
    "compressed picture": ("CC003", lambda: b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 400),
    "UTF-16": ("CC003", lambda: "title: Kite\n".encode("utf-16")),
    "UTF-16 without its mark": ("CC004", lambda: "title: Kite\n".encode("utf-16-le")),
    "UTF-32": ("CC003", lambda: "title: Kite\n".encode("utf-32")),
    "Latin-1": ("CC003", lambda: "title: Käse\n".encode("latin-1")),
    "half a surrogate pair": ("CC003", lambda: b"title: \xed\xa0\x80\n"),
    "a slash in too many bytes": ("CC003", lambda: b"title: \xc0\xaf\n"),
    "nothing but zeros": ("CC004", lambda: bytes(100_000)),
    "100 000 open brackets": ("CC013", lambda: "[" * 100_000),
    "100 000 open brackets as a value": ("CC013", lambda: "title: " + "[" * 100_000),
    "50 000 braces, each the value of a key": ("CC013", lambda: "{a: " * 50_000),
    "100 000 open braces": ("CC010 CC013", lambda: "{" * 100_000),
    "100 000 dashes": ("CC013", lambda: "- " * 100_000),
    "100 000 question marks": ("CC010", lambda: "? " * 100_000),
    "500 levels of indentation": ("CC013", lambda: "\n".join(" " * depth + "a:" for depth in range(500))),
    "300 kB of keys": ("CC002", lambda: "a: \n" * 75_000),
    "240 kB of keys": ("CC013", lambda: "a: \n" * 60_000),
    "300 kB of keys in one line": ("CC002", lambda: "a: " * 100_000),
    "240 kB of keys in one line": ("CC005", lambda: "a: " * 80_000),
    "a word of 250 000 letters": ("CC004", lambda: "title: " + "a" * 250_000),
    "a hyphenated word of 250 000": ("CC004", lambda: "title: " + "a-" * 125_000),
    "a dotted word of 250 000": ("CC004", lambda: "title: " + "a." * 125_000),
    "a key of 250 000 letters": ("CC004", lambda: "? " + "a" * 250_000 + "\n: kite"),
    "a line of 250 000 brackets": ("CC013", lambda: "[" + "[]," * 83_000),
    "a comment of 250 000 letters": ("CC005", lambda: "#" + "a" * 250_000),
    "an open quote": ("CC005", lambda: 'title: "' + "kite " * 40_000),
    "a block that never ends": ("CC010", lambda: "|\n" + " kite\n" * 40_000),
    "as many entries as allowed, all the same key": (
        "CC006",
        lambda: "kind: quiz\n" + "a: b\n" * (MAX_ENTRIES // 2 - 2),
    ),
    "as many unknown keys as allowed": (
        "CC007",
        lambda: "kind: quiz\n" + "\n".join(f"promt{n}: b" for n in range(MAX_ENTRIES // 2 - 2)),
    ),
}
"""By what it is: the code it must be answered with, and the file's content."""

each_content = pytest.mark.parametrize(("code", "content"), CONTENT.values(), ids=CONTENT)


@each_content
def test_hostile_content_is_a_plain_problem(code: str, content, pack: Path, write, check) -> None:
    """The file is refused for what it is, the problem names it, and nothing is raised."""
    path = write(content())
    problems = check(pack)
    # Releases of libyaml differ in what they see first.
    assert set(code.split()) & {problem.code for problem in problems}
    assert {problem.file for problem in problems} == {path}


@each_content
def test_hostile_content_takes_little_memory(code: str, content, pack: Path, write, check) -> None:
    """Nothing is unfolded, and no tree is built that a lesson would not need."""
    write(content())
    assert peak(lambda: check(pack)) < MEMORY


def test_a_file_of_100_megabytes_is_not_read(write) -> None:
    """Its size alone refuses it."""
    path = write("")
    os.truncate(path, 100_000_000)
    with pytest.raises(Refused) as refused:
        read(path)
    assert refused.value.problems[0].code == "CC002"
    assert "97,656 kB" in refused.value.problems[0].message


def test_a_file_of_100_megabytes_takes_little_memory(pack: Path, write, check) -> None:
    """Not even its first page is kept."""
    os.truncate(write(""), 100_000_000)
    assert peak(lambda: check(pack)) < MEMORY


def test_the_largest_file_allowed_is_read(write) -> None:
    """The limit itself is within the limit."""
    path = write("title: Kite\n".ljust(MAX_BYTES - 1) + "\n")
    assert read(path)[0].plain() == {"title": "Kite"}


def peak(act: Callable[[], object]) -> int:
    """Bytes Python held at most while acting."""
    tracemalloc.start()
    try:
        act()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


# Values

VALUES = [
    "",
    "-1",
    "9" * 199,
    "1.5",
    "yes",
    "a" * 199,
    "a spoon " * 40 + ".svg",
    "../" * 20 + "etc/passwd",
    "{found}",
    "%s%n",
    "wind " * 400,
    "+1 (((((((((((((((((((((((((((((",
    "a-" * 99,
    "x\ny",
    "́",
    [],
    ["kite"],
    {},
    {"kite": "red"},
    [[[]]],
]
"""What may stand where something else was expected."""


CHANGES = st.tuples(
    st.sampled_from(["replace", "remove", "rename"]),
    st.integers(0, 999),
    st.sampled_from(VALUES),
    st.sampled_from(["", "id", "Kite Club", "text", "{found}", "choises"]),
)
"""What happens, the number of the place it happens to, a new value, a new key."""


@given(number=st.integers(0, 99), changes=st.lists(CHANGES, min_size=1, max_size=3))
def test_any_value_at_any_place_is_a_problem_or_fine(
    number: int, changes: list, lessons: list[str], tracks, scratch: Path
) -> None:
    """Whatever an entry is replaced with, taken out or named, the loader answers with problems only."""
    lesson = json.loads(lessons[number % len(lessons)])
    for change, place, value, name in changes:
        places = list(places_in(lesson))
        holder, key = places[place % len(places)]
        if change == "replace":
            holder[key] = copy.deepcopy(value)
        elif change == "remove" and len(places) > 1:
            del holder[key]
        elif isinstance(holder, dict):
            holder[name] = holder.pop(key)
    scratch.write_text(json.dumps(lesson), "utf-8")
    around = Surroundings({}, {"mei"}, lambda picture: picture_problem(picture, (scratch.parent,)))
    loaded, problems = load_lesson(scratch, tracks, around)
    assert (loaded is None) == bool(problems)
    assert all(problem.line > 0 and problem.column > 0 for problem in problems)


def places_in(value: Any) -> Iterator[tuple[Any, Any]]:
    """Every holder in a tree with each of its keys or indexes."""
    keys = list(value) if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
    for key in keys:
        yield value, key
        yield from places_in(value[key])


@pytest.fixture(scope="module")
def lessons(places: Places, examples: Path) -> list[str]:
    """One good lesson of each kind, as JSON, which is YAML too."""
    found: dict[str, str] = {}
    for path in (*examples.glob("CC*/good/lessons/*.yaml"), *places.content.glob("lessons/**/*.yaml")):
        lesson = read(path)[0].plain()
        found.setdefault(lesson["kind"], json.dumps(lesson))
    return [found[kind] for kind in ACTIVITIES]


@pytest.fixture(scope="module")
def scratch(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One file that all drawn examples are written to."""
    return tmp_path_factory.mktemp("scratch") / "drawn.yaml"


# Paths

PATHS = {
    "../../etc/passwd": "CC023",
    "../../etc/passwd.svg": "CC023",
    "pictures/../../secret.svg": "CC023",
    "/etc/passwd": "CC023",
    "/etc/secret.svg": "CC023",
    "//server/share/secret.svg": "CC023",
    "C:\\Windows\\win.ini": "CC023",
    "C:\\Windows\\secret.svg": "CC023",
    "C:secret.svg": "CC023",
    "C:/secret.svg": "CC023",
    "..\\..\\secret.svg": "CC023",
    "pictures\\school.svg": "CC023",
    "file:///etc/secret.svg": "CC023",
    "https://coins.example/secret.svg": "CC023",
    "secret.svg::$DATA": "CC023",
    "~/secret.svg": "CC022",
    "$HOME/secret.svg": "CC022",
    "%2e%2e/secret.svg": "CC022",
    "a spoon " * 40 + ".svg": "CC022",
    "a/" * 90 + "a.svg": "CC022",
    "": "CC038",
    ".": "CC038",
    "pictures": "CC038",
    "secret.svg/": "CC022",
}
"""Picture paths that lead elsewhere or nowhere, and the code each is answered with."""


@pytest.mark.parametrize(("name", "code"), PATHS.items(), ids=lambda value: value[:30] or "empty")
def test_a_picture_path_leads_nowhere_else(name: str, code: str, quiz: str, pack: Path, write, check) -> None:
    """A path out of the pack is refused by its form, before anything is looked for."""
    (pack.parent / "secret.svg").write_text("<svg/>")
    write(quiz.replace("ui/icons/gift.svg", "'" + name + "'"))
    assert [problem.code for problem in check(pack)] == [code]


def test_a_picture_name_with_a_zero_byte_is_refused(quiz: str, pack: Path, write, check) -> None:
    """An escape can't bring in what the system takes for the end of a path."""
    write(quiz.replace("ui/icons/gift.svg", '"gift.svg\\0.svg"'))
    assert [problem.code for problem in check(pack)] == ["CC004"]
    assert picture_problem("gift.svg\0.svg", (pack,)) == "outside-pack"


def test_a_character_is_not_drawn_from_outside(pack: Path, quiz: str, write, places) -> None:
    """The refused picture of a character does not reach the game; the lesson plays with the stand-in."""
    (pack.parent / "secret.svg").write_text("<svg/>")
    write("characters: [{id: bia, name: Bia, picture: ../secret.svg}]", "characters.yaml")
    write(quiz)
    library = load_library(places.content, places.assets, [pack])
    assert [problem.code for problem in library.problems if problem.file.is_relative_to(pack)] == ["CC023"]
    assert library.characters["bia"].picture == ""
    assert "two-second-stop" in library.lessons


@links
def test_a_linked_picture_is_not_followed_out(pack: Path, quiz: str, write, check) -> None:
    """A picture that is a link to a file elsewhere is refused, and never found."""
    (pack.parent / "secret.svg").write_text("<svg/>")
    (pack / "gift.svg").symlink_to(pack.parent / "secret.svg")
    write(quiz.replace("ui/icons/gift.svg", "gift.svg"))
    assert [problem.code for problem in check(pack)] == ["CC023"]
    assert find_picture("gift.svg", (pack,)) is None


@links
def test_a_linked_folder_of_pictures_is_not_followed_out(pack: Path, quiz: str, write, check) -> None:
    """Nor is one that lies in a linked folder."""
    (pack.parent / "elsewhere").mkdir()
    (pack.parent / "elsewhere/gift.svg").write_text("<svg/>")
    (pack / "pictures").symlink_to(pack.parent / "elsewhere", target_is_directory=True)
    write(quiz.replace("ui/icons/gift.svg", "pictures/gift.svg"))
    assert [problem.code for problem in check(pack)] == ["CC023"]


@links
def test_a_link_within_the_pack_is_followed(pack: Path, quiz: str, write, check) -> None:
    """One picture may go by two names."""
    (pack / "gift.svg").write_text("<svg/>")
    (pack / "spoon.svg").symlink_to(pack / "gift.svg")
    write(quiz.replace("ui/icons/gift.svg", "spoon.svg"))
    assert check(pack) == ()


@links
@pytest.mark.parametrize("name", ["lessons/two-second-stop.yaml", "characters.yaml", "tracks.yaml"])
def test_a_linked_file_is_not_followed_out(name: str, pack: Path, quiz: str, write, check) -> None:
    """A lesson, or a pack's own file, that is a link to elsewhere is refused unread."""
    write(quiz, "lessons/two-second-stop.yaml")
    outside = pack.parent / "outside.yaml"
    outside.write_text(quiz, "utf-8")
    (pack / name).unlink(missing_ok=True)
    (pack / name).symlink_to(outside)
    assert [(problem.code, problem.file) for problem in check(pack)] == [("CC023", pack / name)]


@links
def test_a_linked_folder_of_lessons_is_not_followed_out(pack: Path, quiz: str, check) -> None:
    """All its lessons are refused, and none is loaded."""
    (pack / "lessons").rmdir()
    (pack.parent / "elsewhere").mkdir()
    (pack.parent / "elsewhere/two-second-stop.yaml").write_text(quiz, "utf-8")
    (pack / "lessons").symlink_to(pack.parent / "elsewhere", target_is_directory=True)
    assert {problem.code for problem in check(pack)} <= {"CC023", "CC040"}
    assert check(pack)


@links
@pytest.mark.parametrize("target", ["two-second-stop.yaml", "nowhere.yaml"])
def test_a_link_that_ends_nowhere_is_unreadable(target: str, pack: Path, check) -> None:
    """A link to itself, or to what is not there."""
    (pack / "lessons/two-second-stop.yaml").symlink_to(target)
    assert [problem.code for problem in check(pack)] == ["CC001"]


@links
@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="this system has no endless device")
def test_an_endless_device_is_not_read(pack: Path, check) -> None:
    """A link to a device leads out of the pack."""
    (pack / "lessons/two-second-stop.yaml").symlink_to("/dev/zero")
    assert [problem.code for problem in check(pack)] == ["CC023"]


@pipes
def test_a_pipe_is_not_waited_for(pack: Path, check) -> None:
    """Nobody would ever write into it."""
    os.mkfifo(pack / "lessons/two-second-stop.yaml")
    assert [problem.code for problem in check(pack)] == ["CC001"]


@pipes
def test_a_pipe_is_no_picture(pack: Path, quiz: str, write, check) -> None:
    """A pipe by the picture's name is as good as none."""
    os.mkfifo(pack / "gift.svg")
    write(quiz.replace("ui/icons/gift.svg", "gift.svg"))
    assert [problem.code for problem in check(pack)] == ["CC022"]


def test_a_folder_is_no_lesson(pack: Path, check) -> None:
    """A folder named like a lesson is unreadable as one."""
    (pack / "lessons/two-second-stop.yaml").mkdir()
    assert [problem.code for problem in check(pack)] == ["CC001"]


def test_a_folder_is_no_picture(pack: Path, quiz: str, write, check) -> None:
    """A folder named like the picture is as good as none."""
    (pack / "gift.svg").mkdir()
    write(quiz.replace("ui/icons/gift.svg", "gift.svg"))
    assert [problem.code for problem in check(pack)] == ["CC022"]


@pytest.mark.skipif(
    sys.platform == "win32" or not hasattr(os, "geteuid") or os.geteuid() == 0,
    reason="only a user who may not read everything can be refused",
)
def test_a_forbidden_file_is_unreadable(pack: Path, quiz: str, write, check) -> None:
    """The system's own reason is given."""
    write(quiz).chmod(0)
    assert "permission denied" in check(pack)[0].message

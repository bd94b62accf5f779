"""A pack is loaded as far as it is sound, and laid over the built-in content."""

from __future__ import annotations

from pathlib import Path

import pytest

from cop_challenge.app.wiring import Places
from cop_challenge.lessons.checking import check_paths
from cop_challenge.lessons.library import Library, load_library
from cop_challenge.lessons.pack import Inherited, pack_of
from cop_challenge.lessons.pack_loader import load_pack

GRANDPA = "characters: [{id: grandpa, name: Grandpa, picture: avatars/oryx.svg}]\n"


@pytest.fixture
def check_files(places: Places):
    """`check` as the command line calls it: codes and files of all problems."""

    def check_files(*paths: Path) -> list[tuple[str, Path]]:
        report = check_paths(paths, places.content, places.assets)
        return [(problem.code, problem.file) for problem in report.problems]

    return check_files


@pytest.fixture
def with_pack(places: Places, pack: Path):
    """The built-in content with the test's pack over it."""

    def with_pack() -> Library:
        return load_library(places.content, places.assets, [pack])

    return with_pack


# The built-in content


def test_built_in_content_has_no_problem(places: Places) -> None:
    """What is shipped keeps its own rules."""
    report = check_paths([places.content], places.content, places.assets)
    assert [str(problem) for problem in report.problems] == []


def test_built_in_content_needs_no_advice(places: Places) -> None:
    """Nor could an editor find something to say better."""
    report = check_paths([places.content], places.content, places.assets, advice=True)
    assert [str(problem) for problem in report.problems] == []


def test_a_lesson_that_could_be_better_is_played(write, with_pack, quiz: str) -> None:
    """Advice keeps nothing from the station."""
    write(quiz.replace("Stopping to look was good.", "Looking was good, and you should have looked."))
    assert "two-second-stop" in with_pack().lessons


def test_built_in_lessons_are_all_in_order(places: Places) -> None:
    """Every lesson file of the content is a lesson."""
    report = check_paths([places.content], places.content, places.assets)
    assert report.lessons == len(list((places.content / "lessons").rglob("*.yaml"))) > 0


def test_a_tracks_and_a_characters_words_are_checked_too(pack: Path, check) -> None:
    """No brand hides in a name."""
    (pack / "characters.yaml").write_text(GRANDPA.replace("name: Grandpa", "name: TikTok Grandpa"), "utf-8")
    assert ("CC065", 1) in [(problem.code, problem.line) for problem in check(pack)]


# What is broken stays alone


def test_a_broken_lesson_leaves_the_others_playable(quiz: str, story: str, write, with_pack) -> None:
    """The broken one is left out and reported; the one beside it opens."""
    broken = write(quiz.replace("minutes: 1", "minutes: soon"))
    write(story, "lessons/dumpling-kite.yaml")
    library = with_pack()
    assert "two-second-stop" not in library.lessons
    assert [(problem.code, problem.file) for problem in library.problems] == [("CC011", broken)]
    assert library.open_lesson("dumpling-kite", seed=1).view()


def test_a_broken_lesson_does_not_take_the_place_of_a_good_one(library: Library, write, with_pack) -> None:
    """The built-in lesson of the same id stays."""
    lesson = next(iter(library.lessons))
    write("kind: quiz\n", f"lessons/{lesson}.yaml")
    assert with_pack().lessons[lesson] == library.lessons[lesson]


def test_broken_characters_leave_the_others(quiz: str, write, with_pack) -> None:
    """A characters file that can't be read takes nobody away."""
    write("characters: [", "characters.yaml")
    write(quiz)
    library = with_pack()
    assert [problem.code for problem in library.problems] == ["CC005"]
    assert "two-second-stop" in library.lessons


def test_a_missing_pack_leaves_the_built_in_content(places: Places, library: Library, tmp_path: Path) -> None:
    """A folder that is not there is an empty pack with a problem."""
    found = load_library(places.content, places.assets, [tmp_path / "nowhere"])
    assert [problem.code for problem in found.problems] == ["CC040"]
    assert found.lessons == library.lessons


# Packs over packs


def test_a_pack_replaces_a_lesson_by_its_id(library: Library, quiz: str, write, with_pack) -> None:
    """The pack's lesson is played in the place of the built-in one, and no other is touched."""
    lesson = next(iter(library.lessons))
    write(quiz.replace("two-second-stop", lesson), f"lessons/{lesson}.yaml")
    replaced = with_pack().lessons
    assert replaced[lesson].title.source == "The Two-Second Stop"
    assert {**replaced, lesson: None} == {**library.lessons, lesson: None}


def test_a_pack_brings_characters_and_keeps_the_others(quiz: str, write, with_pack) -> None:
    """Its lessons may name its own characters and the built-in ones."""
    write(GRANDPA, "characters.yaml")
    write(quiz.replace("who: samir", "who: grandpa"))
    library = with_pack()
    assert library.problems == ()
    assert {"grandpa", "bia"} <= set(library.characters)


def test_a_pack_brings_a_track(quiz: str, write, with_pack) -> None:
    """With limits of its own, which its lessons are measured by."""
    write(
        "tracks: [{id: teens, name: Teens, ages: 13, mood: city, picture: nuru/hello.svg, limits: {title: 2}}]\n",
        "tracks.yaml",
    )
    write(quiz.replace("track: 8-12", "track: teens"))
    assert [problem.code for problem in with_pack().problems] == ["CC024"]


@pytest.mark.parametrize(
    ("tracks", "code"),
    [
        ("tracks: [\n", "CC005"),
        (
            "tracks: [{id: Teens!, name: Teens, ages: 13, mood: city, picture: nuru/hello.svg, limits: {}}]\n",
            "CC017",
        ),
    ],
)
def test_wrong_tracks_are_told_once(tracks: str, code: str, quiz: str, story: str, write, with_pack) -> None:
    """While nobody can say which tracks there are, no lesson and no other file is asked for its track."""
    write(tracks, "tracks.yaml")
    write(quiz.replace("track: 8-12", "track: teens"))
    write(story.replace("track: 8-12", "track: teens"), "lessons/dumpling-kite.yaml")
    write("spot: {teens: [{id: ask, text: Ask first., smart: tell}]}\n", "spot-messages.yaml")
    found = {problem.code for problem in with_pack().problems}
    assert code in found
    assert "CC030" not in found


def test_an_unknown_track_is_told_where_tracks_are_known(quiz: str, write, with_pack) -> None:
    """In each lesson that names it."""
    write(quiz.replace("track: 8-12", "track: teens"))
    assert "CC030" in {problem.code for problem in with_pack().problems}


def test_a_pack_brings_pictures(quiz: str, write, with_pack) -> None:
    """A picture is found in the pack before the game's assets."""
    write("<svg/>", "pictures/spoon.svg")
    write(quiz.replace("ui/icons/gift.svg", "pictures/spoon.svg"))
    library = with_pack()
    assert library.problems == ()
    assert (library.picture_roots[0] / "pictures/spoon.svg").is_file()


def test_an_id_used_twice_in_a_pack_keeps_the_first(
    quiz: str, pack: Path, write, inherited: Inherited
) -> None:
    """Files are read in the order of their paths, on every machine."""
    first = write(quiz.replace("minutes: 1", "minutes: 2"), "lessons/a/two-second-stop.yaml")
    second = write(quiz, "lessons/b/two-second-stop.yaml")
    loaded = load_pack(pack, inherited)
    assert loaded.lessons["two-second-stop"].minutes == 2
    assert [(problem.code, problem.file) for problem in loaded.problems] == [("CC036", second)]
    assert first.relative_to(pack).as_posix() in loaded.problems[0].message


def test_a_lesson_may_end_in_yml(quiz: str, write, with_pack) -> None:
    """The shorter ending is known, too."""
    write(quiz, "lessons/two-second-stop.yml")
    assert "two-second-stop" in with_pack().lessons


# One file


def test_one_file_finds_the_characters_of_its_pack(quiz: str, write, check_files) -> None:
    """A lesson is checked as part of the pack it lies in, however deep."""
    write(GRANDPA, "characters.yaml")
    lesson = write(quiz.replace("who: samir", "who: grandpa"), "lessons/8-12/monday/two-second-stop.yaml")
    assert check_files(lesson) == []


def test_one_file_without_its_pack_does_not_know_them(quiz: str, tmp_path: Path, check_files) -> None:
    """The same lesson anywhere else has the built-in characters only."""
    lesson = tmp_path / "two-second-stop.yaml"
    lesson.write_text(quiz.replace("who: samir", "who: grandpa"), "utf-8")
    assert check_files(lesson) == [("CC031", lesson)]


def test_one_file_is_all_that_is_looked_at(quiz: str, story: str, write, check_files) -> None:
    """The mistakes of its neighbours are not told."""
    write(story.replace("minutes: 1", "minutes: soon"), "lessons/dumpling-kite.yaml")
    assert check_files(write(quiz)) == []


def test_one_file_may_be_given_from_here(
    quiz: str, pack: Path, write, check_files, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A path from the folder one stands in is shown as it was given."""
    write(quiz.replace("who: samir", "who: nobody"))
    monkeypatch.chdir(pack / "lessons")
    assert check_files(Path("two-second-stop.yaml")) == [("CC031", Path("two-second-stop.yaml"))]


@pytest.mark.parametrize("name", ["characters.yaml", "tracks.yaml"])
def test_a_packs_own_file_is_not_taken_for_a_lesson(name: str, places: Places, check_files) -> None:
    """Tracks and characters can be checked one by one like lessons."""
    assert check_files(places.content / name) == []


def test_a_mistake_in_a_packs_own_file_is_told_once(write, check_files) -> None:
    """Checked by itself, it is not read a second time as a lesson."""
    characters = write(GRANDPA.replace("name", "nam"), "characters.yaml")
    assert check_files(characters) == [("CC007", characters)]


def test_the_pack_of_a_file_is_the_nearest_one(tmp_path: Path) -> None:
    """A pack that lies in another is its own."""
    inner = tmp_path / "outer/packs/inner"
    (tmp_path / "outer/lessons").mkdir(parents=True)
    (inner / "lessons/8-12").mkdir(parents=True)
    assert pack_of(inner / "lessons/8-12/kite.yaml") == inner


# What is not there


@pytest.mark.parametrize("name", ["nowhere.yaml", "nowhere/kite.yaml", "a" * 300, "a/" * 3000, "kite\0.yaml"])
def test_a_missing_path_is_a_problem(name: str, tmp_path: Path, check_files) -> None:
    """A path that is not there, or could never be, is told and not raised."""
    assert check_files(tmp_path / name) == [("CC001", tmp_path / name)]


def test_an_existing_path_is_checked_beside_a_missing_one(
    quiz: str, tmp_path: Path, write, places: Places
) -> None:
    """One wrong path does not hide the others."""
    report = check_paths([tmp_path / "nowhere", write(quiz)], places.content, places.assets)
    assert report.lessons == 1


def test_a_lesson_linked_out_of_its_pack_is_refused(
    quiz: str, tmp_path: Path, pack: Path, check_files
) -> None:
    """A link is checked by where it leads, whether the pack or the link itself is given."""
    (tmp_path / "two-second-stop.yaml").write_text(quiz, "utf-8")
    link = pack / "lessons/two-second-stop.yaml"
    try:
        link.symlink_to(tmp_path / "two-second-stop.yaml")
    except OSError:
        pytest.skip("this system lets this user make no symbolic links")
    assert check_files(pack) == check_files(link) == [("CC023", link)]

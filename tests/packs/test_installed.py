"""Packs are added whole or not at all, and an update loses nothing that was changed here."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cop_challenge.lessons.sharing import installed as shelf
from cop_challenge.lessons.sharing.installed import add, installed, recover, remove
from cop_challenge.lessons.sharing.refusal import PackRefused
from cop_challenge.lessons.sharing.update import Fate, merge

Make = Callable[..., Path]
LESSON = "lessons/two-second-stop.yaml"
NEWER = {"pack.yaml": 'id: my-school\ntitle: "My School"\nversion: "2"\n'}


def test_a_pack_lies_in_a_folder_of_its_id(make: Make, packs: Path, folder: Path) -> None:
    """With every file as it was, and nothing else beside it."""
    added = add(make(), packs)
    assert added.path == packs / "my-school"
    assert (added.path / LESSON).read_bytes() == (folder / LESSON).read_bytes()
    assert [path.name for path in packs.iterdir()] == ["my-school"]
    assert [each.manifest.version for each in installed(packs)] == ["1"]
    assert installed(packs)[0].changed() == ()


def test_an_update_takes_what_nobody_changed_here(make: Make, packs: Path) -> None:
    """New, changed and removed files are as in the update."""
    add(make(), packs)
    added = add(make({**NEWER, "pictures/gate.svg": None, "pictures/door.svg": "<svg/>"}), packs)
    assert added.before is not None
    assert (added.before.version, added.manifest.version, added.changes) == ("1", "2", ())
    assert sorted(path.name for path in (added.path / "pictures").iterdir()) == ["door.svg"]


def test_a_change_made_here_stays(make: Make, packs: Path) -> None:
    """The update has the file as before: ours goes on, as if merged."""
    own = add(make(), packs).path / LESSON
    own.write_text("mine", "utf-8")
    added = add(make(NEWER), packs)
    assert own.read_text("utf-8") == "mine"
    assert [(change.name, change.fate) for change in added.changes] == [(LESSON, Fate.KEPT)]
    assert not (own.parent / f"{own.name}.new").exists()


def test_where_both_changed_the_new_one_lies_beside(make: Make, packs: Path, lesson: str) -> None:
    """Ours plays on; the other is there to be compared, and goes when it is taken over."""
    own = add(make(), packs).path / LESSON
    beside = own.with_name(f"{own.name}.new")
    own.write_text("mine", "utf-8")
    theirs = lesson.replace("The Two-Second Stop", "The Three-Second Stop")
    added = add(make({**NEWER, LESSON: theirs}), packs)
    assert (own.read_text("utf-8"), beside.read_text("utf-8")) == ("mine", theirs)
    assert [(change.name, change.fate) for change in added.changes] == [(LESSON, Fate.BESIDE)]
    add(make({"pictures/gate.svg": "<svg/>"}), packs)
    assert beside.read_text("utf-8") == theirs  # nobody has looked yet
    own.write_text(theirs, "utf-8", newline="\n")
    assert add(make(), packs).changes == ()
    assert not beside.exists()


def test_files_of_our_own_stay(make: Make, packs: Path) -> None:
    """Added here, removed there, hidden: an update keeps all of them."""
    path = add(make(), packs).path
    (path / "lessons/own.yaml").write_text("own", "utf-8")
    (path / "pictures/gate.svg").write_text("<svg><g/></svg>", "utf-8")
    (path / ".git").mkdir()
    (path / ".git/config").write_text("[core]", "utf-8")
    add(make({**NEWER, "pictures/gate.svg": None}), packs)
    assert (path / "lessons/own.yaml").read_text("utf-8") == "own"
    assert (path / "pictures/gate.svg").is_file()
    assert (path / ".git/config").is_file()


def test_what_was_deleted_here_stays_away(make: Make, packs: Path) -> None:
    """As long as the update has nothing new to say about it."""
    path = add(make(), packs).path / "pictures/gate.svg"
    path.unlink()
    add(make(NEWER), packs)
    assert not path.exists()


def test_a_folder_put_there_by_hand_is_kept(make: Make, packs: Path, folder: Path) -> None:
    """Nobody knows what in it was changed: all that differs is kept."""
    (packs / "my-school/lessons").mkdir(parents=True)
    (packs / "my-school" / LESSON).write_text("by hand", "utf-8")
    added = add(make(), packs)
    assert (added.path / LESSON).read_text("utf-8") == "by hand"
    assert (added.path / f"{LESSON}.new").is_file()


def test_a_refused_update_changes_nothing(make: Make, packs: Path, tmp_path: Path) -> None:
    """Not even the time of a file."""
    path = add(make(), packs).path
    before = {each: each.stat().st_mtime_ns for each in path.rglob("*")}
    good = make(NEWER)
    good.write_bytes(good.read_bytes().replace(b"viewBox", b"viewbox"))
    with pytest.raises(PackRefused):
        add(good, packs)
    assert {each: each.stat().st_mtime_ns for each in path.rglob("*")} == before


@pytest.mark.parametrize("step", [1, 2])
def test_a_cut_between_the_steps_is_mended(make: Make, packs: Path, monkeypatch, step: int) -> None:
    """Whenever the power goes, the old or the new pack is there after the next look."""
    add(make(), packs)
    update = make(NEWER)
    rename, calls = Path.rename, iter(range(9))

    def cut(path: Path, to: Path) -> Path:
        if next(calls) == step - 1:
            raise KeyboardInterrupt  # nothing that is caught: as the power
        return rename(path, to)

    monkeypatch.setattr(Path, "rename", cut)
    with pytest.raises(KeyboardInterrupt):
        add(update, packs)
    monkeypatch.undo()
    recover(packs)
    assert [(each.path.name, each.manifest.version) for each in installed(packs)] == [("my-school", "1")]


def test_a_full_disk_is_said_and_loses_nothing(make: Make, packs: Path, monkeypatch) -> None:
    """One sentence; the installed pack is as it was."""
    add(make(), packs)
    update = make(NEWER)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(shelf, "_lay", full)
    with pytest.raises(PackRefused, match="No space left on device"):
        add(update, packs)
    assert [path.name for path in packs.iterdir()] == ["my-school"]
    assert installed(packs)[0].manifest.version == "1"


def test_removing_asks_for_what_was_changed(make: Make, packs: Path) -> None:
    """A changed file is named first, and goes only when that is wanted."""
    path = add(make(), packs).path
    (path / LESSON).write_text("mine", "utf-8")
    with pytest.raises(PackRefused, match=LESSON):
        remove("my-school", packs)
    assert path.is_dir()
    remove("my-school", packs, changed_too=True)
    assert [*packs.iterdir()] == []


def test_what_is_not_installed_cant_be_removed(packs: Path) -> None:
    """The sentence says what is; a path is no id."""
    with pytest.raises(PackRefused, match="None is"):
        remove("../results", packs)


def test_an_older_schema_is_brought_up(make: Make, packs: Path, lesson: str) -> None:
    """The lesson is played as if written today; a later update does not take that for a change made here."""
    old = lesson.replace("schema: 1\n", "")
    made = make({LESSON: old})
    added = add(made, packs)
    assert [(name, change.before, change.after) for name, change in added.upgraded] == [(LESSON, 0, 1)]
    assert "schema: 1\nid: two-second-stop" in (added.path / LESSON).read_text("utf-8")
    assert installed(packs)[0].changed() == ()
    assert add(made, packs).changes == ()


digests = st.dictionaries(st.sampled_from(["a", "b", "C/d", "c/D"]), st.sampled_from("123"), max_size=2)


@given(digests, digests, digests)
def test_nothing_changed_here_is_ever_lost(base: dict, mine: dict, theirs: dict) -> None:
    """Every file here that is neither as installed nor as it comes stays."""
    stays = {change.here for change in merge(base, mine, theirs) if change.fate in (Fate.KEPT, Fate.BESIDE)}
    known = {(name.casefold(), digest) for each in (base, theirs) for name, digest in each.items()}
    for name, digest in mine.items():
        assert (
            name in stays
            or (name.casefold(), digest) in known
            or len({n.casefold() for n in mine}) < len(mine)
        )


@given(digests, digests)
def test_an_untouched_pack_becomes_the_update(base: dict, theirs: dict) -> None:
    """Nothing was changed here: everything is taken or removed."""
    fates = {change.fate for change in merge(base, base, theirs)}
    assert fates <= {Fate.TAKEN, Fate.REMOVED}

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cop_challenge.core import actions as do
from cop_challenge.core.comfort import USUAL
from cop_challenge.store.journal import MOST_TRIES, JournalFile, Left, NoJournal, Start, read_journal

START = Start(7, USUAL.with_("text", "150"), True, frozenset({"am"}))
ACTIONS = st.one_of(
    st.builds(do.Choose, st.text(max_size=8)),
    st.builds(do.Place, st.text(max_size=8), st.text(max_size=8)),
    st.builds(do.Tick, st.floats(0, 2, allow_nan=False)),
    st.just(do.Continue()),
    st.builds(do.Adjust, st.just("text"), st.just("125")),
)


def written(path: Path, actions: list[do.Action]) -> Left:
    journal = JournalFile(path)
    journal.begin(START)
    for action in actions:
        journal.note(action)
    left = read_journal(path)
    journal.close()
    assert left is not None
    return left


@given(actions=st.lists(ACTIONS, max_size=20))
def test_what_was_noted_is_read(tmp_path_factory: pytest.TempPathFactory, actions: list[do.Action]) -> None:
    """Start and actions come back as they were, every digit of a tick too, without waiting for the file to
    be closed."""
    left = written(tmp_path_factory.getbasetemp() / "visit.jsonl", actions)
    assert (left.start, left.actions) == (START, tuple(actions))


def test_stirs_in_a_row_are_one(tmp_path: Path) -> None:
    """A mouse that moves writes no file full."""
    stirs: list[do.Action] = [do.Stir(), do.Stir(), do.Stir(), do.Tick(0.25), do.Stir()]
    assert written(tmp_path / "v", stirs).actions == (do.Stir(), do.Tick(0.25), do.Stir())


def test_a_line_cut_short_was_not_done(tmp_path: Path) -> None:
    """The game died while it wrote: everything before is there."""
    path = tmp_path / "v"
    journal = JournalFile(path)
    journal.begin(START)
    journal.note(do.Continue())
    with path.open("a", encoding="utf-8") as file:
        file.write('["Choose", "te')
    left = read_journal(path)
    journal.close()
    assert left is not None
    assert left.actions == (do.Continue(),)


@pytest.mark.parametrize("damage", ["", "no JSON\n", "[]\n", '{"game": "another"}\n', '{"seed": 1}\n'])
def test_what_is_no_journal_is_no_visit(tmp_path: Path, damage: str) -> None:
    """A damaged file, or one of another version, is nothing to take up."""
    path = tmp_path / "v"
    path.write_text(damage, encoding="utf-8")
    assert read_journal(path) is None


def test_a_new_visit_forgets_the_one_before(tmp_path: Path) -> None:
    journal = JournalFile(tmp_path / "v")
    journal.begin(START)
    journal.note(do.Continue())
    journal.begin(START)
    left = read_journal(tmp_path / "v")
    journal.close()
    assert left == Left(START, (), 0)


def test_a_game_that_ends_in_order_leaves_no_visit(tmp_path: Path) -> None:
    journal = JournalFile(tmp_path / "v")
    journal.begin(START)
    journal.note(do.Continue())
    journal.end()
    assert not (tmp_path / "v").exists()


def test_a_visit_that_stops_the_game_again_and_again_is_given_up(tmp_path: Path) -> None:
    """Taken up twice without its player doing anything, it is left; whatever they do makes it count anew."""
    path, journal = tmp_path / "v", JournalFile(tmp_path / "v")
    journal.begin(START)
    journal.note(do.Continue())
    running = []
    for _ in range(MOST_TRIES):
        journal.go_on()
        journal.note(do.Tick(0.25))
        left = read_journal(path)
        running.append(left is not None and left.running)
    journal.note(do.Continue())
    left = read_journal(path)
    journal.close()
    assert running == [True] * (MOST_TRIES - 1) + [False]
    assert left is not None
    assert left.running


def test_where_nothing_can_be_written_it_says_so_and_goes_on(tmp_path: Path) -> None:
    """A file where the folder should be: no error is raised, staff can read why."""
    (tmp_path / "data").write_text("", encoding="utf-8")
    journal = JournalFile(tmp_path / "data" / "v")
    journal.begin(START)
    journal.note(do.Continue())
    assert journal.problem.startswith(f"{tmp_path / 'data' / 'v'}: ")
    assert NoJournal().problem == ""


OFFERED = Start(7, USUAL, True, frozenset({"am"}), language="ar", track="8-12")


def test_a_visit_comes_back_as_it_was_offered(tmp_path: Path) -> None:
    """With the one language and the one track that staff had left: else its actions would lead elsewhere."""
    journal = JournalFile(tmp_path / "visit.jsonl")
    journal.begin(OFFERED)
    for action in (do.Continue(), do.Choose("lion"), do.End()):
        journal.note(action)
    left = read_journal(tmp_path / "visit.jsonl")
    journal.close()
    assert left == Left(OFFERED, (do.Continue(), do.Choose("lion"), do.End()), 0)

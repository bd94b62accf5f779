from __future__ import annotations

from typing import Any

from cop_challenge.activities.maze.net import Net, Where
from cop_challenge.activities.maze.schema import HONEST_SHARE, check
from cop_challenge.lessons.library import Library

from .conftest import make, part, room, rooms, tick

Path = tuple[str | int, ...]


def found(screens: list[dict[str, Any]]) -> list[tuple[str, Path]]:
    return [(finding.rule, finding.path) for finding in check(make(screens))]


def test_a_sound_house_has_no_finding() -> None:
    """The house these tests start from is in order."""
    assert found(rooms()) == []


def test_a_room_without_an_honest_way_out_is_a_dead_end() -> None:
    """A trick that leads on is no way: the honest path has to be there."""
    screens = rooms()
    screens[1]["parts"].pop()
    assert ("dead-end", ("screens", 0)) in found(screens)
    assert ("dead-end", ("screens", 1)) in found(screens)


def test_a_broken_wish_can_be_mended_from_everywhere() -> None:
    """Without the button that mends, the till and all behind it are dead ends."""
    screens = rooms()
    del screens[2]["parts"][1]["mends"]
    assert {path for rule, path in found(screens) if rule == "dead-end"} == {
        ("screens", 2), ("screens", 3), ("screens", 4),
    }  # fmt: skip


def test_a_room_nobody_enters() -> None:
    """Written and never seen."""
    screens = [*rooms(), room("attic", part("dust"), part("down", "button", to="end"))]
    assert found(screens) == [("unreachable-state", ("screens", 5))]


def test_names_lead_somewhere() -> None:
    """Screens and wishes that are not there are found, with what there is."""
    screens = rooms()
    screens[0]["parts"][2]["to"] = "shoop"
    assert found(screens) == [("unknown-state", ("screens", 0, "parts", 2, "to"))]
    screens = rooms()
    screens[1]["parts"][0]["breaks"] = "fre"
    assert found(screens) == [("unknown-name", ("screens", 1, "parts", 0, "breaks"))]
    screens = rooms()
    screens[3]["instead"] = "begging"
    assert found(screens) == [("unknown-state", ("screens", 3, "instead"))]
    screens = rooms()
    screens[1]["parts"][1]["to"] = "out"
    assert found(screens) == [("unknown-state", ("screens", 1, "parts", 1, "to"))]


def test_parts_have_what_they_need() -> None:
    """An honest button leads somewhere, only a trick breaks a wish, only a switch holds one, a picture shows."""
    for at, changes, rule in (
        (2, {"to": ""}, "missing-key"),
        (2, {"breaks": "free"}, "missing-key"),
        (0, {"wish": "quiet"}, "not-a-choice"),
        (0, {"shape": "picture"}, "missing-key"),
    ):
        screens = rooms()
        screens[0]["parts"][at] |= changes
        assert rule in [name for name, _ in found(screens)], changes


def test_a_third_is_honest() -> None:
    """All danger only trains suspicion."""
    screens = rooms()
    for index in range(5):
        screens[index]["parts"] += [part(f"trick-{n}", "card", trick="hurry") for n in range(3)]
    assert found(screens) == [("few-harmless", ("screens",))]


def test_ids_are_not_repeated() -> None:
    """Rooms, parts, wishes and tips are found by their ids."""
    screens = rooms()
    screens[0]["parts"].append(tick())
    assert ("repeated-id", ("screens", 0, "parts", 3, "id")) in found(screens)
    lesson = make().model_copy(update={"tips": (make().tips[0], make().wishes[0])})
    assert [(f.rule, f.path) for f in check(lesson)] == [("repeated-id", ("tips", 1, "id"))]


def test_nobody_leaves_a_room_with_something_wrong_in_it() -> None:
    """The net holds a player until the box is unticked; a free switch holds nobody."""
    lesson = make()
    net = Net(lesson, easy=False)
    hall = lesson.screens[0]
    assert net.press(net.start(), hall.parts[2]) == net.start()
    right = net.flip(net.start(), hall.parts[1])
    assert net.press(right, hall.parts[2]) == Where("shop", frozenset(), frozenset())
    assert net.flip(right, lesson.screens[4].parts[0]) == right


def test_the_way_out_leads_back_while_a_wish_is_broken() -> None:
    """One comes to where it can be mended."""
    lesson = make()
    net = Net(lesson, easy=False)
    late = Where("end", frozenset(), frozenset({"free"}))
    assert net.press(late, lesson.screens[4].parts[1]).room == "till"
    assert net.distance(late) == 4


def test_those_who_struggle_go_round_hard_rooms() -> None:
    """The same button leads past it."""
    lesson = make()
    shop = Where("shop", frozenset(), frozenset())
    no = lesson.screens[1].parts[2]
    assert Net(lesson, easy=False).press(shop, no).room == "begging"
    assert Net(lesson, easy=True).press(shop, no).room == "end"


def test_the_lessons_keep_the_wishes_reachable(library: Library) -> None:
    """Breadth first from the first door: out of every moment an honest way leads on, hard rooms or not."""
    lessons = [lesson for lesson in library.lessons.values() if lesson.kind == "maze"]
    assert len(lessons) >= 4
    for lesson in lessons:
        parts = [p for screen in lesson.screens for p in screen.parts]  # type: ignore[attr-defined]
        assert sum(p.trick is None for p in parts) >= len(parts) * HONEST_SHARE
        for easy in (False, True):
            net = Net(lesson, easy=easy)  # type: ignore[arg-type]
            assert all(net.distance(where) is not None for where in net.reachable())

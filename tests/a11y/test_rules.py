"""The rules bite: every planted fault is found, and what is as it should be is not."""

import pytest

from tests.a11y.rules import Node, Place, backwards, faults

OK = Node("push button", "Spara", Place(10, 10, 80, 30), focusable=True)
LIST = Node("list", "Sidor", Place(0, 0, 100, 300), focusable=True)


def window(*inside: Node) -> Node:
    return Node("frame", "Hubra", Place(0, 0, 1366, 768), children=inside)


@pytest.mark.parametrize(
    ("planted", "told"),
    [
        (Node("push button", " ", Place(200, 10, 80, 30), focusable=True), "no name: push button"),
        (Node("page tab", "", Place(200, 10, 80, 30)), "no name: page tab"),
        (Node("unknown", "x", Place(200, 10, 80, 30)), "no role: unknown"),
        (Node("invalid", "x", None), "no role: invalid"),
        (Node("check box", "Tyst", Place(200, 10, 80, 30)), "out of the keyboard's reach: check"),
        (
            Node("text", "Plats", Place(200, 10, 80, 30), focusable=True),
            "not reached by Tab: text 'Plats'",
        ),
    ],
)
def test_a_planted_fault_is_found(planted: Node, told: str) -> None:
    group = Node("filler", "", Place(0, 0, 800, 600), children=(planted,))
    found = faults(window(OK, LIST, group), [OK])
    assert any(each.startswith(told) for each in found), found


def test_what_is_hidden_or_unusable_is_not_asked_for() -> None:
    hidden = Node("push button", "", Place(0, 0, 9, 9), shown=False)
    below = Node("filler", "", None, shown=False, children=(Node("unknown", "", None),))
    grey = Node("push button", "Ta bort", Place(200, 10, 80, 30), enabled=False)
    folded = Node("text", "", None)
    assert faults(window(OK, hidden, below, grey, folded), [OK]) == []


def test_a_box_that_is_typed_in_within_another_is_reached_with_it() -> None:
    line = Node("text", "Ordförande", Place(10, 50, 60, 30), focusable=True)
    combo = Node("combo box", "Ingen vald", Place(10, 50, 80, 30), focusable=True, children=(line,))
    assert faults(window(OK, combo), [OK, line]) == []


def at(x: int, y: int, width: int = 50, height: int = 30) -> Node:
    return Node("text", f"{x},{y}", Place(x, y, width, height), focusable=True)


@pytest.mark.parametrize(
    ("stops", "faulty"),
    [
        ([at(0, 0), at(60, 0), at(0, 40), at(60, 40)], 0),
        ([at(0, 0, 50, 300), at(60, 0), at(60, 40)], 0),
        ([at(0, 0), at(120, 0), at(60, 0)], 1),
        ([at(0, 0), at(0, 80), at(0, 40)], 1),
        ([at(0, 40), at(0, 80), at(0, 0)], 0),
        ([at(0, 0), at(60, 40), at(0, 40)], 1),
        ([at(0, 0, 200, 200), at(20, 20)], 0),
        ([at(0, 0), at(0, 80), at(0, -40)], 0),
    ],
)
def test_a_walk_goes_as_the_eye(stops: list[Node], faulty: int) -> None:
    assert len(backwards(stops, Place(0, 0, 800, 600))) == faulty

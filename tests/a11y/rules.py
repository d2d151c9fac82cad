"""What must hold of a window as the accessibility bus tells it; no bus is needed to ask."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

CONTROLS = frozenset(
    {
        "push button",
        "check box",
        "radio button",
        "toggle button",
        "combo box",
        "text",
        "entry",
        "password text",
        "spin button",
        "slider",
        "list",
        "list box",
        "list item",
        "tree",
        "tree table",
        "table",
        "page tab",
        "page tab list",
        "menu",
        "menu item",
        "check menu item",
        "radio menu item",
        "link",
    }
)
"""Roles of AT-SPI that somebody can do something with: each must say what it is."""

PRESSED = frozenset(
    {"push button", "check box", "radio button", "toggle button", "combo box", "text", "entry"}
)
"""Roles that the keyboard must reach by the focus itself."""

NO_ROLES = frozenset({"", "invalid", "unknown", "redundant object"})
NEAR = 3
"""Pixels by which two rectangles may overlap and yet stand apart."""


class Place(NamedTuple):
    """A rectangle on the screen, in logical pixels."""

    x: int
    y: int
    width: int
    height: int

    @property
    def right(self) -> int:
        return self.x + self.width

    @property
    def bottom(self) -> int:
        return self.y + self.height


@dataclass(frozen=True)
class Node:
    """One element as the bus tells it; ``role`` is AT-SPI's own word."""

    role: str
    name: str
    place: Place | None
    shown: bool = True
    enabled: bool = True
    focusable: bool = False
    path: str = ""
    children: tuple["Node", ...] = ()

    def __str__(self) -> str:
        return f"{self.role} {self.name!r} at {tuple(self.place) if self.place else None}"


def all_of(node: Node) -> Iterator[Node]:
    """Yield a node and all below it that are shown."""
    if node.shown:
        yield node
        for child in node.children:
            yield from all_of(child)


def nameless(root: Node) -> list[str]:
    """Say which controls in view have no name."""
    return [
        f"no name: {each}"
        for each in all_of(root)
        if each.role in CONTROLS and each.place is not None and not each.name.strip()
    ]


def roleless(root: Node) -> list[str]:
    """Say which elements in view have no role that a screen reader knows."""
    return [f"no role: {each}" for each in all_of(root) if each.role in NO_ROLES]


def unreachable(root: Node) -> list[str]:
    """Say which controls in view the keyboard cannot reach."""
    return [
        f"out of the keyboard's reach: {each}"
        for each in all_of(root)
        if each.role in PRESSED and each.place and each.enabled and not each.focusable
    ]


def unvisited(root: Node, stops: Sequence[Node]) -> list[str]:
    """Say which buttons and boxes in view a walk by Tab has not come to.

    Radio buttons are one stop together, and a box that is typed in within another is its.
    """
    come_to = {(each.role, each.name) for each in stops}
    within = {
        id(part) for each in all_of(root) if each.role == "combo box" for part in each.children
    }
    return [
        f"not reached by Tab: {each}"
        for each in all_of(root)
        if each.role in PRESSED - {"radio button"}
        and each.place
        and each.enabled
        and each.focusable
        and id(each) not in within
        and not any((part.role, part.name) in come_to for part in (each, *each.children))
    ]


def backwards(stops: Sequence[Node], frame: Place) -> list[str]:
    """Say which steps of a walk go against the eye: to the left in a row, or straight up.

    The walk is a ring: one step leads back to where the eye begins, at the left or upper
    edge. What was scrolled out of the window's ``frame`` stood nowhere for the eye.
    """
    placed = [each for each in stops if each.place and _contains(frame, each.place)]
    back = [
        (here, there)
        for here, there in pairwise([*placed, *placed[:1]])
        if here.place and there.place and _goes_back(here.place, there.place)
    ]
    begins = [step for step in back if _at_edge(step[1], placed)]
    return [
        f"against the eye: {there} after {here}"
        for here, there in back
        if (here, there) not in begins[:1]
    ]


def _at_edge(node: Node, among: Sequence[Node]) -> bool:
    places = [each.place for each in among if each.place]
    left, top = min(each.x for each in places), min(each.y for each in places)
    return node.place is not None and (node.place.x <= left + NEAR or node.place.y <= top + NEAR)


def _goes_back(here: Place, there: Place) -> bool:
    if _contains(here, there) or _contains(there, here):
        return False
    beside = min(here.right, there.right) - max(here.x, there.x) > NEAR
    level = min(here.bottom, there.bottom) - max(here.y, there.y) > NEAR
    over = beside and there.bottom <= here.y + NEAR
    before = level and there.right <= here.x + NEAR
    return over or before


def _contains(outer: Place, inner: Place) -> bool:
    return (
        outer.x <= inner.x
        and outer.y <= inner.y
        and outer.right >= inner.right
        and outer.bottom >= inner.bottom
    )


def faults(root: Node, stops: Sequence[Node]) -> list[str]:
    """Say all that is wrong with a window and a walk through it by Tab."""
    return [
        *nameless(root),
        *roleless(root),
        *unreachable(root),
        *unvisited(root, stops),
        *(backwards(stops, root.place) if root.place else ()),
    ]

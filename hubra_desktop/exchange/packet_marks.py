"""The bookmarks of a bound packet: one to each paper, and the paper's own below it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from hubra_desktop.exchange.packet_file import OpenPart, link_places
from hubra_desktop.exchange.packet_room import Thing

if TYPE_CHECKING:
    from pikepdf import OutlineItem, Pdf

_MOST: Final = 3000
"""Bookmarks of one paper: more than any has, fewer than a hostile file might."""


@dataclass(frozen=True)
class Bookmark:
    """A bookmark: its words, its page in the packet (from 0), how high there, those below."""

    title: str
    page: int
    top: float | None = None
    below: "tuple[Bookmark, ...]" = ()


def bookmarks_of(part: OpenPart, first: int) -> tuple[Bookmark, ...]:
    """Return a paper's own bookmarks; ``first`` is its first page in the packet."""
    if "/Outlines" not in part.pdf.Root:
        return ()
    try:
        with part.pdf.open_outline(max_depth=8) as outline:
            return _Reader(part, first).read(outline.root)
    except Exception:
        # Bookmarks that lead in circles or are none are only a help that is missing.
        return ()


class _Reader:
    def __init__(self, part: OpenPart, first: int) -> None:
        self._first = first
        self._pages = {page.objgen: place for place, page in enumerate(part.pages)}
        self._place = link_places(part)
        self._count = 0

    def read(self, items: "Iterable[OutlineItem]") -> tuple[Bookmark, ...]:
        read = []
        for item in items:
            self._count += 1
            below = self.read(item.children)
            target = self._place(_target(item))
            if target is None and not below:
                continue
            page, top = (self._page(target)) if target is not None else (below[0].page, None)
            read.append(Bookmark(str(item.title).strip() or "…", page, top, below))
            if self._count > _MOST:
                break
        return tuple(read)

    def _page(self, target: Thing) -> tuple[int, float | None]:
        page = self._first + self._pages[target[0].objgen]
        told = str(target[1]) if len(target) > 1 else ""
        place = {"/XYZ": 3, "/FitH": 2}.get(told, 0)
        try:
            return page, float(target[place]) if place else None
        except (IndexError, TypeError, ValueError):
            return page, None


def _target(item: "OutlineItem") -> Thing:
    if item.destination is not None:
        return item.destination
    action = item.action
    return action.get("/D") if action is not None and str(action.get("/S")) == "/GoTo" else None


def enter_bookmarks(out: "Pdf", marks: Sequence[Bookmark]) -> None:
    """Write bookmarks into a packet; those of the papers are folded together."""
    with out.open_outline() as outline:
        outline.root += [_item(out, mark) for mark in marks]


def _item(out: "Pdf", mark: Bookmark) -> "OutlineItem":
    from pikepdf import Array, Name, OutlineItem

    page = out.pages[mark.page].obj
    where = [page, Name.Fit] if mark.top is None else [page, Name.XYZ, 0, mark.top, 0]
    item = OutlineItem(mark.title, Array(where))
    item.is_closed = True
    item.children += [_item(out, each) for each in mark.below]
    return item

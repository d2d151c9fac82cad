"""The way to a record, on whichever page it is shown, and to what an undo has changed."""

from typing import Protocol

from PySide6.QtCore import QObject

from hubra_desktop.model.records.catalogue import owner_of
from hubra_desktop.ui.actions import HISTORY
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.page_kinds import page_of
from hubra_desktop.ui.page_stack import PageStack
from hubra_desktop.work.changes import Changes, RowChange


class ShowsPages(Protocol):
    """The window, which may refuse to leave a page."""

    def show_page(self, action_id: str) -> None:
        """Show one of the pages."""


class Navigation(QObject):
    """Leads to places by the pages' own ways."""

    def __init__(
        self, desk: Desk, pages: PageStack, window: ShowsPages, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._desk, self._pages, self._window = desk, pages, window
        self._before = "page-overview"

    def note_leaving(self, action_id: str) -> None:
        """Remember the page that the history was opened from."""
        if action_id == HISTORY.id and self._pages.shown != HISTORY.id:
            self._before = self._pages.shown

    def go_back(self) -> None:
        """Show the page that was in view before the history."""
        self._window.show_page(self._before)

    def go_to(self, kind: str, record_id: str, field: str = "") -> bool:
        """Show a record, or what it belongs to where it has no place of its own.

        False when it is nowhere; an empty id asks for the page alone.
        """
        if not record_id:
            self._window.show_page(page_of(kind) or "page-overview")
            return True
        from hubra_desktop.work.queries.history import places_of

        with self._desk.read() as reader:
            places = places_of(reader, kind, record_id)
        for place_kind, place_id in places:
            spot = field if place_kind == kind else _list_of(kind, place_kind)
            if self._show(place_kind, place_id, spot):
                return True
        self._show_page(page_of(kind, parts=True))
        return False

    def _show(self, kind: str, record_id: str, field: str) -> bool:
        action_id = page_of(kind, parts=True)
        if not self._show_page(action_id):
            return False
        page = self._pages.page(action_id)
        found = page.go_to(kind, record_id)
        if found and field:
            page.go_to_field(kind, field)
        return found

    def _show_page(self, action_id: str) -> bool:
        """Show a page; False for none, and when another may not be left."""
        if action_id and self._pages.shown != action_id:
            self._window.show_page(action_id)
        return bool(action_id) and self._pages.shown == action_id

    def follow_step(self, changes: Changes) -> None:
        """Show what an undo or a redo has changed; the history shows it by itself."""
        row = _subject(changes)
        if row is None or self._pages.shown == HISTORY.id:
            return
        field = changes.label.split("-", maxsplit=2)[2:]
        self.go_to(row.kind, row.id, field[0] if field else "")


def _subject(changes: Changes) -> RowChange | None:
    """Return the row that a step was about: the first of the kind that its label names."""
    kind = changes.label.partition("-")[2].partition("-")[0]
    named = (row for row in changes.rows if row.kind == kind)
    return next(named, changes.rows[0] if changes.rows else None)


def _list_of(kind: str, owner_kind: str) -> str:
    """Return the list of an owner in which rows of a kind stand, or what they belong to."""
    owner = owner_of(kind)
    if owner is None or owner.kind == owner_kind:
        return "" if owner is None else owner.name
    return _list_of(owner.kind, owner_kind)

"""What the window asks of each of its pages."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hubra_desktop.ui.action_spec import Needs


class Page(QWidget):
    """One page of the window, made when it is first shown; every hook does nothing here.

    A page follows ``desk.replaced`` and ``desk.changed`` by itself. ``allowed`` is
    emitted when what it ``meets`` has changed. ``place_asked(kind, id)`` asks for the
    place where the record ``id`` of the table ``kind`` is mended, on whichever page
    that is; an empty id asks for the page alone. ``left`` asks for the page that was shown
    before. ``mend_asked(field)`` asks for a field of what a part is about, or for another
    part. ``aside`` stands in the sidebar, under the pages.
    """

    allowed = Signal()
    place_asked = Signal(str, str)
    left = Signal()
    mend_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.aside: QWidget | None = None

    def restore(self) -> None:
        """Show the page as the window remembers it: widths, views, what was chosen."""

    def remember(self) -> None:
        """Remember how the page is shown."""

    def start(self) -> None:
        """Show the register that was opened before this page was made; told once."""

    def stop(self) -> None:
        """End what the page does beside the window, which is about to close."""

    def set_editable(self, editable: bool) -> None:
        """Allow or refuse changes."""

    def meets(self) -> Needs:
        """Return what holds on this page just now, of what actions can need."""
        return Needs.NOTHING

    def do(self, action_id: str) -> None:
        """Do what an action that several pages share, or that opened this one, asks for."""

    def panes(self) -> list[QWidget]:
        """Return the parts that F6 goes between, in order."""
        return [self]

    def go_to(self, kind: str, record_id: str) -> bool:
        """Show the record ``record_id`` of the table ``kind``; False when it is not here."""
        return False

    def go_to_field(self, kind: str, field: str) -> None:
        """Go to a field, or an owned list, of the record that ``go_to`` has just shown."""

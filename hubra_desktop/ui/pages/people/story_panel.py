"""A part that is a list, or the page of the row that is open in it; Esc leads back."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.pages.money.cards import Story
from hubra_desktop.ui.pages.money.filtered_list import FilteredList, Line
from hubra_desktop.ui.widgets.build import column


class OpenedList(FilteredList[Line]):
    """A list whose rows have a page each: ``opened(id)`` asks for one."""

    opened = Signal(str)

    def read(self) -> None:
        """Read the rows anew."""
        raise NotImplementedError


class StoryPanel(QWidget):
    """``turned`` tells that something else is shown.

    ``place_asked(kind, id)`` asks for a record of another part or page.

    Subclasses show what is open by ``show_open``, which raises LookupError when it is gone,
    and do what its page asks for by ``answer``.
    """

    turned = Signal()
    place_asked = Signal(str, str)

    def __init__(self, name: str, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.desk = desk
        self.editable = True
        self.opened = ""
        self._stack = QStackedWidget(self)
        column(self._stack, of=self)

    def lay_out(self, listed: OpenedList[Any], story: Story) -> None:
        """Stand the list and the page of a row in one place."""
        self._list, self._view, self.story = listed, listed.view, story
        self._stack.addWidget(listed)
        self._stack.addWidget(story)
        listed.opened.connect(self.open)
        story.asked.connect(self.answer)

    def answer(self, what: str, record_id: str) -> None:
        """Do what the page of a row asks for."""
        raise NotImplementedError

    def show_open(self) -> None:
        """Show the page of the row that is open; raises LookupError when it is gone."""
        raise NotImplementedError

    def set_editable(self, editable: bool) -> None:
        """Allow or refuse changes."""
        self.editable = editable

    def forget(self) -> None:
        """Let go of what is open, for another register."""
        self.opened = ""

    def read(self) -> None:
        """Read anew what is shown; what is gone gives way to the list."""
        self._list.read()
        self._show()

    def _show(self) -> None:
        if self.opened:
            try:
                self.show_open()
            except LookupError:
                self.opened = ""
        self._stack.setCurrentWidget(self.story if self.opened else self._list)
        self.turned.emit()

    def open(self, row_id: str) -> bool:
        """Show the page of a row; False when there is none."""
        self.opened = row_id
        self._show()
        if self.opened:
            self.story.go_to_top()
            self.story.setFocus()
        return bool(self.opened)

    def back(self) -> bool:
        """Go back to the list; False when it is shown."""
        if not self.opened:
            return False
        self._view.choose(self.opened)
        self.opened = ""
        self._show()
        self._view.setFocus()
        return True

"""Rows of the agenda on the clipboard: cut, copied and pasted, in the program and from others."""

from PySide6.QtCore import QByteArray, QMimeData, QObject, Signal
from PySide6.QtGui import QClipboard, QGuiApplication

from hubra_desktop.model.errors import InputError, refusal
from hubra_desktop.model.language import say, say_count
from hubra_desktop.model.order import blocks
from hubra_desktop.model.records.meeting import Item
from hubra_desktop.model.swedish import figure
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.pages.meetings.agenda.agenda_editing import AgendaEditing
from hubra_desktop.ui.pages.meetings.agenda.agenda_model import AgendaModel
from hubra_desktop.ui.pages.meetings.agenda.agenda_text import (
    MOST_TEXT,
    cells_of,
    items_of,
    text_of,
)
from hubra_desktop.ui.pages.meetings.open_meeting import OpenMeeting

ROWS_MIME = "application/x-hubra-agenda-rows"
MOST_ROWS = 200
"""No agenda has as many; a whole book pasted by mistake is refused."""


class AgendaClipboard(QObject):
    """Everything of a row goes along within the program; others are given its text.

    ``pasted(ids)`` follows rows that were pasted.
    """

    pasted = Signal(object)

    def __init__(
        self, desk: Desk, meeting: OpenMeeting, model: AgendaModel, editing: AgendaEditing
    ) -> None:
        super().__init__(editing)
        self._desk, self._meeting, self._model, self._editing = desk, meeting, model, editing

    def copy(self, item_ids: tuple[str, ...]) -> int:
        """Put rows with their sub-items on the clipboard; return how many."""
        sheet = self._meeting.sheet
        if sheet is None or not item_ids or not self._desk.flush_or_say():
            return 0
        from hubra_desktop.exchange.json_file import dump_rows

        going = blocks((self._meeting.sheet or sheet).items, item_ids)
        places = (self._model.place_of(item.id) for item in going)
        carried = QMimeData()
        carried.setText(text_of(self._model.row_at(each) for each in places if each is not None))
        carried.setData(ROWS_MIME, QByteArray(dump_rows(going)))
        _clipboard().setMimeData(carried)
        return len(going)

    def cut(self, item_ids: tuple[str, ...]) -> None:
        """Put rows on the clipboard and take them away; Undo brings them back."""
        if self.copy(item_ids):
            self._editing.remove(item_ids)

    def paste(self, below: str, *, instead: bool = False) -> None:
        """Put what the clipboard holds below a row, or where new rows go.

        ``instead`` puts it in the place of that row, if nothing is written in it.
        """
        sheet = self._meeting.sheet
        if sheet is None or not self._desk.flush_or_say():
            return
        with self._desk.refusing():
            index = self._editing.place_below(below)
            made = self._carried(index)
            blank = below if instead and self._editing.is_blank(below) else ""
            pasted = self._editing.add_copies(made, index, instead=blank)
            if pasted:
                told = say_count("{n} rad klistrades in.", "{n} rader klistrades in.", len(pasted))
                self._desk.messages.tell(told, "undo")
                self.pasted.emit(pasted)

    def _carried(self, index: int | None) -> tuple[Item, ...]:
        """Return the rows on the clipboard; raises InputError when there are none to paste."""
        carried = _clipboard().mimeData()
        made = _own(carried) or self._foreign(carried.text(), index)
        if not made:
            raise InputError(
                say("Det finns ingen text att klistra in. Kopiera först det som ska in.")
            )
        if len(made) > MOST_ROWS:
            told = say_count(
                "Texten har {n} rad. Klistra in högst {most} åt gången.",
                "Texten har {n} rader. Klistra in högst {most} åt gången.",
                len(made),
                most=MOST_ROWS,
            )
            raise InputError(told)
        return made

    def _foreign(self, text: str, index: int | None) -> tuple[Item, ...]:
        sheet = self._meeting.sheet
        if len(text) > MOST_TEXT:
            raise refusal(
                "Texten är för lång att klistra in: högst {most} tecken åt gången.",
                most=figure(MOST_TEXT),
            )
        rows = cells_of(text)[: MOST_ROWS + 1]
        if sheet is None:
            return ()
        place = len(sheet.items) if index is None else index
        return items_of(rows, sheet, place, self._editing.organisations)


def _own(carried: QMimeData) -> tuple[Item, ...]:
    """Return the rows that this program put on the clipboard, whole."""
    if not carried.hasFormat(ROWS_MIME):
        return ()
    from hubra_desktop.exchange.json_file import load_rows

    try:
        return load_rows(Item, bytes(carried.data(ROWS_MIME).data()))
    except InputError:
        return ()


def _clipboard() -> QClipboard:
    return QGuiApplication.clipboard()

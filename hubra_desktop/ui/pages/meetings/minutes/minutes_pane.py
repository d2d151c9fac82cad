"""The minutes as they would be printed now, or as they were approved."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hubra_desktop.model.minutes.minutes_terms import MinutesKind
from hubra_desktop.model.minutes.minutes_view import MinutesView
from hubra_desktop.model.minutes.places import field_source, row_and_field
from hubra_desktop.model.terms import APPROVED_STATES
from hubra_desktop.store.errors import RegisterError
from hubra_desktop.ui.actions import Actions
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.pages.meetings.minutes.open_minutes import OpenMinutes
from hubra_desktop.ui.written_paper import WrittenPaperPane
from hubra_desktop.work.minutes_papers import NOTES, PROTOKOLL, minutes_as_written
from hubra_desktop.work.papers import Collected, PaperRequest, collect

NAMES = {MinutesKind.PROTOCOL: PROTOKOLL, MinutesKind.NOTES: NOTES}
"""What the kinds of minutes are called among the papers."""


class MinutesPane(WrittenPaperPane):
    """``source_asked(row, field, block)``: a place of the page was pressed."""

    source_asked = Signal(str, str, int)

    def __init__(
        self, desk: Desk, minutes: OpenMinutes, actions: Actions, parent: QWidget | None = None
    ) -> None:
        super().__init__("minutes", desk, actions, parent)
        self._desk, self._minutes = desk, minutes
        self._issued: tuple[MinutesView, Collected] | None = None
        self.follow_signals(minutes.shown, minutes.changed, minutes.drafted)

    def follow(self, row_id: str, field: str, part: int) -> None:
        """Keep in view where a block of a text is printed."""
        self.follow_text(field_source(row_id, field), part)

    def ask_for_text(self, source: str, part: int) -> None:
        self.source_asked.emit(*row_and_field(source), part)

    def paper(self) -> Collected | None:
        """Return the minutes as they are being written, None before they are begun."""
        draft = self._minutes.draft
        if draft is None or draft.minutes is None:
            return None
        if draft.meeting.state in APPROVED_STATES:
            return self._approved(draft)
        content = minutes_as_written(draft)
        return Collected(NAMES[draft.kind], content, self._minutes.style)

    def _approved(self, view: MinutesView) -> Collected | None:
        """Return minutes as they were approved; None while another program has the register."""
        if self._issued is None or self._issued[0] != view:
            try:
                with self._desk.read() as reader:
                    found = collect(reader, NAMES[view.kind], view.meeting.id)
            except RegisterError:
                return None
            self._issued = view, found
        return self._issued[1]

    def is_of_now(self, paper: Collected) -> bool:
        """Tell whether a page just made is of the minutes that are in view."""
        view = self._minutes.view
        return view is not None and paper.content.view.meeting.id == view.meeting.id

    def stored(self) -> PaperRequest | None:
        view = self._minutes.view
        if view is None or view.minutes is None:
            return None
        return PaperRequest(NAMES[view.kind], view.meeting.id)

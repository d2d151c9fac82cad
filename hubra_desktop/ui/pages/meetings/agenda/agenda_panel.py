"""The agenda with its details and checks: the desk's own work."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from hubra_desktop.model.cures import Cure
from hubra_desktop.model.errors import InputError
from hubra_desktop.model.findings import Finding
from hubra_desktop.model.language import say
from hubra_desktop.model.records.meeting import Item, Meeting
from hubra_desktop.ui.actions import LOCAL_ACTIONS, Actions
from hubra_desktop.ui.context_menu import offer_menu
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.pages.meetings.actions import ROW_MENU
from hubra_desktop.ui.pages.meetings.agenda.agenda_clipboard import AgendaClipboard
from hubra_desktop.ui.pages.meetings.agenda.agenda_editing import AgendaEditing
from hubra_desktop.ui.pages.meetings.agenda.agenda_model import AgendaEntry, AgendaModel
from hubra_desktop.ui.pages.meetings.agenda.agenda_rows import AgendaColumn, agenda_rows
from hubra_desktop.ui.pages.meetings.agenda.agenda_view import AgendaView
from hubra_desktop.ui.pages.meetings.agenda.cell_editor import CellEditor
from hubra_desktop.ui.pages.meetings.agenda.findings_panel import FindingsPanel
from hubra_desktop.ui.pages.meetings.agenda.item_details import ItemDetails
from hubra_desktop.ui.pages.meetings.agenda.time_rail import TimeRail
from hubra_desktop.ui.pages.meetings.dispatch.calling import cures_for, curing
from hubra_desktop.ui.pages.meetings.open_meeting import OpenMeeting
from hubra_desktop.ui.printable import unprintable
from hubra_desktop.ui.theme import GRID, theme
from hubra_desktop.ui.widgets import build
from hubra_desktop.ui.widgets.callout import Callout, announce
from hubra_desktop.ui.widgets.layouts import later
from hubra_desktop.ui.widgets.placed_cells import Hint
from hubra_desktop.work.changes import Changes
from hubra_desktop.work.edits import Change
from hubra_desktop.work.queries.known import Completions

MOVED_SHOWN_MS = 6000
RAIL_NEEDS = 640
"""An agenda narrower than this, in pixels at 13 px text, has no room for the time rail."""
FIELD_COLUMNS = {
    "time": AgendaColumn.TIME,
    "number": AgendaColumn.NUMBER,
    "title": AgendaColumn.TITLE,
    "presenters": AgendaColumn.PRESENTERS,
    "case_number": AgendaColumn.CASE_NUMBER,
}


CELLS_OF = {
    "title": AgendaColumn.TITLE,
    "number_typed": AgendaColumn.NUMBER,
    "duration": AgendaColumn.MINUTES,
    "pin": AgendaColumn.TIME,
    "presenters": AgendaColumn.PRESENTERS,
    "case_number": AgendaColumn.CASE_NUMBER,
}
"""The cell in which each field of a row is typed."""


class AgendaPanel(QWidget):
    """Shows the open meeting's rows; every change goes through AgendaEditing.

    ``head_asked(field)`` asks for a field of the meeting's head that a finding is
    about, ``details_asked`` for the strip with the details, ``mend_asked`` for the
    agenda. ``row_chosen(id)`` tells which row actions work on. ``words_asked`` precedes
    everything typed: what it is completed from is to be offered now.
    """

    words_asked = Signal()
    head_asked = Signal(str)
    details_asked = Signal()
    row_chosen = Signal(str)
    mend_asked = Signal()

    def __init__(
        self, desk: Desk, meeting: OpenMeeting, actions: Actions, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._meeting = meeting
        self._actions = actions
        self._adopting = False
        self.editing = AgendaEditing(desk, meeting, self)
        self.model = AgendaModel(self)
        self.view = AgendaView(self.model, self)
        self.clipboard = AgendaClipboard(desk, meeting, self.model, self.editing)
        self.details = ItemDetails(self.editing.commit, self._draft_details, self)
        self.checks = FindingsPanel(self)
        self._callout = Callout(self)
        self._calm = later(MOVED_SHOWN_MS, self._forget_moves, self)
        self.rail = TimeRail(meeting, self)
        self._rail_wanted = False
        rows = build.row(self.rail, (self.view, 1), spacing=GRID)
        parts = ((rows, 1), self.details, self.checks)
        build.column(*parts, of=self, spacing=GRID)
        self._connect()
        desk.hold(self, self.mend)

    def _connect(self) -> None:
        for action_id in LOCAL_ACTIONS:
            self.view.addAction(self._actions[action_id])
        offer_menu(self.view, ROW_MENU, self._actions)
        self.view.row_chosen.connect(self._choose_row)
        self.view.reverted.connect(self._take_back)
        self.view.delegate.words_asked.connect(self.words_asked)
        self.view.delegate.commit_asked.connect(self._commit_cell)
        self.view.delegate.taken_back.connect(self._take_back)
        self.view.delegate.drafted.connect(self._draft_cell)
        self.view.delegate.rows_pasted.connect(self._paste_rows)
        self.view.delegate.words_asked.connect(self.view.insertion.leave)
        self.view.delegate.closeEditor.connect(self._callout.hide)
        self.model.entered.connect(self._enter)
        self.model.dropped.connect(self.editing.drop)
        self.editing.made.connect(self._edit_made)
        self.editing.shifted.connect(self._announce_place)
        self.clipboard.pasted.connect(self.view.choose_rows)
        self.view.cleared.connect(self.editing.clear)
        self.view.insert_asked.connect(self.editing.add_at)
        self.editing.rows_moved.connect(self._show_moves)
        self.checks.chosen.connect(self._go_to)
        self.checks.cured.connect(self._cure)
        self.rail.chosen.connect(self._choose_bar)
        self.rail.resized.connect(self._resize_row)
        self._meeting.shown.connect(self._start_over)
        self._meeting.committed.connect(self._follow)

    def offer(self, known: Completions) -> None:
        """Complete these words while something is typed."""
        people = []
        for person in known.people:
            text = ", ".join(part for part in (person.name, person.title, person.unit) if part)
            people.append((text, text))
        people += [(each, each) for each in known.organisations]
        matters = [
            (f"{each.case_number}   {each.title}".strip(), each.case_number)
            for each in known.matters
        ]
        self.view.delegate.offer(
            {
                AgendaColumn.TITLE: [(each, each) for each in known.item_titles],
                AgendaColumn.PRESENTERS: people,
                AgendaColumn.CASE_NUMBER: matters,
            }
        )
        self.editing.organisations = known.organisations

    def flush(self) -> bool:
        """Commit the open cell and the details; False when something is refused."""
        editor = self.view.open_editor()
        if editor is not None and editor.dirty:
            self._commit_cell(editor)
        return (editor is None or not editor.refusal) and self.details.flush()

    def mend(self) -> str:
        """Lead to what was refused; return the name of its column or field."""
        self.mend_asked.emit()
        editor = self.view.open_editor()
        if editor is not None and editor.refusal:
            editor.setFocus(Qt.FocusReason.OtherFocusReason)
            self._callout.show_at(editor, editor.refusal)
            return editor.accessibleName()
        self.details_asked.emit()
        return self.details.mend()

    def current_id(self) -> str:
        """Return the id of the row that actions work on."""
        return self.view.current_id()

    def chosen_ids(self) -> tuple[str, ...]:
        """Return the ids of the rows that actions work on together."""
        return self.view.chosen_ids()

    def set_editable(self, editable: bool) -> None:
        """Allow or refuse changes."""
        self.model.set_editable(editable)
        self.view.insertion.setEnabled(editable)
        self.details.set_editable(editable)
        self.rail.set_editable(editable)

    def _start_over(self) -> None:
        self.checks.tell("")
        self._callout.hide()
        self.model.mark_moved(frozenset())
        self._show_sheet()
        self.view.setCurrentIndex(self.model.index(0, AgendaColumn.TITLE))
        self._choose_row(self.current_id())

    def _follow(self, before: Meeting, changes: Changes) -> None:
        if self._adopting and changes.created and self._meeting.item(changes.created):
            self._adopting = False
            self.model.adopt(changes.created)
            self.view.note_fresh(changes.created)
        self._show_sheet()
        if changes.created is None:
            self._show_returned(changes)
        self.view.keep_chosen()
        self._choose_row(self.current_id())

    def _show_returned(self, changes: Changes) -> None:
        """Choose the rows that an undo or a redo has brought back."""
        returned = {
            row.id for row in changes.rows if (row.kind, row.op) == ("agenda_item", "added")
        }
        here = [item.id for item in self._meeting.sheet.items] if self._meeting.sheet else []
        self.view.choose_rows([each for each in here if each in returned])

    def _show_sheet(self) -> None:
        sheet = self._meeting.sheet
        if sheet is None:
            self.model.show_rows([self.model.row_at(self.model.rowCount() - 1)])
            self.checks.show_findings(())
            return
        found = self._meeting.findings_of(sheet)
        carried = self._meeting.carried
        self.model.show_rows(agenda_rows(sheet, self._meeting.style, found, carried))
        cures = cures_for(sheet, self._meeting.style, self._meeting.notice_days)
        self.checks.show_findings(found, cures)

    def _choose_row(self, item_id: str) -> None:
        if not self.details.show_record(self._meeting.item(item_id)):
            # After the click has run its course, since it selects its own row last.
            QTimer.singleShot(0, self, self._stay)
            return
        self.rail.show_current(item_id)
        self.row_chosen.emit(item_id)

    def _stay(self) -> None:
        """Choose the row of the details that must be mended again, and lead to them."""
        record = self.details.record
        if record is not None:
            self.view.choose(record.id, AgendaColumn.TITLE)
            self.details_asked.emit()
            self.details.mend()

    def _commit_cell(self, editor: CellEditor) -> None:
        """Commit a cell's text; a refusal stays on the editor and beside the cell."""
        item_id = self.view.editor_id(editor)
        if item_id is None:
            return
        self._adopting = not item_id
        try:
            self.editing.enter(item_id, editor.column, editor.text(), editor.edit)
        except InputError as refusal:
            self._meeting.forget_typing()
            editor.set_refusal(refusal.where_typed)
            self._callout.show_at(editor, refusal.where_typed)
            return
        finally:
            self._adopting = False
        editor.stored()
        self._tell_printing(editor)

    def _paste_rows(self, editor: CellEditor) -> None:
        """Paste rows below the one that is written in, or in its place while it is empty."""
        if not self._desk.flush_or_say():
            return
        item_id = self.view.editor_id(editor)
        self.view.closeEditor(editor, Hint.NoHint)
        if item_id is not None:
            self.clipboard.paste(item_id, instead=not editor.text())

    def _tell_printing(self, editor: CellEditor) -> None:
        """Say beside a cell what of its text cannot be printed; the text is kept."""
        sentence = unprintable(editor.text())
        if sentence:
            self._callout.show_at(editor, sentence, caution=True)
        else:
            self._callout.hide()

    def _take_back(self) -> None:
        self._callout.hide()
        self._meeting.forget_typing()

    def _draft_cell(self, editor: CellEditor) -> None:
        if not editor.refusal:
            self._tell_printing(editor)
        item_id = self.view.editor_id(editor)
        if item_id is not None:
            self.editing.draft(item_id, editor.column, editor.text())

    def _enter(self, entry: AgendaEntry) -> None:
        self.words_asked.emit()
        with self._desk.refusing():
            self.editing.enter(entry.item_id, entry.column, entry.text, "")

    def _draft_details(self, item_id: str, values: Mapping[str, object], edit: str) -> None:
        self._meeting.type_item(item_id, values)

    def _edit_made(self, item_id: str) -> None:
        self.view.choose(item_id, AgendaColumn.TITLE, edit=True)

    def _announce_place(self, item_ids: tuple[str, ...]) -> None:
        place = self.model.place_of(item_ids[0])
        if place is None:
            return
        row = self.model.row_at(place)
        editor = self.view.open_editor()
        if editor is None or self.view.editor_id(editor) not in item_ids:
            self.view.choose_rows(item_ids)
        said = say("{title} är nu rad {place} av {rows}, {time}")
        announce(
            self.view,
            said.format(
                title=row.cells[AgendaColumn.TITLE],
                place=place + 1,
                rows=self.model.rowCount() - 1,
                time=row.cells[AgendaColumn.TIME],
            ),
        )

    def _show_moves(self, item_ids: frozenset[str], sentence: str) -> None:
        self.model.mark_moved(item_ids)
        if not sentence:
            self.checks.tell("")
            return
        self.checks.tell(self._with_way_back(sentence))
        self._calm.start()
        announce(self, sentence)

    def _with_way_back(self, sentence: str) -> str:
        """Add the keys that take back what was done; after an undo those that do it again."""
        workspace = self._desk.workspace
        if workspace is not None and workspace.redo_label is not None:
            way, said = "redo", say("{what} Gör om med {keys}.")
        else:
            way, said = "undo", say("{what} Ångra med {keys}.")
        return said.format(what=sentence, keys=self._actions[way].shortcut().toString())

    def _forget_moves(self) -> None:
        self.model.mark_moved(frozenset())
        self.checks.tell("")

    def want_rail(self, wanted: bool) -> None:
        """Show the time rail beside the rows, where there is room for it."""
        self._rail_wanted = wanted
        self._fit_rail()

    def _fit_rail(self) -> None:
        self.rail.setVisible(self._rail_wanted and self.width() >= theme().scaled(RAIL_NEEDS))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_rail()

    def _choose_bar(self, item_id: str) -> None:
        if self._desk.flush():
            self.view.choose(item_id, AgendaColumn.TITLE)

    def _resize_row(self, item_id: str, minutes: int) -> None:
        self._desk.run(Change(Item, item_id, {"duration": minutes}))

    def _cure(self, cure: Cure) -> None:
        if self._meeting.sheet is not None:
            self._desk.run(curing(self._meeting.sheet, cure))

    def _go_to(self, finding: Finding) -> None:
        self.go_to(finding.item_id, finding.field)

    def is_typed_in(self, item_id: str) -> bool:
        """Return whether the open cell is one of this row's."""
        editor = self.view.open_editor()
        return editor is not None and self.view.editor_id(editor) == item_id

    def go_to_field(self, field: str) -> None:
        """Go to a field of the current row, in its cell or among the details."""
        if self.is_typed_in(self.current_id()):
            return
        column = CELLS_OF.get(field)
        if column is not None:
            self.view.choose(self.current_id(), column)
        elif field in self.details.places:
            self.details_asked.emit()
            self.details.go_to(field)

    def go_to(self, item_id: str | None, field: str) -> None:
        """Go to the cell or the field where a finding is mended."""
        if item_id is None:
            if field == "items":
                self.view.choose("", AgendaColumn.TITLE, edit=True)
            else:
                self.head_asked.emit(field.removeprefix("head."))
        elif field in self.details.entries:
            self.view.choose(item_id, AgendaColumn.TITLE)
            self.details.show()
            self.details.go_to(field)
        else:
            self.view.choose(item_id, FIELD_COLUMNS.get(field, AgendaColumn.TITLE))

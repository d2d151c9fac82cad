"""What hands do to make a register and its meetings: dialogs answered, rows typed in the agenda."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from hubra_desktop.model.terms import ItemKind
from hubra_desktop.ui.dialogs.first_start import FirstStartDialog
from hubra_desktop.ui.forms.dialog import FormDialog
from hubra_desktop.ui.main_window import MainWindow
from hubra_desktop.ui.pages.meetings.agenda.agenda_rows import AgendaColumn
from tests.journeys.keyboard import come_back, in_dialog
from tests.ui.hands import edit, editor, items, settle, sheet, trigger, type_over
from tests.ui.money import enter

EARLIER = "Föregående protokoll"
PLACE, START, END = "A-salen", "15.30", "17.30"


@dataclass(frozen=True)
class Row:
    """A row of an agenda: its title and kind, and how many minutes it is planned for."""

    title: str
    kind: ItemKind = ItemKind.INFORMATION
    minutes: int = 20


def answer(window: MainWindow, action_id: str, deed: Callable[[FormDialog], None]) -> None:
    """Ask for something, and do ``deed`` in the dialog that it opens; it closes after that."""
    failures: list[BaseException] = []

    def do() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, FormDialog)
        deed(dialog)

    in_dialog(do, failures)
    trigger(window, action_id)
    if failures:
        raise failures[0]
    come_back(window)
    settle()


def filled(**typed: object) -> Callable[[FormDialog], None]:
    """Return the deed of filling in a dialog and accepting it."""

    def deed(dialog: FormDialog) -> None:
        enter(dialog, **typed)
        dialog.accept_button.click()

    return deed


def make_register(window: MainWindow, first: date) -> None:
    """Make the council's register with its first meeting, and leave the people for later."""

    def deed(dialog: FormDialog) -> None:
        assert isinstance(dialog, FirstStartDialog)
        enter(dialog, organisation="Rådet", municipality="Ekköping")
        dialog.accept_button.click()
        dialog.skip.click()
        enter(dialog, date=first.isoformat(), start=START, end=END, place=PLACE)
        dialog.accept_button.click()

    answer(window, "new-register", deed)


def plan(window: MainWindow, day: date, rows: Sequence[Row]) -> str:
    """Make a meeting, if there is none that day, and type its agenda; return its id."""
    window.show_page("page-meetings")
    if window.meeting.sheet is None or sheet(window).date != day:
        typed = {"date": day.isoformat(), "start": START, "end": END, "place": PLACE}
        answer(window, "new-meeting", filled(**typed))
    assert sheet(window).date == day
    standing = [each.id for each in items(window) if each.title != EARLIER]
    window.meetings.agenda.view.choose_rows(standing)
    trigger(window, "remove-item")
    settle()
    for row in rows:
        _type_row(window, row)
    assert [(each.title, each.kind, each.duration) for each in items(window)[-len(rows) :]] == [
        (row.title, row.kind, row.minutes) for row in rows
    ]
    return sheet(window).id


def _type_row(window: MainWindow, row: Row) -> None:
    """Type a row where a new one is offered, and choose its kind if its title does not tell it."""
    type_over(edit(window, -1, AgendaColumn.TITLE), row.title, Qt.Key.Key_Tab)
    typed = next(each for each in items(window) if each.title == row.title)
    for text in ("", str(row.minutes)):
        type_over(editor(window), text, Qt.Key.Key_Tab)
        settle()
    type_over(editor(window), "")
    if typed.kind is not row.kind:
        window.meetings.agenda.view.choose(typed.id, AgendaColumn.TITLE)
        trigger(window, f"kind-{row.kind.value}")
        settle()


def take_up(window: MainWindow, title: str) -> None:
    """Put what waits on the agenda of the meeting that is open."""

    def deed(dialog: FormDialog) -> None:
        (tick,) = (each for each in dialog.entries.values() if title in each.spec.hint)
        tick.show_value(True)
        dialog.accept_button.click()

    answer(window, "take-up", deed)
    assert title in [each.title for each in items(window)]

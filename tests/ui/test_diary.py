"""The part Att diarieföra: what waits is marked with its number, and the mark is taken away."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from hubra_desktop.model.records.dispatch import Dispatch, DispatchRecipient
from hubra_desktop.model.records.meeting import MeetingPaper
from hubra_desktop.ui.main_window import MainWindow
from hubra_desktop.ui.pages.meetings.dispatch.diary_list import DiaryForm, DiaryPart
from hubra_desktop.work.commands.dispatches import SendDispatch
from hubra_desktop.work.edits import Remove
from tests.ui.hands import settle, sheet

SENT = date(2018, 2, 28)


def empty_part(window: MainWindow) -> DiaryPart:
    """Show the part with only this meeting's documents, of which there are none."""
    for paper in sheet(window).papers:
        window.desk.run(Remove(MeetingPaper, paper.id))
    window.meetings.parts.show_part("diary")
    settle()
    part = window.findChild(DiaryPart)
    assert part is not None
    part.list.scope.show_value(True)
    part.list.read()
    return part


def part_of(window: MainWindow) -> DiaryPart:
    """Show the part with a kallelse that was sent."""
    part = empty_part(window)
    recipients = (DispatchRecipient(name="Åsa Ek"),)
    dispatch = Dispatch(
        meeting_id=sheet(window).id, day=SENT, subject="Kallelse", recipients=recipients
    )
    window.desk.run(SendDispatch(dispatch))
    settle()
    return part


def shown(part: DiaryPart) -> list[str]:
    model = part.list.model
    return [model.row_at(place).entry.what for place in range(model.rowCount())]


def form_of(part: DiaryPart) -> DiaryForm:
    assert isinstance(part.side.form, DiaryForm)
    return part.side.form


def test_a_document_is_marked_with_the_number_it_got(window: MainWindow) -> None:
    part = part_of(window)
    assert shown(part) == ["Kallelse"]
    QTest.keyClick(part.list.view, Qt.Key.Key_Return)
    settle()
    form = form_of(part)
    field = form.entries["number"].field
    assert field.hasFocus()
    QTest.keyClicks(field, "KS-2018/9")
    QTest.keyClick(field, Qt.Key.Key_Return)
    settle()
    assert shown(part) == []
    assert part.list.sums.text().endswith("1 är diarieförd")
    part.list.state.show_value(False)
    part.list.narrow()
    (entry,) = [line.entry for line in (part.list.model.row_at(0),)]
    assert entry.number == "KS-2018/9"
    part.mark()
    remove = form_of(part).remove
    QTest.mouseClick(remove, Qt.MouseButton.LeftButton)
    settle()
    assert part.list.model.row_at(0).entry.waits


def test_the_list_says_what_belongs_in_it_while_it_is_empty(window: MainWindow) -> None:
    part = empty_part(window)
    assert part.list.none is not None
    assert part.list.none.isVisible()
    assert not part.list.view.isVisible()
    mark = part.findChild(QPushButton, "diary-mark")
    assert mark is not None
    assert not mark.isVisible()


def test_enter_in_a_register_open_for_reading_says_why_nothing_opens(window: MainWindow) -> None:
    part = part_of(window)
    path = window.desk.path
    assert path is not None
    window.registers.open(path, read_only=True)
    window.meetings.parts.show_part("diary")
    settle()
    part.list.view.setCurrentIndex(part.list.model.index(0, 0))
    QTest.keyClick(part.list.view, Qt.Key.Key_Return)
    settle()
    assert part.side.form is None
    assert window.messages.history[-1].text == window.desk.closed_told

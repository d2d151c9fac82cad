"""Evidence beside rows and grants: added, opened, removed and taken back."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from hubra_desktop.ui.dialogs import files
from hubra_desktop.ui.main_window import MainWindow
from hubra_desktop.ui.pages.money.cards import Card, CardLine
from hubra_desktop.ui.pages.money.evidence import EvidenceCard
from hubra_desktop.ui.pages.money.page import MoneyPage
from hubra_desktop.work.queries.evidence import evidence_of
from tests.ui.hands import settle
from tests.ui.money import all_grants, dimman, page

PDF = b"%PDF-1.7 kvitto"


@pytest.fixture
def window(first_page: MainWindow) -> MainWindow:
    return first_page


@pytest.fixture
def ledger(window: MainWindow) -> MoneyPage:
    shown = page(window)
    shown.show_part("ledger")
    return shown


@pytest.fixture
def receipt(tmp_path: Path) -> Path:
    path = tmp_path / "kvitto fika.pdf"
    path.write_bytes(PDF)
    return path


def kept(window: MainWindow, kind: str, row_id: str) -> list[str]:
    with window.desk.read() as reader:
        return [each.name for each in evidence_of(reader, kind, row_id)]


def drop(target: QWidget, place: QPoint, *paths: Path) -> None:
    """Drag files to a place of a widget, and let go of them there."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(each)) for each in paths])
    held = (data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    enter = QDragEnterEvent(QPointF(place), Qt.DropAction.CopyAction, *held)
    QApplication.sendEvent(target, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(target, QDropEvent(QPointF(place), Qt.DropAction.CopyAction, *held))
    settle()


def card(shown: MoneyPage) -> EvidenceCard:
    found = [each for each in shown.findChildren(EvidenceCard) if each.isVisible()]
    assert len(found) == 1
    return found[0]


def test_a_file_dropped_on_a_row_stays_with_it_until_it_is_undone(
    window: MainWindow, ledger: MoneyPage, receipt: Path
) -> None:
    view = ledger.ledger.view
    row = ledger.ledger.model.id_at(0)
    place = view.visualRect(ledger.ledger.model.index(0, 2)).center()
    drop(view.viewport(), place, receipt)
    assert kept(window, "ledger_entry", row) == [receipt.name]
    assert window.messages.history[-1].action == "undo"
    line = ledger.ledger.line(row)
    assert line is not None
    assert line.evidence == 1
    window.desk.undo()
    settle()
    assert not kept(window, "ledger_entry", row)


def test_a_file_dropped_beside_the_rows_is_told_where_to_go(
    window: MainWindow, ledger: MoneyPage, receipt: Path
) -> None:
    port = ledger.ledger.view.viewport()
    drop(port, QPoint(20, port.height() - 4), receipt)
    assert window.messages.history[-1].text == "Släpp filen på den rad som den hör till."


@pytest.mark.parametrize(
    ("name", "content", "word"),
    [("kvitto.exe", b"MZ\x90", "kvitto.exe"), ("kvitto.pdf", b"", "kvitto.pdf")],
)
def test_a_file_that_is_no_evidence_is_refused_in_a_sentence(
    window: MainWindow, ledger: MoneyPage, tmp_path: Path, name: str, content: bytes, word: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    row = ledger.ledger.model.id_at(0)
    ledger.ledger.open_row(row)
    drop(card(ledger), QPoint(5, 5), path)
    assert word in window.messages.history[-1].text
    assert not kept(window, "ledger_entry", row)


def test_evidence_is_added_opened_and_removed_beside_a_grant(
    window: MainWindow, receipt: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = all_grants(window)
    grant = dimman(window).sheet.id
    shown.grants.open(grant)
    monkeypatch.setattr(files, "ask_evidence", lambda _: [receipt])
    shown_card = card(shown)
    add = shown_card.findChild(QPushButton, "add-evidence")
    assert add is not None
    add.click()
    settle()
    assert kept(window, "grant", grant) == [receipt.name]
    opened: list[bytes] = []

    def note(url: QUrl) -> bool:
        path = Path(url.toLocalFile())
        assert path.name == receipt.name
        assert not path.stat().st_mode & 0o222
        opened.append(path.read_bytes())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", note)
    line = card(shown).findChild(CardLine, "evidence-0")
    assert line is not None
    line.click()
    assert opened == [PDF]
    remove = card(shown).findChild(QPushButton, "remove-evidence-0")
    assert remove is not None
    assert receipt.name in remove.accessibleName()
    remove.setFocus()
    remove.click()
    settle()
    assert not kept(window, "grant", grant)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.objectName() == "add-evidence"
    window.desk.undo()
    settle()
    assert kept(window, "grant", grant) == [receipt.name]
    assert card(shown).findChild(CardLine, "evidence-0") is not None
    assert shown.grants.go_to("association", dimman(window).sheet.body_id)
    overview = shown.grants.association.findChild(Card, "evidence-overview")
    assert overview is not None
    listed = overview.findChild(CardLine, "evidence-0")
    assert listed is not None
    assert dimman(window).sheet.title in listed.text()
    listed.click()
    assert opened == [PDF, PDF]


def test_what_the_clipboard_holds_is_pasted_as_evidence(
    window: MainWindow, ledger: MoneyPage, receipt: Path
) -> None:
    row = ledger.ledger.model.id_at(0)
    ledger.ledger.view.choose(row)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(receipt))])
    QGuiApplication.clipboard().setMimeData(data)
    QTest.keyClick(ledger.ledger.view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert kept(window, "ledger_entry", row) == [receipt.name]
    QGuiApplication.clipboard().setText("bara ord")
    QTest.keyClick(ledger.ledger.view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert "varken en fil eller en bild" in window.messages.history[-1].text


def test_a_register_open_for_reading_keeps_no_more(window: MainWindow, receipt: Path) -> None:
    path = window.desk.path
    assert path is not None
    assert window.registers.open(path, read_only=True)
    shown = page(window)
    shown.show_part("ledger")
    row = shown.ledger.model.id_at(0)
    place = shown.ledger.view.visualRect(shown.ledger.model.index(0, 2)).center()
    drop(shown.ledger.view.viewport(), place, receipt)
    assert "öppet för läsning" in window.messages.history[-1].text
    shown.ledger.open_row(row)
    add = card(shown).findChild(QPushButton, "add-evidence")
    assert add is not None
    assert not add.isEnabled()
    assert not kept(window, "ledger_entry", row)

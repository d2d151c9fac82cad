"""The part Justering: approvers, approval, announcement, signed files, reopening, the archive."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from hubra_desktop.model.minutes.minutes_terms import MinutesKind
from hubra_desktop.model.records.meeting import Item
from hubra_desktop.model.records.minutes import Approver, Minutes, Section
from hubra_desktop.model.terms import ItemKind, MeetingState
from hubra_desktop.ui.dialogs import files
from hubra_desktop.ui.forms.panel import FormPanel
from hubra_desktop.ui.main_window import MainWindow
from hubra_desktop.ui.pages.meetings.approval.approval_part import ApprovalPart
from hubra_desktop.ui.pages.money.cards import Card
from hubra_desktop.ui.pages.money.summary import MarkedSentence
from hubra_desktop.ui.widgets.wrapped_line import WrappedLine
from hubra_desktop.work.commands.sections import NumberSections
from hubra_desktop.work.edits import Add, Change, Remove
from hubra_desktop.work.queries.approval import ApprovalView, approval_view
from tests.ui.hands import settle
from tests.work.held_office import held_office


@pytest.fixture
def part(empty_window: MainWindow, tmp_path: Path) -> ApprovalPart:
    """The part over a meeting that was held, whose §§ have no numbers yet."""
    path = tmp_path / "held.hubra"
    held_office(path).workspace.close()
    assert empty_window.registers.open(path)
    empty_window.show_page("page-meetings")
    assert empty_window.meetings.go_to("meeting", "held")
    empty_window.meetings.parts.show_part("approval")
    settle()
    found = empty_window.findChild(ApprovalPart)
    assert found is not None
    return found


def now(window: MainWindow) -> ApprovalView:
    settle()
    with window.desk.read() as reader:
        return approval_view(reader, "held")


def press(part: ApprovalPart, name: str) -> None:
    button = part.findChild(QPushButton, name) or part.findChild(WrappedLine, name)
    assert button is not None, name
    assert button.isEnabled(), name
    button.click()
    settle()


def form(part: ApprovalPart, **values: object) -> None:
    """Fill in the form that is open, and send it."""
    shown = part.host.form
    assert isinstance(shown, FormPanel)
    shown.show_values(values)
    shown.send()
    settle()


def told(window: MainWindow) -> str:
    message = window.bar.message
    return message.text if message else ""


def test_minutes_become_approved_announced_reopened_and_archived(
    part: ApprovalPart, empty_window: MainWindow
) -> None:
    window, desk = empty_window, empty_window.desk
    approve = part.findChild(QPushButton, "approval-approve")
    assert approve is not None
    assert not approve.isEnabled()
    desk.run(NumberSections("held"))
    press(part, "approval-approve")
    form(part, day=desk.today())
    view = now(window)
    assert view.is_approved
    assert [each.issued_by for each in view.issued] == [desk.workspace.who]  # type: ignore[union-attr]
    assert window.meetings.head.state.text() == "Justerat: ändras inte mer"
    facts = window.meetings.facts.texts
    assert facts["place"].isReadOnly()
    assert not any(each.placeholderText() for each in facts.values())
    press(part, f"post-{view.done[0].id}")
    form(part, day=desk.today(), by="Åsa Ek")
    assert now(window).done[0].proof == "uppsatt av Åsa Ek"
    press(part, "approval-reopen")
    form(part, day=desk.today(), reason="", agreed_by="Åsa Ek")
    assert now(window).is_approved
    form(part, day=desk.today(), reason="Fel belopp.", agreed_by="Åsa Ek")
    assert now(window).state is MeetingState.HELD
    press(part, "approval-approve")
    form(part, day=desk.today())
    assert [each.version for each in now(window).issued] == [2, 1]
    shown = (part.findChild(Card, f"announcement-{place}") for place in range(2))
    cards = [card.accessibleName() for card in shown if card]
    assert cards[0] == f"{cards[1]}, version 2"
    press(part, "approval-archive")
    form(part, day=desk.today())
    assert now(window).state is MeetingState.ARCHIVED


def test_single_sections_are_approved_at_once(part: ApprovalPart, empty_window: MainWindow) -> None:
    heading = "Bidrag till Nattvandrarna & grannarna " * 4
    empty_window.desk.run(NumberSections("held"))
    empty_window.desk.run(Change(Section, "sec-h4", {"heading": heading}))
    press(part, "approval-at-once")
    shown = part.host.form
    assert shown is not None
    tick = shown.entries["section3"].field
    assert tick.accessibleName() == f"§ 4 {heading.strip()}".replace("§ ", "§\u00a0")
    assert tick.text().count("\n") > 1
    assert tick.width() <= shown.width()
    form(part, section3=True)
    (approval,) = now(empty_window).done
    assert now(empty_window).numbers_of(approval) == "§\u00a04"


def test_what_is_told_of_an_announcement_stands_in_its_forms(
    part: ApprovalPart, empty_window: MainWindow
) -> None:
    desk = empty_window.desk
    desk.run(NumberSections("held"))
    press(part, "approval-approve")
    form(part, day=desk.today())
    (approval,) = now(empty_window).done
    for name, by in (("post", "Åsa Ek"), ("take-down", "Bo Sund")):
        press(part, f"{name}-{approval.id}")
        form(part, day=desk.today(), by=by)
        press(part, f"{name}-{approval.id}")
        shown = part.host.form
        assert isinstance(shown, FormPanel)
        assert shown.draft() == {"day": desk.today().isoformat(), "by": by}
        shown.send()
    assert now(empty_window).done[0].proof == "uppsatt av Åsa Ek, nedtaget av Bo Sund"


def test_notes_are_spoken_of_as_notes(part: ApprovalPart, empty_window: MainWindow) -> None:
    desk = empty_window.desk
    desk.run(Change(Minutes, "minutes", {"kind": MinutesKind.NOTES}))
    settle()
    press(part, "approval-approve")
    shown = part.host.form
    assert isinstance(shown, FormPanel)
    assert shown.accessibleName() == "Godkänn minnesanteckningarna"
    form(part, day=desk.today())
    assert now(empty_window).is_approved
    press(part, "approval-reopen")
    said = [each.text() for each in part.findChildren(QLabel)]
    said += [each.text() for each in part.findChildren(QPushButton)]
    assert not [each for each in said if "rotokoll" in each or "juster" in each.lower()]


def test_approvers_are_proposed_chosen_and_removed(
    part: ApprovalPart, empty_window: MainWindow
) -> None:
    empty_window.desk.run(Remove(Approver, "ap1"))
    settle()
    press(part, "propose-approvers")
    assert now(empty_window).approvers[0].name == "Åsa Ek"
    press(part, "propose-approvers")
    assert told(empty_window) == "Justerarna är redan valda och dagen planerad."
    press(part, "new-approver")
    form(part, attendance_id="ha5", role="Justerare")
    assert now(empty_window).approvers[-1].name == "Finn Dahl"
    press(part, f"approver-{now(empty_window).approvers[-1].id}")
    assert part.host.form is not None
    part.host.form.remove.click()
    assert len(now(empty_window).approvers) == 2


def test_the_keys_stay_at_their_button_when_the_cards_are_built_anew(
    part: ApprovalPart, empty_window: MainWindow
) -> None:
    empty_window.desk.run(Remove(Approver, "ap1"))
    empty_window.activateWindow()
    settle()
    button = part.findChild(QPushButton, "propose-approvers")
    assert button is not None
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    settle()
    focused = empty_window.focusWidget()
    assert focused is not None
    assert (focused.objectName(), focused.isVisible()) == ("propose-approvers", True)


def test_what_hinders_follows_the_agenda(part: ApprovalPart, empty_window: MainWindow) -> None:
    before = now(empty_window)
    assert part._view == before
    empty_window.desk.run(Add(Item, {"title": "Val", "kind": ItemKind.DECISION}, "held"))
    assert now(empty_window).stops != before.stops
    assert part._view == now(empty_window)


def test_a_signed_file_is_taken_in_and_a_forged_one_refused(
    part: ApprovalPart,
    empty_window: MainWindow,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from hubra_desktop.work.issued_papers import issued_pdf
    from tests.exchange.signing import signed_by

    empty_window.desk.run(NumberSections("held"))
    press(part, "approval-approve")
    form(part, day=empty_window.desk.today())
    issued = now(empty_window).issued[0].id
    with empty_window.desk.read() as reader:
        pdf = issued_pdf(reader, issued)
    path = tmp_path / "signerat.pdf"
    monkeypatch.setattr(files, "ask_signed", lambda _: path)
    path.write_bytes(signed_by(pdf.replace(b"%PDF-1.7", b"%PDF-1.6", 1)))
    press(part, f"take-in-{issued}")
    assert "inte den som utfärdades" in told(empty_window)
    assert now(empty_window).signed == ()
    path.write_bytes(signed_by(pdf))
    press(part, f"take-in-{issued}")
    (signed,) = now(empty_window).signed
    assert signed.signers.startswith("Åsa Ek")
    unsigned = part.findChild(MarkedSentence, f"unsigned-{issued}")
    assert unsigned is not None
    assert unsigned.text.text() == "Bland underskrifterna saknas Eva Lind."
    press(part, f"drop-signed-{signed.id}")
    assert now(empty_window).signed == ()


def test_a_scan_is_kept_and_marked_as_such(
    part: ApprovalPart,
    empty_window: MainWindow,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    empty_window.desk.run(NumberSections("held"))
    press(part, "approval-approve")
    form(part, day=empty_window.desk.today())
    issued = now(empty_window).issued[0].id
    path = tmp_path / "underskrift.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\n")
    monkeypatch.setattr(files, "ask_papers", lambda *_, **__: [path])
    button = part.findChild(QPushButton, f"scan-{issued}")
    assert button is not None
    button.setFocus()
    # As while the dialog that asked for the file closes: no window has the keys.
    monkeypatch.setattr(QApplication, "focusWidget", lambda: None)
    press(part, f"scan-{issued}")
    focused = empty_window.focusWidget()
    assert focused is not None
    assert focused.objectName() == f"scan-{issued}"
    (signed,) = now(empty_window).signed
    assert not signed.is_signed
    texts = [each.text() for each in part.findChildren(QLabel)]
    assert any("inte kontrollerad av programmet" in each for each in texts)


def test_minutes_that_are_elsewhere_are_marked_so(
    part: ApprovalPart, empty_window: MainWindow
) -> None:
    with empty_window.desk.read() as reader:
        ids = [each.section.id for each in approval_view(reader, "held").minutes.sections]
    for each in ids:
        empty_window.desk.run(Remove(Section, each))
    settle()
    press(part, "approval-elsewhere")
    form(part, day=empty_window.desk.today(), kept_at="Kommunarkivet")
    view = now(empty_window)
    assert view.is_approved
    assert isinstance(view.minutes.minutes, Minutes)

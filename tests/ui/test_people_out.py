"""People pasted in, disposed of by a decision, and the list of disposals."""

from datetime import date
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from hubra_desktop.exchange.tables import TableName
from hubra_desktop.model.records.council import Person
from hubra_desktop.ui.dialogs.disposals import DisposalsDialog
from hubra_desktop.ui.dialogs.purge import PurgeBasis, PurgeDialog, goes_text, stays_text
from hubra_desktop.ui.dialogs.table_import import TableImportDialog, TableTold
from hubra_desktop.ui.main_window import MainWindow
from hubra_desktop.ui.pages.people.disposing import dispose_of, show_disposals
from hubra_desktop.ui.pages.people.page import PeoplePage
from hubra_desktop.work.edits import Add
from hubra_desktop.work.queries.disposals import Disposed, disposals
from hubra_desktop.work.queries.people import persons
from tests.ui.hands import trigger
from tests.work.sent import INPUTS

BASIS = PurgeBasis("KS 2026/1 § 4", date(2026, 3, 4), "Eva Lind")


def names(window: MainWindow) -> list[str]:
    with window.desk.read() as reader:
        return [each.name for each in persons(reader)]


def test_a_table_on_the_clipboard_is_taken_in_as_a_file_is(
    first_page: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    QGuiApplication.clipboard().setText("Namn\tTitel\nÅsa Pastén\tutredare\n")

    def ask(*shown: Any, comparing: bool = False) -> TableTold:
        _, name, reads, _, first, _ = shown
        assert (name, comparing) == ("Urklipp", False)
        told: TableTold = reads(first, None)
        return told

    monkeypatch.setattr(TableImportDialog, "ask", ask)
    first_page.actions_["paste-table"].trigger()
    assert "Åsa Pastén" in names(first_page)
    QGuiApplication.clipboard().setText(" ")
    first_page.actions_["paste-table"].trigger()
    assert "Urklipp är tomt" in first_page.messages.history[-1].text


def test_contact_cards_are_taken_in_as_people(
    first_page: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def ask(*shown: Any, comparing: bool = False) -> TableTold:
        _, _, reads, tables, first, _ = shown
        assert (tables, first) == ((TableName.PEOPLE,), TableName.PEOPLE)
        told: TableTold = reads(first, None)
        return told

    monkeypatch.setattr(TableImportDialog, "ask", ask)
    first_page.registers.import_file(INPUTS / "kontakter.vcf")
    assert {"Nils Holm", "Eva Lind"} <= set(names(first_page))


def test_a_person_is_disposed_of_when_a_decision_is_told(
    first_page: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    person = str(first_page.desk.attempt_now(Add(Person, {"name": "Nils Gall"})).created)
    monkeypatch.setattr(PurgeDialog, "ask", lambda *_: None)
    assert not dispose_of(first_page.desk, first_page, person, "Nils Gall")
    assert "Nils Gall" in names(first_page)
    monkeypatch.setattr(PurgeDialog, "ask", lambda *_: BASIS)
    assert dispose_of(first_page.desk, first_page, person, "Nils Gall")
    assert "Nils Gall" not in names(first_page)
    assert first_page.messages.history[-1].text.startswith("Personen är gallrad.")
    with first_page.desk.read() as reader:
        assert [each.decision for each in disposals(reader)] == ["KS 2026/1 § 4"]
    shown: list[int] = []
    monkeypatch.setattr(DisposalsDialog, "show_rows", lambda _, rows, __: shown.append(len(rows)))
    show_disposals(first_page.desk, first_page)
    assert shown == [1]


def test_the_dialog_tells_what_goes_and_asks_for_the_decision(qtbot: QtBot) -> None:
    taken = Disposed(mandates=2, lists=1, ideas=1, agendas=3, dispatches=1, issued=0)
    assert goes_text(taken) == (
        "Detta gallras: namn, titel, adresser och anteckningar, 2 uppdrag, 1 plats på en "
        "sändlista samt namnet vid 1 sak som väntar."
    )
    assert "namnet på 3 platser i dagordningar och namnet i 1 utskick" in stays_text(taken)
    came = taken._replace(attendances=2)
    assert "svaren på 2 kallelser" in goes_text(came)
    assert "namnet i 2 närvarolistor" in stays_text(came)
    dialog = PurgeDialog("Nils Gall", taken, "eva")
    qtbot.addWidget(dialog)
    dialog.accept_button.click()
    assert dialog.answer is None
    assert dialog.form.refused_entries()
    dialog.entries["decision"].show_value("KS 2026/1 § 4")
    dialog.accept_button.click()
    assert dialog.answer == PurgeBasis("KS 2026/1 § 4", None, "eva")


def test_what_a_protected_person_is_reached_by_is_shown_on_purpose_alone(
    first_page: MainWindow,
) -> None:
    secrets = {"email": "dold@exempel.se", "phone": "070-174 06 05", "note": "bor hos sin mor"}
    values = {"name": "Vera Skyddad", "protected": True, **secrets}
    person = str(first_page.desk.attempt_now(Add(Person, values)).created)
    trigger(first_page, "page-people")
    page = first_page.findChild(PeoplePage)
    assert isinstance(page, PeoplePage)
    assert page.go_to("person", person)

    def texts() -> str:
        return " ".join(each.text() for each in page.persons.findChildren(QLabel))

    assert not [each for each in secrets.values() if each in texts()]
    page.persons.person.asked.emit("reveal", "")
    assert [each for each in secrets.values() if each in texts()] == [*secrets.values()]

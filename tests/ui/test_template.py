"""The template of new meetings: shown, edited, refused in place, and begun with."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit, QToolButton

from hubra_desktop.exchange.json_file import dump, load
from hubra_desktop.model.records.meeting import TemplateItem
from hubra_desktop.model.templates import standard_template
from hubra_desktop.model.terms import ItemKind, PrintTime
from hubra_desktop.ui.main_window import MainWindow
from hubra_desktop.ui.pages.meetings.agenda.template import TemplateDialog
from hubra_desktop.ui.pages.meetings.new_meeting import NewMeetingDialog
from hubra_desktop.work.commands.imports import ImportBundle
from hubra_desktop.work.commands.meetings import NewMeeting
from hubra_desktop.work.commands.templates import SaveTemplate
from hubra_desktop.work.queries import meeting_sheet
from hubra_desktop.work.queries.bundles import register_bundle
from hubra_desktop.work.queries.templates import own_template
from hubra_desktop.work.workspace import Workspace
from tests.ui.hands import items, sheet, trigger


@pytest.fixture
def dialog(dressed: object) -> Iterator[TemplateDialog]:
    made = TemplateDialog(standard_template(), "", "", ("Åsa Ek",), ("A-salen",))
    made.show()
    yield made
    made.close()
    made.deleteLater()


def line(dialog: TemplateDialog, place: int, name: str) -> QLineEdit:
    found = dialog.findChild(QLineEdit, f"standing-{place}-{name}")
    assert isinstance(found, QLineEdit)
    return found


def press(dialog: TemplateDialog, place: int, name: str) -> None:
    button = dialog.findChild(QToolButton, f"standing-{place}-{name}")
    assert isinstance(button, QToolButton)
    button.click()


def titles(dialog: TemplateDialog) -> list[str]:
    read = dialog.items.read()
    assert read is not None
    return [each.title for each in read]


def test_what_stands_there_is_read_back_as_it_was(dialog: TemplateDialog) -> None:
    dialog._try()
    assert dialog.answer == SaveTemplate(standard_template(), "", "")


def test_items_are_added_moved_and_removed(dialog: TemplateDialog) -> None:
    dialog.items._add()
    line(dialog, 5, "title").setText("Rapporter")
    assert titles(dialog)[-2:] == ["Rapporter", "Övriga frågor"]
    press(dialog, 5, "up")
    press(dialog, 1, "down")
    press(dialog, 3, "remove")
    assert titles(dialog) == [
        "Information från kommunen",
        "Godkännande av föredragningslistan",
        "Rapporter",
        "Paus",
        "Övriga frågor",
    ]


def test_an_empty_line_is_left_out_and_a_nameless_one_refused(dialog: TemplateDialog) -> None:
    dialog.items._add()
    assert len(titles(dialog)) == 5
    line(dialog, 5, "duration").setText("x")
    dialog._try()
    assert dialog.isVisible()
    told = [e.told.text() for e in dialog.items._lines[4].entries.values() if e.refused]
    assert told == ["Skriv vad punkten heter, eller ta bort den."]
    line(dialog, 5, "title").setText("Rapporter")
    dialog._try()
    assert dialog.isVisible()
    assert "helt tal" in dialog.items._lines[4].entries["duration"].told.text()
    line(dialog, 5, "duration").setText("15")
    dialog._try()
    assert not dialog.isVisible()
    assert dialog.answer.template.items[4] == TemplateItem(title="Rapporter", duration=15)


def test_the_planned_end_goes_along_with_the_start(dialog: TemplateDialog) -> None:
    start, end = (dialog.entries[name].field for name in ("start", "end"))
    start.setText("18.30")
    start.textEdited.emit("18.30")
    assert end.text() == "20.30"
    end.setText("1")
    end.textEdited.emit("1")
    start.setText("19")
    start.textEdited.emit("19")
    assert end.text() == "01.30"
    dialog._try()
    assert (dialog.answer.template.start, dialog.answer.template.end) == (1140, 1530)


def test_a_new_meeting_begins_as_the_template_says(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def answer(dialog: TemplateDialog, save: object) -> TemplateDialog:
        dialog._do = save  # type: ignore[assignment]
        dialog.show()
        for name, text in {"start": "18.30", "end": "20", "place": "B-salen"}.items():
            dialog.entries[name].field.setText(text)
        dialog.entries["chair"].field.setText("Åsa Ny")
        press(dialog, 2, "remove")
        dialog._try()
        assert not dialog.isVisible()
        dialog.deleteLater()
        return dialog

    monkeypatch.setattr(TemplateDialog, "ended", answer)
    trigger(window, "meeting-template")

    def create(dialog: NewMeetingDialog, make: object) -> NewMeetingDialog:
        dialog._do = make  # type: ignore[assignment]
        dialog.entries["date"].field.setText("2019-05-06")
        dialog._try()
        dialog.deleteLater()
        return dialog

    monkeypatch.setattr(NewMeetingDialog, "ended", create)
    trigger(window, "new-meeting")
    made = sheet(window)
    assert (made.start, made.end, made.place) == (1110, 1200, "B-salen")
    assert [each.title for each in items(window)][:2] == [
        "Godkännande av föredragningslistan",
        "Information från polisen",
    ]
    assert items(window)[1].presenters[0].unit == "polisen"
    assert made.signatures[0].name == "Åsa Ny"
    # The secretary is still whoever holds the office.
    assert made.signatures[1].name == "Antonina Fedorova"
    trigger(window, "undo")
    trigger(window, "undo")
    with window.desk.read() as reader:
        assert own_template(reader) == standard_template()


def test_the_template_goes_through_a_file_in_place_of_the_one_there(tmp_path: Path) -> None:
    first = Workspace.create(tmp_path / "ett.hubra", organisation="Rådet")
    item = TemplateItem(
        kind=ItemKind.FORMALITY, title="Upprop", numbered=False, print_time=PrintTime.NONE
    )
    template = standard_template()
    first.run(SaveTemplate(template))
    with first.read() as reader:
        before = load(dump(register_bundle(reader)))
        kept = own_template(reader)
    first.run(SaveTemplate(type(kept)(**{**vars(kept), "place": "C", "items": (item,)})))
    with first.read() as reader:
        changed = load(dump(register_bundle(reader)))
    second = Workspace.create(tmp_path / "två.hubra", organisation="Rådet")
    second.run(ImportBundle(before))
    second.run(ImportBundle(changed))
    with second.read() as reader:
        read = own_template(reader)
        again = dump(register_bundle(reader))
    assert (read.place, [each.title for each in read.items]) == ("C", ["Upprop"])
    assert again == dump(changed)
    made = second.run(NewMeeting(date(2019, 5, 6), 900)).created
    with second.read() as reader:
        assert meeting_sheet(reader, str(made)).items[0].numbered is False
    first.close()
    second.close()

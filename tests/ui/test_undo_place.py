"""Undo and redo show what they changed: its page, its record and its field."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from sqlalchemy import select

from hubra_desktop.model.records.catalogue import KINDS, RECORDS
from hubra_desktop.model.records.indicators import Indicator
from hubra_desktop.model.records.meeting import Item, Meeting, PreMeeting
from hubra_desktop.model.records.money import BudgetPost, Grant
from hubra_desktop.model.records.plan import (
    Activity,
    Agreement,
    Consultation,
    FocusArea,
    Letter,
    Occasion,
    Plan,
)
from hubra_desktop.model.records.reports import Report, ReportSection
from hubra_desktop.store.tables import TABLES
from hubra_desktop.ui.main_window import MainWindow
from hubra_desktop.work.edits import Add, Change, Remove
from tests.ui.hands import settle, trigger

CHANGES: list[tuple[type, dict[str, Any], str, str]] = [
    (Meeting, {"place": "B-salen"}, "page-meetings", "field-place"),
    (Item, {"title": "Ny"}, "page-meetings", "agenda"),
    (Item, {"inner_note": "Ring"}, "page-meetings", "field-inner_note"),
    (PreMeeting, {"place": "C"}, "page-meetings", "pre"),
    (Activity, {"period": "hela våren"}, "page-plan", "field-period"),
    (Occasion, {"place": "Torget"}, "page-plan", "occasion-0-date"),
    (FocusArea, {"goal": "Mål"}, "page-plan", "field-goal"),
    (Plan, {"goal": "Mål"}, "page-plan", "field-goal"),
    (Letter, {"editor": "Åsa"}, "page-plan", "field-editor"),
    (Agreement, {"note": "Ny"}, "page-plan", "field-note"),
    (Consultation, {"note": "Ny"}, "page-plan", "field-note"),
    (Report, {"administration": "Ny"}, "page-plan", "field-administration"),
    (ReportSection, {"text": "Ny text"}, "page-plan", ""),
    (BudgetPost, {"name": "Ny post"}, "page-money", ""),
    (Grant, {"title": "Nytt namn"}, "page-money", ""),
    (Indicator, {"source": "Ny"}, "page-indicators", "field-source"),
]


def some_id(window: MainWindow, kind: str) -> str:
    """Return the id of a row, made now where the register has none."""
    with window.desk.read() as reader:
        found = reader.scalar(select(TABLES[kind].c.id).limit(1))
    if found is None:
        changes = window.desk.run(Add(RECORDS[kind], {"title": "Ny"}))
        found = changes.created if changes is not None else None
    return str(found)


def kind_of(record: type) -> str:
    return KINDS[record]


@pytest.mark.parametrize(
    ("record", "values", "page", "focus"),
    CHANGES,
    ids=[f"{record.__name__}-{next(iter(values))}" for record, values, *_ in CHANGES],
)
@pytest.mark.parametrize("way", ["undo", "redo"])
def test_the_place_is_shown_from_any_page(
    first_page: MainWindow,
    record: type,
    values: dict[str, Any],
    page: str,
    focus: str,
    way: str,
) -> None:
    window = first_page
    window.activateWindow()
    row_id = some_id(window, kind_of(record))
    assert window.desk.run(Change(record, row_id, values)) is not None
    if way == "redo":
        trigger(window, "undo")
    window.show_page("page-overview")
    trigger(window, way)
    settle()
    assert window._pages.shown == page
    assert window._status.text().startswith("Ångrat: " if way == "undo" else "Gjort om: ")
    if focus:
        now = QApplication.focusWidget()
        assert now is not None
        assert now.objectName().startswith(focus)


@pytest.mark.parametrize("record", [Activity, Letter, Agreement, Indicator, Meeting, Report])
def test_what_was_removed_is_shown_when_it_is_back(first_page: MainWindow, record: type) -> None:
    window = first_page
    row_id = "meeting-01" if record is Meeting else some_id(window, kind_of(record))
    assert window.desk.run(Remove(record, row_id)) is not None
    window.show_page("page-overview")
    trigger(window, "undo")
    settle()
    assert window._pages.shown != "page-overview"
    assert shows(window, record, row_id)


def shows(window: MainWindow, record: type, row_id: str) -> bool:
    page: Any = window._pages.shown_page
    looked: dict[type, Callable[[], Any]] = {
        Activity: lambda: page.activities.activity.record.id,
        Letter: lambda: page._registers["letters"].form.record.id,
        Agreement: lambda: page._registers["agreements"].form.record.id,
        Indicator: lambda: str(page.view.current_id()),
        Meeting: lambda: window.meeting.sheet.id if window.meeting.sheet else "",
        Report: lambda: page._papers().report.sheet.id,
    }
    return bool(looked[record]() == row_id)


def test_undo_stays_where_the_change_is_seen(window: MainWindow) -> None:
    row_id = some_id(window, "agenda_item")
    window.desk.run(Change(Item, row_id, {"title": "Ny"}))
    before: QWidget = window._pages.shown_page
    trigger(window, "undo")
    assert window._pages.shown_page is before

"""What the overview shows, and where it leads."""

from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtWidgets import QAbstractButton, QLabel

from hubra_desktop.model.swedish import clock
from hubra_desktop.model.terms import MeetingKind, MeetingState
from hubra_desktop.ui.main_window import MainWindow
from hubra_desktop.ui.pages.meetings.agenda.agenda_rows import AgendaColumn
from hubra_desktop.ui.pages.overview.page import SHOWN_MEETINGS, nearby
from hubra_desktop.ui.theme import GRID
from hubra_desktop.work.queries import MeetingRow
from tests.ui.hands import sheet, trigger


def test_the_overview_leads_to_what_is_to_be_mended(window: MainWindow) -> None:
    trigger(window, "page-overview")
    line = window.overview.findChild(QAbstractButton, "overview-finding-0")
    assert line is not None
    line.click()
    assert window.shown_page() == "page-meetings"
    index = window.meetings.agenda.view.currentIndex()
    assert index.column() == AgendaColumn.PRESENTERS


def test_a_year_of_many_meetings_is_shown_around_the_next_one() -> None:
    rows = [
        MeetingRow(
            f"m{number}",
            date(2018, 1, 1) + timedelta(days=number),
            930,
            None,
            MeetingKind.ORDINARY,
            MeetingState.PLANNED,
            "",
            "Rådet",
        )
        for number in range(40)
    ]
    for place in (0, 3, 20, 38, 39):
        shown = nearby(rows, rows[place].id)
        assert rows[place] in shown
        assert len(shown) == SHOWN_MEETINGS
    assert nearby(rows[:5], "m2") == rows[:5]


def test_the_texts_of_the_cards_stay_in_line_in_another_scheme(window: MainWindow) -> None:
    trigger(window, "page-overview")
    texts = [each for each in window.overview.findChildren(QLabel) if each.property("place")]
    assert texts
    for scheme in ("scheme-dark", "scheme-light"):
        trigger(window, scheme)
        assert {text.contentsRect().left() for text in texts} == {GRID}


def test_a_meeting_held_today_is_the_latest_and_not_the_next(window: MainWindow) -> None:
    trigger(window, "page-overview")
    page, now = window.overview, sheet(window)
    held = replace(now, state=MeetingState.HELD, opened_at=932, ended_at=1030)
    for shown, told in (
        (now, {"Nästa sammanträde", f"Börjar {clock(930)} · i dag", "Ingenting saknas."}),
        (held, {"Senaste sammanträdet", f"{clock(932)}–{clock(1030)} · i dag"}),
    ):
        card = page._next_card(shown, (), now.date, page)
        texts = {each.text() for each in card.findChildren(QLabel)}
        assert told <= texts
        assert ("Ingenting saknas." in texts) is (shown is now)

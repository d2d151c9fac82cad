"""Så följer vi lagen: the sections with their evidence, and what is noted of them."""

from datetime import date

import pytest
from PySide6.QtWidgets import QLabel

from hubra_desktop.model.law.evidence import LawState
from hubra_desktop.model.plan.terms import PlanKind
from hubra_desktop.model.records.plan import Plan
from hubra_desktop.ui.action_spec import Needs
from hubra_desktop.ui.main_window import MainWindow
from hubra_desktop.ui.pages.law.panel import LawPanel
from hubra_desktop.ui.widgets.wrapped_line import WrappedLine
from hubra_desktop.work.edits import Store
from tests.ui.hands import settle
from tests.ui.money import press, send
from tests.ui.plan_hands import plan_page

YEAR = 2025


@pytest.fixture
def panel(first_page: MainWindow) -> LawPanel:
    page = plan_page(first_page)
    page.plan.show(YEAR)
    page.show_part("law")
    settle()
    assert page._law is not None
    return page._law


def state(panel: LawPanel, number: str) -> LawState:
    return next(each.state for each in panel.page.answers if each.section.number == number)


def test_a_plan_of_measures_answers_and_its_line_leads_there(
    panel: LawPanel, first_page: MainWindow
) -> None:
    assert state(panel, "5") is LawState.MISSING
    plan = Plan(kind=PlanKind.MEASURES, year=YEAR, decided_on=date(YEAR, 2, 1))
    first_page.desk.run(Store(plan))
    settle()
    assert state(panel, "5") is LawState.IN_PLACE
    line = panel.findChild(WrappedLine, "law-evidence-5-0")
    assert line is not None
    assert line.text() == "Åtgärdsplanen för 2025 beslutades den 1 februari 2025."
    line.click()
    settle()
    assert plan_page(first_page).plan.kind is PlanKind.MEASURES
    assert plan_page(first_page).parts.shown == "areas"


def test_what_no_record_shows_is_noted_and_then_answers(
    panel: LawPanel, first_page: MainWindow
) -> None:
    assert state(panel, "11–12") is LawState.UNKNOWN
    press(panel, "law-note-11–12")
    form = panel.side.form
    assert form is not None
    send(form)
    assert form.entries["text"].refused
    form.entries["text"].field.setPlainText("Trygghetssamordnaren på KSF.")
    send(form)
    settle()
    assert state(panel, "11–12") is LawState.IN_PLACE
    press(panel, "law-note-11–12")
    assert panel.side.form is not None
    panel.side.form.remove.click()
    settle()
    assert state(panel, "11–12") is LawState.UNKNOWN
    first_page.desk.undo()
    settle()
    assert state(panel, "11–12") is LawState.IN_PLACE


def test_a_year_before_the_law_says_so_and_the_page_can_be_printed(
    panel: LawPanel, first_page: MainWindow
) -> None:
    page = plan_page(first_page)
    assert page.meets() & Needs.PAPER
    page._choose_year(2018)
    settle()
    assert panel.page.answers == ()
    told = panel.page.findChild(QLabel, "law-told")
    assert told is not None
    assert "gällde inte än" in told.text()

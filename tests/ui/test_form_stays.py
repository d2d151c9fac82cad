"""A form stays on its record, whatever becomes of the list beside it."""

import pytest

from hubra_desktop.model.plan.terms import ActivityState
from hubra_desktop.model.records.indicators import Indicator
from hubra_desktop.model.records.plan import Activity, Letter
from hubra_desktop.model.records.reports import ReportSection
from hubra_desktop.ui.main_window import MainWindow
from hubra_desktop.ui.pages.money.ledger_forms import CorrectForm
from hubra_desktop.ui.pages.plan.page import PlanPage
from hubra_desktop.ui.pages.plan.register_panel import RegisterPanel
from hubra_desktop.work.commands.indicators import MoveIndicator
from hubra_desktop.work.edits import Add, Change, Remove, Reorder
from tests.ui.hands import settle, trigger
from tests.ui.indicator_hands import page_of as indicators_page
from tests.ui.indicator_hands import stored
from tests.ui.money import page as money_page
from tests.ui.money import press
from tests.ui.plan_hands import named, opened, plan_page, write

TITLE = "Lokala trygghetsnätverk"


@pytest.fixture
def page(first_page: MainWindow) -> PlanPage:
    first_page.activateWindow()
    return plan_page(first_page)


def stays_on(page: PlanPage, activity: Activity) -> None:
    """The form shows the activity, and what is typed now is written in it and in no other."""
    form = page.activities.activity
    assert page.activities.side.isVisible()
    assert form.record.id == activity.id
    before = {each.id: each for each in page.plan.activities if each.id != activity.id}
    write(form, "responsible", "Fältgruppen")
    assert named(page, TITLE).responsible == "Fältgruppen"
    assert {each.id: each for each in page.plan.activities if each.id != activity.id} == before


@pytest.mark.parametrize("part", ["areas", "list"])
def test_a_row_filtered_out_keeps_its_form_and_no_row_is_chosen(page: PlanPage, part: str) -> None:
    page.show_part(part)
    opened(page, TITLE)
    activity = named(page, TITLE)
    other = next(each for each in ActivityState if each is not activity.state)
    page.activities.filter.state.setCurrentIndex(list(ActivityState).index(other) + 1)
    settle()
    assert activity not in page.plan.shown
    assert page.activities.rows_view.current_id() == ""
    stays_on(page, activity)
    page.activities.filter.reset.click()
    settle()
    assert page.activities.rows_view.current_id() == activity.id


@pytest.mark.parametrize("part", ["areas", "list"])
def test_unticking_its_area_keeps_the_activity_in_the_form(page: PlanPage, part: str) -> None:
    page.show_part(part)
    opened(page, TITLE)
    activity = named(page, TITLE)
    for area in activity.areas:
        page.activities.activity.areas.toggled.emit(area.area_id, False)
        settle()
    assert not named(page, TITLE).areas
    stays_on(page, activity)


def test_a_record_that_is_gone_takes_its_form_with_it(page: PlanPage) -> None:
    opened(page, TITLE)
    page._desk.run(Remove(Activity, named(page, TITLE).id))
    settle()
    assert not page.activities.side.isVisible()
    assert page.activities.activity.record is None


def test_a_register_sorted_anew_keeps_its_form(page: PlanPage, first_page: MainWindow) -> None:
    page.show_part("letters")
    panel = page._registers["letters"]
    assert isinstance(panel, RegisterPanel)
    letter = panel.rows.id_at(0)
    assert panel.go_to(letter)
    panel.view.sortByColumn(0, panel.view.horizontalHeader().sortIndicatorOrder())
    first_page.desk.run(Change(Letter, panel.rows.id_at(1), {"title": "Ö"}))
    settle()
    assert panel.form.record.id == letter


def test_the_row_that_is_told_beside_the_ledger_is_the_one_corrected(
    first_page: MainWindow,
) -> None:
    money = money_page(first_page)
    money.show_part("ledger")
    lines = [line for line in money.ledger._lines if line.row.left_ore]
    money.ledger.go_to(lines[0].id)
    money.ledger.open_row(lines[0].id)
    money.ledger.view.choose(lines[-1].id)
    assert money.side.form is not None
    press(money.side.form, "form-accept")
    settle()
    form = money.side.form
    assert isinstance(form, CorrectForm)
    assert form._original.id == lines[0].id
    trigger(first_page, "page-overview")


def test_an_indicator_stays_when_others_come_go_and_move(first_page: MainWindow) -> None:
    page = indicators_page(first_page)
    first, second = (each.id for each in stored(page)[:2])
    page.view.choose(second)
    first_page.desk.run(Add(Indicator, {"name": "Ä"}))
    first_page.desk.run(MoveIndicator(second, 0))
    first_page.desk.run(Remove(Indicator, first))
    settle()
    assert page.details.record.id == page.view.current_id() == second


def test_a_section_stays_when_others_move_and_go(page: PlanPage, first_page: MainWindow) -> None:
    page.show_part("reports")
    papers = page._papers()
    sheet = papers.report.sheet
    assert sheet is not None
    _, second, third = (each.id for each in sheet.sections[:3])
    papers.outline.choose(second)
    first_page.desk.run(Reorder(ReportSection, second, 0))
    first_page.desk.run(Remove(ReportSection, third))
    settle()
    assert papers.section.section_id == second
    papers.section.editor.setFocus()
    papers.section.editor.insertPlainText("Nytt. ")
    assert first_page.desk.flush()
    changed = papers.report.section(second)
    assert changed is not None
    assert "Nytt. " in changed.text


def test_a_grant_stays_open_when_the_list_is_narrowed(first_page: MainWindow) -> None:
    money = money_page(first_page)
    money.show_part("grants")
    grant_id = money.grants.list.model.id_at(0)
    money.grants.open(grant_id)
    money.grants.list.search.setText("finns inte alls")
    money.grants.list.narrow()
    assert money.grants.open_grant == grant_id
    assert money.grants.grant.view is not None
    assert money.grants.grant.view.sheet.id == grant_id

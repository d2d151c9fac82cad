"""The page Verksamhet: the plan in its views, areas and versions, its gaps and its wheel."""

import datetime as dt
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QPushButton, QStyledItemDelegate, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from hubra_desktop.model.plan.areas import DEFAULT_AREAS
from hubra_desktop.model.plan.terms import ActivityState, PlanKind
from hubra_desktop.model.records.plan import Activity, FocusArea, Plan
from hubra_desktop.ui.action_spec import Needs
from hubra_desktop.ui.main_window import MainWindow
from hubra_desktop.ui.pages.plan.areas_model import ID_ROLE, STATE
from hubra_desktop.ui.widgets.empty import EmptyState
from hubra_desktop.work.edits import Change
from hubra_desktop.work.papers import PaperRequest
from tests.ui.hands import settle, trigger
from tests.ui.plan_hands import area_row, choose, named, opened, plan_page, sheet, write


@pytest.fixture
def window(first_page: MainWindow) -> MainWindow:
    return first_page


def test_the_page_is_made_when_it_is_first_shown(window: MainWindow) -> None:
    assert not window._pages.has("page-plan")
    trigger(window, "page-plan")
    assert window.shown_page() == "page-plan"
    page = plan_page(window)
    assert page.plan.year == 2017
    assert [area.title for area in sheet(page).areas] == list(DEFAULT_AREAS)


def test_areas_stand_with_their_activities_and_bars(window: MainWindow) -> None:
    page = plan_page(window)
    model = page.activities.model
    assert model.rowCount() == 8
    assert model.index(3, 0).data() == "4. Arbete mot organiserad brottslighet"
    area = model.area_at(model.index(3, 0))
    assert area is not None
    assert area.told == "1 delvis genomförd, 1 pågår"
    day = named(page, "Trygghets- och demokratidag")
    assert len(list(model.places_of(day.id))) == 2


def test_a_new_activity_stands_in_the_area_that_is_chosen(window: MainWindow) -> None:
    page = plan_page(window)
    area = sheet(page).areas[4]
    page.activities.tree.choose(area.id)
    QTest.keyClick(page.activities.tree, Qt.Key.Key_Return)
    assert page.activities.area.isVisible()
    trigger(window, "new-activity")
    field = page.activities.activity.texts["title"]
    assert field.hasFocus()
    QTest.keyClicks(field, "Utbildning av personal")
    QTest.keyClick(field, Qt.Key.Key_Return)
    made = named(page, "Utbildning av personal")
    assert [each.area_id for each in made.areas] == [area.id]
    assert made.state is ActivityState.PLANNED


def test_a_new_activity_can_be_made_from_any_page(window: MainWindow) -> None:
    window.show_page("page-overview")
    trigger(window, "new-activity")
    assert window.shown_page() == "page-plan"
    assert plan_page(window).activities.activity.texts["title"].hasFocus()


def test_what_is_chosen_is_removed_and_brought_back(window: MainWindow) -> None:
    page = plan_page(window)
    tree = page.activities.tree
    activity = named(page, "Felanmälans-app")
    assert not window.actions_["remove-item"].isEnabled()
    tree.choose(activity.id)
    tree.setFocus()
    trigger(window, "remove-item")
    assert activity.id not in {each.id for each in page.plan.activities}
    assert window.messages.history[-1].text == "”Felanmälans-app” togs bort."
    assert window.messages.history[-1].action == "undo"
    trigger(window, "undo")
    assert named(page, "Felanmälans-app") == activity


def test_areas_and_activities_are_moved_among_their_own(window: MainWindow) -> None:
    page = plan_page(window)
    tree = page.activities.tree
    areas = sheet(page).areas
    tree.choose(areas[1].id)
    trigger(window, "move-up")
    assert [a.id for a in sheet(page).areas][:2] == [areas[1].id, areas[0].id]
    assert sheet(page).areas[0].number == "1"
    assert tree.current_id() == areas[1].id
    trigger(window, "undo")
    first = page.activities.model.index(1, 0)
    ids = [page.activities.model.index(at, 0, first).data(ID_ROLE) for at in range(2)]
    tree.choose(ids[0])
    trigger(window, "move-down")
    first = page.activities.model.index(1, 0)
    now = [page.activities.model.index(at, 0, first).data(ID_ROLE) for at in range(2)]
    assert now == ids[::-1]


def test_an_area_is_edited_and_its_gap_is_named(window: MainWindow) -> None:
    page = plan_page(window)
    trigger(window, "new-area")
    form = page.activities.area
    assert form.texts["title"].hasFocus()
    write(form, "title", "Kameror på torget")
    assert sheet(page).areas[8].number == "9"
    assert form.gap.text() == "Ingen aktivitet och ingen kommentar."
    assert area_row(page, 8).gap == form.gap.text()
    assert area_row(page, 8).level == "stop"
    write(form, "comment", "Utreds 2018.")
    assert not form.gap.isVisible()
    assert not area_row(page, 8).gap


def test_the_plan_is_adopted_in_a_meeting_on_its_day(window: MainWindow) -> None:
    page = plan_page(window)
    trigger(window, "plan-facts")
    form = page.activities.facts
    assert form.isVisible()
    offered = [value for value in form.choices["meeting_id"]._values if value]
    choose(form, "meeting_id", offered[-1])
    assert sheet(page).meeting_id == offered[-1]
    assert sheet(page).decided_on is not None
    assert page.head.told.text().split(" · ")[1].startswith("Antagen ")


def test_a_plan_is_copied_to_the_next_year(window: MainWindow) -> None:
    page = plan_page(window)
    count = len(page.plan.activities)
    trigger(window, "copy-plan")
    assert page.plan.year == 2018
    assert len(page.plan.activities) == count
    assert {each.state for each in page.plan.activities} == {ActivityState.PLANNED}
    assert page.head.year.value() == 2018
    trigger(window, "undo")
    assert page.plan.plan is None


def test_a_year_without_a_plan_offers_the_first_step(window: MainWindow) -> None:
    page = plan_page(window)
    trigger(window, "new-plan")
    assert page.plan.year == 2018
    empty = page.activities._stack.currentWidget()
    assert isinstance(empty, EmptyState)
    offered = [button.text() for button in empty.findChildren(QPushButton)]
    assert offered == [
        "Kopiera planen för 2017",
        window.actions_["new-plan"].text().replace("&", ""),
    ]
    assert not window.actions_["plan-facts"].isEnabled()
    trigger(window, "new-plan")
    assert page.plan.plan is not None
    assert [area.title for area in sheet(page).areas] == list(DEFAULT_AREAS)
    assert page.activities._stack.currentWidget() is page.activities.tree


def test_a_new_version_keeps_the_former_one(window: MainWindow) -> None:
    page = plan_page(window)
    trigger(window, "new-plan-version")
    assert sheet(page).version == 2
    assert "Version 2" in page.head.told.text()


def test_a_plan_is_removed_and_brought_back_its_activities_stay(window: MainWindow) -> None:
    page = plan_page(window)
    before, activities = sheet(page), len(page.plan.activities)
    trigger(window, "plan-facts")
    button = page.activities.facts.findChild(QPushButton, "plan-form-remove-plan")
    assert button is not None
    button.click()
    settle()
    assert page.plan.plan is None
    assert len(page.plan.activities) == activities
    assert not window.actions_["remove-plan"].isEnabled()
    trigger(window, "undo")
    assert sheet(page) == before


def test_the_law_s_plan_stands_over_the_same_activities(window: MainWindow) -> None:
    page = plan_page(window)
    page.head.kind_chosen.emit(PlanKind.MEASURES)
    assert page.plan.plan is None
    trigger(window, "new-plan")
    assert sheet(page).kind is PlanKind.MEASURES
    trigger(window, "plan-facts")
    facts = page.activities.facts
    assert facts.texts["situation"].isVisible()
    write(facts, "situation", "Otrygghet vid stationen.")
    assert sheet(page).situation == "Otrygghet vid stationen."
    page.activities.open_place("focus_area", sheet(page).areas[0].id)
    assert page.activities.area.texts["problem"].isVisible()
    form = opened(page, "Lokala trygghetsnätverk")
    assert not page.activities.activity.areas.main.isVisible()
    assert form.isVisible()


@pytest.mark.parametrize("view", ["areas", "list", "year"])
def test_every_view_shows_what_is_looked_for(window: MainWindow, view: str) -> None:
    page = plan_page(window)
    page.show_part(view)
    page.activities.filter.text.setText("brottsofferjouren")
    QTest.keyClick(page.activities.filter.text, Qt.Key.Key_Return)
    assert [each.title for each in page.plan.shown] == [
        "Uppföljande samtal med Brottsofferjourens styrelse"
    ]
    if view == "areas":
        assert page.activities.model.rowCount() == 1
    elif view == "list":
        assert page.activities.rows.rowCount() == 1
    else:
        told = page.activities.year.drawn.accessibleDescription()
        assert "Brottsofferjourens" in told
        assert "Felanmälans-app" not in told
    assert page.activities.filter.count.text().startswith("1 av ")
    QTest.keyClick(page.activities.filter.text, Qt.Key.Key_Escape)
    assert not page.plan.narrowed


def test_the_list_is_sorted_by_its_heads(window: MainWindow) -> None:
    page = plan_page(window)
    page.show_part("list")
    view = page.activities.list
    view.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    titles = [view.model().index(place, 0).data() for place in range(view.model().rowCount())]
    assert titles[0].startswith("Aktuell")
    view.sortByColumn(4, Qt.SortOrder.DescendingOrder)
    assert view.model().index(0, 4).data() == "135 personer"


def test_filters_narrow_by_who_state_and_area(window: MainWindow) -> None:
    page = plan_page(window)
    bar = page.activities.filter
    bar.state.setCurrentIndex(bar.state.findData(ActivityState.ONGOING))
    assert {each.state for each in page.plan.shown} == {ActivityState.ONGOING}
    bar.reset.click()
    bar.who.setCurrentIndex(1)
    assert {each.responsible for each in page.plan.shown} == {bar.who.currentText()}
    bar.reset.click()
    bar.area.setCurrentIndex(6)
    sixth = sheet(page).areas[5].id
    assert all(sixth in {a.area_id for a in each.areas} for each in page.plan.shown)
    assert len(page.plan.shown) == 2


def test_escape_closes_the_panel_and_leads_back_to_the_row(window: MainWindow) -> None:
    page = plan_page(window)
    tree = page.activities.tree
    tree.choose(named(page, "Lokala trygghetsnätverk").id)
    QTest.keyClick(tree, Qt.Key.Key_Return)
    side = page.activities.side
    assert side.isVisible()
    assert page.activities.activity.texts["title"].hasFocus()
    QTest.keyClick(page.activities.activity.texts["title"], Qt.Key.Key_Escape)
    assert not side.isVisible()
    assert tree.hasFocus()


def test_a_read_only_register_can_be_looked_at_and_not_changed(
    empty_window: MainWindow, register: Path
) -> None:
    assert empty_window.registers.open(register, read_only=True)
    page = plan_page(empty_window)
    form = opened(page, "Lokala trygghetsnätverk")
    for action_id in ("new-activity", "new-plan", "copy-plan", "new-area", "new-letter"):
        assert not empty_window.actions_[action_id].isEnabled(), action_id
    assert all(field.isReadOnly() for field in form.texts.values())
    assert not any(choice.isEnabled() for choice in form.choices.values())
    assert not page.activities.activity.notes.form.accept.isEnabled()
    assert not page.activities.activity.links.add.isEnabled()
    assert not page.activities.activity.occasions.add.isEnabled()


def test_without_a_register_the_page_says_nothing_untrue(empty_window: MainWindow) -> None:
    page = plan_page(empty_window)
    assert page.plan.plan is None
    assert page.meets() == Needs.NOTHING


def test_year_part_and_page_are_remembered(
    window: MainWindow, register: Path, qtbot: QtBot
) -> None:
    page = plan_page(window)
    page.show_part("list")
    page.plan.show(2017)
    assert window.close()
    second = MainWindow()
    qtbot.addWidget(second)
    second.show()
    assert second.registers.open(register)
    assert second.shown_page() == "page-plan"
    again = plan_page(second)
    assert again.parts.shown == "list"
    assert again.plan.year == 2017
    second.close()


def test_parts_are_turned_with_keys(window: MainWindow) -> None:
    page = plan_page(window)
    trigger(window, "next-part")
    assert page.parts.shown == "list"
    assert page.activities._stack.currentWidget() is page.activities.list
    trigger(window, "previous-part")
    trigger(window, "previous-part")
    assert page.parts.shown == "law"


def test_the_wheel_is_told_and_can_be_printed(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from hubra_desktop.ui.dialogs import files

    page = plan_page(window)
    assert not window.actions_["save-pdf"].isEnabled()
    page.show_part("year")
    assert page.activities.year.drawn.drawing.shapes
    assert page.activities.year.drawn.accessibleDescription().startswith("Årshjul 2017.")
    path = tmp_path / "hjul.pdf"
    monkeypatch.setattr(files, "ask_pdf", lambda *_: path)
    trigger(window, "save-pdf")
    assert path.read_bytes().startswith(b"%PDF")


def test_gaps_are_listed_and_lead_to_their_places(window: MainWindow) -> None:
    page = plan_page(window)
    trigger(window, "new-area")
    write(page.activities.area, "title", "Kameror")
    page.activities.close_side()
    gaps = page.plan.gaps
    assert page.head.gaps.isVisible()
    assert page.head.gaps.text() == f"{len(gaps)} luckor"
    page.head.gaps.click()
    menu = page.head.findChild(QMenu, "gaps-menu")
    assert menu is not None
    assert [action.text() for action in menu.actions()] == [gap.sentence for gap in gaps]
    menu.actions()[0].trigger()
    menu.close()
    assert page.activities.chosen == ("focus_area", gaps[0].area_id)
    assert page.activities.area.isVisible()
    page.show_part("letters")
    assert not page.head.gaps.isVisible()


def test_a_plan_can_be_begun_for_a_year_that_is_over(window: MainWindow) -> None:
    head = plan_page(window).head
    offered = [int(head.year.itemText(place)) for place in range(head.year.count())]
    assert offered == sorted(offered, reverse=True)
    assert min(offered) <= 2016


def test_each_state_stands_whole_in_the_column_of_states(window: MainWindow) -> None:
    page = plan_page(window)
    tree = page.activities.tree
    day = named(page, "Trygghets- och demokratidag")
    for state in ActivityState:
        window.desk.run(Change(Activity, day.id, {"state": state, "reason": "Skäl"}))
        place = next(page.activities.model.places_of(day.id)).siblingAtColumn(STATE)
        option = QStyleOptionViewItem()
        tree.initViewItemOption(option)
        wanted = QStyledItemDelegate(tree).sizeHint(option, place).width()
        assert wanted <= tree.columnWidth(STATE), state


def test_an_adopted_plan_tells_its_changes_and_opens_as_it_was(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = plan_page(window)
    head = page.head
    assert head.kept.isHidden()
    window.desk.run(Change(Plan, sheet(page).id, {"decided_on": dt.date(2016, 12, 7)}))
    assert not head.kept.isHidden()
    assert head.changes.isHidden()
    area = sheet(page).areas[1]
    window.desk.run(Change(FocusArea, area.id, {"title": "Samverkan"}))
    assert head.changes.text() == "1 ändring efter antagandet"
    head.changes.click()
    menu = head.findChild(QMenu, "changes-menu")
    assert menu is not None
    menu.actions()[0].trigger()
    menu.close()
    assert page.activities.chosen == ("focus_area", area.id)
    opened_papers: list[PaperRequest] = []
    monkeypatch.setattr(page.papers, "do", lambda paper, _: opened_papers.append(paper))
    head.kept.click()
    kept = head.findChild(QMenu, "kept-menu")
    assert kept is not None
    assert kept.actions()[0].text() == "Version 1, antagen 2016-12-07"
    kept.actions()[0].trigger()
    kept.close()
    with window.desk.read() as reader:
        content = opened_papers[0].collect(reader).content
    assert content.year.plan.areas[1].title == "Lokal samverkan"

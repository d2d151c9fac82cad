"""The page of people: somebody new, a mandate, the rules of the council, a list, and the ways."""

from dataclasses import fields
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit

from hubra_desktop.model.minutes.minutes_terms import MinutesKind
from hubra_desktop.model.records.council import Person
from hubra_desktop.model.records.rulebook import BodyRules
from hubra_desktop.model.terms import Role
from hubra_desktop.ui.forms.panel import FormPanel
from hubra_desktop.ui.main_window import MainWindow
from hubra_desktop.ui.pages.people.page import BODIES, COMPOSITION, LISTS, PeoplePage
from hubra_desktop.work.edits import Add
from hubra_desktop.work.queries.people import PersonLine
from hubra_desktop.work.queries.rulebook import rules_on
from tests.ui.hands import settle

COUNCIL = "body-01"


@pytest.fixture
def window(first_page: MainWindow) -> MainWindow:
    return first_page


@pytest.fixture
def page(window: MainWindow) -> PeoplePage:
    window.show_page("page-people")
    shown = window._pages.page("page-people")
    assert isinstance(shown, PeoplePage)
    return shown


def form(page: PeoplePage) -> FormPanel:
    assert page.side.form is not None
    return page.side.form


def fill(page: PeoplePage, **values: object) -> None:
    """Type and choose in the form that is open, and send it."""
    opened = form(page)
    for name, value in values.items():
        entry = opened.entries[name]
        if isinstance(value, str) and isinstance(entry.field, QLineEdit):
            entry.field.setText(value)
            entry.field.textEdited.emit(value)
        else:
            entry.show_value(value)
            entry.changed.emit()
        opened.form.show_fitting(opened.form.now())
    opened.send()
    settle()


def press(page: PeoplePage, name: str) -> None:
    found = [each for each in page.findChildren(QAbstractButton, name) if each.isVisible()]
    found[0].click()
    settle()


def lines(page: PeoplePage) -> list[PersonLine]:
    model = page.persons.list.model
    return [model.row_at(place) for place in range(model.rowCount())]


def words(page: PeoplePage) -> str:
    """Return all that is said in view."""
    labels = [each.text() for each in page.findChildren(QLabel) if each.isVisible()]
    return "\n".join(
        [*labels, *(x.text() for x in page.findChildren(QAbstractButton) if x.isVisible())]
    )


def test_somebody_new_is_entered_found_and_given_a_mandate(
    window: MainWindow, page: PeoplePage
) -> None:
    window.actions_["new-person"].trigger()
    fill(page, name="", email="asa@exempel")
    assert form(page).entries["name"].refused
    fill(page, name="Åsa Ek", email="asa@exempel.se", unit="KSF")
    assert "asa@exempel.se" in words(page)
    window.actions_["new-mandate"].trigger()
    fill(page, body_id=COUNCIL, role=Role.CHAIR)
    assert form(page).entries["role"].refused
    fill(page, role=Role.MEMBER, party="S", seat="politiker", represents_id="body-08")
    assert "Huddinges brottsförebyggande råd · Ledamot (S) · politiker" in words(page)
    QTest.keyClick(page, Qt.Key.Key_Escape)
    page.persons.list.search.setText("åsa ek")
    page.persons.list.narrow()
    assert [line.label for line in lines(page)] == ["Åsa Ek"]
    window.desk.undo()
    settle()
    assert page.persons.opened
    assert "Inga uppdrag är noterade." in words(page)


def test_somebody_takes_over_from_a_day(window: MainWindow, page: PeoplePage) -> None:
    page.persons.open("person-02")
    press(page, "person-mandate-0")
    press(page, "mandate-succeed")
    fill(page, first="2030-01-01")
    assert form(page).entries["person_id"].refused
    fill(page, person_id="person-08")
    assert page.persons.opened == "person-08"
    assert "Huddinges brottsförebyggande råd · Sekreterare · från 2030-01-01" in words(page)
    page.persons.open("person-02")
    assert "Sekreterare · till 2029-12-31" in words(page)


def test_one_who_is_protected_is_shown_only_when_asked_for(
    window: MainWindow, page: PeoplePage
) -> None:
    hidden = {"name": "Nora Lind", "email": "nora@exempel.se", "protected": True}
    window.desk.run(Add(Person, hidden))
    settle()
    page.persons.list.search.setText("nora@")
    page.persons.list.narrow()
    assert lines(page) == []
    page.persons.list.search.setText("nora lind")
    page.persons.list.narrow()
    [line] = lines(page)
    page.persons.open(line.id)
    assert "nora@exempel.se" not in words(page)
    press(page, "person-reveal")
    assert "nora@exempel.se" in words(page)
    page.persons.open(line.id)
    assert "nora@exempel.se" not in words(page)


def test_the_composition_follows_its_day_and_new_rules(
    window: MainWindow, page: PeoplePage
) -> None:
    page.show_part(COMPOSITION)
    assert "5 av 9 platser för politiker är lediga." in words(page)
    press(page, "rules-new")
    fill(page, valid_from="")
    assert form(page).entries["valid_from"].refused
    fill(page, valid_from="2019-01-01", notice_days="14")
    press(page, "rules-seat-0")
    fill(page, seats="4")
    assert "Politiker: 4 av 4 platser" in words(page)
    line = page.composition.line
    line.setText("i övermorgon")
    assert not line.flush()
    line.setText("7 mars 2018")
    assert line.flush()
    assert "Politiker: 4 av 9 platser" in words(page)
    assert page.composition.back()
    assert page.composition.shown_day != date(2018, 3, 7)
    assert page.composition.paper() is not None


def test_a_list_is_made_and_somebody_is_put_on_it(window: MainWindow, page: PeoplePage) -> None:
    window.actions_["new-mailing-list"].trigger()
    fill(page, name="Kopia för kännedom", body_id=COUNCIL, serving=True)
    assert page.part == LISTS
    assert "Når 5 mottagare i dag" in words(page)
    press(page, "list-add")
    fill(page, name="")
    assert form(page).entries["name"].refused
    fill(page, who=("person", "person-08"))
    assert "Når 6 mottagare i dag" in words(page)
    press(page, "list-member-0")
    press(page, "form-remove")
    assert "Ingen är tillagd för hand." in words(page)


def test_every_line_leads_to_its_place(window: MainWindow, page: PeoplePage) -> None:
    page.show_part(BODIES)
    page.bodies.open(COUNCIL)
    press(page, "body-person-0")
    assert page.persons.opened == "person-01"
    press(page, "person-meetings-0")
    assert window._pages.shown == "page-meetings"
    assert window.navigation.go_to("mandate", "mandate-01")
    assert page.persons.opened == "person-01"
    assert window.navigation.go_to("body_rules", "rules-01")
    assert page.part == COMPOSITION
    assert window.navigation.go_to("rules_seat", "seat-01")
    assert page.part == COMPOSITION
    assert not window.navigation.go_to("person", "borta")


def test_all_that_rules_may_say_can_be_entered(page: PeoplePage, window: MainWindow) -> None:
    page.show_part(COMPOSITION)
    press(page, "rules-change")
    owned = {"id", "body_id", "seats", "committees"}
    assert set(form(page).entries) == {each.name for each in fields(BodyRules)} - owned
    fill(page, minutes_kind=MinutesKind.NOTES)
    with window.desk.read() as reader:
        assert rules_on(reader, COUNCIL, date(2018, 3, 7)).minutes_kind is MinutesKind.NOTES
    assert "Minnesanteckningar" in words(page)


def test_the_rules_of_a_body_that_nobody_serves_are_entered(
    window: MainWindow, page: PeoplePage
) -> None:
    page.show_part(BODIES)
    page.bodies.open("body-12")
    press(page, "body-composition")
    assert page.composition.body.currentText() == "Demokratiberedningen"
    press(page, "finding-0")
    fill(page, decision="Reglemente 2017")
    assert "Reglemente 2017" in words(page)
    window.desk.undo()
    settle()
    assert page.bodies.opened == "body-12"

"""What hands do at the page Verksamhet."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from hubra_desktop.model.records.plan import Activity, Plan
from hubra_desktop.ui.forms.form import Form
from hubra_desktop.ui.forms.inputs import TextArea, TextField
from hubra_desktop.ui.main_window import MainWindow
from hubra_desktop.ui.pages.plan.areas_model import AreaRow
from hubra_desktop.ui.pages.plan.page import PlanPage
from tests.ui.hands import settle


def plan_page(window: MainWindow) -> PlanPage:
    window.show_page("page-plan")
    page = window._pages.page("page-plan")
    assert isinstance(page, PlanPage)
    return page


def sheet(page: PlanPage) -> Plan:
    """Return the plan in view."""
    assert page.plan.plan is not None
    return page.plan.plan


def area_row(page: PlanPage, place: int) -> AreaRow:
    """Return what stands in the row of an area."""
    model = page.activities.model
    row = model.area_at(model.index(place, 0))
    assert row is not None
    return row


def named(page: PlanPage, beginning: str) -> Activity:
    """Return the year's activity whose title begins so."""
    return next(each for each in page.plan.activities if each.title.startswith(beginning))


def opened(page: PlanPage, beginning: str) -> Form:
    """Open an activity beside the plan, and return its form."""
    assert page.activities.open_place("activity", named(page, beginning).id)
    settle()
    return page.activities.activity


def write(form: Form, field: str, text: str, key: Qt.Key | None = Qt.Key.Key_Tab) -> QWidget:
    """Type over what stands in a field, and leave it."""
    target: TextField | TextArea = form.texts[field]
    target.setFocus()
    target.selectAll()
    if isinstance(target, TextField):
        target.insert(text)
        target.textEdited.emit(text)
    else:
        assert isinstance(target, TextArea)
        target.insertPlainText(text)
    if key is not None:
        QTest.keyClick(target, key)
        target.flush()
        settle()
    assert isinstance(target, QWidget)
    return target


def choose(form: Form, field: str, value: object) -> None:
    """Choose a value as the mouse does."""
    choice = form.choices[field]
    place = choice._values.index(value)
    choice.setCurrentIndex(place)
    choice.activated.emit(place)
    settle()

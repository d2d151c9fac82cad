"""What a screen reader is told that the parts of the window are."""

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from hubra_desktop.ui.actions import PAGE_ACTIONS
from hubra_desktop.ui.main_window import MainWindow
from tests.ui.money import page as money_page

Role = QAccessible.Role


def role(widget: QWidget) -> QAccessible.Role:
    return QAccessible.queryAccessibleInterface(widget).role()


def child_roles(widget: QWidget) -> list[QAccessible.Role]:
    whole = QAccessible.queryAccessibleInterface(widget)
    inside = [whole.child(place) for place in range(whole.childCount())]
    return [each.role() for each in inside if not each.state().invisible]


def test_the_stages_are_radio_buttons(window: MainWindow) -> None:
    stages = window.meetings.head.stages
    assert {role(each) for each in stages.buttons} == {Role.RadioButton}
    for part, stage in (("agenda", 0), ("dispatch", 1), ("minutes", 3), ("approval", 3)):
        window.meetings.parts.show_part(part)
        assert [each.isChecked() for each in stages.buttons].index(True) == stage
        assert sum(each.isChecked() for each in stages.buttons) == 1


def test_the_parts_of_a_page_are_tabs(window: MainWindow) -> None:
    parts = money_page(window).head.parts
    assert role(parts) is Role.PageTabList
    assert child_roles(parts) == [Role.PageTab] * len(parts.names)


def test_the_side_menu_is_a_list_of_pages(window: MainWindow) -> None:
    pages = window.sidebar.pages
    assert role(pages) is Role.List
    assert child_roles(pages) == [Role.ListItem] * len(PAGE_ACTIONS)

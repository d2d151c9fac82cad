"""Whether a row of the agenda carries a number: typed, chosen in the menu and in the details."""

from hubra_desktop.model.numbering import printed_numbers
from hubra_desktop.model.records.meeting import Item
from hubra_desktop.ui.main_window import MainWindow
from hubra_desktop.ui.pages.meetings.agenda.agenda_rows import AgendaColumn
from tests.ui.hands import edit, items, shown, trigger, type_over

BREAK = 3


def numbers(window: MainWindow) -> list[str]:
    return [shown(window, place, AgendaColumn.NUMBER) for place in range(len(items(window)))]


def choose(window: MainWindow, place: int) -> Item:
    item = items(window)[place]
    window.meetings.agenda.view.choose(item.id, AgendaColumn.TITLE)
    return item


def test_the_menu_takes_a_number_away_and_gives_one(window: MainWindow) -> None:
    choose(window, 0)
    assert window.actions_["numbered"].isChecked()
    trigger(window, "numbered")
    assert numbers(window) == ["", "1", "2", "", "3", "4", "5", "6"]
    assert not window.actions_["numbered"].isChecked()
    choose(window, BREAK)
    assert not window.actions_["numbered"].isChecked()
    trigger(window, "numbered")
    assert numbers(window) == ["", "1", "2", "3", "4", "5", "6", "7"]
    trigger(window, "undo")
    trigger(window, "undo")
    assert numbers(window) == ["1", "2", "3", "", "4", "5", "6", "7"]
    trigger(window, "redo")
    assert numbers(window)[0] == ""


def test_what_a_row_carries_anyway_is_not_stored(window: MainWindow) -> None:
    choose(window, BREAK)
    for stored in (True, None):
        trigger(window, "numbered")
        assert items(window)[BREAK].numbered is stored


def test_a_dash_in_the_numbers_cell_takes_it_away_and_a_number_gives_one(
    window: MainWindow,
) -> None:
    type_over(edit(window, 1, AgendaColumn.NUMBER), "–")
    assert numbers(window) == ["1", "", "2", "", "3", "4", "5", "6"]
    type_over(edit(window, BREAK, AgendaColumn.NUMBER), "2 ½")
    assert numbers(window) == ["1", "", "2", "2 ½", "3", "4", "5", "6"]
    type_over(edit(window, 1, AgendaColumn.NUMBER), "1 A")
    assert numbers(window)[:4] == ["1", "1 A", "2", "2 ½"]


def test_a_break_with_a_number_asks_who_presents_it(window: MainWindow) -> None:
    row = window.meetings.agenda.model.row_at
    assert [row(place).asks_presenters for place in (1, BREAK)] == [True, False]
    choose(window, BREAK)
    trigger(window, "numbered")
    assert row(BREAK).asks_presenters


def test_the_details_show_and_change_whether_a_row_is_numbered(window: MainWindow) -> None:
    trigger(window, "show-details")
    choose(window, BREAK)
    box = window.meetings.agenda.details.entries["numbered"].field
    assert not box.isChecked()
    box.click()
    item = items(window)[BREAK]
    assert item.numbered
    assert printed_numbers(items(window))[item.id] == "4"
    assert box.isChecked()
    choose(window, 0)
    assert box.isChecked()
    box.click()
    assert items(window)[0].numbered is False

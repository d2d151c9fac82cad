"""The parts that the page of the money is made of, each by itself."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from hubra_desktop.model.errors import InputError
from hubra_desktop.ui.forms.amount_edit import AmountEdit
from hubra_desktop.ui.forms.converters import AMOUNT, CHOICE, DAY, TEXT, YEAR
from hubra_desktop.ui.forms.entry import Field
from hubra_desktop.ui.forms.panel import FormPanel
from hubra_desktop.ui.forms.values import Values
from hubra_desktop.ui.pages.money.cells import room_for
from hubra_desktop.ui.pages.money.life_line import LifeLine, LifeStep, StepKind
from hubra_desktop.ui.widgets.button_grid import ButtonGrid
from hubra_desktop.ui.widgets.part_bar import PartBar
from tests.ui.hands import settle


class PickyForm(FormPanel):
    """Takes an even number of öre, and blames the amount for odd ones."""

    blames = "amount"

    def __init__(self, parent: QWidget) -> None:
        super().__init__("picky", parent=parent)
        self.form.come_close_to(date(2017, 6, 1))
        self.sent: list[Values] = []
        self.fill(
            "Picky",
            "Send",
            (Field("day", "Day", DAY), Field("amount", "Amount", AMOUNT)),
            Field("name", "Name"),
            Field("kind", "Kind", CHOICE, choices=[("One", 1), ("Two", 2)]),
            Field("year", "Year", YEAR),
            Field("text", "Text", TEXT),
        )

    def commit(self, values: Values) -> object:
        if not values["name"]:
            refusal = InputError("Nobody is named.")
            refusal.field = "name"
            raise refusal
        if isinstance(values["amount"], int) and values["amount"] % 2:
            raise InputError("The amount is odd.")
        self.sent.append(values)
        return values


@pytest.fixture
def home(dressed: QApplication, qtbot: QtBot) -> Iterator[QWidget]:
    widget = QWidget()
    widget.resize(420, 640)
    QVBoxLayout(widget)
    yield widget
    widget.close()
    widget.deleteLater()


def refused(form: FormPanel) -> list[str]:
    return [name for name, entry in form.entries.items() if entry.refused]


def placed(home: QWidget, widget: QWidget) -> None:
    layout = home.layout()
    assert layout is not None
    layout.addWidget(widget)
    home.show()
    settle()


def test_an_amount_is_rewritten_as_kronor_when_it_is_left(home: QWidget) -> None:
    line, other = AmountEdit(home), QLineEdit(home)
    placed(home, line)
    placed(home, other)
    line.setFocus()
    QTest.keyClicks(line, "45.080kr")
    QTest.keyClick(line, Qt.Key.Key_Tab)
    settle()
    assert line.text() == "45\u00a0080\u00a0kr"
    assert line.read() == 4_508_000


def test_an_unclear_amount_asks_under_its_line_and_keeps_the_focus(home: QWidget) -> None:
    line, other = AmountEdit(home), QLineEdit(home)
    placed(home, line)
    placed(home, other)
    line.setFocus()
    QTest.keyClicks(line, "45,080")
    QTest.keyClick(line, Qt.Key.Key_Tab)
    settle()
    asked = line.question
    assert asked is not None
    assert asked.buttons[0].hasFocus()
    assert asked.accessibleName()
    assert home.rect().contains(asked.geometry())
    with pytest.raises(InputError):
        line.read()
    QTest.keyClick(asked.buttons[0], Qt.Key.Key_Right)
    QTest.keyClick(asked.buttons[1], Qt.Key.Key_Return)
    settle()
    assert line.question is None
    assert line.hasFocus()
    assert line.read() == asked.buttons[1].property("ore")


def test_enter_in_an_unclear_amount_asks_once_and_keeps_the_focus(home: QWidget) -> None:
    form = PickyForm(home)
    placed(home, form)
    form.show_values({"name": "Ur Dimman"})
    line = form.entries["amount"].field
    assert isinstance(line, AmountEdit)
    line.setFocus()
    QTest.keyClicks(line, "12,345")
    QTest.keyClick(line, Qt.Key.Key_Return)
    settle()
    asked = line.question
    assert asked is not None
    assert asked.buttons[0].isVisible()
    assert asked.buttons[0].hasFocus()
    assert not asked.buttons[0].geometry().intersects(asked._sentence.geometry())
    assert refused(form) == []
    QTest.keyClick(asked.buttons[0], Qt.Key.Key_Return)
    settle()
    assert line.hasFocus()
    assert line.read() == 1_234_500
    assert not form.sent


def test_what_is_no_amount_stays_as_typed(home: QWidget) -> None:
    line = AmountEdit(home)
    placed(home, line)
    QTest.keyClicks(line, "mycket")
    assert not line.settle()
    assert line.text() == "mycket"
    assert line.question is None


def test_a_refusal_stands_at_the_entry_it_is_about(home: QWidget) -> None:
    form = PickyForm(home)
    placed(home, form)
    form.show_values({"amount": 4_508_001})
    form.send()
    assert refused(form) == ["name"]
    assert form.entries["name"].field.hasFocus()
    form.show_values({"name": "Ur Dimman"})
    form.send()
    assert refused(form) == ["amount"]
    assert form.entries["amount"].told.text() == "The amount is odd."
    line = form.entries["amount"].field
    assert isinstance(line, QLineEdit)
    line.selectAll()
    QTest.keyClicks(line, "12")
    assert refused(form) == []
    form.send()
    assert form.sent[0]["amount"] == 1_200


def test_what_was_said_of_the_whole_is_gone_when_something_else_is_wrong(home: QWidget) -> None:
    form = PickyForm(home)
    form.blames = ""
    placed(home, form)
    form.show_values({"amount": 4_508_001, "name": "Ur Dimman"})
    form.send()
    assert form.refusal.text() == "The amount is odd."
    line = form.entries["day"].field
    line.selectAll()
    QTest.keyClicks(line, "32 mars")
    form.send()
    assert refused(form) == ["day"]
    assert form.refusal.isHidden()


def test_what_cannot_be_read_is_told_before_anything_is_sent(home: QWidget) -> None:
    form = PickyForm(home)
    placed(home, form)
    for name, typed in (("day", "32 mars"), ("year", "tjugo")):
        line = form.entries[name].field
        assert isinstance(line, QLineEdit)
        line.setText(typed)
    form.send()
    assert form.entries["day"].refused
    assert form.entries["year"].refused
    assert form.entries["day"].field.hasFocus()
    assert not form.sent


def test_enter_sends_from_a_line_but_not_from_a_text(home: QWidget) -> None:
    form = PickyForm(home)
    placed(home, form)
    form.show_values({"name": "Ur Dimman"})
    text = form.entries["text"].field
    text.setFocus()
    QTest.keyClick(text, Qt.Key.Key_Return)
    assert not form.sent
    QTest.keyClick(text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert len(form.sent) == 1
    name = form.entries["name"].field
    name.setFocus()
    QTest.keyClick(name, Qt.Key.Key_Return)
    assert len(form.sent) == 2


def test_esc_leaves_a_form(home: QWidget, qtbot: QtBot) -> None:
    form = PickyForm(home)
    placed(home, form)
    with qtbot.waitSignal(form.left):
        QTest.keyClick(form.entries["name"].field, Qt.Key.Key_Escape)


def test_a_day_says_its_weekday(home: QWidget) -> None:
    form = PickyForm(home)
    form.form.come_close_to(date(2018, 1, 1))
    placed(home, form)
    entry = form.entries["day"]
    line = entry.field
    assert isinstance(line, QLineEdit)
    QTest.keyClicks(line, "7/3")
    assert entry.read() == date(2018, 3, 7)
    assert entry.told.text().startswith("Onsdag")


def test_a_line_of_life_tells_and_draws_its_steps(home: QWidget) -> None:
    line = LifeLine(home)
    placed(home, line)
    steps = [
        LifeStep("Ansökt", "2017", StepKind.PASSED),
        LifeStep("Utbetalt", "45 080 kr", StepKind.NOW),
        LifeStep("Ej genomfört", "", StepKind.STOPPED),
        LifeStep("Återbetalt", "", StepKind.COMING),
    ]
    line.show_steps(steps, "Ansökt, utbetalt.")
    assert line.accessibleName() == "Ansökt, utbetalt."
    assert line.heightForWidth(200) > line.heightForWidth(900)
    drawn = line.grab().toImage()
    colours = {drawn.pixelColor(x, y).name() for x in range(drawn.width()) for y in range(20)}
    assert len(colours) > 3


def test_parts_are_one_stop_and_arrows_go_between(home: QWidget) -> None:
    bar = PartBar("Parts", (("one", "One"), ("two", "Two"), ("three", "Three")), home)
    placed(home, bar)
    chosen: list[str] = []
    bar.chosen.connect(chosen.append)
    bar.chosen.connect(bar.show_part)
    inside = [each for each in bar.findChildren(QWidget) if each.isVisible()]
    assert not [each for each in inside if each.focusPolicy() & Qt.FocusPolicy.TabFocus]
    bar.setFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left):
        QTest.keyClick(bar, key)
    assert chosen == ["two", "three", "two"]
    assert bar.hasFocus()


def test_a_part_that_cannot_be_shown_is_not_told_to_be(home: QWidget) -> None:
    bar = PartBar("Parts", (("one", "One"), ("two", "Two")), home)
    placed(home, bar)
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.tabRect(1).center())
    assert bar.shown == "one"
    assert bar.currentIndex() == 0


def test_a_column_has_room_for_its_largest_amount(dressed: QApplication) -> None:
    font = dressed.font()
    assert room_for([100_00], font) < room_for([100_01], font) < room_for([10_000_000_00], font)
    assert room_for([], font) > 0


def test_buttons_take_as_many_columns_as_fit(qtbot: QtBot) -> None:
    place = QWidget()
    qtbot.addWidget(place)
    grid = ButtonGrid("grid", 3, place)
    buttons = [QPushButton("Återbetalning…", grid) for _ in range(4)]
    grid.show_buttons(buttons)
    widest = buttons[0].minimumSizeHint().width()
    place.show()
    for width, columns in ((4 * widest, 3), (2 * widest + 20, 2), (widest, 1)):
        grid.resize(width, 200)
        settle()
        assert len({each.x() for each in buttons}) == columns
        assert all(each.geometry().right() < width for each in buttons)

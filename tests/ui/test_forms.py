"""The one form: a table of fields in, typed values out, by two ways of saving."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from hubra_desktop.model.errors import InputError
from hubra_desktop.ui.forms.converters import (
    AMOUNT,
    CHOICE,
    CLOCK,
    COUNT,
    DAY,
    DAY_TO_COME,
    FLAG,
    TEXT,
    YEAR,
)
from hubra_desktop.ui.forms.entry import Field, Saving
from hubra_desktop.ui.forms.form import Form
from tests.ui.hands import settle


@dataclass(frozen=True)
class Walk:
    """Something with a field of each kind."""

    id: str = "walk"
    title: str = "Höstens vandring"
    starts: date | None = date(2018, 9, 12)
    clock: int | None = 18 * 60
    walkers: int | None = 1_200
    year: int | None = 2018
    cost_ore: int | None = 4_508_000
    kind: str = "night"
    public: bool = True
    note: str = "Samling vid torget.\nTa med väst."


TABLE = (
    Field("title", "Title"),
    (Field("starts", "From", DAY), Field("clock", "At", CLOCK), Field("year", "Year", YEAR)),
    (Field("walkers", "Walkers", COUNT), Field("cost_ore", "Cost", AMOUNT)),
    Field("kind", "Kind", CHOICE, choices=[("Day", "day"), ("Night", "night")]),
    Field("public", "Public", FLAG),
    Field("note", "Note", TEXT, shown=lambda walk: walk.kind == "night"),
)


class WalkForm(Form):
    """Keeps what is written in a list, and refuses titles without a letter."""

    def __init__(self, saving: Saving, parent: QWidget) -> None:
        super().__init__("walk", "Walk", parent, saving=saving)
        self.written: list[Mapping[str, Any]] = []
        self.build(*TABLE)
        self.end()

    def near(self) -> date:
        return date(2018, 7, 1)

    def write(self, values: Mapping[str, Any], edit: str) -> None:
        if not values.get("title", "x").strip("0123456789"):
            raise InputError("Figures are no title.")
        self.written.append(values)
        self.record = replace(self.record, **values)
        self.fill(self.record)


@pytest.fixture
def home(dressed: QApplication) -> Iterator[QWidget]:
    widget = QWidget()
    widget.resize(480, 640)
    QVBoxLayout(widget)
    yield widget
    widget.close()
    widget.deleteLater()


def placed(home: QWidget, saving: Saving) -> WalkForm:
    form = WalkForm(saving, home)
    layout = home.layout()
    assert layout is not None
    layout.addWidget(form)
    home.show()
    home.activateWindow()
    settle()
    return form


def type_in(form: Form, name: str, text: str) -> None:
    field = form.texts[name]
    field.setFocus()
    field.selectAll()
    field.insert(text)
    field.textEdited.emit(text)
    QTest.keyClick(field, Qt.Key.Key_Return)
    settle()


@pytest.mark.parametrize("saving", list(Saving))
def test_what_is_shown_is_read_back_as_it_was(home: QWidget, saving: Saving) -> None:
    form = placed(home, saving)
    walk = Walk()
    for name, entry in form.entries.items():
        entry.show_value(getattr(walk, name))
    read = form.read()
    assert read is not None
    assert read.record(Walk, id="walk") == walk
    assert read.changed(replace(walk, walkers=7)) == {"walkers": 1_200}


@pytest.mark.parametrize(
    ("name", "typed", "value"),
    [
        ("title", "  Vårens   vandring ", "Vårens vandring"),
        ("starts", "7/3", date(2018, 3, 7)),
        ("starts", "", None),
        ("clock", "15.30", 930),
        ("walkers", "1 500", 1_500),
        ("year", "2019", 2019),
        ("cost_ore", "2 tkr", 200_000),
    ],
)
def test_a_field_commits_its_own_value_of_its_own_type(
    home: QWidget, name: str, typed: str, value: object
) -> None:
    form = placed(home, Saving.AT_ONCE)
    assert form.show_record(Walk())
    type_in(form, name, typed)
    assert form.written == [{name: value}]


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("starts", "32 mars"),
        ("clock", "25.99"),
        ("walkers", "många"),
        ("walkers", "9" * 5_000),
        ("year", "18"),
        ("cost_ore", "mycket"),
        ("title", "123"),
    ],
)
def test_what_is_refused_stays_through_everything_but_another_record(
    home: QWidget, name: str, typed: str
) -> None:
    form = placed(home, Saving.AT_ONCE)
    form.show_record(Walk())
    type_in(form, name, typed)
    entry = form.entries[name]
    assert entry.refused
    type_in(form, "walkers" if name == "title" else "title", "12" if name == "title" else "Nytt")
    form.show_record(replace(form.record, kind="day", public=False))
    assert (entry.field.text(), entry.refused) == (typed, True)
    assert not form.show_record(Walk(id="another"))
    assert form.record.id == "walk"
    assert form.mend() == entry.spec.label
    assert entry.field.hasFocus()
    QTest.keyClick(entry.field, Qt.Key.Key_Escape)
    assert form.refused_entries() == []
    assert form.show_record(Walk(id="another"))


def test_a_field_is_shown_when_it_is_asked_for(home: QWidget) -> None:
    form = placed(home, Saving.AT_ONCE)
    form.show_record(Walk())
    assert form.entries["note"].isVisible()
    form.show_record(Walk(kind="day"))
    assert not form.entries["note"].isVisible()


def test_choices_and_ticks_are_written_as_they_are_made(home: QWidget) -> None:
    form = placed(home, Saving.AT_ONCE)
    form.show_record(Walk())
    form.entries["public"].field.click()
    choice = form.choices["kind"]
    choice.setCurrentIndex(0)
    choice.activated.emit(0)
    assert form.written == [{"public": False}, {"kind": "day"}]


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("1/12", date(2026, 12, 1)),
        ("30 november", date(2027, 11, 30)),
        ("2/6", date(2027, 6, 2)),
        ("15/11 2026", date(2026, 11, 15)),
        ("", None),
    ],
)
def test_a_day_to_come_without_a_year_is_never_behind(typed: str, day: date | None) -> None:
    assert DAY_TO_COME.read(typed, date(2026, 12, 1)) == day

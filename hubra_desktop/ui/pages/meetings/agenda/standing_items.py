"""The standing items of a template as lines to edit, each with what a row of an agenda says."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QToolButton, QWidget

from hubra_desktop.model.errors import InputError
from hubra_desktop.model.language import say
from hubra_desktop.model.records.catalogue import check
from hubra_desktop.model.records.meeting import TemplateItem
from hubra_desktop.model.terms import ItemKind, PrintTime
from hubra_desktop.model.words import word
from hubra_desktop.ui.forms.converters import CHOICE, COUNT, terms_of
from hubra_desktop.ui.forms.entry import Entry, Field, Saving
from hubra_desktop.ui.icons import icon
from hubra_desktop.ui.theme import GRID
from hubra_desktop.ui.widgets import build
from hubra_desktop.ui.widgets.plain import plain_tip

COLUMNS = 5
WIDE = {"title": 4, "presenters": 3}
"""How the room that is free is shared; the other columns are as wide as they need."""


@dataclass
class _Line:
    """One standing item: the item as it was, its inputs and its buttons."""

    item: TemplateItem
    entries: dict[str, Entry]
    buttons: list[QToolButton]

    def widgets(self) -> list[QWidget]:
        return [*self.entries.values(), *self.buttons]


class StandingItems(QWidget):
    """Lines of title, minutes, presenters, kind and printed time, in the order of the agenda."""

    saving = Saving.BY_BUTTON
    prefix = "standing"

    def __init__(self, items: Sequence[TemplateItem], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("standing-items")
        self._lines: list[_Line] = []
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(GRID // 2)
        self._grid.setVerticalSpacing(GRID // 2)
        for column, (name, label) in enumerate(self._labels().items()):
            self._grid.addWidget(build.label(label, "field", self, wraps=False), 0, column)
            self._grid.setColumnStretch(column, WIDE.get(name, 0))
        add = build.button(say("Lägg till en punkt"), "standing-add", self, self._add, role="link")
        add.setIcon(icon("add", "accent"))
        build.column(self._grid, build.row(add, None), of=self, spacing=GRID // 2)
        for item in items:
            self._lines.append(self._made(item))
        self._arrange()

    def _labels(self) -> dict[str, str]:
        return {
            "title": say("Ärende"),
            "duration": say("Min"),
            "presenters": say("Föredragande"),
            "kind": say("Slag"),
            "print_time": say("Skriv ut tiden"),
        }

    def _made(self, item: TemplateItem) -> _Line:
        labels = self._labels()
        shapes: dict[str, Any] = {
            "title": {},
            "duration": {"converter": COUNT},
            "presenters": {},
            "kind": {"converter": CHOICE, "choices": terms_of(ItemKind, word)},
            "print_time": {"converter": CHOICE, "choices": terms_of(PrintTime, word)},
        }
        entries = {}
        for name, more in shapes.items():
            field = Field(name, labels[name], first=getattr(item, name), **more)
            entries[name] = Entry(field, self, self, label=False)
        entries["duration"].setFixedWidth(entries["duration"].fontMetrics().averageCharWidth() * 9)
        line = _Line(item, entries, [])
        for drawing, do in (("up", self._up), ("down", self._down), ("remove", self._remove)):
            button = QToolButton(self)
            button.setIcon(icon(drawing, "muted"))
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.clicked.connect(partial(do, line))
            line.buttons.append(button)
        return line

    def _arrange(self) -> None:
        """Put the lines in their order, and name what stands in them by it."""
        labels = self._labels()
        for place, line in enumerate(self._lines, start=1):
            for column, (name, entry) in enumerate(line.entries.items()):
                entry.field.setObjectName(f"{self.prefix}-{place}-{name}")
                entry.field.setAccessibleName(f"{labels[name]} {place}")
                self._grid.addWidget(entry, place, column)
            up, down, remove = line.buttons
            for column, button in enumerate(line.buttons, start=COLUMNS):
                self._grid.addWidget(button, place, column)
            up.setAccessibleName(say("Flytta punkt {place} uppåt", place=place))
            down.setAccessibleName(say("Flytta punkt {place} nedåt", place=place))
            remove.setAccessibleName(say("Ta bort punkt {place}", place=place))
            up.setEnabled(place > 1)
            down.setEnabled(place < len(self._lines))
            for name, button in zip(("up", "down", "remove"), line.buttons, strict=True):
                button.setObjectName(f"{self.prefix}-{place}-{name}")
                button.setToolTip(plain_tip(button.accessibleName()))

    def _add(self) -> None:
        """Add an empty line, before other questions where they come last."""
        place = len(self._lines)
        if self._lines and self._lines[-1].entries["kind"].read() is ItemKind.OTHER:
            place -= 1
        self._lines.insert(place, self._made(TemplateItem()))
        self._arrange()
        self._show(self._lines[place], "title")

    def _show(self, line: _Line, name: str) -> None:
        for widget in line.widgets():
            widget.show()
        line.entries[name].field.setFocus()

    def _up(self, line: _Line) -> None:
        self._move(line, -1)

    def _down(self, line: _Line) -> None:
        self._move(line, 1)

    def _move(self, line: _Line, by: int) -> None:
        place = self._lines.index(line) + by
        self._lines.remove(line)
        self._lines.insert(place, line)
        self._arrange()
        wanted, other = line.buttons[:2] if by < 0 else line.buttons[1::-1]
        (wanted if wanted.isEnabled() else other).setFocus()

    def _remove(self, line: _Line) -> None:
        place = self._lines.index(line)
        self._lines.remove(line)
        for widget in line.widgets():
            widget.hide()
            widget.deleteLater()
        self._arrange()
        if self._lines:
            self._show(self._lines[min(place, len(self._lines) - 1)], "title")

    def read(self) -> tuple[TemplateItem, ...] | None:
        """Return the items; None when something is refused, which is told where it stands.

        A line in which nothing is written is left out.
        """
        read = [self._read(line) for line in self._lines if not self._is_blank(line)]
        found = tuple(each for each in read if each is not None)
        return found if len(found) == len(read) else None

    def _is_blank(self, line: _Line) -> bool:
        texts = (line.entries[name].field.text() for name in ("title", "duration", "presenters"))
        return not any(text.strip() for text in texts)

    def _read(self, line: _Line) -> TemplateItem | None:
        values: dict[str, Any] = {}
        for name, entry in line.entries.items():
            try:
                values[name] = entry.read()
                if name == "title" and not values[name]:
                    raise InputError(say("Skriv vad punkten heter, eller ta bort den."))
                check("template_item", {name: values[name]})
            except InputError as refused:
                entry.refuse(refused.sentence)
                entry.field.setFocus()
                return None
        return replace(line.item, **values)

    def near(self) -> date:
        """Return the day that dates come close to; there are none here."""
        return date.today()

    def commit_field(self, name: str, value: Any, edit: str) -> None:
        """Nothing is written before the button is pressed."""

    def draft(self, name: str, value: Any) -> None:
        """Nothing is drafted before the button is pressed."""

    def put_back(self, name: str) -> None:
        """Nothing is put back before the button is pressed."""

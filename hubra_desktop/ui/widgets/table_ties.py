"""Which heading of a file is which column, and values that hold for all its rows."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QScrollArea, QWidget

from hubra_desktop.exchange.table_headings import Heading, heading_key
from hubra_desktop.exchange.table_reading import TableAnswers
from hubra_desktop.exchange.tables import TableColumn, TableShape
from hubra_desktop.model.language import say
from hubra_desktop.model.wording import shortened
from hubra_desktop.ui.forms.completing import complete
from hubra_desktop.ui.forms.inputs import ChoiceField
from hubra_desktop.ui.theme import GRID
from hubra_desktop.ui.widgets import build
from hubra_desktop.ui.widgets.undo_keys import TypedLine

Answered = Callable[[TableAnswers], None]
Known = Mapping[str, Sequence[str]]
LONGEST_EXAMPLE = 60
WIDE = 14
"""Letters that a choice has room for at least."""


class TableTies(QScrollArea):
    """A row for each heading with the column it is read as, and one for each missing column.

    ``told`` is called with all answers when one of them is another; ``known`` are words
    that values are completed from, by the keys of their columns.
    """

    def __init__(self, told: Answered, known: Known, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._told = told
        self._known = known
        self._answers = TableAnswers()
        self._headings: Sequence[Heading] = ()
        self._rows: object = None
        self.setObjectName("table-ties")
        self.setAccessibleName(say("Kolumnerna i filen"))
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.choices: dict[str, ChoiceField] = {}
        self.values: dict[str, ChoiceField | TypedLine] = {}

    def show_file(
        self, shape: TableShape, headings: Sequence[Heading], answers: TableAnswers
    ) -> None:
        """Show the headings of a file and what is told of them; the focus stays where it is."""
        self._answers, self._headings = answers, headings
        focused: QWidget | None = self.focusWidget()
        here = focused.objectName() if focused is not None and focused.hasFocus() else ""
        rows = (shape, [each.text for each in headings], self._missing(shape))
        if rows != self._rows:
            self._rows = rows
            self._build(shape, headings)
        for heading in headings:
            choice = self.choices[heading.text]
            choice.show_value(heading.key)
            if choice.currentIndex() < 0:
                choice.show_value("")
        if here and (field := self.findChild(QWidget, here)) is not None:
            field.setFocus()

    def _build(self, shape: TableShape, headings: Sequence[Heading]) -> None:
        """Put in the rows; those that stood there go when their signals have been heard."""
        self.choices, self.values = {}, {}
        if (old := self.takeWidget()) is not None:
            old.setParent(None)
            old.deleteLater()
        inside = QWidget(self)
        inside.setProperty("role", "form")
        grid = QGridLayout(inside)
        grid.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        grid.setHorizontalSpacing(2 * GRID)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        self._put_values(grid, shape, inside)
        row = grid.rowCount()
        for place, text in enumerate((say("I filen"), say("Till exempel"), say("Läses som"))):
            grid.addWidget(build.label(text, "section", inside), row, place)
        columns = [each for each in shape.columns if not each.derived]
        for heading in headings:
            self._put_heading(grid, heading, columns, inside)
        grid.setRowStretch(grid.rowCount(), 1)
        self.setWidget(inside)

    def _put_heading(
        self,
        grid: QGridLayout,
        heading: Heading,
        columns: Sequence[TableColumn],
        inside: QWidget,
    ) -> None:
        row = grid.rowCount()
        field = ChoiceField(f"tie-{heading.place}", heading.text, inside)
        field.offer([(say("läses inte"), ""), *((each.heading, each.key) for each in columns)])
        field.setMinimumContentsLength(WIDE)
        field.commit_by(lambda _, key: self._tie(heading, str(key)))
        name = build.label(heading.text, "", inside, wraps=False)
        name.setBuddy(field)
        grid.addWidget(name, row, 0)
        grid.addWidget(
            build.label(shortened(heading.example, LONGEST_EXAMPLE), "muted", inside), row, 1
        )
        grid.addWidget(field, row, 2)
        self.choices[heading.text] = field

    def _put_values(self, grid: QGridLayout, shape: TableShape, inside: QWidget) -> None:
        """Ask for the values of columns that must be there and that no heading gives."""
        missing = self._missing(shape)
        if not missing:
            return
        text = say("Samma värde på alla rader som inte har något eget:")
        grid.addWidget(build.label(text, "section", inside), grid.rowCount(), 0, 1, 3)
        for column in missing:
            row = grid.rowCount()
            field = self._value_field(column, inside)
            name = build.label(column.heading, "", inside, wraps=False)
            name.setBuddy(field)
            grid.addWidget(name, row, 0)
            grid.addWidget(field, row, 2)
            self.values[column.key] = field

    def _missing(self, shape: TableShape) -> list[TableColumn]:
        """Return the columns that a value for all rows is asked of."""
        there = {each.key for each in self._headings}
        dated = there.intersection(shape.dates)
        return [
            column
            for column in shape.columns
            if (column.key in self._answers.given or (column.required and column.key not in there))
            and not (column.key == "year" and dated)
        ]

    def _value_field(self, column: TableColumn, inside: QWidget) -> ChoiceField | TypedLine:
        given = self._answers.given.get(column.key, "")
        if column.words:
            choice = ChoiceField(f"given-{column.key}", column.heading, inside)
            choice.offer([("–", ""), *((word, word) for word in column.words)])
            choice.show_value(given)
            choice.commit_by(lambda _, word: self._give(column.key, str(word)))
            return choice
        line = TypedLine(inside)
        line.setObjectName(f"field-given-{column.key}")
        line.setAccessibleName(column.heading)
        line.setText(given)
        complete(line, self._known.get(column.key, ()))
        line.editingFinished.connect(lambda: self._give(column.key, line.text().strip()))
        return line

    def _tie(self, heading: Heading, key: str) -> None:
        """Read a heading as a column, which no other heading then is."""
        tied = {**self._answers.tied, heading_key(heading.text): key}
        for other in self._headings:
            if key and other.key == key and other.text != heading.text:
                tied[heading_key(other.text)] = ""
        self._told(replace(self._answers, tied=tied))

    def _give(self, key: str, value: str) -> None:
        """Give all rows a value; nothing takes it away."""
        if value == self._answers.given.get(key, ""):
            return
        given = {name: text for name, text in self._answers.given.items() if name != key}
        self._told(replace(self._answers, given={**given, key: value} if value else given))

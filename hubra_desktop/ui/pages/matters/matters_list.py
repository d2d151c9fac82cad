"""The part Ärenden: all matters, found by number however it is written, by title or by state."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hubra_desktop.model.case_number import normal_form
from hubra_desktop.model.language import say, say_count
from hubra_desktop.model.swedish import capitalised, folded, short_date
from hubra_desktop.model.terms import MatterState
from hubra_desktop.model.words import word
from hubra_desktop.ui.actions import Actions
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.forms.inputs import ChoiceField
from hubra_desktop.ui.models.rows_table import ColumnOf
from hubra_desktop.ui.pages.money.filtered_list import FilteredList
from hubra_desktop.ui.widgets.build import action_button
from hubra_desktop.ui.widgets.empty import EmptyState
from hubra_desktop.work.queries.matters import MatterRow, matter_rows, unlisted_numbers

PICTURES = {
    MatterState.OPEN: ("open", "accent"),
    MatterState.RESTING: ("clock", "muted"),
    MatterState.CLOSED: ("check", "muted"),
}


def matter_columns() -> tuple[ColumnOf[MatterRow], ...]:
    """Return the columns of the list of matters."""
    return (
        ColumnOf(say("Diarienummer"), lambda row: row.matter.case_number, 150),
        ColumnOf(say("Ärende"), matter_name),
        ColumnOf(
            say("Läge"),
            lambda row: capitalised(word(row.matter.state)),
            100,
            picture=lambda row: PICTURES[row.matter.state],
        ),
        ColumnOf(say("Ansvarig"), lambda row: row.responsible, 150, needs=900),
        ColumnOf(
            say("Öppnat"),
            lambda row: shown_day(row.matter.opened),
            104,
            sorts=lambda row: row.matter.opened or date.min,
            needs=760,
        ),
        ColumnOf(
            say("Senaste sammanträde"),
            lambda row: shown_day(row.met_on),
            150,
            sorts=lambda row: row.met_on or date.min,
            needs=620,
        ),
    )


def matter_name(row: MatterRow) -> str:
    """Return what a matter is called, a word where it has no title."""
    return row.matter.title or say("(utan rubrik)")


def shown_day(day: date | None) -> str:
    """Write a day, nothing where there is none."""
    return "" if day is None else short_date(day)


def matter_words(row: MatterRow) -> str:
    """Return all that a search among the matters looks at; numbers in their bare form too."""
    matter = row.matter
    parts = (*row.numbers, matter.title, matter.kind, row.responsible, matter.note)
    return folded(" ".join((*parts, *map(normal_form, row.numbers))))


class MattersList(FilteredList[MatterRow]):
    """``opened(id)`` asks for a matter."""

    opened = Signal(str)

    def __init__(self, desk: Desk, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__("matter", say("Ärenden"), matter_columns(), matter_words, parent)
        self.setObjectName("matters-list")
        self._desk = desk
        self._unlisted = 0
        self.rows: tuple[MatterRow, ...] = ()
        self.state = ChoiceField("matters-state", say("Läge"), self)
        choices: list[tuple[str, object]] = [
            (say("Alla ärenden"), None),
            (say("Öppna"), MatterState.OPEN),
            (say("Vilande"), MatterState.RESTING),
            (say("Avslutade"), MatterState.CLOSED),
        ]
        self.state.offer(choices)
        self.state.show_value(None)
        self.state.setMinimumContentsLength(max(len(text) for text, _ in choices))
        self.none = EmptyState(
            say("Inga ärenden än"),
            say(
                "Här står rådets ärenden med sina diarienummer. Ett ärendes sida visar allt som "
                "har hänt med det: sammanträden, handlingar, bidrag och remisser."
            ),
            actions["new-matter"],
            actions["list-numbers"],
            parent=self,
        )
        new = action_button(actions["new-matter"], "matters", self, mark=True)
        self.list_numbers = action_button(actions["list-numbers"], "matters", self, role="link")
        search = ("matters-search", say("Sök nummer eller ärende"))
        self.lay_out((new, self.list_numbers), (self.state,), search, 220)
        self.state.commit_by(self.narrow)
        self.view.opened.connect(self.opened)

    def read(self) -> None:
        """Read the matters anew and show those that the filter leaves."""
        with self._desk.read() as reader:
            rows = matter_rows(reader)
            self._unlisted = len(unlisted_numbers(reader))
        self.rows = rows
        self.list_numbers.setVisible(bool(self._unlisted))
        self.show_lines(rows)

    def wanted(self, line: MatterRow) -> bool:
        return self.state.value() in (None, line.matter.state)

    def holds(self, line: MatterRow, typed: str) -> bool:
        bare = normal_form(typed)
        return super().holds(line, typed) or bool(bare and bare in self.words_in(line))

    def narrowed(self, lines: Sequence[MatterRow]) -> None:
        texts = [say_count("{n} ärende", "{n} ärenden", len(lines))]
        if self._unlisted:
            texts.append(
                say_count(
                    "{n} diarienummer på föredragningslistorna är inte upplagt som ärende",
                    "{n} diarienummer på föredragningslistorna är inte upplagda som ärenden",
                    self._unlisted,
                )
            )
        self.sums.setText(" · ".join(texts))

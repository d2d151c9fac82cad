"""A list of what belongs to the decisions of a meeting, each decision with a row of its own."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Generic, NamedTuple, TypeVar

from PySide6.QtWidgets import QStackedWidget, QWidget

from hubra_desktop.model.language import say
from hubra_desktop.model.minutes.told_of import DecisionPlace
from hubra_desktop.ui.action_spec import Needs
from hubra_desktop.ui.actions import Actions
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.forms.form import Form
from hubra_desktop.ui.models.rows_table import ColumnOf, RowsModel
from hubra_desktop.ui.pages.meetings.open_meeting import OpenMeeting
from hubra_desktop.ui.pages.plan.rows_beside import RowsBeside
from hubra_desktop.ui.widgets import build
from hubra_desktop.ui.widgets.empty import EmptyState
from hubra_desktop.ui.widgets.rows_view import RowsView
from hubra_desktop.ui.widgets.seen import ReadWhenSeen
from hubra_desktop.work.edits import Add, Remove
from hubra_desktop.work.queries.after_meeting import AfterMeeting, after_meeting

FOLLOWED = frozenset({
    "anchoring", "approval", "backlog_item", "decision", "decision_notice", "issued_paper",
    "meeting", "minutes", "section",
})  # fmt: skip
"""What the lists are read from."""

Part = TypeVar("Part")


@dataclass(frozen=True)
class DecisionLine(Generic[Part]):
    """A decision with one of its parts; without one the decision has none yet."""

    place: DecisionPlace
    part: Part | None = None

    @property
    def id(self) -> str:
        """Return the id of the part, or of the decision that has none."""
        return self.place.id if self.part is None else self.part.id  # type: ignore[attr-defined]


def lines_of_decisions(
    places: Sequence[DecisionPlace], parts: Sequence[Part]
) -> tuple[DecisionLine[Part], ...]:
    """Return a line for each part, in the order of the decisions, and one for each without."""
    lines: list[DecisionLine[Part]] = []
    for place in places:
        own = [each for each in parts if each.place.id == place.id]  # type: ignore[attr-defined]
        lines += [DecisionLine(place, each) for each in own] or [DecisionLine(place)]
    return tuple(lines)


def decision_columns() -> tuple[ColumnOf[DecisionLine[Any]], ...]:
    """Return the columns that tell which decision a line is about."""
    return (
        ColumnOf(
            "§",
            lambda line: line.place.sign.removeprefix("§").strip(),
            56,
            right=True,
            sorts=lambda line: (line.place.section.position, line.place.order),
        ),
        ColumnOf(say("Ärende"), lambda line: line.place.section.heading, needs=560),
    )


class ListWords(NamedTuple):
    """What a list is called, and what adding a part to the chosen decision is."""

    title: str
    adding: str


class DecisionList(ReadWhenSeen, RowsBeside):
    """Subclasses say which record the parts are, what they are called and which are shown.

    ``tools`` stand beside the tabs while the list is in view.
    """

    record_type: type
    kind: str
    adding_name: str
    followed = FOLLOWED
    first_field = "name"

    def __init__(
        self,
        desk: Desk,
        meeting: OpenMeeting,
        actions: Actions,
        form: Form,
        says: ListWords,
        columns: Sequence[ColumnOf[DecisionLine[Any]]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk, actions, parent)
        self._meeting, self.form = meeting, form
        self._editable = True
        self._lines: dict[str, DecisionLine[Any]] = {}
        self.after: AfterMeeting | None = None
        self.edit_in(form)
        self.rows: RowsModel[DecisionLine[Any]] = RowsModel(columns, self)
        self.view = RowsView(f"{self.kind}-rows", says.title, self.rows, self)
        self.empty = EmptyState(
            say("Inga beslut än"),
            say("Här står sammanträdets beslut när de är antecknade."),
            parent=self,
        )
        self._stack = QStackedWidget(self)
        for each in (self.view, self.empty):
            self._stack.addWidget(each)
        self.summary = build.label("", "muted", self, name=f"{self.kind}-summary")
        self._deeds = build.column()
        parts = (self._deeds, (self._stack, 1), self.summary)
        self.lay_out(f"{self.kind}-splitter", *parts, margins=build.FLUSH)
        self.follow_view(self.view, ("remove-item",), ("remove-item",))
        self.new = build.button(says.adding, self.adding_name, self, self.add, role="primary")
        self.new.setAutoDefault(True)
        self.tools: tuple[QWidget, ...] = (self.new,)
        self.view.opened.connect(self._add_to)
        self.view.row_chosen.connect(self._fit)
        meeting.shown.connect(self.start_over)
        desk.changed.connect(self.follow_changes)

    def stand_over(self, deeds: QWidget) -> None:
        """Stand what can be done with the chosen row over the rows; told once."""
        self._deeds.addWidget(deeds)

    @property
    def rows_view(self) -> RowsView:
        return self.view

    @property
    def current(self) -> DecisionLine[Any] | None:
        """Return the line that is chosen."""
        return self._lines.get(self.view.current_id())

    def record(self, kind: str, row_id: str) -> Any:
        line = self._lines.get(row_id)
        return self.record_in(line.part) if line is not None and line.part is not None else None

    def record_in(self, part: Any) -> Any:
        """Return the record of a part."""
        raise NotImplementedError

    def parts_of(self, after: AfterMeeting) -> Sequence[Any]:
        """Return the parts of all decisions."""
        raise NotImplementedError

    def summed(self, after: AfterMeeting) -> str:
        """Say how many parts there are, and how they stand."""
        raise NotImplementedError

    def fitted(self) -> None:
        """Follow when other rows, or another one, are shown."""

    def _fit(self, *_: object) -> None:
        self.new.setEnabled(self._editable and self.current is not None)
        self.fitted()

    def form_of(self, kind: str) -> Form:
        return self.form

    def kind_of(self, row_id: str) -> str:
        line = self._lines.get(row_id)
        return self.kind if line is not None and line.part is not None else ""

    def read_anew(self) -> None:
        sheet = self._meeting.sheet
        self.after = None
        lines: tuple[DecisionLine[Any], ...] = ()
        if sheet is not None:
            with self._desk.read() as reader:
                self.after = after_meeting(reader, sheet.id, self._desk.today())
            lines = lines_of_decisions(self.after.places, self.parts_of(self.after))
        self._lines = {each.id: each for each in lines}
        with self.rows_changing():
            self.rows.show_rows(lines)
        self._stack.setCurrentWidget(self.view if lines else self.empty)
        self.summary.setText(self.summed(self.after) if self.after and lines else "")
        if lines and not self.view.current_id():
            self.view.choose(lines[0].id)
        self.refresh_side()
        self._fit()
        self.allowed.emit()

    def add(self) -> None:
        """Add a part to the decision of the row that is chosen."""
        line = self.current
        if line is None or not self._desk.flush_or_say():
            return
        changes = self._desk.run(Add(self.record_type, self.begun(line), line.place.id))
        if changes is not None and changes.created:
            self.open_part(changes.created)
            self.form.go_to(self.first_field)

    def _add_to(self, row_id: str) -> None:
        """Add the first part of a decision that has none, by Enter on its row."""
        line = self._lines.get(row_id)
        if line is None or line.part is not None:
            return
        if self._editable:
            self.add()
        elif told := self._desk.closed_told:
            self._desk.messages.tell(told)

    def begun(self, line: DecisionLine[Any]) -> dict[str, Any]:
        """Return the values that a new part begins with."""
        del line
        return {}

    def open_part(self, row_id: str) -> bool:
        """Edit a part beside the list; False when it is not here."""
        if self.stale:
            self.read_now()
        return self.open_place(self.kind, row_id)

    def do(self, action_id: str) -> None:
        """Do what pages share: the chosen part is removed; Undo brings it back."""
        line = self.current
        if action_id != "remove-item" or line is None or line.part is None:
            return
        record = self.record_in(line.part)
        if self._desk.run(Remove(self.record_type, record.id)) is not None:
            removed = say("”{title}” togs bort.", title=record.name or say("(utan namn)"))
            self._desk.messages.tell(removed, "undo")

    def set_editable(self, editable: bool) -> None:
        super().set_editable(editable)
        self._editable = editable
        self._fit()

    def meets(self) -> Needs:
        """Return whether a part is chosen."""
        line = self.current
        return Needs.NOTHING if line is None or line.part is None else Needs.ITEM

    def panes(self) -> list[QWidget]:
        """Return the parts that F6 goes between."""
        return [self.view, self.side]

"""Shows what a table would bring before any of it is taken in, and asks what it leaves open."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from hubra_desktop.exchange.table_columns import Question
from hubra_desktop.exchange.table_headings import Heading, UnfitTableError
from hubra_desktop.exchange.table_reading import TableAnswers
from hubra_desktop.exchange.tables import SHAPES, TableName
from hubra_desktop.model.errors import InputError
from hubra_desktop.model.language import say, say_count
from hubra_desktop.model.wording import joined, quoted
from hubra_desktop.ui.forms.converters import CHOICE
from hubra_desktop.ui.forms.dialog import FormDialog
from hubra_desktop.ui.forms.entry import Field
from hubra_desktop.ui.forms.inputs import ChoiceField
from hubra_desktop.ui.forms.values import Values
from hubra_desktop.ui.theme import GRID, theme
from hubra_desktop.ui.widgets import build
from hubra_desktop.ui.widgets.part_bar import PartBar
from hubra_desktop.ui.widgets.table_preview import PreviewView
from hubra_desktop.ui.widgets.table_ties import Known, TableTies
from hubra_desktop.work.table_imports import TablePlan

WIDTH, HEIGHT, LEAST = 940, 620, 190
ROWS, COLUMNS = "rows", "columns"


class TableTold(NamedTuple):
    """What a file would bring, and what was told of it to come there."""

    plan: TablePlan
    answers: TableAnswers


Reads = Callable[[TableName, TableAnswers | None], TableTold]
"""Reads the file as a table with answers; None are those that are remembered.

Raises InputError when it is no such table, UnfitTableError where headings are missing.
"""


class TableImportDialog(FormDialog):
    """Lists every row with what becomes of it; headings are tied and readings chosen here."""

    def __init__(
        self,
        name: str,
        reads: Reads,
        tables: Sequence[TableName],
        first: TableName,
        parent: QWidget | None = None,
        *,
        known: Known | None = None,
        comparing: bool = False,
    ) -> None:
        title = say("Importera {file}", file=name)
        if comparing:
            title = say("Jämför med {file}", file=name)
        super().__init__("table-import-dialog", title, say("Läs in"), parent)
        self._comparing = comparing
        self._reads = reads
        self._told: TableTold | None = None
        self.answer: TableTold | None = None
        names = [(text, each) for each, text in table_names().items() if each in tables]
        label = say("Filen är en &tabell med")
        self.form.build(Field("table", label, CHOICE, choices=names, first=first))
        self.entries["table"].edited.connect(self._choose)
        self.counts = build.label("", "", self, name="table-import-counts")
        self._doubts = QWidget(self)
        self._questions = QVBoxLayout(self._doubts)
        self._questions.setContentsMargins(0, 0, 0, 0)
        self.bar = PartBar(
            say("Delar av filen"), [(ROWS, say("Rader")), (COLUMNS, say("Kolumner"))], self
        )
        self.bar.chosen.connect(self._show_part)
        self.view = PreviewView(self)
        self.view.preview.left_out.connect(self._leave_out)
        self.ties = TableTies(self._tell, known or {}, self)
        self.stack = QStackedWidget(self)
        self.stack.addWidget(self.view)
        self.stack.addWidget(self.ties)
        self.stack.setMinimumHeight(theme().scaled(LEAST))
        self.stack.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self._lay_out()
        self._read(first, None)

    def _lay_out(self) -> None:
        """Put it all under the choice of a table; a low screen scrolls it."""
        body = QScrollArea(self)
        body.setObjectName("table-import-body")
        body.setFrameShape(QFrame.Shape.NoFrame)
        body.setWidgetResizable(True)
        body.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget(body)
        inside.setProperty("role", "plain")
        parts = (self.counts, self._doubts, self.bar, (self.stack, 1))
        build.column(*parts, of=inside, spacing=GRID)
        body.setWidget(inside)
        self.column.setStretch(0, 0)
        self.form.setFixedHeight(self.form.inside.sizeHint().height())
        self.column.insertWidget(1, body, 1)
        self.resize(theme().scaled(WIDTH), theme().scaled(HEIGHT))

    def _choose(self) -> None:
        self._read(self.entries["table"].read(), None)

    def _tell(self, answers: TableAnswers) -> None:
        self._read(self.entries["table"].read(), answers)

    def _leave_out(self, numbers: frozenset[int]) -> None:
        if self._told is not None:
            self._tell(replace(self._told.answers, left_out=numbers))

    def _answer(self, key: str, field: str, value: object) -> None:
        if self._told is not None:
            answers = self._told.answers
            self._tell(replace(answers, chosen={**answers.chosen, key: str(value)}))

    def _read(self, name: TableName, answers: TableAnswers | None) -> None:
        """Read the file anew with what is told of it, and show what it brings."""
        self.refuse("")
        self._told = None
        headings: Sequence[Heading] = ()
        told = answers or TableAnswers()
        try:
            self._told = self._reads(name, answers)
            headings, told = self._told.plan.read.headings, self._told.answers
        except UnfitTableError as unfit:
            headings = unfit.headings.found
            self.refuse(_what_is_missing(unfit) if headings else unfit.sentence)
        except InputError as refusal:
            self.refuse(refusal.sentence)
        self.ties.show_file(SHAPES[name], headings, told)
        self._show_plan(self._told.plan if self._told else None)
        if self._told is None:
            self._show_part(COLUMNS if headings else ROWS)

    def _show_plan(self, plan: TablePlan | None) -> None:
        self.counts.setText("\n".join(plan.counts if plan else ()))
        self.counts.setVisible(bool(plan and plan.counts))
        self._ask(plan.questions if plan else ())
        columns = [each.heading for each in plan.read.columns] if plan else []
        self.view.show_rows(columns, plan.rows if plan else ())
        text = say("Läs in")
        if plan and plan.command:
            text = say_count("Läs in {n} rad", "Läs in {n} rader", plan.taken)
        usable = plan is not None and plan.command is not None
        if self._comparing:
            usable = bool(plan and plan.accounts and not plan.open_questions)
            text = say("Jämför")
        self.accept_button.setEnabled(usable)
        self.accept_button.setText(text)

    def _ask(self, questions: Sequence[Question]) -> None:
        """Ask each question in its own row, with its answer where it has one."""
        focused: QWidget | None = self.focusWidget()
        here = focused.objectName() if focused is not None and focused.hasFocus() else ""
        while (old := self._questions.takeAt(0)) is not None:
            if (widget := old.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for question in questions:
            row = QWidget(self._doubts)
            field = ChoiceField(f"question-{question.key}", question.sentence, row)
            field.offer([(each.label, each.value) for each in question.choices])
            field.show_value(question.answer)
            field.setPlaceholderText(say("Välj…"))
            field.commit_by(partial(self._answer, question.key))
            label = build.label(question.sentence, "", row, caution=not question.answer)
            label.setBuddy(field)
            build.row((label, 1), (field, 1), of=row, spacing=2 * GRID)
            self._questions.addWidget(row)
            if field.objectName() == here:
                field.setFocus()
        self._doubts.setVisible(bool(questions))

    def _show_part(self, name: str) -> None:
        self.bar.show_part(name)
        self.stack.setCurrentWidget(self.view if name == ROWS else self.ties)

    def take(self, values: Values) -> None:
        self.answer = self._told

    @classmethod
    def ask(
        cls,
        parent: QWidget,
        name: str,
        reads: Reads,
        tables: Sequence[TableName],
        first: TableName,
        known: Known,
        *,
        comparing: bool = False,
    ) -> TableTold | None:
        """Show what a file brings; return what is to be taken in, or None.

        ``comparing`` books nothing: the rows are kept to hold the ledger against.
        """
        made = cls(name, reads, tables, first, parent, known=known, comparing=comparing)
        return made.ended().answer


def _what_is_missing(unfit: UnfitTableError) -> str:
    names = joined([quoted(each.heading) for each in unfit.headings.missing])
    return say(
        "Filen har ingen rubrik för {names}. Välj vilken rubrik som är vilken, eller skriv ett "
        "värde för alla rader.",
        names=names,
    )


def table_names() -> dict[TableName, str]:
    """Return what the rows of each table are called."""
    return {
        TableName.LEDGER: say("rader i huvudboken"),
        TableName.GRANTS: say("bidrag"),
        TableName.ACTIVITIES: say("aktiviteter"),
        TableName.MEASUREMENTS: say("mätningar"),
        TableName.MEETINGS: say("sammanträden"),
        TableName.PEOPLE: say("personer"),
        TableName.ASSOCIATIONS: say("föreningar"),
        TableName.MATTERS: say("ärenden"),
        TableName.FOLLOW_UPS: say("uppföljningar"),
        TableName.REPORTED: say("anmälningar"),
        TableName.ATTENDANCE: say("närvaro"),
        TableName.RATES: say("arvodessatser"),
        TableName.STAYS: say("tider i rummet"),
    }

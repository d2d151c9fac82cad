"""Shows what a file would bring before anything of it is taken in."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QWidget

from hubra_desktop.model.language import say
from hubra_desktop.ui.forms.dialog import FormDialog
from hubra_desktop.ui.forms.values import Values
from hubra_desktop.ui.widgets import build
from hubra_desktop.ui.widgets.wrapped_rows import WrappedRows
from hubra_desktop.work.import_changes import ImportChange, Part
from hubra_desktop.work.imports import ImportPlan

SHOWN = 12
FEWER = 9
"""Lines of each list where there are two, which a low screen holds with all around them."""

WIDTH = 560
BESIDE = 90
"""What of the width is no room for words: margins, the bar to scroll by and a box to tick."""


class ImportDialog(FormDialog):
    """Lists the plan line by line, and what would be changed to be ticked record by record.

    ``answer`` are the changes chosen, None when the import was left. What is unusual is
    asked about above the button, which then says that it is done anyway. The import itself
    can be undone.
    """

    answer: frozenset[Part] | None = None

    def __init__(self, name: str, plan: ImportPlan, parent: QWidget | None = None) -> None:
        title = say("Importera")
        accept = say("{button} ändå", button=title) if plan.question else title
        super().__init__("import-dialog", title, accept, parent)
        words = say("Filen {file} innehåller:", file=name)
        heading = build.label(words, "", self, name="import-heading")
        self.lines = _list("import-lines", heading.text(), self)
        for line in plan.lines or [say("Ingenting nytt") if plan.changes else say("Ingenting")]:
            self.lines.addItem(_line(line))
        self.changes = _list("import-changes", say("Ändringar att välja"), self)
        for each in plan.changes:
            self.changes.addItem(_choice(each))
        told = say("Bocka för det som ska ändras. Det andra blir kvar som det är i registret.")
        about = build.label(told, "", self, name="import-changes-heading")
        every = QWidget(self)
        tick = say("Bocka för allt")
        tick_all = build.button(tick, "import-choose-all", every, self._choose_all, role="link")
        build.row(tick_all, None, of=every)
        after = build.label(say("Importen kan tas tillbaka med Ångra."), "muted", self)
        for shown in (self.lines, self.changes):
            _fit(shown, FEWER if plan.changes else SHOWN)
        self.accept_button.setEnabled(bool(plan.lines or plan.changes))
        choices = (about, self.changes, every) if plan.changes else ()
        asked = build.label(plan.question, "", self, name="import-question", caution=True)
        asked.setVisible(bool(plan.question))
        self.form.build(heading, self.lines, *choices, *([asked] if plan.question else ()), after)
        for widget in (about, self.changes, every):
            widget.setVisible(bool(plan.changes))
        self.setMinimumWidth(WIDTH)

    def chosen(self) -> frozenset[Part]:
        """Return the changes that are ticked."""
        return frozenset(
            item.data(Qt.ItemDataRole.UserRole)
            for item in _items(self.changes)
            if item.checkState() is Qt.CheckState.Checked
        )

    def _choose_all(self) -> None:
        for item in _items(self.changes):
            item.setCheckState(Qt.CheckState.Checked)

    def take(self, values: Values) -> None:
        self.answer = self.chosen()

    @classmethod
    def ask(
        cls, parent: QWidget, name: str, plan: ImportPlan, do: Callable[[frozenset[Part]], object]
    ) -> None:
        """Show the plan and do what is chosen of it; a refusal is told and can be mended."""
        cls(name, plan, parent).ended(do)


def _list(name: str, called: str, parent: QWidget) -> QListWidget:
    shown = QListWidget(parent)
    shown.setObjectName(name)
    shown.setAccessibleName(called)
    shown.setProperty("role", "checks")
    shown.setWordWrap(True)
    shown.setItemDelegate(WrappedRows(shown))
    shown.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    shown.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    return shown


def _fit(shown: QListWidget, most: int) -> None:
    """Be as high as the wrapped lines are, up to ``most`` rows; the rest is scrolled."""
    metrics = shown.fontMetrics()
    row = metrics.height() + 6
    room = QRect(0, 0, WIDTH - BESIDE, SHOWN * row)
    wrap = Qt.TextFlag.TextWordWrap
    lines = (metrics.boundingRect(room, wrap, item.text()).height() + 6 for item in _items(shown))
    shown.setFixedHeight(min(most * row, sum(lines)) + row)
    shown.setCurrentRow(0)


def _line(text: str) -> QListWidgetItem:
    item = QListWidgetItem(text)
    item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsUserCheckable)
    return item


def _choice(change: ImportChange) -> QListWidgetItem:
    """Make the item of a change: what it is, and under it each difference, old → new."""
    item = QListWidgetItem("\n".join((change.heading, *(f"   {line}" for line in change.lines))))
    item.setData(Qt.ItemDataRole.UserRole, change.part)
    item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
    state = Qt.CheckState.Checked if change.proposed else Qt.CheckState.Unchecked
    item.setCheckState(state)
    return item


def _items(shown: QListWidget) -> Iterable[QListWidgetItem]:
    return [shown.item(row) for row in range(shown.count())]

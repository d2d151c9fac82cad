"""The tools above the editor of a paper's text; each has its key, and shows what is in force."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QWidget

from hubra_desktop.model.language import N_, say
from hubra_desktop.ui.forms.inputs import ChoiceField
from hubra_desktop.ui.icons import icon
from hubra_desktop.ui.pages.reports.rich_editor import RichEditor
from hubra_desktop.ui.theme import GRID
from hubra_desktop.ui.widgets.plain import plain_tip

_SHAPES = {
    "text": N_("Text"),
    "heading": N_("Rubrik"),
    "subheading": N_("Underrubrik"),
    "quote": N_("Citat"),
}


class RichToolbar(QFrame):
    """Shapes what is chosen in ``editor``; the tools' keys work while the editor has the focus."""

    def __init__(self, editor: RichEditor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rich-toolbar")
        self._editor = editor
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(GRID // 2)
        self.shape = ChoiceField("shape", say("Slag av stycke"), self)
        self.shape.offer([(say(name), each) for each, name in _SHAPES.items()])
        self.shape.commit_by(self._give)
        self._row.addWidget(self.shape)
        self.bold = self._tool("bold", say("Fet"), "Ctrl+B", editor.toggle_bold)
        self.italic = self._tool("italic", say("Kursiv"), "Ctrl+I", editor.toggle_italic)
        self.dots = self._tool("list-dots", say("Punktlista"), "Ctrl+Shift+L", self._dots)
        self.numbers = self._tool(
            "list-numbers", say("Numrerad lista"), "Ctrl+Shift+K", self._numbers
        )
        self._row.addStretch(1)
        editor.shaped.connect(self._show)
        editor.currentCharFormatChanged.connect(self._show)
        self._show()

    def add(self, widget: QWidget) -> None:
        """Put another tool last."""
        self._row.addWidget(widget)

    def set_editable(self, editable: bool) -> None:
        """Allow or refuse changes."""
        for each in (self.shape, self.bold, self.italic, self.dots, self.numbers):
            each.setEnabled(editable)

    def _tool(self, name: str, label: str, keys: str, do: Callable[[], None]) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(f"tool-{name}")
        button.setIcon(icon(name, "text"))
        button.setAccessibleName(label)
        shown = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
        button.setToolTip(plain_tip(f"{label} ({shown})"))
        button.setCheckable(True)
        button.clicked.connect(do)
        button.clicked.connect(self._show)
        if name.startswith("list"):
            shortcut = QShortcut(QKeySequence(keys), self._editor)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(do)
        self._row.addWidget(button)
        return button

    def _dots(self) -> None:
        self._toggle("dots")

    def _numbers(self) -> None:
        self._toggle("numbers")

    def _toggle(self, shape: str) -> None:
        self._editor.set_shape("text" if self._editor.shape() == shape else shape)

    def _give(self, field: str, shape: object) -> None:
        self._editor.set_shape(str(shape))
        self._editor.setFocus()

    def _show(self) -> None:
        """Show the shape of what the cursor stands in."""
        shape = self._editor.shape()
        self.shape.show_value(shape if shape in _SHAPES else "text")
        made = self._editor.currentCharFormat()
        heading = shape in ("heading", "subheading")
        self.bold.setChecked(not heading and made.fontWeight() >= QFont.Weight.Bold)
        self.italic.setChecked(made.fontItalic())
        self.dots.setChecked(shape == "dots")
        self.numbers.setChecked(shape == "numbers")

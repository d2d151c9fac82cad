"""The tools of whichever text of a § was last written in, above them all."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget

from hubra_desktop.model.language import say
from hubra_desktop.ui.pages.reports.rich_editor import RichEditor
from hubra_desktop.ui.pages.reports.rich_toolbar import RichToolbar
from hubra_desktop.ui.widgets.layouts import tool_button


class Toolbars(QStackedWidget):
    """One toolbar for each editor, made when it is first written in.

    ``spelling_asked(editor)`` asks to go through the spelling from there, ``search_asked`` for
    words to look for.
    """

    spelling_asked = Signal(object)
    search_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("minutes-tools")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._bars: dict[int, RichToolbar] = {}
        self.editor: RichEditor | None = None
        self._editable = True

    def follow(self, editor: RichEditor) -> None:
        """Show the tools of an editor."""
        key = id(editor)
        if key not in self._bars:
            self._bars[key] = self._made(editor)
            self.addWidget(self._bars[key])
        self.editor = editor
        self._bars[key].set_editable(self._editable)
        self.setCurrentWidget(self._bars[key])

    def _made(self, editor: RichEditor) -> RichToolbar:
        bar = RichToolbar(editor, self)
        for name, text, keys, do in (
            ("find", say("Sök i texten"), "Ctrl+F", self.search_asked.emit),
            ("spelling", say("Gå igenom stavningen"), "F7", self.ask_spelling),
        ):
            bar.add(tool_button(name, f"minutes-tool-{name}", text, do, bar, keys=keys))
        return bar

    def ask_spelling(self) -> None:
        """Ask to go through the spelling from where something was last written."""
        if self.editor is not None:
            self.spelling_asked.emit(self.editor)

    def drop(self, editor: RichEditor) -> None:
        """Let go of the tools of an editor that goes."""
        bar = self._bars.pop(id(editor), None)
        if self.editor is editor:
            self.editor = None
        if bar is not None:
            self.removeWidget(bar)
            bar.deleteLater()

    def set_editable(self, editable: bool) -> None:
        """Allow or refuse changes."""
        self._editable = editable
        for bar in self._bars.values():
            bar.set_editable(editable)

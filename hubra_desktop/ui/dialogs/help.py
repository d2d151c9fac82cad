"""The help beside the work: about the page in view, and every shortcut."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QListWidget, QWidget

from hubra_desktop.model.language import language, say
from hubra_desktop.paths import resource
from hubra_desktop.ui.actions import HISTORY, PAGE_ACTIONS, Actions
from hubra_desktop.ui.help_texts import shortcuts_html
from hubra_desktop.ui.theme import GRID, theme
from hubra_desktop.ui.widgets import build
from hubra_desktop.ui.widgets.page_text import PageText
from hubra_desktop.ui.widgets.tab_order import TabByEye

TOPICS = (*PAGE_ACTIONS, HISTORY.id, "backups", "shortcuts")
WIDTH, HEIGHT = 760, 560
LIST_WIDTH = 190


class HelpDialog(TabByEye, QDialog):
    """Stays open beside the window, so that one can read and do; Esc closes it.

    ``show_topic`` takes the id of a page's action, or "shortcuts".
    """

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("help-dialog")
        self.setWindowTitle(say("Hjälp"))
        self._actions = actions
        self.topics = QListWidget(self)
        self.topics.setObjectName("help-topics")
        self.topics.setProperty("role", "checks")
        self.topics.setAccessibleName(say("Hjälpens ämnen"))
        self.topics.addItems([actions[each].text().replace("&", "").rstrip("…") for each in TOPICS])
        self.text = PageText("help-text", say("Hjälp"), self)
        self.topics.setFixedWidth(theme().scaled(LIST_WIDTH))
        around, gap = (2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID), 2 * GRID
        build.row(self.topics, (self.text, 1), of=self, margins=around, spacing=gap)
        self.topics.currentRowChanged.connect(self._show)
        wanted = QSize(theme().scaled(WIDTH), theme().scaled(HEIGHT))
        self.resize(wanted.boundedTo(self.screen().availableSize()))

    def show_topic(self, topic: str) -> None:
        """Show the help, at a topic, with the focus in its text."""
        self.topics.setCurrentRow(TOPICS.index(topic))
        self.show()
        self.raise_()
        self.activateWindow()
        self.text.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show(self, row: int) -> None:
        topic = TOPICS[row]
        if topic == "shortcuts":
            self.text.show_page(shortcuts_html(self._actions))
        else:
            self.text.show_page(topic_html(topic.removeprefix("page-")))
        self.text.verticalScrollBar().setValue(0)


def topic_html(name: str) -> str:
    """Return the help about a page in the window's language."""
    file = resource("help", language(), f"{name}.html")
    return f"<style></style>{file.read_text(encoding='utf-8')}"

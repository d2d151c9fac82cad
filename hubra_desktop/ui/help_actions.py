"""The menu Hjälp: help for the page in view, the shortcuts, and what the program is."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from hubra_desktop import __version__
from hubra_desktop.model.language import say
from hubra_desktop.ui.actions import Actions


class HelpActions(QObject):
    """Opens the help at the page that ``shown_page`` names; one help to a window."""

    def __init__(self, actions: Actions, shown_page: Callable[[], str], window: QWidget) -> None:
        super().__init__(window)
        self._actions = actions
        self.shown_page = shown_page
        self._window = window
        self._dialog: QWidget | None = None
        actions.connect_all(
            {
                "help": lambda: self._show(self.shown_page()),
                "shortcuts": lambda: self._show("shortcuts"),
                "about": self._show_about,
            }
        )

    def close(self) -> None:
        """Close the help, if it is open."""
        if self._dialog is not None:
            self._dialog.close()

    def _show(self, topic: str) -> None:
        from hubra_desktop.ui.dialogs.help import HelpDialog

        if not isinstance(self._dialog, HelpDialog):
            self._dialog = HelpDialog(self._actions, self._window)
        self._dialog.show_topic(topic)

    def _show_about(self) -> None:
        from hubra_desktop.ui.dialogs.choices import ReadDialog
        from hubra_desktop.ui.help_texts import about_html

        ReadDialog.show_text(self._window, "about-dialog", say("Om Hubra"), about_html(__version__))

"""What is done for the register as a file: looked through, rescued, taken to another computer."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from hubra_desktop.model.language import say
from hubra_desktop.ui.actions import Actions
from hubra_desktop.ui.desk import Desk


class CareActions(QObject):
    """Does it beside the window, on a thread, and tells what came of it."""

    def __init__(self, desk: Desk, actions: Actions, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        actions.connect_all({"check-register": self.check})

    def check(self) -> None:
        """Look the open register through, and show the report."""
        from hubra_desktop.ui.dialogs.report import ReportDialog
        from hubra_desktop.ui.dialogs.work import WorkDialog
        from hubra_desktop.work.health import check_health

        path = self._desk.path
        if path is None or not self._desk.flush_or_say():
            return
        title = say("Kontroll av registret")
        with self._desk.refusing():
            report = WorkDialog.run(self._window, title, lambda told: check_health(path, told))
            if report is not None:
                ReportDialog.show_report(
                    self._window, title, report.summary, report.text, self._save
                )

    def _save(self, text: str) -> bool:
        """Ask where a report is to be written, and write it there."""
        from hubra_desktop.ui.dialogs.files import ask_report

        path = ask_report(self._window, say("Kontroll av registret.txt"))
        return path is not None and self._desk.write_file(path, text.encode())

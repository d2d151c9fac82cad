"""The real window, without a screen: from a key to the page, and from a page to another."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QObject, QSize
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from hubra_desktop.app import make_application
from hubra_desktop.ui import settings, theme
from hubra_desktop.ui.main_window import MainWindow
from hubra_desktop.ui.page_builder import drawn
from hubra_desktop.ui.pages.meetings.agenda.agenda_rows import AgendaColumn
from hubra_desktop.work.calling.call_papers import KallelseContent
from hubra_desktop.work.demo import make_demo
from hubra_desktop.work.papers import Collected, render
from tests.benchmarks.frame import Row, benchmark, by_turns
from tests.benchmarks.registers import make_register

LAPTOP = QSize(1366, 768)
"""The size of the windows: the platform's own is so narrow that the live page gives way."""

REST_MS = 300
"""How long a new window is given to paint, to make what it put off and to draw its page."""


def application(folder: Path) -> QApplication:
    """Give the one application, its settings in the folder."""
    settings.redirect(folder / "settings.ini")
    found = QApplication.instance()
    return found if isinstance(found, QApplication) else make_application(["hubra"])


@contextmanager
def window_on(register: Path | None) -> Iterator[MainWindow]:
    """Show the window over a register, and take it away afterwards."""
    window = MainWindow()
    if register is not None:
        window.registers.open(register)
    theme.theme().dress()
    window.resize(LAPTOP)
    window.show()
    QApplication.processEvents()
    try:
        yield window
    finally:
        window.close()
        window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


class Painted(QObject):
    """Ends a loop when the widget is painted after ``armed`` was set."""

    def __init__(self, watched: QWidget | None) -> None:
        assert watched is not None
        super().__init__(watched)
        self.armed = False
        self.loop = QEventLoop()
        watched.installEventFilter(self)

    def arm(self) -> None:
        self.armed = True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self.armed and event.type() == QEvent.Type.Paint:
            self.armed = False
            self.loop.quit()
        return False


@benchmark
def keystroke(folder: Path) -> Iterator[Row]:
    """From a key in the agenda to the live page painted, beside building and drawing it."""
    application(folder)
    register = folder / "demo.hubra"
    make_demo(register)
    with window_on(register) as window:
        window.show_page("page-meetings")
        panel = window.meetings.page
        painted = Painted(panel.view.widget())
        panel.built.connect(painted.arm)
        agenda = window.meetings.agenda
        agenda.view.choose(agenda.model.row_at(1).id, AgendaColumn.TITLE, edit=True)
        editor = agenda.view.open_editor()
        assert editor is not None

        def ours() -> float:
            start = time.perf_counter()
            QTest.keyClicks(editor, "a")
            painted.loop.exec()
            return time.perf_counter() - start

        def base() -> float:
            sheet = window.meeting.draft
            assert sheet is not None
            start = time.perf_counter()
            pdf = render(Collected("kallelse", KallelseContent(sheet), window.meeting.style))
            drawn(pdf, panel.view.page_width(), panel.devicePixelRatioF())
            return time.perf_counter() - start

        times = by_turns(ours, base, rounds=25)
        QTest.keyClicks(editor, "\x1b")
        window.desk.flush()
    yield times.row("a key to the live page", 1.5)


def opening(register: Path, meeting_id: str, *, whole: bool) -> Callable[[], float]:
    """Give a side that shows the meetings page and opens one meeting, in a new window.

    ``whole`` counts the opening of the register too, at the page and the meeting that were
    shown last. Without it the window has come to rest at the first page with no meeting open:
    what is still put off from its making is not measured, and the meeting is read and laid out.
    """

    def take() -> float:
        with window_on(None if whole else register) as window:
            if not whole:
                window.show_page("page-overview")
                window.meeting.close()
                QTest.qWait(REST_MS)
            start = time.perf_counter()
            if whole:
                window.registers.open(register)
            window.show_page("page-meetings")
            window.meeting.open(meeting_id)
            window.repaint()
            QApplication.processEvents()
            return time.perf_counter() - start

    return take


@benchmark
def meetings_page(folder: Path) -> Iterator[Row]:
    """The meetings page and one meeting, among 10 000 meetings and in the demo."""
    application(folder)
    vast = make_register(folder / "vast.hubra", meetings=10_000, years=50)
    demo = folder / "demo.hubra"
    make_demo(demo)
    for whole, name in (
        (False, "meetings page and a meeting, vast and demo"),
        (True, "the same with the register's opening"),
    ):
        settings.redirect(folder / "settings.ini")
        ours = opening(vast, "m5000", whole=whole)
        base = opening(demo, "meeting-01", whole=whole)
        yield by_turns(ours, base, rounds=9).row(name, 1.5)

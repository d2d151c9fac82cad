"""The live page: the kallelse as it would be printed now, following every keystroke."""

from pathlib import Path
from tempfile import TemporaryDirectory, mkdtemp

from PySide6.QtCore import Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from hubra_desktop.ui.actions import Actions
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.open_meeting import OpenMeeting
from hubra_desktop.ui.page_builder import BuiltPages, PageBuilder, Wish
from hubra_desktop.ui.paper_form import ORDINARY, PaperForm
from hubra_desktop.ui.theme import GRID
from hubra_desktop.ui.widgets.page_text import PageText
from hubra_desktop.ui.widgets.preview import PageView

ZOOM_STEP = 1.2
ZOOM_LIMITS = (0.5, 4.0)


class PagePanel(QWidget):
    """Shows the latest page that was made; asks for another when anything changes.

    ``zoom`` is relative to the width of the pane, 1.0 when the page fits it.
    """

    built = Signal()

    def __init__(
        self, desk: Desk, meeting: OpenMeeting, actions: Actions, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("page-panel")
        self._desk = desk
        self._meeting = meeting
        self._actions = actions
        self.zoom = 1.0
        self.builder = PageBuilder(self)
        self.builder.built.connect(self._show)
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(0)
        self._wait.timeout.connect(self.ask)
        self.view = PageView(self)
        self.text = PageText("page-text", self.tr("The page as text"), self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.text)
        self._place = QLabel(self)
        self._place.setObjectName("page-place")
        self._place.setProperty("role", "small")
        self._refusal = QLabel(self)
        self._refusal.setObjectName("page-refusal")
        self._refusal.setProperty("role", "callout")
        self._refusal.setWordWrap(True)
        self._refusal.hide()
        self._lent: TemporaryDirectory[str] | None = None
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setContentsMargins(GRID, GRID // 2, GRID, GRID // 2)
        bar.setSpacing(GRID // 2)
        bar.addWidget(self._place, 1)
        for each in ("zoom-out", "zoom-fit", "zoom-in", "page-as-text"):
            bar.addWidget(self._tool(each))
        foot = QHBoxLayout()
        foot.setContentsMargins(GRID, GRID, GRID, GRID)
        foot.setSpacing(GRID)
        foot.addStretch(1)
        foot.addWidget(self._button("save-pdf", "primary"))
        foot.addWidget(self._button("print", ""))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        said = QVBoxLayout()
        said.setContentsMargins(GRID, 0, GRID, 0)
        said.addWidget(self._refusal)
        column.addLayout(said)
        column.addWidget(self._stack, 1)
        rule = QFrame(self)
        rule.setProperty("role", "rule")
        column.addWidget(rule)
        column.addLayout(foot)

    def _tool(self, action_id: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(f"button-{action_id}")
        button.setDefaultAction(self._actions[action_id])
        button.setAccessibleName(self._actions[action_id].text().replace("&", ""))
        return button

    def _button(self, action_id: str, role: str) -> QPushButton:
        action = self._actions[action_id]
        button = QPushButton(action.text().replace("&", "").rstrip("…"), self)
        button.setObjectName(f"button-{action_id}")
        button.setProperty("role", role)
        button.setToolTip(action.toolTip())
        button.clicked.connect(action.trigger)
        return button

    def _connect(self) -> None:
        for signal in (self._meeting.shown, self._meeting.committed):
            signal.connect(self._ask_soon)
        self._meeting.drafted.connect(self.ask)
        self.view.width_changed.connect(self._ask_soon)
        self.view.page_changed.connect(self._tell_place)
        self._actions.connect_all(
            {
                "zoom-in": self._larger,
                "zoom-out": self._smaller,
                "zoom-fit": self._fit,
            }
        )
        self._actions["page-as-text"].toggled.connect(self._show_text)

    def _ask_soon(self) -> None:
        """Ask once, when everything that follows the same change has been laid out."""
        self._wait.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._ask_soon()

    def ask(self) -> None:
        """Ask for the page as it is now, if it can be seen.

        Every key asks at once: the builder begins when it is idle, and while it is
        busy the latest wish is the one that waits.
        """
        sheet = self._meeting.draft
        if sheet is None:
            self.view.show_images([])
            self.text.show_page("")
            return
        if not self.isVisible():
            return
        ratio = self.devicePixelRatioF()
        width = round(self.view.page_width() * self.zoom * ratio)
        meeting = self._meeting
        as_text = self._stack.currentWidget() is self.text
        self.builder.ask(Wish(sheet, meeting.style, meeting.replacement, width, ratio, as_text))

    def _show(self, pages: BuiltPages) -> None:
        sheet = self._meeting.sheet
        if sheet is None or sheet.id != pages.wish.meeting.id:
            return
        self._refusal.setText(pages.refusal)
        self._refusal.setVisible(bool(pages.refusal))
        if pages.refusal:
            return
        if pages.wish.as_text:
            self.text.show_page(pages.html)
        else:
            self.view.show_images(list(pages.images))
        self.built.emit()

    def _tell_place(self, page: int, pages: int) -> None:
        said = self.tr("Page {page} of {pages}").format(page=page, pages=pages)
        self._place.setText(said if pages else "")

    def _larger(self) -> None:
        self._set_zoom(self.zoom * ZOOM_STEP)

    def _smaller(self) -> None:
        self._set_zoom(self.zoom / ZOOM_STEP)

    def _fit(self) -> None:
        self._set_zoom(1.0)

    def _set_zoom(self, zoom: float) -> None:
        self.zoom = min(max(zoom, ZOOM_LIMITS[0]), ZOOM_LIMITS[1])
        self.ask()

    def _show_text(self, as_text: bool) -> None:
        chosen = self.text if as_text else self.view
        self._stack.setCurrentWidget(chosen)
        self.ask()
        chosen.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def paper(self, form: PaperForm = ORDINARY) -> bytes | None:
        """Return the kallelse of the stored meeting, after committing what is typed.

        Raises InputError for text that cannot be printed.
        """
        from hubra_desktop.work.papers import kallelse_of, kallelse_page_of

        if not self._desk.flush() or self._meeting.sheet is None:
            return None
        meeting, size = self._meeting.sheet.id, form.text_size
        with self._desk.read() as reader:
            if form.html:
                return kallelse_page_of(reader, meeting, size).encode()
            return kallelse_of(reader, meeting, text_size=size, data=form.data)

    def view_in_program(self) -> bool:
        """Open the kallelse in the computer's own PDF program."""
        pdf = self.paper()
        if pdf is None:
            return False
        path = Path(self._folder()) / self.file_name()
        path.write_bytes(pdf)
        return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def _folder(self) -> str:
        """Return a new folder for what is lent to another program, gone when the window is."""
        if self._lent is None:
            self._lent = TemporaryDirectory(prefix="hubra-", ignore_cleanup_errors=True)
        return mkdtemp(dir=self._lent.name)

    def stop(self) -> None:
        """End the thread that makes pages, and take back what was lent."""
        self.builder.stop()
        if self._lent is not None:
            self._lent.cleanup()
            self._lent = None

    def file_name(self, *, large: bool = False) -> str:
        """Return the name that the PDF is offered: ``Kallelse 2018-03-07.pdf``."""
        from hubra_desktop.work.papers import file_name

        sheet = self._meeting.sheet
        return file_name(sheet, large=large) if sheet else "Kallelse.pdf"

"""Where forms stand beside what they are about: a panel with a head, or one form at a time."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QStackedWidget,
    QToolButton,
    QWidget,
)

from hubra_desktop.model.language import say
from hubra_desktop.ui.forms.panel import FormPanel
from hubra_desktop.ui.theme import GRID, theme
from hubra_desktop.ui.widgets import build
from hubra_desktop.ui.widgets.layouts import close_button

WIDTH = 400
LEAST = 320
FORM_WIDTH = 330
HEAD = (2 * GRID, GRID, GRID, 0)
NARROW = 880
"""A page narrower than this, in pixels at 13 px text, shows the form instead of the part."""

Done = Callable[[object], object]


class SidePanel(QFrame):
    """Shows one of its forms under a head; ``left`` follows Esc and the button that closes.

    ``tools`` are actions that stand as buttons in the head.
    """

    left = Signal()

    def __init__(self, tools: Sequence[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("side-panel")
        self.setProperty("role", "side")
        self._title = build.label("", "section", self, wraps=False)
        close = close_button("side-close", say("Stäng panelen"), self.left.emit, self)
        head = build.row((self._title, 1), *map(self._tool, tools), close, margins=HEAD)
        self._stack = QStackedWidget(self)
        build.column(head, (self._stack, 1), of=self, spacing=0)
        self.setMinimumWidth(theme().scaled(LEAST))

    def _tool(self, action: QAction) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(f"side-{action.objectName()}")
        button.setDefaultAction(action)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return button

    @property
    def ground(self) -> QWidget:
        """Return what forms are best made in: moved, each of their widgets is styled anew."""
        return self._stack

    def add(self, form: QWidget) -> None:
        """Take a form in."""
        self._stack.addWidget(form)

    def show_form(self, form: QWidget, title: str) -> None:
        """Show one of the forms."""
        self._title.setText(title)
        self.setAccessibleName(title)
        self._stack.setCurrentWidget(form)

    @property
    def form(self) -> QWidget | None:
        """Return the form in view."""
        return self._stack.currentWidget()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close the panel with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)


class FormHost(QWidget):
    """Holds ``body`` and beside it the form that is open, if one is.

    The focus goes back to where it was when the form is left. What was typed in a form that
    was left by the way is kept for the next time it is opened ``about`` the same. ``turned``
    tells that a form has been opened or closed.
    """

    turned = Signal()

    def __init__(self, body: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._body = body
        self._done: Done | None = None
        self._back: QWidget | None = None
        self._name = ""
        self._about = ""
        self._drafts: dict[tuple[str, str], dict[str, object]] = {}
        self.form: FormPanel | None = None
        self._place = build.column()
        build.row((body, 1), self._place, of=self, spacing=GRID)

    def open(
        self, form: FormPanel, done: Done | None = None, *, begin: str = "", about: str = ""
    ) -> None:
        """Show a form; ``done`` gets what it came to. ``about`` are the ids it is about."""
        back = self._back if self.form is not None else QApplication.focusWidget()
        self._drop()
        self._back, self._done, self.form, self._about = back, done, form, about
        draft = self._drafts.pop((form.objectName(), about), None)
        if draft is not None:
            form.take_up(draft)
        if back is not None:
            self._name = back.objectName()
            back.destroyed.connect(self._forget_back)
        form.setParent(self)
        self._place.addWidget(form)
        form.done.connect(self._finish)
        form.left.connect(self.close_form)
        self._fit()
        form.show()
        form.begin(begin)
        self.turned.emit()

    def close_form(self) -> None:
        """Take the form away and go back to where one was."""
        if self.form is None:
            return
        self._drop()
        self._fit()
        (self._where_back() or self._body).setFocus(Qt.FocusReason.OtherFocusReason)
        self.turned.emit()

    def _forget_back(self) -> None:
        """Let go of what had the focus: the page has been built anew."""
        self._back = None

    def _where_back(self) -> QWidget | None:
        """Return what had the focus; a page built anew has another of the same name."""
        back, name = self._back, self._name
        self._back = None
        if back is not None and back.isVisible():
            return back
        named = self._body.findChildren(QWidget, name) if name else []
        return next((each for each in named if each.isVisible()), None)

    def forget(self) -> None:
        """Let go of all that was typed and left, for another register."""
        self.close_form()
        self._drafts.clear()

    def _drop(self) -> None:
        if self.form is not None:
            if self.form.edited:
                self._drafts[self.form.objectName(), self._about] = self.form.draft()
            self._place.removeWidget(self.form)
            self.form.hide()
            self.form.deleteLater()
            self.form = None

    def _finish(self, result: object) -> None:
        done = self._done
        if self.form is not None:
            self.form.edited = False
        self.close_form()
        if done is not None:
            done(result)

    def _fit(self) -> None:
        """Give the form its width, or the whole place when there is no room for both."""
        narrow = self.width() < theme().scaled(NARROW)
        self._body.setVisible(self.form is None or not narrow)
        if self.form is None:
            return
        if narrow:
            self.form.setMinimumWidth(0)
            self.form.setMaximumWidth(16_777_215)
        else:
            self.form.setFixedWidth(theme().scaled(FORM_WIDTH))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

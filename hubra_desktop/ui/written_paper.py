"""The live page beside an editor: it follows the caret, leads to what is printed, and goes out."""

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from hubra_desktop.model.language import say
from hubra_desktop.ui.actions import Actions
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.icons import icon
from hubra_desktop.ui.paper_maker import PRINT, SAVE, VIEW, PaperMaker
from hubra_desktop.ui.widgets.paper_pane import PaperPane
from hubra_desktop.ui.widgets.plain import plain_tip
from hubra_desktop.work.papers import PaperRequest


class WrittenPaperPane(PaperPane):
    """Follows what is being typed, and where; saves and prints what is stored.

    Its parts are named after ``kind``. Subclasses answer ``paper`` and ``stored``, and take the
    place of a text that was pressed on the page.
    """

    def __init__(
        self, kind: str, desk: Desk, actions: Actions, parent: QWidget | None = None
    ) -> None:
        super().__init__(f"{kind}-page", parent)
        self._kind = kind
        self._followed = ("", 0)
        self.built.connect(self._lead)
        self.view.clicked.connect(self._ask_source)
        self.maker = PaperMaker(desk, self)
        self.as_text = self._tool("text", say("Sidan som text"))
        self.as_text.setCheckable(True)
        self.as_text.toggled.connect(self.show_text)
        smaller = self._tool("zoom-out", say("Mindre sida"))
        smaller.clicked.connect(self.smaller)
        fit = self._tool("fit", say("Anpassa till bredden"))
        fit.clicked.connect(self.fit)
        larger = self._tool("zoom-in", say("Större sida"))
        larger.clicked.connect(self.larger)
        self.add_tools(smaller, fit, larger, self.as_text)
        for action_id, role in ((SAVE, "primary"), (PRINT, "")):
            self.foot.addWidget(self._button(actions, action_id, role))

    def follow_signals(self, *signals: SignalInstance) -> None:
        """Ask for a new page whenever one of these tells that something has changed."""
        for signal in signals:
            signal.connect(self.ask_soon)

    def _tool(self, name: str, label: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(f"{self._kind}-{name}")
        button.setIcon(icon(name, "text"))
        button.setAccessibleName(label)
        button.setToolTip(plain_tip(label))
        return button

    def _button(self, actions: Actions, action_id: str, role: str) -> QPushButton:
        action = actions[action_id]
        button = QPushButton(action.text().replace("&", "").rstrip("…"), self)
        button.setObjectName(f"{self._kind}-button-{action_id}")
        button.setProperty("role", role)
        button.clicked.connect(action.trigger)
        return button

    def follow_text(self, source: str, part: int) -> None:
        """Keep in view where a block of a text is printed."""
        self._followed = (source, part)
        self._lead()

    def _lead(self) -> None:
        source, part = self._followed
        here = [each for each in self.places if each[0] == source]
        above = [each for each in here if each[1] <= part]
        if here:
            self.view.show_place(*self.places[max(above) if above else min(here)])

    def _ask_source(self, page: int, share: float) -> None:
        """Ask for what is written at a place of a page, or last above it."""
        above = [(at, source) for source, at in self.places.items() if at <= (page, share)]
        if above:
            self.ask_for_text(*max(above)[1])

    def ask_for_text(self, source: str, part: int) -> None:
        """Ask to go to a block of a text: it was pressed on the page."""
        raise NotImplementedError

    def stored(self) -> PaperRequest | None:
        """Return the paper as it is stored, for saving and printing; None when none is open."""
        raise NotImplementedError

    def do(self, action_id: str) -> None:
        """Save, print or show the paper elsewhere; it is made beside the window."""
        paper = self.stored()
        if paper is not None and action_id in (SAVE, PRINT, VIEW):
            self.maker.do(paper, action_id)

    def stop(self) -> None:
        """End the threads that make pages and papers, and take back what was lent."""
        super().stop()
        self.maker.stop()

"""The five stages of a meeting, where it stands now, and the way to the next."""

from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from hubra_desktop.model.language import N_, say
from hubra_desktop.model.terms import MeetingState
from hubra_desktop.ui.icons import icon
from hubra_desktop.ui.widgets import build
from hubra_desktop.ui.widgets.arrows import RowButton, walk
from hubra_desktop.ui.widgets.plain import plain_tip

ICON = 15
SPACING = 2
GAP = 8
PADDING = 20
"""Between the mark and the word, and around both: what the style sheet gives a stage."""


@dataclass(frozen=True)
class Stage:
    """One stage: what it is called, what is done in it, and the states that belong to it."""

    id: str
    name: str
    meaning: str
    states: tuple[MeetingState, ...]


PLAN, CALL, HOLD, MINUTES, DONE = "plan", "call", "hold", "minutes", "done"
STAGES: tuple[Stage, ...] = (
    Stage(
        PLAN,
        N_("Planera"),
        N_("Gör föredragningslistan; kallelsen skrivs ut som UTKAST"),
        (MeetingState.PLANNED, MeetingState.PREPARING),
    ),
    Stage(
        CALL,
        N_("Kalla"),
        N_("Kalla och skicka ut handlingarna"),
        (MeetingState.CALLED,),
    ),
    Stage(
        HOLD,
        N_("Genomför"),
        N_("Pricka av, för mötet framåt och anteckna det som beslutas"),
        (MeetingState.ONGOING,),
    ),
    Stage(
        MINUTES,
        N_("Protokoll"),
        N_("Skriv tills inget saknas"),
        (MeetingState.HELD,),
    ),
    Stage(
        DONE,
        N_("Klart"),
        N_("Justera, anslå och arkivera"),
        (MeetingState.APPROVED, MeetingState.ARCHIVED),
    ),
)


class StageButton(RowButton):
    """One stage; it is checked while its parts are in view, whatever is clicked."""

    def __init__(self, stage: Stage, parent: QWidget) -> None:
        super().__init__(parent)
        self.stage = stage
        self.setObjectName(f"stage-{stage.id}")
        self.setProperty("role", "stage")
        self.setText(say(stage.name))
        meaning = say(stage.meaning)
        self.setToolTip(plain_tip(meaning))
        self.setAccessibleDescription(meaning)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setIconSize(QSize(ICON, ICON))

    def nextCheckState(self) -> None:
        """Stay as the page is."""

    def say_word(self, said: bool) -> None:
        """Show the stage's word beside its mark, or the mark alone."""
        self.setText(say(self.stage.name) if said else "")

    def room(self, *, said: bool) -> int:
        """Return how wide the button is with its word at its boldest, or with the mark alone."""
        font = self.font()
        font.setBold(True)
        word = QFontMetrics(font).horizontalAdvance(say(self.stage.name)) + GAP
        return PADDING + ICON + (word if said else 0)

    def check(self, on: bool) -> None:
        """Show whether the stage's parts are in view."""
        self.setAutoExclusive(False)
        self.setChecked(on)
        self.setAutoExclusive(True)


class Stepper(QWidget):
    """``chosen(stage)`` asks for the place where the work of a stage is done.

    Choosing one never changes the meeting: its state follows what is done there, and each
    stage's mark tells where the meeting stands. The one in view is checked. The stages are
    one stop for Tab; the arrows go between them, and Space or Enter chooses. A meeting that
    is cancelled or moved stands in none of them. Where the words have no room, only the stage
    in view says its own; the others say it as a tool tip.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("stages")
        self.setAccessibleName(say("Sammanträdets skede"))
        self.buttons = [StageButton(stage, self) for stage in STAGES]
        for button in self.buttons:
            button.clicked.connect(self._choose)
        build.row(*self.buttons, None, of=self, spacing=SPACING)
        self._shown: tuple[MeetingState, bool] | None = None
        self.show_state(MeetingState.PLANNED)
        self.show_stage(PLAN)

    def show_state(self, state: MeetingState, *, called: bool = True) -> None:
        """Show where a meeting in this state stands, and whether it was ever called."""
        if (state, called) == self._shown:
            return
        self._shown = (state, called)
        self._mark_all(state, called)
        self._fit()

    def show_stage(self, stage: str) -> None:
        """Show which stage's parts are in view."""
        for button in self.buttons:
            here = button.stage.id == stage
            button.check(here)
            policy = Qt.FocusPolicy.StrongFocus if here else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(policy)
        self._fit()

    def _mark_all(self, state: MeetingState, called: bool) -> None:
        places = (place for place, stage in enumerate(STAGES) if state in stage.states)
        now = next(places, -1)
        for place, button in enumerate(self.buttons):
            skipped = button.stage.id == CALL and place < now and not called
            self._mark(button, place, -1 if skipped else now)

    def _fit(self) -> None:
        """Say the words that there is room for."""
        fits = self._width(said=True) <= self.width()
        for button in self.buttons:
            button.say_word(fits or button.isChecked())

    def _width(self, *, said: bool) -> int:
        """Return how wide the stages are with all their words, or with the marks alone."""
        return sum(button.room(said=said) + SPACING for button in self.buttons)

    def minimumSizeHint(self) -> QSize:
        """Return the room that the stages take when only the widest word is said."""
        words = (button.room(said=True) - button.room(said=False) for button in self.buttons)
        return QSize(self._width(said=False) + max(words), super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:
        return QSize(self._width(said=True), super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _mark(self, button: StageButton, place: int, now: int) -> None:
        if place < now:
            said, drawing = say("Skede {place} av {stages}, passerat: {name}"), "check"
        elif place == now:
            said, drawing = say("Skede {place} av {stages}, nu: {name}"), "stage-now"
        else:
            said, drawing = say("Skede {place} av {stages}: {name}"), "stage-coming"
        button.setIcon(icon(drawing, "accent" if place <= now else "muted"))
        name = said.format(place=place + 1, stages=len(STAGES), name=say(button.stage.name))
        button.setAccessibleName(name)

    def _choose(self) -> None:
        button = self.sender()
        if isinstance(button, StageButton):
            self.chosen.emit(button.stage.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the stage beside with an arrow, and choose it with Enter."""
        if walk(self.buttons, event) is None:
            super().keyPressEvent(event)

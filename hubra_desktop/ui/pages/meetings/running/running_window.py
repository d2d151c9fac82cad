"""The view of a meeting that goes on: what is handled, when the rest comes, and the keys.

It fills the screen and has all that is needed while the meeting lasts. Nothing in it is shown
as recorded before it is stored.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QMainWindow,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from hubra_desktop.model.days import weekday_in_text
from hubra_desktop.model.language import say
from hubra_desktop.model.minutes.running import RunningMeeting
from hubra_desktop.model.swedish import capitalised, clock
from hubra_desktop.model.terms import MeetingState
from hubra_desktop.ui.actions import Actions
from hubra_desktop.ui.icons import program_icon
from hubra_desktop.ui.messages import Message
from hubra_desktop.ui.pages.meetings.running.act_keys import (
    ACTS,
    BACK,
    DECIDING,
    GOING,
    PEOPLE,
    RECORDING,
    WRITING,
    Act,
)
from hubra_desktop.ui.pages.meetings.running.acts import Acts
from hubra_desktop.ui.pages.meetings.running.ask_line import AskLine
from hubra_desktop.ui.pages.meetings.running.ballot_panel import BallotPanel, meanings
from hubra_desktop.ui.pages.meetings.running.coming_panel import ComingPanel
from hubra_desktop.ui.pages.meetings.running.leaving import Leaving
from hubra_desktop.ui.pages.meetings.running.now_panel import NowPanel
from hubra_desktop.ui.pages.meetings.running.people_panel import PeoplePanel
from hubra_desktop.ui.pages.meetings.running.projector import ProjectorView
from hubra_desktop.ui.pages.meetings.running.roll_panel import RollPanel
from hubra_desktop.ui.pages.meetings.running.running_state import RunningState
from hubra_desktop.ui.pages.meetings.running.section_panel import SectionPanel
from hubra_desktop.ui.pages.meetings.running.told_line import ToldLine
from hubra_desktop.ui.theme import GRID, theme
from hubra_desktop.ui.widgets import build
from hubra_desktop.ui.widgets.button_grid import ButtonGrid
from hubra_desktop.ui.widgets.marks import mark
from hubra_desktop.ui.widgets.message_bar import MessageBar
from hubra_desktop.ui.widgets.plain import literal, window_title
from hubra_desktop.ui.widgets.tab_order import TabByEye
from hubra_desktop.ui.widgets.undo_keys import is_redo, is_undo

RIGHT_SHARE = 0.34
LEAST_RIGHT = 300
MOST_RIGHT = 520
NEXT_ROOM = 220


class RunningWindow(TabByEye, QMainWindow):
    """One meeting, over the whole screen. ``left`` follows when it is closed.

    ``phrases_asked`` asks for the library of phrases. ``actions`` are the window's own, for
    what a message offers. A screen reader takes nothing less than this class for a window.
    """

    left = Signal()
    phrases_asked = Signal()

    def __init__(self, state: RunningState, actions: Actions, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("running-window")
        self.setWindowIcon(program_icon())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.state, self._actions = state, actions
        state.setParent(self)
        self.now = NowPanel(self)
        self.section = SectionPanel(state, self)
        self.coming = ComingPanel(self)
        self.people = PeoplePanel(self)
        self.ask = AskLine(self)
        self.bar = MessageBar(self)
        self.acts = Acts(state, self.ask, self)
        self.acts.waits = self._waits
        self.ballot = BallotPanel(self.acts.hold_ballot, self)
        self.roll = RollPanel(self.acts.tick, self)
        self._leaving = Leaving(state.desk, self._unstored)
        self.projector: ProjectorView | None = None
        self._abandoned = False
        self._timed: RunningMeeting | None = None
        self._buttons = {act.id: self._button(act) for act in ACTS}
        self._lay_out()
        self._connect()
        self.show_all()

    def _button(self, act: Act) -> QPushButton:
        made = build.button(say(act.text), f"act-{act.id}", self, lambda: self.acts.do(act))
        roles = {"next": "primary", "start": "primary", "write": "link"}
        made.setProperty("role", roles.get(act.id, "act"))
        made.setAutoDefault(False)
        return made

    def _lay_out(self) -> None:
        self.clock = build.label("", "display", self, name="running-clock", wraps=False)
        self.late = build.label("", "lead", self, name="running-late", wraps=False)
        self.head = build.label("", "muted", self, name="running-head", wraps=False)
        self.told = ToldLine(self)
        self.back = build.button(say(BACK.text), "running-back", self, self.close, role="link")
        head = build.row(
            self.head, (self.told, 1), self.late, self.clock, spacing=3 * GRID,
            margins=(0, 0, 0, GRID),
        )  # fmt: skip
        self._deciding = self._grid("acts-deciding", 6, (*DECIDING, *RECORDING))
        self.section.offer(self._buttons[WRITING.id])
        self._about_people = self._grid("acts-people", 3, PEOPLE)
        going = build.row(*(self._buttons[act.id] for act in GOING), None, self.back, spacing=GRID)
        left = build.column(
            self.now, (self.section, 1), self.ballot, self.roll, self.ask, self._deciding,
            spacing=2 * GRID - 4,
        )  # fmt: skip
        self._right = QWidget(self)
        people = ((self.coming, 1), self.people, self._about_people)
        build.column(*people, of=self._right, spacing=2 * GRID)
        around = (3 * GRID, 2 * GRID, 3 * GRID, 2 * GRID)
        middle = build.row((left, 1), self._right, spacing=4 * GRID)
        whole = QWidget(self)
        build.column(head, (middle, 1), going, of=whole, margins=around, spacing=GRID)
        self.setCentralWidget(whole)

    def _grid(self, name: str, most: int, acts: Sequence[Act]) -> ButtonGrid:
        grid = ButtonGrid(name, most, self)
        grid.show_buttons([self._buttons[act.id] for act in acts])
        return grid

    def _connect(self) -> None:
        self.state.changed.connect(self.show_all)
        self.state.ticked.connect(self.show_time)
        self.state.gone.connect(self.close)
        self.acts.begun.connect(self._leave_panels)
        self.acts.done.connect(self.told.tell_stored)
        self.state.desk.stepped.connect(self.told.tell_step)
        self.acts.write_asked.connect(self._write)
        self.acts.vote_asked.connect(self._begin_ballot)
        self.acts.roll_asked.connect(self._begin_roll)
        self.acts.project_asked.connect(self.project)
        for editor in self.section.editors.values():
            editor.left.connect(self._take_keys)
        self.section.library.clicked.connect(self.phrases_asked)
        self.coming.times.clicked.connect(self._correct_times)
        for part in (self.ask.closed, self.ballot.left, self.roll.left):
            part.connect(self._take_keys)
        self.ask.opened.connect(self._show_grids)
        self.roll.left.connect(self.acts.offer_substitutes)
        self.state.desk.messages.said.connect(self._show_message)
        self.state.desk.messages.withdrawn.connect(self.bar.take_away)
        self.state.desk.changed.connect(self._note_change)

    def begin(self) -> None:
        """Fill the screen and count the time."""
        self.state.begin()
        self.showFullScreen()
        self.activateWindow()
        self._take_keys()

    def flush(self) -> bool:
        """Store what is being typed; False when it cannot be used."""
        return self.section.flush()

    def mend(self) -> str:
        """Lead to what could not be stored; return its name."""
        self.activateWindow()
        return self.section.mend()

    def _unstored(self) -> list[tuple[str, str]]:
        """Store what can be; return the rest that stands in the view, each with its name."""
        self.flush()
        return self._left_over()

    def _left_over(self) -> list[tuple[str, str]]:
        texts = [(each.accessibleName(), each.text_typed()) for each in self.section.refused()]
        if self.ask.unanswered:
            texts.append((self.ask.question.text(), self.ask.unanswered))
        if self.ballot.begun:
            texts.append((say("Omröstning"), self.ballot.told()))
        return texts

    def _waits(self) -> bool:
        """Tell whether a vote or an answer that was begun has to be ended first, and say so."""
        if self.ballot.begun:
            self.ballot.ask_to_finish()
        elif self.ask.unanswered:
            self.ask.refuse(say("Svara med Enter, eller avbryt med Esc."))
        return self.ballot.begun or bool(self.ask.unanswered)

    def show_all(self) -> None:
        """Show what is stored, and what can be done now."""
        meeting = self.state.meeting
        day = weekday_in_text(meeting.date)
        self.head.setText(" · ".join(part for part in (meeting.body, capitalised(day)) if part))
        self.setWindowTitle(window_title(f"{say('Sammanträde')} · {day}"))
        self.section.show_section(self.state.section)
        self.people.show_people(self.state)
        able = self.acts.able()
        for act in ACTS:
            self._buttons[act.id].setEnabled(act.id in able)
        going = self.state.ongoing
        for part in (self.people, self._about_people):
            part.setVisible(going or self.state.ahead)
        self._buttons["start"].setVisible(self.state.ahead)
        self.coming.times.setEnabled(meeting.state in _CORRECTED and not self.state.desk.read_only)
        if not self.roll.isHidden():
            self.roll.follow(self.state.roll)
        self._show_grids()
        for name in ("next", "go-to", "pause", "end"):
            self._buttons[name].setVisible(going)
        text = say("Sluta &paus") if self.state.going.pause else say("&Paus")
        self._buttons["pause"].setText(text)
        if self._timed is not self.state.going:
            self.show_time()

    def _show_grids(self) -> None:
        """Show what can be done; while something is asked its answer alone is wanted."""
        asked = self.ask.asking or not (self.ballot.isHidden() and self.roll.isHidden())
        wanted = self.state.ongoing and self.state.section is not None
        self._deciding.setVisible(wanted and not asked)

    def show_time(self) -> None:
        """Show what the time does: how late it is, and when the rest comes."""
        self._timed = self.state.going
        going, item = self.state.going, self.state.item
        numbers = self.state.people.numbers
        self.clock.setText(clock(going.now))
        told, matters = self.state.late_told()
        self.late.setText(told)
        mark(self.late, "level", "warning" if matters else "")
        opened = self.state.meeting.opened_at is not None
        self.now.show_meeting(going, numbers.get(item.id, "") if item else "", opened=opened)
        self.coming.show_meeting(going, numbers)
        self._name_next()
        if self.projector is not None:
            self.projector.show_meeting(going)

    def _name_next(self) -> None:
        """Let the button say which row is next, as far as there is room."""
        following, button = self.state.going.following, self._buttons["next"]
        title = following.item.title if following is not None else ""
        room = theme().scaled(NEXT_ROOM)
        shown = button.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, room)
        button.setText(f"{say('&Nästa')}: {literal(shown)}" if shown else say("&Nästa"))
        button.setAccessibleName(f"{say('Nästa')}: {title}")

    def _note_change(self, _: object) -> None:
        self.bar.note_change()

    def _show_message(self, message: Message) -> None:
        action = self._actions[message.action] if message.action else None
        self.bar.show_message(message, action)

    def _take_keys(self, *_: object) -> None:
        """Let the letters do the acts; while something is asked they answer it."""
        self._show_grids()
        wanted = self.ask.line if self.ask.asking else self
        wanted.setFocus(Qt.FocusReason.OtherFocusReason)

    def _write(self) -> None:
        self.section.editor.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _leave_panels(self) -> None:
        """Leave a vote or a roll-call for what is done instead."""
        self.ballot.hide()
        self.roll.hide()
        self._show_grids()

    def _begin_ballot(self) -> None:
        section = self.state.section
        moved = section.proposals if section is not None else ()
        self.ballot.begin(self.state.voters(), meanings(moved))
        self._show_grids()

    def _begin_roll(self) -> None:
        people = self.state.roll
        if not people:
            self.state.desk.messages.tell(self.state.nobody_told)
            return
        self.roll.begin(people)
        self._show_grids()

    def _correct_times(self) -> None:
        from hubra_desktop.ui.pages.meetings.running.times_dialog import TimesDialog

        desk = self.state.desk
        if desk.flush_or_say():
            TimesDialog.ask(self, self.state.meeting, self.state.runs, desk.attempt_now)

    def project(self) -> None:
        """Show the second view, on another screen where there is one; or take it away."""
        if self.projector is not None:
            self.projector.close()
            return
        self.projector = ProjectorView(self)
        self.projector.left.connect(self._forget_projector)
        self.projector.pressed.connect(self._take_from_projector)
        self.projector.show_meeting(self.state.going)
        told = say("Det finns bara en skärm. Flytta fönstret till projektorn; Esc stänger det.")
        if self.projector.begin(self.screen()):
            self.activateWindow()
        else:
            self.state.desk.messages.tell(told)
        self._name_project()

    def _take_from_projector(self, event: QKeyEvent) -> None:
        """Take a key as if it were pressed here: as an answer, where one is wanted."""
        QApplication.sendEvent(self._answering() or self, event)
        if self._answering() is not None:
            self.activateWindow()

    def _answering(self) -> QWidget | None:
        """Return where what is asked is answered, None while the letters do the acts."""
        asked, inside = (self.ask, self.ballot, self.roll), self.focusWidget()
        return inside if any(each.isAncestorOf(inside) for each in asked) else None

    def _forget_projector(self) -> None:
        self.projector = None
        self._name_project()

    def _name_project(self) -> None:
        shown = self.projector is not None
        self._buttons["project"].setText(
            say("Sluta &visa för publiken") if shown else say("&Visa för publiken")
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do the act of a letter; Esc takes away what is asked."""
        if event.key() == Qt.Key.Key_Escape:
            self.bar.take_away()
            self._take_keys()
        elif is_undo(event):
            self.state.desk.undo()
        elif is_redo(event):
            self.state.desk.redo()
        elif event.key() == Qt.Key.Key_F1:
            self._actions["help"].trigger()
        elif event.key() == Qt.Key.Key_F11:
            self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)
        elif not self._do_letter(event):
            super().keyPressEvent(event)

    def _do_letter(self, event: QKeyEvent) -> bool:
        typing = isinstance(QApplication.focusWidget(), QLineEdit | QPlainTextEdit)
        letter = event.text().upper()
        if typing or event.isAutoRepeat() or not letter or event.modifiers() & ~_SHIFT:
            return False
        if letter in _TEXTS and self.state.section is not None:
            self.section.show_text(self.section.tabs.names[_TEXTS.index(letter)])
            return True
        act = next((each for each in ACTS if each.key == letter and self.acts.can(each)), None)
        if act is not None:
            self.acts.do(act)
        elif letter == BACK.key:
            self.close()
        return act is not None or letter == BACK.key

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = round(self.width() * RIGHT_SHARE)
        least, most = theme().scaled(LEAST_RIGHT), theme().scaled(MOST_RIGHT)
        self._right.setFixedWidth(max(least, min(most, wide)))

    def abandon(self) -> None:
        """Close when the register is no longer open: nothing can be stored, but kept beside it."""
        self._abandoned = True
        self._leaving.keep(self._left_over())
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Store what is typed; the meeting goes on as it is."""
        if not self._abandoned and not self._leaving.may_leave():
            event.ignore()
            return
        if self.projector is not None:
            self.projector.close()
        self.state.stop()
        desk = self.state.desk
        desk.stepped.disconnect(self.told.tell_step)
        desk.messages.said.disconnect(self._show_message)
        desk.messages.withdrawn.disconnect(self.bar.take_away)
        desk.changed.disconnect(self._note_change)
        event.accept()
        self.left.emit()
        self.deleteLater()


_TEXTS = "123"
_CORRECTED = frozenset({MeetingState.ONGOING, MeetingState.HELD})
_SHIFT = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier

"""The § that goes on: what is proposed and decided, what was recorded, and the notes."""

from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from hubra_desktop.model.language import say
from hubra_desktop.model.minutes.minutes_terms import DecisionOutcome
from hubra_desktop.model.records.minutes import Section
from hubra_desktop.ui.pages.meetings.running.note_edit import NoteEdit
from hubra_desktop.ui.pages.meetings.running.running_state import RunningState
from hubra_desktop.ui.pages.meetings.running.section_text import (
    decision_text,
    outcome_text_of,
    recorded_lines,
    says_something,
)
from hubra_desktop.ui.theme import GRID
from hubra_desktop.ui.widgets import build
from hubra_desktop.ui.widgets.layouts import clear
from hubra_desktop.ui.widgets.part_bar import PartBar


class _NoteText(NamedTuple):
    """A text of a section that is written while the meeting goes on."""

    tab: str
    hint: str


def _texts() -> dict[str, _NoteText]:
    """Return the texts by their fields; 1, 2 and 3 lead to them."""
    phrases = say("Skriv, eller börja på en fras: #ordf, ”Rådet god…”. Tabb sätter in den.")
    return {
        "debate": _NoteText(say("1 Anteckningar"), phrases),
        "procedure": _NoteText(
            say("2 Beslutsgång"), say("I vilken ordning förslagen ställdes. #ordf ger en fras.")
        ),
        "inner_note": _NoteText(say("3 Egna"), say("För dig själv: skrivs aldrig ut.")),
    }


class SectionPanel(QFrame):
    """Shows the section of the row that goes on; a row without one says so."""

    def __init__(self, state: RunningState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("section-panel")
        self._state = state
        self._shown: tuple[str, ...] = ()
        self._beside: QPushButton | None = None
        inside = QWidget(self)
        self._column: QVBoxLayout = build.column(of=inside, spacing=GRID // 2)
        self.scroller = QScrollArea(self)
        self.scroller.setObjectName("section-recorded")
        self.scroller.setAccessibleName(say("Vad som har antecknats"))
        self.scroller.setFrameShape(QFrame.Shape.NoFrame)
        self.scroller.setWidgetResizable(True)
        self.scroller.setWidget(inside)
        self._inside = inside
        self.closed = build.label("", "callout", self, name="section-closed")
        self.refusal = build.label("", "callout", self, name="notes-refusal")
        self.refusal.hide()
        self.saved = build.label("", "small", self, name="notes-told", wraps=False)
        names = _texts()
        self.tabs = PartBar(say("Texter"), [(name, each.tab) for name, each in names.items()], self)
        # They are few and short: they stand beside each other whatever the room.
        self.tabs.setUsesScrollButtons(False)
        self.stack = QStackedWidget(self)
        self.editors = {name: self._editor(name, each) for name, each in names.items()}
        self.notes = self.editors["debate"]
        self.tabs.chosen.connect(self.show_text)
        self.library = build.button(say("Fraser…"), "notes-phrases", self, role="link")
        self._head = build.row(self.tabs, None, self.saved, self.library, spacing=GRID)
        parts = (self.closed, (self.scroller, 3), self._head, self.refusal, (self.stack, 2))
        build.column(*parts, of=self, spacing=GRID // 2)

    def _editor(self, name: str, text: "_NoteText") -> NoteEdit:
        made = NoteEdit(self._state, name, self.stack)
        made.setAccessibleName(text.tab)
        made.set_hint(text.hint)
        made.setMinimumHeight(72)
        made.told.connect(self._tell)
        self.stack.addWidget(made)
        return made

    def offer(self, button: QPushButton) -> None:
        """Put a button beside the texts that leads to writing them."""
        self._head.insertWidget(self._head.indexOf(self.library), button)
        self._beside = button

    def _tell(self, sentence: str) -> None:
        if self.sender() is self.editor:
            self._show_told(sentence)

    def _show_told(self, sentence: str) -> None:
        """Say how it stands with the text in view; a refusal is as long as it is."""
        refused = bool(sentence) and self.editor.refused
        self.refusal.setText(sentence if refused else "")
        self.refusal.setVisible(refused)
        self.saved.setText("" if refused else sentence)

    @property
    def editor(self) -> NoteEdit:
        """Return the text in view."""
        return self.editors[self.tabs.shown]

    def show_text(self, name: str) -> None:
        """Show one of the texts, ready to be written in."""
        self.editor.flush()
        self.tabs.show_part(name)
        self.stack.setCurrentWidget(self.editor)
        self._show_told("")
        if self.editor.refused:
            self.editor.flush()
        self.editor.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def flush(self) -> bool:
        """Store what is typed; False when some of it cannot be used."""
        stored = [each.flush() for each in self.editors.values()]
        return all(stored)

    def refused(self) -> list[NoteEdit]:
        """Return the texts that could not be stored."""
        return [each for each in self.editors.values() if each.refused]

    def mend(self) -> str:
        """Lead to a text that could not be stored; return its name."""
        for name, each in self.editors.items():
            if each.refused:
                self.tabs.show_part(name)
                self.stack.setCurrentWidget(each)
                each.setFocus(Qt.FocusReason.OtherFocusReason)
                each.flush()
                return each.accessibleName()
        return ""

    def show_section(self, section: Section | None) -> None:
        """Show what is recorded of a section, and its notes."""
        self.closed.setText(self._state.closed_told)
        self.closed.setVisible(bool(self.closed.text()))
        lines = self._lines(section)
        if lines != self._shown:
            self._fill(lines)
        for each in self.editors.values():
            each.show_section(section)
        for part in (self.stack, self.tabs, self.saved, self.library, self._beside):
            if part is not None:
                part.setVisible(section is not None)

    def recorded(self) -> tuple[tuple[str, str], ...]:
        """Return what is shown of the section: each line with the role that it has."""
        lines = (line.partition("|") for line in self._shown)
        return tuple((role, text) for role, _, text in lines)

    def _lines(self, section: Section | None) -> tuple[str, ...]:
        """Return what stands in the panel: a role, a bar and a text for each line."""
        if section is None:
            return (f"muted|{self._without_section()}",)
        found = []
        told = [each for each in section.decisions if says_something(each)]
        for place, decision in enumerate(told, start=1):
            head = say("Förslag till beslut")
            if decision.outcome is not DecisionOutcome.OPEN:
                head = outcome_text_of(decision)
            if len(told) > 1:
                head = f"{head} ({place})"
            found.append(f"section|{head}")
            found += [f"lead-text|{text}"] if (text := decision_text(decision)) else []
        if not told:
            found.append(f"muted|{say('Inget förslag till beslut. Ett beslut kan tas ändå.')}")
        found += [f"plain|{line}" for line in recorded_lines(section)]
        return tuple(found)

    def _without_section(self) -> str:
        """Say why there is nothing to record, and what can be done."""
        if self._state.ahead and self._state.closed_told:
            return say("Sammanträdet kan inte öppnas härifrån.")
        if self._state.ahead:
            return say(
                "N öppnar sammanträdet. Då görs närvarolistan och en paragraf för varje numrerat "
                "ärende, om de inte redan finns. Upprop tar närvaron med en tangent för var och en."
            )
        if self._state.item is not None:
            return say("Den här punkten får ingen paragraf.")
        return say("Allt som antecknades finns under fliken Protokoll i fönstret.")

    def _fill(self, lines: tuple[str, ...]) -> None:
        self._shown = lines
        clear(self._column)
        for line in lines:
            role, _, text = line.partition("|")
            self._column.addWidget(build.label(text, role, self._inside))
        self._column.addStretch(1)

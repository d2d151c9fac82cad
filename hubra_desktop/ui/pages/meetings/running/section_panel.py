"""The § that goes on: what is proposed and decided, what was recorded, and the notes."""

from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

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


class SectionPanel(QFrame):
    """Shows the section of the row that goes on; a row without one says so."""

    def __init__(self, state: RunningState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("section-panel")
        self._state = state
        self._shown: tuple[str, ...] = ()
        inside = QWidget(self)
        self._column: QVBoxLayout = build.column(of=inside, spacing=GRID // 2)
        self.scroller = QScrollArea(self)
        self.scroller.setObjectName("section-recorded")
        self.scroller.setAccessibleName(say("Vad som har antecknats"))
        self.scroller.setFrameShape(QFrame.Shape.NoFrame)
        self.scroller.setWidgetResizable(True)
        self.scroller.setWidget(inside)
        self._inside = inside
        self.notes = NoteEdit(state, "debate", self)
        self.notes.setAccessibleName(say("Anteckningar till protokollet"))
        self.notes.setPlaceholderText(
            say("Skriv, eller börja på en fras: #ordf, ”Rådet god…”. Tabb sätter in den.")
        )
        self.saved = build.label("", "small", self, name="notes-told", wraps=False)
        self.notes.told.connect(self.saved.setText)
        self._head = build.label(say("Anteckningar till protokollet"), "section", self, wraps=False)
        self.library = build.button(say("Fraser…"), "notes-phrases", self, role="link")
        head = build.row(self._head, self.library, None, self.saved, spacing=GRID)
        build.column((self.scroller, 3), head, (self.notes, 2), of=self, spacing=GRID // 2)
        self.notes.setMinimumHeight(72)

    def show_section(self, section: Section | None) -> None:
        """Show what is recorded of a section, and its notes."""
        lines = self._lines(section)
        if lines != self._shown:
            self._fill(lines)
        self.notes.show_section(section)
        for part in (self.notes, self._head, self.saved, self.library):
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
        if self._state.ahead:
            return say(
                "N öppnar sammanträdet. Då görs närvarolistan och en paragraf för varje numrerat "
                "ärende, om de inte redan finns. Upprop tar närvaron med en tangent för var och en."
            )
        if self._state.item is not None:
            return say("Den här raden får ingen paragraf i protokollet.")
        return say("Allt som antecknades finns under fliken Protokoll i fönstret.")

    def _fill(self, lines: tuple[str, ...]) -> None:
        self._shown = lines
        clear(self._column)
        for line in lines:
            role, _, text = line.partition("|")
            self._column.addWidget(build.label(text, role, self._inside))
        self._column.addStretch(1)

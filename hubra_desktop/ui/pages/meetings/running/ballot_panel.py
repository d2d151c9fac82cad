"""A vote, by name with one key each, or by numbers alone."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QWidget

from hubra_desktop.model.errors import InputError
from hubra_desktop.model.language import say
from hubra_desktop.model.minutes.minutes_terms import BallotAnswer, ProposalKind
from hubra_desktop.model.records.attendance import Attendance
from hubra_desktop.model.records.minutes import SectionProposal
from hubra_desktop.model.words import word
from hubra_desktop.ui.pages.meetings.running.name_keys import NameKeys
from hubra_desktop.ui.theme import GRID
from hubra_desktop.ui.widgets import build
from hubra_desktop.ui.widgets.callout import announce
from hubra_desktop.ui.widgets.undo_keys import TypedLine

ANSWERS = {
    Qt.Key.Key_J: BallotAnswer.YES,
    Qt.Key.Key_N: BallotAnswer.NO,
    Qt.Key.Key_A: BallotAnswer.ABSTAIN,
}


Hold = Callable[[str, str, tuple[tuple[str, BallotAnswer], ...], tuple[int, int, int]], object]


class BallotPanel(QFrame):
    """``hold(yes_means, no_means, voices, counts)`` stores a vote; ``left`` when it is done.

    A vote that ``hold`` refuses with an InputError stands as it was, with the reason.
    """

    left = Signal()

    def __init__(self, hold: Hold, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hold = hold
        self.setObjectName("ballot-panel")
        self.setProperty("role", "panel")
        self.yes = self._line("ballot-yes", say("Ja betyder"))
        self.no = self._line("ballot-no", say("Nej betyder"))
        self.counts = self._line("ballot-counts", say("Bara antal: ja nej avstår"))
        self.counts.setPlaceholderText(say("bara antal, 7 5 1"))
        self.names = NameKeys("ballot-names", ANSWERS, self)
        self.names.finished.connect(self._finish)
        self.names.wrong.connect(self._tell_keys)
        self.names.answered.connect(self._count)
        self.tally = build.label("", "small", self, name="ballot-tally", wraps=False)
        self._refusal = build.label("", "callout", self, name="ballot-refusal")
        self._refusal.hide()
        keys = build.label(_keys_told(), "small", self)
        keys.setAlignment(Qt.AlignmentFlag.AlignRight)
        named = build.label(say("Omröstning"), "section", self, wraps=False)
        head = build.row(named, self.tally, (keys, 1), spacing=2 * GRID)
        told_beside = (
            (say("Ja"), self.yes), (say("Nej"), self.no), (say("Antal"), self.counts),
        )  # fmt: skip
        parts: list[Any] = []
        for text, line in told_beside:
            parts += [build.label(text, "small", self, wraps=False), (line, 1)]
        meanings = build.row(*parts, spacing=GRID)
        around = (2 * GRID, GRID, 2 * GRID, GRID)
        build.column(head, meanings, self.names, self._refusal, of=self, margins=around,
                     spacing=GRID)  # fmt: skip
        self.hide()

    def _line(self, name: str, label: str) -> TypedLine:
        line = TypedLine(self)
        line.setObjectName(name)
        line.setPlaceholderText(label)
        line.setAccessibleName(label)
        line.returnPressed.connect(self._finish)
        return line

    def begin(self, people: Sequence[Attendance], proposals: tuple[str, str]) -> None:
        """Begin a vote of these people, with what yes and no mean."""
        self.yes.setText(proposals[0])
        self.no.setText(proposals[1])
        self.counts.clear()
        self.tally.clear()
        self._refuse("" if people else _nobody())
        self.names.show_people(people)
        self.names.setVisible(bool(people))
        self.show()
        first = self.names if people else self.counts
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @property
    def begun(self) -> bool:
        """Tell whether something of a vote stands here and has not been stored."""
        answered = any(each is not None for each in self.names.answers)
        return not self.isHidden() and (answered or bool(self.counts.text().strip()))

    def told(self) -> str:
        """Return what stands here, as a text to keep."""
        answers = zip(self.names.people, self.names.answers, strict=True)
        lines = [f"{each.name}: {word(answer)}" for each, answer in answers if answer is not None]
        return "\n".join([*lines, *([self.counts.text()] if self.counts.text().strip() else [])])

    def ask_to_finish(self) -> None:
        """Say that the vote is to be ended before something else is done."""
        self._refuse(say("Avsluta omröstningen med Enter, eller avbryt den med Esc."))

    def _count(self) -> None:
        """Show how the vote stands so far."""
        self._refuse("")
        counted = [self.names.answers.count(answer) for answer in BallotAnswer]
        told = [f"{n} {word(answer)}" for n, answer in zip(counted, BallotAnswer, strict=True)]
        self.tally.setText(", ".join(told) if any(counted) else "")

    def _tell_keys(self) -> None:
        self._refuse(say("Tangenterna här: {keys}", keys=_keys_told()))

    def _finish(self) -> None:
        counts = self._read_counts()
        if counts is None:
            return
        answers = zip(self.names.people, self.names.answers, strict=True)
        voices = tuple((each.id, answer) for each, answer in answers if answer is not None)
        if not voices and not any(counts):
            self._refuse(say("Ange hur någon röstar, eller skriv antalen: 7 5 1."))
            return
        if voices and any(counts):
            told = say("Både namn och antal är ifyllda. Töm antalen, eller ta bort namnens svar.")
            self._refuse(told)
            return
        try:
            self._hold(self.yes.text().strip(), self.no.text().strip(), voices, counts)
        except InputError as refused:
            self._refuse(refused.sentence)
            return
        self.leave()

    def leave(self) -> None:
        """Go out of view; what stands here is no longer wanted."""
        self.names.show_people(())
        self.counts.clear()
        self.hide()
        self.left.emit()

    def _read_counts(self) -> tuple[int, int, int] | None:
        """Return the numbers that were typed; zeros where there are none."""
        words = self.counts.text().replace(",", " ").replace("-", " ").split()
        if not words:
            return (0, 0, 0)
        if len(words) > len(ANSWERS) or not all(each.isdecimal() for each in words):
            self._refuse(say("Skriv två eller tre tal: ja, nej och avstår, till exempel 7 5 1."))
            return None
        numbers = [int(each[:4]) for each in words] + [0, 0]
        return (numbers[0], numbers[1], numbers[2])

    def _refuse(self, sentence: str) -> None:
        self._refusal.setText(sentence)
        self._refusal.setVisible(bool(sentence))
        if sentence:
            announce(self, sentence)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif not event.text():
            event.ignore()


def meanings(moved: Sequence[SectionProposal]) -> tuple[str, str]:
    """Return what yes and no mean where this was moved, as far as it was not withdrawn."""
    yes, rejected = say("bifall till förslaget"), say("avslag")
    against = (
        each.text or (rejected if each.kind is ProposalKind.REJECT else "")
        for each in moved
        if each.kind is not ProposalKind.APPROVE and not each.withdrawn
    )
    return yes, next((text for text in against if text), rejected)


def _keys_told() -> str:
    return say("J ja · N nej · A avstår · Backsteg tar tillbaka · Enter klar · Esc avbryter")


def _nobody() -> str:
    return say(
        "Ingen deltar i beslut vid den här punkten. Gör uppropet (U) först, eller skriv antalen."
    )

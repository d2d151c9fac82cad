"""A vote at a §: what yes and no mean, and how each voted, by one key each, or how many."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from hubra_desktop.model.language import say
from hubra_desktop.model.minutes.minutes_terms import BallotAnswer
from hubra_desktop.model.records.attendance import Attendance
from hubra_desktop.model.records.minutes import SectionBallot
from hubra_desktop.model.swedish import capitalised
from hubra_desktop.model.whole_numbers import parse_whole
from hubra_desktop.model.words import word
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.forms.converters import COUNT, FLAG
from hubra_desktop.ui.forms.entry import Field
from hubra_desktop.ui.models.rows_table import ColumnOf, RowsModel
from hubra_desktop.ui.pages.meetings.minutes.record_cards import RecordCard
from hubra_desktop.ui.theme import GRID
from hubra_desktop.ui.widgets import build
from hubra_desktop.ui.widgets.rows_view import RowsView
from hubra_desktop.work.commands.sections import HoldBallot

KEYS = {
    Qt.Key.Key_J: BallotAnswer.YES, Qt.Key.Key_Y: BallotAnswer.YES,
    Qt.Key.Key_N: BallotAnswer.NO, Qt.Key.Key_A: BallotAnswer.ABSTAIN,
}  # fmt: skip
_VOTES = COUNT._replace(read=lambda text, near: parse_whole(text) or 0)


@dataclass(frozen=True)
class VoterLine:
    """Somebody who may vote at the §, by the id in the attendance, and what they answered."""

    id: str
    name: str
    answer: BallotAnswer | None = None


class VoterView(RowsView):
    """``answered(id, answer)``: a key was pressed on a voter's row, which the next one follows."""

    answered = Signal(str, object)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        answer = KEYS.get(Qt.Key(event.key())) if not event.modifiers() else None
        chosen = self.current_id()
        if answer is None or not chosen:
            super().keyPressEvent(event)
            return
        self.answered.emit(chosen, answer)


class BallotCard(RecordCard):
    """Shows who may vote; J, N and A on a row answer for it, and are stored at once."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__("ballot", say("Omröstning"), desk, parent, change=SectionBallot)
        self.section_id = ""
        self._voters: Sequence[Attendance] = ()
        self.begin_with(
            Field("yes_means", say("Ja betyder"), hint=say("t.ex. bifall till förslaget")),
            Field("no_means", say("Nej betyder"), hint=say("t.ex. avslag")),
        )
        self.build(
            (
                Field("secret", "", FLAG, hint=say("Sluten")),
                Field("casting", "", FLAG, hint=say("Ordföranden avgjorde")),
            ),
            (
                Field("yes", say("Ja-röster"), _VOTES, shown=_counted),
                Field("no", say("Nej-röster"), _VOTES, shown=_counted),
                Field("abstained", say("Avstår"), _VOTES, shown=_counted),
            ),
        )
        self.by_name = build.button(
            say("Rösta med namn"), "ballot-by-name", self.inside, self._begin_names
        )
        self.model: RowsModel[VoterLine] = RowsModel(_columns(), self)
        self.view = VoterView("voters", say("Röster, en rad för var och en"), self.model, self)
        self.view.setSortingEnabled(False)
        self.view.horizontalHeader().setSectionsClickable(False)
        self.view.answered.connect(self._answer)
        self.keys = build.label(say("J, N eller A på en rad: ja, nej, avstår."), "small", self)
        self.rest = build.button(say("Övriga ja"), "ballot-rest", self.inside, self._rest_yes)
        self.counted = build.label("", "note", self, name="ballot-counted")
        names = QWidget(self.inside)
        build.column(self.view, build.row((self.keys, 1), self.rest), of=names, spacing=GRID // 2)
        self._names = names
        self.build(self.by_name, names, self.counted)

    def know_voters(self, section_id: str, voters: Sequence[Attendance]) -> None:
        """Show those who may vote at the § that the vote is of."""
        self.section_id, self._voters = section_id, voters
        self._show_voters()

    def fill(self, record: Any) -> None:
        super().fill(record)
        self._show_voters()

    def _show_voters(self) -> None:
        ballot = self.record
        if ballot is None:
            return
        by_name = bool(ballot.voices)
        self.by_name.setVisible(not by_name and not ballot.secret and bool(self._voters))
        self._names.setVisible(by_name)
        self.model.show_rows(self._lines(ballot))
        self._fit_rows()
        self.rest.setVisible(any(each.answer is None for each in self._lines(ballot)))
        self.counted.setVisible(by_name)
        self.counted.setText(votes_told(ballot))

    def _lines(self, ballot: SectionBallot) -> list[VoterLine]:
        """Return those who may vote, and whoever has voted without being one of them."""
        answers = {each.attendance_id: each.answer for each in ballot.voices}
        inside = {each.id: each.name for each in self._voters}
        others = {each.attendance_id or each.id: each.name for each in ballot.voices}
        everybody = {**inside, **others}
        return [VoterLine(each, name, answers.get(each)) for each, name in everybody.items()]

    def _fit_rows(self) -> None:
        """Be as high as the rows that there are: the whole § scrolls."""
        head = self.view.horizontalHeader().sizeHint().height()
        rows = self.model.rowCount() * self.view.verticalHeader().defaultSectionSize()
        self.view.setFixedHeight(head + rows + 4)

    def _begin_names(self) -> None:
        """Let each be asked: everybody begins with a yes, as most votes have more of them."""
        self._hold(dict.fromkeys((each.id for each in self._voters), BallotAnswer.YES))
        self.view.choose(self.model.id_at(0))
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _rest_yes(self) -> None:
        held = {each.id: each.answer or BallotAnswer.YES for each in self._lines(self.record)}
        self._hold(held)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _answer(self, voter_id: str, answer: BallotAnswer) -> None:
        if not self.editable:
            return
        lines = self._lines(self.record)
        held = {each.id: each.answer for each in lines if each.answer is not None}
        self._hold({**held, voter_id: answer})
        after = (self.model.place_of(voter_id) or 0) + 1
        self.view.choose(self.model.id_at(min(after, len(lines) - 1)))

    def _hold(self, answers: dict[str, BallotAnswer]) -> None:
        ballot = self.record
        self.desk.run(
            HoldBallot(
                self.section_id,
                ballot.yes_means,
                ballot.no_means,
                tuple(answers.items()),
                casting=ballot.casting,
                ballot_id=ballot.id,
            )
        )

    def set_editable(self, editable: bool) -> None:
        super().set_editable(editable)
        for each in (self.by_name, self.rest):
            each.setEnabled(editable)
        self.keys.setVisible(editable)


def votes_told(ballot: SectionBallot) -> str:
    """Tell how a vote went: ``Ja 8 · nej 4 · avstår 1``."""
    return say(
        "Ja {yes} · nej {no} · avstår {abstained}",
        yes=ballot.yes,
        no=ballot.no,
        abstained=ballot.abstained,
    )


def _counted(ballot: Any) -> bool:
    return not getattr(ballot, "voices", ())


def _columns() -> tuple[ColumnOf[VoterLine], ...]:
    return (
        ColumnOf(say("Namn"), lambda line: line.name),
        ColumnOf(say("Röst"), _answered, 110),
    )


def _answered(line: VoterLine) -> str:
    return capitalised(word(line.answer)) if line.answer is not None else "–"

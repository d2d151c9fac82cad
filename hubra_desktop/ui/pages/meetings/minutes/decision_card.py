"""One decision of a §: as proposed and as adopted beside each other, and who acts on it."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from hubra_desktop.model.language import say
from hubra_desktop.model.minutes.minutes_terms import DecisionOutcome
from hubra_desktop.model.minutes.sections import deviates
from hubra_desktop.model.records.minutes import Decision
from hubra_desktop.model.words import word
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.forms.completing import complete
from hubra_desktop.ui.forms.converters import CHOICE, DAY_TO_COME, FLAG, terms_of
from hubra_desktop.ui.forms.entry import Field
from hubra_desktop.ui.pages.meetings.minutes.difference import ChangedWords
from hubra_desktop.ui.pages.meetings.minutes.record_cards import RecordCard
from hubra_desktop.ui.pages.meetings.minutes.written import WithTexts, Written, show_written
from hubra_desktop.ui.theme import GRID, theme
from hubra_desktop.ui.widgets import build
from hubra_desktop.work.commands.sections import SettleDecision
from hubra_desktop.work.edits import Change
from hubra_desktop.work.queries.named_recipients import RecipientsByName

BESIDE = 430
"""A card narrower than this, in pixels at 13 px text, has its texts under each other."""

_BY_WORDS = frozenset({DecisionOutcome.OPEN, DecisionOutcome.AS_PROPOSED, DecisionOutcome.CHANGED})
"""Outcomes of which the words tell which it is."""


class DecisionCard(WithTexts, RecordCard):
    """What is typed in either text is stored by itself; the outcome writes the usual words."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__("decision", say("Beslut"), desk, parent, change=Decision)
        self._same = False
        self._actors: RecipientsByName | None = None
        outcomes = terms_of(DecisionOutcome, word)
        self.begin_with(Field("outcome", say("Vad det blev"), CHOICE, choices=outcomes))
        texts = QWidget(self.inside)
        self.proposed = Written("proposed", say("Förslag till beslut"), texts, prefix="decision")
        self.adopted = Written("adopted", say("Beslut"), texts, prefix="decision")
        self._texts = build.row((self.proposed, 1), (self.adopted, 1), of=texts, spacing=GRID)
        self.difference = ChangedWords(self.inside)
        self.build(texts, self.difference)
        self.build(
            Field(
                "deviation_confirmed", "", FLAG,
                hint=say("Ja, beslutet ska avvika från förslaget"), shown=_deviates,
            ),
            (
                Field("executor", say("Utförs av"), width=3, hint=say("person eller organ")),
                Field("due", say("Klart senast"), DAY_TO_COME, width=2),
            ),
        )  # fmt: skip
        self.written = (self.proposed, self.adopted)
        for each in self.written:
            each.editor.commit_by(partial(self._write_text, each.field))

    def _write_text(self, field: str, text: str, edit: str) -> None:
        self.write({field: text}, edit)

    def know_actors(self, actors: RecipientsByName | None) -> None:
        """Complete who acts from the names that the register knows."""
        self._actors = actors
        complete(self.texts["executor"], actors.labels if actors is not None else ())

    def fill(self, record: Any) -> None:
        super().fill(record)
        for each in self.written:
            show_written(each.editor, getattr(record, each.field), same=self._same)
        differs = _deviates(record)
        self.difference.setVisible(differs)
        if differs:
            self.difference.show_texts(record.proposed, record.adopted)

    def show_record(self, record: Any) -> bool:
        self._same = record is not None and record.id == getattr(self.record, "id", "")
        return super().show_record(record)

    def write(self, values: Mapping[str, Any], edit: str) -> None:
        """Write values; an outcome brings its words along, and words tell the outcome."""
        if "outcome" in values:
            self._settle(values["outcome"])
            return
        written = dict(values)
        if values.keys() & set(_TEXTS):
            written |= self._told_by_words(values)
        if "executor" in values and self._actors is not None:
            who = self._actors.named(values["executor"])
            written |= {
                "executor": who.name, "executor_id": who.person_id, "executor_body_id": who.body_id,
            }  # fmt: skip
        self.desk.attempt_now(Change(Decision, self.record.id, written, edit))

    def _settle(self, outcome: DecisionOutcome) -> None:
        """Write an outcome; words of one's own are kept where it says none of itself."""
        own = self.record.adopted if outcome is DecisionOutcome.CHANGED else ""
        text = own or (self.record.proposed if outcome is DecisionOutcome.CHANGED else "")
        confirmed = self.record.deviation_confirmed
        self.desk.attempt_now(SettleDecision(self.record.id, outcome, text, confirmed))

    def _told_by_words(self, values: Mapping[str, Any]) -> dict[str, Any]:
        """Return what changed words mean for the outcome, and that they are to be confirmed."""
        texts = {each: values.get(each, getattr(self.record, each)) for each in _TEXTS}
        if self.record.outcome not in _BY_WORDS:
            return {}
        differs = texts["proposed"].split() != texts["adopted"].split()
        if not texts["adopted"].strip():
            outcome = DecisionOutcome.OPEN
        elif texts["proposed"].strip() and differs:
            outcome = DecisionOutcome.CHANGED
        else:
            outcome = DecisionOutcome.AS_PROPOSED
        return {"outcome": outcome, "deviation_confirmed": False}

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= theme().scaled(BESIDE)
        ways = QBoxLayout.Direction
        self._texts.setDirection(ways.LeftToRight if wide else ways.TopToBottom)


_TEXTS = ("proposed", "adopted")


def _deviates(decision: Any) -> bool:
    return isinstance(decision, Decision) and deviates(decision)

"""All that the minutes say of one §, in one place that scrolls."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hubra_desktop.model.language import say
from hubra_desktop.model.minutes.minutes_findings import MinutesFinding
from hubra_desktop.model.minutes.minutes_terms import (
    AppealKind,
    DissentKind,
    MinutesKind,
    ProposalKind,
)
from hubra_desktop.model.minutes.minutes_view import SectionView
from hubra_desktop.model.records.minutes import Decision, Section
from hubra_desktop.model.swedish import clock
from hubra_desktop.model.words import word
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.forms.converters import CHOICE, TEXT, terms_of
from hubra_desktop.ui.forms.entry import Field
from hubra_desktop.ui.forms.form import Form
from hubra_desktop.ui.pages.meetings.minutes.ballot_card import BallotCard
from hubra_desktop.ui.pages.meetings.minutes.decision_card import DecisionCard
from hubra_desktop.ui.pages.meetings.minutes.missing_list import FindingLines
from hubra_desktop.ui.pages.meetings.minutes.open_minutes import OpenMinutes
from hubra_desktop.ui.pages.meetings.minutes.record_cards import (
    People,
    RecordCard,
    RecordList,
)
from hubra_desktop.ui.pages.meetings.minutes.recorded import (
    disqualified_card,
    dissent_card,
    proposal_card,
)
from hubra_desktop.ui.pages.meetings.minutes.written import WithTexts, Written, show_written
from hubra_desktop.ui.pages.meetings.running.phrase_list import PhraseList
from hubra_desktop.ui.pages.reports.rich_reading import part_at, place_of
from hubra_desktop.ui.widgets import build
from hubra_desktop.ui.widgets.plain import plain_tip
from hubra_desktop.work.commands.base import Command
from hubra_desktop.work.commands.sections import Disqualify, EnterDissent, HoldBallot, MoveProposal
from hubra_desktop.work.edits import Add, Change
from hubra_desktop.work.queries.named_recipients import RecipientsByName

LISTS = ("proposals", "decisions", "ballots", "dissents", "disqualifications")
"""The lists of a § that have cards, by the names that they have in the record."""


class SectionForm(WithTexts, Form):
    """Edits the § that ``show_section`` names; what is typed is told to the page in view.

    ``editor_entered(editor)``: one of the texts has the focus; ``editor_left``: one goes.
    ``caret_moved``: something is written at another place of one of them. ``texts_shown``: they
    are those of a § as it is now.
    """

    editor_entered = Signal(object)
    editor_left = Signal(object)
    caret_moved = Signal()
    texts_shown = Signal()

    def __init__(self, desk: Desk, minutes: OpenMinutes, parent: QWidget | None = None) -> None:
        super().__init__("section-form", "", parent, desk=desk, change=Section)
        self.setAccessibleName(say("Paragrafen"))
        self._minutes = minutes
        self._people: People = ()
        self._actors: RecipientsByName | None = None
        self.findings = FindingLines("section-finding", self.inside)
        self.present = build.label("", "muted", self.inside, name="section-present")
        self.background = self._text("background", say("Bakgrund"), 3)
        self.debate = self._text("debate", say("Anteckning om överläggningen"), 1)
        self.procedure = self._text("procedure", say("Beslutsgång"), 1)
        self.written = (self.background, self.debate, self.procedure)
        self._make_lists()
        self._lay_out()

    def _text(self, field: str, label: str, least: int) -> Written:
        made = Written(field, label, self.inside, prefix="section", least=least)
        made.editor.commit_by(partial(self._write_text, field))
        made.editor.textChanged.connect(partial(self._draft, made))
        made.phrases = PhraseList(made.editor, self._offered, self.viewport())
        made.editor.cursorPositionChanged.connect(self.caret_moved)
        made.editor.entered.connect(partial(self.editor_entered.emit, made.editor))
        return made

    def _make_lists(self) -> None:
        inside = self.inside
        make = partial(RecordList, desk=self.desk, parent=inside)
        self.proposals = make("proposals", say("Yrkanden"), say("Nytt yrkande"), make=proposal_card)
        self.decisions = make(
            "decisions", say("Beslut"), say("Nytt beslut"), make=self._decision_card,
            asks_who=False,
        )  # fmt: skip
        self.ballots = make(
            "ballots", say("Omröstning"), say("Ny omröstning"), make=BallotCard, asks_who=False
        )
        self.dissents = make(
            "dissents", say("Reservationer och yttranden"), say("Ny reservation"), make=dissent_card
        )
        self.disqualifications = make(
            "disqualifications", say("Jäv"), say("Anteckna jäv"), make=disqualified_card
        )
        self.decisions.left.connect(self._drop_card)
        self.cards: dict[str, RecordList] = {name: getattr(self, name) for name in LISTS}
        for name, each in self.cards.items():
            each.added.connect(partial(self._add_record, name))

    def _decision_card(self, desk: Desk, parent: QWidget) -> RecordCard:
        card = DecisionCard(desk, parent)
        card.know_actors(self._actors)
        for each in card.written:
            each.editor.textChanged.connect(partial(self._draft_decision, card, each))
            each.phrases = PhraseList(each.editor, self._offered, self.viewport())
            each.editor.cursorPositionChanged.connect(self.caret_moved)
            each.editor.entered.connect(partial(self.editor_entered.emit, each.editor))
        return card

    def _offered(self, typed: str) -> tuple[str, ...]:
        return self._minutes.offered(self.record.id, typed) if self.record is not None else ()

    def _lay_out(self) -> None:
        self.build(
            self.findings,
            Field("heading", say("Rubrik")),
            (
                Field("case_number", say("Diarienummer"), width=2),
                Field("chair_id", say("Leds av"), CHOICE, width=3),
            ),
            self.present,
            self.background,
            self.proposals,
            self.debate,
            self.procedure,
            self.decisions,
            self.ballots,
            self.dissents,
            self.disqualifications,
            Field("appeal", say("Överklagande"), CHOICE, choices=terms_of(AppealKind, word)),
            Field(
                "inner_note", say("Egen anteckning, skrivs aldrig ut"), TEXT, least=1,
                printed=False,
            ),
        )  # fmt: skip
        self.end()

    def show_section(self, section_id: str) -> bool:
        """Show a §, or the same one as it is now; False when another must be mended first."""
        found = self._minutes.section(section_id)
        if found is None or self._minutes.view is None:
            return self.show_record(None)
        self._know(found)
        same = self.record is not None and self.record.id == section_id
        if not self.show_record(found.section):
            return False
        self._show_lists(found)
        for each in self.written:
            show_written(each.editor, getattr(found.section, each.field), same=same)
        self.present.setText(present_told(found))
        self.present.setToolTip(plain_tip(", ".join(each.name for each in found.voters)))
        self.texts_shown.emit()
        self.present.setVisible(bool(self.present.text()))
        return True

    def show_findings(self, findings: Sequence[MinutesFinding]) -> None:
        """Show what is missing in the § that is shown, above it."""
        self.findings.show_findings(findings)

    def start_over(self) -> None:
        super().start_over()
        with self.desk.read() as reader:
            self._actors = RecipientsByName(reader)

    def _know(self, found: SectionView) -> None:
        view = self._minutes.view
        attendances = view.attendances if view is not None else ()
        self._people = [(each.name, each.id) for each in attendances]
        self.choices["chair_id"].offer([(say("Sammanträdets ordförande"), None), *self._people])
        notes = view is not None and view.kind is MinutesKind.NOTES
        self.show_field("appeal", visible=not notes)

    def _show_lists(self, found: SectionView) -> None:
        voters = found.voters or found.inside
        for name, each in self.cards.items():
            each.know(self._people)
            each.show_rows(getattr(found.section, name))
        for card in self.ballots.cards.values():
            if isinstance(card, BallotCard):
                card.know_voters(found.section.id, voters)

    def _add_record(self, name: str, attendance_id: str) -> None:
        """Add what one of the buttons asks for, and go to it."""
        section_id = self.record.id if self.record is not None else ""
        if not section_id:
            return
        changes = self.desk.run(_addition(name, section_id, attendance_id))
        if changes is not None and changes.created:
            self.cards[name].begin(changes.created)

    def _write_text(self, field: str, text: str, edit: str) -> None:
        self.desk.attempt_now(Change(Section, self.record.id, {field: text}, edit))

    def _draft(self, written: Written) -> None:
        if self.record is not None and written.editor.dirty:
            self._minutes.type(self.record.id, written.field, written.editor.text_typed())

    def _draft_decision(self, card: DecisionCard, written: Written) -> None:
        if card.record is not None and written.editor.dirty:
            self._minutes.type(card.record.id, written.field, written.editor.text_typed())

    def draft(self, name: str, value: Any) -> None:
        if self.record is not None and name in ("heading", "case_number"):
            self._minutes.type(self.record.id, name, value)

    def _drop_card(self, card: RecordCard) -> None:
        for each in card.written if isinstance(card, DecisionCard) else ():
            self.editor_left.emit(each.editor)
            if each.phrases is not None:
                each.phrases.deleteLater()

    def _every_card(self) -> Iterator[RecordCard]:
        for each in self.cards.values():
            yield from each.cards.values()

    def flush(self) -> bool:
        if self.record is None:
            return True
        return all([super().flush(), *(card.flush() for card in self._every_card())])

    def let_go(self) -> None:
        super().let_go()
        for each in self.cards.values():
            each.show_rows(())

    def set_editable(self, editable: bool) -> None:
        super().set_editable(editable)
        for cards in self.cards.values():
            cards.set_editable(editable)

    @property
    def places(self) -> set[str]:
        return super().places | set(LISTS)

    def go_to(self, name: str) -> None:
        """Go to a field, a text or a list of the §."""
        if name in self.cards:
            rows = self.cards[name]
            self.bring(rows)
            rows.begin(next(iter(rows.cards), ""))
            return
        super().go_to(name)

    def go_to_record(self, record_id: str, field: str) -> bool:
        """Go to a field of a record that one of the lists shows; False when none does."""
        for rows in self.cards.values():
            if record_id in rows.cards:
                self.bring(rows.cards[record_id])
                rows.begin(record_id, field)
                return True
        return False

    def written_texts(self) -> Iterator[tuple[str, Written]]:
        """Yield the texts of the § and of its decisions, with the ids of their records."""
        if self.record is not None:
            yield from ((self.record.id, each) for each in self.written)
        for record_id, card in self.decisions.cards.items():
            if isinstance(card, DecisionCard):
                yield from ((record_id, each) for each in card.written)

    def caret_place(self) -> tuple[str, str, int] | None:
        """Return where the caret is: a record, a field and a block; None outside the texts."""
        for record_id, each in self.written_texts():
            if each.editor.hasFocus():
                place = each.editor.textCursor().position()
                return record_id, each.field, part_at(each.editor.document(), place)
        return None

    def go_to_text(self, record_id: str, field: str, part: int) -> None:
        """Go to a block of a text, or else to the record or field that is told."""
        for each_id, each in self.written_texts():
            if (each_id, each.field) == (record_id, field):
                cursor = each.editor.textCursor()
                cursor.setPosition(place_of(each.editor.document(), part))
                each.editor.setTextCursor(cursor)
                each.editor.setFocus()
                return
        if not self.go_to_record(record_id, field) and field in self.places:
            self.go_to(field)

    def mend(self) -> str:
        in_cards = filter(None, (card.mend() for card in self._every_card()))
        return super().mend() or next(in_cards, "")


def present_told(found: SectionView) -> str:
    """Tell how many take part in what a § decides, when it was handled, and who is out."""
    parts = []
    if found.started is not None:
        ended = f"–{clock(found.ended)}" if found.ended is not None else ""
        parts.append(f"{clock(found.started)}{ended}")
    if found.voters:
        parts.append(say("{n} deltar i beslutet", n=len(found.voters)))
    if found.section.approval_id is not None:
        parts.append(say("omedelbart justerad, ändras inte"))
    out = [each.name for each in found.section.disqualifications if each.name]
    if out:
        parts.append(say("jäv: {names}", names=", ".join(out)))
    return " · ".join(parts)


def _addition(name: str, section_id: str, attendance_id: str) -> Command:
    match name:
        case "proposals":
            return MoveProposal(section_id, ProposalKind.APPROVE, attendance_id)
        case "dissents":
            return EnterDissent(section_id, DissentKind.RESERVATION, attendance_id)
        case "disqualifications":
            return Disqualify(section_id, attendance_id)
        case "ballots":
            return HoldBallot(section_id)
    return Add(Decision, {}, section_id)

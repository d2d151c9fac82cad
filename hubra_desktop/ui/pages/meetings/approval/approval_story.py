"""The cards of the part Justering: how far it is, who approves, what was approved and announced."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QWidget

from hubra_desktop.model.days import day_in_text
from hubra_desktop.model.dispatch.dispatch_terms import IssueState
from hubra_desktop.model.kept_files import size_text
from hubra_desktop.model.language import say, say_count
from hubra_desktop.model.minutes.approval_days import comes_down
from hubra_desktop.model.minutes.kept_as import say_of
from hubra_desktop.model.minutes.minutes_findings import MinutesFinding
from hubra_desktop.model.minutes.minutes_terms import ApprovalKind, MinutesKind
from hubra_desktop.model.minutes.public_minutes import holds_closed
from hubra_desktop.model.minutes.signatures import names_unsigned
from hubra_desktop.model.records.minutes import Approval
from hubra_desktop.model.swedish import capitalised
from hubra_desktop.model.terms import MeetingState
from hubra_desktop.model.wording import joined
from hubra_desktop.model.words import word
from hubra_desktop.ui.pages.money.cards import Card, CardLine, Story
from hubra_desktop.ui.pages.money.summary import MarkedSentence
from hubra_desktop.ui.theme import GRID
from hubra_desktop.ui.widgets.build import button, row
from hubra_desktop.ui.widgets.level_line import level_line
from hubra_desktop.work.approving import IssuedMinutes
from hubra_desktop.work.queries.approval import ApprovalView
from hubra_desktop.work.queries.signed import SignedRow

NO_NUMBER = "no_number"
FIRST_STOPS = 5
"""So many things that hinder are told here; the part Protokoll has them all."""


class ApprovalStory(Story):
    """Shows the approval of one meeting; ``asked`` asks for what its buttons are for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("approval-story", say("Justering"), parent)

    def show_approval(self, view: ApprovalView, *, editable: bool, today: date) -> None:
        """Build the page of what the register says now."""
        self._view, self._editable, self._today = view, editable, today
        self.show_parts(self._cards())

    def _cards(self) -> Iterator[QWidget]:
        view = self._view
        yield self._status()
        if view.minutes.minutes is not None and (view.minutes.sections or view.approvers):
            yield self._approvers()
        for each in view.issued:
            yield self._issued(each)
        for place, approval in enumerate(view.done):
            yield self._announcement(place, approval)
        if view.minutes.minutes is not None and view.minutes.minutes.reopenings:
            yield self._reopenings()

    def _say(self, sentence: str, **values: object) -> str:
        """Say a sentence about minutes, or the same about the notes that are kept."""
        return say_of(self._view.minutes.kind, sentence, **values)

    def _may(self) -> bool:
        return self._editable and not self._view.is_approved

    def _status(self) -> Card:
        card = Card("approval-status", say("Läget"), self)
        sentence, mark, role = self._standing()
        line = MarkedSentence("approval-standing", card)
        line.tell(sentence, mark, role)
        card.add(line)
        if not self._view.is_approved:
            self._hindering(card)
        _offer(card, *self._deeds(card))
        return card

    def _standing(self) -> tuple[str, str, str]:
        view = self._view
        if view.is_approved and view.approval is not None:
            day = _day(view.approval.done)
            if view.state is MeetingState.ARCHIVED:
                told = self._say("Justerat {day} och arkiverat. Inget ändras mer.", day=day)
            else:
                told = self._say("Justerat {day}. Inget ändras mer.", day=day)
            return told, "check", "success"
        if view.minutes.minutes is None:
            return self._say("Protokollet är inte påbörjat."), "clock", "muted"
        if not view.is_held:
            return (
                self._say("Sammanträdet är inte hållet än. Justeringen kommer efter."),
                "clock",
                "muted",
            )
        if view.stops:
            count = len(_told(view.stops))
            told = say_count(
                "{n} sak hindrar justeringen.", "{n} saker hindrar justeringen.", count
            )
            return told, "stop", "danger"
        return self._say("Inget hindrar justeringen."), "check", "success"

    def _hindering(self, card: Card) -> None:
        view = self._view
        if view.planned is not None and view.planned.planned is not None:
            planned = view.planned.planned
            late = planned < self._today
            line = MarkedSentence("approval-planned", card)
            line.tell(
                self._say(
                    "Skulle ha justerats {day}." if late else "Ska justeras senast {day}.",
                    day=day_in_text(planned),
                ),
                *(("warning", "warning") if late else ("clock", "muted")),
            )
            card.add(line)
        if view.minutes.minutes is None or not view.is_held:
            return
        stops = _told(view.stops)
        for place, each in enumerate(stops[:FIRST_STOPS]):
            made = level_line(f"approval-stop-{place}", each.level, each.sentence, card)
            made.clicked.connect(self.ask(f"mend:{each.kind}", each.row_id))
            card.add(made)
        if len(stops) > FIRST_STOPS:
            more = say("Visa allt som saknas")
            card.add(CardLine("approval-all-stops", more, self.ask("missing"), card))

    def _deeds(self, card: Card) -> Iterator[QWidget]:
        view = self._view
        if view.is_approved:
            if view.state is MeetingState.APPROVED:
                yield self._deed(card, "archive", say("Arkivera…"))
            yield self._deed(card, "reopen", say("Öppna på nytt…"))
            return
        ready = view.is_held and not view.stops and view.minutes.minutes is not None
        if view.minutes.sections:
            yield self._deed(card, "approve", self._say("Justera…"), primary=True, usable=ready)
        if view.minutes.kind is MinutesKind.PROTOCOL and view.minutes.sections:
            usable = bool(view.open_sections)
            yield self._deed(card, "at-once", say("Justera paragrafer omedelbart…"), usable=usable)
        if view.planned is not None:
            yield self._deed(card, "plan", say("Planera dagen…"))
        if any(each.kind is ApprovalKind.IMMEDIATE for each in view.done):
            yield self._deed(card, "reopen", say("Öppna på nytt…"))
        if view.is_held and not view.minutes.sections:
            yield self._deed(card, "elsewhere", self._say("Protokollet finns på annat håll…"))

    def _deed(
        self, card: Card, name: str, said: str, *, primary: bool = False, usable: bool = True
    ) -> QWidget:
        role = "primary" if primary else ""
        made = button(said, f"approval-{name}", card, self.ask(name), role=role)
        made.setAutoDefault(True)
        made.setEnabled(self._editable and usable)
        return made

    def _approvers(self) -> Card:
        card = Card("approval-approvers", self._say("Justerare"), self)
        may = self._may()
        if not self._view.approvers:
            card.say(say("Ingen är vald. De väljs bland dem som var med."))
        for each in self._view.approvers:
            said = f"{each.name}, {each.role.lower()}" if each.role else each.name
            line = CardLine(f"approver-{each.id}", said, self.ask("approver", each.id), card)
            line.setEnabled(may)
            card.add(line)
        if not self._view.is_approved:
            card.offer("propose-approvers", say("Föreslå"), self.ask("propose"), usable=may)
            usable = may and bool(self._view.candidates)
            card.offer("new-approver", say("Lägg till…"), self.ask("approver"), usable=usable)
        return card

    def _issued(self, issued: IssuedMinutes) -> Card:
        card = Card(f"issued-{issued.id}", issued.title, self)
        card.facts(
            (
                (self._say("Justerat"), day_in_text(issued.day)),
                (say("Läge"), capitalised(word(issued.state))),
                (say("Utfärdat av"), issued.issued_by),
                (say("Skäl till ny version"), issued.reason),
                (say("Fil"), _size(issued)),
            )
        )
        for each in self._view.signed:
            if each.issued_id == issued.id:
                self._signed(card, each)
        self._unsigned(card, issued)
        self._paper_deeds(card, issued)
        return card

    def _paper_deeds(self, card: Card, issued: IssuedMinutes) -> None:
        issued_id = issued.id
        for name, said in (
            ("view", say("Öppna")),
            ("save", say("Spara…")),
            ("print", say("Skriv ut")),
        ):
            card.offer(f"{name}-{issued_id}", said, self.ask(name, issued_id), usable=True)
        if issued.secret or (issued.whole and holds_closed(self._view.minutes)):
            said = say("Spara publik version…")
            card.offer(f"public-{issued_id}", said, self.ask("public", issued_id), usable=True)
        signed = button(
            say("Ta in undertecknad fil…"), f"take-in-{issued_id}", card,
            self.ask("take-in", issued_id),
        )  # fmt: skip
        scan = button(
            say("Lägg till inskannad underskrift…"), f"scan-{issued_id}", card,
            self.ask("scan", issued_id),
        )  # fmt: skip
        for each in (signed, scan):
            each.setAutoDefault(True)
            each.setEnabled(self._editable)
        _offer(card, signed, scan)

    def _signed(self, card: Card, signed: SignedRow) -> None:
        line = MarkedSentence(f"signed-{signed.id}", card)
        if signed.is_signed:
            told = say(
                "Undertecknad fil: {name}. {verdict}", name=signed.name, verdict=signed.verdict
            )
            line.tell(told, "check", "success")
        else:
            told = say(
                "Inskannad underskrift: {name}. Den är inte kontrollerad av programmet.",
                name=signed.name,
            )
            line.tell(told, "picture", "muted")
        card.add(line)
        for each in signed.signers.splitlines():
            card.say(each)
        deeds = [("open-signed", say("Öppna filen"))]
        if signed.record_sha256 is not None:
            deeds.append(("open-record", say("Öppna kontrollen")))
        deeds.append(("drop-signed", say("Ta bort")))
        made = [
            button(said, f"{name}-{signed.id}", card, self.ask(name, signed.id), role="link")
            for name, said in deeds
        ]
        made[-1].setEnabled(self._editable)
        card.column.addLayout(row(*made, None, spacing=GRID))

    def _unsigned(self, card: Card, issued: IssuedMinutes) -> None:
        """Tell in whose names no signature is, where the paper came back signed as a file."""
        came = [each for each in self._view.signed if each.issued_id == issued.id]
        if issued.state is not IssueState.ISSUED or not came or not all(s.is_signed for s in came):
            return
        lines = [line for each in came for line in each.signers.splitlines()]
        names = names_unsigned((each.name for each in self._view.approvers), lines)
        if names:
            line = MarkedSentence(f"unsigned-{issued.id}", card)
            told = say("Bland underskrifterna saknas {names}.", names=joined(names))
            line.tell(told, "warning", "warning")
            card.add(line)

    def _announcement(self, place: int, approval: Approval) -> Card:
        card = Card(f"announcement-{place}", self._called(approval), self)
        up = approval.taken_down_on is None
        card.facts(
            (
                (self._say("Justerat"), _day(approval.done)),
                (say("Anslaget uppsatt"), _day(approval.posted_on)),
                (say("Sitter uppe till och med"), _day(approval.posted_until)),
                (say("Anslaget tas ned"), _day(comes_down(approval) if up else None)),
                (say("Anslaget nedtaget"), _day(approval.taken_down_on)),
                (say("Bevis"), capitalised(approval.proof)),
            )
        )
        warned = self._early(approval)
        if warned:
            line = MarkedSentence(f"announcement-early-{place}", card)
            line.tell(warned, "warning", "warning")
            card.add(line)
        if self._view.minutes.rules.announced or approval.posted_on is not None:
            _offer(card, *self._posting(card, approval))
        elif approval.posted_on is None:
            card.say(self._say("Rådets regler säger inte att justeringen ska anslås."))
            _offer(card, *self._posting(card, approval))
        return card

    def _called(self, approval: Approval) -> str:
        if approval.kind is ApprovalKind.IMMEDIATE:
            numbers = self._view.numbers_of(approval)
            return say("Anslag: omedelbar justering {numbers}", numbers=numbers)
        called = self._say("Anslag: justeringen {day}", day=_day(approval.done))
        whole = [each for each in self._view.done if each.kind is approval.kind]
        version = len(whole) - whole.index(approval)
        return called if version == 1 else f"{called}, {say('version {number}', number=version)}"

    def _early(self, approval: Approval) -> str:
        down, first = approval.taken_down_on, comes_down(approval)
        if first is None:
            return ""
        if down is not None and down < first:
            return say("Anslaget togs ned innan tiden för att överklaga hade gått ut.")
        if down is None and first <= self._today:
            return say("Tiden för att överklaga har gått ut. Anslaget ska tas ned.")
        return ""

    def _posting(self, card: Card, approval: Approval) -> Iterator[QWidget]:
        names = [("post", say("Anslaget uppsatt…"))]
        if approval.posted_on is not None:
            names.append(("take-down", say("Anslaget nedtaget…")))
        names.append(("notice", say("Skriv ut anslaget")))
        for name, said in names:
            made = button(said, f"{name}-{approval.id}", card, self.ask(name, approval.id))
            made.setAutoDefault(True)
            made.setEnabled(self._editable or name == "notice")
            yield made

    def _reopenings(self) -> Card:
        card = Card("approval-reopenings", say("Öppnat på nytt"), self)
        minutes = self._view.minutes.minutes
        for each in minutes.reopenings if minutes else ():
            told = say(
                "{day}: {reason} Godkänt av {name}.",
                day=capitalised(day_in_text(each.day)), reason=_sentence(each.reason),
                name=each.agreed_by,
            )  # fmt: skip
            card.say(told, "")
        return card


def _offer(card: Card, *buttons: QWidget) -> None:
    """Put buttons beside each other under what a card says."""
    card.column.addSpacing(GRID // 2)
    card.column.addLayout(row(*buttons, None, spacing=GRID))


def _told(stops: Sequence[MinutesFinding]) -> list[MinutesFinding]:
    """Return what hinders, with all §§ that lack a number told in one line."""
    bare = [each for each in stops if each.id == NO_NUMBER]
    others = [each for each in stops if each.id != NO_NUMBER]
    if len(bare) < 2:
        return [*stops]
    told = say_count(
        "{n} paragraf har inget nummer.", "{n} paragrafer har inget nummer.", len(bare)
    )
    return [replace(bare[0], sentence=told), *others]


def _sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."


def _size(issued: IssuedMinutes) -> str:
    pages = say_count("{n} sida", "{n} sidor", issued.pages) if issued.pages else ""
    return ", ".join(each for each in (pages, size_text(issued.size)) if each)


def _day(day: date | None) -> str:
    return day_in_text(day) if day else ""

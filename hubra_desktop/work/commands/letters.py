"""Trygghetsbrev: planned, written, sent to those who stand in the list, published."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, ClassVar

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from hubra_desktop.model.errors import InputError
from hubra_desktop.model.language import say
from hubra_desktop.model.mapped import Base, Letter, LetterRecipient
from hubra_desktop.model.plan.sheets import LetterRecipientSheet, LetterSheet
from hubra_desktop.model.plan.terms import SENT_STATES, LetterState
from hubra_desktop.work.commands.base import Change, Remove, Step, assign, found
from hubra_desktop.work.commands.mapped_rows import new_row, new_tree, tree_of
from hubra_desktop.work.commands.parts import AddPart, RemovePart, owner_of
from hubra_desktop.work.commands.pointers import lift


@dataclass(frozen=True)
class AddLetter(Step):
    """Store a whole letter as it stands in the sheet (an import, a letter of the past)."""

    sheet: LetterSheet
    label: ClassVar[str] = "add-letter"

    def apply(self, session: Session) -> str:
        letter: Any = new_tree(self.sheet)
        session.add(letter)
        session.flush()
        _check(session, letter)
        return str(letter.id)


@dataclass(frozen=True)
class NewLetter(Step):
    """Plan the year's next letter, to those who got the latest one that went out."""

    year: int
    values: Mapping[str, Any] = field(default_factory=dict)
    label: ClassVar[str] = "add-letter"

    def apply(self, session: Session) -> str:
        values = {"number": _next_number(session, self.year), **self.values, "year": self.year}
        recipients = _latest_recipients(session)
        letter = new_row(Letter, values)
        _refuse_sending(LetterState.PLANNED, letter.state or LetterState.PLANNED)
        letter.recipients.extend(new_tree(each) for each in recipients)  # type: ignore[misc]
        session.add(letter)
        session.flush()
        _check(session, letter)
        return letter.id


@dataclass(frozen=True)
class ChangeLetter(Change):
    """Write new values into a letter.

    Refused: a number that another letter of the year has; to send by changing the
    state (SendLetter does, and freezes the recipients); and to unsend what was sent.
    """

    table: ClassVar[type[Base]] = Letter

    def apply(self, session: Session) -> None:
        letter = found(session, Letter, self.row_id)
        before = letter.state
        super().apply(session)
        _refuse_sending(before, letter.state)
        session.flush()
        _check(session, letter)


@dataclass(frozen=True)
class SendLetter(Step):
    """Note that a letter has gone out; its recipients cannot be changed after that."""

    row_id: str
    sent_on: date
    copies: int | None = None
    label: ClassVar[str] = "send-letter"

    def apply(self, session: Session) -> None:
        letter = found(session, Letter, self.row_id)
        _refuse_sent(letter)
        values: dict[str, Any] = {"state": LetterState.SENT, "sent_on": self.sent_on}
        if self.copies is not None:
            values["copies"] = self.copies
        assign(letter, values)
        session.flush()
        _check(session, letter)


@dataclass(frozen=True)
class RemoveLetter(Remove):
    """Take a letter away with its recipients."""

    table: ClassVar[type[Base]] = Letter

    def apply(self, session: Session) -> None:
        letter = found(session, Letter, self.row_id)
        lift(session, "letter", [letter.id])
        session.delete(letter)


class AddLetterRecipient(AddPart):
    """Add somebody who gets a letter; refused when it has been sent."""

    table = LetterRecipient
    owner = Letter
    part = "recipients"

    def check(self, owner: Any) -> None:  # noqa: ANN401
        _refuse_sent(owner)


class ChangeLetterRecipient(Change):
    """Change who gets a letter, or how; refused when it has been sent."""

    table = LetterRecipient

    def apply(self, session: Session) -> None:
        row = found(session, LetterRecipient, self.row_id)
        _refuse_sent(owner_of(session, row, Letter))
        super().apply(session)


class RemoveLetterRecipient(RemovePart):
    """Take a recipient away; refused when the letter has been sent."""

    table = LetterRecipient
    owner = Letter
    part = "recipients"

    def check(self, owner: Any) -> None:  # noqa: ANN401
        _refuse_sent(owner)


def _next_number(session: Session, year: int) -> int:
    return (session.scalar(select(func.max(Letter.number)).where(Letter.year == year)) or 0) + 1


def _latest_recipients(session: Session) -> tuple[LetterRecipientSheet, ...]:
    order = (Letter.year.desc(), Letter.number.desc(), Letter.id.desc())
    with_list = select(Letter).where(Letter.recipients.any()).order_by(*order).limit(1)
    latest = session.scalars(with_list).first()
    if latest is None:
        return ()
    return tuple(replace(each, id="") for each in tree_of(LetterSheet, latest).recipients)


def _refuse_sent(letter: Any) -> None:  # noqa: ANN401
    if letter.state in SENT_STATES:
        raise InputError(
            say(
                "Brevet är utskickat. Mottagarna står kvar som de var då.",
                "The letter has been sent. Its recipients stay as they were then.",
            )
        )


def _refuse_sending(before: LetterState, after: LetterState) -> None:
    if after in SENT_STATES and before not in SENT_STATES:
        raise InputError(
            say(
                "Välj Skicka och ange dagen, så sparas också vilka som fick brevet.",
                "Choose Send and give the day, so that it is kept who got the letter.",
            )
        )
    if before in SENT_STATES and after not in SENT_STATES:
        raise InputError(
            say(
                "Brevet är utskickat och kan inte bli ett utkast igen.",
                "The letter has been sent and cannot become a draft again.",
            )
        )


def _check(session: Session, letter: Any) -> None:  # noqa: ANN401
    """Refuse a number given twice, and a letter of one year that was sent in another."""
    same = select(Letter.id).where(Letter.year == letter.year, Letter.number == letter.number)
    twice = letter.number is not None and len(session.scalars(same.limit(2)).all()) > 1
    if twice:
        raise InputError(
            say(
                "Det finns redan ett brev nummer {number} för {year}. Välj ett annat nummer.",
                "There is a letter number {number} for {year} already. Choose another number.",
                number=letter.number,
                year=letter.year,
            )
        )
    if letter.sent_on is not None and letter.sent_on.year != letter.year:
        raise InputError(
            say(
                "Brevet hör till {year} men skickades {sent}. Ändra brevets år eller dagen.",
                "The letter belongs to {year} but was sent in {sent}. Change its year or the day.",
                year=letter.year,
                sent=letter.sent_on.year,
            )
        )

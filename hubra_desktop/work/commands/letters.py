"""Trygghetsbrev: planned, written, sent to those who stand in the list, published."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, ClassVar

from sqlalchemy import func, select

from hubra_desktop.model.errors import refusal
from hubra_desktop.model.plan.terms import SENT_STATES, LetterState
from hubra_desktop.model.records.plan import Letter, LetterRecipient
from hubra_desktop.store.rows import Rows
from hubra_desktop.store.tables import LETTER, LETTER_RECIPIENT
from hubra_desktop.work.commands.base import Step, found
from hubra_desktop.work.invariants.plan import already_sent


@dataclass(frozen=True)
class NewLetter(Step):
    """Plan the year's next letter, to those who got the latest one that went out."""

    year: int
    values: Mapping[str, Any] = field(default_factory=dict)
    label: ClassVar[str] = "add-letter"

    def apply(self, rows: Rows) -> str:
        values = {"number": _next_number(rows, self.year), **self.values, "year": self.year}
        letter = Letter(**values, recipients=_latest_recipients(rows))
        _refuse_sending(LetterState.PLANNED, letter.state)
        return rows.put(letter)


def change_letter(rows: Rows, before: Letter, values: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return a letter's new values; raises InputError when they send or unsend it.

    SendLetter sends, and freezes the recipients.
    """
    _refuse_sending(before.state, values.get("state", before.state))
    return values


@dataclass(frozen=True)
class SendLetter(Step):
    """Note that a letter has gone out; its recipients cannot be changed after that."""

    row_id: str
    sent_on: date
    copies: int | None = None
    label: ClassVar[str] = "send-letter"

    def apply(self, rows: Rows) -> None:
        letter = found(rows, Letter, self.row_id)
        if letter.state in SENT_STATES:
            raise already_sent()
        values: dict[str, Any] = {"state": LetterState.SENT, "sent_on": self.sent_on}
        if self.copies is not None:
            values["copies"] = self.copies
        rows.change(Letter, letter.id, values)


def _next_number(rows: Rows, year: int) -> int:
    last = select(func.max(LETTER.c.number)).where(LETTER.c.year == year)
    return (rows.connection.scalar(last) or 0) + 1


def _latest_recipients(rows: Rows) -> tuple[LetterRecipient, ...]:
    order = (LETTER.c.year.desc(), LETTER.c.number.desc().nulls_last(), LETTER.c.id.desc())
    with_list = select(LETTER.c.id).join(LETTER_RECIPIENT).order_by(*order).limit(1)
    latest = rows.get(Letter, rows.connection.scalar(with_list))
    return tuple(replace(each, id="") for each in latest.recipients) if latest else ()


def _refuse_sending(before: LetterState, after: LetterState) -> None:
    if after in SENT_STATES and before not in SENT_STATES:
        raise refusal("Välj Skicka och ange dagen, så sparas också vilka som fick brevet.")
    if before in SENT_STATES and after not in SENT_STATES:
        raise refusal("Brevet är utskickat och kan inte bli ett utkast igen.")

"""The papers of the money as bytes, made from the register: letters, lists and the budget.

Slow work that only reads: it may run on any thread. Every paper comes as PDF (``…_of``)
and as one HTML page (``…_page_of``) with the same words. All raise InputError for text
that cannot be printed, and where there is nothing to print.
"""

import datetime as dt
from dataclasses import dataclass, replace

from sqlalchemy import select
from sqlalchemy.engine import Connection

from hubra_desktop.documents.arshjul import YearPaper, arshjul, arshjul_html
from hubra_desktop.documents.aterkrav import Reclaim, aterkrav, aterkrav_html
from hubra_desktop.documents.beslutsbrev import beslutsbrev, beslutsbrev_html
from hubra_desktop.documents.bidragslista import (
    GrantLine,
    GrantList,
    bidragslista,
    bidragslista_html,
)
from hubra_desktop.documents.budget_paper import BudgetPaper, budget_html, budget_paper
from hubra_desktop.documents.kit.formal import Signature
from hubra_desktop.documents.money_letters import GrantLetter
from hubra_desktop.documents.official import Sender
from hubra_desktop.model.council import MandateSheet, PersonSheet
from hubra_desktop.model.errors import InputError
from hubra_desktop.model.language import say
from hubra_desktop.model.money.grants import standing
from hubra_desktop.model.money.ledger import effective_day
from hubra_desktop.model.money.letters import decision_of
from hubra_desktop.model.money.letters import reclaim_of as reclaim_decision
from hubra_desktop.model.money.sheets import AssociationSheet
from hubra_desktop.model.swedish import capitalised
from hubra_desktop.model.tables import BODY, MANDATE, PERSON
from hubra_desktop.model.terms import Role
from hubra_desktop.store.reading import records
from hubra_desktop.work.queries.grants import GrantView, grant_rows, grant_view
from hubra_desktop.work.queries.money import budget, budget_year, budget_years, ledger
from hubra_desktop.work.queries.plan import wheel_of as year_wheel
from hubra_desktop.work.queries.register import house_style, register_info


@dataclass(frozen=True, kw_only=True)
class Desk:
    """What a letter says that its grant does not tell; what is None comes from the register.

    ``day`` is the letter's own (None: today), ``administration`` whose paper it is,
    ``handler`` who answers for it, with an address or number a line in
    ``handler_contact``. ``pay_to`` is the municipality's account; empty leaves a line to
    fill in. ``draft`` prints UTKAST.
    """

    day: dt.date | None = None
    place: str | None = None
    administration: str | None = None
    handler: str | None = None
    handler_contact: str | None = None
    signatures: tuple[Signature, ...] | None = None
    pay_to: str = ""
    draft: bool = False


_OWN = Desk()


def decision_letter_of(
    reader: Connection, grant_id: str, decision_id: str | None = None, *, desk: Desk = _OWN,
    text_size: float | None = None,
) -> bytes:  # fmt: skip
    """Return the letter about a decision, the latest that a letter is written about when None."""
    letter = _decision_letter(reader, grant_id, decision_id, desk)
    return beslutsbrev(letter, house_style(reader), text_size=text_size)


def decision_letter_page_of(
    reader: Connection, grant_id: str, decision_id: str | None = None, *, desk: Desk = _OWN,
    text_size: float | None = None,
) -> str:  # fmt: skip
    """Return the same letter as one HTML page."""
    letter = _decision_letter(reader, grant_id, decision_id, desk)
    return beslutsbrev_html(letter, house_style(reader), text_size=text_size)


def reclaim_of(
    reader: Connection, grant_id: str, *, desk: Desk = _OWN, text_size: float | None = None
) -> bytes:
    """Return the letter that asks a grant back, as the claim stands on the letter's day."""
    return aterkrav(_reclaim(reader, grant_id, desk), house_style(reader), text_size=text_size)


def reclaim_page_of(
    reader: Connection, grant_id: str, *, desk: Desk = _OWN, text_size: float | None = None
) -> str:
    """Return the same letter as one HTML page."""
    letter = _reclaim(reader, grant_id, desk)
    return aterkrav_html(letter, house_style(reader), text_size=text_size)


def grants_list_of(
    reader: Connection, year: int | None = None, *, day: dt.date | None = None,
    text_size: float | None = None,
) -> bytes:  # fmt: skip
    """Return the list of a year's grants, of all when None; ``day`` is the list's own."""
    return bidragslista(_list(reader, year, day), house_style(reader), text_size=text_size)


def grants_list_page_of(
    reader: Connection, year: int | None = None, *, day: dt.date | None = None,
    text_size: float | None = None,
) -> str:  # fmt: skip
    """Return the same list as one HTML page."""
    return bidragslista_html(_list(reader, year, day), house_style(reader), text_size=text_size)


def budget_of(
    reader: Connection, year: int, *, on: dt.date | None = None, ledger: bool = False,
    day: dt.date | None = None, text_size: float | None = None,
) -> bytes:  # fmt: skip
    """Return a year's budget as it stood on a day (None: all that is known).

    ``ledger`` adds the rows as an appendix; ``day`` is the paper's own.
    """
    paper = _budget(reader, year, on, ledger, day)
    return budget_paper(paper, house_style(reader), text_size=text_size)


def budget_page_of(
    reader: Connection, year: int, *, on: dt.date | None = None, ledger: bool = False,
    day: dt.date | None = None, text_size: float | None = None,
) -> str:  # fmt: skip
    """Return the same budget as one HTML page."""
    paper = _budget(reader, year, on, ledger, day)
    return budget_html(paper, house_style(reader), text_size=text_size)


def wheel_of(
    reader: Connection, year: int, *, day: dt.date | None = None, text_size: float | None = None
) -> bytes:
    """Return a year's wheel with its table by month; ``day`` is the paper's own."""
    return arshjul(_wheel(reader, year, day), house_style(reader), text_size=text_size)


def wheel_page_of(
    reader: Connection, year: int, *, day: dt.date | None = None, text_size: float | None = None
) -> str:
    """Return the same wheel as one HTML page."""
    return arshjul_html(_wheel(reader, year, day), house_style(reader), text_size=text_size)


def _decision_letter(
    reader: Connection, grant_id: str, decision_id: str | None, desk: Desk
) -> GrantLetter:
    view = _view(reader, grant_id)
    decision = decision_of(view.sheet, decision_id)
    writer = _Writer(reader, view, desk)
    return GrantLetter(
        grant=view.sheet,
        decision=decision,
        applicant=view.applicant.body.name,
        sender=writer.sender("Beslut"),
        association=writer.association,
        place=writer.place,
        signatures=writer.signatures,
        draft=desk.draft,
    )


def _reclaim(reader: Connection, grant_id: str, desk: Desk) -> Reclaim:
    view = _view(reader, grant_id)
    decision = reclaim_decision(view.sheet)
    writer = _Writer(reader, view, desk)
    rows = (each.entry for each in view.entries)
    entries = tuple(each for each in rows if effective_day(each) <= writer.day)
    return Reclaim(
        grant=view.sheet,
        decision=decision,
        applicant=view.applicant.body.name,
        sender=writer.sender("Återkrav"),
        association=writer.association,
        place=writer.place,
        signatures=writer.signatures,
        draft=desk.draft,
        standing=standing(view.sheet, entries),
        entries=entries,
        pay_to=desk.pay_to,
    )


def _view(reader: Connection, grant_id: str) -> GrantView:
    try:
        return grant_view(reader, grant_id)
    except LookupError:
        gone = say("Bidraget finns inte längre.", "The grant is not there any more.")
        raise InputError(gone) from None


class _Writer:
    """Who writes about a grant, as far as the desk and the register tell."""

    def __init__(self, reader: Connection, view: GrantView, desk: Desk) -> None:
        self.reader, self.view, self.desk = reader, view, desk
        self.day = desk.day or dt.date.today()
        self.association = view.applicant.association or AssociationSheet()
        self.secretary = _secretary(reader, self.day)

    @property
    def place(self) -> str:
        if self.desk.place is not None:
            return self.desk.place
        return register_info(self.reader).municipality

    @property
    def handler(self) -> str:
        if self.desk.handler is not None:
            return self.desk.handler
        return self.secretary.name if self.secretary else ""

    @property
    def contact(self) -> str:
        if self.desk.handler_contact is not None:
            return self.desk.handler_contact
        if self.desk.handler is not None or self.secretary is None:
            return ""
        return "\n".join(filter(None, (self.secretary.phone, self.secretary.email)))

    @property
    def signatures(self) -> tuple[Signature, ...]:
        if self.desk.signatures is not None:
            return self.desk.signatures
        role = self.secretary.title if self.secretary and self.desk.handler is None else ""
        return (Signature(self.handler, capitalised(role)),) if self.handler else ()

    def sender(self, kind: str) -> Sender:
        sheet = self.view.sheet
        person = sheet.contact.strip() or self.association.contact.strip()
        addressee = "\n".join(filter(None, (self.view.applicant.body.name, person)))
        return Sender(
            kind=kind,
            administration=_issuer(self.reader, self.desk.administration),
            date=self.day,
            case_number=sheet.case_number,
            handler=self.handler,
            handler_contact=self.contact,
            addressee=addressee,
        )


def _issuer(reader: Connection, typed: str | None = None) -> str:
    return register_info(reader).body if typed is None else typed


def _secretary(reader: Connection, day: dt.date) -> PersonSheet | None:
    """Find who is the council's secretary on a day."""
    own = register_info(reader).own_body_id
    serving = records(
        reader, MandateSheet, MANDATE.c.body_id == own, MANDATE.c.role == Role.SECRETARY
    )
    held = [each for each in serving if _serves(each, day)]
    if not held:
        return None
    return next(iter(records(reader, PersonSheet, PERSON.c.id == held[-1].person_id)), None)


def _serves(mandate: MandateSheet, day: dt.date) -> bool:
    begun = mandate.valid_from is None or mandate.valid_from <= day
    return begun and (mandate.valid_to is None or day <= mandate.valid_to)


def _list(reader: Connection, year: int | None, day: dt.date | None) -> GrantList:
    rows = grant_rows(reader, year)
    lines = tuple(
        GrantLine(grant=row.sheet, applicant=row.applicant, standing=row.standing) for row in rows
    )
    body = _issuer(reader)
    sender = Sender(kind="Förteckning", administration=body, date=day)
    return GrantList(sender=sender, lines=lines, year=year, body=body)


def _budget(
    reader: Connection, year: int, on: dt.date | None, with_ledger: bool, day: dt.date | None
) -> BudgetPaper:
    sheet = budget_year(reader, year)
    if sheet is None:
        raise _no_budget(reader, year)
    rows = ledger(reader, year)
    names = {row.id: row.name for row in reader.execute(select(BODY.c.id, BODY.c.name))}
    body = _issuer(reader)
    return BudgetPaper(
        sender=Sender(kind="Budget", administration=body, date=day),
        table=budget(reader, year, on),
        sheet=sheet,
        on=on,
        entries=tuple(replace(row.entry, counterpart=row.counterpart) for row in rows),
        names=names,
        ledger=with_ledger,
        body=body,
    )


def _no_budget(reader: Connection, year: int) -> InputError:
    known = ", ".join(str(each) for each in budget_years(reader))
    if not known:
        return InputError(
            say(
                f"Det finns ingen budget för {year}. Lägg upp budgeten först.",
                f"There is no budget for {year}. Enter the budget first.",
            )
        )
    return InputError(
        say(
            f"Det finns ingen budget för {year}. År med budget: {known}.",
            f"There is no budget for {year}. Years with a budget: {known}.",
        )
    )


def _wheel(reader: Connection, year: int, day: dt.date | None) -> YearPaper:
    shown = year_wheel(reader, year)
    if not (shown.activities or shown.meetings or shown.letters):
        raise InputError(
            say(
                f"Inget är planerat för {year}. Skriv in planen eller sammanträdena först.",
                f"Nothing is planned for {year}. Enter the plan or the meetings first.",
            )
        )
    body = _issuer(reader)
    sender = Sender(kind="Årshjul", administration=body, date=day)
    return YearPaper(sender=sender, wheel=shown, body=body)

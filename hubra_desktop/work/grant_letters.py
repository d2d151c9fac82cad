"""The letters about grants: what the register and the secretary's own words make them say.

Both raise InputError where there is nothing to write.
"""

import datetime as dt
from dataclasses import dataclass
from typing import Final

from sqlalchemy.engine import Connection

from hubra_desktop.documents.aterkrav import Reclaim
from hubra_desktop.documents.kit.formal import SignatureLine
from hubra_desktop.documents.money_letters import GrantLetter
from hubra_desktop.documents.official import Sender
from hubra_desktop.model.errors import InputError
from hubra_desktop.model.language import say
from hubra_desktop.model.money.grants import standing
from hubra_desktop.model.money.ledger import effective_day
from hubra_desktop.model.money.letters import decision_of, reclaim_of
from hubra_desktop.model.records.council import Mandate, Person
from hubra_desktop.model.records.money import Association
from hubra_desktop.model.swedish import capitalised
from hubra_desktop.model.terms import Role
from hubra_desktop.store.reading import records
from hubra_desktop.store.tables import MANDATE, PERSON
from hubra_desktop.work.queries.grants import GrantView, grant_view
from hubra_desktop.work.queries.register import register_info


@dataclass(frozen=True, kw_only=True)
class LetterOptions:
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
    signatures: tuple[SignatureLine, ...] | None = None
    pay_to: str = ""
    draft: bool = False


FROM_REGISTER: Final = LetterOptions()


def decision_letter(
    reader: Connection, grant_id: str, decision_id: str | None = None,
    options: LetterOptions = FROM_REGISTER,
) -> GrantLetter:  # fmt: skip
    """Read the letter about a decision, the latest that a letter is written about when None."""
    view = _view(reader, grant_id)
    decision = decision_of(view.sheet, decision_id)
    writer = _Writer(reader, view, options)
    return GrantLetter(
        grant=view.sheet,
        decision=decision,
        applicant=view.applicant.body.name,
        sender=writer.sender("Beslut"),
        association=writer.association,
        place=writer.place,
        signatures=writer.signatures,
        draft=options.draft,
    )


def reclaim_letter(
    reader: Connection, grant_id: str, options: LetterOptions = FROM_REGISTER
) -> Reclaim:
    """Read the letter that asks a grant back, as the claim stands on the letter's day."""
    view = _view(reader, grant_id)
    decision = reclaim_of(view.sheet)
    writer = _Writer(reader, view, options)
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
        draft=options.draft,
        standing=standing(view.sheet, entries),
        entries=entries,
        pay_to=options.pay_to,
    )


def _view(reader: Connection, grant_id: str) -> GrantView:
    try:
        return grant_view(reader, grant_id)
    except LookupError:
        gone = say("Bidraget finns inte längre.")
        raise InputError(gone) from None


class _Writer:
    """Who writes about a grant, as far as the options and the register tell."""

    def __init__(self, reader: Connection, view: GrantView, options: LetterOptions) -> None:
        self.reader, self.view, self.options = reader, view, options
        self.day = options.day or dt.date.today()
        self.association = view.applicant.association or Association()
        self.secretary = _secretary(reader, self.day)

    @property
    def administration(self) -> str:
        if self.options.administration is not None:
            return self.options.administration
        return register_info(self.reader).body

    @property
    def place(self) -> str:
        if self.options.place is not None:
            return self.options.place
        return register_info(self.reader).municipality

    @property
    def handler(self) -> str:
        if self.options.handler is not None:
            return self.options.handler
        return self.secretary.name if self.secretary else ""

    @property
    def contact(self) -> str:
        if self.options.handler_contact is not None:
            return self.options.handler_contact
        if self.options.handler is not None or self.secretary is None:
            return ""
        return "\n".join(filter(None, (self.secretary.phone, self.secretary.email)))

    @property
    def signatures(self) -> tuple[SignatureLine, ...]:
        if self.options.signatures is not None:
            return self.options.signatures
        role = self.secretary.title if self.secretary and self.options.handler is None else ""
        return (SignatureLine(self.handler, capitalised(role)),) if self.handler else ()

    def sender(self, kind: str) -> Sender:
        sheet = self.view.sheet
        person = sheet.contact.strip() or self.association.contact.strip()
        addressee = "\n".join(filter(None, (self.view.applicant.body.name, person)))
        return Sender(
            kind=kind,
            administration=self.administration,
            date=self.day,
            case_number=sheet.case_number,
            handler=self.handler,
            handler_contact=self.contact,
            addressee=addressee,
        )


def _secretary(reader: Connection, day: dt.date) -> Person | None:
    """Find who is the council's secretary on a day."""
    own = register_info(reader).own_body_id
    serving = records(reader, Mandate, MANDATE.c.body_id == own, MANDATE.c.role == Role.SECRETARY)
    held = [each for each in serving if _serves(each, day)]
    if not held:
        return None
    return next(iter(records(reader, Person, PERSON.c.id == held[-1].person_id)), None)


def _serves(mandate: Mandate, day: dt.date) -> bool:
    begun = mandate.valid_from is None or mandate.valid_from <= day
    return begun and (mandate.valid_to is None or day <= mandate.valid_to)

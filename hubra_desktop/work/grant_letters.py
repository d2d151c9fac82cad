"""The letters about grants: what the register and the secretary's own words make them say.

Both raise InputError where there is nothing to write.
"""

import datetime as dt
from dataclasses import dataclass
from typing import Any, Final, TypeVar

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
from hubra_desktop.model.records.money import Association, LedgerEntry
from hubra_desktop.model.swedish import capitalised
from hubra_desktop.model.terms import Role
from hubra_desktop.store.reading import records
from hubra_desktop.store.tables import MANDATE, PERSON
from hubra_desktop.work.queries.grants import GrantView, grant_view
from hubra_desktop.work.queries.people import serves_on
from hubra_desktop.work.queries.register import house_style, register_info
from hubra_desktop.work.queries.register import today as register_day


@dataclass(frozen=True, kw_only=True)
class LetterOptions:
    """What a letter says that its grant does not tell; what is None comes from the register.

    ``day`` is the letter's own (None: today), ``administration`` whose paper it is,
    ``handler`` who answers for it, with an address or number a line in
    ``handler_contact``. ``pay_to`` is the municipality's account; empty leaves a line to
    fill in. ``nameless`` leaves out who wrote it, where threats are feared: the council's
    own telephone and mail stand there instead. ``draft`` prints UTKAST.
    """

    day: dt.date | None = None
    place: str | None = None
    administration: str | None = None
    handler: str | None = None
    handler_contact: str | None = None
    signatures: tuple[SignatureLine, ...] | None = None
    pay_to: str = ""
    nameless: bool = False
    draft: bool = False


T = TypeVar("T")
FROM_REGISTER: Final = LetterOptions()
DRAFT: Final = LetterOptions(draft=True)


def decision_letter(
    reader: Connection, grant_id: str, decision_id: str | None = None,
    options: LetterOptions = FROM_REGISTER,
) -> GrantLetter:  # fmt: skip
    """Read the letter about a decision, the latest that a letter is written about when None."""
    view = _view(reader, grant_id)
    decision = decision_of(view.sheet, decision_id)
    values = _letter_values(reader, view, options, "Beslut")
    entries = _until(view, values["sender"].date)
    return GrantLetter(
        decision=decision, standing=standing(view.sheet, entries), entries=entries, **values
    )


def reclaim_letter(
    reader: Connection, grant_id: str, options: LetterOptions = FROM_REGISTER
) -> Reclaim:
    """Read the letter that asks a grant back, as the claim stands on the letter's day."""
    view = _view(reader, grant_id)
    decision = reclaim_of(view.sheet)
    values = _letter_values(reader, view, options, "Återkrav")
    entries = _until(view, values["sender"].date)
    return Reclaim(
        decision=decision,
        standing=standing(view.sheet, entries),
        entries=entries,
        pay_to=options.pay_to,
        **values,
    )


def _until(view: GrantView, day: dt.date) -> tuple[LedgerEntry, ...]:
    """Return the grant's rows in the ledger that count by the day."""
    rows = (each.entry for each in view.entries)
    return tuple(each for each in rows if effective_day(each) <= day)


def _view(reader: Connection, grant_id: str) -> GrantView:
    try:
        return grant_view(reader, grant_id)
    except LookupError:
        gone = say("Bidraget finns inte längre.")
        raise InputError(gone) from None


def _letter_values(
    reader: Connection, view: GrantView, options: LetterOptions, kind: str
) -> dict[str, Any]:
    """Return what both letters say: of the grant, who writes, and to whom."""
    grant, applicant = view.sheet, view.applicant.body.name
    association = view.applicant.association or Association()
    register = register_info(reader)
    day = options.day or register_day(reader)
    style = house_style(reader)
    secretary = _secretary(reader, register.own_body_id, day) if options.handler is None else None
    writer = secretary or Person(id="", name=options.handler or "")
    if options.nameless:
        writer = Person(id="")
    contact = "\n".join(
        filter(None, (writer.phone or style.phone.strip(), writer.email or style.email.strip()))
    )
    own_line = (SignatureLine(writer.name, capitalised(writer.title)),) if writer.name else ()
    if options.nameless:
        own_line = (SignatureLine("", f"För {register.body}"),)
    person = grant.contact.strip() or association.contact.strip()
    address = association.postal_address.strip()
    return {
        "grant": grant,
        "applicant": applicant,
        "association": association,
        "place": _or(options.place, register.municipality),
        "signatures": own_line if options.nameless else _or(options.signatures, own_line),
        "draft": options.draft,
        "sender": Sender(
            kind=kind,
            administration=_or(options.administration, register.body),
            date=day,
            case_number=grant.case_number,
            handler=writer.name,
            handler_contact=contact if options.nameless else _or(options.handler_contact, contact),
            addressee="\n".join(filter(None, (applicant, person, address))),
        ),
    }


def _or(chosen: T | None, known: T) -> T:
    """Return what was chosen, be it empty, else what the register knows."""
    return known if chosen is None else chosen


def _secretary(reader: Connection, own_body_id: str | None, day: dt.date) -> Person | None:
    """Find who is the council's secretary on a day: who began last, undated ones before them."""
    serving = records(
        reader, Mandate,
        MANDATE.c.body_id == own_body_id,
        MANDATE.c.role == Role.SECRETARY,
        serves_on(day, MANDATE.c),
        order=(MANDATE.c.valid_from.nulls_first(), MANDATE.c.id),
    )  # fmt: skip
    held = records(reader, Person, PERSON.c.id == serving[-1].person_id) if serving else ()
    return next(iter(held), None)

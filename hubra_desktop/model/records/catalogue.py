"""All records of the register: their kinds, owners, references, and what there is one of.

A record's kind is the name of its table. A field that is a tuple of records is a list
that it owns: those rows stand in order and go with their owner, whose id they hold in
the column ``<kind>_id``.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from hubra_desktop.model.errors import InputError
from hubra_desktop.model.language import N_, say
from hubra_desktop.model.records.council import (
    Body,
    Mandate,
    Matter,
    MatterAlias,
    Person,
    Register,
)
from hubra_desktop.model.records.fields import OwnedBy, RecordField, Ref, fields_of
from hubra_desktop.model.records.indicators import ChangeText, Indicator, Measurement
from hubra_desktop.model.records.meeting import (
    Footnote,
    HouseStyle,
    Item,
    Meeting,
    PreMeeting,
    Presenter,
    Signature,
)
from hubra_desktop.model.records.money import (
    Allocation,
    Association,
    BudgetPost,
    BudgetVersion,
    BudgetYear,
    Grant,
    GrantDecision,
    Instalment,
    LedgerEntry,
)
from hubra_desktop.model.records.plan import (
    Activity,
    ActivityArea,
    ActivityLink,
    Agreement,
    AgreementMeeting,
    AgreementParty,
    Consultation,
    FocusArea,
    FollowUpNote,
    Letter,
    LetterRecipient,
    Occasion,
    Plan,
)
from hubra_desktop.model.records.reports import (
    Report,
    ReportAnswer,
    ReportSection,
    ReportSignature,
)
from hubra_desktop.model.records.rules import Rule
from hubra_desktop.model.words import word

RECORDS: Mapping[str, type] = {
    "register": Register,
    "house_style": HouseStyle,
    "body": Body,
    "person": Person,
    "mandate": Mandate,
    "matter": Matter,
    "matter_alias": MatterAlias,
    "meeting": Meeting,
    "agenda_item": Item,
    "presenter": Presenter,
    "pre_meeting": PreMeeting,
    "footnote": Footnote,
    "signature": Signature,
    "plan": Plan,
    "focus_area": FocusArea,
    "activity": Activity,
    "activity_area": ActivityArea,
    "occasion": Occasion,
    "activity_link": ActivityLink,
    "follow_up_note": FollowUpNote,
    "letter": Letter,
    "letter_recipient": LetterRecipient,
    "agreement": Agreement,
    "agreement_party": AgreementParty,
    "agreement_meeting": AgreementMeeting,
    "consultation": Consultation,
    "budget_year": BudgetYear,
    "budget_post": BudgetPost,
    "budget_version": BudgetVersion,
    "allocation": Allocation,
    "ledger_entry": LedgerEntry,
    "association": Association,
    "grant": Grant,
    "grant_decision": GrantDecision,
    "instalment": Instalment,
    "indicator": Indicator,
    "measurement": Measurement,
    "change_text": ChangeText,
    "report": Report,
    "report_section": ReportSection,
    "report_signature": ReportSignature,
    "report_answer": ReportAnswer,
}
KINDS: Mapping[type, str] = {record: kind for kind, record in RECORDS.items()}

UNIQUE: Mapping[str, tuple[str, ...]] = {
    "budget_year": ("year",),
    "ledger_entry": ("number",),
    "association": ("body_id",),
    "plan": ("kind", "year", "version"),
    "letter": ("year", "number"),
    "activity_area": ("activity_id", "area_id"),
    "allocation": ("budget_version_id", "post_id"),
    "measurement": ("indicator_id", "year", "group"),
    "change_text": ("indicator_id", "year", "compared_year"),
    "report_answer": ("report_id", "key"),
}
"""The columns that together no two rows of a kind share; rows without a value share nothing."""

_TWICE: Mapping[str, str] = {
    "budget_year": N_("Det finns redan en budget för {year}."),
    "ledger_entry": N_("Två rader skulle få nummer {number}. Läs in raderna utan nummer."),
    "association": N_("Föreningens uppgifter finns redan. Ändra dem i stället."),
    "plan": N_("Det finns redan en {kind} för {year} med versionen {version}."),
    "letter": N_("Det finns redan ett brev nummer {number} för {year}. Välj ett annat nummer."),
    "activity_area": N_(
        "Samma område står två gånger. Välj områden som finns i planen, vart och ett en gång."
    ),
    "allocation": N_("Budgetversionen har redan ett belopp för posten. Ändra det i stället."),
    "measurement": N_("Det finns redan ett värde för gruppen det året. Ändra det i stället."),
    "change_text": N_("Förändringen mellan de två åren har redan en text. Ändra den i stället."),
    "report_answer": N_("Frågan är redan besvarad. Ändra svaret i stället."),
}

SINGLE = frozenset({"register", "house_style"})
"""The kinds that a register has one row of."""

ABOVE_ZERO = frozenset({("ledger_entry", "amount_ore")})
"""Amounts that may not be zero: the kind of the row gives the sign."""

_ITSELF: Mapping[str, str] = {
    "body": N_("Ett organ kan inte ingå i sig självt. Välj ett annat ovanför det."),
    "meeting": N_("Ett sammanträde kan inte flyttas till sig självt. Välj ett annat."),
    "report": N_("En handling kan inte vara bilaga till sig själv. Välj en annan."),
}
_POINTING = N_("En uppgift kan inte ligga under sig själv eller peka på sig själv.")


@dataclass(frozen=True)
class Reference:
    """A column of ``kind`` that holds the id of a row of ``to``."""

    kind: str
    column: str
    to: str
    optional: bool


@dataclass(frozen=True)
class ListOwner:
    """The kind whose list ``name`` a record stands in, and the column with the owner's id."""

    kind: str
    name: str
    column: str


def lists_of(record: type) -> Mapping[str, type]:
    """Return the lists that a record owns, by name, with the records that they hold."""
    return {name: each.kind for name, each in fields_of(record).items() if each.is_list}


def owner_of(kind: str) -> ListOwner | None:
    """Return what owns the rows of a kind, or None where they stand alone."""
    return _owners().get(kind)


@cache
def _owners() -> Mapping[str, ListOwner]:
    found = {}
    for kind, record in RECORDS.items():
        for name, each in fields_of(record).items():
            if each.is_list:
                told = each.mark(OwnedBy)
                column = told.column if told else f"{kind}_id"
                found[KINDS[each.kind]] = ListOwner(kind, name, column)
    return found


def references_to(kind: str) -> tuple[Reference, ...]:
    """Return the columns that may name rows of a kind, but for those of its own lists."""
    return tuple(each for each in references() if each.to == kind)


@cache
def references() -> tuple[Reference, ...]:
    """Return every column that names another row, but for the one that names its owner."""
    return tuple(
        Reference(kind, name, ref.to, each.optional)
        for kind, record in RECORDS.items()
        for name, each in fields_of(record).items()
        if (ref := each.mark(Ref)) is not None
    )


def stored_fields(kind: str) -> tuple[RecordField, ...]:
    """Return the fields of a kind that are columns of its table, but for the id."""
    fields = fields_of(RECORDS[kind]).values()
    return tuple(each for each in fields if each.stored and each.name != "id")


RULES: Mapping[str, Mapping[str, Rule]] = {
    kind: {each.name: each.rule for each in stored_fields(kind)} for kind in RECORDS
}
"""The rule of each stored field, but for the id, by kind and name."""


def check(kind: str, values: Mapping[str, object]) -> None:
    """Raise InputError for the first value that its field cannot hold.

    An unknown field is a mistake of the program's own and raises KeyError.
    """
    rules = RULES[kind]
    for name, value in values.items():
        rules[name](value)


def refused_twice(kind: str, values: Mapping[str, Any]) -> InputError:
    """Return the refusal of a row that would be the second of those that there is one of."""
    fields = fields_of(RECORDS[kind])
    shown = {
        name: word(fields[name].kind(value)) if issubclass(fields[name].kind, StrEnum) else value
        for name, value in values.items()
        if name in fields
    }
    return InputError(say(_TWICE[kind], **shown), field=UNIQUE[kind][-1])


def refused_value(kind: str, name: str) -> str:
    """Say why the file refuses a field's value, for one that came past the field's own rule."""
    if (kind, name) in ABOVE_ZERO:
        return say("Beloppet ska vara större än 0 kr.")
    if any((each.kind, each.column) == (kind, name) for each in references()):
        return say(_ITSELF.get(kind, _POINTING))
    return say(
        "Ett värde ({name}) är inget som registret kan ta emot.",
        name=name,
    )


def values_of(part: Any) -> dict[str, Any]:  # noqa: ANN401
    """Return a record's stored values by name, without its id and the lists it holds."""
    return {name: getattr(part, name) for name in RULES[KINDS[type(part)]]}

"""All records of the register: their kinds, owners, references, and what there is one of.

A record's kind is the name of its table. A field that is a tuple of records is a list
that it owns: those rows stand in order and go with their owner, whose id they hold in
the column ``<kind>_id``.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, is_dataclass
from enum import StrEnum
from functools import cache
from importlib import import_module
from typing import Any, Final, Generic, TypeVar

from hubra_desktop.model.errors import InputError
from hubra_desktop.model.language import N_, say
from hubra_desktop.model.records.fields import OwnedBy, RecordField, Ref, fields_of
from hubra_desktop.model.records.rules import Rule
from hubra_desktop.model.words import word

V = TypeVar("V")
_SUBJECTS: Final = (
    "council", "meeting", "rulebook", "plan", "money", "indicators", "reports", "dispatch",
    "attendance", "minutes", "follow_ups",
)  # fmt: skip
"""The modules that declare records, those that a start needs first."""


@cache
def _kind(name: str) -> str:
    """Return a record's name as a table has it; an agenda's row is ``Item`` in the code."""
    kind = re.sub("(?<=[a-z])(?=[A-Z])", "_", name).lower()
    return "agenda_item" if kind == "item" else kind


@cache
def _declared(subject: str) -> Mapping[str, type]:
    """Return the records that a subject's module declares, by their kinds."""
    module = import_module(f"{__package__}.{subject}")
    return {
        _kind(each.__name__): each
        for each in vars(module).values()
        if is_dataclass(each) and isinstance(each, type) and each.__module__ == module.__name__
    }


def _subject(record: type) -> str:
    package, _, subject = record.__module__.rpartition(".")
    return subject if package == __package__ and subject in _SUBJECTS else ""


class _Records(Mapping[str, type]):
    """Every record by its kind; its module is imported when it is first asked for."""

    def __getitem__(self, kind: str) -> type:
        for subject in _SUBJECTS:
            record = _declared(subject).get(kind)
            if record is not None:
                return record
        raise KeyError(kind)

    def __iter__(self) -> Iterator[str]:
        return (kind for subject in _SUBJECTS for kind in _declared(subject))

    def __len__(self) -> int:
        return sum(len(_declared(subject)) for subject in _SUBJECTS)


class _Kinds(Mapping[type, str]):
    """The kind of every record."""

    def __getitem__(self, record: type) -> str:
        if not _subject(record) or not is_dataclass(record):
            raise KeyError(record)
        return _kind(record.__name__)

    def __iter__(self) -> Iterator[type]:
        return iter(RECORDS.values())

    def __len__(self) -> int:
        return len(RECORDS)


class ByKind(Mapping[str, V], Generic[V]):
    """Something of every kind, made when it is first asked for."""

    def __init__(self, make: Callable[[str], V]) -> None:
        self._make = make
        self._made: dict[str, V] = {}

    def __getitem__(self, kind: str) -> V:
        if kind not in self._made:
            if kind not in RECORDS:
                raise KeyError(kind)
            self._made[kind] = self._make(kind)
        return self._made[kind]

    def __iter__(self) -> Iterator[str]:
        return iter(RECORDS)

    def __len__(self) -> int:
        return len(RECORDS)


RECORDS: Final[Mapping[str, type]] = _Records()
KINDS: Final[Mapping[type, str]] = _Kinds()

UNIQUE: Mapping[str, tuple[str, ...]] = {
    "meeting_template": ("body_id",),
    "budget_year": ("year",),
    "ledger_entry": ("number",),
    "account_statement": ("year",),
    "association": ("body_id",),
    "plan": ("kind", "year", "version"),
    "letter": ("year", "number"),
    "activity_area": ("activity_id", "area_id"),
    "allocation": ("budget_version_id", "post_id"),
    "measurement": ("indicator_id", "year", "group"),
    "change_text": ("indicator_id", "year", "compared_year"),
    "report_answer": ("report_id", "key"),
    "report_picture": ("report_id", "mark"),
    "known_word": ("word",),
    "diary_tick": ("source",),
    "law_note": ("law", "section"),
    "attendance": ("meeting_id", "person_id"),
    "allowance_rate": ("year", "role", "kind"),
    "minutes": ("meeting_id",),
    "section": ("meeting_id", "number"),
    "phrase": ("key",),
}
"""The columns that together no two rows of a kind share; rows without a value share nothing."""

_TWICE: Mapping[str, str] = {
    "meeting_template": N_("Det finns redan en mall för rådets sammanträden. Ändra den i stället."),
    "budget_year": N_("Det finns redan en budget för {year}."),
    "ledger_entry": N_("Två rader skulle få nummer {number}. Läs in raderna utan nummer."),
    "account_statement": N_("Kommunens bokföring för {year} är redan inläst."),
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
    "report_picture": N_("Bilden finns redan i handlingen."),
    "known_word": N_("Ordet finns redan i ordlistan."),
    "diary_tick": N_("Raden är redan markerad som diarieförd."),
    "law_note": N_("Paragrafen har redan en anteckning. Ändra den i stället."),
    "attendance": N_("Personen står redan i närvarolistan. Ändra raden i stället."),
    "allowance_rate": N_("Det finns redan ett belopp för {role} och {kind} {year}. Ändra det."),
    "minutes": N_("Sammanträdet har redan ett protokoll. Ändra det i stället."),
    "section": N_("Två paragrafer skulle få nummer {number}. Välj ett annat nummer."),
    "phrase": N_("Det finns redan en fras som heter {key}. Välj ett annat namn."),
}

SINGLE = frozenset({"register", "house_style"})
"""The kinds that a register has one row of."""

ABOVE_ZERO = frozenset({("ledger_entry", "amount_ore")})
"""Amounts that may not be zero: the kind of the row gives the sign."""

_ITSELF: Mapping[str, str] = {
    "body": N_("Ett organ kan inte ingå i sig självt. Välj ett annat ovanför det."),
    "meeting": N_("Ett sammanträde kan inte flyttas till sig självt. Välj ett annat."),
    "report": N_("En handling kan inte vara bilaga till sig själv. Välj en annan."),
    "mandate": N_("Ingen är ersättare för sig själv. Välj ett annat uppdrag."),
}
_POINTING = N_("En uppgift kan inte ligga under sig själv eller peka på sig själv.")


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
    return _owners(_subject(RECORDS[kind])).get(kind)


@cache
def _owners(subject: str) -> Mapping[str, ListOwner]:
    """Return what owns the records of a subject: it stands in the same module."""
    found = {}
    for kind, record in _declared(subject).items():
        for name, each in fields_of(record).items():
            if each.is_list:
                named = each.mark(OwnedBy)
                column = named.column if named else f"{kind}_id"
                found[KINDS[each.kind]] = ListOwner(kind, name, column)
    return found


def stored_fields(kind: str) -> tuple[RecordField, ...]:
    """Return the fields of a kind that are columns of its table, but for the id."""
    fields = fields_of(RECORDS[kind]).values()
    return tuple(each for each in fields if each.stored and each.name != "id")


def references_of(record: type) -> Mapping[str, str]:
    """Return the fields of a record that name other rows, each with the kind that it names."""
    marks = {name: each.mark(Ref) for name, each in fields_of(record).items()}
    return {name: mark.to for name, mark in marks.items() if mark is not None}


def _rules(kind: str) -> Mapping[str, Rule]:
    return {each.name: each.rule for each in stored_fields(kind)}


RULES: Final[Mapping[str, Mapping[str, Rule]]] = ByKind(_rules)
"""The rule of each stored field, but for the id, by kind and name."""


def check(kind: str, values: Mapping[str, object]) -> None:
    """Raise InputError, with the name of the field, for the first value that it cannot hold.

    An unknown field is a mistake of the program's own and raises KeyError.
    """
    rules = RULES[kind]
    for name, value in values.items():
        try:
            rules[name](value)
        except InputError as refused:
            refused.field = name
            raise


def refused_twice(kind: str, values: Mapping[str, Any]) -> InputError:
    """Return the refusal of a row that would be the second of those that there is one of."""
    fields = fields_of(RECORDS[kind])
    shown = {
        name: word(fields[name].kind(value)) if _is_term(fields[name], value) else value
        for name, value in values.items()
        if name in fields
    }
    return InputError(say(_TWICE[kind], **shown), field=UNIQUE[kind][-1])


def _is_term(field: RecordField, value: object) -> bool:
    return value is not None and issubclass(field.kind, StrEnum)


def refused_value(kind: str, name: str) -> str:
    """Say why the file refuses a field's value, for one that came past the field's own rule."""
    if (kind, name) in ABOVE_ZERO:
        return say("Beloppet ska vara större än 0 kr.")
    if fields_of(RECORDS[kind])[name].mark(Ref) is not None:
        return say(_ITSELF.get(kind, _POINTING))
    return say("Ett värde ({name}) är inget som registret kan ta emot.", name=name)


def values_of(part: Any) -> dict[str, Any]:  # noqa: ANN401
    """Return a record's stored values by name, without its id and the lists it holds."""
    return {name: getattr(part, name) for name in RULES[KINDS[type(part)]]}

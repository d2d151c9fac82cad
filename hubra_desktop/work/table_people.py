"""The table of people read back: who they are, how they are reached, and what they serve.

Somebody is recognised by id, else by e-mail, else by name, title and unit. Two of one name
are never made one without a word: where a row could be somebody who is here, or somebody
of a row above it, and nothing tells, it is asked. In a file without ids an empty cell says
nothing; in one that was exported it empties the field.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from sqlalchemy.engine import Connection

from hubra_desktop.exchange.table_columns import Choice, Question
from hubra_desktop.exchange.table_reading import Row
from hubra_desktop.exchange.tables import TableName
from hubra_desktop.model.addresses import check_email
from hubra_desktop.model.council.protection import MASK, UNSAID
from hubra_desktop.model.ids import new_id
from hubra_desktop.model.invisible import one_line
from hubra_desktop.model.language import say, say_count
from hubra_desktop.model.records.council import Body, Mandate, Person
from hubra_desktop.model.swedish import folded
from hubra_desktop.model.terms import BodyKind
from hubra_desktop.model.wording import quoted
from hubra_desktop.store.reading import records
from hubra_desktop.work.commands.base import Command
from hubra_desktop.work.commands.settings import ChangeRegister
from hubra_desktop.work.edits import Change, Store
from hubra_desktop.work.queries.people import person_label
from hubra_desktop.work.queries.register import register_info
from hubra_desktop.work.table_exports import (
    MANDATE_FIELDS,
    PERSON_FIELDS,
    mandate_values,
    person_values,
)
from hubra_desktop.work.table_names import Names
from hubra_desktop.work.table_steps import (
    ColumnChange,
    RowError,
    RowReader,
    TableRequest,
    TableStep,
    changes,
    in_column,
)

_NAME = TableName.PEOPLE
SAME: Final = "same-"
"""What the key of the question begins with, who the person of a row is."""

NEW: Final = "new"
"""The answer that nobody here is meant."""


def people_request(
    reader: Connection, rows: Iterable[Row], chosen: Mapping[str, str]
) -> TableRequest:
    """Return what the rows of the table of people ask for, with the answers ``chosen``."""
    return _People(reader, chosen).request(rows)


def asked_rows(questions: Iterable[Question]) -> frozenset[int]:
    """Return the rows of which it is asked whom they are about."""
    keys = (each.key for each in questions if each.key.startswith(SAME))
    return frozenset(int(key.removeprefix(SAME)) for key in keys)


@dataclass
class _Known:
    """Somebody a row can be about: of the register, or of a row above in the file."""

    person: Person
    row: int = 0
    file_id: str = ""

    @property
    def answer(self) -> str:
        return f"row-{self.row}" if self.row else self.person.id

    def label(self) -> str:
        """Return who it is, and where a row above in the file is meant which one."""
        told = person_label(self.person)
        return say("{person} (rad {number})", person=told, number=self.row) if self.row else told


class _People(RowReader):
    """Reads one file."""

    table = _NAME

    def __init__(self, reader: Connection, chosen: Mapping[str, str]) -> None:
        super().__init__()
        self._names = Names(reader)
        self._chosen = chosen
        self._own = register_info(reader)
        self._own_id = self._own.own_body_id
        self._begun = ""
        self._known = [_Known(each) for each in records(reader, Person)]
        self._mandates = list(records(reader, Mandate))
        self._questions: list[Question] = []
        self._in_own = 0

    def request(self, rows: Iterable[Row]) -> TableRequest:
        asked = super().request(rows)
        return asked._replace(notes=self._notes(), questions=tuple(self._questions))

    def _notes(self) -> tuple[str, ...]:
        if not self._in_own:
            return ()
        note = say_count(
            "{n} rad nämner inget organ och läses som uppdrag i {body}.",
            "{n} rader nämner inget organ och läses som uppdrag i {body}.",
            self._in_own,
            body=self._own.body,
        )
        return (note,)

    def step(self, row: Row) -> TableStep:
        told = self._told(row)
        in_column("email", lambda: check_email(told.get("email", "")))
        mandate = self._mandate_told(row.values)
        known = self._found(row.number, row.values.get("id"), told)
        if known is None:
            return self._after_own(self._added(row, told, mandate), mandate)
        return self._after_own(self._changed(row, known, told, mandate), mandate)

    def _after_own(self, step: TableStep, mandate: Mapping[str, Any] | None) -> TableStep:
        """Make the register's own body before the first step that needs it, in a new register."""
        own = self._own_id
        if own is None or own == self._own.own_body_id or (mandate or {}).get("body_id") != own:
            return step
        if self._begun:
            return replace(step, rests_on=(*step.rests_on, own))
        self._begun = own
        body = Body(id=own, name=self._own.name, kind=BodyKind.COUNCIL)
        first: tuple[Command, ...] = (Store(body), ChangeRegister({"own_body_id": own}))
        return replace(step, commands=(*first, *step.commands), makes=(*step.makes, own))

    def _told(self, row: Row) -> dict[str, Any]:
        """Return what a row tells of a person; an empty cell only beside an id."""
        emptying = bool(row.values.get("id"))
        told = {
            key: value.strip() if type(value) is str else value
            for key, value in row.values.items()
            if key in PERSON_FIELDS and value is not None and (emptying or value != "")
        }
        told["name"] = one_line(row.values["name"])
        if not told["name"]:
            raise RowError(say("Skriv vad personen heter."), "name")
        return told

    def _found(self, number: int, row_id: str | None, told: Mapping[str, Any]) -> _Known | None:
        """Return who a row is about, None for somebody new; asks where nothing tells."""
        for each in self._known:
            if row_id and row_id in (each.person.id, each.file_id):
                return each
        likely, sure = _candidates(self._known, told)
        if sure or not likely:
            return likely[0] if likely else None
        return self._asked(number, likely, told)

    def _asked(self, number: int, likely: list[_Known], told: Mapping[str, Any]) -> _Known | None:
        key = f"{SAME}{number}"
        answers = {each.answer: each for each in likely}
        answer = self._chosen.get(key, "")
        answer = answer if answer == NEW or answer in answers else ""
        choices = [Choice(value=each, label=say("Samma som {person}", person=one.label()))
                   for each, one in answers.items()]  # fmt: skip
        self._questions.append(
            Question(
                key=key,
                heading=say("Rad {number}", number=number),
                sentence=say(
                    "Vem är {name} på rad {number}?", name=quoted(told["name"]), number=number
                ),
                choices=(*choices, Choice(value=NEW, label=say("En ny person"))),
                answer=answer,
            )
        )
        return answers.get(answer)

    def _added(
        self, row: Row, told: Mapping[str, Any], mandate: dict[str, Any] | None
    ) -> TableStep:
        person = Person(id=new_id(), **told)
        self._known.append(_Known(person, row.number, row.values.get("id") or ""))
        commands: list[Command] = [Store(person)]
        makes = [person.id]
        if mandate is not None:
            held = self._new_mandate(person.id, mandate)
            commands.append(Store(held))
            makes.append(held.id)
        return TableStep(
            numbers=(row.number,),
            label=person.name,
            commands=tuple(commands),
            added=True,
            makes=tuple(makes),
        )

    def _changed(
        self, row: Row, known: _Known, told: Mapping[str, Any], mandate: dict[str, Any] | None
    ) -> TableStep:
        person = known.person
        stored = person_values(person)
        exported = bool(row.values.get("id"))
        differing = {
            key: value for key, value in told.items() if _differs(person, key, value, exported)
        }
        commands: list[Command] = []
        if differing:
            commands.append(Change(Person, person.id, differing))
            known.person = replace(person, **differing)
        lines = _told_changes(person, told, differing, stored)
        if mandate is not None:
            command, more = self._mandate_step(person, mandate, exported)
            commands += command
            lines = (*lines, *more)
        return TableStep(
            numbers=(row.number,),
            label=person.name,
            commands=tuple(commands),
            changes=lines,
            taken_for="" if row.values.get("id") else quoted(person_label(person)),
            rests_on=(person.id,) if known.row else (),
        )

    def _mandate_told(self, values: Mapping[str, Any]) -> dict[str, Any] | None:
        """Return what a row tells of a mandate; None where it tells of none."""
        emptying = bool(values.get("id"))
        told = {
            key: value
            for key, value in values.items()
            if key in MANDATE_FIELDS and (value not in (None, "") or emptying)
        }
        body, by = values.get("body") or "", values.get("represents") or ""
        if not body and not by and not any(value not in (None, "") for value in told.values()):
            return None
        told = {key: value for key, value in told.items() if key != "role" or value is not None}
        told["body_id"] = in_column("body", lambda: self._body(body))
        if by or ("represents" in values and emptying):
            told["represents_id"] = in_column("represents", lambda: self._names.organ_of(by))
        first, last = told.get("valid_from"), told.get("valid_to")
        if first and last and last < first:
            raise RowError(say("Uppdraget slutar innan det börjar."), "valid_to")
        return told

    def _body(self, typed: str) -> str:
        own = self._own.own_body_id is None and folded(typed) == folded(self._own.name)
        if typed and not own:
            return self._names.organ_of(typed) or ""
        self._in_own += not typed
        self._own_id = self._own_id or new_id()
        return self._own_id

    def _new_mandate(self, person_id: str, told: Mapping[str, Any]) -> Mandate:
        made = Mandate(id=new_id(), person_id=person_id, **told)
        self._mandates.append(made)
        return made

    def _mandate_step(
        self, person: Person, told: dict[str, Any], exported: bool
    ) -> tuple[list[Command], tuple[ColumnChange, ...]]:
        """Return the commands that make a person's mandate as it is told, and how it changes."""
        held = self._held(person.id, told, exported)
        if held is None:
            made = self._new_mandate(person.id, told)
            after = mandate_values(made, self._names)
            return [Store(made)], changes(_NAME, ("body", "role"), after, {})
        differing = {key: value for key, value in told.items() if getattr(held, key) != value}
        if not differing:
            return [], ()
        now = replace(held, **differing)
        self._mandates[self._mandates.index(held)] = now
        before, after = (mandate_values(each, self._names) for each in (held, now))
        keys = tuple(key for key in after if after[key] != before[key])
        return [Change(Mandate, held.id, differing)], changes(_NAME, keys, after, before)

    def _held(self, person_id: str, told: Mapping[str, Any], exported: bool) -> Mandate | None:
        """Return the mandate that a row tells of: of that body, role and beginning.

        An ``exported`` row may have got another role.
        """
        role, first = told.get("role", Mandate.role), told.get("valid_from")
        there = [
            each
            for each in self._mandates
            if (each.person_id, each.body_id) == (person_id, told["body_id"])
            and (first is None or each.valid_from in (first, None))
        ]
        alike = [each for each in there if each.role == role]
        if alike:
            return alike[-1]
        return there[0] if exported and len(there) == 1 else None


def _differs(person: Person, key: str, value: Any, exported: bool) -> bool:  # noqa: ANN401
    """Tell whether a value is another; what an export left out of somebody is none.

    Whoever was recognised by the name is called what the register calls them.
    """
    if key in ("name", "email") and not exported:
        return folded(getattr(person, key)) != folded(value)
    if person.protected and key in UNSAID and value == "":
        return False
    return bool(getattr(person, key) != value)


def _told_changes(
    person: Person, told: Mapping[str, Any], differing: Mapping[str, Any],
    stored: Mapping[str, Any],
) -> tuple[ColumnChange, ...]:  # fmt: skip
    found = changes(_NAME, tuple(differing), told, stored)
    if not person.protected:
        return found
    return tuple(
        each._replace(before=MASK if each.before else "", after=MASK) if key in UNSAID else each
        for key, each in zip(differing, found, strict=True)
    )


def _candidates(known: Iterable[_Known], told: Mapping[str, Any]) -> tuple[list[_Known], bool]:
    """Return whom a row can be about, the likeliest first, and whether it must be the first."""
    name, email = folded(told["name"]), folded(told.get("email", ""))
    everybody = list(known)
    named = [each for each in everybody if folded(each.person.name) == name]
    mailed = [each for each in everybody if email and folded(each.person.email) == email]
    both = [each for each in mailed if each in named]
    if len(both) == 1:
        return both, True
    alike = [each for each in named if _same_post(each.person, told)]
    if len(alike) == 1:
        return alike, True
    fitting = [each for each in named if _fits(each.person, told)]
    if len(fitting) == 1 and len(named) == 1:
        return fitting, True
    only = mailed if len(mailed) == 1 and not named else []
    return [*named, *only], False


def _same_post(person: Person, told: Mapping[str, Any]) -> bool:
    """Tell whether title, unit and what tells namesakes apart are those that a row tells."""
    if told.get("distinction") and folded(told["distinction"]) != folded(person.distinction):
        return False
    there = [key for key in ("title", "unit") if told.get(key)]
    return bool(there) and all(
        folded(getattr(person, key)) == folded(told.get(key, "")) for key in ("title", "unit")
    )


def _fits(person: Person, told: Mapping[str, Any]) -> bool:
    """Tell whether nothing that a row tells speaks against its being a person."""
    return all(
        not told.get(key) or not getattr(person, key)
        or folded(getattr(person, key)) == folded(told[key])
        for key in ("title", "unit", "email", "distinction")
    )  # fmt: skip

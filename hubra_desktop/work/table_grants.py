"""The table of grants read back: a row for each decision, what the grant is in all of them.

A grant here is recognised by its id, else by year, applicant and title. Decisions that
are here stand: those that the file has after them are added.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sqlalchemy.engine import Connection

from hubra_desktop.exchange.tables import BadRow, Row, TableName
from hubra_desktop.model.errors import InputError
from hubra_desktop.model.ids import new_id
from hubra_desktop.model.language import say
from hubra_desktop.model.money.terms import DecisionKind
from hubra_desktop.model.records.money import Grant, GrantDecision
from hubra_desktop.store.reading import records
from hubra_desktop.work.commands.base import Command
from hubra_desktop.work.commands.grants import Decide
from hubra_desktop.work.edits import Change, Store
from hubra_desktop.work.table_exports import (
    DECISION_FIELDS,
    GRANT_FIELDS,
    decision_told,
    grant_told,
)
from hubra_desktop.work.table_names import Names
from hubra_desktop.work.table_steps import (
    Asked,
    Fate,
    RowError,
    TableStep,
    at,
    bad,
    called,
    differing,
    given,
    headings,
    named_once,
)

_NAME = TableName.GRANTS
_OF_GRANT = (*(name for name in GRANT_FIELDS if name != "id"), "body", "post")


def grants_asked(reader: Connection, rows: Iterable[Row]) -> Asked:
    """Return what the rows of the table of grants ask for."""
    return _Grants(reader).asked(rows)


class _Grants:
    """Reads one file; used once."""

    def __init__(self, reader: Connection) -> None:
        self._names = Names(reader)
        self._here = {each.id: each for each in records(reader, Grant)}
        self._known = named_once(
            (each.id, (each.year, each.body_id, called(each.title))) for each in self._here.values()
        )
        self._bad: list[BadRow] = []

    def asked(self, rows: Iterable[Row]) -> Asked:
        steps = []
        for group in self._grouped(rows).values():
            try:
                steps.append(self._step(group))
            except InputError as error:
                self._bad += [bad(_NAME, row, error) for row in group]
        return Asked(tuple(steps), tuple(self._bad))

    def _grouped(self, rows: Iterable[Row]) -> dict[tuple[Any, ...], list[Row]]:
        """Put together the rows of each grant; one that contradicts those above is refused."""
        groups: dict[tuple[Any, ...], list[Row]] = {}
        for row in rows:
            group = groups.setdefault(_key(row.values), [])
            said = {name: row.values[name] for name in _OF_GRANT if name in row.values}
            different = differing(said, group[0].values) if group else ()
            if different:
                self._bad.append(_contradicts(row, group[0], different[0]))
            else:
                group.append(row)
        return groups

    def _step(self, group: list[Row]) -> TableStep:
        values = group[0].values
        body_id = at(_NAME, "body", lambda: self._names.body_of(values["body"]))
        post_id = at(_NAME, "post", lambda: self._post(values))
        told = given(values, *(name for name in GRANT_FIELDS if name != "id"))
        references: dict[str, Any] = {"body_id": body_id, "post_id": post_id}
        decisions = tuple(_decisions(group))
        known = self._here.get(values.get("id") or "") or self._here.get(
            self._known.get((values["year"], body_id, called(values["title"])), "")
        )
        numbers = tuple(row.number for row in group)
        name = f"{values['title']}, {self._names.bodies[body_id]} {values['year']}"
        if known is not None:
            return self._change(known, values, references, decisions, numbers, name)
        sheet = Grant(id=values.get("id") or new_id(), decisions=decisions, **told, **references)
        return TableStep(numbers=numbers, fate=Fate.ADDED, told=name, commands=(Store(sheet),))

    def _post(self, values: Mapping[str, Any]) -> str | None:
        typed = values.get("post") or ""
        return self._names.post_of(values["year"], typed) if typed.strip() else None

    def _change(
        self,
        known: Grant,
        values: Mapping[str, Any],
        references: Mapping[str, Any],
        decisions: tuple[GrantDecision, ...],
        numbers: tuple[int, ...],
        name: str,
    ) -> TableStep:
        told = grant_told(known, self._names)
        said = {key: value for key, value in values.items() if key in _OF_GRANT}
        different = differing(said, told)
        changed = {key: values[key] for key in different if key not in ("body", "post")}
        for key, column in (("body_id", "body"), ("post_id", "post")):
            if column in different:
                changed[key] = references[key]
        commands: list[Command] = [Change(Grant, known.id, changed)] if changed else []
        fresh = _added(known, decisions, values)
        commands += [Decide(known.id, each) for each in fresh]
        return TableStep(
            numbers=numbers,
            fate=Fate.CHANGED if commands else Fate.UNCHANGED,
            told=name,
            commands=tuple(commands),
            changes=headings(_NAME, different + (("decision_kind",) if fresh else ())),
        )


def _key(values: Mapping[str, Any]) -> tuple[Any, ...]:
    if values.get("id"):
        return (values["id"],)
    return values["year"], called(values["body"]), called(values["title"])


def _contradicts(row: Row, first: Row, key: str) -> BadRow:
    sentence = say(
        "Raden hör till samma bidrag som rad {number} men säger något annat här. Låt "
        "raderna stämma överens.",
        number=first.number,
    )
    return BadRow(row.number, headings(_NAME, (key,))[0], sentence)


def _decisions(group: Iterable[Row]) -> Iterator[GrantDecision]:
    """Yield the decisions that the rows tell: an amount or a day alone is a grant."""
    for row in group:
        told = given(row.values, *DECISION_FIELDS)
        said = {key: value for key, value in told.items() if value not in ("", False)}
        if not said:
            continue
        day = told.get("decision_date")
        year = told.get("decision_year") or (day.year if day else row.values["year"])
        fields = {DECISION_FIELDS[key]: value for key, value in told.items()}
        yield GrantDecision(id=new_id(), **{"kind": DecisionKind.GRANT, **fields, "year": year})


def _added(
    known: Grant, decisions: tuple[GrantDecision, ...], values: Mapping[str, Any]
) -> tuple[GrantDecision, ...]:
    """Return the decisions after those that are here; raises InputError where they differ."""
    columns = [key for key in DECISION_FIELDS if key in values]
    if not columns or not decisions:
        return ()
    for place, there in enumerate(known.decisions):
        told = decision_told(decisions[place]) if place < len(decisions) else {}
        said = {key: told.get(key) for key in columns}
        different = differing(said, decision_told(there))
        if different or not told:
            raise RowError(
                say(
                    "Besluten om bidraget stämmer inte med registrets. Ta med alla beslut i "
                    "ordning, eller ändra dem på bidragets sida.",
                ),
                headings(_NAME, different[:1] or ("decision_kind",))[0],
            )
    return decisions[len(known.decisions) :]

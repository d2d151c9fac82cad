"""The table of grants read back: a row for each decision, what the grant is in all of them.

A grant here is recognised by its id, else by year, applicant and title. Decisions that
are here stand: those that the file has after them are added. An applicant that the
register does not have is made as an association.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from sqlalchemy.engine import Connection

from hubra_desktop.exchange.table_reading import BadRow, Row
from hubra_desktop.exchange.tables import TableName
from hubra_desktop.model.errors import InputError
from hubra_desktop.model.ids import new_id
from hubra_desktop.model.invisible import one_line
from hubra_desktop.model.language import say
from hubra_desktop.model.money.terms import DecisionKind
from hubra_desktop.model.records.council import Body
from hubra_desktop.model.records.money import Grant, GrantDecision
from hubra_desktop.model.swedish import folded
from hubra_desktop.model.terms import BodyKind
from hubra_desktop.model.wording import quoted
from hubra_desktop.store.reading import records
from hubra_desktop.work.commands.base import Command
from hubra_desktop.work.commands.grants import Decide
from hubra_desktop.work.edits import Change, Store
from hubra_desktop.work.table_exports import (
    DECISION_FIELDS,
    GRANT_FIELDS,
    decision_values,
    grant_values,
)
from hubra_desktop.work.table_names import Names
from hubra_desktop.work.table_steps import (
    RowError,
    Stored,
    TableRequest,
    TableStep,
    bad_row,
    changes,
    differing,
    in_column,
    present_values,
)

_NAME = TableName.GRANTS
_OF_GRANT = (*(name for name in GRANT_FIELDS if name != "id"), "body", "post")


class GrantsReader:
    """Reads a table of grants; used once."""

    def __init__(self, reader: Connection) -> None:
        self._names = Names(reader)
        self._stored = Stored(
            records(reader, Grant), lambda each: (each.year, each.body_id, folded(each.title))
        )
        self._bad: list[BadRow] = []
        self._new: dict[str, Body] = {}

    def request(self, rows: Iterable[Row]) -> TableRequest:
        """Return what the rows ask for, and which of them are refused."""
        steps = []
        for group in self._grouped(rows).values():
            try:
                steps.append(self._step(group))
            except InputError as error:
                self._bad += [bad_row(_NAME, row, error) for row in group]
        made = [
            TableStep(
                numbers=(), label=body.name, added=True, commands=(Store(body),), makes=(body.id,)
            )
            for body in self._new.values()
        ]
        return TableRequest((*made, *steps), tuple(self._bad))

    def _grouped(self, rows: Iterable[Row]) -> dict[tuple[Any, ...], list[Row]]:
        """Put together the rows of each grant; one that contradicts those above is refused."""
        groups: dict[tuple[Any, ...], list[Row]] = {}
        for row in rows:
            group = groups.setdefault(_key(row.values), [])
            different = differing(_of_grant(row.values), group[0].values) if group else ()
            if different:
                self._bad.append(_contradicts(row, group[0], different[0]))
            else:
                group.append(row)
        return groups

    def _step(self, group: list[Row]) -> TableStep:
        values = group[0].values
        body_id = in_column("body", lambda: self._body(values["body"]))
        post_id = in_column("post", lambda: self._post(values))
        plain = present_values(values, *(name for name in GRANT_FIELDS if name != "id"))
        references: dict[str, Any] = {"body_id": body_id, "post_id": post_id}
        decisions = tuple(_decisions(group))
        title = folded(values["title"])
        known = self._stored.find(values.get("id"), values["year"], body_id, title)
        step = TableStep(
            numbers=tuple(row.number for row in group),
            label=f"{values['title']}, {self._body_name(body_id)} {values['year']}",
            rests_on=(body_id,) if body_id in self._made else (),
        )
        if known is not None:
            return self._change(step, known, values, references, decisions)
        grant = Grant(id=values.get("id") or new_id(), decisions=decisions, **plain, **references)
        made = tuple(each.id for each in decisions)
        return replace(step, added=True, commands=(Store(grant),), makes=made)

    def _body(self, typed: str) -> str:
        """Return the body that is called so, made where there is none."""
        if not self._names.is_body(typed):
            name = one_line(typed)
            made = Body(id=new_id(), name=name, kind=BodyKind.ASSOCIATION)
            return self._new.setdefault(folded(typed), made).id
        return self._names.body_of(typed)

    @property
    def _made(self) -> dict[str, str]:
        return {body.id: body.name for body in self._new.values()}

    def _body_name(self, body_id: str) -> str:
        return self._made.get(body_id) or self._names.bodies[body_id]

    def _post(self, values: Mapping[str, Any]) -> str | None:
        typed = values.get("post") or ""
        return self._names.post_of(values["year"], typed) if typed.strip() else None

    def _change(
        self,
        step: TableStep,
        known: Grant,
        values: Mapping[str, Any],
        references: Mapping[str, Any],
        decisions: tuple[GrantDecision, ...],
    ) -> TableStep:
        different = differing(_of_grant(values), grant_values(known, self._names))
        changed = {key: values[key] for key in different if key not in ("body", "post")}
        for key, column in (("body_id", "body"), ("post_id", "post")):
            if column in different:
                changed[key] = references[key]
        commands: list[Command] = [Change(Grant, known.id, changed)] if changed else []
        fresh = _added(known, decisions, values)
        commands += [Decide(known.id, each) for each in fresh]
        stored = grant_values(known, self._names)
        decided = {"decision_kind": fresh[-1].kind} if fresh else {}
        keys = (*different, *decided)
        return replace(
            step,
            commands=tuple(commands),
            makes=tuple(each.id for each in fresh),
            changes=changes(_NAME, keys, {**values, **decided}, stored),
            taken_for="" if values.get("id") else _named(known, self._names),
        )


def _named(known: Grant, names: Names) -> str:
    return say("bidraget {grant}", grant=quoted(names.grants[known.id]))


def _of_grant(values: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if key in _OF_GRANT}


def _key(values: Mapping[str, Any]) -> tuple[Any, ...]:
    if values.get("id"):
        return (values["id"],)
    return values["year"], folded(values["body"]), folded(values["title"])


def _contradicts(row: Row, first: Row, key: str) -> BadRow:
    sentence = say(
        "Raden hör till samma bidrag som rad {number} men säger något annat här. Låt "
        "raderna stämma överens.",
        number=first.number,
    )
    return bad_row(_NAME, row, RowError(sentence, key))


def _decisions(group: Iterable[Row]) -> Iterator[GrantDecision]:
    """Yield the decisions that the rows tell: an amount or a day alone is a grant."""
    for row in group:
        present = present_values(row.values, *DECISION_FIELDS)
        if all(value in ("", False) for value in present.values()):
            continue
        day = present.get("decision_date")
        year = present.get("decision_year") or (day.year if day else row.values["year"])
        fields = {DECISION_FIELDS[key]: value for key, value in present.items()}
        yield GrantDecision(id=new_id(), **{"kind": DecisionKind.GRANT, **fields, "year": year})


def _added(
    known: Grant, decisions: tuple[GrantDecision, ...], values: Mapping[str, Any]
) -> tuple[GrantDecision, ...]:
    """Return the decisions after those that are here; raises InputError where they differ.

    A file that has only later ones adds them.
    """
    columns = [key for key in DECISION_FIELDS if key in values]
    if not columns or not decisions:
        return ()
    if known.decisions and all(_is_later(each, known.decisions[-1]) for each in decisions):
        return decisions
    for place, there in enumerate(known.decisions):
        typed = decision_values(decisions[place]) if place < len(decisions) else {}
        row = {key: typed.get(key) for key in columns}
        different = differing(row, decision_values(there))
        if different or not typed:
            raise RowError(
                say(
                    "Besluten om bidraget stämmer inte med registrets. Ta med alla beslut i "
                    "ordning, eller ändra dem på bidragets sida."
                ),
                different[0] if different else "decision_kind",
            )
    return decisions[len(known.decisions) :]


def _is_later(decision: GrantDecision, last: GrantDecision) -> bool:
    """Tell whether a decision can only have been taken after one that is here."""
    if decision.year != last.year or decision.date is None or last.date is None:
        return decision.year > last.year
    return decision.date > last.date

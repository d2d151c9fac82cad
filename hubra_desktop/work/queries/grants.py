"""Grants as lists, one by one, and by those who got them."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.engine import Connection

from hubra_desktop.model.due import Due, in_order
from hubra_desktop.model.money.budget_outcome import budget_findings
from hubra_desktop.model.money.eligibility import missing_papers, renewal_due
from hubra_desktop.model.money.grant_findings import NOT_DUE, MoneyFinding, grant_findings
from hubra_desktop.model.money.grants import Moved, Standing, standing_of
from hubra_desktop.model.money.terms import DecisionKind, Outcome, Verdict
from hubra_desktop.model.money.totals import Totals, totals
from hubra_desktop.model.records.council import Body
from hubra_desktop.model.records.money import Association, Grant
from hubra_desktop.model.swedish import folded
from hubra_desktop.model.terms import BodyKind, Role
from hubra_desktop.store.reading import records
from hubra_desktop.store.tables import (
    ACTIVITY,
    ACTIVITY_LINK,
    AGREEMENT,
    ASSOCIATION,
    BODY,
    BUDGET_POST,
    BUDGET_YEAR,
    GRANT,
    GRANT_DECISION,
    LEDGER_ENTRY,
    MANDATE,
    MEETING,
    PERSON,
    REGISTER,
    TABLES,
)
from hubra_desktop.work.queries.follow_ups import follow_up_rows
from hubra_desktop.work.queries.in_order import by_words, latest_first
from hubra_desktop.work.queries.minuted import minuted_decisions
from hubra_desktop.work.queries.money import LedgerRow, budget, ledger_rows, moved_of
from hubra_desktop.work.queries.people import person_names, serves_on
from hubra_desktop.work.queries.register import today as register_day

FEW = 200
"""Up to so many grants are asked for one by one, instead of by what they were chosen by."""


@dataclass(frozen=True, kw_only=True)
class GrantRow:
    """A grant in a list: itself, the names of what it refers to, and where it stands."""

    sheet: Grant
    applicant: str
    post: str
    standing: Standing
    ledger: Moved = field(default_factory=Moved)


@dataclass(frozen=True, kw_only=True)
class Applicant:
    """A body that applies for money; ``association`` is None while nothing more is known."""

    body: Body
    association: Association | None


@dataclass(frozen=True, kw_only=True)
class Linked:
    """Something that a grant is joined to: its table, id and name."""

    kind: str
    id: str
    name: str


@dataclass(frozen=True, kw_only=True)
class Conflict:
    """Somebody who serves both the council and the applicant (jäv)."""

    person_id: str
    name: str
    here: Role
    there: Role


@dataclass(frozen=True, kw_only=True)
class GrantView:
    """A grant with all that belongs to it."""

    sheet: Grant
    applicant: Applicant
    post: str
    standing: Standing
    entries: tuple[LedgerRow, ...]
    links: tuple[Linked, ...]
    jav: tuple[Conflict, ...]
    watched: tuple[MoneyFinding, ...]


@dataclass(frozen=True, kw_only=True)
class AssociationView:
    """Everything that an association was ever granted, paid, and what it reported and repaid."""

    applicant: Applicant
    grants: tuple[GrantRow, ...]
    totals: Totals
    jav: tuple[Conflict, ...]
    today: dt.date


def grant_rows(reader: Connection, year: int | None = None) -> tuple[GrantRow, ...]:
    """Return the grants of a year, or all, the latest year first, then by title."""
    where = () if year is None else (GRANT.c.year == year,)
    return _rows(reader, *where)


def _rows(reader: Connection, *where: ColumnElement[bool]) -> tuple[GrantRow, ...]:
    grants = latest_first(records(reader, Grant, *where))
    ledger = moved_of(reader, select(GRANT.c.id).where(*where).scalar_subquery())
    nothing = Moved()
    names = (BODY, GRANT.c.body_id), (BUDGET_POST, GRANT.c.post_id)
    bodies, posts = (
        {
            row.id: row.name
            for row in reader.execute(
                select(table.c.id, table.c.name).where(table.c.id.in_(select(column).where(*where)))
            )
        }
        for table, column in names
    )
    return tuple(
        GrantRow(
            sheet=each,
            applicant=bodies.get(each.body_id, ""),
            post=posts.get(each.post_id or "", ""),
            standing=standing_of(each, told),
            ledger=told,
        )
        for each, told in ((each, ledger.get(each.id, nothing)) for each in grants)
    )


def grant_view(reader: Connection, grant_id: str, *, today: dt.date | None = None) -> GrantView:
    """Return a grant; raises LookupError when it is gone. ``today`` decides what is late."""
    today = today or register_day(reader)
    found = _rows(reader, GRANT.c.id == grant_id)
    if not found:
        raise LookupError(grant_id)
    [row] = found
    entries = ledger_rows(reader, LEDGER_ENTRY.c.grant_id == grant_id)
    others = _rows(reader, GRANT.c.body_id == row.sheet.body_id, GRANT.c.id != grant_id)
    applicant = _applicant(reader, row.sheet.body_id)
    return GrantView(
        sheet=row.sheet,
        applicant=applicant,
        post=row.post,
        standing=row.standing,
        entries=entries,
        links=_links(reader, row.sheet),
        jav=conflicts(reader, row.sheet.body_id, _decision_day(row.sheet) or today),
        watched=grant_findings(
            row.sheet,
            row.ledger,
            today,
            applicant=row.applicant,
            open_claims=_open(others),
            papers=missing_papers(applicant.association, today),
        ),
    )


def _decision_day(grant: Grant) -> dt.date | None:
    return next((each.date for each in reversed(grant.decisions) if each.date), None)


def _open(rows: Iterable[GrantRow]) -> tuple[str, ...]:
    """Return the titles of the grants that something is still to come back of."""
    return tuple(each.sheet.title for each in rows if each.standing.rest > 0)


def _applicant(reader: Connection, body_id: str) -> Applicant:
    [body] = records(reader, Body, BODY.c.id == body_id)
    known = records(reader, Association, ASSOCIATION.c.body_id == body_id)
    return Applicant(body=body, association=known[0] if known else None)


def _links(reader: Connection, grant: Grant) -> tuple[Linked, ...]:
    """Return where it was decided, its agreement, the activities it pays, and its follow-ups."""
    meetings = {each.meeting_id for each in grant.decisions if each.meeting_id}
    found = [
        Linked(kind="meeting", id=row.id, name=row.date.isoformat())
        for row in reader.execute(
            select(MEETING.c.id, MEETING.c.date)
            .where(MEETING.c.id.in_(meetings))
            .order_by(MEETING.c.date)
        )
    ]
    agreement = select(AGREEMENT.c.id, AGREEMENT.c.title).where(
        AGREEMENT.c.id == grant.agreement_id
    )
    activities = (
        select(ACTIVITY.c.id, ACTIVITY.c.title)
        .where(
            ACTIVITY.c.id.in_(
                select(ACTIVITY_LINK.c.activity_id).where(ACTIVITY_LINK.c.grant_id == grant.id)
            )
        )
        .order_by(ACTIVITY.c.year, ACTIVITY.c.position)
    )
    for kind, wanted in (("agreement", agreement), ("activity", activities)):
        found += [Linked(kind=kind, id=row.id, name=row.title) for row in reader.execute(wanted)]
    return (*_minuted_links(reader, grant), *found)


def _minuted_links(reader: Connection, grant: Grant) -> Iterator[Linked]:
    """Yield the §§ where it was decided, and what is followed up of it."""
    named = {each.minuted_id for each in grant.decisions if each.minuted_id}
    decisions = [each for each in minuted_decisions(reader) if each.id in named] if named else []
    for each in decisions:
        yield Linked(kind="section", id=each.section_id, name=each.name)
    columns = TABLES["follow_up"].c
    own = or_(columns.grant_id == grant.id, columns.decision_id.in_(named))
    for row in follow_up_rows(reader, own):
        yield Linked(kind="follow_up", id=row.id, name=row.title)


def conflicts(reader: Connection, body_id: str, on: dt.date) -> tuple[Conflict, ...]:
    """Return who serves both the register's own body and another on a day."""
    here, there = MANDATE.alias(), MANDATE.alias()
    own = select(REGISTER.c.own_body_id).scalar_subquery()
    serving = [serves_on(on, each.c) for each in (here, there)]
    found = reader.execute(
        select(PERSON.c.id, here.c.role, there.c.role)
        .join(here, here.c.person_id == PERSON.c.id)
        .join(there, there.c.person_id == PERSON.c.id)
        .where(here.c.body_id == own, there.c.body_id == body_id, *serving)
        .where(here.c.body_id != there.c.body_id)
        .order_by(PERSON.c.id)
    )
    names = person_names(reader)
    conflicting = (
        Conflict(person_id=person, name=names[person], here=one, there=other)
        for person, one, other in found
    )
    return by_words(conflicting, lambda each: each.name)


def association_view(
    reader: Connection, body_id: str, *, today: dt.date | None = None
) -> AssociationView:
    """Return a body as one that gets money; raises LookupError when it is gone."""
    if reader.scalar(select(BODY.c.id).where(BODY.c.id == body_id)) is None:
        raise LookupError(body_id)
    day = today or register_day(reader)
    grants = _rows(reader, GRANT.c.body_id == body_id)
    return AssociationView(
        applicant=_applicant(reader, body_id),
        grants=grants,
        totals=totals(row.standing for row in grants),
        jav=conflicts(reader, body_id, day),
        today=day,
    )


def associations(reader: Connection) -> tuple[Applicant, ...]:
    """Return the bodies that apply for money, or may, by name: all associations among them."""
    wanted = (
        BODY.c.id.in_(select(GRANT.c.body_id))
        | BODY.c.id.in_(select(ASSOCIATION.c.body_id))
        | (BODY.c.kind == BodyKind.ASSOCIATION)
    )
    known = {each.body_id: each for each in records(reader, Association)}
    bodies = by_words(records(reader, Body, wanted), lambda each: each.name)
    return tuple(Applicant(body=each, association=known.get(each.id)) for each in bodies)


@dataclass(frozen=True, kw_only=True)
class AssociationRow:
    """An association in a list: what is known of it, and the sums of its grants."""

    applicant: Applicant
    totals: Totals


def association_rows(reader: Connection) -> tuple[AssociationRow, ...]:
    """Return the associations by name, those without grants among them."""
    standings: dict[str, list[Standing]] = {}
    for row in _rows(reader):
        standings.setdefault(row.sheet.body_id, []).append(row.standing)
    return tuple(
        AssociationRow(applicant=each, totals=totals(standings.get(each.body.id, ())))
        for each in associations(reader)
    )


def known_as(among: Iterable[Applicant], name: str) -> Applicant | None:
    """Return the applicant that bears a name."""
    return next((each for each in among if folded(each.body.name) == folded(name)), None)


def _renewals(reader: Connection, today: dt.date) -> Iterator[Due]:
    """Yield the associations whose details are to be asked for again."""
    names = {row.id: row.name for row in reader.execute(select(BODY.c.id, BODY.c.name))}
    for known in records(reader, Association, ASSOCIATION.c.valid_until.is_not(None)):
        due = renewal_due(known, names.get(known.body_id, ""), today)
        if due is not None:
            yield due


def money_due(reader: Connection, today: dt.date) -> tuple[Due, ...]:
    """Return what of the grants and the budget is due, late or missing.

    Asks only for the grants that something can still be waited of, so that a long
    history costs nothing.
    """
    ids = reader.scalars(select(GRANT.c.id).where(_unsettled()).limit(FEW + 1)).all()
    rows = _rows(reader, GRANT.c.id.in_(ids) if len(ids) <= FEW else _unsettled())
    claims: dict[str, list[GrantRow]] = {}
    for row in rows:
        if row.standing.rest > 0:
            claims.setdefault(row.sheet.body_id, []).append(row)
    found = [due for row in rows for due in _due(row, claims.get(row.sheet.body_id, []), today)]
    return in_order((*found, *_renewals(reader, today), *_budget_due(reader, today)))


def _unsettled() -> ColumnElement[bool]:
    """Choose the grants that are not reported and approved, and those that are reclaimed."""
    decision = GRANT_DECISION.c
    claimed = select(decision.grant_id).where(decision.kind == DecisionKind.RECLAIM)
    grant = GRANT.c
    return (
        grant.report_received.is_(None)
        | (grant.verdict != Verdict.APPROVED)
        | (grant.outcome == Outcome.NOT_CARRIED_OUT)
        | grant.id.in_(claimed)
    )


def _due(row: GrantRow, claims: Iterable[GrantRow], today: dt.date) -> Iterator[Due]:
    told = grant_findings(
        row.sheet,
        row.ledger,
        today,
        applicant=row.applicant,
        open_claims=[each.sheet.title for each in claims if each is not row],
    )
    for each in told:
        if each.id not in NOT_DUE:
            yield Due(each.day, each.level, each.sentence, "grant", row.sheet.id)


def _budget_due(reader: Connection, today: dt.date) -> Iterator[Due]:
    """Yield what is to be explained or mended in the budgets that are still open."""
    year = BUDGET_YEAR.c
    still_open = reader.execute(
        select(year.id, year.year).where(year.closed_on.is_(None)).order_by(year.year)
    )
    for row in still_open.all():
        for each in budget_findings(budget(reader, row.year), today):
            yield Due(each.day, each.level, each.sentence, "budget_year", row.id)

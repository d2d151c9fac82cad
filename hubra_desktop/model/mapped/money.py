"""The mapped classes of the money; all amounts are whole öre."""

import datetime as dt

from sqlalchemy.orm import Mapped

from hubra_desktop.model.mapped.base import Base, list_by
from hubra_desktop.model.money.terms import DecisionKind, EntryKind
from hubra_desktop.model.tables import money as tables


class BudgetPost(Base):
    """A post of a year's budget."""

    __table__ = tables.BUDGET_POST

    budget_year_id: Mapped[str]
    parent_id: Mapped[str | None]
    name: Mapped[str]
    position: Mapped[int]


class Allocation(Base):
    """What a version of the budget plans for a post."""

    __table__ = tables.ALLOCATION

    budget_version_id: Mapped[str]
    post_id: Mapped[str]
    planned_ore: Mapped[int]


class BudgetVersion(Base):
    """The budget as decided at one time."""

    __table__ = tables.BUDGET_VERSION

    budget_year_id: Mapped[str]
    decided_on: Mapped[dt.date | None]
    frame_ore: Mapped[int | None]
    meeting_id: Mapped[str | None]

    allocations: Mapped[list[Allocation]] = list_by(tables.ALLOCATION.c.position)


class BudgetYear(Base):
    """A year's budget: its posts and its versions."""

    __table__ = tables.BUDGET_YEAR

    year: Mapped[int]
    closed_on: Mapped[dt.date | None]

    posts: Mapped[list[BudgetPost]] = list_by(tables.BUDGET_POST.c.position)
    versions: Mapped[list[BudgetVersion]] = list_by(tables.BUDGET_VERSION.c.position)


class LedgerEntry(Base):
    """A row of the ledger, never changed and never removed."""

    __table__ = tables.LEDGER_ENTRY

    number: Mapped[int]
    year: Mapped[int]
    date: Mapped[dt.date | None]
    post_id: Mapped[str]
    kind: Mapped[EntryKind]
    amount_ore: Mapped[int]
    grant_id: Mapped[str | None]
    original_id: Mapped[str | None]


class Association(Base):
    """What is known of a body as one that applies for money."""

    __table__ = tables.ASSOCIATION

    body_id: Mapped[str]
    organisation_number: Mapped[str]


class GrantDecision(Base):
    """A decision about a grant, or the council's stance."""

    __table__ = tables.GRANT_DECISION

    grant_id: Mapped[str]
    kind: Mapped[DecisionKind]
    year: Mapped[int]
    date: Mapped[dt.date | None]
    amount_ore: Mapped[int | None]
    meeting_id: Mapped[str | None]


class Instalment(Base):
    """A payment that is planned."""

    __table__ = tables.INSTALMENT

    grant_id: Mapped[str]


class Grant(Base):
    """A grant with its decisions and its payment plan."""

    __table__ = tables.GRANT

    year: Mapped[int]
    body_id: Mapped[str]
    post_id: Mapped[str | None]
    agreement_id: Mapped[str | None]

    decisions: Mapped[list[GrantDecision]] = list_by(tables.GRANT_DECISION.c.position)
    instalments: Mapped[list[Instalment]] = list_by(tables.INSTALMENT.c.position)

"""Rows without a day stand where the query says, whatever database answers it."""

import datetime as dt
from contextlib import suppress
from typing import Any

import pytest
from sqlalchemy import Column, UnaryExpression
from sqlalchemy.dialects import postgresql
from sqlalchemy.sql.selectable import GenerativeSelect

from hubra_desktop.model.errors import InputError
from hubra_desktop.store.tables import REPORT
from hubra_desktop.work.papers import PAPERS, About, collect
from hubra_desktop.work.queries.body_view import body_lines, body_view
from hubra_desktop.work.queries.bundles import register_bundle
from hubra_desktop.work.queries.due import due
from hubra_desktop.work.queries.money import ledger
from hubra_desktop.work.queries.people import person_lines
from hubra_desktop.work.queries.person_view import person_view
from hubra_desktop.work.queries.plan import agreements, consultations, letters_of
from hubra_desktop.work.queries.plan_links import link_targets
from hubra_desktop.work.queries.reports import report_rows
from hubra_desktop.work.workspace import Workspace

YEAR = 2017


def unsaid(clause: object) -> str:
    """Name a column that may be empty, when the order does not say where the empty ones go."""
    said = False
    while isinstance(clause, UnaryExpression):
        said = said or "nulls" in str(clause.modifier)
        clause = clause.element
    return str(clause) if isinstance(clause, Column) and clause.nullable and not said else ""


def test_an_order_that_leaves_the_empty_ones_open_is_seen() -> None:
    assert unsaid(REPORT.c.date) == unsaid(REPORT.c.date.desc()) == "report.date"
    assert unsaid(REPORT.c.date.desc().nulls_last()) == unsaid(REPORT.c.year) == ""


def test_every_query_says_where_the_empty_ones_go(
    demo: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    left_open: set[str] = set()
    given = GenerativeSelect.order_by

    def order_by(self: GenerativeSelect, *clauses: Any, **more: Any) -> Any:
        left_open.update(map(unsaid, clauses))
        return given(self, *clauses, **more)

    monkeypatch.setattr(GenerativeSelect, "order_by", order_by)
    with demo.read() as reader:
        for name, paper in PAPERS.items():
            if paper.about is About.YEAR:
                with suppress(InputError):  # There may be nothing to print of the year.
                    collect(reader, name, YEAR)
        collect(reader, "sammansattning", f"{YEAR}-12-01")
        for row in person_lines(reader, dt.date(YEAR, 12, 1)):
            person_view(reader, row.id)
        for body in body_lines(reader, dt.date(YEAR, 12, 1)):
            body_view(reader, body.id)
        for read in (letters_of, link_targets, ledger, report_rows):
            read(reader, YEAR)
        for whole in (agreements, consultations, register_bundle):
            whole(reader)
        due(reader, dt.date(YEAR, 12, 1))
    assert left_open - {""} == set()


def test_a_sum_is_a_whole_number_in_any_database() -> None:
    from hubra_desktop.work.queries.money import _added

    dialect = postgresql.dialect()  # type: ignore[no-untyped-call]
    told = str(_added().compile(dialect=dialect))
    assert "CAST(sum(ledger_entry.amount_ore) AS BIGINT)" in told

"""What a file says of closed years, left as the register has it.

A file that was written before a year was closed here, or elsewhere, may still tell what
came later of its grants: a decision of an open year, a report, an outcome. That is taken
in; the year's own budget, and what it was closed with of its grants, stay as they are.
"""

from collections.abc import Iterable
from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.engine import Connection

from hubra_desktop.model.export_bundle import Bundle
from hubra_desktop.model.language import say
from hubra_desktop.model.records.money import Grant
from hubra_desktop.model.wording import joined
from hubra_desktop.store.reading import records, some_at_a_time
from hubra_desktop.store.tables import BUDGET_YEAR, GRANT
from hubra_desktop.work.invariants.closed_years import FROZEN


def with_closed_years(reader: Connection, bundle: Bundle) -> Bundle:
    """Return a bundle that changes nothing of what is closed here."""
    year = BUDGET_YEAR.c
    closed = {
        row.id: row.year
        for row in reader.execute(select(year.id, year.year).where(year.closed_on.is_not(None)))
    }
    if not closed or not (bundle.budget_years or bundle.grants):
        return bundle
    years = set(closed.values())
    here = {each.id: each for each in _stored(reader, (each.id for each in bundle.grants))}
    return replace(
        bundle,
        budget_years=tuple(each for each in bundle.budget_years if each.id not in closed),
        grants=tuple(_kept(each, here.get(each.id), years) for each in bundle.grants),
    )


def _stored(reader: Connection, ids: Iterable[str]) -> Iterable[Grant]:
    for some in some_at_a_time(ids):
        yield from records(reader, Grant, GRANT.c.id.in_(some))


def _kept(coming: Grant, here: Grant | None, closed: set[int]) -> Grant:
    """Return a grant with what closed years hold of it as the register has it."""
    if here is None:
        return coming
    frozen = {name: getattr(here, name) for name in FROZEN} if here.year in closed else {}
    decided = [each for each in here.decisions if each.year in closed]
    known = {each.id for each in decided}
    later = [each for each in coming.decisions if each.year not in closed and each.id not in known]
    return replace(coming, **frozen, decisions=(*decided, *later))


def closed_lines(coming: Bundle, kept: Bundle) -> list[str]:
    """Tell which closed years a file says something else of, as a line; none for nothing."""
    left = {each.year for each in coming.budget_years} - {each.year for each in kept.budget_years}
    left |= {
        each.year
        for each, other in zip(coming.grants, kept.grants, strict=True)
        if each != other
    }  # fmt: skip
    if not left:
        return []
    years = joined([str(year) for year in sorted(left)])
    return [say("Stängda år ändras inte: det som filen säger om {years} lämnas.", years=years)]

"""What of a grant is late, missing or silent, said in words."""

import datetime as dt
from collections.abc import Iterable
from typing import NamedTuple

from hubra_desktop.model.findings import Level
from hubra_desktop.model.language import say
from hubra_desktop.model.money.grants import asks_for_report, standing
from hubra_desktop.model.money.sheets import GrantSheet, LedgerEntrySheet


class Watched(NamedTuple):
    """Something about a grant to look at: ``id`` never changes, ``field`` is where to mend it."""

    id: str
    level: Level
    sentence: str
    day: dt.date | None
    field: str = ""


def watched(
    grant: GrantSheet,
    entries: Iterable[LedgerEntrySheet],
    today: dt.date,
    *,
    applicant: str = "",
    open_claims: Iterable[str] = (),
) -> tuple[Watched, ...]:
    """Return what is late, missing or silent about a grant.

    ``open_claims`` are the titles of the applicant's other grants that something is
    still to come back of.
    """
    del applicant, open_claims
    now = standing(grant, entries)
    late = grant.report_due is not None and grant.report_due < today
    if now.paid and asks_for_report(grant) and late and grant.report_received is None:
        return (
            Watched(
                "report_late",
                Level.WARNING,
                say("Redovisningen är sen.", "The report is late."),
                grant.report_due,
                "report_due",
            ),
        )
    return ()

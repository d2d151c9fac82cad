"""An office with money: budgets of three years, two associations, grants and booked rows."""

import datetime as dt
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from hubra_desktop.model.export_bundle import Bundle
from hubra_desktop.model.money.terms import DecisionKind, EntryKind, Outcome
from hubra_desktop.model.records.council import Body
from hubra_desktop.model.records.money import (
    Association,
    Grant,
    GrantDecision,
    Instalment,
    LedgerEntry,
)
from hubra_desktop.model.terms import BodyKind
from hubra_desktop.work.commands.imports import ImportBundle
from hubra_desktop.work.commands.ledger import Book
from hubra_desktop.work.workspace import Workspace
from tests.work.office import Office, furnish, settled
from tests.work.treasury import KRONA, YEARS, post, year_sheet

WHOLE = 45_080 * KRONA
PART = 20_000 * KRONA
CV = Grant(
    id="cv", year=2017, body_id="dimman", title="CV och körkort", post_id=post(2017, "groups"),
    outcome=Outcome.NOT_CARRIED_OUT, outcome_reason="Projektet startade ej.",
    decisions=(
        GrantDecision(
            id="cv-d", kind=DecisionKind.GRANT, year=2017, amount_ore=WHOLE, decided_by="HuBrå"
        ),
    ),
    instalments=(Instalment(id="cv-i", amount_ore=WHOLE),),
)  # fmt: skip
ASKED = Grant(id="asked", year=2018, body_id="stod", title="Grannstöd")
REFUSED_GRANT = Grant(
    id="no", year=2018, body_id="stod", title="Resa",
    decisions=(GrantDecision(id="no-d", kind=DecisionKind.REFUSE, year=2018),),
)  # fmt: skip
OPEN = Grant(
    id="open", year=2018, body_id="stod", title="Nattvandring",
    decisions=(
        GrantDecision(
            id="open-d", kind=DecisionKind.GRANT, year=2018, date=dt.date(2018, 2, 1),
            amount_ore=PART,
        ),
    ),
)  # fmt: skip


def row(number: int, kind: EntryKind, amount: int, **values: object) -> LedgerEntry:
    """A row of 2017 on the associations' post, the payment of Ur Dimman's grant unless told."""
    told: dict[str, object] = {"year": 2017, "post_id": post(2017, "groups"), **values}
    return LedgerEntry(
        id=f"r{number}",
        number=number,
        kind=kind,
        amount_ore=amount,
        **told,  # type: ignore[arg-type]
    )


LEDGER = (
    row(1, EntryKind.PAYMENT, WHOLE, grant_id="cv", date=dt.date(2017, 4, 3)),
    row(2, EntryKind.REPAYMENT, PART, grant_id="cv", original_id="r1", date=dt.date(2017, 11, 1)),
    row(3, EntryKind.COST, 5_000 * KRONA, post_id=post(2017, "day")),
    row(4, EntryKind.RESERVATION, PART, grant_id="open", year=2018, post_id=post(2018, "groups")),
    row(5, EntryKind.TRANSFER_OUT, 1_000 * KRONA, post_id=post(2017, "fees")),
    row(6, EntryKind.TRANSFER_IN, 1_000 * KRONA, post_id=post(2017, "day"), original_id="r5"),
)


def money_office(path: Path) -> Office:
    """Put a register with money at ``path`` and open it; nothing can be undone."""
    office = furnish(path)
    office.workspace.close()
    path.write_bytes(_with_money())
    path.chmod(0o600)
    office.workspace = Workspace.open(path)
    return office


def money() -> Bundle:
    """Two associations, the budgets of three years, grants and booked rows."""
    return Bundle(
        bodies=(
            Body(id="dimman", name="Ur Dimman", kind=BodyKind.ASSOCIATION),
            Body(id="stod", name="Grannstöd Huddinge", kind=BodyKind.ASSOCIATION),
        ),
        associations=(Association(id="ass", body_id="dimman"),),
        budget_years=tuple(year_sheet(year) for year in YEARS),
        grants=(CV, ASKED, REFUSED_GRANT, OPEN),
        ledger=LEDGER,
    )


@cache
def _with_money() -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "a.hubra"
        office = furnish(path)
        office.run(ImportBundle(money()))
        office.workspace.close()
        return settled(path)


def decision(kind: DecisionKind, amount: int | None = PART, year: int = 2018) -> GrantDecision:
    """Return a decision of 2018 on a part of a grant, unless told."""
    return GrantDecision(kind=kind, year=year, amount_ore=amount)


def paid(amount: int, grant: str | None = "open", **values: object) -> Book:
    """Return the booking of a payment of 2018 in öre, of the open grant unless told."""
    entry = LedgerEntry(
        year=2018,
        post_id=post(2018, "groups"),
        kind=EntryKind.PAYMENT,
        amount_ore=amount,
        grant_id=grant,
    )
    return Book(replace(entry, **values))  # type: ignore[arg-type]


def reserved(amount: int, year: int) -> Book:
    """Return the booking of a reservation in öre on the post of the day."""
    return paid(amount, None, year=year, post_id=post(year, "day"), kind=EntryKind.RESERVATION)

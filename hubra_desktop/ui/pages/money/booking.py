"""What the forms of the ledger are filled from, read when a form is opened."""

from collections.abc import Sequence

from hubra_desktop.model.money.amounts import kronor
from hubra_desktop.model.money.budget import leaves_of
from hubra_desktop.model.money.grant_findings import SETTLED
from hubra_desktop.model.records.money import BudgetPost
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.forms.choices import meeting_choices
from hubra_desktop.ui.pages.money.ledger_forms import Around, GrantChoice, PaymentChoice
from hubra_desktop.ui.pages.money.rows_models import day_text
from hubra_desktop.ui.pages.money.year import OpenYear
from hubra_desktop.work.queries import Reader
from hubra_desktop.work.queries.grants import GrantRow, grant_rows, grant_view
from hubra_desktop.work.queries.known import completions
from hubra_desktop.work.queries.money import budget_year
from hubra_desktop.work.queries.money_choices import Payment, payments


def _rows(reader: Reader, year: int) -> list[GrantRow]:
    """Return the grants of a year and the one before it: those that money may move for."""
    return [row for each in (year, year - 1) for row in grant_rows(reader, each)]


def around(desk: Desk, year: OpenYear, grant_id: str = "") -> Around:
    """Return the open year's posts, the grants that money may still go to, and names known."""
    shown = year.year or desk.today().year
    with desk.read() as reader:
        rows = _rows(reader, shown)
        if grant_id and all(row.sheet.id != grant_id for row in rows):
            view = grant_view(reader, grant_id)
            rows += [row for row in grant_rows(reader, view.sheet.year) if row.sheet.id == grant_id]
        names = completions(reader).organisations
        homes = [
            (f"{sheet.year} · {post.name}", post.id)
            for each in reversed(year.years)
            if each >= shown and (sheet := budget_year(reader, each)) is not None
            for post in leaves_of(sheet)
        ]
    posts = leaves_of(year.sheet) if year.sheet is not None else ()
    grants = tuple(
        _choice(row, posts)
        for row in rows
        if row.sheet.id == grant_id or row.standing.state not in SETTLED
    )
    return Around(
        year=shown,
        today=desk.today(),
        posts=[(post.name, post.id) for post in posts],
        grants=grants,
        names=tuple(names),
        homes=homes,
    )


def _choice(row: GrantRow, posts: Sequence[BudgetPost]) -> GrantChoice:
    """Return a grant to choose; of another year, it belongs to the post of the same name."""
    own = row.sheet.post_id
    like = next((post.id for post in posts if post.name == row.post), None)
    post_id = own if any(post.id == own for post in posts) else like
    name = " · ".join(
        part for part in (row.applicant, row.sheet.title, str(row.sheet.year)) if part
    )
    return GrantChoice(
        row.sheet.id, name, row.applicant, row.sheet.body_id, post_id, row.standing.unpaid
    )


def payments_of(desk: Desk, year: int | None, grant_id: str = "") -> list[PaymentChoice]:
    """Return the payments of a grant, or of a year, that may still come back."""
    with desk.read() as reader:
        if grant_id:
            return [_payment(each) for each in payments(reader, grant_id=grant_id)]
        found = [] if year is None else [_payment(each) for each in payments(reader, year=year)]
        rows = [] if year is None else _rows(reader, year)
        claims = [row for row in rows if row.standing.rest > 0]
        known = {each.id for each in found}
        for row in claims:
            claimed = (_payment(each) for each in payments(reader, grant_id=row.sheet.id))
            found += [each for each in claimed if each.id not in known]
    return found


def _payment(payment: Payment) -> PaymentChoice:
    row = payment.row
    parts = (
        row.counterpart,
        row.grant,
        kronor(row.entry.amount_ore),
        day_text(row.entry.date),
        f"nr {row.entry.number}",
    )
    return PaymentChoice(
        row.entry.id,
        " · ".join(part for part in parts if part),
        payment.unreturned_ore,
        row.entry.year,
    )


def meetings_around(desk: Desk, year: int) -> list[tuple[str, object]]:
    """Return the council's meetings of a year and those beside it, to choose among."""
    with desk.read() as reader:
        return meeting_choices(reader, (year + 1, year, year - 1))

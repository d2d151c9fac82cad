"""What the paper of the allowances says, read from the register, and how it is set."""

import datetime as dt
from typing import TYPE_CHECKING

from hubra_desktop.model.errors import refusal

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection

    from hubra_desktop.documents.arvoden import AllowancePaper
    from hubra_desktop.documents.kit.render import Manuscript
    from hubra_desktop.model.records.meeting import HouseStyle
    from hubra_desktop.work.papers import PaperForm


def collect_allowances(
    reader: "Connection", year: int, *, period_id: str = "", day: dt.date | None = None
) -> "AllowancePaper":
    """Read a year's lists of allowances, or one of them; ``day`` is the paper's own."""
    from hubra_desktop.documents.arvoden import AllowancePaper, PaidList
    from hubra_desktop.documents.official import Sender
    from hubra_desktop.work.queries.allowances import allowance_lists, allowance_rates
    from hubra_desktop.work.queries.register import register_info

    lists = tuple(
        PaidList(
            period=each.period,
            rows=each.rows,
            days=each.days,
            remarks=() if each.closed else tuple(one.sentence for one in each.findings),
        )
        for each in allowance_lists(reader, year)
        if period_id in ("", each.period.id)
    )
    if not lists:
        raise refusal("Det finns ingen arvodeslista för {year}.", year=year)
    body = register_info(reader).body
    return AllowancePaper(
        sender=Sender(kind="Arvoden", administration=body, date=day),
        year=year,
        lists=lists,
        rates=allowance_rates(reader, year),
        body=body,
    )


def compose_allowances(
    paper: "AllowancePaper", style: "HouseStyle", form: "PaperForm"
) -> "Manuscript":
    """Set out the lists."""
    from hubra_desktop.documents.arvoden import arvoden_manuscript

    return arvoden_manuscript(paper, style, text_size=form.text_size)


def allowances_title(paper: "AllowancePaper") -> str:
    """Return the name that the paper's file begins with."""
    return paper.title

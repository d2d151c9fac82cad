"""A year's paper as it is stored, or as the register would propose it today.

So that a paper can be looked at before anybody has begun to write it; what is proposed
is made on a copy of the register and stored nowhere.
"""

from sqlalchemy.engine import Connection

from hubra_desktop.model.errors import InputError
from hubra_desktop.model.language import say
from hubra_desktop.model.reports.terms import ReportKind
from hubra_desktop.store.rehearsal import rehearsal
from hubra_desktop.store.rows import Rows
from hubra_desktop.work.commands.reports import NewReport
from hubra_desktop.work.queries.reports import ReportView, report_rows, report_view


def year_paper(reader: Connection, year: int, kind: ReportKind) -> ReportView:
    """Return the year's latest paper of a kind, or the one that would be begun today.

    Raises InputError when nothing is known of the year.
    """
    stored = [row.id for row in report_rows(reader, year) if row.kind is kind]
    if stored:
        return report_view(reader, stored[-1])
    with rehearsal(reader) as copy:
        made = NewReport(year, kind).apply(Rows(copy))
        view = report_view(copy, made)
    known = view.year
    if not (known.plan or known.activities or known.meetings or known.budget):
        raise InputError(
            say(
                "Registret har inget om {year}: ingen plan, inga sammanträden och ingen budget.",
                "The register has nothing of {year}: no plan, no meetings and no budget.",
                year=year,
            )
        )
    return view

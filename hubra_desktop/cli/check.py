"""What ``hubra check`` finds in a register: in its meetings, its papers and its money."""

from collections.abc import Iterator

from hubra_desktop.model.findings import Level
from hubra_desktop.model.swedish import long_date
from hubra_desktop.store.errors import DamagedRegisterError
from hubra_desktop.work import queries
from hubra_desktop.work.queries.due import due
from hubra_desktop.work.queries.evidence import unfit_evidence
from hubra_desktop.work.queries.indicators import indicators
from hubra_desktop.work.queries.meeting_papers import unfit_papers
from hubra_desktop.work.queries.money import budget, budget_years
from hubra_desktop.work.queries.register import today as register_day
from hubra_desktop.work.queries.reports import report_rows, report_view
from hubra_desktop.work.workspace import Workspace


def damage_in(workspace: Workspace) -> list[str]:
    """Return what the window says of a damaged register: of its file, and of what it holds."""
    lines = []
    try:
        workspace.look_through()
    except DamagedRegisterError as damaged:
        lines.append(damaged.sentence)
    spoilt = workspace.spoilt()
    return [*lines, spoilt.sentence] if spoilt else lines


def found_in(workspace: Workspace) -> list[str]:
    """Return a line for each thing that stops or warns; tips are left to the window.

    What cannot be read keeps nothing else from being looked at.
    """
    lines: list[str] = []
    for part in (
        _of_meetings, _of_papers, _of_indicators, _of_budgets, _of_associations,
        unfit_evidence, unfit_papers, _of_due,
    ):  # fmt: skip
        try:
            with workspace.read() as reader:
                lines.extend(part(reader))
        except DamagedRegisterError as error:
            lines.append(error.sentence)
    return list(dict.fromkeys(lines))


def _of_meetings(reader: queries.Reader) -> Iterator[str]:
    style = queries.house_style(reader)
    for year in queries.years(reader):
        for row in queries.meetings_of(reader, year.year):
            meeting = queries.meeting_sheet(reader, row.id)
            for finding in queries.meeting_findings(reader, meeting, style):
                if finding.level is not Level.TIP:
                    yield f"{long_date(row.date)}: {finding.sentence}"


_OF_COMPANY = ("two_case_numbers", "cover_after_attachment")
"""Findings about papers that belong together, which each of them has."""


def _of_papers(reader: queries.Reader) -> Iterator[str]:
    listed: set[tuple[int, str]] = set()
    for row in report_rows(reader):
        for finding in report_view(reader, row.id).findings:
            key = (row.year, finding.id)
            if finding.level is Level.TIP or finding.where.kind == "indicator" or key in listed:
                continue
            if finding.id in _OF_COMPANY:
                listed.add(key)
            yield f"{row.year}: {finding.sentence}"


def _of_indicators(reader: queries.Reader) -> Iterator[str]:
    from hubra_desktop.model.indicators.indicator_findings import all_findings

    for finding in all_findings(indicators(reader)):
        if finding.level is not Level.TIP:
            yield finding.sentence


def _of_budgets(reader: queries.Reader) -> Iterator[str]:
    """Tell of the frames; those of open years are due too, and stand once in the list."""
    from hubra_desktop.model.money.budget_outcome import imbalance

    for year in budget_years(reader):
        yield from (finding.sentence for finding in imbalance(budget(reader, year)))


def _of_associations(reader: queries.Reader) -> Iterator[str]:
    from hubra_desktop.model.money.numbers import number_warning
    from hubra_desktop.work.queries.grants import associations

    for each in associations(reader):
        known = each.association
        warning = number_warning(known.organisation_number) if known else ""
        if warning:
            yield f"{each.body.name}: {warning}"


def _of_due(reader: queries.Reader) -> Iterator[str]:
    today = register_day(reader)
    for each in due(reader, today):
        if each.level is not Level.TIP:
            yield each.sentence

"""§§ that were approved at once: the papers of them, each with what it is of, as they were issued.

The §§ themselves forget their approval when the minutes are opened again; the papers do not.
"""

from collections.abc import Collection
from typing import NamedTuple

from sqlalchemy.engine import Connection

from hubra_desktop.model.dispatch.dispatch_terms import IssueState
from hubra_desktop.model.errors import InputError
from hubra_desktop.model.minutes.minutes_view import MinutesView
from hubra_desktop.model.minutes.sections import number_words
from hubra_desktop.model.records.minutes import Approval
from hubra_desktop.model.records.reports import IssuedPaper
from hubra_desktop.store.reading import records
from hubra_desktop.store.tables import ISSUED_PAPER
from hubra_desktop.work.approval_papers import AT_ONCE_PAPER
from hubra_desktop.work.issued_papers import reopened


class AtOnce(NamedTuple):
    """A paper of §§ that were approved at once; ``numbers`` names them: ``§§ 14–15``."""

    id: str
    approval_id: str
    section_ids: frozenset[str]
    numbers: str
    version: int
    state: IssueState


def approved_at_once(reader: Connection, meeting_id: str) -> tuple[AtOnce, ...]:
    """Return the papers of the §§ of a meeting that were approved at once, in the order of issue.

    One that cannot be read any more is of no §§.
    """
    columns = ISSUED_PAPER.c
    found = records(
        reader, IssuedPaper, columns.meeting_id == meeting_id, columns.paper == AT_ONCE_PAPER,
        order=(columns.issued_at, columns.version),
    )  # fmt: skip
    return tuple(map(_read, found))


def _read(row: IssuedPaper) -> AtOnce:
    try:
        view = reopened(row).content.view
    except InputError:
        return AtOnce(row.id, "", frozenset(), "", row.version, row.state)
    ids = frozenset(each.section.id for each in view.sections)
    return AtOnce(row.id, view.minutes.approvals[0].id, ids, view.numbers, row.version, row.state)


def numbers_approved(papers: Collection[AtOnce], view: MinutesView, approval: Approval) -> str:
    """Name the §§ that an approval at once was of, from its paper where one was issued."""
    issued = (each.numbers for each in papers if each.approval_id == approval.id)
    sections = (each.section for each in view.sections)
    mine = [each.number for each in sections if each.approval_id == approval.id]
    return next(issued, number_words([each for each in mine if each is not None]))


def earlier_of(papers: Collection[AtOnce], section_ids: Collection[str]) -> tuple[AtOnce, ...]:
    """Return the papers that hold any of some §§: they are earlier versions of it."""
    return tuple(each for each in papers if not each.section_ids.isdisjoint(section_ids))

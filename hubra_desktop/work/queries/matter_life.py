"""The life of a matter, gathered from every table that can name it.

What names a matter does so by a case number as somebody typed it. The numbers that stand in
a table are few beside its rows, so they are read once and compared in Python; the rows are
then found by the very texts that name the matter.
"""

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any

from sqlalchemy import Column, Table, select
from sqlalchemy.engine import Connection

from hubra_desktop.model.case_number import number_key
from hubra_desktop.model.matter_life import MatterLine, MatterStep
from hubra_desktop.model.records.council import BacklogItem, Matter, MatterAlias
from hubra_desktop.store.reading import some_at_a_time
from hubra_desktop.store.tables import (
    ACTIVITY,
    ACTIVITY_LINK,
    AGENDA_ITEM,
    AGREEMENT,
    CONSULTATION,
    GRANT,
    GRANT_DECISION,
    ISSUED_PAPER,
    MEETING,
    REPORT,
    TABLES,
)
from hubra_desktop.work.queries.follow_ups import follow_up_rows
from hubra_desktop.work.queries.minuted import MinutedDecision, minuted_decisions


class Life:
    """Finds what names a matter, table by table."""

    def __init__(self, reader: Connection, matter: Matter, aliases: Iterable[MatterAlias]) -> None:
        self._reader, self._matter = reader, matter
        numbers = (matter.case_number, *(each.case_number for each in aliases))
        self._keys = {number_key(each) for each in numbers if each.strip()}
        self._own = number_key(matter.case_number)

    def is_own(self, item: BacklogItem) -> bool:
        """Tell whether what waits is of the matter: by its number, or by the row put off."""
        return self._names(item.case_number) or item.item_id in self.items

    def lines(self) -> Iterator[MatterLine]:
        """Yield all that is known of the matter."""
        matter = self._matter
        if matter.opened:
            yield MatterLine(matter.opened, MatterStep.OPENED, "matter", matter.id)
        if matter.closed_on:
            yield MatterLine(matter.closed_on, MatterStep.CLOSED, "matter", matter.id)
        yield from self._meetings()
        yield from self._minuted_lines()
        yield from self._follow_ups()
        yield from self._papers()
        yield from self._reports()
        yield from self._grants()
        yield from self._activities()
        yield from self._consultations()
        yield from self._agreements()
        yield from self._dispatches()

    def _names(self, number: str) -> bool:
        return bool(number.strip()) and number_key(number) in self._keys

    def _other(self, number: str) -> str:
        """Return a number where it is another than the matter's own."""
        return number if number.strip() and number_key(number) != self._own else ""

    def _numbered(self, table: Table) -> list[Any]:
        """Return the rows of a table whose number is one of the matter's."""
        column = table.c.case_number
        typed = self._reader.scalars(select(column).where(column != "").distinct())
        texts = [each for each in typed if self._names(each)]
        return self._where(table, column, texts)

    def _where(self, table: Table, column: Column[Any], values: Iterable[str]) -> list[Any]:
        return [
            row
            for some in some_at_a_time(values)
            for row in self._reader.execute(select(table).where(column.in_(some)))
        ]

    @cached_property
    def items(self) -> dict[str, Any]:
        """Find the agendas' rows by number, and those that continue them or that they continue."""
        found = {row.id: row for row in self._numbered(AGENDA_ITEM)}
        new = list(found.values())
        while new:
            from_ids = [row.carried_from_id for row in new if row.carried_from_id]
            linked = [
                *self._where(AGENDA_ITEM, AGENDA_ITEM.c.id, from_ids),
                *self._where(AGENDA_ITEM, AGENDA_ITEM.c.carried_from_id, [row.id for row in new]),
            ]
            new = [row for row in linked if row.id not in found]
            found |= {row.id: row for row in new}
        return found

    @cached_property
    def _meetings_by_id(self) -> dict[str, Any]:
        ids = {row.meeting_id for row in self.items.values()}
        return {row.id: row for row in self._where(MEETING, MEETING.c.id, ids)}

    def _meetings(self) -> Iterator[MatterLine]:
        for row in self.items.values():
            day = self._meetings_by_id[row.meeting_id].date
            state = self._meetings_by_id[row.meeting_id].state
            line = MatterLine(day, MatterStep.ITEM, "agenda_item", row.id, row.title, state)
            number = self._other(row.case_number)
            yield line._replace(number=number, closed=row.closed, public=row.public_title)

    @cached_property
    def _minuted(self) -> dict[str, MinutedDecision]:
        """Find what was decided of the matter: by the number of the §, or by its row."""
        return {
            each.id: each
            for each in minuted_decisions(self._reader)
            if self._names(each.case_number) or each.item_id in self.items
        }

    def _minuted_lines(self) -> Iterator[MatterLine]:
        for each in self._minuted.values():
            number = f"§\u00a0{each.number}" if each.number is not None else ""
            line = MatterLine(
                each.day, MatterStep.MINUTED, "decision", each.id, each.heading, each.outcome,
                number,
            )  # fmt: skip
            yield line._replace(closed=each.closed, public=each.public)

    def _follow_ups(self) -> Iterator[MatterLine]:
        for row in follow_up_rows(self._reader):
            item = row.item
            own = self._names(item.case_number) or item.item_id in self.items
            if own or item.decision_id in self._minuted:
                line = MatterLine(
                    item.done_on or item.created_on, MatterStep.FOLLOWED, "follow_up", row.id,
                    row.title, item.state, row.owner,
                )  # fmt: skip
                yield line._replace(closed=row.closed)

    def _papers(self) -> Iterator[MatterLine]:
        papers = TABLES["meeting_paper"]
        for row in self._where(papers, papers.c.item_id, self.items):
            if row.report_id is None:
                day = row.date or row.received or self._meetings_by_id[row.meeting_id].date
                about, note = row.title or row.name, row.author
                line = MatterLine(
                    day, MatterStep.PAPER, "meeting_paper", row.id, about, row.kind, note
                )
                yield line._replace(closed=row.secret or self.items[row.item_id].closed)

    def _reports(self) -> Iterator[MatterLine]:
        papers = TABLES["meeting_paper"]
        tied = self._where(papers, papers.c.item_id, self.items)
        ids = [row.report_id for row in tied if row.report_id]
        rows = {row.id: row for row in self._where(REPORT, REPORT.c.id, ids)}
        rows |= {row.id: row for row in self._numbered(REPORT)}
        for row in rows.values():
            number = self._other(row.case_number)
            yield MatterLine(
                row.date, MatterStep.REPORT, "report", row.id, row.title, row.kind, number=number
            )

    def _grants(self) -> Iterator[MatterLine]:
        grants = {row.id: row for row in self._numbered(GRANT)}
        for row in grants.values():
            number, about = self._other(row.case_number), row.title
            yield MatterLine(
                row.applied_on, MatterStep.APPLIED, "grant", row.id, about, number=number
            )
        for row in self._where(GRANT_DECISION, GRANT_DECISION.c.grant_id, grants):
            about, note = grants[row.grant_id].title, row.decided_by
            yield MatterLine(
                row.date, MatterStep.DECIDED, "grant", row.grant_id, about, row.kind, note
            )
        for row in self._where(ISSUED_PAPER, ISSUED_PAPER.c.grant_id, grants):
            yield MatterLine(row.day, MatterStep.ISSUED, "grant", row.grant_id, row.title)

    def _activities(self) -> Iterator[MatterLine]:
        link = ACTIVITY_LINK.c
        grants = [row.id for row in self._numbered(GRANT)]
        agreements = [row.id for row in self._numbered(AGREEMENT)]
        ties = (
            (link.item_id, self.items),
            (link.decision_id, self._minuted),
            (link.grant_id, grants),
            (link.agreement_id, agreements),
        )
        ids = {
            row.activity_id for column, to in ties for row in self._where(ACTIVITY_LINK, column, to)
        }
        for row in self._where(ACTIVITY, ACTIVITY.c.id, ids):
            day = row.starts or row.ends
            note = "" if day else " ".join(filter(None, (str(row.year), row.period)))
            line = MatterLine(
                day, MatterStep.ACTIVITY, "activity", row.id, row.title, row.state, note
            )
            yield line._replace(closed=row.closed)

    def _consultations(self) -> Iterator[MatterLine]:
        rows = {row.id: row for row in self._numbered(CONSULTATION)}
        for row in rows.values():
            number = self._other(row.case_number)
            line = MatterLine(
                row.received, MatterStep.RECEIVED, "consultation", row.id, row.title, row.state,
                row.sender, number,
            )  # fmt: skip
            yield line
            if row.answered_on:
                yield line._replace(day=row.answered_on, step=MatterStep.ANSWERED, term=None)

    def _agreements(self) -> Iterator[MatterLine]:
        for row in self._numbered(AGREEMENT):
            number = self._other(row.case_number)
            line = MatterLine(
                row.valid_from, MatterStep.AGREED, "agreement", row.id, row.title, row.kind,
                number=number,
            )  # fmt: skip
            yield line
            if row.valid_to:
                yield line._replace(day=row.valid_to, step=MatterStep.ENDED, term=None)

    def _dispatches(self) -> Iterator[MatterLine]:
        """Yield what was issued and sent of the meetings; each leads to its meeting."""
        sent, issued = TABLES["dispatch"], ISSUED_PAPER
        for row in self._where(issued, issued.c.meeting_id, self._meetings_by_id):
            where = (row.day, MatterStep.ISSUED, "meeting", row.meeting_id)
            yield MatterLine(*where, row.title, row.state)
        for row in self._where(sent, sent.c.meeting_id, self._meetings_by_id):
            where = (row.day, MatterStep.SENT, "meeting", row.meeting_id)
            yield MatterLine(*where, row.subject, row.kind)

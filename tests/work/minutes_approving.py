"""Approving in a test as the window does it: prepared, rendered and kept."""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import ClassVar

from hubra_desktop.store.rows import Rows
from hubra_desktop.work.approving import PreparedMinutes, prepare_minutes, rendered_minutes
from hubra_desktop.work.commands.approval import ApproveMinutes
from hubra_desktop.work.commands.base import Step
from hubra_desktop.work.commands.sections import NumberSections
from tests.work.office import Office

DONE_ON = dt.date(2019, 5, 27)
AT = dt.datetime(2019, 5, 27, 9, 12, 5)


def prepared(office: Office, *section_ids: str, day: dt.date = DONE_ON) -> PreparedMinutes:
    with office.workspace.read() as reader:
        return prepare_minutes(reader, office.meeting, section_ids=section_ids, day=day)


def approve(office: Office, *section_ids: str, day: dt.date = DONE_ON) -> str:
    """Number the §§ of the office's meeting and approve its minutes; return the paper's id."""
    if any(each.number is None for each in office.everything().sections):
        office.run(NumberSections(office.meeting))
    ready = rendered_minutes(prepared(office, *section_ids, day=day))
    return office.made(ApproveMinutes(ready, "Åsa Ek", AT))


@dataclass(frozen=True)
class ApproveUnrendered(Step):
    """Approve minutes whose pages nobody looks at: as quick as a test of any order wants it."""

    meeting_id: str
    section_ids: Collection[str]
    day: dt.date
    label: ClassVar[str] = ApproveMinutes.label
    barrier: bool = True

    def apply(self, rows: Rows) -> str:
        read = prepare_minutes(
            rows.connection, self.meeting_id, section_ids=tuple(self.section_ids), day=self.day
        )
        pdf = f"%PDF-1.7 {read.paper.name} {read.version}".encode()
        return ApproveMinutes(replace(read, pdf=pdf, pages=1), "Åsa Ek", AT).apply(rows)

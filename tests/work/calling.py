"""Issuing in a test as the window does it: prepared, rendered and kept."""

import datetime as dt
from dataclasses import dataclass, replace
from typing import Any, ClassVar

from hubra_desktop.model.dispatch.dispatch_terms import Audience, DispatchKind
from hubra_desktop.store.rows import Rows
from hubra_desktop.work.calling.calls import PreparedCall, prepare_call, rendered_call
from hubra_desktop.work.commands.base import Step
from hubra_desktop.work.commands.calls import IssueCall
from tests.work.office import Office

CALLED_ON = dt.date(2019, 4, 26)
AT = dt.datetime(2019, 4, 26, 14, 32, 10)


def prepared(
    office: Office, kind: DispatchKind = DispatchKind.CALL, **options: Any
) -> PreparedCall:
    given = {"day": CALLED_ON, **options}
    with office.workspace.read() as reader:
        return prepare_call(reader, office.meeting, kind=kind, **given)


def issue(office: Office, kind: DispatchKind = DispatchKind.CALL, **options: Any) -> str:
    """Issue a paper of the office's meeting; return its id."""
    ready = rendered_call(prepared(office, kind, **options))
    return office.made(IssueCall((ready,), "Åsa Ek", AT))


@dataclass(frozen=True)
class IssueUnrendered(Step):
    """Issue a paper whose pages nobody looks at: as quick as a test of any order wants it."""

    meeting_id: str
    kind: DispatchKind
    audience: Audience
    day: dt.date
    label: ClassVar[str] = IssueCall.label
    barrier: bool = True

    def apply(self, rows: Rows) -> str | None:
        read = prepare_call(
            rows.connection, self.meeting_id, kind=self.kind, audience=self.audience, day=self.day
        )
        pdf = f"%PDF-1.7 {self.kind} {read.version}".encode()
        return IssueCall((replace(read, pdf=pdf, pages=1),), "Åsa Ek", AT).apply(rows)

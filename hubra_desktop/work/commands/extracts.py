"""Extracts as they go out: kept to the byte, and who got them noted where they are told."""

import datetime as dt
from dataclasses import dataclass, replace
from typing import Any, ClassVar

from hubra_desktop.model.dispatch.dispatch_terms import DispatchKind
from hubra_desktop.model.errors import refusal
from hubra_desktop.model.paper_style import PaperStyle
from hubra_desktop.model.records.dispatch import Dispatch, DispatchRecipient
from hubra_desktop.model.records.minutes import DecisionNotice
from hubra_desktop.store.rows import Rows
from hubra_desktop.work.commands.base import Step, found
from hubra_desktop.work.commands.dispatches import SendDispatch
from hubra_desktop.work.extract_mail import extract_letter
from hubra_desktop.work.extract_papers import EXTRACT, section_by_id
from hubra_desktop.work.extracts import PreparedExtract, prepare_extract
from hubra_desktop.work.issued_papers import kept, next_version
from hubra_desktop.work.papers import Collected


@dataclass(frozen=True)
class IssueExtract(Step):
    """Keep the extract that somebody is told by, and note that it went to them on the day.

    It is ``prepared`` and rendered before. Raises InputError when the § has changed since,
    or is not approved. What has gone out is not undone; a new one is a version of its own.
    """

    prepared: PreparedExtract
    by: str
    at: dt.datetime
    label: ClassVar[str] = "issue-extract"
    barrier: bool = True

    def apply(self, rows: Rows) -> str:
        prepared = self.prepared
        notice = found(rows, DecisionNotice, prepared.notice_id)
        if not notice.name.strip():
            raise refusal("Skriv vem som ska få beslutet.", field="name")
        _check_same(rows, prepared)
        issued_id = self._keep(rows)
        letter = extract_letter(rows.connection, prepared.paper, prepared.section_id)
        recipient = DispatchRecipient(
            person_id=notice.person_id, body_id=notice.body_id, name=notice.name,
            address=notice.address, way=notice.way, sent=self.at.date(),
        )  # fmt: skip
        SendDispatch(
            Dispatch(
                meeting_id=letter.meeting_id, issued_id=issued_id, kind=DispatchKind.EXTRACT,
                version=_version(rows, prepared) - 1, day=self.at.date(),
                time=self.at.hour * 60 + self.at.minute, sent_by=self.by,
                subject=letter.subject, text=letter.text, recipients=(recipient,),
            )
        ).apply(rows)  # fmt: skip
        rows.change(DecisionNotice, notice.id, {"issued_id": issued_id, "sent": self.at.date()})
        return issued_id

    def _keep(self, rows: Rows) -> str:
        prepared, content = self.prepared, self.prepared.paper.content
        section = section_by_id(rows.connection, prepared.section_id)
        row = kept(
            prepared.paper,
            title=prepared.title,
            year=content.meeting_day.year,
            day=self.at.date(),
            version=_version(rows, prepared),
            meeting_id=section.meeting_id,
            section_id=section.id,
            sha256=rows.keep(prepared.pdf),
            size=len(prepared.pdf),
            pages=prepared.pages,
            issued_at=self.at.isoformat(timespec="seconds"),
            issued_by=self.by,
        )
        return rows.add(row)


def _version(rows: Rows, prepared: PreparedExtract) -> int:
    """Return which extract of the § to the same recipient the next one is."""
    about = {"section_id": prepared.section_id, "title": prepared.title}
    return next_version(rows.connection, EXTRACT, **about)


def _check_same(rows: Rows, prepared: PreparedExtract) -> None:
    """Refuse what was not rendered, or is not what the register says now."""
    if not prepared.pdf:
        raise refusal("Handlingen är inte färdig än. Gör den först.")
    now = prepare_extract(rows.connection, prepared.notice_id)
    was = prepared.paper
    if now.paper.content != was.content or _look(now.paper) != _look(was):
        raise refusal(
            "Något har ändrats sedan handlingen gjordes. Titta på den igen och utfärda den sedan."
        )


def _look(paper: Collected) -> Any:  # noqa: ANN401
    style = paper.style
    return replace(style, changed=None) if isinstance(style, PaperStyle) else style

"""What follows an approval on paper: the announcement, and the check of signatures."""

import datetime as dt
from typing import TYPE_CHECKING

from hubra_desktop.model.errors import refusal

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection

    from hubra_desktop.documents.anslag import Announcement
    from hubra_desktop.documents.kit.render import Manuscript
    from hubra_desktop.documents.protokoll import MinutesContent
    from hubra_desktop.documents.underskrifter import SignatureRecord
    from hubra_desktop.model.minutes.minutes_view import MinutesView
    from hubra_desktop.model.records.meeting import HouseStyle
    from hubra_desktop.model.records.minutes import Approval
    from hubra_desktop.work.papers import PaperForm


AT_ONCE_PAPER = "omedelbar"
"""§§ that were approved at once, among the papers."""


def collect_at_once(
    reader: "Connection", meeting_id: str, *, audience: object = None
) -> "MinutesContent":
    """Refuse: §§ that were approved at once are given back as they were issued."""
    del reader, meeting_id, audience
    raise refusal("Inga paragrafer är justerade omedelbart vid sammanträdet.")


def at_once_title(content: "MinutesContent") -> str:
    """Return what the file is called: ``Omedelbar justering 2019-05-15 §§ 14–15 version 2``."""
    version = f"version {content.version}" if content.version > 1 else ""
    day = content.view.meeting.date.isoformat()
    inner = "intern" if content.secret else ""
    said = ("Omedelbar justering", day, content.view.numbers, version, inner)
    return " ".join(filter(None, said))


def collect_announcement(
    reader: "Connection", meeting_id: str, approval_id: str | None = None
) -> "Announcement":
    """Read what is announced of an approval that was done, the latest where none is named."""
    from hubra_desktop.documents.anslag import Announcement
    from hubra_desktop.documents.official import Sender
    from hubra_desktop.model.minutes.minutes_terms import ApprovalKind
    from hubra_desktop.work.at_once import approved_at_once, numbers_approved
    from hubra_desktop.work.queries.minutes import minutes_of

    view = minutes_of(reader, meeting_id)
    approval = _announced(view, approval_id)
    immediate = approval.kind is ApprovalKind.IMMEDIATE
    papers = approved_at_once(reader, meeting_id)
    return Announcement(
        sender=Sender(
            kind="Anslag", administration=view.meeting.body,
            date=approval.posted_on or approval.done,
        ),
        body=view.meeting.body,
        meeting_day=view.meeting.date,
        approval=approval,
        kind=view.kind,
        sections=numbers_approved(papers, view, approval) if immediate else view.numbers,
        immediate=immediate,
        kept_at=view.minutes.kept_at if view.minutes else "",
        appeal_until=approval.posted_until if view.rules.local_government_act else None,
    )  # fmt: skip


def _announced(view: "MinutesView", approval_id: str | None) -> "Approval":
    from hubra_desktop.model.minutes.kept_as import refusal_of

    done = [each for each in (view.minutes.approvals if view.minutes else ()) if each.done]
    named = [each for each in done if approval_id in (None, each.id)]
    if not named:
        raise refusal_of(view.kind, "Protokollet är inte justerat, så det finns inget att anslå.")
    return max(reversed(named), key=lambda each: each.done or dt.date.min)


def compose_announcement(
    announcement: "Announcement", style: "HouseStyle", form: "PaperForm"
) -> "Manuscript":
    """Set out the announcement."""
    from hubra_desktop.documents.anslag import anslag_manuscript

    return anslag_manuscript(announcement, style, text_size=form.text_size)


def announcement_title(announcement: "Announcement") -> str:
    """Return what the file of the announcement is called."""
    return f"Anslag {announcement.meeting_day.isoformat()}"


def collect_signatures(
    reader: "Connection", meeting_id: str, signed_id: str | None = None
) -> "SignatureRecord":
    """Read the signatures of a signed paper of a meeting anew, the latest where none is named."""
    from hubra_desktop.work.queries.signed import signed_papers_of
    from hubra_desktop.work.signing import record_of_signed

    found = [
        each for each in signed_papers_of(reader, meeting_id)
        if each.is_signed and signed_id in (None, each.id)
    ]  # fmt: skip
    if not found:
        raise refusal("Ingen undertecknad handling är intagen för sammanträdet.")
    return record_of_signed(reader, found[0].id)


def compose_signatures(
    record: "SignatureRecord", style: "HouseStyle", form: "PaperForm"
) -> "Manuscript":
    """Set out the record of a check."""
    from hubra_desktop.documents.underskrifter import underskrifter_manuscript

    return underskrifter_manuscript(record, style, text_size=form.text_size)


def signatures_title(record: "SignatureRecord") -> str:
    """Return what the file of the record is called."""
    return f"Kontroll av underskrifter {record.title}"

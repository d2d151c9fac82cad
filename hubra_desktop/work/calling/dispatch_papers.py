"""The papers of a dispatch: labels for the post, and the card for whoever prints and packs.

They are about what was sent last of the meeting's kallelse; before anything was, about those
to whom it would go.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from hubra_desktop.model.dispatch.dispatch_terms import DispatchKind
from hubra_desktop.model.dispatch.label_sheets import USUAL_SHEET, label_sheet
from hubra_desktop.model.errors import refusal
from hubra_desktop.model.terms import DeliveryWay

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection

    from hubra_desktop.documents.etiketter import AddressLabel, LabelPaper
    from hubra_desktop.documents.jobbkort import JobCard, JobPaper
    from hubra_desktop.documents.kit.render import Manuscript
    from hubra_desktop.model.records.dispatch import DispatchRecipient
    from hubra_desktop.model.records.meeting import HouseStyle, Meeting, MeetingPaper
    from hubra_desktop.work.papers import PaperForm


def collect_labels(
    reader: "Connection", meeting_id: str, *, sheet: str = USUAL_SHEET, first: int = 1
) -> "LabelPaper":
    """Read whom labels are for: those by post with an address that may be told.

    Raises InputError where there is nobody, and for a label that is not on the sheet.
    """
    from hubra_desktop.documents.etiketter import LabelPaper
    from hubra_desktop.work.queries.register import today
    from hubra_desktop.work.queries.sheets import meeting_sheet

    chosen = label_sheet(sheet, first)
    meeting = meeting_sheet(reader, meeting_id)
    by_post = [
        each
        for each in dispatch_recipients(reader, meeting_id)
        if each.way is DeliveryWay.POST and each.address.strip()
    ]
    if not by_post:
        raise refusal(
            "Ingen mottagare har post som sätt och en postadress. Ändra det på Personer först."
        )
    return LabelPaper(
        labels=tuple(_labels(by_post)),
        sheet=chosen,
        first=first,
        about=f"Kallelse {meeting.date.isoformat()}",
        body=meeting.body,
        day=today(reader),
    )


def compose_labels(paper: "LabelPaper", style: "HouseStyle", form: "PaperForm") -> "Manuscript":
    """Set out the labels; a sheet has one size of print."""
    from hubra_desktop.documents.etiketter import etiketter_manuscript

    del form
    return etiketter_manuscript(paper, style)


def labels_title(paper: "LabelPaper") -> str:
    """Return what the file of the labels is called."""
    return f"Etiketter {paper.about}"


def collect_job_card(reader: "Connection", meeting_id: str, *, duplex: bool = True) -> "JobCard":
    """Read what is to be printed and packed; raises InputError where it goes to nobody."""
    from hubra_desktop.documents.jobbkort import JobCard
    from hubra_desktop.documents.official import Sender
    from hubra_desktop.model.swedish import long_date, time_range
    from hubra_desktop.work.queries.protection import protected_people
    from hubra_desktop.work.queries.register import house_style, today
    from hubra_desktop.work.queries.sheets import meeting_sheet

    meeting = meeting_sheet(reader, meeting_id)
    recipients = dispatch_recipients(reader, meeting_id)
    if not recipients:
        raise refusal("Kallelsen har inga mottagare. Lägg upp dem på Personer först.")
    day = today(reader)
    hidden = protected_people(reader)
    separator = house_style(reader).time_separator
    starts = ""
    if meeting.start is not None:
        starts = f", kl. {time_range(meeting.start, meeting.end, separator)}"
    return JobCard(
        sender=Sender(kind="Jobbkort", administration=meeting.body, date=day),
        title=f"Kallelse till sammanträdet {meeting.date.isoformat()}",
        when=f"{long_date(meeting.date)}{starts}",
        place=" ".join(meeting.place.split()),
        papers=(_kallelse(reader, meeting), *_enclosed(meeting, left_out=False)),
        left_out=tuple(_enclosed(meeting, left_out=True)),
        recipients=recipients,
        protected=tuple(
            each.name
            for each in recipients
            if each.person_id in hidden and each.way is DeliveryWay.POST
        ),
        duplex=duplex,
        day=day,
    )


def compose_job_card(card: "JobCard", style: "HouseStyle", form: "PaperForm") -> "Manuscript":
    """Set out the card."""
    from hubra_desktop.documents.jobbkort import jobbkort_manuscript

    return jobbkort_manuscript(card, style, text_size=form.text_size)


def job_card_title(card: "JobCard") -> str:
    """Return what the file of the card is called."""
    return f"Jobbkort {card.title.rpartition(' ')[2]}"


def dispatch_recipients(reader: "Connection", meeting_id: str) -> "tuple[DispatchRecipient, ...]":
    """Return who was sent the kallelse or its latest change, else who is proposed and ticked."""
    from hubra_desktop.work.calling.recipients import proposed_recipients
    from hubra_desktop.work.queries.dispatches import dispatches_of
    from hubra_desktop.work.queries.protection import guard

    calling = (DispatchKind.CALL, DispatchKind.CHANGES, DispatchKind.ADDITION)
    sent = (each for each in dispatches_of(reader, meeting_id) if each.kind in calling)
    latest = next(sent, None)
    if latest is not None:
        return guard(reader).value(latest.recipients)
    return tuple(each.recipient for each in proposed_recipients(reader, meeting_id) if each.ticked)


def _labels(recipients: "list[DispatchRecipient]") -> "Iterator[AddressLabel]":
    from hubra_desktop.documents.etiketter import AddressLabel

    for each in recipients:
        lines = tuple(" ".join(line.split()) for line in each.address.splitlines() if line.strip())
        yield AddressLabel(each.name, lines)


def _kallelse(reader: "Connection", meeting: "Meeting") -> "JobPaper":
    from hubra_desktop.documents.jobbkort import JobPaper
    from hubra_desktop.work.calling.calls import current_call

    call = current_call(reader, meeting.id)
    if call is None:
        return JobPaper("Kallelse", note="Inte utfärdad än")
    return JobPaper(call.title, call.pages)


def _enclosed(meeting: "Meeting", *, left_out: bool) -> "Iterator[JobPaper]":
    """Yield the papers to the meeting that have come, those left out or the others."""
    from hubra_desktop.documents.jobbkort import JobPaper
    from hubra_desktop.model.swedish import capitalised
    from hubra_desktop.model.words import swedish_word

    for each in meeting.papers:
        if each.left_out is not left_out or (each.received is None and not left_out):
            continue
        title = each.title or each.name or capitalised(swedish_word(each.kind))
        yield JobPaper(title, note=each.left_out_reason if left_out else _minded(each))


def _minded(paper: "MeetingPaper") -> str:
    return "Sekretess: bara till dem som är kallade" if paper.secret else ""

"""The list of what is reported to a meeting: read from the register, and set."""

from typing import TYPE_CHECKING

from hubra_desktop.model.errors import refusal

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection

    from hubra_desktop.documents.anmalningar import ReportedPaper
    from hubra_desktop.documents.kit.render import Manuscript
    from hubra_desktop.model.records.meeting import HouseStyle
    from hubra_desktop.work.papers import PaperForm


def collect_reported(reader: "Connection", meeting_id: str) -> "ReportedPaper":
    """Read what is reported to a meeting; raises InputError where nothing is."""
    from hubra_desktop.documents.anmalningar import ReportedPaper
    from hubra_desktop.documents.official import Sender
    from hubra_desktop.work.queries.register import today
    from hubra_desktop.work.queries.reported import reported_to
    from hubra_desktop.work.queries.sheets import meeting_sheet

    meeting = meeting_sheet(reader, meeting_id)
    matters = reported_to(reader, meeting_id)
    if not matters:
        raise refusal("Det finns inga anmälningar till sammanträdet.")
    day = min(today(reader), meeting.date)
    return ReportedPaper(
        sender=Sender(kind="Anmälningar", administration=meeting.body, date=day),
        meeting_day=meeting.date,
        matters=matters,
        body=meeting.body,
    )


def compose_reported(
    paper: "ReportedPaper", style: "HouseStyle", form: "PaperForm"
) -> "Manuscript":
    """Set out the list."""
    from hubra_desktop.documents.anmalningar import anmalningar_manuscript

    return anmalningar_manuscript(paper, style, text_size=form.text_size)


def reported_title(paper: "ReportedPaper") -> str:
    """Return what the file of the list is called."""
    return f"Anmälningar {paper.meeting_day.isoformat()}"

"""The list of what is followed up: read from the register, and set."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection

    from hubra_desktop.documents.kit.render import Manuscript
    from hubra_desktop.documents.uppfoljning import FollowUpPaper
    from hubra_desktop.model.records.meeting import HouseStyle
    from hubra_desktop.work.papers import PaperForm


def collect_follow_ups(reader: "Connection", year: int | None = None) -> "FollowUpPaper":
    """Read what is open, and with a year also what was decided or done in it."""
    from hubra_desktop.documents.official import Sender
    from hubra_desktop.documents.uppfoljning import FollowedUp, FollowUpPaper
    from hubra_desktop.work.queries.follow_ups import follow_ups_of_year, open_follow_ups
    from hubra_desktop.work.queries.register import register_info, today

    body, day = register_info(reader).body, today(reader)
    found = open_follow_ups(reader) if year is None else follow_ups_of_year(reader, year)
    rows = (
        FollowedUp(row.item, row.owner, row.number, row.decided_day, row.closed) for row in found
    )
    sender = Sender(kind="Uppföljning", administration=body, date=day)
    return FollowUpPaper(sender=sender, rows=tuple(rows), day=day, year=year, body=body)


def compose_follow_ups(
    paper: "FollowUpPaper", style: "HouseStyle", form: "PaperForm"
) -> "Manuscript":
    """Set out the list."""
    from hubra_desktop.documents.uppfoljning import uppfoljning_manuscript

    return uppfoljning_manuscript(paper, style, text_size=form.text_size)


def follow_ups_title(paper: "FollowUpPaper") -> str:
    """Return what the file of the list is called."""
    return f"Uppföljning {paper.year or paper.day.isoformat()}"

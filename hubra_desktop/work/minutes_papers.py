"""The papers of a held meeting's minutes: what they say, read from the register.

Read by the table of papers (``papers``), so nothing heavy is imported here before a paper is
made.
"""

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from hubra_desktop.model.dispatch.dispatch_terms import Audience
from hubra_desktop.model.errors import refusal
from hubra_desktop.model.terms import APPROVED_STATES

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection

    from hubra_desktop.documents.kit.render import Manuscript
    from hubra_desktop.documents.protokoll import MinutesContent
    from hubra_desktop.model.minutes.minutes_view import MinutesView
    from hubra_desktop.model.records.meeting import HouseStyle
    from hubra_desktop.work.papers import PaperForm

PROTOKOLL, NOTES = "protokoll", "minnesanteckningar"
WHOLE_MINUTES: Final = frozenset({PROTOKOLL, NOTES})
"""What the minutes of a meeting are issued as: versions of one another, whatever their kind."""


def minutes_content(
    reader: "Connection", meeting_id: str, audience: Audience | None = None
) -> "MinutesContent":
    """Read what the minutes of a meeting say, to all of those who were there or to everybody.

    Raises InputError before they are begun.
    """
    from hubra_desktop.work.queries.minutes import minutes_of

    content = minutes_as_written(minutes_of(reader, meeting_id))
    return content.for_everybody() if audience is Audience.PUBLIC else content


def minutes_as_written(view: "MinutesView") -> "MinutesContent":
    """Return what the paper of some minutes says: a draft of the next version till approved."""
    from hubra_desktop.documents.protokoll import MinutesContent
    from hubra_desktop.model.minutes.approving import being_written, wholes_done
    from hubra_desktop.model.minutes.kept_as import refusal_of
    from hubra_desktop.model.minutes.minutes_view import printed_view

    if view.minutes is None:
        raise refusal_of(view.kind, "Protokollet är inte påbörjat. Gör det i delen Protokoll.")
    done = len(wholes_done(view.minutes))
    if view.meeting.state in APPROVED_STATES:
        return MinutesContent(printed_view(view), max(done, 1), draft=False)
    written = replace(view, minutes=being_written(view.minutes))
    return MinutesContent(printed_view(written), done + 1)


def collect_protokoll(
    reader: "Connection", meeting_id: str, *, audience: Audience | None = None
) -> "MinutesContent":
    """Read minutes; raises InputError where the body keeps notes of the meeting."""
    content = minutes_content(reader, meeting_id, audience)
    if content.view.kind == "notes":
        raise refusal("Det förs minnesanteckningar från sammanträdet, inte protokoll.")
    return content


def collect_notes(
    reader: "Connection", meeting_id: str, *, audience: Audience | None = None
) -> "MinutesContent":
    """Read notes; raises InputError where the body keeps minutes of the meeting."""
    content = minutes_content(reader, meeting_id, audience)
    if content.view.kind == "protocol":
        raise refusal("Det förs protokoll från sammanträdet, inte minnesanteckningar.")
    return content


def compose_minutes(
    content: "MinutesContent", style: "HouseStyle", form: "PaperForm"
) -> "Manuscript":
    """Set out minutes or notes."""
    from hubra_desktop.documents.protokoll import minutes_manuscript

    return minutes_manuscript(content, style, text_size=form.text_size)


def compose_at_once(
    content: "MinutesContent", style: "HouseStyle", form: "PaperForm"
) -> "Manuscript":
    """Set out the §§ that were approved at once."""
    from hubra_desktop.documents.protokoll import minutes_manuscript

    return minutes_manuscript(content, style, text_size=form.text_size, at_once=True)


def minutes_title(content: "MinutesContent") -> str:
    """Name the paper's file: ``Protokoll 2019-05-15 version 2``."""
    from hubra_desktop.model.minutes.kept_as import minutes_name

    version = f" version {content.version}" if content.version > 1 else ""
    day = content.view.meeting.date.isoformat()
    inner = " intern" if content.secret else ""
    return f"{minutes_name(content.view.kind)} {day}{version}{inner}"

"""Extracts of minutes and the list of who is told: read from the register, and set."""

from typing import TYPE_CHECKING, Final

from hubra_desktop.model.errors import refusal

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection

    from hubra_desktop.documents.delgivning import NoticesPaper
    from hubra_desktop.documents.kit.render import Manuscript
    from hubra_desktop.documents.utdrag import ExtractPaper
    from hubra_desktop.model.minutes.minutes_view import SectionView
    from hubra_desktop.model.records.meeting import HouseStyle
    from hubra_desktop.model.records.minutes import DecisionNotice, Section
    from hubra_desktop.work.papers import PaperForm

EXTRACT: Final = "utdrag"


def collect_extract(
    reader: "Connection", section_id: str, *, notice_id: str = "", nameless: bool = False
) -> "ExtractPaper":
    """Read what a § says, to one who is told of it or to nobody in particular.

    Raises InputError when it is gone.
    """
    from hubra_desktop.documents.official import Sender
    from hubra_desktop.documents.utdrag import ExtractPaper
    from hubra_desktop.model.minutes.extract_view import extract_view, nameless_view
    from hubra_desktop.model.minutes.kept_as import extract_name
    from hubra_desktop.model.minutes.told_of import approval_of
    from hubra_desktop.model.swedish import date_in_text
    from hubra_desktop.work.queries.minutes import minutes_of
    from hubra_desktop.work.queries.register import register_info, today

    section = section_by_id(reader, section_id)
    view = minutes_of(reader, section.meeting_id)
    shown = view.section_view(section.id)
    assert shown is not None
    notice = _notice(section, notice_id)
    nameless = nameless or (notice is not None and notice.anonymous)
    day = today(reader)
    approval = approval_of(view.meeting.state, view.minutes, section)
    told = nameless_view(view, shown, organisations(reader)) if nameless else view
    alone = told.section_view(section.id)
    assert alone is not None
    return ExtractPaper(
        sender=Sender(
            kind=extract_name(view.kind),
            administration=view.meeting.body,
            date=day,
            case_number=section.case_number,
            addressee=_addressee(notice),
        ),
        view=extract_view(told, alone),
        section_id=section.id,
        sign=shown.sign or _row_sign(shown),
        appeal=section.appeal,
        approved=approval.done if approval else None,
        posted=approval.posted_on if approval else None,
        certifier="" if nameless else view.secretary,
        dateline=f"{register_info(reader).municipality} {date_in_text(day)}".strip(),
        nameless=nameless,
        draft=approval is None,
    )


def compose_extract(paper: "ExtractPaper", style: "HouseStyle", form: "PaperForm") -> "Manuscript":
    """Set out an extract."""
    from hubra_desktop.documents.utdrag import utdrag_manuscript

    return utdrag_manuscript(paper, style, text_size=form.text_size)


def extract_title(paper: "ExtractPaper") -> str:
    """Return what the file of an extract is called."""
    to = paper.sender.addressee.splitlines()[0] if paper.sender.addressee else ""
    sign = paper.sign.replace("\u00a0", " ")
    of = " ".join(filter(None, ("Utdrag", paper.meeting_day.isoformat(), sign)))
    return f"{of} till {to}" if to else of


def section_by_id(reader: "Connection", section_id: str) -> "Section":
    """Return a §; raises InputError when it is gone."""
    from hubra_desktop.model.records.minutes import Section
    from hubra_desktop.store.reading import records
    from hubra_desktop.store.tables import TABLES

    found = records(reader, Section, TABLES["section"].c.id == section_id)
    if not found:
        raise refusal("Paragrafen finns inte längre.")
    return found[0]


def _notice(section: "Section", notice_id: str) -> "DecisionNotice | None":
    known = (each for decision in section.decisions for each in decision.notices)
    return next((each for each in known if each.id == notice_id), None)


def _addressee(notice: "DecisionNotice | None") -> str:
    """Return whom an extract is to, with a postal address where one is written."""
    if notice is None:
        return ""
    address = "" if "@" in notice.address else notice.address.strip()
    return "\n".join(filter(None, (notice.name.strip(), address)))


def _row_sign(shown: "SectionView") -> str:
    return f"Punkt {shown.row_number}" if shown.row_number else ""


def organisations(reader: "Connection") -> tuple[str, ...]:
    """Return what the register's organisations are called, but for what somebody is called too."""
    from hubra_desktop.model.records.council import Body
    from hubra_desktop.model.swedish import folded
    from hubra_desktop.store.reading import records
    from hubra_desktop.work.queries.people import persons

    people = {folded(each.name) for each in persons(reader)}
    called = (name for each in records(reader, Body) for name in (each.name, each.short_name))
    return tuple(name for name in called if name.strip() and folded(name) not in people)


def collect_notices(reader: "Connection", meeting_id: str) -> "NoticesPaper":
    """Read who is told of the decisions of a meeting; raises InputError where nobody is."""
    from hubra_desktop.documents.delgivning import NoticeEntry, NoticesPaper
    from hubra_desktop.documents.official import Sender
    from hubra_desktop.work.queries.after_meeting import after_meeting
    from hubra_desktop.work.queries.register import today
    from hubra_desktop.work.queries.sheets import meeting_sheet

    meeting, day = meeting_sheet(reader, meeting_id), today(reader)
    after = after_meeting(reader, meeting_id, day)
    if not after.notices:
        raise refusal("Ingen mottagare av besluten är angiven.")
    return NoticesPaper(
        sender=Sender(kind="Delgivning", administration=meeting.body, date=day),
        meeting_day=meeting.date,
        body=meeting.body,
        entries=tuple(
            NoticeEntry(
                sign=each.place.sign,
                heading=each.place.section.heading,
                name=each.notice.name,
                way=each.notice.way,
                anonymous=each.notice.anonymous,
                due=each.notice.due,
                sent=each.notice.sent,
                acknowledged=each.notice.acknowledged,
            )
            for each in after.notices
        ),
    )


def compose_notices(paper: "NoticesPaper", style: "HouseStyle", form: "PaperForm") -> "Manuscript":
    """Set out the list of who is told."""
    from hubra_desktop.documents.delgivning import delgivning_manuscript

    return delgivning_manuscript(paper, style, text_size=form.text_size)


def notices_title(paper: "NoticesPaper") -> str:
    """Return what the file of the list is called."""
    return f"Delgivning {paper.meeting_day.isoformat()}"

"""Minutes of an invented meeting, as the register's queries give them."""

import datetime as dt
from dataclasses import replace
from typing import Any

from hubra_desktop.documents.anslag import Announcement
from hubra_desktop.documents.official import Sender
from hubra_desktop.documents.protokoll import MinutesContent
from hubra_desktop.documents.underskrifter import SignatureRecord
from hubra_desktop.model.attendance.attendance_terms import AttendanceRole
from hubra_desktop.model.attendance.handled_order import handled_order
from hubra_desktop.model.attendance.presence import present_at, voters_at
from hubra_desktop.model.minutes.minutes_terms import ApprovalKind, DissentKind, MinutesKind
from hubra_desktop.model.minutes.minutes_view import MinutesView, SectionView
from hubra_desktop.model.minutes.signatures import SignatureRead
from hubra_desktop.model.numbering import printed_numbers
from hubra_desktop.model.records.attendance import AgendaRun, Attendance
from hubra_desktop.model.records.meeting import Meeting
from hubra_desktop.model.records.minutes import Approval, Minutes, Section, SectionDissent
from hubra_desktop.model.records.rulebook import BodyRules
from tests.work.held_office import held_records
from tests.work.office import Office

_OFFICE: Any = Office(None, "body", "", "hm0", "", "hmd0", "", "")  # type: ignore[arg-type]


def held_view(kind: MinutesKind = MinutesKind.PROTOCOL, first: int | None = 14) -> MinutesView:
    """Return the held meeting of the tests' registers, its §§ numbered from ``first``."""
    records = held_records(_OFFICE)
    meeting = next(each for each in records if isinstance(each, Meeting))
    minutes = next(each for each in records if isinstance(each, Minutes))
    listed = tuple(each for each in records if isinstance(each, Attendance))
    runs = [each for each in records if isinstance(each, AgendaRun)]
    order = handled_order(meeting.items, runs)
    numbers = printed_numbers(meeting.items)
    sections = [each for each in records if isinstance(each, Section)]
    return MinutesView(
        meeting=meeting,
        rules=BodyRules(id="rules", body_id="body", announced=True),
        minutes=replace(minutes, kind=kind, place="Stadshuset", kept_at="Kommunarkivet"),
        kind=kind,
        sections=tuple(
            _view(each, first, place, meeting, listed, order, runs, numbers)
            for place, each in enumerate(sections)
        ),
        attendances=listed, order=order, row_numbers=numbers, chair="Åsa Ek",
        secretary="Rut Sand", pauses=((988, 1000),),
    )  # fmt: skip


def _view(
    section: Section, first: int | None, place: int, meeting: Meeting,
    listed: tuple[Attendance, ...], order: tuple[str, ...], runs: list[AgendaRun],
    numbers: dict[str, str],
) -> SectionView:  # fmt: skip
    item = next(each for each in meeting.items if each.id == section.item_id)
    run = next(each for each in runs if each.item_id == item.id)
    out = {each.attendance_id for each in section.disqualifications if each.attendance_id}
    return SectionView(
        section=replace(section, number=None if first is None else first + place), item=item,
        row_number=numbers[item.id], started=run.started, ended=run.ended,
        inside=present_at(listed, item.id, order), voters=voters_at(listed, item.id, order, out),
    )  # fmt: skip


def with_section(view: MinutesView, place: int, **values: Any) -> MinutesView:
    """Return minutes with other values of one §."""
    sections = list(view.sections)
    sections[place] = replace(sections[place], section=replace(sections[place].section, **values))
    return replace(view, sections=tuple(sections))


def minutes_paper(kind: MinutesKind = MinutesKind.PROTOCOL) -> MinutesContent:
    """Return approved minutes with something of everything."""
    view = held_view(kind, 14 if kind is MinutesKind.PROTOCOL else None)
    said = SectionDissent(
        id="note", kind=DissentKind.STATEMENT, attendance_id="ha5", name="Finn Dahl",
        text="Först.\n\nSedan.",
    )  # fmt: skip
    grant = view.sections[3].section
    view = with_section(
        view, 3, dissents=(*grant.dissents, said), procedure="Förslagen ställs mot varandra.",
        case_number="KS-2019/451.181", debate="Rådet *diskuterar* beloppet.",
    )  # fmt: skip
    assert view.minutes is not None
    clerk = Attendance(
        id="clerk", meeting_id="held", name="Rut Sand", title="utredare",
        role=AttendanceRole.SECRETARY, status=view.attendances[0].status,
    )  # fmt: skip
    return MinutesContent(replace(view, attendances=(*view.attendances, clerk)), draft=False)


DAY = dt.date(2019, 5, 27)


def announcement(*, immediate: bool = False) -> Announcement:
    """Return an announcement that is still up, or of §§ approved at once that was taken down."""
    kind = ApprovalKind.IMMEDIATE if immediate else ApprovalKind.ORDINARY
    down = dt.date(2019, 6, 18) if immediate else None
    approval = Approval(
        id="done", kind=kind, done=DAY, posted_on=DAY, posted_until=dt.date(2019, 6, 17),
        taken_down_on=down, proof="På kommunens anslagstavla" if immediate else "",
    )  # fmt: skip
    return Announcement(
        sender=Sender(kind="Anslag", administration="Rådet", date=DAY),
        body="Rådet",
        meeting_day=dt.date(2019, 5, 15),
        approval=approval,
        sections="§§ 14–15" if immediate else "§§ 14–20",
        immediate=immediate,
        kept_at="Kommunhuset",
        appeal_until=approval.posted_until,
    )


def signature_record() -> SignatureRecord:
    """Return the record of two signatures, one of them with all that is worth knowing."""
    then = dt.datetime(2019, 5, 27, 9, 30, tzinfo=dt.UTC)
    own = SignatureRead(
        name="Åsa Ek", organisation="Ekköpings kommun", issuer="Åsa Ek", serial="1267",
        valid_from=then, valid_to=then, signed_at=then.replace(month=6), self_issued=True,
    )  # fmt: skip
    stamped = SignatureRead(name="Eva Lind", issuer="Intyg AB", signed_at=then, stamped=True)
    return SignatureRecord(
        sender=Sender(kind="Kontroll", administration="Rådet", date=DAY),
        title="Protokoll 2019-05-15",
        issued_on=DAY,
        version=1,
        issued_sum="0a" * 32,
        issued_size=48_210,
        name="Protokoll 2019-05-15 undertecknat.pdf",
        signed_sum="1b" * 32,
        signed_size=71_455,
        signatures=(own, stamped),
    )

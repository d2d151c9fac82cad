"""What a row behind closed doors hides is in no minutes: its paper, and who presented it."""

from datetime import date

from hubra_desktop.model.attendance.attendance_terms import AttendanceRole
from hubra_desktop.model.minutes.extract_view import extract_view
from hubra_desktop.model.minutes.minutes_terms import AppealKind
from hubra_desktop.model.minutes.minutes_view import MinutesView, SectionView, printed_view
from hubra_desktop.model.minutes.phrase_facts import phrase_facts
from hubra_desktop.model.minutes.sections import RowToMinute, begun_section
from hubra_desktop.model.records.attendance import Attendance
from hubra_desktop.model.records.meeting import Item, Meeting, Presenter
from hubra_desktop.model.records.minutes import Decision, Minutes, Section
from hubra_desktop.model.records.reports import Report, ReportSection
from hubra_desktop.model.records.rulebook import BodyRules

CLOSED = Item(
    id="a", title="Hemlig", public_title="Sekretessärende", closed=True,
    presenters=(Presenter(name="Erik Öman"),),
)  # fmt: skip
PAPER = Report(
    delivered_to="Anna Offer",
    sections=(
        ReportSection(key="summary", text="Anna Offer är hotad."),
        ReportSection(key="proposal", text="Rådet flyttar Anna Offer."),
    ),
)
PEOPLE = (
    Attendance(id="m", meeting_id="m", name="Åsa Ek"),
    Attendance(id="p", meeting_id="m", name="Erik Öman", role=AttendanceRole.PRESENTER),
)


def test_a_section_begins_without_what_its_paper_says() -> None:
    section = begun_section(RowToMinute(CLOSED, PAPER), "m", 0, AppealKind.NONE)
    assert (section.heading, section.background) == ("Sekretessärende", "")
    assert section.decisions == (Decision(),)


def test_who_presents_only_that_is_named_nowhere() -> None:
    shown = SectionView(section=Section(id="s", meeting_id="m"), item=CLOSED, inside=PEOPLE)
    meeting = Meeting(id="m", date=date(2019, 5, 6), items=(CLOSED,))
    rules = BodyRules(body_id="b")
    view = MinutesView(meeting=meeting, rules=rules, sections=(shown,), attendances=PEOPLE)
    for each in (printed_view(view), extract_view(view, shown)):
        assert "Erik Öman" not in repr(each)
        assert "Åsa Ek" in repr(each)
    assert phrase_facts(view, shown)["föredragande"] == ""


def test_what_is_written_for_oneself_is_in_no_minutes() -> None:
    told = Attendance(
        id="m", meeting_id="m", name="Åsa Ek", reply_text="zq sjuk", note="zq",
        lost_income_ore=7777, travel_ore=7777, travel_km=7777,
    )  # fmt: skip
    shown = SectionView(
        section=Section(id="s", meeting_id="m", inner_note="zq"),
        item=Item(id="i", inner_note="zq", raised_by="zq"), inside=(told,), voters=(told,),
    )  # fmt: skip
    view = MinutesView(
        meeting=Meeting(id="m", date=date(2019, 5, 6), note="zq", lifted_reason="zq"),
        rules=BodyRules(body_id="b"), minutes=Minutes(id="x", meeting_id="m", note="zq"),
        sections=(shown,), attendances=(told,), protected=("zq",),
    )  # fmt: skip
    for each in (printed_view(view), extract_view(view, shown)):
        assert not any(word in repr(each) for word in ("zq", "7777"))
        assert "Åsa Ek" in repr(each)

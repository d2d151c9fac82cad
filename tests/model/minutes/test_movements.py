"""Who came, left or began to serve is told at the § that was taken up then, and first of all."""

from dataclasses import replace
from datetime import date

from hubra_desktop.model.attendance.attendance_terms import AttendanceRole, AttendanceStatus
from hubra_desktop.model.attendance.presence import present_at, voters_at
from hubra_desktop.model.minutes.minutes_view import MinutesView, SectionView
from hubra_desktop.model.minutes.minutes_words import groups, movements, taking_part
from hubra_desktop.model.records.attendance import Attendance, AttendanceStay
from hubra_desktop.model.records.meeting import Meeting
from hubra_desktop.model.records.minutes import Disqualification, Section
from hubra_desktop.model.records.rulebook import BodyRules

ORDER = ("a", "b", "c")


def _row(name: str, *stays: AttendanceStay, role: AttendanceRole) -> Attendance:
    return Attendance(
        id=name, meeting_id="m", name=name, role=role, status=AttendanceStatus.PRESENT, stays=stays
    )


PEOPLE = (
    _row("Åsa", AttendanceStay(), role=AttendanceRole.CHAIR),
    _row("Bo", AttendanceStay(left=1000, left_item_id="b"), role=AttendanceRole.MEMBER),
    _row("Cia", AttendanceStay(came=1010, came_item_id="b"), role=AttendanceRole.MEMBER),
    _row(
        "Dan",
        AttendanceStay(left=1000, left_item_id="b"),
        AttendanceStay(came=1000, came_item_id="b", serves_for_id="Bo"),
        role=AttendanceRole.SUBSTITUTE,
    ),
    _row(
        "Eva",
        AttendanceStay(left=1020, left_item_id="c"),
        role=AttendanceRole.MEMBER,
    ),
    _row("Gäst", AttendanceStay(came_item_id="b"), role=AttendanceRole.GUEST),
)


def _section(item_id: str) -> SectionView:
    jav = (Disqualification(attendance_id="Eva", name="Eva"),) if item_id == "c" else ()
    return SectionView(
        section=Section(id=item_id, meeting_id="m", item_id=item_id, disqualifications=jav),
        inside=present_at(PEOPLE, item_id, ORDER),
        voters=voters_at(PEOPLE, item_id, ORDER),
    )


def test_each_section_tells_what_was_other_than_at_the_one_before() -> None:
    view = MinutesView(
        meeting=Meeting(id="m", date=date(2019, 5, 6)), rules=BodyRules(body_id="b"),
        sections=tuple(map(_section, ORDER)), attendances=PEOPLE, order=ORDER,
    )  # fmt: skip
    assert movements(view, 0, ".") == ()
    assert movements(view, 1, ".") == (
        "Bo går klockan\u00a016.40.", "Cia kommer klockan\u00a016.50.", "Dan tjänstgör för Bo.",
    )  # fmt: skip
    # One who goes out for jäv is told of there, and not as one who left.
    assert movements(view, 2, ".") == ()


def test_a_paper_of_one_section_tells_of_no_service_and_no_distance_at_others() -> None:
    afar = (AttendanceStay(left_item_id="b"), AttendanceStay(came_item_id="b", remote=True))
    people = (*PEOPLE, _row("Finn", *afar, role=AttendanceRole.MEMBER))
    view = MinutesView(
        meeting=Meeting(id="m", date=date(2019, 5, 6)), rules=BodyRules(body_id="b"),
        sections=(replace(_section("a"), inside=people[:1], voters=people[-1:]),),
        attendances=people, order=ORDER,
    )  # fmt: skip
    told = groups(view)
    assert told.deciding[-1] == "Finn"
    assert [name for name in told.substitutes if "tjänstgör" in name] == []
    # Without any § to tell of, what the attendance has stands.
    told = groups(replace(view, sections=()))
    assert told.deciding[-1] == "Finn, på distans"
    assert told.substitutes == ("Dan, tjänstgör för Bo",)


def test_a_substitute_takes_part_only_where_they_serve() -> None:
    sections = tuple(map(_section, ORDER))
    view = MinutesView(
        meeting=Meeting(id="m", date=date(2019, 5, 6)), rules=BodyRules(body_id="b"),
        sections=sections, attendances=PEOPLE, order=ORDER,
    )  # fmt: skip
    assert [taking_part(view, each) for each in sections[:2]] == [
        "I beslutet deltar 3: alla beslutande utom Cia.",
        "I beslutet deltar 4: alla beslutande utom Bo.",
    ]

"""The table of attendance: out as it stands, replies in from a form that members filled in."""

from hubra_desktop.exchange.tables import TableName
from hubra_desktop.model.attendance.attendance_terms import (
    AttendanceReply,
    AttendanceRole,
    AttendanceStatus,
)
from hubra_desktop.work.queries.attendance import attendance_of
from hubra_desktop.work.table_steps import RowAction
from tests.work.office import Office
from tests.work.table_hands import exported, reasons, taken

NAME = TableName.ATTENDANCE
FORM = """Mötesdag;Namn;Kommer du;Tidstämpel;Kommentar;Roll
2019-05-15;olga ros;nej;2019-05-10;Sjuk;
2019-05-15;Åsa Ek;ja;;;
2019-05-15;Rut Gäst;ja;2019-05-11;;
2019-05-15;Rut Gäst;nej;;;
2019-05-16;Åsa Ek;ja;;;
2019-05-15;;ja;;;
2019-05-15;Sam Ny;;;;föredragande
"""


def test_what_goes_out_comes_in_as_it_was(held: Office) -> None:
    text = exported(held.workspace, NAME, 2019)
    assert "fr.o.m. ärende 2 (kl. 15.45)" in text
    assert "tjänstgör för Mats Nord" in text
    plan = taken(held.workspace, NAME, text)
    assert (len(plan.of(RowAction.UNCHANGED)), plan.command, plan.bad) == (15, None, ())


def test_replies_from_a_form_are_noted_and_a_new_name_is_a_guest(held: Office) -> None:
    plan = taken(held.workspace, NAME, FORM)
    assert reasons(plan)[5] == "Samma sak står redan på rad 4."
    assert reasons(plan)[6] == "Det finns inget sammanträde 2019-05-16."
    assert sorted(reasons(plan)) == [5, 6, 7]
    with held.workspace.read() as reader:
        rows = {each.name: each for each in attendance_of(reader, "held").rows}
    olga, rut, sam = rows["Olga Ros"], rows["Rut Gäst"], rows["Sam Ny"]
    assert (olga.reply, olga.reply_text) == (AttendanceReply.PREVENTED, "Sjuk")
    assert olga.status is AttendanceStatus.PRESENT
    assert (rut.role, rut.reply) == (AttendanceRole.GUEST, AttendanceReply.COMES)
    assert sam.role is AttendanceRole.PRESENTER
    again = taken(held.workspace, NAME, FORM)
    assert again.command is None


def test_a_roll_that_was_called_in_a_spreadsheet_is_taken_in(held: Office) -> None:
    text = exported(held.workspace, NAME, 2019).replace(
        ";Olga Ros;ersättare;M;", ";Olga Ros;adjungerad;C;", 1
    )
    plan = taken(held.workspace, NAME, text)
    assert [each.text() for each in plan.of(RowAction.CHANGED)[0].changes] == [
        "Roll: ersättare → adjungerad", "Parti: M → C",
    ]  # fmt: skip
    away = "Sammanträde;Namn;Närvaro\n2019-05-15;Olga Ros;frånvarande\n"
    taken(held.workspace, NAME, away)
    with held.workspace.read() as reader:
        rows = {each.name: each for each in attendance_of(reader, "held").rows}
    assert (rows["Olga Ros"].status, rows["Olga Ros"].stays) == (AttendanceStatus.ABSENT, ())


def test_what_is_claimed_is_taken_in_beside_the_replies(held: Office) -> None:
    claims = """Mötesdag;Namn;Förmöte;Förlorad arbetsinkomst;Kilometer;Biljetter
2019-05-15;Bo Sund;ja;1 250,50;40;
2019-05-15;Cia Alm;;;;86
2019-05-15;Dan Berg;kanske;;;
2019-05-15;Eva Lind;nej;-5;;
"""
    plan = taken(held.workspace, NAME, claims)
    assert sorted(reasons(plan)) == [4, 5]
    with held.workspace.read() as reader:
        rows = {each.name: each for each in attendance_of(reader, "held").rows}
    bo, cia = rows["Bo Sund"], rows["Cia Alm"]
    assert (bo.pre_meeting, bo.lost_income_ore, bo.travel_km, bo.travel_ore) == (
        True, 125_050, 40, None,
    )  # fmt: skip
    assert (cia.pre_meeting, cia.travel_ore) == (False, 8_600)
    assert taken(held.workspace, NAME, exported(held.workspace, NAME, 2019)).command is None


def test_what_a_file_says_of_who_came_and_left_is_said_to_be_left_out(held: Office) -> None:
    plan = taken(held.workspace, NAME, exported(held.workspace, NAME, 2019))
    assert "Kolumner som inte läses: När och för vem" in plan.counts


def test_a_row_that_is_known_is_not_taken_for_one_of_another_meeting(held: Office) -> None:
    plan = taken(
        held.workspace,
        NAME,
        exported(held.workspace, NAME, 2019).replace("2019-05-15", "2019-05-06", 1),
    )
    assert reasons(plan) == {2: "Raden hör till sammanträdet 2019-05-15."}

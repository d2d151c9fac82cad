"""What is told of the attendance: the sheet to sign, the list as held, the year, the terminal."""

import re
from dataclasses import replace
from html import unescape

import pytest

from hubra_desktop.cli.showing import shown_of
from hubra_desktop.model.attendance.attendance_terms import AttendanceRole, AttendanceStatus
from hubra_desktop.model.errors import InputError
from hubra_desktop.model.records.attendance import Attendance, AttendanceStay
from hubra_desktop.model.records.meeting import Item, Presenter
from hubra_desktop.work.commands.attendance_list import MakeAttendance
from hubra_desktop.work.edits import Remove, Store
from hubra_desktop.work.papers import PaperForm, collect, render
from hubra_desktop.work.queries.attendance_year import year_of_attendance
from tests.documents.checks import rule_failures
from tests.work.office import Office


def page(office: Office, **options: object) -> str:
    with office.workspace.read() as reader:
        paper = collect(reader, "narvarolista", "held", **options)
    assert paper.file_name() == "Närvarolista 2019-05-15.pdf"
    for size in (None, 20.0):
        pdf = render(paper, PaperForm(text_size=size))
        assert rule_failures(pdf, "2a") == rule_failures(pdf, "ua1") == []
    told = unescape(re.sub("<[^>]*>|\u00ad", "", render(paper, PaperForm(html=True)).decode()))
    return told.replace("\u00a0", " ")


def test_the_list_as_held_tells_who_was_there_and_who_took_part_in_each_decision(
    held: Office,
) -> None:
    told = page(held)
    assert "Fr.o.m. ärende 2 (kl. 15.45)" in told
    assert "T.o.m. ärende 3 (kl. 16.40) och fr.o.m. ärende 5 (kl. 17.00)" in told
    assert "Anmäld frånvaro" in told
    for each in ("Hela sammanträdet", "Frånvarande", "2–3", "5–7", "Cia Alm"):
        assert each in told
    assert "kl. 15.32–17.20" in told


def test_the_sheet_to_sign_has_lines_for_all_and_for_guests_and_no_reason(held: Office) -> None:
    held.run(
        Store(Attendance(meeting_id="held", name="Gästen", role=AttendanceRole.GUEST,
                         reply_text="sjuk i magen", note="inre ord"))
    )  # fmt: skip
    told = page(held, to_sign=True)
    for each in ("Underskrift", "Kommer", "Förhinder", "Gäster", "Organisation", "Gästen"):
        assert each in told
    assert "sjuk i magen" not in told
    assert "inre ord" not in told


def test_without_a_list_there_is_nothing_to_print(held: Office) -> None:
    with held.workspace.read() as reader, pytest.raises(InputError, match="ingen närvarolista"):
        collect(reader, "narvarolista", held.meeting if held.meeting != "held" else "m1")


def test_who_presents_a_closed_row_alone_is_told_of_nowhere(held: Office) -> None:
    closed = Item(id="", title="Om en elev", closed=True, presenters=(Presenter(name="Hemlig"),))
    held.run(Store(closed, "held"))
    held.run(MakeAttendance("held"))
    assert "Hemlig" not in page(held)
    with held.workspace.read() as reader:
        text, told = shown_of(reader, "attendance", "2019-05-15")
    assert "Hemlig" not in f"{text}{told}"
    assert "13 av 13 har rösträtt" in text
    assert told["items"][3]["number"] == "4"
    assert len(told["items"][3]["voting"]) == 12


def test_a_year_counts_each_by_the_lists_they_stand_on(held: Office) -> None:
    sheet = held.sheet("held")
    later = replace(sheet, id="later", date=sheet.date.replace(month=9), items=(), papers=())
    held.run(Store(later))
    bo = Attendance(
        meeting_id="later", person_id="hm1", name="Bo Sund", group="Koalitionen",
        status=AttendanceStatus.PRESENT, stays=(AttendanceStay(remote=True),),
    )  # fmt: skip
    away = replace(bo, status=AttendanceStatus.ABSENT, stays=())
    cia = replace(away, person_id="hm2", name="Cia Alm")
    stand_in = replace(away, status=AttendanceStatus.OPEN, role=AttendanceRole.SUBSTITUTE)
    rows = (bo, cia, replace(stand_in, person_id="hm13", name="Nils Palm"))
    for each in rows:
        held.run(Store(each))
    with held.workspace.read() as reader:
        found = year_of_attendance(reader, held.body, 2019)
        text, told = shown_of(reader, "attendance", "2019")
    of = {each.name: each for each in found.people}
    assert [each.month for each in found.days] == [5, 9]
    told_bo, told_cia, nils = of["Bo Sund"], of["Cia Alm"], of["Nils Palm"]
    assert (told_bo.meetings, told_bo.present, told_bo.partly, told_bo.remote, told_bo.share) == (
        2,
        2,
        1,
        1,
        100,
    )
    assert (told_cia.present, told_cia.absent, told_cia.days) == (1, 1, (later.date,))
    assert (nils.meetings, nils.present, nils.served, nils.absent) == (2, 1, 1, 0)
    assert [(each.name, each.present, each.meetings) for each in found.groups] == [
        ("Koalitionen", 8, 9), ("Oppositionen", 5, 6),
    ]  # fmt: skip
    assert (found.members.present, found.members.meetings) == (13, 15)
    assert "Cia Alm: 1 av 2, frånvarande 1" in text
    assert told["people"][0]["name"] == "Åsa Ek"
    held.run(Remove(Attendance, "ha0"))
    with held.workspace.read() as reader:
        assert "Inget sammanträde 2018" in shown_of(reader, "attendance", "2018")[0]

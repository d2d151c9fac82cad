"""What belongs in the diary: what came in, was made and was sent, until it is entered."""

import datetime as dt

from hubra_desktop.model.dispatch.diary import SECRET_TEXT, DiaryDirection, DiaryEntry
from hubra_desktop.model.plan.terms import ConsultationState
from hubra_desktop.model.records.council import Person
from hubra_desktop.model.records.dispatch import DiaryTick
from hubra_desktop.model.records.meeting import Item, MeetingPaper
from hubra_desktop.model.records.plan import Consultation
from hubra_desktop.work.commands.dispatches import SendDispatch
from hubra_desktop.work.dispatch_tables import export_diary, export_dispatches
from hubra_desktop.work.edits import Add, Change, Remove, Store
from hubra_desktop.work.queries.diary import diary, diary_due
from tests.work.office import Office
from tests.work.test_dispatches import letter

CAME = dt.date(2019, 4, 20)
SENT = dt.date(2019, 4, 29)


def entries(office: Office, year: int | None = None, **options: object) -> tuple[DiaryEntry, ...]:
    with office.workspace.read() as reader:
        return diary(reader, year, **options)  # type: ignore[arg-type]


def filled(office: Office) -> str:
    """Let two papers come, a remiss be answered and a kallelse go; return the dispatch."""
    office.run(Change(Item, "b", {"case_number": "KS-2019/12.345"}))
    papers = (
        MeetingPaper(id="open", title="Svaret", author="Erik Öman", received=CAME, item_id="b"),
        MeetingPaper(id="shut", title="Utredningen", author="Pia Dold", received=CAME, secret=True),
        MeetingPaper(id="late", title="Väntad", author="Pia Dold"),
    )
    for each in papers:
        office.run(Store(each, office.meeting))
    office.run(
        Store(
            Consultation(
                title="Motion", sender="Kommunstyrelsen", received=CAME, answered_on=SENT,
                state=ConsultationState.ANSWERED, case_number="KS-2019/7",
            )
        )
    )  # fmt: skip
    return office.made(SendDispatch(letter(office, day=SENT, subject="Kallelse till rådet")))


def test_what_came_was_made_and_went_is_gathered_the_latest_first(office: Office) -> None:
    dispatch = filled(office)
    found = entries(office, 2019)
    told = [(each.day, each.direction, each.who, each.what) for each in found]
    assert told == [
        (SENT, DiaryDirection.OUT, "Åsa Ek; Polisen", "Kallelse till rådet"),
        (SENT, DiaryDirection.OUT, "Kommunstyrelsen", "Svar: Motion"),
        (CAME, DiaryDirection.IN, "Kommunstyrelsen", "Motion"),
        (CAME, DiaryDirection.IN, SECRET_TEXT, SECRET_TEXT),
        (CAME, DiaryDirection.IN, "Erik Öman", "Svaret"),
    ]
    assert found[0].source == f"dispatch:{dispatch}"
    assert found[-1].case_number == "KS-2019/12.345"
    assert found[-1].meeting_day == office.sheet().date
    assert entries(office, 2018) == ()
    assert len(entries(office, meeting_id=office.meeting)) == 3
    office.run(Change(Item, "b", {"closed": True}))
    assert {each.what for each in entries(office) if each.secret} == {SECRET_TEXT}
    assert sum(each.secret for each in entries(office)) == 2
    shut = next(each for each in entries(office, openly=False) if each.source == "paper:shut")
    assert (shut.who, shut.what) == ("Pia Dold", "Utredningen")


def test_what_is_ticked_waits_no_more_and_the_overview_counts_the_others(office: Office) -> None:
    dispatch = filled(office)
    tick = {"source": f"dispatch:{dispatch}", "registered_on": SENT, "number": "KS-2019/9-1"}
    made = office.made(Add(DiaryTick, tick))
    assert len(entries(office, waiting=True)) == 4
    entered = next(each for each in entries(office) if not each.waits)
    assert entered.number == "KS-2019/9-1"
    with office.workspace.read() as reader:
        (line,) = diary_due(reader, SENT)
    assert line.sentence == "4 handlingar är inte markerade som diarieförda."
    assert (line.day, line.kind, line.id) == (CAME, "diary_tick", office.meeting)
    office.run(Remove(DiaryTick, made))
    assert len(entries(office, waiting=True)) == 5
    with office.workspace.read() as reader:
        assert not list(diary_due(reader, SENT + dt.timedelta(days=400)))


def test_the_tables_tell_the_same_and_no_secret(office: Office) -> None:
    office.run(Change(Person, office.chair, {"email": "asa@exempel.se", "protected": True}))
    filled(office)
    with office.workspace.read() as reader:
        told = export_diary(reader, 2019).decode("utf-8-sig")
        sent = export_dispatches(reader, 2019).decode("utf-8-sig")
        assert export_diary(reader, xlsx=True).startswith(b"PK")
    heading, *rows = told.splitlines()
    assert heading.startswith("Datum;Riktning;Från eller till;Handling;Diarienummer")
    assert rows[0].startswith("2019-04-20;inkommen;Erik Öman;Svaret;KS-2019/12.345;2019-05-06")
    assert len(rows) == 5
    assert not any(word in told for word in ("Utredningen", "Pia Dold", "exempel"))
    assert "asa@exempel.se" not in sent
    assert sent.splitlines()[1].startswith("2019-04-29;;kallelse;1;2019-05-06;Åsa Ek;")

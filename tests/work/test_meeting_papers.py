"""Papers of a meeting: kept once, replaced, moved with their items, owed, and undone."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import select

from hubra_desktop.exchange.json_file import dump, load
from hubra_desktop.model.errors import InputError
from hubra_desktop.model.meeting_papers import PaperStanding
from hubra_desktop.model.records.meeting import Item, Meeting, MeetingPaper
from hubra_desktop.model.records.rulebook import BodyRules
from hubra_desktop.model.terms import MeetingState
from hubra_desktop.store.journal import CHANGE, LARGE_VALUE
from hubra_desktop.work.commands.agenda import SendItems
from hubra_desktop.work.commands.base import Command
from hubra_desktop.work.commands.imports import ImportBundle
from hubra_desktop.work.commands.meeting_papers import (
    AskForPapers,
    AttachPaper,
    NoteReminders,
    PlacePaper,
    ReplacePaper,
)
from hubra_desktop.work.commands.meetings import CopyMeeting, NewMeeting
from hubra_desktop.work.commands.purge import PurgePaper
from hubra_desktop.work.edits import Change, Remove, Store
from hubra_desktop.work.evidence_files import EvidenceRead, files_of, folder_beside, write_files
from hubra_desktop.work.queries.bundles import register_bundle
from hubra_desktop.work.queries.meeting_papers import (
    PaperLine,
    paper_file,
    paper_lines,
    papers_owed,
    unfit_papers,
)
from hubra_desktop.work.workspace import Workspace
from tests.work.office import DAY, Office
from tests.work.there_and_back import refused, there_and_back

PDF = b"%PDF-1.7 bokslut"
TODAY = DAY - dt.timedelta(days=20)


def attach(office: Office, name: str = "Bokslut_2018.pdf", item: str | None = "b") -> AttachPaper:
    return AttachPaper(office.meeting, name, PDF, TODAY, item)


def ask(office: Office, **given: object) -> AskForPapers:
    return AskForPapers(office.meeting, (MeetingPaper(**given),))  # type: ignore[arg-type]


def attached(office: Office) -> str:
    return office.made(attach(office))


def lines(office: Office, today: dt.date = TODAY) -> tuple[PaperLine, ...]:
    with office.workspace.read() as reader:
        return paper_lines(reader, office.sheet(), today)


def owed(office: Office, today: dt.date = TODAY) -> list[str]:
    with office.workspace.read() as reader:
        return [line.title for line in papers_owed(reader, today)]


def kept(office: Office) -> list[bytes]:
    with office.workspace.read() as reader:
        return list(reader.scalars(select(LARGE_VALUE.c.content)))


DONE: dict[str, Callable[[Office], Command]] = {
    "AskForPapers": lambda office: ask(office, title="Yttrande", author="Åsa Ek", item_id="b"),
    "AttachPaper": attach,
    "ChangeMeetingPaper": lambda office: Change(
        MeetingPaper, attached(office), {"secret": True, "secrecy_ground": "OSL 18 kap. 1 §"}
    ),
    "NoteReminders": lambda office: NoteReminders((office.made(ask(office)),), TODAY),
    "PlacePaper": lambda office: PlacePaper(attached(office), None),
    "RemoveMeetingPaper": lambda office: Remove(MeetingPaper, attached(office)),
    "ReplacePaper": lambda office: ReplacePaper(attached(office), "ny.pdf", PDF + b"2", DAY),
}


@pytest.mark.parametrize("name", DONE)
def test_a_command_is_done_undone_and_done_again(office: Office, name: str) -> None:
    there_and_back(office, DONE[name](office))


def test_a_file_is_kept_once_and_told_when_it_comes_again(office: Office) -> None:
    paper = attached(office)
    refused(office, attach(office, "annat.pdf", None), "finns redan .* som ”Bokslut 2018”")
    other = office.made(NewMeeting(DAY + dt.timedelta(days=30), 930, 1020, "Rådhuset"))
    office.run(AttachPaper(other, "igen.pdf", PDF, TODAY))
    assert kept(office).count(PDF) == 1
    with office.workspace.read() as reader:
        assert paper_file(reader, paper) == ("Bokslut_2018.pdf", PDF)
    [line] = lines(office)
    assert (line.title, line.item, line.number, line.standing) == (
        "Bokslut 2018", "B", "1", PaperStanding.IN,
    )  # fmt: skip


def test_what_cannot_be_a_paper_is_refused(office: Office) -> None:
    refused(office, AttachPaper(office.meeting, "a.exe", b"MZ\0", TODAY), "är ett program")
    refused(office, attach(office, item="borta"), "står inte längre på föredragningslistan")
    refused(office, AskForPapers(office.meeting, ()), "minst ett ärende")
    refused(office, NoteReminders(("borta",), TODAY), "finns inte längre")


def test_a_newer_version_takes_the_place_and_the_old_one_can_be_brought_back(
    office: Office,
) -> None:
    paper = attached(office)
    office.run(Change(MeetingPaper, paper, {"date": TODAY, "title": "Bokslut"}))
    office.run(ReplacePaper(paper, "Bokslut v2.pdf", PDF + b" 2", DAY))
    [new] = office.sheet().papers
    assert (new.title, new.name, new.date, new.received) == ("Bokslut", "Bokslut v2.pdf", None, DAY)
    assert PDF in kept(office)
    office.workspace.undo()
    with office.workspace.read() as reader:
        assert paper_file(reader, paper).content == PDF


def test_what_was_awaited_comes_with_its_file(office: Office) -> None:
    paper = office.made(ask(office, title="Yttrande", author="Åsa Ek", date=TODAY))
    assert owed(office) == ["Yttrande"]
    office.run(ReplacePaper(paper, "yttr.pdf", PDF, TODAY))
    [came] = office.sheet().papers
    assert (came.title, came.received, came.date) == ("Yttrande", TODAY, TODAY)
    assert owed(office) == []


def test_papers_go_with_their_items_and_stay_when_a_meeting_is_copied(office: Office) -> None:
    paper = attached(office)
    other = office.made(NewMeeting(DAY + dt.timedelta(days=30), 930, 1020, "Rådhuset"))
    there_and_back(office, SendItems(("b",), other))
    assert office.sheet().papers == ()
    assert [(each.id, each.item_id) for each in office.sheet(other).papers] == [(paper, "b")]
    copy = office.made(CopyMeeting(other, DAY + dt.timedelta(days=60)))
    assert office.sheet(copy).papers == ()
    office.run(Remove(Item, "b"))
    assert [each.item_id for each in office.sheet(other).papers] == [None]


def test_papers_are_placed_under_items_and_before_others(office: Office) -> None:
    first, second = attached(office), office.made(ask(office, title="Två", item_id="b"))
    office.run(PlacePaper(second, "b", first))
    assert [line.id for line in lines(office)] == [second, first]
    office.run(PlacePaper(second, "c"))
    assert [(line.item, line.number) for line in lines(office)] == [("B", "1"), ("C", "2")]


def test_late_is_told_from_the_papers_own_day_the_meetings_and_the_rules(office: Office) -> None:
    office.run(ask(office, title="Yttrande", author="Åsa Ek"))
    stop = DAY - dt.timedelta(days=10)
    assert lines(office, DAY)[0].standing is PaperStanding.AWAITED
    office.run(Store(BodyRules(body_id=office.sheet().body_id, papers_days=10)))
    assert [line.due for line in lines(office)] == [stop]
    assert lines(office, stop)[0].standing is PaperStanding.AWAITED
    assert lines(office, stop + dt.timedelta(days=1))[0].standing is PaperStanding.LATE
    office.run(Change(Meeting, office.meeting, {"papers_due": TODAY}))
    assert lines(office, stop)[0].due == TODAY


def test_nothing_is_owed_of_what_is_withdrawn_left_out_cancelled_or_over(office: Office) -> None:
    office.run(ask(office, title="Ett", item_id="b"))
    out = office.made(ask(office, title="Två"))
    assert owed(office) == ["Ett", "Två"]
    assert owed(office, DAY + dt.timedelta(days=1)) == []
    office.run(Change(MeetingPaper, out, {"left_out": True, "left_out_reason": "Sekretess"}))
    office.run(Change(Item, "b", {"withdrawn": True}))
    assert owed(office) == []
    office.run(Change(Item, "b", {"withdrawn": False}))
    office.run(Change(Meeting, office.meeting, {"state": MeetingState.CANCELLED}))
    assert owed(office) == []
    assert lines(office)[1].standing_text == "Skickas inte med: Sekretess"


def test_an_export_carries_its_papers_beside_it(office: Office, tmp_path: Path) -> None:
    attached(office)
    path = tmp_path / "ut.json"
    with office.workspace.read() as reader:
        bundle = register_bundle(reader)
        assert write_files(reader, folder_beside(path), files_of(bundle)) == 1
    path.write_bytes(dump(bundle))
    fresh = Workspace.create(tmp_path / "ny.hubra")
    with fresh.read() as reader:
        files = EvidenceRead(reader, path, files_of(bundle))
    fresh.run(ImportBundle(load(path.read_bytes()), contents=files.contents))
    with fresh.read() as reader:
        assert list(unfit_papers(reader)) == []
    fresh.close()


def test_what_is_purged_is_gone_with_every_version_of_it(office: Office) -> None:
    paper = attached(office)
    office.run(ReplacePaper(paper, "Åsa Eks adress.pdf", PDF + b"2", DAY))
    office.run(PurgePaper(paper))
    assert not {PDF, PDF + b"2"} & {*kept(office)}
    with office.workspace.read() as reader:
        assert "Eks adress" not in str(reader.execute(select(CHANGE)).all())
    with pytest.raises(InputError, match="inget att ångra"):
        office.workspace.undo()
    refused(office, PurgePaper(paper), "finns inte längre")


def test_content_that_is_not_what_was_added_is_told(office: Office) -> None:
    paper = attached(office)
    office.run(Change(MeetingPaper, paper, {"sha256": "0" * 64}))
    with office.workspace.read() as reader:
        [wrong] = unfit_papers(reader)
        with pytest.raises(InputError, match="saknar sitt innehåll"):
            paper_file(reader, paper)
    assert "Bokslut_2018.pdf" in wrong

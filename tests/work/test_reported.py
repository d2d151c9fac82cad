"""What is reported to a meeting: its order, its paper, and its table there and back."""

import datetime as dt
from pathlib import Path

import pytest

from hubra_desktop.exchange.tables import TableName
from hubra_desktop.model.errors import InputError
from hubra_desktop.model.minutes.minutes_terms import ReportedKind
from hubra_desktop.model.records.minutes import ReportedMatter
from hubra_desktop.work.commands.meetings import NewMeeting
from hubra_desktop.work.edits import Add, Change
from hubra_desktop.work.papers import PaperForm, collect, render
from hubra_desktop.work.queries.meetings import meetings_of
from hubra_desktop.work.queries.reported import reported_rows, reported_to
from hubra_desktop.work.table_exports import export_table
from hubra_desktop.work.table_steps import RowAction
from hubra_desktop.work.workspace import Workspace
from tests.work.table_hands import reasons, taken

NAME = TableName.REPORTED
TABLE = """Sammanträde;Typ;Beslutsdatum;Dnr;Vad;Beslutsfattare;Delegation;Anteckning
2018-05-16;delegationsbeslut;2018-04-20;KS-2018/12;Bidrag till lysen;Ordföranden;4.2;
;meddelande;2018-05-02;;Beslut i kommunfullmäktige;Kommunfullmäktige;;kommer sen
2018-05-17;meddelande;;;Ett möte som inte finns;;;
2018-05-16;meddelande;;;;;;
2018-05-16;delegationsbeslut;2018-04-20;ks 2018/12;bidrag till lysen;;;
"""


@pytest.fixture
def workspace(tmp_path: Path) -> "Workspace":
    made = Workspace.create(tmp_path / "a.hubra")
    made.run(NewMeeting(dt.date(2018, 5, 16), 930))
    return made


def meeting_of(workspace: Workspace) -> str:
    with workspace.read() as reader:
        return meetings_of(reader, 2018)[0].id


def test_a_list_of_decisions_is_taken_in_once_and_goes_back_as_it_was(workspace: Workspace) -> None:
    meeting = meeting_of(workspace)
    plan = taken(workspace, NAME, TABLE)
    assert len(plan.of(RowAction.ADDED)) == 2
    assert sorted(reasons(plan)) == [4, 5, 6]
    assert reasons(plan)[4] == "Det finns inget sammanträde 2018-05-17."
    assert reasons(plan)[6] == "Samma sak står redan på rad 2."
    with workspace.read() as reader:
        assert [each.title for each in reported_to(reader, meeting)] == ["Bidrag till lysen"]
        waiting = reported_rows(reader)[-1]
        text = export_table(reader, NAME).decode("utf-8-sig")
    assert (waiting.meeting_day, waiting.matter.sender) == (None, "Kommunfullmäktige")
    assert len(taken(workspace, NAME, text).of(RowAction.UNCHANGED)) == 2
    placed = text.replace(";;meddelande;", ";2018-05-16;meddelande;", 1)
    assert placed != text
    (step,) = taken(workspace, NAME, placed).of(RowAction.CHANGED)
    assert [each.text() for each in step.changes] == ["Sammanträde: inget → 2018-05-16"]
    with workspace.read() as reader:
        assert len(reported_to(reader, meeting)) == 2
    workspace.close()


def test_nothing_is_reported_to_a_meeting_before_it(workspace: Workspace) -> None:
    meeting = meeting_of(workspace)
    later = {"title": "Lysen", "day": dt.date(2018, 5, 17)}
    with pytest.raises(InputError, match="Sammanträdet är den 16 maj 2018") as caught:
        workspace.run(Add(ReportedMatter, {**later, "meeting_id": meeting}))
    assert caught.value.field == "day"
    waiting = str(workspace.run(Add(ReportedMatter, later)).created)
    with pytest.raises(InputError, match="ett annat sammanträde"):
        workspace.run(Change(ReportedMatter, waiting, {"meeting_id": meeting}))
    workspace.run(
        Change(ReportedMatter, waiting, {"meeting_id": meeting, "day": dt.date(2018, 5, 16)})
    )
    workspace.close()


def test_the_paper_lists_decisions_before_messages_and_no_notes(workspace: Workspace) -> None:
    meeting = meeting_of(workspace)
    with workspace.read() as reader, pytest.raises(InputError, match="inga anmälningar"):
        collect(reader, "anmalningar", meeting)
    for kind, title in ((ReportedKind.MESSAGE, "En skrivelse"), (ReportedKind.DELEGATED, "Lysen")):
        told = {"meeting_id": meeting, "kind": kind, "title": title, "note": "inre ord"}
        workspace.run(Add(ReportedMatter, told))
    with workspace.read() as reader:
        paper = collect(reader, "anmalningar", meeting)
    page = render(paper, PaperForm(html=True)).decode()
    assert paper.file_name() == "Anmälningar 2018-05-16.pdf"
    assert page.index("Lysen") < page.index("En skrivelse")
    assert "inre ord" not in page
    assert render(paper).startswith(b"%PDF")
    assert all(render(paper, PaperForm(text_size=size)) for size in (16.0, 20.0))
    workspace.close()

"""The history is read in words' raw material, and each step can be taken back if its rows allow."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select

from hubra_desktop.model.errors import InputError
from hubra_desktop.model.records.council import Person
from hubra_desktop.model.records.meeting import Item, Meeting
from hubra_desktop.model.records.money import LedgerEntry
from hubra_desktop.model.records.plan import Activity
from hubra_desktop.store.journal import STEP, Journal, UndoConflictError
from hubra_desktop.store.tables import LEDGER_ENTRY
from hubra_desktop.work.commands.agenda import SendItems
from hubra_desktop.work.commands.budget import CloseYear
from hubra_desktop.work.commands.history import GrownSinceError, MissingOwnerError, TakeBack
from hubra_desktop.work.commands.ledger import Book
from hubra_desktop.work.commands.purge import PurgePerson
from hubra_desktop.work.demo import make_demo
from hubra_desktop.work.edits import Add, Change, Remove
from hubra_desktop.work.queries import meeting_sheet, meetings_of
from hubra_desktop.work.queries.bundles import register_bundle
from hubra_desktop.work.queries.history import (
    PAGE,
    HistoryFilter,
    HistoryStep,
    history,
    places_of,
    step_rows,
)
from hubra_desktop.work.workspace import Workspace
from tests.work.office import Office
from tests.work.there_and_back import there_and_back

MEETING = "meeting-01"


def taken_back(office: Office) -> TakeBack:
    office.run(Change(Item, "a", {"title": "En annan rubrik"}))
    return TakeBack(steps(office.workspace)[0].ids)


DONE = {"TakeBack": taken_back}


@pytest.mark.parametrize("name", DONE)
def test_what_is_taken_back_is_undone_and_done_again(office: Office, name: str) -> None:
    there_and_back(office, DONE[name](office))


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("history") / "demo.hubra"
    make_demo(path)
    return path.read_bytes()


@pytest.fixture
def workspace(tmp_path: Path, demo: bytes) -> Iterator[Workspace]:
    path = tmp_path / "råd.hubra"
    path.write_bytes(demo)
    made = Workspace.open(path)
    yield made
    assert made.problems() == []
    made.close()


def steps(workspace: Workspace, wanted: HistoryFilter | None = None) -> list[HistoryStep]:
    with workspace.read() as reader:
        return history(reader, wanted or HistoryFilter())


def everything(workspace: Workspace) -> object:
    with workspace.read() as reader:
        return register_bundle(reader)


def first_item(workspace: Workspace) -> Item:
    with workspace.read() as reader:
        return meeting_sheet(reader, MEETING).items[0]


def test_a_removed_meeting_is_told_of_and_taken_back_whole(workspace: Workspace) -> None:
    before = everything(workspace)
    workspace.run(Remove(Meeting, MEETING))
    step = steps(workspace)[0]
    assert step.row is not None
    assert (step.label, step.row.kind, step.row.op) == ("remove-meeting", "meeting", "removed")
    assert step.images["meeting", MEETING]["date"] == "2018-03-07"
    assert step.more > 10
    workspace.run(TakeBack(step.ids))
    assert everything(workspace) == before
    workspace.undo()
    with workspace.read() as reader:
        assert MEETING not in {row.id for row in meetings_of(reader, 2018)}
    workspace.redo()
    assert everything(workspace) == before


def test_an_older_step_is_taken_back_past_later_ones(workspace: Workspace) -> None:
    item = first_item(workspace)
    workspace.run(Change(Item, item.id, {"title": "En annan rubrik"}))
    workspace.run(Change(Item, item.id, {"note": "Med kaffe"}))
    workspace.run(Change(Meeting, MEETING, {"place": "B-salen"}))
    wanted = next(s for s in steps(workspace) if s.label == "change-agenda_item-title")
    workspace.run(TakeBack(wanted.ids))
    assert (first_item(workspace).title, first_item(workspace).note) == (item.title, "Med kaffe")


def test_the_saves_of_one_visit_stand_and_go_together(workspace: Workspace) -> None:
    item = first_item(workspace)
    for text in ("E", "En", "En ny"):
        workspace.run(Change(Item, item.id, {"title": text}, "visit"))
    step = steps(workspace)[0]
    assert len(step.ids) == 3
    assert step.row is not None
    assert [(f.name, f.old, f.new) for f in step.row.fields] == [("title", item.title, "En ny")]
    workspace.run(TakeBack(step.ids))
    assert first_item(workspace).title == item.title


def test_rows_sent_to_another_meeting_are_told_and_taken_back(workspace: Workspace) -> None:
    before, item = everything(workspace), first_item(workspace)
    workspace.run(SendItems((item.id,), "meeting-2017-4"))
    step = steps(workspace)[0]
    assert step.row is not None
    assert (step.row.kind, step.row.id, step.row.op) == ("agenda_item", item.id, "changed")
    moved = {f.name: (f.old, f.new) for f in step.row.fields}
    assert moved["meeting_id"] == (MEETING, "meeting-2017-4")
    assert {each.name for each in step.row.fields} <= {"meeting_id", "position"}
    assert {("meeting", MEETING), ("meeting", "meeting-2017-4")} <= step.images.keys()
    workspace.run(TakeBack(step.ids))
    assert everything(workspace) == before
    workspace.undo()
    workspace.redo()
    assert [each.row.kind for each in steps(workspace)[:4] if each.row] == ["agenda_item"] * 4


def test_a_row_written_in_one_visit_is_told_as_a_new_one(workspace: Workspace) -> None:
    workspace.run(Add(Item, {"id": "new", "title": "En"}, MEETING, edit="visit"))
    workspace.run(Change(Item, "new", {"title": "En ny"}, "visit"))
    step = steps(workspace)[0]
    assert len(step.ids) == 2
    assert step.row is not None
    assert (step.label, step.row.op) == ("add-agenda_item", "added")
    fields = {each.name: (each.old, each.new) for each in step.row.fields}
    assert fields["title"] == (None, "En ny")
    assert fields["kind"] == (None, "information")


def test_of_a_long_text_the_stretch_that_differs_is_told(workspace: Workspace) -> None:
    text = "Rådet arbetar för trygghet. " * 30
    workspace.run(Change(Item, first_item(workspace).id, {"note": text}))
    changed = text.replace("trygghet", "ordning", 1)
    workspace.run(Change(Item, first_item(workspace).id, {"note": changed}))
    row = steps(workspace)[0].row
    assert row is not None
    (field,) = row.fields
    assert field.partial
    assert "ordning"[:5] in field.new
    assert len(field.new) < 20


def test_what_was_changed_since_stands_in_the_way_by_name(workspace: Workspace) -> None:
    item = first_item(workspace)
    workspace.run(Change(Item, item.id, {"title": "Ett"}))
    step = steps(workspace)[0]
    workspace.run(Change(Item, item.id, {"title": "Två"}))
    with pytest.raises(UndoConflictError) as refused:
        workspace.run(TakeBack(step.ids))
    conflict = refused.value
    assert (conflict.kind, conflict.row_id, conflict.column) == ("agenda_item", item.id, "title")
    assert first_item(workspace).title == "Två"
    assert workspace.undo_label == "change-agenda_item-title"


def test_a_row_whose_owner_is_gone_waits_for_it(workspace: Workspace) -> None:
    item = first_item(workspace)
    workspace.run(Remove(Item, item.id))
    removed = steps(workspace)[0]
    workspace.run(Remove(Meeting, MEETING))
    gone = steps(workspace)[0]
    with pytest.raises(MissingOwnerError) as refused:
        workspace.run(TakeBack(removed.ids))
    assert (refused.value.kind, refused.value.row_id) == ("meeting", MEETING)
    workspace.run(TakeBack(gone.ids))
    workspace.run(TakeBack(removed.ids))
    assert first_item(workspace).title == item.title


def test_what_has_grown_since_it_was_added_stays(workspace: Workspace) -> None:
    changes = workspace.run(Add(Meeting, {"date": dt.date(2019, 5, 6), "body_id": "body-01"}))
    step = steps(workspace)[0]
    workspace.run(Add(Item, {"title": "Ny"}, str(changes.created)))
    with pytest.raises(GrownSinceError):
        workspace.run(TakeBack(step.ids))


def test_a_reference_that_names_another_row_by_now_is_left_as_it_is(workspace: Workspace) -> None:
    with workspace.read() as reader:
        sheet = meeting_sheet(reader, MEETING)
    assert sheet.chair_id is not None
    other = str(workspace.run(Add(Person, {"name": "Åsa Ny"})).created)
    first = str(workspace.run(Add(Person, {"name": "Bo Bort"})).created)
    workspace.run(Change(Meeting, MEETING, {"secretary_id": first}))
    workspace.run(Remove(Person, first))
    step = steps(workspace)[0]
    workspace.run(Change(Meeting, MEETING, {"secretary_id": other}))
    workspace.run(TakeBack(step.ids))
    with workspace.read() as reader:
        assert meeting_sheet(reader, MEETING).secretary_id == other
        assert places_of(reader, "person", first) == [("person", first)]


def test_what_is_purged_never_comes_back(workspace: Workspace) -> None:
    person = str(workspace.run(Add(Person, {"name": "Glöm Mig", "phone": "070"})).created)
    added = steps(workspace)[0]
    workspace.run(PurgePerson(person, "KS 2026/1"))
    told = [step for step in steps(workspace) if step.row and step.row.id == person]
    assert all(step.row and step.row.masked and not step.row.fields for step in told)
    assert "Glöm Mig" not in str(told)
    with pytest.raises(InputError, match="gallrade"):
        workspace.run(TakeBack(added.ids))


def test_steps_are_found_by_kind_text_and_day(workspace: Workspace) -> None:
    workspace.run(Change(Meeting, MEETING, {"place": "Årstasalen"}))
    with workspace.read() as reader:
        activity = str(reader.exec_driver_sql("select id from activity").scalar())
    workspace.run(Change(Activity, activity, {"period": "hela våren"}))
    today, kinds = dt.date.today(), frozenset({"activity"})
    assert steps(workspace, HistoryFilter(kinds))[0].label == "change-activity-period"
    assert [s.label for s in steps(workspace, HistoryFilter(text="årstasalen"))] == [
        "change-meeting-place"
    ]
    assert len(steps(workspace, HistoryFilter(first=today, last=today))) == 3
    yesterday = today - dt.timedelta(days=1)
    assert steps(workspace, HistoryFilter(first=yesterday, last=yesterday)) == []
    assert steps(workspace, HistoryFilter(text="100%")) == []


def test_a_long_history_is_read_a_page_at_a_time(workspace: Workspace) -> None:
    item = first_item(workspace)
    for number in range(2 * PAGE + 5):
        workspace.run(Change(Item, item.id, {"duration": number + 1}))
    seen: list[HistoryStep] = []
    with workspace.read() as reader:
        while True:
            page = history(reader, HistoryFilter(), seen[-1].ids[0] if seen else None)
            seen += page
            if len(page) < PAGE:
                break
    assert len(seen) == 2 * PAGE + 6
    assert [step.ids[0] for step in seen] == sorted((s.ids[0] for s in seen), reverse=True)


def test_a_visit_longer_than_a_page_is_one_row(workspace: Workspace) -> None:
    item = first_item(workspace)
    for number in range(2 * PAGE + 5):
        workspace.run(Change(Item, item.id, {"title": "x" * (number + 1)}, "visit"))
    found = steps(workspace)
    assert len(found) == 2
    assert len(found[0].ids) == 2 * PAGE + 5
    with workspace.read() as reader:
        rows, more = step_rows(reader, found[0].ids)
    assert ([row.id for row in rows], more) == ([item.id], 0)


def test_a_step_without_rows_is_no_step_to_take_back(workspace: Workspace) -> None:
    with pytest.raises(InputError, match="finns inte kvar"):
        workspace.run(TakeBack((99_999,)))
    assert Journal() == []
    with workspace.read() as reader:
        assert reader.execute(STEP.select()).all()


def test_what_is_closed_or_booked_is_not_taken_back(workspace: Workspace) -> None:
    year = LEDGER_ENTRY.c.year
    with workspace.read() as reader:
        post = str(reader.scalar(select(LEDGER_ENTRY.c.post_id).where(year == 2017)))
    entry = LedgerEntry(year=2017, post_id=post, amount_ore=100, date=dt.date(2017, 5, 1))
    workspace.run(Book(entry))
    booked = steps(workspace)[0]
    with pytest.raises(InputError, match="är bokförd och ändras inte"):
        workspace.run(TakeBack(booked.ids))
    for each in (2016, 2017):
        workspace.run(CloseYear(each, dt.date(2018, 3, 1)))
    closed = steps(workspace)[0]
    with pytest.raises(InputError, match="ändras inte mer"):
        workspace.run(TakeBack(closed.ids))

"""What was is compared with what is, and comes back as one step that undo takes back whole."""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import select

from hubra_desktop.exchange.json_file import dump
from hubra_desktop.model.errors import InputError
from hubra_desktop.model.records.catalogue import RECORDS, SINGLE
from hubra_desktop.model.records.council import Mandate, Person
from hubra_desktop.model.records.meeting import Item, Meeting
from hubra_desktop.model.records.money import BudgetPost, BudgetYear, Evidence
from hubra_desktop.model.records.plan import Activity
from hubra_desktop.store import past as past_file
from hubra_desktop.store.errors import DamagedRegisterError, NotARegisterError, ReadOnlyError
from hubra_desktop.store.journal import LARGE_VALUE
from hubra_desktop.store.pictures import hash_of, kept_picture
from hubra_desktop.store.reading import table_of
from hubra_desktop.work.commands.activities import MoveActivity
from hubra_desktop.work.commands.agenda import SendItems
from hubra_desktop.work.commands.budget import CloseYear
from hubra_desktop.work.commands.evidence import AddEvidence
from hubra_desktop.work.commands.fetch import (
    ELSEWHERE,
    EMPTIED,
    FetchBack,
    GoneFirstError,
    as_fetched,
)
from hubra_desktop.work.commands.indicators import MoveIndicator
from hubra_desktop.work.commands.purge import PurgeEvidence, PurgePerson
from hubra_desktop.work.commands.settings import ChangeHouseStyle, ChangeRegister
from hubra_desktop.work.edits import Add, Change, Remove, Reorder
from hubra_desktop.work.fetching import fetch_of
from hubra_desktop.work.past import open_past
from hubra_desktop.work.queries import Reader, meeting_sheet
from hubra_desktop.work.queries.bundles import register_bundle
from hubra_desktop.work.queries.plan import activities_of
from hubra_desktop.work.queries.since import RowDifference, differences_since
from hubra_desktop.work.workspace import Workspace
from tests.store.registers import spoilt
from tests.work.office import Office
from tests.work.there_and_back import there_and_back

DATA = Path(__file__).parents[1] / "data"
MEETING = "meeting-01"
OTHER = "meeting-2017-4"
STAYS = frozenset({"ballot_voice", "budget_year", "ledger_entry", "section"})
"""Kinds of which no row of the demo register can be removed: booked, numbered, counted, used."""


def fetched(office: Office) -> FetchBack:
    past = copied(office.workspace, office.workspace.path.parent)
    office.run(Remove(Item, "a"))
    command = fetch(past, office.workspace, "agenda_item", "a")
    past.close()
    return command


DONE = {"FetchBack": fetched}


@pytest.mark.parametrize("name", DONE)
def test_what_is_fetched_is_undone_and_done_again(office: Office, name: str) -> None:
    there_and_back(office, DONE[name](office))


@pytest.fixture(scope="module")
def past(made_demo: Path) -> Iterator[Workspace]:
    """The demo register as it was made."""
    opened = open_past(made_demo)
    yield opened
    opened.close()


@contextmanager
def both(past: Workspace, now: Workspace) -> Iterator[tuple[Reader, Reader]]:
    with past.read() as then, now.read() as reader:
        yield then, reader


def fetch(past: Workspace, now: Workspace, kind: str, row_id: str) -> FetchBack:
    with both(past, now) as (then, reader):
        return fetch_of(then, reader, (kind, row_id))


def found(past: Workspace, now: Workspace) -> list[RowDifference]:
    with both(past, now) as readers:
        return list(differences_since(*readers).rows)


def content(workspace: Workspace) -> bytes:
    with workspace.read() as reader:
        return dump(register_bundle(reader))


def left_out(workspace: Workspace, command: FetchBack) -> list[tuple[str, str]]:
    with workspace.read() as reader:
        return [(each.row[1], each.why) for each in as_fetched(reader, command)[1]]


def some_row(past: Workspace, kind: str) -> str:
    with past.read() as reader:
        return str(reader.scalar(select(table_of(RECORDS[kind]).c.id).limit(1)) or "")


def removed(workspace: Workspace, past: Workspace, kind: str) -> str:
    """Remove a row of a kind in the present, and return its id; "" where none can be."""
    with past.read() as reader:
        ids = list(reader.scalars(select(table_of(RECORDS[kind]).c.id)))
    for row_id in ids:
        try:
            workspace.run(Remove(RECORDS[kind], row_id))
        except (InputError, KeyError):
            continue
        return str(row_id)
    return ""


@pytest.mark.parametrize("kind", RECORDS.keys() - SINGLE)
def test_a_removed_row_comes_back_in_one_step(
    any_demo: Workspace, past: Workspace, kind: str
) -> None:
    row_id = removed(any_demo, past, kind) if kind not in STAYS else ""
    if not row_id:
        assert kind in STAYS or not some_row(past, kind)
        return
    after = content(any_demo)
    any_demo.run(fetch(past, any_demo, kind, row_id))
    assert found(past, any_demo) == []
    any_demo.undo()
    assert content(any_demo) == after
    any_demo.undo()


def test_a_changed_meeting_comes_back_as_it_was_and_what_came_since_goes(
    demo: Workspace, past: Workspace
) -> None:
    before = content(demo)
    with demo.read() as reader:
        first, second, *_ = meeting_sheet(reader, MEETING).items
    demo.run(Change(Meeting, MEETING, {"place": "B-salen"}))
    demo.run(Change(Item, first.id, {"title": "En annan rubrik"}))
    demo.run(Remove(Item, second.id))
    new = str(demo.run(Add(Item, {"title": "Ny"}, MEETING)).created)
    after = content(demo)
    rows = found(past, demo)
    told = {each.row.id: each.row.op for each in rows}
    assert told[first.id] == told[MEETING] == "changed"
    assert (told[second.id], told[new]) == ("removed", "added")
    assert all(each.root == ("meeting", MEETING) for each in rows)
    demo.run(fetch(past, demo, "agenda_item", second.id))
    with demo.read() as reader:
        items = meeting_sheet(reader, MEETING).items
    assert [each.id for each in items[:2]] == [first.id, second.id]
    demo.run(fetch(past, demo, "meeting", MEETING))
    assert content(demo) == before
    again = demo.run(fetch(past, demo, "meeting", MEETING))
    assert again.rows == ()
    demo.undo()
    demo.undo()
    assert content(demo) == after


def test_what_a_row_belonged_to_comes_first(demo: Workspace, past: Workspace) -> None:
    before = content(demo)
    with demo.read() as reader:
        item = meeting_sheet(reader, MEETING).items[0].id
    demo.run(Remove(Meeting, MEETING))
    with pytest.raises(GoneFirstError) as refused:
        demo.run(fetch(past, demo, "agenda_item", item))
    assert refused.value.key == ("meeting", MEETING)
    demo.run(fetch(past, demo, "meeting", MEETING))
    assert content(demo) == before


def test_a_row_that_moved_is_left_by_its_meeting_and_moves_back_by_itself(
    demo: Workspace, past: Workspace
) -> None:
    before = content(demo)
    with demo.read() as reader:
        item = meeting_sheet(reader, MEETING).items[3].id
    demo.run(SendItems((item,), OTHER))
    whole = fetch(past, demo, "meeting", MEETING)
    assert left_out(demo, whole) == [(item, ELSEWHERE)]
    assert demo.run(whole).rows == ()
    demo.run(fetch(past, demo, "agenda_item", item))
    assert content(demo) == before


def test_a_row_goes_back_to_its_place_when_it_has_moved(demo: Workspace, past: Workspace) -> None:
    before = content(demo)
    with demo.read() as reader:
        items = meeting_sheet(reader, MEETING).items
        activity = activities_of(reader, 2017)[4].id
    demo.run(Reorder(Item, items[3].id, 0))
    demo.run(Add(Item, {"title": "Ny"}, MEETING, index=1))
    demo.run(MoveIndicator(some_row(demo, "indicator"), 2))
    demo.run(MoveActivity(activity, 0))
    demo.run(fetch(past, demo, "agenda_item", items[3].id))
    with demo.read() as reader:
        now = meeting_sheet(reader, MEETING).items
    assert [each.id for each in now if each.title != "Ny"] == [each.id for each in items]
    demo.run(fetch(past, demo, "meeting", MEETING))
    demo.run(fetch(past, demo, "indicator", some_row(demo, "indicator")))
    demo.run(fetch(past, demo, "activity", activity))
    assert content(demo) == before


def test_what_it_names_that_is_gone_is_left_empty_or_waited_for(
    demo: Workspace, past: Workspace
) -> None:
    with demo.read() as reader:
        chair = meeting_sheet(reader, MEETING).chair_id
        mandate = reader.scalar(
            select(table_of(Mandate).c.id).where(table_of(Mandate).c.person_id == chair)
        )
    assert chair is not None
    demo.run(Remove(Meeting, MEETING))
    demo.run(Remove(Person, chair))
    command = fetch(past, demo, "meeting", MEETING)
    assert (MEETING, EMPTIED) in left_out(demo, command)
    demo.run(command)
    with demo.read() as reader:
        assert meeting_sheet(reader, MEETING).chair_id is None
    with pytest.raises(GoneFirstError) as refused:
        demo.run(fetch(past, demo, "mandate", str(mandate)))
    assert refused.value.key == ("person", chair)


def test_the_name_of_somebody_gone_is_kept_where_it_has_a_place(
    demo: Workspace, made_demo: Path, tmp_path: Path
) -> None:
    person = str(demo.run(Add(Person, {"name": "Bo Bort"})).created)
    other = str(demo.run(Add(Person, {"name": "Glöm Mig"})).created)
    with demo.read() as reader:
        some, more = reader.scalars(select(table_of(Activity).c.id).limit(2))
    demo.run(Change(Activity, some, {"responsible_id": person, "responsible": ""}))
    demo.run(Change(Activity, more, {"responsible_id": other, "responsible": ""}))
    past = copied(demo, tmp_path)
    for each in (some, more):
        demo.run(Remove(Activity, each))
    demo.run(Remove(Person, person))
    demo.run(PurgePerson(other, "KS 2026/1"))
    for each in (some, more):
        demo.run(fetch(past, demo, "activity", each))
    names = select(table_of(Activity).c.responsible).where(
        table_of(Activity).c.id.in_((some, more))
    )
    with demo.read() as reader:
        assert sorted(reader.scalars(names)) == ["", "Bo Bort"]
    past.close()


def copied(workspace: Workspace, folder: Path) -> Workspace:
    """Return the register as it is now, as a generation of it shows it later."""
    path = folder / "då.hubra"
    path.write_bytes(workspace.path.read_bytes())
    opened = open_past(path)
    path.unlink()
    return opened


def test_what_is_purged_is_neither_shown_nor_fetched(demo: Workspace, tmp_path: Path) -> None:
    person = str(demo.run(Add(Person, {"name": "Glöm Mig", "phone": "070"})).created)
    values = {"person_id": person, "body_id": some_row(demo, "body")}
    mandate = str(demo.run(Add(Mandate, values)).created)
    past = copied(demo, tmp_path)
    demo.run(PurgePerson(person, "KS 2026/1"))
    with both(past, demo) as readers:
        told = differences_since(*readers)
    assert told.rows == ()
    assert "Glöm Mig" not in str(told)
    for kind, row_id in (("person", person), ("mandate", mandate)):
        with pytest.raises(InputError, match="gallrade"):
            demo.run(fetch(past, demo, kind, row_id))
    past.close()


def test_what_is_booked_or_closed_stays(demo: Workspace, past: Workspace) -> None:
    with past.read() as reader:
        year = select(table_of(BudgetYear).c.id).where(table_of(BudgetYear).c.year == 2017)
        of_year = table_of(BudgetPost).c.budget_year_id == year.scalar_subquery()
        post = str(reader.scalar(select(table_of(BudgetPost).c.id).where(of_year)))
    demo.run(Change(BudgetPost, post, {"name": "En annan post"}))
    for each in (2016, 2017):
        demo.run(CloseYear(each, dt.date(2019, 3, 1)))
    with pytest.raises(InputError, match="ändras inte mer"):
        demo.run(fetch(past, demo, "budget_post", post))


def test_a_row_that_was_not_there_cannot_come_back(demo: Workspace, past: Workspace) -> None:
    new = str(demo.run(Add(Person, {"name": "Ny"})).created)
    with pytest.raises(KeyError):
        fetch(past, demo, "person", new)


def test_the_register_and_its_looks_come_back(demo: Workspace, past: Workspace) -> None:
    before = content(demo)
    for kind in SINGLE:
        row_id = some_row(demo, kind)
        assert fetch(past, demo, kind, row_id).row_id == row_id
    demo.run(ChangeRegister({"name": "Ett annat råd"}, "Annat"))
    demo.run(ChangeHouseStyle({"organisation": "Ett annat råd"}))
    for each in found(past, demo):
        demo.run(fetch(past, demo, each.row.kind, each.row.id))
    assert content(demo) == before


def test_a_long_text_is_told_by_what_differs(demo: Workspace, past: Workspace) -> None:
    with demo.read() as reader:
        item = meeting_sheet(reader, MEETING).items[0].id
    demo.run(Change(Item, item, {"note": "Rådet arbetar för trygghet. " * 30}))
    with_text = copied(demo, demo.path.parent)
    demo.run(Change(Item, item, {"note": "Rådet arbetar för trygghet. " * 29 + "Och ordning."}))
    (each,) = found(with_text, demo)
    (field,) = each.row.fields
    assert field.partial
    assert len(field.old) < 40
    with_text.close()


@pytest.mark.parametrize("version", [1, 6])
def test_an_older_schema_is_shown_and_its_file_left(version: int, tmp_path: Path) -> None:
    path = tmp_path / "då.hubra"
    path.write_bytes((DATA / f"register-000{version}.hubra").read_bytes())
    before = path.read_bytes()
    past = open_past(path)
    assert len(content(past)) > 1000
    assert past.problems() == []
    with pytest.raises(ReadOnlyError):
        past.run(Add(Person, {"name": "Ny"}))
    past.close()
    assert path.read_bytes() == before


def test_what_is_no_register_or_damaged_is_refused(
    made_demo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "då.hubra"
    path.write_bytes(b"nothing like it" * 1000)
    with pytest.raises(NotARegisterError):
        open_past(path)
    path.write_bytes(made_demo.read_bytes())
    monkeypatch.setattr(past_file, "LARGEST", 4096)
    with pytest.raises(past_file.TooLargeToShowError):
        open_past(path)
    monkeypatch.undo()
    spoilt(path, "agenda_item")
    with pytest.raises(DamagedRegisterError):
        open_past(path)


def test_a_file_that_is_kept_no_more_comes_back_with_its_row(
    demo: Workspace, tmp_path: Path
) -> None:
    grant, content = some_row(demo, "grant"), b"%PDF-1.7"
    kept = demo.run(AddEvidence("grant", grant, "kvitto.pdf", content, dt.date(2017, 5, 1)))
    evidence = str(kept.created)
    past = copied(demo, tmp_path)
    demo.run(Remove(Evidence, evidence))
    with demo._file.write() as connection:
        connection.execute(LARGE_VALUE.delete())
    demo.run(fetch(past, demo, "evidence", evidence))
    assert found(past, demo) == []
    with demo.read() as reader:
        assert kept_picture(reader, hash_of(content)) == content
    demo.run(PurgeEvidence(evidence))
    with pytest.raises(InputError, match="gallrade"):
        demo.run(fetch(past, demo, "evidence", evidence))
    past.close()

"""Matters and what waits: numbers that are one matter's, rows parked and taken up again."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import pytest

from hubra_desktop.exchange.json_file import dump, load
from hubra_desktop.model.errors import InputError
from hubra_desktop.model.export_bundle import Bundle
from hubra_desktop.model.matter_life import MatterStep, matter_line_text, public_matter_line
from hubra_desktop.model.records.council import BacklogItem, Matter, MatterAlias
from hubra_desktop.model.records.meeting import Item, Meeting, MeetingPaper, Presenter
from hubra_desktop.model.records.money import Grant
from hubra_desktop.model.records.plan import Consultation
from hubra_desktop.model.records.reports import Report
from hubra_desktop.model.terms import BacklogKind, BacklogState, ItemKind, MeetingState
from hubra_desktop.work.commands.backlog import ParkItem, PlaceItem, PlaceItems
from hubra_desktop.work.commands.base import Command
from hubra_desktop.work.commands.imports import ImportBundle
from hubra_desktop.work.commands.matters import ListNumbers
from hubra_desktop.work.edits import Add, Change, Remove, Store
from hubra_desktop.work.queries.backlog import BacklogRow, backlog_rows, carried_days, waiting_by
from hubra_desktop.work.queries.due import council_due
from hubra_desktop.work.queries.matters import (
    MatterView,
    matter_numbered,
    matter_rows,
    matter_view,
    unlisted_numbers,
)
from tests.work.calling import issue
from tests.work.office import DAY, Office
from tests.work.rooms import of_modules
from tests.work.there_and_back import refused, there_and_back

Making = Callable[[Office], Command]
NUMBER = "KS-2019/12.345"
LATER = dt.date(2019, 9, 2)


def later(office: Office, **head: object) -> str:
    """Make a meeting after the one of the office."""
    meeting = Meeting(body_id=office.body, date=LATER, start=930, items=(Item(id="x", title="X"),))
    return office.made(Store(replace(meeting, **head)))  # type: ignore[arg-type]


def call(office: Office) -> None:
    office.run(Change(Meeting, office.meeting, {"state": MeetingState.CALLED}))


def idea(office: Office, **values: object) -> str:
    return office.made(Store(BacklogItem(**{"title": "Lysning", **values})))  # type: ignore[arg-type]


def waiting(office: Office) -> list[BacklogRow]:
    with office.workspace.read() as reader:
        return [each for each in backlog_rows(reader) if each.waits]


def view(office: Office) -> MatterView:
    with office.workspace.read() as reader:
        return matter_view(reader, office.matter)


def titles(office: Office, meeting_id: str = "") -> list[str]:
    return [item.title for item in office.sheet(meeting_id).items]


def numbered(office: Office) -> ListNumbers:
    """Name a case number that no matter has on the agenda."""
    office.run(Change(Item, "c", {"case_number": "KS-2019/99"}))
    return ListNumbers()


DONE: dict[str, Making] = {
    "ListNumbers": numbered,
    "ParkItem": lambda _: ParkItem("a", BacklogKind.PARKED, "Hinner inte"),
    "PlaceItems": lambda o: PlaceItems((idea(o), idea(o, title="Skola")), o.meeting),
    "PlaceItem": lambda o: PlaceItem(idea(o), o.meeting, 1),
}


def test_every_command_of_the_backlog_is_tried() -> None:
    assert of_modules(("backlog", "commands.matters")) == DONE.keys()


@pytest.mark.parametrize("name", DONE)
def test_what_is_parked_and_placed_can_be_undone(office: Office, name: str) -> None:
    there_and_back(office, DONE[name](office))


def test_a_row_is_parked_with_its_sub_items_and_all_that_is_needed_later(office: Office) -> None:
    who = (Presenter(name="Erik Öman", title="utredare"),)
    values = {"case_number": NUMBER, "duration": 20, "raised_by": "Åsa Ek", "presenters": who}
    office.run(Change(Item, "a", {**values, "kind": ItemKind.DECISION, "closed": True}))
    office.run(ParkItem("a", reason="Underlaget saknas"))
    assert titles(office) == ["B", "C"]
    first, *others = [each.item for each in waiting(office)]
    assert [each.title for each in others] == ["A1", "A2"]
    assert (first.case_number, first.duration, first.raised_by) == (NUMBER, 20, "Åsa Ek")
    assert (first.presenters, first.item_kind, first.closed) == (
        "Erik Öman, utredare", ItemKind.DECISION, True,
    )  # fmt: skip
    assert (first.reason, first.item_id) == ("Underlaget saknas", None)
    assert "sammanträdet den 6 maj 2019" in first.note
    new = office.made(PlaceItem(first.id, later(office)))
    placed = office.sheet(later_id(office)).items[-1]
    assert (placed.id, placed.title, placed.closed, placed.duration) == (new, "A", True, 20)
    assert [each.name for each in placed.presenters] == ["Erik Öman"]


def later_id(office: Office) -> str:
    return next(each.id for each in office.everything().meetings if each.date == LATER)


def test_after_the_kallelse_a_parked_row_stays_as_withdrawn_and_is_continued(
    office: Office,
) -> None:
    call(office)
    backlog = office.made(ParkItem("b"))
    assert titles(office) == ["A", "A1", "A2", "B", "C"]
    assert office.sheet().items[3].withdrawn
    (row,) = waiting(office)
    assert (row.item.item_id, row.from_day) == ("b", DAY)
    meeting = later(office, state=MeetingState.CALLED)
    new = office.made(PlaceItem(backlog, meeting))
    placed = next(item for item in office.sheet(meeting).items if item.id == new)
    assert (placed.carried_from_id, placed.withdrawn) == ("b", False)
    assert placed.added_late is not None
    with office.workspace.read() as reader:
        assert carried_days(reader, meeting) == {new: DAY}
        (there,) = backlog_rows(reader)
    assert (there.item.state, there.placed_day) == (BacklogState.PLACED, LATER)
    refused(office, PlaceItem(backlog, office.meeting), "står redan på listan till sammanträdet")


def test_what_a_meeting_tabled_stays_as_it_was_called(office: Office) -> None:
    office.run(Change(Meeting, office.meeting, {"state": MeetingState.HELD}))
    office.run(ParkItem("b", BacklogKind.TABLED))
    assert not office.sheet().items[3].withdrawn


@pytest.mark.parametrize("away", ["row", "meeting"])
def test_what_was_taken_up_waits_again_when_its_row_goes(office: Office, away: str) -> None:
    backlog, meeting = idea(office), later(office)
    new = office.made(PlaceItem(backlog, meeting))
    assert not waiting(office)
    there_and_back(office, Remove(Item, new) if away == "row" else Remove(Meeting, meeting))
    (row,) = waiting(office)
    assert row.item.state is BacklogState.WAITING


def test_a_row_taken_up_and_parked_again_is_one_that_waits(office: Office) -> None:
    backlog = idea(office)
    new = office.made(PlaceItem(backlog, office.meeting))
    assert office.made(ParkItem(new, reason="Åter")) == backlog
    (row,) = waiting(office)
    assert (row.id, row.item.reason, row.item.state) == (backlog, "Åter", BacklogState.WAITING)


def test_what_cannot_be_parked_or_placed(office: Office) -> None:
    refused(office, ParkItem("borta"), "finns inte längre")
    refused(office, PlaceItem("borta", office.meeting), "finns inte längre")
    cancelled = later(office, state=MeetingState.CANCELLED)
    refused(office, PlaceItem(idea(office), cancelled), "inställt eller flyttat")


def test_a_number_is_one_matters_however_written(office: Office) -> None:
    same = "ks 2019/12.345"
    refused(office, Add(Matter, {"case_number": same}), "”Belysning” har redan diarienumret")
    other = office.made(Add(Matter, {"case_number": "KS-2019/7", "title": "Annat"}))
    refused(office, Change(Matter, other, {"case_number": same}), "hör till ett ärende")
    alias = {"matter_id": other, "reason": "Planens"}
    refused(office, Add(MatterAlias, {**alias, "case_number": same}), "”Belysning” har redan")
    office.run(Add(MatterAlias, {**alias, "case_number": "KS-2016/1"}))
    refused(office, Change(Matter, office.matter, {"case_number": "KS 2016/1"}), "”Annat” har")
    own = {"matter_id": other, "case_number": "KS-2019/7"}
    refused(office, Add(MatterAlias, own), "”Annat” har redan")
    office.run(Add(Matter, {"title": "Utan nummer"}))
    office.run(Add(Matter, {"title": "Också utan"}))


def test_an_undo_that_would_give_a_number_twice_is_refused(office: Office) -> None:
    office.run(Change(Matter, office.matter, {"case_number": ""}))
    office.workspace.undo()
    office.run(Change(Matter, office.matter, {"case_number": "KS-2019/8"}))
    office.run(Add(Matter, {"case_number": NUMBER}))
    office.workspace.undo()
    office.workspace.redo()
    with pytest.raises(InputError, match="redan diarienumret"):
        office.run(Add(MatterAlias, {"matter_id": office.matter, "case_number": NUMBER}))


def test_a_file_brings_no_number_twice(office: Office) -> None:
    twice = Bundle(
        matters=(Matter(id="m2", case_number="KS-2020/1"), Matter(id="m3", case_number="ks 2020/1"))
    )
    refused(office, ImportBundle(twice), "redan diarienumret")
    known = Bundle(matters=(Matter(id="m2", case_number="ks 2019/12.345", title="Annan"),))
    before = office.everything()
    office.run(ImportBundle(load(dump(known))))
    assert office.everything().matters == before.matters
    alias = MatterAlias(id="a1", matter_id=office.matter, case_number="KS-2016/1", reason="x")
    office.run(ImportBundle(Bundle(matter_aliases=(alias,))))
    again = replace(alias, id="a2", case_number="ks 2016/1", matter_id="m2")
    office.run(ImportBundle(replace(known, matter_aliases=(again,))))
    assert office.everything().matter_aliases == (alias,)


def test_a_matters_life_in_order_of_time(office: Office) -> None:
    office.run(
        Add(MatterAlias, {"matter_id": office.matter, "case_number": "KS-2016/1", "reason": "x"})
    )
    office.run(Change(Matter, office.matter, {"opened": dt.date(2019, 1, 2)}))
    office.run(Change(Item, "b", {"case_number": "ks 2019/12.345"}))
    call(office)
    backlog = office.made(ParkItem("b", reason="Underlaget saknas"))
    meeting = later(office)
    office.run(PlaceItem(backlog, meeting))
    new = office.sheet(meeting).items[-1].id
    office.run(Change(Item, new, {"case_number": "", "closed": True}))
    paper = MeetingPaper(id="p", item_id="b", title="PM om ljus", date=dt.date(2019, 4, 1))
    office.run(Store(paper, office.meeting))
    office.run(
        Store(Report(year=2019, title="Svar", case_number="KS-2016/1", date=dt.date(2019, 5, 1)))
    )
    office.run(
        Store(Consultation(title="Motion", case_number=NUMBER, received=dt.date(2019, 3, 1)))
    )
    found = view(office)
    steps = [(each.step, each.day) for each in found.life]
    assert steps == [
        (MatterStep.OPENED, dt.date(2019, 1, 2)),
        (MatterStep.RECEIVED, dt.date(2019, 3, 1)),
        (MatterStep.PAPER, dt.date(2019, 4, 1)),
        (MatterStep.REPORT, dt.date(2019, 5, 1)),
        (MatterStep.ITEM, DAY),
        (MatterStep.ITEM, LATER),
    ]
    report = next(each for each in found.life if each.step is MatterStep.REPORT)
    assert matter_line_text(report).endswith("med numret KS-2016/1")
    closed = found.life[-1]
    assert "B" in matter_line_text(closed)
    assert (
        matter_line_text(public_matter_line(closed))
        == "Sammanträde: Bakom stängda dörrar · Planerat"
    )
    assert found.row.met_on == LATER
    with office.workspace.read() as reader:
        (row,) = matter_rows(reader)
        assert matter_numbered(reader, "Dnr KS 2016/1") == office.matter
        assert matter_numbered(reader, "KS-2016/2") is None
        assert unlisted_numbers(reader) == ()
    assert row.met_on == DAY


def test_what_waits_of_a_matter_is_told_on_it(office: Office) -> None:
    idea(office, case_number="KS 2019/12.345")
    idea(office, case_number="KS-1999/1", title="Annat")
    assert [each.item.title for each in view(office).waiting] == ["Lysning"]
    office.run(Change(Item, "c", {"case_number": "KS-1999/1"}))
    with office.workspace.read() as reader:
        assert unlisted_numbers(reader) == (("KS-1999/1", "C"),)


def test_what_is_wanted_soon_is_due(office: Office) -> None:
    late = idea(office, title="Sen", wanted_by=dt.date(2019, 4, 1))
    soon = idea(office, title="Snart", wanted_by=dt.date(2019, 5, 30))
    idea(office, title="Sedan", wanted_by=dt.date(2019, 12, 1))
    later(office)
    with office.workspace.read() as reader:
        found = council_due(reader, dt.date(2019, 4, 15))
        ordered = waiting_by(reader, DAY)
    told = {each.id: each.sentence for each in found if each.kind == "backlog_item"}
    assert set(told) == {late, soon}
    assert "skulle ha tagits upp senast den 1 april" in told[late]
    assert "Sammanträdet den 6 maj 2019 är det sista" in told[soon]
    assert [each.item.title for each in ordered] == ["Sen", "Snart", "Sedan"]
    call(office)
    with office.workspace.read() as reader:
        found = council_due(reader, dt.date(2019, 4, 15))
    told = {each.id: each.sentence for each in found if each.kind == "backlog_item"}
    assert "inget sammanträde hinner kallas" in told[soon]


def test_a_grant_stands_in_its_matters_life(rich: Office) -> None:
    grant = rich.everything().grants[0]
    rich.run(Change(Grant, grant.id, {"case_number": NUMBER}))
    steps = {each.step for each in view(rich).life}
    assert MatterStep.APPLIED in steps
    assert (MatterStep.DECIDED in steps) == bool(grant.decisions)


def test_a_row_of_an_issued_kallelse_keeps_its_number_when_it_is_parked(office: Office) -> None:
    office.run(Change(Item, "b", {"case_number": NUMBER}))
    issue(office)
    numbers = [item.number_typed for item in office.sheet().items]
    office.run(ParkItem("b"))
    sheet = office.sheet()
    assert [item.number_typed for item in sheet.items] == numbers
    assert sheet.items[3].withdrawn
    issued = next(each for each in view(office).life if each.step is MatterStep.ISSUED)
    assert (issued.kind, issued.id) == ("meeting", office.meeting)


def test_numbers_of_the_agendas_become_matters_and_closed_titles_stay_closed(
    office: Office,
) -> None:
    closed = {"case_number": "KS-2019/100", "closed": True, "public_title": "Ett ärende"}
    office.run(Change(Item, "b", {**closed, "print_case_number": True}))
    office.run(Change(Item, "a1", {"case_number": "KS-2019/101", "closed": True}))
    office.run(Change(Item, "a", {"case_number": "ks 2019/12.345"}))
    office.run(numbered(office))
    told = {each.case_number: each.title for each in office.everything().matters}
    assert told == {NUMBER: "Belysning", "KS-2019/99": "C", "KS-2019/100": "Ett ärende"}
    refused(office, ListNumbers(), "redan upplagda")

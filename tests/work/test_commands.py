"""Each command: what it does, what it refuses, and that undo and redo lead back and forward."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from hubra_desktop.model.errors import InputError
from hubra_desktop.model.export_bundle import Bundle
from hubra_desktop.model.records.council import Body, Mandate, Matter, Person
from hubra_desktop.model.records.meeting import (
    Footnote,
    Item,
    Meeting,
    PreMeeting,
    Presenter,
    Signature,
)
from hubra_desktop.model.records.rulebook import BlockedPeriod
from hubra_desktop.model.templates import standard_template
from hubra_desktop.model.terms import Anchor, BodyKind, ItemKind, MeetingState, Role
from hubra_desktop.work.commands.appointments import AppointOfficer
from hubra_desktop.work.commands.base import Command
from hubra_desktop.work.commands.imports import ImportBundle
from hubra_desktop.work.commands.meeting_year import MakeMeetings, SavePeriods
from hubra_desktop.work.commands.meetings import CopyMeeting, NewMeeting
from hubra_desktop.work.commands.settings import ChangeHouseStyle, ChangeRegister
from hubra_desktop.work.commands.templates import SaveTemplate
from hubra_desktop.work.edits import Add, Change, Remove, Store
from hubra_desktop.work.queries.people import persons
from tests.work.office import DAY, Office, meeting_of
from tests.work.rooms import COUNCIL, name_of, of_modules
from tests.work.there_and_back import leads_to_its_end

Making = Callable[[Office], Command]

DONE: dict[str, Making] = {
    "AddBody": lambda o: Add(Body, {"name": "Skolan", "parent_id": o.other}),
    "AddFootnote": lambda o: Add(
        Footnote, {"anchor": Anchor.ITEM, "item_id": "b", "text": "Bilaga 2"}, o.meeting
    ),
    "AddItem": lambda o: Add(
        Item, {"title": "Ny", "presenters": (Presenter(id="p1", name="Åsa Ek"),)}, o.meeting, 1
    ),
    "AddMandate": lambda o: Add(
        Mandate, {"person_id": o.clerk, "body_id": o.body, "role": Role.SECRETARY}
    ),
    "AddMatter": lambda _: Add(Matter, {"case_number": "KS-2019/1", "title": "Cykelväg"}),
    "AddPerson": lambda _: Add(Person, {"name": "Örjan Ask"}),
    "AddPreMeeting": lambda o: Add(PreMeeting, {"group": "Oppositionen"}, o.meeting),
    "SaveTemplate": lambda _: SaveTemplate(standard_template(), "Örjan Ask", ""),
    "AddSignature": lambda o: Add(Signature, {"name": "Erik", "role": "Sekreterare"}, o.meeting),
    "AppointOfficer": lambda o: AppointOfficer(o.meeting, Role.SECRETARY, name="Maja Ask"),
    "ChangeBody": lambda o: Change(Body, o.body, {"name": "Nya rådet"}),
    "ChangeFootnote": lambda _: Change(Footnote, "f2", {"anchor": Anchor.PLACE}),
    "ChangeHouseStyle": lambda _: ChangeHouseStyle({"logotype": b"\xff\xd8\xff\x00"}),
    "ChangeItem": lambda _: Change(Item, "a", {"title": "Ä", "presenters": (), "pin": 940}),
    "ChangeMandate": lambda o: Change(Mandate, o.mandate, {"valid_to": date(2019, 1, 1)}),
    "ChangeMatter": lambda o: Change(Matter, o.matter, {"title": "Ljus"}),
    "ChangeMeeting": lambda o: Change(Meeting, o.meeting, {"end": None, "place": "Biblioteket"}),
    "ChangePerson": lambda o: Change(Person, o.clerk, {"unit": "SÄF"}),
    "ChangePreMeeting": lambda _: Change(PreMeeting, "g1", {"start": 880}),
    "ChangeRegister": lambda o: ChangeRegister({"own_body_id": o.other, "practice": True}),
    "ChangeSignature": lambda _: Change(Signature, "s1", {"name": "Någon"}),
    "CopyMeeting": lambda o: CopyMeeting(o.meeting, date(2019, 9, 2)),
    "ImportBundle": lambda o: ImportBundle(
        Bundle(meetings=(replace(meeting_of(o.body), place="Annan"),))
    ),
    "MakeMeetings": lambda _: MakeMeetings((NewMeeting(date(2019, 9, 2), 930),)),
    "SavePeriods": lambda _: SavePeriods((BlockedPeriod(name="Sportlov", first=DAY),)),
    "NewMeeting": lambda _: NewMeeting(date(2019, 9, 2), 930, 1020),
    "RemoveBody": lambda o: Remove(Body, o.other),
    "RemoveFootnote": lambda _: Remove(Footnote, "f1"),
    "RemoveItem": lambda _: Remove(Item, "a"),
    "RemoveMandate": lambda o: Remove(Mandate, o.mandate),
    "RemoveMatter": lambda o: Remove(Matter, o.matter),
    "RemoveMeeting": lambda o: Remove(Meeting, o.meeting),
    "RemovePerson": lambda o: Remove(Person, o.chair),
    "RemovePreMeeting": lambda _: Remove(PreMeeting, "g1"),
    "RemoveSignature": lambda _: Remove(Signature, "s1"),
}
GONE = "Uppgiften finns inte längre"
BROKEN = "hänvisar till något som inte finns"
THERE = "finns redan i registret"
STRAY = Footnote(anchor=Anchor.ITEM, item_id="a9")
REFUSED: dict[str, tuple[Making, str]] = {
    "a name with a line break": (lambda _: Add(Person, {"name": "Åsa\nEk"}), "på en rad"),
    "control characters": (lambda _: Add(Matter, {"title": "\x00"}), "osynliga styrtecken"),
    "a line separator": (lambda _: Add(Person, {"name": "Åsa\u2028Ek"}), "osynliga styrtecken"),
    "a body in itself": (lambda o: Change(Body, o.body, {"parent_id": o.body}), "i sig självt"),
    "a body in nothing": (lambda o: Change(Body, o.body, {"parent_id": "x"}), BROKEN),
    "a body in use": (lambda o: Remove(Body, o.body), "Organet används"),
    "a mandate for nobody": (
        lambda o: Add(Mandate, {"person_id": "x", "body_id": o.body}),
        BROKEN,
    ),
    "an own body that is not there": (lambda _: ChangeRegister({"own_body_id": "x"}), BROKEN),
    "a chair who is not there": (lambda o: Change(Meeting, o.meeting, {"chair_id": "x"}), BROKEN),
    "a presenter who is not there": (
        lambda _: Change(Item, "a", {"presenters": (Presenter(person_id="x"),)}),
        BROKEN,
    ),
    "presenters as text": (
        lambda _: Change(Item, "a", {"presenters": ("Åsa",)}),
        "namn, titel, enhet",
    ),
    "new presenters as text": (
        lambda o: Add(Item, {"presenters": ("Åsa",)}, o.meeting),
        "namn, titel, enhet",
    ),
    "a meeting that is there": (lambda o: Store(meeting_of(o.body)), THERE),
    "an end before the start": (lambda o: Change(Meeting, o.meeting, {"end": 900}), "slutar innan"),
    "a year without days": (lambda _: MakeMeetings(()), "ingen dag att skapa"),
    "two meetings of a day": (lambda _: MakeMeetings((NewMeeting(DAY, 930),) * 2), "samma dag"),
    "a period that ends first": (
        lambda _: SavePeriods((BlockedPeriod(first=DAY, last=DAY - timedelta(1)),)),
        "Perioden slutar innan",
    ),
    "an end at the start": (lambda _: NewMeeting(DAY, 930, 930), "slutar innan"),
    "a day long ago": (lambda _: NewMeeting(date(1, 1, 3), 930), "mellan 1900 och 2199"),
    "a copy long ago": (lambda o: CopyMeeting(o.meeting, date(1, 1, 3)), "mellan 1900 och"),
    "moved nowhere": (
        lambda o: Change(Meeting, o.meeting, {"state": MeetingState.MOVED}),
        "Välj vilket sammanträde",
    ),
    "moved to itself": (
        lambda o: Change(Meeting, o.meeting, {"moved_to": o.meeting}),
        "till sig självt",
    ),
    "a note to no row": (
        lambda o: Add(Footnote, {"anchor": Anchor.ITEM}, o.meeting),
        "Välj vilken punkt",
    ),
    "a note to a row elsewhere": (
        lambda _: Change(Footnote, "f1", {"anchor": Anchor.ITEM, "item_id": "x"}),
        "Välj vilken punkt",
    ),
    "a note to the time with a row": (
        lambda o: Add(Footnote, {"anchor": Anchor.TIME, "item_id": "a"}, o.meeting),
        "hör inte till någon punkt",
    ),
    "a meeting with a stray note": (
        lambda o: Store(Meeting(body_id=o.body, date=DAY, footnotes=(STRAY,))),
        "Välj vilken punkt",
    ),
    "a meeting with a broken id": (
        lambda o: Store(replace(meeting_of(o.body), id="å" * 40)),
        "trasig",
    ),
    "a chair who is gone": (lambda o: AppointOfficer(o.meeting, Role.CHAIR, "x"), GONE),
    "a secretary without meeting": (lambda _: AppointOfficer("x", Role.SECRETARY), GONE),
    "a row that is too long": (lambda _: Change(Item, "a", {"duration": 481}), "0–480 minuter"),
    "a copy of nothing": (lambda _: CopyMeeting("x", DAY), GONE),
    "a row in nothing": (lambda _: Add(Item, {}, "x"), GONE),
    "removing no row": (lambda _: Remove(Item, "x"), GONE),
    "removing no note": (lambda _: Remove(Footnote, "x"), GONE),
    "removing nobody": (lambda _: Remove(Person, "x"), GONE),
    "changing no meeting": (lambda _: Change(Meeting, "x", {}), GONE),
    "a picture of another kind": (lambda _: ChangeHouseStyle({"logotype": b"GIF"}), "PNG- eller"),
    "an import that points nowhere": (
        lambda _: ImportBundle(Bundle(meetings=(meeting_of("x"),))),
        "Inget har lästs in",
    ),
}


def test_every_command_of_the_council_stands_here() -> None:
    assert set(DONE) >= of_modules(COUNCIL)


@pytest.mark.parametrize("name", DONE)
def test_a_command_is_done_undone_and_done_again(office: Office, name: str) -> None:
    heard: list[Any] = []
    office.workspace.subscribe(heard.append)
    before = office.everything()
    command = DONE[name](office)
    assert name_of(command) == name
    done = office.run(command)
    after = office.everything()
    assert after != before
    assert (office.workspace.undo_label, office.workspace.redo_label) == (command.label, None)
    undone = office.workspace.undo()
    assert office.everything() == before
    assert (office.workspace.undo_label, office.workspace.redo_label) == (None, command.label)
    again = office.workspace.redo()
    assert office.everything() == after
    assert heard == [done, undone, again]
    assert {(row.kind, row.id) for row in done.rows} == {(row.kind, row.id) for row in undone.rows}
    assert done.rows == again.rows
    assert done.meetings == undone.meetings == again.meetings
    assert office.workspace.problems() == []


@pytest.mark.parametrize("name", REFUSED)
def test_a_refused_command_changes_nothing(office: Office, name: str) -> None:
    heard: list[Any] = []
    office.workspace.subscribe(heard.append)
    before = office.everything()
    make, sentence = REFUSED[name]
    with pytest.raises(InputError, match=sentence) as caught:
        office.run(make(office))
    assert leads_to_its_end(caught.value)
    assert office.everything() == before
    assert office.workspace.undo_label is None
    assert office.workspace.last_saved is None
    assert heard == []
    office.run(Add(Person, {"name": "Efteråt"}))
    assert office.workspace.undo_label == "add-person"


def titles(office: Office) -> list[str]:
    return [item.title for item in office.sheet().items]


@pytest.mark.parametrize(
    ("index", "wanted"),
    [
        (0, ["Ny", "A", "A1", "A2", "B", "C"]),
        (3, ["A", "A1", "A2", "Ny", "B", "C"]),
        (None, ["A", "A1", "A2", "B", "C", "Ny"]),
        (99, ["A", "A1", "A2", "B", "C", "Ny"]),
        (-1, ["Ny", "A", "A1", "A2", "B", "C"]),
    ],
)
def test_a_row_is_added_where_it_was_put(
    office: Office, index: int | None, wanted: list[str]
) -> None:
    created = office.made(Add(Item, {"title": "Ny"}, office.meeting, index))
    assert titles(office) == wanted
    assert created in {item.id for item in office.sheet().items}


def test_a_removed_row_takes_its_sub_items_and_their_notes_along(office: Office) -> None:
    changes = office.run(Remove(Item, "a"))
    assert titles(office) == ["B", "C"]
    assert [note.id for note in office.sheet().footnotes] == ["f1"]
    assert {(row.kind, row.id) for row in changes.rows if row.op == "removed"} == {
        ("agenda_item", "a"),
        ("agenda_item", "a1"),
        ("agenda_item", "a2"),
        ("presenter", "p1"),
        ("footnote", "f2"),
    }


def test_presenters_are_replaced_in_the_rows_that_are_there(office: Office) -> None:
    two = (Presenter(name="Åsa Ek"), Presenter(unit="polisen"))
    changes = office.run(Change(Item, "a", {"presenters": two}))
    assert {(row.op, row.id == "p1") for row in changes.rows} == {
        ("changed", True),
        ("added", False),
    }
    shown = office.sheet().items[0].presenters
    assert [(each.name, each.unit) for each in shown] == [("Åsa Ek", ""), ("", "polisen")]


def test_a_row_can_be_added_with_the_presenters_of_another(office: Office) -> None:
    source = office.sheet().items[0]
    office.run(Add(Item, {"presenters": source.presenters}, office.meeting))
    copy = office.sheet().items[-1].presenters[0]
    assert (copy.name, copy.id == "p1") == ("Erik Öman", False)


def test_a_new_meeting_has_the_officers_and_items_of_the_day(office: Office) -> None:
    secretary = {"person_id": office.clerk, "body_id": office.body, "role": Role.SECRETARY}
    office.run(Add(Mandate, {**secretary, "valid_to": date(2019, 6, 30)}))
    spring = office.sheet(office.made(NewMeeting(DAY, 930, 1020)))
    autumn = office.sheet(office.made(NewMeeting(date(2019, 9, 2), 930)))
    assert (spring.chair_id, spring.secretary_id) == (office.chair, office.clerk)
    assert (autumn.chair_id, autumn.secretary_id) == (office.chair, None)
    assert [each.name for each in spring.signatures] == ["Åsa Ek", "Erik Öman"]
    assert (spring.body_id, spring.notice_place) == (office.body, "Ekköping")
    assert spring.notice_date == date(2019, 4, 29)
    assert any(item.kind is ItemKind.BREAK for item in spring.items)


def test_a_secretary_typed_in_is_added_and_signs_in_one_step(office: Office) -> None:
    office.run(Add(Signature, {"role": "Sekreterare"}, office.meeting))
    made = office.made(AppointOfficer(office.meeting, Role.SECRETARY, name="  Maja  Ask "))
    held = office.sheet()
    assert held.secretary_id == made
    assert [(line.name, line.role) for line in held.signatures] == [
        ("Åsa Ek", "Ordförande"),
        ("Maja Ask", "Sekreterare"),
    ]
    with office.workspace.read() as reader:
        assert made in {person.id for person in persons(reader)}
    office.workspace.undo()
    assert office.sheet().secretary_id is None
    assert office.sheet().signatures[1].name == ""


def test_a_name_that_is_known_is_not_added_again(office: Office) -> None:
    changes = office.run(AppointOfficer(office.meeting, Role.CHAIR, name="erik ÖMAN"))
    assert changes.created is None
    assert office.sheet().chair_id == office.clerk


def test_a_signature_follows_the_one_it_was_signed_by_and_no_other(office: Office) -> None:
    office.run(AppointOfficer(office.meeting, Role.CHAIR, office.chair))
    office.run(AppointOfficer(office.meeting, Role.CHAIR, office.clerk))
    assert office.sheet().signatures[0].name == "Erik Öman"
    office.run(Change(Signature, "s1", {"name": "Någon annan"}))
    office.run(AppointOfficer(office.meeting, Role.CHAIR, office.chair))
    assert office.sheet().signatures[0].name == "Någon annan"
    office.run(AppointOfficer(office.meeting, Role.CHAIR))
    assert office.sheet().chair_id is None
    assert office.sheet().signatures[0].name == "Någon annan"


def test_the_first_meeting_makes_the_council(office: Office) -> None:
    office.run(ChangeRegister({"own_body_id": None}))
    sheet = office.sheet(office.made(NewMeeting(DAY, 930)))
    assert sheet.body == "Trygghetsrådet"
    assert sheet.body_id != office.body


def test_a_renamed_register_renames_only_what_was_called_the_same(office: Office) -> None:
    office.run(ChangeRegister({"name": "Nya rådet"}))
    now = office.everything()
    assert now.register is not None
    assert now.register.name == "Nya rådet"
    own = next(body for body in now.bodies if body.id == office.body)
    office.run(Change(Body, office.body, {"name": "Nya rådet"}))
    office.run(ChangeHouseStyle({"organisation": "Nya rådet"}))
    office.run(ChangeRegister({"name": "Nyaste rådet", "municipality": "Huddinge"}))
    now = office.everything()
    names = {body.id: body.name for body in now.bodies}
    assert now.house_style is not None
    assert names[office.body] == now.house_style.organisation == "Nyaste rådet"
    assert names[office.other] != "Nyaste rådet"
    office.run(ChangeHouseStyle({"organisation": "Huddinge kommun"}))
    office.run(ChangeRegister({"name": own.name}))
    style = office.everything().house_style
    assert style is not None
    assert style.organisation == "Huddinge kommun"


def test_a_removed_person_stays_in_the_papers_by_name(office: Office) -> None:
    office.run(Change(Meeting, office.meeting, {"chair_id": office.clerk}))
    office.run(Change(Meeting, office.meeting, {"secretary_id": office.clerk}))
    known = Presenter(name="Erik Öman", person_id=office.clerk)
    office.run(Change(Item, "b", {"presenters": (known,)}))
    changes = office.run(Remove(Person, office.clerk))
    sheet = office.sheet()
    assert (sheet.chair_id, sheet.secretary_id) == (None, None)
    assert sheet.items[3].presenters[0].name == "Erik Öman"
    assert sheet.items[3].presenters[0].person_id is None
    assert changes.meetings == {office.meeting}
    with office.workspace.read() as reader:
        assert [row.name for row in persons(reader)] == ["Åsa Ek"]


def test_removing_a_meeting_lifts_what_pointed_to_it(office: Office) -> None:
    other = office.made(NewMeeting(date(2019, 9, 2), 930))
    office.run(Change(Meeting, office.meeting, {"state": MeetingState.MOVED, "moved_to": other}))
    changes = office.run(Remove(Meeting, other))
    assert (office.sheet().state, office.sheet().moved_to) == (MeetingState.CANCELLED, None)
    assert changes.meetings == {office.meeting, other}


def test_a_meeting_no_longer_moved_points_nowhere(office: Office) -> None:
    other = office.made(NewMeeting(date(2019, 9, 2), 930))
    office.run(Change(Meeting, office.meeting, {"state": MeetingState.MOVED, "moved_to": other}))
    office.run(Change(Meeting, office.meeting, {"state": MeetingState.PLANNED}))
    assert office.sheet().moved_to is None


def test_a_note_led_away_from_a_row_forgets_it(office: Office) -> None:
    office.run(Change(Footnote, "f2", {"anchor": Anchor.TIME}))
    assert office.sheet().footnotes[1].item_id is None


def test_a_body_cannot_stand_above_what_it_is_part_of(office: Office) -> None:
    office.run(Change(Body, office.body, {"parent_id": office.other}))
    with pytest.raises(InputError, match="i sig självt"):
        office.run(Change(Body, office.other, {"parent_id": office.body}))


def test_a_stored_meeting_is_the_sheet_that_was_given(office: Office) -> None:
    assert office.sheet() == meeting_of(office.body)
    plain = replace(meeting_of(office.body), id="", items=(Item(title="X"),), footnotes=())
    fresh = replace(plain, pre_meetings=(), signatures=())
    assert office.sheet(office.made(Store(fresh))).items[0].title == "X"


def test_bodies_have_their_kind(office: Office) -> None:
    assert {body.kind for body in office.everything().bodies} == {BodyKind.COUNCIL, BodyKind.POLICE}

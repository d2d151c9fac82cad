"""Rows of the agenda moved, copied, removed and sent to another meeting, together."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from hubra_desktop.model.records.meeting import Item, Meeting, Presenter
from hubra_desktop.model.records.plan import Activity, ActivityLink
from hubra_desktop.model.terms import ItemKind
from hubra_desktop.work.commands.agenda import (
    AddItems,
    MoveItems,
    RemoveItems,
    SendItems,
    ShiftItems,
)
from hubra_desktop.work.commands.base import Command
from hubra_desktop.work.edits import Change, Store
from tests.work.office import Office
from tests.work.rooms import AGENDA, of_modules
from tests.work.there_and_back import refused, there_and_back

Making = Callable[[Office], Command]
GONE = "Uppgiften finns inte längre"
WHOLE = Item(
    id="gammal",
    kind=ItemKind.DECISION,
    title="Hel",
    public_title="Offentlig",
    closed=True,
    case_number="KS-2018/1",
    duration=20,
    pin=960,
    place="Biblioteket",
    note="Bilaga",
    inner_note="Ring",
    presenters=(Presenter(id="gammal", name="Åsa Ek", title="chef", unit="KSF"),),
)


def other(office: Office) -> str:
    """Make another meeting, with other questions last."""
    items = (Item(id="x", title="X"), Item(id="o", title="Övriga frågor", kind=ItemKind.OTHER))
    day = date(2019, 9, 2)
    return office.made(Store(Meeting(body_id=office.body, date=day, start=930, items=items)))


def titles(office: Office, meeting_id: str = "") -> list[str]:
    return [item.title for item in office.sheet(meeting_id).items]


DONE: dict[str, Making] = {
    "AddItems": lambda o: AddItems(o.meeting, (WHOLE, Item(title="Två")), 1),
    "MoveItems": lambda _: MoveItems(("c", "b"), 0),
    "RemoveItems": lambda _: RemoveItems(("a", "c")),
    "SendItems": lambda o: SendItems(("a", "c"), other(o)),
    "ShiftItems": lambda _: ShiftItems(("b", "c"), -1),
}


def test_every_command_of_the_agenda_is_done_and_undone() -> None:
    assert set(DONE) == of_modules(AGENDA)


@pytest.mark.parametrize("name", DONE)
def test_there_and_back_again(office: Office, name: str) -> None:
    there_and_back(office, DONE[name](office))


REFUSED: dict[str, tuple[Making, str]] = {
    "moving nothing": (lambda _: MoveItems(("x",), 0), GONE),
    "shifting nothing": (lambda _: ShiftItems(("x",), 1), GONE),
    "removing nothing": (lambda _: RemoveItems(("a", "x")), GONE),
    "sending nothing": (lambda o: SendItems(("x9",), other(o)), GONE),
    "sending nowhere": (lambda _: SendItems(("a",), "x"), GONE),
    "sending where they are": (lambda o: SendItems(("a",), o.meeting), "Välj ett annat"),
    "adding nowhere": (lambda _: AddItems("x", (WHOLE,)), GONE),
    "rows of two meetings": (lambda o: _of_two(other(o)), "olika sammanträden"),
}


def _of_two(_: str) -> Command:
    return RemoveItems(("a", "x"))


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_is_refused(office: Office, name: str) -> None:
    make, sentence = REFUSED[name]
    refused(office, make(office), sentence)


@pytest.mark.parametrize(
    ("items", "index", "wanted"),
    [
        ("c", 0, "C A A1 A2 B"),
        ("a", 5, "B C A A1 A2"),
        ("b", 1, "A A1 A2 B C"),
        ("a1", 5, "A A2 B C A1"),
        ("a", 2, "A A1 A2 B C"),
        ("b", 99, "A A1 A2 C B"),
        ("b c", 0, "B C A A1 A2"),
        ("c a", 4, "B A A1 A2 C"),
    ],
)
def test_moved_rows_take_their_sub_items_along(
    office: Office, items: str, index: int, wanted: str
) -> None:
    office.run(MoveItems(tuple(items.split()), index))
    assert titles(office) == wanted.split()


def test_removed_rows_take_their_sub_items_and_notes_along(office: Office) -> None:
    office.run(RemoveItems(("a", "c")))
    assert titles(office) == ["B"]
    assert [note.id for note in office.sheet().footnotes] == ["f1"]


def test_a_copy_keeps_everything_of_a_row(office: Office) -> None:
    made = office.made(AddItems(office.meeting, (WHOLE,)))
    added = office.sheet().items[-1]
    assert added.id == made != WHOLE.id
    names = replace(added.presenters[0], id="gammal")
    assert replace(added, id="gammal", presenters=(names,)) == WHOLE


def test_copies_stand_in_the_place_of_a_row(office: Office) -> None:
    there_and_back(office, AddItems(office.meeting, (Item(title="Ny"),), 4, instead="b"))
    assert titles(office) == ["A", "A1", "A2", "Ny", "C"]


def test_a_person_of_another_register_is_named_and_no_more(office: Office) -> None:
    known = Presenter(name="Åsa Ek", person_id=office.chair)
    strange = Presenter(name="Erik Öman", person_id="någon-annan")
    office.run(AddItems(office.meeting, (Item(title="Ny", presenters=(known, strange)),), 0))
    added = office.sheet().items[0]
    assert [each.person_id for each in added.presenters] == [office.chair, None]
    assert [each.name for each in added.presenters] == ["Åsa Ek", "Erik Öman"]


@pytest.mark.parametrize(("index", "level"), [(0, 0), (None, 0), (4, 1)])
def test_a_copied_sub_item_is_a_sub_item_only_under_a_row(
    office: Office, index: int | None, level: int
) -> None:
    made = office.made(AddItems(office.meeting, (Item(title="Ny", level=1),), index))
    assert next(item.level for item in office.sheet().items if item.id == made) == level


def test_sent_rows_come_before_what_closes_the_other_meeting(office: Office) -> None:
    there = other(office)
    office.run(SendItems(("a", "c"), there))
    assert titles(office) == ["B"]
    assert titles(office, there) == ["X", "A", "A1", "A2", "C", "Övriga frågor"]
    assert [note.item_id for note in office.sheet(there).footnotes] == ["a1"]
    assert [note.id for note in office.sheet().footnotes] == ["f1"]


def test_what_refers_to_a_sent_row_refers_to_it_where_it_is(office: Office) -> None:
    links = (ActivityLink(item_id="c"),)
    made = office.made(Store(Activity(year=2019, title="Vandring", links=links)))
    office.run(SendItems(("c",), other(office)))
    activity = next(each for each in office.everything().activities if each.id == made)
    assert [link.item_id for link in activity.links] == ["c"]


def test_a_sent_row_was_not_added_late_to_its_new_meeting(office: Office) -> None:
    office.run(Change(Item, "c", {"added_late": date(2019, 5, 1)}))
    there = other(office)
    office.run(SendItems(("c",), there))
    assert [item.added_late for item in office.sheet(there).items] == [None, None, None]

"""Commands drawn at random: every kind of command, mostly sensible, now and then not."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from hypothesis import strategies as st

from hubra_desktop.model.export_bundle import Bundle
from hubra_desktop.model.ids import new_id
from hubra_desktop.model.records.catalogue import KINDS as NAMES
from hubra_desktop.model.records.catalogue import RULES
from hubra_desktop.model.records.council import Body, Mandate, Matter, Person
from hubra_desktop.model.records.meeting import (
    Footnote,
    Item,
    Meeting,
    PreMeeting,
    Presenter,
    Signature,
)
from hubra_desktop.model.terms import (
    Anchor,
    BodyKind,
    ItemKind,
    MeetingKind,
    MeetingState,
    PrintTime,
    Role,
)
from hubra_desktop.work.commands.agenda import MoveItem, ShiftItem
from hubra_desktop.work.commands.appointments import AppointOfficer
from hubra_desktop.work.commands.base import Command
from hubra_desktop.work.commands.imports import ImportBundle
from hubra_desktop.work.commands.meetings import CopyMeeting, NewMeeting
from hubra_desktop.work.commands.settings import ChangeHouseStyle, ChangeRegister
from hubra_desktop.work.edits import Add, Change, Remove

Drawer = Any
Maker = Callable[[Drawer, Bundle], Command]

TEXTS = st.sampled_from(["", "Trygghet", "Åsa Ek", "Övriga frågor", "a" * 1200, "rad\nrad", "\x00"])
MINUTES = st.sampled_from([None, 0, 5, 45, 480, 930, 1000, 1439, 1500, 9999, -1])
DAYS = st.dates(date(2017, 1, 1), date(2020, 12, 31)) | st.sampled_from([None, date(1, 1, 2)])
FIELDS: dict[str, st.SearchStrategy[Any]] = {
    "date": DAYS,
    "start": MINUTES,
    "end": MINUTES,
    "duration": MINUTES,
    "pin": MINUTES,
    "level": st.sampled_from([0, 1, 1, 2]),
    "role": st.sampled_from(Role),
    "anchor": st.sampled_from(Anchor),
    "print_time": st.sampled_from(PrintTime),
    "state": st.sampled_from(MeetingState),
    "time_separator": st.sampled_from([".", ":", ";"]),
    "accent": st.sampled_from(["#000000", "#1f3a4d", "red"]),
    "logotype": st.sampled_from([b"", b"\x89PNG\r\n\x1a\n\x00\xff", b"GIF"]),
    "sub_numbers": st.sampled_from(["letters", "decimals", "romans"]),
}
KINDS: dict[str, Any] = {"body": BodyKind, "agenda_item": ItemKind, "meeting": MeetingKind}
FLAGS = {"practice", "closed", "parallel", "withdrawn"}
DATED = {"active_from", "active_to", "valid_from", "valid_to", "notice_date", "added_late"}


def ids(parts: Iterable[Any]) -> st.SearchStrategy[Any]:
    """The ids of what is there, and now and then one that is not."""
    there = [part.id for part in parts]
    return st.sampled_from([*there, *there, *there, "ingen"])


def of_meetings(bundle: Bundle, part: str) -> st.SearchStrategy[Any]:
    return ids(row for meeting in bundle.meetings for row in getattr(meeting, part))


def reference(bundle: Bundle, name: str) -> st.SearchStrategy[Any] | None:
    if name in ("body_id", "parent_id", "own_body_id"):
        return st.none() | ids(bundle.bodies)
    if name in ("person_id", "chair_id", "secretary_id"):
        return st.none() | ids(bundle.persons)
    if name == "moved_to":
        return st.none() | ids(bundle.meetings)
    return of_meetings(bundle, "items") if name == "item_id" else None


def field(kind: str, name: str, bundle: Bundle) -> st.SearchStrategy[Any]:
    if name == "kind":
        return st.sampled_from(KINDS[kind])
    if name in FLAGS:
        return st.booleans()
    if name in DATED:
        return DAYS
    found = reference(bundle, name)
    return FIELDS.get(name, TEXTS) if found is None else found


def values(draw: Drawer, kind: str, bundle: Bundle, *needed: str) -> dict[str, Any]:
    """A few fields of a table with something in them."""
    names = draw(st.lists(st.sampled_from(sorted(RULES[kind])), max_size=2, unique=True))
    return {name: draw(field(kind, name, bundle)) for name in (*needed, *names)}


def presenters(draw: Drawer, bundle: Bundle) -> tuple[Presenter, ...]:
    sheets = st.builds(
        Presenter,
        name=st.sampled_from(["Åsa Ek", "Erik Öman", ""]),
        unit=st.sampled_from(["KSF", "polisen"]),
        person_id=st.none() | ids(bundle.persons),
    )
    return tuple(draw(st.lists(sheets, max_size=3)))


def item_values(draw: Drawer, bundle: Bundle) -> dict[str, Any]:
    drawn = values(draw, "agenda_item", bundle, "title")
    if draw(st.booleans()):
        drawn["presenters"] = presenters(draw, bundle)
    return drawn


def whole_meeting(draw: Drawer, bundle: Bundle) -> Meeting:
    items = tuple(
        Item(id=new_id(), title=f"Punkt {n}", level=draw(st.integers(0, 1)))
        for n in range(draw(st.integers(0, 6)))
    )
    notes = tuple(
        Footnote(id=new_id(), anchor=Anchor.ITEM, item_id=item.id, text="Bilaga")
        for item in items[::2]
    )
    return Meeting(
        id=draw(st.just(new_id()) | ids(bundle.meetings)),
        body_id=draw(ids(bundle.bodies)),
        date=draw(st.dates(date(2017, 1, 1), date(2020, 12, 31))),
        start=930,
        end=draw(st.sampled_from([None, 1000, 900])),
        items=items,
        footnotes=notes,
    )


def adding(record: type, *needed: str) -> Maker:
    return lambda draw, bundle: Add(record, values(draw, NAMES[record], bundle, *needed))


def setting(command: Callable[..., Command], kind: str) -> Maker:
    return lambda draw, bundle: command(values(draw, kind, bundle))


def adding_to_meeting(record: type, *needed: str) -> Maker:
    return lambda draw, bundle: Add(
        record, values(draw, NAMES[record], bundle, *needed), draw(ids(bundle.meetings))
    )


def changing(record: type, part: str, of_meeting: bool = True) -> Maker:
    def make(draw: Drawer, bundle: Bundle) -> Command:
        there = of_meetings(bundle, part) if of_meeting else ids(getattr(bundle, part))
        edit = draw(st.sampled_from(["", "visit"]))
        return Change(record, draw(there), values(draw, NAMES[record], bundle), edit)

    return make


def removing(record: type, part: str, of_meeting: bool = True) -> Maker:
    return lambda draw, bundle: Remove(
        record, draw(of_meetings(bundle, part) if of_meeting else ids(getattr(bundle, part)))
    )


def change_item(draw: Drawer, bundle: Bundle) -> Command:
    edit = draw(st.sampled_from(["", "visit"]))
    return Change(Item, draw(of_meetings(bundle, "items")), item_values(draw, bundle), edit)


def add_item(draw: Drawer, bundle: Bundle) -> Command:
    index = draw(st.none() | st.integers(-1, 8))
    return Add(Item, item_values(draw, bundle), draw(ids(bundle.meetings)), index)


def new_meeting(draw: Drawer, _bundle: Bundle) -> Command:
    end = draw(st.sampled_from([None, 1000, 900]))
    return NewMeeting(draw(DAYS.filter(bool)), 930, end, draw(TEXTS))


MAKERS: dict[str, Maker] = {
    "AddBody": adding(Body, "name"),
    "AddFootnote": adding_to_meeting(Footnote, "anchor", "item_id"),
    "AddItem": add_item,
    "AddMandate": adding(Mandate, "person_id", "body_id"),
    "AddMatter": adding(Matter),
    "AddPerson": adding(Person, "name"),
    "AddPreMeeting": adding_to_meeting(PreMeeting),
    "AddSignature": adding_to_meeting(Signature),
    "AppointOfficer": lambda draw, b: AppointOfficer(
        draw(ids(b.meetings)),
        draw(st.sampled_from([Role.CHAIR, Role.SECRETARY])),
        draw(st.none() | ids(b.persons)),
        draw(TEXTS),
    ),
    "ChangeBody": changing(Body, "bodies", False),
    "ChangeFootnote": changing(Footnote, "footnotes"),
    "ChangeHouseStyle": setting(ChangeHouseStyle, "house_style"),
    "ChangeItem": change_item,
    "ChangeMandate": changing(Mandate, "mandates", False),
    "ChangeMatter": changing(Matter, "matters", False),
    "ChangeMeeting": changing(Meeting, "meetings", False),
    "ChangePerson": changing(Person, "persons", False),
    "ChangePreMeeting": changing(PreMeeting, "pre_meetings"),
    "ChangeRegister": setting(ChangeRegister, "register"),
    "ChangeSignature": changing(Signature, "signatures"),
    "CopyMeeting": lambda draw, b: CopyMeeting(draw(ids(b.meetings)), draw(DAYS.filter(bool))),
    "ImportBundle": lambda draw, b: ImportBundle(
        Bundle(meetings=tuple(whole_meeting(draw, b) for _ in range(draw(st.integers(1, 2)))))
    ),
    "MoveItem": lambda draw, b: MoveItem(draw(of_meetings(b, "items")), draw(st.integers(-2, 12))),
    "NewMeeting": new_meeting,
    "RemoveBody": removing(Body, "bodies", False),
    "RemoveFootnote": removing(Footnote, "footnotes"),
    "RemoveItem": removing(Item, "items"),
    "RemoveMandate": removing(Mandate, "mandates", False),
    "RemoveMatter": removing(Matter, "matters", False),
    "RemoveMeeting": removing(Meeting, "meetings", False),
    "RemovePerson": removing(Person, "persons", False),
    "RemovePreMeeting": removing(PreMeeting, "pre_meetings"),
    "RemoveSignature": removing(Signature, "signatures"),
    "ShiftItem": lambda draw, b: ShiftItem(
        draw(of_meetings(b, "items")), draw(st.sampled_from([-1, 1]))
    ),
}

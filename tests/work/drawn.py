"""Commands drawn at random: every kind of command, mostly sensible, now and then not."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from hypothesis import strategies as st

from hubra_desktop.model.export_bundle import Bundle
from hubra_desktop.model.ids import new_id
from hubra_desktop.model.records.catalogue import RULES
from hubra_desktop.model.records.meeting import Footnote, Item, Meeting, Presenter
from hubra_desktop.model.terms import (
    Anchor,
    BodyKind,
    ItemKind,
    MeetingKind,
    MeetingState,
    PrintTime,
    Role,
)
from hubra_desktop.work import commands as c
from hubra_desktop.work.commands.base import Command

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


def adding(command: Callable[..., Command], kind: str, *needed: str) -> Maker:
    return lambda draw, bundle: command(values(draw, kind, bundle, *needed))


def adding_to_meeting(command: Callable[..., Command], kind: str, *needed: str) -> Maker:
    return lambda draw, bundle: command(
        draw(ids(bundle.meetings)), values(draw, kind, bundle, *needed)
    )


def changing(
    command: Callable[..., Command], kind: str, part: str, of_meeting: bool = True
) -> Maker:
    def make(draw: Drawer, bundle: Bundle) -> Command:
        there = of_meetings(bundle, part) if of_meeting else ids(getattr(bundle, part))
        edit = draw(st.sampled_from(["", "visit"]))
        return command(draw(there), values(draw, kind, bundle), edit)

    return make


def removing(command: Callable[..., Command], part: str, of_meeting: bool = True) -> Maker:
    return lambda draw, bundle: command(
        draw(of_meetings(bundle, part) if of_meeting else ids(getattr(bundle, part)))
    )


def change_item(draw: Drawer, bundle: Bundle) -> Command:
    edit = draw(st.sampled_from(["", "visit"]))
    return c.ChangeItem(draw(of_meetings(bundle, "items")), item_values(draw, bundle), edit)


def add_item(draw: Drawer, bundle: Bundle) -> Command:
    index = draw(st.none() | st.integers(-1, 8))
    return c.AddItem(draw(ids(bundle.meetings)), index, item_values(draw, bundle))


def new_meeting(draw: Drawer, _bundle: Bundle) -> Command:
    end = draw(st.sampled_from([None, 1000, 900]))
    return c.NewMeeting(draw(DAYS.filter(bool)), 930, end, draw(TEXTS))


MAKERS: dict[type[Any], Maker] = {
    c.AddBody: adding(c.AddBody, "body", "name"),
    c.AddFootnote: adding_to_meeting(c.AddFootnote, "footnote", "anchor", "item_id"),
    c.AddItem: add_item,
    c.AddMandate: adding(c.AddMandate, "mandate", "person_id", "body_id"),
    c.AddMatter: adding(c.AddMatter, "matter"),
    c.AddPerson: adding(c.AddPerson, "person", "name"),
    c.AddPreMeeting: adding_to_meeting(c.AddPreMeeting, "pre_meeting"),
    c.AddSignature: adding_to_meeting(c.AddSignature, "signature"),
    c.AppointOfficer: lambda draw, b: c.AppointOfficer(
        draw(ids(b.meetings)),
        draw(st.sampled_from([Role.CHAIR, Role.SECRETARY])),
        draw(st.none() | ids(b.persons)),
        draw(TEXTS),
    ),
    c.ChangeBody: changing(c.ChangeBody, "body", "bodies", False),
    c.ChangeFootnote: changing(c.ChangeFootnote, "footnote", "footnotes"),
    c.ChangeHouseStyle: adding(c.ChangeHouseStyle, "house_style"),
    c.ChangeItem: change_item,
    c.ChangeMandate: changing(c.ChangeMandate, "mandate", "mandates", False),
    c.ChangeMatter: changing(c.ChangeMatter, "matter", "matters", False),
    c.ChangeMeeting: changing(c.ChangeMeeting, "meeting", "meetings", False),
    c.ChangePerson: changing(c.ChangePerson, "person", "persons", False),
    c.ChangePreMeeting: changing(c.ChangePreMeeting, "pre_meeting", "pre_meetings"),
    c.ChangeRegister: adding(c.ChangeRegister, "register"),
    c.ChangeSignature: changing(c.ChangeSignature, "signature", "signatures"),
    c.CopyMeeting: lambda draw, b: c.CopyMeeting(draw(ids(b.meetings)), draw(DAYS.filter(bool))),
    c.ImportBundle: lambda draw, b: c.ImportBundle(
        Bundle(meetings=tuple(whole_meeting(draw, b) for _ in range(draw(st.integers(1, 2)))))
    ),
    c.MoveItem: lambda draw, b: c.MoveItem(
        draw(of_meetings(b, "items")), draw(st.integers(-2, 12))
    ),
    c.NewMeeting: new_meeting,
    c.RemoveBody: removing(c.RemoveBody, "bodies", False),
    c.RemoveFootnote: removing(c.RemoveFootnote, "footnotes"),
    c.RemoveItem: removing(c.RemoveItem, "items"),
    c.RemoveMandate: removing(c.RemoveMandate, "mandates", False),
    c.RemoveMatter: removing(c.RemoveMatter, "matters", False),
    c.RemoveMeeting: removing(c.RemoveMeeting, "meetings", False),
    c.RemovePerson: removing(c.RemovePerson, "persons", False),
    c.RemovePreMeeting: removing(c.RemovePreMeeting, "pre_meetings"),
    c.RemoveSignature: removing(c.RemoveSignature, "signatures"),
    c.ShiftItem: lambda draw, b: c.ShiftItem(
        draw(of_meetings(b, "items")), draw(st.sampled_from([-1, 1]))
    ),
}

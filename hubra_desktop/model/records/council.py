"""The register, its bodies, people and matters as frozen values."""

from dataclasses import dataclass
from typing import Annotated

from hubra_desktop.model.records.fields import (
    Count,
    Day,
    Identity,
    Indexed,
    Line,
    Minutes,
    OmitDefault,
    Ref,
    Text,
)
from hubra_desktop.model.terms import (
    BacklogKind,
    BacklogState,
    BodyKind,
    DeliveryWay,
    ItemKind,
    MatterState,
    Role,
)


@dataclass(frozen=True, kw_only=True)
class Register:
    """What the register is called and whose it is.

    ``practice`` marks an exercise copy; ``exercise_day`` is the day that it is there, None
    for the day that it really is.
    """

    name: Line = ""
    municipality: Line = ""
    own_body_id: Annotated[str, Ref("body")] | None = None
    practice: bool = False
    exercise_day: Annotated[Day, OmitDefault()] | None = None


@dataclass(frozen=True, kw_only=True)
class Body:
    """An organisation."""

    id: Identity
    name: Line = ""
    short_name: Line = ""
    kind: BodyKind = BodyKind.OTHER
    parent_id: Annotated[str, Ref("body")] | None = None
    active_from: Day | None = None
    active_to: Day | None = None
    email: Annotated[Line, OmitDefault()] = ""
    phone: Annotated[Line, OmitDefault()] = ""
    postal_address: Annotated[Text, OmitDefault()] = ""
    note: Annotated[Text, OmitDefault()] = ""


@dataclass(frozen=True, kw_only=True)
class Person:
    """Somebody the council meets. ``unit`` is the short name people write (KSF).

    ``distinction`` tells people of the same name apart ("född 1961"). How to reach somebody
    who is ``protected`` leaves the register in no way.
    """

    id: Identity
    name: Line = ""
    title: Line = ""
    unit: Line = ""
    email: Line = ""
    phone: Line = ""
    note: Text = ""
    postal_address: Annotated[Text, OmitDefault()] = ""
    way: Annotated[DeliveryWay, OmitDefault()] = DeliveryWay.EMAIL
    protected: Annotated[bool, OmitDefault()] = False
    distinction: Annotated[Line, OmitDefault()] = ""


@dataclass(frozen=True, kw_only=True)
class Mandate:
    """A person's role in a body. An ended one is kept as history.

    ``group`` is the political group, ``seat`` the sort of seat as the body's rules name it
    ("politiker"), ``rank`` the place in the order in which substitutes serve. A personal
    substitute's ``substitute_for_id`` names the member's mandate. ``represents_id`` is the
    body that sent the person.
    """

    id: Identity
    person_id: Annotated[str, Ref("person")]
    body_id: Annotated[str, Ref("body")]
    role: Role = Role.MEMBER
    party: Line = ""
    valid_from: Day | None = None
    valid_to: Day | None = None
    group: Annotated[Line, OmitDefault()] = ""
    seat: Annotated[Line, OmitDefault()] = ""
    rank: Annotated[Count, OmitDefault()] | None = None
    substitute_for_id: Annotated[str, Ref("mandate"), OmitDefault()] | None = None
    represents_id: Annotated[str, Ref("body"), OmitDefault()] | None = None
    note: Annotated[Text, OmitDefault()] = ""


@dataclass(frozen=True, kw_only=True)
class Matter:
    """A registered matter. Its case number stands as typed; the program never issues one.

    ``responsible`` is the name of somebody who is in no list of people. ``retention`` is the
    class of the plan by which its papers are kept or weeded.
    """

    id: Identity
    case_number: Annotated[Line, Indexed()] = ""
    title: Line = ""
    note: Text = ""
    kind: Annotated[Line, OmitDefault()] = ""
    state: Annotated[MatterState, OmitDefault()] = MatterState.OPEN
    opened: Annotated[Day, OmitDefault()] | None = None
    closed_on: Annotated[Day, OmitDefault()] | None = None
    responsible: Annotated[Line, OmitDefault()] = ""
    responsible_id: Annotated[str, Ref("person"), OmitDefault()] | None = None
    retention: Annotated[Line, OmitDefault()] = ""


@dataclass(frozen=True, kw_only=True)
class MatterAlias:
    """Another number that a matter is known by, and why."""

    id: Identity
    matter_id: Annotated[str, Ref("matter")]
    case_number: Line = ""
    reason: Text = ""


@dataclass(frozen=True, kw_only=True)
class BacklogItem:
    """Something for a later agenda: an idea, or a row that was put off.

    ``item_id`` is the row that was put off, ``placed_item_id`` the new one on a later agenda
    (state ``placed``). ``wanted_by`` is the day before which it should be taken up. One that
    was behind ``closed`` doors is so again where it is taken up.
    """

    id: Identity = ""
    kind: BacklogKind = BacklogKind.IDEA
    state: BacklogState = BacklogState.WAITING
    title: Text = ""
    closed: bool = False
    item_kind: ItemKind = ItemKind.INFORMATION
    case_number: Line = ""
    duration: Minutes | None = None
    presenters: Text = ""
    raised_by: Line = ""
    raised_by_id: Annotated[str, Ref("person")] | None = None
    raised_on: Day | None = None
    wanted_by: Day | None = None
    item_id: Annotated[str, Ref("agenda_item")] | None = None
    placed_item_id: Annotated[str, Ref("agenda_item")] | None = None
    reason: Text = ""
    note: Text = ""

"""The register, its bodies, people and matters as frozen values."""

from dataclasses import dataclass
from typing import Annotated

from hubra_desktop.model.records.fields import Day, Identity, Indexed, Line, Ref, Text
from hubra_desktop.model.terms import BodyKind, Role


@dataclass(frozen=True, kw_only=True)
class Register:
    """What the register is called and whose it is. ``practice`` marks an exercise copy."""

    name: Line = ""
    municipality: Line = ""
    own_body_id: Annotated[str, Ref("body")] | None = None
    practice: bool = False


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


@dataclass(frozen=True, kw_only=True)
class Person:
    """Somebody the council meets. ``unit`` is the short name people write (KSF)."""

    id: Identity
    name: Line = ""
    title: Line = ""
    unit: Line = ""
    email: Line = ""
    phone: Line = ""
    note: Text = ""


@dataclass(frozen=True, kw_only=True)
class Mandate:
    """A person's role in a body. An ended one is kept as history."""

    id: Identity
    person_id: Annotated[str, Ref("person")]
    body_id: Annotated[str, Ref("body")]
    role: Role = Role.MEMBER
    party: Line = ""
    valid_from: Day | None = None
    valid_to: Day | None = None


@dataclass(frozen=True, kw_only=True)
class Matter:
    """A registered matter. Its case number stands as typed; the program never issues one."""

    id: Identity
    case_number: Annotated[Line, Indexed()] = ""
    title: Line = ""
    note: Text = ""


@dataclass(frozen=True, kw_only=True)
class MatterAlias:
    """Another number that a matter is known by, and why."""

    id: Identity
    matter_id: Annotated[str, Ref("matter")]
    case_number: Line = ""
    reason: Text = ""

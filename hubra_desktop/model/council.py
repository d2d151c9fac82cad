"""The register, its bodies, people and matters as frozen values."""

from dataclasses import dataclass
from datetime import date

from hubra_desktop.model.terms import BodyKind, Role


@dataclass(frozen=True, kw_only=True)
class RegisterSheet:
    """What the register is called and whose it is."""

    name: str = ""
    municipality: str = ""
    own_body_id: str | None = None
    practice: bool = False


@dataclass(frozen=True, kw_only=True)
class BodySheet:
    """An organisation."""

    id: str
    name: str = ""
    short_name: str = ""
    kind: BodyKind = BodyKind.OTHER
    parent_id: str | None = None
    active_from: date | None = None
    active_to: date | None = None


@dataclass(frozen=True, kw_only=True)
class PersonSheet:
    """Somebody the council meets."""

    id: str
    name: str = ""
    title: str = ""
    unit: str = ""
    email: str = ""
    phone: str = ""
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class MandateSheet:
    """A person's role in a body."""

    id: str
    person_id: str
    body_id: str
    role: Role = Role.MEMBER
    party: str = ""
    valid_from: date | None = None
    valid_to: date | None = None


@dataclass(frozen=True, kw_only=True)
class MatterSheet:
    """A registered matter."""

    id: str
    case_number: str = ""
    title: str = ""
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class MatterAliasSheet:
    """Another number that a matter is known by, and why."""

    id: str
    matter_id: str
    case_number: str = ""
    reason: str = ""

"""The register's mapped classes: every stored field is declared here, once.

Fields that a sheet carries bear the same names in both places, so that one
generic copy joins them. Rows are undone by writing back recorded images;
therefore there are no server defaults and no database cascades, and every
constraint has a name.
"""

import datetime as dt
from enum import StrEnum

from sqlalchemy import Enum, ForeignKey, LargeBinary, MetaData, String
from sqlalchemy.ext.orderinglist import ordering_list
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship

from hubra_desktop.model.ids import new_id
from hubra_desktop.model.terms import (
    Anchor,
    BodyKind,
    ItemKind,
    MeetingKind,
    MeetingState,
    PrintTime,
    Role,
)

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    """The root of all mapped classes; each row has an id made by the program."""

    metadata = MetaData(naming_convention=NAMES)

    id: Mapped[str] = mapped_column(String(32), primary_key=True, default=new_id)


def _term(vocabulary: type[StrEnum]) -> Enum:
    """Store a closed vocabulary by its values, as text."""
    return Enum(
        vocabulary,
        native_enum=False,
        create_constraint=False,
        length=32,
        values_callable=lambda terms: [term.value for term in terms],
    )


def _reference(column: str) -> ForeignKey:
    """Refer to another row; checked when a transaction ends, so that order does not matter."""
    return ForeignKey(column, deferrable=True, initially="DEFERRED")


class Register(Base):
    """What the register is: one row. ``practice`` marks an exercise copy."""

    __tablename__ = "register"

    name: Mapped[str] = mapped_column(default="")
    municipality: Mapped[str] = mapped_column(default="")
    own_body_id: Mapped[str | None] = mapped_column(_reference("body.id"), default=None)
    practice: Mapped[bool] = mapped_column(default=False)


class HouseStyleRow(Base):
    """How the municipality prints: one row (see ``sheet.HouseStyle``)."""

    __tablename__ = "house_style"

    organisation: Mapped[str] = mapped_column(default="")
    time_separator: Mapped[str] = mapped_column(default=".")
    head_prefix: Mapped[str] = mapped_column(default="klockan")
    item_prefix: Mapped[str] = mapped_column(default="Kl.")
    note_prefix: Mapped[str] = mapped_column(default="kl.")
    accent: Mapped[str] = mapped_column(default="#1f3a4d")
    address: Mapped[str] = mapped_column(default="")
    logotype: Mapped[bytes] = mapped_column(LargeBinary, default=b"")
    logotype_text: Mapped[str] = mapped_column(default="")
    sub_numbers: Mapped[str] = mapped_column(default="letters")
    kerning: Mapped[bool] = mapped_column(default=False)


class Body(Base):
    """An organisation: council, committee, administration, police, association."""

    __tablename__ = "body"

    name: Mapped[str] = mapped_column(default="")
    short_name: Mapped[str] = mapped_column(default="")
    kind: Mapped[BodyKind] = mapped_column(_term(BodyKind), default=BodyKind.OTHER)
    parent_id: Mapped[str | None] = mapped_column(_reference("body.id"), default=None)
    active_from: Mapped[dt.date | None] = mapped_column(default=None)
    active_to: Mapped[dt.date | None] = mapped_column(default=None)


class Person(Base):
    """Somebody the council meets; ``unit`` is the short name people write (KSF)."""

    __tablename__ = "person"

    name: Mapped[str] = mapped_column(default="")
    title: Mapped[str] = mapped_column(default="")
    unit: Mapped[str] = mapped_column(default="")
    email: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")


class Mandate(Base):
    """A person's role in a body, from and to; an ended one is kept as history."""

    __tablename__ = "mandate"

    person_id: Mapped[str] = mapped_column(_reference("person.id"), index=True)
    body_id: Mapped[str] = mapped_column(_reference("body.id"), index=True)
    role: Mapped[Role] = mapped_column(_term(Role), default=Role.MEMBER)
    party: Mapped[str] = mapped_column(default="")
    valid_from: Mapped[dt.date | None] = mapped_column(default=None)
    valid_to: Mapped[dt.date | None] = mapped_column(default=None)


class Matter(Base):
    """A registered matter and its case number as typed; the program never issues one."""

    __tablename__ = "matter"

    case_number: Mapped[str] = mapped_column(default="", index=True)
    title: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")


class Meeting(Base):
    """A meeting with all that belongs to it; what it owns goes with it."""

    __tablename__ = "meeting"

    body_id: Mapped[str] = mapped_column(_reference("body.id"))
    kind: Mapped[MeetingKind] = mapped_column(_term(MeetingKind), default=MeetingKind.ORDINARY)
    state: Mapped[MeetingState] = mapped_column(_term(MeetingState), default=MeetingState.PLANNED)
    moved_to: Mapped[str | None] = mapped_column(_reference("meeting.id"), default=None, index=True)
    date: Mapped[dt.date] = mapped_column(index=True)
    start: Mapped[int] = mapped_column(default=0)
    end: Mapped[int | None] = mapped_column(default=None)
    place: Mapped[str] = mapped_column(default="")
    link: Mapped[str] = mapped_column(default="")
    chair_id: Mapped[str | None] = mapped_column(_reference("person.id"), default=None)
    secretary_id: Mapped[str | None] = mapped_column(_reference("person.id"), default=None)
    notice_place: Mapped[str] = mapped_column(default="")
    notice_date: Mapped[dt.date | None] = mapped_column(default=None)
    note: Mapped[str] = mapped_column(default="")

    items: Mapped[list["AgendaItem"]] = relationship(
        order_by="AgendaItem.position",
        collection_class=ordering_list("position", reorder_on_append=True),
        cascade="all, delete-orphan",
    )
    pre_meetings: Mapped[list["PreMeeting"]] = relationship(
        order_by="PreMeeting.position",
        collection_class=ordering_list("position", reorder_on_append=True),
        cascade="all, delete-orphan",
    )
    footnotes: Mapped[list["Footnote"]] = relationship(
        order_by="Footnote.position",
        collection_class=ordering_list("position", reorder_on_append=True),
        cascade="all, delete-orphan",
    )
    signatures: Mapped[list["Signature"]] = relationship(
        order_by="Signature.position",
        collection_class=ordering_list("position", reorder_on_append=True),
        cascade="all, delete-orphan",
    )


class AgendaItem(Base):
    """One row of a meeting's agenda (see ``sheet.ItemSheet``)."""

    __tablename__ = "agenda_item"

    meeting_id: Mapped[str] = mapped_column(_reference("meeting.id"), index=True)
    position: Mapped[int] = mapped_column(default=0)
    kind: Mapped[ItemKind] = mapped_column(_term(ItemKind), default=ItemKind.INFORMATION)
    title: Mapped[str] = mapped_column(default="")
    public_title: Mapped[str] = mapped_column(default="")
    closed: Mapped[bool] = mapped_column(default=False)
    level: Mapped[int] = mapped_column(default=0)
    number_typed: Mapped[str] = mapped_column(default="")
    case_number: Mapped[str] = mapped_column(default="")
    duration: Mapped[int | None] = mapped_column(default=None)
    pin: Mapped[int | None] = mapped_column(default=None)
    print_time: Mapped[PrintTime] = mapped_column(_term(PrintTime), default=PrintTime.RANGE)
    parallel: Mapped[bool] = mapped_column(default=False)
    place: Mapped[str] = mapped_column(default="")
    withdrawn: Mapped[bool] = mapped_column(default=False)
    added_late: Mapped[dt.date | None] = mapped_column(default=None)
    note: Mapped[str] = mapped_column(default="")
    inner_note: Mapped[str] = mapped_column(default="")

    presenters: Mapped[list["Presenter"]] = relationship(
        order_by="Presenter.position",
        collection_class=ordering_list("position", reorder_on_append=True),
        cascade="all, delete-orphan",
    )


class Presenter(Base):
    """Who presents an item, as text of that day; ``person_id`` when it is a known person."""

    __tablename__ = "presenter"

    item_id: Mapped[str] = mapped_column(_reference("agenda_item.id"), index=True)
    person_id: Mapped[str | None] = mapped_column(_reference("person.id"), default=None, index=True)
    position: Mapped[int] = mapped_column(default=0)
    name: Mapped[str] = mapped_column(default="")
    title: Mapped[str] = mapped_column(default="")
    unit: Mapped[str] = mapped_column(default="")


class PreMeeting(Base):
    """A group's meeting before the meeting; printed as a footnote to the time."""

    __tablename__ = "pre_meeting"

    meeting_id: Mapped[str] = mapped_column(_reference("meeting.id"), index=True)
    position: Mapped[int] = mapped_column(default=0)
    group: Mapped[str] = mapped_column(default="")
    start: Mapped[int | None] = mapped_column(default=None)
    place: Mapped[str] = mapped_column(default="")


class Footnote(Base):
    """A footnote; ``item_id`` names the row its mark stands beside (anchor ``item``)."""

    __tablename__ = "footnote"

    meeting_id: Mapped[str] = mapped_column(_reference("meeting.id"), index=True)
    item_id: Mapped[str | None] = mapped_column(
        _reference("agenda_item.id"), default=None, index=True
    )
    position: Mapped[int] = mapped_column(default=0)
    anchor: Mapped[Anchor] = mapped_column(_term(Anchor), default=Anchor.TIME)
    text: Mapped[str] = mapped_column(default="")


class Signature(Base):
    """A signature line of a meeting's papers."""

    __tablename__ = "signature"

    meeting_id: Mapped[str] = mapped_column(_reference("meeting.id"), index=True)
    position: Mapped[int] = mapped_column(default=0)
    name: Mapped[str] = mapped_column(default="")
    role: Mapped[str] = mapped_column(default="")

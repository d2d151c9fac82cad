"""The classes that commands work with, mapped over the register's tables.

What is stored is declared in ``tables``; here stand what owns what, and the types of
the fields that code names. Mapping takes time, so this is imported by the first
command, not by a start.
"""

import datetime as dt

from sqlalchemy.orm import Mapped

from hubra_desktop.model import tables
from hubra_desktop.model.mapped.base import Base, list_by
from hubra_desktop.model.terms import Anchor, ItemKind, MeetingState, Role


class Register(Base):
    """What the register is: one row."""

    __table__ = tables.REGISTER

    name: Mapped[str]
    municipality: Mapped[str]
    own_body_id: Mapped[str | None]


class HouseStyleRow(Base):
    """How the municipality prints: one row (see ``sheet.HouseStyle``)."""

    __table__ = tables.HOUSE_STYLE

    logotype: Mapped[bytes]


class Body(Base):
    """An organisation: council, committee, administration, police, association."""

    __table__ = tables.BODY

    name: Mapped[str]
    parent_id: Mapped[str | None]


class Person(Base):
    """Somebody the council meets."""

    __table__ = tables.PERSON

    name: Mapped[str]


class Mandate(Base):
    """A person's role in a body, from and to; an ended one is kept as history."""

    __table__ = tables.MANDATE

    person_id: Mapped[str]
    body_id: Mapped[str]
    role: Mapped[Role]
    valid_from: Mapped[dt.date | None]
    valid_to: Mapped[dt.date | None]


class Matter(Base):
    """A registered matter and its case number as typed."""

    __table__ = tables.MATTER


class Presenter(Base):
    """Who presents an item, as text of that day; ``person_id`` when it is a known person."""

    __table__ = tables.PRESENTER

    person_id: Mapped[str | None]


class AgendaItem(Base):
    """One row of a meeting's agenda (see ``sheet.ItemSheet``)."""

    __table__ = tables.AGENDA_ITEM

    meeting_id: Mapped[str]
    position: Mapped[int]
    kind: Mapped[ItemKind]
    title: Mapped[str]
    closed: Mapped[bool]

    presenters: Mapped[list[Presenter]] = list_by(tables.PRESENTER.c.position)


class PreMeeting(Base):
    """A group's meeting before the meeting; printed as a footnote to the time."""

    __table__ = tables.PRE_MEETING


class Footnote(Base):
    """A footnote; ``item_id`` names the row its mark stands beside (anchor ``item``)."""

    __table__ = tables.FOOTNOTE

    meeting_id: Mapped[str]
    item_id: Mapped[str | None]
    anchor: Mapped[Anchor]


class Signature(Base):
    """A signature line of a meeting's papers."""

    __table__ = tables.SIGNATURE

    name: Mapped[str]
    role: Mapped[str]


class Meeting(Base):
    """A meeting with all that belongs to it; what it owns goes with it."""

    __table__ = tables.MEETING

    body_id: Mapped[str]
    state: Mapped[MeetingState]
    moved_to: Mapped[str | None]
    date: Mapped[dt.date]
    start: Mapped[int]
    end: Mapped[int | None]
    chair_id: Mapped[str | None]
    secretary_id: Mapped[str | None]

    items: Mapped[list[AgendaItem]] = list_by(tables.AGENDA_ITEM.c.position)
    pre_meetings: Mapped[list[PreMeeting]] = list_by(tables.PRE_MEETING.c.position)
    footnotes: Mapped[list[Footnote]] = list_by(tables.FOOTNOTE.c.position)
    signatures: Mapped[list[Signature]] = list_by(tables.SIGNATURE.c.position)

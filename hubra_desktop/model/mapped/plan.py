"""The mapped classes of the plan."""

import datetime as dt

from sqlalchemy.orm import Mapped

from hubra_desktop.model.mapped.base import Base, list_by
from hubra_desktop.model.plan.terms import ActivityState, LetterState, PlanKind
from hubra_desktop.model.tables import plan as tables


class FocusArea(Base):
    """One of a plan's areas."""

    __table__ = tables.FOCUS_AREA

    plan_id: Mapped[str]
    number: Mapped[str]
    title: Mapped[str]
    position: Mapped[int]


class Plan(Base):
    """A plan with its areas."""

    __table__ = tables.PLAN

    kind: Mapped[PlanKind]
    year: Mapped[int]
    version: Mapped[int]

    areas: Mapped[list[FocusArea]] = list_by(tables.FOCUS_AREA.c.position)


class Occasion(Base):
    """One time or place where an activity was done."""

    __table__ = tables.OCCASION

    activity_id: Mapped[str]


class ActivityArea(Base):
    """An area that an activity serves."""

    __table__ = tables.ACTIVITY_AREA

    activity_id: Mapped[str]
    area_id: Mapped[str]
    main: Mapped[bool]


class ActivityLink(Base):
    """What an activity is joined to."""

    __table__ = tables.ACTIVITY_LINK

    activity_id: Mapped[str]


class FollowUpNote(Base):
    """What somebody noted of an activity, and when."""

    __table__ = tables.FOLLOW_UP_NOTE

    activity_id: Mapped[str]


class Activity(Base):
    """Something the council does in a year, with all that belongs to it."""

    __table__ = tables.ACTIVITY

    year: Mapped[int]
    position: Mapped[int]
    state: Mapped[ActivityState]
    reason: Mapped[str]
    starts: Mapped[dt.date | None]
    ends: Mapped[dt.date | None]
    responsible_id: Mapped[str | None]
    repeats_id: Mapped[str | None]

    areas: Mapped[list[ActivityArea]] = list_by(tables.ACTIVITY_AREA.c.position)
    occasions: Mapped[list[Occasion]] = list_by(tables.OCCASION.c.position)
    links: Mapped[list[ActivityLink]] = list_by(tables.ACTIVITY_LINK.c.position)
    notes: Mapped[list[FollowUpNote]] = list_by(tables.FOLLOW_UP_NOTE.c.position)


class LetterRecipient(Base):
    """Who gets a letter."""

    __table__ = tables.LETTER_RECIPIENT

    letter_id: Mapped[str]


class Letter(Base):
    """A Trygghetsbrev with its recipients."""

    __table__ = tables.LETTER

    year: Mapped[int]
    number: Mapped[int | None]
    state: Mapped[LetterState]
    sent_on: Mapped[dt.date | None]

    recipients: Mapped[list[LetterRecipient]] = list_by(tables.LETTER_RECIPIENT.c.position)


class AgreementParty(Base):
    """A party to an agreement."""

    __table__ = tables.AGREEMENT_PARTY

    agreement_id: Mapped[str]
    body_id: Mapped[str | None]


class AgreementMeeting(Base):
    """A meeting where an agreement is followed up."""

    __table__ = tables.AGREEMENT_MEETING

    agreement_id: Mapped[str]


class Agreement(Base):
    """An agreement with its parties and follow-up meetings."""

    __table__ = tables.AGREEMENT

    valid_from: Mapped[dt.date | None]
    valid_to: Mapped[dt.date | None]

    parties: Mapped[list[AgreementParty]] = list_by(tables.AGREEMENT_PARTY.c.position)
    meetings: Mapped[list[AgreementMeeting]] = list_by(tables.AGREEMENT_MEETING.c.position)


class Consultation(Base):
    """A remiss that the council is asked to answer."""

    __table__ = tables.CONSULTATION

    meeting_id: Mapped[str | None]

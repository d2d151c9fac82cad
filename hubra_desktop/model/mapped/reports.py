"""The mapped classes of what is measured and written."""

from sqlalchemy.orm import Mapped

from hubra_desktop.model.indicators.terms import Group
from hubra_desktop.model.mapped.base import Base, list_by
from hubra_desktop.model.reports.terms import ReportKind
from hubra_desktop.model.tables import reports as tables


class Measurement(Base):
    """One value of an indicator, or why it is missing."""

    __table__ = tables.MEASUREMENT

    indicator_id: Mapped[str]
    year: Mapped[int]
    group: Mapped[Group]
    incomparable: Mapped[bool]
    note: Mapped[str]
    evidence: Mapped[str]


class ChangeText(Base):
    """What somebody wrote of the change between two years."""

    __table__ = tables.CHANGE_TEXT

    indicator_id: Mapped[str]
    year: Mapped[int]
    compared_year: Mapped[int]
    text: Mapped[str]


class Indicator(Base):
    """A question that is measured, with its values."""

    __table__ = tables.INDICATOR

    position: Mapped[int]

    measurements: Mapped[list[Measurement]] = list_by(tables.MEASUREMENT.c.position)
    change_texts: Mapped[list[ChangeText]] = list_by(tables.CHANGE_TEXT.c.position)


class ReportSection(Base):
    """A stretch of a paper."""

    __table__ = tables.REPORT_SECTION

    report_id: Mapped[str]
    key: Mapped[str]
    text: Mapped[str]


class ReportSignature(Base):
    """Who signs a paper, and as what."""

    __table__ = tables.REPORT_SIGNATURE

    report_id: Mapped[str]


class ReportAnswer(Base):
    """What the author answered to a gap."""

    __table__ = tables.REPORT_ANSWER

    report_id: Mapped[str]
    key: Mapped[str]


class Report(Base):
    """A paper written from the year's facts."""

    __table__ = tables.REPORT

    kind: Mapped[ReportKind]
    year: Mapped[int]
    meeting_id: Mapped[str | None]
    plan_id: Mapped[str | None]
    attached_to_id: Mapped[str | None]

    sections: Mapped[list[ReportSection]] = list_by(tables.REPORT_SECTION.c.position)
    signatures: Mapped[list[ReportSignature]] = list_by(tables.REPORT_SIGNATURE.c.position)
    answers: Mapped[list[ReportAnswer]] = list_by(tables.REPORT_ANSWER.c.position)


class MatterAlias(Base):
    """Another number that a matter is known by, and why."""

    __table__ = tables.MATTER_ALIAS

    matter_id: Mapped[str]
    case_number: Mapped[str]

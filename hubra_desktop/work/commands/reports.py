"""The written papers: begun from a year's facts, written in, refreshed, answered, attached.

What is proposed is stored once and is the author's from then on. A section is proposed
anew, and words are exchanged for what the register says, only by a command of its own.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, ClassVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from hubra_desktop.model.errors import InputError
from hubra_desktop.model.language import say
from hubra_desktop.model.mapped import (
    Base,
    Report,
    ReportSection,
    ReportSignature,
)
from hubra_desktop.model.reports.against import accepted
from hubra_desktop.model.reports.compose import proposed, proposed_title
from hubra_desktop.model.reports.facts import Facts, facts
from hubra_desktop.model.reports.marks import marks_in, tied
from hubra_desktop.model.reports.sheets import (
    ReportAnswerSheet,
    ReportSectionSheet,
    ReportSheet,
)
from hubra_desktop.model.reports.terms import ReportKind
from hubra_desktop.model.reports.year import YearSheets
from hubra_desktop.model.rules import YEAR
from hubra_desktop.work.commands.base import Change, Remove, Step, assign, found
from hubra_desktop.work.commands.mapped_rows import new_tree, tree_of
from hubra_desktop.work.commands.parts import AddPart, RemovePart
from hubra_desktop.work.queries.year import year_sheets

_KEPT = ("administration", "handler", "handler_contact", "delivered_to")
"""What a new paper takes over from the latest of its kind."""


@dataclass(frozen=True)
class AddReport(Step):
    """Store a whole paper as it stands in the sheet (an import, a test)."""

    sheet: ReportSheet
    label: ClassVar[str] = "add-report"

    def apply(self, session: Session) -> str:
        report = new_tree(self.sheet)
        session.add(report)
        return report.id


@dataclass(frozen=True)
class NewReport(Step):
    """Begin a paper about ``year`` with the sections that the register proposes.

    Administration, handläggare, signatures and headings are those of the latest paper of
    the kind; the first of its kind takes the first two from any. ``attach`` is a paper that
    becomes bilaga to this one. ``values`` go before all that.
    """

    year: int
    kind: ReportKind = ReportKind.ANNUAL_REPORT
    attach: str | None = None
    values: Mapping[str, Any] = field(default_factory=dict)
    label: ClassVar[str] = "add-report"

    def apply(self, session: Session) -> str:
        YEAR(self.year)
        before = _latest(session, self.kind)
        made = self._begun(session, before)
        report = new_tree(made)
        session.add(report)
        session.flush()
        if self.attach is not None:
            AttachReport(self.attach, report.id).apply(session)
            session.flush()
        year = _year(session, report)
        sheet = tree_of(ReportSheet, report)
        sections = _headed(proposed(sheet, year), before)
        report.sections.extend(new_tree(each) for each in sections)  # type: ignore[attr-defined]
        if not sheet.title:
            assign(report, {"title": proposed_title(sheet, year)})
        return report.id

    def _begun(self, session: Session, before: ReportSheet | None) -> ReportSheet:
        year = year_sheets(session.connection(), self.year)
        kept = _kept(before, _latest(session))
        signatures = before.signatures if before else ()
        values = {"plan_id": year.plan.id if year.plan else None, **kept, **self.values}
        return ReportSheet(
            kind=self.kind, year=self.year,
            signatures=tuple(replace(each, id="") for each in signatures), **values,
        )  # fmt: skip


def _headed(
    sections: tuple[ReportSectionSheet, ...], before: ReportSheet | None
) -> tuple[ReportSectionSheet, ...]:
    """Give sections the headings that the author gave them in the latest paper of the kind."""
    own = {each.key: each.heading for each in before.sections} if before else {}
    return tuple(
        replace(each, heading=own.get(each.key) or each.heading) if each.level == 2 else each
        for each in sections
    )


def _kept(before: ReportSheet | None, other: ReportSheet | None) -> dict[str, str]:
    """Return what is taken over: from the kind's latest, else who stands on any paper."""
    if before is not None:
        return {name: getattr(before, name) for name in _KEPT}
    return {name: getattr(other, name) for name in _KEPT[:-1]} if other is not None else {}


def _latest(session: Session, kind: ReportKind | None = None) -> ReportSheet | None:
    """Return the latest paper, of a kind or of any."""
    rows = select(Report).order_by(Report.year.desc(), Report.id.desc())
    if kind is not None:
        rows = rows.where(Report.kind == kind)
    row = session.scalars(rows.limit(1)).first()
    return tree_of(ReportSheet, row) if row else None


def _year(session: Session, report: Any) -> YearSheets:  # noqa: ANN401
    session.flush()
    return year_sheets(session.connection(), report.year, report.plan_id)


class ChangeReport(Change):
    """Write new values into a paper's head."""

    table = Report

    def apply(self, session: Session) -> None:
        if self.values.get("attached_to_id") == self.row_id:
            raise _attached_to_itself()
        super().apply(session)


@dataclass(frozen=True)
class RemoveReport(Remove):
    """Take a paper away with its text; what was attached to it stands on its own."""

    table: ClassVar[type[Base]] = Report

    def apply(self, session: Session) -> None:
        report: Any = found(session, Report, self.row_id)
        for row in session.scalars(select(Report).where(Report.attached_to_id == self.row_id)):
            assign(row, {"attached_to_id": None, "attachment_number": None})
        session.flush()
        session.delete(report)


@dataclass(frozen=True)
class AttachReport(Step):
    """Make a paper bilaga to another, with the next free number; ``to`` None takes it off.

    Refused: a paper that would be its own bilaga, at whatever distance.
    """

    report_id: str
    to: str | None
    number: int | None = None
    label: ClassVar[str] = "attach-report"

    def apply(self, session: Session) -> None:
        report = found(session, Report, self.report_id)
        if self.to is None:
            assign(report, {"attached_to_id": None, "attachment_number": None})
            return
        cover: Any = found(session, Report, self.to)
        while cover is not None:
            if cover.id == self.report_id:
                raise _attached_to_itself()
            cover = session.get(Report, cover.attached_to_id) if cover.attached_to_id else None
        number = self.number if self.number is not None else self._free(session)
        assign(report, {"attached_to_id": self.to, "attachment_number": number})

    def _free(self, session: Session) -> int:
        rows = session.scalars(select(Report).where(Report.attached_to_id == self.to))
        others = [row for row in rows if row.id != self.report_id]
        taken = [getattr(row, "attachment_number", None) or 0 for row in others]
        return max(taken, default=0) + 1


def _attached_to_itself() -> InputError:
    return InputError(
        say(
            "En handling kan inte vara bilaga till sig själv. Välj en annan.",
            "A paper cannot be attached to itself. Choose another.",
        )
    )


class AddReportSection(AddPart):
    """Add a section of the author's own, last or before row ``index``."""

    table = ReportSection
    owner = Report
    part = "sections"


class ChangeReportSection(Change):
    """Write a section's heading, level or text; saves of one visit are one undo step."""

    table = ReportSection


class RemoveReportSection(RemovePart):
    """Take a section out of its paper."""

    table = ReportSection
    owner = Report
    part = "sections"


@dataclass(frozen=True)
class MoveReportSection(Step):
    """Put a section in place ``index`` of its paper."""

    row_id: str
    index: int
    label: ClassVar[str] = "move-report_section"

    def apply(self, session: Session) -> None:
        section = found(session, ReportSection, self.row_id)
        sections = found(session, Report, section.report_id).sections
        order = [each for each in sections if each is not section]
        order.insert(max(0, min(self.index, len(order))), section)
        for place, each in enumerate(order):
            each.position = place  # type: ignore[attr-defined]
        sections.sort(key=lambda each: each.position)  # type: ignore[attr-defined]


@dataclass(frozen=True)
class RefreshSection(Step):
    """Propose a section anew from the register; what stood there is replaced.

    A section that the paper lacks is added where it belongs. Refused: a key that the
    year proposes nothing for.
    """

    report_id: str
    key: str
    label: ClassVar[str] = "refresh-report_section"

    def apply(self, session: Session) -> str:
        report: Any = found(session, Report, self.report_id)
        fresh = proposed(tree_of(ReportSheet, report), _year(session, report))
        made = next((each for each in fresh if each.key == self.key), None)
        if made is None:
            raise InputError(
                say(
                    "Registret har inget att föreslå för avsnittet.",
                    "The register has nothing to propose for the section.",
                )
            )
        row = next((each for each in report.sections if each.key == self.key), None)
        if row is not None:
            assign(row, {"text": made.text})
            return str(row.id)
        new = new_tree(made)
        report.sections.insert(_place(report, self.key, [each.key for each in fresh]), new)
        return new.id


def _place(report: Any, key: str, order: list[str]) -> int:  # noqa: ANN401
    """Return where a section belongs: after the last of those that go before it."""
    before = set(order[: order.index(key)])
    places = [place for place, row in enumerate(report.sections) if row.key in before]
    return max(places, default=-1) + 1


@dataclass(frozen=True)
class AcceptFact(Step):
    """Let a section say what the register says, for the fact ``key`` or (empty) for all."""

    section_id: str
    key: str = ""
    label: ClassVar[str] = "accept-fact"

    def apply(self, session: Session) -> None:
        section = found(session, ReportSection, self.section_id)
        known = _facts(session, section.report_id)
        assign(section, {"text": accepted(section.text, known, self.key)})


@dataclass(frozen=True)
class TieFact(Step):
    """Tie the words at ``start``–``end`` of a section's text to the fact ``key``.

    Refused: a fact that is not there, and words that are tied already.
    """

    section_id: str
    start: int
    end: int
    key: str
    label: ClassVar[str] = "tie-fact"

    def apply(self, session: Session) -> None:
        section = found(session, ReportSection, self.section_id)
        text = section.text
        words = text[self.start : self.end]
        overlap = any(mark.start < self.end and self.start < mark.end for mark in marks_in(text))
        if overlap or not words.strip() or set("[]\n") & set(words):
            raise InputError(
                say(
                    "Välj några ord i en mening som inte redan är knutna till registret.",
                    "Choose some words of a sentence that are not tied to the register yet.",
                )
            )
        if self.key not in _facts(session, section.report_id):
            raise InputError(
                say(
                    "Uppgiften finns inte i registret. Välj en annan.",
                    "The register has no such fact. Choose another.",
                )
            )
        assign(section, {"text": text[: self.start] + tied(words, self.key) + text[self.end :]})


def _facts(session: Session, report_id: str) -> Facts:
    report = found(session, Report, report_id)
    return facts(_year(session, report), tree_of(ReportSheet, report))


@dataclass(frozen=True)
class AnswerGap(Step):
    """Answer a gap of a paper, or let the paper tell it (``printed``); empty takes it back."""

    report_id: str
    key: str
    text: str = ""
    printed: bool = False
    label: ClassVar[str] = "answer-gap"

    def apply(self, session: Session) -> None:
        report = found(session, Report, self.report_id)
        row = next((each for each in report.answers if each.key == self.key), None)
        if not (self.text.strip() or self.printed):
            if row is not None:
                report.answers.remove(row)
            return
        values = {"text": self.text, "printed": self.printed}
        if row is None:
            answer = new_tree(ReportAnswerSheet(key=self.key, **values))  # type: ignore[arg-type]
            report.answers.append(answer)  # type: ignore[arg-type]
        else:
            assign(row, values)


class AddReportSignature(AddPart):
    """Add somebody who signs a paper."""

    table = ReportSignature
    owner = Report
    part = "signatures"


class ChangeReportSignature(Change):
    """Change who signs a paper, or as what."""

    table = ReportSignature


class RemoveReportSignature(RemovePart):
    """Take a signature line away."""

    table = ReportSignature
    owner = Report
    part = "signatures"

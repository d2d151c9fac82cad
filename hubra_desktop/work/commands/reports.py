"""The written papers: begun from a year's facts, written in, refreshed, answered, attached.

What is proposed is stored once and is the author's from then on. A section is proposed
anew, and words are exchanged for what the register says, only by a command of its own.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, ClassVar

from sqlalchemy import select

from hubra_desktop.model.errors import refusal
from hubra_desktop.model.ids import new_id
from hubra_desktop.model.records.reports import Report, ReportAnswer, ReportSection
from hubra_desktop.model.records.rules import YEAR
from hubra_desktop.model.reports.compose import proposed, proposed_title
from hubra_desktop.model.reports.earlier import carried_text, section_like
from hubra_desktop.model.reports.facts import Facts, facts
from hubra_desktop.model.reports.marks import link_fact, marks_in
from hubra_desktop.model.reports.renewal import renewed_heading, renewed_section_text
from hubra_desktop.model.reports.terms import ReportKind
from hubra_desktop.model.reports.year import YearSheets
from hubra_desktop.store.rows import Rows
from hubra_desktop.store.tables import REPORT
from hubra_desktop.work.commands.base import (
    Step,
    found,
    found_owner,
    inserted,
)
from hubra_desktop.work.commands.report_texts import keep_named_pictures
from hubra_desktop.work.queries.plan import plan_of
from hubra_desktop.work.queries.reports import earlier_paper
from hubra_desktop.work.queries.year import report_year

_KEPT = ("administration", "handler", "handler_contact", "delivered_to")
"""What a new paper takes over from the latest of its kind."""
_ALONE: Mapping[str, Any] = {"attached_to_id": None, "attachment_number": None}
"""What a paper that is nobody's bilaga says of it."""


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

    def apply(self, rows: Rows) -> str:
        YEAR(self.year)
        before = _latest(rows, self.kind)
        report = self.begun(rows, before)
        rows.put(report)
        if self.attach is not None:
            AttachReport(self.attach, report.id).apply(rows)
        year = _year(rows, report)
        sections = _headed(proposed(report, year), before)
        title = report.title or proposed_title(report, year)
        rows.put(replace(report, sections=sections, title=title), was=report)
        return report.id

    def begun(self, rows: Rows, before: Report | None) -> Report:
        """Return the paper before anything is proposed for it; it is not stored."""
        plan = plan_of(rows.connection, self.year)
        signatures = before.signatures if before else ()
        kept = _kept(rows, before)
        values = {"plan_id": plan.id if plan else None, **kept, **self.values}
        return Report(
            id=new_id(), kind=self.kind, year=self.year,
            signatures=tuple(replace(each, id=new_id()) for each in signatures), **values,
        )  # fmt: skip


def proposed_report(rows: Rows, year: int, kind: ReportKind) -> Report:
    """Return the paper that would be begun today; it is stored nowhere."""
    before = _latest(rows, kind)
    report = NewReport(year, kind).begun(rows, before)
    found = _year(rows, report)
    sections = _headed(proposed(report, found), before)
    return replace(report, sections=sections, title=report.title or proposed_title(report, found))


def _headed(
    sections: tuple[ReportSection, ...], before: Report | None
) -> tuple[ReportSection, ...]:
    """Give sections the headings that the author gave them in the latest paper of the kind."""
    own = {each.key: each.heading for each in before.sections} if before else {}
    return tuple(
        replace(each, heading=own.get(each.key) or each.heading) if each.level == 2 else each
        for each in sections
    )


def _kept(rows: Rows, before: Report | None) -> dict[str, str]:
    """Return what is taken over: from the kind's latest, else who stands on any paper."""
    if before is not None:
        return {name: getattr(before, name) for name in _KEPT}
    other = _latest(rows)
    return {name: getattr(other, name) for name in _KEPT[:-1]} if other is not None else {}


def _latest(rows: Rows, kind: ReportKind | None = None) -> Report | None:
    """Return the latest paper, of a kind or of any."""
    latest = select(REPORT.c.id).order_by(REPORT.c.year.desc(), REPORT.c.id.desc()).limit(1)
    if kind is not None:
        latest = latest.where(REPORT.c.kind == kind)
    return rows.get(Report, rows.connection.scalar(latest))


def _year(rows: Rows, report: Report) -> YearSheets:
    return report_year(rows.connection, report)


def take_off_attachments(rows: Rows, report: Report) -> None:
    """Let what is attached to a paper stand on its own."""
    for each in _attached_to(rows, report.id):
        rows.change(Report, each.id, _ALONE)


@dataclass(frozen=True)
class AttachReport(Step):
    """Make a paper bilaga to another, with the next free number; ``to`` None takes it off."""

    report_id: str
    to: str | None
    number: int | None = None
    label: ClassVar[str] = "attach-report"

    def apply(self, rows: Rows) -> None:
        report = found(rows, Report, self.report_id)
        values: Mapping[str, Any] = _ALONE
        if self.to is not None:
            cover = found(rows, Report, self.to)
            number = self.number if self.number is not None else self._free(rows)
            values = {"attached_to_id": cover.id, "attachment_number": number}
        rows.change(Report, report.id, values)

    def _free(self, rows: Rows) -> int:
        others = [each for each in _attached_to(rows, self.to) if each.id != self.report_id]
        return max((each.attachment_number or 0 for each in others), default=0) + 1


def _attached_to(rows: Rows, report_id: str | None) -> tuple[Report, ...]:
    return rows.all(Report, REPORT.c.attached_to_id == report_id)


@dataclass(frozen=True)
class RefreshSection(Step):
    """Propose a section anew from the register; what stood there is replaced.

    A section that the paper lacks is added where it belongs. Refused: a key that the
    year proposes nothing for.
    """

    report_id: str
    key: str
    label: ClassVar[str] = "refresh-report_section"

    def apply(self, rows: Rows) -> str:
        report = found(rows, Report, self.report_id)
        fresh = proposed(report, _year(rows, report))
        made = next((each for each in fresh if each.key == self.key), None)
        if made is None:
            raise refusal("Registret har inget att föreslå för avsnittet.")
        known = next((each for each in report.sections if each.key == self.key), None)
        if known is not None:
            rows.change(ReportSection, known.id, {"text": made.text})
            return known.id
        new = replace(made, id=new_id())
        place = _place(report, self.key, [each.key for each in fresh])
        rows.put(replace(report, sections=inserted(report.sections, new, place)), was=report)
        return new.id


@dataclass(frozen=True)
class TakeOverSection(Step):
    """Write the earlier year's text in a section, its facts told for this year.

    What stood there is replaced. Refused: a section that no earlier paper of the kind has.
    """

    section_id: str
    label: ClassVar[str] = "take-over-section"

    def apply(self, rows: Rows) -> None:
        report: Report = found_owner(rows, ReportSection, self.section_id)
        section = next(each for each in report.sections if each.id == self.section_id)
        earlier = earlier_paper(rows.connection, report)
        old = section_like(earlier.report, section) if earlier else None
        if earlier is None or old is None:
            raise refusal("Ingen tidigare handling har avsnittet. Skriv det, eller föreslå det.")
        text = carried_text(old, earlier, section, report, _year(rows, report))
        _write(rows, self.section_id, text)
        keep_named_pictures(rows, found(rows, Report, report.id))


def _place(report: Report, key: str, order: list[str]) -> int:
    """Return where a section belongs: after the last of those that go before it."""
    before = set(order[: order.index(key)])
    places = [place for place, each in enumerate(report.sections) if each.key in before]
    return max(places, default=-1) + 1


@dataclass(frozen=True)
class AcceptFact(Step):
    """Let a section's sentences say what the register says, for one fact or (empty) for all."""

    section_id: str
    key: str = ""
    label: ClassVar[str] = "accept-fact"

    def apply(self, rows: Rows) -> None:
        report: Report = found_owner(rows, ReportSection, self.section_id)
        year = _year(rows, report)
        text = renewed_section_text(report, year, self.section_id, self.key)
        section = next(each for each in report.sections if each.id == self.section_id)
        heading = renewed_heading(section, facts(year, report), self.key)
        rows.change(ReportSection, self.section_id, {"text": text, "heading": heading})


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

    def apply(self, rows: Rows) -> None:
        text, known = _text_and_facts(rows, self.section_id)
        words = text[self.start : self.end]
        overlap = any(mark.start < self.end and self.start < mark.end for mark in marks_in(text))
        if overlap or not words.strip() or set("[]*\\\n") & set(words):
            raise refusal("Välj några ord i en mening som inte redan är knutna till registret.")
        if self.key not in known:
            raise refusal("Uppgiften finns inte i registret. Välj en annan.")
        made = text[: self.start] + link_fact(words, self.key) + text[self.end :]
        _write(rows, self.section_id, made)


def _text_and_facts(rows: Rows, section_id: str) -> tuple[str, Facts]:
    """Return what a section says, and what is known for its paper."""
    report: Report = found_owner(rows, ReportSection, section_id)
    text = next(each.text for each in report.sections if each.id == section_id)
    return text, facts(_year(rows, report), report)


def _write(rows: Rows, section_id: str, text: str) -> None:
    rows.change(ReportSection, section_id, {"text": text})


@dataclass(frozen=True)
class AnswerGap(Step):
    """Answer a gap of a paper, or let the paper tell it (``printed``); empty takes it back."""

    report_id: str
    key: str
    text: str = ""
    printed: bool = False
    label: ClassVar[str] = "answer-gap"

    def apply(self, rows: Rows) -> None:
        report = found(rows, Report, self.report_id)
        fresh = ReportAnswer(key=self.key, text=self.text, printed=self.printed)
        known = next((each for each in report.answers if each.key == self.key), None)
        answered = bool(self.text.strip()) or self.printed
        if known is None and answered:
            rows.put(replace(report, answers=(*report.answers, fresh)), was=report)
        elif known is not None and answered:
            rows.put(replace(fresh, id=known.id), was=known)
        elif known is not None:
            rows.remove(ReportAnswer, known.id)

"""Gaps of a paper, each of which is answered or printed as it is.

An area without activity, an activity without a reason, an indicator without value, a post
that misses its budget without a word. Things without a date are only tips.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from hubra_desktop.model.findings import LEVELS, Level
from hubra_desktop.model.indicators.reading import active, years_shown
from hubra_desktop.model.language import N_plural, say, say_count
from hubra_desktop.model.narrative import reason_sentence
from hubra_desktop.model.plan.areas import GapKind
from hubra_desktop.model.plan.areas import area_gaps as plan_gaps
from hubra_desktop.model.plan.terms import ActivityState
from hubra_desktop.model.records.plan import Activity
from hubra_desktop.model.records.reports import Report, ReportAnswer
from hubra_desktop.model.reports.fact import Source
from hubra_desktop.model.reports.marks import strip_links
from hubra_desktop.model.reports.templates import ANALYSIS, AREA, AREAS, BUDGET, INDICATORS
from hubra_desktop.model.reports.terms import ReportKind
from hubra_desktop.model.reports.year import YearSheets

_ANSWERED_BY_REASON: Final = frozenset({GapKind.UNFINISHED})


@dataclass(frozen=True, kw_only=True)
class ReportGap:
    """A gap: ``key`` is the same for ever, ``printed`` is how a paper prints it (Swedish).

    ``section`` is the key of the section it belongs to and ``where`` the record to mend.
    A ``must`` needs an answer, or to be printed; ``known`` is what the register itself
    answers (an activity's reason). The ``answer`` is the author's.
    """

    key: str
    level: Level
    sentence: str
    printed: str
    section: str = ""
    where: Source | None = None
    must: bool = True
    known: str = ""
    answer: ReportAnswer | None = None

    @property
    def settled(self) -> bool:
        """Whether nothing more is asked for."""
        return not self.must or bool(self.known or self.answered)

    @property
    def answered(self) -> bool:
        """Whether the author has answered it, in words or by letting the paper tell it."""
        answer = self.answer
        return answer is not None and bool(answer.printed or answer.text.strip())


def gaps(report: Report, year: YearSheets) -> tuple[ReportGap, ...]:
    """Return the gaps of a paper with the author's answers, the heaviest first."""
    if report.kind is ReportKind.STATEMENT:
        return ()
    answers = {answer.key: answer for answer in report.answers}
    found = [*_of_plan(year)] if report.kind is ReportKind.ANNUAL_REPORT else []
    found += [*_of_indicators(year, report)]
    if report.kind is ReportKind.ANNUAL_REPORT:
        found += [*_of_budget(year), *_of_analysis(report), *_undated(year)]
    whole = (replace(gap, answer=answers.get(gap.key)) for gap in found)
    return tuple(sorted(whole, key=lambda gap: (LEVELS.index(gap.level), gap.settled)))


def open_gaps(found: Iterable[ReportGap]) -> tuple[ReportGap, ...]:
    """Return the gaps that still want an answer."""
    return tuple(gap for gap in found if not gap.settled)


def printed_gaps(report: Report, year: YearSheets) -> dict[str, list[str]]:
    """Return the gaps that are answered, as a paper prints them, by section."""
    texts: dict[str, list[str]] = {}
    if report.answers:
        keys = [each.key for each in report.sections]
        for gap in gaps(report, year):
            if gap.answered:
                answer = reason_sentence(gap.answer.text, "Kommentar") if gap.answer else ""
                words = f"{gap.printed} {answer}".strip()
                texts.setdefault(_section_of(gap, keys), []).append(words)
    return texts


def _section_of(gap: ReportGap, keys: Sequence[str]) -> str:
    """Return the section that prints a gap: its own, else what stands above it, else the last."""
    above = AREAS if gap.section.startswith(AREA) else INDICATORS
    there = [key for key in (gap.section, above) if key in keys]
    return (there or [key for key in reversed(keys) if key] or [gap.section])[0]


def _of_plan(year: YearSheets) -> Iterator[ReportGap]:
    if year.plan is None:
        return
    reasons = {each.id: each.reason.strip() for each in year.activities}
    secret = {each.id for each in year.activities if each.closed}
    for gap in plan_gaps(year.plan, year.activities):
        if gap.activity_id in secret:
            continue
        where = (
            Source("activity", gap.activity_id) if gap.activity_id
            else Source("focus_area", gap.area_id or "")
        )  # fmt: skip
        known = reasons.get(gap.activity_id or "", "") if gap.kind in _ANSWERED_BY_REASON else ""
        yield ReportGap(
            key=gap.key, level=gap.level, sentence=gap.sentence, printed=gap.swedish,
            section=f"{AREA}{gap.area_id}" if gap.area_id else AREAS, where=where, known=known,
            must=gap.level is not Level.TIP,
        )  # fmt: skip


def _of_indicators(year: YearSheets, report: Report) -> Iterator[ReportGap]:
    for indicator in year.indicators:
        if not active(indicator, year.year):
            continue
        if years_shown(indicator, year.year)[0] is None:
            name = indicator.name
            yield ReportGap(
                key=f"no-value:{indicator.id}", level=Level.WARNING, section=INDICATORS,
                where=Source("indicator", indicator.id),
                must=report.kind is ReportKind.ANNUAL_REPORT,
                sentence=say("Måttet ”{name}” har inget värde.", name=name),
                printed=f"Måttet ”{name}” saknar värde.",
            )  # fmt: skip


def _of_budget(year: YearSheets) -> Iterator[ReportGap]:
    table = year.budget_table
    for row in table.rows if table else ():
        explained = row.example or bool(row.post.deviation_text.strip())
        if row.deviates and not explained and _has_outcome(year, row.post.id):
            name = row.post.name
            yield ReportGap(
                key=f"deviation:{row.post.id}", level=Level.WARNING, section=BUDGET,
                where=Source("budget_post", row.post.id),
                sentence=say(
                    "Posten {name} avviker från budgeten utan att det förklaras.", name=name
                ),
                printed=f"Posten {name} avviker från budgeten.",
            )  # fmt: skip


def _has_outcome(year: YearSheets, post_id: str) -> bool:
    """Tell whether anything is booked on a post: without, its outcome is not known."""
    return any(entry.post_id == post_id for entry in year.entries)


def _of_analysis(report: Report) -> Iterator[ReportGap]:
    section = next((each for each in report.sections if each.key == ANALYSIS), None)
    if section is not None and not strip_links(section.text).strip():
        yield ReportGap(
            key="no-analysis", level=Level.WARNING, section=ANALYSIS,
            where=Source("report_section", section.id),
            sentence=say("Analysen är tom."),
            printed="Någon analys har inte gjorts.",
        )  # fmt: skip


def _undated(year: YearSheets) -> Iterator[ReportGap]:
    """List what has no day: tips, since a report can be right without."""
    decisions = [
        Source("grant", grant.id) for grant in year.grants
        for each in grant.decisions if each.date is None and each.year == year.year
    ]  # fmt: skip
    kinds = (
        ("undated:ledger", N_plural(
            "Dag saknas för {n} rad i huvudboken.",
                "Dag saknas för {n} rader i huvudboken."), [
            Source("ledger_entry", each.id) for each in year.entries
            if each.date is None and each.year == year.year]),
        ("undated:decisions", N_plural(
            "Dag saknas för {n} beslut om bidrag.",
                "Dag saknas för {n} beslut om bidrag."),
            decisions),
        ("undated:letters", N_plural(
            "Dag saknas för {n} skickat brev.",
                "Dag saknas för {n} skickade brev."), [
            Source("letter", each.id) for each in year.letters if each.sent_on is None]),
        ("undated:activities", N_plural(
            "Dag saknas för {n} genomförd aktivitet.",
                "Dag saknas för {n} genomförda aktiviteter."), [
            Source("activity", each.id) for each in year.activities if _without_day(each)]),
    )  # fmt: skip
    for key, forms, found in kinds:
        if found:
            yield ReportGap(
                key=key, level=Level.TIP, must=False, where=found[0],
                sentence=say_count(*forms, len(found)), printed="",
            )  # fmt: skip


def _without_day(activity: Activity) -> bool:
    days = [each.date for each in activity.occasions if each.date]
    return activity.state is ActivityState.DONE and not (days or activity.starts or activity.ends)

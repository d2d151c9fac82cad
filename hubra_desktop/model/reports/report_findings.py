"""Findings about a paper and its related papers, the same on screen and in print.

One matter under two numbers, a cover and its bilaga of different days, a weekday that is
not the date's, a sum that is not the ledger's, a repaid grant reported twice, a share that is
a count, an indicator without value, a number gone stale. Pure: records in, findings out.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from hubra_desktop.model.findings import LEVELS, Level
from hubra_desktop.model.indicators.indicator_findings import indicator_findings
from hubra_desktop.model.indicators.reading import active
from hubra_desktop.model.language import say
from hubra_desktop.model.money.amounts import kronor
from hubra_desktop.model.records.reports import Report, ReportSection
from hubra_desktop.model.reports.fact import Source
from hubra_desktop.model.reports.fact_check import Contradiction, TextCheck, check_text
from hubra_desktop.model.reports.facts import Facts
from hubra_desktop.model.reports.gaps import ReportGap, gaps
from hubra_desktop.model.reports.linking import grants_named
from hubra_desktop.model.reports.marks import sentences_in, strip_links
from hubra_desktop.model.reports.money_facts import posts_ore
from hubra_desktop.model.reports.related_papers import Place, ReportFinding, case_numbers, days
from hubra_desktop.model.reports.renewal import Stale
from hubra_desktop.model.reports.statement_findings import statement_findings
from hubra_desktop.model.reports.templates import BUDGET
from hubra_desktop.model.reports.terms import ReportKind
from hubra_desktop.model.reports.year import YearSheets
from hubra_desktop.model.swedish import MONTHS, date_in_text, folded
from hubra_desktop.model.weekdays import written_day, wrong_weekdays
from hubra_desktop.model.wording import quoted


def report_findings(
    report: Report, year: YearSheets, lacking: Iterable[ReportGap] | None = None,
    held: TextCheck | None = None,
) -> tuple[ReportFinding, ...]:  # fmt: skip
    """Return all that is found in a paper: stops first, then warnings, then tips.

    ``lacking`` are its gaps and ``held`` its text held against its year, where they are
    at hand.
    """
    if held is None:
        held = check_text(report, year)
    found = (
        *case_numbers(report, year),
        *days(report, year),
        *_dated(report),
        *_weekdays(report),
        *_unlike_register((*held.stale, *held.contradicted)),
        *_repaid_twice(report, held.facts),
        *_posts(report, year),
        *_indicators(report, year),
        *statement_findings(report),
        *_gaps(report, gaps(report, year) if lacking is None else lacking),
    )
    return tuple(sorted(found, key=lambda finding: LEVELS.index(finding.level)))


def ready(report: Report, year: YearSheets) -> bool:
    """Tell whether a paper may leave the house: nothing stops it and every gap is settled."""
    lacking = gaps(report, year)
    return is_ready(report_findings(report, year, lacking), lacking)


def is_ready(findings: Iterable[ReportFinding], found: Iterable[ReportGap]) -> bool:
    """Tell whether a paper with these findings and gaps may leave the house."""
    stopped = any(finding.level is Level.STOP for finding in findings)
    return not stopped and all(gap.settled for gap in found)


def _of_section(section: ReportSection, start: int = 0, end: int = 0) -> Place:
    return Place(kind="report_section", id=section.id, section=section.key, start=start, end=end)


_OWN_DAY: Final = re.compile(
    rf"tjänsteutlåtande,? daterat (?:den )?(\d{{1,2}}) ({'|'.join(MONTHS)}) (\d{{4}})",
    re.IGNORECASE,
)


def _dated(report: Report) -> Iterator[ReportFinding]:
    """Find where a tjänsteutlåtande names another day than its own."""
    if report.kind is not ReportKind.STATEMENT or report.date is None:
        return
    for section in report.sections:
        for sentence in sentences_in(section.text):
            match = _OWN_DAY.search(strip_links(sentence.text))
            day = written_day(match[1], match[2], match[3]) if match else None
            if day is not None and day != report.date:
                unlike = say(
                    "Texten säger att tjänsteutlåtandet är daterat {told}, "
                    "men det är daterat {own}.",
                    told=date_in_text(day), own=date_in_text(report.date),
                )  # fmt: skip
                where = _of_section(section, sentence.start, sentence.end)
                yield ReportFinding("own_date_unlike", Level.WARNING, unlike, where)


def _weekdays(report: Report) -> Iterator[ReportFinding]:
    for section in report.sections:
        for wrong in wrong_weekdays(section.text, report.year):
            where = _of_section(section, wrong.start, wrong.end)
            yield ReportFinding("wrong_weekday", Level.WARNING, wrong.sentence, where)


def _unlike_register(found: Iterable[Stale | Contradiction]) -> Iterator[ReportFinding]:
    for each in found:
        where = Place(
            kind="report_section", id=each.section_id, section=each.section_key,
            start=each.start, end=each.end,
        )  # fmt: skip
        yield ReportFinding(each.id, each.level, each.description, where)


_REPAID: Final = re.compile(r"återbetal|betal\w+ tillbaka|återfått|åter till")


def _repaid_twice(report: Report, known: Facts) -> Iterator[ReportFinding]:
    """Find passages about repaid grants that nobody can tell apart.

    Every passage must link to its grant, or name the body that paid back. Passages that
    link to the same grant repeat it.
    """
    passages = list(_passages(report, known))
    if len(passages) < 2:
        return
    seen: dict[str, str] = {}
    for section, start, end, grant in passages:
        where = _of_section(section, start, end)
        if not grant:
            sentence = say(
                "Texten berättar om flera återbetalade bidrag. Säg vilket som menas här: "
                "knyt orden till bidraget."
            )
            yield ReportFinding("repaid_grant_unnamed", Level.WARNING, sentence, where)
        elif grant in seen and seen[grant] != section.id:
            name = quoted(known[grant].form)
            sentence = say("Återbetalningen av {grant} berättas två gånger.", grant=name)
            yield ReportFinding("repaid_grant_twice", Level.WARNING, sentence, where)
        else:
            seen[grant] = section.id


def _passages(report: Report, known: Facts) -> Iterator[tuple[ReportSection, int, int, str]]:
    """Yield the paragraphs that tell of a repayment, each with the key of the grant it means."""
    for section in report.sections:
        for paragraph in re.finditer(r"[^\n]+", section.text):
            if _REPAID.search(folded(strip_links(paragraph[0]))):
                grants = grants_named(paragraph[0], known.values(), names=1)
                key = grants[0].key if grants else ""
                yield section, paragraph.start(), paragraph.end(), key


def _posts(report: Report, year: YearSheets) -> Iterator[ReportFinding]:
    """Find a frame that the posts at the top do not add up to, for a paper that tells of money."""
    if report.kind is ReportKind.STATEMENT or year.budget is None or year.budget_table is None:
        return
    frame, posts = year.budget_table.frame_ore, posts_ore(year.budget_table)
    if frame is None or not posts or posts == frame:
        return
    sentence = say(
        "Budgetramen för {year} är {frame}, men posterna är tillsammans {posts}. "
        "Rätta budgeten, eller förklara skillnaden i texten.",
        year=year.year, frame=kronor(frame), posts=kronor(posts),
    )  # fmt: skip
    where = Place(kind="budget_year", id=year.budget.id, section=BUDGET)
    yield ReportFinding("posts_unlike_frame", Level.WARNING, sentence, where)


def _indicators(report: Report, year: YearSheets) -> Iterator[ReportFinding]:
    """Take over the findings of the indicators, for a paper that prints them."""
    if report.kind is ReportKind.STATEMENT:
        return
    for indicator in year.indicators:
        if active(indicator, year.year):
            for found in indicator_findings(indicator):
                if found.id == "indicator-no-value":
                    continue  # A gap says it, and can be answered.
                # What is odd about an indicator does not stop the paper.
                level = Level.WARNING if found.level is Level.STOP else found.level
                where = Place(kind="indicator", id=indicator.id)
                yield ReportFinding(found.id, level, found.sentence, where)


def _gaps(report: Report, lacking: Iterable[ReportGap]) -> Iterator[ReportFinding]:
    for gap in lacking:
        if not (gap.settled and gap.must):
            source = gap.where or Source("report", report.id)
            where = Place(kind=source.kind, id=source.id, section=gap.section if gap.where else "")
            yield ReportFinding(f"gap:{gap.key}", gap.level, gap.sentence, where)

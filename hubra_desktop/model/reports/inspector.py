"""What in a paper and its company contradicts itself: the same rules on screen and in print.

One matter under two numbers, a cover and its bilaga of different days, a weekday that is
not the date's, a sum that is not the ledger's, a repaid grant told twice, a share that is
a count, an indicator without value, a number gone stale. Pure: sheets in, findings out.
"""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from hubra_desktop.model.case_number import same_number
from hubra_desktop.model.findings import LEVELS, Level
from hubra_desktop.model.indicators.checks import findings as indicator_findings
from hubra_desktop.model.indicators.reading import active
from hubra_desktop.model.language import say
from hubra_desktop.model.reports.against import contradicted, stale
from hubra_desktop.model.reports.compose import section_name
from hubra_desktop.model.reports.fact import FactKind
from hubra_desktop.model.reports.facts import Facts, facts
from hubra_desktop.model.reports.gaps import gaps
from hubra_desktop.model.reports.marks import marks_in, sentences_in, unmarked
from hubra_desktop.model.reports.sheets import ReportSectionSheet, ReportSheet
from hubra_desktop.model.reports.terms import ReportKind
from hubra_desktop.model.reports.year import YearSheets
from hubra_desktop.model.sheet import ItemSheet, MeetingSheet
from hubra_desktop.model.swedish import (
    MONTHS,
    WEEKDAYS,
    capitalised,
    date_in_text,
    folded,
    long_date,
)
from hubra_desktop.model.wording import quoted


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where a finding is mended: a row, and in a paper the section and the place in its text."""

    kind: str
    id: str
    section: str = ""
    start: int = 0
    end: int = 0


@dataclass(frozen=True, kw_only=True)
class ReportFinding:
    """Something to look at; ``id`` never changes, ``sentence`` is in the window's language."""

    id: str
    level: Level
    sentence: str
    where: Place


def inspected(report: ReportSheet, year: YearSheets) -> tuple[ReportFinding, ...]:
    """Return all that is found in a paper: stops first, then warnings, then tips."""
    known = facts(year, report)
    found = (
        *_case_numbers(report, year),
        *_days(report, year),
        *_dated(report),
        *_weekdays(report),
        *_stale(report, known),
        *_contradictions(report, known),
        *_told_twice(report, known),
        *_indicators(report, year),
        *_gaps(report, year),
    )
    return tuple(sorted(found, key=lambda finding: LEVELS.index(finding.level)))


def ready(report: ReportSheet, year: YearSheets) -> bool:
    """Tell whether a paper may leave the house: nothing stops it and every gap is settled."""
    stops = any(finding.level is Level.STOP for finding in inspected(report, year))
    return not stops and all(gap.settled for gap in gaps(report, year))


def _of_report(report: ReportSheet) -> Place:
    return Place(kind="report", id=report.id)


def _of_section(section: ReportSectionSheet, start: int = 0, end: int = 0) -> Place:
    return Place(kind="report_section", id=section.id, section=section.key, start=start, end=end)


@dataclass(frozen=True)
class _Numbered:
    """Something that names the matter: what it is called, its number, and where it stands."""

    name: str
    number: str
    where: Place


def _case_numbers(report: ReportSheet, year: YearSheets) -> Iterator[ReportFinding]:
    """Compare the paper's number with those of its company; each other number is told once."""
    own = report.case_number.strip()
    if not own:
        return
    told: list[str] = []
    for other in _company(report, year):
        number = other.number.strip()
        if not number or same_number(own, number) or _explained(report, other, year):
            continue
        if any(same_number(number, each) for each in told):
            continue
        told.append(number)
        names = [each.name for each in _company(report, year) if same_number(each.number, number)]
        yield ReportFinding(
            id="two_case_numbers", level=Level.WARNING, where=_of_report(report),
            sentence=say(
                "Ärendet har två nummer: {own_name} har {own}, {names} har {other}. "
                "Rätta det ena, eller skriv varför de skiljer sig.",
                "The matter has two numbers: {own_name} has {own}, {names} has {other}. "
                "Correct one of them, or write why they differ.",
                own_name=_definite(report.kind), own=own, names=_and(names), other=number,
            ),
        )  # fmt: skip


def _definite(kind: ReportKind) -> str:
    words = {
        ReportKind.ANNUAL_REPORT: ("verksamhetsberättelsen", "the annual report"),
        ReportKind.ACTIVITY_PLAN: ("verksamhetsplanen", "the activity plan"),
        ReportKind.STATEMENT: ("tjänsteutlåtandet", "the statement"),
    }
    return say(*words[kind])


def _and(names: list[str]) -> str:
    *first, last = dict.fromkeys(names)
    return f"{', '.join(first)} {say('och', 'and')} {last}" if first else last


def _company(report: ReportSheet, year: YearSheets) -> list[_Numbered]:
    """Return what else names the paper's matter: cover, bilagor, the agenda's item."""
    cover = year.paper(report.attached_to_id)
    papers = [*([cover] if cover else []), *year.attached_to(report)]
    if cover:
        papers += [each for each in year.attached_to(cover) if each.id != report.id]
    found = [_Numbered(_paper(each, report), each.case_number, _of_report(each)) for each in papers]
    for meeting in year.tabled:
        if report.meeting_id in {None, meeting.id}:
            found += [
                _Numbered(
                    say("föredragningslistan", "the agenda"), item.case_number,
                    Place(kind="agenda_item", id=item.id),
                )
                for item in meeting.items if _deals_with(item, report)
            ]  # fmt: skip
    return found


def _paper(paper: ReportSheet, report: ReportSheet) -> str:
    if paper.attached_to_id is not None and paper.attached_to_id in {
        report.id, report.attached_to_id,
    }:  # fmt: skip
        number = paper.attachment_number
        return say("bilaga {n}", "bilaga {n}", n=number) if number else say("bilagan", "bilagan")
    return _definite(paper.kind)


def _deals_with(item: ItemSheet, report: ReportSheet) -> bool:
    """Tell whether an agenda's row is the paper's matter: it bears its title."""
    title, subject = folded(item.title), folded(report.title)
    return bool(title and subject) and (title in subject or subject in title)


def _explained(report: ReportSheet, other: _Numbered, year: YearSheets) -> bool:
    """Tell whether somebody has said why two numbers differ: on the paper, or as an alias."""
    if report.number_reason.strip():
        return True
    kin = year.paper(other.where.id) if other.where.kind == "report" else None
    if kin is not None and kin.number_reason.strip():
        return True
    numbers = {matter.id: matter.case_number for matter in year.matters}
    pair = (report.case_number, other.number)
    return any(
        alias.reason.strip()
        and _same_pair(pair, (numbers.get(alias.matter_id, ""), alias.case_number))
        for alias in year.aliases
    )


def _same_pair(one: tuple[str, str], other: tuple[str, str]) -> bool:
    straight = same_number(one[0], other[0]) and same_number(one[1], other[1])
    return straight or (same_number(one[0], other[1]) and same_number(one[1], other[0]))


def _days(report: ReportSheet, year: YearSheets) -> Iterator[ReportFinding]:
    """Compare a cover's day with its bilagor's; told on the cover and on the bilaga alike."""
    cover = year.paper(report.attached_to_id)
    pairs = [(cover, report)] if cover else []
    pairs += [(report, each) for each in year.attached_to(report)]
    for upper, lower in pairs:
        if upper.date is None or lower.date is None or upper.date == lower.date:
            continue
        later = upper.date > lower.date
        yield ReportFinding(
            id="cover_after_attachment" if later else "cover_before_attachment",
            level=Level.WARNING, where=_of_report(report),
            sentence=say(
                "{cover} är daterat {first}, bilagan {second}. Kontrollera att dagarna stämmer.",
                "{cover} is dated {first}, its bilaga {second}. See that the days are right.",
                cover=capitalised(_definite(upper.kind)), first=date_in_text(upper.date),
                second=date_in_text(lower.date),
            ),
        )  # fmt: skip


_OWN_DAY: Final = re.compile(
    rf"tjänsteutlåtande,? daterat (?:den )?(\d{{1,2}}) ({'|'.join(MONTHS)}) (\d{{4}})",
    re.IGNORECASE,
)
_WEEKDAY: Final = re.compile(
    rf"({'|'.join(WEEKDAYS)})(?:en)?s?,? (?:den )?(\d{{1,2}}) ({'|'.join(MONTHS)})(?: (\d{{4}}))?",
    re.IGNORECASE,
)


def _dated(report: ReportSheet) -> Iterator[ReportFinding]:
    """Find where a tjänsteutlåtande names another day than its own."""
    if report.kind is not ReportKind.STATEMENT or report.date is None:
        return
    for section in report.sections:
        for sentence in sentences_in(section.text):
            match = _OWN_DAY.search(unmarked(sentence.text))
            told = _day(match[1], match[2], match[3]) if match else None
            if told is not None and told != report.date:
                yield ReportFinding(
                    id="own_date_unlike", level=Level.WARNING,
                    where=_of_section(section, sentence.start, sentence.end),
                    sentence=say(
                        "Texten säger att tjänsteutlåtandet är daterat {told}, "
                        "men det är daterat {own}.",
                        "The text says that the statement is dated {told}, but it is dated {own}.",
                        told=date_in_text(told), own=date_in_text(report.date),
                    ),
                )  # fmt: skip


def _day(day: str, month: str, year: str | int) -> dt.date | None:
    try:
        return dt.date(int(year), MONTHS.index(month.casefold()) + 1, int(day))
    except ValueError:
        return None


def wrong_weekdays(text: str, year: int) -> Iterator[tuple[int, int, dt.date, str]]:
    """Find dates whose weekday is another: place, end, the day, and the weekday told.

    A date without a year is of ``year``; it is told only when the year before and the
    year after do not fit either.
    """
    for match in _WEEKDAY.finditer(text):
        told = match[1].casefold()
        days = [_day(match[2], match[3], each) for each in _years(match[4], year)]
        known = [day for day in days if day is not None]
        if known and all(WEEKDAYS[day.weekday()] != told for day in known):
            yield match.start(), match.end(), known[0], told


def _years(typed: str | None, year: int) -> list[int]:
    return [int(typed)] if typed else [year, year + 1, year - 1]


def _weekdays(report: ReportSheet) -> Iterator[ReportFinding]:
    for section in report.sections:
        for start, end, day, told in wrong_weekdays(section.text, report.year):
            yield weekday_finding(day, told, _of_section(section, start, end))


def weekday_finding(day: dt.date, told: str, where: Place) -> ReportFinding:
    """Say that a date is of another weekday than the text tells."""
    return ReportFinding(
        id="wrong_weekday", level=Level.WARNING, where=where,
        sentence=say(
            "{day} är en {right}, inte en {told}.",
            "{day} is a {right}, not a {told} (in Swedish).",
            day=long_date(day).split(" ", 1)[1].capitalize(), right=WEEKDAYS[day.weekday()],
            told=told,
        ),
    )  # fmt: skip


def meeting_weekdays(meeting: MeetingSheet) -> tuple[ReportFinding, ...]:
    """Find wrong weekdays in what a kallelse says: notes and titles."""
    texts = [("meeting", meeting.id, meeting.note)]
    texts += [("footnote", note.id, note.text) for note in meeting.footnotes]
    texts += [
        ("agenda_item", item.id, text) for item in meeting.items for text in (item.title, item.note)
    ]
    return tuple(
        weekday_finding(day, told, Place(kind=kind, id=row_id, start=start, end=end))
        for kind, row_id, text in texts
        for start, end, day, told in wrong_weekdays(text, meeting.date.year)
    )


def _stale(report: ReportSheet, known: Facts) -> Iterator[ReportFinding]:
    for each in stale(report, known):
        yield ReportFinding(
            id="stale_fact" if each.new_words else "lost_fact", level=Level.STOP,
            sentence=each.told,
            where=Place(
                kind="report_section", id=each.section_id, section=each.section_key,
                start=each.start, end=each.end,
            ),
        )  # fmt: skip


def _contradictions(report: ReportSheet, known: Facts) -> Iterator[ReportFinding]:
    for each in contradicted(report, known):
        yield ReportFinding(
            id=each.id, level=each.level, sentence=each.told,
            where=Place(
                kind="report_section", id=each.section_id, section=each.section_key,
                start=each.start, end=each.end,
            ),
        )  # fmt: skip


_REPAID: Final = re.compile(r"återbetal|betal\w+ tillbaka|återfått|åter till")


def _told_twice(report: ReportSheet, known: Facts) -> Iterator[ReportFinding]:
    """Find passages about repaid grants that nobody can tell apart.

    Every passage must be tied to its grant, or name the body that paid back. Passages tied
    to the same grant tell it twice.
    """
    passages = list(_passages(report, known))
    if len(passages) < 2:
        return
    seen: dict[str, str] = {}
    for section, start, end, grant in passages:
        where = _of_section(section, start, end)
        if not grant:
            yield ReportFinding(
                id="repaid_grant_unnamed", level=Level.WARNING, where=where,
                sentence=say(
                    "Texten berättar om flera återbetalade bidrag. Säg vilket som menas här: "
                    "knyt orden till bidraget.",
                    "The text tells of several repaid grants. Say which is meant here: "
                    "tie the words to the grant.",
                ),
            )  # fmt: skip
        elif grant in seen and seen[grant] != section.id:
            yield ReportFinding(
                id="repaid_grant_twice", level=Level.WARNING, where=where,
                sentence=say(
                    "Återbetalningen av {grant} berättas två gånger.",
                    "The repayment of {grant} is told twice.",
                    grant=quoted(known[grant].form),
                ),
            )  # fmt: skip
        else:
            seen[grant] = section.id


def _passages(
    report: ReportSheet, known: Facts
) -> Iterator[tuple[ReportSectionSheet, int, int, str]]:
    """Yield the paragraphs that tell of a repayment, each with the key of the grant it means."""
    records = [fact for fact in known.values() if fact.kind is FactKind.RECORD]
    for section in report.sections:
        for paragraph in re.finditer(r"[^\n]+", section.text):
            plain = folded(unmarked(paragraph[0]))
            if not _REPAID.search(plain):
                continue
            keys = {":".join(mark.key.split(":")[:2]) for mark in marks_in(paragraph[0])}
            tied = [record.key for record in records if record.key in keys]
            named = [record.key for record in records if record.about and record.about[0] in plain]
            grants = tied or named
            yield section, paragraph.start(), paragraph.end(), grants[0] if grants else ""


_NO_VALUE: Final = "indicator-no-value"


def _indicators(report: ReportSheet, year: YearSheets) -> Iterator[ReportFinding]:
    """Take over what the indicators' own checks find, for a paper that prints them."""
    if report.kind is ReportKind.STATEMENT:
        return
    for indicator in year.indicators:
        if active(indicator, year.year):
            for found in indicator_findings(indicator):
                if found.id == _NO_VALUE:
                    continue  # A gap says it, and can be answered.
                yield ReportFinding(
                    id=found.id, level=_softened(found.level), sentence=found.sentence,
                    where=Place(kind="indicator", id=indicator.id),
                )  # fmt: skip


def _softened(level: Level) -> Level:
    """Let what is odd about an indicator be looked at; it does not stop the paper."""
    return Level.WARNING if level is Level.STOP else level


def _gaps(report: ReportSheet, year: YearSheets) -> Iterator[ReportFinding]:
    for gap in gaps(report, year):
        if gap.settled and gap.must:
            continue
        source = gap.where
        where = Place(kind=source.kind, id=source.id, section=gap.section) if source else None
        yield ReportFinding(
            id=f"gap:{gap.key}", level=gap.level, sentence=gap.sentence,
            where=where or _of_report(report),
        )  # fmt: skip


def headed(finding: ReportFinding, report: ReportSheet) -> str:
    """Return the finding's sentence with the heading of its section before it."""
    named = {section.key: section_name(section) for section in report.sections}
    name = named.get(finding.where.section, "")
    return f"{name}: {finding.sentence}" if name else finding.sentence

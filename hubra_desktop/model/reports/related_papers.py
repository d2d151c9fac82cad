"""A paper among its company: whether cover, bilagor and agenda name one matter and fit in time.

What a finding about a paper is stands here too, for all who find.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from hubra_desktop.model.case_number import number_key, same_number
from hubra_desktop.model.findings import Level
from hubra_desktop.model.language import N_, say
from hubra_desktop.model.records.meeting import Item
from hubra_desktop.model.records.reports import Report
from hubra_desktop.model.reports.terms import ReportKind
from hubra_desktop.model.reports.year import YearSheets
from hubra_desktop.model.swedish import capitalised, date_in_text, folded
from hubra_desktop.model.wording import joined


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where a finding is mended: a row, and in a paper the section and the place in its text."""

    kind: str
    id: str
    section: str = ""
    start: int = 0
    end: int = 0


class ReportFinding(NamedTuple):
    """Something to look at; ``id`` never changes, ``sentence`` is in the window's language."""

    id: str
    level: Level
    sentence: str
    where: Place


def of_report(report: Report) -> Place:
    """Return the place of a paper itself: its head."""
    return Place(kind="report", id=report.id)


class _Numbered(NamedTuple):
    """Something that names the matter: what it is called, its number, and where it stands."""

    name: str
    number: str
    where: Place


def case_numbers(report: Report, year: YearSheets) -> Iterator[ReportFinding]:
    """Compare the paper's number with those of its company; each other number is reported once."""
    own = report.case_number.strip()
    if not own:
        return
    reported: list[str] = []
    for other in _company(report, year):
        number = other.number.strip()
        if not number or same_number(own, number) or _explained(report, other, year):
            continue
        if any(same_number(number, each) for each in reported):
            continue
        reported.append(number)
        names = [each.name for each in _company(report, year) if same_number(each.number, number)]
        sentence = say(
            "Ärendet har två nummer: {own_name} har {own}, {names} har {other}. "
            "Rätta det ena, eller skriv varför de skiljer sig.",
            own_name=_definite(report.kind), own=own, other=number,
            names=joined(list(dict.fromkeys(names))),
        )  # fmt: skip
        yield ReportFinding("two_case_numbers", Level.WARNING, sentence, of_report(report))


def _definite(kind: ReportKind) -> str:
    words = {
        ReportKind.ANNUAL_REPORT: N_("verksamhetsberättelsen"),
        ReportKind.ACTIVITY_PLAN: N_("verksamhetsplanen"),
        ReportKind.STATEMENT: N_("tjänsteutlåtandet"),
    }
    return say(words[kind])


def _company(report: Report, year: YearSheets) -> list[_Numbered]:
    """Return what else names the paper's matter: cover, bilagor, the agenda's item."""
    cover = year.paper(report.attached_to_id)
    papers = [*([cover] if cover else []), *year.attached_to(report)]
    if cover:
        papers += [each for each in year.attached_to(cover) if each.id != report.id]
    found = [_Numbered(_paper(each, report), each.case_number, of_report(each)) for each in papers]
    for meeting in year.tabled:
        if report.meeting_id in {None, meeting.id}:
            found += [
                _Numbered(
                    say("föredragningslistan"), item.case_number,
                    Place(kind="agenda_item", id=item.id),
                )
                for item in meeting.items if _deals_with(item, report)
            ]  # fmt: skip
    return found


def _paper(paper: Report, report: Report) -> str:
    if paper.attached_to_id is not None and paper.attached_to_id in {
        report.id, report.attached_to_id,
    }:  # fmt: skip
        number = paper.attachment_number
        return say("bilaga {n}", n=number) if number else say("bilagan")
    return _definite(paper.kind)


def _deals_with(item: Item, report: Report) -> bool:
    """Tell whether an agenda's row is the paper's matter: it bears its title."""
    title, subject = folded(item.title), folded(report.title)
    return bool(title and subject) and (title in subject or subject in title)


def _explained(report: Report, other: _Numbered, year: YearSheets) -> bool:
    """Tell whether somebody has written why two numbers differ: on the paper, or as an alias."""
    if report.number_reason.strip():
        return True
    kin = year.paper(other.where.id) if other.where.kind == "report" else None
    if kin is not None and kin.number_reason.strip():
        return True
    pair = {number_key(report.case_number), number_key(other.number)}
    return any(pair <= each for each in _numbers_of_matters(year))


def _numbers_of_matters(year: YearSheets) -> Iterable[set[tuple[object, ...]]]:
    """Return the numbers of each matter: its own, and the others that somebody has explained."""
    numbers = {matter.id: {number_key(matter.case_number)} for matter in year.matters}
    for alias in year.aliases:
        if alias.reason.strip() and alias.matter_id in numbers:
            numbers[alias.matter_id].add(number_key(alias.case_number))
    return numbers.values()


def days(report: Report, year: YearSheets) -> Iterator[ReportFinding]:
    """Compare a cover's day with its bilagor's; reported on the cover and on the bilaga alike."""
    cover = year.paper(report.attached_to_id)
    pairs = [(cover, report)] if cover else []
    pairs += [(report, each) for each in year.attached_to(report)]
    for upper, lower in pairs:
        if upper.date is None or lower.date is None or upper.date == lower.date:
            continue
        order = "after" if upper.date > lower.date else "before"
        sentence = say(
            "{cover} är daterat {first}, bilagan {second}. Kontrollera att dagarna stämmer.",
            cover=capitalised(_definite(upper.kind)), first=date_in_text(upper.date),
            second=date_in_text(lower.date),
        )  # fmt: skip
        where = of_report(report)
        yield ReportFinding(f"cover_{order}_attachment", Level.WARNING, sentence, where)

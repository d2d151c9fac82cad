"""The amounts that a paper states, each beside what the register says."""

from collections.abc import Iterator

from hubra_desktop.model.money.reconciliation import Compared
from hubra_desktop.model.records.reports import Report
from hubra_desktop.model.reports.fact import Fact, FactKind, matches_number
from hubra_desktop.model.reports.fact_check import TextCheck, check_text
from hubra_desktop.model.reports.marks import marks_in
from hubra_desktop.model.reports.numbers import Number, NumberUnit, numbers_in
from hubra_desktop.model.reports.year import YearSheets


def stated_amounts(report: Report, year: YearSheets) -> tuple[Compared, ...]:
    """Return each amount of a paper's text: what is linked to the register, and what is unlike it.

    An amount that is written coarser than the register has it (264 tkr) is the register's.
    """
    return tuple(_stated(report, check_text(report, year)))


def _stated(report: Report, check: TextCheck) -> Iterator[Compared]:
    for section in report.sections:
        name = section.heading.strip() or "Under föregående rubrik"
        for mark in marks_in(section.text):
            fact = check.facts.get(mark.key)
            for number in numbers_in(mark.words)[:1]:
                if fact is None and number.unit is NumberUnit.MONEY:
                    yield _row(report, name, mark.words, _ore(number), None)
                elif fact is not None and fact.kind is FactKind.MONEY:
                    yield _held(report, name, mark.words, number, fact)
        for each in check.contradicted:
            if each.section_id == section.id:
                for number in numbers_in(each.words)[:1]:
                    fact = check.facts.get(each.fact_key)
                    if fact.kind is FactKind.MONEY if fact else number.unit is NumberUnit.MONEY:
                        theirs = fact.value if fact else None
                        yield _row(report, name, each.words, _ore(number), theirs)


def _held(report: Report, name: str, words: str, number: Number, fact: Fact) -> Compared:
    ours = fact.value if matches_number(fact, number) else _ore(number)
    return _row(report, f"{name}, {fact.name}", words, ours, fact.value)


def _row(report: Report, name: str, words: str, ours: int, theirs: int | None) -> Compared:
    return Compared(f"{name}: ”{words}”", ours, theirs, "report", report.id)


def _ore(number: Number) -> int:
    """Return a number as öre; one without a unit is kronor."""
    value = number.value if number.unit is NumberUnit.MONEY else number.value * 100
    return int(value.to_integral_value())

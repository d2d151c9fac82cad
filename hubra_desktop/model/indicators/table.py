"""The table *Mått senaste / Jämförs med*, cell by cell as the paper prints it.

A cell has a line for each group and its own year; the two years are each
indicator's own. What is missing is a word, never an empty cell. A function that makes
words of what is measured takes ``tell``: ``say`` speaks the window's language,
``swedish`` is for papers, which are Swedish whatever the window speaks.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from hubra_desktop.model.formulas import harmless
from hubra_desktop.model.indicators.reading import (
    Years,
    comparable,
    known,
    measured,
    shown_groups,
    years_shown,
)
from hubra_desktop.model.indicators.terms import Group, Missing, Unit
from hubra_desktop.model.indicators.values import (
    group_name,
    groups_of,
    unit_of,
    value_text,
    with_unit,
)
from hubra_desktop.model.language import Tell, swedish
from hubra_desktop.model.records.indicators import Indicator, Measurement
from hubra_desktop.model.words import word


class YearValues(NamedTuple):
    """The lines of one cell and its year; ``known`` when it has a value."""

    year: int | None
    lines: tuple[str, ...]
    known: bool

    @property
    def text(self) -> str:
        """The cell on one line: ``alla 55, män 58, kvinnor 53 (2017)``."""
        text = ", ".join(self.lines)
        return f"{text} ({self.year})" if self.year is not None else text


class TableRow(NamedTuple):
    """An indicator in the table: what is measured, from where, and its two values."""

    indicator: Indicator
    name: str
    source: str
    latest: YearValues
    compared: YearValues


class GroupRow(NamedTuple):
    """A group's two values beside each other, each with its year, and what parts them."""

    group: str
    compared: str
    latest: str
    difference: str


def cell(indicator: Indicator, year: int | None, tell: Tell = swedish) -> YearValues:
    """Return the cell of an indicator for ``year``; without one, that there is no value."""
    if year is None:
        return YearValues(None, (word(Missing.NOT_STATED, tell),), known=False)
    rows = measured(indicator, year)
    groups = shown_groups(indicator, year)
    if not groups:
        return YearValues(year, (word(Missing.NOT_STATED, tell),), known=False)
    reasons = {rows[group].missing for group in groups}
    if len(reasons) == 1 and Missing.NO not in reasons:
        return YearValues(year, (word(reasons.pop(), tell),), known=False)
    lines = tuple(line_of(indicator, group, rows[group], tell) for group in groups)
    return YearValues(
        year, lines, known=any(r.value_thousandths is not None for r in rows.values())
    )


def line_of(indicator: Indicator, group: Group, row: Measurement, tell: Tell = swedish) -> str:
    """Write a group's value: ``män 58``, ``kvinnor 59 %``, ``antal 574`` or 369 alone."""
    unit = unit_of(indicator, group)
    alone = len(groups_of(indicator)) == 1
    if row.value_thousandths is None:
        text = word(row.missing, tell)
    elif alone or (indicator.shares and unit is Unit.PERCENT):
        text = with_unit(row.value_thousandths, unit)
    else:
        text = value_text(row.value_thousandths)
    return text if alone else f"{group_name(indicator, group, tell)} {text}"


def table_row(indicator: Indicator, years: Years | None = None, tell: Tell = swedish) -> TableRow:
    """Return an indicator's row for two years, or else the latest and the one before it."""
    latest, compared = years or years_shown(indicator)
    before = cell(indicator, compared, tell)
    if compared is None and latest is not None:
        before = YearValues(None, (tell("inget tidigare värde"),), known=False)
    return TableRow(
        indicator, indicator.name, source_line(indicator.source), cell(indicator, latest, tell),
        before,
    )  # fmt: skip


def indicator_rows(
    indicators: Iterable[Indicator],
    *,
    until: int | None = None,
    chosen: Mapping[str, Years] | None = None,
    tell: Tell = swedish,
) -> tuple[TableRow, ...]:
    """Return the table's rows in the indicators' order.

    ``until`` leaves later years out; ``chosen`` names other years for indicators by id.
    """
    picked = chosen or {}
    return tuple(
        table_row(each, picked.get(each.id) or years_shown(each, until), tell)
        for each in indicators
    )


def group_rows(row: TableRow, tell: Tell = swedish) -> tuple[GroupRow, ...]:
    """Return the values of an indicator's row as a row for each group that has any."""
    indicator, compared, latest = row.indicator, row.compared, row.latest
    there = {
        group
        for year in (compared.year, latest.year)
        if year is not None
        for group in shown_groups(indicator, year)
    }
    groups = [group for group in groups_of(indicator) if group in there]
    return tuple(
        GroupRow(
            group_name(indicator, group, tell), _own(row, compared, group, tell),
            _own(row, latest, group, tell), _difference(row, group, tell),
        )
        for group in groups or groups_of(indicator)[:1]
    )  # fmt: skip


def _own(row: TableRow, shown: YearValues, group: Group, tell: Tell) -> str:
    """Write a group's value alone, or the word that stands in its place."""
    if shown.year is None:
        return ", ".join(shown.lines)
    found = measured(row.indicator, shown.year).get(group)
    if found is None:
        return word(Missing.NOT_STATED, tell)
    if found.value_thousandths is None:
        return word(found.missing, tell)
    return with_unit(found.value_thousandths, unit_of(row.indicator, group))


def _difference(row: TableRow, group: Group, tell: Tell) -> str:
    """Write how much a group's latest value is above or below the one it is compared with."""
    latest, compared = row.latest.year, row.compared.year
    new, old = known(row.indicator, latest, group), known(row.indicator, compared, group)
    if latest is None or compared is None or new is None or old is None:
        return tell("saknas")
    if not comparable(row.indicator, latest, compared):
        return tell("kan inte jämföras")
    sign = "+" if new > old else "\u2212" if new < old else ""
    return sign + value_text(abs(new - old))


def source_line(source: str) -> str:
    """Write where the values come from as the papers do: ``Från Ung Livsstil``."""
    plain = source.strip()
    complete = plain.casefold().startswith(("från ", "info från ", "uppgifter från ", "källa"))
    return plain if complete or not plain else f"Från {plain}"


def column_headings(tell: Tell = swedish) -> tuple[str, str, str]:
    """Return the headings of the table's columns."""
    return tell("Indikator"), tell("Mått senaste"), tell("Jämförs med")


def as_text(rows: Iterable[TableRow], tell: Tell = swedish) -> str:
    """Write the table with tabs between cells, for a spreadsheet or a letter."""
    lines = ["\t".join(column_headings(tell))]
    for row in rows:
        name = f"{row.name} ({row.source})" if row.source else row.name
        lines.append("\t".join(_plain(part) for part in (name, row.latest.text, row.compared.text)))
    return "\n".join(lines) + "\n"


def _plain(text: str) -> str:
    """Keep a cell one cell: no tabs, no formula where it is pasted."""
    line = " ".join(text.split())
    return harmless(line)

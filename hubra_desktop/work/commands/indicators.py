"""What the council measures: indicators, their values year by year, and texts on changes.

A value that its indicator cannot have is refused whoever asks: the screen, an import or
the command line. What is typed together is refused here, the rest by the kind's rules.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, ClassVar

from sqlalchemy import select

from hubra_desktop.model.errors import refusal
from hubra_desktop.model.indicators.indicator_rules import refuse_values
from hubra_desktop.model.indicators.terms import Group
from hubra_desktop.model.indicators.values import Value
from hubra_desktop.model.records.indicators import ChangeText, Indicator, Measurement
from hubra_desktop.model.records.rules import YEAR
from hubra_desktop.store.rows import Rows
from hubra_desktop.store.tables import INDICATOR
from hubra_desktop.work.commands.base import Step, found

_Measurements = tuple[Measurement, ...]


def place_last(rows: Rows, owner: None, indicator: Indicator) -> Indicator:
    """Return a new indicator, last of all."""
    return replace(indicator, position=len(_in_order(rows)))


def close_gap(rows: Rows, indicator: Indicator) -> None:
    """Let the indicators after one that is removed move up."""
    _arrange(rows, [each for each in _in_order(rows) if each != indicator.id])


@dataclass(frozen=True)
class MoveIndicator(Step):
    """Move an indicator so that it stands as number ``index`` of all, from 0."""

    indicator_id: str
    index: int
    label: ClassVar[str] = "move-indicator"

    def apply(self, rows: Rows) -> None:
        moving = found(rows, Indicator, self.indicator_id).id
        order = [each for each in _in_order(rows) if each != moving]
        order.insert(max(0, self.index), moving)
        _arrange(rows, order)


@dataclass(frozen=True)
class SetMeasurements(Step):
    """Write values of a year by group, or why they are missing; None takes one away.

    Groups that are not named keep what they have. ``edit`` names one visit to an
    editor, whose saves join into one undo step.
    """

    indicator_id: str
    year: int
    values: Mapping[Group, Value | None]
    edit: str = ""
    label: ClassVar[str] = "change-measurement"

    @property
    def merge_key(self) -> tuple[str, ...] | None:  # type: ignore[override]
        return (self.edit, self.indicator_id, str(self.year)) if self.edit else None

    def apply(self, rows: Rows) -> None:
        YEAR(self.year)
        indicator = found(rows, Indicator, self.indicator_id)
        refuse_values(indicator, self.values)
        values = indicator.measurements
        for group, value in self.values.items():
            values = _with(values, self.year, group, value)
        rows.put(replace(indicator, measurements=values), was=indicator)


@dataclass(frozen=True)
class ChangeMeasurements(Step):
    """Change a year's evidence, note or comparability, or the year itself.

    ``values`` may hold ``evidence``, ``note``, ``incomparable`` and ``year``. Refused:
    a year that already has values of its own.
    """

    indicator_id: str
    year: int
    values: Mapping[str, Any]
    edit: str = ""
    label: ClassVar[str] = "change-measurement"

    @property
    def merge_key(self) -> tuple[str, ...] | None:  # type: ignore[override]
        if not self.edit:
            return None
        return (self.edit, self.indicator_id, str(self.year), *sorted(self.values))

    def apply(self, rows: Rows) -> None:
        indicator = found(rows, Indicator, self.indicator_id)
        measured = _of_year(indicator, self.year)
        wanted = self.values.get("year", self.year)
        if wanted != self.year and any(each.year == wanted for each in indicator.measurements):
            raise refusal("{year} finns redan. Skriv värdena på den raden.", year=wanted)
        for each in measured:
            rows.change(Measurement, each.id, self.values)


@dataclass(frozen=True)
class RemoveMeasurements(Step):
    """Take a year's values away."""

    indicator_id: str
    year: int
    label: ClassVar[str] = "remove-measurement"

    def apply(self, rows: Rows) -> None:
        indicator = found(rows, Indicator, self.indicator_id)
        for each in _of_year(indicator, self.year):
            rows.remove(Measurement, each.id)


@dataclass(frozen=True)
class SetChangeText(Step):
    """Write what is said of the change between two years; empty brings the derived back."""

    indicator_id: str
    year: int
    compared_year: int
    text: str
    edit: str = ""
    label: ClassVar[str] = "change-change_text"

    @property
    def merge_key(self) -> tuple[str, ...] | None:  # type: ignore[override]
        years = (str(self.year), str(self.compared_year))
        return (self.edit, self.indicator_id, *years) if self.edit else None

    def apply(self, rows: Rows) -> None:
        indicator = found(rows, Indicator, self.indicator_id)
        fresh = ChangeText(year=self.year, compared_year=self.compared_year, text=self.text.strip())
        texts = indicator.change_texts
        known = next((each for each in texts if _years(each) == _years(fresh)), None)
        if known is None and fresh.text:
            rows.put(replace(indicator, change_texts=(*texts, fresh)), was=indicator)
        elif known is not None and fresh.text:
            rows.change(ChangeText, known.id, {"text": fresh.text})
        elif known is not None:
            rows.remove(ChangeText, known.id)


def _years(text: ChangeText) -> tuple[int, int]:
    return text.year, text.compared_year


def _in_order(rows: Rows) -> Sequence[str]:
    """Return the ids of all indicators in the order of the table."""
    wanted = select(INDICATOR.c.id).order_by(INDICATOR.c.position, INDICATOR.c.id)
    return rows.connection.scalars(wanted).all()


def _arrange(rows: Rows, order: Sequence[str]) -> None:
    for place, row_id in enumerate(order):
        rows.change(Indicator, row_id, {"position": place})


def _of_year(indicator: Indicator, year: int) -> _Measurements:
    """Return a year's values; raises InputError when there are none."""
    measured = tuple(each for each in indicator.measurements if each.year == year)
    if not measured:
        raise refusal(
            "Det finns inga värden för {year}. Ångra borttagningen, eller skriv in dem på nytt.",
            year=year,
        )
    return measured


def _with(values: _Measurements, year: int, group: Group, value: Value | None) -> _Measurements:
    """Return values with one written in its row, or in a new one, or taken away for None.

    A new row shares the year's evidence, note and comparability.
    """
    beside = [each for each in values if each.year == year]
    known = next((each for each in beside if each.group is group), None)
    if value is None:
        return tuple(each for each in values if each is not known)
    stored: dict[str, Any] = {"value_thousandths": value.thousandths, "missing": value.missing}
    if known is not None:
        return tuple(replace(each, **stored) if each is known else each for each in values)
    like = beside[0] if beside else Measurement(year=year)
    return (*values, replace(like, id="", group=group, **stored))

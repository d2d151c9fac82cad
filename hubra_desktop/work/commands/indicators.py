"""What the council measures: indicators, their values year by year, and texts on changes.

A value that its indicator cannot have is refused here, whoever asks: the screen, an
import or the command line.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from hubra_desktop.model.errors import InputError
from hubra_desktop.model.indicators.checks import refuse_indicator, refuse_values
from hubra_desktop.model.indicators.sheets import IndicatorSheet, MeasurementSheet
from hubra_desktop.model.indicators.terms import Group
from hubra_desktop.model.indicators.values import Value
from hubra_desktop.model.language import say
from hubra_desktop.model.mapped import Base, ChangeText, Indicator, Measurement
from hubra_desktop.model.rules import YEAR
from hubra_desktop.work.commands.base import Add, Change, Remove, Step, assign, found
from hubra_desktop.work.commands.mapped_rows import new_row, tree_of


@dataclass(frozen=True)
class AddIndicator(Add):
    """Add something to measure, last."""

    table: ClassVar[type[Base]] = Indicator

    def apply(self, session: Session) -> str:
        row = new_row(Indicator, {**self.values, "position": len(_in_order(session))})
        session.add(row)
        return row.id


@dataclass(frozen=True)
class ChangeIndicator(Change):
    """Change what is measured, from where and how.

    Refused: a unit or a breakdown that the values already there do not fit.
    """

    table: ClassVar[type[Base]] = Indicator

    def apply(self, session: Session) -> None:
        super().apply(session)
        refuse_indicator(_sheet(session, self.row_id))


@dataclass(frozen=True)
class RemoveIndicator(Remove):
    """Take an indicator away with all its values and texts."""

    table: ClassVar[type[Base]] = Indicator

    def apply(self, session: Session) -> None:
        row = found(session, Indicator, self.row_id)
        _arrange([each for each in _in_order(session) if each is not row])
        session.delete(row)


@dataclass(frozen=True)
class MoveIndicator(Step):
    """Move an indicator so that it stands as number ``index`` of all, from 0."""

    indicator_id: str
    index: int
    label: ClassVar[str] = "move-indicator"

    def apply(self, session: Session) -> None:
        row = found(session, Indicator, self.indicator_id)
        rows = [each for each in _in_order(session) if each is not row]
        rows.insert(max(0, self.index), row)
        _arrange(rows)


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

    def apply(self, session: Session) -> None:
        YEAR(self.year)
        indicator = found(session, Indicator, self.indicator_id)
        refuse_values(tree_of(IndicatorSheet, indicator), self.values)
        for group, value in self.values.items():
            _set(indicator, self.year, group, value)


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

    def apply(self, session: Session) -> None:
        indicator = found(session, Indicator, self.indicator_id)
        rows = _of_year(indicator, self.year)
        if not rows:
            raise _no_year(self.year)
        wanted = self.values.get("year", self.year)
        if wanted != self.year and _of_year(indicator, wanted):
            raise InputError(
                say(
                    "{year} finns redan. Skriv värdena på den raden.",
                    "{year} is there already. Write the values on that row.",
                    year=wanted,
                )
            )
        for row in rows:
            assign(row, self.values)


@dataclass(frozen=True)
class RemoveMeasurements(Step):
    """Take a year's values away."""

    indicator_id: str
    year: int
    label: ClassVar[str] = "remove-measurement"

    def apply(self, session: Session) -> None:
        indicator = found(session, Indicator, self.indicator_id)
        rows = _of_year(indicator, self.year)
        if not rows:
            raise _no_year(self.year)
        for row in rows:
            indicator.measurements.remove(row)


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

    def apply(self, session: Session) -> None:
        indicator = found(session, Indicator, self.indicator_id)
        wanted = (self.year, self.compared_year)
        row = next(
            (each for each in indicator.change_texts if (each.year, each.compared_year) == wanted),
            None,
        )
        if not self.text.strip():
            if row is not None:
                indicator.change_texts.remove(row)
            return
        values = {"year": self.year, "compared_year": self.compared_year, "text": self.text.strip()}
        if row is None:
            indicator.change_texts.append(new_row(ChangeText, values))
        else:
            assign(row, values)


def _sheet(session: Session, indicator_id: str) -> IndicatorSheet:
    return tree_of(IndicatorSheet, found(session, Indicator, indicator_id))


def _in_order(session: Session) -> list[Indicator]:
    return list(session.scalars(select(Indicator).order_by(Indicator.position, Indicator.id)))


def _arrange(rows: list[Indicator]) -> None:
    for place, row in enumerate(rows):
        if row.position != place:
            row.position = place


def _of_year(indicator: Indicator, year: int) -> list[Measurement]:
    return [row for row in indicator.measurements if row.year == year]


def _set(indicator: Indicator, year: int, group: Group, value: Value | None) -> None:
    """Write one value in the row that is there, or a new one; take the row away for None.

    A new row shares the year's evidence, note and comparability.
    """
    beside = _of_year(indicator, year)
    row = next((each for each in beside if each.group is group), None)
    if value is None:
        if row is not None:
            indicator.measurements.remove(row)
        return
    stored = {"value_thousandths": value.thousandths, "missing": value.missing}
    if row is not None:
        assign(row, stored)
        return
    like = beside[0] if beside else MeasurementSheet()
    shared = {name: getattr(like, name) for name in ("incomparable", "note", "evidence")}
    fresh = {"year": year, "group": group, **stored, **shared}
    indicator.measurements.append(new_row(Measurement, fresh))


def _no_year(year: int) -> InputError:
    return InputError(
        say(
            "Det finns inga värden för {year}. Ångra borttagningen, eller skriv in dem på nytt.",
            "There are no values for {year}. Undo their removal, or enter them anew.",
            year=year,
        )
    )

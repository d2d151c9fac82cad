"""The tables of activities and of measurements read back.

An activity is recognised by its id, else by year and title, and by the day where a title
stands several times; a value by its indicator, year and group. What the table has no
column for is left as it is.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sqlalchemy.engine import Connection

from hubra_desktop.exchange.table_reading import Row
from hubra_desktop.exchange.tables import SHAPES, TableName
from hubra_desktop.model.ids import new_id
from hubra_desktop.model.indicators.terms import Group, Missing, Unit
from hubra_desktop.model.indicators.values import (
    Value,
    groups_of,
    not_a_group,
    parse_value,
    unit_of,
    with_unit,
)
from hubra_desktop.model.language import say
from hubra_desktop.model.plan.periods import When, read_period
from hubra_desktop.model.records.indicators import Indicator, Measurement
from hubra_desktop.model.records.plan import Activity, ActivityArea, Occasion
from hubra_desktop.model.swedish import folded
from hubra_desktop.model.wording import quoted
from hubra_desktop.model.words import word
from hubra_desktop.store.reading import records
from hubra_desktop.work.commands.activities import SetActivityAreas
from hubra_desktop.work.commands.base import Command
from hubra_desktop.work.commands.indicators import ChangeMeasurements, SetMeasurements
from hubra_desktop.work.edits import Change, Store
from hubra_desktop.work.queries.indicators import indicators
from hubra_desktop.work.table_exports import (
    ACTIVITY_FIELDS,
    NO_PLACE,
    activity_values,
    measurement_values,
)
from hubra_desktop.work.table_names import Names
from hubra_desktop.work.table_steps import (
    ColumnChange,
    RowError,
    RowReader,
    Stored,
    TableRequest,
    TableStep,
    changes,
    differing,
    in_column,
    present_values,
    refused_rows,
)


class ActivitiesReader(RowReader):
    """Reads a table of activities."""

    table = TableName.ACTIVITIES

    def __init__(self, reader: Connection) -> None:
        super().__init__()
        self._names = Names(reader)
        here = records(reader, Activity)
        self._stored = Stored(here, lambda each: (each.year, folded(each.title)))
        self._by_start = Stored(here, lambda each: (each.year, folded(each.title), each.starts))
        self._often: Counter[tuple[int, str]] = Counter()

    def request(self, rows: Iterable[Row]) -> TableRequest:
        """Return what the rows ask for, and which of them are refused."""
        rows = tuple(rows)
        self._often.update(_title(row.values) for row in rows)
        return super().request(rows)._replace(notes=tuple(_unknown_periods(rows)))

    def step(self, row: Row) -> TableStep:
        """Return what a row asks for; raises InputError where it cannot be used."""
        values = row.values
        known = self._known(values)
        what = known.id if known else (*_title(values), values.get("starts"))
        self.refuse_twice(row, what, say("Aktiviteten står redan på rad {number}."))
        areas = self._areas(values)
        if known is not None:
            return self._change(row, known, areas)
        return TableStep(
            numbers=(row.number,),
            label=f"{values['title']} {values['year']}",
            added=True,
            commands=(Store(_new_activity(values, areas)),),
        )

    def _known(self, values: Mapping[str, Any]) -> Activity | None:
        """Return the activity that a row is about; of those with one title, that of its day."""
        title = _title(values)
        of_day = self._by_start.find(values.get("id"), *title, values.get("starts"))
        if self._often[title] > 1:
            return of_day
        return self._stored.find(values.get("id"), *title) or of_day

    def _areas(self, values: Mapping[str, Any]) -> tuple[str, ...]:
        """Return the areas that a row names, its main one first."""
        year = values["year"]
        main = (values.get("area") or "").strip()
        further = (each.strip() for each in (values.get("further") or "").split(","))
        names = [name for name in (main, *further) if name]
        found = [self._area(year, name) for name in names]
        if found and not main:
            raise RowError(say("Skriv vilket område som är huvudområdet."), "area")
        return tuple(dict.fromkeys(found))

    def _area(self, year: int, name: str) -> str:
        return in_column("area", lambda: self._names.area_of(year, name))

    def _change(self, row: Row, known: Activity, areas: tuple[str, ...]) -> TableStep:
        values = row.values
        different = differing(values, activity_values(known, self._names))
        changed = {key: values[key] for key in different if key in ACTIVITY_FIELDS}
        if "places" in different:
            changed["occasions"] = _replaced(known, values["places"])
        commands: list[Command] = [Change(Activity, known.id, changed)] if changed else []
        if {"area", "further"} & set(different):
            commands.append(SetActivityAreas(known.id, areas, areas[0] if areas else None))
        stored = activity_values(known, self._names)
        name = f"{known.title} {known.year}"
        return TableStep(
            numbers=(row.number,),
            label=name,
            commands=tuple(commands),
            changes=changes(TableName.ACTIVITIES, different, values, stored),
            taken_for="" if values.get("id") else say("aktiviteten {name}", name=quoted(name)),
        )


def _title(values: Mapping[str, Any]) -> tuple[int, str]:
    return values["year"], folded(values["title"])


def _unknown_periods(rows: Iterable[Row]) -> Iterator[str]:
    """Tell of the periods that give no months; they are kept as they stand."""
    for row in rows:
        typed = row.values.get("period") or ""
        dated = row.values.get("starts") or row.values.get("ends")
        if typed and not dated and read_period(typed, row.values["year"]).when is When.UNKNOWN:
            yield say(
                "Rad {number}: perioden {period} säger ingen tid som programmet förstår. "
                "Aktiviteten läses in utan tid i årshjulet; skriv till exempel juni, våren, "
                "v. 12 eller 1–15 april.",
                number=row.number,
                period=quoted(typed),
            )


def _new_activity(values: Mapping[str, Any], areas: tuple[str, ...]) -> Activity:
    served = tuple(
        ActivityArea(id=new_id(), area_id=area, main=place == 0) for place, area in enumerate(areas)
    )
    plain = present_values(values, *(name for name in ACTIVITY_FIELDS if name != "id"))
    return Activity(
        id=values.get("id") or new_id(),
        areas=served,
        occasions=_occasions(values.get("places") or ""),
        **plain,
    )


def _occasions(typed: str) -> tuple[Occasion, ...]:
    """Return an occasion for each place; a dash stands for one whose place is not known."""
    places = (each.strip() for each in typed.replace("\n", ";").split(";"))
    return tuple(
        Occasion(id=new_id(), place="" if place in (NO_PLACE, "-") else place)
        for place in places
        if place
    )


def _replaced(known: Activity, typed: str) -> tuple[Occasion, ...]:
    """Return the occasions that a row names; refuses to lose what else is known of those here."""
    if any(each.date or each.participants is not None or each.note for each in known.occasions):
        raise RowError(
            say(
                "Aktivitetens tillfällen har dagar, deltagare eller anteckningar. Ändra "
                "platserna på aktivitetens sida."
            ),
            "places",
        )
    return _occasions(typed)


class MeasurementsReader:
    """Reads a table of measurements; used once.

    The values of an indicator and a year are one step.
    """

    def __init__(self, reader: Connection) -> None:
        self._stored = Stored(indicators(reader), lambda each: (folded(each.name),))

    def request(self, rows: Iterable[Row]) -> TableRequest:
        """Return what the rows ask for, and which of them are refused."""
        groups: dict[tuple[str, int], dict[Group, Row]] = {}

        def take(row: Row) -> None:
            indicator, group = self._place(row)
            taken = groups.setdefault((indicator.id, row.values["year"]), {})
            _refuse_again(taken, group)
            _value(row, indicator, group)
            taken[group] = row

        bad = refused_rows(TableName.MEASUREMENTS, rows, take)
        steps = (
            self._step(self._stored.by_id[indicator_id], year, taken)
            for (indicator_id, year), taken in groups.items()
            if taken
        )
        return TableRequest(tuple(steps), tuple(bad))

    def _place(self, row: Row) -> tuple[Indicator, Group]:
        """Return which indicator and group a row is about."""
        typed = row.values["indicator"]
        found = self._stored.find(None, folded(typed))
        if found is None:
            raise RowError(
                say(
                    "Måttet {name} finns inte, eller finns flera gånger. Lägg till det, eller "
                    "rätta namnet.",
                    name=quoted(typed),
                ),
                "indicator",
            )
        group = row.values.get("group") or Group.ALL
        if group not in groups_of(found):
            raise not_a_group(found, group)
        return found, group

    def _step(self, indicator: Indicator, year: int, taken: Mapping[Group, Row]) -> TableStep:
        here = {each.group: each for each in indicator.measurements if each.year == year}
        values = {
            group: value
            for group, row in taken.items()
            if (value := _value(row, indicator, group)) != _here(here.get(group))
        }
        commands: list[Command] = []
        if values:
            commands.append(SetMeasurements(indicator.id, year, values))
        shared = _shared(indicator, taken, here)
        if shared:
            commands.append(ChangeMeasurements(indicator.id, year, shared))
        return TableStep(
            numbers=tuple(row.number for row in taken.values()),
            label=f"{indicator.name} {year}",
            added=not here,
            commands=tuple(commands),
            changes=(*_changed_values(indicator, values, here), *_changed_notes(shared, here)),
            taken_for=say("värdena för {name} {year}", name=indicator.name, year=year),
        )


def _changed_values(
    indicator: Indicator, values: Mapping[Group, Value], here: Mapping[Group, Measurement]
) -> Iterator[ColumnChange]:
    """Yield how values become different, each with its unit."""
    for group, value in values.items():
        unit = unit_of(indicator, group)
        heading = SHAPES[TableName.MEASUREMENTS].column("value").heading
        yield ColumnChange(
            f"{heading}, {word(group)}",
            _in_words(_here(here.get(group)), unit),
            _in_words(value, unit),
        )


def _in_words(value: Value | None, unit: Unit) -> str:
    if value is None:
        return ""
    return word(value.missing) if value.thousandths is None else with_unit(value.thousandths, unit)


def _changed_notes(
    shared: Mapping[str, Any], here: Mapping[Group, Measurement]
) -> tuple[ColumnChange, ...]:
    there = vars(next(iter(here.values()), Measurement()))
    return changes(TableName.MEASUREMENTS, tuple(shared), shared, there)


def _refuse_again(taken: Mapping[Group, Row], group: Group) -> None:
    if group in taken:
        raise RowError(say("Värdet står redan på rad {number}.", number=taken[group].number))


def _value(row: Row, indicator: Indicator, group: Group) -> Value:
    """Return a row's value, or why it is missing; one of them must be there."""
    typed, missing = row.values.get("value") or "", row.values.get("missing")
    found = in_column("value", lambda: parse_value(typed, unit_of(indicator, group)))
    if found is not None and missing is not None and found.thousandths is not None:
        raise RowError(
            say("Raden har både ett värde och ett skäl till att det saknas."),
            "missing",
        )
    if found is None and missing is None:
        raise RowError(
            say("Skriv ett värde, eller varför det saknas."),
            "value",
        )
    return found or Value(None, missing or Missing.NOT_STATED)


def _here(measurement: Measurement | None) -> Value | None:
    if measurement is None:
        return None
    return Value(measurement.value_thousandths, measurement.missing)


def _shared(
    indicator: Indicator, taken: Mapping[Group, Row], here: Mapping[Group, Measurement]
) -> dict[str, Any]:
    """Return what the rows say of the whole year otherwise than the register tells."""
    found: dict[str, Any] = {}
    for group, row in taken.items():
        there = here.get(group) or Measurement()
        shared = present_values(row.values, "incomparable", "note", "evidence")
        different = differing(shared, measurement_values(indicator, there))
        found |= {key: row.values[key] for key in different}
    return found

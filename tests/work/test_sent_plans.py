"""Plans, calendars, grants and measurements as they are sent."""

from datetime import date

from hubra_desktop.exchange.table_reading import TableAnswers
from hubra_desktop.exchange.tables import TableName
from hubra_desktop.model.plan.periods import last_day, months_of
from hubra_desktop.model.plan.terms import ActivityState, Exactness
from hubra_desktop.model.terms import BodyKind
from hubra_desktop.work.table_steps import RowAction
from hubra_desktop.work.workspace import Workspace
from tests.work.sent import sent, taken_in, told
from tests.work.table_hands import held, planned

ACTIVITIES, MEETINGS = TableName.ACTIVITIES, TableName.MEETINGS


def test_a_week_is_its_days(demo: Workspace) -> None:
    plan = taken_in(demo, "wk.csv", ACTIVITIES)
    assert told(plan, "Period") == ["v. 12 (2017-03-20–2017-03-26)", "mars"]
    week = next(each for each in held(demo).activities if each.title == "Trygghetsvecka")
    assert (months_of(week), last_day(week)) == ((3,), date(2017, 3, 26))


def test_a_period_that_is_not_understood_is_said(demo: Workspace) -> None:
    text = "År;Aktivitet;Period\n2017;A;när det passar\n2017;B;okt/nov\n2017;C;v. 60\n"
    plan = planned(demo, ACTIVITIES, text)
    assert [note[:40] for note in plan.notes] == [
        "Rad 2: perioden ”när det passar” säger i", "Rad 4: perioden ”v. 60” säger ingen tid ",
    ]  # fmt: skip
    assert len(plan.of(RowAction.ADDED)) == 3


def test_how_many_took_part_is_read_as_in_the_window(demo: Workspace) -> None:
    plan = taken_in(demo, "act2.csv", ACTIVITIES)
    made = {each.title: each for each in held(demo).activities if each.title.startswith("Möte ")}
    counts = {name: (each.participants, each.exactness) for name, each in made.items()}
    assert counts == {
        "Möte A": (40, Exactness.ABOUT),
        "Möte D": (100, Exactness.OVER),
        "Möte E": (100, Exactness.EXACT),
    }
    assert made["Möte A"].state is ActivityState.DONE
    assert [(row.number, row.column) for row in plan.bad] == [(3, "Börjar"), (4, "Deltagare")]


def test_a_week_may_stand_where_a_day_is_asked_for(demo: Workspace) -> None:
    taken_in_text = "År;Aktivitet;Börjar\n2018;A;v. 40\n"
    [row] = planned(demo, ACTIVITIES, taken_in_text).read.rows
    assert (row.values["starts"], row.values["period"]) == (None, "v. 40")


def test_a_calendar_is_taken_in_as_activities_once(demo: Workspace) -> None:
    before = len(held(demo).activities)
    plan = taken_in(demo, "simrishamn-tidplan.ics", ACTIVITIES)
    assert (plan.bad, len(plan.rows)) == ((), 34)
    made = held(demo).activities
    first = next(each for each in made if each.title.startswith("KF beslutar om prioriterade"))
    assert (first.year, first.starts, first.ends) == (2025, date(2025, 12, 15), None)
    assert first.occasions[0].place == "Kommunhuset"
    again = sent(demo, "simrishamn-tidplan.ics", ACTIVITIES)
    assert len(again.of(RowAction.UNCHANGED)) == 34
    assert again.command is None
    demo.undo()
    assert len(held(demo).activities) == before


def test_a_calendar_as_a_table_is_the_same_as_one_as_a_calendar(demo: Workspace) -> None:
    taken_in(demo, "simrishamn-tidplan.ics", ACTIVITIES)
    plan = sent(demo, "simrishamn-tidplan.csv", ACTIVITIES)
    assert (plan.bad, plan.read.passed_over) == ((), ())
    assert len(plan.of(RowAction.UNCHANGED)) == len(plan.rows) == 34


def test_a_calendar_is_taken_in_as_meetings_with_its_times(demo: Workspace) -> None:
    before = {each.id for each in held(demo).meetings}
    whole = sent(demo, "simrishamn-tidplan.ics", MEETINGS)
    others = frozenset(row.number for row in whole.rows) - {2, 8}
    plan = taken_in(demo, "simrishamn-tidplan.ics", MEETINGS, TableAnswers(left_out=others))
    assert len(plan.of(RowAction.ADDED)) == 2
    timed, untimed = (each for each in held(demo).meetings if each.id not in before)
    assert (timed.date, timed.start, timed.end) == (date(2026, 3, 12), 480, 720)
    assert timed.items
    assert untimed.start == 15 * 60 + 30
    assert any("inget klockslag i filen" in line for line in plan.counts)
    again = sent(demo, "simrishamn-tidplan.ics", MEETINGS, TableAnswers(left_out=others))
    assert len(again.of(RowAction.UNCHANGED)) == 2


def test_new_associations_are_made_with_their_grants_and_counted(demo: Workspace) -> None:
    before = {each.id for each in held(demo).bodies}
    plan = taken_in(demo, "360giving-acni-40.csv", TableName.GRANTS)
    assert plan.bad == ()
    assert plan.counts[0] == "40 bidrag läggs till"
    assert plan.counts[1].startswith("40 nya föreningar läggs till i registret: Aisling Ghear")
    made = [each for each in held(demo).bodies if each.id not in before]
    assert (len(made), {each.kind for each in made}) == (40, {BodyKind.ASSOCIATION})
    assert any("GBP" in line for line in plan.counts)
    demo.undo()
    assert {each.id for each in held(demo).bodies} == before


def test_an_association_is_made_once_and_not_for_a_grant_that_cannot_be(demo: Workspace) -> None:
    heads = "År;Förening;Bidrag;Beslut;Beslut belopp\n"
    plan = planned(
        demo,
        TableName.GRANTS,
        f"{heads}2017;Ny A;Ett;beviljande;10\n2017;ny  a;Två;beviljande;10\n"
        "2017;Ny B;Tre;höjning;10\n2017;Ur Dimman;Fyra;beviljande;10\n",
    )
    assert plan.made == ("Ny A",)
    assert [row.number for row in plan.bad] == [4]
    assert len(plan.of(RowAction.ADDED)) == 3


def test_a_share_is_what_the_spreadsheet_shows(demo: Workspace) -> None:
    plan = taken_in(demo, "m01_percent.xlsx", TableName.MEASUREMENTS)
    assert told(plan, "Värde") == ["61 %", "70 %", "52 %"]
    values = [
        each.value_thousandths
        for indicator in held(demo).indicators
        for each in indicator.measurements
        if each.year == 2018 and indicator.name.startswith("Andel vuxna som upplever")
    ]
    assert sorted(value for value in values if value is not None) == [52_000, 61_000, 70_000]


def test_one_row_of_a_statistics_file_is_taken_for_a_measurement(demo: Workspace) -> None:
    name = next(each.name for each in held(demo).indicators if each.unit.value == "count")
    answers = TableAnswers(
        tied={"antal": "value", "kommun": ""},
        given={"indicator": name, "year": "2024"},
        left_out=frozenset({2, 3, 5}),
    )
    plan = sent(demo, "bra-layout.csv", TableName.MEASUREMENTS, answers)
    assert plan.bad == ()
    assert told(plan, "Värde")[2] == "14 912"
    assert [row.fate for row in plan.rows] == ["lämnas utanför"] * 2 + ["ny", "lämnas utanför"]

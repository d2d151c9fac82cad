"""Tables of activities and of measured values taken in."""

from dataclasses import replace
from datetime import date

import pytest

from hubra_desktop.exchange.tables import TableName
from hubra_desktop.model.export_bundle import Bundle
from hubra_desktop.model.indicators.terms import Missing
from hubra_desktop.model.records.plan import Activity
from hubra_desktop.work.commands.imports import ImportBundle
from hubra_desktop.work.table_steps import RowAction
from hubra_desktop.work.workspace import Workspace
from tests.work.table_hands import held, planned, reasons, taken

ACTIVITIES = """År;Område;Fler områden;Aktivitet;Läge;Skäl;Platser;Deltagare;Hur säkert
2017;2;6, 8;Ny dag;planerad;;Skogås; –;40;cirka
2017;Lokal samverkan;;Ny kväll;struken;Ingen tid;;;
"""


def test_activities_are_added_last_in_their_year(demo: Workspace) -> None:
    plan = taken(demo, TableName.ACTIVITIES, ACTIVITIES.replace("Skogås; –", '"Skogås; –"'))
    assert plan.bad == ()
    first, second = _new(demo)
    assert [area.area_id for area in first.areas] == [f"area-2017-{n}" for n in (2, 6, 8)]
    assert [area.main for area in first.areas] == [True, False, False]
    assert [each.place for each in first.occasions] == ["Skogås", ""]
    assert (first.position, second.position) == (26, 27)
    assert second.reason == "Ingen tid"


def _new(demo: Workspace) -> list[Activity]:
    found = (each for each in held(demo).activities if not each.id.startswith("activity-"))
    return sorted(found, key=lambda each: each.position)


def test_an_activity_changes_only_where_the_table_says_otherwise(demo: Workspace) -> None:
    before = {each.id: each for each in held(demo).activities}
    plan = taken(
        demo,
        TableName.ACTIVITIES,
        "År;Aktivitet;Område;Läge;Skäl;Platser\n"
        "2017;Felanmälans-app;7;delvis genomförd;Ej klar;Flemingsberg\n"
        "2017;Huddingedagarna;8;genomförd;;\n",
    )
    [changed] = plan.of(RowAction.CHANGED)
    assert [each.heading for each in changed.changes] == ["Område", "Läge", "Skäl", "Platser"]
    assert changed.changes[0].text() == "Område: 3 → 7"
    after = {each.id: each for each in held(demo).activities}
    different = [each for each in before if before[each] != after[each]]
    assert different == ["activity-2017-16"]
    found = after["activity-2017-16"]
    assert found.report_text == before[found.id].report_text
    assert [area.area_id for area in found.areas] == ["area-2017-7"]
    demo.undo()
    assert {each.id: each for each in held(demo).activities} == before


@pytest.mark.parametrize(
    ("row", "column", "words"),
    [
        ("9;;X;planerad;;", "Område", "Området ”9” finns inte i planen för 2017"),
        (";2;X;planerad;;", "Område", "vilket område som är huvudområdet"),
        ("2;;X;struken;;", "", "Skriv varför aktiviteten är struken"),
    ],
)
def test_an_activity_that_cannot_be_is_told(
    demo: Workspace, row: str, column: str, words: str
) -> None:
    heads = "År;Område;Fler områden;Aktivitet;Läge;Skäl;Platser"
    plan = planned(demo, TableName.ACTIVITIES, f"{heads}\n2017;{row}\n2017;2;;X;;;\n")
    told = reasons(plan)
    assert words in told[2]
    assert plan.bad[0].column == column


def test_an_activity_stands_once_in_a_table(demo: Workspace) -> None:
    plan = planned(demo, TableName.ACTIVITIES, "År;Aktivitet\n2017;X\n2017;X\n")
    assert reasons(plan) == {3: "Aktiviteten står redan på rad 2."}


def test_what_is_known_of_occasions_is_not_lost(demo: Workspace) -> None:
    whole = held(demo)
    network = next(each for each in whole.activities if each.occasions)
    dated = replace(network.occasions[0], date=date(2017, 4, 1))
    changed = replace(network, occasions=(dated, *network.occasions[1:]))
    demo.run(ImportBundle(Bundle(activities=(changed,))))
    row = f"År;Aktivitet;Platser\n2017;{network.title};Skogås\n"
    [bad] = planned(demo, TableName.ACTIVITIES, row).bad
    assert (bad.column, "aktivitetens sida" in bad.sentence) == ("Platser", True)


MEASUREMENTS = """Mått;År;Grupp;Värde;Saknas;Anmärkning
Antal grannsamverkansföreningar;2018;;380;;Preliminärt
Antal grannsamverkansföreningar;2017;alla;370;;
Elevers trygghet i skolan;2016;;;ej mätt;
"""


def test_values_are_added_and_changed(demo: Workspace) -> None:
    plan = taken(demo, TableName.MEASUREMENTS, MEASUREMENTS)
    assert {each: len(plan.of(each)) for each in RowAction if plan.of(each)} == {
        RowAction.ADDED: 2,
        RowAction.CHANGED: 1,
    }
    found = {each.id: each for each in held(demo).indicators}
    groups = {each.year: each for each in found["indicator-5"].measurements}
    assert groups[2018].value_thousandths == 380_000
    assert groups[2018].note == "Preliminärt"
    assert groups[2017].value_thousandths == 370_000
    missing = {each.year: each.missing for each in found["indicator-7"].measurements}
    assert missing[2016] is Missing.NOT_MEASURED
    assert taken(demo, TableName.MEASUREMENTS, MEASUREMENTS).command is None


def test_values_that_cannot_be_are_told(demo: Workspace) -> None:
    heads = MEASUREMENTS.splitlines()[0]
    rows = (
        "Elevers trygghet i skolan;2018;;101;;",
        "Elevers trygghet i skolan;2018;män;90;;",
        "Okänt;2018;;90;;",
        "Elevers trygghet i skolan;2018;;;;",
        "Elevers trygghet i skolan;2018;;90;ej mätt;",
        "Elevers trygghet i skolan;2018;;90;;",
        "Elevers trygghet i skolan;2018;;91;;",
    )
    plan = planned(demo, TableName.MEASUREMENTS, "\n".join((heads, *rows)))
    assert [step.numbers for step in plan.steps] == [(7,)]
    told = reasons(plan)
    for number, words in {
        2: "En andel ligger mellan 0 och 100",
        3: "delas inte upp på män",
        4: "Måttet ”Okänt” finns inte",
        5: "Skriv ett värde, eller varför det saknas",
        6: "både ett värde och ett skäl",
        8: "Värdet står redan på rad 7",
    }.items():
        assert words in told[number]


def test_that_a_meeting_was_held_is_said_not_to_be_read(demo: Workspace) -> None:
    plan = planned(demo, TableName.MEETINGS, "Datum;Börjar;Läge\n2018-12-20;13.00;Hållet\n")
    assert plan.counts == ("1 sammanträde läggs till", "Kolumner som inte läses: Läge")

"""New rules close the earlier ones the day before, and no two hold on the same day."""

from datetime import date

import pytest

from hubra_desktop.model.errors import InputError
from hubra_desktop.model.records.council import Body
from hubra_desktop.model.records.rulebook import BodyRules, RulesCommittee, RulesSeat
from hubra_desktop.work.commands.rulebook import NewRules
from hubra_desktop.work.edits import Add, Change, Remove
from hubra_desktop.work.queries.rulebook import rules_of, rules_on
from tests.work.office import Office
from tests.work.there_and_back import there_and_back

DONE = ("NewRules",)
YEAR_2018, YEAR_2019 = date(2018, 1, 1), date(2019, 1, 1)


def rules(office: Office) -> tuple[BodyRules, ...]:
    with office.workspace.read() as reader:
        return rules_of(reader, office.body)


def periods(office: Office) -> list[tuple[date | None, date | None]]:
    return [(each.valid_from, each.valid_to) for each in rules(office)]


def new(office: Office, first: date | None = None, **more: object) -> str:
    return office.made(NewRules(office.body, {"valid_from": first, **more}))


def refused(office: Office, command: object) -> str:
    with pytest.raises(InputError) as said:
        office.run(command)  # type: ignore[arg-type]
    return f"{said.value.field}: {said.value.sentence}"


def test_new_rules_close_the_earlier_and_take_over_seats(office: Office) -> None:
    first = new(office)
    office.run(Add(RulesSeat, {"name": "politiker", "seats": 9}, first))
    office.run(Add(RulesCommittee, {"body_id": office.other}, first))
    there_and_back(office, NewRules(office.body, {"valid_from": YEAR_2018, "notice_days": 14}))
    assert periods(office) == [(None, date(2017, 12, 31)), (YEAR_2018, None)]
    old, now = rules(office)
    assert [(each.name, each.seats) for each in now.seats] == [("politiker", 9)]
    assert [each.body_id for each in now.committees] == [office.other]
    assert old.seats[0].id != now.seats[0].id
    with office.workspace.read() as reader:
        days = [rules_on(reader, office.body, each) for each in (date(2017, 12, 31), YEAR_2018)]
    assert [each.notice_days for each in days] == [7, 14]


def test_rules_between_others_hold_until_the_next(office: Office) -> None:
    new(office, YEAR_2019)
    new(office, date(2016, 1, 1))
    new(office, YEAR_2018)
    assert periods(office) == [
        (date(2016, 1, 1), date(2017, 12, 31)),
        (YEAR_2018, date(2018, 12, 31)),
        (YEAR_2019, None),
    ]


def test_new_rules_must_tell_their_day_where_there_are_others(office: Office) -> None:
    first = new(office, YEAR_2018)
    assert refused(office, NewRules(office.body, {})).startswith("valid_from: Skriv från vilken")
    again = NewRules(office.body, {"valid_from": YEAR_2018})
    assert refused(office, again).startswith("valid_from: Det finns redan regler från den dagen")
    assert refused(office, NewRules("borta", {})).startswith(": Uppgiften finns inte längre")
    backwards = {"valid_from": YEAR_2019, "valid_to": YEAR_2018}
    assert refused(office, Change(BodyRules, first, backwards)).startswith("valid_to: Reglerna")
    assert periods(office) == [(YEAR_2018, None)]


def test_periods_never_overlap(office: Office) -> None:
    new(office)
    last = new(office, YEAR_2018)
    assert refused(office, Change(BodyRules, last, {"valid_from": date(2017, 12, 31)})).startswith(
        "valid_from: Organet har andra regler"
    )
    assert refused(office, Add(BodyRules, {"body_id": office.body})).startswith("valid_from:")


def test_a_sort_of_seats_and_a_body_stand_once_in_the_rules(office: Office) -> None:
    own = new(office)
    seat = {"name": "polis", "seats": 2}
    office.run(Add(RulesSeat, seat, own))
    office.run(Add(RulesCommittee, {"body_id": office.other}, own))
    assert refused(office, Add(RulesSeat, {**seat, "name": "Polis"}, own)).startswith("name: Det")
    assert refused(office, Add(RulesCommittee, {"body_id": office.other}, own)).startswith(
        "body_id: Det organet"
    )
    assert "regelverk" in refused(office, Remove(Body, office.other))

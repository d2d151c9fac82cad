"""What was issued or adopted stays: a reprint is the paper of its day, changes are told."""

import datetime as dt
import zlib
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from hubra_desktop.model.errors import InputError
from hubra_desktop.model.frozen_json import pack, unpack
from hubra_desktop.model.money.terms import DecisionKind
from hubra_desktop.model.records.council import Mandate, Person
from hubra_desktop.model.records.meeting import HouseStyle
from hubra_desktop.model.records.money import Association, GrantDecision
from hubra_desktop.model.records.plan import Activity, FocusArea, Plan
from hubra_desktop.model.records.reports import IssuedPaper
from hubra_desktop.model.terms import Role
from hubra_desktop.work.adopted_plans import plan_changes
from hubra_desktop.work.commands.activities import MoveActivityToArea, NewActivity
from hubra_desktop.work.commands.grants import Decide
from hubra_desktop.work.commands.issue import IssueLetter
from hubra_desktop.work.commands.ledger import Repay, Transfer
from hubra_desktop.work.commands.plans import NewPlan, NewPlanVersion
from hubra_desktop.work.commands.settings import ChangeHouseStyle
from hubra_desktop.work.edits import Add, Change, Remove
from hubra_desktop.work.grant_letters import LetterOptions
from hubra_desktop.work.issued_papers import (
    adopted_plans,
    grant_letters,
    issued_letters_of,
    kept,
)
from hubra_desktop.work.papers import PaperForm, PaperRequest, collect, render
from hubra_desktop.work.queries.money import budget
from hubra_desktop.work.queries.plan import plan_of
from tests.documents.reading import spoken
from tests.work.money_office import PART, WHOLE, money_office
from tests.work.office import Office
from tests.work.plan_office import YEAR, plan_office
from tests.work.treasury import post

DAY = dt.date(2018, 3, 1)


@pytest.fixture
def treasury(tmp_path: Path) -> Iterator[Office]:
    office = money_office(tmp_path / "kassa.hubra")
    yield office
    office.workspace.close()


@pytest.fixture
def planned(tmp_path: Path) -> Iterator[Office]:
    office = plan_office(tmp_path / "plan.hubra")
    yield office
    office.workspace.close()


def printed(office: Office, name: str, about: str | int | None, **options: object) -> bytes:
    with office.workspace.read() as reader:
        return render(collect(reader, name, about, **options))


def stale(office: Office, grant: str) -> list[str]:
    with office.workspace.read() as reader:
        return [each.stale for each in grant_letters(reader, grant)]


def issue(office: Office, paper: str, grant: str, **options: object) -> str:
    given = LetterOptions(**{"day": DAY, **options})  # type: ignore[arg-type]
    return office.made(IssueLetter(paper, grant, None, given))


def claim(office: Office, **values: object) -> None:
    told: dict[str, object] = {
        "kind": DecisionKind.RECLAIM, "year": 2017, "date": dt.date(2017, 12, 1),
        "amount_ore": WHOLE - PART, "decided_by": "Kommunstyrelsen", "formal": True, **values,
    }  # fmt: skip
    office.run(Decide("cv", GrantDecision(**told)))  # type: ignore[arg-type]


def test_an_issued_letter_is_printed_as_it_was_to_the_byte(treasury: Office) -> None:
    issued = issue(treasury, "beslutsbrev", "cv")
    first = printed(treasury, "beslutsbrev", "cv")
    treasury.run(Change(Association, "ass", {"bank_giro": "5050-1055"}))
    treasury.run(ChangeHouseStyle({"organisation": "Annan kommun", "accent": "#aa0000"}))
    assert printed(treasury, "beslutsbrev", "cv") == first
    assert printed(treasury, "beslutsbrev", None, issued=issued) == first
    text = spoken(first)
    assert "den 1 mars 2018" in text
    assert "UTKAST" not in text.upper()
    with treasury.workspace.read() as reader:
        paper = PaperRequest("beslutsbrev", None, (("issued", issued),)).collect(reader)
    assert b"<h1" in render(paper, PaperForm(html=True))


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (dt.date(2016, 12, 31), "så brevet kan inte vara från"),
        (dt.date(2049, 1, 1), "mer än en månad"),
    ],
)
def test_no_letter_is_kept_with_a_day_that_is_a_slip(
    treasury: Office, day: dt.date, said: str
) -> None:
    treasury.run(Change(GrantDecision, "cv-d", {"date": dt.date(2017, 3, 1)}))
    with pytest.raises(InputError, match=said):
        issue(treasury, "beslutsbrev", "cv", day=day)


def test_a_letter_that_is_not_issued_is_a_draft(treasury: Office) -> None:
    assert "UTKAST" in spoken(printed(treasury, "beslutsbrev", "cv")).upper()


def test_a_letter_that_is_no_longer_true_says_so_and_a_new_one_takes_its_place(
    treasury: Office,
) -> None:
    issue(treasury, "beslutsbrev", "open")
    assert stale(treasury, "open") == [""]
    treasury.run(Change(GrantDecision, "open-d", {"amount_ore": PART + 100}))
    (told,) = stale(treasury, "open")
    assert "beslutets belopp" in told
    issue(treasury, "beslutsbrev", "open")
    assert stale(treasury, "open") == ["", ""]
    with treasury.workspace.read() as reader:
        assert [each.version for each in issued_letters_of(reader, "open")] == [2, 1]
    assert "20 001" in spoken(printed(treasury, "beslutsbrev", "open"))
    treasury.run(Remove(GrantDecision, "open-d"))
    assert "finns inte längre" in stale(treasury, "open")[0]


def test_what_was_issued_is_never_changed(treasury: Office) -> None:
    issued = issue(treasury, "beslutsbrev", "cv")
    with pytest.raises(InputError, match="utfärda"):
        treasury.run(Change(IssuedPaper, issued, {"day": dt.date(2018, 3, 2)}))


def test_a_letter_without_names_names_nobody_who_wrote_it(treasury: Office) -> None:
    person = treasury.made(Add(Person, {"name": "Malin Ek", "title": "sekreterare", "phone": "1"}))
    mandate = {"person_id": person, "body_id": treasury.body, "role": Role.SECRETARY}
    treasury.run(Add(Mandate, mandate))
    treasury.run(ChangeHouseStyle({"phone": "08-535 300 00", "email": "rad@ek.example"}))
    issue(treasury, "beslutsbrev", "cv")
    assert "Malin Ek" in spoken(printed(treasury, "beslutsbrev", "cv"))
    issue(treasury, "beslutsbrev", "cv", nameless=True)
    text = spoken(printed(treasury, "beslutsbrev", "cv"))
    assert "Malin Ek" not in text
    assert "08-535 300 00\nrad@ek.example\n" in text


def test_the_day_to_pay_by_is_the_one_that_is_dunned_for(treasury: Office) -> None:
    claim(treasury)
    issue(treasury, "aterkrav", "cv", day=dt.date(2017, 12, 5))
    assert "senast den 31 december 2017" in spoken(printed(treasury, "aterkrav", "cv"))
    issue(treasury, "aterkrav", "cv")
    text = spoken(printed(treasury, "aterkrav", "cv"))
    assert "Påminnelse om återkrav av bidrag" in text
    assert "skulle ha betalat tillbaka" in text
    assert "förvaltningsrätten" in text


def test_a_reclaim_stays_true_when_money_comes_in_after_its_day(treasury: Office) -> None:
    claim(treasury)
    issue(treasury, "aterkrav", "cv")
    treasury.run(Repay("r1", PART, 2018, dt.date(2018, 4, 1)))
    assert stale(treasury, "cv") == [""]


def test_what_is_done_is_not_said_to_be_missing(treasury: Office) -> None:
    text = spoken(printed(treasury, "beslutsbrev", "cv"))
    assert "betalades ut den 3 april 2017" in text
    assert "bankgiro är inte anmält" not in text
    assert "inte bestämd" not in text.split("Redovisning")[0]


def adopt(office: Office) -> None:
    office.run(Change(Plan, "p19", {"decided_on": dt.date(YEAR, 1, 16)}))


def changes(office: Office) -> list[str]:
    with office.workspace.read() as reader:
        return [each.swedish for each in plan_changes(reader, plan_of(reader, YEAR))]


def test_an_adopted_plan_stays_as_it_was_and_tells_what_changed(planned: Office) -> None:
    adopt(planned)
    before = printed(planned, "verksamhetsplan", YEAR)
    assert changes(planned) == []
    planned.run(Change(FocusArea, "area2", {"title": "Samverkan nära"}))
    planned.run(MoveActivityToArea("vandring", "area5"))
    planned.run(Change(Activity, "dag", {"period": "september"}))
    planned.run(NewActivity(YEAR, {"title": "Kväll"}, ("area1",)))
    told = changes(planned)
    assert told[0] == "Området ”2. Lokal samverkan” heter nu ”2. Samverkan nära”."
    assert "Aktiviteten ”Trygghetsdag”: september (var juni)." in told
    assert any("”Trygghetsvandring” är flyttad från ”2. Lokal samverkan”" in each for each in told)
    assert "Aktiviteten ”Kväll” är ny." in told
    now = spoken(printed(planned, "verksamhetsplan", YEAR))
    assert f"Ändrad efter antagandet {YEAR}-01-16:" in now
    with planned.workspace.read() as reader:
        (kept,) = adopted_plans(reader, YEAR)
    assert kept.day == dt.date(YEAR, 1, 16)
    old = spoken(printed(planned, "verksamhetsplan", YEAR, issued=kept.id))
    assert "Samverkan nära" not in old
    assert "Lokal samverkan" in old
    assert before


def test_versions_are_kept_beside_each_other(planned: Office) -> None:
    adopt(planned)
    planned.run(NewPlanVersion("p19"))
    assert changes(planned) == []
    planned.run(Remove(Activity, "vandring"))
    planned.run(Change(Plan, "p19", {"decided_on": dt.date(YEAR, 5, 2)}))
    with planned.workspace.read() as reader:
        assert [each.version for each in adopted_plans(reader, YEAR)] == [2, 1]
    planned.run(Change(Plan, "p19", {"decided_on": None}))
    with planned.workspace.read() as reader:
        assert [each.version for each in adopted_plans(reader, YEAR)] == [1]
    planned.workspace.undo()
    with planned.workspace.read() as reader:
        assert [each.version for each in adopted_plans(reader, YEAR)] == [2, 1]


def test_an_adopted_plan_prints_the_amounts_of_its_day(treasury: Office) -> None:
    plan = treasury.made(NewPlan(2017))
    treasury.run(Change(Plan, plan, {"decided_on": dt.date(2017, 3, 7)}))
    posts = post(2017, "fees"), post(2017, "day")
    before = planned_of(treasury)
    move = Transfer(*posts, 500_000, 2017, dt.date(2017, 9, 1))
    treasury.run(move)
    assert planned_of(treasury) == before
    with treasury.workspace.read() as reader:
        table = budget(reader, 2017)
        told = [each.swedish for each in plan_changes(reader, plan_of(reader, 2017))]
    assert {row.post.id: row.sums.planned for row in table.rows} != before
    assert len([each for each in told if each.startswith("Budgetposten")]) == 2


def planned_of(office: Office) -> dict[str, int]:
    """Return what the plan's paper prints of each post, in öre."""
    with office.workspace.read() as reader:
        content = collect(reader, "verksamhetsplan", 2017).content
    return {row.post.id: row.sums.planned for row in content.year.budget_table.rows}


def test_a_value_comes_back_as_it_was_and_what_is_unknown_is_passed_over() -> None:
    style = HouseStyle(organisation="Ekby", logotype=b"\x89PNG")
    assert unpack(HouseStyle, pack(style)) == style
    assert unpack(HouseStyle, pack({"organisation": "Ekby", "okänt": 1})).organisation == "Ekby"
    for broken in (b"", b"x", pack([1])):
        with pytest.raises((ValueError, TypeError, AttributeError)):
            unpack(HouseStyle, broken)


def test_the_logotype_of_a_kept_paper_is_kept_beside_its_content(treasury: Office) -> None:
    with treasury.workspace.read() as reader:
        paper = collect(reader, "budget", 2018)
    logotype = b"\x89PNG logotype"
    row = kept(replace(paper, style=replace(paper.style, logotype=logotype)), day=DAY)
    assert row.logotype == logotype
    assert b64encode(logotype) not in zlib.decompress(row.content)

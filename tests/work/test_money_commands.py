"""The commands of the money: done, undone and done again, or refused with a sentence."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import pytest

from hubra_desktop.exchange.tables import TableName
from hubra_desktop.model.errors import InputError
from hubra_desktop.model.export_bundle import Bundle
from hubra_desktop.model.money.ledger_numbers import passed_over_text
from hubra_desktop.model.money.terms import Basis, DecisionKind, EntryKind, Verdict
from hubra_desktop.model.records.money import (
    AccountLine,
    Association,
    BudgetPost,
    BudgetVersion,
    BudgetYear,
    Grant,
    GrantDecision,
    Instalment,
)
from hubra_desktop.work.commands.applications import (
    ChangeApplicant,
    ChangeApplication,
    NewApplicant,
    NewApplication,
)
from hubra_desktop.work.commands.base import Command
from hubra_desktop.work.commands.budget import Allocate, CloseYear, CopyBudget
from hubra_desktop.work.commands.grants import Decide
from hubra_desktop.work.commands.imports import ImportBundle
from hubra_desktop.work.commands.issue import IssueLetter
from hubra_desktop.work.commands.ledger import Book, Correct, Repay, Transfer
from hubra_desktop.work.commands.statements import KeepAccounts
from hubra_desktop.work.commands.tables import BookRows, ImportTable
from hubra_desktop.work.edits import Add, Change, Remove, Reorder, Store
from hubra_desktop.work.grant_letters import LetterOptions
from hubra_desktop.work.import_changes import with_chosen
from hubra_desktop.work.imports import import_plan
from hubra_desktop.work.queries.grants import grant_view
from hubra_desktop.work.queries.ledger_numbers import numbers_passed_over
from hubra_desktop.work.queries.money import budget_year, ledger
from tests.work.money_office import (
    ASKED,
    CV,
    LEDGER,
    PART,
    WHOLE,
    decision,
    paid,
    reserved,
)
from tests.work.office import Office
from tests.work.rooms import name_of, of_modules
from tests.work.table_hands import taken
from tests.work.there_and_back import refused, there_and_back
from tests.work.treasury import KRONA, YEARS, post, year_sheet

Making = Callable[[Office], Command]
MONEY = ("applications", "budget", "grants", "ledger", "statements", "tables")


DONE: dict[str, Making] = {
    "AddAssociation": lambda _: Add(
        Association,
        {"body_id": "stod", "organisation_number": "2120000142", "bank_giro": "50501055"},
    ),
    "IssueLetter": lambda _: IssueLetter(
        "beslutsbrev", "open", options=LetterOptions(day=dt.date(2018, 3, 1))
    ),
    "AddBudgetPost": lambda _: Add(BudgetPost, {"name": "Fortbildning"}, "budget-2017"),
    "AddBudgetVersion": lambda _: Store(
        BudgetVersion(decided_on=dt.date(2017, 5, 1), frame_ore=1), "budget-2017"
    ),
    "AddBudgetYear": lambda _: Store(BudgetYear(year=2020)),
    "AddGrant": lambda _: Store(replace(ASKED, id="")),
    "AddInstalment": lambda _: Store(Instalment(amount_ore=PART), "asked"),
    "Allocate": lambda _: Allocate("2017-first", post(2017, "fees"), 61_000 * KRONA),
    "Book": lambda _: paid(PART),
    "BookRows": lambda _: BookRows((paid(PART).entry,)),
    "ChangeApplicant": lambda _: ChangeApplicant("dimman", "Dimman", {"contact": "Åsa Ek"}),
    "ChangeApplication": lambda _: ChangeApplication("asked", "Lotsen", {"title": "Läger"}),
    "ChangeAssociation": lambda _: Change(Association, "ass", {"contact": "Åsa Ek"}),
    "ChangeBudgetPost": lambda _: Change(
        BudgetPost, post(2017, "day"), {"deviation_text": "Dagen gjordes i samverkan."}
    ),
    "ChangeBudgetVersion": lambda _: Change(BudgetVersion, "2017-first", {"reference": "§ 7"}),
    "ChangeBudgetYear": lambda _: Change(BudgetYear, "budget-2017", {"basis": Basis.ACCRUAL}),
    "ChangeGrantDecision": lambda _: Change(
        GrantDecision, "cv-d", {"section": "§ 4", "formal": True}
    ),
    "ChangeGrant": lambda _: Change(Grant, "cv", {"verdict": Verdict.APPROVED}),
    "ChangeInstalment": lambda _: Change(Instalment, "cv-i", {"condition": "Efter start"}),
    "CloseYear": lambda _: CloseYear(2017, dt.date(2018, 2, 15)),
    "CopyBudget": lambda _: CopyBudget(2019, 2020),
    "Correct": lambda _: Correct("r5", 2017),
    "Decide": lambda _: Decide("cv", decision(DecisionKind.RECLAIM)),
    "ImportTable": lambda _: ImportTable((BookRows((paid(PART).entry,)), Remove(Grant, "asked"))),
    "KeepAccounts": lambda _: KeepAccounts(
        "bok.si", dt.date(2018, 3, 1), {2018: (AccountLine(id="line", amount_ore=KRONA),)}
    ),
    "NewApplicant": lambda _: NewApplicant("Lotsen", {"contact": "Åsa Ek"}),
    "NewApplication": lambda _: NewApplication("Lotsen", replace(ASKED, id="")),
    "ReorderBudgetPost": lambda _: Reorder(BudgetPost, post(2017, "day"), 0),
    "RemoveAssociation": lambda _: Remove(Association, "ass"),
    "RemoveBudgetPost": lambda _: Remove(BudgetPost, post(2018, "day")),
    "RemoveBudgetVersion": lambda _: Remove(BudgetVersion, "2017-first"),
    "RemoveBudgetYear": lambda _: Remove(BudgetYear, "budget-2019"),
    "RemoveGrantDecision": lambda _: Remove(GrantDecision, "no-d"),
    "RemoveGrant": lambda _: Remove(Grant, "asked"),
    "RemoveInstalment": lambda _: Remove(Instalment, "cv-i"),
    "Repay": lambda _: Repay("r1", WHOLE - PART, 2018, dt.date(2018, 3, 5)),
    "Transfer": lambda _: Transfer(post(2018, "fees"), post(2018, "day"), PART, 2018),
}
BARRIERS = {"CloseYear"}


def test_every_command_of_the_money_stands_here() -> None:
    assert set(DONE) >= of_modules(MONEY)


@pytest.mark.parametrize("name", sorted(DONE.keys() - BARRIERS))
def test_a_command_is_done_undone_and_done_again(rich: Office, name: str) -> None:
    command = DONE[name](rich)
    assert name_of(command) == name
    there_and_back(rich, command)


REFUSED: dict[str, tuple[Command, str]] = {
    "a payment above what is granted": (paid(PART + 1), "Mer skulle bli utbetalt .*20_000,01"),
    "a payment of what is refused": (paid(1, "no"), "avslagen"),
    "a payment of what is only asked for": (paid(1, "asked"), "inte beviljat än"),
    "a payment of nothing": (paid(0), "större än 0 kr"),
    "a payment on a post of another year": (
        paid(1, post_id=post(2017, "groups")),
        "hör inte till budgeten för 2018",
    ),
    "a payment on a post with posts below": (
        paid(1, None, post_id=post(2018, "other")),
        "har underposter",
    ),
    "a payment dated in another year": (
        paid(1, date=dt.date(2017, 12, 31)),
        "ligger inte i år 2018",
    ),
    "a payment in a year without budget": (paid(1, year=2025), "ingen budget för 2025"),
    "a cost of a grant": (paid(1, kind=EntryKind.COST), "höra till ett bidrag"),
    "a payment that points to a payment": (
        paid(1, None, original_id="r1"),
        "kan inte peka på en annan rad",
    ),
    "a correction booked as anything": (
        paid(1, kind=EntryKind.CORRECTION),
        "på sina egna sätt",
    ),
    "more repaid than paid": (Repay("r1", WHOLE - PART + 1, 2018), "Mer skulle bli återbetalt"),
    "a repayment of no payment": (Repay("r3", 1, 2017), "hör alltid till en utbetalning"),
    "a repayment before the payment": (
        Repay("r1", 1, 2017, dt.date(2017, 4, 2)),
        "dateras före rad 1",
    ),
    "a repayment of what is gone": (Repay("x", 1, 2017), "finns inte längre"),
    "a correction above the row": (Correct("r3", 2017, amount_ore=WHOLE), "större än raden"),
    "a correction of a repaid payment": (Correct("r1", 2017, dt.date(2017, 12, 1)), "återbetalt"),
    "a transfer to the same post": (
        Transfer(post(2018, "fees"), post(2018, "fees"), 1, 2018),
        "var sin post",
    ),
    "a transfer corrected in another year": (Correct("r5", 2018), "i sitt eget år, 2017"),
    "granted twice": (Decide("open", decision(DecisionKind.GRANT)), "redan beviljat. Höj"),
    "refused when granted": (Decide("open", decision(DecisionKind.REFUSE)), "Återkalla det"),
    "raised before it is granted": (
        Decide("asked", decision(DecisionKind.RAISE)),
        "inte beviljat, så höjning",
    ),
    "raised by nothing": (Decide("open", decision(DecisionKind.RAISE, None)), "Skriv beloppet"),
    "lowered below what is paid": (
        Decide("cv", decision(DecisionKind.LOWER, 1)),
        "återkräv det som är för mycket",
    ),
    "lowered below nothing": (
        Decide("open", decision(DecisionKind.LOWER, PART + 1)),
        "större än bidraget",
    ),
    "withdrawn when paid": (Decide("cv", decision(DecisionKind.WITHDRAW)), "kan inte återkallas"),
    "more reclaimed than is out": (
        Decide("cv", decision(DecisionKind.RECLAIM, WHOLE)),
        "Högst 25_080_kr kan återkrävas",
    ),
    "more written off than is reclaimed": (
        Decide("cv", decision(DecisionKind.WRITE_OFF, WHOLE - PART + 1)),
        "Högst 25_080_kr kan skrivas av",
    ),
    "a decision dated in another year": (
        Change(GrantDecision, "cv-d", {"date": dt.date(2018, 1, 1)}),
        "ligger inte i år 2017",
    ),
    "a decision without which too much is paid": (
        Remove(GrantDecision, "cv-d"),
        "inte beviljat än",
    ),
    "a grant that stands in the ledger": (Remove(Grant, "cv"), "bokförda rader"),
    "a project that ends before it begins": (
        Change(
            Grant, "cv", {"project_from": dt.date(2017, 2, 1), "project_to": dt.date(2017, 1, 1)}
        ),
        "slutar innan det börjar",
    ),
    "an association twice": (Add(Association, {"body_id": "dimman"}), "finns redan"),
    "a wrong organisation number": (
        Change(Association, "ass", {"organisation_number": "212000-0143"}),
        "Kontrollsiffran i organisationsnumret",
    ),
    "a wrong bankgiro": (Change(Association, "ass", {"bank_giro": "5050-1056"}), "Kontrollsiffran"),
    "a year's budget twice": (Store(BudgetYear(year=2017)), "redan en budget"),
    "a year closed by hand": (
        Change(BudgetYear, "budget-2017", {"closed_on": dt.date(2018, 1, 1)}),
        "stängs för sig",
    ),
    "a year closed too early": (CloseYear(2017, dt.date(2017, 12, 30)), "när året är slut"),
    "a year before the one ahead of it": (CloseYear(2018, dt.date(2019, 2, 1)), "Stäng 2017"),
    "a year that is not there": (CloseYear(2030, dt.date(2031, 1, 1)), "ingen budget för 2030"),
    "a post that is booked on": (Remove(BudgetPost, post(2017, "day")), "kan inte tas bort"),
    "a post with posts below": (Remove(BudgetPost, post(2019, "other")), "har underposter"),
    "a post below itself": (
        Change(BudgetPost, post(2019, "other"), {"parent_id": post(2019, "other")}),
        "inte ligga under sig själv",
    ),
    "a post below another year's": (
        Change(BudgetPost, post(2019, "day"), {"parent_id": post(2018, "other")}),
        "i en annan budget",
    ),
    "posts below one with an amount": (
        Add(BudgetPost, {"name": "Ny", "parent_id": post(2019, "fees")}, "budget-2019"),
        "de andra är summor",
    ),
    "a plan for another year's post": (
        Allocate("2017-first", post(2018, "fees"), 1),
        "bara sina egna",
    ),
    "a grant from a file that paid too much": (
        ImportBundle(Bundle(grants=(replace(CV, decisions=()),))),
        "inte beviljat än",
    ),
    "half a transfer from a file": (
        ImportBundle(Bundle(ledger=(replace(LEDGER[4], id="half", number=7),))),
        "ta ut varandra",
    ),
    "a second budget from a file": (
        ImportBundle(Bundle(budget_years=(BudgetYear(id="again", year=2017),))),
        "redan en budget",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_refused_command_changes_nothing(rich: Office, name: str) -> None:
    command, sentence = REFUSED[name]
    refused(rich, command, sentence.replace("_", "\u00a0"))


CLOSED: dict[str, Command] = {
    "booking": paid(1, None, year=2017, post_id=post(2017, "day")),
    "repaying": Repay("r1", 1, 2017),
    "correcting": Correct("r3", 2017),
    "transferring": Transfer(post(2017, "fees"), post(2017, "day"), 1, 2017),
    "reserving": reserved(1, 2017),
    "deciding": Decide("cv", decision(DecisionKind.RAISE, year=2017)),
    "mending a decision": Change(GrantDecision, "cv-d", {"section": "§ 4"}),
    "moving a decision into it": Change(GrantDecision, "open-d", {"year": 2017, "date": None}),
    "applying": Store(replace(ASKED, id="", year=2017)),
    "moving a grant": Change(Grant, "cv", {"year": 2018}),
    "moving a grant into it": Change(Grant, "open", {"year": 2017}),
    "another post of a grant": Change(Grant, "cv", {"post_id": None}),
    "adding a post": Add(BudgetPost, {"name": "Ny"}, "budget-2017"),
    "naming a post": Change(BudgetPost, post(2017, "fees"), {"name": "Nytt"}),
    "moving a post": Reorder(BudgetPost, post(2017, "day"), 0),
    "removing a post": Remove(BudgetPost, post(2017, "fees")),
    "adding a version": Store(BudgetVersion(), "budget-2017"),
    "changing a version": Change(BudgetVersion, "2017-first", {"note": "x"}),
    "removing a version": Remove(BudgetVersion, "2017-first"),
    "planning": Allocate("2017-first", post(2017, "fees"), 1),
    "changing the year": Change(BudgetYear, "budget-2017", {"note": "x"}),
    "removing the year": Remove(BudgetYear, "budget-2017"),
    "closing again": CloseYear(2017, dt.date(2018, 3, 1)),
    "a row from a file": ImportBundle(Bundle(ledger=(replace(LEDGER[2], id="new", number=7),))),
}
LATER = replace(decision(DecisionKind.RAISE), id="later", date=dt.date(2018, 5, 1))
FILES = {
    "as it is here": Bundle(grants=(replace(CV, decisions=(*CV.decisions, LATER)),)),
    "from before the year was closed": Bundle(
        budget_years=(year_sheet(2017),),
        grants=(replace(CV, applied_ore=1, decisions=(
            replace(CV.decisions[0], amount_ore=WHOLE + 1), LATER)),),
    ),
    "under other ids": Bundle(
        grants=(replace(CV, decisions=(LATER, replace(CV.decisions[0], id="other"))),)
    ),
    "alone": Bundle(grants=(replace(CV, decisions=(LATER,)),)),
}  # fmt: skip
"""A later decision on a grant of a closed year, as files tell it."""


@pytest.mark.parametrize("name", FILES)
def test_a_later_decision_is_taken_in_and_the_closed_year_stays(rich: Office, name: str) -> None:
    rich.run(DONE["CloseYear"](rich))
    with rich.workspace.read() as reader:
        before = budget_year(reader, 2017), grant_view(reader, "cv").sheet
        plan = import_plan(reader, FILES[name])
        told = with_chosen(reader, FILES[name], plan.all)
    rich.run(ImportBundle(told))
    with rich.workspace.read() as reader:
        after = budget_year(reader, 2017), grant_view(reader, "cv").sheet
    decisions = (*before[1].decisions, LATER)
    assert after == (before[0], replace(before[1], decisions=decisions))
    told_of_it = [line for line in plan.lines if "Stängda år ändras inte" in line]
    assert bool(told_of_it) == (name != "as it is here")
    rich.workspace.undo()
    row = "Id;År;Förening;Bidrag;Beslut;Beslut datum;Beslut belopp\ncv;2017;x;y;höjning;{};1000\n"
    row = row.replace("x;y", f"Ur Dimman;{before[1].title}").format("2018-05-01")
    assert taken(rich.workspace, TableName.GRANTS, row).bad == ()


@pytest.mark.parametrize("name", CLOSED)
def test_a_closed_year_never_changes(rich: Office, name: str) -> None:
    rich.run(DONE["CloseYear"](rich))
    with pytest.raises(InputError, match=r"2017 stängdes den 15 februari 2018|kan inte tas bort"):
        rich.run(CLOSED[name])
    assert rich.everything().ledger == LEDGER


@pytest.mark.parametrize("name", ["booking", "transferring", "reserving", "deciding"])
def test_what_is_dated_in_a_closed_year_is_refused_at_its_date(rich: Office, name: str) -> None:
    rich.run(DONE["CloseYear"](rich))
    with pytest.raises(InputError) as refusal:
        rich.run(CLOSED[name])
    assert refusal.value.field == "date"


def test_a_refusal_of_no_single_field_names_none(rich: Office) -> None:
    with pytest.raises(InputError) as refusal:
        rich.run(CloseYear(2030, dt.date(2031, 1, 1)))
    assert refusal.value.field == ""


def numbers(office: Office, year: int) -> list[int]:
    with office.workspace.read() as reader:
        return [row.entry.number for row in ledger(reader, year)]


def test_a_number_is_given_once_and_what_is_passed_over_is_told(rich: Office) -> None:
    last = max(number for year in YEARS for number in numbers(rich, year))
    rich.run(paid(KRONA))
    rich.workspace.undo()
    rich.workspace.redo()
    assert max(numbers(rich, 2018)) == last + 1
    rich.workspace.undo()
    rich.run(paid(2 * KRONA))
    assert max(numbers(rich, 2018)) == last + 2
    booked = next(each for each in LEDGER if each.kind is EntryKind.COST)
    rich.run(ImportBundle(Bundle(ledger=(replace(booked, id="new", number=last + 1),))))
    rich.run(ImportBundle(Bundle(ledger=(replace(booked, id="newer", number=last + 2),))))
    assert [each for each in numbers(rich, booked.year) if each > last] == [last + 3, last + 4]
    rich.workspace.undo()
    rich.workspace.undo()
    with rich.workspace.read() as reader:
        passed = numbers_passed_over(reader, 2018)
    assert {last + 1} <= {number for number, _ in passed.undone}
    assert f"{last + 1}" in passed_over_text(passed)


def test_a_number_undone_in_another_year_is_told_where_it_is_missing(rich: Office) -> None:
    cost = next(each for each in LEDGER if each.kind is EntryKind.COST)
    rich.run(Book(replace(cost, id="")))
    rich.run(paid(KRONA))
    rich.workspace.undo()
    rich.run(Book(replace(cost, id="")))
    with rich.workspace.read() as reader:
        passed = numbers_passed_over(reader, 2017)
    assert passed.unknown == ()
    assert max(numbers(rich, 2017)) - 1 in {number for number, _ in passed.undone}

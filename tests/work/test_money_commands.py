"""The commands of the money: done, undone and done again, or refused with a sentence."""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from hubra_desktop.model.errors import InputError
from hubra_desktop.model.export_bundle import Bundle
from hubra_desktop.model.money.terms import Basis, DecisionKind, EntryKind, Verdict
from hubra_desktop.model.records.money import (
    BudgetVersion,
    BudgetYear,
    GrantDecision,
    Instalment,
    LedgerEntry,
)
from hubra_desktop.work import commands as c
from hubra_desktop.work.commands.base import Command
from tests.work.money_office import ASKED, CV, LEDGER, PART, WHOLE, money_office
from tests.work.office import Office
from tests.work.rooms import of_modules
from tests.work.there_and_back import refused, there_and_back
from tests.work.treasury import KRONA, post, year_sheet

Making = Callable[[Office], Command]
MONEY = ("budget", "grants", "ledger")


@pytest.fixture
def rich(tmp_path: Path) -> Iterator[Office]:
    office = money_office(tmp_path / "råd.hubra")
    yield office
    office.workspace.close()


def decision(kind: DecisionKind, amount: int | None = PART, year: int = 2018) -> GrantDecision:
    return GrantDecision(kind=kind, year=year, amount_ore=amount)


def paid(amount: int, grant: str | None = "open", **values: object) -> c.Book:
    entry = LedgerEntry(
        year=2018,
        post_id=post(2018, "groups"),
        kind=EntryKind.PAYMENT,
        amount_ore=amount,
        grant_id=grant,
    )
    return c.Book(replace(entry, **values))  # type: ignore[arg-type]


def reserved(amount: int, year: int) -> c.Book:
    return paid(amount, None, year=year, post_id=post(year, "day"), kind=EntryKind.RESERVATION)


DONE: dict[str, Making] = {
    "AddAssociation": lambda _: c.AddAssociation(
        {"body_id": "stod", "organisation_number": "2120000142", "bank_giro": "50501055"}
    ),
    "AddBudgetPost": lambda _: c.AddBudgetPost("budget-2017", {"name": "Fortbildning"}),
    "AddBudgetVersion": lambda _: c.AddBudgetVersion(
        "budget-2017", BudgetVersion(decided_on=dt.date(2017, 5, 1), frame_ore=1)
    ),
    "AddBudgetYear": lambda _: c.AddBudgetYear(BudgetYear(year=2020)),
    "AddGrant": lambda _: c.AddGrant(replace(ASKED, id="")),
    "AddInstalment": lambda _: c.AddInstalment("asked", Instalment(amount_ore=PART)),
    "Allocate": lambda _: c.Allocate("2017-first", post(2017, "fees"), 61_000 * KRONA),
    "Book": lambda _: paid(PART),
    "ChangeAssociation": lambda _: c.ChangeAssociation("ass", {"contact": "Åsa Ek"}),
    "ChangeBudgetPost": lambda _: c.ChangeBudgetPost(
        post(2017, "day"), {"deviation_text": "Dagen gjordes i samverkan."}
    ),
    "ChangeBudgetVersion": lambda _: c.ChangeBudgetVersion("2017-first", {"reference": "§ 7"}),
    "ChangeBudgetYear": lambda _: c.ChangeBudgetYear("budget-2017", {"basis": Basis.ACCRUAL}),
    "ChangeDecision": lambda _: c.ChangeDecision("cv-d", {"section": "§ 4", "formal": True}),
    "ChangeGrant": lambda _: c.ChangeGrant("cv", {"verdict": Verdict.APPROVED}),
    "ChangeInstalment": lambda _: c.ChangeInstalment("cv-i", {"condition": "Efter start"}),
    "CloseYear": lambda _: c.CloseYear(2017, dt.date(2018, 2, 15)),
    "CopyBudget": lambda _: c.CopyBudget(2019, 2020),
    "Correct": lambda _: c.Correct("r5", 2017),
    "Decide": lambda _: c.Decide("cv", decision(DecisionKind.RECLAIM)),
    "MoveBudgetPost": lambda _: c.MoveBudgetPost(post(2017, "day"), 0),
    "RemoveAssociation": lambda _: c.RemoveAssociation("ass"),
    "RemoveBudgetPost": lambda _: c.RemoveBudgetPost(post(2018, "day")),
    "RemoveBudgetVersion": lambda _: c.RemoveBudgetVersion("2017-first"),
    "RemoveBudgetYear": lambda _: c.RemoveBudgetYear("budget-2019"),
    "RemoveDecision": lambda _: c.RemoveDecision("no-d"),
    "RemoveGrant": lambda _: c.RemoveGrant("asked"),
    "RemoveInstalment": lambda _: c.RemoveInstalment("cv-i"),
    "Repay": lambda _: c.Repay("r1", WHOLE - PART, 2018, dt.date(2018, 3, 5)),
    "Transfer": lambda _: c.Transfer(post(2018, "fees"), post(2018, "day"), PART, 2018),
}
BARRIERS = {"CloseYear"}


def test_every_command_of_the_money_stands_here() -> None:
    assert set(DONE) == of_modules(MONEY)


@pytest.mark.parametrize("name", sorted(DONE.keys() - BARRIERS))
def test_a_command_is_done_undone_and_done_again(rich: Office, name: str) -> None:
    command = DONE[name](rich)
    assert type(command).__name__ == name
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
    "more repaid than paid": (c.Repay("r1", WHOLE - PART + 1, 2018), "Mer skulle bli återbetalt"),
    "a repayment of no payment": (c.Repay("r3", 1, 2017), "hör alltid till en utbetalning"),
    "a repayment before the payment": (
        c.Repay("r1", 1, 2017, dt.date(2017, 4, 2)),
        "dateras före rad 1",
    ),
    "a repayment of what is gone": (c.Repay("x", 1, 2017), "finns inte längre"),
    "a correction above the row": (c.Correct("r3", 2017, amount_ore=WHOLE), "större än raden"),
    "a correction of a repaid payment": (c.Correct("r1", 2017, dt.date(2017, 12, 1)), "återbetalt"),
    "a transfer to the same post": (
        c.Transfer(post(2018, "fees"), post(2018, "fees"), 1, 2018),
        "var sin post",
    ),
    "a transfer corrected in another year": (c.Correct("r5", 2018), "i sitt eget år, 2017"),
    "granted twice": (c.Decide("open", decision(DecisionKind.GRANT)), "redan beviljat. Höj"),
    "refused when granted": (c.Decide("open", decision(DecisionKind.REFUSE)), "Återkalla det"),
    "raised before it is granted": (
        c.Decide("asked", decision(DecisionKind.RAISE)),
        "inte beviljat, så höjning",
    ),
    "raised by nothing": (c.Decide("open", decision(DecisionKind.RAISE, None)), "Skriv beloppet"),
    "lowered below what is paid": (
        c.Decide("cv", decision(DecisionKind.LOWER, 1)),
        "återkräv det som är för mycket",
    ),
    "lowered below nothing": (
        c.Decide("open", decision(DecisionKind.LOWER, PART + 1)),
        "större än bidraget",
    ),
    "withdrawn when paid": (c.Decide("cv", decision(DecisionKind.WITHDRAW)), "kan inte återkallas"),
    "more reclaimed than is out": (
        c.Decide("cv", decision(DecisionKind.RECLAIM, WHOLE)),
        "Högst 25_080_kr kan återkrävas",
    ),
    "more written off than is reclaimed": (
        c.Decide("cv", decision(DecisionKind.WRITE_OFF, WHOLE - PART + 1)),
        "Högst 25_080_kr kan skrivas av",
    ),
    "a decision dated in another year": (
        c.ChangeDecision("cv-d", {"date": dt.date(2018, 1, 1)}),
        "ligger inte i år 2017",
    ),
    "a decision without which too much is paid": (c.RemoveDecision("cv-d"), "inte beviljat än"),
    "a grant that stands in the ledger": (c.RemoveGrant("cv"), "bokförda rader"),
    "a project that ends before it begins": (
        c.ChangeGrant(
            "cv", {"project_from": dt.date(2017, 2, 1), "project_to": dt.date(2017, 1, 1)}
        ),
        "slutar innan det börjar",
    ),
    "an association twice": (c.AddAssociation({"body_id": "dimman"}), "finns redan"),
    "a wrong organisation number": (
        c.ChangeAssociation("ass", {"organisation_number": "212000-0143"}),
        "inget organisationsnummer",
    ),
    "a wrong bankgiro": (c.ChangeAssociation("ass", {"bank_giro": "5050-1056"}), "Kontrollsiffran"),
    "a year's budget twice": (c.AddBudgetYear(BudgetYear(year=2017)), "redan en budget"),
    "a year closed by hand": (
        c.ChangeBudgetYear("budget-2017", {"closed_on": dt.date(2018, 1, 1)}),
        "stängs för sig",
    ),
    "a year closed too early": (c.CloseYear(2017, dt.date(2017, 12, 30)), "när året är slut"),
    "a year that is not there": (c.CloseYear(2030, dt.date(2031, 1, 1)), "ingen budget för 2030"),
    "a post that is booked on": (c.RemoveBudgetPost(post(2017, "day")), "kan inte tas bort"),
    "a post with posts below": (c.RemoveBudgetPost(post(2019, "other")), "har underposter"),
    "a post below itself": (
        c.ChangeBudgetPost(post(2019, "other"), {"parent_id": post(2019, "other")}),
        "inte ligga under sig själv",
    ),
    "a post below another year's": (
        c.ChangeBudgetPost(post(2019, "day"), {"parent_id": post(2018, "other")}),
        "i en annan budget",
    ),
    "posts below one with an amount": (
        c.AddBudgetPost("budget-2019", {"name": "Ny", "parent_id": post(2019, "fees")}),
        "de andra är summor",
    ),
    "a plan for another year's post": (
        c.Allocate("2017-first", post(2018, "fees"), 1),
        "bara sina egna",
    ),
    "a changed row from a file": (
        c.ImportBundle(Bundle(ledger=(replace(LEDGER[2], amount_ore=1),))),
        "Rad 3 är bokförd",
    ),
    "a number twice from a file": (
        c.ImportBundle(Bundle(ledger=(replace(LEDGER[2], id="new"),))),
        "nummer 3|samma nummer",
    ),
    "a grant from a file that paid too much": (
        c.ImportBundle(Bundle(grants=(replace(CV, decisions=()),))),
        "inte beviljat än",
    ),
    "half a transfer from a file": (
        c.ImportBundle(Bundle(ledger=(replace(LEDGER[4], id="half", number=7),))),
        "ta ut varandra",
    ),
    "a second budget from a file": (
        c.ImportBundle(Bundle(budget_years=(BudgetYear(id="again", year=2017),))),
        "redan en budget",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_refused_command_changes_nothing(rich: Office, name: str) -> None:
    command, sentence = REFUSED[name]
    refused(rich, command, sentence.replace("_", "\u00a0"))


CLOSED: dict[str, Command] = {
    "booking": paid(1, None, year=2017, post_id=post(2017, "day")),
    "repaying": c.Repay("r1", 1, 2017),
    "correcting": c.Correct("r3", 2017),
    "transferring": c.Transfer(post(2017, "fees"), post(2017, "day"), 1, 2017),
    "reserving": reserved(1, 2017),
    "deciding": c.Decide("cv", decision(DecisionKind.RAISE, year=2017)),
    "mending a decision": c.ChangeDecision("cv-d", {"section": "§ 4"}),
    "moving a decision into it": c.ChangeDecision("open-d", {"year": 2017, "date": None}),
    "applying": c.AddGrant(replace(ASKED, id="", year=2017)),
    "moving a grant": c.ChangeGrant("cv", {"year": 2018}),
    "moving a grant into it": c.ChangeGrant("open", {"year": 2017}),
    "another post of a grant": c.ChangeGrant("cv", {"post_id": None}),
    "adding a post": c.AddBudgetPost("budget-2017", {"name": "Ny"}),
    "naming a post": c.ChangeBudgetPost(post(2017, "fees"), {"name": "Nytt"}),
    "moving a post": c.MoveBudgetPost(post(2017, "day"), 0),
    "removing a post": c.RemoveBudgetPost(post(2017, "fees")),
    "adding a version": c.AddBudgetVersion("budget-2017"),
    "changing a version": c.ChangeBudgetVersion("2017-first", {"note": "x"}),
    "removing a version": c.RemoveBudgetVersion("2017-first"),
    "planning": c.Allocate("2017-first", post(2017, "fees"), 1),
    "changing the year": c.ChangeBudgetYear("budget-2017", {"note": "x"}),
    "removing the year": c.RemoveBudgetYear("budget-2017"),
    "closing again": c.CloseYear(2017, dt.date(2018, 3, 1)),
    "opening it from a file": c.ImportBundle(Bundle(budget_years=(year_sheet(2017),))),
    "a row from a file": c.ImportBundle(Bundle(ledger=(replace(LEDGER[2], id="new", number=7),))),
    "a decision from a file": c.ImportBundle(
        Bundle(grants=(replace(CV, decisions=(replace(CV.decisions[0], amount_ore=WHOLE + 1),)),))
    ),
}


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
        rich.run(c.CloseYear(2030, dt.date(2031, 1, 1)))
    assert refusal.value.field == ""


def test_closing_ends_undo_and_redo(rich: Office) -> None:
    rich.run(paid(1))
    rich.run(paid(2))
    rich.workspace.undo()
    rich.run(DONE["CloseYear"](rich))
    assert (rich.workspace.undo_label, rich.workspace.redo_label) == (None, None)


def test_a_file_that_closes_a_year_ends_undo_too(rich: Office) -> None:
    closed = replace(year_sheet(2019), closed_on=dt.date(2020, 2, 1))
    rich.run(c.ImportBundle(Bundle(budget_years=(closed,))))
    assert rich.workspace.undo_label is None
    with pytest.raises(InputError, match="2019 stängdes"):
        rich.run(reserved(1, 2019))


def test_what_became_of_a_grant_of_a_closed_year_can_still_be_told(rich: Office) -> None:
    rich.run(DONE["CloseYear"](rich))
    rich.run(c.ChangeGrant("cv", {"assessment": "Inget att redovisa", "note": "Klart"}))
    rich.run(c.Decide("cv", decision(DecisionKind.RECLAIM, WHOLE - PART)))
    made = rich.made(c.Repay("r1", WHOLE - PART, 2018, dt.date(2018, 3, 5)))
    [row] = [entry for entry in rich.everything().ledger if entry.id == made]
    assert (row.year, row.year_concerned, row.post_id) == (2018, 2017, post(2018, "groups"))


def test_a_row_of_a_closed_year_is_corrected_in_an_open_one(rich: Office) -> None:
    rich.run(DONE["CloseYear"](rich))
    made = rich.made(c.Correct("r3", 2018, amount_ore=100))
    [row] = [entry for entry in rich.everything().ledger if entry.id == made]
    assert (row.year, row.year_concerned, row.original_id) == (2018, 2017, "r3")


def test_figures_closed_on_the_accrual_basis_stand(rich: Office) -> None:
    rich.run(c.CloseYear(2018, dt.date(2019, 2, 1)))
    row = LedgerEntry(
        year=2019, date=dt.date(2019, 1, 20), post_id=post(2019, "day"), amount_ore=1,
        year_concerned=2018,
    )  # fmt: skip
    refused(rich, c.Book(row), "2018 är periodiserat och stängdes den 1 februari 2019")
    rich.run(c.Book(replace(row, date=dt.date(2019, 2, 2))))


def test_reading_everything_back_changes_nothing(rich: Office) -> None:
    rich.run(DONE["CloseYear"](rich))
    before = rich.everything()
    assert rich.run(c.ImportBundle(before)).rows == ()
    assert rich.everything() == before


def test_a_copied_budget_is_an_example_until_it_is_decided(rich: Office) -> None:
    rich.run(c.CopyBudget(2019, 2020))
    [year] = [each for each in rich.everything().budget_years if each.year == 2020]
    [version] = year.versions
    assert version.decided_on is None
    assert all(each.example for each in version.allocations)
    assert [p.name for p in year.posts] == [p.name for p in year_sheet(2019).posts]
    parents = {p.id: p.parent_id for p in year.posts}
    assert set(filter(None, parents.values())) < set(parents)


def test_a_payment_of_a_grant_uses_up_its_reservation(rich: Office) -> None:
    from hubra_desktop.work.queries.money import budget

    def reserved() -> int:
        with rich.workspace.read() as reader:
            return budget(reader, 2018).total.reserved

    assert reserved() == PART
    made = rich.made(paid(PART // 2))
    assert reserved() == PART // 2
    rich.run(c.Correct(made, 2018))
    assert reserved() == PART

"""How each command is drawn at random, by its name; a command of no maker fails a test."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from hubra_desktop.model.export_bundle import Bundle
from hubra_desktop.model.ids import new_id
from hubra_desktop.model.money.terms import Basis, DecisionKind, EntryKind
from hubra_desktop.model.plan.terms import ActivityState, PlanKind
from hubra_desktop.model.records.meeting import Footnote, Item, Meeting, Presenter
from hubra_desktop.model.records.money import (
    BudgetVersion,
    BudgetYear,
    Grant,
    GrantDecision,
    Instalment,
    LedgerEntry,
)
from hubra_desktop.model.records.plan import (
    Activity,
    ActivityArea,
    Agreement,
    Consultation,
    Occasion,
)
from hubra_desktop.model.terms import Anchor, Role
from hubra_desktop.work import commands as c
from hubra_desktop.work.commands.applications import NewApplication
from hubra_desktop.work.commands.base import Command
from hubra_desktop.work.commands.tables import BookRows, ImportTable, PlaceActivity, SetOccasions
from tests.work.drawn import YEAR_NUMBERS, Drawn
from tests.work.paper_makers import PAPERS, Maker


def item_values(d: Drawn) -> dict[str, Any]:
    values = d.values("agenda_item", "title")
    if d.one(True, False):
        values["presenters"] = tuple(presenter(d) for _ in range(d.number(0, 3)))
    return values


def presenter(d: Drawn) -> Presenter:
    name, unit = d.one("Åsa Ek", "Erik Öman", ""), d.one("KSF", "polisen")
    return Presenter(name=name, unit=unit, person_id=d.id_or_none("person"))


def whole_meeting(d: Drawn) -> Meeting:
    items = tuple(
        Item(id=new_id(), title=f"Punkt {n}", level=d.number(0, 1)) for n in range(d.number(0, 6))
    )
    notes = tuple(
        Footnote(id=new_id(), anchor=Anchor.ITEM, item_id=item.id, text="Bilaga")
        for item in items[::2]
    )
    return Meeting(
        id=d.one(new_id(), d.id("meeting")), body_id=d.id("body"), date=d.day(), start=930,
        end=d.one(None, 1000, 900), items=items, footnotes=notes,
    )  # fmt: skip


def a_file(d: Drawn) -> Bundle:
    """Draw meetings, rows and grants changed or new, or the whole register, to read in."""
    amount = d.amount()
    files = [d.bundle, Bundle(meetings=tuple(whole_meeting(d) for _ in range(d.number(1, 2))))]
    for entry in d.bundle.ledger[-2:]:
        number = len(d.bundle.ledger) + 1
        new = replace(entry, id=f"row{number}", number=number, amount_ore=amount)
        files += [Bundle(ledger=(replace(entry, amount_ore=amount),)), Bundle(ledger=(new,))]
    for given in d.bundle.grants[-1:]:
        others = tuple(replace(each, amount_ore=amount) for each in given.decisions)
        files.append(Bundle(grants=(replace(given, decisions=others),)))
    for year in d.bundle.budget_years[-1:]:
        files.append(Bundle(budget_years=(replace(year, closed_on=d.day_or_none()),)))
    return files[d.number(0, len(files) - 1)]


def whole_activity(d: Drawn) -> Activity:
    served = tuple(
        ActivityArea(area_id=each, main=not place) for place, each in enumerate(d.ids("focus_area"))
    )
    return Activity(
        id=d.one(new_id(), d.id("activity")), year=d.year(), title="Hel",
        state=d.one(*ActivityState), areas=served,
    )  # fmt: skip


def with_areas(d: Drawn) -> Command:
    chosen = d.ids("focus_area")
    return c.SetActivityAreas(d.id("activity"), chosen, d.one(None, *chosen, "ingen"))


def occasions(d: Drawn) -> tuple[Occasion, ...]:
    return tuple(Occasion(date=d.day_or_none(), place="Torget") for _ in range(d.number(0, 3)))


def when(d: Drawn) -> tuple[int, dt.date | None]:
    """Draw a year, and None or a day in it."""
    year = d.one(*YEAR_NUMBERS)
    return year, d.one(None, dt.date(year, 3, 1), dt.date(year, 9, 1))


def post_of(d: Drawn, year: int) -> str:
    """Draw a post of a year's budget."""
    years: Iterable[BudgetYear] = d.bundle.budget_years
    return d.id_of(post for each in years if each.year == year for post in each.posts)


def entry(d: Drawn, *kinds: EntryKind) -> LedgerEntry:
    year, day = when(d)
    return LedgerEntry(
        year=year, date=day, post_id=post_of(d, year), kind=d.one(*kinds), amount_ore=d.amount(),
        grant_id=d.id_or_none("grant"), year_concerned=d.one(None, None, 2017, 2018),
    )  # fmt: skip


def payment(d: Drawn) -> LedgerEntry:
    """Draw a payment or a reservation of a grant, on the posts that bear such."""
    made = entry(d, EntryKind.PAYMENT, EntryKind.PAYMENT, EntryKind.RESERVATION)
    return replace(made, grant_id=d.id("grant"), year_concerned=None)


def booked(d: Drawn) -> LedgerEntry:
    kinds = (EntryKind.RESERVATION, EntryKind.PAYMENT, EntryKind.COST, EntryKind.INCOME)
    return d.one(entry(d, *kinds), payment(d))  # type: ignore[no-any-return]


def table_row(d: Drawn) -> Command:
    """Draw what a row of a table asks for."""
    return d.one(BookRows((booked(d),)), PlaceActivity(whole_activity(d)))  # type: ignore[no-any-return]


def repaid(d: Drawn) -> Command:
    payments = [each for each in d.bundle.ledger if each.kind is EntryKind.PAYMENT]
    year = max(when(d)[0], payments[-1].year if payments else 0)
    return c.Repay(d.id_of(payments[-3:]), d.amount(), year)


def decision(d: Drawn, *kinds: DecisionKind) -> GrantDecision:
    year, day = when(d)
    return GrantDecision(kind=d.one(*kinds), year=year, date=day, amount_ore=d.amount() or None)


def grant(d: Drawn) -> Grant:
    year, _ = when(d)
    decisions = (decision(d, DecisionKind.GRANT),) if d.one(True, False) else ()
    return Grant(year=year, body_id=d.id("body"), title="CV och körkort", decisions=decisions)


def close_year(d: Drawn) -> Command:
    year, _ = when(d)
    return c.CloseYear(year, dt.date(year, 12, 31) + dt.timedelta(d.number(0, 90)))


COUNCIL: Mapping[str, Maker] = {
    "AddBody": lambda d: c.AddBody(d.values("body", "name")),
    "AddFootnote": lambda d: c.AddFootnote(
        d.id("meeting"), d.values("footnote", "anchor", "item_id")
    ),
    "AddItem": lambda d: c.AddItem(d.id("meeting"), d.place(), item_values(d)),
    "AddMandate": lambda d: c.AddMandate(d.values("mandate", "person_id", "body_id")),
    "AddMatter": lambda d: c.AddMatter(d.values("matter")),
    "AddMatterAlias": lambda d: c.AddMatterAlias(d.values("matter_alias", "matter_id")),
    "AddPerson": lambda d: c.AddPerson(d.values("person", "name")),
    "AddPreMeeting": lambda d: c.AddPreMeeting(d.id("meeting"), d.values("pre_meeting")),
    "AddSignature": lambda d: c.AddSignature(d.id("meeting"), d.values("signature")),
    "AppointOfficer": lambda d: c.AppointOfficer(
        d.id("meeting"), d.one(Role.CHAIR, Role.SECRETARY), d.id_or_none("person"), d.text()
    ),
    "ChangeBody": lambda d: c.ChangeBody(d.id("body"), d.values("body"), d.visit()),
    "ChangeFootnote": lambda d: c.ChangeFootnote(d.id("footnote"), d.values("footnote"), d.visit()),
    "ChangeHouseStyle": lambda d: c.ChangeHouseStyle(d.values("house_style")),
    "ChangeItem": lambda d: c.ChangeItem(d.id("agenda_item"), item_values(d), d.visit()),
    "ChangeMandate": lambda d: c.ChangeMandate(d.id("mandate"), d.values("mandate"), d.visit()),
    "ChangeMatter": lambda d: c.ChangeMatter(d.id("matter"), d.values("matter"), d.visit()),
    "ChangeMatterAlias": lambda d: c.ChangeMatterAlias(
        d.id("matter_alias"), d.values("matter_alias"), d.visit()
    ),
    "ChangeMeeting": lambda d: c.ChangeMeeting(d.id("meeting"), d.values("meeting"), d.visit()),
    "ChangePerson": lambda d: c.ChangePerson(d.id("person"), d.values("person"), d.visit()),
    "ChangePreMeeting": lambda d: c.ChangePreMeeting(
        d.id("pre_meeting"), d.values("pre_meeting"), d.visit()
    ),
    "ChangeRegister": lambda d: c.ChangeRegister(d.values("register")),
    "ChangeSignature": lambda d: c.ChangeSignature(
        d.id("signature"), d.values("signature"), d.visit()
    ),
    "CopyMeeting": lambda d: c.CopyMeeting(d.id("meeting"), d.day()),
    "ImportBundle": lambda d: c.ImportBundle(a_file(d), d.number(0, 9) == 0),
    "MoveItem": lambda d: c.MoveItem(d.id("agenda_item"), d.number(-2, 12)),
    "NewMeeting": lambda d: c.NewMeeting(d.day(), 930, d.one(None, 1000, 900), d.text()),
    "PurgePerson": lambda d: c.PurgePerson(d.id("person")),
    "RemoveBody": lambda d: c.RemoveBody(d.id("body")),
    "RemoveFootnote": lambda d: c.RemoveFootnote(d.id("footnote")),
    "RemoveItem": lambda d: c.RemoveItem(d.id("agenda_item")),
    "RemoveMandate": lambda d: c.RemoveMandate(d.id("mandate")),
    "RemoveMatter": lambda d: c.RemoveMatter(d.id("matter")),
    "RemoveMatterAlias": lambda d: c.RemoveMatterAlias(d.id("matter_alias")),
    "RemoveMeeting": lambda d: c.RemoveMeeting(d.id("meeting")),
    "RemovePerson": lambda d: c.RemovePerson(d.id("person")),
    "RemovePreMeeting": lambda d: c.RemovePreMeeting(d.id("pre_meeting")),
    "RemoveSignature": lambda d: c.RemoveSignature(d.id("signature")),
    "ShiftItem": lambda d: c.ShiftItem(d.id("agenda_item"), d.one(-1, 1)),
}
PLAN: Mapping[str, Maker] = {
    "AddActivity": lambda d: c.AddActivity(whole_activity(d)),
    "AddActivityArea": lambda d: c.AddActivityArea(
        d.id("activity"), d.id("focus_area"), d.one(True, False)
    ),
    "AddActivityLink": lambda d: c.AddActivityLink(
        d.id("activity"), d.values("activity_link", "title"), d.place()
    ),
    "AddAgreement": lambda d: c.AddAgreement(
        Agreement(title=d.text(), valid_from=d.day_or_none(), valid_to=d.day_or_none())
    ),
    "AddAgreementMeeting": lambda d: c.AddAgreementMeeting(
        d.id("agreement"), d.values("agreement_meeting"), d.place()
    ),
    "AddAgreementParty": lambda d: c.AddAgreementParty(
        d.id("agreement"), d.values("agreement_party", "name"), d.place()
    ),
    "AddConsultation": lambda d: c.AddConsultation(
        Consultation(title=d.text(), due=d.day_or_none(), received=d.day_or_none())
    ),
    "AddFocusArea": lambda d: c.AddFocusArea(
        d.id("plan"), d.values("focus_area", "title"), d.place()
    ),
    "AddFollowUpNote": lambda d: c.AddFollowUpNote(d.id("activity"), d.day(), d.text(), d.text()),
    "AddLetterRecipient": lambda d: c.AddLetterRecipient(
        d.id("letter"), d.values("letter_recipient"), d.place()
    ),
    "AddOccasion": lambda d: c.AddOccasion(d.id("activity"), d.values("occasion"), d.place()),
    "ChangeActivity": lambda d: c.ChangeActivity(d.id("activity"), d.values("activity"), d.visit()),
    "ChangeActivityLink": lambda d: c.ChangeActivityLink(
        d.id("activity_link"), d.values("activity_link"), d.visit()
    ),
    "ChangeAgreement": lambda d: c.ChangeAgreement(
        d.id("agreement"), d.values("agreement"), d.visit()
    ),
    "ChangeAgreementMeeting": lambda d: c.ChangeAgreementMeeting(
        d.id("agreement_meeting"), d.values("agreement_meeting"), d.visit()
    ),
    "ChangeAgreementParty": lambda d: c.ChangeAgreementParty(
        d.id("agreement_party"), d.values("agreement_party"), d.visit()
    ),
    "ChangeConsultation": lambda d: c.ChangeConsultation(
        d.id("consultation"), d.values("consultation"), d.visit()
    ),
    "ChangeFocusArea": lambda d: c.ChangeFocusArea(
        d.id("focus_area"), d.values("focus_area"), d.visit()
    ),
    "ChangeLetter": lambda d: c.ChangeLetter(d.id("letter"), d.values("letter"), d.visit()),
    "ChangeLetterRecipient": lambda d: c.ChangeLetterRecipient(
        d.id("letter_recipient"), d.values("letter_recipient"), d.visit()
    ),
    "ChangeOccasion": lambda d: c.ChangeOccasion(d.id("occasion"), d.values("occasion"), d.visit()),
    "ChangePlan": lambda d: c.ChangePlan(d.id("plan"), d.values("plan"), d.visit()),
    "CopyPlan": lambda d: c.CopyPlan(d.id("plan"), d.one(None, d.year())),
    "MoveActivity": lambda d: c.MoveActivity(d.id("activity"), d.number(-1, 9)),
    "MoveFocusArea": lambda d: c.MoveFocusArea(d.id("focus_area"), d.number(-1, 9)),
    "NewActivity": lambda d: c.NewActivity(
        d.year(), d.values("activity", "title"), d.ids("focus_area")
    ),
    "NewLetter": lambda d: c.NewLetter(d.year(), d.values("letter")),
    "NewPlan": lambda d: c.NewPlan(d.year(), d.one(*PlanKind)),
    "NewPlanVersion": lambda d: c.NewPlanVersion(d.id("plan")),
    "PlaceActivity": lambda d: PlaceActivity(whole_activity(d)),
    "RemoveActivity": lambda d: c.RemoveActivity(d.id("activity")),
    "RemoveActivityArea": lambda d: c.RemoveActivityArea(d.id("activity"), d.id("focus_area")),
    "RemoveActivityLink": lambda d: c.RemoveActivityLink(d.id("activity_link")),
    "RemoveAgreement": lambda d: c.RemoveAgreement(d.id("agreement")),
    "RemoveAgreementMeeting": lambda d: c.RemoveAgreementMeeting(d.id("agreement_meeting")),
    "RemoveAgreementParty": lambda d: c.RemoveAgreementParty(d.id("agreement_party")),
    "RemoveConsultation": lambda d: c.RemoveConsultation(d.id("consultation")),
    "RemoveFocusArea": lambda d: c.RemoveFocusArea(d.id("focus_area")),
    "RemoveLetter": lambda d: c.RemoveLetter(d.id("letter")),
    "RemoveLetterRecipient": lambda d: c.RemoveLetterRecipient(d.id("letter_recipient")),
    "RemoveOccasion": lambda d: c.RemoveOccasion(d.id("occasion")),
    "RemovePlan": lambda d: c.RemovePlan(d.id("plan")),
    "SendLetter": lambda d: c.SendLetter(d.id("letter"), d.day()),
    "SetActivityAreas": with_areas,
    "SetOccasions": lambda d: SetOccasions(d.id("activity"), occasions(d)),
}
MONEY: Mapping[str, Maker] = {
    "AddAssociation": lambda d: c.AddAssociation(d.values("association", "body_id")),
    "AddBudgetPost": lambda d: c.AddBudgetPost(
        d.id("budget_year"), d.values("budget_post", "name"), d.place()
    ),
    "AddBudgetVersion": lambda d: c.AddBudgetVersion(
        d.id("budget_year"), BudgetVersion(decided_on=d.day())
    ),
    "AddBudgetYear": lambda d: c.AddBudgetYear(BudgetYear(year=d.year(), basis=d.one(*Basis))),
    "AddGrant": lambda d: c.AddGrant(grant(d)),
    "AddInstalment": lambda d: c.AddInstalment(d.id("grant"), Instalment(amount_ore=d.amount())),
    "Allocate": lambda d: c.Allocate(
        d.id("budget_version"), d.id("budget_post"), d.one(None, d.amount())
    ),
    "Book": lambda d: c.Book(booked(d)),
    "BookRows": lambda d: BookRows(tuple(booked(d) for _ in range(d.number(1, 2)))),
    "ChangeAssociation": lambda d: c.ChangeAssociation(
        d.id("association"), d.values("association"), d.visit()
    ),
    "ChangeBudgetPost": lambda d: c.ChangeBudgetPost(
        d.id("budget_post"), d.values("budget_post"), d.visit()
    ),
    "ChangeBudgetVersion": lambda d: c.ChangeBudgetVersion(
        d.id("budget_version"), d.values("budget_version"), d.visit()
    ),
    "ChangeBudgetYear": lambda d: c.ChangeBudgetYear(
        d.id("budget_year"), d.values("budget_year"), d.visit()
    ),
    "ChangeDecision": lambda d: c.ChangeDecision(
        d.id("grant_decision"), d.values("grant_decision"), d.visit()
    ),
    "ChangeGrant": lambda d: c.ChangeGrant(d.id("grant"), d.values("grant"), d.visit()),
    "ChangeInstalment": lambda d: c.ChangeInstalment(
        d.id("instalment"), d.values("instalment"), d.visit()
    ),
    "CloseYear": close_year,
    "CopyBudget": lambda d: c.CopyBudget(d.year(), d.year()),
    "Correct": lambda d: c.Correct(
        d.id("ledger_entry"), *when(d), amount_ore=d.one(None, d.amount())
    ),
    "Decide": lambda d: c.Decide(d.id("grant"), decision(d, *DecisionKind)),
    "ImportTable": lambda d: ImportTable(tuple(table_row(d) for _ in range(d.number(1, 3)))),
    "MoveBudgetPost": lambda d: c.MoveBudgetPost(d.id("budget_post"), d.number(-1, 5)),
    "NewApplication": lambda d: NewApplication(
        d.one("Ur Dimman", "Ny förening", ""), replace(grant(d), decisions=())
    ),
    "RemoveAssociation": lambda d: c.RemoveAssociation(d.id("association")),
    "RemoveBudgetPost": lambda d: c.RemoveBudgetPost(d.id("budget_post")),
    "RemoveBudgetVersion": lambda d: c.RemoveBudgetVersion(d.id("budget_version")),
    "RemoveBudgetYear": lambda d: c.RemoveBudgetYear(d.id("budget_year")),
    "RemoveDecision": lambda d: c.RemoveDecision(d.id("grant_decision")),
    "RemoveGrant": lambda d: c.RemoveGrant(d.id("grant")),
    "RemoveInstalment": lambda d: c.RemoveInstalment(d.id("instalment")),
    "Repay": repaid,
    "Transfer": lambda d: c.Transfer(
        d.id("budget_post"), d.id("budget_post"), d.amount(), *when(d)
    ),
}
MAKERS: Mapping[str, Maker] = {**COUNCIL, **PLAN, **MONEY, **PAPERS}
OFTEN = ("Book", "Book", "Repay", "Repay", "Correct", "Decide", "Decide", "ChangeReportSection")
"""Commands that need company to tell anything: drawn so many times more than others."""

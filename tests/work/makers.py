"""How each command is drawn at random, by its name; a command of no maker fails a test."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from hubra_desktop.model.export_bundle import Bundle
from hubra_desktop.model.ids import new_id
from hubra_desktop.model.money.terms import Basis, DecisionKind, EntryKind
from hubra_desktop.model.plan.terms import ActivityState, PlanKind
from hubra_desktop.model.records.council import Body, Mandate, Matter, MatterAlias, Person
from hubra_desktop.model.records.meeting import (
    Footnote,
    Item,
    Meeting,
    PreMeeting,
    Presenter,
    Signature,
)
from hubra_desktop.model.records.money import (
    Association,
    BudgetPost,
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
    ActivityLink,
    Agreement,
    AgreementMeeting,
    AgreementParty,
    Consultation,
    FocusArea,
    Letter,
    LetterRecipient,
    Occasion,
    Plan,
)
from hubra_desktop.model.terms import Anchor, Role
from hubra_desktop.work.commands.activities import (
    AddActivityArea,
    AddFollowUpNote,
    MoveActivity,
    MoveActivityToArea,
    NewActivity,
    RemoveActivityArea,
    SetActivityAreas,
)
from hubra_desktop.work.commands.agenda import (
    AddItems,
    MoveItems,
    RemoveItems,
    SendItems,
    ShiftItems,
)
from hubra_desktop.work.commands.applications import NewApplication
from hubra_desktop.work.commands.appointments import AppointOfficer
from hubra_desktop.work.commands.base import Command
from hubra_desktop.work.commands.budget import Allocate, CloseYear, CopyBudget
from hubra_desktop.work.commands.grants import Decide
from hubra_desktop.work.commands.imports import ImportBundle
from hubra_desktop.work.commands.ledger import Book, Correct, Repay, Transfer
from hubra_desktop.work.commands.letters import NewLetter, SendLetter
from hubra_desktop.work.commands.meetings import CopyMeeting, NewMeeting
from hubra_desktop.work.commands.plans import CopyPlan, NewPlan, NewPlanVersion
from hubra_desktop.work.commands.purge import PurgePerson
from hubra_desktop.work.commands.settings import ChangeHouseStyle, ChangeRegister
from hubra_desktop.work.commands.tables import BookRows, ImportTable
from hubra_desktop.work.edits import Add, Change, Remove, Reorder, Store
from tests.work.correction_makers import CORRECTIONS
from tests.work.drawn import YEAR_NUMBERS, Drawn
from tests.work.paper_makers import Maker


def item_values(d: Drawn) -> dict[str, Any]:
    values = d.values("agenda_item", "title")
    if d.one(True, False):
        values["presenters"] = tuple(presenter(d) for _ in range(d.number(0, 3)))
    return values


def some_items(d: Drawn) -> tuple[str, ...]:
    """Draw one row, or some, that may stand on different agendas."""
    return (d.id("agenda_item"), *d.ids("agenda_item")[:2])


def copied_items(d: Drawn) -> tuple[Item, ...]:
    return tuple(
        replace(Item(**item_values(d)), id="x", level=d.number(0, 1)) for _ in range(d.number(0, 3))
    )


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
    return SetActivityAreas(d.id("activity"), chosen, d.one(None, *chosen, "ingen"))


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
    return d.one(BookRows((booked(d),)), Store(whole_activity(d)))  # type: ignore[no-any-return]


def repaid(d: Drawn) -> Command:
    payments = [each for each in d.bundle.ledger if each.kind is EntryKind.PAYMENT]
    year = max(when(d)[0], payments[-1].year if payments else 0)
    return Repay(d.id_of(payments[-3:]), d.amount(), year)


def decision(d: Drawn, *kinds: DecisionKind) -> GrantDecision:
    year, day = when(d)
    return GrantDecision(kind=d.one(*kinds), year=year, date=day, amount_ore=d.amount() or None)


def grant(d: Drawn) -> Grant:
    year, _ = when(d)
    decisions = (decision(d, DecisionKind.GRANT),) if d.one(True, False) else ()
    return Grant(year=year, body_id=d.id("body"), title="CV och körkort", decisions=decisions)


def close_year(d: Drawn) -> Command:
    year, _ = when(d)
    return CloseYear(year, dt.date(year, 12, 31) + dt.timedelta(d.number(0, 90)))


COUNCIL: Mapping[str, Maker] = {
    "AddBody": lambda d: Add(Body, d.values("body", "name")),
    "AddFootnote": lambda d: Add(
        Footnote, d.values("footnote", "anchor", "item_id"), d.id("meeting")
    ),
    "AddItem": lambda d: Add(Item, item_values(d), d.id("meeting"), d.place()),
    "AddItems": lambda d: AddItems(d.id("meeting"), copied_items(d), d.place()),
    "AddMandate": lambda d: Add(Mandate, d.values("mandate", "person_id", "body_id")),
    "AddMatter": lambda d: Add(Matter, d.values("matter")),
    "AddMatterAlias": lambda d: Add(MatterAlias, d.values("matter_alias", "matter_id")),
    "AddPerson": lambda d: Add(Person, d.values("person", "name")),
    "AddPreMeeting": lambda d: Add(PreMeeting, d.values("pre_meeting"), d.id("meeting")),
    "AddSignature": lambda d: Add(Signature, d.values("signature"), d.id("meeting")),
    "AppointOfficer": lambda d: AppointOfficer(
        d.id("meeting"), d.one(Role.CHAIR, Role.SECRETARY), d.id_or_none("person"), d.text()
    ),
    "ChangeBody": lambda d: Change(Body, d.id("body"), d.values("body"), d.visit()),
    "ChangeFootnote": lambda d: Change(Footnote, d.id("footnote"), d.values("footnote"), d.visit()),
    "ChangeHouseStyle": lambda d: ChangeHouseStyle(d.values("house_style")),
    "ChangeItem": lambda d: Change(Item, d.id("agenda_item"), item_values(d), d.visit()),
    "ChangeMandate": lambda d: Change(Mandate, d.id("mandate"), d.values("mandate"), d.visit()),
    "ChangeMatter": lambda d: Change(Matter, d.id("matter"), d.values("matter"), d.visit()),
    "ChangeMatterAlias": lambda d: Change(
        MatterAlias, d.id("matter_alias"), d.values("matter_alias"), d.visit()
    ),
    "ChangeMeeting": lambda d: Change(Meeting, d.id("meeting"), d.values("meeting"), d.visit()),
    "ChangePerson": lambda d: Change(Person, d.id("person"), d.values("person"), d.visit()),
    "ChangePreMeeting": lambda d: Change(
        PreMeeting, d.id("pre_meeting"), d.values("pre_meeting"), d.visit()
    ),
    "ChangeRegister": lambda d: ChangeRegister(d.values("register")),
    "ChangeSignature": lambda d: Change(
        Signature, d.id("signature"), d.values("signature"), d.visit()
    ),
    "CopyMeeting": lambda d: CopyMeeting(d.id("meeting"), d.day()),
    "ImportBundle": lambda d: ImportBundle(a_file(d), d.number(0, 9) == 0),
    "MoveItems": lambda d: MoveItems(some_items(d), d.number(-2, 12)),
    "NewMeeting": lambda d: NewMeeting(d.day(), 930, d.one(None, 1000, 900), d.text()),
    "PurgePerson": lambda d: PurgePerson(d.id("person"), "KS 2026/1"),
    "RemoveBody": lambda d: Remove(Body, d.id("body")),
    "RemoveFootnote": lambda d: Remove(Footnote, d.id("footnote")),
    "RemoveItem": lambda d: Remove(Item, d.id("agenda_item")),
    "RemoveItems": lambda d: RemoveItems(some_items(d)),
    "RemoveMandate": lambda d: Remove(Mandate, d.id("mandate")),
    "RemoveMatter": lambda d: Remove(Matter, d.id("matter")),
    "RemoveMatterAlias": lambda d: Remove(MatterAlias, d.id("matter_alias")),
    "RemoveMeeting": lambda d: Remove(Meeting, d.id("meeting")),
    "RemovePerson": lambda d: Remove(Person, d.id("person")),
    "RemovePreMeeting": lambda d: Remove(PreMeeting, d.id("pre_meeting")),
    "RemoveSignature": lambda d: Remove(Signature, d.id("signature")),
    "SendItems": lambda d: SendItems(some_items(d), d.id("meeting")),
    "ShiftItems": lambda d: ShiftItems(some_items(d), d.one(-1, 1)),
}
PLAN: Mapping[str, Maker] = {
    "AddActivity": lambda d: Store(whole_activity(d)),
    "AddActivityArea": lambda d: AddActivityArea(d.id("activity"), d.id("focus_area")),
    "AddActivityLink": lambda d: Add(
        ActivityLink, d.values("activity_link", "title"), d.id("activity"), d.place()
    ),
    "AddAgreement": lambda d: Store(
        Agreement(title=d.text(), valid_from=d.day_or_none(), valid_to=d.day_or_none())
    ),
    "AddAgreementMeeting": lambda d: Add(
        AgreementMeeting, d.values("agreement_meeting"), d.id("agreement"), d.place()
    ),
    "AddAgreementParty": lambda d: Add(
        AgreementParty, d.values("agreement_party", "name"), d.id("agreement"), d.place()
    ),
    "AddConsultation": lambda d: Store(
        Consultation(title=d.text(), due=d.day_or_none(), received=d.day_or_none())
    ),
    "AddFocusArea": lambda d: Add(
        FocusArea, d.values("focus_area", "title"), d.id("plan"), d.place()
    ),
    "AddFollowUpNote": lambda d: AddFollowUpNote(d.id("activity"), d.day(), d.text(), d.text()),
    "AddLetterRecipient": lambda d: Add(
        LetterRecipient, d.values("letter_recipient"), d.id("letter"), d.place()
    ),
    "AddOccasion": lambda d: Add(Occasion, d.values("occasion"), d.id("activity"), d.place()),
    "ChangeActivity": lambda d: Change(Activity, d.id("activity"), d.values("activity"), d.visit()),
    "ChangeActivityLink": lambda d: Change(
        ActivityLink, d.id("activity_link"), d.values("activity_link"), d.visit()
    ),
    "ChangeAgreement": lambda d: Change(
        Agreement, d.id("agreement"), d.values("agreement"), d.visit()
    ),
    "ChangeAgreementMeeting": lambda d: Change(
        AgreementMeeting, d.id("agreement_meeting"), d.values("agreement_meeting"), d.visit()
    ),
    "ChangeAgreementParty": lambda d: Change(
        AgreementParty, d.id("agreement_party"), d.values("agreement_party"), d.visit()
    ),
    "ChangeConsultation": lambda d: Change(
        Consultation, d.id("consultation"), d.values("consultation"), d.visit()
    ),
    "ChangeFocusArea": lambda d: Change(
        FocusArea, d.id("focus_area"), d.values("focus_area"), d.visit()
    ),
    "ChangeLetter": lambda d: Change(Letter, d.id("letter"), d.values("letter"), d.visit()),
    "ChangeLetterRecipient": lambda d: Change(
        LetterRecipient, d.id("letter_recipient"), d.values("letter_recipient"), d.visit()
    ),
    "ChangeOccasion": lambda d: Change(Occasion, d.id("occasion"), d.values("occasion"), d.visit()),
    "ChangePlan": lambda d: Change(Plan, d.id("plan"), d.values("plan"), d.visit()),
    "CopyPlan": lambda d: CopyPlan(d.id("plan"), d.one(None, d.year())),
    "MoveActivity": lambda d: MoveActivity(d.id("activity"), d.number(-1, 9)),
    "MoveActivityToArea": lambda d: MoveActivityToArea(d.id("activity"), d.id("focus_area")),
    "MoveFocusArea": lambda d: Reorder(FocusArea, d.id("focus_area"), d.number(-1, 9)),
    "NewActivity": lambda d: NewActivity(
        d.year(), d.values("activity", "title"), d.ids("focus_area")
    ),
    "NewLetter": lambda d: NewLetter(d.year(), d.values("letter")),
    "NewPlan": lambda d: NewPlan(d.year(), d.one(*PlanKind)),
    "NewPlanVersion": lambda d: NewPlanVersion(d.id("plan")),
    "RemoveActivity": lambda d: Remove(Activity, d.id("activity")),
    "RemoveActivityArea": lambda d: RemoveActivityArea(d.id("activity"), d.id("focus_area")),
    "RemoveActivityLink": lambda d: Remove(ActivityLink, d.id("activity_link")),
    "RemoveAgreement": lambda d: Remove(Agreement, d.id("agreement")),
    "RemoveAgreementMeeting": lambda d: Remove(AgreementMeeting, d.id("agreement_meeting")),
    "RemoveAgreementParty": lambda d: Remove(AgreementParty, d.id("agreement_party")),
    "RemoveConsultation": lambda d: Remove(Consultation, d.id("consultation")),
    "RemoveFocusArea": lambda d: Remove(FocusArea, d.id("focus_area")),
    "RemoveLetter": lambda d: Remove(Letter, d.id("letter")),
    "RemoveLetterRecipient": lambda d: Remove(LetterRecipient, d.id("letter_recipient")),
    "RemoveOccasion": lambda d: Remove(Occasion, d.id("occasion")),
    "RemovePlan": lambda d: Remove(Plan, d.id("plan")),
    "SendLetter": lambda d: SendLetter(d.id("letter"), d.day()),
    "SetActivityAreas": with_areas,
    "SetOccasions": lambda d: Change(Activity, d.id("activity"), {"occasions": occasions(d)}),
}
MONEY: Mapping[str, Maker] = {
    "AddAssociation": lambda d: Add(Association, d.values("association", "body_id")),
    "AddBudgetPost": lambda d: Add(
        BudgetPost, d.values("budget_post", "name"), d.id("budget_year"), d.place()
    ),
    "AddBudgetVersion": lambda d: Store(BudgetVersion(decided_on=d.day()), d.id("budget_year")),
    "AddBudgetYear": lambda d: Store(BudgetYear(year=d.year(), basis=d.one(*Basis))),
    "AddGrant": lambda d: Store(grant(d)),
    "AddInstalment": lambda d: Store(Instalment(amount_ore=d.amount()), d.id("grant")),
    "Allocate": lambda d: Allocate(
        d.id("budget_version"), d.id("budget_post"), d.one(None, d.amount())
    ),
    "Book": lambda d: Book(booked(d)),
    "BookRows": lambda d: BookRows(tuple(booked(d) for _ in range(d.number(1, 2)))),
    "ChangeAssociation": lambda d: Change(
        Association, d.id("association"), d.values("association"), d.visit()
    ),
    "ChangeBudgetPost": lambda d: Change(
        BudgetPost, d.id("budget_post"), d.values("budget_post"), d.visit()
    ),
    "ChangeBudgetVersion": lambda d: Change(
        BudgetVersion, d.id("budget_version"), d.values("budget_version"), d.visit()
    ),
    "ChangeBudgetYear": lambda d: Change(
        BudgetYear, d.id("budget_year"), d.values("budget_year"), d.visit()
    ),
    "ChangeGrantDecision": lambda d: Change(
        GrantDecision, d.id("grant_decision"), d.values("grant_decision"), d.visit()
    ),
    "ChangeGrant": lambda d: Change(Grant, d.id("grant"), d.values("grant"), d.visit()),
    "ChangeInstalment": lambda d: Change(
        Instalment, d.id("instalment"), d.values("instalment"), d.visit()
    ),
    **CORRECTIONS,
    "CloseYear": close_year,
    "CopyBudget": lambda d: CopyBudget(d.year(), d.year()),
    "Correct": lambda d: Correct(
        d.id("ledger_entry"), *when(d), amount_ore=d.one(None, d.amount())
    ),
    "Decide": lambda d: Decide(d.id("grant"), decision(d, *DecisionKind)),
    "ImportTable": lambda d: ImportTable(tuple(table_row(d) for _ in range(d.number(1, 3)))),
    "MoveBudgetPost": lambda d: Reorder(BudgetPost, d.id("budget_post"), d.number(-1, 5)),
    "NewApplication": lambda d: NewApplication(
        d.one("Ur Dimman", "Ny förening", ""), replace(grant(d), decisions=())
    ),
    "RemoveAssociation": lambda d: Remove(Association, d.id("association")),
    "RemoveBudgetPost": lambda d: Remove(BudgetPost, d.id("budget_post")),
    "RemoveBudgetVersion": lambda d: Remove(BudgetVersion, d.id("budget_version")),
    "RemoveBudgetYear": lambda d: Remove(BudgetYear, d.id("budget_year")),
    "RemoveGrantDecision": lambda d: Remove(GrantDecision, d.id("grant_decision")),
    "RemoveGrant": lambda d: Remove(Grant, d.id("grant")),
    "RemoveInstalment": lambda d: Remove(Instalment, d.id("instalment")),
    "Repay": repaid,
    "Transfer": lambda d: Transfer(d.id("budget_post"), d.id("budget_post"), d.amount(), *when(d)),
}

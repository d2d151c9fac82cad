"""An office with written papers: a covering letter, its bilaga, a plan; and the whole register."""

from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from hubra_desktop.model.dispatch.dispatch_terms import DispatchKind
from hubra_desktop.model.records.council import BacklogItem, Body, MatterAlias
from hubra_desktop.model.records.dispatch import (
    DiaryTick,
    Dispatch,
    DispatchRecipient,
    ListMember,
    MailingList,
)
from hubra_desktop.model.records.follow_ups import FollowUp, FollowUpReport
from hubra_desktop.model.records.meeting import Item, Meeting, MeetingPaper
from hubra_desktop.model.records.minutes import Anchoring, Phrase, ReportedMatter
from hubra_desktop.model.records.money import AccountLine
from hubra_desktop.model.records.reports import Report, ReportAnswer, ReportSection, ReportSignature
from hubra_desktop.model.records.rulebook import (
    BlockedPeriod,
    BodyRules,
    LawNote,
    RulesCommittee,
    RulesSeat,
)
from hubra_desktop.model.reports.marks import link_fact
from hubra_desktop.model.reports.terms import ReportKind
from hubra_desktop.model.terms import DeliveryWay
from hubra_desktop.work.commands.dispatches import SendDispatch
from hubra_desktop.work.commands.evidence import AddEvidence
from hubra_desktop.work.commands.imports import ImportBundle
from hubra_desktop.work.commands.statements import KeepAccounts
from hubra_desktop.work.edits import Add, Store
from hubra_desktop.work.workspace import Workspace
from tests.model.indicator_samples import SOURCE
from tests.work.allowance_office import allowances_of
from tests.work.held_office import held_records
from tests.work.money_office import money
from tests.work.office import Office, furnish, settled
from tests.work.plan_office import plan_office

YEAR = 2019
LETTERS = "brev-skickade"
COVER = Report(
    id="cover", kind=ReportKind.STATEMENT, year=YEAR, title="Svar",
    sections=(ReportSection(id="cover-a", key="a", text="Vi svarar."),),
)  # fmt: skip
ANNUAL = Report(
    id="annual", year=YEAR, title="Året", handler="Erik Öman",
    attached_to_id="cover", attachment_number=1,
    sections=(
        ReportSection(id="old", key="intro", heading="Inledning", text="Gammal text."),
        ReportSection(id="told", heading="Brev", text=f"Vi skrev {link_fact('7', LETTERS)} brev."),
        ReportSection(id="free", heading="Eget", text="Sju brev gick ut."),
    ),
    answers=(ReportAnswer(key="no-letters", text="Inga skrevs."),),
    signatures=(ReportSignature(id="sign", name="Åsa Ek", role="Ordförande"),),
)  # fmt: skip
EARLIER = Report(
    id="earlier", year=YEAR - 1, title="Året före",
    sections=(ReportSection(id="then", heading="Brev", text="Vi skrev."),),
)  # fmt: skip
LIST = MailingList(id="list", name="Kopia", members=(ListMember(id="one", name="Arkivet"),))
FOLLOWED = FollowUp(
    id="followed", text="Betala ut bidraget", decision_id="hd2", owner="Eva Lind",
    reports=(FollowUpReport(id="reported", day=date(YEAR, 6, 1), text="Pengarna är skickade."),),
)  # fmt: skip
PHRASE = Phrase(id="phrase", key="ajournering", text="Sammanträdet ajourneras.")
REPORTED = ReportedMatter(id="reported-matter", meeting_id="autumn", title="En skrivelse")
PLAN = Report(id="plan", kind=ReportKind.ACTIVITY_PLAN, year=YEAR, title="Planen")


def written_office(path: Path) -> Office:
    """Put a register with papers at ``path`` and open it; nothing can be undone."""
    office = furnish(path)
    office.workspace.close()
    path.write_bytes(_written())
    office.workspace = Workspace.open(path)
    return office


@cache
def _written() -> bytes:
    with TemporaryDirectory() as folder:
        office = furnish(Path(folder) / "a.hubra")
        _write(office)
        office.workspace.close()
        return settled(office.workspace.path)


def _write(office: Office) -> None:
    for sheet in (COVER, EARLIER, ANNUAL, PLAN):
        office.run(Store(sheet))
    alias = MatterAlias(id="alias", matter_id=office.matter, case_number="KS-2019/1")
    office.run(ImportBundle(replace(office.everything(), matter_aliases=(alias,))))


@cache
def whole_register() -> bytes:
    """Return a register with something of every kind: plan, money, indicators and papers."""
    with TemporaryDirectory() as folder:
        office = plan_office(Path(folder) / "a.hubra")
        office.run(ImportBundle(money()))
        office.run(Add(Body, {"name": "Biblioteket"}))
        named = (Item(id="named", title="Punkt", case_number="KS-2020/5"),)
        autumn = Meeting(
            id="autumn", body_id=office.body, date=date(YEAR, 9, 2), start=930, items=named,
            papers=(
                MeetingPaper(id="awaited", item_id="named", author="Erik Öman"),
                MeetingPaper(id="at-all", title="Bilagan"),
            ),
        )  # fmt: skip
        office.run(Store(autumn))
        office.run(Store(BacklogItem(id="waits", title="Lysning")))
        office.run(Store(rules_of_a(office.body)))
        office.run(Store(LIST))
        office.run(Store(BlockedPeriod(id="break", name="Sportlov", first=date(YEAR, 2, 25))))
        office.run(Store(LawNote(id="noted", law="2023:196", section="7", text="Så gör vi")))
        _write(office)
        for indicator in SOURCE:
            office.run(Store(indicator))
        receipt = AddEvidence("ledger_entry", "r1", "kvitto.pdf", b"%PDF-1.7", date(YEAR, 9, 2))
        office.run(receipt)
        line = AccountLine(id="line", amount_ore=100)
        office.run(KeepAccounts("bokföring.si", date(YEAR, 9, 2), {YEAR: (line,)}))
        _send(office)
        for record in (*held_records(office), FOLLOWED, *allowances_of(office.body, YEAR)):
            office.run(Store(record))
        for record in (PHRASE, REPORTED):
            office.run(Store(record))
        office.run(Add(Anchoring, {"name": "Skolan"}, "hd1"))
        office.workspace.close()
        return settled(office.workspace.path)


def rules_of_a(body_id: str) -> BodyRules:
    """Return rules of a body that give it seats and want one body represented."""
    return BodyRules(
        id="rules",
        body_id=body_id,
        seats=(RulesSeat(id="seat", name="politiker", seats=9),),
        committees=(RulesCommittee(id="wanted", body_id=body_id),),
    )


def _send(office: Office) -> None:
    """Send a kallelse to two, of whom one has got it, and a reminder that has not gone yet."""
    recipients = (
        DispatchRecipient(person_id=office.chair, name="Åsa Ek", sent=date(YEAR, 8, 26)),
        DispatchRecipient(name="Biblioteket", way=DeliveryWay.COLLECT),
    )
    call = Dispatch(meeting_id="autumn", day=date(YEAR, 8, 26), recipients=recipients)
    sent = office.made(SendDispatch(call))
    office.run(SendDispatch(replace(call, kind=DispatchKind.REMINDER, recipients=recipients[1:])))
    office.run(Store(DiaryTick(source=f"dispatch:{sent}")))

"""How the commands about evidence are drawn at random."""

from collections.abc import Mapping

from hubra_desktop.model.ids import new_id
from hubra_desktop.model.money.terms import EntryKind
from hubra_desktop.model.records.money import AccountLine, AccountStatement, Evidence
from hubra_desktop.work.commands.base import Command
from hubra_desktop.work.commands.evidence import AddEvidence
from hubra_desktop.work.commands.issue import IssueLetter
from hubra_desktop.work.commands.purge import PurgeEvidence
from hubra_desktop.work.commands.statements import KeepAccounts
from hubra_desktop.work.edits import Change, Remove
from hubra_desktop.work.grant_letters import LetterOptions
from tests.work.drawn import Drawn
from tests.work.paper_makers import Maker


def evidence(d: Drawn) -> Command:
    kind = d.one("ledger_entry", "grant")
    content = b"%PDF-" + str(d.number(0, 3)).encode()
    return AddEvidence(kind, d.id(kind), f"{d.one('kvitto', 'Ur Dimman')}.pdf", content, d.day())


def accounts(d: Drawn) -> Command:
    line = AccountLine(
        id=new_id(), date=d.day(), kind=d.one(EntryKind.COST, EntryKind.INCOME),
        amount_ore=d.amount(), voucher=d.one("", "V1"),
    )  # fmt: skip
    return KeepAccounts("bokföring.si", d.day(), {d.year(): (line,)})


EVIDENCE: Mapping[str, Maker] = {
    "AddEvidence": evidence,
    "IssueLetter": lambda d: IssueLetter(
        d.one("beslutsbrev", "aterkrav"), d.id("grant"), options=LetterOptions(day=d.day())
    ),
    "KeepAccounts": accounts,
    "ChangeAccountStatement": lambda d: Change(
        AccountStatement, d.id("account_statement"), {"name": d.text()}, d.visit()
    ),
    "RemoveAccountStatement": lambda d: Remove(AccountStatement, d.id("account_statement")),
    "ChangeEvidence": lambda d: Change(Evidence, d.id("evidence"), {"name": d.text()}, d.visit()),
    "PurgeEvidence": lambda d: PurgeEvidence(d.id("evidence")),
    "RemoveEvidence": lambda d: Remove(Evidence, d.id("evidence")),
}

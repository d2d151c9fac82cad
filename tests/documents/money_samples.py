"""Letters and lists about the money of an invented council and its invented associations."""

from dataclasses import replace
from datetime import date

from hubra_desktop.documents.aterkrav import Reclaim
from hubra_desktop.documents.bidragslista import GrantList, ListedGrant
from hubra_desktop.documents.kit.formal import SignatureLine
from hubra_desktop.documents.money_letters import GrantLetter
from hubra_desktop.documents.official import Sender
from hubra_desktop.model.money.grants import Standing, standing
from hubra_desktop.model.money.terms import DecisionKind, EntryKind, GrantKind, GrantState
from hubra_desktop.model.records.money import (
    Association,
    Grant,
    GrantDecision,
    Instalment,
    LedgerEntry,
)

COUNCIL = "Lövstabro brottsförebyggande råd"
STANCE = GrantDecision(
    id="d1", kind=DecisionKind.STANCE, year=2024, date=date(2024, 3, 6), decided_by=COUNCIL,
    section="§ 12", reason="Rådet tillstyrker ansökan.",
)  # fmt: skip
GRANTED = GrantDecision(
    id="d2", kind=DecisionKind.GRANT, year=2024, date=date(2024, 3, 20), amount_ore=4_508_000,
    decided_by="Kommunstyrelsen", formal=True, section="§ 34", reported_to="kommunfullmäktige",
    reference="KS 2024-034",
)  # fmt: skip
RECLAIMED = GrantDecision(
    id="d3", kind=DecisionKind.RECLAIM, year=2024, date=date(2024, 11, 20), amount_ore=4_508_000,
    decided_by="Kommunstyrelsen", formal=True, section="§ 151", last_day=date(2024, 12, 31),
    reference="451181-24", reason="Projektet har inte startat.",
)  # fmt: skip
GRANT = Grant(
    id="g1", year=2024, body_id="b1", title="Jobb efter skolan", kind="project",  # type: ignore[arg-type]
    purpose="Stöd till unga som söker sitt första arbete: cv, studiebesök och körkortsteori.",
    case_number="KS-2024/451.181", applied_on=date(2024, 1, 30), applied_ore=6_000_000,
    contact="Åsa Wärnelid", project_from=date(2024, 4, 1), project_to=date(2024, 11, 30),
    conditions="- Minst tio unga deltar.\n- Rådet nämns i det som trycks.\n- Ändras planen, "
    "hör föreningen av sig **innan** pengarna används.",
    report_due=date(2025, 1, 31), decisions=(STANCE, GRANTED, RECLAIMED),
    instalments=(
        Instalment(id="i1", due=date(2024, 4, 15), amount_ore=3_000_000),
        Instalment(id="i2", due=date(2024, 9, 1), amount_ore=1_508_000,
                        condition="När halvtidsrapporten har kommit in"),
    ),
)  # fmt: skip
ASSOCIATION = Association(
    id="a1", body_id="b1", organisation_number="802400-1234", contact="Örjan Ekvall",
    email="orjan@lotsen.example", bank_giro="5050-1055",
)  # fmt: skip
SENDER = Sender(
    kind="Beslut", administration="Kommunstyrelsens förvaltning", date=date(2024, 3, 22),
    case_number="KS-2024/451.181", handler="Malin Strömqvist",
    handler_contact="08-123 456 46\nhubra@lovstabro.example",
    addressee="Föreningen Lotsen\nÅsa Wärnelid",
)  # fmt: skip
SIGNED = (SignatureLine("Cecilia Öhman", "Ordförande"),)
MOVED = (
    LedgerEntry(id="l1", number=7, year=2024, date=date(2024, 4, 15), grant_id="g1",
                     kind=EntryKind.PAYMENT, amount_ore=4_508_000, counterpart="Föreningen Lotsen"),
    LedgerEntry(id="l2", number=15, year=2024, date=date(2024, 12, 2), grant_id="g1",
                     kind=EntryKind.REPAYMENT, amount_ore=2_000_000, original_id="l1"),
)  # fmt: skip


def letter(**changes: object) -> GrantLetter:
    """Write to the invented association about its grant, or as ``changes`` say."""
    given: dict[str, object] = {
        "grant": GRANT, "decision": GRANTED, "applicant": "Föreningen Lotsen", "sender": SENDER,
        "association": ASSOCIATION, "place": "Lövstabro", "signatures": SIGNED,
    }  # fmt: skip
    return GrantLetter(**(given | changes))  # type: ignore[arg-type]


def reclaim(**changes: object) -> Reclaim:
    """Ask the invented association to pay back what is left, or as ``changes`` say."""
    given: dict[str, object] = {
        "grant": GRANT, "decision": RECLAIMED, "applicant": "Föreningen Lotsen",
        "sender": Sender(kind="Återkrav", administration=SENDER.administration,
                         date=date(2024, 12, 5), case_number=SENDER.case_number,
                         handler=SENDER.handler, handler_contact=SENDER.handler_contact,
                         addressee=SENDER.addressee),
        "association": ASSOCIATION, "place": "Lövstabro", "signatures": SIGNED,
        "entries": MOVED, "pay_to": "bankgiro 123-4567",
    }  # fmt: skip
    given |= changes
    now = standing(given["grant"], given["entries"])  # type: ignore[arg-type]
    return Reclaim(**{"standing": now, **given})  # type: ignore[arg-type]


def unknown_reclaim() -> Reclaim:
    """Ask it back without a last day, a reference, a reason, an account or a name to sign."""
    bare = replace(RECLAIMED, last_day=None, reference="", reason="", section="", formal=False)
    return reclaim(decision=bare, pay_to="", signatures=(), sender=Sender(kind="Återkrav"))


def grant_lines(count: int, first_year: int = 2020, years: int = 5) -> tuple[ListedGrant, ...]:
    """Invent ``count`` grants in every state, some with long names, some with nothing known."""
    return tuple(_line(number, first_year + number % years) for number in range(count))


def _line(number: int, year: int) -> ListedGrant:
    state = list(GrantState)[number % len(GrantState)]
    undecided = state in {GrantState.APPLIED, GrantState.RETRACTED}
    granted = not undecided and state is not GrantState.REFUSED
    amount = (1_234_500 + 98_765_432 * number) % 9_000_000_000 // 100 * 100
    grant = Grant(
        id=f"g{number:03}", year=year, body_id="b", kind=list(GrantKind)[number % 4],
        title=TITLES[number % len(TITLES)], applied_ore=None if number % 7 == 3 else amount,
        report_due=date(year + 1, 1, 31) if granted else None,
        report_received=date(year + 1, 1, 5) if state is GrantState.REPORTED else None,
        retracted_on=date(year, 2, 1) if state is GrantState.RETRACTED else None,
        decisions=() if undecided else (
            GrantDecision(
                id=f"d{number}", year=year, date=None if number % 5 == 2 else date(year, 3, 20),
                kind=DecisionKind.GRANT if granted else DecisionKind.REFUSE, amount_ore=amount,
                decided_by="Kommunstyrelsen", formal=True, section=f"§ {number + 1}",
            ),
        ),
    )  # fmt: skip
    paid = amount if granted and state is not GrantState.GRANTED else 0
    now = Standing(
        state=state, applied=grant.applied_ore, granted=amount if granted else 0,
        granted_known=number % 11 != 4, paid=paid, claimed=0, written_off=0, reserved=0,
        repaid=paid if state is GrantState.FULLY_REPAID else 0,
        owed=paid if state in {GrantState.FULLY_REPAID, GrantState.RECLAIMED} else 0,
    )  # fmt: skip
    return ListedGrant(grant=grant, applicant=NAMES[number % len(NAMES)], standing=now)


NAMES = (
    "Föreningen Lotsen", "Åkerby Idrottsförening", "Nattvandrarna i Norra Lövstabro",
    ("Riksförbundet för främjande av brottsförebyggande samverkansöverenskommelser i "
     "natur- och byggnadsnämndens verksamhetsområde, lokalavdelningen Lövstabro"),
    "کۆمەڵەی کوردی لە Lövstabro", "Öppna dörren 🙂", "جمعية الجار الطيب",
)  # fmt: skip
TITLES = (
    "Jobb efter skolan", "Nattvandring varje fredag och lördag i Norra och Södra Lövstabro",
    "", "Trygg i trappen", "Grannsamverkan 2.0",
)  # fmt: skip


def grant_list(count: int, year: int | None = None) -> GrantList:
    """List invented grants, of one year or of five."""
    years = 1 if year else 5
    lines = grant_lines(count, year or 2020, years)
    sender = Sender(kind="Förteckning", administration=SENDER.administration,
                    date=date(2025, 2, 3))  # fmt: skip
    return GrantList(sender=sender, lines=lines, year=year, body=COUNCIL)

"""Where a grant stands, what is watched of it, and the words for all of it."""

import datetime as dt
from inspect import getmembers, isclass

import pytest

from hubra_desktop.model.errors import InputError
from hubra_desktop.model.money import terms
from hubra_desktop.model.money.amounts import kronor
from hubra_desktop.model.money.grant_findings import grant_findings
from hubra_desktop.model.money.grant_rules import check_decision, check_grant
from hubra_desktop.model.money.grants import Moved, moved, standing
from hubra_desktop.model.money.ledger_rules import check_family
from hubra_desktop.model.money.terms import (
    DecisionKind,
    EntryKind,
    GrantKind,
    GrantState,
    Outcome,
    Verdict,
)
from hubra_desktop.model.money.totals import granted_text
from hubra_desktop.model.records.money import Grant, Instalment, LedgerEntry
from hubra_desktop.model.words import Term, swedish_word, word
from tests.model.money.hands import (
    GRANTED,
    KR,
    NEVER,
    PAID,
    PART,
    REST,
    WHOLE,
    back,
    day,
    fixed,
    grant,
    row,
    told,
)

HALF = row(1, EntryKind.PAYMENT, PART)
OTHER_HALF = row(2, EntryKind.PAYMENT, REST)
ALL_BACK = back(2, WHOLE)
RECLAIM = told(DecisionKind.RECLAIM, WHOLE, date=dt.date(2017, 11, 1), last_day=day(2017, 12, 1))
REPORTED = {"report_received": day(2017, 12, 20)}
APPROVED = {**REPORTED, "verdict": Verdict.APPROVED}
Rows = list[LedgerEntry]

STATES: list[tuple[GrantState, Grant, Rows]] = [
    (GrantState.APPLIED, grant(), []),
    (GrantState.APPLIED, grant(told(DecisionKind.STANCE, WHOLE)), []),
    (GrantState.REFUSED, grant(told(DecisionKind.REFUSE)), []),
    (GrantState.GRANTED, grant(told(DecisionKind.REFUSE), GRANTED), []),
    (GrantState.GRANTED, grant(GRANTED, told(DecisionKind.STANCE)), []),
    (GrantState.WITHDRAWN, grant(GRANTED, told(DecisionKind.WITHDRAW)), []),
    (GrantState.GRANTED, grant(GRANTED, told(DecisionKind.WITHDRAW), GRANTED), []),
    (GrantState.PARTLY_PAID, grant(GRANTED), [HALF]),
    (GrantState.PAID, grant(GRANTED), [PAID]),
    (GrantState.PAID, grant(GRANTED), [HALF, OTHER_HALF]),
    (GrantState.PARTLY_PAID, grant(GRANTED, told(DecisionKind.RAISE, PART)), [PAID]),
    (GrantState.PAID, grant(GRANTED, told(DecisionKind.LOWER, REST)), [HALF]),
    (GrantState.GRANTED, grant(GRANTED), [PAID, fixed(2, PAID, WHOLE)]),
    (GrantState.REPORTED, grant(GRANTED, **REPORTED), [PAID]),
    (GrantState.REPORTED, grant(GRANTED, **REPORTED, verdict=Verdict.INCOMPLETE), [PAID]),
    (GrantState.ENDED, grant(GRANTED, **APPROVED), [PAID]),
    (GrantState.ENDED, grant(GRANTED, **APPROVED), [PAID, back(2, PART)]),
    (GrantState.PAID, grant(GRANTED, ended_on=day(2018, 1, 1)), [PAID]),
    (GrantState.ENDED, grant(GRANTED, kind=GrantKind.OTHER, ended_on=day(2018, 1, 1)), [PAID]),
    (GrantState.NOT_CARRIED_OUT, grant(GRANTED, **NEVER), [PAID]),
    (GrantState.NOT_CARRIED_OUT, grant(GRANTED, **NEVER), []),
    (GrantState.RECLAIMED, grant(GRANTED, RECLAIM, **NEVER), [PAID]),
    (GrantState.PARTLY_REPAID, grant(GRANTED, RECLAIM), [PAID, back(2, PART)]),
    (GrantState.PARTLY_REPAID, grant(GRANTED, **NEVER), [PAID, back(2, PART)]),
    (GrantState.PARTLY_REPAID, grant(GRANTED), [PAID, back(2, PART)]),
    (GrantState.FULLY_REPAID, grant(GRANTED, **NEVER), [PAID, back(2, WHOLE)]),
    (GrantState.FULLY_REPAID, grant(GRANTED, RECLAIM),
     [PAID, back(2, PART), back(3, REST, year=2018)]),
    (GrantState.PARTLY_REPAID, grant(GRANTED, RECLAIM), [PAID, ALL_BACK, fixed(3, ALL_BACK, KR)]),
    (GrantState.WRITTEN_OFF, grant(GRANTED, RECLAIM, told(DecisionKind.WRITE_OFF, REST)),
     [PAID, back(2, PART)]),
    (GrantState.WRITTEN_OFF, grant(GRANTED, RECLAIM, told(DecisionKind.WRITE_OFF, WHOLE)), [PAID]),
    (GrantState.FULLY_REPAID, grant(GRANTED, RECLAIM, told(DecisionKind.WRITE_OFF, REST)),
     [PAID, back(2, PART), back(3, REST)]),
]  # fmt: skip


@pytest.mark.parametrize(("state", "given", "rows"), STATES)
def test_the_state_is_derived(state: GrantState, given: Grant, rows: Rows) -> None:
    now = standing(given, rows)
    assert now.state is state
    assert now.rest == now.owed - now.repaid - now.written_off >= 0
    check_grant(given, rows)
    check_family(rows)


def test_ur_dimman_in_part_leaves_the_rest_to_come_back() -> None:
    for given in (grant(GRANTED, **NEVER), grant(GRANTED, RECLAIM)):
        now = standing(given, [PAID, back(2, PART)])
        assert (now.net, now.rest) == (25_080 * KR, 25_080 * KR)


def test_a_reclaim_asks_for_what_is_still_out() -> None:
    rows = [PAID, back(2, PART, date=day(2017, 10, 1))]
    rest = told(DecisionKind.RECLAIM, REST, date=day(2017, 11, 1))
    assert standing(grant(GRANTED, rest), rows).rest == REST
    paid = [*rows, back(3, 5_000 * KR, date=day(2017, 12, 1))]
    assert standing(grant(GRANTED, rest), paid).rest == REST - 5_000 * KR
    again = told(DecisionKind.RECLAIM, 1_000 * KR, 2018, date=day(2018, 1, 1))
    less = told(DecisionKind.RECLAIM, 5_000 * KR, date=day(2017, 11, 1))
    assert standing(grant(GRANTED, less, again), paid).rest == 1_000 * KR


def test_a_grant_of_unknown_amount_is_not_taken_for_nothing() -> None:
    given = grant(told(DecisionKind.GRANT), told(DecisionKind.RAISE, PART))
    now = standing(given, [])
    assert (now.granted, now.granted_known) == (PART, False)
    assert granted_text(now) == f"minst {kronor(PART)}", "what is known is never the whole"
    with pytest.raises(InputError, match="Beslutet säger inte hur mycket"):
        check_grant(given, [PAID])


def test_rows_of_other_grants_are_not_counted() -> None:
    other = row(9, EntryKind.PAYMENT, PART, grant_id="natt")
    assert standing(grant(GRANTED), [other, PAID, back(2, WHOLE)]).net == 0
    assert standing(grant(GRANTED, id="natt"), [other, PAID, back(2, WHOLE)]).net == PART


def test_reclaims_and_write_offs_are_held_to_what_is_out() -> None:
    now = standing(grant(GRANTED, RECLAIM), [PAID, back(2, PART)])
    for kind, most in ((DecisionKind.RECLAIM, "0"), (DecisionKind.WRITE_OFF, "25.080")):
        with pytest.raises(InputError, match=f"Högst {most}.kr"):
            check_decision(now, told(kind, REST + 1))
    check_decision(now, told(DecisionKind.WRITE_OFF, REST))


LATER = day(2019, 6, 1)
FORMAL = told(DecisionKind.GRANT, WHOLE, formal=True, decided_by="kommunstyrelsen")
PERIOD = {"project_to": day(2017, 12, 31)}
DUE = {**PERIOD, "report_due": day(2018, 3, 1)}
WATCHED: list[tuple[set[str], Grant, Rows, dt.date]] = [
    ({"report_late"}, grant(FORMAL, **DUE), [PAID], LATER),
    ({"nothing_paid"}, grant(FORMAL, **DUE), [], LATER),
    ({"report_late"}, grant(FORMAL, **DUE), [PAID], day(2018, 3, 2)),
    ({"report_soon"}, grant(FORMAL, **DUE), [PAID], day(2018, 3, 1)),
    (set(), grant(FORMAL, **DUE), [PAID], day(2018, 2, 1)),
    (set(), grant(FORMAL, **DUE, **APPROVED), [PAID], LATER),
    ({"report_not_assessed"}, grant(FORMAL, **DUE, **REPORTED), [PAID], LATER),
    ({"report_incomplete"}, grant(FORMAL, **DUE, **REPORTED, verdict=Verdict.INCOMPLETE),
     [PAID], LATER),
    ({"report_day_missing"}, grant(FORMAL, **PERIOD), [PAID], day(2018, 2, 1)),
    ({"repayment_late"}, grant(FORMAL, RECLAIM, **NEVER), [PAID, back(2, PART)], day(2017, 12, 2)),
    (set(), grant(FORMAL, RECLAIM, **NEVER), [PAID, back(2, PART)], day(2017, 12, 1)),
    (set(), grant(FORMAL, RECLAIM, **NEVER), [PAID, back(2, WHOLE)], LATER),
    ({"not_reclaimed"}, grant(FORMAL, **NEVER), [PAID], day(2018, 1, 1)),
    ({"formal_decision_missing"}, grant(GRANTED, **NEVER), [PAID, back(2, WHOLE)], LATER),
    ({"period_missing"}, grant(FORMAL), [], LATER),
    ({"agreement_missing"}, grant(FORMAL, kind=GrantKind.IOP), [], LATER),
    ({"instalment_late"},
     grant(FORMAL, **DUE, instalments=(Instalment(due=day(2017, 5, 1), amount_ore=PART),)),
     [], day(2017, 5, 2)),
    (set(), grant(FORMAL, **PERIOD, outcome=Outcome.CARRIED_OUT), [], LATER),
]  # fmt: skip


@pytest.mark.parametrize(("ids", "given", "rows", "today"), WATCHED)
def test_what_is_late_missing_or_silent_is_found(
    ids: set[str], given: Grant, rows: Rows, today: dt.date
) -> None:
    found = grant_findings(given, moved(given, rows), today, applicant="Ur Dimman")
    assert {each.id for each in found} == ids
    for each in found:
        assert "CV och körkort" in each.sentence
        assert each.sentence.endswith((".", ")"))


def test_money_to_somebody_who_owes_is_warned_of() -> None:
    ids = {each.id for each in grant_findings(grant(), Moved(), LATER, open_claims=["CV", "Resa"])}
    assert ids == {"open_reclaim"}
    approved = grant(FORMAL, **APPROVED)
    assert not grant_findings(approved, moved(approved, [PAID]), LATER, open_claims=["CV"])


def test_every_term_has_a_word_in_both_languages() -> None:
    derived = [kind for _, kind in getmembers(terms, isclass) if issubclass(kind, Term)]
    kinds = [kind for kind in derived if kind is not Term]
    assert len(kinds) == 8
    for kind in kinds:
        words = [word(term) for term in kind]
        assert words == [swedish_word(term) for term in kind]
        assert len(set(words)) == len(words)

"""Which letters a grant's decisions give, and what many grants come to."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubra_desktop.model.errors import InputError
from hubra_desktop.model.money.grants import Standing
from hubra_desktop.model.money.letters import (
    check_letter,
    check_reclaim,
    decision_of,
    granted_by,
    letter_decisions,
    reclaim_of,
)
from hubra_desktop.model.money.terms import DecisionKind, GrantState
from hubra_desktop.model.money.totals import totals
from hubra_desktop.model.records.money import Grant, GrantDecision


def decisions(*kinds: DecisionKind, amount: int | None = 100) -> Grant:
    """Decide about a grant in so many ways, in order."""
    told = (
        GrantDecision(id=f"d{place}", kind=kind, year=2020, amount_ore=amount)
        for place, kind in enumerate(kinds)
    )
    return Grant(id="g", year=2020, decisions=tuple(told))


STANDING = Standing(
    state=GrantState.PAID, applied=300, granted=200, granted_known=True, paid=200, repaid=50,
    claimed=200, owed=200, written_off=0, reserved=0,
)  # fmt: skip


def test_letters_are_written_about_what_was_decided_of_the_money() -> None:
    every = decisions(*DecisionKind)
    kinds = {each.kind for each in letter_decisions(every)}
    assert kinds == set(DecisionKind) - {DecisionKind.STANCE, DecisionKind.RECLAIM}
    assert decision_of(every, None).kind is DecisionKind.WRITE_OFF
    assert decision_of(every, "d0").kind is DecisionKind.STANCE


@pytest.mark.parametrize("named", [None, "d0", "d9"])
def test_no_decision_no_letter(named: str | None) -> None:
    with pytest.raises(InputError, match="Skriv in beslutet först"):
        decision_of(Grant(), named)


@pytest.mark.parametrize("kind", DecisionKind)
@pytest.mark.parametrize("amount", [100, None])
def test_a_letter_needs_its_amount_when_it_tells_one(
    kind: DecisionKind, amount: int | None
) -> None:
    (decision,) = decisions(kind, amount=amount).decisions
    never = {DecisionKind.STANCE, DecisionKind.RECLAIM}
    amountless = {DecisionKind.REFUSE, DecisionKind.WITHDRAW}
    if kind in never or (amount is None and kind not in amountless):
        with pytest.raises(InputError):
            check_letter(decision)
    else:
        check_letter(decision)


def test_the_latest_reclaim_is_the_one_to_write_about() -> None:
    grant = decisions(DecisionKind.GRANT, DecisionKind.RECLAIM, DecisionKind.RECLAIM)
    assert reclaim_of(grant).id == "d2"
    with pytest.raises(InputError, match="inget beslut om återkrav"):
        reclaim_of(decisions(DecisionKind.GRANT))


def test_what_is_granted_is_counted_up_to_the_decision() -> None:
    grant = decisions(DecisionKind.GRANT, DecisionKind.RAISE, DecisionKind.LOWER)
    assert [granted_by(grant, each) for each in grant.decisions] == [100, 200, 100]
    unknown = replace(grant, decisions=(replace(grant.decisions[0], amount_ore=None),
                                        *grant.decisions[1:]))  # fmt: skip
    assert granted_by(unknown, unknown.decisions[1]) is None
    other = GrantDecision(id="x", kind=DecisionKind.GRANT, amount_ore=7)
    assert granted_by(grant, other) == 7


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"claimed": 0, "owed": 0, "repaid": 0}, "saknar belopp"),
        ({"paid": 0, "owed": 0, "repaid": 0}, "Inget är utbetalt"),
        ({"repaid": 200}, "inget kvar att kräva tillbaka: 2 kr är återbetalt av 2 kr"),
    ],
)
def test_nothing_is_asked_back_twice(changes: dict[str, int], words: str) -> None:
    check_reclaim(STANDING)
    with pytest.raises(InputError) as refusal:
        check_reclaim(replace(STANDING, **changes))  # type: ignore[arg-type]
    assert words in str(refusal.value).replace("\u00a0", " ")


@given(st.lists(st.tuples(st.none() | st.integers(0, 10**9), st.integers(0, 10**9), st.booleans())))
def test_grants_are_added_up_and_what_is_unknown_is_known_to_be(
    drawn: list[tuple[int | None, int, bool]],
) -> None:
    grants = [
        replace(STANDING, applied=applied, granted=granted, granted_known=known)
        for applied, granted, known in drawn
    ]
    whole = totals(grants)
    assert whole.count == len(grants)
    assert whole.applied_known == all(each is not None for each, _, _ in drawn)
    assert (whole.applied or 0) == sum(each or 0 for each, _, _ in drawn)
    assert (whole.granted or 0) == sum(granted for _, granted, _ in drawn)
    assert whole.net == 150 * len(grants)
    assert whole.rest == 150 * len(grants)

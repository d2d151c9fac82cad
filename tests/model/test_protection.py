"""The guard: how a protected person is reached is taken out of whatever leaves."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubra_desktop.model.council.protection import MASK, NOBODY_PROTECTED, Guard, guard_of
from hubra_desktop.model.records.council import Person
from hubra_desktop.model.records.dispatch import ListMember, MailingList
from hubra_desktop.model.terms import DeliveryWay

HIDDEN = Person(
    id="p1",
    name="Åsa Ek",
    email="asa.dold@exempel.se",
    phone="070-123 45 67",
    postal_address="Dolda stigen 5\n141 61 Huddinge",
    note="bor hos sin syster",
    protected=True,
)
OPEN = Person(id="p2", name="Bo Ek", email="bo@exempel.se", phone="08-535 300 00")
GUARD = guard_of((HIDDEN, OPEN))


@pytest.mark.parametrize(
    "text",
    ["Ring 070-123 45 67.", "+ 0701234567", "(070) 123-45-67", "0701 23 45 67",
     "Till ASA.DOLD@exempel.se", "Dolda  stigen 5, Huddinge", "dolda\nstigen 5"],
)  # fmt: skip
def test_what_tells_how_to_reach_somebody_is_masked_however_written(text: str) -> None:
    freed = GUARD.text(f"Se {text} och hör av dig.")
    assert MASK in freed
    assert not any(part in freed.casefold() for part in ("4567", "45 67", "dold", "45-67"))


@pytest.mark.parametrize("text", ["141 61 Huddinge", "bo@exempel.se", "08-535 300 00", "Åsa Ek"])
def test_what_is_not_theirs_alone_is_left(text: str) -> None:
    assert GUARD.text(text) == text


def test_a_switchboard_is_no_secret() -> None:
    through = replace(HIDDEN, phone="08 535 30 000", email="radet@exempel.se")
    guard = guard_of((through, OPEN), ("Radet@exempel.se",))
    assert guard.text("08-535 300 00, radet@exempel.se") == "08-535 300 00, radet@exempel.se"


def test_a_person_and_a_member_of_a_list_are_told_without_how_to_reach_them() -> None:
    told = GUARD.reachable(HIDDEN)
    assert (told.name, told.email, told.phone, told.postal_address, told.note) == (
        "Åsa Ek", "", "", "", "",
    )  # fmt: skip
    assert GUARD.reachable(OPEN) is OPEN
    member = ListMember(id="m", person_id="p1", email="ny@exempel.se", postal_address="Ny väg 1")
    typed = ListMember(id="n", name="Åsa", email="asa.dold@exempel.se", way=DeliveryWay.POST)
    freed = GUARD.value({"list": (MailingList(id="l", members=(member, typed)),)})
    assert [each.email for each in freed["list"][0].members] == ["", ""]
    assert freed["list"][0].members[0].postal_address == ""
    assert freed["list"][0].members[1].way is DeliveryWay.POST


def test_a_guard_of_nobody_changes_nothing() -> None:
    assert guard_of((OPEN,)) is NOBODY_PROTECTED
    value = (HIDDEN, ["070-123 45 67"])
    assert NOBODY_PROTECTED.value(value) is value


def test_somebody_without_any_address_is_protected_all_the_same() -> None:
    guard = guard_of((Person(id="p3", name="C", phone="112", note="hemligt", protected=True),))
    assert guard
    assert guard.secrets == ()
    assert guard.text("112") == "112"
    assert guard.reachable(replace(HIDDEN, id="p3")).note == ""


@given(st.text(max_size=30), st.text(max_size=30))
def test_nothing_else_of_a_text_is_touched(before: str, after: str) -> None:
    secret = "hemlig.adress@exempel.se"
    guard = Guard(frozenset({"x"}), (secret,))
    freed = guard.text(f"{before} {secret} {after}")
    assert secret not in freed
    if before.strip() or after.strip():
        assert freed == f"{before} {MASK} {after}"

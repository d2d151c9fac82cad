"""Phrases: what is typed of one is completed, and filled in with what the meeting tells."""

from dataclasses import replace
from datetime import date

import pytest

from hubra_desktop.model.minutes.phrase_facts import meeting_facts
from hubra_desktop.model.minutes.phrases import (
    STARTERS,
    being_typed,
    filled,
    first_gap,
    in_sentence,
    offered,
)
from hubra_desktop.model.records.meeting import Meeting
from hubra_desktop.model.records.minutes import Phrase
from hubra_desktop.model.terms import ItemKind

FACTS = {"ordförande": "Åsa Ek", "rådet": "rådet", "tid": "15.32", "tomt": ""}
OWN = (
    Phrase(key="#ordf", text="Ordförande [ordförande] öppnar klockan [tid]."),
    Phrase(key="#bif", text="[Rådet] bifaller [förslag].", item_kind=ItemKind.DECISION),
    Phrase(key="#info", text="[Rådet] tackar.", item_kind=ItemKind.INFORMATION),
)


def test_what_is_known_is_filled_in_and_the_rest_stays_in_its_brackets() -> None:
    assert filled(OWN[0].text, FACTS) == "Ordförande Åsa Ek öppnar klockan 15.32."
    assert filled("[Rådet] och [rådet], [tomt] [namn]", FACTS) == "Rådet och rådet, [tomt] [namn]"
    assert filled(r"\1 [tid] \g<0>", {"tid": r"\2"}) == r"\1 \2 \g<0>"


def test_what_is_not_recorded_of_the_meeting_is_now_or_stays_open() -> None:
    held = Meeting(id="m", body_id="b", date=date(2018, 3, 7), opened_at=930, ended_at=1031)
    told = [
        filled(each.text, meeting_facts(held, 1040))[-6:-1] for each in (STARTERS[0], STARTERS[3])
    ]
    assert told == ["15.30", "17.11"]
    assert meeting_facts(replace(held, ended_at=None), 1040)["avslutades"] == "17.20"
    assert meeting_facts(replace(held, ended_at=None))["avslutades"] == ""


def test_the_first_gap_is_found() -> None:
    text = "Votering om [förslag] och [annat]."
    gap = first_gap(text)
    assert gap is not None
    assert text[slice(*gap)] == "[förslag]"
    assert first_gap("[]") is None


@pytest.mark.parametrize(
    ("before", "typed"),
    [
        ("#or", "#or"),
        ("Klart. #åt", "#åt"),
        ("Rådet god", "Rådet god"),
        ("Ordet är fritt. Rådet g", "Rådet g"),
        ("En rad\nRådet", "Rådet"),
        ("Rå", ""),
        ("", ""),
        ("Slut. ", ""),
        ("a#b", "#b"),
    ],
)
def test_what_may_be_the_beginning_of_a_phrase(before: str, typed: str) -> None:
    assert being_typed(before) == typed


def test_those_for_the_kind_of_the_row_come_first() -> None:
    told = offered(OWN, "rådet", ItemKind.INFORMATION, FACTS)
    assert told == ("Rådet tackar.", "Rådet bifaller [förslag].")
    assert offered(OWN, "#ORD", None, FACTS) == ("Ordförande Åsa Ek öppnar klockan 15.32.",)
    assert offered(OWN, "", None, FACTS) == ()
    assert offered(OWN, "Rådet tackar.", None, FACTS) == ()


def test_each_proposed_phrase_has_a_key_of_its_own() -> None:
    assert len({each.key for each in STARTERS}) == len(STARTERS)
    assert all(each.key.startswith("#") and each.text.endswith(".") for each in STARTERS)


def test_a_body_is_called_within_a_sentence() -> None:
    assert [in_sentence(each) for each in ("Rådet", "Nämnden", "KSF")] == [
        "rådet",
        "nämnden",
        "KSF",
    ]

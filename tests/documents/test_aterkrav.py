"""The reclaim: amount, reason, last day and reference, and how the amount was counted."""

from dataclasses import replace
from datetime import date

import pytest

from hubra_desktop.documents.aterkrav import aterkrav_manuscript
from hubra_desktop.documents.kit.render import to_pdf
from hubra_desktop.model.errors import InputError
from hubra_desktop.model.money.terms import DecisionKind, EntryKind
from hubra_desktop.model.records.money import GrantDecision, LedgerEntry
from tests.documents.money_samples import (
    GRANT,
    GRANTED,
    MOVED,
    NAMES,
    RECLAIMED,
    STANCE,
    reclaim,
    unknown_reclaim,
)
from tests.documents.papers import golden, pages, whole
from tests.documents.reading import squeezed
from tests.documents.samples import HOUSE, NASTY


def said(**changes: object) -> str:
    return whole(aterkrav_manuscript(reclaim(**changes), HOUSE))


def test_the_letter_has_the_structure_that_was_agreed() -> None:
    now, kept = golden(aterkrav_manuscript(reclaim(), HOUSE), "aterkrav.txt")
    assert now == kept


def test_it_says_first_how_much_is_to_be_paid_and_when() -> None:
    lead = said().split("Återkrav av bidrag\n")[1].split("\n")[0]
    assert lead == (
        "Föreningen Lotsen ska betala tillbaka 25 080 kronor av bidraget för "
        "”Jobb efter skolan” senast den 31 december 2024."
    )


def test_it_tells_reason_last_day_reference_account_and_decision() -> None:
    text = squeezed(said())
    for words in (
        "Att betala 25 080 kr", "Senast 2024-12-31", "Betalas till bankgiro 123-4567",
        "Referens 451181-24", "Formellt beslut Kommunstyrelsen, den 20 november 2024, § 151",
        "Skäl Projektet har inte startat.", "Vad som händer nu", "Lövstabro den 5 december 2024",
    ):  # fmt: skip
        assert squeezed(words) in text, words
    assert "ställningstagande" not in text, "the stance led to the grant, not to the reclaim"


def test_it_shows_how_the_amount_was_counted() -> None:
    text = squeezed(said())
    for row in (
        "Utbetalt till föreningen 2024-04-15 45 080", "Återkrävt 2024-11-20 45 080",
        "Återbetalt av föreningen 2024-12-02 −20 000", "Att betala 25 080",
    ):  # fmt: skip
        assert squeezed(row) in text, row


def test_a_corrected_row_is_told_as_it_is_after_the_correction() -> None:
    fix = LedgerEntry(id="l3", number=16, year=2024, kind=EntryKind.CORRECTION, grant_id="g1",
                           amount_ore=500_000, original_id="l2")  # fmt: skip
    text = squeezed(said(entries=(*MOVED, fix)))
    assert squeezed("Återbetalt av föreningen 2024-12-02 −15 000") in text
    assert squeezed("Att betala 30 080") in text


def test_what_came_back_before_the_decision_is_not_taken_twice() -> None:
    early = replace(MOVED[1], date=date(2024, 10, 1))
    decision = replace(RECLAIMED, amount_ore=1_000_000)
    grant = replace(GRANT, decisions=(STANCE, GRANTED, decision))
    text = squeezed(said(entries=(MOVED[0], early), grant=grant, decision=decision))
    assert squeezed("Ska betalas tillbaka sammanlagt 2024-11-20 30 000") in text
    assert squeezed("Att betala 10 000") in text


def test_what_is_written_off_is_not_asked_for() -> None:
    off = replace(GRANTED, id="d4", kind=DecisionKind.WRITE_OFF, amount_ore=508_000)
    text = squeezed(said(grant=replace(GRANT, decisions=(*GRANT.decisions, off))))
    assert squeezed("Avskrivet −5 080") in text
    assert squeezed("Att betala 20 000 kr") in text


def test_rows_without_a_day_say_so() -> None:
    text = squeezed(said(entries=tuple(replace(each, date=None) for each in MOVED)))
    assert squeezed("Utbetalt till föreningen 2024, dag saknas 45 080") in text


def test_what_is_not_known_is_a_line_to_fill_in() -> None:
    text = squeezed(whole(aterkrav_manuscript(unknown_reclaim(), HOUSE)))
    for name in ("Betalas till", "Referens"):
        assert squeezed(f"{name} fylls i för hand") in text, name
    assert squeezed("Senast 2024-12-20") in text
    assert squeezed("Betala beloppet senast den 20 december 2024") in text
    assert squeezed("Underskrift och namnförtydligande") in text
    assert squeezed("Formellt beslut uppgift saknas") in text
    assert "Skäl" not in text


@pytest.mark.parametrize(
    ("decisions", "entries", "words"),
    [
        ((GRANTED, RECLAIMED), (), "Inget är utbetalt av bidraget"),
        ((GRANTED, replace(RECLAIMED, amount_ore=None)), MOVED[:1], "saknar belopp"),
        ((GRANTED, RECLAIMED),
         (MOVED[0], replace(MOVED[1], amount_ore=4_508_000)), "inget kvar att kräva tillbaka"),
    ],
)  # fmt: skip
def test_a_letter_that_would_ask_for_nothing_is_refused(
    decisions: tuple[GrantDecision, ...], entries: tuple[LedgerEntry, ...], words: str
) -> None:
    letter = reclaim(grant=replace(GRANT, decisions=decisions), entries=entries)
    with pytest.raises(InputError, match=words):
        aterkrav_manuscript(letter, HOUSE)


@pytest.mark.parametrize("name", NAMES)
def test_any_name_is_printed_whole(name: str) -> None:
    assert squeezed(name) in squeezed(said(applicant=name))


def test_what_the_user_types_is_printed_verbatim() -> None:
    for typed in NASTY:
        letter = reclaim(pay_to=typed, decision=replace(RECLAIMED, reason=typed, reference=typed))
        whole(aterkrav_manuscript(letter, HOUSE), typed)


@pytest.mark.parametrize("size", [16.0, 20.0, 28.0])
def test_large_print_is_reflowed_whole(size: float) -> None:
    letter = reclaim(entries=(replace(MOVED[0], amount_ore=9_876_543_210), MOVED[1]))
    text = whole(aterkrav_manuscript(letter, HOUSE, text_size=size))
    assert "98 765 432,10" in text


def test_it_stands_on_two_pages_the_second_with_more_than_the_signature() -> None:
    first, second = pages(to_pdf(aterkrav_manuscript(reclaim(), HOUSE)))
    assert "Så har vi räknat" in first
    assert "Så överklagas beslutet" in second

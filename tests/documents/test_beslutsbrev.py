"""The decision letter: what it tells of each kind of decision, and what it refuses."""

from dataclasses import replace
from datetime import date

import pytest

from hubra_desktop.documents.beslutsbrev import beslutsbrev_manuscript
from hubra_desktop.documents.kit.coverage import MissingGlyphsError
from hubra_desktop.documents.kit.formal import SignatureLine
from hubra_desktop.documents.kit.render import to_pdf
from hubra_desktop.documents.official import Sender
from hubra_desktop.model.errors import InputError
from hubra_desktop.model.money.terms import DecisionKind
from hubra_desktop.model.records.money import Association, GrantDecision
from tests.documents.money_samples import (
    ASSOCIATION,
    GRANT,
    GRANTED,
    NAMES,
    RECLAIMED,
    SENDER,
    STANCE,
    letter,
)
from tests.documents.papers import golden, pages, whole
from tests.documents.reading import squeezed
from tests.documents.samples import HOUSE, NASTY


def said(**changes: object) -> str:
    return whole(beslutsbrev_manuscript(letter(**changes), HOUSE))


def changed(kind: DecisionKind, amount: int | None = 2_000_000) -> dict[str, object]:
    """Decide once more about the grant, and write about that."""
    decision = replace(GRANTED, id="d9", kind=kind, amount_ore=amount, reason="Färre deltagare.")
    grant = replace(GRANT, decisions=(STANCE, GRANTED, decision))
    return {"grant": grant, "decision": decision}


def test_the_letter_has_the_structure_that_was_agreed() -> None:
    now, kept = golden(beslutsbrev_manuscript(letter(), HOUSE), "beslutsbrev.txt")
    assert now == kept


def test_it_says_first_what_was_decided_and_how_much() -> None:
    text = said()
    lead = text.split("Beslut om bidrag\n")[1].split("\n")[0]
    assert lead == (
        "Kommunstyrelsen beviljar Föreningen Lotsen 45 080 kronor i bidrag till "
        "”Jobb efter skolan”."
    )


def test_it_tells_purpose_conditions_payment_report_and_whom_to_ask() -> None:
    text = said()
    for words in (
        "Ändamål\nStöd till unga", "•\nMinst tio unga deltar.", "2024-04-15\n30 000",
        "När halvtidsrapporten har kommit in\n15 080", "bankgiro 5050-1055",
        "Redovisa senast den 31 januari 2025", "802400-1234", "2024-04-01 – 2024-11-30",
        "kontakta handläggaren på 08-123 456 46 och ange diarienummer KS-2024/451.181",
        "Lövstabro den 22 mars 2024", "Cecilia Öhman Ordförande",
    ):  # fmt: skip
        assert squeezed(words) in squeezed(text), words


def test_the_stance_and_the_formal_decision_are_kept_apart() -> None:
    text = squeezed(said())
    stance = "Rådets ställningstagande Lövstabro brottsförebyggande råd, den 6 mars 2024, § 12."
    assert squeezed(stance) in text
    formal = "Formellt beslut Kommunstyrelsen, den 20 mars 2024, § 34. Anmält till"
    assert squeezed(formal) in text


def test_a_decision_that_nobody_has_taken_formally_says_that_it_is_missing() -> None:
    decision = replace(GRANTED, formal=False, date=None, section="", reported_to="")
    text = squeezed(said(decision=decision, grant=replace(GRANT, decisions=(decision,))))
    assert squeezed("Beslutat av Kommunstyrelsen, dag saknas") in text
    assert squeezed("Formellt beslut uppgift saknas") in text
    assert "ställningstagande" not in text


def test_a_decision_by_nobody_at_no_time_says_so_once() -> None:
    bare = GrantDecision(id="d", year=2024, amount_ore=100)
    text = said(
        decision=bare, grant=replace(GRANT, decisions=(bare,)), sender=Sender(kind="Beslut")
    )
    assert "Föreningen Lotsen beviljas 1 krona i bidrag" in text
    assert squeezed("Beslutat av uppgift saknas") in squeezed(text)
    assert "Har ni frågor" not in text


@pytest.mark.parametrize(
    ("kind", "title", "sentence", "fact"),
    [
        (DecisionKind.RAISE, "Beslut om höjt bidrag",
         "höjer bidraget till Föreningen Lotsen för ”Jobb efter skolan” med 20 000 kronor.",
         "Beviljat sammanlagt 65 080 kr"),
        (DecisionKind.LOWER, "Beslut om sänkt bidrag",
         "sänker bidraget till Föreningen Lotsen för ”Jobb efter skolan” med 20 000 kronor.",
         "Beviljat sammanlagt 25 080 kr"),
        (DecisionKind.REFUSE, "Beslut om avslag",
         "avslår ansökan från Föreningen Lotsen om bidrag till ”Jobb efter skolan”.", "Skäl för"),
        (DecisionKind.WITHDRAW, "Beslut om att återkalla bidrag",
         "återkallar bidraget till Föreningen Lotsen för ”Jobb efter skolan”.", "Skäl för"),
        (DecisionKind.WRITE_OFF, "Beslut om att avskriva återkrav",
         "avskriver 20 000 kronor av återkravet mot Föreningen Lotsen",
         "Avskrivet belopp 20 000 kr"),
    ],
)  # fmt: skip
def test_every_kind_of_decision_has_words_of_its_own(
    kind: DecisionKind, title: str, sentence: str, fact: str
) -> None:
    text = said(**changed(kind))
    assert f"{title}\nKommunstyrelsen {sentence}" in text
    assert squeezed(fact) in squeezed(text)
    assert "Färre deltagare." in text
    assert ("Utbetalning" in text) == (kind in {DecisionKind.RAISE, DecisionKind.LOWER})


@pytest.mark.parametrize("number", ["811228-9874", "000000-0000"])
def test_a_number_that_is_no_associations_stays_out_of_the_letter(number: str) -> None:
    text = said(association=replace(ASSOCIATION, organisation_number=number))
    assert number not in text
    assert "Organisationsnummer" not in text


def test_a_raise_of_what_nobody_has_stated_claims_no_sum() -> None:
    base, decision = (
        replace(GRANTED, amount_ore=None),
        replace(GRANTED, id="d9", kind=DecisionKind.RAISE, amount_ore=2_000_000, decided_by=""),
    )
    grant = replace(GRANT, title="Bidrag till Föreningen Lotsen", decisions=(base, decision))
    text = said(grant=grant, decision=decision)
    assert "Bidraget till Föreningen Lotsen höjs med 20 000 kronor." in text
    assert squeezed("Beviljat sammanlagt uppgift saknas") in squeezed(text)


@pytest.mark.parametrize(
    ("decision", "words"),
    [
        (STANCE, "Ett ställningstagande är inget beslut om pengar. Skriv in beslutet först"),
        (RECLAIMED, "skrivs ut som återkrav, inte som beslutsbrev"),
        (replace(GRANTED, amount_ore=None), "Beslutet saknar belopp. Skriv in beloppet"),
    ],
)
def test_what_is_no_decision_to_write_about_is_refused(decision: GrantDecision, words: str) -> None:
    with pytest.raises(InputError, match=words):
        beslutsbrev_manuscript(letter(decision=decision), HOUSE)


def test_what_is_not_known_is_said_and_not_made_up() -> None:
    grant = replace(GRANT, instalments=(), report_due=None, purpose="", conditions=" ",
                    applied_ore=None, project_from=None)  # fmt: skip
    text = said(grant=grant, association=Association(), signatures=())
    for words in (
        "Dag för utbetalning är inte bestämd.", "Föreningens bankgiro är inte anmält.",
        "Sista dag för redovisning är inte bestämd.", "Sökt belopp\nuppgift saknas",
        "till och med 2024-11-30", "Underskrift och namnförtydligande",
    ):  # fmt: skip
        assert squeezed(words) in squeezed(text), words
    assert "Villkor\n" not in text
    assert "Ändamål" not in text
    assert "Organisationsnummer" not in text


@pytest.mark.parametrize("name", NAMES)
def test_any_name_is_printed_whole(name: str) -> None:
    sender = replace(SENDER, addressee=name, handler=name)
    assert squeezed(name) in squeezed(said(applicant=name, sender=sender))


def test_what_the_user_types_is_printed_verbatim() -> None:
    for typed in NASTY:
        grant = replace(GRANT, purpose=typed, title=typed, conditions=typed)
        manuscript = beslutsbrev_manuscript(letter(grant=grant), HOUSE)
        assert whole(manuscript, typed)


@pytest.mark.parametrize("name", ["1. FC Huddinge", "# Trygg kväll", "Projekt *Ljus*", "{who}"])
def test_somebodys_words_are_no_marks(name: str) -> None:
    grant = replace(GRANT, purpose=name, title="Jobb")
    decision = replace(GRANTED, reason=name, decided_by=name)
    heard = said(grant=grant, decision=decision, applicant=name)
    assert f"{name} beviljar {name} 45 080 kronor" in heard
    assert f"Ändamål\n{name}\n" in heard
    assert f"Skäl för beslutet\n{name}\n" in heard


def test_what_no_font_has_is_refused_in_words() -> None:
    with pytest.raises(MissingGlyphsError, match=r"漢 \(U\+6F22\)"):
        to_pdf(beslutsbrev_manuscript(letter(applicant="漢"), HOUSE))


@pytest.mark.parametrize("size", [16.0, 20.0, 28.0])
def test_large_print_is_reflowed_whole(size: float) -> None:
    manuscript = beslutsbrev_manuscript(letter(), HOUSE, text_size=size)
    assert "Minst tio unga deltar." in whole(manuscript)


def test_a_letter_that_nearly_fits_one_page_is_set_on_one() -> None:
    informal = replace(GRANTED, formal=False)
    alone = replace(GRANT, decisions=(informal,))
    short = letter(grant=alone, decision=informal)
    assert len(pages(to_pdf(beslutsbrev_manuscript(short, HOUSE)))) == 1
    long = replace(GRANT, conditions="- Ett villkor till.\n" * 60)
    assert len(pages(to_pdf(beslutsbrev_manuscript(letter(grant=long), HOUSE)))) > 1


def test_a_draft_says_so_on_every_page() -> None:
    long = replace(GRANT, conditions="- Ett villkor till.\n" * 90)
    for page in pages(to_pdf(beslutsbrev_manuscript(letter(grant=long, draft=True), HOUSE))):
        assert "Utkast" in page


def test_eight_digits_and_many_signatures_fit() -> None:
    decision = replace(GRANTED, amount_ore=1_234_567_890, date=date(2024, 3, 20))
    signing = tuple(SignatureLine(f"Namn {place}", "Firmatecknare") for place in range(7))
    text = said(decision=decision, signatures=signing, association=ASSOCIATION)
    assert "12 345 678,90 kronor" in text
    assert "Namn 6" in text

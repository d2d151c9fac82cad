"""A grant's story is told from its decisions and rows, and from nothing else."""

import re

import pytest

from hubra_desktop.model.money.grant_narrative import grant_narrative, grant_text
from hubra_desktop.model.money.terms import DecisionKind, EntryKind, GrantKind, Outcome, Verdict
from hubra_desktop.model.narrative import FactText, decision_key, grant_key
from hubra_desktop.model.records.money import Grant, LedgerEntry
from tests.model.money.hands import (
    GRANTED,
    NEVER,
    PAID,
    PART,
    POSTS,
    REST,
    WHOLE,
    back,
    day,
    fixed,
    grant,
    row,
    told,
)

GRANTING = (
    "HuBrå beviljade under 2017 föreningsbidrag på 45 080 kr till Ur Dimman för projektet "
    "CV och körkort. "
)
BEGINNING = f"{GRANTING}Hela beloppet betalades ut under 2017. "
RECLAIM = told(
    DecisionKind.RECLAIM, WHOLE, date=day(2017, 11, 1), last_day=day(2017, 12, 1),
    decided_by="kommunstyrelsen", section="§ 12",
)  # fmt: skip
WRITE_OFF = told(DecisionKind.WRITE_OFF, REST, 2018, decided_by="kommunstyrelsen")
NIGHT = {"kind": GrantKind.NIGHT_WALK, "title": "Nattvandring", "year": 2016}
NIGHT_GRANT = told(DecisionKind.GRANT, None, 2016, decided_by="HuBrå")
LATE = back(2, WHOLE, year=2018, post_id="n18", year_concerned=2017, date=day(2018, 3, 5))


def text(given: Grant, rows: list[LedgerEntry], applicant: str = "Ur Dimman") -> str:
    return grant_text(given, applicant, rows, POSTS).replace("\u00a0", " ")


STORIES: list[tuple[Grant, list[LedgerEntry], str]] = [
    (
        grant(GRANTED, **NEVER), [PAID, back(2, WHOLE)],
        BEGINNING + "Projektet startade ej. Därför har föreningen återbetalat hela summan "
        "under 2017, netto 0 kr. Budgetposten Nattvandring/Föreningar belastas därmed inte.",
    ),
    (
        grant(GRANTED, **NEVER), [PAID, back(2, PART)],
        BEGINNING + "Projektet startade ej. Därför har föreningen återbetalat 20 000 kr av "
        "utbetalda 45 080 kr under 2017, netto 25 080 kr. Resten, 25 080 kr, återstår "
        "att få tillbaka. Budgetposten Nattvandring/Föreningar belastas 2017 med 25 080 kr.",
    ),
    (
        grant(GRANTED, **NEVER), [PAID, LATE],
        BEGINNING + "Projektet startade ej. Därför har föreningen återbetalat hela summan "
        "den 5 mars 2018, netto 0 kr. Återbetalningen är bokförd 2018 och ändrar inte "
        "redovisningen för 2017. Budgetposten Nattvandring/Föreningar belastas 2017 med "
        "45 080 kr.",
    ),
    (
        grant(GRANTED, RECLAIM, WRITE_OFF, outcome=Outcome.NOT_CARRIED_OUT),
        [PAID, back(2, PART, date=day(2017, 11, 30))],
        BEGINNING + "Kommunstyrelsen återkrävde 45 080 kr den 1 november 2017 (§ 12), att betala "
        "senast den 1 december 2017. Projektet genomfördes inte. Därför har föreningen "
        "återbetalat 20 000 kr av utbetalda 45 080 kr den 30 november 2017, netto 25 080 kr. "
        "Kommunstyrelsen skrev av 25 080 kr under 2018. "
        "Budgetposten Nattvandring/Föreningar belastas 2017 med 25 080 kr.",
    ),
    (
        grant(GRANTED, RECLAIM), [PAID],
        BEGINNING + "Kommunstyrelsen återkrävde 45 080 kr den 1 november 2017 (§ 12), att betala "
        "senast den 1 december 2017. 45 080 kr återstår att få tillbaka.",
    ),
    (
        grant(GRANTED, **NEVER),
        [PAID, back(2, PART, date=day(2017, 5, 2)),
         back(3, REST, year=2018, post_id="n18", year_concerned=2017)],
        BEGINNING + "Projektet startade ej. Därför har föreningen återbetalat hela summan i "
        "två delar (20 000 kr den 2 maj 2017 och 25 080 kr under 2018), netto 0 kr. Av detta är "
        "25 080 kr bokfört 2018 och ändrar inte redovisningen för 2017. "
        "Budgetposten Nattvandring/Föreningar belastas 2017 med 25 080 kr.",
    ),
    (
        grant(GRANTED, outcome=Outcome.CARRIED_OUT, report_received=day(2018, 1, 9),
              verdict=Verdict.APPROVED), [PAID],
        BEGINNING + "Projektet genomfördes. Redovisningen kom in den 9 januari 2018 och är "
        "godkänd.",
    ),
    (
        grant(GRANTED), [row(1, EntryKind.PAYMENT, PART), row(2, EntryKind.PAYMENT, 100)],
        GRANTING + "Bidraget betalades ut i två delar: 20 000 kr under 2017 och 1 kr "
        "under 2017. 25 079 kr av det beviljade har inte betalats ut.",
    ),
    (
        grant(told(DecisionKind.GRANT), told(DecisionKind.RAISE, PART, reason="IOP tecknades."),
              kind=GrantKind.IOP), [],
        ("Ur Dimman beviljades under 2017 bidrag inom ramen för IOP. Beloppet anges inte. "
        "Bidraget höjdes under 2017 med 20 000 kr. IOP tecknades."),
    ),
    (
        grant(told(DecisionKind.REFUSE, decided_by="HuBrå", reason="kom för sent")), [],
        ("HuBrå avslog under 2017 ansökan från Ur Dimman om föreningsbidrag för projektet CV och "
        "körkort. Skäl: kom för sent."),
    ),
    (
        grant(GRANTED, told(DecisionKind.WITHDRAW)), [],
        GRANTING + "Bidraget återkallades under 2017 innan något betalats ut.",
    ),
    (
        grant(applied_ore=WHOLE, applied_on=day(2017, 1, 9)), [],
        ("Ur Dimman ansökte den 9 januari 2017 om föreningsbidrag om 45 080 kr för projektet CV "
        "och körkort. Ansökan är inte avgjord."),
    ),
]  # fmt: skip


@pytest.mark.parametrize(("given", "rows", "wanted"), STORIES)
def test_the_story_is_told(given: Grant, rows: list[LedgerEntry], wanted: str) -> None:
    assert text(given, rows) == wanted


def test_four_night_walks_and_ur_dimman_are_kept_apart() -> None:
    done = grant(NIGHT_GRANT, id="natt1", **NIGHT, outcome=Outcome.CARRIED_OUT)
    failed = grant(
        NIGHT_GRANT, id="natt4", **NIGHT, outcome=Outcome.NOT_CARRIED_OUT,
        outcome_reason="Föreningen kunde inte leva upp till sitt åtagande.",
    )  # fmt: skip
    rows = [PAID, back(2, WHOLE)]
    beginning = "HuBrå beviljade under 2016 föreningsbidrag till F för nattvandring. "
    assert text(done, rows, "F") == f"{beginning}Beloppet anges inte. Nattvandringen genomfördes."
    assert text(failed, rows, "F") == (
        f"{beginning}Beloppet anges inte. Föreningen kunde inte leva upp till sitt åtagande. "
        "Någon utbetalning är inte bokförd."
    )
    assert "2016" not in text(grant(GRANTED, **NEVER), rows)


def test_a_corrected_row_is_told_as_it_is_now() -> None:
    repaid = back(2, WHOLE)
    rows = [PAID, repaid, fixed(3, repaid, REST)]
    told_now = text(grant(GRANTED, **NEVER), rows)
    assert "20 000 kr av utbetalda 45 080 kr" in told_now
    assert "hela summan" not in told_now
    gone = [PAID, repaid, fixed(3, repaid, WHOLE)]
    assert "återbetalat" not in text(grant(GRANTED, **NEVER), gone)


def test_each_figure_is_a_fact() -> None:
    repaid = back(2, PART)
    rows = [PAID, repaid, fixed(3, repaid, 100)]
    told_now = grant_narrative(grant(GRANTED, **NEVER), "Ur Dimman", rows, POSTS)
    keys = [part.key for part in told_now if isinstance(part, FactText)]
    assert keys == [
        decision_key(GRANTED.id), *(grant_key("cv", what) for what in (
            "utbetalt", "utfall", "aterbetalt", "utbetalt", "netto", "rest", "belastar")),
    ]  # fmt: skip
    loose = "".join(part for part in told_now if isinstance(part, str))
    assert re.findall(r"\d+", loose) == ["2017"] * 4


def test_a_raise_after_a_repayment_changes_nothing_that_was() -> None:
    granted = told(DecisionKind.GRANT, 2_000_000, decided_by="HuBrå")
    raised = told(DecisionKind.RAISE, 500_000)
    rows = [row(1, EntryKind.PAYMENT, 2_000_000), back(2, 500_000)]
    story_now = text(grant(granted, raised), rows)
    assert "föreningsbidrag på 20 000 kr till Ur Dimman" in story_now
    assert "Bidraget höjdes under 2017 med 5 000 kr." in story_now
    assert "Ur Dimman har återbetalat 5 000 kr av utbetalda 20 000 kr under 2017" in story_now
    assert "25 000" not in story_now


@pytest.mark.parametrize(
    ("who", "title", "why", "wanted"),
    [
        ("1. FC Huddinge", "Projekt *Ljus*", "Kävlinge kommun sade ej upp avtalet",
         "Kävlinge kommun sade ej upp avtalet. Därför har föreningen återbetalat"),
        ("iFokus", "[A] \\ {b}", "Vad hände?", "Vad hände? Därför har föreningen"),
        ("F", "P", "J. Ek slutade m.m.", "J. Ek slutade m.m. Därför har"),
    ],
)  # fmt: skip
def test_somebodys_words_are_told_as_they_were_written(
    who: str, title: str, why: str, wanted: str
) -> None:
    never = grant(
        told(DecisionKind.GRANT, WHOLE), title=title, outcome=Outcome.NOT_CARRIED_OUT,
        outcome_reason=why,
    )  # fmt: skip
    told_now = text(never, [PAID, back(2, WHOLE)], who)
    assert told_now.startswith(f"{who} beviljades under 2017")
    assert f"för projektet {title}." in told_now
    assert wanted in told_now


def test_without_posts_nothing_is_said_of_them() -> None:
    assert "Budgetposten" not in grant_text(
        grant(GRANTED, **NEVER), "Ur", [PAID, back(2, WHOLE)], {}
    )

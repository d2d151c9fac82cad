"""The list of grants: every state, group sums, many pages, and nobody's name."""

from dataclasses import replace
from datetime import date

import pytest

from hubra_desktop.documents.bidragslista import GrantList, bidragslista_manuscript
from hubra_desktop.documents.kit.html import to_html
from hubra_desktop.documents.kit.render import to_pdf
from hubra_desktop.documents.official import Sender
from hubra_desktop.model.money.grant_list import decision_texts
from hubra_desktop.model.money.grants import BookedYear, Moved, standing_of
from hubra_desktop.model.money.terms import DecisionKind, GrantKind, GrantState
from hubra_desktop.model.money.totals import totals
from hubra_desktop.model.records.money import GrantDecision
from hubra_desktop.model.swedish import capitalised
from hubra_desktop.model.words import swedish_word
from tests.documents.money_samples import COUNCIL, NAMES, grant_lines, grant_list
from tests.documents.papers import golden, pages, whole
from tests.documents.reading import spoken, squeezed
from tests.documents.samples import HOUSE, NASTY


def said(grants: GrantList, text_size: float | None = None) -> str:
    return whole(bidragslista_manuscript(grants, HOUSE, text_size=text_size))


def test_the_list_has_the_structure_that_was_agreed() -> None:
    now, kept = golden(bidragslista_manuscript(grant_list(9), HOUSE), "bidragslista.txt")
    assert now == kept


def test_every_state_of_a_grant_is_told_in_words() -> None:
    text = said(grant_list(len(GrantState)))
    for state in GrantState:
        assert capitalised(swedish_word(state)) in text, state


def test_a_year_is_parted_by_kind_and_all_years_by_year() -> None:
    by_kind = said(grant_list(12, 2024))
    assert [kind for kind in GrantKind if f"Summa {swedish_word(kind)}" in by_kind] == [*GrantKind]
    assert "Bidrag 2024\n" in by_kind
    by_year = said(grant_list(12))
    assert all(f"Summa {year}" in by_year for year in range(2020, 2025))
    assert "Bidrag 2020–2024\n" in by_year


def test_the_sums_are_those_of_the_grants() -> None:
    lines = tuple(
        replace(line, standing=replace(line.standing, granted_known=True, applied=100))
        for line in grant_lines(40)
    )
    text = squeezed(said(replace(grant_list(0), lines=lines)))
    whole_sum = totals(line.standing for line in lines)
    sums = (whole_sum.applied, whole_sum.granted, whole_sum.paid, whole_sum.repaid, whole_sum.net)
    assert whole_sum.applied == 4000
    last = "".join(f"{(each or 0) // 100:,}".replace(",", "") for each in sums)
    assert f"Summa{last}" in text
    assert "saknas”ärbeloppet" not in text


def test_what_nobody_has_stated_is_not_nothing() -> None:
    line = grant_lines(1)[0]
    unknown = replace(line.standing, state=GrantState.GRANTED, applied=None, granted=0,
                      granted_known=False)  # fmt: skip
    part = replace(unknown, granted=2_000_000)
    grant = grant_lines(3)[2].grant
    lines = tuple(replace(line, grant=grant, standing=each) for each in (unknown, part))
    text = squeezed(said(replace(grant_list(0), lines=lines)))
    assert squeezed("Beviljat Utbetalt Återbetalt Netto 2 minst 20 000 kr 0 kr") in text
    assert "saknasminst20000" in text
    assert squeezed("beloppet inte känt; summan är då minst det som är känt") in text
    only = squeezed(said(replace(grant_list(0), lines=lines[:1])))
    assert squeezed("Summa saknas saknas 0 0 0") in only


def test_many_grants_fill_pages_with_repeated_headings() -> None:
    printed = to_pdf(bidragslista_manuscript(grant_list(90), HOUSE))
    shown = pages(printed)
    assert len(shown) > 9
    for number, page in enumerate(shown, 1):
        assert f"{number} ({len(shown)})" in page
        assert "Förening och ändamål" in page
    assert spoken(printed).count("Förening och ändamål") == 1
    for name in NAMES:
        assert squeezed(name) in squeezed(spoken(printed))


def test_a_group_s_name_and_sum_are_never_alone_on_a_page() -> None:
    for page in pages(to_pdf(bidragslista_manuscript(grant_list(60), HOUSE))):
        body = page.split("Netto")[-1].split("Lövstabro kommun")[0].strip().splitlines()
        assert not body[0].strip().startswith("Summa"), body[0]
        assert body[-1].strip() not in {str(year) for year in range(2020, 2025)}


def test_nobody_s_name_is_in_the_list() -> None:
    lines = tuple(
        replace(line, grant=replace(line.grant, contact="Hemlig Person", note="HEMLIGT",
                                    assessment="HEMLIGT"))
        for line in grant_lines(13)
    )  # fmt: skip
    grants = replace(grant_list(0), lines=lines)
    text = said(grants) + to_html(bidragslista_manuscript(grants, HOUSE))
    assert "Hemlig" not in text
    assert "HEMLIGT" not in text


@pytest.mark.parametrize("year", [2019, None])
def test_an_empty_list_says_so(year: int | None) -> None:
    text = said(GrantList(sender=Sender(kind="Förteckning"), year=year, body=COUNCIL))
    assert "Inga bidrag är registrerade" in text
    assert ("2019" in text) == (year is not None)
    assert "Belopp i kronor" not in text


@pytest.mark.parametrize("size", [16.0, 20.0, 28.0])
def test_large_print_sets_every_grant_below_its_name(size: float) -> None:
    grants = grant_list(8)
    text = squeezed(said(grants, size))
    assert text.count("Läge") == len(grants.lines)
    for line in grants.lines:
        assert squeezed(line.applicant) in text


def test_what_the_user_types_is_printed_verbatim() -> None:
    for typed in NASTY:
        line = grant_lines(3)[2]
        named = replace(line, applicant=typed, grant=replace(line.grant, title=typed))
        manuscript = bidragslista_manuscript(replace(grant_list(0), lines=(named,)), HOUSE)
        whole(manuscript, f"{typed} {typed}")


def test_thousands_of_grants_are_broken_by_the_page_as_a_few_are(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    grants = grant_list(330)
    ahead = to_pdf(bidragslista_manuscript(grants, HOUSE))
    monkeypatch.setattr("hubra_desktop.documents.kit.table._AHEAD", 10**9)
    assert to_pdf(bidragslista_manuscript(grants, HOUSE)) == ahead


def test_each_decision_of_a_sum_is_told_and_what_other_years_hold_stands_apart() -> None:
    line = grant_lines(1, 2017)[0]
    first = GrantDecision(id="a", year=2017, date=date(2017, 3, 1), amount_ore=2_000_000,
                          decided_by="Rådet")  # fmt: skip
    raised = replace(first, id="b", kind=DecisionKind.RAISE, date=date(2017, 9, 1))
    formal = replace(first, id="c", amount_ore=4_000_000, formal=True, date=date(2017, 12, 1),
                     decided_by="Kommunstyrelsen")  # fmt: skip
    grant = replace(line.grant, decisions=(first, raised), retracted_on=None)
    ledger = Moved(paid=4_000_000, years=(BookedYear(2017, 1_000_000, 0),
                                          BookedYear(2018, 3_000_000, 500_000)))  # fmt: skip
    known = replace(line, grant=grant, standing=standing_of(grant, ledger), ledger=ledger)
    part = replace(known, standing=replace(known.standing, granted_known=False))
    text = squeezed(said(replace(grant_list(0), lines=(known, part), year=2017)))
    assert squeezed("Rådet, 2017-03-01: 20 000 Rådet, 2017-09-01: +20 000") in text
    assert squeezed("Bokfört 2018: utbetalt 30 000 kr och återbetalt 5 000 kr") in text
    assert squeezed("Bokfört 2018: utbetalt 60 000 kr och återbetalt 10 000 kr") in text
    assert squeezed("minst 80 000") in text
    confirmed = replace(grant, decisions=(first, raised, formal))
    assert standing_of(confirmed, ledger).granted == 4_000_000
    assert decision_texts(confirmed)[-1] == (
        "Kommunstyrelsen, 2017-12-01: 40\u00a0000 (formellt beslut)"
    )
    empty = replace(confirmed, decisions=(first, raised, replace(formal, amount_ore=None)))
    assert standing_of(empty, ledger).granted == 4_000_000

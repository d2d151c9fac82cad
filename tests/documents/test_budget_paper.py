"""The budget on paper: the table's own figures, what is only an example, and the ledger."""

import re
from dataclasses import replace
from datetime import date

import pytest

from hubra_desktop.documents.budget_paper import BudgetPaper, budget_manuscript
from hubra_desktop.documents.kit.html import to_html
from hubra_desktop.documents.kit.render import to_pdf
from hubra_desktop.model.money.amounts import digits
from hubra_desktop.model.money.terms import EntryKind
from hubra_desktop.model.records.money import BudgetYear, LedgerEntry
from tests.documents.budget_samples import ENTRIES, GRANTS, POSTS, YEAR, paper, row, vast
from tests.documents.papers import golden, pages, whole
from tests.documents.reading import spoken, squeezed
from tests.documents.samples import HOUSE, NASTY

PLAIN = replace(
    YEAR, versions=tuple(
        replace(version, allocations=tuple(replace(each, example=False)
                                           for each in version.allocations))
        for version in YEAR.versions
    ),
)  # fmt: skip


def said(budget: BudgetPaper, text_size: float | None = None) -> str:
    return whole(budget_manuscript(budget, HOUSE, text_size=text_size))


def test_the_budget_has_the_structure_that_was_agreed() -> None:
    now, kept = golden(budget_manuscript(paper(ledger=True, grants=GRANTS), HOUSE), "budget.txt")
    assert now == kept


def test_every_figure_of_the_table_is_printed_and_no_other() -> None:
    budget = paper()
    text = squeezed(said(budget))
    for each in (*(each for each in budget.table.rows if each.stated), None):
        sums = each.sums if each else budget.table.total
        figures = (sums.planned, sums.paid, sums.cost, sums.repaid, sums.income, sums.net,
                   sums.committed, sums.left)  # fmt: skip
        assert squeezed("".join(digits(ore) for ore in figures)) in text


def test_columns_that_no_post_uses_are_left_out() -> None:
    text = said(paper(entries=ENTRIES[1:4]))
    assert "Kostnader\n" not in text
    assert "Intäkter\n" not in text
    assert "Återbetalt\n" in text


def test_what_is_an_example_is_marked_wherever_it_stands() -> None:
    text = said(paper())
    assert "Ingen har beslutat de belopp som är märkta ”exempel”." in text
    for words in ("22 Fortbildning (exempel)", "demokratiberedningen (exempel)",
                  "22 Fortbildning (exempel): "):  # fmt: skip
        assert words in text
    assert "21 Nattvandring och föreningar (exempel)" not in text
    assert "övrigt (exempel)" not in text, "a whole may be decided though its parts are not"
    assert "exempel" not in said(paper(PLAIN))


@pytest.mark.parametrize(
    ("entries", "words"),
    [
        (ENTRIES,
         "Ja, efter det som är bokfört. Av 264 000 kr är 178 609 kr bokfört netto och 12 000 kr"),
        (ENTRIES, "intecknat. 73 391 kr är kvar."),
        ((row(1, "p1", EntryKind.COST, 264_000),),
         "264 000 kr bokfört netto. Det är på kronan vad som var planerat."),
        ((row(1, "p1", EntryKind.COST, 300_000),),
         "Nej. Av 264 000 kr är 300 000 kr bokfört netto, 36 000 kr mer än planerat."),
        ((), "Inget är bokfört. Hela budgeten, 264 000 kr, är kvar."),
    ],
)  # fmt: skip
def test_it_answers_whether_the_budget_held(entries: tuple[LedgerEntry, ...], words: str) -> None:
    assert squeezed(words) in squeezed(said(paper(entries=entries)))


def test_a_year_that_is_not_closed_has_held_so_far() -> None:
    text = squeezed(said(paper(replace(YEAR, closed_on=None))))
    assert squeezed("Hittills, ja. Av 264 000 kr") in text
    assert squeezed("Året är inte stängt: mer kan tillkomma.") in text


def test_a_post_that_deviates_tells_why_or_that_nobody_has_said() -> None:
    text = said(paper())
    assert "föreningar: 60 000 kr kvar (50 procent). Ett projekt startade aldrig" in text
    assert "(exempel): 17 000 kr kvar (58,6 procent). Förklaring saknas." in text
    close = paper(replace(YEAR, deviation_share=100), entries=ENTRIES[1:4])
    assert "Ingen post går med underskott eller har mer än 100 procent kvar." in said(close)


def test_versions_and_transfers_are_told() -> None:
    text = squeezed(said(paper()))
    assert squeezed("1 dag saknas Rådet § 40, 2023 250 000") in text
    assert squeezed("2 (gäller) 2024-05-15 Rådet § 19 Ramen höjdes") in text
    assert squeezed("2024-09-04 Fortbildning Trygghetsdagen och andra") in text
    early = squeezed(said(paper(on=date(2024, 4, 30))))
    assert squeezed("1 (gäller) dag saknas") in early
    assert "Omföringar" not in early
    assert squeezed("Läge den 2024-04-30") not in early, "facts stand beside each other"
    assert "2024-04-30" in early


def test_what_is_booked_another_year_is_noted() -> None:
    text = squeezed(said(paper()))
    assert squeezed("10 2025-03-03 Återbetalning av 3 Åkerby Idrottsförening. Oanvänd del. "
                    "Avser 2024 8 000") in text  # fmt: skip


def test_the_ledger_is_an_appendix_by_choice() -> None:
    assert "Huvudbok" not in said(paper())
    text = squeezed(said(paper(ledger=True)))
    assert squeezed("Bilaga 1. Huvudbok") in text
    assert squeezed("2 2024-04-15 Utbetalning Föreningen Lotsen 2024-0417 45 080") in text
    assert squeezed("3 2024, dag saknas Utbetalning Åkerby Idrottsförening 60 000") in text


def test_a_year_that_nobody_has_planned_says_so() -> None:
    text = said(paper(BudgetYear(id="y", year=2019), ()))
    for words in ("ingen budget är beslutad", "Inga uppgifter", "ingen budget är fördelad",
                  "Inget beslut om budgeten är antecknat."):  # fmt: skip
        assert words in text


def test_a_post_without_a_plan_is_not_one_of_nothing() -> None:
    text = squeezed(said(paper(entries=(*ENTRIES, row(11, "p6", EntryKind.COST, 700)))))
    assert squeezed("Post utan namn saknas 0 700 0 0 700 0 saknas") in text


def test_a_frame_that_the_posts_do_not_fill_is_told() -> None:
    short = replace(YEAR, versions=(replace(YEAR.versions[1], frame_ore=30_000_000),))
    assert "264 000 kr, inte lika med ramen" in said(paper(short))


@pytest.mark.parametrize("size", [16.0, 20.0, 28.0])
def test_large_print_sets_every_post_below_its_name(size: float) -> None:
    text = squeezed(said(paper(ledger=True), size))
    assert text.count("Planerat") == len(POSTS) + 1
    # The net is the sum's own figure, and no text of the ledger's.
    sums = re.findall(r"Summa(?:,allaposter)?(?:(?:Ut|In|Omfört|Reserverat)−?\d+)+Netto", text)
    own = {each.post_id for each in ENTRIES if each.year == YEAR.year}
    assert len(sums) == len(own) + 2, "and all posts, and other years"
    assert "MotpartochtextNetto" not in text


def test_a_vast_ledger_repeats_its_headings_on_every_page() -> None:
    printed = to_pdf(budget_manuscript(vast(340), HOUSE))
    shown = pages(printed)
    assert len(shown) > 9
    assert sum("Verifikation" in page for page in shown) == len(shown) - 2
    assert spoken(printed).count("Verifikation") == 1
    assert "Rad 340 om något" in spoken(printed)


def test_what_the_user_types_is_printed_verbatim() -> None:
    for typed in NASTY:
        posts = tuple(replace(post, name=typed, deviation_text=typed) for post in POSTS)
        entries = tuple(replace(each, text=typed, counterpart=typed) for each in ENTRIES)
        budget = paper(replace(YEAR, posts=posts), entries, ledger=True)
        whole(budget_manuscript(budget, HOUSE), f"{typed} {typed}. {typed}")


def test_the_same_paper_in_html() -> None:
    page = to_html(budget_manuscript(paper(ledger=True), HOUSE))
    assert '<div class="s" role="region" aria-label="Poster: Belopp i kronor" tabindex="0">' in page

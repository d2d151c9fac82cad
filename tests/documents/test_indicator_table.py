"""The indicators on paper: the table as the source prints it, charts with words."""

from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest

from hubra_desktop.documents.indicator_table import (
    indicator_charts,
    indicator_table,
)
from hubra_desktop.documents.kit.blocks import Block
from hubra_desktop.documents.kit.compose import heading
from hubra_desktop.documents.kit.html import to_html
from hubra_desktop.documents.kit.letterhead import Letterhead
from hubra_desktop.documents.kit.render import Manuscript, to_pdf
from hubra_desktop.documents.kit.style import Look
from hubra_desktop.documents.kit.tree import document
from hubra_desktop.model.indicators.reading import Years
from hubra_desktop.model.indicators.table import indicator_rows
from hubra_desktop.model.language import set_language
from hubra_desktop.model.records.indicators import Indicator
from tests.documents.checks import problems
from tests.documents.reading import elements, spoken, words_of
from tests.documents.reports import META
from tests.documents.samples import HOUSE
from tests.model.indicator_samples import BY_ID, SOURCE

AS_PRINTED = """
Invånarnas betyg på hur de bedömer Huddinge som en plats att leva och bo på med fokus på trygghet
(index 1-100) Från Medborgarundersökningen
Alla 57 (2015) 55 (2017) −2 Män 59 (2015) 58 (2017) −1 Kvinnor 53 (2015) 53 (2017) 0
Andel elever i årskurs nio som upplever sitt bostadsområde tryggt på kvällstid Från Ung Livsstil
Alla 78 % (2012) 54 % (2015) −24 Pojkar 89 % (2012) 78 % (2015) −11
Flickor 68 % (2012) 33,5 % (2015) −34,5
Andel vuxna som upplever sitt område som tryggt på kvällstid Från Befolkningsundersökningen
Alla 64 % (2012) 65 % (2014) +1 Män 74 % (2012) 75 % (2014) +1 Kvinnor 56 % (2012) 55 % (2014) −1
Andel elever i årskurs nio som trivs bra i sitt bostadsområde Från Stockholmsenkäten
Alla uppgift saknas uppgift saknas saknas
Antal grannsamverkansföreningar Info från Polisen Alla 354 (2016) 369 (2017) +15
Andel personer som erhållit stöd från brottsofferjouren Info från Brottsofferjouren
Antal 556 (2016) 574 (2017) +18 Män 38 % (2016) 41 % (2017) +3 Kvinnor 62 % (2016) 59 % (2017) −3
Elevers trygghet i skolan Från Elevenkäten Grundskolan senare del Alla 91 % (2015) 90 % (2017) −1
Skillnaden mellan två andelar är i procentenheter.
"""


def paper(*sheets: Indicator, years: Years | None = None, until: int | None = None) -> bytes:
    return to_pdf(manuscript(*sheets, years=years, until=until))


def manuscript(
    *sheets: Indicator, years: Years | None = None, until: int | None = None
) -> Manuscript:
    root, look = document(), Look()
    head = Letterhead(root, HOUSE, look, "Lövstabro kommun", "Rapport", draft=False)
    chosen = {sheets[0].id: years} if years else None
    rows = indicator_rows(sheets, until=until, chosen=chosen)
    blocks: list[Block] = [heading(root, 1, "Uppföljning och indikatorer", look)]
    blocks += indicator_table(root, rows, look, head.measure)
    blocks += indicator_charts(root, sheets, look, head.measure, until=until)
    blocks += head.close()
    return Manuscript(root, blocks, META, head.page(), (head.draw,))


def words(printed: bytes) -> str:
    return " ".join(spoken(printed).split())


def test_the_table_reads_as_the_source_prints_it() -> None:
    printed = paper(*SOURCE)
    assert problems(printed) == []
    assert "Indikator Jämförs med Mått senaste Skillnad" in words(printed)
    assert " ".join(AS_PRINTED.split()) in words(printed)


def test_every_indicator_with_a_value_has_a_chart_with_words() -> None:
    with pikepdf.open(BytesIO(paper(*SOURCE))) as pdf:
        told = [str(each.Alt) for each in elements(pdf) if str(each.S) == "/Figure"]
    assert len(told) == 7
    assert "År 2015: 91, år 2017: 90; minskning med 1." in told[-1]
    assert not any("trivs bra" in each for each in told)


def test_a_paper_of_an_earlier_year_knows_nothing_of_later_ones() -> None:
    said = words(paper(BY_ID["neighbours"], until=2016))
    assert "Alla inget tidigare värde 354 (2016) saknas" in said
    assert "369" not in said


def test_what_was_measured_in_another_way_has_no_difference() -> None:
    school = BY_ID["school"]
    later = tuple(replace(each, incomparable=each.year == 2017) for each in school.measurements)
    assert "kan inte jämföras" in words(paper(replace(school, measurements=later)))


def test_any_two_years_can_be_chosen() -> None:
    said = words(paper(BY_ID["school"], years=Years(2015, 2017)))
    assert "Alla 90 % (2017) 91 % (2015) +1" in said


def test_a_paper_is_swedish_whatever_the_window_speaks() -> None:
    set_language("en")
    try:
        english = words(paper(*SOURCE))
    finally:
        set_language("sv")
    assert english == words(paper(*SOURCE))


@pytest.mark.parametrize("sheet", SOURCE, ids=lambda each: each.id)
def test_the_twin_says_the_same(sheet: Indicator) -> None:
    html = words_of(to_html(manuscript(sheet)))
    assert sheet.name in html
    assert ("uppgift saknas" in html) is (not sheet.measurements)

"""The indicators on paper: the table as the source prints it, charts with words."""

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
from tests.documents.reading import elements, spoken
from tests.documents.reports import META
from tests.documents.samples import HOUSE
from tests.model.indicator_samples import BY_ID, SOURCE

AS_PRINTED = """
Invånarnas betyg på hur de bedömer Huddinge som en plats att leva och bo på med fokus på trygghet
(index 1-100) Från Medborgarundersökningen
alla 55 män 58 kvinnor 53 2017 alla 57 män 59 kvinnor 53 2015
Andel elever i årskurs nio som upplever sitt bostadsområde tryggt på kvällstid Från Ung Livsstil
alla 54 pojkar 78 flickor 33,5 2015 alla 78 pojkar 89 flickor 68 2012
Andel vuxna som upplever sitt område som tryggt på kvällstid Från Befolkningsundersökningen
alla 65 män 75 kvinnor 55 2014 alla 64 män 74 kvinnor 56 2012
Andel elever i årskurs nio som trivs bra i sitt bostadsområde Från Stockholmsenkäten
uppgift saknas uppgift saknas
Antal grannsamverkansföreningar Info från Polisen 369 2017 354 2016
Andel personer som erhållit stöd från brottsofferjouren Info från Brottsofferjouren
antal 574 män 41 % kvinnor 59 % 2017 antal 556 män 38 % kvinnor 62 % 2016
Elevers trygghet i skolan Från Elevenkäten Grundskolan senare del 90 % 2017 91 % 2015
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
    blocks.append(indicator_table(root, rows, look, head.measure))
    blocks += indicator_charts(root, sheets, look, head.measure, until=until)
    blocks += head.close()
    return Manuscript(root, blocks, META, head.page(), (head.draw,))


def words(printed: bytes) -> str:
    return " ".join(spoken(printed).split())


def test_the_table_reads_as_the_source_prints_it() -> None:
    printed = paper(*SOURCE)
    assert problems(printed) == []
    assert "Indikator Mått senaste Jämförs med" in words(printed)
    assert " ".join(AS_PRINTED.split()) in words(printed)


def test_every_indicator_with_a_value_has_a_chart_with_words() -> None:
    with pikepdf.open(BytesIO(paper(*SOURCE))) as pdf:
        told = [str(each.Alt) for each in elements(pdf) if str(each.S) == "/Figure"]
    assert len(told) == 7
    assert "Elevers trygghet i skolan, procent 2015–2017. 2015 91, 2017 90." in told[-1]
    assert not any("trivs bra" in each for each in told)


def test_a_paper_of_an_earlier_year_knows_nothing_of_later_ones() -> None:
    said = words(paper(BY_ID["neighbours"], until=2016))
    assert "354 2016 inget tidigare värde" in said
    assert "369" not in said


def test_any_two_years_can_be_chosen() -> None:
    said = words(paper(BY_ID["school"], years=Years(2015, 2017)))
    assert "91 % 2015 90 % 2017" in said


def test_a_paper_is_swedish_whatever_the_window_speaks() -> None:
    set_language("en")
    try:
        english = words(paper(*SOURCE))
    finally:
        set_language("sv")
    assert english == words(paper(*SOURCE))


@pytest.mark.parametrize("sheet", SOURCE, ids=lambda each: each.id)
def test_the_twin_says_the_same(sheet: Indicator) -> None:
    html = to_html(manuscript(sheet))
    assert sheet.name in html
    assert ("uppgift saknas" in html) is (not sheet.measurements)

"""The year's wheel on paper: a page to hang on the wall, and the same in words."""

import re
from dataclasses import replace
from datetime import date
from itertools import chain

import pytest

from hubra_desktop.documents.arshjul import YearPaper, arshjul_manuscript
from hubra_desktop.documents.kit.html import to_html
from hubra_desktop.documents.kit.render import to_pdf
from hubra_desktop.documents.kit.style import A4, ACROSS
from hubra_desktop.model.drawing import Drawing, Label
from hubra_desktop.model.plan.year import Wheel
from hubra_desktop.model.records.plan import Activity, Letter
from hubra_desktop.model.swedish import MONTHS, capitalised
from tests.documents.papers import golden, pages, whole
from tests.documents.reading import spoken, squeezed
from tests.documents.samples import HOUSE, NASTY
from tests.documents.year_samples import year_paper


def said(year: YearPaper, text_size: float | None = None) -> str:
    return whole(arshjul_manuscript(year, HOUSE, text_size=text_size))


def only(**changes: object) -> YearPaper:
    """Print a year with nothing in it but what is given."""
    return replace(year_paper(0), wheel=Wheel(year=2024, **changes))  # type: ignore[arg-type]


def test_the_paper_has_the_structure_that_was_agreed() -> None:
    now, kept = golden(arshjul_manuscript(year_paper(7), HOUSE), "arshjul.txt")
    assert now == kept


@pytest.mark.parametrize("count", [0, 1, 25, 70])
def test_the_wheel_stands_on_the_first_page_and_the_table_after_it(count: int) -> None:
    manuscript = arshjul_manuscript(year_paper(count, letters=8, areas=8), HOUSE)
    first, second, *_ = pages(to_pdf(manuscript))
    drawings = [each.drawing for each in manuscript.root.walk() if each.drawing]
    drawn = [labels(drawing) for drawing in drawings]
    assert {*MONTHS} <= {each.text for each in drawn[0]}
    assert min(each.size for each in chain(*drawn)) >= 8.5
    assert drawn[-1][-1].text.split()[0] in (first if len(drawn) == 1 else second)
    assert "månad för månad" not in first
    if count == 70:
        assert "Teckenförklaring" in second
    else:
        assert "månad för månad" in second


def labels(drawing: Drawing) -> list[Label]:
    return [shape for shape in drawing.shapes if isinstance(shape, Label)]


def months_told(text: str) -> list[str]:
    """Return the months that are headings, those between two of one heading too."""
    name = "|".join(map(capitalised, MONTHS))
    told: list[str] = []
    for first, last in re.findall(rf"^({name})(?: (?:och|till) (\w+))?$", text, re.MULTILINE):
        start = MONTHS.index(first.lower())
        told += MONTHS[start : MONTHS.index(last) + 1] if last else [MONTHS[start]]
    return told


def test_every_month_is_told_in_order() -> None:
    text = said(year_paper(20)).split("månad för månad")[1]
    assert months_told(text) == list(MONTHS)


def test_an_activity_stands_in_each_of_its_months_with_number_state_and_who() -> None:
    activity = Activity(id="a", year=2024, title="Vandringar", period="mars–maj",
                             responsible="Åsa Wärnelid")  # fmt: skip
    text = said(only(activities=(activity,)))
    assert squeezed(text).count(squeezed("–1 Vandringar mars–maj Planerad Åsa Wärnelid")) == 3
    assert text.count("Inget planerat") == 2
    assert "Juni till december" in text


@pytest.mark.parametrize(
    ("period", "heading"),
    [("hela året", "Hela året"), ("under 2024", "Någon gång under året"),
     ("", "Utan angiven tid")],
)  # fmt: skip
def test_what_has_no_month_is_told_last(period: str, heading: str) -> None:
    activity = Activity(id="a", year=2024, title="Vandringar", period=period)
    assert f"{heading}\n\n\n–1 Vandringar" in said(only(activities=(activity,)))


def test_days_stand_in_for_words_about_the_time() -> None:
    first = Activity(id="a", year=2024, title="A", starts=date(2024, 6, 8))
    both = replace(first, id="b", title="B", ends=date(2024, 7, 2))
    text = said(only(activities=(first, both)))
    assert "–1 A\n\n8 juni\n" in text
    assert "–2 B\n\n8 juni–2 juli\n" in text


def test_meetings_letters_and_duties_stand_on_their_days() -> None:
    text = squeezed(said(year_paper(0, letters=2)))
    assert squeezed("Mars Sammanträde 6 mars VB Verksamhetsberättelse för 2023 31 mars") in text
    assert squeezed("Trygghetsbrev 12 februari Utskickat") in text
    assert squeezed("Trygghetsbrev nr 2 Planerat") in text


def test_letters_that_are_alike_are_told_together() -> None:
    letters = tuple(Letter(id=f"l{place}", year=2024) for place in range(7))
    assert "Trygghetsbrev (7 stycken)" in said(only(letters=letters))


def test_the_picture_is_told_in_a_sentence_that_leads_to_the_table() -> None:
    alt = "Årshjul för 2024 med 20 aktiviteter i 4 områden, 4 sammanträden och 4 trygghetsbrev."
    assert alt in said(year_paper(20))
    assert alt in to_html(arshjul_manuscript(year_paper(20), HOUSE))


@pytest.mark.parametrize("size", [16.0, 20.0, 28.0])
def test_large_print_is_the_table_alone(size: float) -> None:
    year = year_paper(12)
    root = arshjul_manuscript(year, HOUSE, text_size=size).root
    assert not any(element.tag == "Figure" for element in root.walk())
    text = said(year, size)
    assert months_told(text) == list(MONTHS)


def test_large_print_lies_on_its_side_where_that_keeps_the_columns() -> None:
    year = year_paper(12)
    sheets = {
        size: arshjul_manuscript(year, HOUSE, text_size=size).page.size
        for size in (11.0, 16.0, 28.0)
    }
    assert sheets == {11.0: A4, 16.0: ACROSS, 28.0: A4}


def test_what_the_user_types_is_printed_verbatim() -> None:
    for typed in NASTY:
        activity = Activity(id="a", year=2024, title=typed, responsible=typed, period="juni")
        whole(arshjul_manuscript(only(activities=(activity,)), HOUSE), f"{typed} –1 {typed}")


def test_the_same_year_gives_the_same_bytes() -> None:
    assert to_pdf(arshjul_manuscript(year_paper(30), HOUSE)) == to_pdf(
        arshjul_manuscript(year_paper(30), HOUSE)
    )
    assert spoken(to_pdf(arshjul_manuscript(year_paper(3), HOUSE))) != spoken(
        to_pdf(arshjul_manuscript(year_paper(4), HOUSE))
    )

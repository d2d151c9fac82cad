"""Drawings in print and in the twin: one figure with words, whatever it is made of."""

import re
from io import BytesIO

import pikepdf
import pytest

from hubra_desktop.documents.kit.blocks import paragraph
from hubra_desktop.documents.kit.charts import diagram
from hubra_desktop.documents.kit.compose import illustration
from hubra_desktop.documents.kit.coverage import MissingGlyphsError
from hubra_desktop.documents.kit.engine import BrokenDocumentError
from hubra_desktop.documents.kit.html import to_html
from hubra_desktop.documents.kit.render import Manuscript, paginate, to_pdf
from hubra_desktop.documents.kit.style import MM, Look
from hubra_desktop.documents.kit.tree import document
from hubra_desktop.model.chart import Chart, Series, chart_text
from hubra_desktop.model.drawing import (
    Drawing,
    Label,
    Path,
    circle,
    on_circle,
    polyline,
    rectangle,
    sector,
)
from tests.documents.checks import problems
from tests.documents.long_report import META
from tests.documents.reading import as_list, elements, run, spoken
from tests.documents.test_html import Reader

LOOK = Look()
MONTHS = ("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec")


def wheel() -> Drawing:
    """Draw a year's wheel: a ring of months, turned labels, hatching, a dashed circle."""
    centre = (150.0, 150.0)
    shapes: list[Path | Label] = []
    for place, month in enumerate(MONTHS):
        steps = sector(centre, 90, 140, place * 30, place * 30 + 30)
        hatch = ("rising", "cross", "")[place % 3]
        shapes.append(
            Path(steps=steps, closed=True, fill="#e8edf0", stroke="#1f3a4d", hatch=hatch)  # type: ignore[arg-type]
        )
        x, y = on_circle(centre, 112, place * 30 + 15)
        shapes.append(Path(steps=circle(x, y, 12), closed=True, fill="#ffffff"))
        shapes.append(
            Label(x=x, y=y + 3, text=month, anchor="middle", turn=place * 30 + 15, bold=True)
        )
    shapes.append(
        Path(steps=circle(*centre, 60), closed=True, stroke="#8c1d18", width=2, dash=(4, 3))
    )
    shapes.append(Label(x=150, y=153, text="شیرین 2025 ☐", anchor="middle", size=14))
    return Drawing(300, 300, tuple(shapes))


def shown(drawing: Drawing, spoken_text: str = "Ett årshjul", caption: str = "") -> Manuscript:
    root = document()
    title = paragraph(root.add("H1"), "Årshjul", LOOK.title)
    return Manuscript(
        root, [title, illustration(root, drawing, spoken_text, LOOK, 300, caption)], META
    )


def test_a_drawing_is_one_figure_with_its_words() -> None:
    printed = to_pdf(shown(wheel()))
    assert problems(printed) == []
    assert spoken(printed) == "Årshjul\nEtt årshjul\n"
    with pikepdf.open(BytesIO(printed)) as pdf:
        figures = [element for element in elements(pdf) if str(element.S) == "/Figure"]
        assert [str(figure.Alt) for figure in figures] == ["Ett årshjul"]
        assert len(as_list(figures[0].K)) == 1
        box = [float(edge) for edge in figures[0].A.BBox]
    assert box[2] - box[0] == pytest.approx(300, abs=0.1)


def test_the_text_of_a_drawing_can_be_found() -> None:
    words = run("pdftotext", data=to_pdf(shown(wheel())), after=("-",))
    assert {"jan", "jul", "dec"} <= set(words.split())


def test_the_fonts_of_a_drawing_are_embedded() -> None:
    lines = run("pdffonts", data=to_pdf(shown(wheel()))).splitlines()[2:]
    assert all(line.split()[-5:-2] == ["yes", "yes", "yes"] for line in lines)


def test_a_drawing_has_the_right_side_up() -> None:
    half = Path(steps=rectangle(0, 0, 100, 50), closed=True, fill="#ff0000")
    printed = to_pdf(shown(Drawing(100, 100, (half,))))
    with pikepdf.open(BytesIO(printed)) as pdf:
        content = pdf.pages[0].Contents.read_bytes().decode("latin-1")
    assert re.search(
        r"1\.000 0\.000 0\.000 rg 0\.00 0\.00 m 100\.00 0\.00 l 100\.00 -50\.00 l", content
    )


def test_a_drawing_without_words_stops_the_document() -> None:
    with pytest.raises(BrokenDocumentError, match="spoken"):
        to_pdf(shown(wheel(), " "))


def test_a_character_without_a_glyph_in_a_drawing_is_refused() -> None:
    with pytest.raises(MissingGlyphsError):
        to_pdf(shown(Drawing(10, 10, (Label(x=0, y=9, text="漢"),))))


def test_a_drawing_is_never_wider_than_the_measure_and_keeps_its_shape() -> None:
    root = document()
    figure = illustration(root, wheel(), "Hjul", LOOK, 900)
    assert figure.height(120) == pytest.approx(120)
    assert figure.height(5000) == pytest.approx(180 * MM)


def test_a_figure_stays_with_its_caption_on_one_page() -> None:
    root = document()
    filler = paragraph(root.add("P"), "\n".join(["x"] * 30), LOOK.text)
    captioned = illustration(root, wheel(), "Hjul", LOOK, 300, "Rådets år")
    manuscript = Manuscript(root, [filler, captioned], META)
    assert [len(page) for page in paginate(manuscript.blocks, manuscript.page)] == [1, 1]
    printed = to_pdf(manuscript)
    assert problems(printed) == []
    assert spoken(printed).split("\n")[-5:-2] == ["Rådets år", "", "Hjul"]


def test_the_twin_draws_the_same_shapes_with_the_same_words() -> None:
    page = Reader(to_html(shown(wheel())))
    (picture_,) = page.all("svg")
    assert picture_["role"] == "img"
    assert picture_["aria-label"] == "Ett årshjul"
    assert len(page.all("text")) == 13
    clips = [str(clip["id"]) for clip in page.all("clippath")]
    assert len(clips) == len(set(clips)) == 8
    used = {str(path["clip-path"]) for path in page.all("path") if "clip-path" in path}
    assert used == {f"url(#{clip})" for clip in clips}


def test_a_chart_is_printed_with_title_and_values() -> None:
    root = document()
    chart = Chart(
        title="Anmälda <brott>", unit="antal", years=("2023", "2024"),
        series=(Series("Centrum & Norr", (12, 14)), Series("Söder", (None, 9))),
    )  # fmt: skip
    manuscript = Manuscript(root, [diagram(root, chart, LOOK, 400)], META)
    printed = to_pdf(manuscript)
    assert problems(printed) == []
    assert chart_text(chart) in spoken(printed)
    page = to_html(manuscript)
    assert "Centrum &amp; Norr" in page
    assert "Anmälda &lt;brott&gt;" in page


def test_a_line_is_a_line() -> None:
    line = Path(steps=polyline(((0, 0), (50, 50))), stroke="#000000", dash=(2, 2))
    page = to_html(shown(Drawing(50, 50, (line,))))
    assert 'd="M0.00 0.00 L50.00 50.00" fill="none" stroke="#000000"' in page
    assert 'stroke-dasharray="2 2"' in page

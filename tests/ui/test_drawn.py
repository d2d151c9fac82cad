"""Drawings on the screen: the paper's shapes, in inks that can be read in both schemes."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from hubra_desktop.model.chart import chart_drawing
from hubra_desktop.model.contrast import contrast
from hubra_desktop.model.drawing import Drawing, Label, Path, circle, polyline, rectangle
from hubra_desktop.model.indicators.charts import charts
from hubra_desktop.ui.theme import SchemeChoice, theme
from hubra_desktop.ui.widgets.drawing_view import DrawnView, fitting, on_screen, paint
from tests.model.indicator_samples import BY_ID

INKS = ("#1a1a1a", "#4a5158", "#1f4e5f", "#8c1d18")


@pytest.fixture(params=[SchemeChoice.LIGHT, SchemeChoice.DARK])
def scheme(request: pytest.FixtureRequest) -> Iterator[SchemeChoice]:
    theme().choose(request.param)
    yield request.param
    theme().choose(SchemeChoice.SYSTEM)


def painted(drawing: Drawing, width: int = 200, height: int = 200) -> QImage:
    image = QImage(width, height, QImage.Format.Format_ARGB32)
    image.fill(theme().colour("surface"))
    painter = QPainter(image)
    paint(painter, drawing, QRectF(0, 0, width, height))
    painter.end()
    return image


def inked(image: QImage, ground: QColor) -> set[tuple[int, int]]:
    return {
        (x, y)
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y) != ground
    }


@pytest.mark.parametrize("ink", INKS)
def test_every_ink_of_paper_can_be_read(scheme: SchemeChoice, ink: str) -> None:
    shown = on_screen(ink).name()
    assert contrast(shown, theme().colour("surface").name()) >= 4.5


def test_white_paper_becomes_the_schemes_own_ground(scheme: SchemeChoice) -> None:
    assert contrast(on_screen("#ffffff").name(), theme().colour("surface").name()) < 1.25


def test_a_surface_is_painted_where_it_stands(scheme: SchemeChoice) -> None:
    square = Path(steps=rectangle(25, 25, 50, 50), closed=True, fill="#1f4e5f")
    image = painted(Drawing(100, 100, (square,)))
    places = inked(image, theme().colour("surface"))
    assert (min(places), max(places)) == ((50, 50), (149, 149))
    assert image.pixelColor(100, 100).name() == on_screen("#1f4e5f").name()


@pytest.mark.parametrize(
    "shape",
    [
        Path(steps=polyline(((10, 50), (90, 50))), stroke="#1a1a1a", dash=(5, 3, 2)),
        Path(steps=circle(50, 50, 30), closed=True, hatch="cross", stroke="#1a1a1a"),
        Path(steps=circle(50, 50, 30), closed=True, hatch="rising"),
        Label(x=50, y=50, text="33,5", anchor="middle", bold=True),
        Label(x=50, y=50, text="mars", anchor="end", turn=45),
    ],
)
def test_every_kind_of_shape_leaves_ink(dressed: object, shape: Path | Label) -> None:
    assert len(inked(painted(Drawing(100, 100, (shape,))), theme().colour("surface"))) > 20


def test_hatching_stays_inside_its_surface(dressed: object) -> None:
    hatched = Path(steps=rectangle(30, 30, 40, 40), closed=True, hatch="cross")
    places = inked(painted(Drawing(100, 100, (hatched,))), theme().colour("surface"))
    assert all(59 <= x <= 140 and 59 <= y <= 140 for x, y in places)


def test_a_centred_label_is_centred(dressed: object) -> None:
    label = Label(x=50, y=50, text="HHHH", anchor="middle", size=14)
    xs = [x for x, _ in inked(painted(Drawing(100, 100, (label,))), theme().colour("surface"))]
    assert abs((min(xs) + max(xs)) / 2 - 100) < 3


def test_a_drawing_is_as_large_as_its_place_allows() -> None:
    assert fitting(Drawing(100, 50, ()), 200, 200) == 2
    assert fitting(Drawing(100, 50, ()), 200, 50) == 1
    assert fitting(Drawing(0, 0, ()), 200, 50) == 1


def test_the_view_tells_what_it_shows_and_keeps_the_proportions(qtbot: QtBot) -> None:
    view = DrawnView()
    qtbot.addWidget(view)
    (chart,) = charts(BY_ID["evening"])
    view.show_drawing(chart_drawing(chart, 310, 128), "Alla värden i ord", "Diagram")
    assert view.accessibleName() == "Diagram"
    assert view.accessibleDescription() == "Alla värden i ord"
    assert view.drawing.width == 310
    assert view.hasHeightForWidth()
    assert view.heightForWidth(314) == 132
    assert view.heightForWidth(10_000) <= round(128 * 1.6) + 4
    view.resize(314, 132)
    view.show()
    first = view.grab().toImage()
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    assert view.grab().toImage() != first
    theme().choose(SchemeChoice.DARK)
    assert view.grab().toImage() != first
    theme().choose(SchemeChoice.SYSTEM)

"""A measured value is shown with the decimals it has, wherever it is shown."""

from hubra_desktop.exchange.tables import TableName
from hubra_desktop.model.chart import chart_drawing
from hubra_desktop.model.drawing import Label
from hubra_desktop.model.indicators.change import derived_text
from hubra_desktop.model.indicators.charts import chart_description, charts
from hubra_desktop.model.indicators.table import indicator_rows
from hubra_desktop.model.indicators.terms import Group, Unit
from hubra_desktop.model.indicators.values import Value
from hubra_desktop.model.records.indicators import Indicator
from hubra_desktop.work.commands.indicators import SetMeasurements
from hubra_desktop.work.edits import Add
from hubra_desktop.work.papers import PaperForm, collect, render
from hubra_desktop.work.queries.indicators import indicators
from hubra_desktop.work.table_exports import export_table
from hubra_desktop.work.workspace import Workspace

SAID = ("2,25", "2,125")


def measured(demo: Workspace) -> Indicator:
    """Give the demo an indicator with a value of two decimals and one of three."""
    made = demo.run(Add(Indicator, {"name": "Medelbetyg", "unit": Unit.INDEX})).created
    assert made is not None
    for year, value in ((2017, 2_250), (2015, 2_125)):
        demo.run(SetMeasurements(made, year, {Group.ALL: Value(value)}))
    with demo.read() as reader:
        return next(each for each in indicators(reader) if each.id == made)


def test_tables_sentences_and_charts_show_the_decimals(demo: Workspace) -> None:
    indicator = measured(demo)
    [row] = indicator_rows([indicator])
    [chart] = charts(indicator)
    labels = [each.text for each in chart_drawing(chart, 400, 200).shapes
              if isinstance(each, Label)]  # fmt: skip
    sentence = derived_text(indicator, 2017, 2015)
    for said in SAID:
        assert said in f"{row.latest.text} {row.compared.text}"
        assert said in sentence
        assert said in chart_description(indicator, chart)
        assert said in labels


def test_papers_and_files_show_the_decimals(demo: Workspace) -> None:
    measured(demo)
    with demo.read() as reader:
        paper = collect(reader, "verksamhetsberattelse", 2017)
        exported = export_table(reader, TableName.MEASUREMENTS, None, xlsx=False).decode(
            "utf-8-sig"
        )
    page = render(paper, PaperForm(html=True)).decode()
    for said in SAID:
        assert said in page
        assert f";{said};" in exported

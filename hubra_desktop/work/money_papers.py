"""What the forecast and the reconciliation say, read from the register, and how they are set."""

import datetime as dt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection

    from hubra_desktop.documents.avstamning import ReconciliationPaper
    from hubra_desktop.documents.kit.render import Manuscript
    from hubra_desktop.documents.prognos import ForecastPaper
    from hubra_desktop.model.records.meeting import HouseStyle
    from hubra_desktop.work.papers import PaperForm


def collect_forecast(
    reader: "Connection", year: int, *, on: dt.date | None = None, day: dt.date | None = None
) -> "ForecastPaper":
    """Read a year's forecast as of a day (None: today); ``day`` is the paper's own."""
    from hubra_desktop.documents.official import Sender
    from hubra_desktop.documents.prognos import ForecastPaper
    from hubra_desktop.work.queries.forecast import forecast_of
    from hubra_desktop.work.queries.register import register_info
    from hubra_desktop.work.queries.register import today as register_day

    body = register_info(reader).body
    return ForecastPaper(
        sender=Sender(kind="Prognos", administration=body, date=day),
        forecast=forecast_of(reader, year, on or register_day(reader)),
        body=body,
    )


def compose_forecast(
    paper: "ForecastPaper", style: "HouseStyle", form: "PaperForm"
) -> "Manuscript":
    """Set out a year's forecast."""
    from hubra_desktop.documents.prognos import prognos_manuscript

    return prognos_manuscript(paper, style, text_size=form.text_size)


def collect_reconciliation(
    reader: "Connection", year: int, *, day: dt.date | None = None
) -> "ReconciliationPaper":
    """Read a year held against itself; ``day`` is the paper's own."""
    from hubra_desktop.documents.avstamning import ReconciliationPaper
    from hubra_desktop.documents.official import Sender
    from hubra_desktop.work.queries.reconciliation import reconciliation
    from hubra_desktop.work.queries.register import register_info

    body = register_info(reader).body
    return ReconciliationPaper(
        sender=Sender(kind="Avstämning", administration=body, date=day),
        reconciliation=reconciliation(reader, year),
        body=body,
    )


def compose_reconciliation(
    paper: "ReconciliationPaper", style: "HouseStyle", form: "PaperForm"
) -> "Manuscript":
    """Set out a year's reconciliation."""
    from hubra_desktop.documents.avstamning import avstamning_manuscript

    return avstamning_manuscript(paper, style, text_size=form.text_size)

"""What the council measures, as the screen, the papers and the command line read it."""

from datetime import date

from sqlalchemy.engine import Connection

from hubra_desktop.model.due import Due
from hubra_desktop.model.indicators.due import due_of
from hubra_desktop.model.records.indicators import Indicator
from hubra_desktop.store.reading import records
from hubra_desktop.store.tables import INDICATOR


def indicators(reader: Connection) -> tuple[Indicator, ...]:
    """Return every indicator with its values, in the order of the table."""
    return records(reader, Indicator, order=(INDICATOR.c.position,))


def indicators_due(reader: Connection, today: date) -> tuple[Due, ...]:
    """Return the measurements that are due or late on ``today``."""
    return due_of(indicators(reader), today)

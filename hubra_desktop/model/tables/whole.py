"""All tables of the register by name, for what works on any of them."""

from collections.abc import Mapping

from sqlalchemy import Table

from hubra_desktop.model import tables as council
from hubra_desktop.model.tables import money, plan, reports
from hubra_desktop.model.tables.base import METADATA

_ROOMS = (council, plan, money, reports)

TABLES: Mapping[str, Table] = {
    table.name: table
    for room in _ROOMS
    for table in vars(room).values()
    if isinstance(table, Table) and table.metadata is METADATA
}

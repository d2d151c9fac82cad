"""The tables under the names they had before; see ``store.tables``."""

from hubra_desktop.store import tables as _tables

TABLES = _tables.TABLES

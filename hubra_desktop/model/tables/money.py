"""The tables under the names they had before; see ``store.tables``."""

from hubra_desktop.store import tables as _tables

BUDGET_YEAR = _tables.BUDGET_YEAR
BUDGET_POST = _tables.BUDGET_POST
BUDGET_VERSION = _tables.BUDGET_VERSION
ALLOCATION = _tables.ALLOCATION
LEDGER_ENTRY = _tables.LEDGER_ENTRY
ASSOCIATION = _tables.ASSOCIATION
GRANT = _tables.GRANT
GRANT_DECISION = _tables.GRANT_DECISION
INSTALMENT = _tables.INSTALMENT

"""The tables under the names they had before; see ``store.tables``."""

from hubra_desktop.store import tables as _tables

INDICATOR = _tables.INDICATOR
MEASUREMENT = _tables.MEASUREMENT
CHANGE_TEXT = _tables.CHANGE_TEXT
REPORT = _tables.REPORT
REPORT_SECTION = _tables.REPORT_SECTION
REPORT_SIGNATURE = _tables.REPORT_SIGNATURE
REPORT_ANSWER = _tables.REPORT_ANSWER
MATTER_ALIAS = _tables.MATTER_ALIAS

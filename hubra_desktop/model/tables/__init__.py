"""The tables under the names they had before; see ``store.tables``."""

from hubra_desktop.store import tables as _tables

REGISTER = _tables.REGISTER
HOUSE_STYLE = _tables.HOUSE_STYLE
BODY = _tables.BODY
PERSON = _tables.PERSON
MANDATE = _tables.MANDATE
MATTER = _tables.MATTER
MEETING = _tables.MEETING
AGENDA_ITEM = _tables.AGENDA_ITEM
PRESENTER = _tables.PRESENTER
PRE_MEETING = _tables.PRE_MEETING
FOOTNOTE = _tables.FOOTNOTE
SIGNATURE = _tables.SIGNATURE

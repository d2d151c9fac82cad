"""The tables under the names they had before; see ``store.tables``."""

from hubra_desktop.store import tables as _tables

PLAN = _tables.PLAN
FOCUS_AREA = _tables.FOCUS_AREA
ACTIVITY = _tables.ACTIVITY
OCCASION = _tables.OCCASION
ACTIVITY_AREA = _tables.ACTIVITY_AREA
ACTIVITY_LINK = _tables.ACTIVITY_LINK
FOLLOW_UP_NOTE = _tables.FOLLOW_UP_NOTE
LETTER = _tables.LETTER
LETTER_RECIPIENT = _tables.LETTER_RECIPIENT
AGREEMENT = _tables.AGREEMENT
AGREEMENT_PARTY = _tables.AGREEMENT_PARTY
AGREEMENT_MEETING = _tables.AGREEMENT_MEETING
CONSULTATION = _tables.CONSULTATION

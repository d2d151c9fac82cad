"""The eighth schema: papers to a meeting, what is issued and sent, rules, matters and people.

Each table whose statement changes or is new stands whole in ``0008.sql`` and is made by it;
``_FILLED`` says what old rows get in the columns that they do not have.
"""

from pathlib import Path
from typing import Final

from alembic import op

from hubra_desktop.store.frozen_tables import FrozenTables

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

_FROZEN: Final = Path(__file__).with_name("0008.sql")
_EMPTY: Final = "''"
_FILLED: Final = {
    "register": {"exercise_day": "NULL"},
    "body": dict.fromkeys(("email", "phone", "postal_address", "note"), _EMPTY),
    "person": {
        "postal_address": _EMPTY,
        "way": "'email'",
        "protected": "0",
        "distinction": _EMPTY,
    },
    "mandate": {
        "group": _EMPTY,
        "seat": _EMPTY,
        "rank": "NULL",
        "substitute_for_id": "NULL",
        "represents_id": "NULL",
        "note": _EMPTY,
    },
    "matter": {
        "kind": _EMPTY,
        "state": "'open'",
        "opened": "NULL",
        "closed_on": "NULL",
        "responsible": _EMPTY,
        "responsible_id": "NULL",
        "retention": _EMPTY,
    },
    "agenda_item": {"carried_from_id": "NULL", "raised_by": _EMPTY},
    "presenter": {"answer": "'not_asked'"},
    "meeting": {
        "papers_due": "NULL",
        "preparation_day": "NULL",
        "lifted_on": "NULL",
        "lifted_reason": _EMPTY,
    },
    "house_style": {"list_papers": "0"},
    "issued_paper": {
        "meeting_id": "NULL",
        "audience": "'internal'",
        "state": "'issued'",
        "sha256": "NULL",
        "size": "0",
        "pages": "NULL",
        "issued_at": _EMPTY,
        "issued_by": _EMPTY,
        "changes": _EMPTY,
        "reason": _EMPTY,
    },
}


def upgrade() -> None:
    """Make the tables that have changed anew, and the new ones; every row is kept."""
    FrozenTables.read(_FROZEN).renew(op.get_bind(), _FILLED)

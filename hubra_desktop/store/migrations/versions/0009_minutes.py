"""The ninth schema: attendance, minutes with their §§, follow-ups and allowances.

Each table whose statement changes or is new stands whole in ``0009.sql`` and is made by it;
``_FILLED`` says what old rows get in the columns that they do not have.
"""

from pathlib import Path
from typing import Final

from alembic import op

from hubra_desktop.store.frozen_tables import FrozenTables

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

_FROZEN: Final = Path(__file__).with_name("0009.sql")
_FILLED: Final = {
    "meeting": {"opened_at": "NULL", "ended_at": "NULL"},
    "body_rules": {"minutes_kind": "'protocol'"},
    "grant_decision": {"minuted_id": "NULL"},
    "activity_link": {"decision_id": "NULL"},
    "issued_paper": {"section_id": "NULL"},
}


def upgrade() -> None:
    """Make the tables that have changed anew, and the new ones; every row is kept."""
    FrozenTables.read(_FROZEN).renew(op.get_bind(), _FILLED)

"""The sixth schema: evidence beside rows and grants, what is accounted for, expected months.

Each table whose statement changes or is new stands whole in ``0006.sql`` and is made by it;
``_FILLED`` says what old rows get in the columns that they do not have.
"""

from pathlib import Path
from typing import Final

from alembic import op

from hubra_desktop.store.frozen_tables import FrozenTables

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_FROZEN: Final = Path(__file__).with_name("0006.sql")
_FILLED: Final = {
    "association": {
        "postal_address": "''",
        "plus_giro": "''",
        "giro_in_own_name": "0",
        "statutes_received": "NULL",
        "signatory": "''",
        "annual_meeting": "NULL",
        "valid_until": "NULL",
        "asked_again": "NULL",
    },
    "budget_post": {"expected": "''"},
    "grant": {"accounted_ore": "NULL", "retracted_on": "NULL"},
    "house_style": {"phone": "''", "email": "''"},
}


def upgrade() -> None:
    """Make the tables that have changed anew, and the new ones; every row is kept."""
    FrozenTables.read(_FROZEN).renew(op.get_bind(), _FILLED)

"""The fifth schema: rows of an agenda with or without a number, templates of meetings.

Each table whose statement changes stands whole in ``0005.sql`` and is made anew by it;
``_FILLED`` says what old rows get in the columns that they do not have.
"""

from pathlib import Path
from typing import Final

from alembic import op

from hubra_desktop.store.frozen_tables import FrozenTables

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_FROZEN: Final = Path(__file__).with_name("0005.sql")
_FILLED: Final = {"agenda_item": {"numbered": "NULL"}}


def upgrade() -> None:
    """Make the tables that have changed anew; every row is kept."""
    FrozenTables.read(_FROZEN).renew(op.get_bind(), _FILLED)

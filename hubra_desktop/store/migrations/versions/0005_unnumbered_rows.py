"""The fifth schema: rows with or without a number, templates, meetings without a start yet.

Each table whose statement changes stands whole in ``0005.sql`` and is made anew by it;
``_FILLED`` says what old rows get in the columns that they do not have. Rows behind closed
doors go on printing what they printed.
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
_FILLED: Final = {
    "agenda_item": {
        "numbered": "NULL",
        "print_note": "closed",
        "print_place": "closed",
        "print_presenters": "closed",
        "print_case_number": "closed",
    },
    "meeting": {"start": "NULLIF(start, 0)", "copied_from": "NULL"},
}
_STARTS: Final = """
    UPDATE change SET {image} = json_set({image}, '$.start', NULL)
    WHERE kind = 'meeting' AND json_extract({image}, '$.start') = 0
"""


def upgrade() -> None:
    """Make the tables that have changed anew; every row is kept.

    A start that nobody had given was kept as midnight, in the history as well, by which
    earlier steps are undone.
    """
    FrozenTables.read(_FROZEN).renew(op.get_bind(), _FILLED)
    for image in ("before", "after"):
        op.get_bind().exec_driver_sql(_STARTS.format(image=image))

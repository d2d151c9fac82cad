"""The seventh schema: a checksum of every row, so that damage is told from what was written.

The checksums themselves are taken when an upgrade is done, whatever it has changed:
``store/row_check.py`` says how.
"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the table of the checksums."""
    op.create_table(
        "row_check",
        sa.Column("kind", sa.String(64), nullable=False),
        sa.Column("row_id", sa.String(64), nullable=False),
        sa.Column("crc", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("kind", "row_id", name="pk_row_check"),
        sqlite_with_rowid=False,
    )

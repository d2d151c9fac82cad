"""The first schema: meetings, agenda, people, matters, history.

Nothing is made here: a new register gets the newest tables at once, and one of this
schema is where upgrades begin.
"""

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Leave a register of this schema as it is."""

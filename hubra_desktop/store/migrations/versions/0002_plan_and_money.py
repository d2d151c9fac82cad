"""The second schema: plan, money, indicators, papers.

Nothing is made here: the upgrade after this one makes every table anew, those that a
register of the first schema lacks among them.
"""

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Leave what is missing to the upgrade after this one."""

"""The history by changed columns: undo after a restart, pictures kept once."""

import base64
import hashlib
import json
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add what undo needs after a restart; keep of earlier steps only what differs, pictures once.

    Earlier steps told whole rows, with pictures in them. What did not change is told by
    the steps that did change it; nothing else is let go. They cannot be undone.
    """
    op.add_column("step", sa.Column("merge_key", sa.String(16)))
    op.add_column("step", sa.Column("barrier", sa.Boolean))
    op.create_table(
        "large_value",
        sa.Column("hash", sa.String(64), nullable=False),
        sa.Column("content", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("hash", name="pk_large_value"),
    )
    connection = op.get_bind()
    connection.execute(sa.text("UPDATE step SET barrier = 1"))
    told = sa.text("SELECT id, kind, before, after FROM change WHERE before IS NOT NULL")
    for row in connection.execute(told).all():
        _shorten(connection, row)
    for row in connection.execute(sa.text("SELECT id, logotype FROM house_style")).all():
        known = _kept(connection, row.logotype) if row.logotype else ""
        connection.execute(
            sa.text("UPDATE house_style SET logotype = :known WHERE id = :id"),
            {"known": known, "id": row.id},
        )


def _shorten(connection: sa.Connection, row: Any) -> None:  # noqa: ANN401
    before = json.loads(row.before)
    after = json.loads(row.after) if row.after is not None else None
    if after is not None:
        changed = [name for name, value in before.items() if after[name] != value]
        before = {name: before[name] for name in changed}
        after = {name: after[name] for name in changed}
    for image in (before, after) if row.kind == "house_style" else ():
        if image and image.get("logotype"):
            image["logotype"] = {"#": _kept(connection, base64.b64decode(image["logotype"]))}
    connection.execute(
        sa.text("UPDATE change SET before = :before, after = :after WHERE id = :id"),
        {"id": row.id, "before": _dump(before), "after": _dump(after)},
    )


def _kept(connection: sa.Connection, content: bytes) -> str:
    """Keep a picture once and return its hash."""
    known = hashlib.sha256(content).hexdigest()
    connection.execute(
        sa.text("INSERT OR IGNORE INTO large_value (hash, content) VALUES (:hash, :content)"),
        {"hash": known, "content": content},
    )
    return known


def _dump(image: dict[str, Any] | None) -> str | None:
    return None if image is None else json.dumps(image, ensure_ascii=False, sort_keys=True)

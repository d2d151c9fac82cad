"""Pictures beside their rows: each kept once, by its hash, however many rows and steps name it.

A picture in its row would be written again with every edit of the row. The row holds the
hash instead; whoever reads the column is given the picture.
"""

import hashlib
from collections.abc import Iterable
from typing import Any

from sqlalchemy import LargeBinary, String, column, func, literal, select, table, type_coerce
from sqlalchemy.engine import Connection, Dialect
from sqlalchemy.sql.elements import ColumnElement
from sqlalchemy.types import TypeDecorator

HASH_LENGTH = 64
"""Characters of a SHA-256 in hexadecimal."""

LARGE_VALUES = table("large_value", column("hash", String), column("content", LargeBinary))


def hash_of(content: bytes) -> str:
    """Return what a picture is known by."""
    return hashlib.sha256(content).hexdigest()


def keep_pictures(connection: Connection, values: Iterable[object]) -> None:
    """Keep those of the values that are pictures, unless they are kept already."""
    for content in values:
        if isinstance(content, bytes) and content and not is_kept(connection, hash_of(content)):
            row = {"hash": hash_of(content), "content": content}
            connection.execute(LARGE_VALUES.insert(), row)


def is_kept(connection: Connection, hash_: str) -> bool:
    """Tell whether what has the hash is kept."""
    known = select(LARGE_VALUES.c.hash).where(LARGE_VALUES.c.hash == hash_)
    return connection.scalar(known) is not None


def kept_picture(connection: Connection, hash_: str) -> bytes | None:
    """Return the picture of a hash, or None when it is not kept; no picture is kept nowhere."""
    if hash_ == hash_of(b""):
        return b""
    return connection.scalar(select(LARGE_VALUES.c.content).where(LARGE_VALUES.c.hash == hash_))


class PictureType(TypeDecorator[bytes]):
    """A column that stores the hash of a picture and gives the picture itself."""

    impl = String(HASH_LENGTH)
    cache_ok = True

    @property
    def python_type(self) -> type[bytes]:
        """Return the type of what is given."""
        return bytes

    def process_bind_param(self, value: bytes | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """Return what is stored: nothing of no picture."""
        return hash_of(value) if value else ""

    def column_expression(self, column: ColumnElement[Any]) -> ColumnElement[Any]:
        """Return the expression that finds the picture."""
        here = LARGE_VALUES.c.hash == type_coerce(column, String)
        found = select(LARGE_VALUES.c.content).where(here).scalar_subquery()
        return func.coalesce(found, literal(b"", LargeBinary))

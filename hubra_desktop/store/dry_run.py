"""A copy of the register in memory, to try changes on that are not kept.

What a file would do is shown before it is done: the same commands run here first, under
every rule, and a refusal can be shown beside its row.
"""

from collections.abc import Iterator
from contextlib import closing, contextmanager

from sqlalchemy import StaticPool, create_engine
from sqlalchemy.engine import Connection

from hubra_desktop.store import connect
from hubra_desktop.store.driver import sqlite3


@contextmanager
def dry_run(reader: Connection) -> Iterator[Connection]:
    """Give a connection to a copy of what ``reader`` sees; nothing of it is kept.

    What is done in ``begin_nested()`` can be taken back alone.
    """
    source = reader.connection.driver_connection
    assert isinstance(source, sqlite3.Connection)
    with closing(connect.memory_copy(source)) as copy:
        copy.execute("PRAGMA foreign_keys=ON")
        engine = create_engine(
            "sqlite+pysqlite://",
            module=sqlite3,
            creator=lambda: copy,
            poolclass=StaticPool,
            hide_parameters=True,
        )
        with engine.connect() as connection:
            connection.exec_driver_sql("BEGIN")
            yield connection
            connection.rollback()
        engine.dispose()

"""How SQLAlchemy uses a connection of ours: its transactions begin and end by our own words."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import create_engine, event
from sqlalchemy.engine import Connection, Engine

from hubra_desktop.store.driver import sqlite3


def reading_engine(opened: Callable[[], sqlite3.Connection], pool: type[Any]) -> Engine:
    """Return an engine whose connections see one moment and can change nothing."""

    def for_reading() -> sqlite3.Connection:
        database = opened()
        database.execute("PRAGMA query_only=ON")
        return database

    return engine_of(for_reading, pool, "BEGIN")


@contextmanager
def whole_transaction(connection: Connection, *before_commit: Callable[[], None]) -> Iterator[None]:
    """Begin now and commit when the block ends; leave no transaction open.

    A commit that is refused (a reference to nothing, a full disk) leaves SQLite's
    transaction open and is rolled back by nobody else, so that nothing could be
    written any more.
    """
    driver = connection.connection.driver_connection
    assert isinstance(driver, sqlite3.Connection)
    if driver.in_transaction:  # the disk refused that it was rolled back
        driver.rollback()
    connection.begin()
    try:
        yield
        for each in before_commit:
            each()
        connection.commit()
    finally:
        if driver.in_transaction:
            driver.rollback()


def engine_of(opened: Callable[[], sqlite3.Connection], pool: type[Any], begin: str) -> Engine:
    """Return an engine whose transactions open with the given statement."""
    # What is typed in the register belongs in no error message and no crash report.
    engine = create_engine(
        "sqlite+pysqlite://",
        module=sqlite3,
        creator=opened,
        poolclass=pool,
        hide_parameters=True,
    )

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    return engine

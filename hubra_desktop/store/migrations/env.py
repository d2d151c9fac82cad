"""Alembic's entry: it migrates the connection that it is handed, nothing else.

A batch operation makes a table anew without its CHECK constraints; a migration of a
record's table gives them itself, as ``0003_constraints`` does from frozen SQL.
"""

from alembic import context

from hubra_desktop.store.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata(),
    render_as_batch=True,
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()

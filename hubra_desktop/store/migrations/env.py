"""Alembic's entry: it migrates the connection that it is handed, nothing else."""

from alembic import context

from hubra_desktop.store.tables import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    render_as_batch=True,
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()

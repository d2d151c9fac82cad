"""The disposal (gallring) of what the register holds of a person, history included."""

from sqlalchemy import select

from hubra_desktop.model.records.council import Mandate
from hubra_desktop.store.rows import Rows
from hubra_desktop.store.tables import MANDATE
from hubra_desktop.work.commands.people import RemovePerson


class PurgePerson(RemovePerson):
    """Take a person away for ever: the history keeps nothing of what the register held.

    Agendas and papers keep the name that they print. Nothing before it can be undone.
    """

    barrier = True

    @property
    def label(self) -> str:
        return "purge-person"

    def apply(self, rows: Rows) -> None:
        held = select(MANDATE.c.id).where(MANDATE.c.person_id == self.row_id)
        for mandate_id in rows.connection.scalars(held).all():
            rows.forget(Mandate, mandate_id)
        rows.forgotten["person"].add(self.row_id)
        super().apply(rows)

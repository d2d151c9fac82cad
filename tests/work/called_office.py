"""An office whose council is called to a meeting: 13 members, 2 substitutes, 7 rows."""

from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from hubra_desktop.model.records.council import Mandate, Person
from hubra_desktop.model.records.meeting import Meeting
from hubra_desktop.model.terms import MeetingState
from hubra_desktop.work.edits import Store
from hubra_desktop.work.workspace import Workspace
from tests.work.held_office import held_records
from tests.work.office import Office, furnish, settled


def called_office(path: Path) -> Office:
    """Put a register with a called meeting (``held``) at ``path`` and open it."""
    content, ids = _called()
    path.write_bytes(content)
    path.chmod(0o600)
    return Office(Workspace.open(path), *ids)


@cache
def _called() -> tuple[bytes, tuple[str, ...]]:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "a.hubra"
        office = furnish(path)
        for record in held_records(office):
            if isinstance(record, (Person, Mandate)):
                office.run(Store(record))
            elif isinstance(record, Meeting):
                called = MeetingState.CALLED
                ahead = replace(record, state=called, opened_at=None, ended_at=None)
                office.run(Store(ahead))
        ids = (
            office.body, office.other, office.chair, office.clerk, office.mandate, office.matter,
            "held",
        )  # fmt: skip
        office.workspace.close()
        return settled(path), ids

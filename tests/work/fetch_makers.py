"""Rows fetched back at random from an earlier state of the register that a test works in."""

import atexit
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import ClassVar

from hubra_desktop.model.export_bundle import parts_of
from hubra_desktop.model.records.catalogue import KINDS, SINGLE
from hubra_desktop.model.records.council import Person
from hubra_desktop.model.records.meeting import Item, Meeting
from hubra_desktop.model.records.plan import Activity
from hubra_desktop.model.records.reports import ReportSection
from hubra_desktop.store.history import RowKey
from hubra_desktop.store.rows import Rows
from hubra_desktop.work.commands.base import Step
from hubra_desktop.work.edits import Add, Change
from hubra_desktop.work.fetching import fetch_of
from hubra_desktop.work.past import open_past, refuse_other_register
from hubra_desktop.work.queries.bundles import register_bundle
from hubra_desktop.work.workspace import Workspace
from tests.work.paper_makers import Maker
from tests.work.written_office import whole_register


@dataclass(frozen=True)
class FetchEarlier(Step):
    """Fetch back a row of ``earlier``, as the state is that it comes to."""

    key: RowKey
    label: ClassVar[str] = "fetch-back"

    def apply(self, rows: Rows) -> str:
        past, _ = earlier()
        with past.read() as then:
            refuse_other_register(then, rows.connection, past.path.name)
            command = fetch_of(then, rows.connection, self.key)
        return command.apply(rows)


@cache
def earlier() -> tuple[Workspace, tuple[RowKey, ...]]:
    """Return the whole register as it was before some of it was changed, with its rows."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "r.hubra"
        path.write_bytes(whole_register())
        workspace = Workspace.open(path)
        with workspace.read() as reader:
            now = register_bundle(reader)
        meeting = now.meetings[0]
        workspace.run(Change(Meeting, meeting.id, {"place": "B-salen"}))
        workspace.run(Add(Item, {"title": "Struken"}, meeting.id))
        workspace.run(Add(Person, {"name": "Bo Bort"}))
        workspace.run(Change(Activity, now.activities[0].id, {"title": "Då"}))
        section = now.reports[0].sections[0]
        workspace.run(Change(ReportSection, section.id, {"text": "Som det stod då."}))
        workspace.close()
        past = open_past(path)
    atexit.register(past.close)
    with past.read() as reader:
        parts = [part for _, part in parts_of(register_bundle(reader))]
    kinds = [KINDS[type(part)] for part in parts]
    keys = ((kind, part.id) for kind, part in zip(kinds, parts, strict=True) if kind not in SINGLE)
    return past, tuple(keys)


FETCHING: Mapping[str, Maker] = {"FetchBack": lambda d: FetchEarlier(d.one(*earlier()[1]))}

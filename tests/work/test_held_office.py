"""A held meeting with all that was recorded at it goes into a register and out of it."""

from pathlib import Path

from hubra_desktop.exchange.json_file import dump, load
from hubra_desktop.work.commands.imports import ImportBundle
from hubra_desktop.work.queries.bundles import register_bundle
from hubra_desktop.work.workspace import Workspace
from tests.work.held_office import held_office


def test_a_held_meeting_goes_from_register_to_register(tmp_path: Path) -> None:
    office = held_office(tmp_path / "a.hubra")
    held = office.everything()
    office.workspace.close()
    assert (len(held.attendances), len(held.sections), len(held.agenda_runs)) == (15, 7, 8)
    fresh = Workspace.create(tmp_path / "b.hubra")
    fresh.run(ImportBundle(load(dump(held))))
    with fresh.read() as reader:
        assert register_bundle(reader) == held
    fresh.close()

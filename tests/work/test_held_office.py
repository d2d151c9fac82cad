"""A held meeting with all that was recorded at it goes into a register and out of it."""

import datetime as dt
from pathlib import Path

import pytest

from hubra_desktop.exchange.json_file import dump, load
from hubra_desktop.model.attendance.attendance_terms import AttendanceStatus
from hubra_desktop.model.errors import InputError
from hubra_desktop.model.records.meeting import Meeting
from hubra_desktop.model.records.minutes import DecisionNotice
from hubra_desktop.work.commands.attendance import Tick
from hubra_desktop.work.commands.imports import ImportBundle
from hubra_desktop.work.edits import Change
from hubra_desktop.work.queries.bundles import register_bundle
from hubra_desktop.work.workspace import Workspace
from tests.work.held_office import HELD, held_office


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


def test_what_does_not_agree_any_more_goes_out_and_in_and_is_taken_back(tmp_path: Path) -> None:
    """The day of a meeting and its attendance are mended after the rest of it was entered."""
    office = held_office(tmp_path / "a.hubra")
    office.run(Change(DecisionNotice, "hn1", {"sent": HELD}))
    office.run(Change(Meeting, "held", {"date": HELD + dt.timedelta(days=1)}))
    office.run(Tick("ha5", AttendanceStatus.ABSENT))
    held = office.everything()
    with pytest.raises(InputError, match="kan inte delges tidigare"):
        office.run(Change(DecisionNotice, "hn1", {"sent": HELD - dt.timedelta(days=1)}))
    office.run(Change(DecisionNotice, "hn1", {"acknowledged": HELD + dt.timedelta(days=2)}))
    office.workspace.undo()
    office.run(Change(DecisionNotice, "hn1", {"sent": HELD + dt.timedelta(days=2)}))
    office.workspace.undo()
    assert office.everything() == held
    office.workspace.close()
    fresh = Workspace.create(tmp_path / "b.hubra")
    fresh.run(ImportBundle(load(dump(held))))
    with fresh.read() as reader:
        assert register_bundle(reader) == held
    fresh.close()

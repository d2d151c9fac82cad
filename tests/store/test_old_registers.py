"""Registers of every released schema open for ever, with all that was in them."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from hubra_desktop.model.money.terms import GrantState
from hubra_desktop.model.plan.terms import Exactness
from hubra_desktop.model.records.meeting import Meeting
from hubra_desktop.model.records.plan import Activity
from hubra_desktop.store import schema
from hubra_desktop.work.edits import Change
from hubra_desktop.work.papers import collect
from hubra_desktop.work.queries import (
    house_style,
    meeting_sheet,
    meetings_of,
    register_info,
)
from hubra_desktop.work.queries.grants import grant_rows
from hubra_desktop.work.queries.indicators import indicators
from hubra_desktop.work.queries.money import budget
from hubra_desktop.work.queries.people import persons
from hubra_desktop.work.queries.plan import activities_of, plan_of
from hubra_desktop.work.workspace import Workspace

DATA = Path(__file__).parents[1] / "data"
VERSIONS = sorted(path.stem for path in (schema._MIGRATIONS / "versions").glob("[0-9]*.py"))


@pytest.mark.parametrize("script", VERSIONS)
def test_an_old_register_is_kept_for_every_schema(script: str) -> None:
    assert (DATA / f"register-{script[:4]}.hubra").is_file(), "run tests.store.keep_register"


def test_the_register_of_schema_0001_opens(tmp_path: Path) -> None:
    path = Path(shutil.copy(DATA / "register-0001.hubra", tmp_path))
    assert schema.version_of(path) == "0001"
    workspace = Workspace.open(path)
    assert workspace.problems() == []
    with workspace.read() as reader:
        info, style = register_info(reader), house_style(reader)
        later, first = meetings_of(reader, 2019)
        sheet = meeting_sheet(reader, first.id)
        people = [row.name for row in persons(reader)]
    assert (info.name, info.municipality) == ("Trygghetsrådet i Ekköping", "Ekköping")
    assert (style.organisation, style.time_separator) == ("Ekköpings kommun", ":")
    assert (first.date, later.date) == (date(2019, 5, 6), date(2019, 9, 2))
    assert people == ["Erik Öman", "Åsa Björkvik"]
    assert len(sheet.items) == 7
    assert sheet.items[2].presenters[0].name == "Erik Öman"
    assert sheet.footnotes[0].item_id == sheet.items[2].id
    assert sheet.pre_meetings[0].group == "Majoriteten"
    workspace.run(Change(Meeting, sheet.id, {"place": "Biblioteket"}))
    workspace.undo()
    with workspace.read() as reader:
        assert meeting_sheet(reader, sheet.id) == sheet
    workspace.close()


def test_the_register_of_schema_0002_opens(tmp_path: Path) -> None:
    path = Path(shutil.copy(DATA / "register-0002.hubra", tmp_path))
    assert schema.version_of(path) == "0002"
    workspace = Workspace.open(path)
    assert workspace.problems() == []
    with workspace.read() as reader:
        plan = plan_of(reader, 2019)
        fair, mapping = activities_of(reader, 2019)
        table = budget(reader, 2019)
        (grant,) = grant_rows(reader, 2019)
        (indicator,) = indicators(reader)
        report = collect(reader, "verksamhetsberattelse", 2019).content.report
    assert plan is not None
    assert len(plan.areas) == 8
    assert (fair.participants, fair.exactness, len(fair.areas)) == (100, Exactness.OVER, 2)
    assert mapping.reason == "Ingen fick uppdraget"
    assert (table.total.planned, table.total.net) == (10_000_000, 1_000_000)
    assert grant.standing.state is GrantState.PARTLY_REPAID
    assert [each.value_thousandths for each in indicator.measurements] == [61_000, 64_000, 58_000]
    assert report.sections[0].heading == "Inledning"
    workspace.run(Change(Activity, fair.id, {"period": "maj"}))
    workspace.undo()
    with workspace.read() as reader:
        assert activities_of(reader, 2019) == (fair, mapping)
    workspace.close()

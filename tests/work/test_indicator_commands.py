"""The commands of the indicators: done, undone and done again, or refused with a sentence."""

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from hubra_desktop.model.errors import InputError
from hubra_desktop.model.indicators.terms import Direction, Group, GroupSet, Missing, Unit
from hubra_desktop.model.indicators.values import Value, parse_line
from hubra_desktop.model.records.indicators import Indicator
from hubra_desktop.work.commands.base import Command
from hubra_desktop.work.commands.indicators import (
    ChangeMeasurements,
    MoveIndicator,
    RemoveMeasurements,
    SetChangeText,
    SetMeasurements,
)
from hubra_desktop.work.edits import Add, Change, Remove
from hubra_desktop.work.queries.indicators import indicators, indicators_due
from hubra_desktop.work.workspace import Workspace
from tests.model.indicator_samples import LINES, SOURCE
from tests.work.office import DAY, settled
from tests.work.rooms import name_of


class Desk:
    """A register with the source's seven indicators, whose ids are given by its samples' names."""

    def __init__(self, path: Path) -> None:
        content, ids = _furnished()
        self.ids: dict[str, str] = ids
        path.write_bytes(content)
        path.chmod(0o600)
        self.workspace = Workspace.open(path)

    def run(self, command: Command) -> str:
        return self.workspace.run(command).created or ""

    def all(self) -> tuple[Indicator, ...]:
        with self.workspace.read() as reader:
            return indicators(reader)

    def one(self, name: str) -> Indicator:
        return next(each for each in self.all() if each.id == self.ids[name])

    def values(self, name: str, year: int) -> dict[Group, int | None]:
        rows = self.one(name).measurements
        return {row.group: row.value_thousandths for row in rows if row.year == year}


@cache
def _furnished() -> tuple[bytes, dict[str, str]]:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "a.hubra"
        workspace = Workspace.create(path, organisation="Rådet", municipality="Ekköping")
        ids = {sheet.id: _enter(workspace, sheet) for sheet in SOURCE}
        workspace.close()
        return settled(path), ids


def _enter(workspace: Workspace, sheet: Indicator) -> str:
    names = ("name", "unit", "direction", "source", "interval_years", "groups", "shares")
    made = workspace.run(Add(Indicator, {name: getattr(sheet, name) for name in names})).created
    assert made is not None
    for line in LINES.get(sheet.id, ()):
        year, values = parse_line(line, sheet)
        assert year is not None
        workspace.run(SetMeasurements(made, year, values))
    return made


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path / "mått.hubra")
    yield made
    made.workspace.close()


Making = Callable[[Desk], Command]
DONE: dict[str, Making] = {
    "AddIndicator": lambda _: Add(Indicator, {"name": "Antal vandringar", "unit": Unit.COUNT}),
    "ChangeIndicator": lambda d: Change(
        Indicator, d.ids["school"], {"direction": Direction.NEUTRAL, "interval_years": 2}
    ),
    "ChangeMeasurements": lambda d: ChangeMeasurements(
        d.ids["living"], 2017, {"evidence": "Rapport 2017", "incomparable": True}
    ),
    "MoveIndicator": lambda d: MoveIndicator(d.ids["school"], 0),
    "RemoveIndicator": lambda d: Remove(Indicator, d.ids["victims"]),
    "RemoveMeasurements": lambda d: RemoveMeasurements(d.ids["living"], 2015),
    "SetChangeText": lambda d: SetChangeText(d.ids["living"], 2017, 2015, "Ungefär som förut."),
    "SetMeasurements": lambda d: SetMeasurements(
        d.ids["living"], 2019, {Group.ALL: Value(56_000), Group.MEN: Value(None, Missing.TOO_FEW)}
    ),
}
REFUSED: dict[str, tuple[Making, str]] = {
    "a share above 100": (
        lambda d: SetMeasurements(d.ids["school"], 2019, {Group.ALL: Value(101_000)}),
        "mellan 0 och 100 procent",
    ),
    "an index of zero": (
        lambda d: SetMeasurements(d.ids["living"], 2019, {Group.ALL: Value(0)}),
        "mellan 1 och 100",
    ),
    "half a person": (
        lambda d: SetMeasurements(d.ids["victims"], 2019, {Group.ALL: Value(574_500)}),
        "heltal",
    ),
    "shares that make no whole": (
        lambda d: SetMeasurements(
            d.ids["victims"], 2019, {Group.MEN: Value(41_000), Group.WOMEN: Value(69_000)}
        ),
        "tillsammans 110 %",
    ),
    "a group that is not there": (
        lambda d: SetMeasurements(d.ids["living"], 2019, {Group.BOYS: Value(50_000)}),
        "delas inte upp på pojkar",
    ),
    "a gap without reason": (
        lambda d: SetMeasurements(d.ids["living"], 2019, {Group.ALL: Value(None)}),
        "varför det saknas",
    ),
    "a value with a reason": (
        lambda d: SetMeasurements(
            d.ids["living"], 2019, {Group.ALL: Value(50_000, Missing.TOO_FEW)}
        ),
        "antingen ett värde",
    ),
    "a year long ago": (
        lambda d: SetMeasurements(d.ids["living"], 19, {Group.ALL: Value(50_000)}),
        "mellan 1900 och 2199",
    ),
    "counts that are to be percent": (
        lambda d: Change(Indicator, d.ids["neighbours"], {"unit": Unit.PERCENT}),
        "mellan 0 och 100 procent",
    ),
    "groups that have values": (
        lambda d: Change(Indicator, d.ids["living"], {"groups": GroupSet.NONE}),
        "delas inte upp på män",
    ),
    "an indicator that is gone": (lambda _: Remove(Indicator, "x"), "finns inte längre"),
    "values of nothing": (lambda _: SetMeasurements("x", 2017, {}), "finns inte längre"),
    "a move of nothing": (lambda _: MoveIndicator("x", 0), "finns inte längre"),
    "a text on nothing": (lambda _: SetChangeText("x", 2017, 2015, "a"), "finns inte längre"),
    "a year without values": (
        lambda d: ChangeMeasurements(d.ids["living"], 1999, {"note": "a"}),
        "inga värden för 1999",
    ),
    "a year without values to remove": (
        lambda d: RemoveMeasurements(d.ids["living"], 1999),
        "inga värden för 1999",
    ),
    "a year that is taken": (
        lambda d: ChangeMeasurements(d.ids["living"], 2015, {"year": 2017}),
        "2017 finns redan",
    ),
}


@pytest.mark.parametrize("name", DONE)
def test_a_command_is_done_undone_and_done_again(desk: Desk, name: str) -> None:
    before = desk.all()
    command = DONE[name](desk)
    assert name_of(command) == name
    desk.run(command)
    after = desk.all()
    assert after != before
    assert desk.workspace.undo_label == command.label
    desk.workspace.undo()
    assert desk.all() == before
    desk.workspace.redo()
    assert desk.all() == after
    assert desk.workspace.problems() == []


@pytest.mark.parametrize("name", REFUSED)
def test_a_refused_command_changes_nothing(desk: Desk, name: str) -> None:
    before, label = desk.all(), desk.workspace.undo_label
    make, sentence = REFUSED[name]
    with pytest.raises(InputError, match=sentence):
        desk.run(make(desk))
    assert desk.all() == before
    assert desk.workspace.undo_label == label


def test_the_sources_seven_stand_in_their_order_with_their_values(desk: Desk) -> None:
    assert [each.name for each in desk.all()] == [each.name for each in SOURCE]
    assert [each.position for each in desk.all()] == list(range(7))
    assert desk.values("evening", 2015) == {
        Group.ALL: 54_000,
        Group.BOYS: 78_000,
        Group.GIRLS: 33_500,
    }
    assert desk.values("thriving", 2017) == {}


def test_a_value_written_again_is_the_same_row(desk: Desk) -> None:
    rows = {row.group: row.id for row in desk.one("living").measurements if row.year == 2017}
    desk.run(SetMeasurements(desk.ids["living"], 2017, {Group.ALL: Value(56_000)}))
    again = {row.group: row.id for row in desk.one("living").measurements if row.year == 2017}
    assert again == rows
    assert desk.values("living", 2017)[Group.ALL] == 56_000


def test_one_value_is_taken_away_and_the_others_stay(desk: Desk) -> None:
    desk.run(SetMeasurements(desk.ids["living"], 2017, {Group.MEN: None}))
    assert desk.values("living", 2017) == {Group.ALL: 55_000, Group.WOMEN: 53_000}
    desk.run(SetMeasurements(desk.ids["living"], 2017, {Group.MEN: None}))
    assert len(desk.values("living", 2017)) == 2


def test_a_new_group_shares_what_its_year_says(desk: Desk) -> None:
    living = desk.ids["living"]
    desk.run(SetMeasurements(living, 2019, {Group.ALL: Value(56_000)}))
    told = {"evidence": "Rapport", "note": "Ny fråga", "incomparable": True}
    desk.run(ChangeMeasurements(living, 2019, told))
    desk.run(SetMeasurements(living, 2019, {Group.WOMEN: Value(54_000)}))
    rows = [row for row in desk.one("living").measurements if row.year == 2019]
    assert [(row.evidence, row.note, row.incomparable) for row in rows] == [
        ("Rapport", "Ny fråga", True)
    ] * 2


def test_a_year_is_moved_with_all_its_values(desk: Desk) -> None:
    desk.run(ChangeMeasurements(desk.ids["school"], 2015, {"year": 2016}))
    assert desk.values("school", 2016) == {Group.ALL: 91_000}
    assert desk.values("school", 2015) == {}


def test_visits_to_an_editor_are_one_step(desk: Desk) -> None:
    living, before = desk.ids["living"], desk.values("living", 2017)
    for value in (5_000, 56_000):
        desk.run(SetMeasurements(living, 2017, {Group.ALL: Value(value)}, "a"))
    for text in ("Näs", "Nästan som förut"):
        desk.run(SetChangeText(living, 2017, 2015, text, "b"))
    for note in ("N", "Not"):
        desk.run(ChangeMeasurements(living, 2017, {"note": note}, "c"))
    for _ in range(3):
        desk.workspace.undo()
    assert desk.values("living", 2017) == before
    assert desk.one("living").change_texts == ()


def test_an_emptied_text_brings_the_derived_one_back(desk: Desk) -> None:
    living = desk.ids["living"]
    desk.run(SetChangeText(living, 2017, 2015, "Min text"))
    desk.run(SetChangeText(living, 2017, 2015, " Min text till "))
    assert [each.text for each in desk.one("living").change_texts] == ["Min text till"]
    desk.run(SetChangeText(living, 2017, 2015, "  "))
    assert desk.one("living").change_texts == ()
    desk.run(SetChangeText(living, 2017, 2015, ""))


@pytest.mark.parametrize(("index", "place"), [(0, 0), (3, 3), (99, 6), (-5, 0)])
def test_an_indicator_is_moved_and_the_others_close_up(desk: Desk, index: int, place: int) -> None:
    desk.run(MoveIndicator(desk.ids["victims"], index))
    order = [each.id for each in desk.all()]
    assert order.index(desk.ids["victims"]) == place
    others = [each for each in order if each != desk.ids["victims"]]
    assert others == [desk.ids[s.id] for s in SOURCE if s.id != "victims"]
    assert [each.position for each in desk.all()] == list(range(7))


def test_the_others_close_up_after_a_removed_one(desk: Desk) -> None:
    desk.run(Remove(Indicator, desk.ids["evening"]))
    assert [each.position for each in desk.all()] == list(range(6))


def test_what_is_due_is_read_from_the_register(desk: Desk) -> None:
    with desk.workspace.read() as reader:
        found = indicators_due(reader, DAY)
    wanted = ("evening", "neighbours", "thriving", "victims")
    assert {each.id for each in found} == {desk.ids[name] for name in wanted}

"""The item models of the plan under Qt's own tester, and what their rows say."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from hubra_desktop.model.plan.areas import area_gaps
from hubra_desktop.model.plan.terms import ActivityState, Exactness, PlanKind
from hubra_desktop.model.records.plan import Activity, ActivityArea, FocusArea, Plan
from hubra_desktop.ui.models.rows_table import ColumnOf, RowsModel
from hubra_desktop.ui.pages.plan.areas_model import ID_ROLE, MAIN, OUTSIDE, STATE, AreasModel, board
from hubra_desktop.ui.widgets.state_bar import states_text

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal
AREAS = "abcd"


def activity(name: str, areas: str, state: ActivityState = ActivityState.DONE) -> Activity:
    """Return an activity that serves areas, the first of them as its main one."""
    served = tuple(
        ActivityArea(id=f"{name}{area}", area_id=area, main=not place)
        for place, area in enumerate(areas)
    )
    return Activity(id=name, year=2017, title=f"Aktivitet {name}", state=state, areas=served)


def plan(areas: str = AREAS) -> Plan:
    sheets = tuple(
        FocusArea(id=area, number=str(place), title=f"Område {area}")
        for place, area in enumerate(areas, 1)
    )
    return Plan(id="plan", year=2017, areas=sheets)


BOARDS = st.builds(
    lambda areas, served: (plan("".join(areas)), [activity(n, a) for n, a in served.items()]),
    st.lists(st.sampled_from(AREAS), unique=True),
    st.dictionaries(
        st.sampled_from("uvwxyz"),
        st.lists(st.sampled_from(AREAS), unique=True, max_size=3).map("".join),
    ),
)


def told(model: AreasModel) -> dict[str, list[str]]:
    """Return the ids of the rows, area by area."""
    found = {}
    for place in range(model.rowCount()):
        area = model.index(place, 0)
        under = [model.index(at, 0, area).data(ID_ROLE) for at in range(model.rowCount(area))]
        found[area.data(ID_ROLE)] = under
    return found


@pytest.fixture
def model(dressed: QApplication) -> Iterator[AreasModel]:
    made = AreasModel()
    yield made
    made.deleteLater()


@given(first=BOARDS, second=BOARDS)
def test_the_board_changes_by_small_steps_to_what_is_shown(
    first: tuple[Plan, list[Activity]], second: tuple[Plan, list[Activity]]
) -> None:
    model = AreasModel()
    tester = QAbstractItemModelTester(model, FATAL)
    for sheet, activities in (first, second):
        shown = board(sheet, activities)
        model.show_board(shown)
        assert told(model) == {area.id: [row.id for row in under] for area, under in shown.areas}
    del tester


def test_a_row_that_stays_keeps_its_index(model: AreasModel) -> None:
    activities = [activity("u", "a"), activity("v", "b")]
    model.show_board(board(plan(), activities))
    kept = QPersistentModelIndex(next(model.places_of("v")))
    moved = Plan(id="plan", year=2017, areas=plan().areas[::-1])
    model.show_board(board(moved, [activity("x", "b"), *activities]))
    assert kept.data(ID_ROLE) == "v"
    assert kept.parent().data(ID_ROLE) == "b"


def test_a_shared_activity_is_found_where_it_is_counted(model: AreasModel) -> None:
    model.show_board(board(plan(), [activity("dag", "ba")]))
    assert told(model)["a"] == told(model)["b"] == ["dag"]
    places = list(model.places_of("dag"))
    assert [place.parent().data(ID_ROLE) for place in places] == ["b", "a"]
    shared = model.activity_at(places[1])
    assert shared is not None
    assert shared.counted == "2"


def test_an_empty_area_is_a_gap_and_says_so(model: AreasModel) -> None:
    activities = [activity("u", "a"), activity("v", "b"), activity("x", "c")]
    model.show_board(board(plan(), activities, area_gaps(plan(), activities)))
    empty = model.area_at(next(model.places_of("d")))
    assert empty is not None
    assert empty.level == "stop"
    assert empty.gap == area_gaps(plan(), activities)[0].brief
    assert empty.title not in empty.gap
    said = next(model.places_of("d")).data(Qt.ItemDataRole.AccessibleTextRole)
    assert empty.gap.rstrip(".") in said


def test_an_area_with_a_comment_tells_it(model: AreasModel) -> None:
    areas = (replace(plan().areas[0], comment="Vilar i år."), *plan().areas[1:])
    model.show_board(board(replace(plan(), areas=areas), []))
    area = model.area_at(model.index(0, 0))
    assert area is not None
    assert area.told == "Vilar i år."
    assert not area.gap


def test_only_the_council_s_own_plan_shows_what_stands_outside_it(model: AreasModel) -> None:
    lonely = [activity("u", "")]
    model.show_board(board(plan(), lonely))
    assert told(model)[OUTSIDE] == ["u"]
    law = replace(plan(), kind=PlanKind.MEASURES)
    model.show_board(board(law, lonely))
    assert OUTSIDE not in told(model)


def test_a_narrowed_board_leaves_out_areas_that_hold_nothing_of_it(model: AreasModel) -> None:
    model.show_board(board(plan(), [activity("u", "c")], narrowed=True))
    assert list(told(model)) == ["c"]


def test_an_activity_tells_how_many_took_part(model: AreasModel) -> None:
    day = replace(activity("u", "a"), participants=100, exactness=Exactness.OVER)
    model.show_board(board(plan(), [day]))
    place = next(model.places_of("u"))
    assert place.siblingAtColumn(MAIN).data() == "Aktivitet u · drygt 100 personer"
    assert place.siblingAtColumn(STATE).data() == "Genomförd"
    assert not place.siblingAtColumn(STATE).data(Qt.ItemDataRole.DecorationRole).isNull()


def test_states_are_told_in_words_the_furthest_first() -> None:
    counts = {ActivityState.PLANNED: 2, ActivityState.DONE: 5, ActivityState.STRUCK: 0}
    assert states_text(counts) == "5 genomförda, 2 planerade"
    assert states_text({}) == "inga aktiviteter"


def columns() -> tuple[ColumnOf[Activity], ...]:
    return (
        ColumnOf("Aktivitet", lambda row: row.title),
        ColumnOf("Antal", lambda row: str(row.participants), 80, right=True, sorts=_number),
    )


def _number(row: Activity) -> int:
    return row.participants or 0


ROWS = st.lists(
    st.builds(
        lambda name, number: Activity(id=name, title=name, participants=number),
        st.sampled_from("åäözab"),
        st.integers(0, 12),
    ),
    unique_by=lambda row: row.id,
)


@given(first=ROWS, second=ROWS, column=st.sampled_from([-1, 0, 1]), down=st.booleans())
def test_a_table_of_rows_stays_sorted_as_it_changes(
    first: list[Activity], second: list[Activity], column: int, down: bool
) -> None:
    model: RowsModel[Activity] = RowsModel(columns())
    tester = QAbstractItemModelTester(model, FATAL)
    order = Qt.SortOrder.DescendingOrder if down else Qt.SortOrder.AscendingOrder
    model.show_rows(first)
    model.sort(column, order)
    model.show_rows(second)
    shown = [model.row_at(place) for place in range(model.rowCount())]
    wanted = list(second)
    if column >= 0:
        wanted.sort(key=columns()[column].key, reverse=down)
    assert shown == wanted
    del tester


def test_rows_are_sorted_as_swedes_do_and_back_again() -> None:
    rows = [Activity(id=name, title=name) for name in ("öl", "ål", "Z", "a")]
    model: RowsModel[Activity] = RowsModel(columns())
    model.show_rows(rows)
    model.sort(0)
    assert [model.id_at(place) for place in range(4)] == ["a", "Z", "ål", "öl"]
    model.sort(-1)
    assert [model.id_at(place) for place in range(4)] == ["öl", "ål", "Z", "a"]

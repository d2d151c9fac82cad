"""The item model of a plan's areas and, under each, the activities that serve it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, overload

from PySide6.QtCore import QAbstractItemModel, QCoreApplication, QModelIndex, QObject, Qt
from PySide6.QtCore import QPersistentModelIndex as Persistent

from hubra_desktop.model.plan.areas import Gap, area_name, areas_with, main_area, outside
from hubra_desktop.model.plan.counts import by_state, participants_said
from hubra_desktop.model.plan.sheets import ActivitySheet, FocusAreaSheet, PlanSheet
from hubra_desktop.model.plan.terms import ActivityState, PlanKind
from hubra_desktop.model.plan.words import word
from hubra_desktop.model.swedish import capitalised
from hubra_desktop.ui.icons import icon
from hubra_desktop.ui.models.following import follow, tell_row
from hubra_desktop.ui.models.rows import Insert, Remove, Step, steps
from hubra_desktop.ui.widgets.state_bar import PICTURES, states_said

Index = QModelIndex | Persistent
NO_PARENT = QModelIndex()
ID_ROLE = Qt.ItemDataRole.UserRole
OUTSIDE = "outside"
COLUMNS = 4
MAIN, WHEN, WHO, STATE = range(COLUMNS)


@dataclass(frozen=True)
class AreaRow:
    """An area: what stands in its row; ``gap`` is why it must be looked at, "" for nothing."""

    id: str
    title: str
    told: str
    counts: Mapping[ActivityState, int]
    gap: str = ""
    level: str = ""


@dataclass(frozen=True)
class ActivityRow:
    """An activity under an area; ``counted`` names the area it is counted in, "" for here."""

    id: str
    title: str
    when: str
    who: str
    state: ActivityState
    counted: str = ""
    gap: str = ""

    @property
    def cells(self) -> tuple[str, ...]:
        """Return the texts of its columns."""
        return (self.title, self.when, self.who, capitalised(word(self.state)))


@dataclass(frozen=True)
class Board:
    """All areas with their activities, prepared to be shown."""

    areas: tuple[tuple[AreaRow, tuple[ActivityRow, ...]], ...] = ()


def board(
    plan: PlanSheet | None,
    activities: Sequence[ActivitySheet],
    found: Sequence[Gap] = (),
    *,
    narrowed: bool = False,
) -> Board:
    """Prepare a plan; ``narrowed`` leaves out the areas that hold nothing of what is wanted."""
    if plan is None:
        return Board()
    # The heaviest stand first, and are to win.
    of_area = {gap.area_id: gap for gap in reversed(found) if gap.activity_id is None}
    of_activity = {gap.activity_id: gap.sentence for gap in found if gap.activity_id}
    names = {area.id: area.number or area.title for area in plan.areas}
    rows = []
    for each in areas_with(plan, activities):
        under = [_activity(activity, "", of_activity) for activity in each.main]
        under += [
            _activity(activity, names.get(main_area(plan, activity) or "", ""), of_activity)
            for activity in each.further
        ]
        if under or not narrowed:
            rows.append(
                (_area(each.area, each.activities, of_area.get(each.area.id)), tuple(under))
            )
    rest = outside(plan, activities) if plan.kind is PlanKind.ACTIVITY else ()
    if rest:
        title = QCoreApplication.translate("PlanAreas", "Without an area")
        row = AreaRow(OUTSIDE, title, states_said(by_state(rest)), by_state(rest))
        rows.append((row, tuple(_activity(each, "", of_activity) for each in rest)))
    return Board(tuple(rows))


def _area(area: FocusAreaSheet, activities: Sequence[ActivitySheet], gap: Gap | None) -> AreaRow:
    counts = by_state(activities)
    told = states_said(counts) if activities else area.comment.strip() or states_said(counts)
    sentence = gap.brief if gap else ""
    return AreaRow(area.id, area_name(area), told, counts, sentence, str(gap.level) if gap else "")


def _activity(activity: ActivitySheet, counted: str, found: Mapping[str, str]) -> ActivityRow:
    who = activity.responsible or activity.partners
    when = activity.period or _days(activity)
    people = participants_said(activity)
    title = activity.title or QCoreApplication.translate("PlanAreas", "(no title)")
    return ActivityRow(
        activity.id,
        f"{title} · {people}" if people else title,
        when,
        who,
        activity.state,
        counted,
        found.get(activity.id, ""),
    )


def _days(activity: ActivitySheet) -> str:
    days = [day for day in (activity.starts, activity.ends) if day is not None]
    return "–".join(f"{day.day}/{day.month}" for day in dict.fromkeys(days))


class AreasModel(QAbstractItemModel):
    """A tree of two levels, changed by the smallest steps.

    The internal id of an area is 0; of an activity it is a number that its area keeps
    as long as the model lives, so no index depends on an object that may be gone.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._areas: list[AreaRow] = []
        self._under: dict[str, list[ActivityRow]] = {}
        self._keys: dict[str, int] = {}
        self._places: dict[int, int] = {}

    def show_board(self, shown: Board) -> None:
        """Show other rows, or the same ones changed."""
        wanted = {area.id: (area, under) for area, under in shown.areas}
        for step in steps([area.id for area in self._areas], list(wanted)):
            self._take_area(step, {area_id: area for area_id, (area, _) in wanted.items()})
        for place, (area, under) in enumerate(wanted.values()):
            if self._areas[place] != area:
                self._areas[place] = area
                tell_row(self, place)
            self._show_under(place, under)

    def _take_area(self, step: Step, wanted: Mapping[str, AreaRow]) -> None:
        if isinstance(step, Remove):
            self.beginRemoveRows(NO_PARENT, step.at, step.at)
            self._under.pop(self._areas.pop(step.at).id, None)
            self._note_places()
            self.endRemoveRows()
        elif isinstance(step, Insert):
            self.beginInsertRows(NO_PARENT, step.at, step.at)
            self._areas.insert(step.at, wanted[step.id])
            self._keys.setdefault(step.id, len(self._keys) + 1)
            self._note_places()
            self.endInsertRows()
        else:
            below = step.target + (step.target > step.source)
            self.beginMoveRows(NO_PARENT, step.source, step.source, NO_PARENT, below)
            self._areas.insert(step.target, self._areas.pop(step.source))
            self._note_places()
            self.endMoveRows()

    def _note_places(self) -> None:
        self._places = {self._keys[area.id]: place for place, area in enumerate(self._areas)}

    def _show_under(self, place: int, rows: Sequence[ActivityRow]) -> None:
        under = self._under.setdefault(self._areas[place].id, [])
        follow(self, under, rows, self.index(place, 0))

    def area_at(self, index: Index) -> AreaRow | None:
        """Return the area of an index, None for an activity."""
        if not index.isValid() or index.internalId():
            return None
        return self._areas[index.row()]

    def activity_at(self, index: Index) -> ActivityRow | None:
        """Return the activity of an index, None for an area."""
        if not index.isValid() or not index.internalId():
            return None
        area = self._areas[self._places[index.internalId()]]
        return self._under[area.id][index.row()]

    def places_of(self, row_id: str) -> Iterator[QModelIndex]:
        """Yield where a row stands; an activity first where it is counted."""
        further = []
        for place, area in enumerate(self._areas):
            if area.id == row_id:
                yield self.index(place, 0)
            for at, row in enumerate(self._under.get(area.id, ())):
                if row.id == row_id and row.counted:
                    further.append(self.index(at, 0, self.index(place, 0)))
                elif row.id == row_id:
                    yield self.index(at, 0, self.index(place, 0))
        yield from further

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        if not parent.isValid():
            return len(self._areas)
        if parent.internalId() or parent.column():
            return 0
        return len(self._under.get(self._areas[parent.row()].id, ()))

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        return COLUMNS

    def index(self, row: int, column: int, parent: Index = NO_PARENT) -> QModelIndex:
        if not 0 <= column < COLUMNS or not 0 <= row < self.rowCount(parent):
            return QModelIndex()
        key = self._keys[self._areas[parent.row()].id] if parent.isValid() else 0
        return self.createIndex(row, column, key)

    @overload
    def parent(self) -> QObject | None: ...

    @overload
    def parent(self, index: Index) -> QModelIndex: ...

    def parent(self, index: Index | None = None) -> QObject | QModelIndex | None:
        if index is None:
            return super().parent()
        if not index.isValid() or not index.internalId():
            return QModelIndex()
        return self.createIndex(self._places[index.internalId()], 0, 0)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return heads()[section] if 0 <= section < COLUMNS else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        area = self.area_at(index)
        if area is not None:
            return _area_data(area, index.column(), role)
        activity = self.activity_at(index)
        return None if activity is None else _activity_data(activity, index.column(), role)


def heads() -> tuple[str, ...]:
    """Return what the columns are called."""
    translate = QCoreApplication.translate
    return (
        translate("PlanAreas", "Area and activity"),
        translate("PlanAreas", "When"),
        translate("PlanAreas", "Who"),
        translate("PlanAreas", "State"),
    )


def _area_data(area: AreaRow, column: int, role: int) -> Any:
    said = ". ".join(part.rstrip(".") for part in (area.title, area.told, area.gap) if part)
    match role:
        case Qt.ItemDataRole.DisplayRole if column == MAIN:
            return area.title
        case Qt.ItemDataRole.AccessibleTextRole if column == MAIN:
            return said
        case Qt.ItemDataRole.ToolTipRole:
            return area.gap or said
        case _ if role == ID_ROLE:
            return area.id
    return None


def _activity_data(row: ActivityRow, column: int, role: int) -> Any:
    text = row.cells[column]
    match role:
        case Qt.ItemDataRole.DisplayRole:
            return text
        case Qt.ItemDataRole.ToolTipRole:
            return row.gap or text
        case Qt.ItemDataRole.AccessibleTextRole:
            return ". ".join(part for part in (text, row.gap if column == MAIN else "") if part)
        case Qt.ItemDataRole.DecorationRole if column == STATE:
            return icon(*PICTURES[row.state])
        case _ if role == ID_ROLE:
            return row.id
    return None

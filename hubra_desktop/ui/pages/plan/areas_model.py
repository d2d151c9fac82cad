"""The item model of a plan's areas and, under each, the activities that serve it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QModelIndex, Qt

from hubra_desktop.model.language import say
from hubra_desktop.model.plan.areas import Gap, area_name, areas_with, main_area, outside
from hubra_desktop.model.plan.counts import by_state, participants_in_language
from hubra_desktop.model.plan.periods import when_text
from hubra_desktop.model.plan.terms import ActivityState, PlanKind
from hubra_desktop.model.records.plan import Activity, FocusArea, Plan
from hubra_desktop.model.swedish import capitalised
from hubra_desktop.model.words import word
from hubra_desktop.ui.icons import icon
from hubra_desktop.ui.models.following import Head, head_data
from hubra_desktop.ui.models.tree import Index, TreeBranch, TreeModel
from hubra_desktop.ui.widgets.plain import plain_tip
from hubra_desktop.ui.widgets.state_bar import PICTURES, states_text

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
    plan: Plan | None,
    activities: Sequence[Activity],
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
        title = say("Utan område")
        row = AreaRow(OUTSIDE, title, states_text(by_state(rest)), by_state(rest))
        rows.append((row, tuple(_activity(each, "", of_activity) for each in rest)))
    return Board(tuple(rows))


def _area(area: FocusArea, activities: Sequence[Activity], gap: Gap | None) -> AreaRow:
    counts = by_state(activities)
    text = states_text(counts) if activities else area.comment.strip() or states_text(counts)
    sentence = gap.brief if gap else ""
    return AreaRow(area.id, area_name(area), text, counts, sentence, str(gap.level) if gap else "")


def _activity(activity: Activity, counted: str, found: Mapping[str, str]) -> ActivityRow:
    who = activity.responsible or activity.partners
    when = when_text(activity)
    people = participants_in_language(activity)
    title = activity.title or say("(utan rubrik)")
    return ActivityRow(
        activity.id,
        f"{title} · {people}" if people else title,
        when,
        who,
        activity.state,
        counted,
        found.get(activity.id, ""),
    )


class AreasModel(TreeModel):
    """The areas of a plan, and under each the activities that serve it."""

    width = COLUMNS

    def show_board(self, shown: Board) -> None:
        """Show other rows, or the same ones changed."""
        self.show_branches(
            [
                TreeBranch(area.id, area, [TreeBranch(row.id, row) for row in under])
                for area, under in shown.areas
            ]
        )

    def area_at(self, index: Index) -> AreaRow | None:
        """Return the area of an index, None for an activity."""
        node = self.node_at(index)
        return node.row if node is not None and isinstance(node.row, AreaRow) else None

    def activity_at(self, index: Index) -> ActivityRow | None:
        """Return the activity of an index, None for an area."""
        node = self.node_at(index)
        return node.row if node is not None and isinstance(node.row, ActivityRow) else None

    def places_of(self, row_id: str) -> Iterator[QModelIndex]:
        """Yield where a row stands; an activity first where it is counted."""
        found = [node for node in self.top.nodes() if node.id == row_id]
        further = [node for node in found if getattr(node.row, "counted", "")]
        for node in (*(node for node in found if node not in further), *further):
            yield self.place_of(node)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        return head_data([Head(title) for title in heads()], section, orientation, role)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        area = self.area_at(index)
        if area is not None:
            return _area_data(area, index.column(), role)
        activity = self.activity_at(index)
        return None if activity is None else _activity_data(activity, index.column(), role)


def heads() -> tuple[str, ...]:
    """Return what the columns are called."""
    return (say("Område och aktivitet"), say("När"), say("Vem"), say("Läge"))


def _area_data(area: AreaRow, column: int, role: int) -> Any:
    text = ". ".join(part.rstrip(".") for part in (area.title, area.told, area.gap) if part)
    match role:
        case Qt.ItemDataRole.DisplayRole if column == MAIN:
            return area.title
        case Qt.ItemDataRole.AccessibleTextRole if column == MAIN:
            return text
        case Qt.ItemDataRole.ToolTipRole:
            return plain_tip(area.gap or text)
        case _ if role == ID_ROLE:
            return area.id
    return None


def _activity_data(row: ActivityRow, column: int, role: int) -> Any:
    text = row.cells[column]
    match role:
        case Qt.ItemDataRole.DisplayRole:
            return text
        case Qt.ItemDataRole.ToolTipRole:
            return plain_tip(row.gap or text)
        case Qt.ItemDataRole.AccessibleTextRole:
            return ". ".join(part for part in (text, row.gap if column == MAIN else "") if part)
        case Qt.ItemDataRole.DecorationRole if column == STATE:
            return icon(*PICTURES[row.state])
        case _ if role == ID_ROLE:
            return row.id
    return None

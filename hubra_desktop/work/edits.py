"""Edits by kind: add, change, move and remove the records of the catalogue.

What a kind decides of its own, as a number that is given or what goes with a row, stands
in the tables of this module, so that no edit of the kind passes it by.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from hubra_desktop.model.ids import new_id
from hubra_desktop.model.records.catalogue import KINDS
from hubra_desktop.model.records.council import Body, Matter, Person
from hubra_desktop.model.records.dispatch import Dispatch
from hubra_desktop.model.records.follow_ups import FollowUp
from hubra_desktop.model.records.indicators import Indicator
from hubra_desktop.model.records.meeting import Footnote, Item, Meeting
from hubra_desktop.model.records.minutes import Decision
from hubra_desktop.model.records.money import Association, BudgetPost, BudgetYear, Grant
from hubra_desktop.model.records.plan import Activity, FocusArea, Letter, Plan
from hubra_desktop.model.records.reports import Report
from hubra_desktop.store.rows import Rows
from hubra_desktop.work.commands.activities import last_in_year, name_responsible
from hubra_desktop.work.commands.agenda import (
    change_presenters,
    check_presenters,
    remove_with_sub_items,
)
from hubra_desktop.work.commands.base import Step, found, found_owner, inserted, list_of, moved_to
from hubra_desktop.work.commands.budget import (
    begin_open,
    change_budget_year,
    remove_post,
    remove_year,
)
from hubra_desktop.work.commands.dispatches import remove_dispatch
from hubra_desktop.work.commands.follow_ups import change_follow_up
from hubra_desktop.work.commands.grants import (
    add_association,
    change_association,
    remove_grant,
)
from hubra_desktop.work.commands.indicators import close_gap, place_last
from hubra_desktop.work.commands.letters import change_letter
from hubra_desktop.work.commands.meetings import change_footnote, change_meeting, remove_meeting
from hubra_desktop.work.commands.people import remove_body, remove_matter, remove_person
from hubra_desktop.work.commands.plans import (
    change_plan,
    follow_adoption,
    free_area,
    free_plan,
    next_number,
    renumbered,
)
from hubra_desktop.work.commands.reports import take_off_attachments
from hubra_desktop.work.commands.sections import change_decision
from hubra_desktop.work.references import clear_references

_COMPLETED: Final[Mapping[type, Callable[[Rows, Any, Any], Any]]] = {
    Activity: last_in_year,
    Association: add_association,
    BudgetYear: begin_open,
    FocusArea: next_number,
    Indicator: place_last,
    Item: check_presenters,
}
"""Functions of (rows, owner or None, new record) that return the record to store."""

_WRITTEN: Final[Mapping[type, Callable[[Rows, Any, Mapping[str, Any]], Mapping[str, Any]]]] = {
    Activity: name_responsible,
    Association: change_association,
    BudgetYear: change_budget_year,
    Decision: change_decision,
    FollowUp: change_follow_up,
    Footnote: change_footnote,
    Item: change_presenters,
    Letter: change_letter,
    Meeting: change_meeting,
    Plan: change_plan,
}
"""Functions of (rows, record as it is, new values) that return the values to write."""

_FOLLOWED: Final[Mapping[type, Sequence[Callable[[Rows, Any, Any], None]]]] = {
    Plan: (follow_adoption,),
}
"""Functions of (rows, record as it was, as it is now) that do what follows from a change."""

_REARRANGED: Final[Mapping[type, Callable[[Any, Any], Any]]] = {FocusArea: renumbered}
"""Functions of (rows as they stood, rows in their new order) that return those to store."""

_BEFORE_REMOVAL: Final[Mapping[type, Callable[[Rows, Any], None]]] = {
    Body: remove_body,
    BudgetPost: remove_post,
    BudgetYear: remove_year,
    Dispatch: remove_dispatch,
    FocusArea: free_area,
    Grant: remove_grant,
    Indicator: close_gap,
    Item: remove_with_sub_items,
    Matter: remove_matter,
    Meeting: remove_meeting,
    Person: remove_person,
    Plan: free_plan,
    Report: take_off_attachments,
}
"""Functions of (rows, record) that refuse the removal, or remove what goes with the record."""


@dataclass(frozen=True)
class Store(Step):
    """Store a new record with the lists it owns.

    One that belongs to a list of ``owner_id`` is put last there, or before row ``index``.
    """

    record: Any
    owner_id: str = ""
    index: int | None = None

    @property
    def label(self) -> str:
        return f"add-{KINDS[type(self.record)]}"

    def apply(self, rows: Rows) -> str:
        if not self.owner_id:
            return rows.add(_completed(rows, None, self.record))
        record: type = type(self.record)
        kind, name = list_of(record)
        owner: Any = found(rows, kind, self.owner_id)
        row = _completed(rows, owner, replace(self.record, id=self.record.id or new_id()))
        parts = inserted(getattr(owner, name), row, self.index)
        rows.put(replace(owner, **{name: parts}), was=owner)
        return str(row.id)


@dataclass(frozen=True)
class Add(Step):
    """Make a record of ``values`` and store it, as ``Store`` does.

    With ``edit``, and an id among the values, it is one undo step with the changes that
    the same visit to an editor goes on to make.
    """

    record: type
    values: Mapping[str, Any]
    owner_id: str = ""
    index: int | None = None
    edit: str = ""

    @property
    def label(self) -> str:
        return f"add-{KINDS[self.record]}"

    @property
    def merge_key(self) -> tuple[str, ...] | None:  # type: ignore[override]
        return _one_visit(self.edit, self.values.get("id", ""), self.values)

    def apply(self, rows: Rows) -> str:
        made = self.record(**{"id": "", **self.values})
        return Store(made, self.owner_id, self.index).apply(rows)


@dataclass(frozen=True)
class Change(Step):
    """Write new values into a row.

    ``edit`` names one visit to an editor: its saves, made while the user types,
    join into one undo step.
    """

    record: type
    row_id: str
    values: Mapping[str, Any]
    edit: str = ""

    @property
    def label(self) -> str:
        field = f"-{next(iter(self.values))}" if len(self.values) == 1 else ""
        return f"change-{KINDS[self.record]}{field}"

    @property
    def merge_key(self) -> tuple[str, ...] | None:  # type: ignore[override]
        return _one_visit(self.edit, self.row_id, self.values)

    def apply(self, rows: Rows) -> None:
        before: Any = found(rows, self.record, self.row_id)
        decide = _WRITTEN.get(self.record)
        values = decide(rows, before, self.values) if decide else self.values
        after = replace(before, **values)
        rows.put(after, was=before)
        for follow in _FOLLOWED.get(self.record, ()):
            follow(rows, before, after)


@dataclass(frozen=True)
class Reorder(Step):
    """Put a row in place ``index`` of the list that it stands in, counted without itself."""

    record: type
    row_id: str
    index: int

    @property
    def label(self) -> str:
        return f"move-{KINDS[self.record]}"

    def apply(self, rows: Rows) -> None:
        owner: Any = found_owner(rows, self.record, self.row_id)
        _, name = list_of(self.record)
        before = getattr(owner, name)
        parts = moved_to(before, self.row_id, self.index)
        follow = _REARRANGED.get(self.record)
        after = follow(before, parts) if follow else parts
        rows.put(replace(owner, **{name: after}), was=owner)


@dataclass(frozen=True)
class Remove(Step):
    """Remove a row with what it owns; references to it that may be empty are cleared."""

    record: type
    row_id: str

    @property
    def label(self) -> str:
        return f"remove-{KINDS[self.record]}"

    def apply(self, rows: Rows) -> None:
        row: Any = found(rows, self.record, self.row_id)
        prepare = _BEFORE_REMOVAL.get(self.record)
        if prepare is not None:
            prepare(rows, row)
        clear_references(rows, self.record, [self.row_id])
        rows.remove(self.record, self.row_id)


def _one_visit(edit: str, row_id: str, values: Mapping[str, Any]) -> tuple[str, ...] | None:
    """Return what the saves of one visit to a row's field have in common."""
    return (edit, row_id, *sorted(values.keys() - {"id"})) if edit else None


def _completed(rows: Rows, owner: Any, record: Any) -> Any:  # noqa: ANN401
    complete = _COMPLETED.get(type(record))
    return complete(rows, owner, record) if complete else record

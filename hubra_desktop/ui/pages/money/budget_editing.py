"""What is done with the posts of a budget, as commands."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal

from hubra_desktop.model.errors import InputError, refusal
from hubra_desktop.model.invisible import one_line
from hubra_desktop.model.language import say
from hubra_desktop.model.money.amounts import kronor, parse_amount
from hubra_desktop.model.money.budget import BudgetRow
from hubra_desktop.model.records.money import Allocation, BudgetPost, BudgetVersion, BudgetYear
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.pages.money.year import OpenYear
from hubra_desktop.work.commands.base import Command
from hubra_desktop.work.commands.budget import Allocate
from hubra_desktop.work.edits import Add, Change, Remove, Reorder, Store


class BudgetEditing(QObject):
    """Changes the open year's posts; ``moved(id)`` follows a post that got another place."""

    moved = Signal(str)

    def __init__(self, desk: Desk, year: OpenYear, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._year = year

    def add(self, beside: str, *, below: bool) -> str:
        """Add a post without a name after another, or under it; return its id, "" if refused."""
        sheet = self._year.sheet
        if sheet is None:
            return ""
        post = next((each for each in sheet.posts if each.id == beside), None)
        values: dict[str, object] = {"name": say("Ny post")}
        if post is not None:
            values["kind"] = post.kind
            values["parent_id"] = post.id if below else post.parent_id
        changes = self._desk.run(Add(BudgetPost, values, sheet.id))
        return (changes.created or "") if changes is not None else ""

    def rename(self, row: BudgetRow, text: str, edit: str) -> None:
        """Give a post another name; raises InputError."""
        name = one_line(text)
        if not name:
            raise refusal("Posten måste ha ett namn.")
        if name != row.post.name:
            self._desk.attempt_now(Change(BudgetPost, row.post.id, {"name": name}, edit))

    def plan(self, row: BudgetRow, text: str, edit: str = "") -> None:
        """Write what is planned for a post, transfers counted; raises InputError."""
        typed = text.strip()
        ore = parse_amount(typed) if typed else None
        if ore is not None and row.stated and ore == row.sums.planned:
            return
        if ore is not None:
            ore = self._before_transfers(row, ore)
        self._allocate(row, ore, example=False)

    def set_example(self, row: BudgetRow, on: bool) -> None:
        """Say of a planned amount that it is an example, or not; raises InputError."""
        ore = self._allocated(row.post.id)
        version = self._year.table.version if self._year.table else None
        if ore is not None and version is not None:
            self._desk.attempt_now(Allocate(version.id, row.post.id, ore, example=on))

    def _before_transfers(self, row: BudgetRow, ore: int) -> int:
        """Return what the version is to plan so that it comes to ``ore`` with the transfers."""
        moved = row.sums.planned - (self._allocated(row.post.id) or 0)
        if ore - moved < 0:
            text = say("Omföringar har lagt {amount} på posten. Planera minst så mycket.")
            raise InputError(text.format(amount=kronor(moved)))
        return ore - moved

    def _allocated(self, post_id: str) -> int | None:
        version = self._year.table.version if self._year.table else None
        rows = version.allocations if version is not None else ()
        return next((each.planned_ore for each in rows if each.post_id == post_id), None)

    def _allocate(self, row: BudgetRow, ore: int | None, *, example: bool) -> None:
        table, sheet = self._year.table, self._year.sheet
        if table is None or sheet is None:
            return
        self._desk.attempt_now(self._allocation(sheet, table.version, row.post.id, ore, example))

    def _allocation(
        self,
        sheet: BudgetYear,
        version: BudgetVersion | None,
        post_id: str,
        ore: int | None,
        example: bool,
    ) -> Command:
        if version is not None:
            return Allocate(version.id, post_id, ore, example=example)
        allocations = () if ore is None else (Allocation(post_id=post_id, planned_ore=ore),)
        return Store(BudgetVersion(allocations=allocations), sheet.id)

    def write(self, post_id: str, values: Mapping[str, object], edit: str) -> None:
        """Write typed values of a post; raises InputError."""
        self._desk.attempt_now(Change(BudgetPost, post_id, values, edit))

    def remove(self, post_id: str) -> None:
        """Take a post away; Undo brings it back."""
        sheet = self._year.sheet
        post = next((p for p in sheet.posts if p.id == post_id), None) if sheet else None
        if post is not None and self._desk.run(Remove(BudgetPost, post_id)) is not None:
            text = say("Posten {name} togs bort.", name=post.name)
            self._desk.messages.tell(text, "undo")

    def shift(self, post_id: str, by: int) -> None:
        """Move a post one step up (-1) or down (1) among those beside it."""
        sheet = self._year.sheet
        post = next((p for p in sheet.posts if p.id == post_id), None) if sheet else None
        if sheet is None or post is None:
            return
        beside = [p for p in sheet.posts if p.parent_id == post.parent_id]
        there = beside.index(post) + by
        if not 0 <= there < len(beside):
            return
        if (
            self._desk.run(Reorder(BudgetPost, post_id, sheet.posts.index(beside[there])))
            is not None
        ):
            self.moved.emit(post_id)

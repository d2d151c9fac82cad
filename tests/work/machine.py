"""A register in which anything is done in any order: what must hold of it after each step.

What is undone is gone to the letter and what is redone is back, today or after the register
was closed and opened again; a step that ends undo (a closed year, a purge, a barrier) is where
the way back ends. The rules of each subject stand as functions in ``CHECKS``.
"""

import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, ClassVar, NamedTuple

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule
from sqlalchemy import text

from hubra_desktop.exchange.json_file import dump
from hubra_desktop.model.errors import InputError
from hubra_desktop.model.export_bundle import Bundle
from hubra_desktop.model.plan.areas import areas_with, outside
from hubra_desktop.model.plan.counts import by_state
from hubra_desktop.model.plan.terms import (
    SENT_STATES,
    STATES_WITH_REASON,
    ConsultationState,
    PlanKind,
)
from hubra_desktop.model.records.catalogue import RECORDS, owner_of
from hubra_desktop.model.reports.marks import strip_links
from hubra_desktop.model.terms import Anchor
from hubra_desktop.work.commands.base import Command
from hubra_desktop.work.commands.imports import ImportBundle
from hubra_desktop.work.queries.bundles import register_bundle
from hubra_desktop.work.workspace import Workspace
from tests.model.money.reference import budget_table
from tests.work.allowance_makers import ALLOWANCES
from tests.work.approval_makers import APPROVAL
from tests.work.attendance_makers import ATTENDANCE
from tests.work.backlog_makers import BACKLOG
from tests.work.call_makers import CALLS
from tests.work.dispatch_makers import DISPATCHES
from tests.work.drawn import Drawn
from tests.work.evidence_makers import EVIDENCE
from tests.work.extract_makers import EXTRACTS
from tests.work.fetch_makers import FETCHING
from tests.work.follow_up_makers import FOLLOW_UPS
from tests.work.makers import COUNCIL, MONEY, PLAN
from tests.work.meeting_paper_makers import MEETING_PAPERS
from tests.work.minute_edit_makers import MINUTE_EDITS
from tests.work.paper_makers import PAPERS, Maker
from tests.work.people_makers import PEOPLE
from tests.work.running_makers import RUNNING
from tests.work.section_makers import SECTIONS
from tests.work.signed_makers import SIGNED
from tests.work.template_makers import TEMPLATES
from tests.work.treasury import check_everything
from tests.work.written_office import whole_register

MAKERS: Mapping[str, Maker] = {
    **COUNCIL, **BACKLOG, **TEMPLATES, **PLAN, **MONEY, **EVIDENCE, **PAPERS, **FETCHING,
    **DISPATCHES, **MEETING_PAPERS, **CALLS, **PEOPLE,
    **RUNNING,
    **SECTIONS,
    **ALLOWANCES,
    **ATTENDANCE,
    **FOLLOW_UPS,
    **APPROVAL,
    **SIGNED,
    **MINUTE_EDITS,
    **EXTRACTS,
}  # fmt: skip
OFTEN = ("Book", "Book", "Repay", "Repay", "Correct", "Decide", "Decide", "ChangeReportSection")
"""Commands that need company to tell anything: drawn so many times more than others."""
ENOUGH = 4
LISTS = [(kind, owner.column) for kind in RECORDS if (owner := owner_of(kind)) is not None]
REWRITING = {
    "ChangeReportSection", "RemoveReportSection", "RemoveReport", "RefreshSection", "AcceptFact",
    "FetchBack", "ImportBundle", "TakeBack", "RewriteSections", "IllustrateSection",
    "TakeOverSection",
}  # fmt: skip
"""The commands that may put other words in a section, or take it away."""


class Step(NamedTuple):
    """A step that can be undone or redone; steps of one ``key`` after another are one."""

    before: Bundle
    after: Bundle
    key: tuple[str, ...] | None


class Secretary(RuleBasedStateMachine):
    """Works in a register and keeps beside it what every undo must lead back to.

    ``names`` are the commands that are drawn from.
    """

    names: ClassVar[Sequence[str]] = sorted([*MAKERS, *OFTEN])

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name) / "r.hubra"
        self.done: list[Step] = []
        self.undone: list[Step] = []
        self.closed: dict[int, Any] = {}
        self.money: object = None
        self.turn = 0
        self.opened = 1

    @initialize(empty=st.integers(0, 9).map(lambda number: number == 0))
    def begin(self, empty: bool) -> None:
        if empty:
            self.workspace = Workspace.create(self.path, organisation="Trygghetsrådet")
            self.workspace.close()
        else:
            self.path.write_bytes(whole_register())
        self.workspace = Workspace.open(self.path)
        self.now = self.stored()
        self.done += [Step(self.now, self.now, None)] if self.workspace.undo_label else []
        self.first = self.now
        self.look()

    def stored(self) -> Bundle:
        with self.workspace.read() as reader:
            return register_bundle(reader)

    @rule(data=st.data())
    def do(self, data: st.DataObject) -> None:
        name = data.draw(st.sampled_from(self.names))
        command = MAKERS[name](Drawn(data.draw, self.now, f"besök {self.opened}"))
        sentence = ""
        try:
            changes = self.workspace.run(command)
        except InputError as error:
            sentence = error.sentence
        if sentence:
            assert sentence.endswith((".", "?"))
            assert self.stored() == self.now
            return
        before, self.now = self.now, self.stored()
        assert bool(changes.rows) or before == self.now
        assert None not in changes.meetings
        if changes.rows:
            self.push(command, before)
            for check in STEP_CHECKS:
                check(before, self.now, name)
            self.look()

    def push(self, command: Command, before: Bundle) -> None:
        """Note a step, or that nothing before it can be undone."""
        self.undone.clear()
        if command.barrier or _newly_closed(before, self.now):
            self.done.clear()
            self.first = self.now
            return
        key = command.merge_key
        if key is not None and self.done and self.done[-1].key == key:
            before = self.done.pop().before
        self.done.append(Step(before, self.now, key))

    @precondition(lambda self: self.done)
    @rule(count=st.integers(1, 4))
    def undo(self, count: int) -> None:
        for _ in range(min(count, len(self.done))):
            step = self.done.pop()
            self.undone.append(step)
            self.workspace.undo()
            self.arrive(step.before)

    @precondition(lambda self: self.undone)
    @rule(count=st.integers(1, 4))
    def redo(self, count: int) -> None:
        for _ in range(min(count, len(self.undone))):
            step = self.undone.pop()
            self.done.append(step._replace(key=None))
            self.workspace.redo()
            self.arrive(step.after)

    def arrive(self, expected: Bundle) -> None:
        self.now = self.stored()
        assert self.now == expected
        self.look()

    @precondition(lambda self: len(self.done) + len(self.undone) > ENOUGH)
    @rule()
    def close_and_open(self) -> None:
        self.workspace.close()
        left = {each.name for each in self.path.parent.iterdir()}
        assert left == {"r.hubra"}
        self.workspace = Workspace.open(self.path)
        self.opened += 1
        self.arrive(self.now)

    def look(self) -> None:
        """Assert all that holds of a register, whatever was done."""
        self.turn += 1
        assert (self.workspace.undo_label is None) == (not self.done)
        assert (self.workspace.redo_label is None) == (not self.undone)
        for check in CHECKS:
            check(self.now)
        self.file_is_sound()
        money = self.now.budget_years, self.now.grants, self.now.ledger
        if money != self.money:
            self.money = money
            check_everything(self.workspace, self.now, self.turn)
            self.closed_years_stand()

    def file_is_sound(self) -> None:
        """Every reference leads somewhere, and no two rows of a list share a place."""
        with self.workspace.read() as reader:
            assert reader.execute(text("PRAGMA foreign_key_check")).all() == []
            for kind, owner in LISTS:
                wrong = f'SELECT {owner} FROM "{kind}" GROUP BY {owner} '
                wrong += "HAVING count(DISTINCT position) != count(*)"
                assert reader.execute(text(wrong)).all() == [], kind

    def closed_years_stand(self) -> None:
        closed = {each.year for each in self.now.budget_years if each.closed_on}
        for year in closed:
            figures = figures_of(self.now, year)
            assert self.closed.setdefault(year, figures) == figures
        assert set(self.closed) == closed

    def teardown(self) -> None:
        if hasattr(self, "workspace"):
            self.all_the_way_back_and_forward()
            assert not self.workspace.run(ImportBundle(self.now)).rows
            assert self.workspace.problems() == []
            self.workspace.close()
        self.folder.cleanup()

    def all_the_way_back_and_forward(self) -> None:
        """Undo of everything returns the register, byte for byte in its export."""
        self.run_out("redo")
        latest = dump(self.stored())
        self.run_out("undo")
        assert dump(self.stored()) == dump(self.first)
        self.run_out("redo")
        self.now = self.stored()
        assert dump(self.now) == latest

    def run_out(self, way: str) -> None:
        while getattr(self.workspace, f"{way}_label"):
            getattr(self.workspace, way)()


def _newly_closed(before: Bundle, now: Bundle) -> bool:
    known = {each.id: replace(each, posts=(), versions=()) for each in before.budget_years}
    return any(
        each.closed_on and known.get(each.id) != replace(each, posts=(), versions=())
        for each in now.budget_years
    )


def figures_of(now: Bundle, number: int) -> Any:
    """All that a year tells of its money."""
    [year] = [each for each in now.budget_years if each.year == number]
    others = [each for each in now.budget_years if each is not year]
    table = budget_table(year, now.ledger, others=others, grants=now.grants)
    decisions = [d for each in now.grants for d in each.decisions if d.year == number]
    return (
        year,
        [(row.post, row.sums) for row in table.rows if row.post.id],
        table.total,
        [entry for entry in now.ledger if entry.year == number],
        sorted(decisions, key=lambda decision: decision.id),
        sorted((g.id, g.body_id, g.post_id or "") for g in now.grants if g.year == number),
    )


def the_ledger_is_only_added_to(before: Bundle, now: Bundle, _: str) -> None:
    rows = {entry.id: entry for entry in now.ledger}
    assert all(rows[entry.id] == entry for entry in before.ledger)


def what_was_sent_stays_as_it_was_sent(before: Bundle, now: Bundle, _: str) -> None:
    gone = {each.id: each.recipients for each in before.letters if each.state in SENT_STATES}
    for letter in now.letters:
        assert gone.get(letter.id, letter.recipients) == letter.recipients


def no_word_of_a_paper_is_lost(before: Bundle, now: Bundle, name: str) -> None:
    if name in REWRITING:
        return
    words = {each.id: strip_links(each.text) for report in now.reports for each in report.sections}
    for report in before.reports:
        assert all(words[each.id] == strip_links(each.text) for each in report.sections)


def every_mark_has_its_row(now: Bundle) -> None:
    for meeting in now.meetings:
        rows = {item.id for item in meeting.items}
        for note in meeting.footnotes:
            assert (note.anchor is Anchor.ITEM) == (note.item_id is not None)
            assert note.item_id is None or note.item_id in rows


def what_was_not_done_has_a_reason(now: Bundle) -> None:
    for activity in now.activities:
        assert activity.state not in STATES_WITH_REASON or activity.reason.strip()


def an_activity_has_exactly_one_main_area(now: Bundle) -> None:
    for activity in now.activities:
        served = [each.area_id for each in activity.areas]
        assert len(set(served)) == len(served)
        assert sum(each.main for each in activity.areas) == bool(served)


def an_activity_stands_once_in_each_plan_and_totals_count_it_once(now: Bundle) -> None:
    for plan in now.plans:
        rows = areas_with(plan, now.activities)
        once = [each for row in rows for each in row.main]
        assert _different(each.id for each in once)
        assert by_state([each for row in rows for each in row.activities]) == by_state(once)
        left = {each.id for each in outside(plan, now.activities)}
        assert left | {each.id for each in once} == {each.id for each in now.activities}


def an_activity_serves_its_own_years_plan(now: Bundle) -> None:
    plans = {area.id: plan for plan in now.plans for area in plan.areas}
    for activity in now.activities:
        for plan in (plans[each.area_id] for each in activity.areas):
            assert plan.kind is PlanKind.MEASURES or plan.year == activity.year


def what_is_answered_has_its_day_and_what_is_sent_its_year(now: Bundle) -> None:
    for each in now.consultations:
        assert each.state is not ConsultationState.ANSWERED or each.answered_on is not None
    for letter in now.letters:
        assert letter.sent_on is None or letter.sent_on.year == letter.year
    numbered = [each for each in now.letters if each.number is not None]
    assert _different((each.year, each.number) for each in numbered)


def a_bilaga_has_one_number_and_never_itself_above(now: Bundle) -> None:
    above = {each.id: each.attached_to_id for each in now.reports}
    for each in above:
        seen: list[str] = []
        at: str | None = each
        while at is not None:
            assert at not in seen
            seen.append(at)
            at = above[at]


def a_year_is_measured_once_for_a_group(now: Bundle) -> None:
    for indicator in now.indicators:
        assert _different((each.year, each.group) for each in indicator.measurements)


def _different(values: Iterable[object]) -> bool:
    values = list(values)
    return len(set(values)) == len(values)


CHECKS: tuple[Callable[[Bundle], None], ...] = (
    every_mark_has_its_row,
    what_was_not_done_has_a_reason,
    an_activity_has_exactly_one_main_area,
    an_activity_stands_once_in_each_plan_and_totals_count_it_once,
    an_activity_serves_its_own_years_plan,
    what_is_answered_has_its_day_and_what_is_sent_its_year,
    a_bilaga_has_one_number_and_never_itself_above,
    a_year_is_measured_once_for_a_group,
)
STEP_CHECKS: tuple[Callable[[Bundle, Bundle, str], None], ...] = (
    the_ledger_is_only_added_to,
    what_was_sent_stays_as_it_was_sent,
    no_word_of_a_paper_is_lost,
)

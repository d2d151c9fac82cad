"""Each edit of each kind in the catalogue: done, undone and done again it leads there and back."""

import datetime as dt
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from hubra_desktop.model.errors import InputError
from hubra_desktop.model.export_bundle import Bundle
from hubra_desktop.model.money.terms import DecisionKind
from hubra_desktop.model.records.attendance import AttendanceStay
from hubra_desktop.model.records.catalogue import KINDS, SINGLE, owner_of, stored_fields
from hubra_desktop.model.records.dispatch import ListMember
from hubra_desktop.model.records.meeting import Meeting
from hubra_desktop.model.records.minutes import Decision, Section
from hubra_desktop.model.records.money import BudgetVersion, BudgetYear, GrantDecision
from hubra_desktop.model.records.plan import ActivityLink, Letter
from hubra_desktop.model.records.rulebook import RulesCommittee, RulesSeat
from hubra_desktop.store.reading import records
from hubra_desktop.work.commands.base import Command
from hubra_desktop.work.commands.evidence import AddEvidence
from hubra_desktop.work.demo import make_demo
from hubra_desktop.work.edits import Add, Change, Remove, Reorder, Store
from hubra_desktop.work.queries.bundles import register_bundle
from hubra_desktop.work.workspace import Workspace

# Rows of the ledger stand; the others are written with the whole that they belong to.
NOT_EDITED = {
    "account_line", "account_statement", "activity_area", "allocation", "allowance_row",
    "ballot_voice", "change_text",
    "closing_commitment", "dispatch", "dispatch_recipient", "follow_up_note",
    "follow_up_report",
    "issued_paper", "known_word", "ledger_entry",
    "measurement", "meeting_template", "presenter", "reopening", "report_answer", "report_picture",
    "signed_paper", "template_item",
}  # fmt: skip


def _depth(kind: str) -> int:
    """Return how many owners a kind of row stands below."""
    owner = owner_of(kind)
    return 0 if owner is None else 1 + _depth(owner.kind)


EDITED = sorted(
    (record for record, kind in KINDS.items() if kind not in SINGLE | NOT_EDITED),
    key=lambda record: _depth(KINDS[record]),
)


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    path: Path = tmp_path_factory.mktemp("edits") / "demo.hubra"
    make_demo(path)
    workspace = Workspace.open(path)
    fill(workspace)
    yield workspace
    workspace.close()


def fill(workspace: Workspace) -> None:
    """Add a row or two of the kinds that the demo has none of, or none that can be removed."""
    workspace.run(Add(Letter, needed(workspace, Letter)))
    workspace.run(Add(BudgetYear, needed(workspace, BudgetYear)))
    workspace.run(Add(Section, needed(workspace, Section)))
    for name in ("kvitto.txt", "ansökan.txt"):
        workspace.run(AddEvidence("grant", "grant-01", name, name.encode(), dt.date(2018, 1, 2)))
    for record in EDITED:
        owner = owner_of(KINDS[record])
        while len(rows_of(workspace, record)) < 2:
            owner_id = ""
            if owner is not None:
                owner_id = max(rows_of(workspace, _record(owner.kind)), key=_added).id
            workspace.run(Add(record, needed(workspace, record), owner_id))


def needed(workspace: Workspace, record: type) -> dict[str, Any]:
    """Return the values that a row of a kind cannot do without."""
    kind, number = KINDS[record], len(rows_of(workspace, record))
    meetings = [each.id for each in rows_of(workspace, Meeting)]
    meeting = {"meeting_id": meetings[number % len(meetings)]}
    values: dict[str, dict[str, Any]] = {
        "agenda_run": meeting,
        "allowance_period": {
            "first": dt.date(2030 + number, 1, 1),
            "last": dt.date(2030 + number, 3, 31),
        },
        "allowance_rate": {"year": 2030 + number},
        "attendance": meeting,
        "minutes": meeting,
        "phrase": {"key": f"#fras{number}"},
        "section": meeting,
        "agreement": {"title": f"Överenskommelse {number}"},
        "agreement_party": {"name": f"Part {number}"},
        "matter_alias": {"matter_id": "matter-01", "case_number": f"KS-2019/{number}"},
        "footnote": {"text": "Se bilaga"},
        "blocked_period": {"first": dt.date(2030, 2, 25)},
        "body_rules": {"body_id": f"body-0{number + 1}"},
        "diary_tick": {"source": f"dispatch:{number}"},
        "disposal": {"day": dt.date(2030, 1, 1)},
        "list_member": {"name": f"Mottagare {number}"},
        "rules_seat": {"name": f"slag {number}"},
        "law_note": {"section": f"{number}"},
        "activity_link": {"title": f"Rapport {number}"},
        "association": {"body_id": f"body-0{number + 3}"},
        "budget_year": {"year": 2030 + number},
        "plan": {"year": 2030 + number},
        "letter": {"year": 2030, "number": 9 + number},
    }
    return values.get(kind, {})


def _record(kind: str) -> type:
    return next(record for record, name in KINDS.items() if name == kind)


def _added(row: Any) -> tuple[bool, str]:
    """Order rows by when they were added: ids made here are numbers that grow."""
    return row.id[:1].isdigit(), row.id


def rows_of(workspace: Workspace, record: type) -> tuple[Any, ...]:
    with workspace.read() as reader:
        return records(reader, record)


def stored(workspace: Workspace) -> Bundle:
    with workspace.read() as reader:
        return register_bundle(reader)


def there_and_back(workspace: Workspace, command: Command) -> None:
    before = stored(workspace)
    workspace.run(command)
    after = stored(workspace)
    assert after != before
    assert workspace.undo_label == command.label
    workspace.undo()
    assert stored(workspace) == before
    workspace.redo()
    assert stored(workspace) == after
    workspace.undo()
    assert workspace.problems() == []


def one_that_is_done(workspace: Workspace, commands: Iterator[Command]) -> None:
    """Try the edits until one is no refusal; a kind of which all are refused cannot be edited."""
    for command in commands:
        with suppress(InputError):
            there_and_back(workspace, command)
            return
    raise AssertionError("all are refused")


def other_values(row: Any) -> Iterator[dict[str, Any]]:
    """Yield another value for one field at a time."""
    for each in stored_fields(KINDS[type(row)]):
        value = getattr(row, each.name)
        if isinstance(value, bool):
            yield {each.name: not value}
        elif isinstance(value, int):
            yield {each.name: value + 1}
        elif isinstance(value, dt.date):
            yield {each.name: value + dt.timedelta(1)}
        elif type(value) is str and not each.name.endswith("_id"):
            yield {each.name: "Ändrat"}


@pytest.mark.parametrize("record", EDITED, ids=lambda record: KINDS[record])
def test_a_change(demo: Workspace, record: type) -> None:
    rows = rows_of(demo, record)
    changes = (Change(record, row.id, values) for row in rows for values in other_values(row))
    one_that_is_done(demo, changes)


@pytest.mark.parametrize("record", EDITED, ids=lambda record: KINDS[record])
def test_a_removal(demo: Workspace, record: type) -> None:
    if KINDS[record] == "body":
        demo.run(Add(record, {"name": "Ny"}))
    rows = reversed(rows_of(demo, record))
    one_that_is_done(demo, (Remove(record, row.id) for row in rows))


@pytest.mark.parametrize(
    "record", [each for each in EDITED if owner_of(KINDS[each])], ids=lambda record: KINDS[record]
)
def test_a_row_that_is_added_to_a_list_or_moved_in_it(demo: Workspace, record: type) -> None:
    of = owner_of(KINDS[record])
    assert of is not None
    owners = [each for each in rows_of(demo, _record(of.kind)) if getattr(each, of.name)]
    parts = [(owner, getattr(owner, of.name)[0]) for owner in owners]
    one_that_is_done(
        demo, (Store(replace(part, id="", **fresh(part)), owner.id, 0) for owner, part in parts)
    )
    many = [part for owner, part in parts if len(getattr(owner, of.name)) > 1]
    if many and KINDS[record] != "grant_decision":  # one decision rests on those before it
        one_that_is_done(demo, (Reorder(record, part.id, 1) for part in many))


def fresh(part: Any) -> dict[str, Any]:
    """Return a copy's values for what no two may share, and without lists of its own."""
    if isinstance(part, ActivityLink):
        return {"meeting_id": None, "item_id": None, "grant_id": None, "title": "Rapport"}
    if isinstance(part, GrantDecision):
        return {"kind": DecisionKind.STANCE}
    if isinstance(part, ListMember | RulesSeat):
        return {"name": "Någon annan"}
    if isinstance(part, RulesCommittee):
        return {"body_id": "body-15"}
    if isinstance(part, AttendanceStay):
        # Nobody is inside twice at once: this one was there before the meeting began.
        return {"came_item_id": None, "left_item_id": None, "came": 0, "left": 1}
    if isinstance(part, Decision):
        return {"notices": (), "anchorings": ()}
    return {"allocations": ()} if isinstance(part, BudgetVersion) else {}

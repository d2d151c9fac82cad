"""Nothing that can be done with a register is out of the user's reach."""

import ast
from collections.abc import Iterator
from pathlib import Path

from hubra_desktop.model.records.catalogue import KINDS
from tests.architecture import source
from tests.architecture.source import PACKAGE
from tests.work.rooms import every_command

RECORDS = {record.__name__ for record in KINDS}
# What has no page yet.
WAITING: set[str] = set()
# What is written with the whole that it belongs to, by a command of its own.
WITH_OTHERS = {
    "AccountLine", "ActivityArea", "AgendaRun", "Allocation",
    "BallotVoice",
    "BlockedPeriod", "ChangeText",
    "ClosingCommitment", "Dispatch",
    "DispatchRecipient", "Disposal", "FollowUpNote", "FollowUpReport",
    "HouseStyle", "IssuedPaper", "KnownWord",
    "LedgerEntry", "Measurement", "MeetingTemplate", "Presenter", "Register", "ReportAnswer",
    "ReportPicture", "Reopening", "TemplateItem",
}  # fmt: skip


def unreached() -> set[str]:
    """Return the commands that no module but their own names."""
    used = {path: source.names_used(path.read_text(encoding="utf-8")) for path in source.modules()}
    return {
        name
        for name, made in every_command().items()
        if not any(name in names for path, names in used.items() if not _makes(path, made))
    }


def edited() -> set[str]:
    """Return the records that a form, a list of one or an edit in a page is given."""
    return {
        name
        for path in source.modules("ui")
        for call in source.nodes(path.read_text(encoding="utf-8"))
        if isinstance(call, ast.Call)
        for name in _records_of(call)
    }


def _records_of(call: ast.Call) -> Iterator[str]:
    edit = isinstance(call.func, ast.Name) and call.func.id in {"Add", "Change", "Remove", "Parts"}
    given = call.args if edit else [each.value for each in call.keywords if each.arg == "change"]
    return (each.id for each in given if isinstance(each, ast.Name) and each.id in RECORDS)


def _makes(path: Path, made: type) -> bool:
    module = path.relative_to(PACKAGE.parent).with_suffix("")
    return ".".join(module.parts) == made.__module__


def test_every_command_has_a_place_where_a_user_gives_it() -> None:
    assert unreached() == set()


def test_every_record_can_be_edited() -> None:
    assert RECORDS - edited() == WAITING | WITH_OTHERS

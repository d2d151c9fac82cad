"""No command goes untried: each stands in the DONE of one of the modules beside this one."""

from importlib import import_module
from pathlib import Path

from tests.work.rooms import every_command

ENDING = {
    "ApproveMinutes",
    "ApprovedElsewhere",
    "ArchiveMeeting",
    "BeginRegister",
    "CallOut",
    "IssueCall",
    "IssueExtract",
    "PurgeEvidence",
    "PurgePaper",
    "PurgePerson",
    "PurgeTraces",
    "ReopenMinutes",
}
"""What nothing before it, nor itself, is undone of."""


def test_every_command_is_done_undone_and_done_again_somewhere() -> None:
    modules = (import_module(f"tests.work.{path.stem}") for path in _beside())
    tried = {name for module in modules for name in getattr(module, "DONE", ())}
    assert every_command().keys() - tried == ENDING


def _beside() -> list[Path]:
    own = Path(__file__)
    return sorted(path for path in own.parent.glob("test_*.py") if path != own)

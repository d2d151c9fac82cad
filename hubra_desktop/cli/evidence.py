"""What ``hubra evidence`` does: lists, adds, extracts and removes the files beside rows."""

from collections.abc import Iterator
from pathlib import Path

from hubra_desktop.cli.parser import Arguments
from hubra_desktop.cli.purge import copies_purged
from hubra_desktop.model.errors import InputError
from hubra_desktop.model.kept_files import LARGEST, size_text
from hubra_desktop.model.meeting_papers import paper_title
from hubra_desktop.model.records.meeting import MeetingPaper
from hubra_desktop.model.records.money import Evidence
from hubra_desktop.model.whole_numbers import parse_year
from hubra_desktop.work.commands.evidence import AddEvidence
from hubra_desktop.work.commands.purge import PurgeEvidence, PurgePaper
from hubra_desktop.work.edits import Remove
from hubra_desktop.work.evidence_files import write_evidence
from hubra_desktop.work.files import read_whole
from hubra_desktop.work.queries import Reader
from hubra_desktop.work.queries.evidence import (
    evidence_by_id,
    evidence_in,
    evidence_of,
    evidence_place,
    grant_exists,
    row_numbered,
)
from hubra_desktop.work.queries.meeting_papers import paper_by_id
from hubra_desktop.work.queries.register import today as register_day
from hubra_desktop.work.workspace import Workspace

_Owner = tuple[str, str]
"""A row that files lie beside: its kind and its id."""


def evidence(workspace: Workspace, arguments: Arguments) -> list[str]:
    """Do what the options ask for and return what to tell; raises InputError."""
    if arguments.remove or arguments.purge:
        return [_removed(workspace, arguments)]
    with workspace.read() as reader:
        owner = _owner(reader, arguments)
    if arguments.add:
        return [_added(workspace, owner, path) for path in arguments.add]
    with workspace.read() as reader:
        found = _found(reader, owner, arguments.year)
        if arguments.extract:
            written = write_evidence(reader, arguments.extract, found) if found else 0
            return [f"{written} filer finns nu i mappen {arguments.extract}."]
        return list(_listed(reader, found)) or ["Inget underlag finns här."]


def _owner(reader: Reader, arguments: Arguments) -> _Owner | None:
    if arguments.row is not None and arguments.grant:
        raise InputError("--row och --grant går inte att förena.")
    if arguments.row is not None:
        row_id = row_numbered(reader, arguments.row)
        if row_id is None:
            raise InputError(f"Rad {arguments.row} finns inte i huvudboken.")
        return "ledger_entry", row_id
    if arguments.grant:
        if not grant_exists(reader, arguments.grant):
            raise InputError(
                f"Det finns inget bidrag med id ”{arguments.grant}”. "
                "Id:n står efter bidragen i hubra show grants."
            )
        return "grant", str(arguments.grant)
    if arguments.add:
        raise InputError("Skriv vad filen hör till: --row NR eller --grant ID.")
    return None


def _added(workspace: Workspace, owner: _Owner | None, path: Path) -> str:
    assert owner is not None
    content = read_whole(path, LARGEST)
    with workspace.read() as reader:
        day = register_day(reader)
    workspace.run(AddEvidence(*owner, path.name, content, day))
    return f"Tillagt: {path.name} ({size_text(len(content))})"


def _removed(workspace: Workspace, arguments: Arguments) -> str:
    wanted = arguments.remove or arguments.purge
    with workspace.read() as reader:
        found = evidence_by_id(reader, wanted)
        paper = paper_by_id(reader, wanted) if found is None and arguments.purge else None
    if paper is not None:
        return _purged_paper(workspace, paper)
    if found is None:
        raise InputError(
            f"Det finns inget underlag med id ”{wanted}”. Id:n står efter filerna i "
            "hubra evidence, och handlingarnas i hubra show papers --json."
        )
    if arguments.purge:
        purge = PurgeEvidence(wanted)
        copies_purged(workspace.path, purge, workspace.run(purge))
        return f"{found.name} är gallrat ur registret och dess historik. Det kan inte ångras."
    workspace.run(Remove(Evidence, wanted))
    return f"{found.name} är borttaget."


def _purged_paper(workspace: Workspace, paper: MeetingPaper) -> str:
    purge = PurgePaper(paper.id)
    copies_purged(workspace.path, purge, workspace.run(purge))
    title = paper_title(paper)
    return f"{title} är gallrad ur registret och dess historik. Det kan inte ångras."


def _found(reader: Reader, owner: _Owner | None, year: str | None) -> tuple[Evidence, ...]:
    if owner is not None:
        return evidence_of(reader, *owner)
    wanted = parse_year(year) if year else None
    if year and wanted is None:
        raise InputError("Skriv vilket år, till exempel 2018.")
    return evidence_in(reader, wanted)


def _listed(reader: Reader, found: tuple[Evidence, ...]) -> Iterator[str]:
    for each in found:
        day = f", tillagt {each.added_on.isoformat()}" if each.added_on else ""
        place = evidence_place(reader, each)
        yield f"{place}: {each.name}, {size_text(each.size)}{day}  [{each.id}]"

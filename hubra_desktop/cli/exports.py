"""The register or single meetings as JSON, with what the file carries or leaves out told beside."""

import sys
from collections.abc import Sequence
from pathlib import Path

from hubra_desktop.exchange.json_file import dump
from hubra_desktop.model.redaction import inner_things
from hubra_desktop.model.swedish import listed
from hubra_desktop.work.evidence_files import folder_beside, write_evidence
from hubra_desktop.work.queries import Reader
from hubra_desktop.work.queries.bundles import exported_register, meetings_bundle
from hubra_desktop.work.queries.protection import told_of_protected


def exported_meetings(reader: Reader, meeting_ids: Sequence[str]) -> bytes:
    """Return meetings as JSON; say what it carries that no paper prints."""
    bundle = meetings_bundle(reader, meeting_ids)
    inner = listed(inner_things(bundle))
    if inner:
        print(f"Filen bär också det som inte skrivs ut: {inner}.", file=sys.stderr)
    return dump(bundle)


def exported_json(reader: Reader, where: str) -> bytes:
    """Return the register as JSON, its evidence in a folder beside the file ``where``."""
    bundle = exported_register(reader)
    _write_evidence(reader, where, len(bundle.evidence))
    if unsaid := told_of_protected(reader):
        print(unsaid, file=sys.stderr)
    return dump(bundle)


def _write_evidence(reader: Reader, where: str, count: int) -> None:
    """Write the evidence beside the file, and say where; the standard output has no beside."""
    if not count:
        return
    if where == "-":
        told = "Underlagens filer följer inte med till utmatning. Exportera till en fil."
    else:
        folder = folder_beside(Path(where))
        written = write_evidence(reader, folder)
        told = f"Underlagens filer ({written}) ligger i mappen {folder}."
    print(told, file=sys.stderr)

"""The register or single meetings as JSON, with what the file carries or leaves out told beside."""

import sys
from collections.abc import Sequence
from pathlib import Path

from hubra_desktop.exchange.json_file import dump
from hubra_desktop.model.export_bundle import Bundle
from hubra_desktop.model.redaction import inner_things
from hubra_desktop.model.swedish import listed
from hubra_desktop.work.evidence_files import files_of, folder_beside, write_files
from hubra_desktop.work.queries import Reader
from hubra_desktop.work.queries.bundles import exported_register, meetings_bundle
from hubra_desktop.work.queries.protection import told_of_protected


def exported_meetings(reader: Reader, meeting_ids: Sequence[str], where: str) -> bytes:
    """Return meetings as JSON, their files beside it; say what it carries that is not printed."""
    bundle = meetings_bundle(reader, meeting_ids)
    _write_files(reader, where, bundle)
    inner = listed(inner_things(bundle))
    if inner:
        print(f"Filen bär också det som inte skrivs ut: {inner}.", file=sys.stderr)
    return dump(bundle)


def exported_json(reader: Reader, where: str) -> bytes:
    """Return the register as JSON, the files it keeps in a folder beside the file ``where``."""
    bundle = exported_register(reader)
    _write_files(reader, where, bundle)
    if unsaid := told_of_protected(reader):
        print(unsaid, file=sys.stderr)
    return dump(bundle)


def _write_files(reader: Reader, where: str, bundle: Bundle) -> None:
    """Write the files beside the file, and say where; the standard output has no beside."""
    files = files_of(bundle)
    if not files:
        return
    if where == "-":
        told = "Filerna som hör till följer inte med till utmatning. Exportera till en fil."
    else:
        folder = folder_beside(Path(where))
        written = write_files(reader, folder, files)
        told = f"Filerna som hör till ({written}) ligger i mappen {folder}."
    print(told, file=sys.stderr)

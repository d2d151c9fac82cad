"""The register written to a file as data: its files beside it, protected data left out and told."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from hubra_desktop.exchange.json_file import dump
from hubra_desktop.model.language import say, say_count
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.dialogs import files
from hubra_desktop.work.evidence_files import files_of, folder_beside, write_files
from hubra_desktop.work.queries import register_info
from hubra_desktop.work.queries.bundles import exported_register
from hubra_desktop.work.queries.protection import told_of_protected


def export_register(desk: Desk, window: QWidget) -> None:
    """Ask for a file and write the whole register there."""
    if not desk.flush_or_say():
        return
    with desk.read() as reader:
        bundle = exported_register(reader)
        content, unsaid = dump(bundle), told_of_protected(reader)
        name = register_info(reader).name or "register"
    path = files.ask_export(window, f"{name}.json")
    if path is not None and desk.write_file(path, content):
        with desk.refusing(), desk.read() as reader:
            written = write_files(reader, folder_beside(path), files_of(bundle))
            desk.messages.tell(f"{_exported(path, written)} {unsaid}".rstrip())


def _exported(path: Path, beside: int) -> str:
    """Say where an export lies, and the files beside it."""
    if not beside:
        return say("Exporterat till {file}.", file=path.name)
    return say_count(
        "Exporterat till {file}, med {n} fil i mappen {folder}.",
        "Exporterat till {file}, med {n} filer i mappen {folder}.",
        beside,
        file=path.name,
        folder=folder_beside(path).name,
    )

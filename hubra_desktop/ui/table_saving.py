"""A table written to a file that the user names."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from hubra_desktop.model.language import say
from hubra_desktop.ui.desk import Desk
from hubra_desktop.work.queries import Reader


def save_table(
    desk: Desk, parent: QWidget, name: str, content_of: Callable[[Reader, bool], bytes]
) -> None:
    """Ask for a file, proposed as ``name``, and write a table there, as XLSX where it says so."""
    from hubra_desktop.ui.dialogs.files import ask_table

    path = ask_table(parent, f"{name}.xlsx")
    if path is None:
        return
    with desk.read() as reader:
        content = content_of(reader, path.suffix.casefold() == ".xlsx")
    if desk.write_file(path, content):
        desk.messages.tell(say("Exporterat till {file}.", file=path.name))

"""The disposal (gallring) of a person from the window, copies included, and the list of them."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from hubra_desktop.model.language import say, say_count
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.table_saving import save_table
from hubra_desktop.work.disposal_table import DISPOSALS, export_disposals
from hubra_desktop.work.queries.disposals import disposals, disposed_with

if TYPE_CHECKING:
    from hubra_desktop.work.changes import Changes
    from hubra_desktop.work.commands.purge import PurgePerson


def dispose_of(desk: Desk, place: QWidget, person_id: str, name: str) -> bool:
    """Ask for the decision and take a person away for ever; tell whether that was done."""
    from hubra_desktop.ui.dialogs.purge import PurgeDialog
    from hubra_desktop.work.commands.purge import PurgePerson

    if not desk.flush_or_say() or desk.workspace is None:
        return False
    with desk.read() as reader:
        taken = disposed_with(reader, person_id)
    window = place.window()
    basis = PurgeDialog.ask(window, name, taken, desk.workspace.who)
    if basis is None:
        return False
    purge = PurgePerson(person_id, *basis)
    done = desk.attempt(purge)
    if done is None:
        return False
    _purge_copies(desk, window, purge, done)
    return True


def _purge_copies(desk: Desk, window: QWidget, purge: "PurgePerson", done: "Changes") -> None:
    """Take the person out of the copies as well, beside the window; say what could not be."""
    from hubra_desktop.ui.dialogs.work import WorkDialog
    from hubra_desktop.work.purged_copies import purge_copies

    path = desk.path
    if path is None:
        return
    with desk.refusing():
        found = WorkDialog.run(
            window, say("Gallrar säkerhetskopiorna"), lambda _: purge_copies(path, purge, done)
        )
        told = say("Personen är gallrad.")
        if found is not None and found.purged:
            also = say_count("Även {n} kopia.", "Även {n} kopior.", found.purged)
            told = f"{told} {also}"
        if found is None or not found.left:
            desk.messages.tell(told)
        else:
            desk.messages.refuse(" ".join((told, *found.left)))


def show_disposals(desk: Desk, place: QWidget) -> None:
    """Show the disposals that were made."""
    from hubra_desktop.ui.dialogs.disposals import DisposalsDialog

    with desk.read() as reader:
        rows = disposals(reader)
    window = place.window()
    DisposalsDialog.show_rows(
        window,
        rows,
        lambda: save_table(
            desk, window, DISPOSALS, lambda reader, xlsx: export_disposals(reader, xlsx=xlsx)
        ),
    )

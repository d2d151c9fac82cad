"""The generations of a register: made, thinned and put back.

They lie beside the register, in a folder of its name, as ordinary registers.
"""

from datetime import datetime
from pathlib import Path

from hubra_desktop.model.generations import (
    BOUND,
    BackupReason,
    Generation,
    newest_first,
    thinning,
)
from hubra_desktop.store.backup import (
    Stop,
    generations_folder,
    generations_in,
    kept_originals,
    make_generation,
    remove_generation,
)
from hubra_desktop.store.lock import user_name
from hubra_desktop.store.restore import put_back


def generations_of(register: Path) -> list[Generation]:
    """Return the generations that lie beside a register, newest first.

    What upgrades have kept of it counts too.
    """
    register = register.resolve()
    here = generations_in(generations_folder(register))
    return newest_first([*here, *kept_originals(register)])


def back_up(register: Path, reason: BackupReason, stop: Stop | None = None) -> Generation:
    """Make a generation of a register and thin the others; on any thread.

    Raises NotBackedUpError, UnlikeGenerationError, and StoppedBackupError when ``stop`` says
    so; then nothing of it is left.
    """
    register = register.resolve()
    folder = generations_folder(register)
    made = make_generation(register, folder, reason, stop)
    plan = thinning(generations_in(folder), datetime.now(), made.path, BOUND)
    for each in (*plan.aged, *plan.crowded):
        remove_generation(each)
    return made


def restore(register: Path, generation: Generation) -> Path | None:
    """Put a register back, which nobody has open; return where the present was kept.

    None when there was no register at ``register``. Raises a RegisterError that says why it
    is as it was.
    """

    def keep(path: Path) -> Path:
        return back_up(path, BackupReason.RESTORE).path

    return put_back(register, generation.path, keep, user_name())

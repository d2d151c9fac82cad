"""What the user has chosen for the generations of a register: a second place, and how much room.

They are kept with the program's own notes, by the register's path: a register that is
carried to another computer has other places there.
"""

import json
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from hubra_desktop.model.errors import refusal
from hubra_desktop.model.generations import BOUND
from hubra_desktop.paths import read_note, state_folder
from hubra_desktop.store.reasons import reason
from hubra_desktop.work.files import keep_copy, write_note


@dataclass(frozen=True)
class BackupChoices:
    """Where else the generations go, and the bytes they may take in each place.

    ``folder`` is theirs in the second ``place``; ``reached`` is the local moment when
    everything was there. Either all three are there or none.
    """

    place: Path | None = None
    folder: Path | None = None
    reached: datetime | None = None
    bound: int = BOUND


def backup_choices(register: Path) -> BackupChoices:
    """Return what is chosen for a register; what cannot be read is as if nothing were."""
    noted = (_noted() or {}).get(str(register.resolve()))
    try:
        return _choices(noted) if isinstance(noted, dict) else BackupChoices()
    except (TypeError, ValueError, OverflowError):
        return BackupChoices()


def keep_choices(register: Path, **chosen: object) -> BackupChoices:
    """Keep what is chosen for a register, by the fields' names; raises InputError."""
    choices = replace(backup_choices(register), **chosen)  # type: ignore[arg-type]
    fields = {
        "place": None if choices.place is None else str(choices.place),
        "folder": None if choices.folder is None else str(choices.folder),
        "reached": None if choices.reached is None else choices.reached.isoformat(),
        "bound": choices.bound,
    }
    known = _noted()
    noted = {**(known or {}), str(register.resolve()): fields}
    try:
        if known is None:
            keep_copy(_note())
        write_note(_note(), json.dumps(noted, ensure_ascii=False, indent=1))
    except OSError as error:
        raise refusal(
            "Valet kunde inte sparas i mappen {folder} ({reason}). Se till att det finns plats "
            "på disken och försök igen.",
            folder=_note().parent,
            reason=reason(error),
        ) from None
    return choices


def _choices(noted: dict[str, Any]) -> BackupChoices:
    place, folder, reached = (noted.get(name) for name in ("place", "folder", "reached"))
    if not (place and folder and reached):
        return BackupChoices(bound=max(0, int(noted.get("bound", BOUND))))
    return BackupChoices(
        Path(place),
        Path(folder),
        datetime.fromisoformat(reached),
        max(0, int(noted.get("bound", BOUND))),
    )


def _noted() -> dict[str, Any] | None:
    """Return what is chosen for all registers; None when that is unreadable."""
    try:
        noted = read_note(_note())
    except FileNotFoundError:
        return {}
    except (OSError, ValueError):
        return None
    return noted if isinstance(noted, dict) else None


def _note() -> Path:
    return state_folder() / "backups.json"

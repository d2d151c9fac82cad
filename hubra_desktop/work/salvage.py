"""A damaged register rescued: a new one beside it, and what became of every row."""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from hubra_desktop.model.differences import called
from hubra_desktop.model.generations import Generation
from hubra_desktop.model.language import N_, say
from hubra_desktop.model.progress import Progress
from hubra_desktop.model.records.catalogue import owner_of
from hubra_desktop.model.salvage import NamedRow, SalvageReport
from hubra_desktop.paths import is_reachable
from hubra_desktop.store.deep_check import UnreadablePartError, generation_fault, register_rows
from hubra_desktop.store.errors import FileExistsAlreadyError, RegisterError
from hubra_desktop.store.file_system import free_name
from hubra_desktop.store.inspection import refuse_missing
from hubra_desktop.store.replay import RowKey
from hubra_desktop.store.salvage import salvage_rows
from hubra_desktop.work.backups import generations_of

Images = Mapping[RowKey, Mapping[str, Any]]
_READING = N_("Läser det som går att läsa")
_COMPARING = N_("Jämför med säkerhetskopian")


def latest_sound(register: Path, progress: Progress | None = None) -> Generation | None:
    """Return the newest generation of a register that can be opened, None when there is none."""
    for each in generations_of(register):
        if progress is not None:
            progress.go_on()
        if generation_fault(each.path) is None:
            return each
    return None


def salvage(
    register: Path, target: Path | None = None, progress: Progress | None = None
) -> tuple[Path, SalvageReport]:
    """Make a new register of what can be read of a damaged one; return it and what came of it.

    Without ``target`` it lies beside the damaged one, by the day. Raises a RegisterError or
    StoppedError; then nothing is made.
    """
    progress = progress or Progress()
    register = register.resolve()
    refuse_missing(register)
    moment = datetime.now()
    made = target or free_name(register, say("räddat {day}", day=moment.date().isoformat()))
    if is_reachable(made):
        raise FileExistsAlreadyError(made)
    progress.at(say(_READING))
    generation = latest_sound(register, progress)
    beside = None if generation is None else generation.path
    rows = salvage_rows(register, made, progress.go_on, beside=beside)
    progress.show(say(_COMPARING), 0, 0)
    earlier = _rows_in(generation)
    only_there = earlier.keys() - _rows_of(made).keys() - rows.removed
    images = {**earlier, **rows.images}
    gone = rows.gone - rows.left_out - only_there
    return made, SalvageReport(
        source=register.name,
        target=made.name,
        moment=moment,
        saved=rows.saved,
        gone=_named(gone, images),
        in_generation=_named(only_there - rows.left_out, images),
        left_out=_named(rows.left_out, images),
        emptied=_named(rows.emptied, images),
        refilled=rows.refilled,
        mended=_fields(rows.mended, images),
        loosened=_fields(rows.loosened, images),
        from_history=_named(rows.from_history, images),
        uncertain=_named(rows.uncertain, images),
        steps=rows.steps,
        steps_read=rows.steps_read,
        generation=generation,
    )


def _rows_in(generation: Generation | None) -> dict[RowKey, dict[str, Any]]:
    return {} if generation is None else _rows_of(generation.path)


def _rows_of(path: Path) -> dict[RowKey, dict[str, Any]]:
    with suppress(RegisterError, UnreadablePartError):
        return register_rows(path)
    return {}


def _named(keys: Iterable[RowKey], images: Images) -> tuple[NamedRow, ...]:
    return tuple(NamedRow(key[0], _name(key, images)) for key in sorted(keys))


def _fields(found: Iterable[tuple[RowKey, str]], images: Images) -> tuple[NamedRow, ...]:
    return tuple(NamedRow(key[0], _name(key, images), field) for key, field in sorted(found))


def _name(key: RowKey, images: Images) -> str:
    """Return what a row is called, or else what it belongs to; a meeting by its day."""
    image = images.get(key)
    if image is None:
        return ""
    if key[0] == "meeting":
        with suppress(TypeError, ValueError):
            return date.fromisoformat(image["date"]).isoformat()
    name = called(SimpleNamespace(**image))
    owner = owner_of(key[0])
    if name or owner is None:
        return name
    return _name((owner.kind, str(image.get(owner.column))), images)

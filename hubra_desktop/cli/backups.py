"""``hubra backup`` and ``hubra restore``: the generations of a register made, shown, put back."""

import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from hubra_desktop.cli.output import write_lines
from hubra_desktop.cli.parser import Arguments
from hubra_desktop.model.days import moment_in_words
from hubra_desktop.model.errors import InputError
from hubra_desktop.model.generations import (
    BackupReason,
    Generation,
    generation_called,
    named_generation,
)
from hubra_desktop.model.kept_files import size_text
from hubra_desktop.model.swedish import parse_date
from hubra_desktop.paths import is_reachable
from hubra_desktop.store.errors import RegisterError
from hubra_desktop.store.inspection import refuse_missing
from hubra_desktop.work.backups import (
    PlacedGeneration,
    all_generations,
    difference,
    keep_before,
    keep_up,
    restore,
    room_taken,
)
from hubra_desktop.work.passphrases import refuse_locked
from hubra_desktop.work.second_place import copy_to


def keeper(register: Path) -> Callable[[BackupReason], None]:
    """Return what backs up the register before a large step, and says when it could not."""

    def keep(reason: BackupReason) -> None:
        try:
            keep_before(register, reason)
        except RegisterError as refused:
            print(refused.sentence, file=sys.stderr)

    return keep


def backup(register: Path, arguments: Arguments) -> int:
    """Make a generation, or list those that there are; return 1 when a place is away."""
    refuse_missing(register)
    if arguments.list:
        write_lines(*_listed(register))
        return 0
    done = keep_up(register, BackupReason.BY_HAND)
    assert done.newest is not None
    write_lines(f"Säkerhetskopian ligger i {done.newest.path}")
    if arguments.to is not None:
        write_lines(f"En kopia ligger i {copy_to(register, done.newest, arguments.to)}")
    for line in filter(None, (done.news, done.away)):
        print(line, file=sys.stderr)
    return 1 if done.away else 0


def put_back_chosen(register: Path, arguments: Arguments) -> tuple[str, ...]:
    """Put the register back, unless it is only to be shown; return what is to be told."""
    there = is_reachable(register)
    if there:
        refuse_locked(register)
    generation = chosen_generation(register, arguments.which)
    differs = difference(register, generation) if there else ""
    which = f"Säkerhetskopian: {generation.path}"
    if arguments.preview:
        return tuple(filter(None, (which, differs)))
    kept = restore(register, generation)
    when = moment_in_words(generation.moment, datetime.now())
    told = [f"Registret är nu som det var {when}.", differs]
    if kept is not None:
        told.append(f"Det som fanns före återställningen ligger i {kept}")
    return tuple(filter(None, told))


def chosen_generation(register: Path, said: str) -> Generation:
    """Return the generation that is meant by a file, a name or a day; raises InputError."""
    path = Path(said)
    if path.suffix == ".hubra" and is_reachable(path):
        status = path.stat()
        made = datetime.fromtimestamp(status.st_mtime)
        known = named_generation(path, status.st_size)
        return known or Generation(path, made, BackupReason.BY_HAND, status.st_size)
    known_here = [each.nearest for each in all_generations(register)]
    try:
        return generation_called(known_here, said)
    except InputError as unknown:
        try:
            day = parse_date(said, near=datetime.now().date())
        except InputError:
            raise unknown from None
        return generation_called(known_here, day.isoformat())


def _listed(register: Path) -> list[str]:
    placed = all_generations(register)
    if not placed:
        return ["Det finns ingen säkerhetskopia än. Gör en med hubra backup."]
    return [*map(_line, placed), f"Bredvid registret: {room_taken(placed)}."]


def _line(each: PlacedGeneration) -> str:
    shown = each.nearest
    where = "" if each.there is None else ("  även på andra stället" if each.here else "")
    if each.here is None:
        where = "  bara på andra stället"
    moment = f"{shown.moment:%Y-%m-%d %H.%M.%S}"
    return f"{moment}  {shown.reason:<18}  {size_text(shown.size):>8}{where}"

"""A register taken to another computer: one file there, everything or nothing here.

The file is a zip of the register as it was proved, of what was chosen in the window, and of
the generations if they are wanted. A locked register stays locked within.
"""

import hashlib
import json
import shutil
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import IO, Final

from hubra_desktop.model.days import moment_in_words
from hubra_desktop.model.errors import InputError, refusal
from hubra_desktop.model.generations import BackupReason, Generation
from hubra_desktop.model.kept_files import size_text
from hubra_desktop.model.language import N_, say, say_count
from hubra_desktop.model.move_list import (
    GENERATIONS,
    HEADINGS,
    LARGEST_LIST,
    LIST,
    REGISTER,
    SETTINGS,
    Member,
    MoveList,
    carried_settings,
    merged_settings,
    not_a_move,
    read_list,
    settings_text,
)
from hubra_desktop.model.progress import Progress
from hubra_desktop.paths import settings_file, state_folder
from hubra_desktop.store.backup import QUIET, generations_folder, make_generation
from hubra_desktop.store.errors import (
    FileExistsAlreadyError,
    OlderRegisterError,
    PassphraseNeededError,
)
from hubra_desktop.store.file_system import make_folder, place_new, sync_file, sync_folder
from hubra_desktop.store.inspection import inspect_file, refuse_damaged_copy
from hubra_desktop.store.passphrase import salt_of_register
from hubra_desktop.store.reasons import reason
from hubra_desktop.store.scratch import scratch_folder
from hubra_desktop.work.backup_choices import backup_choices, keep_choices
from hubra_desktop.work.backups import generations_of
from hubra_desktop.work.files import write_note
from hubra_desktop.work.places import remember_register
from hubra_desktop.work.second_place import choose_place

_CHUNK: Final = 1 << 20
_BROKEN: Final = (
    zipfile.BadZipFile, zlib.error, KeyError, ValueError, EOFError, NotImplementedError,
    RuntimeError,
)  # fmt: skip
"""What the reader of zips raises of a file that is damaged or made to deceive."""

_PACKING, _CHECKING, _UNPACKING = N_("Packar"), N_("Kontrollerar"), N_("Packar upp")


@dataclass(frozen=True)
class MovedIn:
    """What came to this computer: where the register lies, and a line for each thing told."""

    register: Path
    told: tuple[str, ...]

    @property
    def text(self) -> str:
        """Return all that is told."""
        return "\n".join(self.told)


def take_along(
    register: Path, target: Path, *, generations: bool = False, told: Progress = QUIET
) -> MoveList:
    """Write the file to take along, whole or not at all, and look it through; return its list.

    Raises InputError that says why it cannot be, and StoppedError.
    """
    register, target = register.resolve(), target.absolute()
    draft = target.with_name(f".{target.name}.new")
    try:
        with scratch_folder(target.parent) as folder:
            copy = make_generation(register, folder, BackupReason.BY_HAND, told)
            older = generations_of(register) if generations else []
            made = _packed(draft, register, copy, older, told)
        if _looked_through(draft, told) != made:
            raise not_a_move()
        draft.replace(target)
        sync_folder(target.parent)
    except (OSError, zipfile.BadZipFile) as error:
        raise refusal(
            "Filen ”{name}” kunde inte skrivas i mappen {folder} ({why}). Välj en annan mapp, "
            "eller gör plats där.",
            name=target.name,
            folder=target.parent,
            why=reason(error),
        ) from None
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
    return made


def _packed(
    draft: Path, register: Path, copy: Generation, older: list[Generation], told: Progress
) -> MoveList:
    """Write the members and, last, the list of them, which tells that the file is whole."""
    members: dict[str, Member] = {}
    locked = salt_of_register(copy.path) is not None
    files = {REGISTER: copy.path, **{f"{GENERATIONS}{each.path.name}": each.path for each in older}}
    draft.unlink(missing_ok=True)
    draft.touch(mode=0o600)
    with zipfile.ZipFile(draft, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as packed:
        for number, (name, path) in enumerate(files.items()):
            told.at(say(_PACKING), number, len(files))
            with path.open("rb") as source:
                members[name] = _write(packed, name, source, told)
        for name, content in _notes().items():
            packed.writestr(name, content)
            members[name] = Member(len(content), hashlib.sha256(content).hexdigest())
        choices = backup_choices(register)
        place = "" if choices.place is None else str(choices.place)
        made = MoveList(register.name, copy.moment, locked, members, place, choices.bound)
        packed.writestr(LIST, made.written())
    sync_file(draft)
    return made


def _write(packed: zipfile.ZipFile, name: str, source: IO[bytes], told: Progress) -> Member:
    size, sums = 0, hashlib.sha256()
    with packed.open(zipfile.ZipInfo(name), "w", force_zip64=True) as member:
        while some := source.read(_CHUNK):
            told.go_on()
            member.write(some)
            sums.update(some)
            size += len(some)
    return Member(size, sums.hexdigest())


def _notes() -> dict[str, bytes]:
    """Return what was chosen in the window and in imports, as far as it holds elsewhere."""
    found = {}
    with suppress(OSError, ValueError):
        carried = carried_settings(settings_file().read_text(encoding="utf-8"))
        found[SETTINGS] = settings_text(carried).encode()
    with suppress(OSError):
        found[HEADINGS] = (state_folder() / HEADINGS).read_bytes()
    return found


def _looked_through(file: Path, told: Progress) -> MoveList:
    """Read the file to its end as it will be read there; return its list."""
    with _opened(file) as (packed, made):
        for number, name in enumerate(made.members):
            told.at(say(_CHECKING), number, len(made.members))
            _unpack(packed, name, made.members[name], None, told)
    return made


@contextmanager
def _opened(file: Path) -> Iterator[tuple[zipfile.ZipFile, MoveList]]:
    """Give the zip with its list; raises InputError when it is none of ours, OSError."""
    with ExitStack() as kept:
        try:
            packed = kept.enter_context(zipfile.ZipFile(file))
            if packed.getinfo(LIST).file_size > LARGEST_LIST:
                raise not_a_move()
            with packed.open(LIST) as member:
                content = member.read(LARGEST_LIST)
        except _BROKEN:
            raise not_a_move() from None
        yield packed, read_list(content)


def _unpack(
    packed: zipfile.ZipFile, name: str, wanted: Member, target: Path | None, told: Progress
) -> None:
    """Unpack a member, or only read it; raises InputError unless it is what the list says."""
    size, sums = 0, hashlib.sha256()
    with _new_file(target) as file:
        for some in _read(packed, name):
            told.go_on()
            size += len(some)
            if size > wanted.size:
                raise not_a_move()
            sums.update(some)
            if file is not None:
                file.write(some)
    if Member(size, sums.hexdigest()) != wanted:
        raise not_a_move()


def _read(packed: zipfile.ZipFile, name: str) -> Iterator[bytes]:
    try:
        with packed.open(name) as member:
            while some := member.read(_CHUNK):
                yield some
    except _BROKEN:
        raise not_a_move() from None


@contextmanager
def _new_file(target: Path | None) -> Iterator[IO[bytes] | None]:
    if target is None:
        yield None
        return
    target.touch(mode=0o600, exist_ok=False)
    with target.open("wb") as file:
        yield file
    sync_file(target)


def read_move(file: Path) -> MoveList:
    """Return what a file says that it holds; raises InputError."""
    try:
        with _opened(file) as (_, made):
            return made
    except OSError as error:
        raise _not_read(file, error) from None


def bring_in(file: Path, target: Path, told: Progress = QUIET) -> MovedIn:
    """Put a register that was taken along in its place here, with all that came with it.

    Raises FileExistsAlreadyError, InputError that says why it cannot be, and StoppedError;
    then nothing is there.
    """
    target = target.absolute()
    folder = generations_folder(target)
    try:
        make_folder(target.parent)
        with scratch_folder(target.parent) as scratch, _opened(file) as (packed, made):
            if target.exists() or (made.generations and folder.exists()):
                raise FileExistsAlreadyError(target if target.exists() else folder)
            _refuse_little_room(made, target.parent)
            notes = _unpacked(packed, made, scratch, told)
            _put_in_place(scratch, made, target, folder)
    except OSError as error:
        raise _not_read(file, error) from None
    remember_register(target)
    return MovedIn(target, tuple(_settled(made, target, notes)))


def _not_read(file: Path, error: OSError) -> InputError:
    return refusal(
        "Det som finns i ”{name}” kunde inte läggas här ({why}). Inget har ändrats.",
        name=file.name,
        why=reason(error),
    )


def _refuse_little_room(made: MoveList, folder: Path) -> None:
    free = shutil.disk_usage(folder).free
    if free < made.size:
        raise refusal(
            "Det behövs {size} på disken, men bara {free} är ledigt. Gör plats och försök igen.",
            size=size_text(made.size),
            free=size_text(free),
        )


def _unpacked(
    packed: zipfile.ZipFile, made: MoveList, scratch: Path, told: Progress
) -> Mapping[str, bytes]:
    """Unpack everything beside its place, and prove the register; return the small files."""
    (scratch / GENERATIONS).mkdir(mode=0o700)
    for number, (name, member) in enumerate(made.members.items()):
        told.at(say(_UNPACKING), number, len(made.members))
        _unpack(packed, name, member, scratch / name, told)
    with suppress(OlderRegisterError, PassphraseNeededError):  # which tell of it when it opens
        inspect_file(scratch / REGISTER, writing=False)
        refuse_damaged_copy(scratch / REGISTER)
    notes = (name for name in (SETTINGS, HEADINGS) if name in made.members)
    return {name: (scratch / name).read_bytes() for name in notes}


def _put_in_place(scratch: Path, made: MoveList, target: Path, folder: Path) -> None:
    """Give the generations their folder, and then the register its name: it is there last."""
    if made.generations:
        sync_folder(scratch / GENERATIONS)
        (scratch / GENERATIONS).rename(folder)
        sync_folder(folder.parent)
    try:
        place_new(scratch / REGISTER, target)
    except FileExistsError:
        if made.generations:
            shutil.rmtree(folder, ignore_errors=True)
        raise FileExistsAlreadyError(target) from None


def _settled(made: MoveList, register: Path, notes: Mapping[str, bytes]) -> Iterator[str]:
    """Take over the choices, and tell what came and what did not."""
    moment = moment_in_words(made.made, datetime.now())
    yield say("Registret ligger i {path}.", path=register)
    yield say(
        "Det är som det var på den andra datorn {moment}. Det som skrevs där därefter finns "
        "inte med.",
        moment=moment,
    )
    if made.generations:
        yield say_count(
            "{n} säkerhetskopia kom med.", "{n} säkerhetskopior kom med.", len(made.generations)
        )
    if made.locked:
        yield say("Det öppnas med samma lösenfras som förut.")
    if _take_over(notes):
        yield say("Dina inställningar kom med.")
    if made.bound is not None:
        keep_choices(register, bound=made.bound)
    if made.place:
        yield _second_place(register, made.place)


def _take_over(notes: Mapping[str, bytes]) -> bool:
    """Write the settings that came along into those of this computer; tell whether any did."""
    taken = False
    with suppress(OSError, ValueError):
        if notes.get(SETTINGS):
            file, here = settings_file(), ""
            with suppress(FileNotFoundError):
                here = file.read_text(encoding="utf-8")
            write_note(file, merged_settings(here, notes[SETTINGS].decode()))
            taken = True
    file = state_folder() / HEADINGS
    with suppress(OSError, ValueError):
        if HEADINGS in notes and not file.exists():
            write_note(file, json.dumps(json.loads(notes[HEADINGS]), ensure_ascii=False, indent=1))
    return taken


def _second_place(register: Path, place: str) -> str:
    """Use the second place of the backups here too if it is there; say when it is not."""
    try:
        if Path(place).is_dir():
            choose_place(register, Path(place), datetime.now())
            return say("Säkerhetskopiorna går också till {place}, som förut.", place=place)
    except (OSError, InputError):
        pass
    return say(
        "Det andra stället för säkerhetskopior, {place}, finns inte här. Välj ett under Arkiv, "
        "Säkerhetskopior.",
        place=place,
    )

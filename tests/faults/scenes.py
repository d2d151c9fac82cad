"""Work that a power cut may meet, and how the program finds it at its next start.

``work`` yields what the user has been told by then; ``found`` starts afresh and returns what
is there, in the same words; both raise when something is not as it must be. What is told or
comes next may be found; all else is lost, half done or in the way.
"""

import hashlib
import json
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from random import Random
from typing import Final

from sqlalchemy import select

from hubra_desktop.exchange.json_file import dump, load
from hubra_desktop.model.generations import BackupReason
from hubra_desktop.model.records.council import Person
from hubra_desktop.paths import STATE_VARIABLE, resource
from hubra_desktop.store import keys, schema
from hubra_desktop.store.errors import ReplacedRegisterError
from hubra_desktop.store.file_system import sync_folder
from hubra_desktop.store.passphrase import lock_register, salt_of_register
from hubra_desktop.store.tables import PERSON
from hubra_desktop.work.backups import back_up, generations_of, restore
from hubra_desktop.work.commands.imports import ImportBundle
from hubra_desktop.work.commands.meetings import NewMeeting
from hubra_desktop.work.edits import Add
from hubra_desktop.work.files import write_whole
from hubra_desktop.work.moving import bring_in, read_move, take_along
from hubra_desktop.work.places import recent_registers, remember_register
from hubra_desktop.work.queries.bundles import register_bundle
from hubra_desktop.work.workspace import Workspace

DATA: Final = Path(__file__).parents[1] / "data"
MOVE: Final = "råd.hubra-flytt"
OLD: Final = DATA / "register-0003.hubra"
REGISTER: Final = "råd.hubra"
NOTHING: Final = "nothing"
STEPS: Final = 8
LARGE: Final = 200_000


class NotAsItMustBeError(Exception):
    """Something was found that no cut may leave."""


@dataclass(frozen=True)
class Scene:
    """Work in a folder that ``prepare`` has made ready."""

    name: str
    prepare: Callable[[Path], None]
    work: Callable[[Path], Iterator[str]]
    found: Callable[[Path], str]


@contextmanager
def own_state(place: Path) -> Iterator[None]:
    """Keep the program's own notes below ``place``."""
    before = os.environ.get(STATE_VARIABLE)
    os.environ[STATE_VARIABLE] = str(place / "state")
    try:
        yield
    finally:
        os.environ.pop(STATE_VARIABLE)
        os.environ |= {} if before is None else {STATE_VARIABLE: before}


def people(workspace: Workspace) -> str:
    """Return the names in the register, as they were added."""
    with workspace.read() as reader:
        return ", ".join(reader.scalars(select(PERSON.c.name).order_by(PERSON.c.name)))


def found_people(place: Path) -> str:
    """Open the register as the program does, and work in it; return who was there."""
    return _opened(place / REGISTER, people)


def _opened(path: Path, seen: Callable[[Workspace], str]) -> str:
    workspace = Workspace.open(path)
    try:
        problems = workspace.problems()
        if problems:
            raise NotAsItMustBeError(f"damaged: {problems}")
        there = seen(workspace)
        workspace.run(Add(Person, {"name": "Efteråt"}))
        workspace.undo()
    finally:
        workspace.close()
    _nothing_in_the_way(path)
    return there


def _nothing_in_the_way(path: Path) -> None:
    """Raise when a helper file of the register's is left, but for its empty lock."""
    own = {path.name, f".{path.name}.lock"}
    names = {each.name for each in path.parent.iterdir() if MOVE not in each.name}
    left = {name for name in names if path.name in name} - own
    if left:
        raise NotAsItMustBeError(f"left behind: {sorted(left)}")


def make_register(place: Path) -> None:
    """Make a small register in ``place``."""
    Workspace.create(place / REGISTER, organisation="Provrådet").close()


def _take_steps(place: Path) -> Iterator[str]:
    with closing(Workspace.open(place / REGISTER)) as workspace:
        yield people(workspace)
        for number in range(STEPS):
            workspace.run(Add(Person, {"name": f"Person {number}" + "å" * 300}))
            yield people(workspace)
            if number % 3 == 2:
                workspace.undo()
                yield people(workspace)
                workspace.redo()
                yield people(workspace)


def _leave_empty(_place: Path) -> None:
    """Prepare nothing."""


def _create(place: Path) -> Iterator[str]:
    yield NOTHING
    path = place / "ny mapp" / REGISTER
    first = NewMeeting(date(2019, 5, 6), 930)
    Workspace.create(path, organisation="Provrådet", first=first).close()
    yield "made"


def _created(place: Path) -> str:
    path = place / "ny mapp" / REGISTER
    there = path.exists()
    if not there:
        list(_create(place))
    _opened(path, lambda workspace: str(workspace.undo_label))
    return "made" if there else NOTHING


def _old_register(place: Path) -> None:
    shutil.copy(OLD, place / REGISTER)


def _upgrade(place: Path) -> Iterator[str]:
    yield "old"
    Workspace.open(place / REGISTER).close()
    yield "new"


def _upgraded(place: Path) -> str:
    before = _kept_originals(place)
    if _opened(place / REGISTER, _contents) != _contents_of_old():
        raise NotAsItMustBeError("the upgrade lost something")
    after = _kept_originals(place)
    if not after:
        raise NotAsItMustBeError("upgraded, and no original kept")
    return "old" if len(after) > len(before) else "new"


def _kept_originals(place: Path) -> list[Path]:
    kept = [each for each in place.glob("*.hubra") if each.name != REGISTER]
    for each in kept:
        if schema.version_of(each) != "0003":
            raise NotAsItMustBeError(f"{each.name} is not the original")
    return kept


def _contents(workspace: Workspace) -> str:
    with workspace.read() as reader:
        return hashlib.sha256(dump(register_bundle(reader))).hexdigest()


_known: dict[str, str] = {}


def _contents_of_old() -> str:
    """Return what the old register holds when nothing goes wrong."""
    if "old" not in _known:
        from tests.faults.mount import workroom

        with workroom() as place:
            _old_register(place)
            _known["old"] = _opened(place / REGISTER, _contents)
    return _known["old"]


def _import(place: Path) -> Iterator[str]:
    bundle = load(resource("demo", "huddinge.json").read_bytes())
    with closing(Workspace.open(place / REGISTER)) as workspace:
        yield people(workspace)
        workspace.run(ImportBundle(bundle))
        yield people(workspace)


def _write_file(place: Path, number: int, length: int) -> str:
    content = Random(number).randbytes(length)
    write_whole(place / "export.json", content)
    return hashlib.sha256(content).hexdigest()


def _exported_once(place: Path) -> None:
    _write_file(place, 0, LARGE)


def _export(place: Path) -> Iterator[str]:
    yield _digest(place)
    for number in range(1, STEPS):
        yield _write_file(place, number, LARGE // number)


def _digest(place: Path) -> str:
    return hashlib.sha256((place / "export.json").read_bytes()).hexdigest()


def _exported(place: Path) -> str:
    there = _digest(place)
    _write_file(place, 99, 1000)
    return there


def _some_registers(place: Path) -> None:
    for number in range(STEPS):
        (place / f"{number}.hubra").write_bytes(b"")
    remember_register(place / "0.hubra")


def _remember(place: Path) -> Iterator[str]:
    yield _latest()
    for number in range(1, STEPS):
        remember_register(place / f"{number}.hubra")
        yield _latest()


def _latest() -> str:
    return ", ".join(each.name for each in recent_registers())


def _remembered(place: Path) -> str:
    # The list names files where it was written, which is another place than this.
    file = place / "state" / "recent.json"
    names = [str(place / Path(each).name) for each in json.loads(file.read_text(encoding="utf-8"))]
    file.write_text(json.dumps(names), encoding="utf-8")
    return _latest()


def _other_register(place: Path) -> None:
    make_register(place)
    with closing(Workspace.open(place / REGISTER)) as workspace:
        workspace.run(Add(Person, {"name": "Före"}))
    shutil.copy(place / REGISTER, place / "annan.fil")


def _replace(place: Path) -> Iterator[str]:
    yield "Före"
    with closing(Workspace.open(place / REGISTER)) as workspace:
        workspace.run(Add(Person, {"name": "Sparad"}))
        yield "Före, Sparad"
        (place / "annan.fil").rename(place / REGISTER)
        sync_folder(place)
        yield "Före"
        try:
            workspace.run(Add(Person, {"name": "Efter"}))
        except ReplacedRegisterError:
            yield "Före, Sparad "
        else:
            raise NotAsItMustBeError("a step went into a file that was replaced")


def _rescued(place: Path) -> str:
    there = found_people(place)
    kept = list(place.glob("*räddad*.hubra"))
    return _opened(kept[0], people) + " " if kept else there


def _back_up(place: Path) -> Iterator[str]:
    path = place / REGISTER
    yield generations_held(path)
    with closing(Workspace.open(path)) as workspace:
        for number in range(3):
            workspace.run(Add(Person, {"name": f"Person {number}"}))
            back_up(path, BackupReason.HOUR)
            yield generations_held(path)


def generations_held(path: Path) -> str:
    """Tell what each generation holds, the latest last; each must be a sound register."""
    held = []
    for generation in reversed(generations_of(path)):
        with closing(Workspace.open(generation.path, read_only=True)) as workspace:
            if workspace.problems():
                raise NotAsItMustBeError(f"a damaged generation: {generation.path.name}")
            held.append(people(workspace))
    return "; ".join(held) or NOTHING


def _backed_up(place: Path) -> str:
    found_people(place)
    there = generations_held(place / REGISTER)
    back_up(place / REGISTER, BackupReason.HOUR)
    return there


def two_states(place: Path) -> None:
    """Make a register with a generation of what it was before."""
    make_register(place)
    with closing(Workspace.open(place / REGISTER)) as workspace:
        workspace.run(Add(Person, {"name": "Förr"}))
        back_up(place / REGISTER, BackupReason.HOUR)
        workspace.run(Add(Person, {"name": "Nu"}))


def _restore(place: Path) -> Iterator[str]:
    path = place / REGISTER
    yield "Förr, Nu"
    restore(path, generations_of(path)[0])
    yield "Förr"


def _restored(place: Path) -> str:
    there = found_people(place)
    if there == "Förr" and "Förr, Nu" not in generations_held(place / REGISTER):
        raise NotAsItMustBeError("restored, and the present was not kept")
    return there


KEY: Final = keys.FileKey(bytes(range(32)), keys.new_salt())
"""A key of no passphrase: to derive one takes a second."""


def _lock(place: Path) -> Iterator[str]:
    path = place / REGISTER
    keys.learn(KEY)
    yield "open"
    lock_register(path, KEY)
    yield "locked"
    with closing(Workspace.open(path)) as workspace:
        workspace.run(Add(Person, {"name": "I hemlighet"}))
    yield "locked, with a step"
    lock_register(path, None)
    yield "open, with a step"


def _locked(place: Path) -> str:
    """Open the register with its key or without; what it was before may not lie beside."""
    path = place / REGISTER
    kept = "locked" if salt_of_register(path) else "open"
    there = found_people(place)
    return f"{kept}, with a step" if "I hemlighet" in there else kept


def _take_along(place: Path) -> Iterator[str]:
    yield NOTHING
    take_along(place / REGISTER, place / MOVE, generations=True)
    yield "packed"
    bring_in(place / MOVE, place / "dit" / REGISTER)
    yield "packed, and there"


def _taken_along(place: Path) -> str:
    found_people(place)
    packed, there = place / MOVE, place / "dit" / REGISTER
    if not packed.exists():
        take_along(place / REGISTER, packed)
        return NOTHING
    if len(read_move(packed).generations) != 1:
        raise NotAsItMustBeError("packed without the generation")
    if not there.exists():
        bring_in(packed, place / "annat ställe" / REGISTER)
        return "packed"
    _opened(there, people)
    if generations_held(there) != "Förr":
        raise NotAsItMustBeError(f"there with the generations {generations_held(there)!r}")
    return "packed, and there"


SCENES: Final = (
    Scene("steps", make_register, _take_steps, found_people),
    Scene("an export", _exported_once, _export, _exported),
    Scene("the latest registers", _some_registers, _remember, _remembered),
    Scene("a new register", _leave_empty, _create, _created),
    Scene("a replaced register", _other_register, _replace, _rescued),
    Scene("an import", make_register, _import, found_people),
    Scene("backups", make_register, _back_up, _backed_up),
    Scene("a restore", two_states, _restore, _restored),
    Scene("a passphrase", make_register, _lock, _locked),
    Scene("another computer", two_states, _take_along, _taken_along),
    Scene("an upgrade", _old_register, _upgrade, _upgraded),
)
"""The cheapest first, which are what a short run has time for."""

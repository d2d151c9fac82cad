"""A disk that refuses at any moment: nothing is called saved that is not, nothing is damaged."""

import errno
import io
import traceback
import zipfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from random import Random
from typing import Final, NamedTuple

from hubra_desktop.model.errors import InputError
from hubra_desktop.model.records.council import Person
from hubra_desktop.store.errors import UncertainCommitError
from hubra_desktop.work.edits import Add
from hubra_desktop.work.workspace import Workspace
from tests.faults.disk import Disk
from tests.faults.errands import ERRANDS, OUT, Done, Errand, do, state_at, state_of
from tests.faults.mount import Fault, Mount, hindrance, mounted, workroom
from tests.faults.scenes import NOTHING, REGISTER, make_register, own_state, people
from tests.proofs.frame import Outcome, Proof

_NEW = frozenset({"create", "mkdir", "link", "rename"})
_CHANGES = _NEW | {"write", "truncate", "unlink", "chmod"}
REFUSALS: Final = (
    (errno.EIO, frozenset({"read"})),
    (errno.EIO, frozenset({"write", "truncate"})),
    (errno.EIO, frozenset({"fsync", "fsyncdir"})),
    (errno.EIO, frozenset({"rename", "unlink", "link"})),
    (errno.EIO, frozenset({"open", "getattr", "readdir"})),
    (errno.EIO, _CHANGES | {"read", "fsync", "fsyncdir", "open", "getattr"}),
    (errno.ENOSPC, _NEW | {"write"}),
    (errno.EDQUOT, _NEW | {"write"}),
    (errno.EACCES, _CHANGES - {"write", "truncate"} | {"open"}),
    (errno.EROFS, _CHANGES),
    (0, frozenset({"write"})),
)
"""What a disk answers, and to what; 0 is a write that takes only half."""
LASTING: Final = (1, 1, 1, 2, 7, 10_000)
"""How many times: once, while it stutters, or from now on."""
STEPS: Final = 25
"""Steps of one visit to a register."""
ERRANDS_OF: Final = 5
"""One fault of so many meets an errand, the others a step."""
WORTH_A_START: Final = 30
"""Faults that pay for making another errand ready: with few the first errands alone are done."""
_DONE: Final = "done all the same"
_REFUSED: Final = "refused with a sentence"
_ANY_STEP: Final = 60
"""About how many operations of a kind a step makes."""


def run(tries: int, random: Random) -> Outcome:
    """Let ``tries`` faults meet the program, in visits to a register and in errands."""
    outcome = Outcome()
    with mounted(direct=True) as mount:
        visits = _Visits(mount, random, outcome)
        while outcome.tried < tries - tries // ERRANDS_OF:
            visits.visit()
        chosen = ERRANDS[: max(1, (tries - outcome.tried) // WORTH_A_START)]
        errands = [_Tried.made_ready(errand, mount) for errand in chosen]
        while outcome.tried < tries:
            _meet(random.choice(errands), mount, random, outcome)
    return outcome


class _Visits:
    """Visits to one register, in whose steps the disk refuses something now and then."""

    def __init__(self, mount: Mount, random: Random, outcome: Outcome) -> None:
        self._mount, self._random, self._outcome = mount, random, outcome
        mount.put(Disk())
        with own_state(mount.path):
            make_register(mount.path)
        self._start = mount.disk()

    def visit(self) -> None:
        """Open the register, take some steps, close it, and look at what is there then."""
        self._mount.put(self._start)
        with own_state(self._mount.path):
            workspace = self._opened()
            if workspace is None:
                return
            there, faults = people(workspace), len(self._outcome.faults)
            for number in range(STEPS):
                there = self._step(workspace, f"Person {number}", there)
                if len(self._outcome.faults) > faults:
                    break
            self._refusing("closing", workspace.close)
            workspace.close()
        found = self._found()
        if found != f"0 meetings: {there}":
            self._outcome.faults.append(f"a visit: told {there!r}, found {found!r}")

    def _opened(self) -> Workspace | None:
        made: list[Workspace] = []
        path = self._mount.path / REGISTER
        self._refusing("opening", lambda: made.append(Workspace.open(path)))
        return made[0] if made else None

    def _step(self, workspace: Workspace, name: str, there: str) -> str:
        """Take one step while the disk refuses something; return who is to be there now."""
        way = self._random.choice(("add", "add", "undo", "redo"))
        step = {
            "add": lambda: workspace.run(Add(Person, {"name": name + "å" * 30})),
            "undo": workspace.undo,
            "redo": workspace.redo,
        }[way]
        if (way == "undo" and not workspace.undo_label) or (
            way == "redo" and not workspace.redo_label
        ):
            return there
        told = self._refusing(way, step)
        try:
            found = people(workspace)
        except Exception as error:
            self._outcome.faults.append(f"read after {way}: {_last_line(error)}")
            return there
        if told is not None and (found != there) != told:
            self._outcome.faults.append(f"{way}: told {told}, from {there!r} to {found!r}")
        return found

    def _refusing(self, what: str, work: Callable[[], object]) -> bool | None:
        """Do something while the disk refuses something; return whether it was told as done.

        None when the user was told that it is uncertain.
        """
        self._mount.fail(_chosen(self._random, _ANY_STEP))
        fault = ""
        told: bool | None = False
        try:
            work()
            told = True
        except UncertainCommitError:
            told = None
        except InputError:
            pass
        except Exception as error:
            fault = f"{what}: {_last_line(error)}"
        _, refused = self._mount.heal()
        if refused or fault:
            came = {True: _DONE, False: _REFUSED, None: "told as uncertain"}[told]
            self._outcome.note(came, fault=f"{fault} at {refused[:3]}" if fault else "")
        return told

    def _found(self) -> str:
        try:
            return state_of(self._mount.disk())[0]
        except Exception as error:
            return _last_line(error)


class _Left(NamedTuple):
    """What an errand leaves: the register's state, the file it writes and the backups' states."""

    register: str
    written: str
    backups: frozenset[str]

    def has_all_of(self, other: "_Left") -> bool:
        """Tell whether this is the same but for more backups, which were not thinned yet."""
        return self[:2] == other[:2] and self.backups >= other.backups


@dataclass(frozen=True)
class _Tried:
    """An errand with what it finds, what it leaves when all is well, and what it asks for."""

    errand: Errand
    start: Disk
    before: _Left
    well: Done
    left: _Left
    asks: dict[str, int]

    @classmethod
    def made_ready(cls, errand: Errand, mount: Mount) -> "_Tried":
        mount.put(Disk())
        with own_state(mount.path):
            errand.prepare(mount.path)
        start = mount.disk()
        mount.fail(Fault(0, frozenset()))
        well = do(errand, mount.path)
        asked, _ = mount.heal()
        assert well.told, well
        return cls(errand, start, _left(errand, start), well, _left(errand, mount.disk()), asked)


def _meet(tried: _Tried, mount: Mount, random: Random, outcome: Outcome) -> None:
    """Do an errand while the disk refuses something, and see what it told and left."""
    mount.put(tried.start)
    error, kinds = random.choice(REFUSALS)
    fault = _chosen(random, sum(tried.asks.get(kind, 0) for kind in kinds), error, kinds)
    mount.fail(fault)
    done = do(tried.errand, mount.path)
    _, refused = mount.heal()
    if not refused:
        return
    wrong = _wrong(tried, done, mount)
    came = _DONE if done.told else _REFUSED
    said = f"{tried.errand.name}: {wrong} at {refused[:3]} {errno.errorcode.get(error)}"
    outcome.note(came, fault=said if wrong else "")


def _tells_of_the_disk(tried: _Tried, done: Done) -> bool:
    """Tell whether a check says in its first line what it could not read, and the rest as ever."""
    _, _, rest = done.said.partition("\n")
    return tried.errand.name == "check" and rest == tried.well.said.partition("\n")[2]


def _wrong(tried: _Tried, done: Done, mount: Mount) -> str:
    """Say what is wrong with what an errand told and left; empty when nothing is."""
    if done.crash:
        return f"crashed: {done.crash}"
    try:
        left = _left(tried.errand, mount.disk())
    except Exception as error:
        return f"damaged: {_last_line(error)}"
    if done.told:
        same = (done.status, done.said) == (tried.well.status, tried.well.said)
        if not same and not tried.errand.looks_for_faults and not _tells_of_the_disk(tried, done):
            return f"said {done.status} {done.said!r} and not {tried.well.said!r}"
        return "" if left.has_all_of(tried.left) else f"told as done, and left {left}"
    if not done.complaint.strip():
        return "refused without a word"
    if left.has_all_of(tried.left) and "kunde inte" not in done.complaint:
        return ""  # it is done, and it was told what hindered what came after
    if not left.has_all_of(tried.before):
        return f"refused ({done.complaint.strip()}), and left {left}"
    again = do(tried.errand, mount.path)
    return "" if again.told else f"in the way afterwards: {again.complaint or again.crash}"


def _left(errand: Errand, disk: Disk) -> _Left:
    """Tell what a disk holds after an errand."""
    written = disk.file(OUT + errand.writes) if errand.writes else None
    state, held = state_of(disk)
    backups = frozenset(held) - {NOTHING}
    if written is not None and errand.writes == ".hubra":
        with workroom() as place, own_state(place):
            disk.lay_out(place)
            return _Left(state, state_at(place / f"{OUT}{errand.writes}"), backups)
    content = "" if written is None else str(hash(_content(errand, written)))
    return _Left(state, content, backups)


def _content(errand: Errand, written: bytes) -> bytes:
    """Return what is told by a file that was written: a workbook tells the time too."""
    if errand.writes != ".xlsx":
        return written
    with zipfile.ZipFile(io.BytesIO(written)) as workbook:
        return workbook.read("xl/worksheets/sheet1.xml")


def _chosen(
    random: Random, asked: int, error: int | None = None, kinds: Iterable[str] = ()
) -> Fault:
    """Choose what is refused of about ``asked`` operations."""
    if error is None:
        error, kinds = random.choice(REFUSALS)
    times = random.choice(LASTING)
    return Fault(error, frozenset(kinds), random.randrange(max(1, asked)), times)


def _last_line(error: BaseException) -> str:
    return "".join(traceback.format_exception(error)[-4:]).strip()


PROOF = Proof("bad-disk", "Faults of a disk", run, tries=10_000, short=20, why_not=hindrance)

"""A copy laid over a register after a crash: what opens is the one or the other, and it is told."""

from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Final

from hubra_desktop.store.keys import FileKey, learn, new_salt
from hubra_desktop.store.passphrase import lock_register
from hubra_desktop.work.workspace import Workspace
from tests.faults.laid_over import cut, days, journal_of, lay, people
from tests.proofs.frame import Outcome, Proof

_OF_ONE_LIFE: Final = 10
"""Crashes of one register."""


def run(tries: int, random: Random) -> Outcome:
    """Crash in steps of some registers, every other encrypted, and lay copies over half of them."""
    outcome = Outcome()
    with TemporaryDirectory() as folder:
        for life in range(-(-tries // _OF_ONE_LIFE)):
            place = Path(folder, str(life))
            place.mkdir()
            path = place / "råd.hubra"
            Workspace.create(path, organisation="Provrådet").close()
            if life % 2:
                key = FileKey(random.randbytes(32), new_salt())
                learn(key)
                lock_register(path, key)
            states = days(path, 24, random)
            for number in range(min(_OF_ONE_LIFE, tries - life * _OF_ONE_LIFE)):
                _crash(outcome, path, states, random, laid=number % 2 == 1)
    return outcome


def _crash(
    outcome: Outcome, path: Path, states: list[bytes], random: Random, *, laid: bool
) -> None:
    """Crash in one step, open what is there, and note what came of it."""
    at = random.randrange(2, len(states) - 1)
    day = random.randrange(at)
    before, after = states[at], states[at + 1]
    copy = states[day] if laid else None
    path.write_bytes(copy or before)
    wanted, _ = people(path)
    journal = journal_of(before, after, random)
    lay(path, cut(before, after, random), journal, copy, random)
    where = f"a crash after step {at}" + (f", the copy of step {day} laid over it" if laid else "")
    try:
        found, told = people(path)
    except Exception as error:
        outcome.note("not opened", fault=f"{where}: {type(error).__name__}: {error}")
        return
    finally:
        aside = list(path.parent.glob("*.journal"))
        kept = [each for each in aside if each.read_bytes() == journal]
        for each in aside:
            each.unlink()
    if found != wanted:
        outcome.note("neither day", fault=f"{where}: neither of the two days")
    elif laid and not (told and kept):
        outcome.note("untold", fault=f"{where}: opened without a word, or nothing was kept")
    elif not laid and (told or kept):
        outcome.note("kept from it", fault=f"{where}: its own journal was put aside")
    else:
        outcome.note("the day laid over, told" if laid else "the crashed day")


PROOF = Proof("laid-over", "Copies laid over a register after a crash", run, tries=400, short=6)

"""Damaged registers rescued: what is saved is what was there, and what is not is told."""

import tempfile
from pathlib import Path
from random import Random

from hubra_desktop.store.deep_check import register_rows
from hubra_desktop.store.register import RegisterFile
from hubra_desktop.store.salvage import NothingSalvagedError, salvage_rows
from hubra_desktop.work.demo import make_demo
from tests.proofs.frame import Outcome, Proof

PAGE = 4096


def run(tries: int, random: Random) -> Outcome:
    """Damage the demo register in every way, rescue it, and hold each row against what was."""
    outcome = Outcome()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        sound = folder / "helt.hubra"
        make_demo(sound)
        rows, content = register_rows(sound), sound.read_bytes()
        for number in range(tries):
            damaged, made = folder / f"{number}.hubra", folder / f"{number} ny.hubra"
            how = random.choice(("bits", "noise", "zeros", "cut", "no schema"))
            damaged.write_bytes(_damaged(content, how, random))
            try:
                result = salvage_rows(damaged, made)
            except NothingSalvagedError:
                outcome.note("nothing left to rescue")
                continue
            RegisterFile(made).close()
            saved = register_rows(made)
            told = {key for key, _ in (*result.mended, *result.loosened)}
            told |= result.uncertain | result.from_history
            wrong = {key for key, row in saved.items() if rows.get(key) != row} - told
            fault = f"{how}, try {number}: {sorted(wrong)[:3]} is not told" if wrong else ""
            whole = rows.keys() <= saved.keys()
            outcome.note("all rows rescued" if whole else "rescued in part", fault=fault)
            damaged.unlink()
            made.unlink()
    return outcome


def _damaged(content: bytes, how: str, random: Random) -> bytes:
    spoilt = bytearray(content)
    if how == "cut":
        return bytes(spoilt[: random.randrange(PAGE, len(spoilt))])
    if how == "no schema":
        spoilt[:PAGE] = random.randbytes(PAGE)
    if how == "bits":
        for _ in range(random.choice((1, 5, 50, 300))):
            spoilt[random.randrange(len(spoilt))] ^= 1 << random.randrange(8)
    if how in ("noise", "zeros"):
        for _ in range(random.choice((1, 3, 20))):
            start = random.randrange(len(spoilt) // 512) * 512
            size = random.choice((512, PAGE))
            spoilt[start : start + size] = bytes(size) if how == "zeros" else random.randbytes(size)
    return bytes(spoilt[: len(content)])


PROOF = Proof(
    "salvage",
    "A damaged register is rescued: nothing wrong is told as right",
    run,
    tries=500,
    short=2,
)

"""Power cuts over everything that writes: what was told as saved is there, nothing is half."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from random import Random
from typing import Final

from tests.faults.disk import Disk, Step, Told, cuts
from tests.faults.mount import Mount, hindrance, mounted, workroom
from tests.faults.scenes import SCENES, Scene, own_state
from tests.proofs.frame import Outcome, Proof

WORTH_A_RECORD: Final = 10
"""Cuts of a scene that pay for recording it: with few tries the first scenes alone are cut."""


def run(tries: int, random: Random, scenes: Sequence[Scene] = SCENES) -> Outcome:
    """Record each scene once, and cut it as often as its share of ``tries`` says."""
    outcome, chosen = Outcome(), scenes[: max(1, tries // WORTH_A_RECORD)]
    with mounted() as mount:
        for number, scene in enumerate(chosen):
            share = len(range(number, tries, len(chosen)))
            start, record = recorded(scene, mount)
            moments = sorted(_moments(record, share, random))
            for moment, told, disk in cuts(start, record, moments, random):
                coming = next((each.what for each in _told(record[moment:])), "")
                what, fault = _found(scene, disk, told[-1], coming)
                where = f"{scene.name}, cut after {moment} of {len(record)}: {fault}"
                outcome.note(what, fault=where if fault else "")
    return outcome


def recorded(scene: Scene, mount: Mount) -> tuple[Disk, list[Step]]:
    """Do the scene's work on an empty disk, and return what was asked of the disk meanwhile."""
    mount.put(Disk())
    with own_state(mount.path):
        scene.prepare(mount.path)
        mount.settle()
        for told in scene.work(mount.path):
            mount.tell(told)
    return mount.record()


def _moments(record: list[Step], count: int, random: Random) -> Iterator[int]:
    """Choose when to cut: half of the cuts come when something has just been told."""
    begun, *after = (index for index, step in enumerate(record, 1) if isinstance(step, Told))
    for number in range(count):
        yield random.choice(after) if number % 2 else random.randint(begun, len(record))


def _told(steps: Iterable[Step]) -> Iterator[Told]:
    return (step for step in steps if isinstance(step, Told))


def _found(scene: Scene, disk: Disk, told: str, coming: str) -> tuple[str, str]:
    """Start afresh on what the cut left; return what came of it and what is wrong with it."""
    with workroom() as place, own_state(place):
        disk.lay_out(place)
        there = _opened(scene, place)
    if there == told:
        return "as told", ""
    if there == coming:
        return "with the step under way, whole", ""
    return "lost or half", f"told {told!r}, found {there!r}"


def _opened(scene: Scene, place: Path) -> str:
    try:
        return scene.found(place)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


PROOF = Proof("power-cuts", "Power cuts", run, tries=1000, short=30, why_not=hindrance)

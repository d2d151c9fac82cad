"""Plant each bug in a copy of the program and run its tests; ``python -m tests.mutants [WORD]``.

Each must be caught: a bug that lives is a test that is missing. WORD chooses those whose
module or text holds it.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import Queue

from tests.mutants.mutant import Mutant
from tests.mutants.planted import MUTANTS

ROOT = Path(__file__).parents[2]
COPIED = ("hubra_desktop", "tests", "resources", "packaging")
LONGEST = 300
"""Seconds that the tests of one bug may take: one that makes them hang is caught too."""


def main() -> int:
    """Return how many bugs lived, at most 1."""
    chosen = [each for each in MUTANTS if _is_chosen(each, sys.argv[1:])]
    workers = os.cpu_count() or 1
    with tempfile.TemporaryDirectory(prefix="mutants-") as folder:
        trees: Queue[Path] = Queue()
        for number in range(workers):
            trees.put(_copied(Path(folder) / str(number)))
        with ThreadPoolExecutor(workers) as pool:
            caught = list(pool.map(lambda each: _is_caught(each, trees), chosen))
    lived = [each for each, found in zip(chosen, caught, strict=True) if not found]
    print(f"{len(chosen)} bugs planted, {len(chosen) - len(lived)} caught, {len(lived)} lived")
    return int(bool(lived))


def _is_chosen(mutant: Mutant, words: Iterable[str]) -> bool:
    return all(word in mutant.module or word in mutant.text for word in words)


def _copied(tree: Path) -> Path:
    tree.mkdir()
    for name in COPIED:
        shutil.copytree(ROOT / name, tree / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "CHANGELOG.md", "Makefile"):
        shutil.copy(ROOT / name, tree / name)
    return tree


def _is_caught(mutant: Mutant, trees: "Queue[Path]") -> bool:
    tree = trees.get()
    place = tree / mutant.path
    source = place.read_text(encoding="utf-8")
    try:
        place.write_text(mutant.planted(source), encoding="utf-8")
        failed = _fails(tree, mutant.tests)
    finally:
        place.write_text(source, encoding="utf-8")
        trees.put(tree)
    told = "caught" if failed else "LIVED "
    changed = " ".join(mutant.text.split())[:60]
    print(f"{told} {mutant.module}: {changed!r} {failed}", flush=True)
    return bool(failed)


def _fails(tree: Path, tests: Iterable[str]) -> str:
    """Return the first test that fails, "hangs", or "" when all pass."""
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-n", "0", "-p", "no:randomly"]
    command += [f"tests/{each}" for each in tests]
    apart = {"QT_QPA_PLATFORM": "offscreen", "PYTHONDONTWRITEBYTECODE": "1"}
    try:
        done = subprocess.run(
            command, cwd=tree, env=os.environ | apart, capture_output=True, timeout=LONGEST,
            text=True, check=False,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        return "hangs"
    if done.returncode not in (0, 1):
        message = f"the tests could not be run:\n{done.stdout[-2000:]}{done.stderr[-500:]}"
        raise RuntimeError(message)
    failed = [line for line in done.stdout.splitlines() if line.startswith(("FAILED", "ERROR"))]
    return failed[0].partition(" - ")[0] if done.returncode else ""


if __name__ == "__main__":
    sys.exit(main())

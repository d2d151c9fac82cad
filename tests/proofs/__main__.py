"""Run the proofs and print their table; ``python -m tests.proofs [NAME …] [--tries N]``."""

import argparse
import importlib
import pkgutil
import sys
import time
from pathlib import Path
from random import Random

from tests import proofs
from tests.proofs.frame import SEED, Outcome, Proof, table

TABLE = Path("build/proofs.md")


def all_proofs() -> list[Proof]:
    """Return the proof of each module of this folder that has one, by the module's name."""
    names = sorted(each.name for each in pkgutil.iter_modules(proofs.__path__))
    found = [
        getattr(importlib.import_module(f"tests.proofs.{name}"), "PROOF", None)
        for name in names
        if name != "__main__" and not name.startswith("test_")
    ]
    return [each for each in found if isinstance(each, Proof)]


def main() -> int:
    """Run what was asked for; return 1 when anything happened that must not."""
    parser = argparse.ArgumentParser(prog="python -m tests.proofs")
    parser.add_argument("names", nargs="*", metavar="NAME")
    parser.add_argument("--tries", type=int, help="instead of each proof's own number")
    parser.add_argument("--seed", type=int, default=SEED)
    arguments = parser.parse_args()
    rows: list[tuple[Proof, Outcome | str]] = []
    for proof in all_proofs():
        if arguments.names and proof.name not in arguments.names:
            continue
        rows.append((proof, _outcome(proof, arguments)))
    lines = table(rows)
    TABLE.parent.mkdir(exist_ok=True)
    TABLE.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print("\n".join(lines))
    return int(any(isinstance(each, Outcome) and each.faults for _, each in rows))


def _outcome(proof: Proof, arguments: argparse.Namespace) -> Outcome | str:
    """Run one proof from its seed and tell how long it took and what failed."""
    hindrance = proof.why_not()
    if hindrance:
        print(f"{proof.name}: NOT RUN: {hindrance}", file=sys.stderr)
        return hindrance
    begun = time.monotonic()
    outcome = proof.run(arguments.tries or proof.tries, Random(arguments.seed))
    print(f"{proof.name}: {outcome.tried} in {time.monotonic() - begun:.0f} s", file=sys.stderr)
    for fault in outcome.faults[:20]:
        print(f"{proof.name}: FAULT: {fault}", file=sys.stderr)
    return outcome


if __name__ == "__main__":
    sys.exit(main())

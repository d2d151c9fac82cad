"""How a proof is run and told: so many tries from one seed, what came of each, what failed."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from random import Random
from typing import Final

SEED: Final = 20_261_130


@dataclass
class Outcome:
    """What came of the tries: ``counts`` by what happened, ``faults`` what must never happen."""

    tried: int = 0
    counts: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)

    def note(self, what: str, *, fault: str = "") -> None:
        """Count one try as ``what``; ``fault`` says what was wrong, so that it can be repeated."""
        self.tried += 1
        self.counts[what] += 1
        if fault:
            self.faults.append(fault)


@dataclass(frozen=True)
class Proof:
    """One thing that is tried: ``run(tries, random)``; ``why_not`` says why it cannot be here.

    ``tries`` are made by ``make prove`` and ``make fuzz``, ``short`` by the tests.
    """

    name: str
    title: str
    run: Callable[[int, Random], Outcome]
    tries: int
    short: int
    why_not: Callable[[], str] = lambda: ""


def table(rows: Iterable[tuple[Proof, Outcome | str]]) -> list[str]:
    """Return the lines of the table that stands in the README, in Markdown."""
    lines = ["| Tried | Times | What came of it | Faults |", "|---|---:|---|---:|"]
    for proof, outcome in rows:
        if isinstance(outcome, str):
            lines.append(f"| {proof.title} | 0 | not run: {outcome} | |")
            continue
        came = ", ".join(f"{what} {count:,}" for what, count in sorted(outcome.counts.items()))
        lines.append(f"| {proof.title} | {outcome.tried:,} | {came} | {len(outcome.faults):,} |")
    return lines

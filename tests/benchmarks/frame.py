"""The benchmarks' frame: two sides taken by turns, their medians, and rows to print."""

import json
import statistics
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

Side = Callable[[], float]
Measure = Callable[[Path], "Iterator[Row]"]


@dataclass(frozen=True)
class Row:
    """One figure; ``limit`` None is reported only. ``told`` says what was compared."""

    name: str
    value: float
    limit: float | None
    unit: str
    told: str = ""

    @property
    def within(self) -> bool:
        return self.limit is None or self.value <= self.limit


REGISTERED: dict[str, Measure] = {}


def benchmark(measure: Measure) -> Measure:
    """Register a benchmark under its function's name; it is given a folder to work in."""
    REGISTERED[measure.__name__] = measure
    return measure


@dataclass(frozen=True)
class Taken:
    """What both sides took, in turn; a side's own unit is its caller's."""

    ours: tuple[float, ...]
    base: tuple[float, ...]

    @property
    def ratio(self) -> float:
        return statistics.median(self.ours) / statistics.median(self.base)

    def row(self, name: str, limit: float, *, scale: float = 1000, unit: str = "ms") -> Row:
        """Tell the ratio, with both medians in words."""
        ours, base = (statistics.median(side) * scale for side in (self.ours, self.base))
        return Row(name, self.ratio, limit, "×", f"{ours:.1f} {unit} to {base:.1f} {unit}")


def by_turns(ours: Side, base: Side, rounds: int) -> Taken:
    """Take both sides ``rounds`` times, first one and then the other leading.

    Each is taken once before that and not counted.
    """
    ours()
    base()
    taken: tuple[list[float], list[float]] = ([], [])
    for number in range(rounds):
        order = ((0, ours), (1, base)) if number % 2 else ((1, base), (0, ours))
        for side, take in order:
            taken[side].append(take())
    return Taken(tuple(taken[0]), tuple(taken[1]))


def percentile_95(values: tuple[float, ...]) -> float:
    """Return the value that nineteen of twenty stay under."""
    return statistics.quantiles(values, n=20)[-1]


def table(rows: list[Row]) -> str:
    """Lay the rows out for a terminal."""
    width = max(len(row.name) for row in rows)
    lines = []
    for row in rows:
        limit = "" if row.limit is None else f"≤ {row.limit:g}"
        mark = " " if row.within else "!"
        lines.append(
            f"{mark} {row.name:<{width}}  {row.value:8.2f} {row.unit:<3} {limit:<7} {row.told}"
        )
    return "\n".join(lines)


def write(rows: list[Row], path: Path) -> None:
    """Write the rows' names, values, limits and units as JSON."""
    fields = [{k: v for k, v in asdict(row).items() if k != "told"} for row in rows]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(fields, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")

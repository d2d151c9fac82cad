"""The benchmarks' frame: two sides taken by turns, their medians, and rows to print."""

import gc
import json
import statistics
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from io import BytesIO
from pathlib import Path

import pikepdf

Side = Callable[[], float]
Measure = Callable[[Path], "Iterator[Row]"]


@dataclass(frozen=True)
class Row:
    """One figure; ``limit`` None is reported only. ``told`` says what was compared.

    ``value`` None was not measured: ``told`` says why.
    """

    name: str
    value: float | None
    limit: float | None
    unit: str
    told: str = ""

    @property
    def within(self) -> bool:
        return self.value is None or self.limit is None or self.value <= self.limit


def skipped(name: str, limit: float | None, why: str) -> Row:
    """Say aloud that a ratio was not measured here, and why."""
    return Row(name, None, limit, "×", f"skipped: {why}")


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

    def row(self, name: str, limit: float | None, *, scale: float = 1000, unit: str = "ms") -> Row:
        """Tell the ratio, with both medians in words."""
        ours, base = (statistics.median(side) * scale for side in (self.ours, self.base))
        return Row(name, self.ratio, limit, "×", f"{ours:.1f} {unit} to {base:.1f} {unit}")


def by_turns(ours: Side, base: Side, rounds: int) -> Taken:
    """Take both sides ``rounds`` times, first one and then the other leading.

    Each is taken once before that and not counted. What stands then is left out of garbage
    collection, as the program does once its window stands: else a side pays by how often it
    happens to set off a look through all that was ever imported.
    """
    ours()
    base()
    gc.collect()
    gc.freeze()
    taken: tuple[list[float], list[float]] = ([], [])
    for number in range(rounds):
        order = ((0, ours), (1, base)) if number % 2 else ((1, base), (0, ours))
        for side, take in order:
            taken[side].append(take())
    gc.unfreeze()
    return Taken(tuple(taken[0]), tuple(taken[1]))


def page_count(content: bytes) -> int:
    """Count the pages of a PDF, so that both sides are seen to have done the same work."""
    with pikepdf.open(BytesIO(content)) as pdf:
        return len(pdf.pages)


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
        value = "–" if row.value is None else f"{row.value:.2f}"
        lines.append(f"{mark} {row.name:<{width}}  {value:>8} {row.unit:<3} {limit:<7} {row.told}")
    return "\n".join(lines)


def write(rows: list[Row], path: Path) -> None:
    """Write the rows' names, values, limits and units as JSON."""
    fields = [{k: v for k, v in asdict(row).items() if k != "told"} for row in rows]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(fields, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")

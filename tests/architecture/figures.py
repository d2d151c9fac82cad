"""The program's figures: lines by room, lengths of functions, names defined more than once.

Run with ``python -m tests.architecture.figures``; ``--against REVISION`` sets another git
revision beside the tree as it stands, or beside ``--of REVISION``.
"""

import argparse
import ast
import statistics
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Final

from tests.architecture.source import FUNCTIONS, ROOT, function_lengths, modules

NAME: Final = "hubra_desktop"
MIGRATIONS: Final = f"{NAME}/store/migrations/versions/"
MODULE_LINES: Final = 400
TOP: Final = "(top)"
"""The room of the modules that stand in none."""

Sources = Mapping[str, str]
"""The text of every module by its path from the root."""


@dataclass(frozen=True)
class Figures:
    """What is measured of one state of the source; ``twice`` tells where each name is defined."""

    lines: Mapping[str, int]
    functions: int
    median: float
    nine_of_ten: float
    longest: int
    twice: Mapping[str, tuple[str, ...]]
    long_modules: Mapping[str, int]

    @property
    def total(self) -> int:
        """Return the lines of all rooms."""
        return sum(self.lines.values())


def sources_now() -> Sources:
    """Read the modules as they stand in the working tree."""
    return {
        path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8") for path in modules()
    }


def sources_at(revision: str) -> Sources:
    """Read the modules as they stood at a git revision."""
    names = _git("ls-tree", "-r", "--name-only", revision, "--", NAME).splitlines()
    return {name: _git("show", f"{revision}:{name}") for name in names if name.endswith(".py")}


def _git(*words: str) -> str:
    return subprocess.run(
        ["git", *words], cwd=ROOT, check=True, capture_output=True, text=True, encoding="utf-8"
    ).stdout


def measure(sources: Sources) -> Figures:
    """Measure the source; a migration never changes again, so only its lines count."""
    lines: dict[str, int] = defaultdict(int)
    for name, text in sources.items():
        lines[room(name)] += len(text.splitlines())
    living = {name: text for name, text in sources.items() if not name.startswith(MIGRATIONS)}
    lengths = [row[2] for text in living.values() for row in function_lengths(text)]
    sizes = {name: len(text.splitlines()) for name, text in living.items()}
    return Figures(
        lines=dict(sorted(lines.items())),
        functions=len(lengths),
        median=statistics.median(lengths),
        nine_of_ten=statistics.quantiles(lengths, n=10)[-1],
        longest=max(lengths),
        twice=defined_twice(living),
        long_modules={name: size for name, size in sizes.items() if size > MODULE_LINES},
    )


def room(name: str) -> str:
    """Return the room of the house that a module stands in."""
    parts = PurePosixPath(name).parts
    return parts[1] if len(parts) > 2 else TOP


def defined_twice(sources: Sources) -> dict[str, tuple[str, ...]]:
    """Return the public functions and classes that two modules or more define, with these."""
    found: dict[str, list[str]] = defaultdict(list)
    for name, text in sorted(sources.items()):
        for defined in set(public_names(text)):
            found[defined].append(name.removeprefix(f"{NAME}/"))
    return {each: tuple(found[each]) for each in sorted(found) if len(found[each]) > 1}


def public_names(text: str) -> Iterator[str]:
    """Yield the public functions and classes that a module defines itself."""
    for node in ast.parse(text).body:
        if isinstance(node, (*FUNCTIONS, ast.ClassDef)) and not node.name.startswith("_"):
            yield node.name


def rows(figures: Figures) -> dict[str, float]:
    """Return the figures by their names, in the order they are printed."""
    return {
        **{f"lines, {name}": count for name, count in figures.lines.items()},
        "lines, all": figures.total,
        "functions": figures.functions,
        "function, median": figures.median,
        "function, 90 %": figures.nine_of_ten,
        "function, longest": figures.longest,
        "public names defined twice": len(figures.twice),
        f"modules over {MODULE_LINES} lines": len(figures.long_modules),
    }


def report(now: Figures, before: Figures | None) -> Iterator[str]:
    """Yield the lines of the report: one state, or two beside each other."""
    new, old = rows(now), rows(before) if before else {}
    for name in dict.fromkeys((*old, *new)):
        value = new.get(name, 0)
        if before is None:
            yield f"{name:32}{value:>9g}"
        else:
            was = old.get(name, 0)
            yield f"{name:32}{was:>9g}{value:>9g}{value - was:>+9g}"
    yield from ("", "Public names defined twice:")
    yield from (f"  {name}: {', '.join(places)}" for name, places in now.twice.items())
    yield from (f"  over {MODULE_LINES} lines: {name}" for name in now.long_modules)


def main(words: Iterable[str] | None = None) -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(prog="figures", description=__doc__)
    parser.add_argument("--against", metavar="REVISION", help="the git revision to set beside")
    parser.add_argument("--of", metavar="REVISION", help="measure this revision, not the tree")
    asked = parser.parse_args(None if words is None else list(words))
    now = measure(sources_at(asked.of) if asked.of else sources_now())
    before = measure(sources_at(asked.against)) if asked.against else None
    sys.stdout.write("\n".join(report(now, before)) + "\n")


if __name__ == "__main__":
    main()

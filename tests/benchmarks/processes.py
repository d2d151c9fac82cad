"""Whole processes: how long one lives and how much memory it takes at most."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from hubra_desktop.ui.self_check import pdf_text
from tests.benchmarks.frame import Row, benchmark, by_turns
from tests.benchmarks.registers import make_register

ROOT = Path(__file__).resolve().parents[2]
PROBES = Path(__file__).parent / "probes"
DEMO_DAY = "2018-03-07"


@dataclass(frozen=True)
class Lived:
    """A process that has ended: ``seconds`` by the wall, and what it printed."""

    seconds: float
    told: str


def live(arguments: list[str], home: Path) -> Lived:
    """Run Python with the arguments until it ends; raises when it ends badly."""
    folders = {f"XDG_{name}_HOME": str(home) for name in ("CONFIG", "DATA", "STATE", "CACHE")}
    environment = {
        **os.environ,
        **folders,
        "HOME": str(home),
        "PYTHONPATH": str(ROOT),
        "QT_QPA_PLATFORM": "offscreen",
    }
    environment.pop("HUBRA_REGISTER", None)
    start = time.perf_counter()
    done = subprocess.run(
        [sys.executable, *arguments],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        check=True,
    )
    return Lived(time.perf_counter() - start, done.stdout)


def probe(name: str, *arguments: str) -> list[str]:
    """Give the arguments that run a probe."""
    return [str(PROBES / f"{name}.py"), *arguments]


@benchmark
def start(folder: Path) -> Iterator[Row]:
    """From the process's start to the first page painted, on ten years of meetings."""
    register = make_register(folder / "ten-years.hubra", meetings=60, years=10)
    ours, base = probe("first_page", str(register)), probe("bare_window")
    memory: dict[str, list[float]] = {"ours": [], "base": []}

    def taken(side: str, arguments: list[str]) -> float:
        lived = live(arguments, folder)
        memory[side].append(int(lived.told) / 1024)
        return lived.seconds

    times = by_turns(lambda: taken("ours", ours), lambda: taken("base", base), rounds=15)
    yield times.row("start to the first painted page", 1.35)
    peaks = max(memory["ours"]), max(memory["base"])
    told = f"{peaks[0]:.0f} MB to {peaks[1]:.0f} MB"
    yield Row("peak memory of that process", peaks[0] / peaks[1], 1.5, "×", told)


@benchmark
def print_command(folder: Path) -> Iterator[Row]:
    """`hubra print kallelse` as a process, beside one that only draws the same text."""
    register = make_register(folder / "ten-years.hubra", meetings=60, years=10)
    paper = folder / "kallelse.pdf"
    ours = ["-m", "hubra_desktop", "print", "kallelse", DEMO_DAY]
    ours += ["--register", str(register), "--output", str(paper)]
    live(ours, folder)
    text = folder / "kallelse.txt"
    text.write_text(pdf_text(paper.read_bytes()), encoding="utf-8")
    base = probe("bare_paper", str(text), str(folder / "bare.pdf"))
    times = by_turns(
        lambda: live(ours, folder).seconds, lambda: live(base, folder).seconds, rounds=15
    )
    yield times.row("print a kallelse, whole process", 1.35)

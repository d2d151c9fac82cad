"""Whole processes: how long one lives and how much memory it takes at most."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from hubra_desktop.store.connect import beside
from hubra_desktop.store.lock_owner import holder_note
from hubra_desktop.ui.self_check import pdf_text
from hubra_desktop.work.demo import make_demo
from tests.benchmarks.frame import Row, benchmark, by_turns, page_count, skipped
from tests.benchmarks.manuscripts import one_page
from tests.benchmarks.peers import FOLDER, OFFICE, missing, office_missing
from tests.benchmarks.registers import make_register
from tests.benchmarks.twins import house_css, html_twin
from tests.documents.march import MARCH

ROOT = Path(__file__).resolve().parents[2]
PROBES = Path(__file__).parent / "probes"
DEMO_DAY = "2018-03-07"
PEERS_PATH = os.pathsep.join((str(ROOT), str(FOLDER)))


@dataclass(frozen=True)
class Lived:
    """A process that has ended: ``seconds`` by the wall, and what it printed."""

    seconds: float
    told: str


def live(arguments: list[str], home: Path, **changes: str) -> Lived:
    """Run Python with the arguments until it ends; raises when it ends badly.

    ``changes`` are to its environment.
    """
    return live_as([sys.executable, *arguments], home, **changes)


def live_as(command: list[str], home: Path, **changes: str) -> Lived:
    """Run a command until it ends, with ``home`` for everything it keeps; raises alike."""
    folders = {f"XDG_{name}_HOME": str(home) for name in ("CONFIG", "DATA", "STATE", "CACHE")}
    environment = {
        **os.environ,
        **folders,
        "HOME": str(home),
        "PYTHONPATH": str(ROOT),
        "QT_QPA_PLATFORM": "offscreen",
        **changes,
    }
    environment.pop("HUBRA_REGISTER", None)
    start = time.perf_counter()
    done = subprocess.run(
        command,
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
        _as_closed(register)
        lived = live(arguments, folder)
        memory[side].append(int(lived.told) / 1024)
        return lived.seconds

    times = by_turns(lambda: taken("ours", ours), lambda: taken("base", base), rounds=15)
    yield times.row("start to the first painted page", 1.35)
    peaks = max(memory["ours"]), max(memory["base"])
    told = f"{peaks[0]:.0f} MB to {peaks[1]:.0f} MB"
    yield Row("peak memory of that process", peaks[0] / peaks[1], 1.5, "×", told)


def _as_closed(register: Path) -> None:
    """Take away what the probe leaves, which ends as a crash does: who held the register."""
    holder_note(register).unlink(missing_ok=True)
    beside(register, "-journal").unlink(missing_ok=True)


@benchmark
def first_command(folder: Path) -> Iterator[Row]:
    """Run the first command of a process, beside the second, and beside one that only opens."""
    register = folder / "demo.hubra"
    make_demo(register)
    commands, opening = (
        [
            live(probe("first_command", str(register), *people), folder).told.split()
            for _ in range(9)
        ]
        for people in (("Åsa Ek", "Erik Öman"), ())
    )
    first, second, peak = (median(map(float, each)) for each in zip(*commands, strict=True))
    told = f"the second {second * 1000:.1f} ms"
    yield Row("the first command of a process", first * 1000, None, "ms", told)
    bare = median(float(each[0]) for each in opening)
    told = f"{peak / 1024:.0f} MB to {bare / 1024:.0f} MB"
    yield Row("peak memory of it, and of opening alone", peak / bare, None, "×", told)


def print_from(register: Path, paper: Path) -> list[str]:
    """Give the arguments of `hubra print kallelse` for the demo's meeting."""
    ours = ["-m", "hubra_desktop", "print", "kallelse", DEMO_DAY]
    return [*ours, "--register", str(register), "--output", str(paper)]


@benchmark
def print_command(folder: Path) -> Iterator[Row]:
    """`hubra print kallelse` as a process, beside one that only draws the same text."""
    register = make_register(folder / "ten-years.hubra", meetings=60, years=10)
    paper = folder / "kallelse.pdf"
    ours = print_from(register, paper)
    live(ours, folder)
    text = folder / "kallelse.txt"
    text.write_text(pdf_text(paper.read_bytes()), encoding="utf-8")
    base = probe("bare_paper", str(text), str(folder / "bare.pdf"))
    times = by_turns(
        lambda: live(ours, folder).seconds, lambda: live(base, folder).seconds, rounds=15
    )
    yield times.row("print a kallelse, whole process", 1.35)


def weasyprint_command(page: Path, paper: Path) -> list[str]:
    """Give the command that prints ``page`` with WeasyPrint as PDF/UA-1."""
    command = [sys.executable, "-m", "weasyprint", "--pdf-variant", "pdf/ua-1"]
    return [*command, str(page), str(paper)]


def office_command(page: Path, paper: Path) -> list[str]:
    """Give the command that converts ``page`` with LibreOffice, asked for PDF/A-2 and UA."""
    asked = {
        "SelectPdfVersion": {"type": "long", "value": "2"},
        "PDFUACompliance": {"type": "boolean", "value": "true"},
    }
    profile = (paper.parent / "office").as_uri()
    command = [OFFICE, f"-env:UserInstallation={profile}", "--headless", "--convert-to"]
    return [*command, f"pdf:writer_web_pdf_Export:{json.dumps(asked)}",
            "--outdir", str(paper.parent), str(page)]  # fmt: skip


@benchmark
def converters(folder: Path) -> Iterator[Row]:
    """`hubra print kallelse` as a process, beside programs that turn its HTML twin into PDF."""
    register = make_register(folder / "ten-years.hubra", meetings=60, years=10)
    ours = print_from(register, folder / "kallelse.pdf")
    page, paper = folder / "twin.html", folder / "twin.pdf"
    style = house_css(MARCH.body, "Kallelse")
    page.write_text(html_twin(one_page()).replace("</head>", f"<style>{style}</style></head>"),
                    encoding="utf-8")  # fmt: skip
    for name, command, why in (
        ("WeasyPrint", weasyprint_command(page, paper), missing("weasyprint")),
        ("LibreOffice", office_command(page, paper), office_missing()),
    ):
        title = f"print a kallelse, whole process, beside {name}"
        if why:
            yield skipped(title, 1, why)
            continue

        def base(command: list[str] = command) -> float:
            paper.unlink(missing_ok=True)
            seconds = live_as(command, folder, PYTHONPATH=PEERS_PATH).seconds
            if not page_count(paper.read_bytes()):
                raise ValueError(f"{command[0]} made an empty paper")
            return seconds

        yield by_turns(lambda: live(ours, folder).seconds, base, rounds=9).row(title, 1)

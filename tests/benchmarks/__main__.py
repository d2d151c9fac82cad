"""Run the benchmarks, or those that are named, and write build/bench.json."""

import compileall
import os
import shutil
import sys
import sysconfig
from pathlib import Path
from tempfile import mkdtemp

os.environ["QT_QPA_PLATFORM"] = "offscreen"
# The platform without a screen says at every window what it cannot do.
os.environ["QT_LOGGING_RULES"] = "qt.qpa.*=false;default.warning=false"

from tests.benchmarks import (  # noqa: F401
    attached,
    backups,
    commits,
    growth,
    matters,
    meetings,
    minutes,
    money,
    others,
    packets,
    papers,
    processes,
    reports,
    windows,
)
from tests.benchmarks.frame import REGISTERED, Row, table, write
from tests.benchmarks.peers import FOLDER

ROOT = Path(__file__).resolve().parents[2]
REPORT = ROOT / "build" / "bench.json"


def compile_first() -> None:
    """Compile everything to byte code, so that no process does it while it is measured."""
    print("Compiling to byte code first …")
    for folder in (ROOT / "hubra_desktop", Path(sysconfig.get_path("purelib")), FOLDER):
        compileall.compile_dir(folder, quiet=2, workers=os.cpu_count() or 1)


def main(chosen: list[str]) -> int:
    """Run, print and write; return 1 when a figure is over its limit."""
    unknown = [name for name in chosen if name not in REGISTERED]
    if unknown:
        print(f"Unknown: {', '.join(unknown)}. There are: {', '.join(REGISTERED)}.")
        return 2
    compile_first()
    rows: list[Row] = []
    for name in chosen or REGISTERED:
        folder = Path(mkdtemp(prefix="hubra-bench-"))
        try:
            for row in REGISTERED[name](folder):
                rows.append(row)
                print(table([row]), flush=True)
        finally:
            shutil.rmtree(folder)
    print(f"\n{table(rows)}")
    write(rows, REPORT)
    return 0 if all(row.within for row in rows) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

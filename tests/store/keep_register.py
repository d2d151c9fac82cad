"""Keep a register of the newest schema for the tests: the newest kept before, upgraded.

Run with ``python -m tests.store.keep_register`` when the newest migration has changed,
which it may until it is released.
"""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from hubra_desktop.store import schema
from hubra_desktop.store.register import RegisterFile

DATA = Path(__file__).parents[1] / "data"


def main() -> None:
    """Write the register of the newest schema into the tests' data."""
    before = max(path for path in DATA.glob("register-*.hubra") if path.stem[-4:] < schema.HEAD)
    wanted = DATA / f"register-{schema.HEAD}.hubra"
    shutil.copy(before, wanted)
    RegisterFile(wanted).close()
    with closing(sqlite3.connect(wanted)) as database:
        database.execute("VACUUM")
    for beside in (*DATA.glob(f".{wanted.name}*"), *DATA.glob(f"{wanted.stem} (*")):
        beside.unlink()


if __name__ == "__main__":
    main()

"""Whoever reads keeps nobody from writing and changes nothing; one thread writes."""

import subprocess
import sys
import threading
from pathlib import Path

import pytest
from sqlalchemy import select

from hubra_desktop.store.errors import ReplacedRegisterError, UnreadRegisterError
from hubra_desktop.store.register import RegisterFile
from hubra_desktop.store.tables import PERSON
from hubra_desktop.work.demo import make_demo
from hubra_desktop.work.workspace import Workspace
from tests.store.registers import add, digest, names, people, people_in, process

ROOT = Path(__file__).parents[2]


def test_a_write_from_another_thread_is_refused(register: Path) -> None:
    workspace = Workspace.open(register)
    said: list[Exception] = []

    def write() -> None:
        try:
            add(workspace)
        except RuntimeError as error:
            said.append(error)

    thread = threading.Thread(target=write)
    thread.start()
    thread.join()
    assert "another thread" in str(said)
    assert people(workspace) == 0
    workspace.close()


def test_a_write_inside_a_read_is_refused(register: Path) -> None:
    file = RegisterFile(register)
    with file.read(), pytest.raises(RuntimeError, match="inside a read"), file.write():
        pass
    with file.write() as connection:
        connection.execute(PERSON.insert(), {"name": "Åsa", "id": "p"})
    file.close()


def test_a_long_read_on_another_thread_keeps_no_step_waiting(register: Path) -> None:
    workspace = Workspace.open(register)
    add(workspace)
    reading, done = threading.Event(), threading.Event()
    seen: list[int] = []

    def job() -> None:
        with workspace.read() as reader:
            seen.append(len(reader.execute(select(PERSON)).all()))
            reading.set()
            done.wait(10)
            seen.append(len(reader.execute(select(PERSON)).all()))

    thread = threading.Thread(target=job)
    thread.start()
    assert reading.wait(10)
    add(workspace)
    done.set()
    thread.join()
    assert seen == [1, 1]
    assert people(workspace) == 2
    workspace.close()


READ_LONG = """
import sys
from pathlib import Path
from hubra_desktop.work.workspace import Workspace
workspace = Workspace.open(Path(sys.argv[1]), read_only=True, apart=True)
with workspace.read() as reader:
    reader.exec_driver_sql("SELECT * FROM person").fetchall()
    print("ready", flush=True)
    sys.stdin.read()
"""


def test_an_outsider_that_reads_for_long_keeps_no_step_waiting(register: Path) -> None:
    workspace = Workspace.open(register)
    add(workspace)
    with process(READ_LONG, register):
        workspace._file._driver.execute("PRAGMA busy_timeout=0")  # type: ignore[attr-defined]
        add(workspace)
    workspace.close()
    assert people_in(register) == 2


def outside(*arguments: object) -> str:
    """Run the command line in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "hubra_desktop", *map(str, arguments)],
        capture_output=True,
        check=False,
        text=True,
        cwd=ROOT,
    )
    assert "Traceback" not in done.stderr
    return done.stdout


def test_outsiders_change_nothing_though_the_locks_were_dropped(tmp_path: Path) -> None:
    """A file dialog that looks into the file and closes it takes all locks of the process."""
    path = tmp_path / "a.hubra"
    make_demo(path)
    workspace = Workspace.open(path)
    before = people(workspace)
    add(workspace)
    path.open("rb").close()
    seen, there = digest(path), names(tmp_path)
    assert "2017" in outside("show", "budget", "2017", "--register", path)
    outside("check", "--register", path)
    assert (digest(path), names(tmp_path)) == (seen, there)
    add(workspace)
    workspace.close()
    assert people_in(path) == before + 2


WATCH_OPENINGS = """
import sys
from pathlib import Path
path = Path(sys.argv[1])
seen = []
sys.addaudithook(lambda event, args: seen.append(args[0]) if event == "open" else None)
from contextlib import suppress
from hubra_desktop.store.errors import LockedRegisterError
from hubra_desktop.model.records.council import Person
from hubra_desktop.work.edits import Add
from hubra_desktop.work.workspace import Workspace
workspace = Workspace.open(path)
with suppress(LockedRegisterError):
    Workspace.open(path)
Workspace.open(path, read_only=True).close()
workspace.run(Add(Person, {"name": "Åsa"}))
workspace.problems()
workspace.close()
assert not [each for each in seen if str(each) == str(path)], seen
print("ready", flush=True)
"""


def test_nothing_but_sqlite_opens_the_file(register: Path) -> None:
    with process(WATCH_OPENINGS, register):
        pass


def test_a_job_that_meets_another_file_is_refused_until_the_state_is_kept(register: Path) -> None:
    workspace = Workspace.open(register)
    add(workspace)
    register.rename(register.with_name("flyttad.hubra"))
    said: list[object] = []

    def job() -> None:
        try:
            said.append(people(workspace))
        except UnreadRegisterError as error:
            said.append(error.sentence)

    for _ in range(2):
        thread = threading.Thread(target=job)
        thread.start()
        thread.join()
        with pytest.raises(ReplacedRegisterError):
            add(workspace)
    workspace.close()
    assert "Välj Spara nu" in str(said[0])
    assert said[1] == 1

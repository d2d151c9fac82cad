"""A second start is heard by its own user's program alone, and swallowed by nobody."""

import socket as sockets
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread

import pytest
from PySide6.QtCore import QEventLoop, QProcess

from hubra_desktop.paths import STATE_VARIABLE, state_folder
from hubra_desktop.ui import instance
from hubra_desktop.ui.instance import Instance, hand_over

ROOT = Path(__file__).resolve().parents[2]
unix = pytest.mark.skipif(sys.platform == "win32", reason="sockets that are files")


@pytest.fixture(autouse=True)
def state(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder of a short name: a socket's address has but a hundred bytes."""
    with TemporaryDirectory(prefix="h") as folder:
        monkeypatch.setenv(STATE_VARIABLE, str(Path(folder, "s")))
        yield Path(folder, "s")


@pytest.fixture
def register(tmp_path: Path) -> Path:
    return tmp_path / "radet.hubra"


@pytest.fixture
def running(qapp: object, register: Path) -> Iterator[Instance]:
    made = Instance()
    assert made.listen(register)
    yield made
    made._server.close()
    made.deleteLater()


def second_starts(*registers: Path, patience: float = 2) -> list[bool]:
    """Start the program once for each register, in another process; tell which were heard.

    The loop of this one turns meanwhile, as the window's does.
    """
    paths = ", ".join(f"Path({str(each)!r})" for each in registers)
    script = (
        "from pathlib import Path; from hubra_desktop.ui import instance;"
        f"instance._PATIENCE = {patience};"
        f"print(*[int(instance.hand_over(each)) for each in [{paths}]])"
    )
    loop, started = QEventLoop(), QProcess()
    started.setWorkingDirectory(str(ROOT))
    started.finished.connect(loop.quit)
    started.start(sys.executable, ["-c", script])
    loop.exec()
    return [each == "1" for each in bytes(started.readAllStandardOutput().data()).decode().split()]


@pytest.fixture
def asked(running: Instance) -> list[int]:
    """How often the running program was asked to show itself."""
    times: list[int] = []
    running.asked.connect(lambda: times.append(1))
    return times


def stranger(register: Path, answer: Callable[[bytes], bytes]) -> sockets.socket:
    """Listen where the program would, before it does, and answer each line in some way."""
    place = instance._channel(register)
    Path(place).parent.mkdir(parents=True, exist_ok=True)
    made = sockets.socket(sockets.AF_UNIX)
    made.bind(place)
    made.listen()

    def serve() -> None:
        caller, _ = made.accept()
        with caller, suppress(OSError):
            while line := caller.recv(1000):
                caller.sendall(answer(line))

    Thread(target=serve, daemon=True).start()
    return made


def test_a_second_start_is_heard(
    running: Instance, register: Path, asked: list[int], tmp_path: Path
) -> None:
    assert second_starts(register, tmp_path / "annat.hubra", register) == [True, False, True]
    assert len(asked) == 2


@unix
def test_a_stranger_swallows_no_start(qapp: object, tmp_path: Path) -> None:
    answers: list[Callable[[bytes], bytes]] = [
        lambda line: line,
        lambda _: b"shown\n",
        lambda line: line.strip() + b" " + line,
        lambda _: b"x" * 100_000,
        lambda _: b"",
    ]
    registers = [tmp_path / f"{number}.hubra" for number in range(len(answers))]
    listening = [stranger(*each) for each in zip(registers, answers, strict=True)]
    assert second_starts(*registers, patience=0.2) == [False] * len(answers)
    for each in listening:
        each.close()


@unix
def test_noise_does_the_listener_no_harm(
    running: Instance, register: Path, asked: list[int]
) -> None:
    calls = [sockets.socket(sockets.AF_UNIX) for _ in range(40)]
    for call in calls:
        call.setblocking(False)
        with suppress(OSError):
            call.connect(instance._channel(register))
            call.sendall(b"\xff\x00{" * 1000)
    assert second_starts(register) == [True]
    assert len(asked) == 1
    for call in calls:
        call.close()


@unix
def test_who_has_another_key_raises_no_window(
    running: Instance, register: Path, asked: list[int]
) -> None:
    (state_folder() / "instance.key").write_bytes(b"k" * 32)
    assert second_starts(register) == [False]
    assert asked == []


@unix
def test_the_key_and_the_socket_are_the_users_own(running: Instance, register: Path) -> None:
    key = state_folder() / "instance.key"
    assert key.stat().st_mode & 0o077 == 0
    assert Path(instance._channel(register)).parent == state_folder()
    assert Path(instance._channel(register)).stat().st_mode & 0o077 == 0


def test_a_key_cut_short_is_made_anew(state: Path) -> None:
    state.mkdir()
    (state / "instance.key").write_bytes(b"half")
    assert instance._key() == (state / "instance.key").read_bytes()
    assert len(instance._key() or b"") == 32


def test_without_a_place_for_the_key_nobody_is_heard(
    qapp: object, state: Path, register: Path
) -> None:
    state.write_bytes(b"a file where the folder should be")
    made = Instance()
    assert not made.listen(register)
    assert not hand_over(register)
    made.deleteLater()


def test_where_nobody_listens_nothing_is_said(qapp: object, register: Path) -> None:
    assert not hand_over(register)


def test_a_long_path_gives_a_short_name(
    tmp_path: Path, register: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(STATE_VARIABLE, str(tmp_path / ("lång" * 40)))
    assert "/" not in instance._channel(register)

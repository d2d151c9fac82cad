"""The program reaches for no network, whatever is done in it: the system ends who does.

The kernel is told to end the process that asks for an internet socket (Linux, seccomp;
the numbers of ``linux/filter.h`` and ``linux/seccomp.h``), whoever in it does: Python, Qt or
another library. Python's own sockets and look-ups of names are refused everywhere.
"""

import platform
import signal
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
INPUTS = ROOT / "tests" / "data" / "inputs"
SOCKET = {"x86_64": 41, "aarch64": 198}

GUARD = """
import ctypes, struct, sys

LOAD, EQUAL, RETURN, END, ALLOW = 0x20, 0x15, 0x06, 0x80000000, 0x7FFF0000
STEPS = [
    (LOAD, 0, 0, 0), (EQUAL, 0, 3, int(sys.argv[1])), (LOAD, 0, 0, 16),
    (EQUAL, 2, 0, 2), (EQUAL, 1, 0, 10), (RETURN, 0, 0, ALLOW), (RETURN, 0, 0, END),
]
if sys.argv[1] != "0":
    code = b"".join(struct.pack("HBBI", *step) for step in STEPS)
    held = ctypes.create_string_buffer(code)
    program = struct.pack("HxxxxxxP", len(STEPS), ctypes.addressof(held))
    system = ctypes.CDLL(None, use_errno=True)
    assert system.prctl(38, 1, 0, 0, 0) == 0
    assert system.prctl(22, 2, program, 0, 0) == 0

def refuse(event, given):
    asked = event in ("socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr")
    if asked or (event == "socket.__new__" and given[1] in (2, 10)):
        print("NETWORK", event, given, flush=True)

sys.addaudithook(refuse)
"""

JOURNEY = """
from pathlib import Path
from hubra_desktop.__main__ import main
from hubra_desktop.app import try_window

folder, inputs = Path(sys.argv[2]), Path(sys.argv[3])
register = str(folder / "radet.hubra")

def do(*words):
    status = main(["--register", register, *words])
    print(words[0], status, flush=True)
    assert status in (0, 1), words

assert main(["demo", register]) == 0
try_window(Path(register))
do("print", "kallelse", "2018-03-07", "--data", "--output", str(folder / "k.pdf"))
do("print", "budget", "2017", "--html", "--output", str(folder / "b.html"))
do("export", str(folder / "ut.json"))
do("import", str(folder / "ut.json"))
do("import", str(folder / "k.pdf"))
do("import", str(inputs / "simrishamn-tidplan.ics"), "--as", "meetings", "--preview")
do("import", str(inputs / "m01_percent.xlsx"), "--as", "measurements", "--preview")
do("show", "meeting", "2018-03-07")
do("check")
from hubra_desktop.ui.instance import hand_over
hand_over(Path(register))
print("ARRIVED", flush=True)
"""


def run(script: str, *words: str) -> "subprocess.CompletedProcess[str]":
    number = SOCKET.get(platform.machine(), 0) if sys.platform == "linux" else 0
    return subprocess.run(
        [sys.executable, "-c", GUARD + script, str(number), *words],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
    )


def test_a_whole_journey_asks_for_no_network(tmp_path: Path) -> None:
    done = run(JOURNEY, str(tmp_path), str(INPUTS))
    assert "ARRIVED" in done.stdout, done.stdout + done.stderr
    assert "NETWORK" not in done.stdout
    assert done.returncode == 0


@pytest.mark.skipif(
    sys.platform != "linux" or platform.machine() not in SOCKET,
    reason="NOT PROVEN HERE: the system cannot be told to end who asks for a network",
)
def test_who_asks_for_a_network_is_ended() -> None:
    for family in ("AF_INET", "AF_INET6"):
        done = run(f"import socket; socket.socket(socket.{family}); print('ARRIVED')")
        assert done.returncode == -signal.SIGSYS
    assert "ARRIVED" in run("import socket; socket.socketpair(); print('ARRIVED')").stdout

"""The system asks the running program to end: it goes as if the window had been closed."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from hubra_desktop.store.lock_owner import holder_note
from hubra_desktop.work.demo import make_demo

pytestmark = [pytest.mark.journey, pytest.mark.slow]

ROOT = Path(__file__).parents[2]


@pytest.mark.skipif(sys.platform == "win32", reason="there a process is ended, not asked")
@pytest.mark.parametrize("asked", ["SIGTERM", "SIGHUP", "SIGINT"])
def test_a_program_that_is_asked_to_end_lets_go_of_its_register(tmp_path: Path, asked: str) -> None:
    register = tmp_path / "radet.hubra"
    make_demo(register)
    here = {"HUBRA_STATE": str(tmp_path), "HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(
        [sys.executable, "-m", "hubra_desktop", str(register)],
        env={**os.environ, **here, "PYTHONPATH": str(ROOT)},
        stderr=subprocess.DEVNULL,
    ) as program:
        try:
            # Written after the window is shown, and so after the signals are watched.
            _wait_for(tmp_path / "recent.json", program)
            assert holder_note(register).exists()
            program.send_signal(getattr(signal, asked))
            assert program.wait(30) == 0
        finally:
            # One that does not end would be waited for, for ever, when the block does.
            program.kill()
    kept = {each.name for each in tmp_path.iterdir() if each.name.startswith("radet")}
    assert kept == {"radet.hubra"}
    assert not holder_note(register).exists()


def _wait_for(file: Path, program: subprocess.Popen[bytes]) -> None:
    for _ in range(600):
        if file.exists():
            return
        assert program.poll() is None, f"the program ended before {file.name} came"
        time.sleep(0.05)
    pytest.fail(f"{file.name} never came")

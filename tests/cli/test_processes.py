"""The commands as real processes: pipes, disks and crashes as the user meets them."""

import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from hubra_desktop import __main__ as program
from hubra_desktop.paths import resource
from hubra_desktop.work import crash

DEMO = resource("demo", "huddinge.json")
HUBRA = [sys.executable, "-m", "hubra_desktop"]
pytestmark = pytest.mark.journey


def hubra(*words: object, **settings: str) -> subprocess.CompletedProcess[bytes]:
    env = {**os.environ, "PYTHONPATH": str(Path.cwd()), **settings}
    return subprocess.run([*HUBRA, *map(str, words)], capture_output=True, check=False, env=env)


def piped(command: str, demo: Path) -> subprocess.CompletedProcess[bytes]:
    """Run a line in the shell, where ``hubra`` is the program."""
    script = f'hubra() {{ "{sys.executable}" -m hubra_desktop "$@"; }}; set -o pipefail; {command}'
    env = {**os.environ, "HUBRA_REGISTER": str(demo)}
    return subprocess.run(["bash", "-c", script], capture_output=True, check=False, env=env)


def test_a_register_goes_out_through_a_pipe_byte_by_byte(demo: Path) -> None:
    done = hubra("--register", demo, "export", "-")
    assert (done.returncode, done.stdout, done.stderr) == (0, DEMO.read_bytes(), b"")


def test_errors_go_to_standard_error_with_status_two(tmp_path: Path) -> None:
    done = hubra("show", "meeting", "2018-03-07", "--register", tmp_path / "x.hubra")
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode().startswith("Registret ”x.hubra” finns inte")


@pytest.mark.parametrize(
    "command", ["export - | head -c 1", "show meeting 2018-03-07 | true", "--help | true"]
)
def test_a_reader_that_has_had_enough_is_no_mistake(demo: Path, command: str) -> None:
    done = piped(f"hubra {command}", demo)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize("command", ["export -", "show meeting 2018-03-07", "check"])
def test_a_full_disk_behind_a_redirection_is_told(demo: Path, command: str) -> None:
    done = piped(f"hubra {command} > /dev/full", demo)
    said = "Utmatningen kunde inte skrivas (disken är full).\n"
    assert (done.returncode, done.stderr.decode()) == (2, said)


def test_nobody_to_read_is_no_mistake(demo: Path) -> None:
    done = piped("hubra show meeting 2018-03-07 >&-", demo)
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_poor_terminal_gets_question_marks_and_programs_get_utf8(demo: Path) -> None:
    words = ("show", "meeting", "2018-03-07", "--register", demo)
    done = hubra(*words, PYTHONIOENCODING="ascii")
    assert done.returncode == 0
    assert b"Huddinges brottsf?rebyggande r?d" in done.stdout
    done = hubra(*words, "--json", PYTHONIOENCODING="ascii")
    assert json.loads(done.stdout)["body"] == "Huddinges brottsförebyggande råd"


def break_the_program(*_: object) -> int:
    raise RuntimeError("trasigt")


def test_a_crash_is_kept_in_a_file_and_told_in_one_sentence(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, own_folders: Path
) -> None:
    monkeypatch.setattr(program, "_dispatch", break_the_program)
    assert program.main(["check"]) == 70
    out, err = capsys.readouterr()
    [report] = (own_folders / "state" / "hubra" / "log").iterdir()
    assert out == ""
    assert err == (
        "Ett oväntat fel inträffade i programmet. Skicka felrapporten till den som sköter "
        f"det: {report}\n"
    )
    text = report.read_text()
    assert "builtins.RuntimeError" in text
    assert "break_the_program" in text
    assert "trasigt" not in text.replace('raise RuntimeError("trasigt")', "")
    assert text.startswith("hubra ")
    assert stat.S_IMODE(report.stat().st_mode) == 0o600


def test_a_crash_that_cannot_be_kept_there_is_kept_elsewhere(
    monkeypatch: pytest.MonkeyPatch, own_folders: Path, tmp_path: Path
) -> None:
    (own_folders / "state").write_text("i vägen")
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    report = crash.write_report(RuntimeError("x"))
    assert report is not None
    assert report.parent == tmp_path
    monkeypatch.setattr("tempfile.tempdir", str(own_folders / "state" / "x"))
    assert crash.write_report(RuntimeError("x")) is None
    assert crash.crash_sentence(None).endswith("ingen felrapport kunde sparas.")


def test_only_the_newest_reports_are_kept(own_folders: Path) -> None:
    reports = [crash.write_report(RuntimeError(str(n))) for n in range(crash.KEPT + 3)]
    kept = sorted((own_folders / "state" / "hubra" / "log").iterdir())
    assert kept == reports[3:]


def test_a_crash_says_nothing_of_what_is_in_the_register(demo: Path) -> None:
    from sqlalchemy import text
    from sqlalchemy.exc import DBAPIError

    from hubra_desktop.work.workspace import Workspace

    secret = {"name": "Hemlig Person"}
    workspace = Workspace.open(demo)
    try:
        with workspace.read() as reader, pytest.raises(DBAPIError) as error:
            reader.execute(text("SELECT :name FROM borta"), secret)
    finally:
        workspace.close()
    report = crash.write_report(error.value)
    assert report is not None
    assert "sqlite_errorname=SQLITE_ERROR" in report.read_text()
    assert "Hemlig" not in report.read_text()


def test_an_interruption_is_no_crash(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(_: list[str]) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(program, "_dispatch", interrupt)
    assert program.main([]) == 130


def test_a_register_that_was_clicked_opens_the_window(monkeypatch: pytest.MonkeyPatch) -> None:
    from hubra_desktop import app

    opened: list[Path | None] = []

    def start(path: Path | None) -> int:
        opened.append(path)
        return 0

    monkeypatch.setattr(app, "start", start)
    for words in (["a b.hubra"], ["--register", "c"], []):
        assert program.main(words) == 0
    assert opened == [Path("a b.hubra"), Path("c"), None]

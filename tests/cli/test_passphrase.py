"""``hubra passphrase``, and every command on a register that is locked."""

from pathlib import Path

import pytest

from hubra_desktop.cli import passphrases
from hubra_desktop.model.recovery_key import recovery_groups
from hubra_desktop.store import connect, keys
from hubra_desktop.work.backups import generations_of
from hubra_desktop.work.passphrases import has_passphrase
from hubra_desktop.work.workspace import Workspace
from tests.cli.hands import Caught, refused, run
from tests.store.registers import PHRASE

pytestmark = pytest.mark.usefixtures("cheap_keys")


@pytest.fixture
def register(tmp_path: Path) -> Path:
    path = tmp_path / "r.hubra"
    Workspace.create(path, organisation="Provrådet").close()
    return path


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is answered on the terminal, in order."""
    answers: list[str] = []
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("getpass.getpass", lambda _: answers.pop(0))
    return answers


def lock_again() -> None:
    keys._known.clear()


def test_a_register_and_its_copies_are_locked_and_opened_again(
    capsys: Caught, register: Path, tmp_path: Path, typed: list[str]
) -> None:
    at = ("--register", register)
    assert run(capsys, "backup", *at)[0] == 0
    typed += [PHRASE, PHRASE]
    sheet = tmp_path / "blad.pdf"
    status, out, err = run(capsys, "passphrase", "set", register, "--blad", sheet)
    assert (status, err) == (0, "")
    assert out.startswith("Registret är låst. Det gäller 1 kopia också.\nÅterställningsbladet")
    assert sheet.read_bytes().startswith(b"%PDF")
    (generation,) = generations_of(register)
    key = connect.file_key(generation.path)
    assert key == connect.file_key(register) is not None

    lock_again()
    typed += ["fel", PHRASE]
    status, out, err = run(capsys, "check", *at)
    assert out.startswith("Registret är helt.")
    assert err.startswith("Lösenfrasen öppnar inte registret ”r.hubra”.")
    lock_again()
    typed += [PHRASE]
    assert run(capsys, "check", "--deep", *at)[0] == 0
    lock_again()
    typed += [PHRASE]
    assert run(capsys, "backup", *at)[0] == 0
    lock_again()
    typed += [PHRASE]
    assert run(capsys, "restore", generation.path, *at)[0] == 0

    assert key is not None
    lock_again()
    typed += [" ".join(recovery_groups(key.key)), "kort", "kort"]
    nowhere = ("--sheet", tmp_path / "ingen mapp" / "blad.pdf")
    status, out, err = run(capsys, "passphrase", "change", register, "--recover", *nowhere)
    assert status == 1
    assert "Gamla återställningsblad gäller inte längre." in out
    assert "Glöms lösenfrasen kan ingen öppna registret." in out
    assert err.startswith("Tips: fyra eller fem vanliga ord")
    assert "Filen ”blad.pdf” kunde inte skrivas" in err
    assert connect.file_key(generation.path) == connect.file_key(register) != key
    lock_again()
    typed += ["kort"]
    status, out, err = run(capsys, "passphrase", "remove", register)
    assert status == 0
    assert out.startswith("Registret är inte låst längre.")
    assert not has_passphrase(register)
    assert not has_passphrase(generation.path)
    assert typed == []


def test_it_is_read_from_a_file_or_a_variable(
    capsys: Caught, register: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "fras.txt"
    file.write_text(f"{PHRASE}\n", encoding="utf-8")
    assert run(capsys, "passphrase", "set", register, "--new-passphrase-file", file)[0] == 0
    at = ("--register", register)
    lock_again()
    said = refused(capsys, "check", *at)
    assert "--passphrase-file" in said
    assert "HUBRA_PASSPHRASE" in said
    assert run(capsys, "check", *at, "--passphrase-file", file)[0] == 0
    lock_again()
    monkeypatch.setenv("HUBRA_PASSPHRASE", "fel")
    assert "öppnar inte registret" in refused(capsys, "check", *at)
    monkeypatch.setenv("HUBRA_PASSPHRASE", PHRASE)
    assert run(capsys, "check", *at)[0] == 0


def test_what_cannot_be_is_refused(
    capsys: Caught, register: Path, tmp_path: Path, typed: list[str]
) -> None:
    assert "har ingen lösenfras" in refused(capsys, "passphrase", "change", register)
    assert "finns inte" in refused(capsys, "passphrase", "set", tmp_path / "nej.hubra")
    for answers, words in (((" ", " "), "Skriv en lösenfras."), (("a", "b"), "inte lika")):
        typed[:] = answers
        assert words in refused(capsys, "passphrase", "set", register)
    typed[:] = [PHRASE, PHRASE]
    assert run(capsys, "passphrase", "set", register)[0] == 0
    assert "har redan en lösenfras" in refused(capsys, "passphrase", "set", register)
    lock_again()
    typed[:] = ["ABCDE"]
    assert "Grupp 1 " in refused(capsys, "passphrase", "remove", register, "--recover")
    typed[:] = ["fel"] * passphrases._TRIES
    said = refused(capsys, "passphrase", "remove", register)
    assert said.count("öppnar inte registret") == passphrases._TRIES
    assert has_passphrase(register)

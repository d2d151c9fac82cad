"""A register taken to another computer, and one taken back from where its backups lie."""

import zipfile
from contextlib import closing
from pathlib import Path

import pytest

from hubra_desktop.model.errors import InputError
from hubra_desktop.model.generations import BackupReason
from hubra_desktop.model.move_list import ENDING, LIST, REGISTER
from hubra_desktop.model.progress import Progress, StoppedError
from hubra_desktop.paths import settings_file
from hubra_desktop.store import keys
from hubra_desktop.store.errors import FileExistsAlreadyError, PassphraseNeededError
from hubra_desktop.store.passphrase import lock_register, new_key, unlock
from hubra_desktop.work.backup_choices import backup_choices, keep_choices
from hubra_desktop.work.backups import back_up, generations_of
from hubra_desktop.work.moving import bring_in, take_along
from hubra_desktop.work.places import recent_registers, remember_register
from hubra_desktop.work.second_place import choose_place
from hubra_desktop.work.taking_back import lost_registers, take_back
from hubra_desktop.work.workspace import Workspace
from tests.store import registers
from tests.store.registers import PHRASE


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return registers.make(tmp_path_factory.mktemp("model") / registers.NAME).read_bytes()


@pytest.fixture
def register(tmp_path: Path, model: bytes) -> Path:
    path = tmp_path / "gamla" / registers.NAME
    path.parent.mkdir()
    path.write_bytes(model)
    return path


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / f"råd{ENDING}"


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "nya" / "rådet.hubra"


def new_computer(monkeypatch: pytest.MonkeyPatch, home: Path) -> None:
    """Let the user be at another computer, where nothing is known."""
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(home / name.lower()))
    monkeypatch.setattr("hubra_desktop.store.keys._known", {})


def rows(path: Path) -> int:
    with closing(Workspace.open(path, read_only=True)) as workspace:
        return registers.people(workspace)


def test_all_comes_along_and_the_old_places_do_not(
    register: Path, file: Path, target: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick = tmp_path / "minne"
    stick.mkdir()
    with closing(Workspace.open(register)) as workspace:
        registers.add(workspace, "Åsa Ek")
    back_up(register, BackupReason.BY_HAND)
    remember_register(register)
    choose_place(register, stick, generations_of(register)[0].moment)
    keep_choices(register, bound=12345)
    settings_file().parent.mkdir(parents=True)
    settings_file().write_text("[view]\nlanguage=en\n[files]\nfolder=/gamla\n", encoding="utf-8")
    made = take_along(register, file, generations=True)
    assert file.stat().st_mode & 0o777 == 0o600
    assert registers.names(file.parent) == {"gamla", "minne", file.name}
    assert len(made.generations) == 1

    new_computer(monkeypatch, tmp_path / "hem")
    stick.rename(tmp_path / "borta")
    moved = bring_in(file, target)
    assert rows(target) == rows(register)
    assert target.stat().st_mode & 0o777 == 0o600
    assert len(generations_of(target)) == 1
    assert settings_file().read_text(encoding="utf-8").split() == ["[view]", "language=en"]
    assert recent_registers() == [target]
    assert backup_choices(target).bound == 12345
    assert backup_choices(target).place is None
    for told in ("därefter", "1 säkerhetskopia kom med", "inställningar", "finns inte här"):
        assert told in moved.text, moved.text


def test_a_locked_register_stays_locked(
    register: Path, file: Path, target: Path, cheap_keys: None
) -> None:
    del cheap_keys
    key = new_key(register, PHRASE)
    lock_register(register, key)
    assert take_along(register, file).locked
    keys.forget(key)
    with zipfile.ZipFile(file) as packed:
        assert packed.read(REGISTER).startswith(b"Hubr")
    assert "lösenfras" in bring_in(file, target).text
    with pytest.raises(PassphraseNeededError):
        Workspace.open(target)
    unlock(target, PHRASE)
    Workspace.open(target).close()


def test_nothing_is_written_over(register: Path, file: Path, target: Path) -> None:
    back_up(register, BackupReason.BY_HAND)
    take_along(register, file, generations=True)
    bring_in(file, target)
    before = registers.digest(target)
    with pytest.raises(FileExistsAlreadyError):
        bring_in(file, target)
    target.rename(target.with_name("annat.hubra"))
    with pytest.raises(FileExistsAlreadyError, match="säkerhetskopior"):
        bring_in(file, target)
    assert registers.digest(target.with_name("annat.hubra")) == before


def repacked(file: Path, change: dict[str, bytes]) -> None:
    with zipfile.ZipFile(file) as packed:
        members = {name: packed.read(name) for name in packed.namelist()} | change
    with zipfile.ZipFile(file, "w") as packed:
        for name, content in members.items():
            packed.writestr(name, content)


def test_a_file_that_is_damaged_or_deceives_brings_nothing(
    register: Path, file: Path, target: Path
) -> None:
    take_along(register, file)
    content = file.read_bytes()
    place = len(content) // 3
    damaged = {
        "text": b"Hej",
        "cut": content[: len(content) // 2],
        "flipped": content[:place] + bytes([content[place] ^ 1]) + content[place + 1 :],
    }
    deceiving = {
        "longer": {REGISTER: bytes(20_000_000)},
        "other": {REGISTER: b"Hej"},
        "no list": {LIST: b"{}"},
        "bomb": {LIST: b" " * 3_000_000},
    }
    for how in (*damaged, *deceiving):
        file.write_bytes(damaged.get(how, content))
        if how in deceiving:
            repacked(file, deceiving[how])
        with pytest.raises(InputError, match="skadad"):
            bring_in(file, target)
        assert [*target.parent.iterdir()] == [], how


class StoppedLate(Progress):
    """Stopped when everything but the last is done."""

    seen = 0

    @property
    def stopped(self) -> bool:
        self.seen += 1
        return self.seen > 6


def test_what_is_stopped_leaves_nothing(register: Path, file: Path, target: Path) -> None:
    with pytest.raises(StoppedError):
        take_along(register, file, told=StoppedLate())
    assert registers.names(file.parent) == {"gamla"}
    take_along(register, file)
    told = StoppedLate()
    told.seen = 6
    with pytest.raises(StoppedError):
        bring_in(file, target, told)
    assert [*target.parent.iterdir()] == []


def test_the_newest_sound_generation_of_each_register_is_found(
    register: Path, target: Path, tmp_path: Path
) -> None:
    other = register.with_name("annat.hubra")
    other.write_bytes(register.read_bytes())
    back_up(other, BackupReason.BY_HAND)
    good = back_up(register, BackupReason.BY_HAND)
    registers.spoilt(back_up(register, BackupReason.BY_HAND).path, "meeting")
    found = lost_registers(tmp_path)
    assert sorted(each.name for each in found) == ["annat", "råd"]
    assert [each.generation for each in found if each.name == "råd"] == [good]
    take_back(good, target)
    assert rows(target) == rows(register)
    with pytest.raises(FileExistsAlreadyError):
        take_back(good, target)
    with pytest.raises(InputError, match="inga säkerhetskopior"):
        lost_registers(target.parent)

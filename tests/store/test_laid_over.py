"""A copy laid over the register after a crash opens as it is, and the user is told."""

import errno
from pathlib import Path
from random import Random
from typing import NoReturn

import pytest

from hubra_desktop.__main__ import main
from hubra_desktop.store import connect, crash_journal
from hubra_desktop.store.register import RegisterFile
from hubra_desktop.work.workspace import Workspace
from tests.faults.laid_over import cut, days, journal_of, lay, people
from tests.store.registers import names


@pytest.fixture
def week(register: Path) -> list[bytes]:
    """The register's file on the days of a week, Monday's first."""
    return days(register, 7, Random(1))


def test_the_journals_of_these_tests_are_played_back_by_sqlite(
    register: Path, week: list[bytes]
) -> None:
    for seed in range(4):
        random = Random(seed)
        lay(register, cut(week[4], week[5], random), journal_of(week[4], week[5], random), None,
            random)  # fmt: skip
        connect.settle(register)
        assert register.read_bytes() == week[4]
        assert names(register.parent) == {register.name}


@pytest.mark.parametrize("read_only", [False, True])
def test_a_copy_that_was_laid_over_a_crash_is_told_with_its_day(
    register: Path, week: list[bytes], read_only: bool
) -> None:
    random = Random(2)
    journal = journal_of(week[5], week[6], random)
    lay(register, cut(week[5], week[6], random), journal, week[0], random)
    file = RegisterFile(register, read_only=read_only)
    (told,) = file.told
    file.close()
    assert "en annan har lagts i dess ställe" in told
    assert "senast ändrad i dag" in told
    assert "”råd (avbruten ändring).journal”" in told
    kept = register.with_name("råd (avbruten ändring).journal")
    assert kept.read_bytes() == journal
    assert register.read_bytes() == week[0]
    assert people(register)[1] == []


@pytest.mark.parametrize(
    ("left_out", "instead"), [("_is_taken_back", True), ("_head", b"")], ids=["count", "trial"]
)
def test_the_count_of_changes_alone_tells_and_so_does_the_trial(
    register: Path,
    week: list[bytes],
    monkeypatch: pytest.MonkeyPatch,
    left_out: str,
    instead: object,
) -> None:
    monkeypatch.setattr(crash_journal, left_out, lambda _: instead)
    random = Random(6)
    lay(register, week[6], journal_of(week[5], week[6], random), week[2], random)
    assert not crash_journal.belongs(register)
    register.write_bytes(week[6])
    assert crash_journal.belongs(register)


def test_a_crash_in_the_file_itself_is_taken_back_without_a_word(
    register: Path, week: list[bytes]
) -> None:
    random = Random(3)
    lay(register, cut(week[5], week[6], random), journal_of(week[5], week[6], random), None, random)
    Workspace.open(register).close()
    assert names(register.parent) == {register.name}
    register.write_bytes(week[5])
    wanted = people(register)[0]
    lay(register, week[6], journal_of(week[5], week[6], random), None, random)
    assert people(register) == (wanted, [])


def test_a_file_whose_counter_happens_to_fit_is_told_by_a_trial(
    register: Path, week: list[bytes]
) -> None:
    random = Random(5)
    monday = bytearray(week[0])
    for place in (slice(24, 28), slice(92, 96)):  # the counter, and the version it is valid for
        monday[place] = week[5][24:28]
    journal = journal_of(week[5], week[6], random)
    lay(register, cut(week[5], week[6], random), journal, bytes(monday), random)
    file = RegisterFile(register)
    assert len(file.told) == 1
    file.close()
    wanted = register.with_name("måndag.hubra")
    wanted.write_bytes(bytes(monday))
    assert people(register)[0] == people(wanted)[0]
    assert register.with_name("råd (avbruten ändring).journal").read_bytes() == journal


def test_the_counter_tells_where_there_is_no_room_for_a_trial(
    register: Path, week: list[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> NoReturn:
        raise OSError(errno.ENOSPC, "No space left on device")

    random = Random(6)
    journal = journal_of(week[5], week[6], random)
    lay(register, cut(week[5], week[6], random), journal, week[0], random)
    monkeypatch.setattr("hubra_desktop.store.crash_journal.copyfile", full)
    file = RegisterFile(register)
    assert len(file.told) == 1
    file.close()
    assert register.read_bytes() == week[0]


def test_the_command_line_tells_it_too(
    register: Path,
    week: list[bytes],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    random = Random(4)
    monkeypatch.setenv("HUBRA_REGISTER", str(register))
    lay(register, week[6], journal_of(week[5], week[6], random), week[1], random)
    main(["show", "associations"])
    assert "en annan har lagts i dess ställe" in capsys.readouterr().err

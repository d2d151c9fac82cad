"""What is read in a process of its own is as it is read here, and never takes the program along."""

import io
import pickle
import sys
from contextlib import suppress
from datetime import date
from pathlib import Path
from time import monotonic

import pytest

from hubra_desktop.exchange.xlsx_file import read_sheets, write_xlsx
from hubra_desktop.model.errors import InputError
from hubra_desktop.model.progress import Progress, StoppedError
from hubra_desktop.work import apart, table_files
from hubra_desktop.work.apart import read_apart
from hubra_desktop.work.table_files import TableFile

BOOK = write_xlsx("Blad", ["Datum", "Belopp"], [["2017-01-01", 5], ["=1", 2.5]])


def test_an_answer_is_that_of_the_reader() -> None:
    assert read_apart("workbook", BOOK) == read_sheets(BOOK)


def test_a_refusal_is_the_readers_own() -> None:
    with pytest.raises(InputError, match="Kalendern är skadad"):
        read_apart("meetings", b"BEGIN:VCALENDAR\nBEGIN:VEVENT\n" + b"BEGIN:VEVENT\n" * 9)


def child(monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    """Let the process be another, that does something unexpected."""
    monkeypatch.setattr(apart, "_starter", lambda: [sys.executable, "-c", script])


@pytest.mark.parametrize(
    ("script", "sentence"),
    [
        ("import os; os.abort()", "skadad på ett sätt"),
        ("", "skadad på ett sätt"),
        ("import pickle, sys; pickle.dump(('large', ''), sys.stdout.buffer)", "mer än 1536 MB"),
        ("import pickle, sys; pickle.dump(('read', print), sys.stdout.buffer)", "skadad på ett"),
    ],
)
def test_what_happens_to_the_process_is_a_sentence(
    script: str, sentence: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    child(monkeypatch, script)
    with pytest.raises(InputError, match=sentence):
        read_apart("workbook", BOOK)


class NobodyWaits(Progress):
    stopped = True


def test_a_process_without_end_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    child(monkeypatch, "while True: pass")
    monkeypatch.setattr(apart, "MOST_SECONDS", 0.2)
    with pytest.raises(InputError, match="läsningen avbröts"):
        read_apart("workbook", BOOK)


def test_a_reading_can_be_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    child(monkeypatch, "while True: pass")
    begun = monotonic()
    with pytest.raises(StoppedError):
        read_apart("workbook", bytes(10_000_000), NobodyWaits())
    assert monotonic() - begun < apart.MOST_SECONDS


def test_where_no_process_can_be_started_the_reader_reads_here(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(apart, "_starter", lambda: ["/no/such/program"])
    assert read_apart("workbook", BOOK) == read_sheets(BOOK)


def test_only_plain_data_is_made_of_an_answer() -> None:
    with pytest.raises(pickle.UnpicklingError, match="no plain data"):
        apart._Plain(io.BytesIO(pickle.dumps(Path("x")))).load()


def test_a_file_is_read_once_however_often_it_is_understood(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    read: list[int] = []

    def counted(content: bytes) -> object:
        read.append(len(content))
        return read_sheets(content)[0]

    monkeypatch.setattr(table_files, "read_xlsx", counted)
    file = TableFile("a.xlsx", BOOK)
    for name in file.fitting:
        with suppress(InputError):
            file.understood(name, date(2017, 1, 1))
    assert len(read) == 1

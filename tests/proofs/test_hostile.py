"""The proof of hostile files finds what it is made to find, and what it makes is hostile."""

import io
import json
import zipfile
from random import Random

import pytest

from hubra_desktop.exchange.xlsx_file import write_xlsx
from hubra_desktop.model import errors
from hubra_desktop.model.errors import InputError
from tests.proofs import hostile, mutate
from tests.proofs.frame import SEED


def read_by(reader: object, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Let one reader read a hostile file; return what the proof finds wrong."""
    seed = hostile.Seed("a.csv", b"a;b\n1;2\n", mutate.lines, reader)  # type: ignore[arg-type]
    monkeypatch.setattr(hostile, "_seeds", lambda: (seed,))
    return hostile.run(3, Random(SEED)).faults


def crash(*_: object) -> None:
    raise KeyError("b")


def hang(*_: object) -> None:
    while True:
        try:
            sum(range(1000))
        except Exception:  # as a reader that believes it has caught everything
            continue


def colour(*_: object) -> None:
    raise InputError("Rubriken \x1b[31m finns inte.")


def say_nothing(*_: object) -> None:
    raise InputError(" ")


def test_a_reader_that_crashes_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    assert read_by(crash, monkeypatch)[0] == "try 0: a.csv: KeyError: 'b'"


@pytest.mark.skipif(bool(hostile.why_not()), reason=f"NOT PROVEN HERE: {hostile.why_not()}")
def test_a_reader_that_hangs_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hostile, "MOST_SECONDS", 0.05)
    assert "not read in 0.05 s" in read_by(hang, monkeypatch)[0]


def test_a_refusal_that_a_terminal_would_obey_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    assert read_by(colour, monkeypatch) == []
    monkeypatch.setattr(errors, "printable", str)
    assert "a sentence with ['\\x1b']" in read_by(colour, monkeypatch)[0]


def test_a_refusal_that_says_nothing_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "no sentence" in read_by(say_nothing, monkeypatch)[0]


def test_what_is_made_hostile_is_often_still_a_file_of_its_kind() -> None:
    book = write_xlsx("T", ["a"], [["b"]])
    random = Random(SEED)
    zips = sum(zipfile.is_zipfile(io.BytesIO(mutate.zipped(book, random))) for _ in range(40))
    assert zips > 20
    trees = {mutate.tree(b'{"a": [1, {"b": "c"}], "d": "e"}', random) for _ in range(40)}
    assert len(trees) > 20
    assert sum(map(is_json, trees)) > 10


def is_json(content: bytes) -> bool:
    try:
        json.loads(content)
    except ValueError:
        return False
    return True

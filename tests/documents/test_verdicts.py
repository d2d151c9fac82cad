"""The printed verdicts are those of the checks, and a fault in any of them fails the run."""

from pathlib import Path

import pytest

from hubra_desktop.documents.kit.render import to_pdf
from tests.documents import verdicts
from tests.documents.defects import KINDS, spoiled
from tests.documents.reports import COMPLETE, report
from tests.documents.verdicts import main

PLAIN = to_pdf(report(*COMPLETE))
CARRIER = to_pdf(report(*COMPLETE, data=b"{}"))


def lines(capsys: pytest.CaptureFixture[str], *files: Path) -> tuple[int, list[str]]:
    status = main([str(file) for file in files])
    return status, capsys.readouterr().out.splitlines()


def test_every_checker_is_named_with_its_verdict(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    plain, carrier = tmp_path / "plain.pdf", tmp_path / "carrier.pdf"
    plain.write_bytes(PLAIN)
    carrier.write_bytes(CARRIER)
    status, told = lines(capsys, plain, carrier)
    assert status == 0
    assert told[-1] == "2 papers checked, 0 faults"
    verdicts = [line for line in told if line.startswith("OK ")]
    assert len(verdicts) == 12
    assert sum("PDF/A-2a" in line for line in verdicts) == 1
    assert sum("PDF/A-3a" in line for line in verdicts) == 1
    for checker in ("PDF/UA-1", "invariants", "qpdf version", "pdfinfo version"):
        assert sum(checker in line for line in verdicts) == 2


@pytest.mark.parametrize("told", ["", "Ett annat stycke"])
def test_two_readings_that_differ_are_a_fault(told: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verdicts, "structure_of", lambda _data: f'  P (block)\n    "{told}"\n')
    assert len(verdicts._reading_order(PLAIN)) == 1


@pytest.mark.parametrize("kind", KINDS)
def test_a_spoiled_file_fails(
    kind: str, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    file = tmp_path / "spoiled.pdf"
    file.write_bytes(spoiled(PLAIN, KINDS[kind]))
    status, told = lines(capsys, file)
    assert status == 1
    assert any(line.startswith("FAULT") for line in told)


def test_a_cut_file_fails_and_is_told_of_in_full(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    file = tmp_path / "cut.pdf"
    file.write_bytes(PLAIN[: len(PLAIN) // 2])
    status, told = lines(capsys, file)
    assert status == 1
    assert sum(line.startswith("FAULT") for line in told) >= 4


def test_no_file_is_no_check() -> None:
    assert main([]) == 2

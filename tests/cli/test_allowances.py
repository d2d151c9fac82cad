"""A year's allowances in the terminal: lists, what is left, and as JSON."""

import json
from pathlib import Path

import pytest

from tests.cli.hands import refused, run
from tests.work.allowance_office import paid_office


@pytest.fixture
def paid(tmp_path: Path) -> Path:
    path = tmp_path / "paid.hubra"
    paid_office(path).workspace.close()
    return path


def test_allowances_are_shown_and_printed(
    capsys: pytest.CaptureFixture[str], paid: Path, tmp_path: Path
) -> None:
    told = run(capsys, "show", "arvoden", "2019", "--register", paid)[1].replace("\u00a0", " ")
    assert "Arvodena ser ut att rymmas: 41 200 kr blir kvar av 60 000 kr." in told
    assert "9 400 kr" in told
    assert "maj 2019 (2019-05-10 – 2019-05-31), stängd 2019-06-03" in told
    shown = json.loads(run(capsys, "show", "allowances", "2019", "--json", "--register", paid)[1])
    assert shown["lists"][0]["total_ore"] == 940_000
    assert shown["lists"][0]["rows"][0] == {
        "name": "Bo Sund", "role": "member", "kind": "first_hours", "units": 1,
        "rate_ore": 50_000, "amount_ore": 50_000, "day": "2019-05-15", "reason": None,
    }  # fmt: skip
    out = tmp_path / "arvoden.pdf"
    run(capsys, "print", "arvoden", "2019", "-o", out, "--register", paid)
    assert out.read_bytes().startswith(b"%PDF")


def test_a_year_without_a_list_is_told_of(capsys: pytest.CaptureFixture[str], paid: Path) -> None:
    told = refused(capsys, "show", "allowances", "2018", "--register", paid)
    assert "Det finns ingen arvodeslista för 2018." in told

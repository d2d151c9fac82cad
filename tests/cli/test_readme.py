"""What the README shows of the command line can be typed as it stands there, line after line."""

import re
from collections.abc import Iterable
from pathlib import Path

import pytest

from hubra_desktop.cli.words import PACKET
from hubra_desktop.cli.words import SHOWN as SHOWING
from hubra_desktop.work.papers import PAPERS
from tests.architecture.source import ROOT
from tests.cli.hands import Caught, run

SHOWN = re.search(r"```console\n(.+?)```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL)
LINES = re.findall(r"^\$ hubra (.+)$", SHOWN[1], re.MULTILINE) if SHOWN else []


def typed(line: str) -> list[str]:
    """Part a line into words, as a shell does."""
    return [quoted or plain for quoted, plain in re.findall(r'"([^"]+)"|(\S+)', line)]


def test_every_line_does_what_it_says(
    capsys: Caught, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert {typed(line)[0] for line in LINES} >= {"demo", "show", "print", "import", "export"}
    for line in LINES:
        status, _, said = run(capsys, *typed(line))
        assert (line, status, said) == (line, 0, "")


@pytest.mark.parametrize("known", [[*PAPERS, PACKET], SHOWING], ids=["print", "show"])
def test_every_word_of_what_it_prints_and_shows_is_named(known: Iterable[str]) -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    assert [word for word in known if f"`{word}`" not in text] == []

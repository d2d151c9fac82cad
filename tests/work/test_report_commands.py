"""The commands of the written papers and of numbers: done, undone and done again, or refused."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from hubra_desktop.work import commands as c
from hubra_desktop.work.commands.base import Command
from tests.work.office import Office
from tests.work.rooms import COUNCIL, of_modules
from tests.work.there_and_back import refused, there_and_back
from tests.work.written_office import LETTERS, written_office

Making = Callable[[Office], Command]
DONE: dict[str, Making] = {
    "AcceptFact": lambda _: c.AcceptFact("told", LETTERS),
    "AddMatterAlias": lambda o: c.AddMatterAlias(
        {"matter_id": o.matter, "case_number": "KS-2019/77", "reason": "Planens nummer"}
    ),
    "AddReportSection": lambda _: c.AddReportSection("annual", {"heading": "Nytt"}, index=1),
    "AddReportSignature": lambda _: c.AddReportSignature("annual", {"name": "Erik Öman"}),
    "AnswerGap": lambda _: c.AnswerGap("annual", "no-letters", "Två skrevs.", printed=True),
    "AttachReport": lambda _: c.AttachReport("plan", "cover"),
    "ChangeMatterAlias": lambda _: c.ChangeMatterAlias("alias", {"reason": "Nytt diarium"}),
    "ChangeReport": lambda _: c.ChangeReport("annual", {"title": "Året som gick"}),
    "ChangeReportSection": lambda _: c.ChangeReportSection("free", {"text": "Ett ord."}),
    "ChangeReportSignature": lambda _: c.ChangeReportSignature("sign", {"role": "Ledamot"}),
    "MoveReportSection": lambda _: c.MoveReportSection("free", 0),
    "NewReport": lambda _: c.NewReport(2020, attach="plan"),
    "RefreshSection": lambda _: c.RefreshSection("annual", "intro"),
    "RemoveMatterAlias": lambda _: c.RemoveMatterAlias("alias"),
    "RemoveReport": lambda _: c.RemoveReport("cover"),
    "RemoveReportSection": lambda _: c.RemoveReportSection("told"),
    "RemoveReportSignature": lambda _: c.RemoveReportSignature("sign"),
    "TieFact": lambda _: c.TieFact("free", 0, 3, LETTERS),
}
GONE = "Uppgiften finns inte längre"
REFUSED: dict[str, tuple[Making, str]] = {
    "a fact of no section": (lambda _: c.AcceptFact("x"), GONE),
    "an answer in no paper": (lambda _: c.AnswerGap("x", "k", "Ja."), GONE),
    "a bilaga to nothing": (lambda _: c.AttachReport("plan", "x"), GONE),
    "a bilaga to its own bilaga": (lambda _: c.AttachReport("cover", "annual"), "till sig själv"),
    "a bilaga to its own bilaga by its head": (
        lambda _: c.ChangeReport("cover", {"attached_to_id": "annual"}),
        "till sig själv",
    ),
    "a bilaga to itself by its head": (
        lambda _: c.ChangeReport("plan", {"attached_to_id": "plan"}),
        "till sig själv",
    ),
    "a number of no matter": (
        lambda _: c.AddMatterAlias({"matter_id": "x", "case_number": "KS-2019/77"}),
        "hänvisar till något som inte finns",
    ),
    "a new paper that takes what is gone": (lambda _: c.NewReport(2020, attach="x"), GONE),
    "a section that no year proposes": (lambda _: c.RefreshSection("annual", "x"), "föreslå"),
    "a section in no paper": (lambda _: c.AddReportSection("x", {"heading": "A"}), GONE),
    "a move of no section": (lambda _: c.MoveReportSection("x", 0), GONE),
    "a signature on no paper": (lambda _: c.AddReportSignature("x", {"name": "A"}), GONE),
    "words tied to no fact": (lambda _: c.TieFact("free", 0, 3, "x"), "Uppgiften finns inte i"),
    "words that are tied": (lambda _: c.TieFact("told", 9, 14, LETTERS), "inte redan är knutna"),
    "no words": (lambda _: c.TieFact("free", 3, 4, LETTERS), "Välj några ord"),
    "removing no paper": (lambda _: c.RemoveReport("x"), GONE),
}


@pytest.fixture
def written(tmp_path: Path) -> Iterator[Office]:
    """An office with a covering letter, its bilaga, a plan and a second number of a matter."""
    office = written_office(tmp_path / "råd.hubra")
    yield office
    office.workspace.close()


def test_every_command_of_the_papers_stands_here() -> None:
    assert set(DONE) - of_modules(COUNCIL) == of_modules(("aliases", "reports"))


@pytest.mark.parametrize("name", DONE)
def test_a_command_is_done_undone_and_done_again(written: Office, name: str) -> None:
    command = DONE[name](written)
    assert type(command).__name__ == name
    there_and_back(written, command)


@pytest.mark.parametrize("name", REFUSED)
def test_a_refused_command_changes_nothing(written: Office, name: str) -> None:
    make, sentence = REFUSED[name]
    refused(written, make(written), sentence)

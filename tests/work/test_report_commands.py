"""The commands of the written papers and of numbers: done, undone and done again, or refused."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from hubra_desktop.model.records.council import Body, MatterAlias
from hubra_desktop.model.records.reports import Report, ReportSection, ReportSignature
from hubra_desktop.model.reports.text_pictures import picture_mark
from hubra_desktop.store.reading import records
from hubra_desktop.work.commands.base import Command
from hubra_desktop.work.commands.report_texts import (
    IllustrateSection,
    LearnWord,
    RewriteSections,
)
from hubra_desktop.work.commands.reports import (
    AcceptFact,
    AnswerGap,
    AttachReport,
    NewReport,
    RefreshSection,
    TakeOverSection,
    TieFact,
)
from hubra_desktop.work.edits import Add, Change, Remove, Reorder
from hubra_desktop.work.queries.spelling_words import spelling_words
from tests.documents.samples import picture
from tests.work.office import Office
from tests.work.rooms import name_of, of_modules
from tests.work.there_and_back import refused, there_and_back
from tests.work.written_office import LETTERS, written_office

PICTURE = picture()
Making = Callable[[Office], Command]
DONE: dict[str, Making] = {
    "AcceptFact": lambda _: AcceptFact("told", LETTERS),
    "AddMatterAlias": lambda o: Add(
        MatterAlias,
        {"matter_id": o.matter, "case_number": "KS-2019/77", "reason": "Planens nummer"},
    ),
    "AddReportSection": lambda _: Add(ReportSection, {"heading": "Nytt"}, "annual", 1),
    "AddReportSignature": lambda _: Add(ReportSignature, {"name": "Erik Öman"}, "annual"),
    "AnswerGap": lambda _: AnswerGap("annual", "no-letters", "Två skrevs.", printed=True),
    "AttachReport": lambda _: AttachReport("plan", "cover"),
    "ChangeMatterAlias": lambda _: Change(MatterAlias, "alias", {"reason": "Nytt diarium"}),
    "ChangeReport": lambda _: Change(Report, "annual", {"title": "Året som gick"}),
    "ChangeReportSection": lambda _: Change(ReportSection, "free", {"text": "Ett ord."}),
    "ChangeReportSignature": lambda _: Change(ReportSignature, "sign", {"role": "Ledamot"}),
    "ReorderReportSection": lambda _: Reorder(ReportSection, "free", 0),
    "IllustrateSection": lambda _: IllustrateSection("free", "![A](bild:0a1b2c3d)", PICTURE),
    "LearnWord": lambda _: LearnWord(" Trygghetsbrev "),
    "NewReport": lambda _: NewReport(2020, attach="plan"),
    "RefreshSection": lambda _: RefreshSection("annual", "intro"),
    "RemoveMatterAlias": lambda _: Remove(MatterAlias, "alias"),
    "RemoveReport": lambda _: Remove(Report, "cover"),
    "RemoveReportSection": lambda _: Remove(ReportSection, "told"),
    "RemoveReportSignature": lambda _: Remove(ReportSignature, "sign"),
    "RewriteSections": lambda _: RewriteSections({"free": "Ett", "old": "Två"}),
    "TakeOverSection": lambda _: TakeOverSection("told"),
    "TieFact": lambda _: TieFact("free", 0, 3, LETTERS),
}
GONE = "Uppgiften finns inte längre"
REFUSED: dict[str, tuple[Making, str]] = {
    "a fact of no section": (lambda _: AcceptFact("x"), GONE),
    "an answer in no paper": (lambda _: AnswerGap("x", "k", "Ja."), GONE),
    "a bilaga to nothing": (lambda _: AttachReport("plan", "x"), GONE),
    "a bilaga to its own bilaga": (lambda _: AttachReport("cover", "annual"), "till sig själv"),
    "a bilaga to its own bilaga by its head": (
        lambda _: Change(Report, "cover", {"attached_to_id": "annual"}),
        "till sig själv",
    ),
    "a bilaga to itself by its head": (
        lambda _: Change(Report, "plan", {"attached_to_id": "plan"}),
        "till sig själv",
    ),
    "a number of no matter": (
        lambda _: Add(MatterAlias, {"matter_id": "x", "case_number": "KS-2019/77"}),
        "hänvisar till något som inte finns",
    ),
    "a new paper that takes what is gone": (lambda _: NewReport(2020, attach="x"), GONE),
    "a section that no year proposes": (lambda _: RefreshSection("annual", "x"), "föreslå"),
    "a section in no paper": (lambda _: Add(ReportSection, {"heading": "A"}, "x"), GONE),
    "a move of no section": (lambda _: Reorder(ReportSection, "x", 0), GONE),
    "a signature on no paper": (lambda _: Add(ReportSignature, {"name": "A"}, "x"), GONE),
    "words tied to no fact": (lambda _: TieFact("free", 0, 3, "x"), "Uppgiften finns inte i"),
    "words that are tied": (lambda _: TieFact("told", 9, 14, LETTERS), "inte redan är knutna"),
    "no words": (lambda _: TieFact("free", 3, 4, LETTERS), "Välj några ord"),
    "no picture": (lambda _: IllustrateSection("free", "A", b"GIF89a"), "går inte att läsa"),
    "a picture in no section": (lambda _: IllustrateSection("x", "A", PICTURE), GONE),
    "a text in no section": (lambda _: RewriteSections({"x": "A"}), GONE),
    "a word of no letters": (lambda _: LearnWord(" "), "Skriv ordet"),
    "an earlier text of no section": (lambda _: TakeOverSection("x"), GONE),
    "an earlier text that is not there": (lambda _: TakeOverSection("free"), "Ingen tidigare"),
    "removing no paper": (lambda _: Remove(Report, "x"), GONE),
}


@pytest.fixture
def written(tmp_path: Path) -> Iterator[Office]:
    """An office with a covering letter, its bilaga, a plan and a second number of a matter."""
    office = written_office(tmp_path / "råd.hubra")
    yield office
    office.workspace.close()


def test_every_command_of_the_papers_stands_here() -> None:
    assert set(DONE) >= of_modules(("reports", "report_texts"))


@pytest.mark.parametrize("name", DONE)
def test_a_command_is_done_undone_and_done_again(written: Office, name: str) -> None:
    command = DONE[name](written)
    assert name_of(command) == name
    there_and_back(written, command)


@pytest.mark.parametrize("name", REFUSED)
def test_a_refused_command_changes_nothing(written: Office, name: str) -> None:
    make, sentence = REFUSED[name]
    refused(written, make(written), sentence)


def test_a_picture_is_kept_with_each_paper_that_names_it(written: Office) -> None:
    text = f"![Bild](bild:{picture_mark(PICTURE)})"
    written.workspace.run(IllustrateSection("free", text, PICTURE))
    written.workspace.run(IllustrateSection("told", text, PICTURE))
    written.workspace.run(RewriteSections({"cover-a": text}))
    with written.workspace.read() as reader:
        papers = {each.id: each.pictures for each in records(reader, Report)}
    kept = {paper: [each.content for each in shown] for paper, shown in papers.items() if shown}
    assert kept == {"annual": [PICTURE], "cover": [PICTURE]}


def test_names_and_added_words_are_known(written: Office) -> None:
    written.workspace.run(LearnWord("Blåljusfest"))
    written.workspace.run(LearnWord("Blåljusfest"))
    with written.workspace.read() as reader:
        known = spelling_words(reader)
        names = [each.name for each in records(reader, Body)]
    assert "blåljusfest" in known
    assert names
    assert all(word in known for word in names[0].split())

"""What is said of a file's texts and addresses before it is taken in."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from hubra_desktop.exchange.json_file import dump, load
from hubra_desktop.model.errors import InputError
from hubra_desktop.model.export_bundle import Bundle
from hubra_desktop.model.money.terms import EntryKind
from hubra_desktop.model.records.council import Body, Person
from hubra_desktop.model.records.meeting import HouseStyle
from hubra_desktop.model.records.reports import Report, ReportPicture
from hubra_desktop.paths import resource
from hubra_desktop.work.commands.imports import ImportBundle
from hubra_desktop.work.imports import FileRead, import_plan, read_file
from hubra_desktop.work.queries.bundles import register_bundle
from hubra_desktop.work.workspace import Workspace
from tests.work.test_imports import meeting


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    opened = Workspace.create(tmp_path / "tomt.hubra", organisation="Rådet")
    yield opened
    opened.close()


def test_what_is_not_seen_and_leads_nowhere_is_told(workspace: Workspace, tmp_path: Path) -> None:
    bundle = Bundle(
        bodies=(Body(id="b", name="Rå\u202edet"),),
        persons=(
            Person(id="p", name="Anna\u200b Ek", email="a@b.se, c@d.se"),
            Person(id="q", name="Bo Al", email="bo@b.se"),
        ),
        meetings=(
            replace(meeting("m"), link="JAVASCRIPT://x"),
            replace(meeting("n"), link="https://meet.example"),
            replace(meeting("o"), link="JAVASCRIPT://x"),
        ),
    )
    path = tmp_path / "råd.json"
    path.write_bytes(dump(bundle))
    read = read_file(path)
    assert read.remarks == (
        "Osynliga tecken togs bort ur ”Rådet”",
        "Osynliga tecken togs bort ur ”Anna Ek”",
        "”a@b.se, c@d.se” är ingen e-postadress, och inget brev skickas dit.",
        "”JAVASCRIPT://x” är ingen länk till webben, och skrivs ut som ord utan länk.",
    )
    with workspace.read() as reader:
        assert import_plan(reader, read.bundle, read.remarks).lines[:4] == read.remarks
    workspace.run(ImportBundle(read.bundle))
    with workspace.read() as reader:
        taken = register_bundle(reader)
    assert [each.name for each in taken.bodies] == ["Rådet"]
    assert [each.name for each in taken.persons] == ["Anna Ek", "Bo Al"]


def png(width: int, height: int) -> bytes:
    out = BytesIO()
    Image.new("1", (width, height)).save(out, "PNG")
    return out.getvalue()


@pytest.mark.parametrize(
    ("made", "why"),
    [
        (lambda: b"\x89PNG\r\n\x1a\n" + b"x" * 100, "Bilden går inte att läsa."),
        (lambda: b"\xff\xd8\xff", "Bilden går inte att läsa."),
        (lambda: png(40, 40)[:45], "Bilden går inte att läsa."),
        (lambda: png(9000, 9000), "Bilden har för många punkter."),
        (lambda: png(20_000, 20_000), "Bilden har för många punkter."),
    ],
    ids=["noise", "head alone", "cut", "large", "bomb"],
)
def test_a_logotype_is_opened_and_not_believed(
    tmp_path: Path, made: Callable[[], bytes], why: str
) -> None:
    path = tmp_path / "stil.json"
    logotype = made()
    path.write_bytes(dump(Bundle(house_style=HouseStyle(organisation="Råd", logotype=logotype))))
    read = read_file(path)
    assert read.remarks[0].startswith(f"Filens logotyp lämnas. {why}")
    assert read.bundle.house_style == HouseStyle(organisation="Råd")


def test_a_good_logotype_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "stil.json"
    bundle = Bundle(house_style=HouseStyle(logotype=png(40, 40)))
    path.write_bytes(dump(bundle))
    assert read_file(path) == FileRead(bundle, paper=False)


@pytest.mark.parametrize("name", ["saknas.json", "."])
def test_a_file_that_cannot_be_read_is_named_with_the_reason(tmp_path: Path, name: str) -> None:
    with pytest.raises(InputError) as refusal:
        read_file(tmp_path / name)
    reason = "det är en mapp" if name == "." else "den finns inte"
    assert f"går inte att läsa ({reason})" in refusal.value.sentence


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("tom.json", b" \n", "Den är tom. Välj en annan fil."),
        ("tom.pdf", b"", "Den är tom. Välj en annan fil."),
        ("k.pdf", b"hej", "Den heter .pdf men är ingen PDF."),
        ("r.hubra", b"SQLite format 3\0\xff", "Den är ett register. Öppna den"),
        ("plan.docx", b"PK\x03\x04\xff", "Den är varken en export eller en kallelse"),
        ("plan.xls", b"\xd0\xcf\x11\xe0", "Spara en tabell som XLSX eller CSV."),
    ],
)
def test_a_file_that_is_no_export_is_told_for_what_it_is(
    tmp_path: Path, name: str, content: bytes, sentence: str
) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(InputError) as refusal:
        read_file(tmp_path / name)
    assert refusal.value.sentence.startswith(f"Filen ”{name}” kan inte läsas in. ")
    assert sentence in refusal.value.sentence


def test_a_picture_of_a_paper_is_opened_and_not_believed(tmp_path: Path) -> None:
    bad = ReportPicture(id="b", mark="0a1b2c3d", content=b"\x89PNG\r\n\x1a\nx")
    good = ReportPicture(id="g", mark="0a1b2c3e", content=png(40, 40))
    path = tmp_path / "a.json"
    report = Report(id="r", year=2017, title="Året", pictures=(bad, good))
    path.write_bytes(dump(Bundle(reports=(report,))))
    read = read_file(path)
    assert read.bundle.reports[0].pictures == (good,)
    assert read.remarks[0].startswith("En bild i ”Året” lämnas. Bilden går inte att läsa.")


def test_the_unusual_is_told_of_its_row_and_asked_about(workspace: Workspace) -> None:
    demo = load(resource("demo", "huddinge.json").read_bytes())
    workspace.run(ImportBundle(demo))
    paid = next(each for each in demo.ledger if each.grant_id == "grant-01")
    again = replace(paid, id="new", number=9, date=date(2017, 3, 1), amount_ore=30_000_000)
    again = replace(again, kind=EntryKind.COST, grant_id=None)
    with workspace.read() as reader:
        plan = import_plan(reader, replace(demo, ledger=(*demo.ledger, again)))
    assert plan.lines[-1] == (
        "Ovanligt, 2017-03-01, kostnad, 300\u00a0000\u00a0kr, Ur Dimman: 300\u00a0000\u00a0kr är "
        "mer än hela ramen för 2017, 264\u00a0000\u00a0kr. Stämmer det?"
    )
    assert plan.question.startswith("1 fråga ovan ska bekräftas.")

"""An empty register from the command line, and files named as what they hold."""

from dataclasses import replace
from pathlib import Path

import pytest

from hubra_desktop.exchange.json_file import dump, load
from hubra_desktop.model.records.meeting import Item
from hubra_desktop.work import queries
from hubra_desktop.work.edits import Change
from hubra_desktop.work.queries.bundles import register_bundle
from hubra_desktop.work.workspace import Workspace
from tests.cli.hands import Caught, refused, run

DAY = "2018-03-07"


def test_an_empty_register_is_made_once(capsys: Caught, tmp_path: Path) -> None:
    path = tmp_path / "råd.hubra"
    name = ("--name", "Ekköpings trygghetsråd")
    done = run(capsys, "new", path, *name, "--kommun", "Ekköping")
    assert done == (0, f"Registret finns nu i {path}\n", "")
    workspace = Workspace.open(path, read_only=True)
    with workspace.read() as reader:
        info = queries.register_info(reader)
        assert (info.name, info.municipality) == ("Ekköpings trygghetsråd", "Ekköping")
        assert queries.house_style(reader).organisation == "Ekköpings trygghetsråd"
    workspace.close()
    before = path.read_bytes()
    assert "Det finns redan en fil ”råd.hubra”" in refused(capsys, "new", path, *name)
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["ny.hubra"], "Det saknas: --name"),
        (["ny.hubra", "--name", " "], "Skriv rådets namn efter --name."),
        (["ny.json", "--name", "Råd"], "slutar på .json, men filen blir Hubra."),
    ],
)
def test_no_register_is_made_of_what_cannot_be_one(
    capsys: Caught, tmp_path: Path, words: list[str], said: str
) -> None:
    assert said in refused(capsys, "new", tmp_path / words[0], *words[1:])
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("words", "right"),
    [
        (["export", "x.ics"], ".json"),
        (["export", "x.csv"], ".json"),
        (["export", "x.json", "--table", "ledger"], ".csv"),
        (["print", "kallelse", DAY, "-o", "x.docx"], ".pdf"),
        (["print", "kallelse", DAY, "--html", "-o", "x.pdf"], ".html"),
    ],
)
def test_nothing_is_written_under_the_name_of_another_format(
    capsys: Caught, demo: Path, words: list[str], right: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(demo.parent)
    said = refused(capsys, *words, "--register", demo)
    assert f"Låt namnet sluta på {right}." in said
    assert [each.name for each in demo.parent.iterdir()] == [demo.name]


def test_a_paper_called_html_is_a_web_page(capsys: Caught, demo: Path) -> None:
    page = demo.parent / "kallelse.html"
    assert run(capsys, "print", "kallelse", DAY, "-o", page, "--register", demo) == (0, "", "")
    assert page.read_bytes().startswith(b"<!DOCTYPE html>")


def test_changes_of_what_is_known_are_listed_and_taken_when_asked_for(
    capsys: Caught, demo: Path
) -> None:
    path = demo.parent / "råd.json"
    assert run(capsys, "export", path, "--register", demo)[0] == 0
    whole = load(path.read_bytes())
    first, *rest = whole.persons
    path.write_bytes(dump(replace(whole, persons=(replace(first, name="Ny Namnsson"), *rest))))
    words = ("import", path, "--register", demo)
    told = f"Ändras: Personen ”{first.name}”\n  namn: ”{first.name}” → ”Ny Namnsson”\n"
    status, out, _ = run(capsys, *words)
    assert status == 0
    assert out.endswith(
        f"{told}Det som ändras ovan har lämnats som det var. Läs in filen med --ändringar för "
        "att ändra det.\nInget har ändrats.\n"
    )
    assert run(capsys, *words, "--preview")[1].endswith(told)
    assert run(capsys, *words, "--ändringar") == (0, out[: out.index("Det som")] + "Inläst.\n", "")
    workspace = Workspace.open(demo, read_only=True)
    with workspace.read() as reader:
        assert register_bundle(reader).persons[0].name == "Ny Namnsson"
    workspace.close()


def test_a_whole_register_goes_into_a_new_one(capsys: Caught, demo: Path) -> None:
    path, new = demo.parent / "råd.json", demo.parent / "nytt.hubra"
    run(capsys, "export", path, "--register", demo)
    run(capsys, "new", new, "--name", "Tillfälligt")
    status, out, _ = run(capsys, "import", path, "--register", new)
    assert status == 0
    assert "  namn: ”Tillfälligt” → ”Huddinges brottsförebyggande råd”\n" in out
    assert out.endswith("Inläst.\n")
    again = demo.parent / "igen.json"
    run(capsys, "export", again, "--register", new)
    assert again.read_bytes() == path.read_bytes()


def test_an_export_of_meetings_says_what_inner_things_it_holds(capsys: Caught, demo: Path) -> None:
    path = demo.parent / "mars.json"
    words = ("export", path, "--meeting", DAY, "--register", demo)
    assert run(capsys, *words) == (0, "", "")
    workspace = Workspace.open(demo)
    closed = {"closed": True, "public_title": "Säkerhet", "note": "Hemligt"}
    workspace.run(Change(Item, "meeting-01-item-02", closed))
    workspace.run(Change(Item, "meeting-01-item-03", {"inner_note": "Ring polisen"}))
    workspace.close()
    said = (
        "Filen bär också det som inte skrivs ut: 1 inre anteckning, 1 rubrik bakom stängda dörrar "
        "och 1 stängd rad med annat som inte skrivs ut.\n"
    )
    assert run(capsys, *words) == (0, "", said)

"""The commands in this process: what they say, where, and with which exit status."""

import json
import os
import stat
from dataclasses import replace
from pathlib import Path

import pytest

from hubra_desktop.__main__ import main
from hubra_desktop.exchange.pdf_file import carried
from hubra_desktop.model.records.meeting import Meeting
from hubra_desktop.paths import resource
from hubra_desktop.work import queries
from hubra_desktop.work.commands.imports import ImportBundle
from hubra_desktop.work.commands.meetings import CopyMeeting
from hubra_desktop.work.edits import Change
from hubra_desktop.work.queries.bundles import register_bundle
from hubra_desktop.work.workspace import Workspace
from tests.cli.hands import Caught, refused, run

DEMO = resource("demo", "huddinge.json")
DAY = "2018-03-07"
COMMANDS = ("demo", "new", "show", "print", "import", "export", "check", "purge")


def test_the_demo_register_is_made_once(capsys: Caught, tmp_path: Path) -> None:
    path = tmp_path / "ny mapp" / "övning.hubra"
    assert run(capsys, "demo", path) == (0, f"Övningsregistret finns nu i {path}\n", "")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    before = path.read_bytes()
    assert "Det finns redan en fil ”övning.hubra”" in refused(capsys, "demo", path)
    assert path.read_bytes() == before
    assert "Det finns redan en fil" in refused(capsys, "demo", "")
    assert "Det finns redan en fil" in refused(capsys, "demo", "/")


def test_a_meeting_is_shown_as_text(capsys: Caught, demo: Path) -> None:
    status, out, err = run(capsys, "show", "meeting", DAY, "--register", demo)
    assert (status, err) == (0, "")
    assert out.splitlines()[:5] == [
        "Huddinges brottsförebyggande råd",
        "Onsdag den 7 mars 2018, 15:30–17:10, A-salen",
        "100 min, varav information 65 av 90",
        "",
        "15:30–15:35      1  Godkännande av föredragningslistan",
    ]
    assert "* Koalitionen har förmöte i A-salen kl. 15:00" in out
    assert "Tips: Övriga frågor har ingen tid." in out


def test_a_meeting_is_shown_as_json(capsys: Caught, demo: Path) -> None:
    status, out, _ = run(capsys, "--register", demo, "show", "meeting", "7 mars 2018", "--json")
    shown = json.loads(out)
    assert status == 0
    assert list(shown) == [
        "id", "body", "date", "start", "end", "planned_end", "place", "state", "minutes",
        "net_minutes", "information_minutes", "items", "footnotes", "findings",
    ]  # fmt: skip
    assert shown["end"] == "17:10"
    assert shown["items"][1] == {
        "id": "meeting-01-item-02",
        "number": "2",
        "kind": "information",
        "title": "Information: Utredning om HuBrå",
        "start": "15:35",
        "end": "16:00",
        "minutes": 25,
        "case_number": None,
        "presenters": [{"name": "Björn Rosborg", "title": "utredare", "unit": ""}],
        "note": None,
    }
    assert shown["items"][3]["number"] is None
    assert [each["level"] for each in shown["findings"]] == ["tip", "tip"]
    assert shown["footnotes"] == [
        {"mark": "*", "text": "Koalitionen har förmöte i A-salen kl. 15:00"}
    ]


def test_the_kallelse_is_printed_to_a_file_or_out(
    capsysbinary: pytest.CaptureFixture[bytes], demo: Path, tmp_path: Path
) -> None:
    pdf = tmp_path / "kallelse.pdf"
    assert main(["print", "kallelse", DAY, "--register", str(demo), "-o", str(pdf)]) == 0
    assert capsysbinary.readouterr() == (b"", b"")
    assert main(["print", "kallelse", DAY, "--register", str(demo), "-o", "-"]) == 0
    assert capsysbinary.readouterr() == (pdf.read_bytes(), b"")
    assert pdf.read_bytes().startswith(b"%PDF-")


def test_a_kallelse_goes_out_and_in(capsys: Caught, demo: Path, tmp_path: Path) -> None:
    pdf, before, after = tmp_path / "k.pdf", tmp_path / "före.json", tmp_path / "efter.json"
    run(capsys, "export", before, "--meeting", DAY, "--register", demo)
    asked = ("print", "kallelse", DAY, "--register", demo, "-o", pdf, "--data")
    assert run(capsys, *asked) == (0, "", "")
    whole = json.loads(before.read_text())
    for meeting in whole["meetings"]:
        del meeting["papers"]  # a kallelse prints none
    assert json.loads(carried(pdf.read_bytes())) == whole
    new = tmp_path / "nytt.hubra"
    Workspace.create(new, organisation="Rådet").close()
    empty = new.read_bytes()
    hidden = pdf.rename(tmp_path / "utan ändelse")
    status, plan, _ = run(capsys, "import", hidden, "--register", new, "--preview")
    assert (status, new.read_bytes()) == (0, empty)
    assert "8 rader (nytt)" in plan
    assert run(capsys, "import", hidden, "--register", new) == (0, f"{plan}Inläst.\n", "")
    run(capsys, "export", after, "--meeting", DAY, "--register", new)
    assert json.loads(after.read_text()) == whole
    again = run(capsys, "import", hidden, "--register", demo)[1]
    assert again.endswith("Allt fanns redan; inget har ändrats.\n")


def test_a_kallelse_is_printed_in_the_form_asked_for(
    capsys: Caught, demo: Path, tmp_path: Path
) -> None:
    def printed(name: str, *words: str) -> bytes:
        where = ("--register", demo, "-o", tmp_path / name)
        assert run(capsys, "print", "kallelse", DAY, *where, *words) == (0, "", "")
        return (tmp_path / name).read_bytes()

    plain = printed("a.pdf")
    assert plain == printed("b.pdf", "--utan-data") == printed("d.pdf", "--no-data")
    assert "bär inga uppgifter" in refused(capsys, "import", tmp_path / "a.pdf")
    large = printed("16.pdf", "--text-size", "16", "--data")
    larger = printed("20.pdf", "--storlek", "20", "--med-data")
    assert len({plain, large, larger, printed("c.pdf", "--data")}) == 4
    assert carried(large) == carried(larger)
    page = printed("a.html", "--html").decode()
    assert page.startswith("<!DOCTYPE html>")
    assert "Våldsbejakande extremism" in page.replace("\u00ad", "")
    assert "font-size:20pt" in printed("20.html", "--html", "--storlek", "20", "--no-data").decode()


def test_the_same_kallelse_has_the_same_bytes(capsys: Caught, demo: Path, tmp_path: Path) -> None:
    for name in ("a.pdf", "b.pdf"):
        run(capsys, "print", "kallelse", DAY, "--register", demo, "-o", tmp_path / name)
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


def test_a_register_goes_out_and_in(capsys: Caught, demo: Path, tmp_path: Path) -> None:
    whole, part = tmp_path / "allt.json", tmp_path / "ett.json"
    assert run(capsys, "export", whole, "--register", demo) == (0, "", "")
    assert whole.read_bytes() == DEMO.read_bytes()
    assert run(capsys, "export", part, "--meeting", DAY, "--register", demo) == (0, "", "")
    assert [each["id"] for each in json.loads(part.read_text())["meetings"]] == ["meeting-01"]
    assert json.loads(part.read_text())["register"] is None
    status, out, _ = run(capsys, "export", "-", "--register", demo)
    assert (status, out) == (0, DEMO.read_text())

    new = tmp_path / "nytt.hubra"
    Workspace.create(new, organisation="Rådet").close()
    before = new.read_bytes()
    status, plan, _ = run(capsys, "import", part, "--register", new, "--preview")
    assert (status, new.read_bytes()) == (0, before)
    assert "8 rader (nytt)" in plan
    assert run(capsys, "import", part, "--register", new) == (0, f"{plan}Inläst.\n", "")
    status, again, _ = run(capsys, "import", part, "--register", new)
    assert again.endswith("Allt fanns redan; inget har ändrats.\n")
    empty = tmp_path / "tom.json"
    empty.write_text('{"format": "hubra", "version": 1}')
    assert run(capsys, "import", empty, "--register", new, "--preview") == (
        0,
        "Filen är tom: den innehåller inget att läsa in.\n",
        "",
    )


def test_the_register_may_be_named_before_or_after_or_around(
    capsys: Caught, demo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for words in (("--register", demo, "check"), ("check", "--register", demo)):
        assert run(capsys, *words)[0] == 1
    assert "hubra" in refused(capsys, "check")
    monkeypatch.setenv("HUBRA_REGISTER", str(demo))
    assert run(capsys, "check")[0] == 1
    other = tmp_path / "annat.hubra"
    assert "annat.hubra" in refused(capsys, "check", "--register", other)
    monkeypatch.setenv("HUBRA_REGISTER", "~ingensomheterså/x.hubra")
    assert "x.hubra" in refused(capsys, "check")


def test_others_may_read_while_the_window_has_the_register(
    capsys: Caught, demo: Path, opened: Workspace, tmp_path: Path
) -> None:
    opened.run(Change(Meeting, "meeting-01", {"place": "B-salen"}))
    status, out, _ = run(capsys, "show", "meeting", DAY, "--register", demo)
    assert (status, "B-salen" in out) == (0, True)
    assert run(capsys, "export", tmp_path / "x.json", "--register", demo)[0] == 0
    pdf = tmp_path / "x.pdf"
    assert run(capsys, "print", "kallelse", DAY, "-o", pdf, "--register", demo)[0] == 0
    before = demo.read_bytes()
    said = refused(capsys, "import", DEMO, "--register", demo)
    assert "är öppet av" in said
    assert "sedan" in said
    assert demo.read_bytes() == before
    assert run(capsys, "import", DEMO, "--register", demo, "--preview")[0] == 0


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["show", "meeting", "hej"], "Jag förstår inte datumet ”hej”."),
        (["show", "meeting", "2018-02-30"], "Den 30 februari 2018 finns inte."),
        (
            ["show", "meeting", "2019-03-07"],
            "Det finns inget sammanträde torsdag den 7 mars 2019 i registret.",
        ),
        (["print", "kallelse", "2019-03-07", "-o", "x.pdf"], "Det finns inget sammanträde"),
        (["export", "x.json", "--meeting", "2019-03-07"], "Det finns inget sammanträde"),
        (["export", "saknas/x.json"], "kunde inte skrivas i mappen"),
        (["export", ""], "Filen har inget namn."),
        (["print", "kallelse", DAY, "-o", ""], "Filen har inget namn."),
        (
            ["print", "arshjul", "2018", "-o", "x.pdf", "--data"],
            "--med-data gäller kallelsen som PDF-fil",
        ),
        (["export", "/"], "”/” är en mapp. Skriv vad"),
        (["print", "kallelse", DAY, "-o", "."], "”.” är en mapp. Skriv vad"),
        (["import", "saknas.json"], "Filen ”saknas.json” går inte att läsa (den finns inte)."),
        (["import", "."], "(det är en mapp)"),
        (["import", "demo.hubra"], "Den är ett register."),
        (
            ["print", "kallelse", DAY, "-o", "x", "--storlek", "18"],
            "”18” finns inte. Välj: 16, 20.",
        ),
        (["print", "kallelse", DAY, "-o", "x", "--text-size"], "ska det stå ett värde."),
        (["print", "kallelse", DAY, "-o", "x", "--html=a"], "Efter --html ska det inte stå"),
        (["show"], "Det saknas: VAD."),
        (["show", "meeting"], "Det saknas: VILKET."),
        (["print", "kallelse", DAY], "Det saknas: -o/--output."),
        (["print", "packe", DAY], "Det saknas: -o/--output eller --mapp."),
        (["print", "packe", DAY, "-o", ""], "Filen har inget namn."),
        (["print", "kallelse", DAY, "-o", "x", "--mapp", "m"], "gäller paketet"),
        (
            ["show", "personal", DAY],
            "”personal” finns inte. Välj: meeting, budget, forecast, reconciliation, grants, plan,",
        ),
        (["show", "budget", "i fjol"], "Jag förstår inte året ”i fjol”."),
        (["show", "budget", "2015"], "Det finns ingen budget för 2015."),
        (["show", "grants", "2015"], "Det finns inga bidrag för 2015."),
        (["show", "plan", "2018"], "Det finns ingen verksamhetsplan för 2018."),
        (["print", "budget", "2015", "-o", "x"], "ingen budget för 2015"),
        (["print", "bidrag", "alla", "-o", "x"], "Jag förstår inte året ”alla”."),
        (["print", "verksamhetsplan", "2019", "-o", "x"], "Registret har inget om 2019"),
        (["print", "aterkrav", "grant-01", "-o", "x"], "Det finns inget beslut om återkrav."),
        (["print", "beslutsbrev", "grant-99", "-o", "x"], "Bidraget finns inte längre."),
        (["import", "rader.csv"], "Filen ”rader.csv” går inte att läsa (den finns inte)."),
        (["import", "saknas.csv", "--as", "huvudbok"], "Filen ”saknas.csv” går inte att läsa"),
        (["import", "demo.hubra", "--as", "ledger"], "Filen är ingen tabell i text."),
        (
            ["import", "x.csv", "--as", "kassa"],
            "people, associations, matters, followups, reported, attendance, rates",
        ),
        (["export", "x.csv", "--table", "ledger", "--meeting", DAY], "går inte att förena"),
        (["export", "x.csv", "--year", "2017"], "Skriv vilken tabell som året gäller"),
        (["export", "x.csv", "--tabell", "bidrag", "--år", "i fjol"], "Jag förstår inte året"),
        (["check", "--allt"], "Jag känner inte igen ”--allt”."),
        (["check", "mer"], "Jag känner inte igen ”mer”."),
        (["export", "x", "--meeting"], "Efter --meeting ska det stå ett värde."),
        (["show", "meeting", DAY, "--json=1"], "Efter --json ska det inte stå något värde."),
        (
            ["fika"],
            "”fika” finns inte. Välj: demo, new, show, print, import, export, purge, evidence,",
        ),
        (["--registe", "x", "check"], "”x” finns inte."),
    ],
)
def test_what_the_user_can_mend_is_said_in_swedish(
    capsys: Caught, demo: Path, monkeypatch: pytest.MonkeyPatch, words: list[str], sentence: str
) -> None:
    monkeypatch.chdir(demo.parent)
    monkeypatch.setenv("HUBRA_REGISTER", str(demo))
    said = refused(capsys, *words)
    assert sentence in said
    for english in ("error", "usage", "argument", "invalid", "expected", "directory", "No such"):
        assert english not in said
    assert [path.name for path in demo.parent.iterdir()] == [demo.name]


def test_several_meetings_on_a_day_are_told_apart(
    capsys: Caught, demo: Path, opened: Workspace
) -> None:
    with opened.read() as reader:
        day = queries.meeting_sheet(reader, "meeting-01").date
    copy = opened.run(CopyMeeting("meeting-01", day)).created
    opened.run(Change(Meeting, str(copy), {"start": 600}))
    said = refused(capsys, "show", "meeting", DAY, "--register", demo)
    assert f"  {copy}  10.00 Huddinges brottsförebyggande råd\n" in said
    status, out, _ = run(capsys, "show", "meeting", copy, "--register", demo)
    assert (status, "10:00" in out) == (0, True)


def test_what_is_not_a_register_is_left_alone(capsys: Caught, tmp_path: Path) -> None:
    path = tmp_path / "brev.hubra"
    path.write_text("hej")
    for words in (["show", "meeting", DAY], ["check"], ["import", DEMO], ["export", "-"]):
        assert "är inte ett register" in refused(capsys, *words, "--register", path)
    assert path.read_text() == "hej"
    assert [each.name for each in tmp_path.iterdir()] == ["brev.hubra"]


@pytest.mark.parametrize("words", [[], *([command] for command in COMMANDS)])
def test_all_help_is_swedish(
    capsys: Caught, monkeypatch: pytest.MonkeyPatch, words: list[str]
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    status, out, err = run(capsys, *words, "--help")
    assert (status, err) == (0, "")
    assert out.startswith("Skriv: hubra")
    for english in ("usage:", "positional", "options:", "show this", "optional", "choose from"):
        assert english not in out
    assert all(len(line) <= 80 for line in out.splitlines())
    assert run(capsys, *words, "--hjälp")[1] == out


def test_the_version_is_told(capsys: Caught) -> None:
    status, out, _ = run(capsys, "--version")
    assert (status, out.startswith("hubra ")) == (0, True)


def test_a_title_from_a_file_cannot_be_shown_before_it_is_checked(
    capsys: Caught, demo: Path, tmp_path: Path
) -> None:
    path = tmp_path / "ond.json"
    path.write_text(DEMO.read_text().replace('"body": "Huddinges', '"body": "\\u001b[2JHuddinges'))
    said = refused(capsys, "import", path, "--preview", "--register", demo)
    assert "meetings[0].body" in said
    assert "\x1b" not in said


def test_the_umask_decides_who_may_read_what_is_exported(
    capsys: Caught, demo: Path, tmp_path: Path
) -> None:
    before = os.umask(0o077)
    try:
        run(capsys, "export", tmp_path / "x.json", "--register", demo)
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "x.json").stat().st_mode) == 0o600


def test_demo_is_whole_when_asked_for_through_the_workspace(demo: Path, opened: Workspace) -> None:
    with opened.read() as reader:
        bundle = register_bundle(reader)
    assert opened.run(ImportBundle(replace(bundle))).rows == ()

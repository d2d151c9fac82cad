"""The papers of a meeting on the command line: issued, printed as they went out, on trial."""

from datetime import date
from pathlib import Path

from hubra_desktop.model.records.meeting import Meeting
from hubra_desktop.work import queries
from hubra_desktop.work.calling.calls import issued_calls
from hubra_desktop.work.edits import Change
from hubra_desktop.work.workspace import Workspace
from tests.cli.hands import Caught, refused, run
from tests.documents.reading import spoken

DAY = "2018-03-07"


def test_a_kallelse_is_issued_and_given_as_it_went_out(
    capsys: Caught, demo: Path, tmp_path: Path
) -> None:
    first, again, draft = (tmp_path / f"{name}.pdf" for name in ("ett", "igen", "utkast"))
    where = ("--register", demo)
    status, _, err = run(capsys, "print", "kallelse", DAY, "-o", first, "--utfärda", *where)
    assert (status, "Utfärdad: Kallelse 2018-03-07." in err) == (0, True)
    workspace = Workspace.open(demo)
    with workspace.read() as reader:
        (meeting,) = queries.meetings_on(reader, date(2018, 3, 7))
    workspace.run(Change(Meeting, meeting.id, {"place": "B-salen"}))
    workspace.close()
    status, _, err = run(capsys, "print", "kallelse", DAY, "-o", again, *where)
    assert status == 0
    assert "Platsen ändras från A-salen till B-salen." in err
    assert again.read_bytes() == first.read_bytes()
    assert run(capsys, "print", "kallelse", DAY, "-o", draft, "--utkast", *where)[0] == 0
    said = spoken(draft.read_bytes())
    assert "Utkast" in said
    assert "Version 2, ersätter version 1" in said
    assert run(capsys, "print", "kallelse", DAY, "-o", draft, "--utfärda", *where)[0] == 0
    version = ("print", "kallelse", DAY, "--version", "1", *where, "-o")
    assert run(capsys, *version, again)[0] == 0
    assert again.read_bytes() == first.read_bytes()
    assert run(capsys, *version, again, "--stämplad")[0] == 0
    assert "Ersatt" in spoken(again.read_bytes())
    letter = ("print", "andring", DAY, "-o", draft, "--utfärda", "--intern", *where)
    assert run(capsys, *letter)[0] == 0
    workspace = Workspace.open(demo)
    with workspace.read() as reader:
        assert [each.version for each in issued_calls(reader, meeting.id)] == [2, 2, 1]
    workspace.close()


def test_a_notice_is_looked_at_before_there_is_cause(
    capsys: Caught, demo: Path, tmp_path: Path
) -> None:
    path = tmp_path / "prov.pdf"
    where = ("--register", demo)
    assert run(capsys, "print", "installt", DAY, "-o", path, "--pro-forma", *where)[0] == 0
    assert "Pro forma" in spoken(path.read_bytes())
    said = refused(capsys, "print", "installt", DAY, "-o", path, *where)
    assert "Sammanträdet är inte inställt. Ställ in det först." in said


def test_a_print_is_for_one_audience_and_of_a_meeting(capsys: Caught, demo: Path) -> None:
    out = ("-o", "x.pdf", "--register", demo)
    assert "gäller kallelsen" in refused(capsys, "print", "budget", "2017", "--publik", *out)
    both = refused(capsys, "print", "kallelse", DAY, "--publik", "--intern", *out)
    assert "inte båda" in both
    assert "inte utfärdats" in refused(capsys, "print", "kallelse", DAY, "--version", "1", *out)
    assert "--version 1" in refused(capsys, "print", "kallelse", DAY, "--stämplad", *out)

"""What hinders a kallelse is said when it is printed, and it is printed all the same."""

from contextlib import closing
from pathlib import Path

from hubra_desktop.model.records.meeting import Meeting
from hubra_desktop.work.edits import Change
from hubra_desktop.work.workspace import Workspace
from tests.cli.hands import Caught, run

DAY = "2018-03-07"


def test_what_hinders_a_kallelse_is_said_beside_the_paper(
    capsys: Caught, demo: Path, tmp_path: Path
) -> None:
    pdf = tmp_path / "kallelse.pdf"
    with closing(Workspace.open(demo)) as opened:
        opened.run(Change(Meeting, "meeting-01", {"place": ""}))
    status, out, told = run(capsys, "print", "kallelse", DAY, "--register", demo, "-o", pdf)
    assert (status, out) == (0, "")
    assert told == "Stopp: Sammanträdet har ingen plats. Skriv var det hålls.\n"
    assert pdf.exists()

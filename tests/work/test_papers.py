"""Files written whole or not at all, read within bounds; the kallelse from the register."""

import datetime as dt
import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

import pytest

from hubra_desktop.model.errors import InputError
from hubra_desktop.model.language import set_language
from hubra_desktop.model.paper_style import PaperStyle
from hubra_desktop.model.records.meeting import Meeting
from hubra_desktop.model.records.minutes import ReportedMatter
from hubra_desktop.model.terms import MeetingState
from hubra_desktop.store.file_system import make_folder
from hubra_desktop.work import files, queries
from hubra_desktop.work.calling.call_papers import is_draft
from hubra_desktop.work.commands.meetings import CopyMeeting
from hubra_desktop.work.commands.sections import BeginMinutes
from hubra_desktop.work.demo import make_demo
from hubra_desktop.work.edits import Add, Change
from hubra_desktop.work.files import read_whole, write_whole
from hubra_desktop.work.issued_papers import CALL_PAPERS
from hubra_desktop.work.papers import PAPERS, About, PaperForm, collect, render, set_out
from hubra_desktop.work.queries.minutes import sections_of
from hubra_desktop.work.workspace import Workspace


def names_in(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


@pytest.fixture
def umask() -> Iterator[None]:
    before = os.umask(0o027)
    yield
    os.umask(before)


def rights(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.mark.usefixtures("umask")
def test_a_file_is_for_its_owner_alone_and_one_that_is_replaced_keeps_its_readers(
    tmp_path: Path,
) -> None:
    path = tmp_path / "Kallelse åäö 👩‍🚒.pdf"
    write_whole(path, b"ett")
    assert rights(path) == 0o600
    path.chmod(0o644)
    write_whole(path, b"tva")
    assert path.read_bytes() == b"tva"
    assert rights(path) == 0o644
    assert names_in(tmp_path) == [path.name]


@pytest.mark.usefixtures("umask")
@pytest.mark.parametrize(("folder", "file"), [(0o770, 0o640), (0o1777, 0o600), (0o755, 0o600)])
def test_a_file_in_a_folder_where_others_write_is_theirs_to_read(
    tmp_path: Path, folder: int, file: int
) -> None:
    tmp_path.chmod(folder)
    write_whole(tmp_path / "a.pdf", b"x")
    assert rights(tmp_path / "a.pdf") == file
    make_folder(tmp_path / "ny" / "inre")
    assert rights(tmp_path / "ny") == (0o750 if file == 0o640 else 0o700)


def test_the_folder_is_synced_after_the_file_has_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[list[str]] = []
    monkeypatch.setattr(files, "sync_folder", lambda folder: seen.append(names_in(folder)))
    write_whole(tmp_path / "a.pdf", b"x")
    assert seen == [["a.pdf"]]


def full_disk(*_: object) -> NoReturn:
    raise OSError(28, "No space left on device")


def test_a_write_that_fails_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"gammal")
    monkeypatch.setattr(os, "fsync", full_disk)
    with pytest.raises(InputError) as refusal:
        write_whole(path, b"ny")
    assert refusal.value.sentence == (
        f"Filen ”a.pdf” kunde inte skrivas i mappen {tmp_path} (disken är full). "
        "Välj en annan mapp, eller se till att du får skriva där."
    )
    assert path.read_bytes() == b"gammal"
    assert names_in(tmp_path) == ["a.pdf"]


def test_an_interrupted_write_leaves_no_draft(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_: object) -> NoReturn:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_whole(tmp_path / "a.pdf", b"ny")
    assert names_in(tmp_path) == []


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("saknas/a.pdf", "mappen finns inte"),
        ("fil/a.pdf", "en del av sökvägen är ingen mapp"),
        ("x" * 300, "namnet är för långt"),
    ],
)
def test_a_place_that_cannot_be_written_is_said_in_words(
    tmp_path: Path, name: str, reason: str
) -> None:
    (tmp_path / "fil").touch()
    with pytest.raises(InputError) as refusal:
        write_whole(tmp_path / name, b"x")
    assert f"({reason})" in refusal.value.sentence
    set_language("en")
    try:
        with pytest.raises(InputError) as refused:
            write_whole(tmp_path / name, b"x")
    finally:
        set_language("sv")
    assert "could not be written" in refused.value.sentence


def test_a_folder_is_not_written_over(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="är en mapp"):
        write_whole(tmp_path, b"x")


def test_a_long_name_that_the_disk_takes_is_taken(tmp_path: Path) -> None:
    path = tmp_path / ("x" * 255)
    write_whole(path, b"x")
    assert path.read_bytes() == b"x"


def test_a_link_is_followed_to_its_file(tmp_path: Path) -> None:
    path, link = tmp_path / "a.pdf", tmp_path / "lank.pdf"
    path.write_bytes(b"gammal")
    link.symlink_to(path)
    write_whole(link, b"ny")
    assert link.is_symlink()
    assert path.read_bytes() == b"ny"


def test_links_in_a_ring_are_refused(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    with pytest.raises(InputError, match="kunde inte skrivas"):
        write_whole(tmp_path / "a", b"x")


def test_a_pipe_stays_a_pipe_and_is_written_to(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        write_whole(pipe, b"genom")
        assert os.read(reader, 100) == b"genom"
    finally:
        os.close(reader)
    assert pipe.is_fifo()
    assert names_in(tmp_path) == ["pipe"]


def test_no_more_is_read_than_was_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"0123456789")
    assert read_whole(path, 10) == b"0123456789"
    assert read_whole(path, 4) == b"01234"
    assert len(read_whole(Path("/dev/zero"), 1000)) == 1001


def test_what_may_not_be_read_is_said_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def forbidden(*_: object) -> NoReturn:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", forbidden)
    with pytest.raises(InputError, match="du har inte rätt att läsa den"):
        read_whole(tmp_path / "a", 1)


def test_the_kallelse_is_made_from_the_register_and_tells_drafts_apart(tmp_path: Path) -> None:
    path = tmp_path / "demo.hubra"
    make_demo(path)
    workspace = Workspace.open(path)
    try:
        with workspace.read() as reader:
            meeting = queries.meeting_sheet(reader, "meeting-01")
            issued = collect(reader, "kallelse", "meeting-01")
        assert render(issued).startswith(b"%PDF-")
        assert not is_draft(meeting)
        assert is_draft(replace(meeting, state=MeetingState.PREPARING))
        assert issued.file_name() == "Övning Kallelse 2018-03-07.pdf"
        copy = workspace.run(CopyMeeting("meeting-01", meeting.date.replace(month=4))).created
        values = {"state": MeetingState.MOVED, "moved_to": copy}
        workspace.run(Change(Meeting, "meeting-01", values))
        with workspace.read() as reader:
            moved = collect(reader, "kallelse", "meeting-01")
        (tmp_path / "moved.pdf").write_bytes(render(moved))
    finally:
        workspace.close()
    text = subprocess.run(
        ["pdftotext", "-layout", tmp_path / "moved.pdf", "-"], capture_output=True, check=True
    ).stdout.decode()
    assert "7 april 2018" in text


def test_papers_are_made_without_the_window() -> None:
    code = (
        "import sys, hubra_desktop.work.papers; "
        "sys.exit(bool({'PySide6', 'sqlalchemy', 'reportlab'} & set(sys.modules)))"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


# What tells of a kallelse is looked at before there is one.
PRO_FORMA = {name: {"pro_forma": True} for name in CALL_PAPERS}


NOTHING_TO_PRINT = {
    "anslag": "Protokollet är inte justerat",
    "arvoden": "Det finns ingen arvodeslista",
    "aterkrav": "Det finns inget beslut om återkrav",
    "etiketter": "Ingen mottagare har post som sätt",
    "minnesanteckningar": "Det förs protokoll",
    "narvarolista": "Sammanträdet har ingen närvarolista",
    "omedelbar": "Inga paragrafer är justerade omedelbart",
    "underskrifter": "Ingen undertecknad handling",
}
"""What there is nothing of in the demo's meeting, year or grant, and how that is said."""


def test_every_paper_reads_first_and_is_made_without_the_register(demo: Workspace) -> None:
    """What is read holds all that a paper says: the connection is gone when it is rendered."""
    about: dict[About, str | int] = {
        About.MEETING: "meeting-01",
        About.YEAR: 2017,
        About.GRANT: "grant-01",
        About.MATTER: "matter-01",
        About.DAY: "2018-03-07",
    }
    demo.run(BeginMinutes("meeting-01"))
    demo.run(Add(ReportedMatter, {"meeting_id": "meeting-01", "title": "En skrivelse"}))
    with demo.read() as reader:
        about[About.SECTION] = sections_of(reader, "meeting-01")[0].id
        read = [
            collect(reader, name, about[paper.about], **PRO_FORMA.get(name, {}))
            for name, paper in PAPERS.items()
            if name not in NOTHING_TO_PRINT
        ]
        for name, why in NOTHING_TO_PRINT.items():
            with pytest.raises(InputError, match=why):
                collect(reader, name, about[PAPERS[name].about])
    for paper in read:
        assert render(paper).startswith(b"%PDF-")
        assert render(paper, PaperForm(html=True)).startswith(b"<!DOCTYPE html>")
        assert paper.file_name().endswith(".pdf")
        assert not set(paper.file_name()) & set('<>:"/|?*')


def test_only_the_kallelse_that_is_asked_to_carries_data(demo: Workspace) -> None:
    with demo.read() as reader:
        paper = collect(reader, "kallelse", "meeting-01")
    assert b"kallelse.json" in render(paper, PaperForm(data=True))
    assert b"kallelse.json" not in render(paper)


def test_no_paper_is_made_after_the_latest_change_of_its_register(demo: Workspace) -> None:
    changed = dt.date(2017, 12, 24)
    with demo.read() as reader:
        paper = collect(reader, "kallelse", "meeting-01")
    assert isinstance(paper.style, PaperStyle)
    assert paper.style.changed is None or paper.style.changed <= dt.date.today()
    assert ("KSF", "Kommunstyrelsens förvaltning") in paper.style.abbreviations
    early = replace(paper, style=replace(paper.style, changed=changed))
    assert set_out(early, PaperForm()).meta.day == changed
    assert set_out(paper, PaperForm()).meta.day == dt.date(2018, 2, 28)

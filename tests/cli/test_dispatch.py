"""Dispatches on the command line: who, drafts, calendars and the diary, and the wrong ways."""

import json
from datetime import date, datetime
from email import message_from_bytes, policy
from pathlib import Path

import pytest
from icalendar import Calendar

from hubra_desktop.model.dispatch.dispatch_terms import DispatchKind
from hubra_desktop.model.records.council import Person
from hubra_desktop.model.records.meeting import Meeting
from hubra_desktop.model.terms import DeliveryWay, MeetingState
from hubra_desktop.work.calling.dispatching import prepared, sending
from hubra_desktop.work.calling.recipients import proposed_recipients
from hubra_desktop.work.commands.dispatches import SendDispatch
from hubra_desktop.work.edits import Change
from hubra_desktop.work.queries import meetings_on
from hubra_desktop.work.workspace import Workspace
from tests.cli.hands import Caught, refused, run

DAY = "2018-03-07"


def test_who_the_kallelse_would_go_to_is_shown(capsys: Caught, demo: Path) -> None:
    status, out, _ = run(capsys, "show", "utskick", DAY, "--register", demo)
    assert status == 0
    assert "Inget är skickat än. Kallelsen föreslås gå till:" in out
    told = json.loads(run(capsys, "show", "dispatch", DAY, "--json", "--register", demo)[1])
    assert (told["date"], told["dispatches"]) == (DAY, [])
    assert any(each["slot"] and each["items"] for each in told["proposed"])
    assert all(each["reasons"] for each in told["proposed"])


def test_a_calendar_is_a_file_or_a_folder_with_ones_own_times(
    capsys: Caught, demo: Path, tmp_path: Path
) -> None:
    file, folder = tmp_path / "m.ics", f"{tmp_path / 'tider'}/"
    words = ("export", "--meeting", DAY, "--register", demo, "--ics")
    assert run(capsys, *words, file)[:2] == (0, "")
    assert len(Calendar.from_ical(file.read_bytes()).walk("VEVENT")) == 1
    assert "20180307T153000" in file.read_text("utf-8")
    assert "SUMMARY:ÖVNING: Sammanträde" in file.read_text("utf-8")
    assert run(capsys, *words, folder)[:2] == (0, "")
    names = {each.name for each in Path(folder).iterdir()}
    assert "Övning Sammanträde 2018-03-07.ics" in names
    assert any(name.startswith("Övning Din tid 2018-03-07 ") for name in names)
    assert (Path(folder) / "Övning Sammanträde 2018-03-07.ics").read_bytes() == file.read_bytes()


def test_drafts_are_written_for_all_or_for_each(capsys: Caught, demo: Path, tmp_path: Path) -> None:
    words = ("export", "--meeting", DAY, "--register", demo, "--eml")
    with_addresses(demo)
    status, _, err = run(capsys, *words, tmp_path / "brev", "--dold-kopia")
    assert status == 0
    assert "Handlingen är inte utfärdad: ett utkast är bifogat." in err
    assert "Utan e-postadress: " in err
    (draft,) = (tmp_path / "brev").iterdir()
    letter = message_from_bytes(draft.read_bytes(), policy=policy.default)
    assert letter["To"] is None
    assert letter["Subject"].startswith("ÖVNING: Kallelse till ")
    assert draft.name.startswith("Övning Kallelse ")
    assert len(letter["Bcc"].addresses) > 1
    names = [each.get_filename() for each in letter.iter_attachments()]
    assert names == [f"Övning Kallelse {DAY}.pdf", f"Övning Sammanträde {DAY}.ics"]
    assert run(capsys, *words, tmp_path / "var", "--var-och-en")[0] == 0
    assert len([*(tmp_path / "var").iterdir()]) > len(letter["Bcc"].addresses)


def test_the_draft_of_a_cancelled_meeting_is_the_notice(
    capsys: Caught, demo: Path, tmp_path: Path
) -> None:
    workspace = Workspace.open(demo)
    workspace.run(Change(Meeting, meeting_of(workspace), {"state": MeetingState.CANCELLED}))
    workspace.close()
    words = ("export", "--meeting", DAY, "--register", demo, "--eml", tmp_path / "brev")
    assert run(capsys, *words)[0] == 0
    (draft,) = (tmp_path / "brev").iterdir()
    letter = message_from_bytes(draft.read_bytes(), policy=policy.default)
    assert letter["Subject"].startswith("ÖVNING: Inställt sammanträde: ")
    calendar = [each for each in letter.iter_attachments() if "calendar" in each.get_content_type()]
    assert b"METHOD:CANCEL" in bytes(calendar[0].get_payload(decode=True))


def with_addresses(demo: Path) -> None:
    """Give two of those who are proposed an address."""
    workspace = Workspace.open(demo)
    with workspace.read() as reader:
        found = proposed_recipients(reader, meeting_of(workspace))
    people = [each.recipient.person_id for each in found if each.recipient.person_id]
    for number, person_id in enumerate(people[:2]):
        workspace.run(Change(Person, person_id, {"email": f"nr{number}@exempel.se"}))
    workspace.close()


def meeting_of(workspace: Workspace) -> str:
    with workspace.read() as reader:
        return meetings_on(reader, date.fromisoformat(DAY))[0].id


def test_what_was_sent_is_shown_and_stands_in_both_tables(
    capsys: Caught, demo: Path, tmp_path: Path
) -> None:
    workspace = Workspace.open(demo)
    meeting = meeting_of(workspace)
    with workspace.read() as reader:
        letter = prepared(reader, meeting, DispatchKind.CALL, datetime(2018, 2, 28, 10, 5))
        recipients = proposed_recipients(reader, meeting)
    command: SendDispatch = sending(letter, recipients[:2])
    workspace.run(command)
    workspace.close()
    out = run(capsys, "show", "dispatch", DAY, "--register", demo)[1]
    assert "2018-02-28 10.05  Kallelse, version 1" in out
    assert out.count("inte skickat") == 2
    told = json.loads(run(capsys, "show", "diariet", "2018", "--json", "--register", demo)[1])
    (entry,) = [each for each in told["entries"] if each["source"].startswith("dispatch:")]
    assert (entry["direction"], entry["day"]) == ("out", "2018-02-28")
    assert "väntar" in run(capsys, "show", "diary", "--register", demo)[1]
    for name in ("utskick", "diariet"):
        file = tmp_path / f"{name}.csv"
        assert run(capsys, "export", file, "--table", name, "--register", demo)[0] == 0
        assert "2018-02-28" in file.read_text("utf-8-sig")


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["show", "dispatch"], "Det saknas: VILKET."),
        (["show", "dispatch", "2018-03-08"], "inget sammanträde"),
        (["export"], "Det saknas: FIL."),
        (["export", "--eml", "mapp"], "Skriv vilket sammanträde"),
        (["export", "--eml", "mapp", "--ics", "x.ics"], "går inte att förena"),
        (["export", "a.json", "--ics", "x.ics"], "ingen annan fil"),
        (["export", "a.json", "--each"], "gäller utkast till e-post"),
        (["export", "--ics", "x.pdf", "--meeting", DAY], "slutar på .pdf, men filen blir ICS"),
    ],
)
def test_a_wrong_way_is_told(capsys: Caught, demo: Path, words: list[str], sentence: str) -> None:
    assert sentence in refused(capsys, *words, "--register", demo)


def test_labels_and_the_job_card_are_printed(capsys: Caught, demo: Path, tmp_path: Path) -> None:
    card, sheet = tmp_path / "jobb.pdf", tmp_path / "etiketter.pdf"
    assert run(capsys, "print", "jobbkort", DAY, "-o", card, "--register", demo)[0] == 0
    assert card.read_bytes().startswith(b"%PDF")
    words = ("print", "etiketter", DAY, "-o", sheet, "--register", demo)
    assert "Ingen mottagare har post som sätt" in refused(capsys, *words)
    workspace = Workspace.open(demo)
    with workspace.read() as reader:
        first = proposed_recipients(reader, meeting_of(workspace))[0].recipient
    by_post = {"way": DeliveryWay.POST, "postal_address": "Torget 1\n141 61 Huddinge"}
    workspace.run(Change(Person, str(first.person_id), by_post))
    workspace.close()
    assert run(capsys, *words, "--ark", "2x7", "--första", "5")[0] == 0
    assert sheet.read_bytes().startswith(b"%PDF")
    assert "Arket har etikett 1–14." in refused(capsys, *words, "--ark", "2x7", "--första", "15")
    said = refused(capsys, "print", "jobbkort", DAY, "-o", card, "--ark", "2x7", "--register", demo)
    assert "gäller etiketter" in said

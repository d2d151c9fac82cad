"""Signed papers come home: what was issued and nothing else, with the record of its check."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import pytest

from hubra_desktop.model.errors import InputError
from hubra_desktop.model.minutes.minutes_terms import SignedKind
from hubra_desktop.model.records.minutes import SignedPaper
from hubra_desktop.store.pictures import kept_picture
from hubra_desktop.work.commands.base import Command
from hubra_desktop.work.commands.signed import AttachScan, TakeInSigned
from hubra_desktop.work.edits import Remove
from hubra_desktop.work.evidence_files import files_of
from hubra_desktop.work.issued_papers import issued_pdf
from hubra_desktop.work.papers import Collected, collect, render
from hubra_desktop.work.queries.signed import signed_papers_of
from hubra_desktop.work.signing import PreparedSigned, checked_signed, prepare_signed
from tests.documents.reading import squeezed, text_of
from tests.work.calling import issue
from tests.work.office import Office
from tests.work.rooms import name_of
from tests.work.there_and_back import refused, there_and_back

DAY = dt.date(2019, 5, 28)
PNG = b"\x89PNG\r\n\x1a\n" + b"x" * 20


def signed_by(pdf: bytes, name: str = "Åsa Ek") -> bytes:
    """Sign a file; what signs is imported by those tests alone that need it."""
    from tests.exchange import signing

    return signing.signed_by(pdf, name)


def prepared(office: Office, issued_id: str, content: bytes = b"") -> PreparedSigned:
    """Prepare a file, by default the issued one signed by Åsa Ek."""
    with office.workspace.read() as reader:
        file = content or signed_by(issued_pdf(reader, issued_id))
        return prepare_signed(reader, issued_id, "kallelse signerad.pdf", file)


def taken_in(office: Office) -> str:
    return office.made(TakeInSigned(checked_signed(prepared(office, issue(office)))))


DONE: dict[str, Callable[[Office], Command]] = {
    "AttachScan": lambda o: AttachScan(issue(o), "skannad.png", PNG, DAY),
    "RemoveSignedPaper": lambda o: Remove(SignedPaper, taken_in(o)),
    "TakeInSigned": lambda o: TakeInSigned(checked_signed(prepared(o, issue(o)))),
}


@pytest.mark.parametrize("name", DONE)
def test_each_leads_there_and_back(office: Office, name: str) -> None:
    command = DONE[name](office)
    assert name_of(command) == name
    there_and_back(office, command)


def test_a_signed_paper_is_kept_with_the_record_of_its_check(office: Office) -> None:
    taken_in(office)
    with office.workspace.read() as reader:
        (row,) = signed_papers_of(reader, office.meeting)
        record = kept_picture(reader, row.record_sha256 or "")
        printed = render(collect(reader, "underskrifter", office.meeting))
    assert row.is_signed
    assert row.signers.startswith("Åsa Ek, Ekköpings kommun, ")
    assert "byte för byte" in row.verdict
    assert record is not None
    assert b"pdfaid" in record
    told = squeezed(text_of(record))
    assert squeezed("Underskrift 1: Åsa Ek") in told
    assert squeezed("Kontrollen är gjord utan nät") in told
    assert text_of(printed) == text_of(record)
    assert len(files_of(office.everything())) == 3


def test_a_forged_file_is_refused_and_nothing_is_kept(office: Office) -> None:
    issued_id = issue(office)
    another = signed_by(render(_other(office)))
    with pytest.raises(InputError, match="är en annan"):
        checked_signed(prepared(office, issued_id, another))
    refused(office, TakeInSigned(prepared(office, issued_id)), "inte kontrollerad")
    assert office.everything().signed_papers == ()


def _other(office: Office) -> Collected:
    with office.workspace.read() as reader:
        return collect(reader, "jobbkort", office.meeting)


def test_what_was_checked_against_another_paper_is_refused(office: Office) -> None:
    ready = checked_signed(prepared(office, issue(office)))
    other = replace(ready, issued_pdf=b"%PDF-annat")
    refused(office, TakeInSigned(other), "en annan handling")


def test_a_file_is_taken_in_once(office: Office) -> None:
    ready = checked_signed(prepared(office, issue(office)))
    office.run(TakeInSigned(ready))
    refused(office, TakeInSigned(ready), "finns redan här, som ”kallelse signerad.pdf”")


def test_a_scan_is_marked_as_such_and_is_a_picture_or_a_pdf(office: Office) -> None:
    issued_id = issue(office)
    office.run(AttachScan(issued_id, "skannad.png", PNG, DAY))
    (paper,) = office.everything().signed_papers
    assert (paper.kind, paper.verdict, paper.record_sha256) == (SignedKind.SCAN, "", None)
    refused(office, AttachScan(issued_id, "sida.txt", b"Hej", DAY), "PDF eller en bild")
    with office.workspace.read() as reader, pytest.raises(InputError, match="Ingen undertecknad"):
        collect(reader, "underskrifter", office.meeting)

"""Signed papers taken in: read beside the window, checked, and recorded in a paper of their own.

It is done in two steps, as a call is: ``prepare_signed`` reads what was issued, and
``checked_signed`` compares, reads the signatures and makes the record, without the register.
"""

import datetime as dt
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sqlalchemy.engine import Connection

from hubra_desktop.model.errors import refusal
from hubra_desktop.model.kept_files import clean_name
from hubra_desktop.model.records.reports import IssuedPaper
from hubra_desktop.store.pictures import hash_of, kept_picture
from hubra_desktop.store.reading import records
from hubra_desktop.store.tables import ISSUED_PAPER
from hubra_desktop.work.issued_papers import issued_pdf
from hubra_desktop.work.papers import Collected, render_counted
from hubra_desktop.work.queries.register import paper_style, today
from hubra_desktop.work.queries.signed import signed_row

if TYPE_CHECKING:
    from hubra_desktop.documents.underskrifter import SignatureRecord
    from hubra_desktop.model.minutes.signatures import SignatureRead
    from hubra_desktop.model.records.meeting import HouseStyle

RECORD_PAPER = "underskrifter"
"""The record of a check, by its name in the table of papers."""


@dataclass(frozen=True)
class PreparedSigned:
    """A file that is about to be taken in as what was issued, signed.

    ``signatures`` and ``record`` (the PDF of what the check found) are there once it is checked.
    """

    issued: IssuedPaper
    issued_pdf: bytes
    name: str
    content: bytes
    day: dt.date
    body: str
    style: "HouseStyle"
    signatures: "tuple[SignatureRead, ...]" = ()
    record: bytes = b""


def prepare_signed(reader: Connection, issued_id: str, name: str, content: bytes) -> PreparedSigned:
    """Read what a file is to be compared with; raises InputError when its PDF is gone."""
    pdf = issued_pdf(reader, issued_id)
    (issued,) = records(reader, IssuedPaper, ISSUED_PAPER.c.id == issued_id)
    return PreparedSigned(
        issued, pdf, clean_name(name), content, today(reader), _body(reader, issued),
        paper_style(reader),
    )  # fmt: skip


def checked_signed(prepared: PreparedSigned) -> PreparedSigned:
    """Compare the file with what was issued and read its signatures; needs no register.

    Raises InputError that says what differs.
    """
    from hubra_desktop.exchange.signatures import check_signed

    signatures = check_signed(prepared.issued_pdf, prepared.content)
    read = replace(prepared, signatures=signatures)
    paper = Collected(RECORD_PAPER, _record(read), read.style)
    return replace(read, record=render_counted(paper)[0])


def record_of_signed(reader: Connection, signed_id: str) -> "SignatureRecord":
    """Return what the check of a kept file finds; raises InputError when the file is gone."""
    from hubra_desktop.exchange.signatures import read_signatures

    row = signed_row(reader, signed_id)
    content = kept_picture(reader, row.sha256) if row else None
    if row is None or content is None:
        raise refusal("Den undertecknade filen finns inte kvar i registret.")
    prepared = prepare_signed(reader, row.issued_id, row.name, content)
    day = row.added_on or prepared.day
    return _record(replace(prepared, day=day, signatures=read_signatures(content)))


def _record(prepared: PreparedSigned) -> "SignatureRecord":
    from hubra_desktop.documents.official import Sender
    from hubra_desktop.documents.underskrifter import SignatureRecord

    issued = prepared.issued
    return SignatureRecord(
        sender=Sender(kind="Kontroll", administration=prepared.body, date=prepared.day),
        title=issued.title,
        issued_on=issued.day,
        version=issued.version,
        issued_sum=issued.sha256 or "",
        issued_size=issued.size,
        name=prepared.name,
        signed_sum=hash_of(prepared.content),
        signed_size=len(prepared.content),
        signatures=prepared.signatures,
    )


def _body(reader: Connection, issued: IssuedPaper) -> str:
    from hubra_desktop.work.queries.sheets import meeting_sheet

    return meeting_sheet(reader, issued.meeting_id).body if issued.meeting_id else ""

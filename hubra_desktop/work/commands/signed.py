"""Signed papers that came back are kept beside what was issued: checked files, and scans."""

import datetime as dt
from dataclasses import dataclass
from typing import ClassVar

from hubra_desktop.model.errors import refusal
from hubra_desktop.model.kept_files import check_file, clean_name
from hubra_desktop.model.minutes.minutes_terms import SignedKind
from hubra_desktop.model.minutes.signatures import signer_lines
from hubra_desktop.model.records.minutes import SignedPaper
from hubra_desktop.model.records.reports import IssuedPaper
from hubra_desktop.model.wording import quoted
from hubra_desktop.store.pictures import hash_of
from hubra_desktop.store.rows import Rows
from hubra_desktop.store.tables import TABLES
from hubra_desktop.work.commands.base import Step, found
from hubra_desktop.work.signing import PreparedSigned

_SCANS = frozenset({".pdf", ".png", ".jpg", ".jpeg", ".tif", ".tiff"})


@dataclass(frozen=True)
class TakeInSigned(Step):
    """Keep a file that is what was issued, signed, with the record of its check.

    It is checked before. Raises InputError for one that is not, and for one that is there.
    """

    prepared: PreparedSigned
    label: ClassVar[str] = "take-in-signed"

    def apply(self, rows: Rows) -> str:
        from hubra_desktop.documents.underskrifter import verdict_on

        prepared = self.prepared
        issued = found(rows, IssuedPaper, prepared.issued.id)
        if not prepared.record or not prepared.signatures:
            raise refusal("Filen är inte kontrollerad än.")
        if hash_of(prepared.issued_pdf) != issued.sha256:
            raise refusal("Filen är kontrollerad mot en annan handling. Ta in den på nytt.")
        _refuse_there(rows, issued.id, prepared.content)
        return rows.add(
            SignedPaper(
                issued_id=issued.id,
                kind=SignedKind.SIGNED_PDF,
                name=prepared.name,
                sha256=rows.keep(prepared.content),
                size=len(prepared.content),
                added_on=prepared.day,
                signers=signer_lines(prepared.signatures),
                verdict=verdict_on(prepared.signatures),
                record_sha256=rows.keep(prepared.record),
                record_size=len(prepared.record),
            )
        )


@dataclass(frozen=True)
class AttachScan(Step):
    """Keep a scan of a paper that was signed by hand, marked as such: nothing in it is checked."""

    issued_id: str
    name: str
    content: bytes
    day: dt.date
    label: ClassVar[str] = "attach-scan"

    def apply(self, rows: Rows) -> str:
        found(rows, IssuedPaper, self.issued_id)
        name = clean_name(self.name)
        check_file(name, self.content)
        if not name.lower().endswith(tuple(_SCANS)):
            raise refusal("En inskannad underskrift är en PDF eller en bild (PNG, JPEG, TIFF).")
        _refuse_there(rows, self.issued_id, self.content)
        return rows.add(
            SignedPaper(
                issued_id=self.issued_id,
                kind=SignedKind.SCAN,
                name=name,
                sha256=rows.keep(self.content),
                size=len(self.content),
                added_on=self.day,
            )
        )


def _refuse_there(rows: Rows, issued_id: str, content: bytes) -> None:
    columns = TABLES["signed_paper"].c
    there = rows.all(
        SignedPaper, columns.issued_id == issued_id, columns.sha256 == hash_of(content)
    )
    if there:
        raise refusal("Filen finns redan här, som {name}.", name=quoted(there[0].name))

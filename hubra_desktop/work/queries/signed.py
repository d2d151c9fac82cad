"""Signed papers that came back: what there is of each issued paper of a meeting."""

import datetime as dt
from typing import NamedTuple

from sqlalchemy import ColumnElement, select
from sqlalchemy.engine import Connection

from hubra_desktop.model.minutes.minutes_terms import SignedKind
from hubra_desktop.store.tables import ISSUED_PAPER, TABLES


class SignedRow(NamedTuple):
    """A signed paper in a list, with the issued paper that it is."""

    id: str
    issued_id: str
    title: str
    version: int
    kind: SignedKind
    name: str
    sha256: str
    size: int
    added_on: dt.date | None
    signers: str
    verdict: str
    record_sha256: str | None

    @property
    def is_signed(self) -> bool:
        """Tell whether it is a file with signatures that were checked, not a scan."""
        return self.kind is SignedKind.SIGNED_PDF


def signed_papers_of(reader: Connection, meeting_id: str) -> tuple[SignedRow, ...]:
    """Return the signed papers of a meeting, the latest first."""
    return _rows(reader, ISSUED_PAPER.c.meeting_id == meeting_id)


def signed_row(reader: Connection, signed_id: str) -> SignedRow | None:
    """Return one signed paper, None where it is gone."""
    return next(iter(_rows(reader, TABLES["signed_paper"].c.id == signed_id)), None)


def _rows(reader: Connection, where: ColumnElement[bool]) -> tuple[SignedRow, ...]:
    signed = TABLES["signed_paper"].c
    wanted = (
        select(
            signed.id, signed.issued_id, ISSUED_PAPER.c.title, ISSUED_PAPER.c.version,
            signed.kind, signed.name, signed.sha256, signed.size, signed.added_on,
            signed.signers, signed.verdict, signed.record_sha256,
        )
        .join(ISSUED_PAPER, ISSUED_PAPER.c.id == signed.issued_id)
        .where(where)
        .order_by(signed.added_on.desc(), signed.id.desc())
    )  # fmt: skip
    return tuple(SignedRow._make(row) for row in reader.execute(wanted))

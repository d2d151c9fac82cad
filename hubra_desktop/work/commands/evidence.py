"""Files kept as evidence beside a row of the ledger or a grant.

A closed year's rows may get evidence: it changes no figure. Removing it is undoable, since
the content stays for as long as the history names it.
"""

import datetime as dt
from dataclasses import dataclass
from typing import ClassVar

from sqlalchemy import select

from hubra_desktop.model.errors import refusal
from hubra_desktop.model.kept_files import check_file, clean_name
from hubra_desktop.model.money.evidence import OWNERS
from hubra_desktop.model.records.catalogue import RECORDS
from hubra_desktop.model.records.money import Evidence
from hubra_desktop.model.wording import quoted
from hubra_desktop.store.rows import Rows
from hubra_desktop.store.tables import EVIDENCE
from hubra_desktop.work.commands.base import Step, found


@dataclass(frozen=True)
class AddEvidence(Step):
    """Keep a file beside a row of ``kind`` (``ledger_entry`` or ``grant``).

    Raises InputError for a file that cannot be evidence, or is there already.
    """

    kind: str
    row_id: str
    name: str
    content: bytes
    day: dt.date
    label: ClassVar[str] = "add-evidence"

    def apply(self, rows: Rows) -> str:
        found(rows, RECORDS[self.kind], self.row_id)
        name = clean_name(self.name)
        check_file(name, self.content)
        kept = rows.keep(self.content)
        column = OWNERS[self.kind]
        same = (EVIDENCE.c[column] == self.row_id) & (EVIDENCE.c.sha256 == kept)
        if (there := rows.connection.scalar(select(EVIDENCE.c.name).where(same))) is not None:
            raise refusal("Filen finns redan här, som {name}.", name=quoted(there))
        return rows.add(
            Evidence(
                **{column: self.row_id},
                name=name,
                sha256=kept,
                size=len(self.content),
                added_on=self.day,
            )
        )

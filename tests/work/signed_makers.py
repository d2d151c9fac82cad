"""How the commands of signed papers are drawn at random, by their names."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import ClassVar

from hubra_desktop.model.dispatch.dispatch_terms import Audience, DispatchKind
from hubra_desktop.model.minutes.signatures import SignatureRead
from hubra_desktop.model.paper_style import PaperStyle
from hubra_desktop.model.records.minutes import SignedPaper
from hubra_desktop.model.records.reports import IssuedPaper
from hubra_desktop.store.rows import Rows
from hubra_desktop.work.commands.base import Command, Step
from hubra_desktop.work.commands.signed import AttachScan, TakeInSigned
from hubra_desktop.work.edits import Change, Remove
from hubra_desktop.work.signing import PreparedSigned
from tests.work.calling import IssueUnrendered
from tests.work.drawn import Drawn
from tests.work.paper_makers import Maker


@dataclass(frozen=True)
class OfIssued(Step):
    """Issue a paper, and do something with it, then with what came of that."""

    issue: IssueUnrendered
    then: tuple[Callable[[str], Command], ...]
    label: ClassVar[str] = IssueUnrendered.label
    barrier: bool = True

    def apply(self, rows: Rows) -> None:
        row_id = self.issue.apply(rows) or ""
        for make in self.then:
            row_id = make(row_id).apply(rows) or ""


def of_issued(d: Drawn, *then: Callable[[str], Command]) -> Command:
    """Draw a kallelse that is issued, with what is done with it."""
    issue = IssueUnrendered(d.id("meeting"), DispatchKind.CALL, d.one(*Audience), d.day())
    return OfIssued(issue, then)


def signed(d: Drawn) -> Callable[[str], Command]:
    """Draw a file that was checked against the first kallelse of a meeting, mostly."""
    pdf = d.one(f"%PDF-1.7 {DispatchKind.CALL} 1".encode(), b"%PDF-annat")
    day, record = d.day(), d.one(b"%PDF-kontroll", b"%PDF-kontroll", b"")

    def taken_in(issued_id: str) -> Command:
        issued = IssuedPaper(id=issued_id, day=day, content=b"")
        signatures = (SignatureRead(name="Åsa Ek"),)
        file = pdf + b" signerad"
        return TakeInSigned(
            PreparedSigned(
                issued, pdf, "kallelse.pdf", file, day, "Rådet", PaperStyle(), signatures, record
            )
        )

    return taken_in


def scanned(d: Drawn) -> Callable[[str], Command]:
    name, content, day = d.one("skannad.pdf", "sida.txt"), d.one(b"%PDF-1", b"%PDF-2"), d.day()
    return lambda issued_id: AttachScan(issued_id, name, content, day)


def _named(d: Drawn) -> Callable[[str], Command]:
    name = d.text()
    return lambda row_id: Change(SignedPaper, row_id, {"name": name})


SIGNED: Mapping[str, Maker] = {
    "AttachScan": lambda d: of_issued(d, scanned(d)),
    "ChangeSignedPaper": lambda d: of_issued(d, scanned(d), _named(d)),
    "RemoveSignedPaper": lambda d: of_issued(d, scanned(d), lambda row: Remove(SignedPaper, row)),
    "TakeInSigned": lambda d: of_issued(d, signed(d)),
}

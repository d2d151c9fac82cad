"""How the commands of signed papers are drawn at random, by their names."""

from collections.abc import Mapping

from hubra_desktop.model.dispatch.dispatch_terms import DispatchKind
from hubra_desktop.model.minutes.signatures import SignatureRead
from hubra_desktop.model.paper_style import PaperStyle
from hubra_desktop.model.records.minutes import SignedPaper
from hubra_desktop.model.records.reports import IssuedPaper
from hubra_desktop.work.commands.base import Command
from hubra_desktop.work.commands.signed import AttachScan, TakeInSigned
from hubra_desktop.work.edits import Remove
from hubra_desktop.work.signing import PreparedSigned
from tests.work.drawn import Drawn
from tests.work.paper_makers import Maker


def taken_in(d: Drawn) -> Command:
    """Draw a file that was checked against the first kallelse of a meeting, mostly."""
    issued = IssuedPaper(id=d.id("issued_paper"), day=d.day(), content=b"")
    pdf = d.one(f"%PDF-1.7 {DispatchKind.CALL} 1".encode(), b"%PDF-annat")
    file = pdf + d.one(b" signerad", b" signerad igen")
    signatures = (SignatureRead(name="Åsa Ek"),)
    return TakeInSigned(
        PreparedSigned(
            issued, pdf, "kallelse.pdf", file, d.day(), "Rådet", PaperStyle(), signatures,
            d.one(b"%PDF-kontroll", b""),
        )
    )  # fmt: skip


SIGNED: Mapping[str, Maker] = {
    "AttachScan": lambda d: AttachScan(
        d.id("issued_paper"), d.one("skannad.pdf", "sida.txt"), d.one(b"%PDF-1", b"%PDF-2"), d.day()
    ),
    "RemoveSignedPaper": lambda d: Remove(SignedPaper, d.id("signed_paper")),
    "TakeInSigned": taken_in,
}

"""Every kind of paper, of the demo register where that has what it says, else invented."""

import sys
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from hubra_desktop.documents.anslag import anslag_manuscript
from hubra_desktop.documents.arshjul import arshjul_manuscript
from hubra_desktop.documents.arvoden import arvoden_manuscript
from hubra_desktop.documents.aterkrav import aterkrav_manuscript
from hubra_desktop.documents.aterstallningsblad import aterstallningsblad_manuscript
from hubra_desktop.documents.beslutsbrev import beslutsbrev_manuscript
from hubra_desktop.documents.bidragslista import bidragslista_manuscript
from hubra_desktop.documents.budget_paper import budget_manuscript
from hubra_desktop.documents.kit.render import Manuscript, to_pdf
from hubra_desktop.documents.protokoll import minutes_manuscript
from hubra_desktop.documents.underskrifter import underskrifter_manuscript
from hubra_desktop.model.errors import InputError
from hubra_desktop.model.minutes.minutes_terms import MinutesKind
from hubra_desktop.model.records.minutes import Section
from hubra_desktop.store.reading import records
from hubra_desktop.work.demo import make_demo
from hubra_desktop.work.papers import PAPERS, About, Collected, PaperForm, collect, set_out
from hubra_desktop.work.queries import Reader, meetings_of
from hubra_desktop.work.queries.grants import grant_rows
from hubra_desktop.work.queries.matters import matter_rows
from hubra_desktop.work.workspace import Workspace
from tests.documents.budget_samples import paper as budget_sample
from tests.documents.minutes_samples import announcement, minutes_paper, signature_record
from tests.documents.money_samples import grant_list, letter, reclaim
from tests.documents.samples import HOUSE
from tests.documents.test_arvoden import PAPER as ALLOWANCES
from tests.documents.test_aterstallningsblad import SHEET
from tests.documents.year_samples import year_paper
from tests.work.real import be_real

YEARS: Final = (2017, 2018)


def every_paper(size: float | None = None) -> Iterator[tuple[str, Manuscript]]:
    """Yield every paper with its name, set at ``size`` points or the ordinary size.

    What the register cannot print yet, as a decision without its amount, is left out.
    """
    for name, paper in _collected():
        form = PaperForm(text_size=size, data=False)
        with suppress(InputError):
            yield name, set_out(paper, form)
    yield "invented reclaim", aterkrav_manuscript(reclaim(), HOUSE, text_size=size)
    yield "invented sheet", aterstallningsblad_manuscript(SHEET, HOUSE, text_size=size)
    for kind in MinutesKind:
        yield f"invented {kind}", minutes_manuscript(minutes_paper(kind), HOUSE, text_size=size)
    for immediate in (False, True):
        put_up = anslag_manuscript(announcement(immediate=immediate), HOUSE, text_size=size)
        yield f"invented announcement{' at once' if immediate else ''}", put_up
    signed = underskrifter_manuscript(signature_record(), HOUSE, text_size=size)
    yield "invented signatures", signed
    yield "invented allowances", arvoden_manuscript(ALLOWANCES, HOUSE, text_size=size)
    yield "invented decision", beslutsbrev_manuscript(letter(), HOUSE, text_size=size)
    yield "invented grants", bidragslista_manuscript(grant_list(9), HOUSE, text_size=size)
    ledger = budget_sample(ledger=True)
    yield "invented ledger", budget_manuscript(ledger, HOUSE, text_size=size)
    yield "invented year", arshjul_manuscript(year_paper(20), HOUSE, text_size=size)


def write(folder: Path) -> None:
    """Write every paper into ``folder``, in ordinary and large print, and with its data."""
    folder.mkdir(parents=True, exist_ok=True)
    for size in (None, 20.0):
        for name, manuscript in every_paper(size):
            large = f" {size:g}" if size else ""
            folder.joinpath(f"{name}{large}.pdf").write_bytes(to_pdf(manuscript))
    for name, paper in _collected():
        if name.startswith("kallelse"):
            data = to_pdf(set_out(paper, PaperForm(data=True)))
            folder.joinpath(f"{name} with data.pdf").write_bytes(data)


@cache
def _collected() -> tuple[tuple[str, Collected], ...]:
    """Read all that the demo register has to print."""
    with TemporaryDirectory(prefix="hubra-papers-") as folder:
        register = Path(folder, "demo.hubra")
        make_demo(register)
        be_real(register)
        workspace = Workspace.open(register)
        try:
            with workspace.read() as reader:
                return tuple(_all(reader))
        finally:
            workspace.close()


def _all(reader: Reader) -> Iterator[tuple[str, Collected]]:
    asked: dict[About, list[str | int]] = {
        About.MEETING: [row.id for year in YEARS for row in meetings_of(reader, year)],
        About.YEAR: [*YEARS],
        About.GRANT: [row.sheet.id for row in grant_rows(reader)],
        About.MATTER: [row.id for row in matter_rows(reader)],
        About.DAY: ["2018-03-07"],
        About.SECTION: [row.id for row in records(reader, Section)],
    }
    for name, paper in PAPERS.items():
        for about in asked[paper.about]:
            with suppress(InputError):
                yield f"{name} {about}", collect(reader, name, about)


if __name__ == "__main__":
    write(Path(sys.argv[1]))

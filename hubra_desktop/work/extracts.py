"""Extracts on their way out: prepared in one short transaction, rendered beside the window.

``IssueExtract`` then keeps them, if the § is still the same.
"""

from dataclasses import dataclass, replace

from sqlalchemy import select
from sqlalchemy.engine import Connection

from hubra_desktop.model.errors import refusal
from hubra_desktop.model.minutes.kept_as import refusal_of
from hubra_desktop.store.tables import TABLES
from hubra_desktop.work.extract_papers import EXTRACT, section_by_id
from hubra_desktop.work.papers import PAPERS, Collected, collect, render_counted
from hubra_desktop.work.queries.minutes import minutes_of


@dataclass(frozen=True)
class PreparedExtract:
    """An extract that is about to be issued; ``pdf`` and ``pages`` once it is rendered.

    ``by`` is who issues it, who stands in the register where the extract names nobody.
    """

    section_id: str
    notice_id: str
    paper: Collected
    by: str = ""
    pdf: bytes = b""
    pages: int = 0

    @property
    def title(self) -> str:
        """Return what it is called."""
        return PAPERS[EXTRACT].title(self.paper.content)


def prepare_extract(reader: Connection, notice_id: str) -> PreparedExtract:
    """Read the extract for somebody who is told; raises InputError before the § is approved."""
    section_id = section_of_notice(reader, notice_id)
    if section_id is None:
        raise refusal("Mottagaren finns inte längre.")
    paper = collect(reader, EXTRACT, section_id, notice_id=notice_id)
    if paper.content.approved is None:
        raise refusal_of(
            paper.content.view.kind,
            "Paragrafen är inte justerad än. Utdraget kan ses som utkast, och utfärdas när "
            "protokollet är justerat.",
        )
    meeting_id = section_by_id(reader, section_id).meeting_id
    secretary = minutes_of(reader, meeting_id).secretary
    return PreparedExtract(section_id, notice_id, paper, secretary)


def rendered_extract(prepared: PreparedExtract) -> PreparedExtract:
    """Make the PDF; needs no register."""
    pdf, pages = render_counted(prepared.paper)
    return replace(prepared, pdf=pdf, pages=pages)


def section_of_notice(reader: Connection, notice_id: str) -> str | None:
    """Return the § of the decision that somebody is told of, None when it is gone."""
    notice, decision = TABLES["decision_notice"], TABLES["decision"]
    owner = select(decision.c.section_id).join(notice, notice.c.decision_id == decision.c.id)
    found: str | None = reader.scalar(owner.where(notice.c.id == notice_id))
    return found

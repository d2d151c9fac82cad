"""What a matter's card says, read from the register, and how it is set."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection

    from hubra_desktop.documents.arendekort import MatterPaper
    from hubra_desktop.documents.kit.render import Manuscript
    from hubra_desktop.model.records.meeting import HouseStyle
    from hubra_desktop.work.papers import PaperForm


def collect_matter(reader: "Connection", matter_id: str) -> "MatterPaper":
    """Read a matter with its life; raises InputError when it is gone."""
    from hubra_desktop.documents.arendekort import MatterPaper
    from hubra_desktop.documents.official import Sender
    from hubra_desktop.work.queries.matters import matter_view
    from hubra_desktop.work.queries.register import register_info, today

    body, view = register_info(reader).body, matter_view(reader, matter_id)
    matter = view.row.matter
    return MatterPaper(
        sender=Sender(kind="Ärendekort", administration=body, case_number=matter.case_number),
        matter=matter,
        aliases=view.row.aliases,
        responsible=view.row.responsible,
        life=view.life,
        waiting=tuple(each.item for each in view.waiting),
        day=today(reader),
        body=body,
    )


def compose_matter(paper: "MatterPaper", style: "HouseStyle", form: "PaperForm") -> "Manuscript":
    """Set out a matter's card."""
    from hubra_desktop.documents.arendekort import matter_manuscript

    return matter_manuscript(paper, style, text_size=form.text_size)


def matter_title(paper: "MatterPaper") -> str:
    """Return what the file of a matter's card is called."""
    return f"Ärende {paper.matter.case_number or paper.matter.title}".strip()

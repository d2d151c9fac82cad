"""What the paper of a body's composition says, read from the register, and how it is set."""

import datetime as dt
from typing import TYPE_CHECKING

from hubra_desktop.model.errors import refusal

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection

    from hubra_desktop.documents.kit.render import Manuscript
    from hubra_desktop.documents.sammansattning import CompositionPaper
    from hubra_desktop.model.records.meeting import HouseStyle
    from hubra_desktop.work.papers import PaperForm


def collect_composition(
    reader: "Connection", day: str, *, body_id: str | None = None
) -> "CompositionPaper":
    """Read who sits on a body (None: the register's own) on a day, written as 2018-03-07."""
    from hubra_desktop.documents.official import Sender
    from hubra_desktop.documents.sammansattning import CompositionPaper
    from hubra_desktop.work.queries.composition import composition_on
    from hubra_desktop.work.queries.register import register_info, today

    wanted = body_id or register_info(reader).own_body_id
    if wanted is None:
        raise refusal("Registret har inget eget organ än. Skriv rådets namn först.")
    shown = composition_on(reader, wanted, dt.date.fromisoformat(day))
    sender = Sender(kind="Sammansättning", administration=shown.body, date=today(reader))
    return CompositionPaper(sender=sender, composition=shown)


def compose_composition(
    paper: "CompositionPaper", style: "HouseStyle", form: "PaperForm"
) -> "Manuscript":
    """Set out who sits on a body."""
    from hubra_desktop.documents.sammansattning import sammansattning_manuscript

    return sammansattning_manuscript(paper, style, text_size=form.text_size)

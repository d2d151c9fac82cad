"""How the law is followed, read from the register for a year, and how it is set."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection

    from hubra_desktop.documents.kit.render import Manuscript
    from hubra_desktop.documents.lagen import LawPaper
    from hubra_desktop.model.records.meeting import HouseStyle
    from hubra_desktop.work.papers import PaperForm


def collect_law(reader: "Connection", year: int) -> "LawPaper":
    """Read a year as it stood on its last day, or stands today."""
    from hubra_desktop.documents.lagen import LawPaper
    from hubra_desktop.documents.official import Sender
    from hubra_desktop.work.queries.law import law_day, law_facts

    facts = law_facts(reader, law_day(reader, year))
    sender = Sender(kind="Så följer vi lagen", administration=facts.council, date=facts.day)
    return LawPaper(sender=sender, facts=facts)


def compose_law(paper: "LawPaper", style: "HouseStyle", form: "PaperForm") -> "Manuscript":
    """Set out how the law is followed."""
    from hubra_desktop.documents.lagen import law_manuscript

    return law_manuscript(paper, style, text_size=form.text_size)

"""The life of a matter: what has been done with it, line by line in order of time.

A line leads to the row that it tells of. Its words are put together here for the window and
for papers alike: ``tell`` is ``say`` or ``swedish``.
"""

import datetime as dt
from collections.abc import Iterable
from typing import Final, NamedTuple

from hubra_desktop.model.language import N_, Tell, say, swedish
from hubra_desktop.model.swedish import capitalised
from hubra_desktop.model.words import Term, word

CLOSED_DOORS: Final = N_("Bakom stängda dörrar")


class MatterStep(Term):
    """What a line of a matter's life tells; those of one day stand in this order."""

    OPENED = "opened", N_("Ärendet öppnas")
    APPLIED = "applied", N_("Ansökan om bidrag")
    RECEIVED = "received", N_("Remiss in")
    ACTIVITY = "activity", N_("Aktivitet i planen")
    PAPER = "paper", N_("Handling")
    REPORT = "report", N_("Skriven handling")
    ISSUED = "issued", N_("Utgiven handling")
    SENT = "sent", N_("Utskick")
    ITEM = "item", N_("Sammanträde")
    MINUTED = "minuted", N_("Rådets beslut")
    FOLLOWED = "followed", N_("Uppföljning")
    PARKED = "parked", N_("Väntar på ett senare sammanträde")
    DECIDED = "decided", N_("Beslut om bidrag")
    AGREED = "agreed", N_("Överenskommelse börjar gälla")
    ENDED = "ended", N_("Överenskommelse upphör")
    ANSWERED = "answered", N_("Remiss besvarad")
    CLOSED = "closed", N_("Ärendet avslutas")


class MatterLine(NamedTuple):
    """What happened on a day (None: no day is known), and the row that it stands in.

    ``about`` is what it is called, ``term`` and ``note`` how it stands, and ``number`` the
    case number where it is another than the matter's own. Of what is ``closed`` a print
    tells no more than what is ``public``.
    """

    day: dt.date | None
    step: MatterStep
    kind: str
    id: str
    about: str = ""
    term: Term | None = None
    note: str = ""
    number: str = ""
    closed: bool = False
    public: str = ""


def in_order_of_time(lines: Iterable[MatterLine]) -> tuple[MatterLine, ...]:
    """Sort by day, those without one last; the lines of a day as a matter goes its way."""
    steps = list(MatterStep)
    return tuple(
        sorted(lines, key=lambda each: (each.day or dt.date.max, steps.index(each.step), each.id))
    )


def public_matter_line(line: MatterLine) -> MatterLine:
    """Return what everybody may read of a line."""
    if not line.closed:
        return line
    return line._replace(about=line.public or swedish(CLOSED_DOORS), note="", number="")


def matter_line_text(line: MatterLine, tell: Tell = say) -> str:
    """Write a line without its day: ``Sammanträde: Belysning · Beslut``."""
    step = word(line.step, tell)
    head = f"{step}: {line.about}" if line.about else step
    term = capitalised(word(line.term, tell)) if line.term is not None else ""
    term = "" if line.about.startswith(term) else term
    number = tell("med numret {number}", number=line.number) if line.number else ""
    return " · ".join(part for part in (head, term, line.note, number) if part)

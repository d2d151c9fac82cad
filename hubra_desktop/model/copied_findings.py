"""What a copied meeting still says of the day that it was copied from: links and dates.

Most of a copied kallelse holds for the new day too. A link to a digital meeting and a last
day for apologies seldom do, and they are true to the eye, so they are pointed out until
the kallelse has been sent. A text that has been changed since is not.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final, NamedTuple

from hubra_desktop.model.due import day_in_words
from hubra_desktop.model.findings import Agenda, Finding, agenda_finding
from hubra_desktop.model.language import say
from hubra_desktop.model.records.meeting import Meeting
from hubra_desktop.model.swedish import MONTHS
from hubra_desktop.model.terms import MeetingState

_UNSENT: Final = frozenset({MeetingState.PLANNED, MeetingState.PREPARING})
_LINK: Final = re.compile(r"(?:https?://|www\.)\S", re.IGNORECASE)
_MONTH: Final = "|".join((*MONTHS, *(month[:3] for month in MONTHS)))
_DATE: Final = re.compile(
    rf"\b\d{{1,2}}\.?\s(?:{_MONTH})\b(?:\s\d{{4}}\b)?"
    r"|\b\d{4}-\d{2}-\d{2}\b"
    r"|(?<![\w/.:-])\d{1,2}/\d{1,2}(?:[-\s]\d{4})?(?![\w/:-])",
    re.IGNORECASE,
)


class _Place(NamedTuple):
    """A text that is printed, where it is mended, and how that place is named."""

    text: str
    item_id: str | None
    field: str
    where: str


def left_from(agenda: Agenda, source: Meeting | None) -> Iterator[Finding]:
    """Find the links and dates that stand as they did in the meeting that was copied."""
    if source is None or agenda.meeting.state not in _UNSENT:
        return
    known = {place.text for place in _places(Agenda(source, agenda.style)) if place.text}
    day = day_in_words(source.date)
    for place in _places(agenda):
        if place.text not in known:
            continue
        if place.field == "head.link" or _LINK.search(place.text):
            yield _at(place, agenda_finding("copied_link", where=place.where, day=day))
        elif (match := _DATE.search(place.text)) is not None:
            date = " ".join(match[0].split())
            yield _at(place, agenda_finding("copied_date", date=date, where=place.where, day=day))


def _at(place: _Place, finding: Finding) -> Finding:
    return replace(finding, item_id=place.item_id, field=place.field)


def _places(agenda: Agenda) -> Iterator[_Place]:
    """Yield all that is printed as somebody wrote it."""
    meeting = agenda.meeting
    yield _Place(meeting.link.strip(), None, "head.link", say("till det digitala mötet"))
    yield _Place(meeting.place, None, "head.place", say("i platsen"))
    yield _Place(meeting.note, None, "head.note", say("i upplysningen"))
    for note in meeting.footnotes:
        yield _Place(note.text, None, "head.footnotes", say("i en fotnot"))
    for item in meeting.items:
        where = say("i {name}", name=agenda.name(item))
        for field in ("title", "public_title", "note", "place"):
            yield _Place(getattr(item, field), item.id, field, where)

"""Rules of meetings and bodies: times, footnotes, moves, and bodies within bodies."""

from sqlalchemy import select

from hubra_desktop.model.errors import refusal
from hubra_desktop.model.meeting_rules import check_anchor, check_meeting_times, check_move
from hubra_desktop.model.terms import Anchor
from hubra_desktop.model.wording import quoted
from hubra_desktop.store.tables import AGENDA_ITEM, BODY
from hubra_desktop.work.invariants.kinds import Touched


def check_meetings(touched: Touched) -> None:
    """Refuse an end before the start, and a move of a meeting to itself."""
    for row_id, meeting in touched.now("meeting").items():
        check_meeting_times(meeting["start"], meeting["end"])
        check_move(row_id, meeting["moved_to"])


def check_footnotes(touched: Touched) -> None:
    """Refuse a footnote whose mark would stand nowhere in its own meeting."""
    for note in touched.now("footnote").values():
        own = select(AGENDA_ITEM.c.id).where(
            AGENDA_ITEM.c.id == note["item_id"], AGENDA_ITEM.c.meeting_id == note["meeting_id"]
        )
        check_anchor(Anchor(note["anchor"]), note["item_id"], set(touched.reader.scalars(own)))


def check_bodies(touched: Touched) -> None:
    """Refuse a body that would be part of itself, through others or at once."""
    for row_id, body in touched.now("body").items():
        above = body["parent_id"]
        passed = {row_id}
        while above is not None:
            if above in passed:
                raise refusal(
                    "Organet {name} kan inte ingå i sig självt. Välj ett annat ovanför det.",
                    name=quoted(body["name"]),
                )
            passed.add(above)
            above = touched.reader.scalar(select(BODY.c.parent_id).where(BODY.c.id == above))

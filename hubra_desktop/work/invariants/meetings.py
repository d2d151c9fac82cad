"""Rules of meetings and bodies: times, footnotes, moves, and bodies within bodies."""

from collections.abc import Mapping

from sqlalchemy import select
from sqlalchemy.engine import Connection

from hubra_desktop.model.errors import refusal
from hubra_desktop.model.meeting_rules import check_anchor, check_meeting_times, check_move
from hubra_desktop.model.numbering import printed_numbers
from hubra_desktop.model.records.council import Body
from hubra_desktop.model.records.meeting import Meeting
from hubra_desktop.model.terms import Anchor
from hubra_desktop.model.wording import quoted
from hubra_desktop.store.reading import records
from hubra_desktop.store.tables import AGENDA_ITEM, MEETING
from hubra_desktop.work.invariants.kinds import Touched
from hubra_desktop.work.invariants.wholes import first_in_ring
from hubra_desktop.work.issued_papers import issued_rows
from hubra_desktop.work.queries.register import house_style


def check_meetings(touched: Touched) -> None:
    """Refuse an end before the start, and a move of a meeting to itself."""
    for row_id, meeting in touched.now("meeting").items():
        check_meeting_times(meeting["start"], meeting["end"])
        check_move(row_id, meeting["moved_to"])


def check_templates(touched: Touched) -> None:
    """Refuse a template whose meetings would end before they begin."""
    for template in touched.now("meeting_template").values():
        check_meeting_times(template["start"], template["end"])


def check_footnotes(touched: Touched) -> None:
    """Refuse a footnote whose mark would stand nowhere in its own meeting."""
    for note in touched.now("footnote").values():
        own = select(AGENDA_ITEM.c.id).where(
            AGENDA_ITEM.c.id == note["item_id"], AGENDA_ITEM.c.meeting_id == note["meeting_id"]
        )
        check_anchor(Anchor(note["anchor"]), note["item_id"], set(touched.reader.scalars(own)))


def check_bodies(touched: Touched) -> None:
    """Refuse a body that would be part of itself, through others or at once."""
    ring = first_in_ring(touched, Body, "parent_id")
    if ring is not None:
        raise refusal(
            "Organet {name} kan inte ingå i sig självt. Välj ett annat ovanför det.",
            name=quoted(ring["name"]),
        )


def check_periods(touched: Touched) -> None:
    """Refuse a period without meetings that ends before it begins."""
    for period in touched.now("blocked_period").values():
        if period["last"] is not None and period["last"] < period["first"]:
            raise refusal("Perioden slutar innan den börjar. Ändra någon av dagarna.", field="last")


def check_issued_rows(touched: Touched) -> None:
    """Refuse to take away a row of the kallelse that holds, or to give it another number."""
    ids = {
        image["id" if each.kind == "meeting" else "meeting_id"]
        for each in touched.rows
        for image in each.images
    }
    for meeting_id in ids:
        issued = issued_rows(touched.reader, meeting_id)
        if issued:
            _check_rows(touched.reader, meeting_id, issued)


def _check_rows(reader: Connection, meeting_id: str, issued: Mapping[str, str]) -> None:
    (meeting,) = records(reader, Meeting, MEETING.c.id == meeting_id)
    numbers = printed_numbers(meeting.items, house_style(reader).sub_numbers)
    here = {each.id for each in meeting.items}
    for item_id, number in issued.items():
        if item_id not in here:
            raise refusal("En rad i kallelsen tas inte bort. Märk den som utgår i stället.")
        if number and numbers.get(item_id, "") != number:
            raise refusal(
                "Ärende {number} har det numret i kallelsen, så det kan inte ändras.",
                number=number,
            )

"""Rules of plans, activities and what they rest on: letters, agreements, consultations."""

from collections.abc import Mapping
from typing import Any, Final

from sqlalchemy import and_, or_, select

from hubra_desktop.model.errors import InputError, refusal
from hubra_desktop.model.plan.plan_rules import no_such_area, refuse_activity, refuse_consultation
from hubra_desktop.model.plan.terms import SENT_STATES, PlanKind
from hubra_desktop.model.records.catalogue import references_of
from hubra_desktop.model.records.plan import Activity, ActivityLink, Consultation
from hubra_desktop.store.deltas import Image
from hubra_desktop.store.tables import (
    ACTIVITY,
    ACTIVITY_AREA,
    ACTIVITY_LINK,
    FOCUS_AREA,
    LETTER,
    PLAN,
)
from hubra_desktop.work.invariants.kinds import Touched
from hubra_desktop.work.invariants.wholes import rewritten, touched_wholes

LINKED: Final = tuple(references_of(ActivityLink))
"""What a link may join an activity to, one of them; without any it names a document."""


def check_activities(touched: Touched) -> None:
    """Refuse no reason where there must be one, other than one main area, an end that is first."""
    for activity in touched_wholes(touched, Activity):
        refuse_activity(activity)
        if activity.starts and activity.ends and activity.ends < activity.starts:
            raise refusal(
                "Aktiviteten slutar innan den börjar. Ändra någon av dagarna.", field="ends"
            )


def check_areas(touched: Touched) -> None:
    """Refuse areas that are gone or of another year's plan."""
    activities = rewritten(touched, "activity", "year")
    activities |= {each["activity_id"] for each in touched.now("activity_area").values()}
    plans = rewritten(touched, "plan", "year", "kind")
    another_year = and_(PLAN.c.kind == PlanKind.ACTIVITY, PLAN.c.year != ACTIVITY.c.year)
    wrong = touched.reader.execute(
        select(ACTIVITY.c.year, PLAN.c.year.label("other"))
        .select_from(ACTIVITY_AREA)
        .join(ACTIVITY, ACTIVITY.c.id == ACTIVITY_AREA.c.activity_id)
        .outerjoin(FOCUS_AREA, FOCUS_AREA.c.id == ACTIVITY_AREA.c.area_id)
        .outerjoin(PLAN, PLAN.c.id == FOCUS_AREA.c.plan_id)
        .where(or_(ACTIVITY.c.id.in_(activities), PLAN.c.id.in_(plans)))
        .where(or_(PLAN.c.id.is_(None), another_year))
        .order_by(PLAN.c.id.is_not(None))
    ).first()
    if wrong is None:
        return
    if wrong.other is None:
        raise no_such_area()
    raise refusal(
        "Aktiviteten hör till {year} men området till planen för {other}. "
        "Välj ett område i årets plan.",
        year=wrong.year,
        other=wrong.other,
    )


def check_links(touched: Touched) -> None:
    """Refuse a link to nothing, to two things, and to what the activity is joined to already."""
    for row_id, link in touched.now("activity_link").items():
        targets = [name for name in LINKED if link[name]]
        if len(targets) > 1 or not leads_anywhere(link):
            raise refusal("Välj en sak att koppla aktiviteten till, eller skriv dokumentets namn.")
        if targets and _is_linked_twice(touched, row_id, link, targets[0]):
            raise refusal("Aktiviteten har redan den kopplingen.")


def leads_anywhere(link: Mapping[str, Any]) -> bool:
    """Tell whether a link's values name a row or a document."""
    return any(link[name] for name in LINKED) or any(
        link[name].strip() for name in ("title", "address")
    )


def _is_linked_twice(touched: Touched, row_id: str, link: Image, target: str) -> bool:
    columns = ACTIVITY_LINK.c
    same = select(columns.id).where(
        columns.activity_id == link["activity_id"],
        columns[target] == link[target],
        columns.id != row_id,
    )
    return touched.reader.scalar(same.limit(1)) is not None


def check_letters(touched: Touched) -> None:
    """Refuse a letter of one year that was sent in another."""
    for letter in touched.now("letter").values():
        year, sent = letter["year"], letter["sent_on"]
        if sent is not None and int(sent[:4]) != year:
            raise refusal(
                "Brevet hör till {year} men skickades {sent}. Ändra brevets år eller dagen.",
                year=year,
                sent=int(sent[:4]),
            )


def check_recipients(touched: Touched) -> None:
    """Refuse other recipients of a letter that was sent before and is sent still.

    What comes or goes with its letter, or with the step that sends it, is no change of who
    got it: so undo and redo of any step that was allowed find nothing to refuse.
    """
    changed = {
        image["letter_id"]
        for each in touched.rows
        if each.kind == "letter_recipient"
        for image in each.images
    }
    going_out = {
        each.row_id
        for each in touched.rows
        if each.kind == "letter"
        and (each.before is None or each.before["state"] not in SENT_STATES)
    }
    sent = select(LETTER.c.id).where(
        LETTER.c.id.in_(changed - going_out), LETTER.c.state.in_(SENT_STATES)
    )
    if touched.reader.scalar(sent.limit(1)) is not None:
        raise already_sent()


def already_sent() -> InputError:
    """Say that who got a letter stays as it was when it was sent."""
    return refusal("Brevet är utskickat. Mottagarna står kvar som de var då.")


def check_agreements(touched: Touched) -> None:
    """Refuse an agreement that ends before it begins."""
    for agreement in touched.now("agreement").values():
        begins, ends = agreement["valid_from"], agreement["valid_to"]
        if begins is not None and ends is not None and ends < begins:
            raise refusal(
                "Överenskommelsen slutar innan den börjar. Ändra någon av dagarna.",
                field="valid_to",
            )


def check_parties(touched: Touched) -> None:
    """Refuse a party that is nobody."""
    for party in touched.now("agreement_party").values():
        if party["body_id"] is None and not party["name"].strip():
            raise refusal("Skriv partens namn, eller välj den ur registret.")


def check_consultations(touched: Touched) -> None:
    """Refuse days that contradict each other, and an answer without its day."""
    for each in touched_wholes(touched, Consultation):
        refuse_consultation(each)
        if each.received and each.due and each.due < each.received:
            raise refusal("Svaret skulle vara inne innan remissen kom. Ändra någon av dagarna.")
        if each.due and each.extended_to and each.extended_to < each.due:
            raise refusal("Den nya svarsdagen ligger före den första. Ändra någon av dem.")

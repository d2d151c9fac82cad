"""Rules of what comes after a meeting: days that do not contradict each other.

They are asked of what is entered: a day that has stood comes back as it was.
"""

import datetime as dt

from sqlalchemy import select

from hubra_desktop.model.due import day_in_words
from hubra_desktop.model.errors import refusal
from hubra_desktop.model.records.minutes import Anchoring, DecisionNotice, ReportedMatter
from hubra_desktop.store.tables import MEETING, TABLES
from hubra_desktop.work.invariants.kinds import Touched
from hubra_desktop.work.invariants.wholes import rewritten, touched_wholes
from hubra_desktop.work.queries.register import today


def check_planned(touched: Touched) -> None:
    """Refuse to plan an approval before its meeting."""
    if touched.stood:
        return
    planned = {
        image["minutes_id"]: dt.date.fromisoformat(image["planned"])
        for row_id, image in touched.now("approval").items()
        if image["planned"] and row_id in rewritten(touched, "approval", "planned")
    }
    minutes = TABLES["minutes"].c
    held = (
        select(minutes.id, MEETING.c.date)
        .join(MEETING, MEETING.c.id == minutes.meeting_id)
        .where(minutes.id.in_(planned))
    )
    for minutes_id, day in touched.reader.execute(held):
        if planned[minutes_id] < day:
            raise refusal(
                "Sammanträdet hålls {day}. Justeringen kan inte planeras till en tidigare dag.",
                day=day_in_words(day), field="planned",
            )  # fmt: skip


def check_notices(touched: Touched) -> None:
    """Refuse to tell a decision before its meeting, or received before it was sent."""
    if touched.stood:
        return
    written = {
        field: rewritten(touched, "decision_notice", field)
        for field in ("due", "sent", "acknowledged")
    }
    for each in touched_wholes(touched, DecisionNotice):
        mine = [field for field, ids in written.items() if each.id in ids]
        if "sent" in mine and each.sent is not None and not each.name.strip():
            raise refusal("Skriv först vem som har fått beslutet.", field="name")
        held = _held(touched, each.id) if mine else None
        for field in mine:
            day = getattr(each, field)
            if day is not None and held is not None and day < held:
                raise refusal(
                    "Sammanträdet hölls {day}. Beslutet kan inte delges tidigare.",
                    day=day_in_words(held), field=field,
                )  # fmt: skip
            if field != "due":
                _refuse_to_come(touched, day, field)
        told = not {"sent", "acknowledged"}.isdisjoint(mine)
        if told and each.sent and each.acknowledged and each.acknowledged < each.sent:
            raise refusal(
                "Beslutet skickades {day}. Det kan inte vara mottaget tidigare.",
                day=day_in_words(each.sent), field="acknowledged",
            )  # fmt: skip


def check_anchorings(touched: Touched) -> None:
    """Refuse an answer before the question, or one that has not been given yet."""
    if touched.stood:
        return
    written = rewritten(touched, "anchoring", "asked_on", "due", "answered_on")
    for each in touched_wholes(touched, Anchoring):
        if each.id not in written:
            continue
        _refuse_to_come(touched, each.asked_on, "asked_on")
        _refuse_to_come(touched, each.answered_on, "answered_on")
        for field in ("due", "answered_on"):
            day = getattr(each, field)
            if day is not None and each.asked_on is not None and day < each.asked_on:
                raise refusal(
                    "Organet tillfrågades {day}. Svaret kan inte komma tidigare.",
                    day=day_in_words(each.asked_on), field=field,
                )  # fmt: skip


def check_reported(touched: Touched) -> None:
    """Refuse to report to a meeting what was decided or came after it."""
    if touched.stood:
        return
    written = rewritten(touched, "reported_matter", "day", "meeting_id")
    for each in touched_wholes(touched, ReportedMatter):
        if each.id not in written or each.day is None:
            continue
        meeting = select(MEETING.c.date).where(MEETING.c.id == each.meeting_id)
        held: dt.date | None = touched.reader.scalar(meeting)
        if held is not None and each.day > held:
            raise refusal(
                "Sammanträdet är {day}. Det som är senare anmäls till ett annat sammanträde.",
                day=day_in_words(held), field="day",
            )  # fmt: skip


def _refuse_to_come(touched: Touched, day: dt.date | None, field: str) -> None:
    if day is not None and day > today(touched.reader):
        raise refusal("Dagen har inte varit än. Ange den dag då det gjordes.", field=field)


def _held(touched: Touched, notice_id: str) -> dt.date | None:
    """Return the day of the meeting whose decision somebody is told of."""
    section, decision, notice = (
        TABLES[kind].c for kind in ("section", "decision", "decision_notice")
    )
    held = (
        select(MEETING.c.date)
        .join(section.id.table, section.meeting_id == MEETING.c.id)
        .join(decision.id.table, decision.section_id == section.id)
        .join(notice.id.table, notice.decision_id == decision.id)
        .where(notice.id == notice_id)
    )
    day: dt.date | None = touched.reader.scalar(held)
    return day

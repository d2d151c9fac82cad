"""What is approved never changes: the minutes of a meeting, and all that they tell of it.

Approved minutes stand with their §§, attendance, agenda and running, whoever writes and by
whatever way. They open again only with a reason, and a § that was approved at once stands
while the rest is still written. What comes afterwards (announcements, notices, allowances,
the archive) has columns of its own.
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Final

from sqlalchemy import select

from hubra_desktop.model.due import day_in_words
from hubra_desktop.model.errors import InputError, refusal
from hubra_desktop.model.minutes.minutes_terms import ApprovalKind
from hubra_desktop.model.records.catalogue import RECORDS, owner_of, references_of
from hubra_desktop.model.terms import APPROVED_STATES, MeetingState
from hubra_desktop.store.deltas import Image
from hubra_desktop.store.journal import Recorded
from hubra_desktop.store.tables import TABLES
from hubra_desktop.work.invariants.kinds import Touched

OF_SECTIONS: Final = frozenset(
    {"section", "section_proposal", "section_ballot", "ballot_voice", "section_dissent",
     "disqualification", "decision"}
)  # fmt: skip
OF_MINUTES: Final = OF_SECTIONS | {
    "meeting", "agenda_item", "presenter", "pre_meeting", "footnote", "signature",
    "attendance", "attendance_stay", "agenda_run", "minutes", "approver", "approval", "reopening",
}  # fmt: skip
"""The kinds whose rows stand when the minutes of their meeting are approved."""
NAMED_THERE: Final = frozenset({"person", "mandate", "body"})
"""What they refer to: it may be removed, and come back."""

_MAY_CHANGE: Final[Mapping[str, frozenset[str]]] = {
    "approval": frozenset({"posted_on", "posted_until", "taken_down_on", "proof"}),
    "attendance": frozenset(
        {"lost_income_ore", "travel_ore", "travel_km", "pre_meeting", "note", "reply_text"}
    ),
    "minutes": frozenset({"archived_on", "note"}),
}
"""What is announced, paid and archived afterwards, and what minutes never tell of those there."""
_NOTHING: Final[frozenset[str]] = frozenset()
_REOPENED: Final[Mapping[str, frozenset[str]]] = {
    "meeting": frozenset({"state"}),
    "minutes": frozenset({"archived_on"}),
    "section": frozenset({"approval_id"}),
}
"""What opening the minutes again changes by itself."""


def check_approved(touched: Touched) -> None:
    """Raise InputError when what was written changes what was approved."""
    before = _Before(touched)
    for each in touched.rows:
        if each.kind in OF_MINUTES:
            _check_row(before, each)


def check_becoming_approved(touched: Touched) -> None:
    """Refuse a meeting that becomes approved or archived by its state alone."""
    if touched.replayed:
        return
    before = _Before(touched)
    for each in touched.rows:
        if each.kind == "meeting" and each.before is not None and each.after is not None:
            _check_state(before, each.row_id, each.before["state"], each.after["state"])


class _Before:
    """Finds what rows were before a transaction, and what they belong to."""

    def __init__(self, touched: Touched) -> None:
        self._reader = touched.reader
        self._touched = {(each.kind, each.row_id): each for each in touched.rows}
        self._days: dict[str, dt.date | None] = {}
        self.reopened = {
            self.meeting_of(each)
            for each in touched.rows
            if each.kind == "reopening" and each.before is None
        }

    def meeting_of(self, row: Recorded) -> str:
        """Return the meeting that a row belongs to."""
        return self._above(row, "meeting")

    def approved(self, meeting_id: str) -> dt.date | None:
        """Return the day on which a meeting's minutes had been approved, if they had."""
        if meeting_id not in self._days:
            self._days[meeting_id] = self._approved(meeting_id)
        return self._days[meeting_id]

    def approved_at_once(self, row: Recorded) -> dt.date | None:
        """Return the day on which a row's § had been approved by itself, if it had."""
        section = self._row("section", self._above(row, "section"))
        approval = self._row("approval", section["approval_id"]) if section else None
        return _day(approval["done"]) if approval else None

    def newly_approved(self, meeting_id: str) -> bool:
        """Tell whether all the minutes of a meeting are approved by this transaction."""
        return any(
            each.kind == "approval"
            and each.after is not None
            and each.after["kind"] == ApprovalKind.ORDINARY
            and _newly_done(each)
            and self.meeting_of(each) == meeting_id
            for each in self._touched.values()
        )

    def archived(self, meeting_id: str) -> bool:
        """Tell whether the minutes of a meeting are archived now."""
        minutes = TABLES["minutes"].c
        days = select(minutes.archived_on).where(minutes.meeting_id == meeting_id)
        return any(self._reader.scalars(days))

    def follows(self, kind: str, was: str | None, now: str | None) -> bool:
        """Tell whether a reference is emptied since its row is gone, or filled as it came back."""
        if was is not None and now is None:
            return self._stored(kind, was) is None
        row = self._touched.get((kind, now or ""))
        return was is None and row is not None and row.before is None

    def _approved(self, meeting_id: str) -> dt.date | None:
        meeting = self._row("meeting", meeting_id)
        if meeting is None or meeting["state"] not in APPROVED_STATES:
            return None
        days = (
            _day(each["done"])
            for minutes in self._rows("minutes", "meeting_id", meeting_id)
            for each in self._rows("approval", "minutes_id", minutes["id"])
            if each["kind"] == ApprovalKind.ORDINARY
        )
        return max((day for day in days if day is not None), default=None)

    def _above(self, row: Recorded, wanted: str) -> str:
        kind, row_id, image = row.kind, row.row_id, row.images[0]
        while kind != wanted:
            owner = owner_of(kind)
            column, kind = (owner.column, owner.kind) if owner else ("meeting_id", "meeting")
            row_id = image[column]
            if kind != wanted:
                image = self._any(kind, row_id)
        return row_id

    def _any(self, kind: str, row_id: str) -> Image:
        """Return a row as it was or, where it is new, as it is."""
        row = self._touched.get((kind, row_id))
        return row.images[0] if row else self._stored(kind, row_id) or {}

    def _row(self, kind: str, row_id: str | None) -> Image | None:
        row = self._touched.get((kind, row_id or ""))
        if row is not None:
            return row.before
        return self._stored(kind, row_id) if row_id else None

    def _stored(self, kind: str, row_id: str) -> Image | None:
        table = TABLES[kind]
        found = self._reader.execute(select(table).where(table.c.id == row_id)).mappings().first()
        return dict(found) if found is not None else None

    def _rows(self, kind: str, column: str, value: str) -> Iterator[Image]:
        """Yield the rows that named something before the transaction."""
        table = TABLES[kind]
        stored = self._reader.execute(select(table).where(table.c[column] == value)).mappings()
        yield from (dict(row) for row in stored if (kind, row["id"]) not in self._touched)
        for (each, row_id), row in self._touched.items():
            if each == kind and row.before is not None and row.before[column] == value:
                yield {**row.before, "id": row_id}


def _check_row(before: _Before, row: Recorded) -> None:
    if row.kind == "reopening" and row.before is not None:
        raise refusal("Att sammanträdet öppnades på nytt står kvar, med skälet.")
    meeting_id = before.meeting_of(row)
    day = before.approved(meeting_id)
    if meeting_id in before.reopened:
        allowed = _REOPENED.get(row.kind, _NOTHING)
    elif day is not None and _is_archiving(row):
        allowed = frozenset({"state"})
    else:
        allowed = _MAY_CHANGE.get(row.kind, _NOTHING)
    if day is not None and _is_changed(before, row, allowed):
        raise _approved(day)
    _check_done(before, row)
    if row.kind in OF_SECTIONS and day is None:
        at_once = before.approved_at_once(row)
        if at_once is not None and _is_changed(before, row, allowed | {"position"}):
            raise _approved_at_once(at_once)


def _check_done(before: _Before, row: Recorded) -> None:
    """Refuse to change an approval that has been done, or to take it away."""
    if row.kind != "approval" or row.before is None or not row.before["done"]:
        return
    if _is_changed(before, row, _MAY_CHANGE["approval"] | {"position"}):
        day = dt.date.fromisoformat(row.before["done"])
        raise refusal("Justeringen gjordes {day} och står kvar.", day=day_in_words(day))


def _is_changed(before: _Before, row: Recorded, allowed: frozenset[str]) -> bool:
    """Tell whether a row came, went or is another, but for what may change of it."""
    if row.kind == "reopening":
        return False
    if row.before is None or row.after is None:
        return True
    names = {name for name, value in row.after.items() if row.before[name] != value} - allowed
    leads = references_of(RECORDS[row.kind])
    return not all(
        name in leads and before.follows(leads[name], row.before[name], row.after[name])
        for name in names
    )


def _is_archiving(row: Recorded) -> bool:
    states = [image.get("state") for image in row.images]
    return row.kind == "meeting" and states == [MeetingState.APPROVED, MeetingState.ARCHIVED]


def _check_state(before: _Before, meeting_id: str, was: str, now: str) -> None:
    if was == now or now not in APPROVED_STATES:
        return
    if now == MeetingState.ARCHIVED and not before.archived(meeting_id):
        raise refusal("Ett sammanträde arkiveras när det är justerat. Gör det i delen Justering.")
    if now == MeetingState.APPROVED and not before.newly_approved(meeting_id):
        raise refusal(
            "Ett sammanträde blir justerat när det som skrevs justeras. Gör det i delen Justering."
        )


def _newly_done(row: Recorded) -> bool:
    assert row.after is not None
    return bool(row.after["done"]) and (row.before is None or not row.before["done"])


def _day(value: object) -> dt.date | None:
    """Return a day that was read or recorded, which is as text."""
    return dt.date.fromisoformat(str(value)) if value else None


def _approved(day: dt.date) -> InputError:
    return refusal(
        "Sammanträdet justerades {day} och ändras inte mer. Är något fel, öppna det på nytt i "
        "delen Justering.",
        day=day_in_words(day),
    )


def _approved_at_once(day: dt.date) -> InputError:
    return refusal(
        "Paragrafen justerades omedelbart {day} och ändras inte mer. Är något fel, öppna "
        "sammanträdet på nytt i delen Justering.",
        day=day_in_words(day),
    )

"""How the commands of dispatches and the diary are drawn at random, by their names."""

import datetime as dt
from collections.abc import Mapping

from hubra_desktop.model.dispatch.dispatch_terms import DispatchKind
from hubra_desktop.model.records.dispatch import DiaryTick, Dispatch, DispatchRecipient
from hubra_desktop.work.commands.dispatches import MarkReturned, MarkSent, SendDispatch
from hubra_desktop.work.edits import Add, Change, Remove
from tests.work.drawn import Drawn
from tests.work.paper_makers import Maker


def dispatch(d: Drawn) -> Dispatch:
    """Draw a dispatch to some, now and then to somebody twice or to nobody."""
    recipients = tuple(
        DispatchRecipient(
            person_id=d.id_or_none("person"),
            name=d.one("Åsa Ek", "Erik Öman", ""),
            address=d.text(),
        )
        for _ in range(d.number(0, 3))
    )
    return Dispatch(
        meeting_id=d.id_or_none("meeting"), kind=d.one(*DispatchKind), day=d.day(),
        subject=d.text(), version=d.number(0, 3), recipients=recipients,
    )  # fmt: skip


def went(d: Drawn) -> tuple[str, tuple[str, ...], dt.date | None]:
    """Draw a dispatch, one of its recipients, and the day of a mark or that it is taken away."""
    row = d.id("dispatch")
    known = [r for each in d.rows("dispatch") if each.id == row for r in each.recipients]
    return row, (d.id_of(known),), d.day_or_none()


DISPATCHES: Mapping[str, Maker] = {
    "AddDiaryTick": lambda d: Add(DiaryTick, d.values("diary_tick", "source")),
    "ChangeDiaryTick": lambda d: Change(DiaryTick, d.id("diary_tick"), d.values("diary_tick")),
    "ChangeDispatch": lambda d: Change(Dispatch, d.id("dispatch"), d.values("dispatch")),
    "MarkReturned": lambda d: MarkReturned(*went(d)),
    "MarkSent": lambda d: MarkSent(*went(d)),
    "RemoveDiaryTick": lambda d: Remove(DiaryTick, d.id("diary_tick")),
    "RemoveDispatch": lambda d: Remove(Dispatch, d.id("dispatch")),
    "SendDispatch": lambda d: SendDispatch(dispatch(d)),
}

"""The days of an approval, each no earlier than what it comes after; and the proof of a notice."""

import datetime as dt
from collections.abc import Iterable
from typing import Final

from hubra_desktop.model.deadlines import take_down_day
from hubra_desktop.model.due import day_in_words
from hubra_desktop.model.errors import refusal
from hubra_desktop.model.language import N_
from hubra_desktop.model.minutes.kept_as import refusal_of
from hubra_desktop.model.minutes.minutes_terms import ApprovalKind, MinutesKind
from hubra_desktop.model.records.minutes import Approval, Minutes

DAY: Final = "day"
"""The field of a form in which the day is written that something was done."""


def refuse_approved_on(day: dt.date, held: dt.date, minutes: Minutes, kind: ApprovalKind) -> None:
    """Refuse a day of an approval before the meeting, or before what it comes after.

    That is a reopening and, of the minutes as a whole, what was approved at once before.
    """
    if day < held:
        raise refusal_of(minutes.kind, "Ett protokoll justeras inte före sammanträdet.", field=DAY)
    opened = _last((each.day for each in minutes.reopenings), day)
    _refuse_before(
        day, opened, minutes.kind,
        N_("Protokollet öppnades på nytt {day}. Det kan inte vara justerat igen tidigare."),
    )  # fmt: skip
    if kind is ApprovalKind.ORDINARY:
        _refuse_before(
            day, _last((each.done for each in minutes.approvals if each.kind != kind), day),
            minutes.kind,
            N_("Paragrafer justerades omedelbart {day}. Hela protokollet justeras inte tidigare."),
        )  # fmt: skip


def refuse_reopened_on(day: dt.date, minutes: Minutes) -> None:
    """Refuse to open minutes again on a day before they were approved."""
    _refuse_before(
        day, _last((each.done for each in minutes.approvals), day), minutes.kind,
        N_("Protokollet justerades {day}. Det kan inte vara öppnat på nytt tidigare."),
    )  # fmt: skip


def refuse_archived_on(day: dt.date, approval: Approval, kind: MinutesKind) -> None:
    """Refuse to archive a meeting on a day before its minutes were approved."""
    _refuse_before(
        day, approval.done or day, kind,
        N_("Protokollet justerades {day}. Det kan inte vara arkiverat tidigare."),
    )  # fmt: skip


def _refuse_before(day: dt.date, first: dt.date, kind: MinutesKind, sentence: str) -> None:
    """Refuse a day before another; the sentence says which ``{day}`` that is."""
    if day < first:
        raise refusal_of(kind, sentence, day=day_in_words(first), field=DAY)


def refuse_announced(approval: Approval) -> None:
    """Refuse an announcement that was up before its approval, or down before it was up."""
    done, up, down = approval.done, approval.posted_on, approval.taken_down_on
    if done is not None and up is not None and up < done:
        raise refusal(
            "Justeringen gjordes {day}. Den kan inte vara anslagen tidigare.",
            day=day_in_words(done), field=DAY,
        )  # fmt: skip
    if up is not None and down is not None and down < up:
        raise refusal(
            "Anslaget sattes upp {up} och togs ned {down}. Det kan inte vara nedtaget tidigare.",
            up=day_in_words(up), down=day_in_words(down), field=DAY,
        )  # fmt: skip


def comes_down(approval: Approval) -> dt.date | None:
    """Return the day that an announcement is to be taken down, the first after its last.

    None where it is not up, or no law says for how long.
    """
    last = approval.posted_until
    return None if last is None else take_down_day(last)


def _last(days: Iterable[dt.date | None], otherwise: dt.date) -> dt.date:
    return max((each for each in days if each is not None), default=otherwise)


_UP, _DOWN = "uppsatt av", "nedtaget av"
"""How the proof says who: it is printed, in Swedish."""


def put_up_by(proof: str) -> str:
    """Return who put an announcement up, as its proof says."""
    return _halves(proof)[0].removeprefix(_UP).strip()


def taken_down_by(proof: str) -> str:
    """Return who took an announcement down, as its proof says."""
    return _halves(proof)[1].removeprefix(_DOWN).strip()


def with_put_up_by(proof: str, name: str) -> str:
    """Return a proof that says who put the announcement up; who took it down stays."""
    return _joined(f"{_UP} {name.strip()}" if name.strip() else "", _halves(proof)[1])


def with_taken_down_by(proof: str, name: str) -> str:
    """Return a proof that says who took the announcement down; who put it up stays."""
    return _joined(_halves(proof)[0], f"{_DOWN} {name.strip()}" if name.strip() else "")


def _halves(proof: str) -> tuple[str, str]:
    up, down, name = proof.partition(_DOWN)
    return up.strip().rstrip(", "), f"{down}{name}".strip()


def _joined(*halves: str) -> str:
    return ", ".join(each for each in halves if each)

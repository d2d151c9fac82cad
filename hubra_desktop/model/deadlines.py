"""The deadlines of a meeting: backwards to the papers and the kallelse, onwards to the minutes.

Each has the day that its rule gives and the day that is meant, the rule in words and its
source. Periods that run backwards ("at least seven days before") are never moved forward:
a day on which nobody works is told, and the working day before is proposed. Periods that
run onwards and end on a free day end on the next weekday (lag 1930:173, 2 §).

The local government act's rules hold where the body's own rules say so: a council is no
nämnd. Nothing is assumed that the rules do not say; where a body has none at all, the days
of notice are what is usual.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from hubra_desktop.model.council.rulebook_terms import DayCount
from hubra_desktop.model.days import calendar_day
from hubra_desktop.model.holidays_sweden import (
    free_day,
    next_weekday,
    workday_before,
    workdays_back,
)
from hubra_desktop.model.language import N_, say, say_count
from hubra_desktop.model.records.meeting import Meeting, MeetingPaper
from hubra_desktop.model.records.rulebook import BodyRules
from hubra_desktop.model.terms import (
    APPROVED_STATES,
    LIFTED_STATES,
    UNCALLED_STATES,
    MeetingState,
)
from hubra_desktop.model.words import Term

USUAL_RULES: Final = "usual"
"""The id of the rules of a body that has none: what is usual in councils' own rules."""

APPROVAL_DAYS: Final = 14
"""Days after the meeting within which the minutes are approved (KL 5 kap. 69 §, 6 kap. 35 §)."""

ANNOUNCEMENT_DAYS: Final = 2
"""Days after the approval within which it is announced (KL 8 kap. 12 §)."""

APPEAL_DAYS: Final = 21
"""Three weeks from the announcement within which a decision is appealed (KL 13 kap. 5 §)."""


class DeadlineKind(Term):
    """What is to be done by a day."""

    PAPERS = "papers", N_("Handlingarna ska vara inne")
    PREPARATION = "preparation", N_("Beredning")
    CALL = "call", N_("Kallelsen ska ut")
    APPROVAL = "approval", N_("Sammanträdet ska vara justerat")
    EXTRACTS = "extracts", N_("Besluten skickas ut")
    ANNOUNCEMENT = "announcement", N_("Justeringen ska vara anslagen")
    APPEAL = "appeal", N_("Sista dag att överklaga")
    TAKE_DOWN = "take_down", N_("Anslaget tas ned")


class DeadlineState(Term):
    """How it went: done in time, too late, still to come, or past with nothing known of it."""

    KEPT = "kept", N_("i tid")
    MISSED = "missed", N_("försenad")
    COMING = "coming", N_("kommer")
    PASSED = "passed", N_("passerad")


@dataclass(frozen=True, kw_only=True)
class Deadline:
    """By which day something is to be done, and why.

    ``raw`` is the day that the rule gives. ``day`` is the day meant: the next weekday where
    the period runs onwards, the working day before where it runs backwards. ``note`` says why
    they differ. ``rule`` and ``source`` are words of the window's language.
    """

    kind: DeadlineKind
    raw: dt.date
    day: dt.date
    rule: str
    source: str
    note: str = ""
    state: DeadlineState = DeadlineState.COMING


@dataclass(frozen=True, kw_only=True)
class MeetingDone:
    """When what a meeting demands was done, as far as it is known.

    ``sent_on`` is the day on which the last of those who are told of its decisions was told.
    """

    called_on: dt.date | None = None
    approved_on: dt.date | None = None
    announced_on: dt.date | None = None
    taken_down_on: dt.date | None = None
    sent_on: dt.date | None = None


NOTHING_DONE: Final = MeetingDone()


def meeting_deadlines(
    meeting: Meeting, rules: BodyRules, today: dt.date, done: MeetingDone = NOTHING_DONE
) -> tuple[Deadline, ...]:
    """Return what a meeting demands, in the order of its days; nothing of a lifted meeting."""
    if meeting.state in LIFTED_STATES:
        return ()
    found = (*_backwards(meeting, rules, today, done), *_onwards(meeting, rules, today, done))
    kinds = tuple(DeadlineKind)
    return tuple(sorted(found, key=lambda each: (each.day, kinds.index(each.kind))))


def notice_day(day: dt.date, rules: BodyRules) -> dt.date | None:
    """Return the last day on which a meeting on ``day`` is called, None where no rule says."""
    return None if rules.notice_days is None else _back(day, rules.notice_days, rules)


def dated_notice(day: dt.date, rules: BodyRules) -> dt.date | None:
    """Return the day that a kallelse is dated: the last one on which anybody works."""
    last = notice_day(day, rules)
    return None if last is None else workday_before(last)


def appeal_period(announced: dt.date) -> tuple[dt.date, dt.date, dt.date]:
    """Return the day three weeks on, the last day of appeal, and the day it is taken down."""
    raw = announced + dt.timedelta(days=APPEAL_DAYS)
    last = next_weekday(raw)
    return raw, last, take_down_day(last)


def take_down_day(last: dt.date) -> dt.date:
    """Return the day that an announcement is taken down: it is up through its last day."""
    return last + dt.timedelta(days=1)


def _backwards(
    meeting: Meeting, rules: BodyRules, today: dt.date, done: MeetingDone
) -> Iterator[Deadline]:
    steps = (
        (DeadlineKind.PAPERS, meeting.papers_due, rules.papers_days),
        (DeadlineKind.PREPARATION, meeting.preparation_day, rules.preparation_days),
        (DeadlineKind.CALL, None, rules.notice_days),
    )
    for kind, chosen, days in steps:
        if chosen is not None:
            rule = (say("dagen är satt för sammanträdet"), say("sammanträdets egen uppgift"))
            raw = chosen
        elif days is not None:
            rule = (_days_before(days, rules), _source(rules))
            raw = _back(meeting.date, days, rules)
        else:
            continue
        state = _state_before(kind, raw, meeting, today, done)
        yield _before(kind, raw, rule, state)


def _before(
    kind: DeadlineKind, raw: dt.date, rule: tuple[str, str], state: DeadlineState
) -> Deadline:
    """Return a deadline that is never moved forward."""
    day = workday_before(raw)
    note = ""
    if day != raw:
        note = say(
            "{day} är {free}. Gör det senast {before}, dagen flyttas inte framåt.",
            day=calendar_day(raw),
            free=free_day(raw),
            before=calendar_day(day),
        )
    words, source = rule
    return Deadline(kind=kind, raw=raw, day=day, rule=words, source=source, note=note, state=state)


def _state_before(
    kind: DeadlineKind, raw: dt.date, meeting: Meeting, today: dt.date, done: MeetingDone
) -> DeadlineState:
    if kind is DeadlineKind.CALL:
        return _call_state(raw, meeting, today, done.called_on)
    if kind is DeadlineKind.PAPERS:
        return _papers_state(raw, meeting.papers, today)
    return DeadlineState.PASSED if raw < today else DeadlineState.COMING


def _call_state(
    raw: dt.date, meeting: Meeting, today: dt.date, called_on: dt.date | None
) -> DeadlineState:
    """Judge by the day that it was issued, else by what the meeting says of itself.

    That it went on or was held says nothing of whether it was called.
    """
    if called_on is None and meeting.state is MeetingState.CALLED:
        called_on = meeting.notice_date or raw
    if called_on is not None:
        return DeadlineState.KEPT if called_on <= raw else DeadlineState.MISSED
    if raw >= today:
        return DeadlineState.COMING
    uncalled = meeting.state in UNCALLED_STATES
    return DeadlineState.MISSED if uncalled else DeadlineState.PASSED


def _papers_state(raw: dt.date, papers: Sequence[MeetingPaper], today: dt.date) -> DeadlineState:
    asked = [each for each in papers if not each.left_out]
    if any(each.received is None for each in asked):
        return DeadlineState.MISSED if raw < today else DeadlineState.COMING
    if any(each.received > (each.due or raw) for each in asked if each.received):
        return DeadlineState.MISSED
    if asked:
        return DeadlineState.KEPT
    return DeadlineState.PASSED if raw < today else DeadlineState.COMING


def _onwards(
    meeting: Meeting, rules: BodyRules, today: dt.date, done: MeetingDone
) -> Iterator[Deadline]:
    """Yield what follows the meeting; each day is counted from the one before, done or planned."""
    approval = _approval(meeting, rules)
    if approval is None:
        return
    approved = meeting.state in APPROVED_STATES
    yield _after(DeadlineKind.APPROVAL, *approval, today, done.approved_on, known=approved)
    adjusted = done.approved_on or next_weekday(approval[0])
    usual = (say("när sammanträdet är justerat"), say("brukligt"))
    yield _after(DeadlineKind.EXTRACTS, adjusted, usual, today, done.sent_on)
    if rules.announced:
        yield from _announcing(adjusted, rules, today, done)


def _approval(meeting: Meeting, rules: BodyRules) -> tuple[dt.date, tuple[str, str]] | None:
    """Return the last day of approval with its rule: the body's own, or the law's if shorter."""
    own, law = rules.approval_days, rules.local_government_act
    if own is None and not law:
        return None
    by_law = own is None or (law and own > APPROVAL_DAYS)
    days = APPROVAL_DAYS if own is None or by_law else own
    words = say_count(
        "senast {n} dag efter sammanträdet", "senast {n} dagar efter sammanträdet", days
    )
    source = say("KL 5 kap. 69 § och 6 kap. 35 §") if by_law else _source(rules)
    return meeting.date + dt.timedelta(days=days), (words, source)


def _announcing(
    adjusted: dt.date, rules: BodyRules, today: dt.date, done: MeetingDone
) -> Iterator[Deadline]:
    law = rules.local_government_act
    raw = adjusted + dt.timedelta(days=ANNOUNCEMENT_DAYS)
    source = say("KL 8 kap. 12 §") if law else say("brukligt, som i KL 8 kap. 12 §")
    rule = (say("senast andra dagen efter justeringen"), source)
    yield _after(DeadlineKind.ANNOUNCEMENT, raw, rule, today, done.announced_on)
    if law:
        raw, _last, down = appeal_period(done.announced_on or next_weekday(raw))
        weeks = (say("tre veckor från anslaget"), say("KL 13 kap. 5 §"))
        yield _after(DeadlineKind.APPEAL, raw, weeks, today)
        after = (say("dagen efter sista dagen att överklaga"), say("KL 8 kap. 12 §"))
        state = DeadlineState.KEPT if done.taken_down_on else _seen(down, today)
        yield _fixed(DeadlineKind.TAKE_DOWN, down, after, state)


def _after(
    kind: DeadlineKind,
    raw: dt.date,
    rule: tuple[str, str],
    today: dt.date,
    done_on: dt.date | None = None,
    *,
    known: bool = False,
) -> Deadline:
    """Return a deadline that ends on the next weekday; ``known`` is done on a day unknown."""
    day = next_weekday(raw)
    note = ""
    if day != raw:
        note = say(
            "{day} är {free}. Sista dagen flyttas till {after} (lag 1930:173, 2 §).",
            day=calendar_day(raw),
            free=free_day(raw),
            after=calendar_day(day),
        )
    words, source = rule
    state = _state_after(kind, day, today, done_on, known=known)
    return Deadline(kind=kind, raw=raw, day=day, rule=words, source=source, note=note, state=state)


def _fixed(
    kind: DeadlineKind, day: dt.date, rule: tuple[str, str], state: DeadlineState
) -> Deadline:
    words, source = rule
    return Deadline(kind=kind, raw=day, day=day, rule=words, source=source, state=state)


def _state_after(
    kind: DeadlineKind, day: dt.date, today: dt.date, done_on: dt.date | None, *, known: bool
) -> DeadlineState:
    if done_on is not None:
        return DeadlineState.KEPT if done_on <= day else DeadlineState.MISSED
    if known:
        return DeadlineState.KEPT
    if kind is DeadlineKind.APPROVAL and day < today:
        return DeadlineState.MISSED
    return _seen(day, today)


def _seen(day: dt.date, today: dt.date) -> DeadlineState:
    return DeadlineState.PASSED if day < today else DeadlineState.COMING


def _back(day: dt.date, days: int, rules: BodyRules) -> dt.date:
    if rules.notice_count is DayCount.WORKDAYS:
        return workdays_back(day, days)
    return day - dt.timedelta(days=days)


def _days_before(days: int, rules: BodyRules) -> str:
    if rules.notice_count is DayCount.WORKDAYS:
        return say_count(
            "{n} arbetsdag före sammanträdet", "{n} arbetsdagar före sammanträdet", days
        )
    return say_count("{n} dag före sammanträdet", "{n} dagar före sammanträdet", days)


def _source(rules: BodyRules) -> str:
    """Say where a body's rule stands."""
    if rules.id == USUAL_RULES:
        return say("brukligt; inga egna regler är inlagda")
    return rules.decision.strip() or say("organets egna regler")

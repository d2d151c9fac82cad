"""How a meeting begins: from the council's template, or from another meeting.

Both give records with ids made by the caller, so that nothing here needs a register.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Final

from hubra_desktop.model.meeting_rules import end_kept
from hubra_desktop.model.outline import active_items, outline
from hubra_desktop.model.records.meeting import (
    Footnote,
    Item,
    Meeting,
    MeetingTemplate,
    TemplateItem,
)
from hubra_desktop.model.swedish import MINUTES_A_DAY
from hubra_desktop.model.terms import Anchor, ItemKind, MeetingState, PrintTime
from hubra_desktop.model.text_entry import parse_presenters

NOTICE_DAYS = 7
"""Days before the meeting that the kallelse is dated and sent: usual in councils' own rules."""


_SILENT: Final = PrintTime.NONE
STANDING_ITEMS: Final = (
    TemplateItem(
        kind=ItemKind.FORMALITY,
        title="Godkännande av föredragningslistan",
        duration=5,
        print_time=_SILENT,
    ),
    TemplateItem(title="Information från kommunen", duration=20),
    TemplateItem(title="Information från polisen", duration=20, presenters="polisen"),
    TemplateItem(kind=ItemKind.BREAK, title="Paus", duration=10),
    TemplateItem(kind=ItemKind.OTHER, title="Övriga frågor", duration=10, print_time=_SILENT),
)
"""What a new register proposes, in the order and length that is usual.

Approving the agenda takes five minutes that are not printed; other questions keep
ten minutes in reserve, also without a printed time.
"""


def standard_template() -> MeetingTemplate:
    """Return the template of a body that has made none of its own."""
    return MeetingTemplate(items=STANDING_ITEMS)


def standing_items(template: MeetingTemplate, new_id: Callable[[], str]) -> tuple[Item, ...]:
    """Return the items that a meeting made from the template begins with."""
    return tuple(
        Item(
            id=new_id(),
            kind=each.kind,
            title=each.title,
            numbered=each.numbered,
            duration=each.duration,
            print_time=each.print_time,
            presenters=tuple(
                replace(presenter, id=new_id()) for presenter in parse_presenters(each.presenters)
            ),
        )
        for each in template.items
    )


def copy_of(
    meeting: Meeting,
    new_date: date,
    new_id: Callable[[], str],
    notice_date: date | None = None,
) -> Meeting:
    """Copy a meeting to a new day, as a plan with fresh ids.

    The notice is dated ``notice_date``. What belonged to the old meeting alone
    is left behind: withdrawn rows with their sub-items, marks of late addition, typed
    numbers, papers with their days, and footnotes to rows that are not copied.
    """
    kept = list(active_items(outline(meeting.items)))
    fresh = {item.id: new_id() for item in kept}
    return replace(
        meeting,
        id=new_id(),
        state=MeetingState.PLANNED,
        moved_to=None,
        copied_from=meeting.id or None,
        date=new_date,
        notice_date=notice_date,
        pre_meetings=tuple(replace(each, id=new_id()) for each in meeting.pre_meetings),
        signatures=tuple(replace(each, id=new_id()) for each in meeting.signatures),
        footnotes=_footnotes(meeting, fresh, new_id),
        items=tuple(_copied(item, fresh[item.id], new_id) for item in kept),
        papers=(),
        papers_due=None,
        preparation_day=None,
        lifted_on=None,
        lifted_reason="",
    )


def moved_copy(
    meeting: Meeting,
    new_date: date,
    new_id: Callable[[], str],
    notice_date: date | None = None,
) -> Meeting:
    """Return the meeting that takes another's place on a new day, with fresh ids.

    It is a copy of it with its papers too, the same files, at the rows where they stood.
    """
    copy = copy_of(meeting, new_date, new_id, notice_date)
    rows = zip(active_items(outline(meeting.items)), copy.items, strict=True)
    fresh = {was.id: now.id for was, now in rows}
    papers = tuple(
        replace(each, id=new_id(), item_id=fresh.get(each.item_id or ""), due=None)
        for each in meeting.papers
        if each.item_id is None or each.item_id in fresh
    )
    return replace(copy, copied_from=None, papers=papers)


def at_another_start(meeting: Meeting, start: int | None) -> Meeting:
    """Return a meeting that begins at ``start``, in minutes since midnight.

    The planned end, the rows that are held to a clock time and the meetings of groups
    before it go along; what would leave the day of the meeting stays where it is. All
    stay where either start is not known.
    """
    later = 0 if start is None or meeting.start is None else start - meeting.start

    def moved(minutes: int | None, last: int) -> int | None:
        fits = minutes is not None and 0 <= minutes + later < last
        return minutes + later if minutes is not None and fits else minutes

    groups = meeting.pre_meetings
    return replace(
        meeting,
        start=start,
        end=end_kept(meeting.start, meeting.end, start),
        items=tuple(
            replace(each, pin=moved(each.pin, 2 * MINUTES_A_DAY)) for each in meeting.items
        ),
        pre_meetings=tuple(
            replace(each, start=moved(each.start, MINUTES_A_DAY)) for each in groups
        ),
    )


def _copied(item: Item, item_id: str, new_id: Callable[[], str]) -> Item:
    presenters = tuple(replace(each, id=new_id()) for each in item.presenters)
    return replace(item, id=item_id, number_typed="", added_late=None, presenters=presenters)


def _footnotes(
    meeting: Meeting, fresh: Mapping[str, str], new_id: Callable[[], str]
) -> tuple[Footnote, ...]:
    return tuple(
        replace(note, id=new_id(), item_id=fresh.get(note.item_id or ""))
        for note in meeting.footnotes
        if note.anchor is not Anchor.ITEM or note.item_id in fresh
    )

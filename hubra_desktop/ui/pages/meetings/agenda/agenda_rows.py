"""The agenda's rows as they are shown: every text prepared once, from one sheet.

The item model answers Qt from these and computes nothing. Times, numbers and marks
come from the pure modules of ``model``, as they do in the kallelse.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import IntEnum

from hubra_desktop.model.due import day_in_words
from hubra_desktop.model.findings import Finding
from hubra_desktop.model.language import say, say_count
from hubra_desktop.model.meeting_papers import papers_of
from hubra_desktop.model.numbering import is_numbered, printed_numbers
from hubra_desktop.model.records.meeting import HouseStyle, Item, Meeting, MeetingPaper
from hubra_desktop.model.swedish import time_range
from hubra_desktop.model.terms import UNNUMBERED_KINDS, PrintTime
from hubra_desktop.model.text_entry import presenters_text
from hubra_desktop.model.timetable import Slot, timetable
from hubra_desktop.model.words import word


class AgendaColumn(IntEnum):
    """The columns of the agenda, from the left."""

    TIME = 0
    NUMBER = 1
    TITLE = 2
    MINUTES = 3
    PRESENTERS = 4
    CASE_NUMBER = 5


@dataclass(frozen=True)
class AgendaRow:
    """One row as shown; the blank last row has no ``item`` and the id ``""``.

    ``cells`` are shown, ``typed`` is what an editor starts with, ``spoken`` is read
    aloud; each has one text a column. ``second`` is the line under the title.
    ``start`` is the row's clock time, in minutes, None when unknown. ``clash`` says in
    sentences what the row collides with, "" for nothing.
    """

    id: str
    item: Item | None
    cells: tuple[str, ...]
    typed: tuple[str, ...]
    spoken: tuple[str, ...]
    second: str = ""
    start: int | None = None
    level: int = 0
    pinned: bool = False
    silent: bool = False
    withdrawn: bool = False
    clash: str = ""

    @property
    def asks_presenters(self) -> bool:
        """Return whether the place of presenters is shown also while there are none."""
        item = self.item
        return item is not None and (item.kind not in UNNUMBERED_KINDS or is_numbered(item))


BLANK = AgendaRow(
    "", None, ("",) * len(AgendaColumn), ("",) * len(AgendaColumn), ("",) * len(AgendaColumn)
)


def column_names() -> tuple[str, ...]:
    """Return the heading of every column."""
    return (
        say("Tid"),
        say("Nr"),
        say("Ärende och föredragande"),
        say("Min"),
        say("Föredragande"),
        say("Diarienr"),
    )


def agenda_rows(
    sheet: Meeting,
    style: HouseStyle,
    found: Sequence[Finding] = (),
    carried: Mapping[str, date] | None = None,
) -> tuple[AgendaRow, ...]:
    """Return the rows of a meeting's agenda, and the blank one that waits last.

    The rows of a finding about two that collide are both marked. ``carried`` are the days of
    the meetings that rows were put off from.
    """
    days = carried or {}
    slots = timetable(sheet).slots
    numbers = printed_numbers(sheet.items, style.sub_numbers)
    clashes = _clashes(found)
    rows = [
        _row(
            item,
            slots[item.id],
            numbers.get(item.id, ""),
            clashes.get(item.id, ""),
            _second(item, days.get(item.id), papers_of(sheet, item.id)),
        )
        for item in sheet.items
    ]
    return (*rows, BLANK)


def _clashes(found: Sequence[Finding]) -> dict[str, str]:
    """Return by row what it collides with, in sentences."""
    clashes: dict[str, list[str]] = {}
    for each in found:
        if each.item_id and (each.other_id or each.id == "clash"):
            for row_id in filter(None, (each.item_id, each.other_id)):
                clashes.setdefault(row_id, []).append(each.sentence)
    return {row_id: "\n".join(sentences) for row_id, sentences in clashes.items()}


def _row(item: Item, slot: Slot, number: str, clash: str, second: str) -> AgendaRow:
    time = "" if slot.start is None else time_range(slot.start, slot.end)
    minutes = "" if item.duration is None else str(item.duration)
    presenters = presenters_text(item.presenters)
    cells = (
        time,
        number,
        item.title,
        minutes or (str(slot.used) if slot.used else ""),
        presenters.replace("; ", "\n"),
        item.case_number,
    )
    typed = (time, item.number_typed, item.title, minutes, presenters, item.case_number)
    row = AgendaRow(
        item.id,
        item,
        cells,
        typed,
        (),
        second=second,
        start=slot.start,
        level=item.level,
        pinned=item.pin is not None,
        silent=item.print_time is PrintTime.NONE,
        withdrawn=item.withdrawn,
        clash=clash,
    )
    return _with_speech(row, item)


def _second(item: Item, carried: date | None, papers: Sequence[MeetingPaper]) -> str:
    """Return the line under the title: what the row is beyond its title, in words."""
    parts = [_papers_told(papers)] if papers else []
    if item.withdrawn:
        parts.append(say("Utgår"))
    if item.closed:
        public = item.public_title.strip()
        shown = say("Stängda dörrar, skrivs ut som ”{title}”").format(title=public)
        parts.append(shown if public else say("Stängda dörrar, offentlig rubrik saknas"))
    if item.parallel:
        parts.append(say("Parallellt"))
    if item.place:
        parts.append(item.place)
    if item.added_late is not None:
        parts.append(say("Tillagt efter kallelsen"))
    if carried is not None:
        parts.append(say("Från sammanträdet {day}", day=day_in_words(carried)))
    if item.raised_by:
        parts.append(say("Väckt av {name}", name=item.raised_by))
    if item.note:
        parts.append(item.note)
    if item.inner_note:
        shown = say("Inre anteckning: {note}")
        parts.append(shown.format(note=item.inner_note))
    return " · ".join(parts)


def _papers_told(papers: Sequence[MeetingPaper]) -> str:
    """Say how many papers a row has, and how many of them are not in yet."""
    count = say_count("{n} handling", "{n} handlingar", len(papers))
    awaited = sum(each.received is None and not each.left_out for each in papers)
    return f"{count}, {say_count('{n} väntas', '{n} väntas', awaited)}" if awaited else count


def _with_speech(row: AgendaRow, item: Item) -> AgendaRow:
    """Return the row with what a screen reader says for each cell."""
    time = row.cells[AgendaColumn.TIME] or say("ingen tid")
    if row.pinned:
        time = ", ".join((time, say("fast tid")))
    if row.silent:
        time = ", ".join((time, say("skrivs inte ut")))
    if row.clash:
        time = ". ".join((time, row.clash.replace("\n", " ")))
    number = row.cells[AgendaColumn.NUMBER] or say("inget nummer")
    title = ", ".join(filter(None, (row.cells[AgendaColumn.TITLE], word(item.kind), row.second)))
    minutes = row.cells[AgendaColumn.MINUTES]
    length = say("{minutes} minuter", minutes=minutes)
    spoken = (
        time,
        number,
        title,
        length if minutes else say("öppen tid"),
        row.typed[AgendaColumn.PRESENTERS] or say("ingen föredragande"),
        row.typed[AgendaColumn.CASE_NUMBER] or say("inget diarienummer"),
    )
    return replace(row, spoken=spoken)

"""A meeting as one frozen value: what screens, documents and exchange are given.

Mapped objects never leave the room ``work``; these sheets do. A sheet holds the
facts as they were on the meeting's day and nothing computed: numbers, clock
times and footnote marks are derived from it by the pure modules beside this one.

Clock times are whole minutes since midnight of the meeting's date and may pass
1440 (00.30 the day after is 1470). Durations are whole minutes.
"""

import datetime as dt
from dataclasses import dataclass

from hubra_desktop.model.terms import Anchor, ItemKind, MeetingKind, MeetingState, PrintTime


@dataclass(frozen=True, kw_only=True)
class PresenterSheet:
    """Who presents an item, with title and unit as of that day.

    An organisation alone ("polisen") has an empty name and stands in ``unit``.
    """

    id: str = ""
    name: str = ""
    title: str = ""
    unit: str = ""
    person_id: str | None = None


@dataclass(frozen=True, kw_only=True)
class ItemSheet:
    """One row of the agenda, in the order of the list it stands in.

    ``level`` 1 is a sub-item of the nearest row above with level 0. ``pin`` is the
    clock time the row is held to, None when it follows the row before. A row
    without ``duration`` is open. ``parallel`` rows start with the row before
    (another room, ``place``). A ``closed`` row (behind closed doors) prints
    ``public_title`` in place of its title. ``number_typed`` is printed verbatim in
    place of the derived number. A ``withdrawn`` row keeps its number and uses no
    time. ``added_late`` is the day an item was added after the kallelse was issued.
    ``inner_note`` is never printed. ``note`` is printed under the title.
    """

    id: str = ""
    kind: ItemKind = ItemKind.INFORMATION
    title: str = ""
    public_title: str = ""
    closed: bool = False
    level: int = 0
    number_typed: str = ""
    case_number: str = ""
    duration: int | None = None
    pin: int | None = None
    print_time: PrintTime = PrintTime.RANGE
    parallel: bool = False
    place: str = ""
    withdrawn: bool = False
    added_late: dt.date | None = None
    note: str = ""
    inner_note: str = ""
    presenters: tuple[PresenterSheet, ...] = ()


@dataclass(frozen=True, kw_only=True)
class PreMeetingSheet:
    """A group's meeting before the meeting; it is printed as a footnote to the time."""

    id: str = ""
    group: str = ""
    start: int | None = None
    place: str = ""


@dataclass(frozen=True, kw_only=True)
class FootnoteSheet:
    """A footnote and what its mark stands beside (``item_id`` with Anchor.ITEM only)."""

    id: str = ""
    anchor: Anchor = Anchor.TIME
    item_id: str | None = None
    text: str = ""


@dataclass(frozen=True, kw_only=True)
class SignatureSheet:
    """A signature line: who signs and as what."""

    id: str = ""
    name: str = ""
    role: str = ""


@dataclass(frozen=True, kw_only=True)
class MeetingSheet:
    """A meeting with its head, agenda, footnotes and signature lines.

    ``start`` and ``end`` are the called start and the planned end. ``link`` is the
    address of a digital place. ``moved_to`` names the meeting that took this one's
    place (state ``moved``). ``notice_place`` and ``notice_date`` make the line
    "Huddinge den 28 februari 2018".
    """

    id: str = ""
    body_id: str = ""
    body: str = ""
    kind: MeetingKind = MeetingKind.ORDINARY
    state: MeetingState = MeetingState.PLANNED
    moved_to: str | None = None
    date: dt.date
    start: int = 0
    end: int | None = None
    place: str = ""
    link: str = ""
    chair_id: str | None = None
    secretary_id: str | None = None
    notice_place: str = ""
    notice_date: dt.date | None = None
    note: str = ""
    pre_meetings: tuple[PreMeetingSheet, ...] = ()
    footnotes: tuple[FootnoteSheet, ...] = ()
    signatures: tuple[SignatureSheet, ...] = ()
    items: tuple[ItemSheet, ...] = ()


@dataclass(frozen=True, kw_only=True)
class HouseStyle:
    """How the municipality prints: one choice for all documents.

    ``time_separator`` is "." or ":" (15.30 follows the language rules, 15:30 is
    Huddinge's print). ``head_prefix`` stands before the meeting's start
    ("klockan"), ``item_prefix`` before an item's time ("Kl."), ``note_prefix`` in
    footnotes ("kl."). ``accent`` is a colour as ``#rrggbb``. ``address`` is the
    footer's block, one line a field. ``logotype`` is a PNG or JPEG picture and
    ``logotype_text`` what is spoken in its place. ``sub_numbers`` is "letters"
    (7a) or "decimals" (7.1). ``kerning`` fits the letters of a pair such as "Av" to
    each other.
    """

    organisation: str = ""
    time_separator: str = "."
    head_prefix: str = "klockan"
    item_prefix: str = "Kl."
    note_prefix: str = "kl."
    accent: str = "#1f3a4d"
    address: str = ""
    logotype: bytes = b""
    logotype_text: str = ""
    sub_numbers: str = "letters"
    kerning: bool = False

"""A meeting as one frozen value: what screens, documents and exchange are given.

A record holds the facts as they were on the meeting's day and nothing computed:
numbers, clock times and footnote marks are derived from it by the agenda's modules.

Clock times are whole minutes since midnight of the meeting's date and may pass
1440 (00.30 the day after is 1470). Durations are whole minutes.
"""

from dataclasses import dataclass
from typing import Annotated

from hubra_desktop.model.records.fields import (
    Clock,
    Colour,
    Count,
    Day,
    Derived,
    Identity,
    Indexed,
    LateClock,
    Level,
    Line,
    Minutes,
    OmitDefault,
    OwnedBy,
    Picture,
    Ref,
    Sha256,
    StartClock,
    SubNumbers,
    Text,
    TimeSeparator,
)
from hubra_desktop.model.terms import (
    Anchor,
    ItemKind,
    MeetingKind,
    MeetingPaperKind,
    MeetingState,
    PresenterAnswer,
    PrintTime,
)


@dataclass(frozen=True, kw_only=True)
class Presenter:
    """Who presents an item, with title and unit as of that day.

    An organisation alone ("polisen") has an empty name and stands in ``unit``.
    """

    id: Identity = ""
    name: Line = ""
    title: Line = ""
    unit: Line = ""
    person_id: Annotated[str, Ref("person")] | None = None
    answer: Annotated[PresenterAnswer, OmitDefault()] = PresenterAnswer.NOT_ASKED


@dataclass(frozen=True, kw_only=True)
class Item:
    """One row of the agenda, in the order of the list it stands in.

    ``level`` 1 is a sub-item of the nearest row above with level 0. ``pin`` is the
    clock time the row is held to, None when it follows the row before. A row
    without ``duration`` is open. ``parallel`` rows start with the row before
    (another room, ``place``). A ``closed`` row (behind closed doors) prints
    ``public_title`` in place of its title, and of its note, place, presenters and case
    number what ``print_note`` and the like allow. ``numbered`` tells whether the row carries
    a number; None leaves it to the kind: breaks and headings carry none.
    ``number_typed`` is printed verbatim in place of the derived number. A
    ``withdrawn`` row keeps its number and uses no time. ``added_late`` is the day an
    item was added after the kallelse was issued. ``inner_note`` is never printed.
    ``note`` is printed under the title. ``carried_from_id`` is the row of an earlier agenda
    that was put off, ``raised_by`` who asked for the item.
    """

    id: Identity = ""
    kind: ItemKind = ItemKind.INFORMATION
    title: Text = ""
    public_title: Text = ""
    closed: bool = False
    print_note: Annotated[bool, OmitDefault()] = False
    print_place: Annotated[bool, OmitDefault()] = False
    print_presenters: Annotated[bool, OmitDefault()] = False
    print_case_number: Annotated[bool, OmitDefault()] = False
    level: Level = 0
    number_typed: Line = ""
    numbered: Annotated[bool, OmitDefault()] | None = None
    case_number: Line = ""
    duration: Minutes | None = None
    pin: LateClock | None = None
    print_time: PrintTime = PrintTime.RANGE
    parallel: bool = False
    place: Line = ""
    withdrawn: bool = False
    added_late: Day | None = None
    note: Text = ""
    inner_note: Text = ""
    carried_from_id: Annotated[str, Ref("agenda_item"), OmitDefault()] | None = None
    raised_by: Annotated[Line, OmitDefault()] = ""
    presenters: Annotated[tuple[Presenter, ...], OwnedBy("item_id")] = ()


@dataclass(frozen=True, kw_only=True)
class PreMeeting:
    """A group's meeting before the meeting; it is printed as a footnote to the time."""

    id: Identity = ""
    group: Line = ""
    start: Clock | None = None
    place: Line = ""


@dataclass(frozen=True, kw_only=True)
class Footnote:
    """A footnote and what its mark stands beside (``item_id`` with Anchor.ITEM only)."""

    id: Identity = ""
    anchor: Anchor = Anchor.TIME
    item_id: Annotated[str, Ref("agenda_item")] | None = None
    text: Text = ""


@dataclass(frozen=True, kw_only=True)
class Signature:
    """A signature line: who signs and as what."""

    id: Identity = ""
    name: Line = ""
    role: Line = ""


@dataclass(frozen=True, kw_only=True)
class MeetingPaper:
    """A paper that goes with an item of the agenda, or with the meeting (no ``item_id``).

    It is owed by ``author`` until ``due`` (None: the meeting's stop day) and has come on
    ``received``. It is a file, kept once by its hash under ``name`` with its ``size`` in
    bytes, or a paper that is written here (``report_id``). ``number_typed`` stands in place
    of the derived bilaga number. A ``secret`` one goes in no public print; one that is
    ``left_out`` of the dispatch says why.
    """

    id: Identity = ""
    item_id: Annotated[str, Ref("agenda_item")] | None = None
    kind: MeetingPaperKind = MeetingPaperKind.OTHER
    title: Line = ""
    author: Line = ""
    author_id: Annotated[str, Ref("person")] | None = None
    date: Day | None = None
    due: Day | None = None
    received: Day | None = None
    reminded_on: Day | None = None
    name: Line = ""
    sha256: Annotated[Sha256, Indexed(given=True)] | None = None
    size: Count = 0
    report_id: Annotated[str, Ref("report")] | None = None
    number_typed: Line = ""
    secret: bool = False
    secrecy_ground: Line = ""
    left_out: bool = False
    left_out_reason: Text = ""
    note: Text = ""


@dataclass(frozen=True, kw_only=True)
class Meeting:
    """A meeting with its head, agenda, footnotes and signature lines.

    ``start`` and ``end`` are the called start and the planned end, None until given.
    ``link`` is the address of a digital place. ``moved_to`` names the meeting that took
    this one's place (state ``moved``), ``copied_from`` the one that it was made from.
    ``notice_place`` and ``notice_date`` make the line "Huddinge den 28 februari 2018".
    ``papers_due`` and ``preparation_day`` stand in place of the days that the body's rules
    give. ``lifted_on`` and ``lifted_reason`` tell when and why it was cancelled or moved.
    ``opened_at`` and ``ended_at`` are when it really began and ended.
    """

    id: Identity = ""
    body_id: Annotated[str, Ref("body")] = ""
    body: Annotated[Line, Derived()] = ""
    kind: MeetingKind = MeetingKind.ORDINARY
    state: MeetingState = MeetingState.PLANNED
    moved_to: Annotated[str, Ref("meeting")] | None = None
    copied_from: Annotated[str, Ref("meeting"), OmitDefault()] | None = None
    date: Annotated[Day, Indexed()]
    start: Annotated[StartClock, OmitDefault(was=0)] | None = None
    end: LateClock | None = None
    place: Line = ""
    link: Line = ""
    chair_id: Annotated[str, Ref("person")] | None = None
    secretary_id: Annotated[str, Ref("person")] | None = None
    notice_place: Line = ""
    notice_date: Day | None = None
    note: Text = ""
    papers_due: Annotated[Day, OmitDefault()] | None = None
    preparation_day: Annotated[Day, OmitDefault()] | None = None
    lifted_on: Annotated[Day, OmitDefault()] | None = None
    lifted_reason: Annotated[Text, OmitDefault()] = ""
    opened_at: Annotated[LateClock, OmitDefault()] | None = None
    ended_at: Annotated[LateClock, OmitDefault()] | None = None
    pre_meetings: tuple[PreMeeting, ...] = ()
    footnotes: tuple[Footnote, ...] = ()
    signatures: tuple[Signature, ...] = ()
    items: tuple[Item, ...] = ()
    papers: Annotated[tuple[MeetingPaper, ...], OmitDefault()] = ()


@dataclass(frozen=True, kw_only=True)
class TemplateItem:
    """A standing item: a row that every new meeting begins with.

    ``presenters`` is typed as in a cell of the agenda ("polisen"); the other fields are
    those of ``Item``.
    """

    id: Identity = ""
    kind: ItemKind = ItemKind.INFORMATION
    title: Text = ""
    numbered: bool | None = None
    duration: Minutes | None = None
    print_time: PrintTime = PrintTime.RANGE
    presenters: Text = ""


@dataclass(frozen=True, kw_only=True)
class MeetingTemplate:
    """What a body's new meetings begin with; without a row what the program proposes.

    Where nobody is named, chair and secretary are those whose mandates hold on the day.
    """

    id: Identity = ""
    body_id: Annotated[str, Ref("body")] = ""
    start: Clock = 15 * 60 + 30
    end: LateClock | None = 17 * 60 + 30
    place: Line = ""
    chair_id: Annotated[str, Ref("person")] | None = None
    secretary_id: Annotated[str, Ref("person")] | None = None
    items: tuple[TemplateItem, ...] = ()


@dataclass(frozen=True, kw_only=True)
class HouseStyle:
    """How the municipality prints: one choice for all documents.

    ``time_separator`` is "." or ":" (15.30 follows the language rules, 15:30 is
    Huddinge's print). ``head_prefix`` stands before the meeting's start
    ("klockan"), ``item_prefix`` before an item's time ("Kl."), ``note_prefix`` in
    footnotes ("kl."). ``accent`` is a colour as ``#rrggbb``. ``address`` is the
    footer's block, one line a field. ``phone`` and ``email`` are those that letters give
    where nobody is named. ``logotype`` is a PNG or JPEG picture and
    ``logotype_text`` what is spoken in its place. ``sub_numbers`` is "letters"
    (7a) or "decimals" (7.1). ``kerning`` fits the letters of a pair such as "Av" to
    each other. ``list_papers`` names each item's papers in the kallelse.
    """

    organisation: Line = ""
    time_separator: TimeSeparator = "."
    head_prefix: Line = "klockan"
    item_prefix: Line = "Kl."
    note_prefix: Line = "kl."
    accent: Colour = "#1f3a4d"
    address: Text = ""
    phone: Annotated[Line, OmitDefault()] = ""
    email: Annotated[Line, OmitDefault()] = ""
    logotype: Picture = b""
    logotype_text: Line = ""
    sub_numbers: SubNumbers = "letters"
    kerning: bool = True
    list_papers: Annotated[bool, OmitDefault()] = False

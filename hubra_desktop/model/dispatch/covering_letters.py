"""The mail that goes with a kallelse and what follows it: proposed in Swedish, then edited.

The line ``OWN_TIME`` in a text stands for the time of each who presents: in a letter to them
alone it becomes theirs, in a letter to all it goes away.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from hubra_desktop.model.closed_rows import public_row
from hubra_desktop.model.dispatch.dispatch_terms import DispatchKind
from hubra_desktop.model.dispatch.presenter_slots import PresenterSlot
from hubra_desktop.model.footnotes import in_place
from hubra_desktop.model.minutes.kept_as import extract_name, minutes_name, minutes_named
from hubra_desktop.model.minutes.minutes_terms import MinutesKind
from hubra_desktop.model.records.meeting import HouseStyle, Meeting
from hubra_desktop.model.swedish import capitalised, long_date, time_range

OWN_TIME: Final = "[din tid]"
"""The line of a text that each who presents gets their own time in place of."""


@dataclass(frozen=True, kw_only=True)
class Covering:
    """What a covering letter is made of.

    ``enclosed`` are the names of the files that go along. ``contact`` is whom to tell that
    one cannot come, on one line; ``sender`` the lines that the letter is signed with.
    ``changes`` are sentences about what is otherwise than in the version before.
    ``replacement`` is the meeting that a moved one was moved to. ``minutes`` tells what is
    kept of the meeting.
    """

    meeting: Meeting
    style: HouseStyle
    kind: DispatchKind = DispatchKind.CALL
    version: int = 1
    enclosed: tuple[str, ...] = ()
    contact: str = ""
    sender: tuple[str, ...] = ()
    changes: tuple[str, ...] = ()
    replacement: Meeting | None = None
    minutes: MinutesKind = MinutesKind.PROTOCOL


def covering_subject(letter: Covering) -> str:
    """Return the subject: ``Kallelse till Trygghetsrådet onsdag den 7 mars 2018``."""
    begins = {
        DispatchKind.CALL: "Kallelse till",
        DispatchKind.CHANGES: "Ändrad kallelse till",
        DispatchKind.ADDITION: "Tilläggslista till",
        DispatchKind.CANCELLED: "Inställt sammanträde:",
        DispatchKind.MOVED: "Flyttat sammanträde:",
        DispatchKind.PACKET: "Handlingar till",
        DispatchKind.SLOT: "Din tid vid sammanträde med",
        DispatchKind.REMINDER: "Påminnelse:",
        DispatchKind.MINUTES: f"{minutes_name(letter.minutes)} från",
        DispatchKind.EXTRACT: f"{extract_name(letter.minutes)} från",
    }[letter.kind]
    meeting = letter.meeting
    return f"{begins} {meeting.body} {long_date(meeting.date)}"


def covering_text(letter: Covering) -> str:
    """Return the letter: paragraphs of one line each, with an empty line between."""
    parts = [
        "Hej!",
        _opening(letter),
        _bullets("Det här är ändrat:", letter.changes),
        OWN_TIME if letter.kind in _WITH_TIMES else "",
        _bullets("Bifogat:", _enclosed(letter)),
        _link(letter.replacement or letter.meeting) if letter.kind in _WITH_LINK else "",
        _excuses(letter),
        "\n".join(("Vänliga hälsningar", *(each for each in letter.sender if each))),
    ]
    return "\n\n".join(part for part in parts if part)


def personal_text(
    text: str, slots: Sequence[PresenterSlot] = (), lost: Sequence[PresenterSlot] = ()
) -> str:
    """Return a letter with somebody's own time in its place, without the place where none is.

    ``lost`` are the rows that they were told of before and present no more.
    """
    gone = (f"Du föredrar inte längre {_item(each)}." for each in lost)
    told = "\n".join(each for each in (own_time(slots), *gone) if each)
    paragraphs = (each.replace(OWN_TIME, told).strip() for each in text.split("\n\n"))
    return "\n\n".join(each for each in paragraphs if each)


def own_time(slots: Sequence[PresenterSlot]) -> str:
    """Say when and where somebody presents what; "" for nothing."""
    if not slots:
        return ""
    if len(slots) == 1:
        return f"Du föredrar {_item(slots[0])}. {_time_of(slots[0])}."
    lines = (f"– {_item(each)}: {_time_of(each, inside=True)}" for each in slots)
    return "\n".join(("Du föredrar:", *lines))


_WITH_TIMES: Final = frozenset(
    {DispatchKind.CALL, DispatchKind.CHANGES, DispatchKind.ADDITION, DispatchKind.SLOT}
)
_WITH_LINK: Final = _WITH_TIMES | {DispatchKind.MOVED, DispatchKind.PACKET}
_WITH_EXCUSES: Final = frozenset({DispatchKind.CALL, DispatchKind.MOVED, DispatchKind.SLOT})

_AFTERWARDS: Final = (DispatchKind.MINUTES, DispatchKind.EXTRACT)


def _after(letter: Covering) -> str:
    """Return what comes after a meeting: ``protokollet``, ``protokollsutdrag``."""
    if letter.kind is DispatchKind.EXTRACT:
        return extract_name(letter.minutes).lower()
    return minutes_named(letter.minutes)


def _opening(letter: Covering) -> str:
    with_whom = (
        f"sammanträdet med {letter.meeting.body} {_when_and_where(letter.meeting, letter.style)}"
    )
    if letter.kind in _AFTERWARDS:
        return f"Här kommer {_after(letter)} från {with_whom}."
    match letter.kind:
        case DispatchKind.CHANGES:
            version = f"version {letter.version}" if letter.version > 1 else "den nya kallelsen"
            said = f"Bifogat är {version}, som ersätter den tidigare."
            return f"Kallelsen till {with_whom} är ändrad. {said}"
        case DispatchKind.ADDITION:
            return f"Till {with_whom} har ärenden tillkommit. De står i tilläggslistan."
        case DispatchKind.CANCELLED:
            return f"{capitalised(with_whom)} är inställt. {_sentence(letter.meeting)}".strip()
        case DispatchKind.MOVED:
            return f"{_moved(letter, with_whom)} {_sentence(letter.meeting)}".strip()
        case DispatchKind.PACKET:
            return f"Här kommer handlingarna till {with_whom}."
        case DispatchKind.SLOT:
            return f"Välkommen till {with_whom}."
        case DispatchKind.REMINDER:
            return f"Det här är en påminnelse inför {with_whom}."
    return f"Här kommer kallelsen till {with_whom}."


def _moved(letter: Covering, with_whom: str) -> str:
    if letter.replacement is None:
        return f"{capitalised(with_whom)} är flyttat. En ny kallelse kommer."
    when = _when_and_where(letter.replacement, letter.style)
    return f"{capitalised(with_whom)} är flyttat till {when}."


def _when_and_where(meeting: Meeting, style: HouseStyle) -> str:
    """Return ``onsdag den 7 mars 2018 klockan 15.30–17.30 i A-salen`` with what is known."""
    start = ""
    if meeting.start is not None:
        start = f"klockan {time_range(meeting.start, meeting.end, style.time_separator)}"
    place = in_place(", ".join(" ".join(each.split()) for each in meeting.place.splitlines()))
    return " ".join(each for each in (long_date(meeting.date), start, place) if each)


def _sentence(meeting: Meeting) -> str:
    """Return why a meeting does not take place, as a sentence of its own."""
    reason = " ".join(meeting.lifted_reason.split())
    ended = reason.endswith((".", "!", "?")) or not reason
    return capitalised(reason if ended else f"{reason}.")


def _enclosed(letter: Covering) -> tuple[str, ...]:
    if letter.version < 2 or not letter.enclosed:
        return letter.enclosed
    first, *others = letter.enclosed
    return (f"{first} (version {letter.version})", *others)


def _bullets(heading: str, lines: Sequence[str]) -> str:
    return "\n".join((heading, *(f"– {each}" for each in lines))) if lines else ""


def _link(meeting: Meeting) -> str:
    return f"Länk till sammanträdet: {meeting.link.strip()}" if meeting.link.strip() else ""


def _excuses(letter: Covering) -> str:
    if letter.kind not in _WITH_EXCUSES or not letter.contact:
        return ""
    return f"Kan du inte komma? Anmäl förhinder till {letter.contact}."


def _item(slot: PresenterSlot) -> str:
    title = public_row(slot.item).title.strip()
    return f"ärende {slot.number}" if slot.number else f"”{title}”" if title else "ett ärende"


def _time_of(slot: PresenterSlot, *, inside: bool = False) -> str:
    told = ", ".join(each for each in (slot.time, slot.room) if each)
    if not slot.time:
        return told or "tiden är inte satt" if inside else f"Tiden är inte satt{_also(slot.room)}"
    return told if inside else f"Din tid är {told}"


def _also(room: str) -> str:
    return f". Lokal: {room}" if room else ""

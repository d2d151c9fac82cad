"""What people type where a time is wanted, and what they mean by it.

One cell takes minutes, hours, a clock time or a range. A bare number is minutes
there ("16" is sixteen minutes), because durations are what people type in a column
of rows; in a field that only takes clock times a bare number is an hour ("16" is
16.00). Four digits that cannot be minutes are a clock time in both ("1600").
``h:mm`` below eight hours is a duration ("0:20", "1:30"), from eight on a clock
time ("9:30"), since no row may take that long and no council meets before eight.
Clock times are minutes since midnight of the meeting's date; durations are minutes.
"""

import re
from dataclasses import dataclass

from hubra_desktop.model.errors import refusal
from hubra_desktop.model.records.rules import LONGEST_ROW
from hubra_desktop.model.swedish import MINUTES_A_DAY, clock
from hubra_desktop.model.timetable import next_day
from hubra_desktop.model.wording import quoted

_FIRST_CLOCK_HOUR = 8
"""From here 8:30 is a clock time; no matter takes eight hours (``LONGEST_ROW``)."""


@dataclass(frozen=True, kw_only=True)
class TimeEntry:
    """What a time cell says: a duration, a pin, both or neither.

    Only what is ``given`` is to be changed; a given None takes the value away (an
    open row, a row that follows the one before).
    """

    duration: int | None = None
    duration_given: bool = False
    pin: int | None = None
    pin_given: bool = False


_DASH = r" ?(?:-+|–|—|−| till ?| to ?) ?"
_TIME = r"(\d{1,2}(?:[.:,]\d{2})?|\d{3,4})"
_PREFIX = r"(?:från )?(?:(?:kl|klockan|klock)\b\.? ?)"
_RANGE = re.compile(rf"{_PREFIX}?{_TIME}{_DASH}{_PREFIX}?{_TIME}")
_FROM = re.compile(rf"{_PREFIX}?{_TIME} ?[-–—−]")
_NAMED_CLOCK = re.compile(rf"{_PREFIX}{_TIME}")
_CLOCK = re.compile(rf"{_PREFIX}?{_TIME}")
_BARE = re.compile(r"\d{1,6}")
_HOURS_AND_MINUTES = re.compile(r"(\d{1,2})[.:](\d{2})")
_NEGATIVE = re.compile(r"[-–—−] ?\d.*")
_MINUTES = r"(?P<minutes>\d{1,6}) ?(?:minuter|minut|min|m)\.?"
_SOME_MINUTES = re.compile(_MINUTES)
_SOME_HOURS = re.compile(
    r"(?P<hours>\d{1,4}(?:[.,]\d{1,4})?|\d{0,4}½) ?(?:timmar|timme|tim|h)\.?"
    rf"(?: ?(?:och )?(?:{_MINUTES}|(?P<rest>\d{{1,6}})))?"
)


def parse_time_entry(text: str, *, flow_start: int | None, pinned: int | None = None) -> TimeEntry:
    """Read a time cell; raise InputError if it makes no sense.

    ``flow_start`` is where the row would start without a pin (Slot.flow), None when
    unknown; ``pinned`` the row's pin so far. A range that starts where the row
    already stands changes the duration alone; one that starts where the row would
    flow to anyway lets go of the pin; any other start becomes the pin. Nothing at
    all makes the row open and following.
    """
    plain = _plain(text)
    if not plain:
        return TimeEntry(duration_given=True, pin_given=True)
    if match := _RANGE.fullmatch(plain):
        return _range(match[1], match[2], flow_start, pinned)
    if match := _FROM.fullmatch(plain):
        start = _placed(_clock(match[1]), flow_start)
        return _started(start, None, flow_start, pinned)
    if match := _clock_alone(plain):
        start = _placed(_clock(match[1]), flow_start)
        return TimeEntry(pin=start, pin_given=True)
    return TimeEntry(duration=_duration(plain, text), duration_given=True)


def parse_clock(text: str) -> int | None:
    """Read a clock time (16, 16.30, 1630, kl. 16); None if nothing is typed."""
    plain = _plain(text)
    if not plain:
        return None
    match = _CLOCK.fullmatch(plain)
    if match is None:
        raise refusal(
            "Jag förstår inte {typed}. Skriv klockslaget till exempel 16, 16.30 eller 1630.",
            typed=quoted(text.strip()),
        )
    return _clock(match[1])


def _plain(text: str) -> str:
    bare = " ".join(text.casefold().split())
    if bare.startswith("(") and bare.endswith(")"):
        bare = bare[1:-1].strip()
    return bare


def _clock_alone(plain: str) -> re.Match[str] | None:
    if match := _NAMED_CLOCK.fullmatch(plain):
        return match
    if match := _HOURS_AND_MINUTES.fullmatch(plain):
        late = int(match[1]) >= _FIRST_CLOCK_HOUR
        return _CLOCK.fullmatch(plain) if late else None
    is_clock = _BARE.fullmatch(plain) and len(plain) == 4
    return _CLOCK.fullmatch(plain) if is_clock else None


def _clock(digits: str) -> int:
    """Return the minutes of 16, 16.30 or 1630; the clock ends at 24.00."""
    if digits.isdecimal() and len(digits) > 2:
        hours, minutes = int(digits[:-2]), int(digits[-2:])
        shown = f"{digits[:-2]}.{digits[-2:]}"
    else:
        first, _, second = re.sub("[:,]", ".", digits).partition(".")
        hours, minutes = int(first), int(second or "0")
        shown = f"{first}.{second}" if second else first
    if minutes > 59:
        raise refusal("Klockan {time} finns inte. Minuterna går från 00 till 59.", time=shown)
    if hours * 60 + minutes > MINUTES_A_DAY:
        raise refusal("Klockan {time} finns inte. Skriv en tid mellan 0.00 och 24.00.", time=shown)
    return hours * 60 + minutes


def _placed(minutes: int, flow_start: int | None) -> int:
    return minutes if flow_start is None else next_day(minutes, flow_start)


def _range(first: str, second: str, flow_start: int | None, pinned: int | None) -> TimeEntry:
    start, end = _clock(first), _clock(second)
    if start == end:
        raise refusal(
            "Tiden börjar och slutar {time}. Skriv en sluttid som är senare än starttiden.",
            time=clock(start),
        )
    duration = end - start if end > start else end + MINUTES_A_DAY - start
    if duration > LONGEST_ROW and end < start:
        raise refusal(
            "Sluttiden {end} ligger före starttiden {start}. Byt plats på dem, "
            "eller skriv en senare sluttid.",
            end=clock(end),
            start=clock(start),
        )
    return _started(_placed(start, flow_start), _allowed(duration), flow_start, pinned)


def _started(
    start: int, duration: int | None, flow_start: int | None, pinned: int | None
) -> TimeEntry:
    stands = flow_start if pinned is None else _placed(pinned, flow_start)
    if start == stands:
        return TimeEntry(duration=duration, duration_given=True)
    pin = None if start == flow_start else start
    return TimeEntry(duration=duration, duration_given=True, pin=pin, pin_given=True)


def _duration(plain: str, typed: str) -> int:
    if _NEGATIVE.fullmatch(plain):
        raise refusal("En tid kan inte vara negativ. Skriv antalet minuter, till exempel 20.")
    if _BARE.fullmatch(plain):
        return _allowed(int(plain))
    if match := _HOURS_AND_MINUTES.fullmatch(plain):
        return _allowed(_hours_and_minutes(int(match[1]), int(match[2]), plain))
    if match := _SOME_MINUTES.fullmatch(plain):
        return _allowed(int(match["minutes"]))
    if match := _SOME_HOURS.fullmatch(plain):
        minutes = int(match["minutes"] or match["rest"] or "0")
        return _allowed(round(_hours(match["hours"]) * 60) + minutes)
    raise refusal(
        "Jag förstår inte {typed}. Skriv till exempel 20, 0:20 eller 16.00–16.20.",
        typed=quoted(typed.strip()),
    )


def _hours_and_minutes(hours: int, minutes: int, shown: str) -> int:
    if minutes > 59:
        raise refusal("{time} är ingen tid. Minuterna går från 00 till 59.", time=shown)
    return hours * 60 + minutes


def _hours(text: str) -> float:
    if text.endswith("½"):
        return int(text[:-1] or "0") + 0.5
    return float(text.replace(",", "."))


def _allowed(duration: int) -> int:
    if not duration:
        raise refusal("En punkt kan inte ta 0 minuter. Lämna rutan tom om tiden är öppen.")
    if duration > LONGEST_ROW:
        raise refusal(
            "{minutes} minuter är för långt. En punkt kan ta högst {longest} minuter "
            "(8 timmar). Dela upp den, eller skriv en kortare tid.",
            minutes=duration,
            longest=LONGEST_ROW,
        )
    return duration

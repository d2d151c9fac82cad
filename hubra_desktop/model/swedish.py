"""Swedish dates, clock times, sorting and lists, written and read in one way.

Screens and documents take every date and time from here, so that a day cannot be
written in two ways. Clock times are minutes since midnight and may pass 1440;
durations are minutes. The rules are those of the Swedish language: months and
weekdays in lower case, a full stop (or the house's colon) in clock times, an en
dash without spaces in intervals, å ä ö last.
"""

import re
import unicodedata
from collections.abc import Sequence
from datetime import date, datetime
from enum import StrEnum
from functools import lru_cache

from hubra_desktop.model.errors import InputError, refusal
from hubra_desktop.model.language import language, say, swedish
from hubra_desktop.model.wording import joined, quoted

WEEKDAYS = ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag")
_ENGLISH_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "januari", "februari", "mars", "april", "maj", "juni",
    "juli", "augusti", "september", "oktober", "november", "december",
)  # fmt: skip
COUNT_WORDS = (
    "noll", "en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv",
)  # fmt: skip
"""The counts that running text has in words, by what they count; larger ones are digits."""
EN_DASH = "–"
MINUTES_A_DAY = 1440

SortKey = tuple[tuple[tuple[int, float], ...], str, str]


def date_in_text(day: date) -> str:
    """Write a date as in running text: ``den 28 februari 2018``."""
    return f"den {day_and_month(day)} {day.year}"


def day_and_month(day: date) -> str:
    """Write a day where its year is known: ``28 februari``."""
    return f"{day.day} {MONTHS[day.month - 1]}"


def long_date(day: date) -> str:
    """Write a date with its weekday: ``onsdag den 7 mars 2018``."""
    return f"{WEEKDAYS[day.weekday()]} {date_in_text(day)}"


def short_date(day: date) -> str:
    """Write a date as ``2018-03-07``."""
    return day.isoformat()


_spoken = {"separator": "."}


def set_separator(separator: str) -> None:
    """Set what stands in clock times from now on: "." or ":", as the house style says.

    The window does so for the register that is open. Papers ask for their own house's.
    """
    _spoken["separator"] = separator


def clock(minutes: int, separator: str | None = None, *, padded: bool = True) -> str:
    """Write minutes since midnight as a clock time; the day after wraps to 00.05.

    ``padded`` gives 09.00 (tables, equal digits); without it 9.00 (running text).
    ``separator`` is by default what ``set_separator`` was told last.
    """
    separator = separator or _spoken["separator"]
    hours, rest = divmod(minutes % MINUTES_A_DAY, 60)
    return f"{hours:02}{separator}{rest:02}" if padded else f"{hours}{separator}{rest:02}"


def clock_of(moment: datetime) -> str:
    """Write when something happened on its day: ``14.32``."""
    return clock(moment.hour * 60 + moment.minute)


def time_range(start: int, end: int | None, separator: str | None = None) -> str:
    """Write ``15.35–16.00``; an unknown end leaves the start alone."""
    if end is None:
        return clock(start, separator)
    return f"{clock(start, separator)}{EN_DASH}{clock(end, separator)}"


def figure(value: float) -> str:
    """Write a number with the decimals it has: 12 400, 2,25, −7.

    At most three, since measured values are kept in thousandths: more is an artefact of
    binary fractions.
    """
    rounded = round(value, 3) + 0.0  # no minus before a zero
    plain = f"{rounded:,.3f}".rstrip("0").removesuffix(".")
    return plain.replace(",", "\u00a0").replace(".", ",").replace("-", "−")


def count_in_words(count: int) -> str:
    """Write a count as running text has it: ``fyra``, ``13``."""
    return COUNT_WORDS[count] if 0 <= count < len(COUNT_WORDS) else figure(count)


def listed(words: Sequence[str]) -> str:
    """Join words as a list in Swedish, for papers: ``a, b och c``."""
    return joined(words, swedish)


def capitalised(text: str) -> str:
    """Give the first letter a capital and leave the rest as it is."""
    return text[:1].upper() + text[1:]


def folded(text: str) -> str:
    """Reduce a text to what counts when it is compared: case, form and runs of space."""
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())


_LETTERS = {letter: place for place, letter in enumerate("abcdefghijklmnopqrstuvwxyzåäö")}
_VARIANTS = str.maketrans(
    {"ü": "y", "ű": "y", "æ": "ä", "ø": "ö", "œ": "ö", "ß": "ss", "ð": "d", "đ": "d", "ł": "l"}
)
_PIECES = re.compile(r"[0-9]+|.", re.DOTALL)
_SPACE, _NUMBER, _LETTER = range(3)


def sort_key(text: str) -> SortKey:
    """Return the key that sorts as Swedes do (SAOL 13: w after v; å ä ö last).

    é sorts as e and ü as y; numbers sort by value, so 8.2 stands before 8.10 and
    4 ½ after 4. Texts that differ in nothing else fall back on their letters.
    """
    plain = unicodedata.normalize("NFC", text).casefold()
    weights = (
        weight
        for piece in _PIECES.findall(plain.translate(_VARIANTS))
        for weight in _weights(piece)
    )
    return tuple(weights), plain, text


@lru_cache(maxsize=1024)
def _weights(piece: str) -> tuple[tuple[int, float], ...]:
    if piece.isdecimal() and piece.isascii():
        return ((_NUMBER, float(piece)),)
    if piece.isnumeric():
        return ((_NUMBER, unicodedata.numeric(piece)),)
    if piece.isspace() or piece in "-–—":
        return ((_SPACE, 0.0),)
    bare = piece if piece in _LETTERS else unicodedata.normalize("NFD", piece)[0]
    if not bare.isalpha():
        return ()
    return ((_LETTER, float(_LETTERS.get(bare, ord(bare)))),)


_ISO = re.compile(
    r"(?P<year>\d{4})[-/. ](?P<month>\d{1,2})[-/. ](?P<day>\d{1,2})(?:[ t]00:00(?::00(?:\.0+)?)?)?"
)
_COMPACT = re.compile(r"(?P<year>\d{4}|\d{2})(?P<month>\d{2})(?P<day>\d{2})")
_YEAR = r"(?P<year>\d{4}|\d{2})"
_SLASHED = re.compile(rf"(?P<day>\d{{1,2}}) ?[/.] ?(?P<month>\d{{1,2}})(?:[-/., ]+{_YEAR})?")
_WRITTEN = re.compile(
    rf"(?P<day>\d{{1,2}})(?::?[ea]? |-)(?P<month>[a-zåäö]+)\.?(?:(?:,? [-–’']?|-){_YEAR})?"
)
_FORMS = (_ISO, _COMPACT, _SLASHED, _WRITTEN)
_WEEKDAY_FIRST = re.compile(r"(?P<weekday>[a-zåäö]{3,})\.?,? +(?P<rest>.*\d.*)")


class DayOrder(StrEnum):
    """In which order a date in digits alone tells its parts: 31-05-2017 or 05-31-2017."""

    DAY_FIRST = "day_first"
    MONTH_FIRST = "month_first"


_IN_ORDER = {
    DayOrder.DAY_FIRST: re.compile(rf"(?P<day>\d{{1,2}})([-/.])(?P<month>\d{{1,2}})\2{_YEAR}"),
    DayOrder.MONTH_FIRST: re.compile(rf"(?P<month>\d{{1,2}})([-/])(?P<day>\d{{1,2}})\2{_YEAR}"),
}
ALWAYS = (date.min, date.max)


def parse_date(
    text: str,
    *,
    near: date | None = None,
    within: tuple[date, date] = ALWAYS,
    order: DayOrder | None = None,
) -> date:
    """Read a date as people type it; a missing year is the one that comes closest to ``near``.

    Takes 2018-03-07, 20180307, 180307, 7/3 2018, 7 mars 2018, 7 mars, 7-mar-18 as
    spreadsheets write it, and any of them after a weekday, which must then be the right
    one; a day at midnight, as programs write one, is the day. A missing year also keeps
    the day ``within`` two days, the last of which ``near`` is by default. ``order`` tells
    how 05-06-2017 is meant, which nobody types and files are full of. Raises InputError.
    """
    plain = re.sub(r"^den ", "", folded(text))
    weekday, plain = _split_weekday(plain, text)
    forms = (_IN_ORDER[order], *_FORMS) if order else _FORMS
    match = next((found for form in forms if (found := form.fullmatch(plain))), None)
    if match is None:
        raise _unreadable_date(text)
    day, month = int(match["day"]), _month(match["month"], text)
    found_date = _date_of(_year(match["year"]), month, day, near or within[1], within)
    if weekday is not None and found_date.weekday() != weekday:
        raise InputError(weekday_text(found_date, weekday))
    return found_date


def weekday_text(day: date, typed: int) -> str:
    """Say that a day is another weekday than the one typed, 0 for Monday."""
    spoken = language() == "sv"
    names = WEEKDAYS if spoken else _ENGLISH_WEEKDAYS
    return say(
        "{day} är en {right}, inte en {typed}.",
        day=capitalised(date_in_text(day)) if spoken else day,
        right=names[day.weekday()],
        typed=names[typed],
    )


def _split_weekday(plain: str, typed: str) -> tuple[int | None, str]:
    match = _WEEKDAY_FIRST.fullmatch(plain)
    if match is None:
        return None, plain
    name = match["weekday"].removesuffix("en")
    number = _starting(WEEKDAYS, name)
    if number is None:
        raise _unreadable_date(typed)
    return number, match["rest"].removeprefix("den ")


def _starting(names: Sequence[str], beginning: str) -> int | None:
    """Return which of ``names`` begins so (three letters at least), or None."""
    if len(beginning) < 3:
        return None
    return next((i for i, name in enumerate(names) if name.startswith(beginning)), None)


def _month(text: str, typed: str) -> int:
    if text.isdecimal():
        return int(text)
    number = _starting(MONTHS, text)
    if number is None:
        raise _unreadable_date(typed)
    return number + 1


def _year(text: str | None) -> int | None:
    if text is None:
        return None
    return int(text) if len(text) == 4 else 2000 + int(text)


def _date_of(year: int | None, month: int, day: int, near: date, within: tuple[date, date]) -> date:
    if year is not None:
        return _existing(year, month, day)
    years = [near.year + step for step in (-1, 0, 1)]
    found = [each for year in years if (each := _maybe(year, month, day))]
    candidates = [each for each in found if within[0] <= each <= within[1]]
    if not candidates:
        return _existing(near.year, month, day)
    return min(candidates, key=lambda candidate: abs(candidate - near))


def _maybe(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _existing(year: int, month: int, day: int) -> date:
    found = _maybe(year, month, day)
    if found is not None:
        return found
    if not 1 <= month <= 12:
        raise refusal("Månad {month} finns inte. Månaderna är 1–12.", month=month)
    written = f"{day} {MONTHS[month - 1]} {year}"
    spoken = written if language() == "sv" else f"{year}-{month:02}-{day:02}"
    raise refusal("Den {day} finns inte.", day=spoken)


def _unreadable_date(text: str) -> InputError:
    return refusal(
        "Jag förstår inte datumet {typed}. "
        "Skriv till exempel 2018-03-07, 7/3 2018 eller 7 mars 2018.",
        typed=quoted(text.strip()),
    )

"""Dates as the window writes them, in the window's language.

Documents are always Swedish and have their own; here an English window says
"Wednesday 7 March 2018" where a Swedish one says "Onsdag 7 mars 2018".
"""

from datetime import date, datetime

from hubra_desktop.model.language import language, say
from hubra_desktop.model.swedish import MONTHS, WEEKDAYS, capitalised, clock_of

_ENGLISH_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_ENGLISH_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)


def month_word(month: int) -> str:
    """Write ``mars`` of the third month."""
    return (MONTHS if language() == "sv" else _ENGLISH_MONTHS)[month - 1]


def weekday_word(day: date, *, definite: bool = False) -> str:
    """Write ``onsdag``, or ``onsdagen`` of one that is named; inside a sentence."""
    if language() != "sv":
        return _ENGLISH_DAYS[day.weekday()]
    return f"{WEEKDAYS[day.weekday()]}{'en' if definite else ''}"


def calendar_day(day: date) -> str:
    """Write ``7 mars``."""
    return f"{day.day} {month_word(day.month)}"


def day_in_text(day: date) -> str:
    """Write ``7 mars 2018``."""
    return f"{calendar_day(day)} {day.year}"


def weekday_in_text(day: date) -> str:
    """Write ``Onsdag 7 mars 2018``."""
    names = WEEKDAYS if language() == "sv" else _ENGLISH_DAYS
    return f"{capitalised(names[day.weekday()])} {day_in_text(day)}"


def moment_in_text(moment: datetime, now: datetime) -> str:
    """Write ``måndag 2 mars kl 09.10``, with the year of another one, inside a sentence."""
    names = WEEKDAYS if language() == "sv" else _ENGLISH_DAYS
    write = calendar_day if moment.year == now.year else day_in_text
    day = f"{names[moment.weekday()]} {write(moment.date())}"
    return say("{day} kl {time}", day=day, time=clock_of(moment))


def moment_in_words(moment: datetime, now: datetime) -> str:
    """Write ``i dag 09.10``, ``i går 09.10`` or ``7 mars 09.10``, with the year of another one."""
    days = (now.date() - moment.date()).days
    if days in (0, 1):
        day = say("i går") if days else say("i dag")
    else:
        write = calendar_day if moment.year == now.year else day_in_text
        day = write(moment.date())
    return f"{day} {clock_of(moment)}"

"""In words when somebody was inside, on what rows, from afar, and for whom they served."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from hubra_desktop.model.attendance.presence import joined_stays, reach, stays_of
from hubra_desktop.model.language import Tell, say
from hubra_desktop.model.records.attendance import Attendance, AttendanceStay
from hubra_desktop.model.swedish import clock
from hubra_desktop.model.wording import joined


@dataclass(frozen=True, kw_only=True)
class PresenceNames:
    """What rows and people are called: the order, the rows' numbers, names by attendance.

    ``tell`` says the words in the window's language, or in Swedish for papers; ``separator``
    stands in clock times, None for the window's own.
    """

    order: Sequence[str] = ()
    numbers: Mapping[str, str]
    names: Mapping[str, str]
    tell: Tell = say
    separator: str | None = None


def presence_text(attendance: Attendance, of: PresenceNames) -> str:
    """Say when somebody was inside, from afar and for whom; "" for all the time in the room."""
    stays = stays_of(attendance)
    told = [*_inside(stays, of), *_remote(stays, of), *_served(stays, of)]
    return ", ".join(told)


def inside_text(attendance: Attendance, of: PresenceNames) -> str:
    """Say on which rows somebody was inside; "" for all of them."""
    return ", ".join(_inside(stays_of(attendance), of))


def service_text(attendance: Attendance, of: PresenceNames) -> str:
    """Say for whom somebody served, and on which rows; "" for nobody."""
    return ", ".join(_served(stays_of(attendance), of))


def _inside(stays: Sequence[AttendanceStay], of: PresenceNames) -> Iterator[str]:
    bare = (replace(each, remote=False, serves_for_id=None) for each in stays)
    spans = [_span(each, of) for each in joined_stays(bare, of.order)]
    if spans and any(spans):
        yield joined([each for each in spans if each], of.tell)


def _remote(stays: Sequence[AttendanceStay], of: PresenceNames) -> Iterator[str]:
    tell, afar = of.tell, [each for each in stays if each.remote]
    if not afar:
        return
    if len(afar) == len(stays):
        yield tell("på distans")
        return
    for each in joined_stays((replace(stay, serves_for_id=None) for stay in afar), of.order):
        yield f"{tell('på distans')} {_span(replace(each, came=None, left=None), of)}".strip()


def _served(stays: Sequence[AttendanceStay], of: PresenceNames) -> Iterator[str]:
    tell = of.tell
    serving = (replace(each, remote=False) for each in stays if each.serves_for_id)
    inside = {(each.came_item_id, each.left_item_id) for each in stays}
    for each in joined_stays(serving, of.order):
        name = of.names.get(each.serves_for_id or "", "")
        whole = len(inside) == 1 or (each.came_item_id is None and each.left_item_id is None)
        span = "" if whole else _span(replace(each, came=None, left=None), of)
        yield f"{tell('tjänstgör för {name}', name=name)} {span}".strip()


def _span(stay: AttendanceStay, of: PresenceNames) -> str:
    """Say from and to which row a stay reaches, with the clock times that were noted."""
    tell, (came, left) = of.tell, reach(stay, of.order)
    if left <= came:
        return tell("inte med på något ärende")
    numbered = [of.numbers[each] for each in of.order[came:left] if each in of.numbers]
    parts = []
    if stay.came_item_id is not None or stay.came is not None:
        parts.append(_end(tell("fr.o.m."), numbered[:1], stay.came, of))
    if stay.left_item_id is not None or stay.left is not None:
        parts.append(_end(tell("t.o.m."), numbered[-1:], stay.left, of))
    return " ".join(parts)


def _end(word: str, numbers: Sequence[str], at: int | None, of: PresenceNames) -> str:
    tell = of.tell
    row = [tell("ärende {n}", n=number) for number in numbers]
    time = [tell("kl. {time}", time=clock(at, of.separator))] if at is not None else []
    return " ".join([word, *row, *([f"({time[0]})"] if row and time else time)]).strip()

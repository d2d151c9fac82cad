"""The wheel's key as a list: every area with its surface and its activities, every mark.

For a page that is read rather than looked at; on paper the key is drawn below the wheel.
"""

from collections.abc import Iterator

from hubra_desktop.model.drawing import Drawing, LegendEntry, Shape, rectangle
from hubra_desktop.model.plan.wheel_key import MARKS, entry_text, marks_told
from hubra_desktop.model.plan.wheel_looks import surface
from hubra_desktop.model.plan.year import Wheel, WheelGroup

_WIDE, _TALL = 26.0, 20.0
"""The room for a mark, in points: the largest of them fits."""


def legend(year: Wheel) -> tuple[LegendEntry, ...]:
    """Return what stands for what in the wheel of a year."""
    return (*map(_area, year.groups), *_marks(year))


def _area(group: WheelGroup) -> LegendEntry:
    below = [" ".join((entry.number, *entry_text(entry))) for entry in group.entries]
    if group.shared:
        below.append(f"Även {', '.join(group.shared)}")
    shown = surface(rectangle(1.0, 1.0, _WIDE - 2, _TALL - 2), group.tone)
    return LegendEntry(_drawn(shown), group.title, tuple(below or ["Ingen aktivitet"]))


def _marks(year: Wheel) -> Iterator[LegendEntry]:
    for mark, heading, parts in marks_told(year):
        yield LegendEntry(_drawn(MARKS[mark]((_WIDE / 2, _TALL / 2), "")), heading, tuple(parts))


def _drawn(shapes: Iterator[Shape]) -> Drawing:
    return Drawing(_WIDE, _TALL, tuple(shapes))

"""What more than one form lets somebody choose among, read from the register."""

from collections.abc import Iterable

from hubra_desktop.model.days import weekday_in_text
from hubra_desktop.work.queries import Reader, meetings_of


def meeting_choices(reader: Reader, years: Iterable[int]) -> list[tuple[str, object]]:
    """Return the meetings of some years, each by its day and place."""
    rows = (row for year in years for row in meetings_of(reader, year))
    return [(" · ".join(filter(None, (weekday_in_text(r.date), r.place))), r.id) for r in rows]

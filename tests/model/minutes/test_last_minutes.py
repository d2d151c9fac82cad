"""Which row of an agenda is for the minutes of an earlier meeting."""

from datetime import date

import pytest

from hubra_desktop.model.minutes.last_minutes import row_for_minutes
from hubra_desktop.model.records.meeting import Item

TOLD = Item(id="told", title="Föregående protokoll", note="Sammanträdet den 15 maj 2019, §§ 1–7.")
FREE = Item(id="free", title="Förra protokollet")
OTHER = Item(id="other", title="Protokollets form", note="15 maj 2019")


@pytest.mark.parametrize(
    ("held", "only", "row"),
    [
        (date(2019, 5, 15), True, "told"),
        (date(2019, 5, 15), False, "told"),
        (date(2019, 5, 5), True, None),
        (date(2019, 5, 5), False, "free"),
    ],
)
def test_a_row_is_for_the_day_that_it_tells_of(held: date, only: bool, row: str | None) -> None:
    found = row_for_minutes((OTHER, FREE, TOLD), held, only=only)
    assert (found.id if found else None) == row

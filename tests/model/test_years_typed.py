"""A year is read alike in the window's fields and at the command line."""

from datetime import date

import pytest

from hubra_desktop.cli.typed import year_typed
from hubra_desktop.model.errors import InputError
from hubra_desktop.model.whole_numbers import parse_year
from hubra_desktop.ui.forms.converters import YEAR

TODAY = date(2018, 3, 7)


@pytest.mark.parametrize("typed", ["2018", " 2018 ", "1999"])
def test_a_year_is_read(typed: str) -> None:
    year = int(typed)
    assert parse_year(typed) == YEAR.read(typed, TODAY) == year_typed(typed) == year


@pytest.mark.parametrize(
    "typed", ["18", "i fjol", "02018", "\uff12\uff10\uff11\uff18", "2018-2019", "20 18"]
)
def test_what_is_no_year_is_refused_in_the_same_words(typed: str) -> None:
    told = set()
    for read in (parse_year, lambda text: YEAR.read(text, TODAY), year_typed):
        with pytest.raises(InputError) as refused:
            read(typed)
        told.add(refused.value.sentence)
    (sentence,) = told
    assert sentence.startswith(f"Jag förstår inte året ”{typed}”. Skriv det med fyra siffror")


def test_nothing_is_no_year() -> None:
    assert parse_year(" ") is None
    with pytest.raises(InputError, match="vilket år"):
        year_typed("")

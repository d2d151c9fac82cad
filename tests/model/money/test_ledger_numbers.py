"""What is said of the numbers that a year's ledger passes over."""

from datetime import date

from hubra_desktop.model.money.ledger_numbers import (
    PassedOver,
    number_ranges,
    passed_over,
    passed_over_text,
    with_free_numbers,
)
from hubra_desktop.model.records.money import LedgerEntry


def test_every_number_within_a_year_is_a_row_or_is_told_of() -> None:
    passed = passed_over(
        {3, 4, 9, 12}, [(1, 2016), (5, 2018), (6, 2018), (20, 2018)],
        [(8, date(2017, 5, 3)), (13, date(2017, 5, 3))],
    )  # fmt: skip
    assert passed == PassedOver(
        elsewhere=((5, 2018), (6, 2018)),
        undone=((8, date(2017, 5, 3)), (13, date(2017, 5, 3))),
        unknown=(7, 10, 11),
    )
    assert passed_over_text(passed) == (
        "Nummer 5–6 hör till 2018. Nummer 8 och 13 ångrades 2017-05-03 och används inte igen. "
        "Nummer 7 och 10–11 finns inte i registret."
    )
    assert passed_over_text(passed_over({1, 2}, [], [])) == ""
    assert passed_over_text(passed_over((), [(1, 2016)], [])) == ""
    assert number_ranges([9, 1, 2, 3, 7]) == "1–3, 7 och 9"


def test_a_file_s_rows_keep_their_numbers_where_they_are_free() -> None:
    rows = [LedgerEntry(id=str(place), number=number) for place, number in enumerate((2, 3, 0, 5))]
    kept = with_free_numbers(rows, {3: "other", 6: "another", 5: "3"}, 6)
    assert [each.number for each in kept] == [2, 7, 8, 5]

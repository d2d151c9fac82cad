"""What a cell is read as, beside how it is written."""

from datetime import date

import pytest

from hubra_desktop.exchange.cells import CELLS, Cell, CellKind, Told


@pytest.mark.parametrize("cell", [-100, -100.0, "−100 kr"])
def test_a_minus_that_says_nothing_is_passed_over(cell: Cell) -> None:
    told = Told(near=date(2018, 3, 7), unsigned=True)
    assert CELLS[CellKind.AMOUNT].read(cell, told) == 10_000

"""What everybody may read of a row behind closed doors."""

from dataclasses import fields, replace
from itertools import product

import pytest

from hubra_desktop.model.closed_rows import CHOSEN_BY, public_row
from hubra_desktop.model.records.meeting import Item, Presenter

ROW = Item(
    id="i",
    title="Hemligt ärende",
    public_title="Säkerhet",
    closed=True,
    note="Om hotbilden",
    place="Rum 7",
    case_number="KS-2018/7",
    presenters=(Presenter(id="p", name="Säpo"),),
)


@pytest.mark.parametrize("chosen", [*product((False, True), repeat=len(CHOSEN_BY))])
def test_only_what_is_chosen_is_read(chosen: tuple[bool, ...]) -> None:
    choices = dict(zip(CHOSEN_BY.values(), chosen, strict=True))
    public = public_row(replace(ROW, **choices))  # type: ignore[arg-type]
    assert public.title == "Säkerhet"
    for (name, choice), shown in zip(CHOSEN_BY.items(), chosen, strict=True):
        assert bool(getattr(public, name)) is shown, choice
    assert (public.closed, public.id) == (True, "i")


def test_an_open_row_is_read_whole_whatever_is_chosen() -> None:
    row = replace(ROW, closed=False)
    assert public_row(row) == row


def test_every_choice_is_a_field_that_is_no_by_itself() -> None:
    defaults = {each.name: each.default for each in fields(Item)}
    assert [defaults[each] for each in CHOSEN_BY.values()] == [False] * 4

"""Where a moved row lands: with its sub-items, never inside another row's."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubra_desktop.model.order import (
    block,
    blocks,
    closes,
    order_after_move,
    place_of_new,
    shifted,
)
from hubra_desktop.model.outline import outline
from hubra_desktop.model.records.meeting import Item
from hubra_desktop.model.terms import ItemKind

Agenda = tuple[Item, ...]


def agenda(text: str) -> Agenda:
    """Rows by name: a lower-case letter first is a sub-item, "-" a break."""
    return tuple(
        Item(
            id=name,
            level=int(name[0].islower()),
            kind=ItemKind.BREAK if name[0] == "-" else ItemKind.INFORMATION,
        )
        for name in text.split()
    )


SHORT = "A a1 a2 B C c1 - D"


@pytest.mark.parametrize(
    ("item", "index", "wanted"),
    [
        ("A", 0, SHORT),
        ("A", 1, SHORT),
        ("A", 2, SHORT),
        ("A", 3, SHORT),
        ("A", 4, "B A a1 a2 C c1 - D"),
        ("A", 5, "B C c1 A a1 a2 - D"),
        ("A", 8, "B C c1 - D A a1 a2"),
        ("D", 0, "D A a1 a2 B C c1 -"),
        ("D", 1, "A a1 a2 D B C c1 -"),
        ("D", 2, "A a1 a2 D B C c1 -"),
        ("-", 5, "A a1 a2 B C c1 - D"),
        ("a1", 6, "A a2 B C c1 a1 - D"),
        ("c1", 1, "A c1 a1 a2 B C - D"),
        ("B", -5, "B A a1 a2 C c1 - D"),
        ("B", 99, "A a1 a2 C c1 - D B"),
    ],
)
def test_a_dropped_row_lands_there(item: str, index: int, wanted: str) -> None:
    assert order_after_move(agenda(SHORT), (item,), index) == tuple(wanted.split())


@pytest.mark.parametrize(
    ("item", "by", "wanted"),
    [
        ("A", -1, SHORT),
        ("A", 1, "B A a1 a2 C c1 - D"),
        ("B", -1, "B A a1 a2 C c1 - D"),
        ("B", 1, "A a1 a2 C c1 B - D"),
        ("D", 1, SHORT),
        ("D", -1, "A a1 a2 B C c1 D -"),
        ("-", -1, "A a1 a2 B - C c1 D"),
        ("a1", -1, "a1 A a2 B C c1 - D"),
        ("a1", 1, "A a2 a1 B C c1 - D"),
        ("a2", 1, "A a1 B a2 C c1 - D"),
        ("c1", -1, "A a1 a2 B c1 C - D"),
    ],
)
def test_a_row_steps_past_its_neighbour(item: str, by: int, wanted: str) -> None:
    assert shifted(agenda(SHORT), (item,), by) == tuple(wanted.split())


@pytest.mark.parametrize("move", [order_after_move, shifted])
def test_a_row_that_is_not_there_cannot_be_moved(
    move: Callable[[Agenda, tuple[str, ...], int], object],
) -> None:
    with pytest.raises(KeyError):
        move(agenda("A"), ("x",), 1)


def test_a_block_is_a_row_and_its_sub_items() -> None:
    rows = agenda(SHORT)
    assert [row.id for row in block(rows, "A")] == ["A", "a1", "a2"]
    assert [row.id for row in block(rows, "a2")] == ["a2"]
    assert [row.id for row in block(rows, "-")] == ["-"]


@st.composite
def agendas(draw: st.DrawFn) -> Agenda:
    """Agendas where every sub-item has its row."""
    names: list[str] = []
    for number, size in enumerate(draw(st.lists(st.integers(-1, 3), min_size=1, max_size=6))):
        names.append(f"-{number}" if size < 0 else f"N{number}")
        names += [f"s{number}.{child}" for child in range(size)]
    return agenda(" ".join(names))


def ordered(rows: Agenda, order: tuple[str, ...]) -> Agenda:
    there = {row.id: row for row in rows}
    return tuple(there[each] for each in order)


def family(rows: Agenda) -> dict[str, list[str]]:
    return {each.item.id: [child.id for child in each.children] for each in outline(rows)}


@given(agendas(), st.data())
def test_moving_an_outer_row_keeps_every_family(rows: Agenda, data: st.DataObject) -> None:
    item = data.draw(st.sampled_from([row for row in rows if row.level == 0]))
    order = order_after_move(rows, (item.id,), data.draw(st.integers(-1, len(rows) + 1)))
    assert sorted(order) == sorted(row.id for row in rows)
    assert family(ordered(rows, order)) == family(rows)


@given(agendas(), st.data())
def test_moving_any_row_keeps_the_others_in_their_order(rows: Agenda, data: st.DataObject) -> None:
    item = data.draw(st.sampled_from(rows))
    taken = {row.id for row in block(rows, item.id)}
    order = order_after_move(rows, (item.id,), data.draw(st.integers(0, len(rows))))
    left = [row.id for row in rows if row.id not in taken]
    assert [each for each in order if each not in taken] == left
    assert [each for each in order if each in taken] == [row.id for row in block(rows, item.id)]


@given(agendas(), st.data())
def test_a_step_down_and_up_leads_back(rows: Agenda, data: st.DataObject) -> None:
    item = data.draw(st.sampled_from([row for row in rows if row.level == 0]))
    down = ordered(rows, shifted(rows, (item.id,), 1))
    if down != rows:
        assert ordered(down, shifted(down, (item.id,), -1)) == rows
    assert family(down) == family(rows)


@given(agendas(), st.data())
def test_a_drop_is_where_it_already_stands_only_around_itself(
    rows: Agenda, data: st.DataObject
) -> None:
    place = data.draw(st.integers(0, len(rows) - 1))
    size = len(block(rows, rows[place].id))
    for index in range(place, place + size + 1):
        if rows[place].level == 0 or index <= place + 1:
            assert order_after_move(rows, (rows[place].id,), index) == tuple(row.id for row in rows)


@pytest.mark.parametrize(
    ("items", "index", "wanted"),
    [
        ("B D", 0, "B D A a1 a2 C c1 -"),
        ("A -", 6, "B C c1 A a1 a2 - D"),
        ("D A", 4, "B A a1 a2 D C c1 -"),
        ("a1 c1", 4, "A a2 B a1 c1 C - D"),
        ("a1 B", 8, "A a2 C c1 - D a1 B"),
    ],
)
def test_rows_dropped_together_stand_together(items: str, index: int, wanted: str) -> None:
    assert order_after_move(agenda(SHORT), items.split(), index) == tuple(wanted.split())


@pytest.mark.parametrize(
    ("items", "by", "wanted"),
    [
        ("B C", -1, "B C c1 A a1 a2 - D"),
        ("B C", 1, "A a1 a2 - B C c1 D"),
        ("A B", -1, SHORT),
        ("- D", 1, SHORT),
        ("B D", 1, "A a1 a2 C c1 - B D"),
        ("B -", -1, "B - A a1 a2 C c1 D"),
        ("a1 a2", 1, "A B a1 a2 C c1 - D"),
    ],
)
def test_rows_step_together(items: str, by: int, wanted: str) -> None:
    assert shifted(agenda(SHORT), items.split(), by) == tuple(wanted.split())


@given(agendas(), st.data())
def test_rows_that_move_together_keep_the_order_of_all(rows: Agenda, data: st.DataObject) -> None:
    chosen = data.draw(st.lists(st.sampled_from([row.id for row in rows]), min_size=1, unique=True))
    taken = [row.id for row in blocks(rows, chosen)]
    for order in (
        order_after_move(rows, chosen, data.draw(st.integers(0, len(rows)))),
        shifted(rows, chosen, data.draw(st.sampled_from([-1, 1]))),
    ):
        assert [each for each in order if each in taken] == taken
        others = [row.id for row in rows if row.id not in taken]
        assert [each for each in order if each not in taken] == others


def titled(*titles: str) -> Agenda:
    return tuple(Item(id=title, title=title) for title in titles)


@pytest.mark.parametrize(
    ("titles", "new", "place"),
    [
        ("", "Ny", 0),
        ("A|B", "Ny", 2),
        ("A|Övriga frågor", "Ny", 1),
        ("A|övriga frågor |Mötets avslutande", "Ny", 1),
        ("A|Övriga frågor|B", "Ny", 3),
        ("A|Övriga frågor", "Sammanträdet avslutas", 2),
        ("Övriga frågor", "Ny", 0),
    ],
)
def test_a_new_row_comes_before_what_closes_the_meeting(titles: str, new: str, place: int) -> None:
    rows = titled(*titles.split("|")) if titles else ()
    assert place_of_new(rows, Item(title=new)) == place


def test_what_closes_a_meeting_takes_its_sub_items_along() -> None:
    rows = (Item(id="a"), Item(id="o", kind=ItemKind.OTHER), Item(id="x", level=1))
    assert closes(rows[1])
    assert place_of_new(rows) == 1

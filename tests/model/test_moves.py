"""What moves when one row changes, in times and in words."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from hubra_desktop.model.moves import moved_rows, summary
from hubra_desktop.model.numbering import printed_numbers
from hubra_desktop.model.records.meeting import Item, Meeting
from hubra_desktop.model.terms import PrintTime
from hubra_desktop.model.timetable import timetable
from tests.model.agendas import BREAK, HEADING, at, meeting, row, source_agenda


def said(before: Meeting, after: Meeting, separator: str = ".") -> str:
    return summary(
        timetable(before),
        timetable(after),
        after.items,
        printed_numbers(after.items),
        separator,
    )


def test_the_source_with_a_longer_second_item() -> None:
    before, after = source_agenda(), source_agenda(second=35)
    moves = moved_rows(timetable(before), timetable(after), after.items)
    assert [move.item_id for move in moves] == ["3", "paus", "4", "5", "6"]
    assert {move.later for move in moves} == {10}
    assert (moves[0].old.start, moves[0].old.end) == (at("16:00"), at("16:20"))
    assert (moves[0].new.start, moves[0].new.end) == (at("16:10"), at("16:30"))
    assert said(before, after) == (
        "Ärende 3–6 och pausen börjar 10 minuter senare. Sammanträdet slutar 17.20."
    )
    assert said(after, before, ":") == (
        "Ärende 3–6 och pausen börjar 10 minuter tidigare. Sammanträdet slutar 17:10."
    )


def test_a_pinned_pause_holds_the_rest() -> None:
    before, after = source_agenda(pause_pin="16:20"), source_agenda(35, pause_pin="16:20")
    assert said(before, after) == "Ärende 3 börjar 10 minuter senare."


def test_nothing_moved_nothing_said() -> None:
    assert said(source_agenda(), source_agenda()) == ""


def test_rows_that_move_differently_get_sentences_of_their_own() -> None:
    rows = [row("1", duration=10), row("2", duration=10), row("3", duration=10)]
    before = meeting(*rows)
    after = meeting(replace(rows[0], duration=11), replace(rows[1], duration=8), rows[2])
    assert said(before, after) == (
        "Ärende 2 börjar 1 minut senare. Ärende 3 börjar 1 minut tidigare. "
        "Sammanträdet slutar 15.59."
    )


def test_rows_without_numbers_go_by_their_titles() -> None:
    first = row("1", duration=10)
    rest = (
        row("h", HEADING, title="Beslut", print_time=PrintTime.START),
        row("i", HEADING, title=" ", print_time=PrintTime.START),
        row("p", BREAK, 5, title=""),
        row("q", BREAK, 5, title="paus"),
        row("l", BREAK, 5, title="Lunch"),
    )
    before, after = meeting(first, *rest), meeting(replace(first, duration=15), *rest)
    assert said(before, after) == (
        "Pauserna, ”Beslut”, rubriken och ”Lunch” börjar 5 minuter senare. "
        "Sammanträdet slutar 16.00."
    )


def test_sub_items_go_with_their_parent() -> None:
    first = row("1", duration=10)
    rest = (
        row("2"),
        row("2a", duration=5, level=1),
        row("2b", duration=5, level=1, pin="16:30"),
        row("2c", duration=5, level=1),
    )
    before, after = meeting(first, *rest), meeting(replace(first, duration=15), *rest)
    assert said(before, after) == "Ärende 2 börjar 5 minuter senare."
    lengthened = (rest[0], replace(rest[1], duration=6), replace(rest[2], pin=None), rest[3])
    assert said(before, meeting(first, *lengthened)) == (
        "Ärende 2b och 2c börjar 44 minuter tidigare. Sammanträdet slutar 15.56."
    )


def test_times_that_become_unknown_and_known_again() -> None:
    first = row("1", duration=10)
    rest = (row("2", duration=5), row("3", duration=5))
    known, unknown = meeting(first, *rest), meeting(replace(first, duration=None), *rest)
    assert said(known, unknown) == (
        "Ärende 2 och 3 får ingen starttid. Sammanträdets sluttid går inte längre att räkna ut."
    )
    assert said(unknown, known) == "Ärende 2 och 3 får en starttid. Sammanträdet slutar 15.50."
    [move, _] = moved_rows(timetable(known), timetable(unknown), unknown.items)
    assert move.later is None


def test_new_and_withdrawn_rows_have_not_moved() -> None:
    old = row("1", duration=10)
    before = meeting(old)
    after = meeting(row("0", duration=5), replace(old, withdrawn=True))
    assert moved_rows(timetable(before), timetable(after), after.items) == ()


_rows = st.lists(st.integers(1, 60), min_size=1, max_size=10)


@given(_rows, st.data())
def test_moves_are_exactly_what_differs(durations: list[int], data: st.DataObject) -> None:
    changed = data.draw(st.integers(0, len(durations) - 1))
    longer = data.draw(st.integers(1, 60))
    items: list[Item] = [row(str(n), duration=d) for n, d in enumerate(durations)]
    before = meeting(*items)
    items[changed] = replace(items[changed], duration=durations[changed] + longer)
    moves = moved_rows(timetable(before), timetable(meeting(*items)), items)
    assert [move.item_id for move in moves] == [str(n) for n in range(changed + 1, len(durations))]
    assert all(move.later == longer for move in moves)

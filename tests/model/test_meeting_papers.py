"""The order and the numbers of a meeting's papers, and who owes which."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from hubra_desktop.model.meeting_papers import (
    OwedBy,
    attachment_numbers,
    by_author,
    in_agenda_order,
    place_in_list,
    sent_papers,
)
from hubra_desktop.model.records.meeting import Item, Meeting, MeetingPaper

ITEMS = ("a", "b", "c")
PAPERS = st.lists(
    st.builds(
        MeetingPaper,
        item_id=st.sampled_from([*ITEMS, None, "gone"]),
        number_typed=st.sampled_from(["", "", "", "3", "2 B", "X"]),
        left_out=st.booleans(),
        secret=st.booleans(),
    ),
    max_size=8,
).map(lambda made: tuple(MeetingPaper(**{**vars(p), "id": str(n)}) for n, p in enumerate(made)))


def meeting(papers: tuple[MeetingPaper, ...]) -> Meeting:
    items = tuple(Item(id=each, title=each) for each in ITEMS)
    return Meeting(date=dt.date(2018, 3, 7), items=items, papers=papers)


@given(PAPERS)
def test_numbers_follow_the_agenda_and_grow(papers: tuple[MeetingPaper, ...]) -> None:
    of = meeting(papers)
    order = in_agenda_order(of)
    assert sorted(each.id for each in order) == sorted(each.id for each in papers)
    places = [ITEMS.index(each.item_id) if each.item_id in ITEMS else 9 for each in order]
    assert places == sorted(places)
    numbers = attachment_numbers(of)
    derived = [int(numbers[p.id]) for p in order if p.id in numbers and not p.number_typed]
    assert derived == sorted(set(derived))
    assert all(numbers[p.id] == p.number_typed for p in papers if p.number_typed)
    assert {p.id for p in papers} - numbers.keys() == {
        p.id for p in papers if p.left_out and not p.number_typed
    }
    assert not any(p.secret or p.left_out for p in sent_papers(of, public=True))


@given(PAPERS, st.data())
def test_a_paper_moved_down_and_up_again_stands_where_it_stood(
    papers: tuple[MeetingPaper, ...], data: st.DataObject
) -> None:
    if not papers:
        return
    paper = data.draw(st.sampled_from(papers))
    place = place_in_list(papers, paper.id, 1)
    under = [each.id for each in papers if each.item_id == paper.item_id]
    assert (place is None) == (under[-1] == paper.id)
    if place is None:
        return
    rest = [each for each in papers if each.id != paper.id]
    moved = (*rest[:place], paper, *rest[place:])
    now = [each.id for each in moved if each.item_id == paper.item_id]
    assert now.index(paper.id) == under.index(paper.id) + 1
    back = place_in_list(moved, paper.id, -1)
    assert back is not None
    again = (*rest[:back], paper, *rest[back:])
    assert [each.id for each in again if each.item_id == paper.item_id] == under


def test_papers_are_owed_by_a_person_whatever_is_typed_and_else_by_a_name() -> None:
    papers = (
        MeetingPaper(id="1", author_id="p", author="Ek"),
        MeetingPaper(id="2", author="Bo  Ask"),
        MeetingPaper(id="3", author_id="p"),
        MeetingPaper(id="4", author="Bo Ask"),
        MeetingPaper(id="5"),
    )
    owed = {owner: [each.id for each in of] for owner, of in by_author(papers).items()}
    assert owed == {
        OwedBy("p", ""): ["1", "3"],
        OwedBy(None, "Bo Ask"): ["2", "4"],
        OwedBy(None, ""): ["5"],
    }

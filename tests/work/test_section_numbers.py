"""§§ of many meetings, numbered in any order: no gap, no twin, and each year begins anew."""

from collections import defaultdict
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from hubra_desktop.model.ids import new_id
from hubra_desktop.model.minutes.minutes_terms import MinutesKind
from hubra_desktop.model.minutes.sections import (
    in_section_order,
    next_section_number,
    numbered_sections,
)
from hubra_desktop.model.records.meeting import Item, Meeting
from hubra_desktop.model.records.minutes import Minutes, Section
from hubra_desktop.work.commands.sections import BeginMinutes, NumberSections
from hubra_desktop.work.edits import Store
from hubra_desktop.work.queries.minutes import minutes_of, section_numbers, sections_of
from tests.work.office import Office, furnish

ROWS = st.lists(st.integers(1, 4), min_size=1, max_size=5)
Held = tuple[int, int, int]
"""Which body, on which day of two years, with how many rows."""
MEETINGS = st.lists(
    st.tuples(st.integers(0, 1), st.integers(0, 700), st.integers(1, 3)), min_size=1, max_size=5
)


@given(rows=ROWS, first=st.integers(1, 40), order=st.randoms())
def test_numbers_follow_each_other_whatever_came_between(
    rows: list[int], first: int, order: object
) -> None:
    """Meetings that are numbered one after another, rows that come late among them."""
    taken: list[int] = []
    for meeting, count in enumerate(rows):
        sections = tuple(
            Section(id=f"{meeting}-{place}", meeting_id="m", position=place)
            for place in range(count)
        )
        some = numbered_sections(sections[:1], next_section_number(taken, first))
        taken += [each.number for each in some if each.number]
        whole = numbered_sections((*some, *sections[1:]), next_section_number(taken, first))
        assert whole[:1] == some
        taken = [*taken, *(each.number for each in whole[1:] if each.number)]
    assert taken == list(range(first, first + sum(rows)))


@given(order=st.permutations(["a", "b", "c", "d"]), done=st.integers(0, 4))
def test_numbered_sections_come_first_and_the_rest_as_they_were_handled(
    order: list[str], done: int
) -> None:
    sections = tuple(
        Section(id=item, meeting_id="m", item_id=item, position=place)
        for place, item in enumerate("abcd")
    )
    numbered = numbered_sections(in_section_order(sections, order)[:done], 1)
    known = {each.id: each for each in numbered}
    mixed = tuple(known.get(each.id, each) for each in sections)
    assert [each.id for each in in_section_order(mixed, order)] == order
    assert [each.id for each in in_section_order(mixed, order[::-1])][:done] == order[:done]


@settings(max_examples=5, deadline=None)
@given(held=MEETINGS, order=st.randoms(use_true_random=False))
def test_each_body_s_year_has_a_series_of_its_own(held: list[Held], order: object) -> None:
    with TemporaryDirectory() as folder:
        office = furnish(Path(folder) / "a.hubra")
        meetings = [_meeting(office, each) for each in held]
        order.shuffle(meetings)  # type: ignore[attr-defined]
        numbered: dict[tuple[str, int], int] = defaultdict(int)
        for meeting in meetings:
            office.run(Store(Minutes(meeting_id=meeting.id, kind=MinutesKind.PROTOCOL)))
            office.run(BeginMinutes(meeting.id))
            office.run(NumberSections(meeting.id))
            numbered[meeting.body_id, meeting.date.year] += len(meeting.items)
            office.workspace.undo()
            office.workspace.redo()
        with office.workspace.read() as reader:
            for (body, year), count in numbered.items():
                assert section_numbers(reader, body, year) == list(range(1, count + 1))
            for meeting in meetings:
                given_here = [each.number for each in sections_of(reader, meeting.id)]
                first = given_here[0] or 0
                assert given_here == list(range(first, first + len(meeting.items)))
        office.workspace.close()


def test_the_day_of_an_earlier_meeting_without_numbers_is_told(tmp_path: Path) -> None:
    office = furnish(tmp_path / "a.hubra")
    meetings = [_meeting(office, (0, day, 1)) for day in (-30, 40, 80)]
    for each in (*meetings, _meeting(office, (1, 10, 1))):
        office.run(BeginMinutes(each.id))
    with office.workspace.read() as reader:
        told = [minutes_of(reader, each.id).earlier_unnumbered for each in meetings]
    assert told == [None, None, meetings[1].date]
    office.run(NumberSections(meetings[1].id))
    with office.workspace.read() as reader:
        assert minutes_of(reader, meetings[2].id).earlier_unnumbered is None


def _meeting(office: Office, held: Held) -> Meeting:
    body, day, rows = held
    items = tuple(Item(id=new_id(), title=f"Ärende {place}") for place in range(rows))
    meeting = Meeting(
        id=new_id(), body_id=(office.body, office.other)[body],
        date=date(2019, 1, 1) + timedelta(days=day), items=items,
    )  # fmt: skip
    office.run(Store(meeting))
    return meeting
